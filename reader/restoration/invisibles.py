"""Characters without a picture that a page carries inside its text."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache

from reader.model import Edit, Reason
from reader.model.patterns import pattern

_WITHOUT_PICTURE = "\u200b\u2060\ufeff\u00ad\u200c\u200d"
"""Zero-width space, word joiner, byte-order mark, soft hyphen, zero-width non-joiner and joiner."""

_INVISIBLE = pattern("[\u200b\u2060\ufeff\u00ad]|(?<![\u0600-\u1cff\U00010000-\U0010ffff\ufe0f])[\u200c\u200d]")
"""Those that stand for nothing; joiners where no script or emoji needs them."""


def find_invisibles(text: str) -> Sequence[Edit]:
    """Zero-width characters and byte-order marks inside the text, each as a removal.

    Joiners in emoji and in scripts that are shaped by them are left alone.

    >>> [(e.start, e.end) for e in find_invisibles("政\\u200b策\\ufeff文")]
    [(1, 2), (3, 4)]
    >>> find_invisibles("👩\\u200d💻")
    []
    """
    if not any(character in text for character in _WITHOUT_PICTURE):
        return []
    return [
        Edit(match.start(), match.end(), "", "invisible", _reason(match.group())) for match in _INVISIBLE.finditer(text)
    ]


@cache
def _reason(character: str) -> Reason:
    """Why a character is removed, with its name in the Unicode standard."""
    name = "BYTE ORDER MARK" if character == "\ufeff" else unicodedata.name(character)
    return Reason.of("invisible.removed", name=name)
