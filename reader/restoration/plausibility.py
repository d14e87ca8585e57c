"""How well a stretch of text reads: words by their frequency, over characters of which some are unknown."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from math import log
from operator import itemgetter
from typing import NamedTuple

from reader.lexicons.words import frequency, words
from reader.script.folding import simplified

_TOTAL = 60_101_967
"""Sum of all counts in the table of words."""

_LONGEST = 5
"""Code points of the longest word that is looked for."""

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


@cache
def _word_score(word: str) -> float | None:
    """Log probability of a word of two or more characters, None for none."""
    found = frequency(word)
    return log(max(found, 1) / _TOTAL) if found else None


@cache
def _begins_word(prefix: str) -> bool:
    """Whether a word of the table begins so."""
    return next(words().iterkeys(prefix), None) is not None


def rank(places: Sequence[Sequence[Choice]]) -> list[list[Ranked]]:
    """For each place its choices, best first, by the best way to read the whole stretch in words.

    Args:
        places: What may stand at each place, at least one choice each; one choice where it is known.

    The score of a choice is that of the best reading of all places that contains it, so the first scores of
    all places are equal and the score of the stretch.
    """
    singles, longer = _words_at(places)
    before = _best_up_to(singles, longer)
    after = [0.0] * (len(places) + 1)
    for start in range(len(places) - 1, -1, -1):
        best = max(singles[start]) + after[start + 1]
        for chosen, score in longer[start]:
            best = max(best, score + after[start + len(chosen)])
        after[start] = best
    totals = [
        [before[place] + after[place + 1] + score for score in scores] if len(scores) > 1 else []
        for place, scores in enumerate(singles)
    ]
    for start, words_here in enumerate(longer):
        for chosen, score in words_here:
            total = before[start] + score + after[start + len(chosen)]
            for place, index in enumerate(chosen, start):
                if totals[place] and total > totals[place][index]:
                    totals[place][index] = total
    return [
        sorted(map(Ranked, [choice.character for choice in choices], scores), key=_by_score, reverse=True)
        if scores
        else [Ranked(choices[0].character, after[0])]
        for choices, scores in zip(places, totals, strict=True)
    ]


_NEVER = float("-inf")

_Word = tuple[tuple[int, ...], float]
"""The indexes of the choices that a word is made of, and its log probability."""

_Part = tuple[tuple[int, ...], str, float]
"""The indexes of the choices that the beginning of a word is made of, its characters, and the sum of their bonuses."""

_OPEN = "\0"
"""Stands for a place with several choices."""

_by_score = itemgetter(1)


def _best_up_to(singles: Sequence[Sequence[float]], longer: Sequence[Sequence[_Word]]) -> list[float]:
    """The score of the best way to read what stands before each place, and of the whole.

    Args:
        singles: For each place the scores of its choices by themselves.
        longer: For each place the words of two or more characters that begin there.
    """
    before = [0.0, *[_NEVER] * len(singles)]
    for start, words_here in enumerate(longer):
        so_far = before[start]
        alone = so_far + max(singles[start])
        if alone > before[start + 1]:
            before[start + 1] = alone
        for chosen, score in words_here:
            end = start + len(chosen)
            if so_far + score > before[end]:
                before[end] = so_far + score
    return before


def _words_at(places: Sequence[Sequence[Choice]]) -> tuple[list[Sequence[float]], list[Sequence[_Word]]]:
    """For each place the scores of its choices by themselves, and the longer words that can begin there."""
    known: list[str] = []
    singles: list[Sequence[float]] = []
    parts: list[Sequence[_Part]] = []
    for choices in places:
        if len(choices) == 1 and not choices[0].bonus:
            plain, scores, words = _known_place(choices[0].character)
        else:
            shown = [simplified(choice.character) for choice in choices]
            plain = _OPEN
            scores = [_character_score(c) + choice.bonus for c, choice in zip(shown, choices, strict=True)]
            words = [((i,), c, choices[i].bonus) for i, c in enumerate(shown) if "\u3400" <= c <= "\u9fff"]
        known.append(plain)
        singles.append(scores)
        parts.append(words)
    text = "".join(known)
    windows = [text[start : start + _LONGEST] for start in range(len(text))]
    return singles, [
        _longer_words(parts[start : start + _LONGEST]) if _OPEN in window else _known_words(window)
        for start, window in enumerate(windows)
    ]


@cache
def _known_place(character: str) -> tuple[str, Sequence[float], Sequence[_Part]]:
    """What `_words_at` finds at a place where a character is known: it simplified, its score, and what it begins."""
    plain = simplified(character)
    return plain, [_character_score(plain)], [((0,), plain, 0.0)] if "\u3400" <= plain <= "\u9fff" else []


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


def _longer_words(parts: Sequence[Sequence[_Part]]) -> list[_Word]:
    """Every word of two or more characters that begins at the first of some places."""
    found: list[_Word] = []
    grown = parts[0]
    for following in parts[1:]:
        grown = [
            (chosen + index, longer, bonus + more)
            for index, character, more in following
            for chosen, word, bonus in grown
            if _begins_word(longer := word + character)
        ]
        if not grown:
            break
        found += [(chosen, score + bonus) for chosen, word, bonus in grown if (score := _word_score(word)) is not None]
    return found


def score_text(text: str) -> float:
    """Log probability of a text as it stands; higher reads better.

    >>> score_text("市南區黨員") > score_text("笔心蠀^黨員")
    True
    >>> score_text("")
    0.0
    """
    return _best_up_to(*_words_at([[Choice(character)] for character in text]))[-1]
