"""What the text says of a formulation, of its members, and who put it forward."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from reader.analysis.slogans.candidates import Part
from reader.analysis.slogans.lines import MARKS, Line, clauses
from reader.lexicons.words import frequency
from reader.model import Passage, Span

_SHORTEST = 6
"""Code points that a clause needs to explain something."""
_LOOKED_AT = 12
"""Mentions that are read for an explanation."""
_MOST = 3
"""Sentences at most."""
_PROPOSING = re.compile(r"创新提出|提出|倡导|倡议|立下|推出|首创|喊出|确立|定下")
_LEAD = re.compile(r"(?:这是|会上|随后|当时|日前|近日|由|据|早在\d+年|是)*")
_PROPOSER = re.compile(
    r"(?P<who>[\u4e00-\u9fff]{1,12}?(?:省委|市委|区委|县委|委员会|党中央|中央|国务院|政府|集团|公司|大学|街道|总书记|书记|部门|省|市|区|县|镇|乡|局|委|部|院|办))"
)
_EXPLAINING = re.compile(r"即|就是|是指|指的是|也就是|由|通过|实现|倒逼|意味着|包括|旨在|核心是|要求")
_STOP = frozenset("的一是在和了有不为要以与对中上下大人到等就也都而及其于之将把被从向所并各以、,。;:!?“”‘’()《》 ")


def says_of(mentions: Sequence[Passage], lines: dict[int, Line], loosely: bool) -> tuple[Passage, ...]:
    """The sentences that go on about a formulation after naming it; none where it is only named.

    Args:
        mentions: Where it stands.
        lines: The paragraphs by index.
        loosely: Take every clause that follows for an explanation, as after the name of a way of working.
    """
    found: list[Passage] = []
    for mention in mentions[:_LOOKED_AT]:
        line = lines[mention.paragraph]
        if line.is_headline:
            continue
        sentence = line.sentence_at(mention.start)
        if any(
            _explains(line, rest, loosely)
            for rest in _rest(line, Span(mention.end, max(mention.end, min(sentence.end, mention.end + 200))))
        ):
            passage = line.passage(_without_blanks(line.text, sentence))
            if passage not in found:
                found.append(passage)
        if len(found) == _MOST:
            break
    return tuple(found)


def _rest(line: Line, span: Span) -> list[Span]:
    """The clauses after the one that a formulation stands in."""
    after = list(clauses(line.text, span, ",:—"))
    follows = line.text[span.start + 1 : span.start + 4] if span.length else ""
    return after if re.match(r"[,:—]", follows) else after[1:]


def _explains(line: Line, clause: Span, loosely: bool) -> bool:
    if not (loosely or _EXPLAINING.match(line.text, clause.start)):
        return False
    return sum(character not in MARKS for character in line.words(clause)) >= _SHORTEST


def _without_blanks(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] == " ":
        start += 1
    return Span(start, end)


def proposer_of(mentions: Sequence[Passage], lines: dict[int, Line]) -> Passage | None:
    """Who put a formulation forward: the subject of 提出, 立下 or 倡导 in its sentence."""
    for mention in mentions[:_LOOKED_AT]:
        line = lines[mention.paragraph]
        start = max(line.sentence_at(mention.start).start, mention.start - 160)
        acts = list(_PROPOSING.finditer(line.text, max(start, mention.start - 80), mention.start))
        if not acts:
            continue
        before = list(clauses(line.text, Span(start, acts[-1].start()), ",。:;—“”"))
        if not before:
            continue
        clause = before[-1]
        lead = _LEAD.match(line.text, clause.start, clause.end)
        who = _PROPOSER.match(line.text, lead.end() if lead else clause.start, clause.end)
        if who:
            return line.passage(Span(*who.span("who")))
    return None


def with_glosses(parts: tuple[Part, ...], mentions: Sequence[Passage], lines: dict[int, Line]) -> tuple[Part, ...]:
    """Members with the clauses that explain them, paired by shared words and characters, never by position."""
    if any(part.says for part in parts) or len(parts) < 2:
        return parts
    places = [part.passage for part in parts if part.passage]
    candidates = _gloss_clauses(places, mentions, lines)
    if not candidates:
        return parts
    texts = [lines[passage.paragraph].words(passage.span) for passage in candidates]
    paired = pair([part.text for part in parts], texts)
    return tuple(
        replace(part, says=(candidates[paired[number]],)) if number in paired else part
        for number, part in enumerate(parts)
    )


def _gloss_clauses(places: Sequence[Passage], mentions: Sequence[Passage], lines: dict[int, Line]) -> list[Passage]:
    """Clauses between semicolons behind the name of the set, in the paragraphs that name it."""
    named: dict[int, Passage] = {}
    for mention in mentions:
        if not lines[mention.paragraph].is_headline:
            named.setdefault(mention.paragraph, mention)
    found = []
    for mention in list(named.values())[:_LOOKED_AT]:
        line = lines[mention.paragraph]
        taken = [place for place in (*places, mention) if place.paragraph == mention.paragraph]
        for clause in clauses(line.text, Span(mention.end, min(len(line.text), mention.end + 1500)), ";。:!?"):
            inside = any(place.start < clause.end and clause.start < place.end for place in taken)
            if clause.length >= _SHORTEST and not inside and clause.start > mention.end:
                found.append(line.passage(clause))
    return found[:80]


_CERTAIN = 1.9
"""Evidence that pairs a clause with a member: two characters that only these two share, or a word."""
_WEAK = 0.9
"""Evidence that pairs them where the order of the certain pairs does not speak against it."""


def pair(members: Sequence[str], texts: Sequence[str]) -> dict[int, int]:
    """Members to the clause that shares most with each, one clause to one member; none without evidence.

    >>> pair(["有求必应", "有错必纠"], ["直面错误,及时纠偏", "需求要快速回应"])
    {0: 1, 1: 0}
    """
    grams = [_grams(member) for member in members]
    clause_grams = [_grams(text) for text in texts]
    among_members = _counts(grams)
    among_texts = _counts(clause_grams)
    scores = []
    for number, member in enumerate(grams):
        for place, text in enumerate(clause_grams):
            score = sum(len(gram) / among_members[gram] / among_texts[gram] for gram in member & text)
            if score >= _WEAK:
                scores.append((-score, number, place))
    paired: dict[int, int] = {}
    for score, number, place in sorted(scores):
        free = number not in paired and place not in paired.values()
        if free and (-score >= _CERTAIN or _keeps_order(number, place, paired)):
            paired[number] = place
    return paired


def _keeps_order(number: int, place: int, paired: dict[int, int]) -> bool:
    """Whether a pair stands between the nearest pairs before and after it."""
    before = max((known for known in paired if known < number), default=None)
    after = min((known for known in paired if known > number), default=None)
    if before is None or after is None:
        return False
    return paired[before] < place < paired[after]


def _grams(text: str) -> set[str]:
    """Characters that mean something, and words of two."""
    pairs = {a + b for a, b in pairwise(text) if a not in _STOP and b not in _STOP}
    return {character for character in text if character not in _STOP} | {pair for pair in pairs if frequency(pair)}


def _counts(sets: Sequence[set[str]]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for grams in sets:
        for gram in grams:
            counts[gram] = counts.get(gram, 0) + 1
    return counts
