"""Words of a short stretch of text, by the most likely path through the packaged word counts."""

from __future__ import annotations

from functools import lru_cache
from math import log

from reader.lexicons.clauses import clause_words
from reader.lexicons.verbs import is_verb
from reader.lexicons.words import words

_UNKNOWN = -16.0
"""Log probability of a character that no word begins with."""
_TOTAL = log(60_000_000)
"""Log of the sum of the counts in the word table."""
_LONGEST = 8
"""Longest word that is tried, in code points."""


@lru_cache(maxsize=65536)
def _likelihood(word: str) -> float:
    """The log probability of a word of the table."""
    return log(words()[word][0][0] or 1) - _TOTAL


@lru_cache(maxsize=4096)
def cut(text: str) -> tuple[str, ...]:
    """The words of a clause, joined again they are the text; meant for up to a hundred code points.

    >>> cut("受理既有住宅加装电梯")
    ('受理', '既有', '住宅', '加装', '电梯')
    """
    prefixes = words().prefixes
    size = len(text)
    best = [0.0] * (size + 1)
    step = [1] * size
    for at in range(size - 1, -1, -1):
        best[at] = _UNKNOWN + best[at + 1]
        for word in prefixes(text[at : at + _LONGEST]):
            score = _likelihood(word) + best[at + len(word)]
            if score > best[at]:
                best[at], step[at] = score, len(word)
    found: list[str] = []
    at = 0
    while at < size:
        found.append(text[at : at + step[at]])
        at += step[at]
    return tuple(found)


def phrase_words(text: str) -> list[str]:
    """The words of a clause, terms of statistics whole, a verb and its object or a noun and its verb apart.

    >>> phrase_words("居民人均可支配收入"), phrase_words("食品价格下降")
    (['居民', '人均', '可支配收入'], ['食品', '价格', '下降'])
    """
    compounds = clause_words("compounds")
    parts = list(cut(text))
    found: list[str] = []
    at = 0
    while at < len(parts):
        size = next((n for n in (4, 3, 2) if "".join(parts[at : at + n]) in compounds), 1)
        found += _halves("".join(parts[at : at + size])) if size == 1 else ["".join(parts[at : at + size])]
        at += size
    return found


def _halves(word: str) -> list[str]:
    """价格下降 and 挽回损失 in two, other words whole."""
    first, second = word[:2], word[2:]
    if len(word) != 4 or word in clause_words("compounds") or first not in words() or second not in words():
        return [word]
    is_object = is_verb(first) and not is_verb(second) and first not in clause_words("nominal")
    return [first, second] if second in clause_words("predicates") or is_object else [word]
