"""How often words stand in the background of the language."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

import marisa_trie

from reader.lexicons.tables import DATA

TOTAL_COUNT = 60_101_967
"""All counts of the table together."""


@cache
def words() -> Any:
    """The memory-mapped table of words (simplified, lower case) and their counts."""
    return marisa_trie.RecordTrie("<I").mmap(str(DATA / "words.marisa"))


@lru_cache(maxsize=1 << 17)
def frequency(word: str) -> int:
    """How often a word was counted; 0 when the table does not hold it.

    >>> frequency("发展") > frequency("发飙") > 0
    True
    >>> frequency("发铜")
    0
    >>> frequency("发展" + chr(0))
    0
    """
    if "\0" in word:  # ends a key inside the table
        return 0
    found = words().get(word)
    return int(found[0][0]) if found else 0
