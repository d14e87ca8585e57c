"""Characters that were cut apart: `日?qǐng)?bào)` was 日報, `硬仗?！笔心蠀^` was 硬仗。”市南區.

`byteruns` says what the bytes allow, `evidence` and `plausibility` which of it was written, and `replay` whether the
answer, damaged again, gives the page back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from reader.model import Edit
from reader.restoration.annotation_edits import note_ending
from reader.restoration.annotations import BROKEN_NOTE, NOTE, learn_annotations
from reader.restoration.evidence import Page, study_page
from reader.restoration.gbk import FULL_WIDTH, pair_of
from reader.restoration.plausibility import score_text
from reader.restoration.runs.accounts import edit_of
from reader.restoration.runs.byteruns import Run, find_runs
from reader.restoration.runs.replay import gives_back
from reader.restoration.runs.rereading import CONTEXT, Reading, context_after, effort, read

_SPARSE = 8
"""Code points for each `?` below which a page, but for a short one, holds no text that could be told from damage."""

_MOST_WRITTEN = 100
"""So many a `?` in a row that could begin a run and do not show a page on which none does."""

_LEAST_EFFORT = 600
"""What is weighed on the shortest page, in the unit of `effort`."""

_EFFORT_EVERY = 100
"""Code points for which one more is weighed; damaged pages need one for each 200, the densest for each 150."""

_DAMAGED_PAGE = -3.0
"""Log probability that a `?` begins a run on a page that was annotated by machine, or shows another run."""

_SOUND_PAGE = -16.0
"""The same on any other page."""

_RIVALRY = 6.0
"""How much worse, in log probability, a reading with other characters is that leaves a run no certain one."""

_BEYOND_DOUBT = 12.0
"""How much better, in log probability, words alone must read for a run to be taken without asking for more."""

_UNLIKE_TEXT = 15.0
"""How much worse, in log probability, characters read as they stand that are none of a text."""


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
    edits = _shifts(text, proven=False)
    return _shifts(text, proven=True) if edits and not learn_annotations(text) else edits


def _shifts(text: str, proven: bool) -> list[Edit]:
    """The runs of a page.

    Args:
        text: The page.
        proven: Whether it is known to be damaged.
    """
    search = _Search(text, proven)
    edits: list[Edit] = []
    last: Reading | None = None
    at = text.find("?")
    while at >= 0 and search.goes_on:
        touching = last if last is not None and last.run.end == at else None
        endings = _bytes_before(text, at, touching)
        reading = search.reading_at(at, endings, edits)
        if reading is not None:
            if touching is not None:
                edits[-1] = edit_of(text, touching.followed_by(reading, endings))
            edits.append(edit_of(text, reading))
            last = reading
            at = reading.run.end - 1
        at = text.find("?", at + 1)
    return edits


class _Search:
    """Looks for the runs of one page, with no more effort than such a page can need."""

    def __init__(self, text: str, proven: bool) -> None:
        self._text = text
        self._proven = proven
        self._left = len(text) // _EFFORT_EVERY + _LEAST_EFFORT
        self._written = 0

    @property
    def goes_on(self) -> bool:
        """Whether there may be more runs, and effort is left to find them."""
        return self._written < _MOST_WRITTEN and self._left > 0

    @cached_property
    def _page(self) -> Page:
        return study_page(self._text)

    def reading_at(self, at: int, endings: Mapping[int, float], edits: Sequence[Edit]) -> Reading | None:
        """The run that begins at a `?`, None for none; one in which two bytes were lost only where no other explains.

        Args:
            at: Offset of the `?`.
            endings: What byte may stand before it, and what speaks for it.
            edits: The runs before it.
        """
        found: Reading | None = None
        before: str | None = None
        runs: Sequence[Run] = ()
        for gaps in (False, True):
            fewer, runs = runs, find_runs(self._text, at, tuple(endings), gaps)
            if len(runs) == len(fewer):
                continue
            self._left -= sum(map(effort, runs))
            before = _before(self._text, at, edits) if before is None else before
            prior = _DAMAGED_PAGE if self._proven or self._page.annotations else _SOUND_PAGE
            found = _best_reading(self._text, runs, self._page, before, endings, prior)
            if found is not None and _explains_questions(self._text, found.run, max(run.end for run in runs)):
                break
        if found is not None and _reads_better_later(self._text, found, self._page, before or ""):
            found = None
        if before is not None:
            self._written = 0 if found is not None else self._written + 1
        return found


def _reads_better_later(text: str, reading: Reading, page: Page, before: str) -> bool:
    """Whether a `?` was written, and the run begins with a later one: `沒見過??jùn)奔附` was 沒見過？”幾.

    Args:
        text: The page.
        reading: The best run that begins with the first.
        page: What the page shows of itself.
        before: What was published before it.
    """
    start = reading.run.start
    at = text.find("?", start + 1, reading.run.end)
    if at < 0 or BROKEN_NOTE.match(text, start):  # before an annotation stands half a character, never a mark
        return False
    known = before[-CONTEXT:]
    written = NOTE.sub("", text[start:at]).translate(FULL_WIDTH)
    passed = score_text(known + written)
    if passed < score_text(known + reading.characters[: len(written) - 1]) - _UNLIKE_TEXT:
        return False
    endings = _bytes_before(text, at, None)
    runs = find_runs(text, at, tuple(endings), gaps=False)
    if not runs:
        return False
    reach = max(reading.run.end, *(run.end for run in runs))
    earlier = read(text, reading.run, page, before, reach, {}).score
    later = max(read(text, run, page, before + written, reach, endings).score for run in runs)
    return later + passed - score_text((known + written)[-CONTEXT:]) > earlier


def _bytes_before(text: str, at: int, touching: Reading | None) -> dict[int, float]:
    """What byte may stand before `at` in the page, annotations not counted, and what speaks for it; none for ASCII.

    Where a run ends at `at` there is one for each character that it may end in, in the unit of a log probability.
    """
    if touching is not None and not touching.run.tail and not touching.run.swallowed:
        return touching.endings()
    if text[at - 1 : at] == "\n" and BROKEN_NOTE.match(text, at):
        at -= 1  # a line end that was put in later: no line begins with half a character
    while (note := note_ending(text, at)) is not None:
        at = note
    pair = pair_of(text[at - 1 : at].translate(FULL_WIDTH))
    return {pair[1]: 0.0} if pair else {}


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


def _best_reading(
    text: str, runs: Sequence[Run], page: Page, before: str, endings: Mapping[int, float], prior: float
) -> Reading | None:
    """The most plausible run that gives the page back, or None where the page reads better as it stands.

    Args:
        text: The page.
        runs: The ways to read the same `?`.
        page: What the page shows of itself.
        before: What was published before it.
        endings: What byte may stand before it, and what speaks for it.
        prior: Log probability that there is a run at all.
    """
    reach = max(run.end for run in runs)
    shown = NOTE.sub("", text[runs[0].start : reach]) + context_after(text, reach)
    needed = score_text(before[-CONTEXT:] + shown) - prior
    enough = needed + _BEYOND_DOUBT if len(runs) == 1 else float("inf")
    return _likeliest(text, [read(text, run, page, before, reach, endings, enough) for run in runs], needed)


def _likeliest(text: str, readings: Sequence[Reading], needed: float) -> Reading | None:
    """The reading with the best score over `needed` that gives the page back, and its rival."""
    found: Reading | None = None
    for reading in sorted(readings, key=lambda r: -r.score):
        if found is None and reading.score <= needed:
            return None
        if found is not None and reading.score < found.score - _RIVALRY:
            break
        stand_in = "0" if reading.run.swallowed else reading.run.tail
        if gives_back(text, reading.run, reading.characters, stand_in):
            if found is None:
                found = reading
            elif reading.characters != found.characters:
                return found._replace(rival=reading)
    return found


def _explains_questions(text: str, run: Run, reach: int) -> bool:
    """Whether each `?` up to `reach` is one that a run begins with, or an annotation that it ends with.

    Then none can stand for two lost bytes, and no way to read the page with such a gap comes near.
    """
    noted = run.published[-1].reading is not None
    return text.count("?", run.start + 1, reach) == noted
