"""Where a paragraph starts in a page on one line that has lost even the gaps between its paragraphs.

Without gaps only what the sentences say is left: captions and credits, headings of two phrases, and words that
newspapers open paragraphs with. Everything here works on the `simplify` form of one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from math import sqrt

from reader.model import Span
from reader.model.patterns import pattern
from reader.restoration.layout.breaks import PHOTO
from reader.restoration.layout.bridges import runs_through_word
from reader.restoration.layout.lines import is_credit, is_dateline
from reader.restoration.layout.marks import HANZI, SPACES, Enclosures

READABLE = 400
"""A paragraph without any mark of its parts is no longer, in code points."""
_PARAGRAPH = 100
"""No paragraph ends before this many code points because of the words behind it."""
_REST = 50
"""Nor does a new one start with fewer code points left."""
_MIDDLE = 140
"""Where no words tell, a paragraph ends as near as can be to this many code points."""
_SPREAD = 120.0
"""A paragraph that differs so much from the usual length, in code points, is less likely by one nat."""
_COHESION = 2.5
"""What sentences that share all their pairs of characters lose, in nats."""
_SPOKEN = 1.5
"""What the end of a quotation loses, behind which its speaker is named, in nats."""
_CAPTION = 60
"""A sentence with a photographer behind it describes a picture up to so many code points."""

_SENTENCE_END = pattern("[。!?…]+[”』」)]*")
_OPENING = pattern(
    r"\d{1,2}月\d{1,2}日|\d{1,2}日[,上下]|(?:今天|今日|昨天|昨日|近日|日前|目前|当前)[,上下(]"
    r"|据(?:悉|了解|介绍),|记者(?:从|在|了解)|(?:会议|文章|报告|通知|意见)(?:指出|强调|要求|认为|决定|提出)"
    r"|——(?=[^—。]{2,}[。,])|(?:今年以来|近年来|与此同时|下一步|接下来|首先|其次|再次|最后),|截至(?:目前|\d)"
)
"""Openings of sentences of which, in newspapers, seven in ten open a paragraph and more."""
_SIGNS = (
    (_OPENING, 1.5),
    (pattern("据|记者|数据显示|最新|统计|(?:会议|文章|报告|通知|意见|公报)"), 2.0),
    (
        pattern(
            r"\d{1,4}[年月日]|今[天日年]|昨[天日]|去年|近[日年期]|日前|[目当]前|眼下|连日|截至|此次|这几天|[上下]一步"
        ),
        0.7,
    ),
    (pattern(f"{HANZI}{{2,16}}(?:表示|指出|强调|说|介绍|认为|称|告诉)"), 0.5),
    (
        pattern(
            "[“]?(?:[这那其他她它该此也并而但却因所加要把让全推只如]|同时|于是|对此|然而|不过|随后|另外|比如|例如|一方面|另一方面|坚持"
            "|必须|通过|为了|从而|目的)"
        ),
        -1.1,
    ),
)
"""How sentences open, and how much likelier that makes them the first of a paragraph, in nats."""
_PAIR = pattern(f"(?=({HANZI}{{2}}))")
_PICTURE = pattern("[■▲△▼]|\\(?图为|图[①-⑳]|(?:图片|照片|视频)来源[::]")
_CREDIT = pattern(r"\([^()。]{4,30}\)")
_PHOTO_IN_BRACKETS = pattern(rf"\({PHOTO.pattern}\)")
_PHRASES = pattern(rf"(?P<left>{HANZI}{{4,12}})[{SPACES}]")
"""The first phrase of a heading."""


def discourse_breaks(text: str, known: Sequence[Span], readable: int) -> Iterator[tuple[Span, str]]:
    """Ends of sentences at which a caption, a credit, a heading or a paragraph starts, between other breaks.

    Args:
        text: A line that is the whole page.
        known: Breaks that were found by other means.
        readable: Length from which a stretch without breaks is divided by its words, in code points.
    """
    enclosures = Enclosures(text)
    cuts = [Span(0, 0), *sorted(known), Span(len(text), len(text))]
    for left, right in pairwise(cuts):
        if right.start - left.end < _PARAGRAPH:
            continue
        marked = dict(_marked(text, left.end, right.start, enclosures))
        yield from marked.items()
        parts = [left, *sorted(marked), right]
        for before, after in pairwise(parts):
            if after.start - before.end > readable:
                yield from _groups(text, before.end, after.start, enclosures)


def _marked(text: str, start: int, end: int, enclosures: Enclosures) -> Iterator[tuple[Span, str]]:
    """Breaks around pictures, credits, datelines and headings."""
    sentence = start
    paragraph = start
    for found in _SENTENCE_END.finditer(text, start, end):
        at = found.end()
        if at >= end or at <= sentence or (enclosures.at(at) is not None and text[at] != "("):
            continue
        behind = at + len(text[at : at + 4]) - len(text[at : at + 4].lstrip(SPACES))
        if photo := PHOTO.match(text, behind, end) or _PHOTO_IN_BRACKETS.match(text, behind, end):
            if start < sentence != paragraph and at - sentence <= _CAPTION:
                yield Span(sentence, sentence), "layout.picture"
            if photo.end() < end and text[photo.end()] not in SPACES + "。,;":
                yield Span(photo.end(), photo.end()), "layout.credit"
                paragraph = sentence = photo.end()
            continue
        if behind > at:
            continue
        sentence = at
        credit = _CREDIT.match(text, at)
        credit_end = credit.end() if credit and is_credit(credit.group()) else at
        if credit_end > at and _PICTURE.match(text, paragraph):
            pass
        elif reason := "layout.credit" if credit_end > at else _reason(text, at):
            paragraph = at
            yield Span(at, at), reason
        elif heading := _heading_end(text, at, end):
            yield Span(at, at), "layout.heading"
            yield Span(heading, heading), "layout.heading"
            paragraph = sentence = heading
        if at < credit_end < end and text[credit_end] not in SPACES + "。,;":
            paragraph = sentence = credit_end
            yield Span(credit_end, credit_end), "layout.credit"


def _reason(text: str, at: int) -> str | None:
    if _PICTURE.match(text, at):
        return "layout.picture"
    return "layout.dateline" if is_dateline(text[at : at + 60]) else None


def _heading_end(text: str, at: int, end: int) -> int | None:
    """Where a heading of two phrases of one length ends that a paragraph is glued to."""
    found = _PHRASES.match(text, at, end)
    if found is None:
        return None
    stop = found.end() + len(found["left"])
    second = text[found.end() : stop]
    if end - stop < _REST or not re.fullmatch(f"{HANZI}+", second) or not re.match(HANZI, text[stop]):
        return None
    return None if runs_through_word(second, text[stop:]) else stop


def _groups(text: str, start: int, end: int, enclosures: Enclosures) -> Iterator[tuple[Span, str]]:
    """Breaks between groups of sentences in a stretch that is too long to be read in one."""
    ends = [found.end() for found in _SENTENCE_END.finditer(text, start, end)]
    places = [at for at in ends if at < end and text[at] not in SPACES + ")" and enclosures.at(at) is None]
    first = 0
    while end - start > READABLE:
        while first < len(places) and places[first] - start < _PARAGRAPH:
            first += 1
        near = [at for at in places[first : first + READABLE] if at - start <= READABLE and end - at >= _REST]
        near = near or places[first : first + 1]
        if not near or end - near[0] < _REST:
            return
        odds = {at: _parting(text, start, at) for at in near}
        start = max(odds, key=odds.__getitem__)
        yield Span(start, start), "layout.told" if _OPENING.match(text, start) else "layout.group"


def _parting(text: str, start: int, at: int) -> float:
    """How likely a paragraph that started at `start` is to end at the end of a sentence, as logarithm of the odds.

    It is the likelier the more the next sentence opens as paragraphs do, the fewer words it shares with the last, and
    the nearer the length is to what is usual.
    """
    before = text[max(start, text.rfind("。", start, at - 1) + 1) : at]
    after = text[at : at + READABLE].partition("。")[0]
    odds = sum(weight for form, weight in _SIGNS if form.match(text, at))
    pairs, others = _pairs(before), _pairs(after)
    shared = len(pairs & others) / (1 + sqrt(len(pairs) * len(others)))
    spoken = _SPOKEN if text[at - 1] in "”」" else 0.0
    return odds - _COHESION * shared - spoken - abs(at - start - _MIDDLE) / _SPREAD


@lru_cache(maxsize=1024)
def _pairs(text: str) -> frozenset[str]:
    return frozenset(_PAIR.findall(text[:READABLE]))
