"""The footer: the commands that are asked for most, with their keys.

One widget, not one for each key as Textual's footer has it: their styles alone took a fifth of the start.
"""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from reader.tui.commands import COMMANDS, FOOTER, Command

ALWAYS = ("help", "quit")
"""The commands that are shown at any width, last."""


class KeyLine(Widget):
    """Keys and what they do, in the reader's language; each can be clicked."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-line--key"}
    DEFAULT_CSS = """
    KeyLine { height: 1; background: $footer-background; color: $footer-description-foreground; }
    KeyLine > .key-line--key { background: $footer-key-background; color: $footer-key-foreground; text-style: bold; }
    """

    first: reactive[tuple[str, ...]] = reactive(())
    """Commands by name that are shown before the others, since they do something where the keys go now."""

    def shown(self) -> list[tuple[Command, str, str]]:
        """The commands there is room for, each with its key and what it does, as they are written."""
        by_name = {one.id: one for one in COMMANDS}
        wanted = [by_name[name] for name in dict.fromkeys((*self.first, *FOOTER, *ALWAYS))]
        found = [(one, f" {one.shown_key} ", f"{one.label} ") for one in wanted]
        while len(found) > len(ALWAYS) and sum(cell_len(key + label) for _, key, label in found) > self.size.width:
            del found[-len(ALWAYS) - 1]
        return found

    def render(self) -> Content:
        """The keys stand out from what they do."""
        style = self.get_visual_style("key-line--key")
        return Content.assemble(*(part for _, key, label in self.shown() for part in ((key, style), label)))

    async def on_click(self, event: events.Click) -> None:
        """Do what was clicked."""
        end = 0
        for command, key, label in self.shown():
            end += cell_len(key + label)
            if event.x < end:
                await self.app.run_action(command.action, default_namespace=self.screen)
                return
