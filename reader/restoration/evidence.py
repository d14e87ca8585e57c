"""What a page says for and against a character that the bytes leave open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache
from math import log, log1p

from reader.lexicons.spellings import script_characters
from reader.model.patterns import pattern
from reader.restoration.annotations import Annotations, count_characters, learn_annotations, without_notes
from reader.restoration.familiarity import alike_characters, is_usual_traditional
from reader.restoration.gbk import HALF_WIDTH, widened
from reader.restoration.plausibility import Candidates
from reader.script.folding import simplified

CLOSERS = {"“": "”", "‘": "’", "《": "》", "「": "」", "『": "』", "（": "）"}
"""Opening marks and what closes them."""

PAIRED = frozenset(CLOSERS) | frozenset(CLOSERS.values())
"""All of them."""

_PAIRED_MARK = pattern(f"[{''.join(sorted(PAIRED))}]")

QUOTE_REACH = 400
"""Code points in which an open quotation mark is looked for."""

_NEVER_AFTER = pattern("[，。、；：！？][，。、；：]|[，。、；：]》|[“‘《（][，。、；：]")
"""Marks of which the second cannot follow the first."""

_CLASHING = frozenset("，。、；：！？》")
"""Marks that it speaks of."""

_PARTICULAR = _CLASHING | {"\u3000", "…", "—"}
"""Characters that `_by_neighbours` speaks of."""

_MARKS = frozenset("，。、；：！？》《“”‘’（）…—的了和是在 \n")
"""Marks, and words that stand beside nearly everything."""

_TRADITIONAL_SHARE = 0.05
"""Share of characters unlike their simplified form from which on a page is a traditional one."""

_STUDIED = 100_000
"""Code points of a page that tell what characters and pairs of them it holds."""


@dataclass(frozen=True)
class Page:
    """What was counted on a page, damage included."""

    annotations: Annotations
    """The table it was annotated with."""
    text: str
    """What of it was studied, annotations taken out, between two NULs."""
    counts: Counter[str]
    """How often each character stands on it."""
    is_traditional: bool
    """Whether it is in traditional characters."""
    share_annotated: tuple[float, float]
    """Share of its characters that are in the table: of those alike in both scripts, and of the other ones."""
    known: frozenset[str]
    """The characters that stand on it."""
    _weights: dict[tuple[Candidates, str | None], list[float]] = field(default_factory=dict, repr=False, compare=False)
    """What `_by_themselves` said of candidates before."""
    _followers: dict[str, Counter[str]] = field(default_factory=dict, repr=False, compare=False)
    """What `_behind` said before."""
    _leaders: dict[str, Counter[str]] = field(default_factory=dict, repr=False, compare=False)
    """What `_ahead` said before."""

    def bonuses(self, candidates: Candidates, before: str, after: str, reading: str | None) -> list[float]:
        """What speaks for each of some candidates at a place, in the unit of a log probability.

        Args:
            candidates: What may stand there.
            before: The character before it, empty when it is not known.
            after: The character after it, empty when it is not known.
            reading: What it is annotated with there, None when it is not.
        """
        at, bonuses = candidates.at, self._by_themselves(candidates, reading).copy()
        behind, ahead = self._behind(before), self._ahead(after)
        for character in (at.keys() & behind.keys()) | (at.keys() & ahead.keys()):
            score = _by_pair(before, character, behind[character]) + _by_pair(character, after, ahead[character])
            bonuses[at[character]] += min(4.0, score)
        for character in at.keys() & _PARTICULAR:
            bonuses[at[character]] += _by_neighbours(character, before, after)
        return bonuses

    def bonus(self, character: str, before: str, after: str, reading: str | None) -> float:
        """What speaks for the character that is known to stand at a place, as `bonuses` weighs it."""
        behind, ahead = self._behind(before).get(character, 0), self._ahead(after).get(character, 0)
        beside = min(4.0, _by_pair(before, character, behind) + _by_pair(character, after, ahead))
        particular = _by_neighbours(character, before, after) if character in _PARTICULAR else 0.0
        return self._by_itself(character, reading) + beside + particular

    def _behind(self, character: str) -> Counter[str]:
        """How often others stand right behind a character, none where it is not known."""
        found = self._followers.get(character)
        if found is None:
            pieces = self.text.split(character)[1:] if character else []
            found = self._followers[character] = Counter([piece[:1] or character for piece in pieces])
        return found

    def _ahead(self, character: str) -> Counter[str]:
        """How often others stand right before a character, none where it is not known."""
        found = self._leaders.get(character)
        if found is None:
            pieces = self.text.split(character)[:-1] if character else []
            found = self._leaders[character] = Counter([piece[-1:] or character for piece in pieces])
        return found

    def _by_themselves(self, candidates: Candidates, reading: str | None) -> list[float]:
        """What the page says for each candidate wherever it stands with such a reading; for most that it has none."""
        known = self._weights.get((candidates, reading))
        if known is not None:
            return known
        by_table = [0.0, 0.0]
        if self.annotations:
            by_table = [log(share if reading is not None else 1 - share) for share in self.share_annotated]
        weights = [by_script + by_table[unlike] for by_script, unlike in _unseen(candidates, self.is_traditional)]
        for character in self.known.intersection(candidates.at):
            weights[candidates.at[character]] = self._by_itself(character, reading)
        self._weights[candidates, reading] = weights
        return weights

    def _by_itself(self, character: str, reading: str | None) -> float:
        """What the page says for a character wherever it stands with such a reading."""
        count = self.counts.get(character, 0)
        by_count = 0.4 * log1p(min(count, 20)) if count else 0.0
        return by_count + _by_script(character, self.is_traditional, count) + self._by_table(character, reading)

    def _by_table(self, character: str, reading: str | None) -> float:
        readings = self.annotations.readings
        if not readings:
            return 0.0
        listed = readings.get(character)
        if listed is not None:
            return (0.0 if reading in listed else -4.0) if reading is not None else -7.0
        if character in self.annotations.bare:
            return -5.0 if reading is not None else 0.0
        share = self.share_annotated[simplified(character) != character]
        return log(share) if reading is not None else log(1 - share)


def _by_script(character: str, is_traditional: bool, count: int) -> float:
    """What it says that a character is or is not of the script of its page, on which it stands so often."""
    simplified_only, traditional_only = script_characters()
    if is_traditional:
        if character in simplified_only and not count:
            return -4.0
        return 1.5 if is_usual_traditional(character) else 0.0
    return -5.0 if character in traditional_only and not count else 0.0


@lru_cache(maxsize=10_000)
def _unseen(candidates: Candidates, is_traditional: bool) -> tuple[tuple[float, bool], ...]:
    """What `_by_script` says of each candidate if it is nowhere else on the page, and whether conversion changes it."""
    return tuple((_by_script(c, is_traditional, 0), simplified(c) != c) for c in candidates.characters)


def _by_pair(first: str, second: str, seen: int) -> float:
    """What it says that two characters stand side by side so often elsewhere; little where one is a mark."""
    if not seen:
        return 0.0
    return (0.4 if first in _MARKS or second in _MARKS else 1.5) * log1p(seen)


def study_page(text: str) -> Page:
    """The evidence of a page."""
    plain = widened(without_notes(text)[:_STUDIED].replace("?", "\ufffd"))  # it may be half a character
    counts = count_characters(text).copy()
    del counts["?"]
    for mark in HALF_WIDTH:
        counts[widened(mark)] += counts.pop(mark, 0)
    alike = alike_characters().intersection(counts)
    others = {c for c in counts if c not in alike and "\u3400" <= c <= "\u9fff"}
    alike_count, others_count = (sum(map(counts.__getitem__, found)) for found in (alike, others))
    annotations = learn_annotations(text)
    return Page(
        annotations,
        f"\0{plain}\0",
        counts,
        others_count > _TRADITIONAL_SHARE * (alike_count + others_count),
        (_share_annotated(alike, annotations), _share_annotated(others, annotations)),
        frozenset(counts) | annotations.bare | annotations.readings.keys(),
    )


def _share_annotated(characters: AbstractSet[str], annotations: Annotations) -> float:
    """Share of some characters of a page that are annotated, as far as so few can tell it."""
    listed, bare = len(characters & annotations.readings.keys()), len(characters & annotations.bare)
    return (listed + 0.5) / (listed + bare + 1)


def _by_neighbours(character: str, before: str, after: str) -> float:
    """Marks that cannot follow each other, and the space that parts nothing inside a line."""
    if character == "\u3000":
        return -6.0
    if character in "…—" and character not in (before, after):  # these are set twice
        return -6.0
    if character not in _CLASHING:
        return 0.0
    clash = _NEVER_AFTER.fullmatch(before + character) or _NEVER_AFTER.fullmatch(character + after)
    return -8.0 if clash else 0.0


def quote_bonus(character: str, before: str) -> float:
    """What the quotation marks before a place say for a mark that opens or closes one.

    >>> quote_bonus("”", "他說：“好") > 0 > quote_bonus("”", "他說好")
    True
    """
    if character not in PAIRED:
        return 0.0
    awaited = _awaited(before)
    if character in CLOSERS:
        return -4.0 if awaited == CLOSERS[character] else 0.0
    return 4.0 if character == awaited else -4.0


@lru_cache(maxsize=4)
def _awaited(before: str) -> str:
    """What closes the mark that is open at the end of a text, empty for none; asked for each mark of a place."""
    open_marks: list[str] = []
    for mark in _PAIRED_MARK.findall(before, max(0, len(before) - QUOTE_REACH)):
        if mark in CLOSERS:
            open_marks.append(mark)
        elif open_marks and mark == CLOSERS[open_marks[-1]]:
            open_marks.pop()
    return CLOSERS[open_marks[-1]] if open_marks else ""
