"""Words that pages set around their articles, and patterns of them."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from reader.model.patterns import pattern

_PATH = Path(__file__).with_name("chrome.toml")
_SECTION = re.compile(r"(?<!\?P)<([a-z_]+)>")
_PARTS = re.compile("([+~…])")
_GAPS = {"+": "", "~": "[^。]{0,6}?", "…": "[^。]{0,12}?"}


@cache
def _sections() -> dict[str, dict[str, str]]:
    return tomllib.loads(_PATH.read_text(encoding="utf-8"))


@cache
def chrome_words(section: str) -> frozenset[str]:
    """The entries of a section of `chrome.toml`.

    >>> "打印" in chrome_words("tools")
    True
    """
    return frozenset(_sections()[section]["words"].split())


def chrome_pattern(shape: str) -> re.Pattern[str]:
    """A pattern in which the name of a section between angle brackets stands for any of its entries, the longest first.

    The words are read when the pattern is first used.

    >>> chrome_pattern(r"(?:<counts>)\\s?\\d+").findall("点赞 12 转发 3 路过 4")
    ['点赞 12', '转发 3']
    """
    return pattern(lambda: _SECTION.sub(lambda found: _any_of(found[1]), shape))


@cache
def _any_of(section: str) -> str:
    """The source of a pattern of the entries of a section."""
    return "|".join(_source(entry) for entry in sorted(chrome_words(section), key=lambda entry: (-len(entry), entry)))


def _source(entry: str) -> str:
    """The source of a pattern of one entry.

    >>> _source("不得…转载/使用")
    '不得[^。]{0,12}?(?:转载|使用)'
    """
    return "".join(_GAPS[part] if part in _GAPS else _either(part) for part in _PARTS.split(entry) if part)


def _either(words: str) -> str:
    either = sorted(map(re.escape, words.split("/")), key=len, reverse=True)
    return either[0] if len(either) == 1 else f"(?:{'|'.join(either)})"
