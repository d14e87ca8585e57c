"""Places on the globe: 东经118°24′, 北纬34°36′12″, 东经113°40′—114°12′."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from reader.analysis.figures.quantity import Quantity
from reader.analysis.numerals import exact
from reader.model import FigureKind

_DEGREES = (
    r"\d{{1,3}}(?:\.\d+)?[°度]"
    r"(?:(?P<minutes{n}>\d{{1,2}}(?:\.\d+)?)[′'分](?:(?P<seconds{n}>\d{{1,2}}(?:\.\d+)?)[″\"秒])?)?"
)
_COORDINATE = re.compile(
    rf"(?:[东西]经|[南北]纬) ?(?P<low>{_DEGREES.format(n=1)})"
    rf"(?: ?(?:—{{1,2}}|–|-|~|至|到) ?(?:[东西]经|[南北]纬)? ?(?P<high>{_DEGREES.format(n=2)}))?"
)
_WHOLE = re.compile(r"[\d.]+")


def find_coordinates(text: str) -> Iterator[Quantity]:
    """The degrees of longitude and latitude with the words that say which, in reading order; values are degrees.

    北纬35度 is left to the plain quantities.

    >>> [(text[q.start : q.end], str(q.value)) for text in ["位于东经118°24′"] for q in find_coordinates(text)]
    [('东经118°24′', '118.4')]
    """
    if "经" not in text and "纬" not in text:
        return
    for match in _COORDINATE.finditer(text):
        if "度" in match["low"] and not match["minutes1"]:
            continue
        low = _degrees(match["low"], match["minutes1"], match["seconds1"])
        high = _degrees(match["high"], match["minutes2"], match["seconds2"]) if match["high"] else None
        unit = "度" if "度" in match["low"] else "°"
        yield Quantity(match.start(), match.end(), FigureKind.ANGLE, low, high, unit, number_start=match.start("low"))


def _degrees(written: str, minutes: str | None, seconds: str | None) -> Decimal | Fraction:
    """Degrees with their sixtieths; a fraction where no decimal is exact."""
    whole = _WHOLE.match(written)
    value = Fraction(whole[0]) if whole else Fraction(0)
    return exact(value + Fraction(minutes or 0) / 60 + Fraction(seconds or 0) / 3600)
