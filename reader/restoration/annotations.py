"""Pinyin pasted in after characters: `網(wǎng)`, `創(chuàng )新`.

Every page of this kind follows a table of its own: a character is annotated wherever it stands, or never. The table
is learnt from the page, so that a phonetic note that somebody wrote stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from reader.lexicons.spellings import script_characters
from reader.lexicons.words import frequency
from reader.model import Edit, Reason
from reader.model.patterns import pattern
from reader.restoration.gbk import character_of, pair_of
from reader.restoration.phonetics import is_most_usual, is_usual, reads
from reader.script.folding import simplified, simplify

LETTERS = "a-zāáǎàēéěèêếềīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿɑɡ"

READING = f" ?(?P<reading>[{LETTERS}]{{1,6}}[0-5]?)(?P<gap> ?)"
"""What stands between the parentheses of an annotation; the tone may be a digit."""

CLOSING = r"[)）\]］〕】]"
"""What it ends with."""

NOTE = pattern(rf"[(（\[［〔【]{READING}{CLOSING}")
"""An annotation without the character before it; a script that worked on characters may have set it full-width."""

OPENING = "(（[［〔【"
"""What it begins with."""

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

_WELL_KNOWN = 1000
"""A character that was counted so often by itself needs no note."""

_FEW_NOTES = 5
"""Notes up to which twice that share, and more traditional characters than others, must be annotated."""

_SPELLED_OUT = pattern(
    rf"[āēīōūǎěǐǒǔ][áǎàéěèíǐìóǒòúǔù]|[(（](?:[{LETTERS}]{{1,6}} ){{2,20}}[{LETTERS}]{{0,5}}[āáǎàēéěèīíǐìōóǒòūúǔù]"
)
"""The tones of a vowel side by side, and three or more syllables in parentheses, as only lessons show them."""

_QUOTED_BEFORE = pattern(r"[“‘「『][\u3400-\u9fff]{0,2}.\Z")
_QUOTED_AFTER = pattern(r"[\u3400-\u9fff]{0,2}[”’」』]")
"""What stands around the character and the note in a quoted word."""

_PERVASIVE = 15
"""Distinct annotated characters, and half the annotations, from which on a page is annotated all over."""


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
    noted = counts - Counter("".join(line for line in text.split("\n") if NOTE.search(line) is None))
    if _is_reader(given, noted) or _is_list_of_rarities(given) or _is_lesson(text, given):
        return Annotations()
    marked = {c for c in given if is_common(c) and simplified(c) != c and 2 * given[c].total() > counts[c]}
    damaged = BROKEN_NOTE.search(text) is not None
    everywhere = [c for c in marked if given[c].total() == counts[c] and running[c] and len(given[c]) == 1]
    told = damaged or sum(is_usual(c, *given[c]) and _is_well_known(c) for c in everywhere) >= _EVERYWHERE
    systematic = _is_converted(given, noted, told) and _is_systematic(marked, given, running, damaged)
    if not systematic and not _is_habitual(given, counts, running):
        return Annotations()
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
        return found.total() >= 2 or (self.pervasive and not all(is_usual(character, reading) for reading in found))


def _is_in_running_text(text: str, at: int, end: int) -> bool:
    """Whether the character that ends at `at`, with its note that ends at `end`, stands in a sentence, not by itself.

    A headword, a quoted word and an entry of a list stand by themselves.
    """
    if _QUOTED_BEFORE.search(text[max(0, at - 4) : at]) and _QUOTED_AFTER.match(text, end):
        return False
    before, after = text[at - 2 : at - 1] if at >= 2 else "", text[end : end + 1]
    return "\u3400" <= before <= "\u9fff" or "\u3400" <= after <= "\u9fff" or before == ")"


def _is_reader(given: Mapping[str, Counter[str]], noted: Mapping[str, int]) -> bool:
    """Whether nearly every character is annotated, as in a book for those who learn to read.

    Args:
        given: Character to the readings it is given, with their number.
        noted: Character to how often it stands in lines that hold annotations.
    """
    stand = sum(count for character, count in noted.items() if "\u3400" <= character <= "\u9fff")
    return stand >= _FEW and sum(found.total() for found in given.values()) >= _READER * stand


def _is_lesson(text: str, given: Mapping[str, Counter[str]]) -> bool:
    """Whether a text with a few notes speaks of how Chinese is read."""
    return len(given) < _PERVASIVE and _SPELLED_OUT.search(text) is not None


def _is_list_of_rarities(given: Mapping[str, Counter[str]]) -> bool:
    """Whether a few characters have one note each, most not with the usual reading, as a writer does: 單(shàn)縣."""
    if len(given) >= _PERVASIVE or any(found.total() > 1 for found in given.values()):
        return False
    unusual = sum(not is_most_usual(character, *found) for character, found in given.items())
    return 2 * unusual > len(given)


def _is_converted(given: Mapping[str, Counter[str]], noted: Mapping[str, int], told: bool) -> bool:
    """Whether annotated lines are traditional and more of them is annotated than a writer would.

    Args:
        given: Character to the readings it is given, with their number.
        noted: Character to how often it stands in lines that hold annotations.
        told: Whether the page shows by something else that a machine annotated it, however little.
    """
    simplified_only, traditional_only = script_characters()
    stand = sum(count for character, count in noted.items() if character in traditional_only)
    others = sum(count for character, count in noted.items() if character in simplified_only)
    found = sum(readings.total() for character, readings in given.items() if character in traditional_only)
    if told or 2 * others > stand:
        return 2 * others <= stand
    total = sum(readings.total() for readings in given.values())
    return found >= _SPARSE * stand if total > _FEW_NOTES else found >= 2 * _SPARSE * stand and 2 * found > total


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
    alike = [c for c in marked if len(given[c]) == 1 and running[c]]
    telling = sum(running[c] for c in alike if is_usual(c, *given[c]))
    return len(alike) >= _SYSTEMATIC or telling + damaged >= _RUNNING


def _is_habitual(given: Mapping[str, Counter[str]], counts: Mapping[str, int], running: Mapping[str, int]) -> bool:
    """Whether common characters are annotated again and again, as on a page that was made a simplified one later.

    A writer annotates a character once, or because it has several readings, or one that is alike in both scripts too.
    """
    if 2 * sum(_was_converted(character) for character in given) <= len(given):
        return False
    always = [c for c, found in given.items() if found.total() == counts[c] and len(found) == 1 and is_common(c)]
    again = sum(given[c].total() >= 2 for c in always)
    repeated = sum(running[c] - 1 for c in always if running[c] and is_usual(c, *given[c]))
    return again >= _HABITUAL or repeated >= _HABITUAL


@cache
def _was_converted(character: str) -> bool:
    """Whether a character differs between the scripts."""
    return any(character in only for only in script_characters())


def _before_note(text: str, start: int) -> int:
    """Where the character ends that the note at `start` stands behind, a space before the note not counted."""
    return start - 1 if text[start - 1 : start] == " " else start


@cache
def is_usual_traditional(character: str) -> bool:
    """Whether a character is in the first level of Big5, which holds the usual form of most."""
    data = character.encode("big5", errors="ignore")
    return len(data) == 2 and 0xA4 <= data[0] <= 0xC6


@cache
def _is_well_known(character: str) -> bool:
    """Whether a character is so frequent that every reader knows it."""
    return frequency(simplify(character)) >= _WELL_KNOWN


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
