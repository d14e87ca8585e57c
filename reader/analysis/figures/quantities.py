"""Numbers with their units, bounds and ranges: 超140部, 3至5个, 提高0.6和1.0个百分点, 四分之一."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from reader.analysis.figures.bounds import bound_after, bound_before
from reader.analysis.figures.measures import Measure, elided_measure, follows_money, measure_at, precedes_people
from reader.analysis.figures.quantity import Quantity
from reader.analysis.numerals import Numeral, exact, find_numerals
from reader.model import Bound, FigureKind, PartialDate

_TO = re.compile(r"—{1,2}|–|-|~|―|至|到")
_JOINS = frozenset("—–-~―至到")
_BECOMES = ("至", "到")
"""Behind 从 or 由 and a number with its unit these lead from one level to another: 从30%到40%."""
_FROM_UP = re.compile(r"以上[,、]?(?:至|到)?(?=[\d一二三四五六七八九十])")
_NO_MORE = re.compile(r"以下|以内")
_AND = re.compile(r"和|、|与|及|或")
_PROPORTION = re.compile(r"(?:比|比例|系数|指数|密度)(?:值?[为是达降升]|达到|降[至到]|升[至到]|缩小[至到])$")
_RATIO = re.compile(r"[:∶比](?=\d|[一二三四五六七八九十])")
_VERSION_AFTER = re.compile(r"版(?!图|块|权)|版本|时代|[,。;、”’\"!?)]|$|[\u4e00-\u9fff]")
_NAME_CHARACTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789.·_αβ+#-")
"""Behind these a number is part of a name."""
_NEGATIVE = re.compile(r"(?:零下|负|−|(?:(?<=[\u4e00-\u9fff,。;:(、])|^)-)$")
_SIGN = re.compile(r"零下|负|-|−")
"""Before the upper end of a range these make it negative: -1℃~-5℃."""
_SIGN_ENDS = frozenset("下负−-")
_SIGNED = (FigureKind.TEMPERATURE, FigureKind.PERCENT)
_TURN = re.compile(r"翻了?$")
_CURRENCY = re.compile(r"(?:us|hk)?[$¥￥€£]$")
_NAMED_CURRENCY = re.compile(r"(?:人民币|[美欧日港澳加韩]元|英镑|港币)$")
_AGO = re.compile(r"(?:之|以)?前(?![后提往沿列景来线所进期夕瞻三两几\d])")
_SINCE = "以来"
_BACK = re.compile(r"以?来(?!自|说|看|访|到|源|华)")
_AGO_UNITS = {"年": "Y", "载": "Y", "个月": "M", "天": "D", "日": "D"}
_YEARS_BACK = range(1, 1001)
"""So many years, months or days before the text are a date."""
_RANK_BEFORE = re.compile(
    r"(?:居|列|位|排|排名|名列|跃升|升至|上升到|跃居|保持|稳居|蝉联|获|获得|夺得|全[国省市区县州镇乡球旗校]|世界|亚洲|国际|我国|西部|东部|中部)第$"
)
_RANK_AFTER = re.compile(r"大(?=[\u4e00-\u9fff])(?![会学道街厅队桥关类楼夫家型战专])|[位名](?![义单称额于词为列])")
_RANK_MOVES = tuple("跃升上提下降变前进退滑")
"""What a place in a ranking does: 第八位跃升至第三位."""
_RANK_ENDS = ("", *" ,。;、!?)”的")
_ENDS = re.compile(r"[,。;、!?]|大关|台阶|俱乐部|$")
_CLAUSE = re.compile(r"[,。;!?:]")


@dataclass(frozen=True, slots=True)
class _Reader:
    """One paragraph with its numerals by their place."""

    text: str
    by_start: dict[int, Numeral]

    def clause_start(self, offset: int) -> int:
        """Where the clause of an offset begins, at most 60 code points back."""
        low = max(0, offset - 60)
        starts = [match.end() for match in _CLAUSE.finditer(self.text, low, offset)]
        return starts[-1] if starts else low


def find_quantities(text: str, dates: Sequence[Quantity]) -> Iterator[Quantity]:
    """Everything counted or measured in a text, in reading order, apart from its dates.

    >>> [(text[q.start : q.end], str(q.value), q.unit) for text in ["受理电梯344部,提高0.6和1.0个百分点"]
    ...  for q in find_quantities(text, [])]
    [('344部', '344', '部'), ('0.6', '0.6', '个百分点'), ('1.0个百分点', '1.0', '个百分点')]
    """
    numerals = list(find_numerals(text, [(date.start, date.end) for date in dates]))
    reader = _Reader(text, {numeral.start: numeral for numeral in numerals})
    done = 0
    for numeral in numerals:
        if numeral.start < done:
            continue
        found = _read(reader, numeral)
        if found and found.start >= done:
            done = found.end
            yield found


def _read(reader: _Reader, numeral: Numeral) -> Quantity | None:
    text = reader.text
    before = text[numeral.start - 1] if numeral.start else ""
    if before == "第":
        return _rank(reader, numeral)
    if (
        before in _NAME_CHARACTERS
        and not numeral.chinese
        and not _NEGATIVE.search(text, max(0, numeral.start - 2), numeral.start)
    ):
        return None
    if type(numeral.value) is Fraction:
        return _finished(reader, numeral, Measure(numeral.end, None, FigureKind.RATIO))
    if ratio := _ratio(reader, numeral):
        return ratio
    measure = measure_at(text, numeral)
    if found := _range(reader, numeral, measure):
        return found
    if measure is None or measure.unit == "个":
        measure = _shared(reader, numeral) or measure or _currency(text, numeral)
    if measure is None and _is_proportion(text, numeral):
        measure = Measure(numeral.end, None, FigureKind.RATIO)
    if measure is None and _is_version(text, numeral):
        return _version(numeral)
    if measure is None and _is_large(text, numeral):
        measure = elided_measure(text, numeral, reader.clause_start(numeral.start))
    return _finished(reader, numeral, measure) if measure else None


def _is_proportion(text: str, numeral: Numeral) -> bool:
    """Whether a number without a unit is a ratio or an index: 系数为0.35."""
    if text[numeral.end : numeral.end + 1] in (":", "∶"):
        return False
    return _PROPORTION.search(text, max(0, numeral.start - 6), numeral.start) is not None


def _is_large(text: str, numeral: Numeral) -> bool:
    """Whether a number without a unit still counts something: 22.45万, 100余企业."""
    if text.startswith(("分点", "分之"), numeral.end):
        return False
    if numeral.bare:
        return (
            numeral.scale >= 10**8 and follows_money(text, numeral.start) and _ENDS.match(text, numeral.end) is not None
        )
    if numeral.chinese and numeral.bound is None:
        return numeral.scale >= 10**4 and precedes_people(text, numeral.end)
    if numeral.chinese:
        return numeral.scale >= 10**4
    return numeral.scale >= 10**4 or numeral.bound is Bound.SOMEWHAT_OVER


def _currency(text: str, numeral: Numeral) -> Measure | None:
    low = max(0, numeral.start - 3)
    found = _CURRENCY.search(text, low, numeral.start) or _NAMED_CURRENCY.search(text, low, numeral.start)
    if found is None:
        return None
    return Measure(numeral.end, "元" if found[0] == "人民币" else found[0], FigureKind.MONEY)


def _is_version(text: str, numeral: Numeral) -> bool:
    """多诺合一2.0, 3.0版: one decimal behind a name, where nothing is measured."""
    written = text[numeral.start : numeral.end]
    if len(written) != 3 or written[1] != "." or numeral.start == 0 or not _VERSION_AFTER.match(text, numeral.end):
        return False
    before = text[numeral.start - 1]
    named = (before >= "\u4e00" and before not in "超过近约达至为到有仅增升降于") or before in "”’》"
    return named and (written.endswith(".0") or text.startswith("版", numeral.end))


def _version(numeral: Numeral) -> Quantity:
    return Quantity(numeral.start, numeral.end, FigureKind.VERSION, numeral.value, number_start=numeral.start)


def _rank(reader: _Reader, numeral: Numeral) -> Quantity | None:
    """第一 in 第一大国, 第三 in 居全省第三; other ordinals are names."""
    text, start, end = reader.text, numeral.start - 1, numeral.end
    after = _RANK_AFTER.match(text, end)
    if after and after[0] in ("位", "名"):
        end = after.end()
    elif after:
        return Quantity(start, end, FigureKind.RANK, numeral.value, number_start=start)
    is_listed = text.startswith("、", end) and end + 1 in reader.by_start
    placed = _RANK_BEFORE.search(text[max(0, start - 6) : start + 1])
    if not placed or is_listed or text[end : end + 1] not in (*_RANK_ENDS, *_RANK_MOVES):
        return None
    return Quantity(start, end, FigureKind.RANK, numeral.value, number_start=start)


def _ratio(reader: _Reader, numeral: Numeral) -> Quantity | None:
    """1:1.5, 三比一."""
    if reader.text[numeral.end : numeral.end + 1] not in (":", "∶", "比"):
        return None
    if reader.text[numeral.start - 1 : numeral.start] in (":", "∶"):
        return None
    sign = _RATIO.match(reader.text, numeral.end)
    other = reader.by_start.get(sign.end()) if sign else None
    if other is None or sign is None or not other.value or type(other.value) is Fraction:
        return None
    if measure_at(reader.text, other) is not None or (sign[0] == "比" and numeral.chinese != other.chinese):
        return None
    if sign[0] != "比" and (further := _RATIO.match(reader.text, other.end)) and further[0] != "比":
        return None
    value = numeral.value if other.value == 1 else Fraction(numeral.value) / Fraction(other.value)
    ratio = replace(numeral, end=other.end, value=value, upper=None)
    return _finished(reader, ratio, Measure(other.end, None, FigureKind.RATIO))


def _range(reader: _Reader, numeral: Numeral, measure: Measure | None) -> Quantity | None:
    """3至5个, 30%—40%, 2至3万元: the lower end may leave unit and magnitude to the upper one."""
    between = (
        _FROM_UP.match(reader.text, measure.end) if measure and reader.text.startswith("以上", measure.end) else None
    )
    end = measure.end if measure else numeral.end
    join = between or (_TO.match(reader.text, end) if reader.text[end : end + 1] in _JOINS else None)
    sign = _SIGN.match(reader.text, join.end()) if join else None
    high = reader.by_start.get((sign or join).end()) if join else None
    if high is None or join is None or numeral.upper or high.upper:
        return None
    if measure and join[0] in _BECOMES and reader.text[numeral.start - 1 : numeral.start] in ("从", "由"):
        return None
    if isinstance(high.value, Fraction) or isinstance(numeral.value, Fraction):
        return None
    last = measure_at(reader.text, high)
    if last is None or (measure is not None and measure.unit != last.unit):
        return None
    if between and not _NO_MORE.match(reader.text, last.end):
        return None
    low = numeral.value
    if measure is None and numeral.scale == 1 and high.scale > 1 and low < high.value / high.scale:
        low *= high.scale
    below = _NEGATIVE.search(reader.text, max(0, numeral.start - 2), numeral.start) is not None
    if sign and last.kind not in _SIGNED:
        return None
    ends = (-low if below else low, -high.value if sign else high.value)
    if ends[0] >= ends[1] and not (below and sign):
        return None
    lower = replace(numeral, value=-min(ends) if below else ends[0], upper=max(ends))
    found = _finished(reader, lower, last)
    return replace(found, bound=Bound.AT_LEAST) if between and found else found


def _shared(reader: _Reader, numeral: Numeral) -> Measure | None:
    """The unit that the last number of a list states for all: 0.6 in 0.6和1.0个百分点."""
    if numeral.chinese or numeral.start == 0:
        return None
    current = numeral
    gap = 1 if reader.text.startswith("个", numeral.end) else 0
    for _ in range(8):
        join = _AND.match(reader.text, current.end + gap)
        sign = _SIGN.match(reader.text, join.end()) if join else None
        following = reader.by_start.get((sign or join).end()) if join else None
        if following is None or following.chinese:
            return None
        measure = measure_at(reader.text, following)
        if gap and measure and measure.unit not in ("个", "个百分点", "个千分点"):
            return None
        if measure and not (gap and measure.unit == "个"):
            return Measure(numeral.end + gap, measure.unit, measure.kind)
        current = following
    return None


def _finished(reader: _Reader, numeral: Numeral, measure: Measure) -> Quantity | None:
    """The figure with its sign and the bounding words on both sides."""
    text = reader.text
    number_start, value = numeral.start, numeral.value
    if text[number_start - 1 : number_start] in _SIGN_ENDS and (
        negative := _NEGATIVE.search(text, max(0, number_start - 2), number_start)
    ):
        number_start, value = number_start - len(negative[0]), -value
    if measure.unit == "番":
        turn = _TURN.search(text, max(0, number_start - 2), number_start)
        if turn is None:
            return None
        number_start -= turn[0] == "翻"
    if measure.kind is FigureKind.MONEY and (sign := _CURRENCY.search(text[max(0, number_start - 3) : number_start])):
        number_start -= len(sign[0])
    upper = numeral.upper
    if measure.extra and isinstance(value, Decimal):
        if isinstance(measure.extra, Fraction):
            value = exact(Fraction(value) + measure.extra)
        else:
            value, upper = value + measure.extra, upper and upper + measure.extra
    start, before = bound_before(text, number_start)
    end, after = bound_after(text, measure.end)
    stated = before or after or numeral.bound or measure.bound
    if numeral.bare and not (stated or text.startswith("级", end) or measure.end == numeral.end):
        return None
    quantity = Quantity(
        start,
        end,
        measure.kind,
        value,
        upper,
        measure.unit,
        stated,
        numeral.chinese,
        number_start,
    )
    return _placed_in_time(text, quantity) if measure.kind is FigureKind.DURATION else quantity


def _placed_in_time(text: str, quantity: Quantity) -> Quantity:
    """五年前 as a date; 近20年来 as a duration without a bound."""
    letter = _AGO_UNITS.get(quantity.unit or "")
    ago = _AGO.match(text, quantity.end) if letter and quantity.upper is None else None
    if ago and isinstance(quantity.value, Decimal) and quantity.value in _YEARS_BACK:
        value = PartialDate(f"REF_{letter}-{int(quantity.value)}")
        return replace(quantity, end=ago.end(), kind=FigureKind.DATE, value=value, unit=None, is_shift=True)
    back = _BACK.match(text, quantity.end)
    if back is None:
        return quantity
    end = back.end() if back[0] == _SINCE else quantity.end
    return replace(quantity, end=end, bound=None if quantity.bound is Bound.NEARLY else quantity.bound)
