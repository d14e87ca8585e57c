"""Names of provinces, cities, districts, counties and towns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import marisa_trie

from reader.lexicons.tables import DATA

_KIND = re.compile(r"[省市区县州旗镇乡道]")
_ENDS = ("", "市", "省", "县", "区", "州", "旗", "自治区", "特别行政区")
"""What the everyday name of a place leaves out."""
_LONGEST = 9
"""Longest name that is looked for, in code points."""


@cache
def _table() -> Any:
    return marisa_trie.Trie().mmap(str(DATA / "places.marisa"))


def find_places(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each place name of a text in the `simplify` form, in order of their ends.

    >>> text = "在青岛市的示范区"
    >>> [text[start:end] for start, end in find_places(text)]
    ['青岛市']
    """
    table = _table()
    for kind in _KIND.finditer(text):
        end = kind.end()
        for length in range(min(_LONGEST, end), 1, -1):
            if text[end - length : end] in table:
                yield end - length, end
                break


def is_place(name: str) -> bool:
    """Whether a text in the `simplify` form is the name of a place, its kind spelt out or not.

    >>> is_place("青岛"), is_place("青岛市"), is_place("浙江"), is_place("快")
    (True, True, True, False)
    """
    if len(name) < 2 or "\0" in name:  # ends a key inside the table
        return False
    return any(name + kind in _table() for kind in _ENDS)
