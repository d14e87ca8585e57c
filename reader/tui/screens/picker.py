"""A list that opens over the text: to choose from, or to read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from reader.tui.widgets.list_rows import ListRow
from reader.tui.widgets.row_list import RowList
from reader.tui.widgets.sidebar import SearchField

RowsFor = Callable[[str], Sequence[ListRow]]
"""The rows that answer to what was typed."""


class Picker(ModalScreen[object]):
    """Rows to choose from; answers with the target of the chosen one, with the key that was typed, or with None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", show=False)]

    DEFAULT_CSS = """
    Picker { align: center top; background: $background; }
    Picker > Vertical {
        width: 64; max-width: 96%; height: auto; max-height: 90%; margin-top: 1;
        background: $surface; padding: 0 1;
    }
    Picker #picker-title { color: $primary; text-style: bold; height: 1; }
    Picker SearchField { border: none; height: 1; padding: 0; background: $panel; }
    Picker RowList { height: auto; max-height: 80vh; margin: 1 0; background: $surface; }
    """

    def __init__(
        self, title: str, rows_for: RowsFor, *, placeholder: str | None = None, letters: bool = False, cursor: int = 0
    ) -> None:
        """Make a list to choose from.

        Args:
            title: What is chosen.
            rows_for: The rows for what was typed; asked with "" where nothing can be typed.
            placeholder: What the field says; None for a list without one.
            letters: Whether any letter is an answer of its own.
            cursor: Index of the row that Enter chooses at first.
        """
        super().__init__()
        self._title = title
        self._rows_for = rows_for
        self._placeholder = placeholder
        self._letters = letters
        self._cursor = cursor

    def compose(self) -> ComposeResult:
        """Title, field and rows."""
        with Vertical():
            yield Static(Content(self._title), id="picker-title")
            if self._placeholder is not None:
                yield SearchField(placeholder=self._placeholder, compact=True)
            yield RowList()

    def on_mount(self) -> None:
        """Show all rows, and type in the field where there is one."""
        self.query_one(RowList).show_rows(self._rows_for(""), self._cursor)
        if self._placeholder is None:
            self.query_one(RowList).focus()

    def _show(self, typed: str) -> None:
        self.query_one(RowList).show_rows(self._rows_for(typed))

    def on_key(self, event: events.Key) -> None:
        """Take a letter as the answer."""
        if self._letters and event.character is not None and event.character.isalnum():
            event.stop()
            self.dismiss(event.character)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._show(event.value)

    @on(SearchField.Stepped)
    def _step(self, event: SearchField.Stepped) -> None:
        self.query_one(RowList).action_step(event.rows)

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        self.query_one(RowList).action_choose()

    @on(RowList.RowChosen)
    def _choose(self, event: RowList.RowChosen) -> None:
        if event.row.target is not None:
            self.dismiss(event.row.target)
