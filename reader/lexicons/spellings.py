"""How words are written in Traditional where a Simplified character stands for several, and where writing is free."""

from __future__ import annotations

import tomllib
from functools import cache
from itertools import permutations
from pathlib import Path
from typing import Any

import marisa_trie

from reader.lexicons.tables import DATA


@cache
def _table() -> Any:
    return marisa_trie.BytesTrie().mmap(str(DATA / "spellings.marisa"))


def spelling_of(word: str) -> str | None:
    """A simplified word of two to four characters in Traditional; None when no character of it leaves a choice.

    >>> spelling_of("干部"), spelling_of("干涉"), spelling_of("中国")
    ('幹部', '干涉', None)
    """
    if "\0" in word:  # ends a key inside the table
        return None
    found = _table().get(word)
    return found[0].decode() if found else None


@cache
def choices() -> dict[str, str]:
    """Simplified characters with several Traditional ones, and which, the most usual one first.

    >>> choices()["后"]
    '後后'
    """
    return {word: value.decode() for word, value in _table().items() if len(word) == 1}


@cache
def script_characters() -> tuple[frozenset[str], frozenset[str]]:
    """The characters that stand in Simplified text only, and those that stand in Traditional text only."""
    simplified, traditional = (DATA / "scripts.txt").read_text(encoding="utf-8").split("\n")[:2]
    return frozenset(simplified), frozenset(traditional)


@cache
def free_choices() -> frozenset[tuple[str, str]]:
    """Pairs of characters (as written, as the word list has it) whose difference is a matter of taste."""
    path = Path(__file__).parent / "free_variants.toml"
    groups = tomllib.loads(path.read_text(encoding="utf-8"))
    pairs = {pair for group in groups["spelled"] for pair in permutations(group, 2)}
    return frozenset(pairs | {(pair[0], pair[1]) for pair in groups["one_way"]})
