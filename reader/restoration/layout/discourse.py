"""Where a paragraph starts in a page on one line that has lost even the gaps between its paragraphs.

Without gaps only what the sentences say is left: captions and credits, and words that newspapers open paragraphs
with. Everything here works on the `simplify` form of one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.model import Span
from reader.restoration.layout.lines import is_credit, is_dateline
from reader.restoration.layout.marks import HANZI, SPACES, Enclosures

_UNDIVIDED = 300
"""A stretch with no break in it that is shorter may be one paragraph, in code points."""
_PARAGRAPH = 100
"""No paragraph ends before this many code points on such evidence."""
_REST = 50
"""Nor does a new one start with fewer code points left."""

_SENTENCE_END = re.compile("[。!?…]+[”」』)]*")
_OPENING = re.compile(
    r"\d{1,2}月\d{1,2}日|\d{1,2}日[,上下]|(?:今天|今日|昨天|昨日|近日|日前|目前|当前)[,上下(]"
    r"|据(?:悉|了解|介绍),|记者(?:从|在|了解)|(?:会议|文章|报告|通知|意见)(?:指出|强调|要求|认为|决定|提出)"
    r"|——(?=[^—。]{2,}[。,])|(?:今年以来|近年来|与此同时|下一步|接下来|首先|其次|再次|最后),|截至(?:目前|\d)"
)
"""Openings of sentences of which, in newspapers, seven in ten open a paragraph and more."""
_PICTURE = re.compile("[■▲△▼]|图为|图[①-⑳]|(?:图片|照片|视频)来源[::]")
_CREDIT = re.compile(r"\([^()。]{4,30}\)")
_HEADLINE = re.compile(rf"(?:{HANZI}|[“”《》、,:! ·—-]){{6,60}}?")
_MEDIUM = r"(?:新华社|中新社|本报|本刊|本台|人民网|央视网|中新网)"
_UNDER_HEADLINE = re.compile(
    rf"(?:{_HEADLINE.pattern})(?=(?:19|20)\d\d[-/]\d{{1,2}}[-/]\d{{1,2}} ?\d{{1,2}}:\d\d"
    rf"|{_MEDIUM}(?:{HANZI}|\d){{0,14}}[讯电][ (])"
)
"""A headline with a date bar or a dateline behind it."""


def discourse_breaks(text: str, known: Sequence[Span]) -> Iterator[tuple[Span, str]]:
    """Ends of sentences at which a caption, a credit or a paragraph starts, in stretches without other breaks.

    Args:
        text: A line that is the whole page.
        known: Breaks that were found by their gaps.
    """
    if (headline := _UNDER_HEADLINE.match(text)) and text[headline.end() - 1] not in SPACES:
        yield Span(headline.end(), headline.end()), "layout.dateline"
    enclosures = Enclosures(text)
    cuts = [Span(0, 0), *sorted(known), Span(len(text), len(text))]
    for left, right in pairwise(cuts):
        if right.start - left.end >= _UNDIVIDED:
            yield from _inside(text, left.end, right.start, enclosures)


def _inside(text: str, start: int, end: int, enclosures: Enclosures) -> Iterator[tuple[Span, str]]:
    paragraph = start
    for found in _SENTENCE_END.finditer(text, start, end):
        at = found.end()
        if at >= end or text[at] in SPACES or (enclosures.at(at) is not None and text[at] != "("):
            continue
        credit = _CREDIT.match(text, at)
        credit_end = credit.end() if credit and is_credit(credit.group()) else at
        if credit_end == at or not _PICTURE.match(text, paragraph):
            reason = "layout.credit" if credit_end > at else _reason(text, at)
            if reason is None or (reason == "layout.told" and (at - paragraph < _PARAGRAPH or end - at < _REST)):
                continue
            paragraph = at
            yield Span(at, at), reason
        if at < credit_end < end and text[credit_end] not in SPACES + "。,;":
            paragraph = credit_end
            yield Span(credit_end, credit_end), "layout.credit"


def _reason(text: str, at: int) -> str | None:
    if _PICTURE.match(text, at):
        return "layout.picture"
    if is_dateline(text[at : at + 60]):
        return "layout.dateline"
    return "layout.told" if _OPENING.match(text, at) else None
