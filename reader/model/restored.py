"""The cleaned text: the source and the edits that lead from it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from reader.model.edits import Edit, apply_edits, check_disjoint
from reader.model.source import Decoded
from reader.model.spans import Span


@dataclass(frozen=True)
class Restored:
    """A source text with edits over it; `text` is the only cleaned text.

    A point inside a replacement maps to the whole edit; a span maps to the smallest range that covers it.
    """

    source: Decoded
    """The text the edits refer to."""
    edits: tuple[Edit, ...] = field(default=())
    """Flat, sorted and disjoint, over `source.text`."""
    refused: tuple[Edit, ...] = field(default=())
    """Edits that the reader does not want: not carried out, and disjoint from the others."""

    def __post_init__(self) -> None:
        check_disjoint(self.edits, len(self.source.text))

    @cached_property
    def text(self) -> str:
        """The source text with every edit carried out."""
        return apply_edits(self.source.text, self.edits)

    @cached_property
    def _source_starts(self) -> list[int]:
        return [edit.start for edit in self.edits]

    @cached_property
    def _shifts(self) -> list[int]:
        """How far the cleaned text runs ahead of the source before each edit, and after the last."""
        return list(accumulate((len(e.replacement) - e.end + e.start for e in self.edits), initial=0))

    @cached_property
    def _starts(self) -> list[int]:
        """Where each replacement starts in the cleaned text."""
        return [e.start + shift for e, shift in zip(self.edits, self._shifts, strict=False)]

    def replacement_span(self, index: int) -> Span:
        """The stretch of `text` that the edit at `index` put there; empty for a removal."""
        start = self._starts[index]
        return Span(start, start + len(self.edits[index].replacement))

    def to_source(self, span: Span) -> Span:
        """The smallest stretch of the source that covers a stretch of the cleaned text.

        An empty span maps to the point, or to the whole edit when it lies inside a replacement. Text that was
        removed beside the span is not covered; text removed inside it is.
        """
        if span.start == span.end:
            return self._source_point(span.start)
        first = bisect_right(self._starts, span.start) - 1
        start = self._source_offset(span.start, first)
        last = bisect_left(self._starts, span.end) - 1
        end = self._source_end(span.end, last)
        return Span(start, max(start, end))

    def _source_point(self, offset: int) -> Span:
        index = bisect_left(self._starts, offset) - 1
        if index >= 0 and self.replacement_span(index).end > offset:
            return self.edits[index].span
        at = self._source_end(offset, index)
        return Span(at, at)

    def _source_offset(self, offset: int, index: int) -> int:
        """Source offset of the code point at `offset`, the last replacement at or before it being `index`."""
        if index < 0:
            return offset
        if offset < self.replacement_span(index).end:
            return self.edits[index].start
        return offset - self._shifts[index + 1]

    def _source_end(self, offset: int, index: int) -> int:
        """Source end of a stretch that ends at `offset`, the last replacement before it being `index`."""
        if index < 0:
            return offset
        if offset <= self.replacement_span(index).end and self.edits[index].replacement:
            return self.edits[index].end
        return offset - self._shifts[index + 1]

    def from_source(self, span: Span) -> Span:
        """The smallest stretch of the cleaned text that covers a stretch of the source.

        What was removed maps to the point where it stood. A stretch that cuts an edit covers its whole
        replacement; what was inserted at its very ends is not covered.
        """
        if span.start == span.end:
            return self._restored_point(span.start)
        first = bisect_right(self._source_starts, span.start) - 1
        start = span.start + self._shifts[first + 1]
        if first >= 0 and span.start < self.edits[first].end:
            start = self._starts[first]
        last = bisect_left(self._source_starts, span.end) - 1
        end = span.end + self._shifts[last + 1]
        if last >= 0 and span.end <= self.edits[last].end:
            end = self.replacement_span(last).end
        return Span(start, max(start, end))

    def _restored_point(self, offset: int) -> Span:
        """Where a point of the source is in the cleaned text; what was inserted there is covered."""
        index = bisect_right(self._source_starts, offset) - 1
        edit = self.edits[index] if index >= 0 else None
        if edit is not None and (offset < edit.end or edit.start == offset):
            return self.replacement_span(index)
        at = offset + self._shifts[index + 1]
        return Span(at, at)

    def without(self, *edits: Edit) -> Restored:
        """The same source with some edits refused and every other as it was.

        Raises:
            ValueError: One of them is not among `edits`.
        """
        dropped = frozenset(edits)
        kept = tuple(edit for edit in self.edits if edit not in dropped)
        if len(kept) != len(self.edits) - len(dropped):
            raise ValueError("only edits of this text can be refused")
        return Restored(self.source, kept, _sorted((*self.refused, *dropped)))

    def with_refused(self) -> Restored:
        """The same source with every edit carried out that was refused."""
        return Restored(self.source, _sorted((*self.edits, *self.refused))) if self.refused else self


def _sorted(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    return tuple(sorted(edits, key=lambda edit: edit.span))
