"""Characters without a picture that a page carries inside its text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from reader.model import Edit, Reason

_INVISIBLE = re.compile("[\u200b\u2060\ufeff\u00ad]|(?<![\u0600-\u1cff\U00010000-\U0010ffff\ufe0f])[\u200c\u200d]")
"""Zero-width space, word joiner, byte-order mark, soft hyphen; joiners where no script or emoji needs them."""


def find_invisibles(text: str) -> Sequence[Edit]:
    """Zero-width characters and byte-order marks inside the text, each as a removal.

    Joiners in emoji and in scripts that are shaped by them are left alone.

    >>> [(e.start, e.end) for e in find_invisibles("政\\u200b策\\ufeff文")]
    [(1, 2), (3, 4)]
    >>> find_invisibles("👩\\u200d💻")
    []
    """
    return [
        Edit(match.start(), match.end(), "", "invisible", Reason.of("invisible.removed", name=_name(match.group())))
        for match in _INVISIBLE.finditer(text)
    ]


def _name(character: str) -> str:
    """The name of a character in the Unicode standard."""
    return "BYTE ORDER MARK" if character == "\ufeff" else unicodedata.name(character)
