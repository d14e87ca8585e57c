"""The calendar date or interval of a partial date, where the article's own date makes it known."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from reader.model import PartialDate

_PARTS = re.compile(
    r"(?P<year>[0-9X]{4}|REF_Y(?P<years>[+-]\d(?!\d))?)(?:-(?P<month>[0-9X]{2}|[QH]\d))?(?:-(?P<day>\d{2}))?(?P<clock>T.+)?"
)
_SHIFT = re.compile(r"REF_(?P<scale>Y)-(?P<shift>\d+)")
_NEAR = re.compile(r"REF_(?P<scale>[MD])(?P<shift>[+-]\d+)?(?P<clock>T.+)?")
_FAR = timedelta(days=183)
"""How far ahead of the article a date without a year may lie; else it is of the year before."""


@lru_cache(maxsize=4096)
def resolve(
    value: PartialDate, upper: PartialDate | None, published: str | None, *, is_shift: bool = False
) -> str | None:
    """The day, or the interval `start/end` of days, that a date names; None where it is not known.

    Args:
        value: The date.
        upper: The other end of a range.
        published: The article's date, ISO 8601.
        is_shift: `REF_Y-10` means ten years ago and not October.

    >>> resolve(PartialDate("REF_Y-04"), None, "2022-11-07")
    '2022-04-01/2022-04-30'
    >>> resolve(PartialDate("XXXX-12-11"), PartialDate("XXXX-12-12"), "2020-12-15")
    '2020-12-11/2020-12-12'
    """
    today = date.fromisoformat(published[:10]) if published else None
    if is_shift and today and (years := _SHIFT.fullmatch(value.text)):
        year = today.year - int(years["shift"])
        return f"{year:04d}-01-01/{year:04d}-12-31" if year > 0 else None
    if upper is not None:
        low, high = _days(value.text, today), _days(upper.text, today)
        return f"{low[0]}/{high[1]}" if low and high and low[0] <= high[1] else None
    if value.text.endswith("/.."):
        low = _days(value.text[:-3], today)
        return f"{low[0]}/{today if today and low[0] <= today else '..'}" if low else None
    if value.text.startswith("../"):
        high = _days(value.text[3:], today)
        return f"../{high[1]}" if high else None
    days = _days(value.text, today)
    if days is None:
        return None
    clock = value.text.partition("T")[2]
    return (f"{days[0]}T{clock}" if clock else str(days[0])) if days[0] == days[1] else f"{days[0]}/{days[1]}"


def _days(text: str, today: date | None) -> tuple[date, date] | None:
    """First and last day of a partial date."""
    if near := _NEAR.fullmatch(text):
        return _near_days(near, today) if today else None
    parts = _PARTS.fullmatch(text)
    if parts is None:
        return None
    if parts["year"][0].isdigit() and "X" in parts["year"]:
        return date(int(parts["year"].replace("X", "0")), 1, 1), date(int(parts["year"].replace("X", "9")), 12, 31)
    if parts["year"].isdigit():
        return _within_year(int(parts["year"]), parts)
    if today is None or (parts["year"].startswith("X") and parts["year"] != "XXXX"):
        return None
    if parts["year"].startswith("REF_Y"):
        return _within_year(today.year + int(parts["years"] or 0), parts)
    return _nearest(today, parts)


def _near_days(near: re.Match[str], today: date) -> tuple[date, date]:
    shift = int(near["shift"] or 0)
    if near["scale"] == "D":
        day = today + timedelta(days=shift)
        return day, day
    months = today.year * 12 + today.month - 1 + shift
    return _month_days(months // 12, months % 12 + 1)


def _month_days(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _within_year(year: int, parts: re.Match[str]) -> tuple[date, date] | None:
    month, day = parts["month"], parts["day"]
    if not 1 <= year <= 9999 or (month and "X" in month):
        return None
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if month[0] in "QH":
        length = 3 if month[0] == "Q" else 6
        last = int(month[1]) * length
        return date(year, last - length + 1, 1), _month_days(year, last)[1]
    if day is None:
        return _month_days(year, int(month))
    if int(day) > monthrange(year, int(month))[1]:
        return None
    return date(year, int(month), int(day)), date(year, int(month), int(day))


def _nearest(today: date, parts: re.Match[str]) -> tuple[date, date] | None:
    """A date without a year, or a day without a month, nearest before the article's own."""
    if parts["month"] == "XX":
        if not parts["day"]:
            return None
        day = int(parts["day"])
        month = today if day <= today.day else today.replace(day=1) - timedelta(days=1)
        if day > monthrange(month.year, month.month)[1]:
            return None
        found = month.replace(day=day)
        return found, found
    days = _within_year(today.year, parts)
    return _within_year(today.year - 1, parts) if days and days[0] - today > _FAR else days
