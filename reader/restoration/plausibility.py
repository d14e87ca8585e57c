"""How well a stretch of text reads: words by their frequency, over characters of which some are unknown."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import log
from operator import itemgetter
from typing import NamedTuple

from reader.lexicons.words import frequency, words
from reader.script.folding import simplify

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
    size = len(places)
    arcs = [_words_from(places, start) for start in range(size)]
    before = _best_up_to(arcs)
    after = [0.0] * (size + 1)
    best: list[dict[int, float]] = [{} for _ in places]
    for start in range(size - 1, -1, -1):
        so_far = before[start]
        after[start] = max(score + after[start + len(chosen)] for chosen, score in arcs[start])
        for chosen, score in arcs[start]:
            total = so_far + score + after[start + len(chosen)]
            for place, index in enumerate(chosen, start):
                found = best[place]
                if index not in found or total > found[index]:
                    found[index] = total
    return [
        sorted((Ranked(choices[i].character, score) for i, score in found.items()), key=_by_score, reverse=True)
        for choices, found in zip(places, best, strict=True)
    ]


_Word = tuple[tuple[int, ...], float]
"""The indexes of the choices that a word is made of, and its log probability."""

_by_score = itemgetter(1)

_plain = cache(simplify)


def _best_up_to(arcs: Sequence[Sequence[_Word]]) -> list[float]:
    """The score of the best way to read what stands before each place, and of the whole.

    Args:
        arcs: For each place the words that begin there.
    """
    before = [0.0, *[float("-inf")] * len(arcs)]
    for start, words_here in enumerate(arcs):
        so_far = before[start]
        for chosen, score in words_here:
            end = start + len(chosen)
            if so_far + score > before[end]:
                before[end] = so_far + score
    return before


def _words_from(places: Sequence[Sequence[Choice]], start: int) -> list[_Word]:
    """Every word that can begin at a place."""
    found: list[_Word] = []
    grown: list[tuple[tuple[int, ...], str, float]] = []
    for index, choice in enumerate(places[start]):
        plain = _plain(choice.character)
        found.append(((index,), _character_score(plain) + choice.bonus))
        if "\u3400" <= plain <= "\u9fff":
            grown.append(((index,), plain, choice.bonus))
    for place in range(start + 1, min(start + _LONGEST, len(places))):
        longer: list[tuple[tuple[int, ...], str, float]] = []
        for index, choice in enumerate(places[place]):
            plain = _plain(choice.character)
            if "\u3400" <= plain <= "\u9fff":
                longer += [
                    ((*chosen, index), word + plain, bonus + choice.bonus)
                    for chosen, word, bonus in grown
                    if _begins_word(word + plain)
                ]
        if not longer:
            break
        grown = longer
        found += [(chosen, score + bonus) for chosen, word, bonus in grown if (score := _word_score(word)) is not None]
    return found


def score_text(text: str) -> float:
    """Log probability of a text as it stands; higher reads better.

    >>> score_text("市南區黨員") > score_text("笔心蠀^黨員")
    True
    >>> score_text("")
    0.0
    """
    places = [[Choice(character)] for character in text]
    return _best_up_to([_words_from(places, start) for start in range(len(places))])[-1]
