"""Selecting from the keyboard: the motions that else move the cursor let a selection grow and shrink at one end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import compress, count

from reader.model import Passage, Place, Span
from reader.tui.widgets.text_view_document import TextDocument
from reader.tui.widgets.text_view_motions import Motion, place_after, visible_neighbour
from reader.tui.widgets.text_view_selection import SelectingView, selection_over
from reader.typesetting import TypesetText, sentence_at
from reader.typesetting.folds import Folds
from reader.typesetting.graphemes import grapheme_starts

Unit = Callable[[str, int], Span]
"""Gives the stretch of its kind that holds an offset of a text: a word, a sentence, a paragraph."""

NEAR = 64
"""Code points on each side in which the borders of a character are looked for."""


@dataclass(frozen=True, slots=True)
class Extent:
    """A selection with a beginning that stays selected and an end that moves."""

    first: Place
    """Where the stretch begins that was selected at first."""
    last: Place
    """Where it ends."""
    head: Place
    """The end that moves."""

    @property
    def start(self) -> Place:
        """Where the selection begins."""
        return min(self.first, self.head)

    @property
    def end(self) -> Place:
        """Where the selection ends."""
        return max(self.last, self.head)

    def from_head(self, *, forwards: bool) -> Place:
        """Where a motion sets out from: the moving end, outside of what was selected at first."""
        if self.first <= self.head <= self.last:
            return self.last if forwards else self.first
        return self.head

    def moved(self, head: Place) -> Extent:
        """The extent with its moving end elsewhere."""
        return Extent(self.first, self.last, head)

    def turned(self) -> Extent:
        """The same selection, the other end moving.

        >>> word = Extent(Place(0, 2), Place(0, 4), Place(0, 9)).turned()
        >>> (word.start, word.end) == (Place(0, 2), Place(0, 9)), word.head
        (True, Place(paragraph=0, offset=2))
        """
        still, moving = (self.start, self.end) if self.head >= self.first else (self.end, self.start)
        return Extent(moving, moving, still)


def character_at(text: str, offset: int) -> Span:
    """The character that holds an offset, with everything that is written over it."""
    low = max(0, offset - NEAR)
    near = text[low : offset + NEAR]
    starts = [low + at for at in compress(count(), grapheme_starts(near)[: len(near)])]
    start = max((at for at in starts if at <= offset), default=offset)
    return Span(start, min((at for at in starts if at > offset), default=low + len(near)))


def whole(text: str, offset: int) -> Span:
    """All of a paragraph."""
    return Span(0, len(text))


def border_after(text: TypesetText, folds: Folds, place: Place, unit: Unit) -> Place | None:
    """Where the unit ends that begins at a place or holds it; after the last of a paragraph, the first of the next."""
    paragraph: int | None = place.paragraph
    offset = place.offset
    while paragraph is not None:
        words = text.text(paragraph)
        while offset < len(words):
            span = unit(words, offset)
            if not words[offset : span.end].isspace():
                return Place(paragraph, span.end)
            offset = span.end
        paragraph, offset = visible_neighbour(text, folds, paragraph, 1), 0
    return None


def border_before(text: TypesetText, folds: Folds, place: Place, unit: Unit) -> Place | None:
    """Where the unit begins that ends at a place or holds it; before the first of a paragraph, the last of another."""
    paragraph: int | None = place.paragraph
    offset = place.offset
    while paragraph is not None:
        words = text.text(paragraph)
        while offset > 0:
            span = unit(words, offset - 1)
            if not words[span.start : offset].isspace():
                return Place(paragraph, span.start)
            offset = span.start
        paragraph = visible_neighbour(text, folds, paragraph, -1)
        offset = len(text.text(paragraph)) if paragraph is not None else 0
    return None


class ExtendingView(SelectingView):
    """A view in which the keys select."""

    def __init__(self, document: TextDocument | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(document, id=id, classes=classes)
        self._extent: Extent | None = None

    @property
    def is_selecting(self) -> bool:
        """Whether motions change what is selected; not when it was changed otherwise since the keys selected it."""
        extent = self._extent
        if extent is None or not self.is_attached:
            return False
        return self.text_selection == selection_over(self._passages(extent))

    def _passages(self, extent: Extent) -> tuple[Passage, ...]:
        """First and last stretch of what is selected."""
        return (
            Passage(*extent.start, len(self.document.text(extent.start.paragraph))),
            Passage(extent.end.paragraph, 0, extent.end.offset),
        )

    def _take(self, extent: Extent | None) -> Place | None:
        """Select an extent; returns where its moving end is."""
        self._extent = extent
        self.select(*(self._passages(extent) if extent is not None else ()))
        return extent.head if extent is not None else None

    def widen(self, place: Place) -> Place | None:
        """Select the word at a place; when it is selected its sentence, then the paragraph, then nothing.

        What was selected with the mouse is taken over as it is.
        """
        selected = self.selected_passages()
        if selected and not self.is_selecting:
            first, last = selected[0], selected[-1]
            return self._take(Extent(first.place, Place(last.paragraph, last.end), Place(last.paragraph, last.end)))
        at = self._inside(self._extent.first if selected and self._extent is not None else place)
        words = "" if self.rows.folds.is_folded(at.paragraph) else self.document.text(at.paragraph)
        spans = [unit(words, at.offset) for unit in (self.words, sentence_at, whole)] if words else []
        before = selected[0].end - selected[0].start if len(selected) == 1 else len(words) if selected else 0
        span = next((span for span in spans if span.length > before), None)
        if span is None:
            return self._take(None)
        start, end = Place(at.paragraph, span.start), Place(at.paragraph, span.end)
        return self._take(Extent(start, end, end))

    def turn(self) -> Place | None:
        """Let the other end of the selection move."""
        return self._take(self._extent.turned()) if self.is_selecting and self._extent is not None else None

    def extend(self, motion: Motion) -> Place | None:
        """Move one end of the selection; returns where it is, or None where there is nothing further."""
        if not self.is_selecting or self._extent is None:
            return None
        head = self._head_after(motion, self._extent)
        return self._take(self._extent.moved(head)) if head is not None else None

    def _head_after(self, motion: Motion, extent: Extent) -> Place | None:
        """Where a motion leads the moving end."""
        units: dict[Motion, Unit] = {
            **dict.fromkeys((Motion.CHARACTER_NEXT, Motion.CHARACTER_PREVIOUS), character_at),
            **dict.fromkeys((Motion.WORD_NEXT, Motion.WORD_PREVIOUS), self.words),
            **dict.fromkeys((Motion.SENTENCE_NEXT, Motion.SENTENCE_PREVIOUS), sentence_at),
            **dict.fromkeys((Motion.PARAGRAPH_NEXT, Motion.PARAGRAPH_PREVIOUS), whole),
        }
        page = max(1, self.size.height - 1)
        rows = {Motion.ROW_DOWN: 1, Motion.ROW_UP: -1, Motion.PAGE_DOWN: page, Motion.PAGE_UP: -page}
        if motion in units:
            border = border_after if motion.is_forwards else border_before
            start = extent.from_head(forwards=motion.is_forwards)
            return border(self.document, self.rows.folds, start, units[motion])
        if motion in rows:
            return self._rows_on(extent.head, rows[motion])
        if motion is Motion.START:
            return Place(0, 0)
        if motion is Motion.END:
            last = self.document.count - 1
            return Place(last, len(self.document.text(last)))
        return place_after(self.document, self.rows.folds, extent.head, motion)

    def _rows_on(self, place: Place, by: int) -> Place | None:
        """The place so many rows on, as far into its row as a place is into its own."""
        y = self.rows.settle(place, abs(by) + 1)
        into, step = place.offset - self.rows.row(y).start, 1 if by > 0 else -1
        y = max(0, min(y + by, self.rows.count - 1))
        while 0 < y < self.rows.count - 1 and (self.rows.row(y).is_blank or self.rows.row(y).folded):
            y += step
        row = self.rows.row(y)
        found = Place(row.paragraph, min(row.start + into, row.end))
        return None if row.is_blank or row.folded or found == place else found
