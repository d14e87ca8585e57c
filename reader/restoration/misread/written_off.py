"""Text of which a failed conversion left U+FFFD, misread once more: `锟斤拷`, `锟皆革拷`, `ï¿½`.

Text in GBK that was read as UTF-8 becomes U+FFFD byte for byte, but for pairs of bytes that are UTF-8 by accident;
read as GBK once more, both are shown as characters that have nothing to do with the text.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

from reader.model import LOST_CHARACTER, Certainty, Edit, Reason, Span
from reader.model.patterns import pattern
from reader.restoration.familiarity import is_common
from reader.restoration.gbk import character_of
from reader.restoration.misread.misreadings import GBK, REPLACED

_IN_GBK = "锟斤拷"

_IN_SINGLES = ("ï¿½", "Ôø½")
"""U+FFFD in UTF-8, read as Windows-1252 and as Mac Roman."""

_RUNS_OF_SINGLES = pattern("|".join(f"(?:{shown})+" for shown in _IN_SINGLES))

_LINE = pattern("[^\n\r\u2028]*锟[^\n\r\u2028]*")

_GONE = f"\xef\xbf(?:[\xbd{REPLACED}]|(?![\x80-\xbf]))"
"""U+FFFD, its last byte dropped where the byte after it forms no pair with it."""

_THREE = "\xe0[\xa0-\xbf]|(?!\xef\xbf)[\xe1-\xef][\x80-\xbf]"
_FOUR = "[\xf0-\xf4][\x80-\xbf]{2}"

_SPARED = f"(?:[\xc2-\xdf]|{_THREE}|{_FOUR})[\x80-\xbf]"
"""Bytes that were UTF-8 by accident."""

_DROPPED = f"(?:[\xc2-\xdf]|{_THREE}|{_FOUR})(?=\xef)"
"""Such bytes, the last one dropped like that of U+FFFD."""

_STRETCH = pattern(f"(?:{_SPARED})*+{_GONE}(?:(?:{_SPARED}|{_DROPPED})*+{_GONE})*")
_UNIT = pattern(f"(?P<gone>{_GONE})|{_SPARED}|{_DROPPED}")

_LEAST = 2
"""U+FFFD that a stretch must hold where none is shown as 锟."""


def find_written_off(text: str) -> Iterator[Edit]:
    """What is left of text that two misreadings destroyed, shown as lost.

    Two bytes are counted for a character; a pair that was spared is a character where it stands at an even byte.

    >>> [(edit.start, edit.end, edit.replacement) for edit in find_written_off("政策锟斤拷愿锟斤拷")]
    [(2, 9, '\ufffd愿\ufffd')]
    """
    if _IN_GBK in text:
        for line in _LINE.finditer(text):
            yield from _in_line(line.start(), line.group())
    if not any(shown in text for shown in _IN_SINGLES):
        return
    for match in _RUNS_OF_SINGLES.finditer(text):
        yield _edit(match.start(), match.end(), LOST_CHARACTER * (len(match.group()) // 3))


def _in_line(start: int, shown: str) -> Iterator[Edit]:
    """The stretches of a line that begins at `start`."""
    cells = list(GBK.cells_of(shown))
    starts = array("I", accumulate(map(len, cells), initial=0))
    data = "".join(cells)
    for match in _STRETCH.finditer(data):
        first = bisect_left(starts, match.start())
        if starts[first] > match.start():
            first -= 1
        last = bisect_left(starts, match.end())
        before, after = data[starts[first] : match.start()], data[match.end() : starts[last]]
        units = [(unit["gone"] is not None, unit.group()) for unit in _UNIT.finditer(match.group())]
        if "锟" in shown[first:last] or sum(gone for gone, _ in units) >= _LEAST:
            yield _edit(start + first, start + last, _left_of(before, units, after))


def _left_of(before: str, units: list[tuple[bool, str]], after: str) -> str:
    """The characters of a stretch, those that are gone as U+FFFD.

    Args:
        before: A byte before it that is shown in its first character.
        units: What it consists of, and whether that is gone.
        after: A byte of ASCII after it that is shown in its last character.
    """
    size = len(before) + sum(1 if gone else _size(data) for gone, data in units)
    if size % 2:  # the byte of ASCII closed a pair, or a mark stands for two bytes
        return LOST_CHARACTER * ((size + 1) // 2)
    characters: list[str] = []
    at = len(before)
    for gone, data in units:
        is_pair = not gone and len(data) == 2 and at % 2 == 0 and not before and not after
        spared = character_of(ord(data[0]), ord(data[1])) if is_pair else None
        at += 1 if gone else _size(data)
        characters += [LOST_CHARACTER] * (at // 2 - len(characters))
        if spared is not None and is_common(spared):
            characters[-1] = spared
    return "".join(characters) + after


def _size(data: str) -> int:
    """How many bytes a character of UTF-8 that begins so has."""
    return 2 if data < "\xe0" else 3 if data < "\xf0" else 4


def _edit(start: int, end: int, left: str) -> Edit:
    doubtful = (Span(0, len(left)),)
    return Edit(start, end, left, "mojibake", Reason.of("mojibake.replaced"), Certainty.LOST, doubtful)
