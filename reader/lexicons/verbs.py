"""Which words are verbs."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

import marisa_trie

from reader.lexicons.tables import DATA


@cache
def _table() -> Any:
    return marisa_trie.Trie().mmap(str(DATA / "verbs.marisa"))


@lru_cache(maxsize=16384)
def is_verb(word: str) -> bool:
    """Whether a word of two characters or more is a verb that does not serve as a noun.

    >>> is_verb("召开"), is_verb("建设"), is_verb("小区")
    (True, False, False)
    """
    return word in _table()
