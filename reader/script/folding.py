"""The two equal-length forms of a text: one code point to one code point, so offsets stay true."""

from __future__ import annotations

from functools import cache, lru_cache

from reader.lexicons.tables import character_table


@cache
def _table(name: str) -> dict[int, str]:
    return {**character_table(name), 0: "\x01"}  # a NUL would end a key inside the tables of words


def simplify(text: str) -> str:
    """Simplified, half-width, lower case: for segmentation, lexicons and rules.

    >>> simplify("網絡ＧＤＰ，增長")
    '网络gdp,增长'
    """
    return text.translate(_table("simplify"))


@lru_cache(maxsize=100_000)
def simplified(character: str) -> str:
    """`simplify` of one character, remembered: looking one up that is known takes a third of the time.

    >>> simplified("網")
    '网'
    """
    return simplify(character)


def fold(text: str) -> str:
    """One representative for each class of variants, half-width, lower case: for search only.

    >>> fold("着力") == fold("著力"), fold("軍規") == fold("军规")
    (True, True)
    """
    return text.translate(_table("fold"))
