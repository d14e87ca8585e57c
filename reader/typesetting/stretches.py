"""A text as a sequence of blocks that are made when they are first looked at, and how many rows they may take."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter
from typing import Protocol

from reader.model import Kind, Place
from reader.typesetting.blocks import Block, cut_blocks
from reader.typesetting.folds import Folds
from reader.typesetting.setting import SETTINGS, PageStyle, blank_rows


class TypesetText(Protocol):
    """The paragraphs that are set."""

    @property
    def count(self) -> int:
        """Number of paragraphs."""
        ...

    def kind(self, paragraph: int) -> Kind:
        """What a paragraph is."""
        ...

    def text(self, paragraph: int) -> str:
        """A paragraph as it is stored; asked for every paragraph, so it must cost nothing."""
        ...

    def shown(self, paragraph: int, start: int, end: int) -> str:
        """A stretch of a paragraph as it is drawn, of the same length as the stored one; asked near the screen."""
        ...


Bounds = tuple[int, int, int]
"""Paragraph, start and end of a block."""


class Stretches:
    """The blocks of a text in reading order; a run of folded furniture is one of them."""

    def __init__(self, text: TypesetText, style: PageStyle, block_length: int) -> None:
        """Hold a text; `fold` lays it out.

        Args:
            text: The paragraphs.
            style: How the reader wants text to be set.
            block_length: The most code points of a block.
        """
        self._kinds = [text.kind(paragraph) for paragraph in range(text.count)]
        self._texts = [text.text(paragraph) for paragraph in range(text.count)]
        self._style = style
        self._block_length = block_length
        self._made: dict[Bounds, Block] = {}

    def holds(self, text: TypesetText) -> bool:
        """Whether a text has the same paragraphs, as stored."""
        return text.count == len(self._texts) and all(
            text.text(paragraph) is stored and text.kind(paragraph) is self._kinds[paragraph]
            for paragraph, stored in enumerate(self._texts)
        )

    def fold(self, folds: Folds) -> None:
        """Lay the text out with some furniture folded; blocks that were made before are kept."""
        self._bounds: list[Bounds] = []
        self._blocks: list[Block | None] = []
        self._first: list[int] = []
        self.gaps: list[int] = []
        """Blank rows before each block, besides those before each row; negative where its first row has none."""
        fewest = max(self._style.line_rows, self._style.paragraph_rows)
        before: Kind | None = None
        for run in folds.runs():
            paragraph, index = run.start, len(self._bounds)
            kind = self._kinds[paragraph]
            if len(run) > 1 or folds.is_folded(paragraph):
                self._bounds.append((paragraph, 0, 0))
                self._blocks.append(Block(paragraph, 0, 0, kind, folded=len(run), starts=[0], is_exact=True))
            else:
                bounds = self._cut(paragraph)
                self._bounds += bounds
                self._blocks += map(self._made.get, bounds)
            rows = fewest if before is kind else blank_rows(before, kind, fewest)
            self.gaps.append(rows - self._style.line_rows)
            self.gaps += [0] * (len(self._bounds) - len(self.gaps))
            self._first += [index] * len(run)
            before = kind

    def _cut(self, paragraph: int) -> tuple[Bounds, ...]:
        text = self._texts[paragraph]
        if len(text) <= self._block_length:
            return ((paragraph, 0, len(text)),)
        return tuple((paragraph, start, end) for start, end in cut_blocks(text, self._block_length))

    def __len__(self) -> int:
        return len(self._bounds)

    def __getitem__(self, index: int) -> Block:
        block = self._blocks[index]
        if block is None:
            paragraph, start, end = bounds = self._bounds[index]
            block = self._blocks[index] = self._made[bounds] = Block(paragraph, start, end, self._kinds[paragraph])
        return block

    def before(self, index: int) -> Block | None:
        """The block before, where it belongs to the same paragraph."""
        return self[index - 1] if self._bounds[index][1] else None

    def open_end(self, index: int) -> int:
        """Where the last row that begins in a block ends: in the first row start after it, if that is known."""
        end = self[index].end
        for following in range(index + 1, len(self)):
            after = self[following]
            if not after.start or not after.is_exact or after.starts is None:
                break
            if after.starts:
                return after.starts[0]
            end = after.end
        return end

    def holding(self, place: Place) -> int:
        """The block that a place lies in."""
        first = self._first[place.paragraph]
        following = next(iter(self._first[place.paragraph + 1 : place.paragraph + 2]), len(self))
        return bisect_right(self._bounds, place.offset, first + 1, max(first + 1, following), key=itemgetter(1)) - 1

    def heights(self, width_cells: int) -> list[int]:
        """Rows that each block takes at a width, blank ones included: exact where it has been broken, else about."""
        pitch = 1 + self._style.line_rows
        cells = [1 if text.isascii() else 2 for text in self._texts]
        first = [SETTINGS[kind].first_cells for kind in self._kinds]
        rooms = [max(2, width_cells - SETTINGS[kind].rest_cells) for kind in self._kinds]
        heights = [
            gap + pitch * max(1, -(-((end - start) * cells[paragraph] + first[paragraph]) // rooms[paragraph]))
            for gap, (paragraph, start, end) in zip(self.gaps, self._bounds, strict=True)
        ]
        for index, block in enumerate(self._blocks):
            if block is not None and block.starts is not None:
                heights[index] = self.gaps[index] + pitch * len(block.starts)
        return heights

    def forget_rows(self) -> None:
        """Let every block be broken anew, at another width."""
        for block in self._made.values():
            block.starts, block.is_exact = None, False

    def forget_measures(self) -> None:
        """Let every block be measured anew, since its text is drawn in another way."""
        self.forget_rows()
        for block in self._made.values():
            block.measured = None
