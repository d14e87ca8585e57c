"""Simplified to Traditional as such pages do it, and the readings they paste in."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import opencc
from pypinyin.pinyin_dict import pinyin_dict

_KEPT = "后干里么余"
"""Characters that such pages leave as they are."""
_OWN = {"台": "臺", "着": "著"}
"""Characters that such pages convert in their own way."""


def _dictionary(name: str) -> dict[str, str]:
    """The first choice for each single character of one of OpenCC's dictionaries."""
    lines = (Path(opencc.__file__).parent / "dictionary" / f"{name}.txt").read_text("utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if "\t" in line)
    return {old: new.split(" ")[0] for old, new in pairs if len(old) == 1}


@cache
def _traditional() -> dict[int, str]:
    table = {ord(old): new for old, new in _dictionary("STCharacters").items() if old not in _KEPT}
    return table | {ord(old): new for old, new in _OWN.items()}


@cache
def _simplified() -> dict[int, str]:
    return {ord(old): new for old, new in _dictionary("TSCharacters").items()} | {ord("著"): "着"}


def in_traditional(text: str) -> str:
    """Simplified to Traditional, one character at a time.

    >>> in_traditional("干部在网站后台着手")
    '干部在網站后臺著手'
    """
    return text.translate(_traditional())


def in_simplified(text: str) -> str:
    """Traditional to Simplified, one character at a time; of equal length, for comparing.

    >>> in_simplified("網站後臺")
    '网站后台'
    """
    return text.translate(_simplified())


@cache
def readings_of(character: str) -> tuple[str, ...]:
    """The readings of a character and of its Simplified form that GBK can hold, whatever the context.

    >>> readings_of("長")
    ('zhǎng', 'cháng', 'zhàng')
    """
    found = (pinyin_dict.get(ord(form), "") for form in (character, in_simplified(character)))
    readings = dict.fromkeys(reading for entry in found for reading in entry.split(",") if reading)
    return tuple(reading for reading in readings if reading.encode("gbk", "ignore").decode("gbk") == reading)
