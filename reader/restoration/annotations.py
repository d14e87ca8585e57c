"""Pinyin pasted in after characters: `網(wǎng)`, `創(chuàng )新`.

Every page of this kind follows a table of its own: a character is annotated wherever it stands, or never. The table
is learnt from the page, so that a phonetic note that somebody wrote stays.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from unicodedata import normalize

from reader.lexicons.readings import readings_of, usual_reading
from reader.model import Edit, Reason
from reader.restoration.gbk import character_of, pair_of
from reader.script.folding import simplified, simplify

LETTERS = "a-zāáǎàēéěèêếềīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿɑɡ"

READING = f" ?(?P<reading>[{LETTERS}]{{1,6}}[0-5]?)(?P<gap> ?)"
"""What stands between the parentheses of an annotation; the tone may be a digit."""

CLOSING = r"[)）\]］〕】]"
"""What it ends with."""

NOTE = re.compile(rf"[(（\[［〔【]{READING}{CLOSING}")
"""An annotation without the character before it; a script that worked on characters may have set it full-width."""

OPENING = "(（[［〔【"
"""What it begins with."""

_SYSTEMATIC = 3
"""Distinct common traditional characters with their readings that make a page one that was annotated by a machine."""

_RUNNING = 2
"""Places in running text with the usual reading of a common traditional character, each always read so, that do too."""

_HABITUAL = 3
"""Places beyond the first of each with the usual reading of common characters of any script that do the same."""

BROKEN_NOTE = re.compile(rf"\?{READING}\)")
"""An annotation that swallowed half a character, as only a script that worked on bytes leaves it."""

_PERVASIVE = 15
"""Distinct annotated characters, and half the annotations, from which on a page is annotated all over."""

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
    return _learn(text) if any(mark in text for mark in OPENING) else Annotations()


@lru_cache(maxsize=1)
def _learn(text: str) -> Annotations:
    """What `learn_annotations` finds in a text with parentheses; several passes ask for one page."""
    given: dict[str, Counter[str]] = {}
    running: Counter[str] = Counter()
    for (character, reading, runs), count in Counter(_notes(text)).items():
        if character and reads(character, reading):
            given.setdefault(character, Counter())[reading] += count
            running[character] += runs * count
    if not given:
        return Annotations()
    counts = Counter(text)
    marked = {c for c in given if is_common(c) and simplified(c) != c and 2 * given[c].total() > counts[c]}
    damaged = BROKEN_NOTE.search(text) is not None
    if not _is_systematic(marked, given, running, damaged) and not _is_habitual(given, counts, running):
        return Annotations()
    noted = counts - Counter("".join(line for line in text.split("\n") if NOTE.search(line) is None))
    bare = frozenset(noted) - frozenset(given)
    alike, stand = sum(map(is_alike, given)), sum(map(is_alike, bare | frozenset(given)))
    habits = _Habits(
        pervasive=len(given) >= _PERVASIVE and sum(found.total() for found in given.values()) >= 2 * _PERVASIVE,
        indiscriminate=2 * alike >= stand,
        mixed=20 * alike >= stand,
    )
    explained = (c for c, found in given.items() if c in marked or habits.explain(c, found, noted[c], running[c]))
    table = {c: frozenset(given[c]) for c in explained}
    return Annotations(table, bare)


def _notes(text: str) -> Iterator[tuple[str, str, bool]]:
    """For each note the character before it, the reading, and whether it stands in running text."""
    for match in NOTE.finditer(text):
        start, end = match.span()
        at = _before_note(text, start)
        yield text[at - 1 : at], match["reading"], _is_in_running_text(text, at, end)


@cache
def is_alike(character: str) -> bool:
    """Whether a character is the same in both scripts."""
    return "\u3400" <= character <= "\u9fff" and simplified(character) == character


@dataclass(frozen=True)
class _Habits:
    """How a page that is annotated by machine goes about it."""

    pervasive: bool
    """Whether it annotates so much that a common character with a reading was annotated by machine too."""
    indiscriminate: bool
    """Whether it annotates most characters, rare ones too."""
    mixed: bool
    """Whether it annotates some of the characters that are the same in both scripts, not only converted ones."""

    def explain(self, character: str, found: Counter[str], stands: int, runs: int) -> bool:
        """Whether the annotations of a character are the page's habit, not a note for a reader who may not know it.

        Args:
            character: What is annotated.
            found: Its readings, with their number.
            stands: How often it stands in lines that hold annotations.
            runs: How many of its annotations stand in running text.
        """
        if self.pervasive and is_common(character):
            return True
        if 4 * found.total() < 3 * stands:
            return False
        if self.indiscriminate or is_common(character):
            return True
        if simplified(character) != character and is_usual_traditional(character):
            return True
        if self.pervasive and runs and (self.mixed or simplified(character) != character):
            return True
        return found.total() >= 2 or (self.pervasive and not all(_is_usual(character, reading) for reading in found))


def _is_in_running_text(text: str, at: int, end: int) -> bool:
    """Whether the character that ends at `at`, with its note that ends at `end`, stands in a sentence, not by itself.

    A headword, a quoted character and an entry of a list stand by themselves.
    """
    before, after = text[at - 2 : at - 1] if at >= 2 else "", text[end : end + 1]
    return "\u3400" <= before <= "\u9fff" or "\u3400" <= after <= "\u9fff" or before == ")"


def _is_systematic(
    marked: set[str], given: Mapping[str, Counter[str]], running: Mapping[str, int], damaged: bool
) -> bool:
    """Whether so many common traditional characters are annotated that no writer would have done it.

    Args:
        marked: Those that mostly are annotated.
        given: Character to the readings it is given, with their number.
        running: Character to the number of its annotations in running text.
        damaged: Whether an annotation on the page swallowed half a character.
    """
    alike = [c for c in marked if len(given[c]) == 1]
    telling = sum(running[c] - (not _is_usual(c, *given[c])) for c in alike if running[c])
    return len(alike) >= _SYSTEMATIC or telling + damaged >= _RUNNING


def _is_habitual(given: Mapping[str, Counter[str]], counts: Mapping[str, int], running: Mapping[str, int]) -> bool:
    """Whether common characters are annotated again and again, as on a page that was made a simplified one later.

    A writer annotates a character once, or because it has several readings.
    """
    always = [c for c, found in given.items() if found.total() == counts[c] and len(found) == 1 and is_common(c)]
    again = sum(given[c].total() >= 2 for c in always)
    repeated = sum(running[c] - 1 for c in always if running[c] and _is_usual(c, *given[c]))
    return again >= _HABITUAL or repeated >= _HABITUAL


@cache
def _is_usual(character: str, reading: str) -> bool:
    """Whether a reading is the most usual one of a character, its tone not counted."""
    usual = usual_reading(character)
    plain = plain_reading(reading).rstrip("012345")
    return usual is not None and without_tone(plain).replace("v", "ü") == without_tone(usual)


def _before_note(text: str, start: int) -> int:
    """Where the character ends that the note at `start` stands behind, a space before the note not counted."""
    return start - 1 if text[start - 1 : start] == " " else start


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


def note_ending(text: str, at: int) -> int | None:
    """Where the annotation begins that ends at `at`."""
    start = max(text.rfind(mark, max(0, at - 10), at) for mark in OPENING)
    note = NOTE.match(text, start) if start >= 0 else None
    return start if note is not None and note.end() == at else None


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
        before = start - 1
        while (note := note_ending(text, before)) is not None:
            before = note
        lead = pair_of(text[before - 1 : before])
        found = character_of(lead[1], ord(character)) if lead else None
        if found is not None and reads(found, reading):
            return found
    return None
