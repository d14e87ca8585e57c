"""Sets of equal build that are spread over headings, sentences and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from reader.analysis.slogans.builds import are_alike, shared_from_left, shared_from_right
from reader.analysis.slogans.candidates import Candidate, stated_parts
from reader.analysis.slogans.lines import MARKS, Line, clauses, without_ordinal
from reader.analysis.slogans.parallel import LONGEST_RUN, is_set
from reader.analysis.slogans.words import NAME_AFTER, OPENERS
from reader.model import Kind, SloganKind, Span


def heading_sets(lines: Sequence[Line]) -> Iterator[Candidate]:
    """Three or more headings in a row of equal build: 在…中找差距, 在…中练本领, 在…中察实绩."""
    headings = [line for line in lines if line.kind is Kind.HEADING and "。" not in line.text]
    run: list[Place] = []
    for line in headings:
        place = (line, without_ordinal(line))
        if run and not _head_alike(list(dict.fromkeys(map(_words, (run[0], run[-1], place))))):
            yield from _spread(run, _head_alike)
            run = []
        run.append(place)
    yield from _spread(run, _head_alike)


_LONG_HEADING = 8
"""Code points from which headings must share two characters."""
_NEWS = re.compile(r"[\d#]|(?:举行|举办|召开|开幕|闭幕|启动|发布|播出|电话|会见|会谈)")
"""What stands in the headings of single events."""


def _head_alike(texts: Sequence[str]) -> bool:
    """Whether headings are of equal build, the longer ones in two places, and report no single events."""
    same = len(shared_from_left(texts) | {len(texts[0]) - 1 - place for place in shared_from_right(texts)})
    needed = 2 if len(texts[0]) > _LONG_HEADING else 0
    return are_alike(texts) and same >= needed and not any(map(_NEWS.search, texts))


Place = tuple[Line, Span]
"""A stretch and the line it stands in."""


def _words(place: Place) -> str:
    line, span = place
    return line.words(span)


def _spread(run: Sequence[Place], are_equal: Callable[[Sequence[str]], bool]) -> Iterator[Candidate]:
    """The set that three or more places make, if all are of equal build."""
    texts = [_words(place) for place in run]
    if 3 <= len(run) <= LONGEST_RUN and are_equal(texts):
        parts = tuple(part for line, span in run for part in stated_parts(line, [span]))
        passages = tuple(line.passage(span) for line, span in run)
        yield Candidate(SloganKind.PARALLEL, passages, "、".join(texts), parts)


_STRESSING = re.compile(
    rf"(?:^|(?<=[。;!?,]))(?:——)?(?:要|一是|二是|三是|四是|聚焦|紧盯|围绕|突出|立足|坚持|着眼|瞄准|紧扣|狠抓|锚定|强化)*"
    rf"(?P<part>[^,。;:!?、\s{MARKS}]{{0,4}}[“‘「『][^{MARKS},。、]{{1,2}}[”’」』][^,。;:!?、\s{MARKS}]{{1,8}})(?=[,。;:!]|$)"
)
_APART = 4
"""Paragraphs at most between two parts of a set."""


def stressed_sets(lines: Sequence[Line]) -> Iterator[Candidate]:
    """Three or more clauses that open sentences or paragraphs and set one word apart: “敢”字当头, 难在一个“钱”字."""
    runs: dict[str, list[Place]] = {}
    for line in lines:
        for match in _STRESSING.finditer(line.text) if line.quotations else ():
            if re.search(r"\d", match["part"]):
                continue
            place = (line, Span(*match.span("part")))
            run = runs.setdefault(_FRAME.sub(_frame, _words(place)), [])
            if run and line.index - run[-1][0].index > _APART:
                yield from _spread(run, _are_distinct)
                run.clear()
            run.append(place)
    for run in runs.values():
        yield from _spread(run, _are_distinct)


_FRAME = re.compile(rf"([^{MARKS}]{{0,4}})[{MARKS}][^{MARKS}]+[{MARKS}](.).*")
"""What a clause has before its stressed word, and the character behind it."""


def _frame(match: re.Match[str]) -> str:
    """What the clauses of a set have in common; of a longer lead the first character may differ."""
    lead = match[1] if len(match[1]) < 3 else "*" + match[1][1:]
    return f"{lead}“”{match[2]}"


def _are_distinct(texts: Sequence[str]) -> bool:
    return len(set(texts)) == len(texts)


_LEAD = 3
"""Code points that stand alike before each quotation of a set."""


def quoted_sets(lines: Sequence[Line]) -> Iterator[Candidate]:
    """Three or more quotations of equal build that the same words lead up to: 提升“统筹引领力”,… 提升“创新驱动力”,…"""
    runs: dict[tuple[str, int], list[Place]] = {}
    for line in lines:
        for quotation in line.quotations:
            lead = line.text[max(0, quotation.start - 1 - _LEAD) : quotation.start - 1]
            if len(lead) < _LEAD or NAME_AFTER.match(line.text, quotation.end + 1):
                continue
            run = runs.setdefault((lead, quotation.span.length), [])
            if run and line.index - run[-1][0].index > _APART:
                yield from _spread(run, is_set)
                run.clear()
            run.append((line, quotation.span))
    for run in runs.values():
        yield from _spread(run, is_set)


_OPENING = range(5, 15)
"""Code points of a clause that opens a sentence as part of a set."""
_SENTENCES_APART = 4
"""Sentences at most between two parts of a set."""


def opening_sets(lines: Sequence[Line]) -> Iterator[Candidate]:
    """Three or more clauses of one length that open sentences and share more than what leads up to them.

    坚持项目立区不动摇,… 坚持争先进位不懈怠,… 坚持真抓实干不松劲,…
    """
    runs: dict[tuple[int, str], list[tuple[int, Place]]] = {}
    for number, (line, span) in enumerate(_openings(lines)):
        frame = (span.length, line.text[span.start : span.start + 2])
        run = runs.setdefault(frame, [])
        if run and number - run[-1][0] > _SENTENCES_APART:
            yield from _spread([place for _, place in run], _share_more_than_a_lead)
            run.clear()
        run.append((number, (line, span)))
    for run in runs.values():
        yield from _spread([place for _, place in run], _share_more_than_a_lead)


def _openings(lines: Sequence[Line]) -> Iterator[Place]:
    """The first clause of every sentence, without the numeral of a list."""
    for line in (line for line in lines if line.kind is Kind.BODY):
        first = without_ordinal(line).start
        for sentence in line.sentences:
            start = max(first, sentence.start)
            clause = next(clauses(line.text, Span(start, min(sentence.end, start + _OPENING.stop))), None)
            if clause and clause.start == start and clause.length in _OPENING and not _UNFIT.search(line.words(clause)):
                yield line, clause


_UNFIT = re.compile(rf"[\d{MARKS}《》()、>]|(?:指出|强调|要求|认为|表示|介绍)$")
"""What stands in no part of a set."""


def _share_more_than_a_lead(texts: Sequence[str]) -> bool:
    """Whether distinct texts share a character behind what leads up to them, and three in all."""
    lead = OPENERS.match(texts[0])
    length = len(texts[0])
    same = shared_from_left(texts) | {length - 1 - place for place in shared_from_right(texts)}
    return _are_distinct(texts) and len(same) >= 3 and any(place >= (lead.end() if lead else 0) for place in same)
