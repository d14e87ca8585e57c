"""The damage of such pages done forward, so that its repair can be measured; nothing of the repair is used here.

In order: Simplified to Traditional character by character; readings pasted in, blind on GBK bytes or by characters;
cuts before misaligned marks; decoding in pairs with `?` for what is none; full-width marks made half-width.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reader.lexicons.build import opencc_pairs
from reader.lexicons.readings import readings_of

_KEPT = "后干里么余"
_OWN = {"台": "臺", "着": "著"}
_NARROW = str.maketrans("，：；！？（）", ",:;!?()")
_CUT_MARKS = (b"\xa3\xa1", b"\xa3\xac", b"\xa1\xa3")


@dataclass(frozen=True)
class Damaged:
    """A text as it was published in Traditional characters, and as a page shows it."""

    published: str
    shown: str
    cuts: int


@cache
def _traditional() -> dict[int, str]:
    table = {ord(old): new[0] for old, new in opencc_pairs("STCharacters") if old not in _KEPT}
    return table | {ord(old): new for old, new in _OWN.items()}


def in_traditional(text: str) -> str:
    """Simplified to Traditional as such pages do it, one character at a time."""
    return text.translate(_traditional())


def encode(text: str) -> bytes:
    """The GBK bytes of a text; what GBK does not hold is left out."""
    return text.encode("gbk", errors="ignore")


@cache
def _pair(lead: int, trail: int) -> str | None:
    """The character of two bytes in cp936, its user-defined areas included."""
    if trail < 0x40 or trail in (0x7F, 0xFF) or not 0x81 <= lead <= 0xFE:
        return None
    if trail >= 0xA1 and (0xAA <= lead <= 0xAF or lead >= 0xF8):
        base = 0xE000 + (lead - 0xAA) * 94 if lead <= 0xAF else 0xE234 + (lead - 0xF8) * 94
        return chr(base + trail - 0xA1)
    if trail <= 0xA0 and 0xA1 <= lead <= 0xA7:
        return chr(0xE4C6 + (lead - 0xA1) * 96 + trail - 0x40 - (trail > 0x7F))
    shown = bytes((lead, trail)).decode("gbk", errors="replace")
    return shown if len(shown) == 1 and shown != "\ufffd" else None


def decode_in_pairs(data: bytes) -> str:
    """GBK bytes as a page shows them: what is no pair becomes one `?` and swallows both bytes."""
    shown: list[str] = []
    at = 0
    while at < len(data):
        if data[at] < 0x80:
            shown.append(chr(data[at]))
            at += 1
        else:
            pair = _pair(data[at], data[at + 1]) if at + 1 < len(data) else None
            shown.append(pair or "?")
            at += 2
    return "".join(shown)


def site_table(text: str, share: float, rng: random.Random) -> dict[str, str]:
    """Which characters a site annotates, and how: some of those that are not simplified ones."""
    found = sorted({c for c in in_traditional(text) if len(c.encode("gbk", errors="ignore")) == 2})
    table = {}
    for character in found:
        readings = sorted(r for r in readings_of(character) if encode(r).decode("gbk") == r)
        if readings and character not in text and rng.random() < share:
            table[character] = rng.choice(readings)
    return table


def _annotated(data: bytes, table: dict[bytes, bytes]) -> Iterator[tuple[int, bytes]]:
    """Where readings are pasted in: behind every two bytes that are an entry, wherever characters begin."""
    for end in range(2, len(data) + 1):
        reading = table.get(data[end - 2 : end])
        if reading is not None:
            yield end, b"(" + reading + b")"


def _cut_places(data: bytes, share: float, rng: random.Random) -> set[int]:
    """Some of the places before marks that are no characters of the text."""
    aligned: set[int] = set()
    at = 0
    while at < len(data):
        aligned.add(at)
        at += 1 if data[at] < 0x80 else 2
    found = [i for i in range(len(data)) if data[i : i + 2] in _CUT_MARKS and i not in aligned]
    return {i for i in found if rng.random() < share}


def damage_bytes(
    text: str,
    rng: random.Random,
    table: dict[str, str] | None = None,
    annotated: float = 0.6,
    cut: float = 0.8,
    folded: bool = True,
) -> Damaged:
    """A text as a script that worked on GBK bytes leaves it."""
    published = encode(in_traditional(text)).decode("gbk")
    data = encode(published)
    if table is None:
        table = site_table(text, annotated, rng)
    notes = dict(_annotated(data, {encode(c): encode(r) for c, r in table.items()}))
    cuts = _cut_places(data, cut, rng)
    pieces, piece = [], b""
    for at in range(len(data) + 1):
        piece += notes.get(at, b"")
        if at in cuts:
            pieces.append(piece)
            piece = b""
        piece += data[at : at + 1]
    pieces.append(piece)
    shown = "".join(map(decode_in_pairs, pieces))
    return Damaged(published, shown.translate(_NARROW) if folded else shown, len(cuts))


def damage_characters(text: str, rng: random.Random, annotated: float = 0.5) -> Damaged:
    """A text as a script that worked on characters leaves it."""
    published = in_traditional(text)
    table = site_table(text, annotated, rng)
    shown = "".join(c + (f"({table[c]}{' ' if rng.random() < 0.1 else ''})" if c in table else "") for c in published)
    return Damaged(published, shown.replace("，", ","), 0)
