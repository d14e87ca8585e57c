"""Where the reader goes: from a place to the next or the one before of its kind."""

from __future__ import annotations

from enum import StrEnum

from reader.model import Kind, Place
from reader.typesetting import next_sentence, previous_sentence
from reader.typesetting.folds import Folds
from reader.typesetting.rows import TypesetText

HEADINGS = frozenset((Kind.TITLE, Kind.HEADING))
"""What the motions between headings stop at."""


class Motion(StrEnum):
    """A way to move through the text."""

    ROW_DOWN = "row_down"
    ROW_UP = "row_up"
    PAGE_DOWN = "page_down"
    PAGE_UP = "page_up"
    START = "start"
    END = "end"
    PARAGRAPH_NEXT = "paragraph_next"
    PARAGRAPH_PREVIOUS = "paragraph_previous"
    SENTENCE_NEXT = "sentence_next"
    SENTENCE_PREVIOUS = "sentence_previous"
    HEADING_NEXT = "heading_next"
    HEADING_PREVIOUS = "heading_previous"
    WORD_NEXT = "word_next"
    """By words and characters while passages are selected."""
    WORD_PREVIOUS = "word_previous"
    CHARACTER_NEXT = "character_next"
    CHARACTER_PREVIOUS = "character_previous"

    @property
    def is_forwards(self) -> bool:
        """Whether it leads towards the end, where it is by anything but rows."""
        return self.endswith("_next") or self is Motion.END


def place_after(text: TypesetText, folds: Folds, place: Place, motion: Motion) -> Place | None:
    """Where a motion between paragraphs, sentences or headings leads; None when there is nothing further that way."""
    match motion:
        case Motion.PARAGRAPH_NEXT:
            return _paragraph(text, folds, place.paragraph, 1)
        case Motion.PARAGRAPH_PREVIOUS:
            return Place(place.paragraph, 0) if place.offset else _paragraph(text, folds, place.paragraph, -1)
        case Motion.HEADING_NEXT:
            return _heading(text, folds, place.paragraph, 1)
        case Motion.HEADING_PREVIOUS:
            return _heading(text, folds, place.paragraph + bool(place.offset), -1)
        case Motion.SENTENCE_NEXT:
            return _next_sentence(text, folds, place)
        case Motion.SENTENCE_PREVIOUS:
            return _previous_sentence(text, folds, place)
        case _:
            raise ValueError(f"{motion} moves by rows")


def visible_neighbour(text: TypesetText, folds: Folds, paragraph: int, by: int) -> int | None:
    """The next paragraph that way that is not folded away."""
    paragraph += by
    while 0 <= paragraph < text.count:
        if not folds.is_folded(paragraph):
            return paragraph
        run = folds.run_of(paragraph)
        paragraph = run.stop if by > 0 else run.start - 1
    return None


def _step(folds: Folds, paragraph: int, by: int) -> int:
    """The paragraph before or after, a folded run counting as one."""
    run = folds.run_of(paragraph) if folds.is_folded(paragraph) else range(paragraph, paragraph + 1)
    following = run.stop if by > 0 else run.start - 1
    return folds.run_of(following).start if following >= 0 and folds.is_folded(following) else following


def _paragraph(text: TypesetText, folds: Folds, paragraph: int, by: int) -> Place | None:
    following = _step(folds, paragraph, by)
    return Place(following, 0) if 0 <= following < text.count else None


def _heading(text: TypesetText, folds: Folds, paragraph: int, by: int) -> Place | None:
    following = paragraph + by
    while 0 <= following < text.count:
        if text.kind(following) in HEADINGS and not folds.is_folded(following):
            return Place(following, 0)
        following += by
    return None


def _next_sentence(text: TypesetText, folds: Folds, place: Place) -> Place | None:
    if not folds.is_folded(place.paragraph):
        offset = next_sentence(text.text(place.paragraph), place.offset)
        if offset is not None:
            return Place(place.paragraph, offset)
    return _paragraph(text, folds, place.paragraph, 1)


def _previous_sentence(text: TypesetText, folds: Folds, place: Place) -> Place | None:
    if not folds.is_folded(place.paragraph):
        offset = previous_sentence(text.text(place.paragraph), place.offset)
        if offset is not None:
            return Place(place.paragraph, offset)
    before = _paragraph(text, folds, place.paragraph, -1)
    if before is None or folds.is_folded(before.paragraph):
        return before
    stored = text.text(before.paragraph)
    return Place(before.paragraph, previous_sentence(stored, len(stored)) or 0)
