"""Stretches of text, counted in code points with an exclusive end."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of one text.

    >>> Span(2, 5).length
    3
    """

    start: int
    """First code point of the stretch."""
    end: int
    """The code point after the last one."""

    @property
    def length(self) -> int:
        """Number of code points covered."""
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether both stretches share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether `other` lies inside this stretch."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Span:
        """The same stretch, `by` code points further on."""
        return Span(self.start + by, self.end + by)


def join_spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those that meet or overlap made one.

    >>> join_spans([Span(4, 6), Span(0, 2), Span(2, 3)])
    (Span(start=0, end=3), Span(start=4, end=6))
    """
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


class Place(NamedTuple):
    """A point in an article: what the screen scrolls to and remembers."""

    paragraph: int
    """Index into `Article.paragraphs`, furniture included."""
    offset: int
    """Code points into that paragraph's text."""


class Passage(NamedTuple):
    """A stretch of one paragraph of an article."""

    paragraph: int
    """Index into `Article.paragraphs`, furniture included."""
    start: int
    """First code point in the paragraph's text."""
    end: int
    """The code point after the last one."""

    @property
    def place(self) -> Place:
        """Where the passage begins."""
        return Place(self.paragraph, self.start)

    @property
    def span(self) -> Span:
        """The stretch without its paragraph."""
        return Span(self.start, self.end)
