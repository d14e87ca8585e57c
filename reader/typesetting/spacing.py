"""Thin spaces: columns between Chinese and Latin that are drawn and belong to no text."""

from __future__ import annotations

import re

_CHINESE = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_LATIN = "0-9A-Za-z\xc0-\xd6\xd8-\xf6\xf8-\u024f\u0370-\u03ff\u0400-\u04ff"
_THIN_SPACE = re.compile(f"(?<=[{_CHINESE}])(?=[{_LATIN}$€£])|(?<=[{_LATIN}%‰℃°])(?=[{_CHINESE}])")


def thin_spaces(text: str) -> list[int]:
    """Offsets at which a thin space parts a Chinese character from a Latin letter or digit beside it.

    >>> thin_spaces("达到284万平方米，GDP增长5%左右")
    [2, 5, 13, 15, 17]
    """
    return [match.start() for match in _THIN_SPACE.finditer(text)]
