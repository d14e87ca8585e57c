"""Which character of a cleaned text is which published one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from reader.model import Edit
from tests.damage.conversion import in_simplified
from tests.damage.traced import Traced

_WIDE = {0xFF01 + i: chr(0x21 + i) for i in range(94)}
_LONG = 400
"""Length above which stretches are first taken apart at what both hold once."""
_GRAM = 8


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where the cleaned text is not what was published, white space apart."""

    published: tuple[int, ...]
    """Offsets of the published characters that are missing."""
    cleaned: tuple[int, ...]
    """Offsets of the characters that stand instead."""
    before: int
    """Offset in the cleaned text behind the last character before the place."""
    inside: int
    """Offset of the published character that the place stands before, or of the first that is missing."""

    @property
    def size(self) -> int:
        """Characters inserted, deleted or replaced."""
        return max(len(self.published), len(self.cleaned))


@dataclass(frozen=True)
class Alignment:
    """A cleaned text beside what was published."""

    matched: dict[int, int]
    """Offset in the cleaned text of each published character that is there, by its offset."""
    differences: tuple[Difference, ...]
    """Where both differ, in reading order."""


def compared(text: str) -> str:
    """A text as both sides are compared: Simplified, half-width, of equal length.

    >>> compared("網絡，（會議）")
    '网络,(会议)'
    """
    return in_simplified(text).translate(_WIDE)


def align(published: str, shown: Traced, edits: Sequence[Edit], cleaned: str) -> Alignment:
    """The cleaned text of a page beside what was published.

    Characters that no edit touched are known by their origin; only what lies between them is compared.
    """
    left, right = compared(published), compared(cleaned)
    matched: dict[int, int] = {}
    found: list[Difference] = []
    p_from = c_from = 0
    for p_at, c_at in [*_kept(shown, edits), (len(left), len(right))]:
        if p_at < p_from:
            continue
        _compare(left, right, (p_from, p_at), (c_from, c_at), matched, found)
        if p_at < len(left):
            _compare(left, right, (p_at, p_at + 1), (c_at, c_at + 1), matched, found)
        p_from, c_from = p_at + 1, c_at + 1
    return Alignment(matched, tuple(found))


def _kept(shown: Traced, edits: Sequence[Edit]) -> Iterator[tuple[int, int]]:
    """Published and cleaned offset of each character that is shown whole and was not touched."""
    done = shift = 0
    for edit in edits:
        yield from ((o, at + shift) for at, o in enumerate(shown.origins[done : edit.start], done) if o >= 0)
        shift += len(edit.replacement) - edit.end + edit.start
        done = edit.end
    yield from ((o, at + shift) for at, o in enumerate(shown.origins[done:], done) if o >= 0)


def _compare(
    left: str, right: str, p: tuple[int, int], c: tuple[int, int], matched: dict[int, int], found: list[Difference]
) -> None:
    """Compare a stretch of each text, white space apart."""
    wanted = [i for i in range(*p) if not left[i].isspace()]
    got = [i for i in range(*c) if not right[i].isspace()]
    if not wanted and not got:
        return
    a, b = "".join(left[i] for i in wanted), "".join(right[i] for i in got)
    for same, a_from, a_to, b_from, b_to in stretches(a, b):
        if same:
            matched.update(zip(wanted[a_from:a_to], got[b_from:b_to], strict=True))
        else:
            before = got[b_from - 1] + 1 if b_from else c[0]
            inside = wanted[a_from] if a_from < len(wanted) else p[1]
            found.append(Difference(tuple(wanted[a_from:a_to]), tuple(got[b_from:b_to]), before, inside))


def stretches(a: str, b: str) -> Iterator[tuple[bool, int, int, int, int]]:
    """Stretches of two texts in turn, alike or not: whether they are, and where each starts and ends.

    >>> list(stretches("新闻网站", "新网页站"))
    [(True, 0, 1, 0, 1), (False, 1, 2, 1, 1), (True, 2, 3, 1, 2), (False, 3, 3, 2, 3), (True, 3, 4, 3, 4)]
    """
    a_done = b_done = 0
    for a_at, b_at, length in [*_anchors(a, b), (len(a), len(b), 0)]:
        between = SequenceMatcher(None, a[a_done:a_at], b[b_done:b_at], autojunk=False)
        for name, a_from, a_to, b_from, b_to in between.get_opcodes():
            yield name == "equal", a_done + a_from, a_done + a_to, b_done + b_from, b_done + b_to
        if length:
            yield True, a_at, a_at + length, b_at, b_at + length
        a_done, b_done = a_at + length, b_at + length


def _anchors(a: str, b: str) -> list[tuple[int, int, int]]:
    """What two long texts both hold once and in the same order: where, and how long."""
    if min(len(a), len(b)) < _LONG:
        return []
    seen_a, seen_b = _once(a), _once(b)
    pairs = sorted((at, seen_b[gram]) for gram, at in seen_a.items() if gram in seen_b)
    chosen: list[tuple[int, int, int]] = []
    for a_at, b_at in pairs:
        if not chosen or (a_at >= chosen[-1][0] + _GRAM and _GRAM <= b_at - chosen[-1][1] < 4 * _LONG):
            chosen.append((a_at, b_at, _GRAM))
    return chosen


def _once(text: str) -> dict[str, int]:
    """Where each short stretch stands that a text holds once."""
    places: dict[str, int] = {}
    for at in range(len(text) - _GRAM + 1):
        gram = text[at : at + _GRAM]
        places[gram] = -1 if gram in places else at
    return {gram: at for gram, at in places.items() if at >= 0}
