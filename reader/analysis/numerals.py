"""Numbers as Chinese writes them: 284万, 1.2万亿, 二〇三五, 十几, 上百, 两三, 四分之一.

Works on the `simplify` form of a text; offsets are code points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache

from reader.lexicons.units import unit_initials
from reader.model import Bound

DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
"""What one Chinese digit counts."""
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}
_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")

_OF_UNIT = "瓦克卡帕焦伏赫安字"
"""After 千 or 百 these make a unit: 千瓦, 百帕."""
_NUMERAL = re.compile(
    r"(?P<arabic>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,])|\d+(?:\.\d+)?)"
    r"|(?P<vague>(?:好几|[几数上成过])(?=[十百千万亿])(?!.分之))"
    r"|(?P<half>一半|(?<!过)半数|(?<![上下过大多前后夜一两三四五六七八九十])半(?=年(?!级)|天|小时|个(?:多)?(?:月|世纪|小时|学期)))"
    r"|(?P<han>[〇零○一二两三四五六七八九十百千万亿]+(?:点[〇零一二三四五六七八九]+)?)"
    r"|(?P<formal>[壹贰叁肆伍陆柒捌玖拾佰仟万亿零]{2,})"
)
_START = re.compile(
    r"[\d〇零○一二两三四五六七八九十百千万亿几数上成过好半壹贰叁肆伍陆柒捌玖拾佰仟]"
    r"(?:(?<=[^几数上成过好半])|(?<=[几数上成过])(?=[十百千万亿])|(?<=好)几|(?<=半)(?=[年天小个数]))"
)
"""Where a number may begin. The characters stand first, alone, because the engine skips over all others then."""
_SCALE = re.compile(
    rf"(?P<gap> (?=[万亿]))?(?P<about>[多余几来])?(?P<scale>[十百千]?(?:万亿|万|亿)|[百千](?![{_OF_UNIT}米分]))"
)
_MAGNITUDES = re.compile(r"[十百千万亿]+")
_ABOUT = re.compile(r"多|余(?![额下热党])|来(?=[个万亿年天岁里名人块元亩斤户吨次家公平米])")
_SLASH = re.compile(r"/(\d{1,3})(?![\d/.年月])")
_NO_VAGUE_AFTER = {"数": "人总次倍函系分多少岁个户件参基指负整度点报", "上": "以之百千网线身", "过": "不超经通走度渡跨"}
"""Characters that make a word with 数, 上 or 过, so that no vague number begins there."""


_BEFORE_LONE = frozenset("第比:∶之/—–―~-至到、和或与及")
"""Behind these a Chinese number is an ordinal or the other end of a range, list or ratio, whatever follows it."""
_LONGEST = 15
"""Longest run of digits that is a number and not a code; longer ones would not be exact in 28 places either."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number where it stands, without unit."""

    start: int
    """First code point."""
    end: int
    """The code point after the last one, a 多 or 余 between number and unit included."""
    value: Decimal | Fraction
    """What it says, magnitudes written out."""
    upper: Decimal | None = None
    """The larger of two neighbours: 3 in 两三."""
    bound: Bound | None = None
    """What 多, 余, 几, 数 or 上 say of the value."""
    chinese: bool = False
    """Written in Chinese digits."""
    bare: bool = False
    """Magnitudes without a digit: 百 in 百名."""
    scale: int = 1
    """The magnitude written after the digits: 10000 in 284万."""
    per: int | None = None
    """The whole that shares are taken of: 100 in 百分之五十."""


def exact(value: Fraction) -> Decimal | Fraction:
    """The decimal that a fraction is; the fraction where none is exact.

    >>> exact(Fraction(5, 2)), exact(Fraction(1, 3))
    (Decimal('2.5'), Fraction(1, 3))
    """
    decimal = Decimal(value.numerator) / Decimal(value.denominator)
    return decimal if Fraction(decimal) == value else value


def parse_chinese(run: str) -> tuple[Decimal, Decimal | None] | None:
    """The value of Chinese digits and magnitudes, and the upper one of two neighbours; None where they form no number.

    >>> parse_chinese("一千二百零三"), parse_chinese("二〇三五"), parse_chinese("十七八")
    ((Decimal('1203'), None), (Decimal('2035'), None), (Decimal('17'), Decimal('18')))
    >>> parse_chinese("十五五") is None
    True
    """
    if len(run) > _LONGEST:
        return None
    whole, point, decimals = run.partition("点")
    if point:
        parsed = parse_chinese(whole)
        digits = "".join(str(DIGITS[c]) for c in decimals)
        return None if parsed is None or parsed[1] else (Decimal(f"{parsed[0]}.{digits}"), None)
    if all(c in DIGITS for c in run):
        return _parse_positional(run)
    return _parse_sections(run)


def _parse_positional(run: str) -> tuple[Decimal, Decimal | None] | None:
    digits = [DIGITS[c] for c in run]
    if len(digits) == 2 and 0 < digits[0] < digits[1] and run[1] != "两":
        return (Decimal(digits[0]), Decimal(digits[1])) if _are_neighbours(*digits) else None
    if len(digits) == 2 and 0 not in digits:
        return None
    return Decimal("".join(map(str, digits))), None


def _are_neighbours(low: int, high: int) -> bool:
    return high == low + 1 or (low, high) == (3, 5)


def _parse_sections(run: str) -> tuple[Decimal, Decimal | None] | None:
    """Read digits with magnitudes from left to right; None where they do not form a number."""
    total = section = 0
    digit: int | None = None
    spread = 0  # how far the upper neighbour lies above, in units of the last place
    last_small, last_large, unit = 10**9, 10**17, 1
    for at, c in enumerate(run):
        if c in DIGITS:
            if digit:
                if spread or not _are_neighbours(digit, DIGITS[c]):
                    return None
                spread = DIGITS[c] - digit
            else:
                digit = DIGITS[c]
        elif c in _SMALL:
            if _SMALL[c] >= last_small or (not digit and at and not (c == "十" and run[at - 1] in "零〇")):
                return None
            last_small = unit = _SMALL[c]
            section += (digit or 1) * unit
            spread *= unit
            digit = None
        else:
            large = _LARGE[c]
            section += digit or 0
            if c == "亿" and run[at - 1 : at] == "万":
                total, section = total * large, 0
            elif large >= last_large or (at and not section):
                return None
            else:
                total, section = total + (section or 1) * large, 0
            spread *= large
            last_small, last_large, unit, digit = 10**9, large, large, None
    if digit and unit > 10 and run[-2] not in "零〇" and not spread:
        digit *= unit // 10
    low = Decimal(total + section + (digit or 0))
    return low, low + spread if spread else None


def find_numerals(text: str, passed: Sequence[tuple[int, int]] = ()) -> Iterator[Numeral]:
    """The numbers of a text in reading order, disjoint.

    Args:
        text: In the `simplify` form.
        passed: Start and end of stretches without numbers of their own, in reading order: dates.

    >>> [str(n.value) for n in find_numerals("284万平方米,1.2万亿元,四分之一,二〇三五年,上百辆")]
    ['2840000', '1200000000000', '1/4', '2035', '100']
    """
    at = index = 0
    while start := _START.search(text, at):
        at = start.end()
        match = _NUMERAL.match(text, start.start())
        if match is None:
            continue
        at = match.end()
        while index < len(passed) and passed[index][1] <= match.start():
            index += 1
        if index < len(passed) and at > passed[index][0]:
            at = passed[index][1]
            continue
        if match.lastgroup == "han" and not _may_count(text, match):
            continue
        if numeral := _read(text, match):
            at = numeral.end
            yield numeral


@cache
def _followers() -> frozenset[str]:
    """Characters that go on with a Chinese number: a unit, a magnitude, a join, 多, 分之."""
    return unit_initials() | frozenset("大多余几来分点比成半万亿、和与及或至到—–―~-%:∶ ")


def _may_count(text: str, match: re.Match[str]) -> bool:
    """Whether Chinese digits are followed by what can go on with a number, or are large or ordinal."""
    start, end = match.span()
    return (
        text[end : end + 1] in _followers()
        or text[start - 1 : start] in _BEFORE_LONE
        or end - start > 2
        or not _LARGE.keys().isdisjoint(match[0])
        or text.startswith("分之", end)
    )


def _read(text: str, match: re.Match[str]) -> Numeral | None:
    numeral = _read_plain(text, match)
    if numeral is None or match["half"]:
        return numeral
    if text.startswith("分之", numeral.end):
        return _read_share(text, numeral)
    if match["arabic"] and (slash := _SLASH.match(text, match.end())):
        return _read_slash(text, match, slash) or numeral
    return numeral


def _read_plain(text: str, match: re.Match[str]) -> Numeral | None:
    """The number without a share or a slash behind it."""
    if match["half"]:
        return Numeral(
            match.start(), match.end(), Fraction(1, 2) if match[0] in ("一半", "半数") else Decimal("0.5"), chinese=True
        )
    if match["vague"]:
        return _read_vague(text, match)
    if match["arabic"] and len(match[0]) > _LONGEST:
        return None
    if match["arabic"]:
        return _extended(text, Numeral(match.start(), match.end(), Decimal(match[0].replace(",", ""))))
    return _read_chinese(text, match)


def _read_chinese(text: str, match: re.Match[str]) -> Numeral | None:
    run = match[0].translate(_FORMAL)
    if run == "零":
        return None
    if len(run) > 1 and run[-1] in "百千" and text[match.end() : match.end() + 1] in tuple(_OF_UNIT):
        run = run[:-1]
    parsed = parse_chinese(run)
    if parsed is None:
        return None
    bare = not any(c in DIGITS for c in run) and run[0] != "十"
    scale = next((_LARGE[c] for c in reversed(run) if c in _LARGE), 1)
    numeral = Numeral(match.start(), match.start() + len(run), *parsed, chinese=True, bare=bare, scale=scale)
    return _extended(text, numeral)


def _read_vague(text: str, match: re.Match[str]) -> Numeral | None:
    """几十, 数千, 上百: the magnitude is all that is said."""
    word = match[0]
    if text[match.start() - 1 : match.start()] in tuple(_NO_VAGUE_AFTER.get(word, "")) or word == "成":
        return None
    magnitudes = _MAGNITUDES.match(text, match.end())
    parsed = parse_chinese(magnitudes[0]) if magnitudes else None
    if magnitudes is None or parsed is None:
        return None
    bound = {"上": Bound.AT_LEAST, "过": Bound.OVER}.get(word, Bound.SOMEWHAT_OVER)
    numeral = Numeral(match.start(), magnitudes.end(), parsed[0], bound=bound, chinese=True)
    return _extended(text, numeral)


def _scaled(value: Decimal, factor: Decimal) -> Decimal:
    """The product without the trailing zero that a decimal fraction leaves behind."""
    product = value * factor
    return product.quantize(Decimal(1)) if product == product.to_integral_value() else product


def _extended(text: str, numeral: Numeral) -> Numeral:
    """The number with a magnitude and a 多 or 余 that follow: 20多万, 3亿多, 十几万."""
    if isinstance(numeral.value, Fraction):
        return numeral
    value, upper, end, bound, scale = numeral.value, numeral.upper, numeral.end, numeral.bound, numeral.scale
    round_number = value % 10 == 0 and value > 0
    if round_number and value < 100 and text.startswith("几", end):
        bound, end = Bound.SOMEWHAT_OVER, end + 1
    found = _SCALE.match(text, end)
    has_run_on = numeral.chinese and end == numeral.end  # its own run holds the magnitudes already
    if found and (round_number if found["about"] else not has_run_on):
        parsed = parse_chinese(found["scale"])
        if parsed and value < 10**12:
            factor = parsed[0]
            value, upper, scale = _scaled(value, factor), upper and _scaled(upper, factor), int(factor)
            if found["about"]:
                bound = Bound.ABOUT if found["about"] == "来" else Bound.SOMEWHAT_OVER
            end = found.end()
    if (round_number or scale > 1) and (about := _ABOUT.match(text, end)):
        bound, end = bound or (Bound.ABOUT if about[0] == "来" else Bound.SOMEWHAT_OVER), about.end()
    if end == numeral.end:
        return numeral
    return Numeral(numeral.start, end, value, upper, bound, numeral.chinese, numeral.bare, scale)


def _read_share(text: str, whole: Numeral) -> Numeral | None:
    """四分之一, 百分之五十: the number after 分之 over the one before it."""
    match = _NUMERAL.match(text, whole.end + 2)
    part = _read_plain(text, match) if match and not match["vague"] else None
    if part is None or whole.value <= 0:
        return None
    if whole.value in (100, 1000, 10000):
        return replace(part, start=whole.start, per=int(whole.value), chinese=False, bare=False)
    return Numeral(whole.start, part.end, Fraction(part.value) / Fraction(whole.value))


def _read_slash(text: str, match: re.Match[str], slash: re.Match[str]) -> Numeral | None:
    """1/3, where it is no date and no list of alternatives."""
    if not match[0].isdigit() or text[match.start() - 1 : match.start()] == "/":
        return None
    part, whole = int(match[0]), int(slash[1])
    return Numeral(match.start(), slash.end(), Fraction(part, whole)) if 0 < part < whole <= 100 else None
