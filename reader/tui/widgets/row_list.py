"""A list that draws only the rows in sight, as long as it may be."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.tui.widgets.list_rows import Line, ListRow, set_row


class RowList(ScrollView, can_focus=True):
    """Rows with a cursor; Enter or a click chooses one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "step(1)", show=False),
        Binding("k,up", "step(-1)", show=False),
        Binding("space,pagedown", "page(1)", show=False),
        Binding("b,pageup", "page(-1)", show=False),
        Binding("g,home", "edge(0)", show=False),
        Binding("G,end", "edge(-1)", show=False),
        Binding("enter", "choose", show=False),
    ]

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "row-list--plain",
        "row-list--strong",
        "row-list--dim",
        "row-list--inferred",
        "row-list--lexicon",
        "row-list--found",
        "row-list--watched-yellow",
        "row-list--watched-red",
        "row-list--watched-green",
        "row-list--watched-blue",
        "row-list--aside",
        "row-list--cursor",
        "row-list--open",
    }

    DEFAULT_CSS = """
    RowList {
        height: 1fr;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        & > .row-list--strong { text-style: bold; }
        & > .row-list--open { text-style: bold; color: $primary; }
        & > .row-list--dim { text-style: dim; }
        & > .row-list--inferred { text-style: italic; }
        & > .row-list--lexicon { text-style: italic dim; }
        & > .row-list--found { text-style: bold underline; color: $accent; }
        & > .row-list--watched-yellow { text-style: bold; color: $text-warning; background: $warning-muted; }
        & > .row-list--watched-red { text-style: bold; color: $text-error; background: $error-muted; }
        & > .row-list--watched-green { text-style: bold; color: $text-success; background: $success-muted; }
        & > .row-list--watched-blue { text-style: bold; color: $text-secondary; background: $secondary-muted; }
        &:nocolor, &:ansi {
            & > .row-list--watched-yellow, & > .row-list--watched-red,
            & > .row-list--watched-green, & > .row-list--watched-blue {
                color: $foreground; background: $background; text-style: bold italic underline;
            }
        }
        & > .row-list--aside { color: $secondary; }
        & > .row-list--cursor { background: $primary-muted; color: $foreground; }
        &:focus > .row-list--cursor { background: $primary; color: $background; }
        &:nocolor > .row-list--cursor, &:ansi > .row-list--cursor { text-style: underline; }
        &:nocolor:focus > .row-list--cursor { text-style: bold underline; }
        &:ansi:focus > .row-list--cursor { text-style: reverse; }
    }
    """

    cursor: reactive[int] = reactive(0, init=False)
    """Index of the row that Enter would choose."""

    @dataclass
    class RowChosen(Message):
        """A row was chosen by Enter or by a click."""

        row_list: RowList
        """The list."""
        index: int
        """Which of its rows."""
        row: ListRow
        """The row."""

        @property
        def control(self) -> RowList:
            """The list, for selectors."""
            return self.row_list

    def __init__(self, *, fixed_height: int | None = None, id: str | None = None) -> None:
        """Make an empty list.

        Args:
            fixed_height: Terminal rows of every row, whose texts are then cut; None lets texts run on.
            id: The widget's name.
        """
        super().__init__(id=id)
        self._fixed_height = fixed_height
        self._rows: Sequence[ListRow] = ()
        self._starts: Sequence[int] = (0,)
        """Where each row begins, in terminal rows, and where the last one ends."""
        self._lines: list[list[Line]] = []
        """The terminal rows of each row, where they run on."""
        self._set_for = -1
        """The width that `_lines` were set in."""

    @property
    def rows(self) -> Sequence[ListRow]:
        """What is listed."""
        return self._rows

    @property
    def row_cells(self) -> int:
        """Columns of a row, without the scroll bar."""
        return self.scrollable_content_region.width

    def show_rows(self, rows: Sequence[ListRow], cursor: int = 0, *, keep_scroll: bool = False) -> None:
        """List these rows from now on."""
        self._rows = rows
        self._set_for = -1
        self._lay_out()
        self.set_reactive(RowList.cursor, max(0, min(cursor, len(rows) - 1)))
        if keep_scroll:
            self._reveal()
        else:
            self.scroll_to(y=0, animate=False)
            self.call_after_refresh(self._reveal)
        self.refresh()

    def _lay_out(self) -> None:
        """Set the rows in the width that there is."""
        width = self.row_cells
        if width == self._set_for or width <= 0:
            return
        self._set_for = width
        if self._fixed_height is not None:
            height = self._fixed_height
            self._starts = range(0, len(self._rows) * height + 1, height)
        else:
            self._lines = [set_row(row, width, wrap=True) for row in self._rows]
            self._starts = list(accumulate((len(lines) for lines in self._lines), initial=0))
        self.virtual_size = Size(width, self._starts[-1])

    def on_resize(self, event: events.Resize) -> None:
        """Set the rows anew, the cursor in sight."""
        self._lay_out()
        self._reveal()

    def render_line(self, y: int) -> Strip:
        """One terminal row of the list."""
        self._lay_out()  # a scroll bar that comes or goes changes the width without a resize
        width = self.row_cells
        row_y = y + self.scroll_offset.y
        if row_y >= self._starts[-1]:
            return Strip.blank(width, self.rich_style)
        index = bisect_right(self._starts, row_y) - 1
        line = self._lines_of(index, width)[row_y - self._starts[index]]
        return self._strip(line, width, at_cursor=index == self.cursor)

    def _lines_of(self, index: int, width: int) -> list[Line]:
        if self._fixed_height is None:
            return self._lines[index]
        lines = set_row(self._rows[index], width, wrap=False)[: self._fixed_height]
        return lines + [()] * (self._fixed_height - len(lines))

    def _strip(self, line: Line, width: int, *, at_cursor: bool) -> Strip:
        """A terminal row; the colours of the cursor are over those of the looks, which could be the same."""
        over = self.get_component_rich_style("row-list--cursor", partial=True) if at_cursor else Style.null()
        base = self.rich_style
        segments = [
            Segment(text, base + self.get_component_rich_style(f"row-list--{look}", partial=True) + over)
            for text, look in line
            if text
        ]
        return Strip(segments).adjust_cell_length(width, base + over)

    def watch_cursor(self) -> None:
        """Keep the row in sight."""
        self._reveal()
        self.refresh()

    def validate_cursor(self, cursor: int) -> int:
        """A row that there is."""
        return max(0, min(cursor, len(self._rows) - 1))

    def _reveal(self) -> None:
        if not self._rows or len(self._starts) <= self.cursor + 1:
            return
        top, bottom = self._starts[self.cursor], self._starts[self.cursor + 1]
        height = self.size.height
        if top < self.scroll_offset.y or bottom - top > height:
            self.scroll_to(y=top, animate=False)
        elif bottom > self.scroll_offset.y + height:
            self.scroll_to(y=bottom - height, animate=False)

    def action_step(self, rows: int) -> None:
        """Move the cursor by some rows."""
        self.cursor += rows

    def action_page(self, pages: int) -> None:
        """Move the cursor by a height of the list."""
        there = self._starts[self.cursor] + pages * max(1, self.size.height - 1) if self._rows else 0
        self.cursor = bisect_right(self._starts, max(0, min(there, self._starts[-1] - 1))) - 1

    def action_edge(self, index: int) -> None:
        """Move the cursor to the first row (0) or to the last one (-1)."""
        self.cursor = index % max(1, len(self._rows))

    def action_choose(self) -> None:
        """Choose the row at the cursor."""
        if self._rows:
            self.post_message(self.RowChosen(self, self.cursor, self._rows[self.cursor]))

    def on_click(self, event: events.Click) -> None:
        """Choose the row that was clicked."""
        event.prevent_default()
        y = event.y - self.gutter.top + self.scroll_offset.y
        if 0 <= y < self._starts[-1]:
            self.cursor = bisect_right(self._starts, y) - 1
            self.action_choose()
