"""Characters of UTF-8 some of whose bytes a conversion replaced or dropped, from the bytes that are left.

Bytes are written as the characters of Latin-1, with `REPLACED` for what a decoder could not show.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple

from reader.model import LOST_CHARACTER
from reader.model.patterns import pattern
from reader.restoration.misread.misreadings import REPLACED
from reader.restoration.plausibility import Choice

_THREE = "(?:\xe0[\xa0-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]|\xed[\x80-\x9f])[\x80-\xbf]"
_WIDE = f"(?:{_THREE}|\xf0[\x90-\xbf][\x80-\xbf]{{2}})"
_TWO = "[\xc2-\xdf][\x80-\xbf]"
_MARK = f"[?{REPLACED}]"

_GAP = f"(?:{_MARK}{{1,4}}[\x80-\xbf]{{0,2}})"

_OPEN = f"[\xe2-\xef][\x80-\xbf]?{_GAP}{{1,6}}"
"""What was replaced after the beginning of a character."""

_CUT = f"{_OPEN}|{_MARK}{{1,4}}[\x80-\xbf]{{1,2}}{_GAP}{{0,5}}|{REPLACED}"
"""Bytes around what was replaced that make no whole character."""

_SHORT = "(?:[\xe3-\xef][\x80-\xbf]?|\xe2\x80?)(?=[^\x80-\xbf]|$)"
"""A character of which bytes were dropped without a mark."""

_ASCII = "(?:[ ->@-~\t]|\\?(?![\x80-\xbf]))"

_SIGN = f"{_TWO}(?=(?:{_ASCII}|{_TWO}){{0,12}}+{_WIDE})"
"""A sign, as in μg/m³, with text not far behind it; two such bytes alone are a Chinese character of GBK."""

PAIRS = pattern(f"(?:{_WIDE}|{_OPEN})(?:(?:{_WIDE}|{_TWO})|{_ASCII}*+(?:{_WIDE}|{_CUT}|{_SIGN}))*")
"""A run of UTF-8 among other bytes, where characters of two bytes each were shown."""

SINGLES = pattern(f"(?:{_WIDE}|{_TWO}|{_SHORT}|{_OPEN})(?:{_ASCII}*+(?:{_WIDE}|{_TWO}|{_CUT}|{_SHORT}))*")
"""A run of UTF-8 where each byte was shown as a character, or dropped."""

_PIECE = pattern(
    f"(?P<whole>(?:{_WIDE}|{_TWO})+)|(?P<hole>{_CUT}|[\xe2-\xef][\x80-\xbf]?|[\x80-\xbf]+)|(?P<ascii>.)",
    re.DOTALL,
)

BLANK = pattern("(?<=[\xe3-\xef][\x80-\xbf]) |(?<=[\xe3-\xef]) (?=[\x80-\xbf])")
"""Where a third byte is missing, a space: A0, a no-break space, made a plain one."""

_MOST = 1_024
"""Combinations of unknown bytes above which a character is lost."""

LEADS = "\xe2\xe3\xe4\xe5\xe6\xe7\xe8\xe9\xef"
"""Bytes that begin the characters of Chinese text in UTF-8."""

_MARKS = "?" + REPLACED

_MOST_MARKS = 6
"""Marks in a hole above which it is lost."""

TAILS = "".join(map(chr, range(0x80, 0xC0)))
"""Bytes that go on with a character in UTF-8."""

Unknown = Callable[[str, str], Mapping[str, float]]
"""The bytes that may be missing, each with what speaks for it in the unit of a log probability.

Its arguments are where the byte stands, as one of `LEADS` or `TAILS`, and the byte after it: empty at the end, and one
of the two where that is missing too.
"""


class Piece(NamedTuple):
    """A stretch of bytes and the text that it is."""

    start: int
    """Its first byte."""
    end: int
    """The byte after the last one."""
    text: str
    """What the bytes are, `LOST_CHARACTER` for each character that they leave open."""
    open: tuple[tuple[Choice, ...], ...] = ()
    """What each character may be, where the bytes leave all of them open."""


def pieces(data: str, start: int, end: int, unknown: Unknown) -> Iterator[Piece]:
    """The text of bytes that are UTF-8 but for holes, the characters of a hole by themselves.

    Args:
        data: Bytes and marks.
        start: The first of the bytes.
        end: The end of the bytes.
        unknown: What can have been in a hole.

    >>> [piece.text for piece in pieces("\xe6\x94\xbf?\xe7\xad", 0, 6, lambda known, after: {})]
    ['政', '?', '\ufffd']
    """
    for match in _PIECE.finditer(data, start, end):
        found = match.group()
        if match["whole"]:
            text = found.encode("latin-1").decode("utf-8", errors="replace")
            yield Piece(match.start(), match.end(), text)
        elif match["hole"]:
            choices = _filled(found, data[match.end() : match.end() + 1], unknown)
            yield Piece(match.start(), match.end(), LOST_CHARACTER * len(choices), choices)
        else:
            yield Piece(match.start(), match.end(), LOST_CHARACTER if found > "\x7f" else found)


@lru_cache(maxsize=2_000)
def _filled(hole: str, after: str, unknown: Unknown) -> tuple[tuple[Choice, ...], ...]:
    return tuple(_fill(hole, after, unknown))


def _fill(hole: str, after: str, unknown: Unknown) -> Iterator[tuple[Choice, ...]]:
    """What each character of a hole may be; nothing for one that is lost."""
    if len(hole) == 2 and hole[0] in LEADS and hole[1] in TAILS:
        yield (*_choices((hole[0], None, hole[1]), after, unknown), *_choices((*hole, None), after, unknown))
        return
    shown = _aligned(hole)
    if shown is None:
        yield ()
        return
    for index in range(0, len(shown), 3):
        following = after if index + 3 >= len(shown) else shown[index + 3] or LEADS
        yield _choices(shown[index : index + 3], following, unknown)


def _aligned(hole: str) -> Sequence[str | None] | None:
    """The bytes of a hole as whole characters of three, None for each that is missing, or None where they do not fit.

    A mark stands for one byte or two. Where there is none, what was dropped stood at the end.
    """
    marks = [index for index, byte in enumerate(hole) if byte in _MARKS]
    if len(marks) > _MOST_MARKS:
        return None
    if not marks:
        return [*hole, *[None] * (3 - len(hole))] if hole[0] not in TAILS else None
    for sizes in product((1, 2), repeat=len(marks)):
        if (len(hole) - len(marks) + sum(sizes)) % 3:
            continue
        missing = dict(zip(marks, sizes, strict=True))
        shown: list[str | None] = []
        for index, byte in enumerate(hole):
            shown += [None] * missing[index] if index in missing else [byte]
        if all(byte is None or (byte in TAILS) == bool(place % 3) for place, byte in enumerate(shown)):
            return shown
    return None


def _choices(shown: Sequence[str | None], after: str, unknown: Unknown) -> tuple[Choice, ...]:
    """The characters that three bytes may be of which some are unknown."""
    following = (*(byte if byte is not None else TAILS for byte in shown[1:]), after)
    options = [
        {byte: 0.0} if byte is not None else unknown(TAILS if place else LEADS, following[place])
        for place, byte in enumerate(shown)
    ]
    if len(options[0]) * len(options[1]) * len(options[2]) > _MOST:
        return ()
    found = {}
    for (a, x), (b, y), (c, z) in product(*(option.items() for option in options)):
        character = _character(a + b + c)
        if character:
            found[character] = Choice(character, x + y + z)
    return tuple(found.values())


@cache
def _character(data: str) -> str:
    """The character of three bytes; empty where they are none that is published."""
    shown = data.encode("latin-1").decode("utf-8", errors="ignore")
    return shown if len(shown) == 1 and shown.isprintable() else ""
