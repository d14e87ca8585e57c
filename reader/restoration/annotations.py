"""Pinyin pasted in after characters: `網(wǎng)`, `創(chuàng )新`.

Every page of this kind follows a table of its own: a character is annotated wherever it stands, or never. The table
is learnt from the page, so that a phonetic note that somebody wrote stays.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from unicodedata import normalize

from reader.lexicons.readings import readings_of
from reader.model import Edit, Reason
from reader.restoration.gbk import character_of, pair_of
from reader.script.folding import simplify

_LETTERS = "a-zāáǎàēéěèêếềīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿɑɡ"

READING = f"(?P<reading>[{_LETTERS}]{{1,6}})(?P<gap> ?)"
"""What stands between the parentheses of an annotation."""

NOTE = re.compile(rf"[(（]{READING}[)）]")
"""An annotation without the character before it; a script that worked on characters may have set it full-width."""

_SYSTEMATIC = 3
"""Distinct common traditional characters with their readings that make a page one that was annotated by a machine."""

_HABITUAL = 3
"""Distinct common characters of any script with one reading each at every place that do the same."""

_INDISCRIMINATE = 0.3
"""Share of characters that are no traditional ones from which on a page annotates rare characters too."""

_DENSE = 0.02
"""Share of a short text's traditional characters that does the same."""


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
    found = {_without_tone(reading) for reading in known_readings(character)}
    return frozenset(found | {reading.replace("ü", "v") for reading in found})


def _without_tone(reading: str) -> str:
    """A reading without its tone mark.

    >>> _without_tone("lǜ"), _without_tone("wǎng")
    ('lü', 'wang')
    """
    plain = "".join(c for c in normalize("NFD", reading) if c not in "\u0300\u0301\u0304\u030c")
    return normalize("NFC", plain)


def reads(character: str, reading: str) -> bool:
    """Whether a character can be read so, tone mark or none.

    >>> reads("網", "wǎng"), reads("網", "wang"), reads("綠", "lv"), reads("網", "wáng")
    (True, True, True, False)
    """
    plain = plain_reading(reading)
    return plain in known_readings(character) or plain in _toneless_readings(character)


@dataclass(frozen=True)
class Annotations:
    """The table of a page: which characters it annotates, and how."""

    readings: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Annotated character to the readings it is given."""
    bare: frozenset[str] = frozenset()
    """Characters that stand on the page and are never annotated."""

    def __bool__(self) -> bool:
        return bool(self.readings)

    def __or__(self, other: Annotations) -> Annotations:
        """What either table holds; only what is bare in both stays bare."""
        both = {c: self.readings.get(c, frozenset()) | found for c, found in other.readings.items()}
        return Annotations({**self.readings, **both}, self.bare & other.bare)


def learn_annotations(text: str) -> Annotations:
    """The table that a page was annotated with; empty for a page that nobody annotated by machine.

    >>> learn_annotations("網(wǎng)絡與網(wǎng)站").readings
    {'網': frozenset({'wǎng'})}
    >>> bool(learn_annotations("久病初瘥(chài)，六(lù)安人"))
    False
    """
    if "(" not in text and "（" not in text:
        return Annotations()
    given: dict[str, Counter[str]] = {}
    for match in NOTE.finditer(text):
        at = _before_note(text, match.start())
        character = text[at - 1 : at]
        if character and reads(character, match["reading"]):
            given.setdefault(character, Counter())[match["reading"]] += 1
    if not given:
        return Annotations()
    counts = Counter(text)
    marked = {c for c in given if _is_common(c) and simplify(c) != c and 2 * given[c].total() > counts[c]}
    if not _is_systematic(marked, counts) and not _is_habitual(given, counts):
        return Annotations()
    plain = sum(simplify(c) == c for c in given)
    indiscriminate = plain >= _INDISCRIMINATE * len(given)
    table = {
        c: frozenset(found)
        for c, found in given.items()
        if c in marked or (found.total() * 4 >= counts[c] * 3 and (indiscriminate or _in_table(c, found.total())))
    }
    return Annotations(table, frozenset(counts) - frozenset(given))


def _is_systematic(marked: set[str], counts: Counter[str]) -> bool:
    """Whether so many characters are annotated that no writer would have done it."""
    if len(marked) >= _SYSTEMATIC:
        return True
    traditional = sum(n for c, n in counts.items() if simplify(c) != c)
    return bool(marked) and sum(counts[c] for c in marked) >= _DENSE * traditional


def _is_habitual(given: Mapping[str, Counter[str]], counts: Counter[str]) -> bool:
    """Whether common characters are annotated again and again, as on a page that was made a simplified one later.

    A writer annotates a character once, or because it has several readings.
    """
    again = [c for c, found in given.items() if found.total() >= 2 and found.total() == counts[c] and len(found) == 1]
    return sum(map(_is_common, again)) >= _HABITUAL


def _before_note(text: str, start: int) -> int:
    """Where the character ends that the note at `start` stands behind, a space before the note not counted."""
    return start - 1 if text[start - 1 : start] == " " else start


@cache
def _is_common(character: str) -> bool:
    """Whether the simplified form of a character is in the first level of GB 2312, which needs no phonetic note."""
    pair = pair_of(simplify(character))
    return pair is not None and 0xB0 <= pair[0] <= 0xD7 and pair[1] >= 0xA1


def _in_table(character: str, annotated: int) -> bool:
    """Whether a character that always is annotated is so by habit, not once for a reader who may not know it."""
    return annotated >= 2 or simplify(character) != character or _is_common(character)


def find_annotations(text: str, known: Annotations | None = None) -> Sequence[Edit]:
    """The annotations of a page that annotates by a table, each as a removal.

    Phonetic notes on characters outside the table, and Latin words in parentheses, are left alone.

    Args:
        text: The page, characters that were cut apart repaired.
        known: The table learnt from the page as it came, where repairs took annotations away.

    >>> [(e.start, e.end) for e in find_annotations("網(wǎng)絡強國戰(zhàn )略")]
    [(1, 7), (11, 18)]
    >>> find_annotations("瘥(chài)，國內生產總值(GDP)，應用(app)")
    []
    """
    return annotation_edits(text, learn_annotations(text) | (known or Annotations()))


def annotation_edits(text: str, table: Annotations) -> list[Edit]:
    """The annotations that follow a table, each as a removal."""
    if not table:
        return []
    edits = []
    for match in NOTE.finditer(text):
        start, reading = _before_note(text, match.start()), match["reading"]
        character = annotated_by(text, start, reading, table)
        if character is not None:
            edits.append(Edit(start, match.end(), "", "annotation", _reason(character, reading)))
    return edits


@lru_cache(maxsize=10_000)
def _reason(character: str, reading: str) -> Reason:
    """Why an annotation is removed; one for all of its kind."""
    return Reason.of("annotation.table", character=character, reading=reading)


def annotated_by(text: str, start: int, reading: str, table: Annotations) -> str | None:
    """The character that the annotation at `start` belongs to, or None where it is no entry of the table.

    Where a script worked on bytes, the pair may be the last byte of a character and the ASCII letter after it.
    """
    if start == 0:
        return None
    character = text[start - 1]
    if reading in table.readings.get(character, ()) or (character in table.readings and reads(character, reading)):
        return character
    if start >= 2 and "@" <= character <= "~":
        lead = pair_of(text[start - 2])
        found = character_of(lead[1], ord(character)) if lead else None
        if found is not None and reads(found, reading):
            return found
    return None
