"""What the rules find in one place, before places are put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.analysis.slogans.lines import MARKS, Line
from reader.model import Basis, Passage, SloganKind, Span


@dataclass(frozen=True, slots=True)
class Part:
    """A member as it was found."""

    text: str
    """Its words, simplified where it has no passage."""
    basis: Basis
    """What it rests on."""
    passage: Passage | None
    """Where it stands."""
    says: tuple[Passage, ...] = ()
    """What explains it, where its place tells."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A formulation in one place."""

    kind: SloganKind
    """How it is built."""
    passages: tuple[Passage, ...]
    """Where it stands; several for a set that is spread."""
    words: str
    """Its words, simplified, parts joined by 、 where it is spread."""
    parts: tuple[Part, ...] = ()
    """Its members, as far as this place gives them."""
    declared: int | None = None
    """The number its name gives."""
    is_name: bool = False
    """Whether it names a set by its number, which counts inside a longer formulation too."""

    @property
    def key(self) -> str:
        """Its words without marks and separators: the same for every form that differs only there."""
        return key_of(self.words)


_IGNORED = str.maketrans("", "", "“”‘’「」『』、,，；;。! ·\u3000—")


def key_of(words: str) -> str:
    """Words without quotation marks, separators and blanks.

    >>> key_of("案无积卷、事不过夜")
    '案无积卷事不过夜'
    """
    return words.translate(_IGNORED)


def stated_parts(line: Line, spans: list[Span], basis: Basis = Basis.STATED) -> tuple[Part, ...]:
    """Members that stand in a line."""
    return tuple(Part(line.words(span), basis, line.passage(span)) for span in spans)


def run_of(line: Line, parts: Sequence[Span]) -> Candidate:
    """A run in one line; its words are its parts joined by 、 where quotation marks stand between them."""
    whole = Span(parts[0].start, parts[-1].end)
    words = line.words(whole)
    if any(mark in words for mark in MARKS):
        words = "、".join(line.words(part) for part in parts)
    return Candidate(SloganKind.PARALLEL, (line.passage(whole),), words, stated_parts(line, list(parts)))
