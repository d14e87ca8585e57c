"""Which characters a run that was followed through the bytes held, by what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from reader.model import LOST_CHARACTER
from reader.model.patterns import pattern
from reader.restoration.annotations import BROKEN_NOTE, NOTE
from reader.restoration.evidence import PAIRED, Page, quote_bonus
from reader.restoration.gbk import pair_of
from reader.restoration.plausibility import Candidates, Place, Ranked, Ranking, known_place, score_text
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
    """Log probability of the stretch."""
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


def read(
    text: str,
    run: Run,
    page: Page,
    before: str,
    reach: int,
    endings: Mapping[int, float],
    enough: float = float("inf"),
) -> Reading:
    """The characters of a run, by what stands around them; the clearest is settled first and helps the others.

    Args:
        text: The page.
        run: A run of it.
        page: What it shows of itself.
        before: What was published before the run.
        reach: Offset up to which the page is weighed.
        endings: What byte may stand before the run, and what speaks for it.
        enough: The score from which what the page says for known characters is not weighed.
    """
    sets = [published.candidates() for published in run.published]
    settled = {i: found.characters[0] for i, found in enumerate(sets) if len(found.characters) == 1}
    ranked: dict[int, tuple[Ranked, ...]] = {i: (Ranked(character, 0.0),) for i, character in settled.items()}
    open_places = [i for i in range(len(sets)) if i not in settled]
    left = before[-CONTEXT:]
    after, rest = _remainder(text, run.end, reach)
    behind = (run.tail or (LOST_CHARACTER if run.swallowed else "")) + after
    around = _Surroundings(text, run, page, before, after, _by_ending(run.published[0], endings))
    score = 0.0 if open_places else score_text(left + "".join(settled.values()) + behind)
    while open_places:
        places = [
            known_place(settled[i]) if i in settled else Place(found, around.bonuses(found, i, settled))
            for i, found in enumerate(sets)
        ]
        ranking = Ranking([*map(known_place, left), *places, *map(known_place, behind)])
        score = ranking.score
        best = {i: ranking.best(len(left) + i) for i in open_places}
        clearest = max(open_places, key=lambda i: margin(best[i]))
        ranked[clearest] = tuple(best[clearest])
        open_places.remove(clearest)
        if open_places:
            settled[clearest] = best[clearest][0].character
    score += rest + _by_kind(text, run)
    if score < enough:
        score += sum(around.bonus(character, i, settled) for i, character in settled.items())
    return Reading(run, tuple(ranked[i] for i in range(len(sets))), score)


def _by_kind(text: str, run: Run) -> float:
    """What it says for a run how it begins, what it lost, and how it ends."""
    score = (_SWALLOWED if run.swallowed else 0.0) + _GAP * run.gaps
    if run.headless:
        return score + _HEADLESS
    if run.cut and text[run.start + 1 : run.start + 3].lstrip("\n")[:1] not in USUAL_CUTS:
        return score + _UNUSUAL_CUT
    return score


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


def margin(choices: Sequence[Ranked]) -> float:
    """How much better the best choice is than the next that is not a variant of the same character."""
    best = simplified(choices[0].character)
    other = next((choice for choice in choices if simplified(choice.character) != best), None)
    return choices[0].score - other.score if other else float("inf")


class _Surroundings(NamedTuple):
    """What the page says for the characters of a run by what stands beside them."""

    text: str
    """The page."""
    run: Run
    page: Page
    """What was counted on it."""
    before: str
    """What was published before the run."""
    after: str
    """What was published behind it."""
    linked: Mapping[int, float]
    """What the byte before the run says for first bytes of its first character; empty for nothing."""

    def bonuses(self, candidates: Candidates, index: int, settled: Mapping[int, str]) -> list[float]:
        """What speaks for each of some candidates at a place of the run, in the unit of a log probability.

        Args:
            candidates: What may stand there.
            index: The number of the place.
            settled: The characters of the run that are known, by their places.
        """
        bonuses = self.page.bonuses(candidates, *self._beside(index, settled))
        added = self._by_position(index, candidates.at)
        for mark in candidates.at.keys() & PAIRED:
            added[mark] = added.get(mark, 0.0) + quote_bonus(mark, self._sofar(index, settled))
        for character in candidates.at.keys() & added.keys():
            bonuses[candidates.at[character]] += added[character]
        if index == 0 and self.linked:
            return [bonus + self._by_lead(c) for bonus, c in zip(bonuses, candidates.characters, strict=True)]
        return bonuses

    def bonus(self, character: str, index: int, settled: Mapping[int, str]) -> float:
        """What speaks for the character that is known to stand at a place, as `bonuses` weighs it."""
        bonus = self.page.bonus(character, *self._beside(index, settled))
        if character in PAIRED:
            bonus += quote_bonus(character, self._sofar(index, settled))
        if index == 0 and self.linked:
            bonus += self._by_lead(character)
        return bonus + self._by_position(index, (character,)).get(character, 0.0)

    def _beside(self, index: int, settled: Mapping[int, str]) -> tuple[str, str, str | None]:
        """The characters before and after a place as far as they are known, and what it is annotated with."""
        previous = settled.get(index - 1, "") if index else self.before[-1:]
        reading = self.run.published[index].reading
        if index + 1 < len(self.run.published):
            return previous, settled.get(index + 1, ""), reading
        return previous, (self.run.tail or self.after)[:1], reading or self._reading_behind()

    def _reading_behind(self) -> str | None:
        """What the last character is annotated with right behind the run."""
        note = NOTE.match(self.text, self.run.end) if not self.run.tail else None
        return note["reading"] if note else None

    def _sofar(self, index: int, settled: Mapping[int, str]) -> str:
        """What stands before a place, a space for each character that is not known."""
        return self.before + "".join(settled.get(i, " ") for i in range(index))

    def _by_lead(self, character: str) -> float:
        """What the byte before the run says for its first character."""
        return self.linked.get((pair_of(character) or (0, 0))[0], 0.0)

    def _by_position(self, index: int, characters: Iterable[str]) -> dict[str, float]:
        """What the beginning and the end of a run say for some characters at either."""
        text, run = self.text, self.run
        last = index + 1 == len(run.published)
        added: dict[str, float] = {}
        if last and run.swallowed and closes_unopened(text, run.end):
            added["（"] = _OPENS
        if index == 0 and run.cut:
            added["。"] = _STOP_AT_CUT
        if last and _ends_line(text, run):
            return {c: added.get(c, 0.0) - (0.0 if c in _LINE_ENDS else _NO_LINE_END) for c in characters}
        return added


def _ends_line(text: str, run: Run) -> bool:
    """Whether a run may be the last of its line: the byte swallowed behind it no digit, or a line end there."""
    if run.swallowed:
        return may_end_line(text, run.end)
    if run.tail == "<":
        return _BLOCK_END.match(text, run.end) is not None
    return not run.tail and text[run.end : run.end + 1] in ("", "\n", "\r")
