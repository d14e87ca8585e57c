"""What a text needs to be broken into rows of any width: where it may break, and how many columns lead there."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, compress, pairwise

from reader.typesetting.cells import Cells
from reader.typesetting.graphemes import grapheme_starts, is_plain
from reader.typesetting.prohibitions import allowed_breaks, is_together, may_part
from reader.typesetting.setting import PLAIN, PageStyle
from reader.typesetting.spacing import thin_spaces

HANGING = frozenset(" \t\u3000\u1680\u205f\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a")
"""The spaces of `prohibitions.SPACES` one by one: those that end a row take no room in it."""
PAIRS = frozenset(("……", "——", "⋯⋯", "――", "⸺⸺"))
"""Marks of two characters that are never parted."""
HANGING_MARKS = frozenset("，。、；：？！”’）》〉」』】〕］｝,.;:?!)]}")
"""Closing marks that may stand over the end of a row."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A text with its break points and widths; nothing in it depends on how wide the rows are."""

    text: str
    """The text as it is drawn."""
    points: array[int]
    """Offsets at which a row may end, ascending; the last is the length of the text."""
    ink: array[int]
    """For each point the columns of the text before it, without the spaces that end there."""
    reach: array[int]
    """The same without the columns by which a mark that ends there may hang over."""
    columns: array[int]
    """For each offset the columns of the text before it, thin spaces too; inside a grapheme those up to its end."""
    graphemes: bytearray | None
    """1 at each offset where a grapheme begins; None where every code point is one."""

    def row_starts(self, width_cells: int, first_cells: int, used_cells: int = 0) -> Iterator[int]:
        """Offsets at which a new row begins, the beginning of the text excepted.

        Args:
            width_cells: Columns of a full row.
            first_cells: Columns of the row that the text begins in.
            used_cells: Columns of it that are taken by text before this one.
        """
        at, room, index = 0, first_cells - used_cells, 0
        points, reach, columns = self.points, self.reach, self.columns
        while True:
            limit = columns[at] + room
            fits = bisect_right(reach, limit, index)
            if fits == len(points):
                return
            cut = points[fits - 1] if fits > index else at
            is_overlong = reach[fits] - columns[cut] > width_cells
            if is_overlong or (cut == at and not used_cells):
                begins_row = cut == at and not used_cells
                cut = self._part(cut, limit, columns[cut] + (0 if begins_row else width_cells)) or cut
            if cut == at and not used_cells:
                cut = self._any_part(at, limit)
            at, room, used_cells = cut, width_cells, 0
            index = fits if points[fits] > at else fits + 1
            yield at

    def _part(self, start: int, limit: int, next_limit: int) -> int | None:
        """The last offset before column `limit` at which an overlong word may be cut.

        None where there is none, or where the word is better cut in the next row, which ends at column `next_limit`.
        """
        cuts = list(self._cuts(start, limit))
        if good := [cut for cut in cuts if not is_together(self.text, cut)]:
            return good[0]
        if any(not is_together(self.text, cut) for cut in self._cuts(start, next_limit)):
            return None
        return cuts[0] if cuts else None

    def _cuts(self, start: int, limit: int) -> Iterator[int]:
        """Offsets before column `limit` at which a word may be cut, the last first."""
        for offset in range(bisect_right(self.columns, limit, start) - 1, start, -1):
            is_whole = self.graphemes is None or self.graphemes[offset]
            if is_whole and may_part(self.text[offset - 1], self.text[offset]):
                yield offset

    def _any_part(self, start: int, limit: int) -> int:
        """The last grapheme boundary before column `limit`, at least one grapheme on; no …… or —— is parted there."""
        offset = bisect_right(self.columns, limit, start) - 1
        while offset > start + 1 and (
            self.text[offset - 1 : offset + 1] in PAIRS or not (self.graphemes is None or self.graphemes[offset])
        ):
            offset -= 1
        if offset > start and (self.graphemes is None or self.graphemes[offset]):
            return offset
        return start + 1 if self.graphemes is None else self.graphemes.index(1, start + 1)


class Widths(dict[str, int]):
    """Columns of each character met, asked for once, and of texts that are set in one style."""

    def __init__(self, cells: Cells, style: PageStyle = PLAIN) -> None:
        super().__init__()
        self._cells = cells
        self._style = style

    def __missing__(self, character: str) -> int:
        width = self[character] = self._cells(character)
        return width

    def measure(self, text: str) -> Measured:
        """A text with its break points and widths."""
        allowed = allowed_breaks(text)
        graphemes = None if is_plain(text) else grapheme_starts(text)
        if graphemes is None:
            columns = array("I", accumulate(map(self.__getitem__, text), initial=0))
        else:
            columns = self._grapheme_columns(text, graphemes)
            allowed = bytearray(map(int.__and__, allowed, graphemes))
        points = array("I", compress(range(len(text) + 1), allowed) if text else (0,))
        ink = array("I", (columns[point] for point in points))
        for index, point in enumerate(points):
            while point > 0 and text[point - 1] in HANGING:
                point -= 1
            ink[index] = columns[point]
        if self._style.spaced:
            _add_thin_spaces(text, points, ink, columns)
        return Measured(text, points, ink, self._reach(text, points, ink), columns, graphemes)

    def _reach(self, text: str, points: array[int], ink: array[int]) -> array[int]:
        most = self._style.hanging_cells
        if not most:
            return ink
        reach = ink[:]
        for index, point in enumerate(points):
            mark = text[point - 1 : point]
            if mark in HANGING_MARKS:
                reach[index] -= min(most, self[mark])
        return reach

    def _grapheme_columns(self, text: str, starts: bytearray) -> array[int]:
        columns = array("I", [0]) * (len(text) + 1)
        total = 0
        for start, end in pairwise(compress(range(len(text) + 1), starts)):
            total += self[text[start]] if end - start == 1 else self._cells(text[start:end])
            columns[start + 1 : end + 1] = array("I", [total]) * (end - start)
        return columns


def _add_thin_spaces(text: str, points: array[int], ink: array[int], columns: array[int]) -> None:
    """Let the columns grow by the thin spaces of a text; one that ends a row takes no room in it."""
    spaces = thin_spaces(text)
    for nth, (start, end) in enumerate(pairwise((*spaces, len(columns))), 1):
        columns[start:end] = array("I", (column + nth for column in columns[start:end]))
    for index, point in enumerate(points):
        ink[index] += bisect_left(spaces, point)
