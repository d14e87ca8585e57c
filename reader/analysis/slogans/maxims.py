"""Maxims: 作风就是保障, 有为才有位, 只有…才能…, 以…论英雄."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.analysis.slogans.builds import are_alike
from reader.analysis.slogans.candidates import Candidate, stated_parts
from reader.analysis.slogans.lines import MARKS, Line, clauses, split_span
from reader.model import SloganKind, Span

_PART = rf"[^,。;:!?、\s{MARKS}()《》]"
_EQUATION = re.compile(
    rf"(?!(?:.*[\d年月日])|所谓|是否|现在|此后|自古|当时|以后|后来|首先|将来|结果|所以|因此|不然|一定|尤其|这|那|他|她|它|也|而|但|我|其|都|还|目的|问题|关键|有的)({_PART}{{2,12}}?)就(?:是|等于)((?!其中|这|那|一[个种次]|不)(?:最[大好高强]的)?[^的之,。;:!?、\s{MARKS}]{{2,8}})(?:$|的)"
)
_CONDITION = re.compile(rf"(?:有{_PART}{{1,4}}才有{_PART}{{1,4}}|{_PART}{{2,4}}才能{_PART}{{2,4}})$")
_ONLY = re.compile(rf"只有{_PART}{{2,14}},?才能{_PART}{{2,20}}(?=$|[,。;!{MARKS}])")
_JUDGED = re.compile(
    rf"(?:^|(?<=[,、。;!要持须]))(以{_PART}{{2,10}}论(?:英雄|高下|成败|能力|输赢|长短|优劣|奖惩)(?:、以{_PART}{{2,12}}(?=[、,。;!]|$))*)"
)
_LEAD = re.compile(r".*(?:以|要有|树立|牢记|坚信|深知|强调|发扬)")


def is_maxim(words: str) -> bool:
    """Whether quoted words are a maxim.

    >>> [is_maxim(words) for words in ("有为才有位", "在位要担当", "作风就是保障", "好差评")]
    [True, True, True, False]
    """
    patterns = (_EQUATION, _CONDITION, _ONLY, _JUDGED)
    return any(pattern.match(words) for pattern in patterns) or bool(re.match(r"在.要..", words) and len(words) == 5)


def maxims(line: Line) -> Iterator[Candidate]:
    """Clauses that are a maxim, in marks or not."""
    for clause in clauses(line.text, Span(0, len(line.text)), ",;:。!?—…、 " + MARKS):
        words = line.words(clause)
        match = _EQUATION.match(words)
        if match and "的" not in match.group(1) and len(match.group(1)) <= 8:
            yield _maxim(line, clause.start, clause.start + match.end(2))
    for match in _JUDGED.finditer(line.text):
        parts = split_span(line.text, Span(*match.span(1)), "、")
        if len(parts) > 1 and are_alike([line.words(part) for part in parts]):
            span = Span(*match.span(1))
            yield Candidate(SloganKind.PARALLEL, (line.passage(span),), line.words(span), stated_parts(line, parts))
        else:
            yield _maxim(line, *parts[0])
    for match in _ONLY.finditer(line.text):
        yield _maxim(line, *match.span())


def _maxim(line: Line, start: int, end: int) -> Candidate:
    """A maxim without the words that lead up to it."""
    lead = _LEAD.match(line.text, start, end)
    if lead and end - lead.end() >= 5 and line.text[lead.end() : end].count("就是"):
        start = lead.end()
    span = Span(start, end)
    return Candidate(SloganKind.MAXIM, (line.passage(span),), line.words(span))
