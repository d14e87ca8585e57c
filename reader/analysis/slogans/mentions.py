"""A numbered name where it stands, and the stretches of text about it in which its members are looked for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reader.analysis.slogans.candidates import Part
from reader.analysis.slogans.lines import MARKS, Line
from reader.analysis.slogans.numbered import pair_totals, total_of
from reader.model import Span

REACH = 400
"""Code points around a name, for each member, in which its members are looked for."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A numbered name where it stands."""

    line: Line
    """The paragraph it stands in."""
    span: Span
    """Its place, without quotation marks."""
    name: str
    """Its words, simplified."""
    declared: int | None
    """The number it gives."""

    @property
    def outer(self) -> Span:
        """Its place with the quotation marks around it."""
        text = self.line.text
        start = self.span.start - (text[self.span.start - 1 : self.span.start] in tuple(MARKS))
        return Span(start, self.span.end + (text[self.span.end : self.span.end + 1] in tuple(MARKS)))

    @property
    def size(self) -> int:
        """How many members it should have: the number it gives, one for each digit of a code (355); 0 if unknown."""
        return self.declared or (len(self.name) if self.name.isdigit() else total_of(self.name))

    def takes(self, parts: Sequence[Span]) -> bool:
        """Whether there are as many parts as the name asks for."""
        return len(parts) == self.size > 1

    def takes_beside(self, parts: Sequence[Span]) -> bool:
        """Whether parts of a list right beside the name are as many as it asks for, also where it has two numbers."""
        return self.takes(parts) or (len(parts) > 1 and len(parts) in pair_totals(self.name))


Finder = Callable[[Mention, Sequence[Line]], tuple[Part, ...]]
"""Looks for the members of a mention in one way; gives none or as many as declared."""


def around(mention: Mention, lines: Sequence[Line]) -> Iterator[tuple[Line, Span]]:
    """Stretches of the paragraphs about a mention, from a few before it to a few for each member after it."""
    count = mention.declared or 1
    place = bisect_left(lines, mention.line.index, key=lambda line: line.index)
    for line in lines[max(0, place - count) : place + 3 * count + 1]:
        if line.index == mention.line.index:
            yield (
                line,
                Span(max(0, mention.span.start - REACH), min(len(line.text), mention.span.end + REACH * count)),
            )
        else:
            yield line, Span(0, min(len(line.text), REACH * count))
