"""Commands as rows: for the palette, which runs them, and for the help page, which explains them."""

from __future__ import annotations

from collections.abc import Sequence

from reader.messages import message
from reader.script.folding import fold
from reader.tui.commands import COMMANDS, GROUPS, Command, key_name
from reader.tui.widgets.list_rows import ListRow


def palette_rows(typed: str) -> Sequence[ListRow]:
    """The commands that hold every word typed in their sentence, name or key."""
    words = fold(typed).split()
    return [
        ListRow(command.label, aside=command.shown_key, target=command)
        for command in COMMANDS
        if all(word in _searched(command) for word in words)
    ] or [ListRow(message("ui.nothing_found"), look="dim")]


def help_rows(typed: str) -> Sequence[ListRow]:
    """The commands in their groups, with all their keys."""
    words = fold(typed).split()
    rows: list[ListRow] = []
    for group in GROUPS:
        members = [c for c in COMMANDS if c.group == group and all(word in _searched(c) for word in words)]
        if members:
            rows.append(ListRow(message(f"command.group.{group}"), look="open"))
            rows += [
                ListRow(c.label, aside=" ".join(key_name(key) for key in c.keys), indent=2, target=c) for c in members
            ]
    return rows or [ListRow(message("ui.nothing_found"), look="dim")]


def _searched(command: Command) -> str:
    """What typed words are looked for in."""
    return fold(f"{command.label} {command.id.replace('_', ' ')} {command.shown_key}")
