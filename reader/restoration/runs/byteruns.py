"""Following bytes through a stretch that was decoded from the wrong byte on.

A script worked on GBK bytes without regard for where characters begin. What it cut or pasted into the middle of a
character leaves a byte *pending*: each shown character (x, y) then closes the published character (pending, x) and
leaves y pending, until something puts decoding back in step. Which shown characters belong to such a run, and which
published characters they hold, follows from the bytes alone; only a byte that was swallowed has to be inferred.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from reader.model import LOST_CHARACTER
from reader.model.patterns import pattern
from reader.restoration.annotations import BROKEN_NOTE, NOTE, OPENING
from reader.restoration.familiarity import is_common
from reader.restoration.gbk import FULL_WIDTH, LEADS, broken_leads, character_of, closing, opening, pair_of
from reader.restoration.phonetics import known_readings, plain_reading, reads, without_tone
from reader.restoration.plausibility import Candidates, candidates_of

_LONGEST = 400
"""Shown code points after which a run is given up."""

_MOST_OPEN = 5
"""Characters of a run that may lack a byte."""

_MOST_ENDS = 8
"""Ways to end that are looked at, the nearest first."""

_MOST_STEPS = 1_000
"""Shown code points that are looked at for one run, all its ways together."""

_MOST_GAPS = 3
"""Pairs of lost bytes that one run is followed through."""

USUAL_CUTS = frozenset("，！。,!")
"""The marks that pages are known to be cut before, also when made half-width later."""

_BROKEN_CUT = pattern(f"\\?\n[{''.join(sorted(USUAL_CUTS))}]")
"""A cut with a line end that was put in later; no line begins with such a mark."""

CUTS = USUAL_CUTS | frozenset("？：；、（）“”《》…—?:;()")
"""Those and others that a script may look for."""

_PARTING = USUAL_CUTS | {"？"}
"""Marks before which a run may end with half a character, since the next one begins there."""

_THOUSANDS = pattern(r",\d{3}(?!\d)")
"""What follows the digit that a half character swallowed from a number."""

_CUT_TRAILS = (0xA3, 0xA1)
"""The first bytes of such marks, which a cut takes from the character before it."""

_TAG_REST = pattern(r"/?(?:p|h[1-6]|br|div|span|strong|b|em|a|li|ul|td|tr|font|section)(?:\s[^<>]{0,200})?/?>", re.I)
_ENTITY_REST = pattern(r"(?:#\d{1,6}|[a-z]{2,6});")


class Published(NamedTuple):
    """One published character of a run, by what is known of its bytes."""

    lead: int | None
    """Its first byte, None where that was swallowed."""
    trail: int | None
    """Its second byte, None where that was swallowed."""
    reading: str | None = None
    """The reading it is annotated with, where an annotation closes the run."""
    after: tuple[int, ...] = ()
    """What the byte before it may be, where a reading is known for the two together."""
    crosswise: str | None = None
    """That reading."""
    before_gap: bool = False
    """Whether its second byte was lost together with the first byte of the next character."""

    @property
    def is_known(self) -> bool:
        """Whether both bytes are in the page."""
        return self.lead is not None and self.trail is not None

    def candidates(self) -> Candidates:
        """The characters that its bytes and readings leave, by code; none where the bytes cannot be."""
        return _candidates(self)

    def closed_by(self, trail: int) -> Published:
        """The same with a second byte."""
        return Published(self.lead, trail, self.reading, self.after, self.crosswise)

    def by_bytes(self) -> list[str]:
        """The characters that its bytes leave, by code."""
        if self.lead is not None and self.trail is not None:
            character = character_of(self.lead, self.trail)
            return [character] if character else []
        if self.trail is not None:
            found = closing(self.trail)
            if self.crosswise is None:
                return [character for _, character in found]
            leads = self._crosswise_leads()
            return [character for lead, character in found if lead in leads]
        if self.lead is None and self.crosswise is None:
            if self.before_gap:
                return [LOST_CHARACTER]
            return list(_read_so(self.reading)) if self.reading is not None else []
        leads = [self.lead] if self.lead is not None else self._crosswise_leads()
        pairs = [pair for lead in leads for pair in opening(lead)]
        return [
            character
            for trail, character in pairs
            if trail >= 0x80 and (not self.before_gap or trail in broken_leads())  # a lower one would be shown
        ]

    def _crosswise_leads(self) -> list[int]:
        """The first bytes that the reading across the byte before leaves."""
        return sorted({lead for byte in self.after for lead in self.leads_after(byte)})

    def leads_after(self, byte: int) -> tuple[int, ...]:
        """The first bytes that the reading across the byte before leaves, where that is a given one."""
        return _leads_read_after(byte, self.crosswise) if self.crosswise is not None else ()


@lru_cache(maxsize=20_000)
def _candidates(published: Published) -> Candidates:
    found = published.by_bytes()
    if published.reading is not None:
        found = [c for c in found if reads(c, published.reading)]
    return candidates_of(tuple(found))


@lru_cache(maxsize=20_000)
def _leads_read_after(byte: int, reading: str) -> tuple[int, ...]:
    """The first bytes that make a character read so with the byte before them."""
    return tuple(trail for trail, shown in opening(byte) if trail >= 0x81 and reads(shown, reading))


@dataclass(frozen=True, slots=True)
class Run:
    """A way to read a stretch of the page as one run."""

    start: int
    """Offset of the `?` it begins with."""
    end: int
    """Offset behind the last code point that belongs to it."""
    published: tuple[Published, ...]
    """The characters that were published there."""
    tail: str
    """What an ASCII byte at its end was, empty for none."""
    swallowed: bool
    """Whether its end swallowed an ASCII byte that `tail` does not name."""
    notes: tuple[tuple[int, str], ...]
    """Annotations inside: how many published bytes stand before each, and its text."""
    cut: bool
    """Whether it begins with a cut before a mark, not with an annotation inside a character."""
    headless: bool = False
    """Whether it is the second half of a character of which nothing shows the first."""

    @property
    def gaps(self) -> int:
        """How often two bytes were lost in it."""
        return sum(published.before_gap for published in self.published)

    @property
    def is_whole(self) -> bool:
        """Whether no more than single bytes were lost in it."""
        return not self.headless and not self.gaps


@cache
def _by_sound() -> dict[str, list[str]]:
    """The common characters whose second byte would not be shown as ASCII, by their readings without tones."""
    found: dict[str, list[str]] = {}
    for lead in LEADS:
        for trail, character in opening(lead):
            if trail >= 0x80 and is_common(character):
                for sound in {without_tone(reading) for reading in known_readings(character)}:
                    found.setdefault(sound, []).append(character)
    return found


@cache
def _read_so(reading: str) -> tuple[str, ...]:
    """The common characters with a reading, of which no byte is known but that the second is no ASCII."""
    sound = without_tone(plain_reading(reading)).rstrip("012345")
    alike = {sound, sound.replace("v", "ü")}
    return tuple(c for known in sorted(alike) for c in _by_sound().get(known, ()) if reads(c, reading))


def find_runs(text: str, start: int, bytes_before: Sequence[int], gaps: bool = True) -> list[Run]:
    """Every way to read the `?` at `start` as the beginning of a run, where the page is in step before it.

    Args:
        text: The page.
        start: Offset of a `?`.
        bytes_before: What the byte may be that stands before it in the page; nothing where that is ASCII.
        gaps: Whether to follow it where more than single bytes were lost, too.

    >>> run, = find_runs("?！笔心蠀^", 0, [])
    >>> [p.candidates().characters[0] for p in run.published[1:]]
    ['”', '市', '南', '區']
    """
    most_gaps = _MOST_GAPS if gaps else 0
    note = BROKEN_NOTE.match(text, start)
    if note is not None:
        opened = Published(None, None, after=tuple(bytes_before), crosswise=note["reading"])
        noted = (1, text[start + 1 : note.end()])
        ends = _Follower(text, start, note.end(), opened, cut=False, notes=[noted], most_gaps=most_gaps).ends()
        return [*islice(ends, _MOST_ENDS), *(_headless(text, note) if gaps else ())]
    at = start + 2 if _BROKEN_CUT.match(text, start) else start + 1
    if text[at : at + 1] in CUTS:
        pending = Published(None, None)
        ends = _Follower(text, start, at, pending, cut=True, notes=[], most_gaps=most_gaps).ends()
        return list(islice(ends, _MOST_ENDS))
    return []


def _headless(text: str, note: re.Match[str]) -> Iterator[Run]:
    """An annotated character of which only the second half, and not its byte, is shown."""
    half = Published(None, None, reading=note["reading"])
    if half.candidates().characters:
        notes = ((2, text[note.start() + 1 : note.end()]),)
        yield Run(note.start(), note.end(), (half,), "", swallowed=False, notes=notes, cut=False, headless=True)


class _Follower:
    """Follows a run from its beginning to every end that it may have."""

    def __init__(
        self,
        text: str,
        start: int,
        at: int,
        pending: Published,
        cut: bool,
        notes: list[tuple[int, str]],
        most_gaps: int,
        published: Sequence[Published] = (),
        steps: Iterator[int] | None = None,
    ) -> None:
        self._text = text
        self._start = start
        self._at = at
        self._pending = pending
        self._cut = cut
        self._notes = notes
        self._published = list(published)
        self._open = sum(not character.is_known for character in published)
        self._most_gaps = most_gaps
        self._steps = steps or iter(range(_MOST_STEPS))
        self._broken = "\n" in text[start:at]

    def ends(self) -> Iterator[Run]:
        """The run with each of its ends, the nearest first."""
        limit = min(len(self._text), self._at + _LONGEST)
        while self._at < limit and next(self._steps, None) is not None:
            if self._skips_note():
                continue
            shown = self._text[self._at]
            if shown == "\n" and not self._broken:
                self._broken = True  # by a line end that was put in later: no byte of one stands inside a character
                self._at += 1
                continue
            if shown == "?":
                yield from self._ends_at_question()
                yield from self._after_gap()
                if BROKEN_NOTE.match(self._text, self._at):
                    return
            elif shown == "€":
                yield from self._ended(self._at + 1, self._pending.closed_by(0x80))
            elif "@" <= shown <= "~":
                yield from self._ended(self._at + 1, self._pending.closed_by(ord(shown)))
                return
            pair = pair_of(shown.translate(FULL_WIDTH))
            if pair is None:
                return
            closed = self._pending.closed_by(pair[0])
            if pair[1] < 0x80:
                yield from self._ended(self._at + 1, closed, chr(pair[1]))
            if pair[1] <= 0x80 or not closed.candidates().characters:
                return
            self._published.append(closed)
            self._open += not closed.is_known
            if self._open > _MOST_OPEN:
                return
            self._pending = Published(pair[1], None)
            self._at += 1

    def _skips_note(self) -> bool:
        """Pass over an annotation that belongs to two half characters and was pasted between them."""
        note = NOTE.match(self._text, self._at) if self._text[self._at] in OPENING else None
        if note is None or not reads(self._text[self._at - 1], note["reading"]):
            return False
        self._notes.append((2 * len(self._published) + 1, note.group()))
        self._at = note.end()
        return True

    def _ends_at_question(self) -> Iterator[Run]:
        """The ways in which a `?` can be the second half of the open character."""
        text, at = self._text, self._at
        note = BROKEN_NOTE.match(text, at)
        if note is not None:
            self._notes.append((2 * len(self._published) + 2, text[at + 1 : note.end()]))
            closed = self._pending._replace(reading=note["reading"])
            lost = self._cut and not self._published  # a mark that the cut parted was itself parted by the annotation
            for last in map(closed.closed_by, _CUT_TRAILS) if lost else (closed,):
                yield from self._ended(note.end(), last)
            self._notes.pop()
        elif (text[at + 1 : at + 2] in _PARTING and not _THOUSANDS.match(text, at + 1)) or at + 1 == len(text):
            yield from self._ended(at + 1, self._pending)
        if note is None:
            if NOTE.match(text, at + 1):
                yield from self._ended(at + 1, self._pending.closed_by(0x80))
            tail = _swallowed(text, at + 1)
            yield from self._ended(at + 1, self._pending, tail, swallowed=not tail)

    def _after_gap(self) -> Iterator[Run]:
        """The run with a `?` that stands for two bytes, which are no pair."""
        closed = self._pending._replace(before_gap=True)
        if self._most_gaps and self._open < _MOST_OPEN and closed.candidates().characters:
            yield from _Follower(
                self._text,
                self._start,
                self._at + 1,
                Published(None, None),
                self._cut,
                self._notes.copy(),
                self._most_gaps - 1,
                (*self._published, closed),
                self._steps,
            ).ends()

    def _ended(self, end: int, last: Published, tail: str = "", swallowed: bool = False) -> Iterator[Run]:
        if self._open + (not last.is_known) <= _MOST_OPEN and last.candidates().characters:
            published = (*self._published, last)
            yield Run(self._start, end, published, tail, swallowed, tuple(self._notes), self._cut)


def _swallowed(text: str, at: int) -> str:
    """The ASCII byte before `at` where what follows tells it, else nothing.

    >>> _swallowed("/p>", 0), _swallowed("nbsp;", 0), _swallowed("月8日", 0)
    ('<', '&', '')
    """
    if _TAG_REST.match(text, at):
        return "<"
    return "&" if _ENTITY_REST.match(text, at) else ""
