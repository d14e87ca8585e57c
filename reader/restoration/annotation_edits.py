"""Removing the annotations of a page by the table that it was annotated with."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from reader.model import Edit, Reason
from reader.restoration.annotations import (
    NOTE,
    OPENING,
    Annotations,
    learn_annotations,
)
from reader.restoration.familiarity import is_common
from reader.restoration.gbk import character_of, pair_of
from reader.restoration.phonetics import reads


def find_annotations(text: str, known: Annotations | None = None) -> Sequence[Edit]:
    """The annotations of a page that annotates by a table, each as a removal.

    Phonetic notes on characters outside the table, and Latin words in parentheses, are left alone.

    Args:
        text: The page, characters that were cut apart repaired.
        known: The table learnt from the page as it came, where repairs took annotations away.

    >>> [(e.start, e.end) for e in find_annotations("網(wǎng)絡強國戰(zhàn )略")]
    [(1, 7), (11, 18)]
    >>> find_annotations("瘥(chài)，國內生產總值(GDP)，應用(app)")
    []
    """
    table = known or learn_annotations(text)
    edits, others = _by_table(text, table)
    if not known or not others:
        return edits
    return _by_table(text, learn_annotations(text) | known)[0]


def _by_table(text: str, table: Annotations) -> tuple[list[Edit], bool]:
    """The annotations that follow a table, each as a removal, and whether there are others it was not learnt from."""
    edits: list[Edit] = []
    others = False
    reasons = {(c, reading): _reason(c, reading) for c, found in table.readings.items() for reading in found}
    for match in NOTE.finditer(text) if table else ():
        start, end = match.span()
        reading = match[1]
        reason = reasons.get((text[start - 1 : start], reading))
        if reason is None:
            start = _before_note(text, start)
            character = annotated_by(text, start, reading, table)
            reason = _reason(character, reading) if character is not None else None
        if reason is not None:
            edits.append(Edit(start, end, "", "annotation", reason))
        elif not others and start and text[start - 1] not in table.spared:
            others = reads(text[start - 1], reading)
    return edits, others


def _before_note(text: str, start: int) -> int:
    """Where the character ends that the note at `start` stands behind, a space before the note not counted."""
    return start - 1 if text[start - 1 : start] == " " else start


@lru_cache(maxsize=10_000)
def _reason(character: str, reading: str) -> Reason:
    """Why an annotation is removed; one for all of its kind."""
    return Reason.of("annotation.table", character=character, reading=reading)


def note_ending(text: str, at: int) -> int | None:
    """Where the annotation begins that ends at `at`."""
    start = max(text.rfind(mark, max(0, at - 10), at) for mark in OPENING)
    note = NOTE.match(text, start) if start >= 0 else None
    return start if note is not None and note.end() == at else None


def annotated_by(text: str, start: int, reading: str, table: Annotations) -> str | None:
    """The character that the annotation at `start` belongs to, or None where it is no entry of the table.

    Where a script worked on bytes, the pair may be the last byte of a character and the ASCII letter after it.
    """
    if start == 0:
        return None
    character = text[start - 1]
    if reading in table.readings.get(character, ()):
        return character
    if (character in table.readings or (table.pervasive and is_common(character))) and reads(character, reading):
        return character
    if start >= 2 and "@" <= character <= "~":
        before = start - 1
        while (note := note_ending(text, before)) is not None:
            before = note
        lead = pair_of(text[before - 1 : before])
        found = character_of(lead[1], ord(character)) if lead else None
        if found is not None and reads(found, reading):
            return found
    return None
