"""How many terminal columns text takes, for where no terminal library says."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import lru_cache

Cells = Callable[[str], int]
"""Columns that a text takes in a terminal; asked for single characters and for whole graphemes."""

_INVISIBLE = frozenset(("Mn", "Me", "Cf", "Cc"))
"""General categories whose characters take no column of their own."""


@lru_cache(4096)
def character_cells(character: str, ambiguous: int = 1) -> int:
    """Columns of one code point by UAX #11; `ambiguous` is how wide the terminal draws class A (`“ … —`)."""
    if unicodedata.category(character) in _INVISIBLE:
        return 0
    width = unicodedata.east_asian_width(character)
    if width in "WF":
        return 2
    return ambiguous if width == "A" else 1


def cells(text: str, ambiguous: int = 1) -> int:
    """Columns of a text, its characters added up.

    >>> cells("市南区 A4"), cells("“六”"), cells("“六”", ambiguous=2)
    (9, 4, 6)
    """
    return sum(character_cells(character, ambiguous) for character in text)
