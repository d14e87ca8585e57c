"""Paragraphs as rows of a given width, broken near the place that is looked at and estimated elsewhere."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from reader.model import Kind, Place
from reader.typesetting.blocks import BLOCK_LENGTH, Block
from reader.typesetting.cells import Cells, cells
from reader.typesetting.folds import Folds
from reader.typesetting.heights import Heights
from reader.typesetting.justifying import justified_gaps
from reader.typesetting.measuring import Measured, Widths
from reader.typesetting.setting import PLAIN, SETTINGS, PageStyle, indent_cells
from reader.typesetting.spacing import thin_spaces
from reader.typesetting.stretches import Stretches, TypesetText

MINIMUM_CELLS = 10
"""Rows are never set narrower than this."""
BREAKING_SPEED = 16
"""How many times faster measured text is broken than it was measured."""
BLOCK_COST = 50
"""Code points that could be measured in the time that one more block takes."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the screen."""

    paragraph: int
    """Index of the paragraph; of the one that follows, for a blank row; of the first one, for a folded run."""
    start: int
    """First code point shown, in the paragraph."""
    end: int
    """The code point after the last one; spaces that hang over the end of the row are included."""
    kind: Kind
    """What the paragraph is."""
    indent_cells: int = 0
    """Columns left free before the text."""
    is_first: bool = False
    """Whether the paragraph begins here."""
    is_last: bool = False
    """Whether the paragraph ends here."""
    is_blank: bool = False
    """Whether the row only sets rows apart."""
    folded: int = 0
    """Number of furniture paragraphs that the row stands for; 0 for text."""


class Rows:
    """Rows of a text at a width. Rows that have not been looked at are estimated until `refine` gets to them.

    Breaking more of the text changes `count` and the rows that follow, never the place that a row shows: keep a place,
    not a row number, over `settle`, `refine`, `resize` and the folding of furniture.
    """

    def __init__(
        self,
        text: TypesetText,
        width_cells: int,
        cells: Cells = cells,
        folded: bool = True,
        style: PageStyle = PLAIN,
        block_length: int = BLOCK_LENGTH,
    ) -> None:
        """Set a text.

        Args:
            text: The paragraphs.
            width_cells: Columns of a row, indent included; at least `MINIMUM_CELLS` are used.
            cells: Columns that a text takes in the terminal at hand.
            folded: Whether runs of furniture are folded to one row at first.
            style: How the reader wants text to be set; margins are left to what draws the rows.
            block_length: The most code points that are broken at once.
        """
        self._cells = cells
        self._block_length = block_length
        self.folds = Folds([text.kind(index) is Kind.FURNITURE for index in range(text.count)], folded)
        """Which paragraphs are folded away; after a change call `fold`."""
        self.text = text
        """The paragraphs that are set."""
        self.restyle(style, width_cells)

    def restyle(self, style: PageStyle, width_cells: int) -> None:
        """Set the same text in another style."""
        self.style = style
        """How the reader wants text to be set."""
        self._width_cells = max(MINIMUM_CELLS, width_cells)
        self._pitch = 1 + style.line_rows
        self._widths = Widths(self._cells, style)
        self._blocks = Stretches(self.text, style, self._block_length)
        self.fold()

    def redraw(self, text: TypesetText) -> bool:
        """Show the same paragraphs drawn in another way; returns whether they are the same, else nothing is done."""
        if not self._blocks.holds(text):
            return False
        self.text = text
        self._widths = Widths(self._cells, self.style)
        self._blocks.forget_measures()
        self._pending = self._unmeasured = 0
        return True

    @property
    def width_cells(self) -> int:
        """Columns of a row, indent included."""
        return self._width_cells

    @property
    def count(self) -> int:
        """Number of rows, blank ones included; exact when `exact` is."""
        return self._heights.total

    @property
    def exact(self) -> bool:
        """Whether every row has been broken."""
        self._skip_exact()
        return self._pending == len(self._blocks)

    def fold(self) -> None:
        """Take over what `folds` says; everything that was broken before is kept."""
        self._blocks.fold(self.folds)
        self._estimate()

    def _estimate(self) -> None:
        """Let heights be estimated anew when they are next asked for."""
        self.__dict__.pop("_heights", None)
        self._pending = self._unmeasured = 0

    @cached_property
    def _heights(self) -> Heights:
        return Heights(self._blocks.heights(self._width_cells))

    def resize(self, width_cells: int) -> None:
        """Set the same text at another width; break points and widths of characters are kept."""
        self._width_cells = max(MINIMUM_CELLS, width_cells)
        self._blocks.forget_rows()
        self._estimate()

    def _break(self, index: int) -> None:
        """Break a block, going on from the one before where that is exact."""
        block = self._blocks[index]
        block.break_rows(block.measured or self._measure(block), self._width_cells, self._blocks.before(index))
        self._heights.change(index, self._blocks.gaps[index] + len(block.starts or ()) * self._pitch)

    def _block_at(self, y: int) -> int:
        """The block that shows row `y`, broken."""
        while True:
            index = self._heights.find(y)
            if index >= len(self._blocks):
                if not self.count:
                    raise IndexError(f"row {y} of an empty text")
                y, index = self.count - 1, len(self._blocks) - 1
                while not self._heights[index]:
                    index -= 1
            if self._blocks[index].starts is not None:
                return index
            self._break(index)

    def row(self, y: int) -> Row:
        """The row at `y`, from 0; the last one for any `y` after it.

        Raises:
            IndexError: The text has no paragraphs.
        """
        index = self._block_at(y)
        block = self._blocks[index]
        assert block.starts is not None
        below = min(y, self.count - 1) - self._heights.before(index) - self._blocks.gaps[index]
        nth, at = divmod(max(0, below), self._pitch)
        start = block.starts[nth]
        if below < 0 or at < self.style.line_rows:
            return Row(block.paragraph, start, start, block.kind, is_blank=True)
        if block.folded:
            return Row(block.paragraph, 0, 0, block.kind, is_first=True, is_last=True, folded=block.folded)
        end = block.starts[nth + 1] if nth + 1 < len(block.starts) else self._blocks.open_end(index)
        indent = self._indent(block, start, end)
        is_last = end == len(self.text.text(block.paragraph))
        return Row(block.paragraph, start, end, block.kind, indent, start == 0, is_last)

    def _indent(self, block: Block, start: int, end: int) -> int:
        setting = SETTINGS[block.kind]
        if not setting.is_centred:
            return indent_cells(setting.rest_cells if start else setting.first_cells, self._width_cells)
        assert block.measured is not None
        columns = block.measured.columns
        shown = block.measured.text[start - block.start : end - block.start].rstrip()
        taken = columns[start - block.start + len(shown)] - columns[start - block.start]
        return max(0, self._width_cells - taken) // 2

    def shown(self, row: Row) -> str:
        """The text of a row as it is drawn, without what hangs over its end."""
        parts: list[str] = []
        index = self._blocks.holding(Place(row.paragraph, row.start))
        at = row.start
        while at < row.end:
            block = self._blocks[index]
            end = min(row.end, block.end)
            measured = block.measured
            parts.append(
                measured.text[at - block.start : end - block.start]
                if measured is not None
                else self.text.shown(row.paragraph, at, end)
            )
            at, index = end, index + 1
        return "".join(parts).rstrip(" \t\u3000")

    def gaps(self, row: Row) -> dict[int, int]:
        """Columns that stay free in a row before offsets of the paragraph, without its indent; never copied."""
        if not (self.style.spaced or self.style.justified):
            return {}
        measured = self._widths.measure(self.shown(row))
        found = Counter(thin_spaces(measured.text) if self.style.spaced else ())
        if self.style.justified and not row.is_last and not SETTINGS[row.kind].is_centred:
            found.update(justified_gaps(measured, self._width_cells - row.indent_cells))
        return {row.start + at: cells for at, cells in found.items()}

    def y_of(self, place: Place) -> int:
        """The row that shows a place, exact where the text around it has been broken."""
        index = self._blocks.holding(place)
        gap = self._blocks.gaps[index]
        row = self._blocks[index].row_of(place.offset, (self._heights[index] - gap) // self._pitch)
        return self._heights.before(index) + gap + row * self._pitch + self.style.line_rows

    def place_of(self, y: int) -> Place:
        """Where the text of row `y` begins; a blank row counts as the beginning of what follows."""
        row = self.row(y)
        return Place(row.paragraph, row.start)

    def place_before(self, y: int) -> Place:
        """Where the text of the last row before row `y` begins that is not blank; the beginning where there is none."""
        while y > 0 and self.row(y - 1).is_blank:
            y -= 1
        return self.place_of(max(0, y - 1))

    def settle(self, place: Place, height: int) -> int:
        """Break everything from `height` rows before a place to `2 * height` after it; returns its row."""
        index = self._blocks.holding(place)
        self._break_unless_broken(index)
        top = self.y_of(place)
        after = index
        while after < len(self._blocks) and self._heights.before(after) < top + 2 * height:
            self._break_unless_broken(after)
            after += 1
        before = index
        while before > 0 and self._heights.before(before) > self.y_of(place) - height:
            before -= 1
            self._break_unless_broken(before)
        return self.y_of(place)

    def _break_unless_broken(self, index: int) -> None:
        if self._blocks[index].starts is None:
            self._break(index)

    def _skip_exact(self) -> None:
        while self._pending < len(self._blocks) and self._blocks[self._pending].is_exact:
            self._pending += 1

    def refine(self, code_points: int) -> bool:
        """Do about as much work as measuring so many code points takes towards breaking everything; returns `exact`.

        First all text is measured, which changes no row; then all is broken, which is quick.
        """
        while self._unmeasured < len(self._blocks) and code_points > 0:
            block = self._blocks[self._unmeasured]
            if block.measured is None and not block.folded:
                code_points -= block.length + BLOCK_COST
                block.measured = self._measure(block)
            self._unmeasured += 1
        while not self.exact and code_points > 0:
            code_points -= self._blocks[self._pending].length // BREAKING_SPEED + BLOCK_COST
            self._break(self._pending)
        return self.exact

    def _measure(self, block: Block) -> Measured:
        return self._widths.measure(self.text.shown(block.paragraph, block.start, block.end))


__all__ = ["MINIMUM_CELLS", "Row", "Rows", "TypesetText"]
