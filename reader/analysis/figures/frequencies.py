"""How often: 每天, 每月一次, 每季度至少一次, 每3年."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from reader.analysis.figures.quantity import Quantity
from reader.model import FigureKind

_EVERY = re.compile(
    r"每一?个?(?P<unit>天|日|周(?![一二三四五六日末](?![次回场趟遍轮期个]))|星期(?![一二三四五六日天](?![次回场趟遍轮期个]))|月|年|季度|小时|分钟|秒|半年|半个月|半小时|晚|夜|学期|学年|学时|工作日|世纪|半月)(?!轻|级|代表|度假|刊)"
)
_TIMES = ("次", "回", "趟", "遍", "场", "轮", "期", "班", "人次", "场次", "批次", "个")


def find_frequencies(text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The figures with every 每 + time made one of them; both in reading order.

    >>> [text[q.start : q.end] for text in ["每天坐电梯"] for q in find_frequencies(text, [])]
    ['每天']
    """
    if "每" not in text:
        return list(quantities)
    by_start = {quantity.start: quantity for quantity in quantities}
    every = [_every(match) for match in _EVERY.finditer(text)]
    every += [_every_so_long(text, quantity) for quantity in quantities if _is_interval(text, quantity)]
    merged: list[Quantity] = []
    for one in every:
        times = by_start.get(one.end)
        if times and times.kind is FigureKind.COUNT and times.unit in _TIMES:
            one = replace(one, end=times.end, value=times.value, upper=times.upper, unit=times.unit, bound=times.bound)
        merged.append(one)
    covered = {offset for one in merged for offset in range(one.start, one.end)}
    kept = [quantity for quantity in quantities if quantity.start not in covered]
    return sorted(kept + merged, key=lambda quantity: quantity.start)


def _every(match: re.Match[str]) -> Quantity:
    unit = match["unit"]
    value, unit = (Decimal("0.5"), unit[1:]) if unit[0] == "半" else (Decimal(1), unit)
    return Quantity(match.start(), match.end(), FigureKind.FREQUENCY, value, unit=unit, number_start=match.start())


def _is_interval(text: str, quantity: Quantity) -> bool:
    return quantity.kind is FigureKind.DURATION and (
        text[quantity.start - 1 : quantity.start] == "每" or text[quantity.start - 2 : quantity.start] == "每隔"
    )


def _every_so_long(text: str, quantity: Quantity) -> Quantity:
    """The interval with its 每 or 每隔."""
    length = 2 if text[quantity.start - 2 : quantity.start] == "每隔" else 1
    return replace(quantity, start=quantity.start - length, kind=FigureKind.FREQUENCY)
