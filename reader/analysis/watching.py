"""The reader's own words and patterns, found in articles whatever their script, width and case.

Words are looked up by their first characters, all in one walk through the text, so that a thousand of them cost no more
than ten. Patterns are regular expressions of RE2, which run in linear time on any text; it is imported with the first
of them. Both are matched on the `fold` form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from reader.model import Article, Kind, Passage, Span
from reader.script.folding import fold

_PATTERN_MEMORY = 32 << 20
"""Bytes that the patterns may take together; one that needs more is refused."""


class Colour(StrEnum):
    """How a watched word is marked; the themes say what each looks like."""

    YELLOW = "yellow"
    RED = "red"
    GREEN = "green"
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Watched:
    """An entry of the watch list."""

    text: str
    """The word, or the regular expression."""
    is_pattern: bool = False
    """Whether it is a regular expression."""
    colour: Colour = Colour.YELLOW
    """How it is marked."""
    note: str = ""
    """What the reader wants to be told of it."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """An entry that stands in an article."""

    watched: Watched
    """The entry."""
    passages: tuple[Passage, ...]
    """Where it stands, in reading order; those of one entry do not overlap."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A pattern that the engine does not take."""

    pattern: str
    """The pattern."""
    reason: str
    """What the engine says."""


class Watcher:
    """A watch list made ready to be looked for."""

    def __init__(self, entries: Sequence[Watched] = ()) -> None:
        """Make a list ready; the same entry counts once.

        Args:
            entries: In the order in which they are shown.
        """
        self.entries: tuple[Watched, ...] = tuple({(one.text, one.is_pattern): one for one in entries}.values())
        """What is looked for."""
        self._words: dict[str, list[tuple[str, int]]] = {}
        for index, entry in enumerate(self.entries):
            word = fold(entry.text).strip()
            if word and not entry.is_pattern:
                self._words.setdefault(word[:2], []).append((word, index))
        firsts = {key[0] for key in self._words}
        self._first_characters = re.compile(f"[{re.escape(''.join(firsts))}]" if firsts else "(?!)")
        patterns = [(index, one.text) for index, one in enumerate(self.entries) if one.is_pattern]
        self._patterns = _Patterns(patterns) if patterns else None

    @property
    def refused(self) -> tuple[Refused, ...]:
        """The patterns that are not looked for, and why."""
        return self._patterns.refused if self._patterns else ()

    def find(self, article: Article) -> tuple[Sighting, ...]:
        """What of the list stands in an article and where, in the order of the list; furniture is left out."""
        found: dict[int, list[Passage]] = {}
        for paragraph, one in enumerate(article.paragraphs if self.entries else ()):
            if one.kind is not Kind.FURNITURE:
                for span, index in self._find(fold(one.text)):
                    found.setdefault(index, []).append(Passage(paragraph, *span))
        return tuple(Sighting(self.entries[index], tuple(found[index])) for index in sorted(found))

    def marks(self, text: str) -> tuple[tuple[Span, Colour], ...]:
        """Where the list stands in a text and how it is marked, sorted and disjoint; the longer of two goes first.

        >>> Watcher([Watched("市南"), Watched("市南区", colour=Colour.RED)]).marks("在市南區")
        ((Span(start=1, end=4), <Colour.RED: 'red'>),)
        """
        marks: list[tuple[Span, Colour]] = []
        found = self._find(fold(text)) if self.entries else ()
        for span, index in sorted(found, key=lambda one: (one[0].start, -one[0].end)):
            if not marks or marks[-1][0].end <= span.start:
                marks.append((span, self.entries[index].colour))
        return tuple(marks)

    def _find(self, folded: str) -> Iterator[tuple[Span, int]]:
        """Each place in a folded text with the index of its entry, words before patterns."""
        if self._words:
            yield from self._find_words(folded)
        if self._patterns:
            yield from self._patterns.find(folded)

    def _find_words(self, folded: str) -> Iterator[tuple[Span, int]]:
        known, free_from = self._words, dict[int, int]()
        for found in self._first_characters.finditer(folded):
            start = found.start()
            for key in (found[0], folded[start : start + 2]):
                for word, index in known.get(key, ()):
                    if free_from.get(index, 0) <= start and folded.startswith(word, start):
                        free_from[index] = start + len(word)
                        yield Span(start, start + len(word)), index


class _Patterns:
    """Patterns, of which only those that match a text at all are run through it."""

    def __init__(self, patterns: Sequence[tuple[int, str]]) -> None:
        options = _re2().Options()
        options.case_sensitive = False
        options.log_errors = False
        options.max_mem = _PATTERN_MEMORY
        self._set = _re2().Set.SearchSet(options)
        self._compiled: list[tuple[Any, int]] = []
        refused = []
        for index, pattern in patterns:
            try:
                compiled = _re2().compile(folded_pattern(pattern), options)
            except _re2().error as error:
                refused.append(Refused(pattern, _reason(error)))
            else:
                self._set.Add(folded_pattern(pattern))
                self._compiled.append((compiled, index))
        if self._compiled:
            self._set.Compile()
        self.refused = tuple(refused)

    def find(self, folded: str) -> Iterator[tuple[Span, int]]:
        """Each place in a folded text with the index of its entry; places without characters are left out."""
        for number in sorted(self._set.Match(folded) or ()) if self._compiled else ():
            compiled, index = self._compiled[number]
            for match in compiled.finditer(folded):
                if match.start() < match.end():
                    yield Span(*match.span()), index


def _reason(error: Exception) -> str:
    """What the engine says of a pattern, as text."""
    said = error.args[0] if error.args else ""
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)


def folded_pattern(pattern: str) -> str:
    """A regular expression whose characters are those of the `fold` form; signs, escapes and ranges stay.

    >>> folded_pattern(r"（試行）\\D+[一-龥]") == fold("試行").join((r"\\(", r"\\)\\D+[一-龥]"))
    True
    """
    pieces = []
    for index, character in enumerate(pattern):
        folded = fold(character)
        if character.isascii() or "-" in (pattern[index + 1 : index + 2], pattern[max(0, index - 1) : index]):
            pieces.append(character)
        else:
            pieces.append(f"\\{folded}" if folded.isascii() and not folded.isalnum() else folded)
    return "".join(pieces)


@cache
def _re2() -> Any:
    """The engine, imported when the first pattern asks for it."""
    import re2

    return re2
