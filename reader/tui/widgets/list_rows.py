"""Rows of the lists beside the text: what stands in one, and how it is set in a width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from rich.cells import cell_len, set_cell_size

from reader.export.visible import visible
from reader.model import Span
from reader.typesetting.measuring import Widths

Piece = tuple[str, str]
"""Text and the look it is drawn in, which is the name of a component class without `row-list--`."""

Line = tuple[Piece, ...]
"""One terminal row of a list row."""


@dataclass(frozen=True, slots=True)
class ListRow:
    """What stands in one row of a list; it may take several terminal rows."""

    text: str
    """Its words."""
    aside: str = ""
    """What stands at the right of its first terminal row: a count, a mark."""
    detail: str = ""
    """A second text under the first, dimmed."""
    look: str = "plain"
    """How `text` is drawn."""
    indent: int = 0
    """Cells that the row is set in."""
    found: tuple[Span, ...] = ()
    """Stretches of `detail` that are set apart, sorted and disjoint."""
    marks: tuple[tuple[Span, str], ...] = ()
    """Stretches of `text` that have a look of their own, sorted and disjoint."""
    detail_marks: tuple[tuple[Span, str], ...] = ()
    """Those of `detail`, which what was found goes before."""
    target: object = None
    """What the row stands for."""


def set_row(row: ListRow, width_cells: int, *, wrap: bool) -> list[Line]:
    """The terminal rows of a list row: broken by Chinese rules, or cut to one row for each text."""
    width = max(4, width_cells - row.indent)
    aside = visible(row.aside)
    aside_cells = cell_len(aside) + 1 if aside else 0
    pad: Piece = (" " * row.indent, "plain")
    lines: list[Line] = []
    stretches = _stretches(row.text, width, aside_cells, wrap) if row.text or not row.detail else []
    for index, span in enumerate(stretches):
        text = _clip(row.text[span.start : span.end], width - (aside_cells if index == 0 else 0), wrap)
        line: Line = (pad, *_pieces(text, span.start, row.look, row.marks))
        if aside and index == 0:
            gap = max(1, width - cell_len(text) - cell_len(aside))
            line = (*line, (" " * gap, "plain"), (aside, "aside"))
        lines.append(line)
    if row.detail or not wrap:
        for span in _stretches(row.detail, width, 0, wrap):
            text = _clip(row.detail[span.start : span.end], width, wrap)
            lines.append((pad, *_pieces(text, span.start, "dim", _detail_marks(row))))
    return lines


def _stretches(text: str, width: int, used: int, wrap: bool) -> list[Span]:
    """The stretches of a text that stand in one terminal row each."""
    if not wrap or not text:
        return [Span(0, len(text))]
    measured = Widths(cell_len).measure(visible(text))
    cuts = [0, *measured.row_starts(width, max(2, width - used)), len(text)]
    return [Span(start, end) for start, end in pairwise(cuts) if start < end]


def _clip(text: str, width: int, wrap: bool) -> str:
    """A text without what a terminal would obey, cut with … where it may not run on."""
    clean = visible(text).rstrip(" \u3000") if wrap else visible(text)
    if cell_len(clean) <= width:
        return clean
    return set_cell_size(clean, max(0, width - cell_len("…"))).rstrip() + "…"


def _detail_marks(row: ListRow) -> list[tuple[Span, str]]:
    """What is set apart in the detail of a row."""
    found: list[tuple[Span, str]] = [(span, "found") for span in row.found]
    free = [one for one in row.detail_marks if not any(one[0].overlaps(span) for span in row.found)]
    return sorted([*found, *free])


def _pieces(text: str, start: int, look: str, marks: Iterable[tuple[Span, str]]) -> Iterator[Piece]:
    """A stretch of a text that begins at an offset, parted where the look changes."""
    done = 0
    for span, mark in marks:
        low = min(max(span.start - start, done), len(text))
        high = min(max(span.end - start, low), len(text))
        yield text[done:low], look
        yield text[low:high], mark
        done = high
    yield text[done:], look
