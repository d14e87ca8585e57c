"""Characters that were cut apart: `日?qǐng)?bào)` was 日報, `硬仗?！笔心蠀^` was 硬仗。”市南區.

`byteruns` says what the bytes allow, `evidence` and `plausibility` which of it was written, and `replay` whether the
answer, damaged again, gives the page back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from reader.model import LOST_CHARACTER, Certainty, Edit, Reason, Span
from reader.restoration.annotations import NOTE
from reader.restoration.byteruns import FULL_WIDTH, Published, Run, find_runs
from reader.restoration.evidence import Page, quote_bonus, study_page
from reader.restoration.gbk import pair_of
from reader.restoration.plausibility import Choice, Ranked, rank
from reader.restoration.replay import gives_back
from reader.restoration.swallowed import Swallowed, infer_swallowed, may_end_line

_CONTEXT = 6
"""Known characters on each side by which a run is judged."""

_DAMAGED_PAGE = -3.0
"""Log probability that a `?` begins a run on a page that was annotated by machine."""

_SOUND_PAGE = -16.0
"""The same on any other page."""

_MARGIN = 1.5
"""How much better than the runner-up, in log probability, a character must be to be taken."""


class _Reading(NamedTuple):
    """A run with the characters chosen for it."""

    run: Run
    ranked: tuple[tuple[Ranked, ...], ...]
    """For each published character the choices, best first."""
    score: float

    @property
    def characters(self) -> str:
        """The best choices."""
        return "".join(choices[0].character for choices in self.ranked)


def find_shifts(text: str) -> Sequence[Edit]:
    """Runs of characters that were decoded from the wrong byte on, each with what was published there.

    A `?` that a writer put is left alone: the text reads better with it than without.

    >>> page = "人民日?qǐng)?bào)點(diǎn)贊，請(qǐng)看報(bào)網(wǎng)"
    >>> [(page[e.start:e.end], e.replacement) for e in find_shifts(page)]
    [('?qǐng)?bào)', '報')]
    >>> find_shifts("是這樣？！”他問：“真的?!”")
    []
    """
    if "?" not in text:
        return []
    page: Page | None = None
    edits: list[Edit] = []
    at = text.find("?")
    while at >= 0:
        last = edits[-1] if edits else None
        runs = find_runs(text, at, _byte_before(text, at, last))
        if runs:
            page = page or study_page(text)
            edit = _best_edit(text, runs, page, _before(text, at, edits))
            if edit is not None:
                edits.append(edit)
                at = edit.end - 1
        at = text.find("?", at + 1)
    return edits


def _byte_before(text: str, at: int, last: Edit | None) -> int | None:
    """The byte that stood before `at` in the page, annotations not counted; None for ASCII."""
    while (note := _note_ending(text, at)) is not None:
        at = note
    character = text[at - 1 : at].translate(FULL_WIDTH)
    if last is not None and last.end == at:
        character = last.replacement[-1:]
    pair = pair_of(character)
    return pair[1] if pair else None


def _note_ending(text: str, at: int) -> int | None:
    """Where the annotation begins that ends at `at`."""
    start = text.rfind("(", max(0, at - 9), at)
    note = NOTE.match(text, start) if start >= 0 else None
    return start if note is not None and note.end() == at else None


def _before(text: str, at: int, edits: Sequence[Edit]) -> str:
    """What stands before `at`, as far as it is judged by, repaired."""
    reach, parts, end = 1_000, [], at
    for edit in reversed(edits):
        if edit.end < at - reach:
            break
        parts += [text[edit.end : end], edit.replacement]
        end = edit.start
    parts.append(text[max(0, at - reach) : max(end, 0)] if end > at - reach else "")
    return NOTE.sub("", "".join(reversed(parts)))


def _best_edit(text: str, runs: Sequence[Run], page: Page, before: str) -> Edit | None:
    """The repair by the most plausible run, or None where the page reads better as it stands."""
    reach = max(run.end for run in runs)
    after = _after(text, reach)
    shown = _known(before[-_CONTEXT:] + NOTE.sub("", text[runs[0].start : reach]) + after)
    prior = _DAMAGED_PAGE if page.annotations else _SOUND_PAGE
    best: _Reading | None = None
    for run in runs:
        reading = _read(text, run, page, before, NOTE.sub("", text[run.end : reach]) + after)
        if best is None or reading.score > best.score:
            best = reading
    if best is None or best.score + prior <= rank(shown)[0][0].score:
        return None
    swallowed = _swallowed(text, best)
    stand_in = "0" if best.run.swallowed else best.run.tail
    if not gives_back(text, best.run, best.characters, stand_in):
        return None
    return _edit(best, swallowed)


def _after(text: str, end: int) -> str:
    """The characters after `end` by which a run is judged, up to the next that may be damaged."""
    return NOTE.sub("", text[end : end + 60]).partition("?")[0][:_CONTEXT]


def _known(text: str) -> list[list[Choice]]:
    return [[Choice(character)] for character in text]


def _read(text: str, run: Run, page: Page, before: str, after: str) -> _Reading:
    """The characters of a run, ranked by what stands around them."""
    sets = [published.candidates() for published in run.published]
    left = before[-_CONTEXT:]
    tail = run.tail or (LOST_CHARACTER if run.swallowed else "")
    places = _known(left)
    sofar = before
    for index, (published, candidates) in enumerate(zip(run.published, sets, strict=True)):
        near = sets[index + 1] if index + 1 < len(sets) else list((tail + after)[:1])
        follower = near[0] if len(near) == 1 else ""
        reading = _reading_at(text, run, index, published)
        previous = sofar[-1:] if index == 0 or len(sets[index - 1]) == 1 else ""
        choices = _choices(candidates, page, previous, follower, reading, sofar)
        if run.swallowed and index + 1 == len(sets):
            choices = _before_swallowed(choices, text, run.end)
        places.append(choices)
        sofar += candidates[0] if len(candidates) == 1 else " "
    ranked = rank([*places, *_known(tail), *_known(after)])
    lost = 14.0 if run.swallowed else 0.0  # one ASCII byte that nobody knows is no unreadable character
    mine = ranked[len(left) : len(left) + len(sets)]
    return _Reading(run, tuple(tuple(choices) for choices in mine), ranked[0][0].score + lost)


def _choices(
    candidates: Sequence[str], page: Page, before: str, after: str, reading: str | None, sofar: str
) -> list[Choice]:
    if len(candidates) == 1:
        return [Choice(candidates[0])]
    return [Choice(c, page.bonus(c, before, after, reading) + quote_bonus(c, sofar)) for c in candidates]


def _before_swallowed(choices: list[Choice], text: str, end: int) -> list[Choice]:
    """The last choices of a run, weighed by whether the byte swallowed after them was a line end."""
    if not may_end_line(text, end):
        return choices
    return [Choice(c, bonus + (0.0 if c in "。！？”…" else -4.0)) for c, bonus in choices]


def _reading_at(text: str, run: Run, index: int, published: Published) -> str | None:
    """What a published character is annotated with: inside the run, or right behind it."""
    if published.reading is not None or index + 1 < len(run.published):
        return published.reading
    note = NOTE.match(text, run.end) if not run.tail else None
    return note["reading"] if note else None


def _swallowed(text: str, reading: _Reading) -> Swallowed | None:
    if not reading.run.swallowed:
        return None
    return infer_swallowed(text, reading.run.end, reading.characters)


@dataclass
class _Account:
    """What an edit says of each of its characters, put together one by one."""

    text: str = ""
    certainty: Certainty = Certainty.CERTAIN
    doubtful: tuple[Span, ...] = ()
    reasons: tuple[Reason, ...] = ()

    def take(self, text: str, certainty: Certainty, reason: Reason | None) -> None:
        """Add a piece of the replacement."""
        start = len(self.text)
        self.text += text
        if certainty is not Certainty.CERTAIN and text:
            self.doubtful = (*self.doubtful, Span(start, len(self.text)))
        if certainty is Certainty.LOST or self.certainty is Certainty.CERTAIN:
            self.certainty = certainty
        if reason is not None:
            self.reasons = (*self.reasons, reason)


def _edit(reading: _Reading, swallowed: Swallowed | None) -> Edit:
    """The repair with what it rests on."""
    run, account = reading.run, _Account()
    for published, choices in zip(run.published, reading.ranked, strict=True):
        if len(choices) == 1:
            account.take(choices[0].character, Certainty.CERTAIN, None)
        elif choices[0].score - choices[1].score >= _MARGIN:
            account.take(choices[0].character, Certainty.LIKELY, _inferred(published, choices))
        else:
            account.take(LOST_CHARACTER, Certainty.LOST, _undecided(published, choices))
    account.take(run.tail, Certainty.CERTAIN, None)
    if swallowed is not None:
        account.take(swallowed.text, swallowed.certainty, swallowed.reason)
    fix = "shift" if run.cut else "straddle"
    closed = Reason.of(f"{fix}.closed", count=len(run.published))
    reasons = dict.fromkeys((*account.reasons, closed))
    first, *others = reasons
    return Edit(
        run.start,
        run.end,
        account.text,
        fix,
        replace(first, also=tuple(others)),
        account.certainty,
        _joined(account.doubtful),
    )


def _joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1].end == span.start:
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return tuple(joined)


def _missing_bytes(published: Published, character: str) -> str:
    """The bytes of a character that the page does not show, in hexadecimal."""
    known = (published.lead, published.trail)
    pair = pair_of(character) or ()
    return " ".join(f"{byte:02X}" for byte, shown in zip(pair, known, strict=False) if shown is None)


def _inferred(published: Published, choices: Sequence[Ranked]) -> Reason:
    best, runner_up = choices[0].character, choices[1].character
    byte = _missing_bytes(published, best)
    return Reason.of("byte.inferred", byte=byte, character=best, runner_up=runner_up)


def _undecided(published: Published, choices: Sequence[Ranked]) -> Reason:
    return Reason.of("byte.lost", first=choices[0].character, second=choices[1].character)
