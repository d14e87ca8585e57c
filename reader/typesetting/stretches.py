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
        self._first: list[int] = []
        self._folded: dict[int, int] = {}
        for run in folds.runs():
            paragraph, index = run.start, len(self._bounds)
            if len(run) > 1 or folds.is_folded(paragraph):
                self._folded[index] = len(run)
                self._bounds.append((paragraph, 0, 0))
                self._first += [index] * len(run)
            elif (length := len(self._texts[paragraph])) <= self._block_length:
                self._bounds.append((paragraph, 0, length))
                self._first.append(index)
            else:
                self._bounds += self._cut(paragraph)
                self._first.append(index)
        self._blocks: list[Block | None] = list(map(self._made.get, self._bounds))
        for index, paragraphs in self._folded.items():
            paragraph = self._bounds[index][0]
            kind = self._kinds[paragraph]
            self._blocks[index] = Block(paragraph, 0, 0, kind, folded=paragraphs, starts=[0], is_exact=True)
        self.gaps = self._gap_rows()
        """Blank rows before each block, besides those before each row; negative where its first row has none."""
        self._wanted = self._wanted_cells()

    def _gap_rows(self) -> list[int]:
        line_rows = self._style.line_rows
        fewest = max(line_rows, self._style.paragraph_rows)
        gaps: list[int] = []
        before: Kind | None = None
        for paragraph, start, _ in self._bounds:
            kind = self._kinds[paragraph]
            rows = fewest if before is kind else blank_rows(before, kind, fewest)
            gaps.append(0 if start else rows - line_rows)
            before = kind
        return gaps

    def _wanted_cells(self) -> list[int]:
        """About how many columns each block takes, the first indent included."""
        cells = [1 if text.isascii() else 2 for text in self._texts]
        first = [SETTINGS[kind].first_cells for kind in self._kinds]
        return [(end - start) * cells[paragraph] + first[paragraph] for paragraph, start, end in self._bounds]

    def _cut(self, paragraph: int) -> tuple[Bounds, ...]:
        return tuple((paragraph, start, end) for start, end in cut_blocks(self._texts[paragraph], self._block_length))

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
        rooms = {kind: max(2, width_cells - setting.rest_cells) for kind, setting in SETTINGS.items()}
        room = [rooms[kind] for kind in self._kinds]
        heights = [
            gap + pitch * (-(-wanted // room[paragraph]) or 1)
            for gap, wanted, (paragraph, _, _) in zip(self.gaps, self._wanted, self._bounds, strict=True)
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
