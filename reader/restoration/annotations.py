"""Pinyin pasted in after characters: `網(wǎng)`, `創(chuàng )新`.

Every page of this kind follows a table of its own: a character is annotated wherever it stands, or never. The table
is learnt from the page, so that a phonetic note that somebody wrote stays.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from operator import methodcaller
from typing import NamedTuple

from reader.lexicons.spellings import script_characters
from reader.model.patterns import pattern
from reader.restoration.familiarity import (
    alike_characters,
    is_common,
    is_converted,
    is_needless,
    is_usual_traditional,
    was_converted,
)
from reader.restoration.phonetics import is_most_usual, is_usual, reads

LETTERS = "a-zāáǎàēéěèêếềīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿɑɡ"

READING = f" ?(?P<reading>[{LETTERS}]{{1,6}}[0-5]?)(?P<gap> ?)"
"""What stands between the parentheses of an annotation; the tone may be a digit."""

CLOSING = r"[)）\]］〕】]"
"""What it ends with."""

NOTE = pattern(rf"[(（\[［〔【]{READING}{CLOSING}")
"""An annotation without the character before it; a script that worked on characters may have set it full-width."""

OPENING = "(（[［〔【"
"""What it begins with."""

_NOTED = rf"[(（\[［〔【](?<=(.).)(?:(?<=[\u3400-\u9fff)]..)()|) ?([{LETTERS}]{{1,6}}[0-5]?) ?{CLOSING}"
_NOTED_PLACE = pattern(rf"{_NOTED}(?:(?=[\u3400-\u9fff])()|)", re.S)
"""An annotation with its character and reading, and whether Chinese text or another note is before and behind both."""

_QUOTED_PLACE = pattern(
    rf"[“‘「『][\u3400-\u9fff]{{0,2}}.{_NOTED}(?:(?=[\u3400-\u9fff])()|)(?=[\u3400-\u9fff]{{0,2}}[”’」』])", re.S
)
"""The same in a quoted word."""

_SYSTEMATIC = 3
"""Distinct common traditional characters with their readings that make a page one that was annotated by a machine."""

_RUNNING = 2
"""Places in running text with the usual reading of a common traditional character, each always read so, that do too."""

_HABITUAL = 3
"""Places beyond the first of each with the usual reading of common characters of any script that do the same."""

BROKEN_NOTE = pattern(rf"\?{READING}\)")
"""An annotation that swallowed half a character, as only a script that worked on bytes leaves it."""

_READER = 0.8
"""Annotated share of the characters of a reader for children; the table of a site leaves more of them bare."""

_FEW = 12
"""Characters below which annotating nearly all of them shows nothing."""

_SPARSE = 0.1
"""Share of the traditional characters, in lines with annotations, of which every machine annotates more."""

_EVERYWHERE = 2
"""Well-known converted characters that are annotated with their usual reading wherever they stand: no writer does."""

_ALL_THE_TIME = 3
"""Places at which one such character is annotated that show the same, though it may be bare at a few."""

_FEW_NOTES = 5
"""Notes up to which twice that share, and more traditional characters than others, must be annotated."""

_SPELLED_OUT = pattern(
    rf"[āēīōūǎěǐǒǔ][áǎàéěèíǐìóǒòúǔù]|[(（](?:[{LETTERS}]{{1,6}} ){{2,20}}[{LETTERS}]{{0,5}}[āáǎàēéěèīíǐìōóǒòūúǔù]"
)
"""The tones of a vowel side by side, and three or more syllables in parentheses, as only lessons show them."""

_PERVASIVE = 15
"""Distinct annotated characters, and half the annotations, from which on a page is annotated all over."""


@dataclass(frozen=True)
class Annotations:
    """The table of a page: which characters it annotates, and how."""

    readings: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Annotated character to the readings it is given."""
    bare: frozenset[str] = frozenset()
    """Characters that stand on the page and are never annotated."""
    spared: frozenset[str] = frozenset()
    """Characters with notes that somebody wrote."""
    pervasive: bool = False
    """Whether it is so long that a common character with a reading was annotated by machine too."""

    def __bool__(self) -> bool:
        return bool(self.readings)

    def __or__(self, other: Annotations) -> Annotations:
        """What either table holds; only what is bare in both stays bare."""
        both = {c: self.readings.get(c, frozenset()) | found for c, found in other.readings.items()}
        readings, pervasive = {**self.readings, **both}, self.pervasive or other.pervasive
        return Annotations(readings, self.bare & other.bare, self.spared & other.spared, pervasive)


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
    page = _count(text)
    if not page.given or _is_reader(page) or _is_list_of_rarities(page) or _is_lesson(text, page):
        return Annotations()
    damaged = BROKEN_NOTE.search(text) is not None
    marked = {c for c, n in page.total.items() if is_common(c) and is_converted(c) and 2 * n > page.stands[c]}
    systematic = _is_traditional(page, damaged or _is_told(marked, page)) and _is_systematic(marked, page, damaged)
    if not systematic and not _is_habitual(page):
        return Annotations()
    alike, stand = len(page.alike & page.given.keys()), len(page.alike)
    habits = _Habits(
        pervasive=len(page.given) >= _PERVASIVE and page.notes >= 2 * _PERVASIVE,
        indiscriminate=2 * alike >= stand,
        mixed=20 * alike >= stand,
        usual=_is_usual_mostly(page),
    )
    table = {c: frozenset(found) for c, found in page.given.items() if habits.explain(c, page, c in marked)}
    bare, spared = frozenset(page.noted.keys() - page.given.keys()), frozenset(page.given.keys() - table.keys())
    return Annotations(table, bare, spared, habits.pervasive)


class _Counts(NamedTuple):
    """What was counted on a page."""

    given: Mapping[str, Mapping[str, int]]
    """Annotated character to the readings it is given, with their number."""
    total: Mapping[str, int]
    """Annotated character to the number of its annotations."""
    running: Mapping[str, int]
    """Annotated character to the number of those in running text."""
    stands: Counter[str]
    """Character to how often it stands on the page."""
    noted: Counter[str]
    """Character to how often it stands in lines that hold annotations."""
    alike: frozenset[str]
    """Those of these characters that are the same in both scripts."""

    @property
    def notes(self) -> int:
        """The number of annotations."""
        return sum(self.total.values())

    def is_everywhere(self, character: str) -> bool:
        """Whether a character is annotated wherever it stands, each time with the same reading."""
        return len(self.given[character]) == 1 and self.total[character] == self.stands[character]


def _count(text: str) -> _Counts:
    """The annotations of a page, and its characters."""
    given: dict[str, dict[str, int]] = {}
    total: dict[str, int] = {}
    running: dict[str, int] = {}
    for character, reading, count, runs in _notes(text):
        if reads(character, reading):
            readings = given.setdefault(character, {})
            readings[reading] = readings.get(reading, 0) + count
            total[character] = total.get(character, 0) + count
            running[character] = running.get(character, 0) + runs
    if not given:
        return _Counts(given, total, running, Counter(), Counter(), frozenset())
    stands = count_characters(text)
    elsewhere = Counter("".join([line for line in text.split("\n") if not NOTE.search(line)]))
    noted = stands.copy()
    for character, count in elsewhere.items():
        noted[character] -= count
        if not noted[character]:
            del noted[character]
    return _Counts(given, total, running, stands, noted, alike_characters().intersection(noted))


@lru_cache(maxsize=1)
def count_characters(text: str) -> Counter[str]:
    """How often each character stands in a text, its annotations taken out."""
    return Counter(without_notes(text))


@lru_cache(maxsize=1)
def without_notes(text: str) -> str:
    """A text with its annotations, and whatever looks like one, taken out.

    >>> without_notes("網(wǎng)絡(GDP)")
    '網絡(GDP)'
    """
    return NOTE.sub("", text)


def _notes(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Annotated characters with a reading, the number of such notes, and the number of those in running text.

    A headword, a quoted word and an entry of a list stand by themselves.
    """
    led = "\n\n" + text
    for mark in OPENING:
        led = led.replace(f" {mark}", mark)
    quoted = Counter(map(_GROUPS, _QUOTED_PLACE.finditer(led)))
    noted = map(_GROUPS, _NOTED_PLACE.finditer(led))  # one after the other: a large page has millions
    for place, count in Counter(noted).items():
        character, before, reading, behind = place
        runs = before is not None or behind is not None
        yield character, reading, count, count - quoted.get(place, 0) if runs else 0


_GROUPS = methodcaller("groups")


@dataclass(frozen=True)
class _Habits:
    """How a page that is annotated by machine goes about it."""

    pervasive: bool
    """Whether it annotates so much that a common character with a reading was annotated by machine too."""
    indiscriminate: bool
    """Whether it annotates most characters, rare ones too."""
    mixed: bool
    """Whether it annotates some of the characters that are the same in both scripts, not only converted ones."""

    usual: bool
    """Whether it annotates few characters, nearly always with their most usual readings."""

    def explain(self, character: str, page: _Counts, is_marked: bool) -> bool:
        """Whether the annotations of a character are the page's habit, not a note for a reader who may not know it.

        Args:
            character: What is annotated.
            page: What was counted.
            is_marked: Whether it is a common traditional character that mostly is.
        """
        if self.pervasive and is_common(character):
            return True
        if not self.pervasive and self._tells(character, page):
            return False
        if is_marked:
            return True
        if 4 * page.total[character] < 3 * page.noted[character]:
            return False
        if self.indiscriminate or is_common(character):
            return True
        if is_converted(character) and is_usual_traditional(character):
            return True
        if self.pervasive and page.running[character] and (self.mixed or is_converted(character)):
            return True
        unusual = not all(is_usual(character, reading) for reading in page.given[character])
        return page.total[character] >= 2 or (self.pervasive and unusual)

    def _tells(self, character: str, page: _Counts) -> bool:
        """Whether on a page with few annotations those of a character tell a reader what he may not know.

        That is another reading than the usual one, given once, or how a character is read that conversion left alone.
        """
        told = self.usual and page.total[character] == 1 and not is_most_usual(character, *page.given[character])
        needless = is_converted(character) or all(is_needless(character, found) for found in page.given[character])
        return told or not (self.mixed or needless)


def _is_usual_mostly(page: _Counts) -> bool:
    """Whether few characters are annotated, and four of five annotations give their most usual readings."""
    if len(page.given) >= _FEW:
        return False
    usual = sum(page.total[c] for c, found in page.given.items() if len(found) == 1 and is_most_usual(c, *found))
    return 5 * usual >= 4 * page.notes


def _is_reader(page: _Counts) -> bool:
    """Whether nearly every character is annotated, as in a book for those who learn to read."""
    alike = sum(map(page.noted.__getitem__, page.alike))
    if page.notes < _READER * alike:
        return False
    others = sum(count for c, count in page.noted.items() if c not in page.alike and "\u3400" <= c <= "\u9fff")
    return alike + others >= _FEW and page.notes >= _READER * (alike + others)


def _is_lesson(text: str, page: _Counts) -> bool:
    """Whether a text with a few notes speaks of how Chinese is read."""
    return len(page.given) < _PERVASIVE and _SPELLED_OUT.search(text) is not None


def _is_list_of_rarities(page: _Counts) -> bool:
    """Whether a few characters have one note each, most not with the usual reading, as a writer does: 單(shàn)縣."""
    if len(page.given) >= _PERVASIVE or page.notes > len(page.given):
        return False
    unusual = sum(not is_most_usual(character, *found) for character, found in page.given.items())
    return 2 * unusual > len(page.given)


def _is_traditional(page: _Counts, told: bool) -> bool:
    """Whether annotated lines are traditional and more of them is annotated than a writer would.

    Args:
        page: What was counted.
        told: Whether the page shows by something else that a machine annotated it, however little.
    """
    simplified_only, traditional_only = script_characters()
    stand = sum(map(page.noted.__getitem__, traditional_only.intersection(page.noted)))
    others = sum(map(page.noted.__getitem__, simplified_only.intersection(page.noted)))
    if told or 2 * others > stand:
        return 2 * others <= stand
    found = sum(map(page.total.__getitem__, traditional_only.intersection(page.total)))
    if page.notes > _FEW_NOTES:
        return found >= _SPARSE * stand
    return found >= 2 * _SPARSE * stand and 2 * found > page.notes


def _is_systematic(marked: set[str], page: _Counts, damaged: bool) -> bool:
    """Whether so many common traditional characters are annotated that no writer would have done it.

    Args:
        marked: Those that mostly are annotated.
        page: What was counted.
        damaged: Whether an annotation on the page swallowed half a character.
    """
    alike = [c for c in marked if len(page.given[c]) == 1 and page.running[c]]
    telling = sum(page.running[c] for c in alike if is_most_usual(c, *page.given[c]))
    return len(alike) >= _SYSTEMATIC or telling + damaged >= _RUNNING


def _is_told(marked: set[str], page: _Counts) -> bool:
    """Whether characters that nobody has to be told are annotated wherever they stand, or one of them all the time."""
    needless = [c for c in marked if len(page.given[c]) == 1 and page.running[c] and is_needless(c, *page.given[c])]
    often = any(page.running[c] >= _ALL_THE_TIME and 4 * page.total[c] >= 3 * page.stands[c] for c in needless)
    return often or sum(map(page.is_everywhere, needless)) >= _EVERYWHERE


def _is_habitual(page: _Counts) -> bool:
    """Whether common characters are annotated again and again, as on a page that was made a simplified one later.

    A writer annotates a character once, or because it has several readings, or one that is alike in both scripts too.
    """
    if 2 * sum(was_converted(character) for character in page.given) <= len(page.given):
        return False
    always = [c for c in page.given if page.is_everywhere(c) and is_common(c)]
    again = sum(page.total[c] >= 2 for c in always)
    repeated = sum(page.running[c] - 1 for c in always if page.running[c] and is_usual(c, *page.given[c]))
    return again >= _HABITUAL or repeated >= _HABITUAL
