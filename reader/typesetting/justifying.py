"""Full rows that reach the end of the measure: their free columns are spread between what they are made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from reader.typesetting.measuring import Measured
from reader.typesetting.prohibitions import CLOSING, OPENING

WIDEST = 2
"""The most columns to add in one place; a row that needs more stays as it is."""


def justified_gaps(measured: Measured, width_cells: int) -> Mapping[int, int]:
    """Columns to add before offsets of the text of a row, where a row might end: never in a number or a Latin word.

    Args:
        measured: The text of the row.
        width_cells: Columns that it is to take.
    """
    text = measured.text
    inner = measured.points[:-1]
    at_marks = [point for point in inner if text[point - 1] in CLOSING or text[point] in OPENING]
    others = sorted(set(inner).difference(at_marks))
    return spread(width_cells - measured.ink[-1], at_marks, others)


def spread(free_cells: int, preferred: Sequence[int], others: Sequence[int]) -> Mapping[int, int]:
    """Columns to add before offsets so that a row is full: first one at each preferred offset, then evenly.

    Args:
        free_cells: Columns to add.
        preferred: Offsets at which a column is seen least, ascending.
        others: The other offsets that may be widened, ascending.

    >>> spread(1, [4], [2, 6, 8]), spread(3, [4], [2, 6, 8]), spread(3, [], [2, 4]), spread(9, [], [2])
    (Counter({4: 1}), Counter({4: 1, 2: 1, 8: 1}), Counter({4: 2, 2: 1}), {})
    """
    everywhere = sorted((*preferred, *others))
    if free_cells > WIDEST * len(everywhere):
        return {}
    first = _evenly(free_cells, preferred)
    second = _evenly(free_cells - len(first), others)
    return Counter((*first, *second, *_evenly(free_cells - len(first) - len(second), everywhere)))


def _evenly(wanted: int, offsets: Sequence[int]) -> list[int]:
    """So many of the offsets, as far from each other as can be; all where there are fewer."""
    if wanted >= len(offsets):
        return list(offsets)
    return [offsets[(2 * nth + 1) * len(offsets) // (2 * wanted)] for nth in range(wanted)]
