"""Characters that were cut apart: `日?qǐng)?bào)` was 日報, `硬仗?！笔心蠀^` was 硬仗。”市南區.

`byteruns` says what the bytes allow, `evidence` and `plausibility` which of it was written, and `replay` whether the
answer, damaged again, gives the page back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from reader.model import LOST_CHARACTER, Certainty, Edit, Reason, Span
from reader.restoration.annotations import NOTE
from reader.restoration.byteruns import Published, Run, find_runs
from reader.restoration.evidence import Page, quote_bonus, study_page
from reader.restoration.gbk import FULL_WIDTH, pair_of
from reader.restoration.plausibility import Choice, Ranked, rank, score_text
from reader.restoration.replay import gives_back
from reader.restoration.swallowed import closes_unopened, infer_swallowed, may_end_line
from reader.script.folding import simplify

_SPARSE = 8
"""Code points for each `?` below which a page, but for a short one, holds no text that could be told from damage."""

_MOST_WRITTEN = 100
"""So many a `?` in a row that could begin a run and do not show a page on which none does."""

_ALTERNATIVES = 6
"""Characters that a run may end in which the next one is tried with."""

_CONTEXT = 6
"""Known characters on each side by which a run is judged."""

_DAMAGED_PAGE = -3.0
"""Log probability that a `?` begins a run on a page that was annotated by machine."""

_SOUND_PAGE = -16.0
"""The same on any other page."""

_SWALLOWED = 20.0
"""Added for a swallowed ASCII byte, which is no unreadable character though nobody knows it."""

_USUAL = -7.0
"""Log probability of a character of usual text."""

_GAP = -4.0
"""Log probability that two bytes of a run were lost together."""

_STOP_AT_CUT = 1.5
"""Added for a full stop before a cut, whose second byte makes one of the three marks with most of what follows it."""

_OPENS = 4.0
"""Added for an opening parenthesis where one is closed that nothing has opened."""

_LINE_ENDS = "。！？”…；："
"""What a line of Chinese mostly ends with."""

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

    def ending_in(self, byte: int) -> _Reading:
        """The same with the best last character that ends in a byte."""
        ends = [choice for choice in self.ranked[-1] if (pair_of(choice.character) or (0, 0))[1] == byte]
        others = [choice for choice in self.ranked[-1] if choice not in ends]
        return self if not ends else self._replace(ranked=(*self.ranked[:-1], (*ends, *others)))


def find_shifts(text: str) -> Sequence[Edit]:
    """Runs of characters that were decoded from the wrong byte on, each with what was published there.

    A `?` that a writer put is left alone: the text reads better with it than without.

    >>> page = "人民日?qǐng)?bào)點(diǎn)贊，請(qǐng)看報(bào)網(wǎng)"
    >>> [(page[e.start:e.end], e.replacement) for e in find_shifts(page)]
    [('?qǐng)?bào)', '報')]
    >>> find_shifts("是這樣？！”他問：“真的?!”")
    []
    """
    if not 0 < text.count("?") * _SPARSE <= len(text) + 10 * _SPARSE:
        return []
    page: Page | None = None
    edits: list[Edit] = []
    last: _Reading | None = None
    written = 0
    at = text.find("?")
    while at >= 0 and written < _MOST_WRITTEN:
        touching = last if last is not None and last.run.end == at else None
        for byte in _bytes_before(text, at, touching):
            runs = find_runs(text, at, byte)
            if runs:
                break
        if runs:
            page = page or study_page(text)
            if touching is not None and byte is not None:
                touching = touching.ending_in(byte)
                edits[-1] = _edit(text, touching)
            reading = _best_reading(text, runs, page, _before(text, at, edits))
            written = written + 1 if reading is None else 0
            if reading is not None:
                edits.append(_edit(text, reading))
                last = reading
                at = reading.run.end - 1
        at = text.find("?", at + 1)
    return edits


def _bytes_before(text: str, at: int, touching: _Reading | None) -> list[int | None]:
    """The byte that stood before `at` in the page, annotations not counted; None for ASCII.

    Where a run ends at `at` there is one for each character that it may end in, the best first.
    """
    if touching is not None and not touching.run.tail and not touching.run.swallowed:
        return [pair[1] for choice in touching.ranked[-1][:_ALTERNATIVES] if (pair := pair_of(choice.character))]
    while (note := _note_ending(text, at)) is not None:
        at = note
    pair = pair_of(text[at - 1 : at].translate(FULL_WIDTH))
    return [pair[1] if pair else None]


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


def _best_reading(text: str, runs: Sequence[Run], page: Page, before: str) -> _Reading | None:
    """The most plausible run that gives the page back, or None where the page reads better as it stands."""
    reach = max(run.end for run in runs)
    readings = [_read(text, run, page, before, reach) for run in runs]
    shown = NOTE.sub("", text[runs[0].start : reach]) + _context_after(text, reach)
    prior = _DAMAGED_PAGE if page.annotations else _SOUND_PAGE
    needed = score_text(before[-_CONTEXT:] + shown) - prior
    for reading in sorted(readings, key=lambda r: -r.score):
        if reading.score <= needed:
            return None
        stand_in = "0" if reading.run.swallowed else reading.run.tail
        if gives_back(text, reading.run, reading.characters, stand_in):
            return reading
    return None


def _remainder(text: str, start: int, reach: int) -> tuple[str, float]:
    """What a run leaves of the stretch up to `reach`, with some of what follows.

    Behind the next `?` the page may be damaged once more, so every character there counts the same.
    """
    sound, question, damaged = NOTE.sub("", text[start:reach]).partition("?")
    if question:
        return sound, _USUAL * (len(damaged) + 1)
    return sound + _context_after(text, reach), 0.0


def _context_after(text: str, end: int) -> str:
    """The characters after `end` by which a run is judged, up to the next that may be damaged."""
    return NOTE.sub("", text[end : end + 60]).partition("?")[0][:_CONTEXT]


def _known(text: str) -> list[list[Choice]]:
    return [[Choice(character)] for character in text]


def _read(text: str, run: Run, page: Page, before: str, reach: int) -> _Reading:
    """The characters of a run, by what stands around them; the clearest is settled first and helps the others."""
    sets = [published.candidates() for published in run.published]
    settled = {i: found[0] for i, found in enumerate(sets) if len(found) == 1}
    ranked: dict[int, tuple[Ranked, ...]] = {i: (Ranked(character, 0.0),) for i, character in settled.items()}
    left = before[-_CONTEXT:]
    after, rest = _remainder(text, run.end, reach)
    tail = run.tail or (LOST_CHARACTER if run.swallowed else "")
    open_places = [i for i in range(len(sets)) if i not in settled]
    while True:
        places = _places(text, run, sets, settled, page, before, after)
        now = rank([*_known(left), *places, *_known(tail), *_known(after)])
        if not open_places:
            break
        clearest = max(open_places, key=lambda i: _margin(now[len(left) + i]))
        ranked[clearest] = tuple(now[len(left) + clearest])
        settled[clearest] = ranked[clearest][0].character
        open_places.remove(clearest)
        if not open_places:
            break
    score = now[0][0].score + rest + (_SWALLOWED if run.swallowed else 0.0) + _GAP * run.gaps
    return _Reading(run, tuple(ranked[i] for i in range(len(sets))), score)


def _margin(choices: Sequence[Ranked]) -> float:
    """How much better the best choice is than the next that is not a variant of the same character."""
    best = simplify(choices[0].character)
    other = next((choice for choice in choices if simplify(choice.character) != best), None)
    return choices[0].score - other.score if other else float("inf")


def _places(
    text: str,
    run: Run,
    sets: Sequence[Sequence[str]],
    settled: Mapping[int, str],
    page: Page,
    before: str,
    after: str,
) -> list[list[Choice]]:
    """The choices for each character of a run, weighed by those that are settled."""
    places = []
    sofar = before
    for index, (published, candidates) in enumerate(zip(run.published, sets, strict=True)):
        follower = settled.get(index + 1, "") if index + 1 < len(sets) else (run.tail or after)[:1]
        previous = sofar[-1:] if index == 0 else settled.get(index - 1, "")
        if len(candidates) == 1:
            choices = [Choice(candidates[0])]
        else:
            reading = _reading_at(text, run, index, published)
            wanted = settled.get(index)
            choices = [
                Choice(c, page.bonus(c, previous, follower, reading) + quote_bonus(c, sofar))
                for c in candidates
                if wanted in (None, c)
            ]
        choices = [Choice(c, bonus + _by_position(text, run, index, c)) for c, bonus in choices]
        places.append(choices)
        sofar += settled.get(index, " ")
    return places


def _by_position(text: str, run: Run, index: int, character: str) -> float:
    """What the beginning and the end of a run say for a character at either."""
    score = 0.0
    if index == 0 and run.cut and character == "。":
        score += _STOP_AT_CUT
    if index + 1 == len(run.published):
        if character not in _LINE_ENDS and _ends_line(text, run):
            score -= 4.0
        if character == "（" and run.swallowed and closes_unopened(text, run.end):
            score += _OPENS
    return score


def _ends_line(text: str, run: Run) -> bool:
    """Whether a run may be the last of its line: the byte swallowed behind it no digit, or a line end there."""
    if run.swallowed:
        return may_end_line(text, run.end)
    return not run.tail and text[run.end : run.end + 1] in ("", "\n", "\r")


def _reading_at(text: str, run: Run, index: int, published: Published) -> str | None:
    """What a published character is annotated with: inside the run, or right behind it."""
    if published.reading is not None or index + 1 < len(run.published):
        return published.reading
    note = NOTE.match(text, run.end) if not run.tail else None
    return note["reading"] if note else None


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


def _edit(text: str, reading: _Reading) -> Edit:
    """The repair with what it rests on."""
    run, account = reading.run, _Account()
    swallowed = infer_swallowed(text, run.end, reading.characters) if run.swallowed else None
    for published, choices in zip(run.published, reading.ranked, strict=True):
        if len(choices) == 1:
            account.take(choices[0].character, Certainty.CERTAIN, None)
        elif _margin(choices) >= _MARGIN:
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
