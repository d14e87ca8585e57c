"""Maxims: 作风就是保障, 有为才有位, 只有…才能…, 没有…就没有…, 以…论英雄."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.analysis.slogans.builds import are_alike
from reader.analysis.slogans.candidates import Candidate, stated_parts
from reader.analysis.slogans.lines import MARKS, Line, clauses, split_span
from reader.analysis.slogans.words import FEELINGS, HEADS
from reader.model import SloganKind, Span

_PART = rf"[^,。;:!?、\s{MARKS}()《》]"
_QUOTING = rf"(?:{_PART}|[“‘][^{MARKS},。]{{1,8}}[”’])"
"""A character of a part, or words that it sets in marks."""
_IDEAS = "|".join(sorted(HEADS[SloganKind.QUOTED], key=len, reverse=True))
_CALLED = re.compile(rf"的?(?:{_IDEAS})+(?:[^的]{{0,6}})$|的[^的]*[{FEELINGS}]$")
"""What a maxim is called at the end of its clause: 理念, 的勇气和锐气."""
_EQUATION = re.compile(
    rf"(?!(?:.*(?:[\d年月日]|是否))|至于|所谓|是否|现在|此后|自古|当时|以后|后来|首先|将来|结果|所以|因此|不然|一定|尤其|这|那|他|她|它|也|而|但|我|其|都|还|目的|问题|关键|有的)({_PART}{{2,14}}?)就(?:是|等于)((?!其中|这|那|一[个种次]|不)(?:最[大好高强]的)?[^的之,。;:!?、\s{MARKS}]{{2,8}}(?:的[^的,。;:!?、\s{MARKS}]{{2,5}})?)$"
)
_CONDITION = re.compile(
    rf"(?:{_PART}{{0,6}}有{_PART}{{1,6}},{_PART}{{0,6}}才有{_PART}{{1,6}}|有{_PART}{{1,4}}才有{_PART}{{1,4}}|{_PART}{{2,4}}才能{_PART}{{2,4}})$"
)
_ONLY = re.compile(rf"只有{_QUOTING}{{2,16}},?才能{_QUOTING}{{2,20}}(?=$|[,。;!{MARKS}])")
_WITHOUT = re.compile(rf"没有{_PART}{{2,12}},?就没有{_PART}{{2,14}}(?=$|[,。;!{MARKS}])")
_JUDGED = re.compile(
    rf"(?:^|(?<=[,、。;!要持须]))(以{_PART}{{2,10}}论(?:英雄|高下|成败|能力|输赢|长短|优劣|奖惩)(?:、以{_PART}{{2,12}}(?=[、,。;!]|$))*)"
)
_LEAD = re.compile(
    r".*(?:以|要有|树立|牢记|坚信|深知|强调|发扬|践行|贯彻|坚持|落实|秉持|秉承|遵循|弘扬|奉行|体会到|认识到)(?:了|好)?"
)
_SENTENCES = re.compile(rf"(?:^|(?<=[。!?;“]))[^。!?;{MARKS}]{{5,28}}(?=[。!?;”]|$)")
"""Whole sentences short enough to be a maxim."""


def is_maxim(words: str) -> bool:
    """Whether quoted words are a maxim, a mark that ends them aside.

    >>> [is_maxim(words) for words in ("有为才有位", "在位要担当", "作风就是保障。", "好差评")]
    [True, True, True, False]
    """
    bare = words.rstrip("。!")
    patterns = (_EQUATION, _CONDITION, _ONLY, _WITHOUT, _JUDGED)
    return any(pattern.match(bare) for pattern in patterns) or bool(re.match(r"在.要..$", bare))


def maxims(line: Line) -> Iterator[Candidate]:
    """Clauses that are a maxim, in marks or not."""
    yield from _equations(line)
    yield from _judged(line)
    for pattern, marker in ((_ONLY, "只有"), (_WITHOUT, "就没有")):
        for match in pattern.finditer(line.text) if marker in line.text else ():
            yield _maxim(line, Span(*match.span()))
    for match in _SENTENCES.finditer(line.text) if "才有" in line.text or "才能" in line.text else ():
        if _CONDITION.match(match.group()) and "," in match.group():
            yield _maxim(line, Span(*match.span()))


def _equations(line: Line) -> Iterator[Candidate]:
    """The maxims X就是Y."""
    if "就" not in line.text:
        return
    for clause in clauses(line.text, Span(0, len(line.text)), ",;:。!?—…、 " + MARKS):
        if "就" in line.words(clause) and (equation := _equation(line.text, clause)):
            yield _maxim(line, equation)


def _judged(line: Line) -> Iterator[Candidate]:
    """The maxims 以…论…."""
    for match in _JUDGED.finditer(line.text) if "论" in line.text else ():
        parts = split_span(line.text, Span(*match.span(1)), "、")
        if len(parts) > 1 and are_alike([line.words(part) for part in parts]):
            span = Span(*match.span(1))
            yield Candidate(SloganKind.PARALLEL, (line.passage(span),), line.words(span), stated_parts(line, parts))
        else:
            yield _maxim(line, parts[0])


def _equation(text: str, clause: Span) -> Span | None:
    """X就是Y in a clause, without what leads up to it and what it is called there: 践行绿水青山就是金山银山理念."""
    start, end = clause
    middle = text.index("就", start, end)
    if lead := _LEAD.match(text, start, middle):
        start = lead.end() if middle - lead.end() >= 2 else start
    if called := _CALLED.search(text, middle + 4, end):
        end = called.start()
    match = _EQUATION.match(text[start:end])
    if not match or "的" in match.group(1) or len(match.group(1)) > 8:
        return None
    return Span(start, end)


def _maxim(line: Line, span: Span) -> Candidate:
    return Candidate(SloganKind.MAXIM, (line.passage(span),), line.words(span))
