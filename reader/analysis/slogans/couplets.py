"""Couplets, and runs that a verb holds or a noun of policy closes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.analysis.slogans.builds import are_alike, are_equally_long, is_patterned, shape, shared_from_left
from reader.analysis.slogans.candidates import Candidate, run_of, stated_parts
from reader.analysis.slogans.lines import MARKS, Line, bare, split_span
from reader.analysis.slogans.numbered import is_number_name
from reader.analysis.slogans.parallel import LONGEST_RUN, is_set, splits_a_word
from reader.analysis.slogans.words import INTRODUCTION, NUMERAL, OPENERS, VERBS
from reader.model import Kind, SloganKind, Span

_HELD = re.compile(
    rf"(?:坚持|按照|秉持|秉承)(?!以)([^,。;:、{MARKS}]{{3,12}}(?:、[^,。;:、{MARKS}]{{3,12}}){{1,5}})(?=[,。;]|$)"
)
"""A couplet that is the whole object of a verb: 坚持人民至上、生命至上."""
_DATED = re.compile(r"\d|[届次]")
"""What stands in the names of meetings and days."""
_UNHELD = re.compile(r"\d|[届次]|的(?:要求|原则|方针|思路|精神|理念|部署)$")
"""What stands in objects that are no couplet by themselves: meetings, and what is called a demand."""
_AS_GUIDE = re.compile(
    rf"以([^,。;:、{MARKS}]{{4}}(?:、[^,。;:、{MARKS}]{{4}})+)为(?:导向|引领|原则|理念|目标|宗旨|准则|遵循)"
)
"""A couplet or a run that is what something is guided by: 以生态优先、绿色发展为导向."""
_CALLED = re.compile(
    r"(?:精神|的?(?:精神|理念|作风|导向|标尺|总?要求|方针|原则)|的鲜?明?(?:用人|选人用人|工作|价值|政绩)导向|"
    r"的(?:工作|总体|发展|基本|光荣|优良|良好|思想|治水|办学|办院|治校|经营|管理|服务|建设)?"
    r"(?:方针|原则|理念|要求|思路|路线|传统|品质|风格|风尚|准则|目标|布局|局面|格局|道路|风气|氛围))"
    r"(?=[,。;、]|贯穿|融入|$)"
)
"""What calls a couplet or a run before it a spirit, an idea, a demand."""
_BEARING = re.compile(
    rf"(?<![\u4e00-\u9fff])(?P<lead>[以用凭靠]?)(?P<parts>[^,。;:、的{MARKS}]{{2}}(?:、[^,。;:、的{MARKS}]{{2}}){{2,5}})的"
    r"(?:干事|工作|办事|服务|执法|思想|精神)?(?:作风|精神|态度|干劲|状态|风貌|品格)"
)
"""Words of two characters that say in what manner: 以务实、高效、精准的干事作风."""
_CALLED_LENGTH = range(7, 61)
"""Code points of what is called so."""


_NO_SET_PHRASE = re.compile(
    rf"[\d{MARKS}()《》—:]|[我你他她它这那了过]|[的吗呢]$|^(?:当前|目前|近日|今天|会议|同时|其中|此外)"
)
"""What stands in no clause of a couplet that opens a paragraph."""
_LONGEST_VERSE = 9
"""Code points of a clause of such a couplet at most."""
_UNSET_OPENING = re.compile(rf"[^,。!; {MARKS}]{{{_LONGEST_VERSE + 1}}}")


def opening_couplets(line: Line) -> Iterator[Candidate]:
    """Two clauses of equal length that open a paragraph and end there, or that a third does not continue."""
    if line.kind is not Kind.BODY or _UNSET_OPENING.match(line.text):
        return
    head = Span(0, min(len(line.text), 48))
    sentence = Span(0, min(line.sentence_at(0).end, head.end))
    parts = [bare(line.text, part) for part in split_span(line.text, sentence, ",。!;")]
    texts = [line.words(part) for part in parts[:2]]
    ends_there = len(parts) == 2 and _is_couplet(texts)
    stands_apart = len(parts) > 2 and _stands_apart(line.text, parts)
    if (ends_there or stands_apart) and not any(map(_NO_SET_PHRASE.search, texts)):
        yield run_of(line, parts[:2])


def _stands_apart(text: str, parts: Sequence[Span]) -> bool:
    """Whether two clauses answer each other by numbers, and a third of another length goes on: 一分部署,九分落实,…"""
    first, second, third = (text[part.start : part.end] for part in parts[:3])
    if len(first) != len(second) or abs(len(third) - len(first)) < 2 or not 4 <= len(first) <= 8:
        return False
    return is_patterned(shape(first)) and shape(first) == shape(second) and first[0] in NUMERAL


def _is_couplet(texts: Sequence[str]) -> bool:
    """Whether clauses have the length of verse, repeat something, or say as much in the same places."""
    length = len(texts[0])
    if length != len(texts[1]):
        return 5 <= length <= 8 and are_alike(texts) and {0, 1} <= shared_from_left(texts)
    return length in (3, 4, 5, 7) or (length in (6, 8, 9) and (are_alike(texts) or _answer_each_other(texts)))


def _answer_each_other(texts: Sequence[str]) -> bool:
    """Whether a place and an act stand in the same places of two clauses: 小切口里有…,微改造中见…."""
    return any(all(text[n] in _PLACES and text[n + 1] in VERBS for text in texts) for n in range(2, len(texts[0]) - 2))


_PLACES = "里中上下外内前后间"
"""Characters that make a place of what stands before them."""


def introduced_couplets(line: Line) -> Iterator[Candidate]:
    """Unquoted parts of equal build that 坚持 or 按照 introduces, or that are called 的理念 or 的要求."""
    for match in _HELD.finditer(line.text):
        parts = split_span(line.text, Span(*match.span(1)), "、")
        texts = [line.words(part) for part in parts]
        if not _UNHELD.search(match[1]) and (are_alike(texts) or {*map(len, texts)} == {4}):
            yield run_of(line, parts)
    for match in _AS_GUIDE.finditer(line.text):
        parts = split_span(line.text, Span(*match.span(1)), "、")
        if {part.length for part in parts} == {4}:
            yield run_of(line, parts)
    yield from _called_lists(line)


def _called_lists(line: Line) -> Iterator[Candidate]:
    """Parts of equal build right before what they are called."""
    for called in _called_so(line):
        parts = split_span(line.text, called, "、")
        length = parts[-1].length
        is_spirit = len(parts) > 2 and line.text.startswith("精神", called.end)
        if line.text[called.end] != "的" and not is_spirit and not _is_put_forward(line.text, parts):
            continue
        opener = OPENERS.match(line.text, parts[0].start, parts[0].end)
        if opener and abs(parts[0].end - opener.end() - length) <= 1:
            parts[0] = Span(opener.end(), parts[0].end)
        shortest = 3 if len(parts) == 2 else 2
        if not 2 <= len(parts) <= LONGEST_RUN or not shortest <= length <= 8 or parts[0].length < length:
            continue
        if parts[0].length > length + 1:
            parts[0] = Span(parts[0].end - length, parts[0].end)
        texts = [line.words(part) for part in parts]
        if (
            are_equally_long(texts)
            and not splits_a_word(line.text, parts[0].start)
            and (are_alike(texts) if len(parts) == 2 else is_set(texts) or length == 4)
        ):
            yield run_of(line, parts)


def bearings(line: Line) -> Iterator[Candidate]:
    """Three or more words of manner before the bearing that they describe: 务实、高效、精准的作风."""
    for match in _BEARING.finditer(line.text) if "的" in line.text and line.text.count("、") > 1 else ():
        yield run_of(line, split_span(line.text, Span(*match.span("parts")), "、"))


def _called_so(line: Line) -> Iterator[Span]:
    """What stands in its clause before the words that call it something."""
    done = 0
    for match in _CALLED.finditer(line.text):
        begin = max(done, match.start() - _CALLED_LENGTH.stop + 1)
        start = max(line.text.rfind(mark, begin, match.start()) for mark in ",。;:“”")
        called = Span(max(begin, start + 1), match.start())
        if called.length in _CALLED_LENGTH:
            yield called
            done = match.end()


_IDEA = re.compile(r"(?:精神|理念|作风|导向|要求|方针|原则|思路)(?:[,。;、]|$)")
_COMMA_CALLED = re.compile(
    rf"(?P<one>[^,。;:、的{MARKS}]{{4,14}}),(?P<other>[^,。;:、的{MARKS}]{{4,9}})"
    r"的(?P<what>[^,。;、的]{0,4}?)(?:精神|理念|作风|导向|要求|方针|原则|思路)(?=[,。;、]|$)"
)


def called_clauses(line: Line) -> Iterator[Candidate]:
    """Two clauses as long as each other that are called a spirit: 团结一心谋发展,攻坚克难求突破的魏庄精神."""
    for match in _COMMA_CALLED.finditer(line.text) if _IDEA.search(line.text) else ():
        first, second = Span(*match.span("one")), Span(*match.span("other"))
        cut = Span(first.end - second.length, first.end)
        led_up_to = cut.start > first.start and INTRODUCTION.search(line.text, first.start, cut.start)
        if (cut == first or led_up_to) and not _DATED.search(match.group()):
            yield run_of(line, [cut, second])


def _is_put_forward(text: str, parts: Sequence[Span]) -> bool:
    """Whether a verb stands right before the first of two parts, if that is as long as the last: 开短会、讲短话."""
    start = parts[0].end - parts[-1].length
    return start > parts[0].start and bool(INTRODUCTION.search(text, max(0, start - 8), start))


_TURNED = re.compile(rf"变[“‘]([^{MARKS},。、]{{4,10}})[”’]为[“‘]([^{MARKS},。、]{{4,10}})[”’]")


def turned_couplets(line: Line) -> Iterator[Candidate]:
    """Two quotations as long as each other, one of which is turned into the other: 变“被动听意见”为“主动找问题”."""
    for match in _TURNED.finditer(line.text) if line.quotations else ():
        parts = [Span(*match.span(1)), Span(*match.span(2))]
        if parts[0].length == parts[1].length:
            span = Span(*match.span())
            yield Candidate(SloganKind.PARALLEL, (line.passage(span),), line.words(span), stated_parts(line, parts))


_NAMED = rf"[^,。;:、{MARKS}]{{2}}[“‘「『][{NUMERAL}][^{MARKS},。]{{1,10}}[”’」』]"
_PLEDGES = re.compile(f"{_NAMED}(?:[、,]{_NAMED})+")


def pledges(line: Line) -> Iterator[Candidate]:
    """A verb of two characters before each of several numbered names: 增强“四个意识”、坚定“四个自信”."""
    for match in _PLEDGES.finditer(line.text) if line.quotations else ():
        span = Span(*match.span())
        parts = split_span(line.text, span, "、,")
        names = [line.words(part).rstrip(MARKS)[3:] for part in parts]
        are_two_clauses = len(parts) == 2 and line.text[parts[0].end] == ","
        if len({part.length for part in parts}) > 1 or not all(map(is_number_name, names)) or are_two_clauses:
            continue
        yield Candidate(SloganKind.PARALLEL, (line.passage(span),), line.words(span), stated_parts(line, parts))
