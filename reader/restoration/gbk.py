"""The two-byte code of cp936, with its user-defined areas, as tables in both directions."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

LEADS = range(0x81, 0xFF)
"""Bytes that can open a pair."""

HALF_WIDTH = ",:;!?()"
"""Marks that a page may have made half-width last of all."""

FULL_WIDTH = str.maketrans(HALF_WIDTH, "，：；！？（）")
"""Those marks to what they were."""

_TRAILS = (*range(0x40, 0x7F), *range(0x80, 0xFF))
"""Bytes that can close a pair."""


def widened(text: str) -> str:
    """A text with its marks full-width, as `str.translate` would make them, but many times faster on a long one.

    >>> widened("是(這樣),a.b")
    '是（這樣），a.b'
    """
    for mark in HALF_WIDTH:
        text = text.replace(mark, chr(FULL_WIDTH[ord(mark)]))
    return text


@cache
def _characters() -> dict[tuple[int, int], str]:
    """Every pair of bytes to its character."""
    pairs = [(lead, trail) for lead in LEADS for trail in _TRAILS]
    shown = b"\n".join(map(bytes, pairs)).decode("gbk", errors="replace").split("\n")
    table = dict(_user_defined())
    table |= {pair: found for pair, found in zip(pairs, shown, strict=True) if len(found) == 1 and found != "\ufffd"}
    return table


def _user_defined() -> Iterator[tuple[tuple[int, int], str]]:
    """The user-defined areas: two of 94 characters a row and one of 96, all in the private use area."""
    for first, last, start in ((0xAA, 0xAF, 0xE000), (0xF8, 0xFE, 0xE234)):
        for lead in range(first, last + 1):
            for trail in range(0xA1, 0xFF):
                yield (lead, trail), chr(start + (lead - first) * 94 + trail - 0xA1)
    for lead in range(0xA1, 0xA8):
        for index, trail in enumerate(byte for byte in _TRAILS if byte < 0xA1):
            yield (lead, trail), chr(0xE4C6 + (lead - 0xA1) * 96 + index)


@cache
def _later_characters() -> dict[tuple[int, int], str]:
    """The pairs that cp936 leaves out to what GB18030 has there, as decoders that know only that code show it."""
    pairs = [(lead, trail) for lead in LEADS for trail in _TRAILS if (lead, trail) not in _characters()]
    shown = ((pair, bytes(pair).decode("gb18030", errors="ignore")) for pair in pairs)
    return {pair: character for pair, character in shown if len(character) == 1}


@cache
def _pairs() -> dict[str, tuple[int, int]]:
    """Every character to its pair of bytes."""
    later = {character: pair for pair, character in _later_characters().items()}
    return later | {character: pair for pair, character in _characters().items()}


def character_of(lead: int, trail: int) -> str | None:
    """The character of a pair of bytes, or None where the code has none.

    >>> character_of(0xC8, 0xD5), character_of(0xC8, 0x28)
    ('日', None)
    """
    return _characters().get((lead, trail))


def later_character_of(lead: int, trail: int) -> str | None:
    """The character of a pair of bytes as GB18030 shows it, which has one for nearly every pair.

    >>> character_of(0xFE, 0x84), later_character_of(0xFE, 0x84), later_character_of(0xC8, 0xD5)
    (None, '⻊', '日')
    """
    return character_of(lead, trail) or _later_characters().get((lead, trail))


def pair_of(character: str) -> tuple[int, int] | None:
    """The pair of bytes of a character, or None for ASCII and what no pair shows.

    >>> [hex(byte) for byte in pair_of("日")], pair_of("a")
    (['0xc8', '0xd5'], None)
    """
    return _pairs().get(character)


@cache
def closing(trail: int) -> tuple[tuple[int, str], ...]:
    """The published characters that a byte can close, each with the byte that opens it."""
    return tuple((lead, found) for lead in LEADS if (found := character_of(lead, trail)) and not is_private(found))


@cache
def opening(lead: int) -> tuple[tuple[int, str], ...]:
    """The published characters that a byte can open, each with the byte that closes it."""
    return tuple((trail, found) for trail in _TRAILS if (found := character_of(lead, trail)) and not is_private(found))


@cache
def broken_leads() -> frozenset[int]:
    """Bytes that form no pair with some byte that opens one, so that decoding loses both."""
    return frozenset(a for a in (0x80, *LEADS) if any(character_of(a, b) is None for b in LEADS))


def is_private(character: str) -> bool:
    """Whether a character stands in the private use area, where no published text has any."""
    return "\ue000" <= character <= "\uf8ff"
