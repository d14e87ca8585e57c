"""A quantity as an article states it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from reader.model.spans import Passage

_PARTIAL_DATE = re.compile(
    r"(?:[0-9X]{4}|REF_[YMD](?:[+-]\d+)?)(?:-(?:[0-9X]{2}|Q[1-4]|H[12]))?(?:-[0-9X]{2})?"
    r"(?:T[0-9]{2}(?::[0-9]{2}){0,2})?|T[0-9]{2}(?::[0-9]{2}){0,2}"
)


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date or time that says what the text says, unknown parts as X (after ISO 8601-2 and TIMEX).

    `2022`, `XXXX-03-03`, `XXXX-Q1`, `REF_Y-1` (last year), `REF_Y-04` (April of this year), `T15:35`; an open
    interval ends or begins with `..`: `REF_Y/..`.
    """

    text: str
    """The notation."""

    def __post_init__(self) -> None:
        parts = self.text.split("/")
        if len(parts) > 2 or not all(part == ".." or _PARTIAL_DATE.fullmatch(part) for part in parts):
            raise ValueError(f"{self.text!r} is no partial date")

    def __str__(self) -> str:
        return self.text


Value = Decimal | Fraction | PartialDate
"""What a figure says: an exact number in its unit as stated, or a date."""


class FigureKind(StrEnum):
    """What a figure measures."""

    MONEY = "money"
    AREA = "area"
    LENGTH = "length"
    VOLUME = "volume"
    MASS = "mass"
    POWER = "power"
    TEMPERATURE = "temperature"
    ANGLE = "angle"
    TRANSPORT = "transport"
    PERCENT = "percent"
    RATIO = "ratio"
    MULTIPLE = "multiple"
    COUNT = "count"
    DURATION = "duration"
    FREQUENCY = "frequency"
    DATE = "date"
    TIME = "time"
    RANK = "rank"
    VERSION = "version"


class Bound(StrEnum):
    """How the true quantity lies to the value."""

    OVER = ">"
    """超, 超过."""
    AT_LEAST = ">="
    """以上, 至少, 不少于."""
    SOMEWHAT_OVER = ">~"
    """余, 多."""
    ABOUT = "~"
    """左右, 约, 大约."""
    NEARLY = "<~"
    """近."""
    UNDER = "<"
    """不到, 不足."""
    AT_MOST = "<="
    """以下, 以内, 不超过."""


class Status(StrEnum):
    """Whether what is counted has happened."""

    DONE = "done"
    UNDER_WAY = "under_way"
    EXPECTED = "expected"
    PLANNED = "planned"
    REQUIRED = "required"


@dataclass(frozen=True, slots=True)
class Measured:
    """The noun that is counted, with the nouns that limit it."""

    text: str
    """The words, joined where they stand apart."""
    passages: tuple[Passage, ...]
    """Where they stand, in reading order."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One mention of a quantity, a share, a rank or a date."""

    text: str
    """The words of the figure, from the approximating word to the unit or trailing part."""
    passage: Passage
    """Where they stand."""
    kind: FigureKind
    """What it measures."""
    value: Value
    """Exact, 万 and 亿 written out, in the unit as stated."""
    upper: Value | None = None
    """The upper end of a range."""
    unit: str | None = None
    """The classifier or unit as written, an elided one restored; None for version, rank, ratio and dates."""
    bound: Bound | None = None
    """How the true quantity lies to the value."""
    measured: Measured | None = None
    """What is counted."""
    of: str | None = None
    """Whose figure it is, where the sentence or the topic says."""
    period: str | None = None
    """When it holds, as the text says: 今年以来."""
    compared: str | None = None
    """The base of a comparison: 同比."""
    status: Status | None = None
    """Whether it has happened, is planned, is required."""
    resolved: str | None = None
    """The calendar date, or interval `start/end`, of a date, where the article's date makes it known."""


def number_text(value: Value) -> str:
    """A value as JSON and CSV hold it.

    >>> number_text(Decimal("2.84E+6")), number_text(Fraction(1, 3)), number_text(PartialDate("XXXX-03-03"))
    ('2840000', '1/3', 'XXXX-03-03')
    """
    return format(value, "f") if isinstance(value, Decimal) else str(value)
