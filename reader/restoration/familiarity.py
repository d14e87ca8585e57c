"""What every reader knows of a character: whether it needs a phonetic note at all."""

from __future__ import annotations

from functools import cache

from reader.lexicons.spellings import script_characters
from reader.lexicons.words import frequency
from reader.restoration.gbk import pair_of
from reader.restoration.phonetics import is_most_usual, is_usual, known_readings
from reader.script.folding import simplified, simplify

_WELL_KNOWN = 1000
"""A character that was counted so often by itself needs no note."""


@cache
def alike_characters() -> frozenset[str]:
    """The characters that are the same in both scripts."""
    characters = "".join(map(chr, range(0x3400, 0xA000)))
    return frozenset(c for c, plain in zip(characters, simplify(characters), strict=True) if c == plain)


def is_converted(character: str) -> bool:
    """Whether a character was made another one in Traditional."""
    return simplified(character) != character


@cache
def was_converted(character: str) -> bool:
    """Whether a character differs between the scripts."""
    return any(character in only for only in script_characters())


@cache
def is_usual_traditional(character: str) -> bool:
    """Whether a character is in the first level of Big5, which holds the usual form of most."""
    data = character.encode("big5", errors="ignore")
    return len(data) == 2 and 0xA4 <= data[0] <= 0xC6


@cache
def is_common(character: str) -> bool:
    """Whether the simplified form of a character is in the first level of GB 2312, which needs no phonetic note."""
    pair = pair_of(simplify(character))
    return pair is not None and 0xB0 <= pair[0] <= 0xD7 and pair[1] >= 0xA1


@cache
def is_needless(character: str, reading: str) -> bool:
    """Whether nobody has to be told how a character is read: it is well known, or not rare and read in one way only."""
    found = frequency(simplify(character))
    if len(known_readings(character)) == 1:
        return 2 * found >= _WELL_KNOWN and is_most_usual(character, reading)
    return found >= _WELL_KNOWN and is_usual(character, reading)
