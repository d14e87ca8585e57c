"""Running totals of rows that are asked and changed in logarithmic time (a Fenwick tree)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate


class Heights:
    """How many rows each of many blocks takes, and how many all blocks before one take.

    >>> heights = Heights([2, 0, 3])
    >>> heights.total, heights.before(2), heights.find(1), heights.find(2)
    (5, 2, 0, 2)
    """

    def __init__(self, heights: Sequence[int]) -> None:
        self._heights = list(heights)
        before = list(accumulate(self._heights, initial=0))
        self._sums = [0, *(before[index] - before[index & (index - 1)] for index in range(1, len(before)))]
        self.total = before[-1]
        """Rows of all blocks."""

    def __getitem__(self, index: int) -> int:
        return self._heights[index]

    def change(self, index: int, height: int) -> None:
        """Let block `index` take `height` rows."""
        by = height - self._heights[index]
        if not by:
            return
        self._heights[index] = height
        self.total += by
        index += 1
        while index < len(self._sums):
            self._sums[index] += by
            index += index & -index

    def before(self, index: int) -> int:
        """Rows of the blocks before block `index`."""
        rows = 0
        while index:
            rows += self._sums[index]
            index &= index - 1
        return rows

    def find(self, row: int) -> int:
        """The block that holds a row; the number of blocks when the row lies after the last."""
        index, step = 0, 1 << len(self._heights).bit_length()
        while step:
            if index + step < len(self._sums) and self._sums[index + step] <= row:
                index += step
                row -= self._sums[index]
            step >>= 1
        return index
