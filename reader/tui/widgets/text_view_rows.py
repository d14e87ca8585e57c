"""A scrolled view over rows: it keeps the place at its top, breaks what is near the screen, and draws what is on it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import compress, pairwise
from time import monotonic
from typing import ClassVar

from rich.cells import set_cell_size
from rich.segment import Segment
from textual import events
from textual.geometry import Offset, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.timer import Timer

from reader.export.visible import visible
from reader.messages import message
from reader.model import Place
from reader.tui.terminal_width import terminal_cells
from reader.tui.widgets import text_view_styles as styles
from reader.tui.widgets.text_view_document import Mark, Marked, ParagraphsDocument, TextDocument, VisibleText
from reader.typesetting import MINIMUM_CELLS, PageStyle, Row, Rows
from reader.typesetting.graphemes import grapheme_starts
from reader.typesetting.setting import PLAIN

REFINED_AT_ONCE = 2_000
"""Code points that are broken before the clock is looked at, a millisecond of work."""
SLICE_SECONDS = 0.006
"""The most time that an idle slice takes."""
SLICE_INTERVAL_SECONDS = 1 / 40
"""Time from one idle slice to the next."""
REST_SECONDS = 0.25
"""Time from the last thing that the reader did to the first idle slice: longer than keys take to repeat."""
SEEN_GROWTH = 1 / 200
"""How much the number of rows changes before the scroll bar tells of it."""
DOUBTFUL_MARKS = frozenset({Mark.LIKELY, Mark.LOST})
"""Marks that a sign in the margin tells of, since not every terminal shows colours and italics."""
SIGN_CELLS = 2
"""Columns before the text that the sign of the place needs, the one next to the text being free."""


class RowsView(ScrollView):
    """Draws the rows of a document. The place at the top stays over changes of width, style, document and folding.

    Its length is that of what must agree in one place: the width there is, the place at the top, the row that Textual
    scrolls to, and the column that a character is drawn in.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = styles.COMPONENTS

    measure_cells: reactive[int] = reactive(80)
    """The most columns that a row takes; 80 are forty Chinese characters."""
    is_centred: reactive[bool] = reactive(True)
    """Whether the text stands in the middle of a wide view, else at its left."""
    hidden_marks: reactive[frozenset[Mark]] = reactive(frozenset())
    """Marks that are not drawn."""
    page_style: reactive[PageStyle] = reactive(PLAIN, init=False)
    """How the text is set; the place at the top stays when it changes."""

    def __init__(self, document: TextDocument | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.document: TextDocument = document or ParagraphsDocument(())
        """What is shown; change it with `set_document`."""
        self.rows = Rows(VisibleText(self.document), MINIMUM_CELLS, terminal_cells)
        """Its rows at the present width."""
        self._top = Place(0, 0)
        self._is_placing = False
        self._refiner: Timer | None = None
        self._rest_until = 0.0
        self._looks: styles.Looks | None = None

    @property
    def top_place(self) -> Place:
        """Where the first row on the screen begins; the place that was asked for, when it lies inside of that row."""
        return self._top

    @property
    def text_cells(self) -> int:
        """Columns of a row at the present size, without those over which a mark may hang."""
        margins = self.page_style.margin_cells + max(self.page_style.margin_cells, self._least_right_cells)
        if self.size.width <= MINIMUM_CELLS + margins:
            margins = self._least_right_cells
        return max(MINIMUM_CELLS, min(self.measure_cells, self.size.width - margins))

    @property
    def _least_right_cells(self) -> int:
        """Columns after the text that are no margin: those of the scroll bar, and those that marks may hang over."""
        return self.page_style.hanging_cells + self.scrollbar_size_vertical

    @property
    def left_cells(self) -> int:
        """Columns before the text."""
        free = max(0, self.size.width - self.text_cells)
        wanted = free // 2 if self.is_centred else self.page_style.margin_cells
        return max(0, min(wanted, free - self._least_right_cells))

    def set_document(self, document: TextDocument, place: Place | None = None) -> None:
        """Show another document, or the same one in another script.

        Args:
            document: What to show.
            place: What stands at the top; None keeps the place that is there.
        """
        self.document = document
        if self.rows.redraw(VisibleText(document)):
            self.show_top(place or self._top)
            return
        folded = self.rows.folds.any_folded or not self.rows.folds.any_furniture
        self.rows = Rows(VisibleText(document), self.text_cells, terminal_cells, folded, self.page_style)
        self.show_top(place or self._top)

    def watch_page_style(self) -> None:
        """Set the text in the new style."""
        self.rows.restyle(self.page_style, self.text_cells)
        self.show_top(self._top)

    def show_top(self, place: Place, rows_above: int = 0) -> None:
        """Scroll so that a place stands so many rows under the top."""
        if not (self.document.count and self.size.height):
            self._top = place
            self._scroll_to_row(0)
            return
        place = self._inside(place)
        y = self.rows.settle(place, self.size.height)
        if rows_above:
            y = max(0, min(y - rows_above, self.rows.count - self.size.height))
            place = self.rows.place_of(y)
        self._top = place
        self._scroll_to_row(y)
        self._refine_later()

    def _inside(self, place: Place) -> Place:
        """The nearest place that the document has."""
        paragraph = max(0, min(place.paragraph, self.document.count - 1))
        return Place(paragraph, max(0, min(place.offset, len(self.document.text(paragraph)))))

    def _scroll_to_row(self, y: int) -> None:
        """Bring row `y` to the top and let the scroll bar know how many rows there are."""
        self._is_placing = True
        self.virtual_size = Size(self.size.width, self.rows.count)
        self.scroll_to(y=y, animate=False, force=True)
        self._is_placing = False
        self.refresh()

    def _refine_later(self) -> None:
        self._rest_until = monotonic() + REST_SECONDS
        if self._refiner is not None and not self.rows.exact:
            self._refiner.resume()

    def _refine(self) -> None:
        """Break some more of the text while nothing else is to do; the picture stays as it is."""
        if not self.document.count or self._refiner is None or monotonic() < self._rest_until:
            return
        until = monotonic() + SLICE_SECONDS
        before, count = self.rows.y_of(self._top), self.rows.count
        y = round(self.scroll_y)
        is_at_end = y + self.size.height == count
        is_exact = self.rows.refine(REFINED_AT_ONCE)
        while not is_exact and monotonic() < until:
            is_exact = self.rows.refine(REFINED_AT_ONCE)
        if is_exact:
            self._refiner.pause()
        y += self.rows.count - count if is_at_end else self.rows.y_of(self._top) - before
        grown = abs(self.rows.count - self.virtual_size.height)
        is_near_end = y + 3 * self.size.height > min(self.rows.count, self.virtual_size.height)
        if y != round(self.scroll_y) or (grown and (is_exact or is_near_end or grown > SEEN_GROWTH * self.rows.count)):
            self._move_bar(y)

    def _move_bar(self, y: int) -> None:
        """Count the row at the top as row `y` of the rows there are; nothing but the scroll bar is drawn anew."""
        self.set_reactive(RowsView.virtual_size, Size(self.size.width, self.rows.count))
        self.set_reactive(RowsView.scroll_y, float(y))
        self.set_reactive(RowsView.scroll_target_y, float(y))
        self.vertical_scrollbar.window_virtual_size = self.rows.count
        self.vertical_scrollbar.position = y

    def on_mount(self) -> None:
        """Start the idle slices, which sleep while every row is exact."""
        self._refiner = self.set_interval(SLICE_INTERVAL_SECONDS, self._refine, pause=True)

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        """Have the rows ready for the picture that is drawn before `on_resize` comes.

        Rows of the old width that the new height leaves room for are no place that the reader went to.
        """
        resized = size != self._size
        placing, self._is_placing = self._is_placing, True
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        self._is_placing = placing
        if resized and self.document.count and size.height:
            self.rows.resize(self.text_cells)
            y = self.rows.settle(self._top, size.height)
            self._move_bar(min(y, max(0, self.rows.count - size.height)))
        return changed

    def on_resize(self, event: events.Resize) -> None:
        """Go on with the width that there is now, for which the rows are ready."""
        self._refine_later()

    def _set_width(self) -> None:
        if self.rows.width_cells != self.text_cells:
            self.rows.resize(self.text_cells)
        self.show_top(self._top)

    def watch_measure_cells(self) -> None:
        """Set the text in the new measure."""
        if self.is_mounted:
            self._set_width()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Take the place at the top along, and have the rows around it broken."""
        super().watch_scroll_y(old_value, new_value)
        if self._is_placing or not self.document.count:
            return
        y = round(new_value)
        self._top = self.rows.place_of(y)
        before = self.rows.y_of(self._top)
        shift = self.rows.settle(self._top, max(1, self.size.height)) - before
        if shift or self.virtual_size.height != self.rows.count:
            self._scroll_to_row(y + shift)
        self._refine_later()

    def notify_style_update(self) -> None:
        """Forget styles of another theme."""
        self._looks = None
        super().notify_style_update()

    def row_at(self, y: int) -> Row | None:
        """The row that is drawn `y` rows under the top of the screen; None under the end of the text."""
        y += round(self.scroll_y)
        return self.rows.row(y) if y < self.rows.count else None

    def underlays(self, row: Row) -> Iterable[styles.Layer]:
        """What is drawn under the marks of a row."""
        return ()

    def overlays(self, row: Row) -> Iterable[styles.Layer]:
        """What is drawn over the marks of a row."""
        return ()

    def marks(self, row: Row) -> Iterable[Marked]:
        """What is marked in a row and drawn."""
        return (
            one for one in self.document.marks(row.paragraph, row.start, row.end) if one.mark not in self.hidden_marks
        )

    def sign(self, row: Row) -> str | None:
        """Component class of the sign beside a row, or None."""
        return None

    @property
    def looks(self) -> styles.Looks:
        """The styles of the present theme."""
        if self._looks is None:
            found = {name: self.get_component_rich_style(name, partial=True) for name in styles.COMPONENTS}
            self._looks = styles.Looks(self.rich_style, found)
        return self._looks

    def row_text(self, row: Row) -> str:
        """What a row says."""
        if row.is_blank:
            return ""
        if not row.folded:
            return self.rows.shown(row)
        return self._folded_text(row)

    def _folded_text(self, row: Row) -> str:
        """What the row of a folded run says: how many paragraphs there are, and how the first begins."""
        room = self.rows.width_cells
        length = len(self.document.text(row.paragraph))
        words = visible(self.document.shown(row.paragraph, 0, min(room, length))).strip()
        label = message("text_view.folded", count=row.folded, words=words)
        if terminal_cells(label) <= room and length <= room:
            return label
        return set_cell_size(label, max(0, room - terminal_cells("…"))).rstrip() + "…"

    def render_line(self, y: int) -> Strip:
        """Draw one row of the screen."""
        width, base = self.size.width, self.looks[()]
        row = self.row_at(y)
        if row is None:
            return Strip.blank(width, base)
        left = self._margin(row, self.left_cells)
        text = self.row_text(row)
        if row.folded:
            return styles.framed([Segment(text, self.looks[(styles.FOLD,)])], left, 0, width, base)
        segments = styles.row_segments(
            row, text, self.marks(row), self.underlays(row), self.overlays(row), self.looks, self.rows.gaps(row)
        )
        return styles.framed(segments, left, row.indent_cells, width, base)

    def _margin(self, row: Row, cells: int) -> list[Segment]:
        """The columns before the text, with the sign in the one but last; `?` where a character is doubtful."""
        sign, is_doubtful = self.sign(row), any(one.mark in DOUBTFUL_MARKS for one in self.marks(row))
        if (sign is None and not is_doubtful) or cells < SIGN_CELLS:
            return [Segment(" " * cells, self.looks[()])]
        mark = "?" if is_doubtful else " " if sign == styles.CURSOR else "|"
        return [
            Segment(" " * (cells - SIGN_CELLS), self.looks[()]),
            Segment(mark, self.looks[(sign or styles.DOUBT,)]),
            Segment(" ", self.looks[()]),
        ]

    def place_at(self, offset: Offset) -> tuple[Row, int, int] | None:
        """The row under a point of the view, and start and end of the character there; empty beside the text."""
        y = max(0, min(offset.y, self.size.height - 1))
        row = self.row_at(y) if self.document.count else None
        if row is None:
            return None
        text = self.row_text(row) if not (row.folded or row.is_blank) else ""
        return row, *self._character_at(row, text, offset.x - self.left_cells - row.indent_cells)

    def _character_at(self, row: Row, text: str, column: int) -> tuple[int, int]:
        """Start and end in the paragraph of the grapheme drawn at a column of the text."""
        if column < 0 or not text:
            return row.start, row.start
        gaps, taken = self.rows.gaps(row), 0
        for at, after in pairwise(compress(range(len(text) + 1), grapheme_starts(text))):
            start, end = row.start + at, row.start + after
            taken += terminal_cells(text[at:after]) + gaps.get(end, 0)
            if column < taken:
                return start, end
        return row.end, row.end
