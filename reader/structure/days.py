"""Days as a page writes them, and the year that a dateline leaves out."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from reader.model import Published

_DAY = re.compile(
    r"(?P<year>(?:19|20)\d\d)\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})\s*日?"
    r"(?:\s*t?(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))?)?"
)
_YEAR_NOW = re.compile(r"(?:今年是?|[^一-鿿]|^)((?:19|20)\d\d)年?是|((?:19|20)\d\d)年(?:以来|伊始|开年|,是)")
_FULL_DAY = re.compile(r"((?:19|20)\d\d)年(\d{1,2})月")


def find_day(text: str) -> Published | None:
    """The first day in a simplified text, with its time where it stands behind it.

    >>> find_day("发布时间:2022-11-07 15:35:00来源").value, find_day("2020年4月22日 06:48").value
    ('2022-11-07T15:35:00', '2020-04-22T06:48')
    """
    for found in _DAY.finditer(text):
        year, month, day = (int(found[name]) for name in ("year", "month", "day"))
        if not is_day(year, month, day):
            continue
        value = f"{year:04}-{month:02}-{day:02}"
        if found["hour"] and int(found["hour"]) < 24 and int(found["minute"]) < 60:
            value += f"T{int(found['hour']):02}:{found['minute']}"
            value += f":{found['second']}" if found["second"] else ""
        return Published(value)
    return None


def day_span(text: str) -> tuple[int, int] | None:
    """Where the first day with its time stands in a simplified text."""
    found = _DAY.search(text)
    return found.span() if found else None


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has this day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def infer_year(text: str, month: int, day: int) -> Published | None:
    """A month and day with the year that the article speaks in; None where it does not say.

    The year is the one that a sentence calls its own (2022年是…), else that of the latest full date that is not
    after the day.

    >>> infer_year("2022年是决战之年。2008年奥运会", 2, 17)
    Published(value='2022-02-17', inferred=('year',))
    >>> infer_year("到2035年", 2, 17) is None
    True
    """
    named = Counter(int(found[1] or found[2]) for found in _YEAR_NOW.finditer(text))
    dated = [int(found[1]) for found in _FULL_DAY.finditer(text) if int(found[2]) <= month]
    year = max(named, key=lambda year: (named[year], year)) if named else max(dated, default=None)
    if year is None or not is_day(year, month, day):
        return None
    return Published(f"{year:04}-{month:02}-{day:02}", inferred=("year",))
