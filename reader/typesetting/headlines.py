"""Rows of headlines: broken at their spaces where they have some, and about equally long."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from dataclasses import replace

from reader.typesetting.measuring import HANGING, Measured

LONGEST = 400
"""Code points after which a headline is broken like any other paragraph."""


def headline_starts(measured: Measured, width_cells: int) -> list[int]:
    """Offsets at which a new row of a headline begins: as few rows as greedy breaking makes, and as short as can be."""
    measured = replace(measured, reach=measured.ink)
    if len(measured.text) > LONGEST:
        return list(measured.row_starts(width_cells, width_cells))
    measured = _at_spaces(measured, width_cells)
    fewest = len(list(measured.row_starts(width_cells, width_cells)))
    if not fewest:
        return []
    starts = [0, *measured.points[:-1]]
    longest = max(end - measured.columns[start] for start, end in zip(starts, measured.ink, strict=True))
    widths = range(min(longest, width_cells), width_cells + 1)  # narrower, what belongs together would be parted
    narrowest = widths[bisect_left(widths, -fewest, key=lambda width: -len(list(measured.row_starts(width, width))))]
    return list(measured.row_starts(narrowest, narrowest))


def _at_spaces(measured: Measured, width_cells: int) -> Measured:
    """The same headline with break points at its spaces only, when what stands between them fits a row."""
    kept = [
        index
        for index, point in enumerate(measured.points)
        if point == len(measured.text) or measured.text[point - 1] in HANGING
    ]
    points, ink = (array("I", (column[index] for index in kept)) for column in (measured.points, measured.ink))
    starts = [0, *points[:-1]]
    fits = all(end - measured.columns[start] <= width_cells for start, end in zip(starts, ink, strict=True))
    return replace(measured, points=points, ink=ink, reach=ink) if fits else measured
