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
def usual_reading(character: str) -> str | None:
    """The most usual reading of a character, or None where none is known.

    >>> usual_reading("樂"), usual_reading("a")
    ('lè', None)
    """
    return _listed(character)[0] if readings_of(character) else None


def _listed(character: str) -> list[str]:
    """The readings of a character, the most usual one first."""
    found = _table().get(character) if "\0" not in character else None  # it ends a key inside the table
    return found[0].decode().split(",") if found else []


@cache
def readings_of(character: str) -> frozenset[str]:
    """Every reading of a character, with tone marks, composed (NFC).

    >>> sorted(readings_of("長"))
    ['cháng', 'zhàng', 'zhǎng']
    """
    return frozenset(_listed(character))
