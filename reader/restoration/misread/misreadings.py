"""What bytes are shown as in the encodings that pages are read in by mistake."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

from reader.model import LOST_CHARACTER
from reader.model.patterns import pattern
from reader.restoration.gbk import LEADS, character_of

REPLACED = "\u0100"
"""Stands, among bytes written as the characters of Latin-1, for U+FFFD: what a decoder could not show."""

FOREIGN = "\u0101"
"""Stands for a character that no byte is shown as."""

HIGH = range(0x80, 0x100)
"""Bytes beyond ASCII."""

_BIG5_TRAILS = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
"""Bytes that close a pair of Big5."""

_SECOND_EURO = "\U0010fffd"
"""Stands for a euro sign that is shown for two bytes; no page holds this character."""

_EURO = pattern("\u20ac(?=[\ufffd?\u20ac])")
"""Such a euro sign, with what follows only those."""


class _Table(dict[int, str]):
    """Code points to the bytes they were read from; what is missing is foreign."""

    def __missing__(self, code: int) -> str:
        return FOREIGN


@dataclass(frozen=True)
class Misreading:
    """An encoding that text was read in, though it was written in another."""

    name: str
    """As Python spells it."""
    entries: Callable[[], dict[str, str]]
    """Characters beyond ASCII to the bytes they show, these as characters of Latin-1."""

    def bytes_of(self, shown: str) -> str:
        """The bytes that are shown so, one character of Latin-1 for each; or `REPLACED`, or `FOREIGN`."""
        return _told_apart(shown).translate(_table(self))

    def cells_of(self, shown: str) -> Iterator[str]:
        """The same, for each shown character by itself."""
        return map(_table(self).__getitem__, map(ord, _told_apart(shown)))


def _told_apart(shown: str) -> str:
    """The same length of text, with `_SECOND_EURO` for a euro sign that GB18030 shows for two bytes.

    After the byte 80 a character of UTF-8 begins, and its two first bytes are always shown; what could not be shown,
    or is another 80, follows the two bytes.
    """
    return _EURO.sub(_SECOND_EURO, shown) if "\u20ac" in shown else shown


@cache
def _table(misreading: Misreading) -> _Table:
    table = _Table({code: chr(code) for code in range(0x80)})
    table[ord(LOST_CHARACTER)] = REPLACED
    table.update((ord(character), found) for character, found in misreading.entries().items())
    return table


def _gbk() -> dict[str, str]:
    """cp936, its user-defined areas included, and what GB18030 has there; the byte 80 is the euro sign."""
    entries = {"\u20ac": "\x80", _SECOND_EURO: "\xa2\xe3"}
    for lead, trail in product(LEADS, (*range(0x40, 0x7F), *range(0x80, 0xFF))):
        pair = chr(lead) + chr(trail)
        shown = (character_of(lead, trail) or "") + pair.encode("latin-1").decode("gb18030", errors="ignore")
        for character in shown:
            entries.setdefault(character, pair)
    return entries


def _western() -> dict[str, str]:
    """Latin-1 and Windows-1252 at once: they differ only where one of them shows controls."""
    entries = {chr(byte): chr(byte) for byte in HIGH} | {_SECOND_EURO: "\x80"}
    for byte in range(0x80, 0xA0):
        shown = bytes((byte,)).decode("cp1252", errors="ignore")
        entries |= {character: chr(byte) for character in shown}
    return entries


def _macintosh() -> dict[str, str]:
    return {bytes((byte,)).decode("mac_roman"): chr(byte) for byte in HIGH}


def _big5() -> dict[str, str]:
    """Big5 as Windows shows it, with the user-defined areas."""
    entries = _pairs_of("cp950") | _pairs_of("big5")
    for first, last, start in ((0xFA, 0xFE, 0xE000), (0x8E, 0xA0, 0xE311), (0x81, 0x8D, 0xEEB8)):
        pairs = (chr(lead) + chr(trail) for lead, trail in product(range(first, last + 1), _BIG5_TRAILS))
        entries |= {chr(code): pair for code, pair in enumerate(pairs, start)}
    rest = (pair for pair in product(range(0xC6, 0xC9), _BIG5_TRAILS) if pair >= (0xC6, 0xA1))
    return entries | {chr(code): chr(lead) + chr(trail) for code, (lead, trail) in enumerate(rest, 0xF6B1)}


def _hong_kong() -> dict[str, str]:
    """Big5 with the supplementary characters of Hong Kong, as browsers show it."""
    return _pairs_of("big5hkscs")


def _pairs_of(codec: str) -> dict[str, str]:
    """The characters of two bytes that a codec knows, each as the codec writes it."""
    entries: dict[str, str] = {}
    for lead, trail in product(range(0x81, 0xFF), _BIG5_TRAILS):
        shown = bytes((lead, trail)).decode(codec, errors="ignore")
        if len(shown) == 1:
            entries[shown] = shown.encode(codec).decode("latin-1")
    return entries


GBK = Misreading("gbk", _gbk)
WESTERN = Misreading("windows-1252", _western)
MACINTOSH = Misreading("mac_roman", _macintosh)
BIG5 = Misreading("big5", _big5)
HONG_KONG = Misreading("big5hkscs", _hong_kong)
