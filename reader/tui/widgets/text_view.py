"""The article as rows on the screen: marked, walked through and selected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import reactive
from textual.selection import Selection
from textual.timer import Timer

from reader.model import Passage, Place, Span
from reader.tui.widgets import text_view_styles as styles
from reader.tui.widgets.text_view_document import Mark, Marked, MarkIndex, ParagraphsDocument, TextDocument
from reader.tui.widgets.text_view_extent import ExtendingView
from reader.tui.widgets.text_view_motions import Motion, place_after
from reader.typesetting import Row, sentence_at

__all__ = ["Mark", "Marked", "Motion", "ParagraphsDocument", "TextDocument", "TextView"]

FLASH_SECONDS = 1.2
"""How long a passage that was jumped to stands out."""


class TextView(ExtendingView, can_focus=True):
    """A document set in rows of a comfortable measure, with a cursor that is at a sentence.

    State goes in through `set_document`, `set_marks` and the reactives; what the reader did comes out in messages. A
    place is (paragraph, offset). The view binds no keys but those of every scrolled view: bind `move` and the others.

    Its size is that of its interface: setting, drawing, selecting and motions are in modules of their own, and what is
    left here is the cursor, which all of them move.
    """

    DEFAULT_CSS = styles.DEFAULT_CSS

    cursor: reactive[Place] = reactive(Place(0, 0))
    """Where the reader is; the sentence that holds it is current."""
    shows_cursor: reactive[bool] = reactive(True)
    """Whether the current sentence and paragraph are shown while the view has the focus."""

    @dataclass
    class Posted(Message):
        """Something that the view tells."""

        view: TextView
        """The view."""

        @property
        def control(self) -> TextView:
            """The view, for `@on` with a selector."""
            return self.view

        def can_replace(self, message: Message) -> bool:
            """Whether a message that still waits is out of date; clicks and toggles are told one by one."""
            replaceable = (TextView.PlaceChanged, TextView.SelectionChanged)
            return isinstance(self, replaceable) and type(message) is type(self)

    @dataclass
    class PlaceChanged(Posted):
        """The reader is at another place."""

        top: Place
        """Where the first row on the screen begins."""
        cursor: Place
        """Where the reader is."""

    @dataclass
    class FurnitureToggled(Posted):
        """Furniture was folded away or shown."""

        folded: bool
        """Whether some furniture is folded now."""

    @dataclass
    class PassageClicked(Posted):
        """A character was clicked once."""

        place: Place
        """The character."""
        marks: tuple[Mark, ...]
        """What it is marked as, the mark that is seen first."""

    @dataclass
    class SelectionChanged(Posted):
        """Something else is selected, or nothing."""

        passages: tuple[Passage, ...]
        """What is selected, one passage for each paragraph, in reading order."""

    def __init__(self, document: TextDocument | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(document, id=id, classes=classes)
        self._marks: dict[Mark, MarkIndex] = {}
        self._flash_timer: Timer | None = None
        self._sentence: tuple[TextDocument, Place, Passage] | None = None
        self._told: tuple[Place, Place] | None = None

    def set_marks(self, passages: Mapping[Mark, Iterable[Passage] | MarkIndex]) -> None:
        """Mark passages over those of the document; each mark that is named loses the passages it had before."""
        for mark, of_mark in passages.items():
            self._marks[mark] = of_mark if isinstance(of_mark, MarkIndex) else MarkIndex(mark, of_mark)
        self.refresh()

    def marks(self, row: Row) -> Iterator[Marked]:
        """What is marked in a row and drawn."""
        yield from super().marks(row)
        for mark, index in self._marks.items():
            if mark not in self.hidden_marks:
                yield from index.between(row.paragraph, row.start, row.end)

    def marks_at(self, place: Place) -> tuple[Mark, ...]:
        """What a character is marked as, the mark that is seen first."""
        character = Row(place.paragraph, place.offset, place.offset + 1, self.document.kind(place.paragraph))
        return tuple(sorted({one.mark for one in self.marks(character)}, reverse=True))

    def watch_hidden_marks(self) -> None:
        """Draw without them."""
        self.refresh()

    @property
    def is_at_end(self) -> bool:
        """Whether the last row is on the screen."""
        row = self.row_at(min(self.size.height, self.rows.count) - 1) if self.document.count else None
        return row is not None and row.is_last and row.paragraph + max(1, row.folded) == self.document.count

    def go_to(self, place: Place) -> None:
        """Put the cursor at a place and bring it to the screen, a quarter down unless it is there already."""
        self.unfold(place.paragraph)
        place = self._inside(place)
        y = self.rows.settle(place, max(1, self.size.height)) - round(self.scroll_y) if self.document.count else 0
        if not 0 <= y < self.size.height - 1:
            self.show_top(place, rows_above=self.size.height // 4)
        self.cursor = place

    def put_cursor(self, place: Place) -> None:
        """Put the cursor at a place, or at the nearest row on the screen."""
        self.set_reactive(TextView.cursor, place)
        if self.document.count:
            self._keep_cursor()
        self.watch_cursor()

    def flash(self, passage: Passage, seconds: float = FLASH_SECONDS) -> None:
        """Go to a passage and let it stand out for a moment."""
        self.go_to(passage.place)
        self.set_marks({Mark.FLASH: [passage]})
        if self._flash_timer is not None:
            self._flash_timer.stop()
        self._flash_timer = self.set_timer(seconds, lambda: self.set_marks({Mark.FLASH: ()}))

    def move(self, motion: Motion) -> bool:
        """Move by rows, pages, sentences, paragraphs or headings; returns whether there was anywhere to go.

        While the keys select, one end of the selection moves.
        """
        if not self.document.count:
            return False
        if self.is_selecting:
            return self._follow(self.extend(motion))
        page = max(1, self.size.height - 1)
        by_rows = {Motion.ROW_DOWN: 1, Motion.ROW_UP: -1, Motion.PAGE_DOWN: page, Motion.PAGE_UP: -page}
        if motion in by_rows:
            before = self.scroll_y
            self.scroll_relative(y=by_rows[motion], animate=False, force=True)
            return self.scroll_y != before
        if motion is Motion.START:
            place = Place(0, 0)
        elif motion is Motion.END:
            last = self.document.count - 1
            place = Place(last, len(self.document.text(last)))
        else:
            found = place_after(self.rows.text, self.rows.folds, self.cursor, motion)
            if found is None:
                return False
            place = found
        self._reach(place)
        return True

    def _reach(self, place: Place) -> None:
        """Put the cursor at a place without unfolding it."""
        y = self.rows.settle(place, max(1, self.size.height)) - round(self.scroll_y)
        if not 0 <= y < self.size.height - 1:
            self.show_top(place, rows_above=self.size.height // 4)
        self.cursor = place

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Keep the cursor on the screen when the reader scrolls."""
        super().watch_scroll_y(old_value, new_value)
        if self.document.count and not self._is_placing:
            self._keep_cursor()
            self._tell_place()

    def _keep_cursor(self) -> None:
        top = round(self.scroll_y)
        y = self.rows.y_of(self._inside(self.cursor))
        if y < top:
            self.set_reactive(TextView.cursor, self.rows.place_of(top))
        elif y >= top + self.size.height:
            self.set_reactive(TextView.cursor, self.rows.place_before(top + self.size.height))

    def watch_cursor(self) -> None:
        """Draw and tell it."""
        self.refresh()
        self._tell_place()

    def _tell_place(self) -> None:
        now = (self.top_place, self.cursor)
        if self.is_mounted and now != self._told:
            self._told = now
            self.post_message(self.PlaceChanged(self, *now))

    def select_more(self) -> None:
        """Select the word at the cursor, then its sentence, its paragraph, nothing; motions change what is selected."""
        if self.document.count:
            self._follow(self.widen(self.cursor))

    def select_other_end(self) -> None:
        """Let motions move the other end of the selection."""
        self._follow(self.turn())

    def _follow(self, place: Place | None) -> bool:
        """Go where the moving end of the selection went, if it did."""
        if place is not None:
            self._reach(place)
        return place is not None

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw and tell what is selected."""
        self.refresh()
        # The screen changes the selection; a message counted as the screen's own would not reach the app.
        self.post_message(self.SelectionChanged(self, self.selected_passages()).set_sender(self))

    def toggle_furniture(self, paragraph: int | None = None) -> None:
        """Fold furniture away or show it: the run that a paragraph is in, or all of it."""
        folds = self.rows.folds
        if paragraph is None:
            folds.fold_all(not folds.any_folded)
        else:
            folds.toggle(paragraph)
        self._fold()

    def unfold(self, paragraph: int) -> None:
        """Show the furniture that a paragraph is in."""
        if self.rows.folds.is_folded(paragraph):
            self.toggle_furniture(paragraph)

    def _fold(self) -> None:
        self.rows.fold()
        self.show_top(self.top_place)
        self.post_message(self.FurnitureToggled(self, self.rows.folds.any_folded))

    @property
    def sentence(self) -> Passage | None:
        """The sentence that the reader is in."""
        if not self.document.count:
            return None
        place = self._inside(self.cursor)
        if self._sentence is None or self._sentence[:2] != (self.document, place):
            span = sentence_at(self.document.text(place.paragraph), place.offset)
            self._sentence = (self.document, place, Passage(place.paragraph, *span))
        return self._sentence[2]

    def underlays(self, row: Row) -> Iterator[styles.Layer]:
        """The current sentence."""
        sentence = self.sentence
        if self.has_focus and self.shows_cursor and sentence is not None and sentence.paragraph == row.paragraph:
            yield sentence.start, sentence.end, styles.SENTENCE

    def overlays(self, row: Row) -> Iterator[styles.Layer]:
        """What is selected."""
        selection = self.text_selection
        if selection is not None and (span := selection.get_span(row.paragraph)) is not None:
            yield span[0], row.end if span[1] < 0 else span[1], styles.SELECTED

    def sign(self, row: Row) -> str | None:
        """The sign of the current sentence or paragraph."""
        sentence = self.sentence
        if not (self.has_focus and self.shows_cursor) or row.is_blank or sentence is None:
            return None
        if sentence.paragraph != row.paragraph:
            return None
        is_current = row.folded or Span(row.start, max(row.end, row.start + 1)).overlaps(sentence.span)
        return styles.CURSOR if is_current else styles.PLACE

    def on_click(self, event: events.Click) -> None:
        """One click puts the cursor there, two select a word, three a sentence, four a paragraph."""
        found = self.place_at(Offset(event.x, event.y))
        if found is None or self.was_dragged:
            return
        row, start, _ = found
        if event.chain > 1:
            event.prevent_default()
            self.select_around(Place(row.paragraph, start), event.chain)
        elif row.folded:
            self.toggle_furniture(row.paragraph)
        elif not row.is_blank:
            self.cursor = Place(row.paragraph, start)
            self.post_message(self.PassageClicked(self, self.cursor, self.marks_at(self.cursor)))
