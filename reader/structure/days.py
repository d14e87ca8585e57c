"""Days as a page writes them, and the year that a dateline leaves out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reader.model import Published, Span
from reader.model.patterns import pattern

_TIME = (
    r"(?:\s{0,4}\(?(?:星期|周)[一二三四五六日天]\)?)?"
    r"(?:\s{0,4},?\s{0,4}(?:t|(?P<half>上午|中午|下午|晚上?|凌晨|清晨|早上?|am|pm))?\s{0,4}(?P<hour>\d{1,2})\s{0,4}(?::|时|点)\s{0,4}"
    r"(?P<minute>\d\d)(?!\d)分?(?::(?P<second>\d\d)(?!\d))?)?"
)
_NUMERALS = "〇零○一二三四五六七八九十元"
_DAYS = (
    pattern(
        r"(?<!\d)(?P<year>(?:19|20)\d\d)\s{0,4}[-/.年]\s{0,4}(?P<month>\d{1,2})\s{0,4}[-/.月]\s{0,4}(?P<day>\d{1,2})(?!\d)"
        r"\s{0,4}[日号]?" + _TIME
    ),
    pattern(
        rf"(?P<year>[一二][{_NUMERALS}]{{3}})年(?P<month>[一二三四五六七八九十]{{1,2}})月(?P<day>[{_NUMERALS}]{{1,3}})日{_TIME}"
    ),
    pattern(
        rf"(?:中华)?民国\s{{0,4}}(?P<roc>\d{{2,3}}|[{_NUMERALS}百]{{1,5}})\s{{0,4}}年\s{{0,4}}(?P<month>\d{{1,2}}|[{_NUMERALS}]{{1,2}})\s{{0,4}}月\s{{0,4}}"
        rf"(?P<day>\d{{1,2}}|[{_NUMERALS}]{{1,3}})\s{{0,4}}日{_TIME}"
    ),
    pattern(
        r"(?<![\w/.-])(?P<year>(?:19|20)\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>[0-2]\d|3[01])(?=\s?\)|$|\s\d\d?:)" + _TIME
    ),
)
_CLOCK_BEFORE = pattern(r"(?<!\d)(?<!\d:)(?P<hour>[01]?\d|2[0-3]):(?P<rest>[0-5]\d(?::[0-5]\d)?)\s{1,4}$")
"""A time of day before its day."""
_YEAR_HINT = pattern(r"(?:19|20)\d\d|年")
"""What every day that is named with its year has."""
_ROC_FIRST = 1911
"""Years of the Republic are counted from the year after this one."""
_DAY_HERE = pattern(r"(?<![\d.:/-])(?P<month>\d{1,2})\s{0,4}[-/月]\s{0,4}(?P<day>\d{1,2})(?![\d/-])\s{0,4}日?" + _TIME)
_ADDRESS = pattern(r"[/_]t?(?P<year>20\d\d)[-/]?(?P<month>0[1-9]|1[0-2])(?:[-/]?(?:[0-2]\d|3[01]))?(?=[/_.-])")
"""The month of publication in the address of a page: `/2022/0217/`, `t20220217_1.html`."""
_YEAR_NOW = pattern(
    r"(?:今年是?|[^一-鿿]|^)((?:19|20)\d\d)年?是|((?:19|20)\d\d)年(?:以来|伊始|开年|,是)|截至((?:19|20)\d\d)年"
    r"|今年\(((?:19|20)\d\d)年\)"
)
_FULL_DAY = pattern(r"((?:19|20)\d\d)年(\d{1,2})月")
_LEAST_MENTIONS = 2
"""A text speaks in the year of its latest date only when it names that year so often."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day that a line names."""

    span: Span
    """Where it stands in the line, with its time."""
    value: str
    """ISO 8601, without the year where it is not named: `2022-11-07T15:35`, `11-07T15:35`."""
    has_year: bool
    """Whether the year is named."""


def find_days(text: str) -> Iterator[Day]:
    """The days of the calendar in a simplified text that are named with their year, in order of their forms.

    >>> [day.value for day in find_days("民国111年2月17日 2022年2月18日 星期五 下午3:05")]
    ['2022-02-18T15:05', '2022-02-17']
    >>> [day.value for day in find_days("二〇二一年十二月三十一日,不是2021年13月1日")]
    ['2021-12-31']
    """
    if not _YEAR_HINT.search(text):
        return
    taken: list[Span] = []
    for form in _DAYS:
        for found in form.finditer(text):
            span = Span(*found.span())
            named = found.groupdict()
            year = number_of(named["roc"]) + _ROC_FIRST if named.get("roc") else number_of(found["year"])
            month, day = number_of(found["month"]), number_of(found["day"])
            if is_day(year, month, day) and not any(span.overlaps(other) for other in taken):
                taken.append(span)
                clock = None if found["hour"] else _CLOCK_BEFORE.search(text, 0, span.start)
                time = f"T{int(clock['hour']):02}:{clock['rest']}" if clock else _time(found)
                span = Span(clock.start("hour"), span.end) if clock else span
                yield Day(span, f"{year:04}-{month:02}-{day:02}{time}", has_year=True)


def find_yearless(text: str) -> Day | None:
    """The first month and day with a time of day, as a bar without the year has it.

    >>> find_yearless("11-07 15:35 来源:齐鲁晚报").value, find_yearless("比分11-07")
    ('11-07T15:35', None)
    """
    for found in _DAY_HERE.finditer(text):
        month, day = int(found["month"]), int(found["day"])
        if found["hour"] and is_day(2000, month, day):
            return Day(Span(*found.span()), f"{month:02}-{day:02}{_time(found)}", has_year=False)
    return None


def find_day(text: str) -> Published | None:
    """The first day in a simplified text, with its time where it stands behind it.

    >>> find_day("发布时间:2022-11-07 15:35:00来源").value, find_day("2020年4月22日 06:48").value
    ('2022-11-07T15:35:00', '2020-04-22T06:48')
    """
    found = first_day(text)
    return Published(found.value) if found else None


def first_day(text: str) -> Day | None:
    """The day that stands first in a simplified text."""
    return min(find_days(text), key=lambda day: day.span, default=None)


def _time(found: re.Match[str]) -> str:
    """The time of day behind a day as ISO 8601 has it; nothing where there is none."""
    if not found["hour"]:
        return ""
    hour, minute = int(found["hour"]), int(found["minute"])
    if found["half"] in ("下午", "晚", "晚上", "pm") and hour < 12:
        hour += 12
    if hour > 23 or minute > 59:
        return ""
    return f"T{hour:02}:{minute:02}" + (f":{found['second']}" if found["second"] else "")


def number_of(written: str) -> int:
    """A number below 200 or a year in digits or Chinese numerals; 0 where it is neither.

    >>> number_of("二〇二二"), number_of("三十一"), number_of("一百一十一"), number_of("07"), number_of("元")
    (2022, 31, 111, 7, 1)
    """
    if written.isdecimal():
        return int(written)
    digits = {"〇": 0, "零": 0, "○": 0, "元": 1, **{sign: value for value, sign in enumerate("一二三四五六七八九", 1)}}
    if all(sign in digits for sign in written):
        return int("".join(str(digits[sign]) for sign in written))
    total = current = 0
    for sign in written:
        if sign in "十百":
            total += (current or 1) * (10 if sign == "十" else 100)
            current = 0
        else:
            current = digits.get(sign, 0)
    return total + current


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has this day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def find_address_year(text: str, month: int) -> tuple[int, Span] | None:
    """The year in the address of a page that was put up in a month, and where it stands.

    >>> find_address_year("http://www.example.cn/2021/0618/1.shtml", 6)
    (2021, Span(start=22, end=26))
    """
    for found in _ADDRESS.finditer(text):
        if int(found["month"]) == month:
            return int(found["year"]), Span(*found.span("year"))
    return None


def find_year_spoken_in(text: str, month: int) -> tuple[int, Span] | None:
    """The year that an article of a given month speaks in, and where it says so; None where it does not.

    It is the year that a sentence calls its own (2022年是…), else that of the latest date that is not after the
    month, if the article names that year more than once.

    >>> find_year_spoken_in("2022年是决战之年。2008年奥运会", 2)
    (2022, Span(start=0, end=4))
    >>> find_year_spoken_in("到2035年", 2), find_year_spoken_in("2008年5月汶川地震", 10)
    (None, None)
    """
    now = [
        (int(found[found.lastindex]), found.span(found.lastindex))
        for found in _YEAR_NOW.finditer(text)
        if found.lastindex
    ]
    if now:
        counted = Counter(year for year, _ in now)
        year = max(counted, key=lambda year: (counted[year], year))
        return year, Span(*next(span for named, span in now if named == year))
    dated = [(int(found[1]), found.span(1)) for found in _FULL_DAY.finditer(text) if int(found[2]) <= month]
    latest = max(dated, key=lambda found: found[0], default=None)
    if latest is None or text.count(f"{latest[0]}年") < _LEAST_MENTIONS:
        return None
    return latest[0], Span(*latest[1])
