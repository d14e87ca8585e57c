"""What a reader takes for one character: code points that no row may part (UAX #29, extended grapheme clusters).

Left out: the rare prepended marks (GB9b) and conjuncts (GB9c), which no Chinese page holds.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum, auto
from functools import lru_cache

_JOINING = re.compile(
    r"[^ -~\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u2e80-\u3029\u3030-\u3098\u309b-\u9fff\uf900-\ufaff"
    r"\uff01-\uff9d\U00020000-\U0003fffd]+"
)
"""Runs of characters that may join with each other and with a neighbour; all others never join among themselves."""


class _Class(Enum):
    OTHER = auto()
    CONTROL = auto()
    EXTEND = auto()
    JOINER = auto()
    REGIONAL = auto()
    PICTURE = auto()
    LEADING = auto()
    VOWEL = auto()
    TRAILING = auto()


_JOINER = "\u200d"
_PICTURES = re.compile(
    "[\xa9\xae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u24c2\u25a0-\u27bf\u2934\u2935\u2b00-\u2bff"
    "\u3030\u303d\u3297\u3299\U0001f000-\U0001f1e5\U0001f200-\U0001f3fa\U0001f400-\U0001faff]"
)
_EXTENDERS = re.compile("[\u200c\uff9e\uff9f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")


@lru_cache(4096)
def _class_of(character: str) -> _Class:
    code = ord(character)
    category = unicodedata.category(character)
    if character == _JOINER:
        found = _Class.JOINER
    elif category in ("Mn", "Me", "Mc") or _EXTENDERS.match(character):
        found = _Class.EXTEND
    elif category in ("Cc", "Cf", "Cs", "Zl", "Zp"):
        found = _Class.CONTROL
    elif 0x1F1E6 <= code <= 0x1F1FF:
        found = _Class.REGIONAL
    elif _PICTURES.match(character):
        found = _Class.PICTURE
    else:
        found = _hangul_class(code)
    return found


def _hangul_class(code: int) -> _Class:
    """The part a code point plays in a Korean syllable that is spelled out; whole syllables are `OTHER`."""
    if 0x1100 <= code <= 0x115F or 0xA960 <= code <= 0xA97C:
        return _Class.LEADING
    if 0x1160 <= code <= 0x11A7 or 0xD7B0 <= code <= 0xD7C6:
        return _Class.VOWEL
    if 0x11A8 <= code <= 0x11FF or 0xD7CB <= code <= 0xD7FB:
        return _Class.TRAILING
    return _Class.OTHER


def is_plain(text: str) -> bool:
    """Whether every code point is a grapheme of its own; a quick look that may say no without need."""
    return _JOINING.search(text) is None


def grapheme_starts(text: str) -> bytearray:
    """One byte per offset, the end included: 1 where a grapheme begins or the text ends, 0 inside of one.

    >>> list(grapheme_starts("e\\u0301中"))
    [1, 0, 1, 1]
    """
    starts = bytearray(b"\x01") * (len(text) + 1)
    for match in _JOINING.finditer(text):
        _mark_joined(text, max(0, match.start() - 1), min(len(text), match.end() + 1), starts)
    return starts


def _mark_joined(text: str, low: int, high: int, starts: bytearray) -> None:
    """Set `starts` to 0 wherever a character of a stretch joins with the one before in the stretch."""
    before = _class_of(text[low])
    regionals = int(before is _Class.REGIONAL)
    after_picture = before is _Class.PICTURE
    for offset in range(low + 1, high):
        here = _class_of(text[offset])
        if (
            (here in (_Class.EXTEND, _Class.JOINER) and before is not _Class.CONTROL)
            or (before is _Class.JOINER and here is _Class.PICTURE and after_picture)
            or (before is _Class.REGIONAL and here is _Class.REGIONAL and regionals % 2 == 1)
            or _joins_in_hangul(before, here, text[offset - 1 : offset + 1])
            or text[offset - 1 : offset + 1] == "\r\n"
        ):
            starts[offset] = 0
        regionals = regionals + 1 if here is _Class.REGIONAL else 0
        after_picture = here is _Class.PICTURE or (after_picture and here in (_Class.EXTEND, _Class.JOINER))
        before = here


def _joins_in_hangul(before: _Class, here: _Class, pair: str) -> bool:
    """Whether the two characters of `pair`, with these classes, belong to one Korean syllable (GB6 to GB8)."""
    after_syllable, is_syllable = ("\uac00" <= character <= "\ud7a3" for character in (pair[:1], pair[1:]))
    if here is _Class.VOWEL:
        is_open = after_syllable and (ord(pair[0]) - 0xAC00) % 28 == 0
        return before in (_Class.LEADING, _Class.VOWEL) or is_open
    if here is _Class.TRAILING:
        return before in (_Class.VOWEL, _Class.TRAILING) or after_syllable
    return before is _Class.LEADING and (here is _Class.LEADING or is_syllable)
