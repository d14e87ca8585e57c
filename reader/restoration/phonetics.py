"""How a character can be read, and how a reading can be written."""

from __future__ import annotations

from functools import cache, lru_cache
from unicodedata import normalize

from reader.lexicons.readings import readings_of, usual_reading
from reader.script.folding import simplify

_TONES = "\u0304\u0301\u030c\u0300"
"""The marks of the four tones, in order."""


def plain_reading(reading: str) -> str:
    """A reading with the letters that cp936 has forms of its own for.

    >>> plain_reading("wɑnɡ")
    'wang'
    """
    return reading.replace("ɑ", "a").replace("ɡ", "g")


@cache
def known_readings(character: str) -> frozenset[str]:
    """Every reading of a character and of its simplified form.

    >>> "zháo" in known_readings("著"), "qū" in known_readings("^")
    (True, False)
    """
    return readings_of(character) | readings_of(simplify(character))


@cache
def _toneless_readings(character: str) -> frozenset[str]:
    """Every reading as it is typed where there are no tone marks, with `ü` and with `v`."""
    found = {without_tone(reading) for reading in known_readings(character)}
    return frozenset(found | {reading.replace("ü", "v") for reading in found})


@cache
def _numbered_readings(character: str) -> frozenset[str]:
    """Every reading with its tone as a digit: 1 to 4, and 5 or 0 for none."""
    found = set()
    for reading in known_readings(character):
        mark = next((c for c in normalize("NFD", reading) if c in _TONES), "")
        found |= {without_tone(reading) + digit for digit in (str(_TONES.index(mark) + 1) if mark else "50")}
    return frozenset(found | {reading.replace("ü", "v") for reading in found})


def without_tone(reading: str) -> str:
    """A reading without its tone mark.

    >>> without_tone("lǜ"), without_tone("wǎng")
    ('lü', 'wang')
    """
    plain = "".join(c for c in normalize("NFD", reading) if c not in _TONES)
    return normalize("NFC", plain)


@lru_cache(maxsize=100_000)
def reads(character: str, reading: str) -> bool:
    """Whether a character can be read so: tone mark, digit or none.

    >>> reads("網", "wǎng"), reads("網", "wang"), reads("綠", "lv4"), reads("網", "wáng")
    (True, True, True, False)
    """
    plain = plain_reading(reading)
    if plain[-1:].isdigit():
        return plain in _numbered_readings(character)
    return plain in known_readings(character) or plain in _toneless_readings(character)


@cache
def is_most_usual(character: str, reading: str) -> bool:
    """Whether a reading is the most usual one, its tone counted where it has one."""
    plain = plain_reading(reading)
    if plain == without_tone(plain) or plain[-1:].isdigit():
        return is_usual(character, reading)
    return plain in (usual_reading(character), usual_reading(simplify(character)))


@cache
def is_usual(character: str, reading: str) -> bool:
    """Whether a reading is the most usual one of a character, its tone not counted."""
    usual = usual_reading(character)
    plain = plain_reading(reading).rstrip("012345")
    return usual is not None and without_tone(plain).replace("v", "ü") == without_tone(usual)
