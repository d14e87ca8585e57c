"""Regular expressions that are compiled when they are first used.

One page needs half of those there are, and people wait for the first.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, cast

_METHODS = ("match", "fullmatch", "search", "finditer", "findall", "split", "sub", "subn")


class _Late:
    """Stands for a compiled pattern, and has the methods of one from the first use on."""

    __slots__ = (*_METHODS, "_source", "flags")

    def __init__(self, source: str | Callable[[], str], flags: int) -> None:
        self._source = source
        self.flags = flags

    @property
    def pattern(self) -> str:
        return self._source if isinstance(self._source, str) else self._source()

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def pattern(source: str | Callable[[], str], flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` returns, but that nothing is compiled, and no error found, before a method is called.

    A function that returns the source is called then as well. The pattern is no argument for the functions of `re`, and
    nothing but its methods, `pattern` and `flags` is there.

    >>> year = pattern(r"(?P<year>\\d{4})年")
    >>> year.search("2022年")["year"], year.pattern
    ('2022', '(?P<year>\\\\d{4})年')
    """
    return cast("re.Pattern[str]", _Late(source, flags))
