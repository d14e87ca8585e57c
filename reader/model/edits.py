"""Repairs as explained edits over the source text, and how passes of them are put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain, pairwise

from reader.model.spans import Span, join_spans

LOST_CHARACTER = "\ufffd"
"""Stands for one character that nothing can bring back; drawn as 〓."""


_MANY_PARTS = 20_000
"""Pieces of a text that are joined before more are cut."""


class Certainty(StrEnum):
    """How much of a repair is in the page itself."""

    CERTAIN = "certain"
    """Every byte of the result is in the page."""
    LIKELY = "likely"
    """A byte was inferred; `Edit.doubtful` marks what rests on it."""
    LOST = "lost"
    """No candidate stands out; U+FFFD stands for each lost character."""


_GRAVITY = {Certainty.CERTAIN: 0, Certainty.LIKELY: 1, Certainty.LOST: 2}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something was decided, as a code with arguments; the sentence comes from `messages`."""

    code: str
    """Key of the sentence, without the group: `annotation.table`, `shift.closed` …"""
    args: tuple[tuple[str, str], ...] = ()
    """Names and values that the sentence is filled with, sorted by name."""
    also: tuple[Reason, ...] = ()
    """Reasons of the other passes that were merged into the same edit; these have no `also`."""

    @classmethod
    def of(cls, code: str, **args: object) -> Reason:
        """A reason with its arguments given by name.

        >>> Reason.of("annotation.table", character="網", reading="wǎng").args
        (('character', '網'), ('reading', 'wǎng'))
        """
        return cls(code, tuple(sorted((name, str(value)) for name, value in args.items())))

    def flat(self) -> tuple[Reason, ...]:
        """This reason and those merged into it, each without `also`."""
        return (replace(self, also=()), *self.also) if self.also else (self,)


@dataclass(frozen=True, slots=True, init=False)
class Edit:
    """A stretch of the source text and what stands there instead."""

    start: int
    """First code point replaced."""
    end: int
    """The code point after the last one replaced; equal to `start` for an insertion."""
    replacement: str
    """What stands there instead; empty for a removal."""
    fix: str
    """The kind of repair, dotted where it has parts: `annotation`, `shift`, `layout.join` …"""
    reason: Reason
    """Why."""
    certainty: Certainty = Certainty.CERTAIN
    """How much of the replacement is in the page."""
    doubtful: tuple[Span, ...] = ()
    """Stretches of `replacement` that rest on an inferred byte, sorted and disjoint."""

    def __init__(
        self,
        start: int,
        end: int,
        replacement: str,
        fix: str,
        reason: Reason,
        certainty: Certainty = Certainty.CERTAIN,
        doubtful: tuple[Span, ...] = (),
    ) -> None:
        """Written out because a page may hold an edit for every ten code points: thrice as fast as the generated one.

        Raises:
            ValueError: It runs backward, changes nothing, or `doubtful` does not fit `replacement`.
        """
        if not 0 <= start <= end:
            raise ValueError(f"an edit must run forward, not from {start} to {end}")
        if start == end and not replacement:
            raise ValueError(f"an edit at {start} changes nothing")
        before = 0
        for span in doubtful:
            if not before <= span.start < span.end <= len(replacement):
                raise ValueError(f"doubtful {span} does not fit {replacement!r}")
            before = span.end
        _set_start(self, start)
        _set_end(self, end)
        _set_replacement(self, replacement)
        _set_fix(self, fix)
        _set_reason(self, reason)
        _set_certainty(self, certainty)
        _set_doubtful(self, doubtful)

    @property
    def span(self) -> Span:
        """The stretch of the source text that is replaced."""
        return Span(self.start, self.end)


_set_start, _set_end, _set_replacement, _set_fix, _set_reason, _set_certainty, _set_doubtful = (
    getattr(Edit, name).__set__ for name in Edit.__slots__
)


def check_disjoint(edits: Sequence[Edit], length: int) -> None:
    """Raise ValueError unless `edits` are sorted, disjoint and inside a text of `length` code points.

    An insertion may not touch another edit: what stands at that point would be a matter of order.
    """
    for earlier, later in pairwise(edits):
        insertion = earlier.start == earlier.end or later.start == later.end
        if later.start < earlier.end or (insertion and later.start == earlier.end):
            raise ValueError(f"edits {earlier.span} and {later.span} overlap or are out of order")
    if edits and edits[-1].end > length:
        raise ValueError(f"edit {edits[-1].span} reaches past the text ({length} code points)")


def without_overlaps(edits: Iterable[Edit]) -> Iterator[Edit]:
    """The edits in order, of those that overlap the one that begins first, and of two that begin there the longer.

    >>> [edit.span for edit in without_overlaps([Edit(2, 4, "", "tag", Reason("")), Edit(1, 3, "", "tag", Reason(""))])]
    [Span(start=1, end=3)]
    """
    end = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
        if edit.start >= end:
            yield edit
            end = edit.end


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text with sorted, disjoint edits carried out.

    >>> apply_edits("網(wǎng)絡", [Edit(1, 7, "", "annotation", Reason("annotation.table"))])
    '網絡'
    """
    stretches: list[str] = []
    parts: list[str] = []
    done = 0
    for edit in edits:
        parts += (text[done : edit.start], edit.replacement)
        done = edit.end
        if len(parts) >= _MANY_PARTS:  # a short string takes ten times the memory of what it holds
            stretches.append("".join(parts))
            parts.clear()
    return "".join([*stretches, *parts, text[done:]])


def compose(source: str, earlier: Iterable[Edit], later: Iterable[Edit]) -> tuple[Edit, ...]:
    """One list of edits over `source` that does what `earlier` and then `later` do.

    Args:
        source: The text that `earlier` refers to.
        earlier: Sorted, disjoint edits over `source`.
        later: Sorted, disjoint edits over `source` with `earlier` carried out.

    Later edits that stand apart from every replacement are only re-based. Those that touch one are merged
    with it into one edit that carries the reasons of all; its `fix` is that of the gravest, and of the earliest
    among equals. A merged edit that would change nothing is dropped. Each edit is taken once and then let go.
    """
    composed: list[Edit] = []
    first, second = _Queue(earlier), _Queue(later)
    shift = 0  # code points by which the middle text runs ahead of the source, up to the next earlier edit
    while (edit := first.next) is not None and (following := second.next) is not None:
        start = edit.start + shift
        end = start + len(edit.replacement)
        if end < following.start:  # most edits, told apart without a call
            composed.append(edit)
            first.next = next(first.rest, None)
            shift = end - edit.end
        elif following.end < start:
            composed.append(_moved(following, -shift))
            second.next = next(second.rest, None)
        elif _stands_before(edit, shift, following):
            composed.append(first.take())
            shift = end - edit.end
        elif _stands_after(edit, shift, following):
            composed.append(_moved(second.take(), -shift))
        else:
            group, others = _take_touching(first, second, shift)
            merged = _merge(source, group, others, shift)
            if merged is not None:
                composed.append(merged)
            shift += sum(map(_growth, group))
    composed.extend(first.left())
    composed.extend(second.left() if not shift else (_moved(edit, -shift) for edit in second.left()))
    return tuple(composed)


class _Queue:
    """Edits of which the next is seen before it is taken."""

    __slots__ = ("next", "rest")

    def __init__(self, edits: Iterable[Edit]) -> None:
        self.rest = iter(edits)
        self.next = next(self.rest, None)

    def take(self) -> Edit:
        """The next edit, which is let go."""
        taken = self.next
        assert taken is not None
        self.next = next(self.rest, None)
        return taken

    def left(self) -> Iterator[Edit]:
        """Those that were not taken."""
        return chain(() if self.next is None else (self.next,), self.rest)


def _take_touching(first: _Queue, second: _Queue, shift: int) -> tuple[list[Edit], list[Edit]]:
    """The next edit of either and whatever touches them, taken until no neighbour touches the group."""
    group, others = [first.take()], [second.take()]
    shift += _growth(group[0])
    while True:
        edit, following = first.next, second.next
        if edit is not None and not _stands_after(edit, shift, others[-1]):
            group.append(first.take())
            shift += _growth(edit)
        elif following is not None and not _stands_before(group[-1], shift - _growth(group[-1]), following):
            others.append(second.take())
        else:
            return group, others


def _growth(edit: Edit) -> int:
    """Code points that an edit adds to the text."""
    return len(edit.replacement) - edit.end + edit.start


def _moved(edit: Edit, by: int) -> Edit:
    """The same edit, `by` code points further on."""
    if not by:
        return edit
    return Edit(edit.start + by, edit.end + by, edit.replacement, edit.fix, edit.reason, edit.certainty, edit.doubtful)


def _stands_before(edit: Edit, shift: int, later: Edit) -> bool:
    """Whether the replacement lies before `later` in the middle text; insertions may not touch."""
    end = edit.start + shift + len(edit.replacement)
    return end < later.start or (end == later.start and _both_replace(edit, later))


def _stands_after(edit: Edit, shift: int, later: Edit) -> bool:
    """Whether the replacement lies after `later` in the middle text; insertions may not touch."""
    start = edit.start + shift
    return later.end < start or (later.end == start and _both_replace(edit, later))


def _both_replace(edit: Edit, other: Edit) -> bool:
    """Whether neither edit is an insertion."""
    return edit.start < edit.end and other.start < other.end


def _merge(source: str, earlier: Sequence[Edit], later: Sequence[Edit], shift: int) -> Edit | None:
    """One edit for a group of touching ones, `shift` being the one before the group."""
    shift_end = shift + sum(map(_growth, earlier))
    start = min(earlier[0].start, later[0].start - shift)
    end = max(earlier[-1].end, later[-1].end - shift_end)
    middle, doubts = _replay(source[start:end], [(e, -start) for e in earlier], ())
    replacement, doubtful = _replay(middle, [(e, -start - shift) for e in later], doubts)
    if replacement == source[start:end]:
        return None
    gravest = max((*earlier, *later), key=lambda e: _GRAVITY[e.certainty])
    reasons = list(dict.fromkeys(r for e in (gravest, *earlier, *later) for r in e.reason.flat()))
    reason = replace(reasons[0], also=tuple(reasons[1:]))
    certainty = gravest.certainty
    if certainty is Certainty.LIKELY and not doubtful:
        certainty = Certainty.CERTAIN  # what was doubtful has been replaced or removed
    return Edit(start, end, replacement, gravest.fix, reason, certainty, doubtful)


def _replay(text: str, edits: Sequence[tuple[Edit, int]], doubts: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
    """Carry out edits, each moved by its number, and follow what is doubtful in `text` through them."""
    parts: list[str] = []
    marks: list[Span] = []
    done = size = open_doubt = 0
    for start, end, edit in [*((e.start + by, e.end + by, e) for e, by in edits), (len(text), len(text), None)]:
        parts.append(text[done:start])
        while open_doubt < len(doubts) and doubts[open_doubt].start < start:
            doubt = doubts[open_doubt]
            kept = Span(max(doubt.start, done), min(doubt.end, start))
            if kept.start < kept.end:
                marks.append(kept.shifted(size - done))
            if doubt.end > start:
                break
            open_doubt += 1
        size += start - done
        done = end
        if edit is not None:
            marks.extend(span.shifted(size) for span in edit.doubtful)
            parts.append(edit.replacement)
            size += len(edit.replacement)
    return "".join(parts), join_spans(marks)
