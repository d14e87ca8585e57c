"""Mechanisms that stand without quotation marks: 建立项目论证评估机制, 实行首问负责, 建立…、…等制度."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.analysis.slogans.candidates import Candidate
from reader.analysis.slogans.lines import MARKS, Line, split_span
from reader.analysis.slogans.words import NUMERAL
from reader.lexicons.words import frequency
from reader.model import SloganKind, Span

_STOP = rf"{MARKS},。;:!?()《》\s—…"
_SETTING_UP = (
    "(?:建立并推行|建立(?!健全)|推行|实行|试行|创新|打造|搭建|组建|成立|探索|推出|公布|制定|设立|构建|首创|推广)"
    "(?:了|起)?"
)
_NAMED = re.compile(
    rf"{_SETTING_UP}(?P<name>[^、{_STOP}]{{2,20}}?(?:机制|制度|模式|工作法|服务法|平台|专班|清单|台账|档案))(?=,)"
)
"""A mechanism that is set up, and of which the sentence goes on to tell."""
_LISTED = re.compile(
    rf"{_SETTING_UP}(?P<names>[^、{_STOP}]{{4,16}}(?:、[^、{_STOP}]{{4,16}}){{1,5}})等(?:制度|机制|办法|做法)(?=,)"
)
"""Several that are set up at once: 建立台账销号管理、情况及时通报等制度."""
_PRACTISED = re.compile(
    r"(?:实行|推行|试行|落实|推出|开展)(?P<names>[\u4e00-\u9fff]{4}制?(?:、[\u4e00-\u9fff]{4}制?){0,4})(?=[,。;])"
)
_PRACTICE = re.compile(
    r".{2}(?:负责|响应|受理|办结|代办|帮办|承诺|公示|告知|审批|跟进|销号|通报|调度|点评|"
    r"即享|快办|联办|通办|上门|评议|约谈|包联|督办)制?$"
)
"""Four characters that say how something is handled: 首问负责."""
_VAGUE = re.compile(
    r"各|一系列|多种|相关|这|该|等|的|了|某|一批|有关|若干|本|或者|和(?:完善|健全|落实)|"
    r"体制机制|法律制度|经济制度|政治制度"
)
_SHORTEST = 6
"""Code points of a name that tells what it is: 长效机制 does not."""


def mechanisms(line: Line) -> Iterator[Candidate]:
    """Mechanisms that a verb of setting up introduces and the sentence describes, and practices it names."""
    for match in _NAMED.finditer(line.text):
        span = Span(*match.span("name"))
        if span.length >= _SHORTEST and line.text[span.start] not in NUMERAL and not _VAGUE.search(match["name"]):
            yield _mechanism(line, span)
    for match in _LISTED.finditer(line.text):
        if not _VAGUE.search(match["names"]):
            yield from (_mechanism(line, part) for part in split_span(line.text, Span(*match.span("names")), "、"))
    for match in _PRACTISED.finditer(line.text):
        for part in split_span(line.text, Span(*match.span("names")), "、"):
            if _PRACTICE.match(line.words(part)) and not frequency(line.words(part)):
                yield _mechanism(line, part)


def _mechanism(line: Line, span: Span) -> Candidate:
    return Candidate(SloganKind.MECHANISM, (line.passage(span),), line.words(span))
