"""Dates, times and ranges of them: 2022年, 3月底, 今年三季度, 12月11日—12日, 前8个月, 3月1日起."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reader.analysis.figures.dateparts import (
    HAN_DIGITS,
    SMALL,
    YEAR,
    DateParts,
    date_at,
    small_number,
    year_notation,
)
from reader.analysis.figures.quantity import Quantity
from reader.model import FigureKind, PartialDate

_TO = r"(?:—{1,2}|–|-|~|―|至|到)"
_JOIN = re.compile(rf"{_TO}(?:次日|翌日|第二天|当日|当天)?")
_BARE = re.compile(rf"(?P<number>\d{{1,4}}|[{HAN_DIGITS}十]{{1,4}}){_TO}(?=[\d{HAN_DIGITS}十])")
_LISTED = re.compile(r"(?P<number>\d{1,4})(?=(?:、\d{1,4}){0,8}(?:、|和|及)(?P<last>\d{1,4})(?P<mark>年|日)(?![代内]))")
_MONTHS = re.compile(
    rf"(?:前|头)(?P<count>{SMALL}|两)个月|(?P<low>{SMALL})月?{_TO}(?P<high>{SMALL})月(?!\d|[{HAN_DIGITS}十])(?:份(?!额))?"
    r"|前(?P<quarters>[二三两23])个?季度"
)
_MONTHS_STARTS = frozenset(HAN_DIGITS + "十0123456789前头")
_TAIL = re.compile(
    r"(?P<since>以来|来(?=[,。;、 ])|起(?![草步义用诉点飞源])|之后|以后|后(?![备勤续代发期方盾果面卫疫的]))"
    r"|(?P<until>之前|以前|前(?![后提往沿列景来线所进期夕瞻三两几])(?!\d))"
)
_HAN = frozenset(HAN_DIGITS + "十")
_NUMBER_BEFORE = frozenset(HAN_DIGITS + "十百千万")
_JOINS = "—–~―至到-"
_START = re.compile(
    rf"[\d{HAN_DIGITS}十今明昨去前后头本上下年第公中民北凌清早傍晚夜深](?:"
    rf"(?<=(?<!\d)\d)(?=\d*[年月日号时点世季:/.、{_JOINS}])"
    rf"|(?<=[{HAN_DIGITS}十])(?=[{HAN_DIGITS}十]{{0,3}}[月日号时点世季{_JOINS}]|[{HAN_DIGITS}]{{3}}年|十年代)"
    rf"|(?<=[今明昨])[天日晚早晨夜年]|(?<=去)年|(?<=前)(?:[天日晚早夜晨年]|(?=[\d{HAN_DIGITS}十两]{{1,3}}个?[月季]))"
    rf"|(?<=后)[天日年]|(?<=头)(?=[\d{HAN_DIGITS}十两])|(?<=本)(?:年度|月|世纪)|(?<=[上下])(?:个?月|半年|世纪)"
    rf"|(?<=年)[底末初]|(?<=第)(?=[一二三四1-4]季)|(?<=公)元|(?<=中)华民国|(?<=民)国|(?<=北)京时间"
    rf"|(?:(?<=[凌清早])晨|(?<=早)上|(?<=傍)晚|(?<=晚)[间上]|(?<=夜)间|(?<=深)夜|(?<=中)午|(?<=[上下])午|(?<=[早晚]))"
    rf"(?=[\d{HAN_DIGITS}十]))"
)
"""Where a date may begin; each is then read from its first character. The characters stand first, alone, because the
engine skips over all others then."""
_DIGITS = re.compile(r"\d+")
_NAME_BEFORE = re.compile(r"[a-z0-9.·_-]|(?<=\d):")
"""A digit behind these goes on with a name or another number: t9, 7·20."""


def find_dates(text: str) -> Iterator[Quantity]:
    """The dates and times of a text in reading order, disjoint; offsets are code points.

    >>> [(str(q.value), str(q.upper or "")) for q in find_dates("自3月3日起,2021—2025年,15:35")]
    [('XXXX-03-03/..', ''), ('2021', '2025'), ('T15:35', '')]
    """
    at = 0
    while start := _START.search(text, at):
        found = _date_or_range(text, start.start())
        if found:
            at = found.end
            yield found
        else:
            digits = _DIGITS.match(text, start.start())
            at = (digits or start).end()


def _date_or_range(text: str, start: int) -> Quantity | None:
    first, before = text[start], text[start - 1] if start else ""
    if first.isdigit() and start and _NAME_BEFORE.match(text, start - 1):
        return None
    if before == "第" or (first in _HAN and before in _NUMBER_BEFORE):
        return None
    if months := _months_at(text, start):
        return months
    bare = _bare_at(text, start) if first.isdigit() or first in _HAN else None
    low = bare or date_at(text, start)
    if low is None:
        return None
    high = _second_end(text, low)
    if low.clock_start is not None and high is None:
        return _as_quantity(text, start, replace(low, end=low.clock_start, clock=None), None)
    return _as_quantity(text, start, low, high)


def _bare_at(text: str, start: int) -> DateParts | None:
    """A number that leaves its 年 or 日 to the one after it: 2021—2025年, 14、15日."""
    if listed := _LISTED.match(text, start):
        return _of_mark(listed.end("number"), small_number(listed["number"]), listed["mark"])
    bare = _BARE.match(text, start)
    following = date_at(text, bare.end()) if bare else None
    if bare is None or following is None or following.month or following.last not in ("year", "day"):
        return None
    mark = "年" if following.last == "year" else "日"
    return _of_mark(bare.end("number"), small_number(bare["number"]), mark)


def _of_mark(end: int, number: int, mark: str) -> DateParts | None:
    if mark == "年" and 1000 <= number <= 2999:
        return DateParts(end, year=str(number), last="year")
    if mark == "日" and 1 <= number <= 31:
        return DateParts(end, day=f"{number:02d}", last="day")
    return None


def _second_end(text: str, first: DateParts) -> DateParts | None:
    """The other end of a range, with the higher parts that only the first one names."""
    join = _JOIN.match(text, first.end)
    second = date_at(text, join.end()) if join else None
    if second is None or second.last not in (first.last, "year", "month", "day", "clock"):
        return None
    if (second.clock is None) != (first.clock is None):
        return None
    if second.last == "clock":
        return replace(second, year=first.year, month=first.month, day=first.day)
    year = second.year or first.year
    return replace(second, year=year, month=second.month or (first.month if second.day else None))


def _as_quantity(text: str, start: int, first: DateParts, second: DateParts | None) -> Quantity:
    end = (second or first).end
    value, upper = first.text, second.text if second else None
    tail = _TAIL.match(text, end) if first.last != "clock" else None
    if tail:
        end = tail.end()
        if upper is None:
            value = f"{value}/.." if tail["since"] else value
    is_time = value.startswith("T")
    return Quantity(
        start,
        end,
        FigureKind.TIME if is_time else FigureKind.DATE,
        PartialDate(value),
        PartialDate(upper) if upper else None,
        number_start=start,
    )


def _months_at(text: str, start: int) -> Quantity | None:
    """前8个月, 1—8月, 前三季度: from one month or quarter to another, after a year or without one."""
    year = YEAR.match(text, start)
    at = year.end() if year else start
    found = _MONTHS.match(text, at) if text[at : at + 1] in _MONTHS_STARTS else None
    if found is None:
        return None
    if found["quarters"]:
        low, high = "Q1", "Q2" if found["quarters"] in "二两2" else "Q3"
    else:
        count = 2 if found["count"] == "两" else small_number(found["count"] or found["high"])
        first = 1 if found["count"] else small_number(found["low"])
        if not 1 <= first < count <= 12:
            return None
        low, high = f"{first:02d}", f"{count:02d}"
    head = year_notation(year) if year else "XXXX"
    return Quantity(
        start,
        found.end(),
        FigureKind.DATE,
        PartialDate(f"{head}-{low}"),
        PartialDate(f"{head}-{high}"),
        number_start=start,
    )
