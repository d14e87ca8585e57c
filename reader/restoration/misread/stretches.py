"""A stretch of a line that was misread, and its repair, part by part."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from reader.model import LOST_CHARACTER, Certainty, Edit, Reason, Span
from reader.restoration.evidence import Page
from reader.restoration.misread.openings import Habits, Opened, settle
from reader.restoration.misread.replaced import Piece
from reader.restoration.plausibility import Choice

SWALLOWED = -4.0
"""What speaks against a byte that must have lost the ASCII after it to be shown as it is."""


_STUDIED = 20_000
"""Characters of a page by which it is told what the same bytes are taken for."""


@dataclass(frozen=True)
class Stretch:
    """A stretch of a line that may have been misread."""

    start: int
    """Its first code point in the text."""
    end: int
    """The code point after the last one."""
    shown: str
    """What stands there."""
    wrong: str
    """The encoding it was read in."""
    right: str
    """The encoding it was written in."""
    pieces: tuple[Piece, ...]
    """What its bytes are."""
    starts: Sequence[int]
    """Where the bytes of each shown character begin, as `Piece.start` counts them, and where the last ones end."""

    @cached_property
    def written(self) -> str:
        """What it was, open characters as U+FFFD."""
        return "".join(piece.text for piece in self.pieces)

    @cached_property
    def has_holes(self) -> bool:
        """Whether a character of it is open or lost."""
        return any(LOST_CHARACTER in piece.text for piece in self.pieces)

    def choices(self) -> dict[int, Sequence[Choice]]:
        """What may stand at each open character of `written`, by its offset."""
        choices: dict[int, Sequence[Choice]] = {}
        offset = 0
        for piece in self.pieces:
            if piece.open:
                choices |= {offset + index: open_here for index, open_here in enumerate(piece.open)}
            offset += len(piece.text)
        return choices


def without_choices(stretch: Stretch) -> Stretch:
    """The same with nothing known of its open characters, since the words around them do not tell."""
    pieces = tuple(piece._replace(open=tuple(() for _ in piece.open)) for piece in stretch.pieces)
    return replace(stretch, pieces=pieces)


def repairs(stretches: Sequence[Stretch], page: Page) -> Iterator[Edit]:
    """The repairs of stretches of a page: what bytes say by themselves, each hole with the characters that share its
    bytes.
    """
    habits = _habits(stretches, page)
    for stretch in stretches:
        if not stretch.has_holes:
            reason = _decoded("mojibake.decoded", stretch.wrong, stretch.right)
            yield Edit(stretch.start, stretch.end, stretch.written, "mojibake", reason)
            continue
        opened = settle(stretch.written, stretch.choices(), page, habits)
        for start, end, first, last in _groups(stretch):
            yield _edit(stretch, Span(start, end), Span(first, last), opened)


def _habits(stretches: Sequence[Stretch], page: Page) -> Habits:
    """What the choices of holes are taken for where the words around them tell, on the first part of a page."""
    habits: defaultdict[int, Counter[str]] = defaultdict(Counter)
    studied = 0
    for stretch in stretches:
        if not stretch.has_holes or studied + len(stretch.written) > _STUDIED:
            continue
        studied += len(stretch.written)
        choices = stretch.choices()
        for offset, found in settle(stretch.written, choices, page, {}).items():
            if found.runner_up and found.choice is not None:
                habits[id(choices[offset])][found.character] += 1
    return habits


def _groups(stretch: Stretch) -> Iterator[tuple[int, int, int, int]]:
    """The parts of a stretch that can be repaired alone: offsets in the text, and in what was written.

    Parts without a hole are as long as they can be, those with one as short as they can be.
    """
    boundaries = {byte: index for index, byte in enumerate(stretch.starts)}
    groups: list[tuple[int, int, int, int]] = []
    shown_from = written_from = written = 0
    was_whole = holds_hole = False
    for size, end, is_hole in _characters(stretch):
        written += size
        holds_hole |= is_hole
        if end not in boundaries:
            continue
        group = (shown_from, boundaries[end], written_from, written)
        if not holds_hole and was_whole:
            before = groups.pop()
            group = (before[0], group[1], before[2], group[3])
        groups.append(group)
        shown_from, written_from = group[1], written
        was_whole, holds_hole = not holds_hole, False
    for shown_start, shown_end, first, last in groups:
        yield stretch.start + shown_start, stretch.start + shown_end, first, last


def _characters(stretch: Stretch) -> Iterator[tuple[int, int, bool]]:
    """Each character of a stretch, or each hole: how many code points, where its bytes end, whether it is a hole."""
    for piece in stretch.pieces:
        if LOST_CHARACTER in piece.text or len(piece.text) == 1:
            yield len(piece.text), piece.end, LOST_CHARACTER in piece.text
            continue
        end = piece.start
        for character in piece.text:
            end += len(character.encode()) if stretch.right == "utf-8" else 1 + (character > "\x7f")
            yield 1, end, False


def _edit(stretch: Stretch, span: Span, part: Span, opened: Mapping[int, Opened]) -> Edit:
    """The repair of a part of a stretch.

    Args:
        stretch: All of it.
        span: Where the part stands in the text.
        part: Where it stands in what was written.
        opened: What the open characters of the stretch were taken for.
    """
    written = stretch.written[part.start : part.end]
    if LOST_CHARACTER not in written:
        return Edit(
            span.start, span.end, written, "mojibake", _decoded("mojibake.decoded", stretch.wrong, stretch.right)
        )
    parts: list[str] = []
    doubtful: list[Span] = []
    inferred: list[Opened] = []
    size = 0
    for offset, character in enumerate(written, part.start):
        found = opened.get(offset)
        plain = character
        if found is not None and found.choice is not None:
            plain = found.character + LOST_CHARACTER * (found.choice.bonus <= SWALLOWED)
        if plain == LOST_CHARACTER or (found is not None and found.runner_up):
            doubtful.append(Span(size, size + len(plain)))
        if found is not None and found.runner_up:
            inferred.append(found)
        parts.append(plain)
        size += len(plain)
    replacement = "".join(parts)
    is_lost = LOST_CHARACTER in replacement
    certainty = Certainty.LOST if is_lost else Certainty.LIKELY if inferred else Certainty.CERTAIN
    is_open = any(offset in opened for offset in range(part.start, part.end))
    reason = _reason(stretch, inferred, is_lost=is_lost, is_open=is_open)
    return Edit(span.start, span.end, replacement, "mojibake", reason, certainty, tuple(doubtful))


def _reason(stretch: Stretch, inferred: Sequence[Opened], *, is_lost: bool, is_open: bool) -> Reason:
    """Why a part of a stretch is decoded anew.

    Args:
        stretch: All of it.
        inferred: What was chosen among several characters.
        is_lost: Whether a character of the part is lost.
        is_open: Whether bytes of such a character are left.
    """
    if is_lost and not inferred and not is_open:
        return Reason.of("mojibake.replaced")
    if inferred:
        taken, others = "".join(o.character for o in inferred), "".join(o.runner_up for o in inferred)
        return _inferred(taken, others, stretch.wrong, stretch.right)
    return _decoded("mojibake.lost" if is_lost else "mojibake.decoded", stretch.wrong, stretch.right)


@lru_cache(maxsize=100)
def _decoded(code: str, wrong: str, right: str) -> Reason:
    return Reason.of(code, wrong=wrong, right=right)


@lru_cache(maxsize=10_000)
def _inferred(taken: str, others: str, wrong: str, right: str) -> Reason:
    return Reason.of("mojibake.inferred", character=taken, runner_up=others, wrong=wrong, right=right)
