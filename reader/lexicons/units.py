"""Units and measure words, and what they measure."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from reader.model import FigureKind

_PATH = Path(__file__).with_name("units.toml")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit or measure word."""

    word: str
    """In the `simplify` form."""
    kind: FigureKind
    """What it measures."""
    digits: bool = False
    """Counts only after Arabic digits or a number above ten: small Chinese numerals make names with it (三级)."""


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(_PATH.read_text(encoding="utf-8"))


@cache
def units() -> dict[str, Unit]:
    """Every unit by its word."""
    groups = _tables()["unit"]
    return {
        word: Unit(word, FigureKind(group["kind"]), group.get("digits", False))
        for group in groups
        for word in group["words"]
    }


@cache
def _longest_by_first() -> dict[str, int]:
    """First character to the length of the longest unit that begins with it, in code points."""
    longest: dict[str, int] = {}
    for word in units():
        longest[word[0]] = max(longest.get(word[0], 0), len(word))
    return longest


@cache
def unit_initials() -> frozenset[str]:
    """The characters that units begin with."""
    return frozenset(_longest_by_first())


def unit_at(text: str, offset: int) -> Unit | None:
    """The longest unit that stands at an offset and is not the start of another word.

    >>> unit = unit_at("284万平方米的小区", 4)
    >>> unit.word, unit.kind.value
    ('平方米', 'area')
    >>> unit_at("两成立", 1) is None
    True
    """
    known, not_before = units(), _tables()["not_before"]
    for length in range(_longest_by_first().get(text[offset : offset + 1], 0), 0, -1):
        word = text[offset : offset + length]
        if word in known:
            following = text[offset + length : offset + length + 1]
            return None if following and following in not_before.get(word, "") else known[word]
    return None
