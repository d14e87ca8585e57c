"""The words of the background by their first characters, asked of the packaged table once for each pair."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import log

from reader.lexicons.words import words

_TOTAL = log(60_000_000)
"""Log of the sum of the counts in the word table."""


Continued = tuple[float | None, Mapping[str, Sequence[tuple[str, int, float]]]]
"""The log probability of two characters, None where they are no word; then the longer words that begin with them, by
their third character, each with its length and log probability. A plain tuple of tuples: so many objects of other kinds
would be gone through at every collection."""

_NO_WORD: Continued = (None, {})


@lru_cache(maxsize=8192)
def lone(character: str) -> float | None:
    """The log probability of a word of one character; None where the table holds none."""
    found = words().get(character)
    return log(found[0][0] or 1) - _TOTAL if found else None


@lru_cache(maxsize=1 << 16)
def continued(pair: str) -> Continued:
    """The words that begin with two characters.

    The pairs of a text are few, its places many, and at most places the third character already ends the search.

    >>> continued("电梯")[0] is None, continued("梯电")[0], continued("高质")[1]["量"][0][:2]
    (False, None, ('高质量', 3))
    """
    if not words().keys(pair):  # as for three pairs of four, and found out in half the time
        return _NO_WORD
    of_pair: float | None = None
    longer: dict[str, list[tuple[str, int, float]]] = {}
    for word, (count,) in words().items(pair):
        if len(word) == len(pair):
            of_pair = log(count or 1) - _TOTAL
        else:
            longer.setdefault(word[2], []).append((word, len(word), log(count or 1) - _TOTAL))
    return of_pair, {third: tuple(those) for third, those in longer.items()}
