"""From candidates in single places to one slogan for each distinct formulation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.analysis.slogans.candidates import Candidate, Part, key_of
from reader.analysis.slogans.lines import MARKS, Line
from reader.analysis.slogans.maxims import is_maxim
from reader.model import Basis, Passage, SloganKind

_RANK = {
    SloganKind.NUMBERED: 6,
    SloganKind.PARALLEL: 5,
    SloganKind.CAMPAIGN: 4,
    SloganKind.MECHANISM: 3,
    SloganKind.MAXIM: 2,
    SloganKind.GOAL: 1,
    SloganKind.QUOTED: 0,
}


@dataclass
class Formulation:
    """A distinct formulation while it is put together."""

    kind: SloganKind
    """The most telling kind of its places."""
    candidates: list[Candidate]
    """Its places as the rules found them, in reading order."""
    parts: tuple[Part, ...] = ()
    """Its members."""

    @property
    def declared(self) -> int | None:
        """The number its name gives."""
        return next((c.declared for c in self.candidates if c.declared is not None), None)

    @property
    def words(self) -> str:
        """Its words, simplified, in its first place."""
        return self.candidates[0].words


def without_overlaps(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The longest of overlapping candidates; a numbered name inside a longer formulation stays, in reading order."""
    kept: list[Candidate] = []
    taken = _Places()
    names = _Places()
    ordered = sorted(candidates, key=lambda c: (-_length(c), -_RANK[c.kind], c.passages[0]))
    for candidate in ordered:
        if candidate.kind is SloganKind.PARALLEL and len(candidate.parts) == 2 and _all_maxims(candidate):
            continue
        occupied = names if candidate.is_name else taken
        if any(occupied.touch(passage) for passage in candidate.passages):
            continue
        if not candidate.is_name and any(passage in names.passages for passage in candidate.passages):
            continue
        kept.append(candidate)
        for passage in candidate.passages:
            occupied.add(passage)
    kept = [c for c in kept if c.is_name or not names.cover(c.passages[0])]
    return sorted(kept, key=lambda candidate: candidate.passages[0])


class _Places:
    """Passages that are taken, by paragraph and stretch of 64 code points."""

    def __init__(self) -> None:
        self.passages: set[Passage] = set()
        self._near: dict[tuple[int, int], list[Passage]] = {}

    def touch(self, passage: Passage) -> bool:
        """Whether a passage shares a code point with one that is taken."""
        return any(
            passage.start < other.end and other.start < passage.end
            for key in self._keys(passage)
            for other in self._near.get(key, ())
        )

    def cover(self, passage: Passage) -> bool:
        """Whether a passage lies inside one that is taken, or is one."""
        return any(
            other.start <= passage.start and passage.end <= other.end
            for key in self._keys(passage)
            for other in self._near.get(key, ())
        )

    def add(self, passage: Passage) -> None:
        """Take a passage."""
        self.passages.add(passage)
        for key in self._keys(passage):
            self._near.setdefault(key, []).append(passage)

    @staticmethod
    def _keys(passage: Passage) -> list[tuple[int, int]]:
        return [(passage.paragraph, n) for n in range(passage.start // 64, (passage.end - 1) // 64 + 1)]


def _length(candidate: Candidate) -> int:
    return sum(passage.end - passage.start for passage in candidate.passages)


def _all_maxims(candidate: Candidate) -> bool:
    return all(is_maxim(part.text) for part in candidate.parts)


def grouped(candidates: Sequence[Candidate]) -> list[Formulation]:
    """One formulation for each key, and for names of campaigns that differ in the middle only."""
    groups: dict[str, Formulation] = {}
    variants: dict[str, set[str]] = {}
    for candidate in candidates:
        key = candidate.key
        if candidate.kind is SloganKind.PARALLEL:
            key = "".join(sorted(key_of(part.text) for part in candidate.parts))
        elif candidate.kind is SloganKind.GOAL:
            key = key.replace("的", "")
        elif candidate.kind is SloganKind.CAMPAIGN and key not in groups:
            key = next((known for known in variants.get(key[:4], ()) if are_variants(known, key)), key)
            variants.setdefault(key[:4], set()).add(key)
        formulation = groups.setdefault(key, Formulation(candidate.kind, []))
        formulation.candidates.append(candidate)
        if _RANK[candidate.kind] > _RANK[formulation.kind]:
            formulation.kind = candidate.kind
        formulation.parts = formulation.parts or candidate.parts
    return list(groups.values())


_YEARS = re.compile(r"(?P<about>.{4}).*(?P<action>[一二两三五十]年.{0,2}行动)$")
"""The name of an action of some years, of which texts shorten the middle."""


def identity_of(formulation: Formulation) -> str:
    """The same for every form of a formulation, in every article.

    Its words without marks, separators and 的, parts in one order; of an action of some years the beginning and end.
    """
    if formulation.kind is SloganKind.PARALLEL:
        return "、".join(sorted(key_of(part.text).replace("的", "") for part in formulation.parts))
    words = key_of(formulation.words).replace("的", "")
    action = _YEARS.match(words)
    return action["about"] + action["action"] if action else words


def are_variants(one: str, other: str) -> bool:
    """Whether two long names differ by a few characters in the middle.

    >>> are_variants("城市更新和城市建设三年攻坚行动", "城市更新和建设管理三年攻坚行动")
    True
    """
    shortest = min(len(one), len(other))
    if shortest < 10 or abs(len(one) - len(other)) > 2:
        return False
    start = next((n for n in range(shortest) if one[n] != other[n]), shortest)
    end = next((n for n in range(shortest - start) if one[-1 - n] != other[-1 - n]), shortest - start)
    return start >= 4 and end >= 4 and start + end >= shortest * 0.6


def without_members(formulations: Sequence[Formulation]) -> list[Formulation]:
    """Formulations that are no mere member, or list of the members, of a numbered one."""
    inside: dict[int, list[Passage]] = {}
    for formulation in formulations:
        places = [part.passage for part in formulation.parts if part.passage and part.basis is Basis.STATED]
        if formulation.kind is not SloganKind.NUMBERED or not places:
            continue
        for area in _joined(places):
            inside.setdefault(area.paragraph, []).append(area)
    members = {part.passage for f in formulations if f.kind is SloganKind.NUMBERED for part in f.parts}
    kept = []
    for formulation in formulations:
        formulation.candidates = [
            c
            for c in formulation.candidates
            if c.is_name or _is_activity_in(c, members) or not (_covered(c, inside) or _opens_with(c, members))
        ]
        if formulation.candidates:
            kept.append(formulation)
    return kept


_GAP = 4
"""Code points at most between two members of one list: ”、“ and a conjunction."""


def _joined(places: Sequence[Passage]) -> list[Passage]:
    """The stretches that members fill, one for those that stand side by side."""
    areas: list[Passage] = []
    for place in sorted(places):
        last = areas[-1] if areas else None
        if last and last.paragraph == place.paragraph and place.start - last.end <= _GAP:
            areas[-1] = last._replace(end=max(last.end, place.end))
        else:
            areas.append(place)
    return areas


def _opens_with(candidate: Candidate, members: set[Passage | None]) -> bool:
    """Whether a set spread over headings is the members of another one, each with what follows it."""
    starts = {(member.paragraph, member.start) for member in members if member}
    return len(candidate.passages) > 1 and all((p.paragraph, p.start) in starts for p in candidate.passages)


def _is_activity_in(candidate: Candidate, members: set[Passage | None]) -> bool:
    """Whether a campaign of its own is a member, or is named in one: 共创“美丽乡村”行动."""
    place = candidate.passages[0]
    return candidate.kind is SloganKind.CAMPAIGN and any(
        member and member.paragraph == place.paragraph and member.start <= place.start and place.end <= member.end
        for member in members
    )


def _covered(candidate: Candidate, inside: dict[int, list[Passage]]) -> bool:
    return all(
        any(
            area.start - 2 <= passage.start and passage.end <= area.end + 1
            for area in inside.get(passage.paragraph, ())
        )
        for passage in candidate.passages
    )


def find_mentions(formulations: Sequence[Formulation], lines: Sequence[Line]) -> list[tuple[Passage, ...]]:
    """Every place where the words of each formulation stand, in any of its forms, in reading order."""
    found: list[set[Passage]] = [{p for c in f.candidates for p in c.passages} for f in formulations]
    index: dict[str, list[int]] = {}
    lengths: dict[str, set[int]] = {}
    for number, formulation in enumerate(formulations):
        for words in {c.words for c in formulation.candidates if len(c.passages) == 1 and len(c.words) > 1}:
            index.setdefault(words, []).append(number)
            lengths.setdefault(words[:2], set()).add(len(words))
    first = "".join(sorted({pair[0] for pair in lengths}))
    opening = re.compile(f"[{re.escape(first)}]" if first else "(?!)")
    for line in lines:
        for place in (match.start() for match in opening.finditer(line.text)):
            for length in lengths.get(line.text[place : place + 2], ()):
                words = line.text[place : place + length]
                if len(words) == length and words in index and _stands_alone(line.text, place, words):
                    for number in index[words]:
                        found[number].add(Passage(line.index, place, place + length))
    return [tuple(sorted(_disjoint(passages))) for passages in found]


def _stands_alone(text: str, place: int, words: str) -> bool:
    """Whether short words or numbers stand between quotation marks; longer ones may stand anywhere."""
    if len(words) > 3 or (len(words) == 3 and not words.isdigit()):
        return True
    return text[place - 1 : place] in tuple(MARKS) and text[place + len(words) : place + len(words) + 1] in tuple(MARKS)


def _disjoint(passages: set[Passage]) -> list[Passage]:
    """Places without those inside a longer one."""
    kept: list[Passage] = []
    for passage in sorted(passages, key=lambda p: (p.paragraph, p.start, -p.end)):
        if not (kept and kept[-1].paragraph == passage.paragraph and passage.end <= kept[-1].end):
            kept.append(passage)
    return kept
