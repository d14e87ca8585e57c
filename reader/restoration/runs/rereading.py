"""Which characters a run that was followed through the bytes held, by what stands around them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reader.model import LOST_CHARACTER
from reader.model.patterns import pattern
from reader.restoration.annotations import BROKEN_NOTE, NOTE
from reader.restoration.evidence import PAIRED, Page, quote_bonus
from reader.restoration.gbk import pair_of
from reader.restoration.plausibility import Candidates, Place, Ranked, Ranking, candidates_of, known_place, score_text
from reader.restoration.runs.byteruns import USUAL_CUTS, Published, Run
from reader.restoration.runs.swallowed import closes_unopened, may_end_line
from reader.script.folding import simplified

_ALTERNATIVES = 12
"""Characters that a run may end in with which the next one is read."""

CONTEXT = 6
"""Known characters on each side by which a run is judged."""

_UNUSUAL_CUT = -5.0
"""Added for a cut before a mark that pages are not known to be cut before."""

_HEADLESS = -12.0
"""Added for a character of which not even the byte before the annotation is left."""

_SWALLOWED = 20.0
"""Added for a swallowed ASCII byte, which is no unreadable character though nobody knows it."""

_USUAL = -7.0
"""Log probability of a character of usual text."""

_GAP = -4.0
"""Log probability that two bytes of a run were lost together."""

_STOP_AT_CUT = 1.5
"""Added for a full stop before a cut, whose second byte makes one of the three marks with most of what follows it."""

_OPENS = 8.0
"""Added for an opening parenthesis where one is closed that nothing has opened."""

_LINE_ENDS = "。！？”…；："
"""What a line of Chinese mostly ends with."""

_NO_LINE_END = 4.0
"""Taken off for any other character there."""

_BLOCK_END = pattern(r"/(?:p|h[1-6]|div|li|td|section)>|br\\b", re.I)
"""What follows the `<` of a tag that a line ends with."""

MARGIN = 1.5
"""How much better than the runner-up, in log probability, a character must be to be taken."""


class Reading(NamedTuple):
    """A run with the characters chosen for it."""

    run: Run
    ranked: tuple[tuple[Ranked, ...], ...]
    """For each published character the choices, best first."""
    score: float
    rival: Reading | None = None
    """Another reading, with another end, that is nearly as plausible."""

    @property
    def characters(self) -> str:
        """The best choices."""
        return "".join(choices[0].character for choices in self.ranked)

    def endings(self) -> dict[int, float]:
        """The second bytes that the last character may have, and how much worse the reading is with each."""
        best = self.ranked[-1][0].score
        found: dict[int, float] = {}
        for choice in self.ranked[-1][:_ALTERNATIVES]:
            pair = pair_of(choice.character)
            if pair is not None:
                found.setdefault(pair[1], choice.score - best)
        return found

    def followed_by(self, following: Reading, endings: Mapping[int, float]) -> Reading:
        """The same where the run behind it tells more of its last byte."""
        first = following.run.published[0]
        if first.crosswise is None or len(self.ranked[-1]) == 1:
            return self
        scores = {(pair_of(choice.character) or (0, 0))[0]: choice.score for choice in reversed(following.ranked[0])}
        best = following.ranked[0][0].score
        told = {}
        for byte in endings:
            fitting = [scores[lead] for lead in first.leads_after(byte) if lead in scores]
            if fitting:
                told[byte] = max(fitting) - best
        left = [
            Ranked(choice.character, choice.score + told[trail])
            for choice in self.ranked[-1]
            if (trail := (pair_of(choice.character) or (0, 0))[1]) in told
        ]
        if not left:
            return self
        return self._replace(ranked=(*self.ranked[:-1], tuple(sorted(left, key=lambda choice: -choice.score))))


def effort(run: Run) -> int:
    """How much there is to weigh to read a run, where one stands for about a hundred characters."""
    choices = [count for published in run.published if (count := len(published.candidates().characters)) > 1]
    return 1 + len(choices) * sum(choices) // 100


def read(text: str, run: Run, page: Page, before: str, reach: int, endings: Mapping[int, float]) -> Reading:
    """The characters of a run, by what stands around them; the clearest is settled first and helps the others."""
    sets = [published.candidates() for published in run.published]
    settled = {i: found.characters[0] for i, found in enumerate(sets) if len(found.characters) == 1}
    linked = _by_ending(run.published[0], endings)
    ranked: dict[int, tuple[Ranked, ...]] = {i: (Ranked(character, 0.0),) for i, character in settled.items()}
    left = _known(before[-CONTEXT:])
    after, rest = _remainder(text, run.end, reach)
    tail = run.tail or (LOST_CHARACTER if run.swallowed else "")
    behind = _known(tail + after)
    open_places = [i for i in range(len(sets)) if i not in settled]
    while True:
        places = _places(text, run, sets, settled, page, before, after, linked)
        ranking = Ranking([*left, *places, *behind])
        if not open_places:
            break
        best = {i: ranking.best(len(left) + i) for i in open_places}
        clearest = max(open_places, key=lambda i: margin(best[i]))
        ranked[clearest] = tuple(best[clearest])
        settled[clearest] = best[clearest][0].character
        open_places.remove(clearest)
        if not open_places:
            break
    score = ranking.score + rest + (_SWALLOWED if run.swallowed else 0.0) + _GAP * run.gaps
    if run.headless:
        score += _HEADLESS
    elif run.cut and text[run.start + 1 : run.start + 3].lstrip("\n")[:1] not in USUAL_CUTS:
        score += _UNUSUAL_CUT
    return Reading(run, tuple(ranked[i] for i in range(len(sets))), score)


def _remainder(text: str, start: int, reach: int) -> tuple[str, float]:
    """What a run leaves of the stretch up to `reach`, with some of what follows.

    Behind the next `?` the page may be damaged once more, so every character there counts the same.
    """
    if start == reach:
        return context_after(text, reach), 0.0
    sound, question, damaged = NOTE.sub("", BROKEN_NOTE.sub("?", text[start:reach])).partition("?")
    if question:
        return sound, _USUAL * (len(damaged) + 1) + score_text(context_after(text, reach))
    return sound + context_after(text, reach), 0.0


def context_after(text: str, end: int) -> str:
    """The characters after `end` by which a run is judged, up to the next that may be damaged."""
    return NOTE.sub("", text[end : end + 60]).partition("?")[0][:CONTEXT]


def _by_ending(first: Published, endings: Mapping[int, float]) -> dict[int, float]:
    """For each first byte that the first character may have, what the byte before it says for it."""
    if len(endings) < 2:
        return {}
    found: dict[int, float] = {}
    for byte, score in endings.items():
        for lead in first.leads_after(byte):
            found[lead] = max(score, found.get(lead, score))
    return found


def _known(text: str) -> list[Place]:
    return list(map(known_place, text))


def margin(choices: Sequence[Ranked]) -> float:
    """How much better the best choice is than the next that is not a variant of the same character."""
    best = simplified(choices[0].character)
    other = next((choice for choice in choices if simplified(choice.character) != best), None)
    return choices[0].score - other.score if other else float("inf")


def _places(
    text: str,
    run: Run,
    sets: Sequence[Candidates],
    settled: Mapping[int, str],
    page: Page,
    before: str,
    after: str,
    linked: Mapping[int, float],
) -> list[Place]:
    """The choices for each character of a run, weighed by those that are settled and by the byte before it."""
    places = []
    sofar = before
    last = len(sets) - 1
    for index, (published, candidates) in enumerate(zip(run.published, sets, strict=True)):
        follower = settled.get(index + 1, "") if index + 1 < len(sets) else (run.tail or after)[:1]
        previous = sofar[-1:] if index == 0 else settled.get(index - 1, "")
        reading = _reading_at(text, run, index, published)
        wanted = settled.get(index)
        if wanted is None:
            left, bonuses = candidates, page.bonuses(candidates, previous, follower, reading)
            for mark in left.at.keys() & PAIRED:
                bonuses[left.at[mark]] += quote_bonus(mark, sofar)
        else:
            bonus = page.bonus(wanted, previous, follower, reading)
            left, bonuses = candidates_of((wanted,)), [bonus + quote_bonus(wanted, sofar)]
        if index == 0 and linked:
            leads = ((pair_of(c) or (0, 0))[0] for c in left.characters)
            bonuses = [bonus + linked.get(lead, 0.0) for bonus, lead in zip(bonuses, leads, strict=True)]
        if index in (0, last):
            _weigh_by_position(bonuses, left, text, run, index)
        places.append(Place(left, bonuses if any(bonuses) else ()))
        sofar += wanted or " "
    return places


def _weigh_by_position(bonuses: list[float], candidates: Candidates, text: str, run: Run, index: int) -> None:
    """Add to bonuses what the beginning and the end of a run say for a character at either."""
    last = index + 1 == len(run.published)
    added: dict[str, float] = {}
    if last and run.swallowed and closes_unopened(text, run.end):
        added["（"] = _OPENS
    if index == 0 and run.cut:
        added["。"] = _STOP_AT_CUT
    if last and _ends_line(text, run):
        added = {c: added.get(c, 0.0) - (0.0 if c in _LINE_ENDS else _NO_LINE_END) for c in candidates.at}
    for character in candidates.at.keys() & added.keys():
        bonuses[candidates.at[character]] += added[character]


def _ends_line(text: str, run: Run) -> bool:
    """Whether a run may be the last of its line: the byte swallowed behind it no digit, or a line end there."""
    if run.swallowed:
        return may_end_line(text, run.end)
    if run.tail == "<":
        return _BLOCK_END.match(text, run.end) is not None
    return not run.tail and text[run.end : run.end + 1] in ("", "\n", "\r")


def _reading_at(text: str, run: Run, index: int, published: Published) -> str | None:
    """What a published character is annotated with: inside the run, or right behind it."""
    if published.reading is not None or index + 1 < len(run.published):
        return published.reading
    note = NOTE.match(text, run.end) if not run.tail else None
    return note["reading"] if note else None
