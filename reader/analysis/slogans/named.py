"""Campaigns, mechanisms and goals that stand without quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.analysis.slogans.builds import are_alike
from reader.analysis.slogans.candidates import Candidate, stated_parts
from reader.analysis.slogans.lines import MARKS, Line, split_span
from reader.analysis.slogans.words import NUMERAL
from reader.lexicons.words import frequency
from reader.model import SloganKind, Span

_STOP = rf"{MARKS},。;:!?、()《》\s—…"
_CAMPAIGN = re.compile(
    rf"(?:实施|启动|开展|推行|深入开展)(?:了|好)?(?P<name>[^{_STOP}]{{4,24}}?(?:行动|工程|提升年|攻坚年|落实年|建设年|计划))"
    rf"(?=[{_STOP}]|以来|和|动员|$)"
)
_THREE_YEARS = re.compile(
    rf"(?:^|[{_STOP}]|召开了?|自[^{_STOP}]{{2,6}}启动|实施|开展)(?P<name>[^{_STOP}]{{2,16}}[三两五]年(?:攻坚)?行动)"
)
_GOAL = re.compile(
    rf"(?:建设|打造|建成|争创|勇当|创建)(?:了|成为|成|好)?(?P<name>(?P<what>[^{_STOP}]{{2,24}}?)的?"
    r"(?:样板区|示范区|引领区|先行区|标杆区|骨干区|大门|高地|强国|强省|强市|强区|强县|名城|之城|之都))"
    rf"(?=[{_STOP}]|强化|提供|战略|目标|步伐|进程|作出|贡献|和|$)"
)
_PROSPER = re.compile(r"(?P<name>[\u4e00-\u9fff]{2}[兴强][国省市区县乡企校农])")
_LEAD = re.compile(r".*(?:启动|实施|开展|瞄准|聚焦|召开|推进|围绕|随着|打赢|打好|坚决)了?")
_CLAUSE_END = re.compile(r"[,。;:!?的]|$")
_GOALS = 80
"""Code points of a list of goals at most."""
_VAGUE = re.compile(
    r"各|一系列|多种|相关|这|该|等|的|了|某|本[市县区省次届地校院级]|一批|专项$|有关|什么|如何|已|正在|一次|多次|若干"
)


def named_formulations(line: Line) -> Iterator[Candidate]:
    """Names of campaigns, mechanisms and goals that a verb of policy introduces."""
    for match in _GOAL.finditer(line.text):
        if goals := _goals(line, Span(*match.span("name"))):
            yield goals
        elif not _VAGUE.search(match["what"]) and not re.search(r"[和与].*强[国省市区县]", match["name"]):
            yield _candidate(line, Span(*match.span("name")), SloganKind.GOAL)
    for pattern, kind in ((_CAMPAIGN, SloganKind.CAMPAIGN), (_THREE_YEARS, SloganKind.CAMPAIGN)):
        for match in pattern.finditer(line.text):
            span = _without_lead(line.text, Span(*match.span("name")))
            if span.length >= 7 and line.text[span.start] not in NUMERAL and not _VAGUE.search(line.words(span)):
                yield _candidate(line, span, kind)


def _goals(line: Line, first: Span) -> Candidate | None:
    """Three or more goals of equal build, the first of which is given: 开放新高地、创新策源地、幸福宜居地."""
    end = _CLAUSE_END.search(line.text, first.start, first.start + _GOALS)
    parts = split_span(line.text, Span(first.start, end.start() if end else first.end), "、")
    texts = [line.words(part) for part in parts]
    if len(parts) < 3 or parts[0] != first or len({text[-1] for text in texts}) > 1 or not are_alike(texts):
        return None
    span = Span(first.start, parts[-1].end)
    return Candidate(SloganKind.PARALLEL, (line.passage(span),), line.words(span), stated_parts(line, parts))


def prospering(line: Line) -> Iterator[Candidate]:
    """作风兴市, 科教兴国: a word and what it makes flourish."""
    for match in _PROSPER.finditer(line.text):
        if frequency(match["name"][:2]) and match["name"][2] == "兴":
            yield _candidate(line, Span(*match.span("name")), SloganKind.CAMPAIGN)


def _without_lead(text: str, span: Span) -> Span:
    """A name without the verb and its subject that stand before it."""
    lead = _LEAD.match(text, span.start, span.end)
    return Span(lead.end(), span.end) if lead else span


def _candidate(line: Line, span: Span, kind: SloganKind) -> Candidate:
    return Candidate(kind, (line.passage(span),), line.words(span))
