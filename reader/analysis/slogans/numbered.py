"""Formulations that name a set by its number: 六种精神, 双试点, 三大战略机遇."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from reader.analysis.slogans.candidates import Candidate
from reader.analysis.slogans.lines import MARKS, Line, Quotation
from reader.analysis.slogans.words import (
    ABBREVIATIONS,
    CLASSIFIER,
    HEAD_AFTER,
    INTRODUCTION,
    MEASURE,
    METAPHORS,
    NUMERAL,
    PEOPLE,
    POLICY_NOUNS,
)
from reader.lexicons.formulations import formulations
from reader.lexicons.words import frequency
from reader.model import SloganKind, Span

_VALUES = {"一": 1, "二": 2, "两": 2, "双": 2} | {c: n for n, c in enumerate("三四五六七八九", 3)}
_NAME = re.compile(
    rf"[新老]?(?P<number>[{NUMERAL}]{{1,4}})(?P<classifier>[{CLASSIFIER}]?)(?P<noun>[^{MARKS},、。;:!?()\s]{{0,8}})$"
)
_CODE = re.compile(r"(?!19|20)\d{3,5}$|\d(?:\+\d){1,3}(?:\+[xn])?$")
_TWO_NUMBERS = re.compile(rf"[{NUMERAL}](?P<noun>[^{NUMERAL}个]{{1,2}})[{NUMERAL}].")
_TIME = re.compile(r"[年月日天周岁时分秒]|小时|世纪")
_SEVERAL_NUMBERS = re.compile(rf"(?:[{NUMERAL}][^{NUMERAL}{MARKS},、。;:年月日]{{1,3}}){{3,5}}")
"""A layout named by its parts: 一核两翼三带."""
_PLAN_AFTER = re.compile(r"[^,。;、“”]{0,6}(?:问题|目标|发展|规划|总体|工作|建设|产业|布局|任务|部署)")
"""What a code stands for, right behind it."""
_NO_PAIRS = ("双方", "双边", "双向", "双十一", "双十二", "双节", "双休", "双打")
"""Words that open with 双 and name no set of two."""
_TURNS = re.compile(rf"[{NUMERAL}][上下][{NUMERAL}][上下]")
"""Idioms of two numbers: 七上八下."""
_PLACES = "街路村桥寺塔店楼岛湖河山湾镇城园馆"
"""Characters that end the name of a place."""
_NOUNS = "|".join(sorted(POLICY_NOUNS, key=len, reverse=True))
_COUNTED = re.compile(
    rf"(?P<number>[{NUMERAL}]{{1,4}})(?P<classifier>[{CLASSIFIER}])(?P<noun>[\u4e00-\u9fff]{{0,4}}?(?:(?:{_NOUNS})+|(?<![方办执立司宪民刑商国])法))"
)


def value_of(numeral: str) -> int | None:
    """The number that Chinese numerals up to a hundred name.

    >>> [value_of(numeral) for numeral in ("六", "十二", "二十", "双", "百")]
    [6, 12, 20, 2, 100]
    """
    if "百" in numeral:
        return 100 if numeral in ("百", "一百") else None
    tens, ten, ones = numeral.rpartition("十")
    if len(tens) > 1 or len(ones) > 1 or "十" in tens:
        return None
    return (_VALUES.get(tens, 1) * 10 if ten else 0) + _VALUES.get(ones, 0) or None


def declared_by(name: str) -> int | None:
    """The number that a name declares, None for one with several or none.

    >>> declared_by("十二条军规"), declared_by("一国两制"), declared_by("137")
    (12, None, None)
    """
    match = _NAME.match(name)
    if name[:1] == "双" and match:
        return None if "双" in name[1:] else 2
    return None if not match or _TWO_NUMBERS.match(name) else value_of(match["number"])


def noun_of(name: str) -> str:
    """What a name counts: 六种精神 → 精神.

    >>> noun_of("六种精神"), noun_of("四个一")
    ('精神', '一')
    """
    match = _NAME.match(name)
    return match["noun"] if match else ""


def total_of(name: str) -> int:
    """The numbers of a name with three or more put together, 0 for every other.

    >>> total_of("两高两强两提升"), total_of("三查三改")
    (6, 0)
    """
    return sum(_VALUES.get(character, 0) for character in name) if _SEVERAL_NUMBERS.fullmatch(name) else 0


_PAIR = re.compile(
    rf"(?P<first>[{NUMERAL}])个?[^{NUMERAL}{MARKS},、。;:]{{1,4}}(?P<second>[{NUMERAL}])个?[^{NUMERAL}{MARKS},、。;:]{{1,4}}$"
)


def pair_totals(name: str) -> frozenset[int]:
    """How many parts a name with two numbers may have: both together, or those of the larger where the other is one.

    >>> sorted(pair_totals("四平台一中心")), sorted(pair_totals("一案三查")), sorted(pair_totals("四个一"))
    ([4, 5], [3, 4], [])
    """
    pair = _PAIR.match(name)
    if not pair:
        return frozenset()
    one, other = _VALUES.get(pair["first"], 0), _VALUES.get(pair["second"], 0)
    return frozenset({one + other, max(one, other)} if min(one, other) == 1 else {one + other})


def is_number_name(words: str) -> bool:
    """Whether quoted words name a set by its number.

    >>> [is_number_name(name) for name in ("六种精神", "四个一", "双十", "137", "三不腐", "双招双引")]
    [True, True, True, True, True, True]
    >>> [is_number_name(name) for name in ("十四五", "五年大变样", "一把手", "三农", "五加二", "一口受理")]
    [False, False, False, False, False, False]
    """
    if words in METAPHORS or not 2 <= len(words) <= 12 or words[0] == "百":
        return False
    if _SEVERAL_NUMBERS.fullmatch(words):
        return True
    if words[-1] in _PLACES:
        return False
    if _CODE.match(words):
        return words not in ("110", "119", "120", "122", "315", "12345", "12315")
    if re.fullmatch(rf"一[带帮联拖][{NUMERAL}]", words):
        return True
    match = _NAME.match(words)
    if not match:
        return False
    if words[0] == "双":
        return not words.startswith(_NO_PAIRS)
    if (two := _TWO_NUMBERS.match(words)) and len(words) <= 6 and not _TURNS.match(words):
        return not _TIME.fullmatch(two["noun"]) and (frequency(words) == 0 or words in formulations())
    if ABBREVIATIONS.match(words) or words[0] == "一" or _TURNS.match(words):
        return False
    return bool(match["classifier"] and (match["noun"] or len(words) > 2)) or _counts_directly(match["noun"])


def _counts_directly(noun: str) -> bool:
    """Whether a noun takes its number without a classifier: 三不腐, 四风, 两新."""
    return bool(noun) and not MEASURE.match(noun) and len(noun) <= 5


def quoted_name(line: Line, quotation: Quotation) -> Candidate | None:
    """The numbered formulation that a quotation is, if it is one."""
    words = line.words(quotation.span)
    if words.isdigit() and not _is_called_something(line.text, quotation):
        return None
    if not is_number_name(words) or re.match(
        r"[·号杯奖]|热线|国际|连环|特大|特别重大|事故|大案|案件", line.text[quotation.end + 1 : quotation.end + 5]
    ):
        return None
    return named(line, quotation.span)


def _is_called_something(text: str, quotation: Quotation) -> bool:
    """Whether a code is put forward or is called a plan or a way of working: not the shopping day 618."""
    before, after = (
        text[max(0, quotation.start - 13) : quotation.start - 1],
        text[quotation.end + 1 : quotation.end + 19],
    )
    return bool(HEAD_AFTER.match(after) or INTRODUCTION.search(before) or _PLAN_AFTER.match(after))


def named(line: Line, span: Span) -> Candidate:
    """The candidate for a name."""
    words = line.words(span)
    passages = (line.passage(span),)
    return Candidate(SloganKind.NUMBERED, passages, words, declared=declared_by(words), is_name=True)


def counted_names(line: Line) -> Iterator[Candidate]:
    """Unquoted names: a count with a noun of policy.

    They are formulations only with members, in a headline, or when quoted elsewhere.
    """
    for match in _COUNTED.finditer(line.text):
        before = line.text[match.start() - 1 : match.start()]
        if before in ("第", "“", "‘", "「", "『", "之") or match["number"] == "一" or before in NUMERAL:
            continue
        if frequency(line.text[match.end() - 2 : match.end() + 2]):
            continue  # the noun goes on: 五大支柱产业
        yield named(line, Span(match.start(), match.end()))


_STRESSED = re.compile(
    rf"(?<![第{NUMERAL}])(?P<number>[两三四五六七八九十])[个大]“(?P<noun>[^{MARKS},。]{{1,3}}|[^{MARKS},。]{{1,4}}(?:工程|行动|计划|战略|机制|清单))”(?!之|[^,。;]{{0,2}}(?:品牌|项目|称号))"
)


_COUNT_STRESSED = re.compile(rf"“(?P<number>[{NUMERAL}])[大个项种]”(?P<noun>(?:{_NOUNS})+)")


def stressed_names(line: Line) -> Iterator[Candidate]:
    """Names of which only the noun or the number stands in marks: 四个“一”, 三个“确保”, “三大”攻坚战."""
    if "“" not in line.text:
        return
    for match in _COUNT_STRESSED.finditer(line.text):
        yield _marked(line, match)
    for match in _STRESSED.finditer(line.text):
        noun = match["noun"]
        is_short = len(noun) > 1 and ABBREVIATIONS.match(noun)
        if not (noun in METAPHORS or noun[-1] in PEOPLE or is_short):
            yield _marked(line, match)


def _marked(line: Line, match: re.Match[str]) -> Candidate:
    """The candidate for a name with marks inside."""
    span, number = Span(*match.span()), value_of(match["number"])
    return Candidate(SloganKind.NUMBERED, (line.passage(span),), line.words(span), declared=number, is_name=True)


@cache
def _known() -> re.Pattern[str]:
    """The names of the lists of formulations, the longest first."""
    return re.compile("|".join(sorted(map(re.escape, formulations()), key=len, reverse=True)))


def known_names(line: Line) -> Iterator[Candidate]:
    """Names of listed formulations, with or without quotation marks where they need none."""
    for match in _known().finditer(line.text):
        before, after = line.text[match.start() - 1 : match.start()], line.text[match.end() : match.end() + 1]
        in_marks = before in tuple(MARKS) and after in tuple(MARKS)
        if before not in ("第", "十") and (in_marks or not formulations()[match.group()].in_marks):
            found = named(line, Span(match.start(), match.end()))
            counts = any(numeral in found.words for numeral in NUMERAL)
            yield found if counts else replace(found, kind=SloganKind.CAMPAIGN, is_name=False)
