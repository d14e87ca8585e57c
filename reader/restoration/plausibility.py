"""How well a stretch of text reads: words by their frequency, over characters of which some are unknown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log
from operator import add
from typing import NamedTuple

from reader.lexicons.words import frequency, words
from reader.script.folding import simplified

_TOTAL = 60_101_967
"""Sum of all counts in the table of words."""

_LONGEST = 5
"""Code points of the longest word that is looked for."""

_RANKED = 16
"""Choices of a place that are told apart by how well the stretch reads with them."""

_UNREADABLE = -24.0
"""Log probability of a character that no published text shows: private use, U+FFFD, controls."""

_MARKS = {
    **dict.fromkeys("，,的", -3.0),
    **dict.fromkeys("、。", -3.6),
    **dict.fromkeys("“”", -5.0),
    **dict.fromkeys("\n ", -5.0),
    **dict.fromkeys("：:；;《》（）()！!？?", -6.5),
    **dict.fromkeys("0123456789", -5.0),
    **dict.fromkeys("‘’—…·-.%+/", -7.5),
}
"""Log probabilities of characters that the table of words does not hold, or holds too rarely."""


class Choice(NamedTuple):
    """A character that may stand at a place, with what speaks for it besides the words around it."""

    character: str
    """As it would be written on the page."""
    bonus: float = 0.0
    """Added to the log probability."""


class Ranked(NamedTuple):
    """A choice with the log probability of the best reading of the whole stretch that contains it."""

    character: str
    """As it would be written on the page."""
    score: float
    """Log probability of the stretch."""


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """Characters of which one may stand at a place; one object for the same ones, so that it can be a key."""

    characters: tuple[str, ...]
    """As they would be written on the page."""
    simplified: tuple[str, ...]
    """The same for looking up in the table of words."""
    scores: tuple[float, ...]
    """Log probability of each by itself."""
    at: Mapping[str, int]
    """Where each stands in `characters`."""


@lru_cache(maxsize=5_000)
def candidates_of(characters: tuple[str, ...]) -> Candidates:
    """The candidates that some characters are."""
    plain = tuple(map(simplified, characters))
    at = {character: index for index, character in enumerate(characters)}
    return Candidates(characters, plain, tuple(map(_character_score, plain)), at)


class Place(NamedTuple):
    """A place in a stretch of text."""

    candidates: Candidates
    """What may stand there, at least one character."""
    bonuses: Sequence[float] = ()
    """What speaks for each besides the words around it, added to the log probability; empty for nothing."""

    @classmethod
    def of(cls, choices: Sequence[Choice]) -> Place:
        """The place where something of `choices` stands."""
        characters, bonuses = zip(*choices, strict=True)
        return cls(candidates_of(characters), bonuses if any(bonuses) else ())


@lru_cache(maxsize=20_000)
def known_place(character: str) -> Place:
    """The place where it is known what stands."""
    return Place(candidates_of((character,)))


@cache
def _character_score(character: str) -> float:
    """Log probability of a simplified character that stands for itself."""
    if character in _MARKS:
        return _MARKS[character]
    found = frequency(character)
    if found:
        return max(log(found / _TOTAL), -15.0)
    if "\u3400" <= character <= "\u9fff":
        return -17.0
    if character.isascii() and character.isprintable():
        return -8.0
    return _UNREADABLE if not character.isprintable() or character == "\ufffd" else -14.0


@lru_cache(maxsize=100_000)
def _word_score(word: str) -> float | None:
    """Log probability of a word of two or more characters, None for none."""
    found = frequency(word)
    return log(max(found, 1) / _TOTAL) if found else None


@lru_cache(maxsize=200_000)
def _begins_word(prefix: str) -> bool:
    """Whether a word of the table begins so."""
    return next(words().iterkeys(prefix), None) is not None


class Ranking:
    """How well a stretch of text reads with each of the characters that may stand in it."""

    def __init__(self, places: Sequence[Place]) -> None:
        self._places = places
        self._singles, self._longer = _words_at(places)
        alone = list(map(max, self._singles))
        self._before = _best_up_to(alone, self._longer)
        self._after = _best_from(alone, self._longer)
        self.score = self._after[0]
        """Log probability of the best way to read the whole stretch in words."""

    def best(self, place: int) -> list[Ranked]:
        """The likeliest choices at a place, best first, each with the score of the best reading that contains it."""
        characters = self._places[place].candidates.characters
        if len(characters) == 1:
            return [Ranked(characters[0], self.score)]
        around = self._before[place] + self._after[place + 1]
        totals = [around + score for score in self._singles[place]]
        for start in range(max(0, place - _LONGEST + 1), place + 1):
            for chosen, score in self._longer[start]:
                if start + len(chosen) > place:
                    total = self._before[start] + score + self._after[start + len(chosen)]
                    index = chosen[place - start]
                    if total > totals[index]:
                        totals[index] = total
        order = sorted(range(len(totals)), key=totals.__getitem__, reverse=True)[:_RANKED]
        return [Ranked(characters[index], totals[index]) for index in order]


_NEVER = float("-inf")

_Word = tuple[tuple[int, ...], float]
"""The indexes of the choices that a word is made of, and its log probability."""

_Part = tuple[tuple[int, ...], str, float]
"""The indexes of the choices that the beginning of a word is made of, its characters, and the sum of their bonuses."""

_OPEN = "\0"
"""Stands for a place with several choices."""


def _best_up_to(alone: Sequence[float], longer: Sequence[Sequence[_Word]]) -> list[float]:
    """The score of the best way to read what stands before each place, and of the whole.

    Args:
        alone: For each place the score of its best choice by itself.
        longer: For each place the words of two or more characters that begin there.
    """
    before = [0.0, *[_NEVER] * len(alone)]
    for start, words_here in enumerate(longer):
        so_far = before[start]
        if so_far + alone[start] > before[start + 1]:
            before[start + 1] = so_far + alone[start]
        for chosen, score in words_here:
            end = start + len(chosen)
            if so_far + score > before[end]:
                before[end] = so_far + score
    return before


def _best_from(alone: Sequence[float], longer: Sequence[Sequence[_Word]]) -> list[float]:
    """The score of the best way to read what stands from each place on."""
    after = [0.0] * (len(alone) + 1)
    for start in range(len(alone) - 1, -1, -1):
        best = alone[start] + after[start + 1]
        for chosen, score in longer[start]:
            reached = score + after[start + len(chosen)]
            if reached > best:
                best = reached
        after[start] = best
    return after


def _words_at(places: Sequence[Place]) -> tuple[list[Sequence[float]], list[Sequence[_Word]]]:
    """For each place the scores of its choices by themselves, and the longer words that can begin there."""
    singles: list[Sequence[float]] = [
        list(map(add, candidates.scores, bonuses)) if bonuses else candidates.scores for candidates, bonuses in places
    ]
    text = "".join(
        _OPEN if bonuses or len(candidates.simplified) > 1 else candidates.simplified[0]
        for candidates, bonuses in places
    )
    return singles, [
        _longer_words(places[start : start + _LONGEST])
        if _OPEN in (window := text[start : start + _LONGEST])
        else _known_words(window)
        for start in range(len(text))
    ]


@lru_cache(maxsize=20_000)
def _known_words(text: str) -> list[_Word]:
    """The words of two or more characters that a text begins with."""
    found: list[_Word] = []
    for end in range(2, len(text) + 1):
        if not _begins_word(text[:end]):
            break
        score = _word_score(text[:end])
        if score is not None:
            found.append(((0,) * end, score))
    return found


def _longer_words(places: Sequence[Place]) -> list[_Word]:
    """Every word of two or more characters that begins at the first of some places."""
    if len(places) < 2:
        return []
    (first, bonuses), (second, more), *others = places
    grown: list[_Part] = [
        ((one, two), word, (bonuses[one] if bonuses else 0.0) + (more[two] if more else 0.0))
        for one, two, word in _beginnings(first, second)
    ]
    found = _ended(grown)
    for candidates, more in others:
        if not grown:
            break
        grown = [
            ((*chosen, index), longer, bonus + (more[index] if more else 0.0))
            for chosen, word, bonus in grown
            for index, longer in _continuations(word, candidates)
        ]
        found += _ended(grown)
    return found


def _ended(parts: Sequence[_Part]) -> list[_Word]:
    """Those that are words as they are."""
    return [(chosen, score + bonus) for chosen, word, bonus in parts if (score := _word_score(word)) is not None]


@lru_cache(maxsize=10_000)
def _beginnings(first: Candidates, second: Candidates) -> tuple[tuple[int, int, str], ...]:
    """The pairs of characters that a word can begin with, by their indexes."""
    following = [(index, c) for index, c in enumerate(second.simplified) if "\u3400" <= c <= "\u9fff"]
    return tuple(
        (one, two, pair)
        for one, character in enumerate(first.simplified)
        if following and "\u3400" <= character <= "\u9fff"
        for two, next_one in following
        if _begins_word(pair := character + next_one)
    )


@lru_cache(maxsize=20_000)
def _continuations(word: str, following: Candidates) -> tuple[tuple[int, str], ...]:
    """The beginnings of words that a beginning can grow into, each with the index of its last character."""
    return tuple(
        (index, longer)
        for index, c in enumerate(following.simplified)
        if "\u3400" <= c <= "\u9fff" and _begins_word(longer := word + c)
    )


def score_text(text: str) -> float:
    """Log probability of a text as it stands; higher reads better.

    >>> score_text("市南區黨員") > score_text("笔心蠀^黨員")
    True
    >>> score_text("")
    0.0
    """
    plain = "".join(map(simplified, text))
    best = [0.0, *[_NEVER] * len(plain)]
    for start, character in enumerate(plain):
        so_far = best[start]
        alone = so_far + _character_score(character)
        if alone > best[start + 1]:
            best[start + 1] = alone
        for chosen, score in _known_words(plain[start : start + _LONGEST]):
            end = start + len(chosen)
            if so_far + score > best[end]:
                best[end] = so_far + score
    return best[-1]
