"""Stretches of a paragraph that are measured and broken one at a time, so that no text is too long."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache

from reader.model import Kind
from reader.typesetting.graphemes import grapheme_starts
from reader.typesetting.headlines import headline_starts
from reader.typesetting.measuring import Measured
from reader.typesetting.prohibitions import allowed_breaks
from reader.typesetting.sentences import SENTENCE_END
from reader.typesetting.setting import SETTINGS, indent_cells
from reader.typesetting.spacing import thin_spaces

BLOCK_LENGTH = 4000
"""The most code points that are broken at once."""
_SEARCHED = 1000
"""Code points before the longest possible end in which a sentence end is looked for."""
_PLAIN_END = frozenset("。！？”")
"""Ends of sentences after which a row may end, whatever stands around, when a Chinese character follows."""
_CONTEXT = 64
"""Code points on each side of a cut that decide whether a row may end there."""


@lru_cache(4)
def cut_blocks(text: str, length: int = BLOCK_LENGTH) -> tuple[tuple[int, int], ...]:
    """Start and end of each block of a paragraph: after a sentence end where there is one, never inside of a grapheme.

    The last few answers are kept, since a text is cut again when it is shown in another script.

    >>> cut_blocks("人勤春来早。实干正当时。", length=8)
    ((0, 6), (6, 12))
    """
    cuts: list[tuple[int, int]] = []
    start = 0
    while len(text) - start > length:
        end = _cut(text, start, start + length)
        cuts.append((start, end))
        start = end
    return (*cuts, (start, len(text)))


def _cut(text: str, start: int, limit: int) -> int:
    """The best end of a block that begins at `start` and goes no further than `limit`."""
    ends = [match.end() for match in SENTENCE_END.finditer(text, max(start + 1, limit - _SEARCHED), limit)]
    for end in reversed(ends[-4:]):
        if text[end - 1] in _PLAIN_END and "\u4e00" <= text[end] <= "\u9fff":
            return end
        low = max(start, end - _CONTEXT)
        if allowed_breaks(text[low : end + _CONTEXT])[end - low] and _is_whole(text, low, end):
            return end
    low = max(start, limit - 4 * _CONTEXT)
    allowed = allowed_breaks(text[low : limit + _CONTEXT])
    for end in range(limit, low, -1):
        if allowed[end - low] and _is_whole(text, low, end):
            return end
    for end in range(limit, low, -1):
        if _is_whole(text, low, end):
            return end
    return limit


def _is_whole(text: str, low: int, end: int) -> bool:
    """Whether no grapheme that begins after `low` reaches over `end`, and no thin space may come there."""
    starts = grapheme_starts(text[max(low, end - _CONTEXT) : end + 1])
    return bool(starts[min(_CONTEXT, end - low)]) and not thin_spaces(text[end - 1 : end + 1])


@dataclass(slots=True)
class Block:
    """A stretch of one paragraph, or a run of folded paragraphs, and the rows that begin in it at the present width."""

    paragraph: int
    """Index of the paragraph, the first of a folded run."""
    start: int
    """First code point of the stretch in its paragraph."""
    end: int
    """The code point after the last one."""
    kind: Kind
    """What the paragraph is."""
    folded: int = 0
    """Number of paragraphs that the only row stands for; 0 when the text itself is shown."""
    measured: Measured | None = None
    """Break points and widths, once they were needed; kept over changes of width."""
    starts: list[int] | None = None
    """Offsets in the paragraph at which its rows begin; None before it was broken."""
    is_exact: bool = False
    """Whether `starts` take into account where the stretch before ended; else it begins a row of its own."""
    open_start: int = field(default=0, repr=False)
    """Where the row that is still open at the end of the stretch began."""
    open_cells: int = field(default=0, repr=False)
    """Columns of that row taken so far."""

    @property
    def length(self) -> int:
        """Code points covered."""
        return self.end - self.start

    def break_rows(self, measured: Measured, width_cells: int, before: Block | None) -> None:
        """Break the stretch into rows.

        Args:
            measured: Its text, measured.
            width_cells: Columns of a row, indent included.
            before: The stretch before it in the same paragraph, where there is one.
        """
        setting = SETTINGS[self.kind]
        first = width_cells - indent_cells(setting.first_cells, width_cells)
        rest = width_cells - indent_cells(setting.rest_cells, width_cells)
        self.measured = measured
        self.is_exact = before is None or before.is_exact
        if before is None or not before.is_exact:
            room = first if self.start == 0 else rest
            broken = headline_starts(measured, rest) if setting.is_centred else measured.row_starts(rest, room)
            found = [self.start, *(self.start + at for at in broken)]
        else:
            room = first if before.open_start == 0 else rest
            found = [self.start + at for at in measured.row_starts(rest, room, before.open_cells)]
        self.starts = found
        columns = measured.columns
        if found or before is None:
            self.open_start = found[-1]
            self.open_cells = columns[-1] - columns[found[-1] - self.start]
        else:
            self.open_start, self.open_cells = before.open_start, before.open_cells + columns[-1]

    def row_of(self, offset: int, rows: int) -> int:
        """Which of its rows, about `rows`, holds an offset; -1 for the row that the stretch before left open."""
        if self.folded:
            return 0
        if self.starts is not None:
            return bisect_right(self.starts, offset) - 1
        return (offset - self.start) * rows // max(1, self.length + 1)
