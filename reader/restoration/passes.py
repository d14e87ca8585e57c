"""The order in which a page is repaired.

What changes which bytes are seen comes first, then what the bytes prove, then what the page's own habits show, and
the lines last, over text that is right within itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from reader.model import Decoded, Edit, Restored, apply_edits, compose
from reader.restoration.annotation_edits import find_annotations
from reader.restoration.annotations import learn_annotations
from reader.restoration.entities import find_entities
from reader.restoration.escapes import find_escapes
from reader.restoration.invisibles import find_invisibles
from reader.restoration.late_wraps import find_late_wraps
from reader.restoration.layout import LAYOUT_PASSES
from reader.restoration.misread.mojibake import find_mojibake
from reader.restoration.nested_notes import find_nested_notes
from reader.restoration.runs.shifts import find_shifts
from reader.restoration.tags import find_tags
from reader.restoration.widths import find_folded_marks, shows_folding

Pass = Callable[[str], Sequence[Edit]]
"""Edits over the text it is given, sorted and disjoint."""


def byte_passes(text: str) -> tuple[Pass, ...]:
    """The repairs inside the lines of a page, in order; marks are widened only where the page shows folding."""
    widths: tuple[Pass, ...] = (find_folded_marks,) if shows_folding(text) else ()
    return (
        find_escapes,
        find_mojibake,
        find_invisibles,
        find_late_wraps,
        find_nested_notes,
        find_nested_notes,  # what was inside two
        find_shifts,
        find_entities,
        find_tags,
        partial(find_annotations, known=learn_annotations(text)),
        *widths,
    )


def restore(decoded: Decoded) -> Restored:
    """The cleaned text of a page, as explained edits over its source text.

    >>> restore(Decoded("網(wǎng)絡和網(wǎng)站", ())).text
    '網絡和網站'
    """
    return carry_out(decoded, byte_passes(decoded.text), LAYOUT_PASSES)


def carry_out(decoded: Decoded, *rounds: Iterable[Pass]) -> Restored:
    """The text that rounds of passes leave, each pass run on what the one before left.

    The edits of a round are put together before they join those of the rounds before: repairs of a page are many, and
    what is done to its lines afterwards is little.
    """
    text, edits = decoded.text, list[Edit]()
    for passes in rounds:
        text, found = _carried_out(text, passes)
        edits = list(compose(decoded.text, _let_go(edits), _let_go(found)))
    return Restored(decoded, tuple(edits))


def _carried_out(source: str, passes: Iterable[Pass]) -> tuple[str, list[Edit]]:
    """The text that passes leave, and their edits over the source."""
    text, edits = source, list[Edit]()
    for find in passes:
        found = list(find(text))
        if found:
            text = apply_edits(text, found)
            edits = list(compose(source, _let_go(edits), _let_go(found)))
    return text, edits


def _let_go(edits: list[Edit]) -> Iterator[Edit]:
    """The edits in order, none held any more once it is taken: a large page has millions."""
    edits.reverse()
    while edits:
        yield edits.pop()
