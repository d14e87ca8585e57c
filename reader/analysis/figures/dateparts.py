"""The parts of one date: year, quarter, month, day, clock, each read where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reader.analysis.numerals import parse_chinese

HAN_DIGITS = "〇零○一二三四五六七八九"
"""Chinese digits as they stand in dates."""
SMALL = rf"(?:\d{{1,2}}|[{HAN_DIGITS}十]{{1,3}})"
"""Pattern of a number below a hundred."""
YEAR = re.compile(
    rf"(?:中华)?民国(?P<roc>\d{{1,3}}|[{HAN_DIGITS}十百]{{1,5}}|元)年(?:度)?"
    rf"|(?:公元)?(?P<number>(?<!\d)[12]\d{{3}}|[一二][{HAN_DIGITS}]{{3}})年(?!代|多(?!\d)|间|均|以上)(?:度(?!假))?"
    r"|(?P<relative>今年|去年|明年|(?:(?<![\u4e00-\u9fff])|(?<=[从由自至到比较于与和、是]))[前后]年|本年度)(?!轻|龄|间)"
)
"""A year by its number, in the era of the Republic, or beside the year of the text."""
_RELATIVE_YEARS = {"今年": 0, "本年度": 0, "去年": -1, "明年": 1, "后年": 2, "前年": -2}
_DECADE = re.compile(
    rf"(?:(?P<century>\d{{1,2}}|[{HAN_DIGITS}十]{{1,3}}|上|本)世纪)?(?P<decade>\d0|[二三四五六七八九]十)年代(?:初期|末期|中期|后期|初|末)?"
    rf"|(?P<bare>\d{{2}}|[{HAN_DIGITS}十]{{2,3}})世纪(?!海上|马克思)(?:初|末|中叶|上半叶|下半叶)?"
)
_MONTH = re.compile(rf"(?P<number>{SMALL})月(?![球亮饼刊嫂])(?:份(?!额))?(?:[上中下]旬|初(?!始)|底|末|中(?=[,。;、]))?")
_DAY = re.compile(rf"(?P<number>{SMALL})(?P<mark>日|号(?![楼线院机文厅馆店门坑井站台]))")
_HOW_LONG = re.compile(r"(?:少于|多于|高于|低于|至少|超过|不足|不到|历时|为期|提前|推迟|延长|长达|每隔?)$")
"""Before a number of days these say how long, not which day: 公示不少于15日."""
_SPAN = re.compile(r"第?(?P<quarter>[一二三四1-4])季度|(?P<half>[上下])半年")
_EDGE = re.compile(r"年?(?:(?P<last>[底末])|(?P<first>初)(?![始步期级心中次衷见]))")
_LONE_EDGE = re.compile(r"年(?:(?P<last>[底末])|(?P<first>初)(?![始步期级]))(?!端)")
_NO_LONE_EDGE_AFTER = frozenset("今去明前后每本当历新全常多几数上个近" + HAN_DIGITS + "十百0123456789")
_PART = r"上午|下午|凌晨|清晨|早晨|早上|傍晚|晚间|晚上|夜间|深夜|中午"
_PART_OF_DAY = re.compile(rf"(?:{_PART}|晚(?![报稻期会]))")
_WORD_DAY = re.compile(r"(?P<shift>[今昨明前后])(?:天|日(?=[上下凌早晚,，从在起])|晚(?!报|会)|早|晨|夜)")
_WORD_DAYS = {"今": 0, "昨": -1, "明": 1, "前": -2, "后": 2}
_WORD_MONTHS = {"本": 0, "上": -1, "下": 1}
_HALVES = {"上": "H1", "下": "H2"}
_CLOCK_STARTS = frozenset(HAN_DIGITS + "十上下凌清早傍晚夜深中北")
_DECADE_STARTS = frozenset(HAN_DIGITS + "十上本")
_WORD_MONTH = re.compile(r"(?P<shift>本|上个?|下个?)月(?![球亮])(?:份(?!额))?(?:[上中下]旬|初|底|末)?")
_CLOCK = re.compile(
    rf"(?:北京时间)?(?P<part>{_PART}|晚|早)?(?P<hour>{SMALL})(?P<mark>时|点)(?![候代期段空任间隔节常事效刻针装尚兼])"
    rf"(?:(?P<minute>{SMALL})分(?!钟)(?:(?P<second>{SMALL})秒)?|(?P<half>半)|(?P<word>整|许|钟|左右))?"
)
_DIGITAL = re.compile(
    rf"(?:{_PART})?(?<![\d:])(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?![\d:])"
)
_ISO = re.compile(
    r"(?P<year>(?:19|20)\d{2})(?P<mark>[-/.])(?P<month>0?[1-9]|1[0-2])(?P=mark)(?P<day>3[01]|[12]\d|0?[1-9])(?![\d.])"
)


@dataclass(frozen=True, slots=True)
class DateParts:
    """What a text names of a date; None for what it leaves out."""

    end: int
    """The code point after the last one read."""
    year: str | None = None
    """`2022`, `199X`, `REF_Y-1`."""
    month: str | None = None
    """`04`, `Q3`, `H1`."""
    day: str | None = None
    """`26`."""
    clock: str | None = None
    """`15:35`."""
    last: str = ""
    """The smallest part that is named: year, quarter, month, day, clock or word."""
    clock_start: int | None = None
    """Where a time begins that is a figure beside its date: 10时 in 6月5日10时."""

    @property
    def text(self) -> str:
        """The notation of `PartialDate`."""
        clock = f"T{self.clock}" if self.clock else ""
        if self.year is None and self.month is None and self.day is None:
            return clock or "XXXX-XX"
        if self.year and self.year.startswith("REF_") and self.last == "word":
            return self.year + clock
        month = self.month or ("XX" if self.day else None)
        return "-".join(part for part in (self.year or "XXXX", month, self.day) if part) + clock


def small_number(text: str) -> int:
    """An integer in either kind of digits; -1 where it is none.

    >>> small_number("12"), small_number("二十"), small_number("两三")
    (12, 20, -1)
    """
    if text.isascii():
        return int(text)
    parsed = parse_chinese(text)
    return -1 if parsed is None or parsed[1] is not None else int(parsed[0])


def year_notation(match: re.Match[str]) -> str:
    """The notation of a year that `YEAR` matched."""
    if match["relative"]:
        shift = _RELATIVE_YEARS[match["relative"]]
        return f"REF_Y{shift:+d}" if shift else "REF_Y"
    if match["roc"]:
        number = 1 if match["roc"] == "元" else small_number(match["roc"])
        return str(1911 + number) if number > 0 else "XXXX"
    return str(small_number(match["number"]))


def date_at(text: str, start: int) -> DateParts | None:
    """The date or time of day that begins at an offset."""
    first = text[start : start + 1]
    if first.isdigit():
        return _iso_at(text, start) or _clock_at(text, start) or _decade_at(text, start) or _calendar_at(text, start)
    clock = _clock_at(text, start) if first in _CLOCK_STARTS else None
    decade = _decade_at(text, start) if not clock and first in _DECADE_STARTS else None
    return clock or decade or _word_at(text, start, first) or _calendar_at(text, start)


def _iso_at(text: str, start: int) -> DateParts | None:
    found = _ISO.match(text, start)
    if found is None:
        return None
    parts = DateParts(found.end(), found["year"], f"{int(found['month']):02d}", f"{int(found['day']):02d}", last="day")
    return _with_clock(text, parts)


def _decade_at(text: str, start: int) -> DateParts | None:
    found = _DECADE.match(text, start)
    if found is None:
        return None
    century = found["bare"] or found["century"]
    number = small_number(century) if century and century not in "上本" else -1
    if century and century not in "上本" and not 1 <= number <= 30:
        return None
    hundreds = f"{number - 1:02d}" if number > 0 else "XX"
    decade = f"{small_number(found['decade']) // 10}X" if found["decade"] else "XX"
    return DateParts(found.end(), year=hundreds + decade, last="decade")


def _word_at(text: str, start: int, first: str) -> DateParts | None:
    """今天, 本月底: days and months beside those of the text."""
    before = text[start - 1 : start]
    if first in _WORD_DAYS:
        day = _WORD_DAY.match(text, start)
        if day is None or (first in "前后" and before >= "\u4e00"):
            return None
        shift = _WORD_DAYS[first]
        parts = DateParts(day.end(), f"REF_D{shift:+d}" if shift else "REF_D", last="word")
        return _with_clock(text, parts)
    if first in _WORD_MONTHS:
        month = _WORD_MONTH.match(text, start)
        if month is None or before in ("以", "之"):
            return None
        shift = _WORD_MONTHS[first]
        return DateParts(month.end(), f"REF_M{shift:+d}" if shift else "REF_M", last="word")
    if first == "年" and before not in _NO_LONE_EDGE_AFTER and (edge := _LONE_EDGE.match(text, start)):
        return DateParts(edge.end(), month="12" if edge["last"] else "01", last="month")
    return None


def _calendar_at(text: str, start: int) -> DateParts | None:
    """Year, quarter or month, day, in this order; each may be left out, but not all."""
    year = YEAR.match(text, start)
    end, notation = (year.end(), year_notation(year)) if year else (start, None)
    if year and text[end - 1] == "年" and (edge := _EDGE.match(text, end)):
        return DateParts(edge.end(), notation, "12" if edge["last"] else "01", last="month")
    if span := _SPAN.match(text, end + (1 if year and text.startswith("第", end) else 0)):
        number = "一二三四".find(span["quarter"]) + 1 or int(span["quarter"]) if span["quarter"] else 0
        return DateParts(span.end(), notation, f"Q{number}" if number else _HALVES[span["half"]], last="quarter")
    last, month = "year" if year else "", None
    found = _MONTH.match(text, end)
    if found and 1 <= small_number(found["number"]) <= 12:
        end, month, last = found.end(), f"{small_number(found['number']):02d}", "month"
    parts = DateParts(end, notation, month, last=last)
    if year is None or month:
        parts = _with_day(text, parts)
    return _with_clock(text, parts) if parts.last == "day" else (parts if parts.last else None)


def _with_day(text: str, parts: DateParts) -> DateParts:
    """The date with its day; without a month only 26日 in Arabic digits is one: 三日 and 26号 mean other things."""
    found = _DAY.match(text, parts.end)
    if found is None or not 1 <= small_number(found["number"]) <= 31:
        return parts
    alone = parts.month is None
    if alone and _HOW_LONG.search(text, max(0, parts.end - 4), parts.end):
        return parts
    if alone and (found["mark"] == "号" or not found["number"].isdigit() or _is_span_of_days(text, found.end())):
        return parts
    return DateParts(found.end(), parts.year, parts.month, f"{small_number(found['number']):02d}", last="day")


def _is_span_of_days(text: str, end: int) -> bool:
    """Whether N日 is a number of days: 30日内, 3日游."""
    return text.startswith(("内", "以内", "之内", "游", "期", "龄", "以上", "以下"), end)


def _with_clock(text: str, parts: DateParts) -> DateParts:
    """The date with a part of the day or a time that follows it."""
    at = parts.end + (1 if text.startswith(" ", parts.end) and text[parts.end + 1 : parts.end + 2].isdigit() else 0)
    if clock := _clock_at(text, at, after_date=True):
        apart = None if parts.year and parts.year.isdigit() else at
        return replace(parts, end=clock.end, clock=clock.clock, clock_start=apart)
    part = _PART_OF_DAY.match(text, parts.end)
    return replace(parts, end=part.end()) if part else parts


def _clock_at(text: str, start: int, *, after_date: bool = False) -> DateParts | None:
    if digital := _DIGITAL.match(text, start):
        pieces = [f"{int(digital['hour']):02d}", digital["minute"], digital["second"]]
        return DateParts(digital.end(), clock=":".join(piece for piece in pieces if piece), last="clock")
    found = _CLOCK.match(text, start)
    if found is None or not 0 <= small_number(found["hour"]) <= 24:
        return None
    placed = after_date or found["part"] or found["minute"] or found["half"] or found["word"]
    if not placed and (found["mark"] == "点" or not found["hour"].isdigit()):
        return None
    hour = small_number(found["hour"])
    if found["part"] and found["part"][0] in "下晚傍夜深" and hour < 12:
        hour += 12
    minute = 30 if found["half"] else small_number(found["minute"]) if found["minute"] else None
    if minute is not None and not 0 <= minute < 60:
        return None
    pieces = [f"{hour:02d}"] + ([f"{minute:02d}"] if minute is not None else [])
    if found["second"]:
        pieces.append(f"{small_number(found['second']):02d}")
    return DateParts(found.end(), clock=":".join(pieces), last="clock")
