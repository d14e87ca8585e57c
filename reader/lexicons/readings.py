"""The pinyin readings of characters."""

from __future__ import annotations

from functools import cache
from typing import Any

import marisa_trie

from reader.lexicons.tables import DATA


@cache
def _table() -> Any:
    return marisa_trie.BytesTrie().mmap(str(DATA / "readings.marisa"))


@cache
def readings_of(character: str) -> frozenset[str]:
    """Every reading of a character, with tone marks, composed (NFC).

    >>> sorted(readings_of("長"))
    ['cháng', 'zhàng', 'zhǎng']
    """
    if "\0" in character:  # ends a key inside the table
        return frozenset()
    found = _table().get(character)
    return frozenset(found[0].decode().split(",")) if found else frozenset()
