"""The field for finding in the text, with its live count."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Input, Static

from reader.messages import message


class FindBar(Horizontal):
    """One row under the text; hidden until it is asked for."""

    DEFAULT_CSS = """
    FindBar { height: 1; display: none; background: $panel; padding: 0 1; }
    FindBar.-open { display: block; }
    FindBar > #find-label { width: auto; padding-right: 1; color: $text-muted; }
    FindBar > Input { border: none; height: 1; padding: 0; width: 1fr; background: $panel; }
    FindBar > #find-count { width: auto; padding-left: 1; color: $text-secondary; }
    """

    count: reactive[str] = reactive("", init=False)
    """Which match of how many is shown, as a sentence."""

    @dataclass
    class QueryTyped(Message):
        """What to find has changed."""

        query: str
        """What to find; empty for nothing."""

    class QuerySubmitted(Message):
        """Enter was pressed: go on reading at the match."""

    def compose(self) -> ComposeResult:
        """Label, field and count."""
        yield Static(Content(message("ui.find")), id="find-label")
        yield Input(compact=True, select_on_focus=True, id="find-field")
        yield Static(Content(""), id="find-count")

    def watch_count(self, count: str) -> None:
        """Show the count."""
        self.query_one("#find-count", Static).update(Content(count))

    def open(self) -> None:
        """Show the field and type in it."""
        self.add_class("-open")
        self.query_one(Input).focus()

    def close(self) -> None:
        """Hide the field and forget what was found."""
        self.remove_class("-open")
        self.query_one(Input).value = ""

    @property
    def is_open(self) -> bool:
        """Whether the field is shown."""
        return self.has_class("-open")

    def set_query(self, query: str) -> None:
        """Find something that was asked for elsewhere."""
        self.add_class("-open")
        self.query_one(Input).value = query

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.QueryTyped(event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.QuerySubmitted())
