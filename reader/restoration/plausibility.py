"""How well a stretch of text reads: words by their frequency, over characters of which some are unknown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from math import log
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
    arcs = [list(_words_from(places, start)) for start in range(size)]
    before = [float("-inf")] * size + [float("-inf")]
    before[0] = 0.0
    for start in range(size):
        for chosen, score in arcs[start]:
            end = start + len(chosen)
            before[end] = max(before[end], before[start] + score)
    after = [float("-inf")] * size + [0.0]
    best: list[dict[int, float]] = [{} for _ in places]
    for start in range(size - 1, -1, -1):
        for chosen, score in arcs[start]:
            tail = score + after[start + len(chosen)]
            after[start] = max(after[start], tail)
            for place, index in enumerate(chosen, start):
                best[place][index] = max(best[place].get(index, float("-inf")), before[start] + tail)
    return [
        sorted((Ranked(choices[i].character, score) for i, score in found.items()), key=lambda r: -r.score)
        for choices, found in zip(places, best, strict=True)
    ]


def _words_from(places: Sequence[Sequence[Choice]], start: int) -> Iterator[tuple[tuple[int, ...], float]]:
    """Every word that can begin at a place, as the indexes of its choices, with its log probability."""
    grown: list[tuple[tuple[int, ...], str, float]] = []
    for index, choice in enumerate(places[start]):
        plain = simplify(choice.character)
        yield (index,), _character_score(plain) + choice.bonus
        if "\u3400" <= plain <= "\u9fff":
            grown.append(((index,), plain, choice.bonus))
    for place in range(start + 1, min(start + _LONGEST, len(places))):
        longer: list[tuple[tuple[int, ...], str, float]] = []
        for chosen, word, bonus in grown:
            for index, choice in enumerate(places[place]):
                candidate = word + simplify(choice.character)
                if _begins_word(candidate):
                    longer.append(((*chosen, index), candidate, bonus + choice.bonus))
        grown = longer
        for chosen, word, bonus in grown:
            score = _word_score(word)
            if score is not None:
                yield chosen, score + bonus


def score_text(text: str) -> float:
    """Log probability of a text as it stands; higher reads better.

    >>> score_text("市南區黨員") > score_text("笔心蠀^黨員")
    True
    >>> score_text("")
    0.0
    """
    return rank([[Choice(character)] for character in text])[0][0].score if text else 0.0
