"""A unit behind a number: 个多月, 年半, 元/吨, an elided or a new one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from reader.analysis.numerals import DIGITS, Numeral, exact
from reader.lexicons.units import Unit, unit_at
from reader.model import Bound, FigureKind

_SPLIT = re.compile(r"个(?P<about>多|半)(?P<word>月|小时|世纪|百分点|星期|学期|钟头|工作日|年头|季度)")
_HALF = re.compile(r"半(?![数价径个年月天小导途路山球])")
_HUNDREDTHS = re.compile(r"\d{2}(?!\d)")
"""What follows 秒 in a sporting result: 26秒18."""
_MORE = re.compile(r"多(?=[,。;、的来前后时了地路长高宽]|$)|余(?=[,。;、的来前后]|$)")
_MINUTES = re.compile(r"(?P<first>[0-5]?\d)分钟?(?:(?P<second>[0-5]?\d)秒钟?)?")
_SECONDS = re.compile(r"(?P<first>[0-5]?\d)秒钟?(?P<second>)")
_MONTHS = re.compile(r"(?P<first>1[01]|[1-9])个月(?P<second>)")
_SMALLER = {"小时": _MINUTES, "个小时": _MINUTES, "分钟": _SECONDS, "分": _SECONDS, "年": _MONTHS}
"""Units to the smaller ones behind them that belong to one figure: 10小时07分, 3年6个月."""
_NOTHING = re.compile(r"(?!)")
_GO_ON = frozenset("半多余")
"""Characters that go on with a unit inside the figure."""
_RATE = re.compile(
    r"/(?:(?:平方|立方)?(?:千|毫|公|厘)?(?:米|克|里)|吨|升|小时|秒|人|年|月|天|日|户|亩|斤|公顷|千瓦时|度|桶|次|股|[a-zμ]{1,3}[23²³]?(?![a-z0-9]))"
)
_POSITION = re.compile(r"[\u4e00-\u9fff](?=[,。;、!?]|$)")
_NO_CLASSIFIER = (
    "室楼号房院的和与及或至到是为在了着之以上下内外中前后左右大小多少日月年号时期分点一二三四五"
    "六七八九十百千万亿等也都就还又而则即第其此该这那"
)
_GREAT = re.compile(
    r"大(?!类(?![型似别])|项(?!目))(?=[\u4e00-\u9fff])(?![以报精代召闭开是的提作确强上后前期会小多量批家学部])"
)
_GREAT_AND_GENERAL = re.compile(r"大(?:方面|领域|行业|产业|重点|任务|板块|举措|工程|行动|项目|体系|专项)")
_OPINION = re.compile(
    r"点(?=(?:具体|工作|重要)?(?:意见|建议|要求|希望|体会|想法|思考|启示|看法|感受|认识|说明|原因|经验|做法|理由))"
)
"""With these behind it 点 counts what is said: 讲三点意见."""
_TIERS = re.compile(r"级(?=党|政府|网络|联动|贯通|体系|书记|河|湖|林长|组织|平台|联网|全覆|人民政府|协同|法院|检察)")
"""With these behind it, or places before the number, 级 counts tiers of government: 市县两级, 4级河湖长."""
_TIER = re.compile(r"级(?!别|工|[甲乙丙])")
_PLACES_BEFORE = re.compile(r"(?:[省市区县州乡镇村国组户][、,()/]{0,2}|街道[)]?|社区|乡镇){2,}$|(?:街道|社区|乡镇)$")
_SERIES = re.compile(r"(?:分|分成|分为|举办|连续|先后|共)$")
"""Behind these a small number counts what it would number elsewhere: 分三期举办."""
_TENTHS = re.compile(r"(?P<tenths>[\d一二三四五六七八九])(?![\d一二三四五六七八九十百千万亿]|[个多斤毛块元亩年月天])")
"""A digit behind 块 that leaves its 毛 out: 4块5."""
_COINS = re.compile(r"(?:[块毛](?=[,。;、!?”]|钱|$)|块(?=[\d一二三四五六七八九](?![\d十百千万])))")
_PRICED = re.compile(r"[钱价元卖挣赚花付租薪费斤涨跌出收块月天][^,。;]{0,6}$")
"""Words before a number that 块 and 毛 behind it are of money."""
_HEAT = re.compile(r"温|零下|零上|升温|高温|低温|摄氏")
_ELECTRIC = re.compile(r"电")
_PERSON = re.compile(
    r"人口|人数|人员|职工|就业|党员|居民|群众|农民|劳动力|参保|学生|粉丝|会员|网民|用户|观众|游客|旅客|人才|[员者]"
)
_MONEY = re.compile(
    r"gdp|总值|产值|投资|收入|资金|贷款|余额|总额|金额|税|利润|支出|增加值|零售|预算|债|签约|经济总量|营收|成本|费|成交额|[额款]$"
)
_MONEY_BEFORE = re.compile(
    r"(?:gdp|[产总增加]值|投资|收入|资金|贷款|余额|总额|利润|支出|税收|营收|销售额|成交额)(?:达|达到|超|突破|过|破)?$|(?:突破|跨越|迈上|迈入|跨入|冲刺)$"
)
_NOUN_AFTER = re.compile(
    r"[\u4e00-\u9fff]{2,8}?(?:终端|企业|市场|项目|设备|粉丝|网点|机构|车辆|家庭|主体|站点|店|品种)"
)
"""Things behind a number that leaves its 个 out: 1.29亿电视终端."""
_PEOPLE_AFTER = re.compile(
    r"(?:[\u4e00-\u9fff]{0,6}?)(?:人口|儿童|婴幼儿|群众|学生|职工|党员|干部|居民|农民|游客|旅客|观众|毕业生|劳动力|[员者民众童])"
)


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit where it stands, with what the words inside and after it add."""

    end: int
    """The code point after it."""
    unit: str | None
    """In the `simplify` form; None where the text leaves it open."""
    kind: FigureKind
    """What it measures."""
    extra: Decimal | Fraction = Decimal(0)
    """What 半, smaller units, or the hundredths behind 秒, add in this unit."""
    bound: Bound | None = None
    """What a 多 inside or after it says."""


def measure_at(text: str, numeral: Numeral) -> Measure | None:
    """The unit that follows a number.

    >>> from reader.analysis.numerals import find_numerals
    >>> text = "4个多月过去了"
    >>> measure = measure_at(text, next(find_numerals(text)))
    >>> measure.unit, measure.end, measure.bound
    ('个月', 4, <Bound.SOMEWHAT_OVER: '>~'>)
    """
    if numeral.per:
        return Measure(numeral.end, {100: "%", 1000: "‰"}.get(numeral.per, "‱"), FigureKind.PERCENT)
    at = numeral.end + (1 if text.startswith(" ", numeral.end) else 0)
    first = text[at : at + 1]
    if first == "个" and (split := _SPLIT.match(text, at)):
        half = split["about"] == "半"
        kind = FigureKind.PERCENT if split["word"] == "百分点" else FigureKind.DURATION
        extra, bound = (Decimal("0.5"), None) if half else (Decimal(0), Bound.SOMEWHAT_OVER)
        return Measure(split.end(), "个" + split["word"], kind, extra, bound)
    if first == "大" and numeral.chinese and (_GREAT if numeral.value <= 10 else _GREAT_AND_GENERAL).match(text, at):
        return Measure(at + 1, "大", FigureKind.COUNT)
    if first in ("块", "毛") and (coins := _coins_at(text, at)):
        return coins
    if first in ("点", "级") and numeral.value <= 10 and (named := small_unit_at(text, at, numeral.start)):
        return Measure(named.end(), named[0], FigureKind.COUNT)
    unit = unit_at(text, at)
    if unit is None or (
        unit.digits and _is_small(numeral) and not _SERIES.search(text, max(0, numeral.start - 4), numeral.start)
    ):
        return _by_position(text, numeral)
    if at > numeral.end and not (unit.word.isascii() or unit.kind is not FigureKind.COUNT or _is_long(numeral)):
        return None
    return _completed(text, at + len(unit.word), unit)


def _coins_at(text: str, at: int) -> Measure | None:
    """块 and 毛 as money: 4块5, 高出六毛."""
    found = _COINS.match(text, at)
    if found is None or not (text.startswith("钱", found.end()) or _PRICED.search(text[max(0, at - 16) : at])):
        return None
    end = found.end() + (1 if text.startswith("钱", found.end()) else 0)
    tenths = _TENTHS.match(text, end) if found[0] == "块" else None
    if tenths is None:
        return Measure(end, text[at:end], FigureKind.MONEY)
    digit = DIGITS.get(tenths["tenths"]) or int(tenths["tenths"])
    return Measure(tenths.end(), found[0], FigureKind.MONEY, Decimal(digit) / 10)


def small_unit_at(text: str, at: int, number_start: int) -> re.Match[str] | None:
    """点 where it counts what is said, 级 where it counts tiers of government; other ones make names."""
    if opinion := _OPINION.match(text, at):
        return opinion
    if _PLACES_BEFORE.search(text[max(0, number_start - 12) : number_start]):
        return _TIER.match(text, at)
    return _TIERS.match(text, at)


def _is_long(numeral: Numeral) -> bool:
    """Whether a number with a space behind it counts what follows: 5.7 万场; 1 人员 is a numbered heading."""
    return numeral.end - numeral.start > 2


def _is_small(numeral: Numeral) -> bool:
    """Whether a number is one of those that make names: 三 in 三级, not 十几 or 两三."""
    return numeral.chinese and numeral.value <= 10 and not numeral.bound and not numeral.upper


def _completed(text: str, end: int, unit: Unit) -> Measure | None:
    """The unit with what follows it inside the figure; None where its word is only the start of another."""
    if unit.word.isascii() and text[end : end + 1].isascii() and text[end : end + 1].isalnum():
        return None
    kind = _read_degrees(text, end, unit)
    following = text[end : end + 1]
    if following.isdigit() and (rest := _SMALLER.get(unit.word, _NOTHING).match(text, end)):
        return Measure(rest.end(), unit.word, FigureKind.DURATION, _in_larger(rest, unit.word))
    if following == "/" and (rate := _RATE.match(text, end)):
        return Measure(rate.end(), unit.word + rate[0], unit.kind)
    if following not in _GO_ON and unit.word not in ("秒", "成"):
        return Measure(end, unit.word, kind)
    halved = kind in (FigureKind.DURATION, FigureKind.MULTIPLE) or unit.word == "成"
    if halved and (half := _HALF.match(text, end)):
        return Measure(half.end(), unit.word, kind, Decimal("0.5"))
    if unit.word == "成" and (rest := _TENTHS.match(text, end)):
        digit = DIGITS.get(rest["tenths"]) or int(rest["tenths"])
        return Measure(rest.end(), unit.word, kind, Decimal(digit) / 10)
    if unit.word == "秒" and (rest := _HUNDREDTHS.match(text, end)):
        return Measure(rest.end(), unit.word, kind, Decimal(rest[0]) / 100)
    if (kind not in (FigureKind.COUNT, FigureKind.PERCENT) or unit.word == "成") and (more := _MORE.match(text, end)):
        return Measure(more.end(), unit.word, kind, bound=Bound.SOMEWHAT_OVER)
    return Measure(end, unit.word, kind)


def _in_larger(rest: re.Match[str], unit: str) -> Decimal | Fraction:
    """The smaller units behind a larger one, in that one: 0.5 for 30分钟 behind 小时."""
    whole = 12 if unit == "年" else 60
    return exact(Fraction(int(rest["first"]), whole) + Fraction(int(rest["second"] or 0), whole * whole))


def _read_degrees(text: str, end: int, unit: Unit) -> FigureKind:
    """度 is a temperature, electricity or an angle, as the words before it say."""
    if unit.word != "度":
        return unit.kind
    before = re.split(r"[,。;]", text[max(0, end - 16) : end])[-1]
    if _HEAT.search(before):
        return FigureKind.TEMPERATURE
    return FigureKind.POWER if _ELECTRIC.search(before) else FigureKind.ANGLE


def _by_position(text: str, numeral: Numeral) -> Measure | None:
    """A classifier that no table holds: one character between a number and the end of its clause."""
    found = _POSITION.match(text, numeral.end)
    if found is None or numeral.chinese or found[0] in _NO_CLASSIFIER:
        return None
    return Measure(found.end(), found[0], FigureKind.COUNT)


def precedes_people(text: str, end: int) -> bool:
    """Whether those who are counted stand right behind a number: 十四亿人口."""
    return _PEOPLE_AFTER.match(text, end) is not None


def follows_money(text: str, start: int) -> bool:
    """Whether a sum of money stands right before a number: 产值百亿.

    >>> follows_money("产值百亿", 2), follows_money("山河百亿", 2)
    (True, False)
    """
    return _MONEY_BEFORE.search(text, max(0, start - 6), start) is not None


def elided_measure(text: str, numeral: Numeral, clause_start: int) -> Measure | None:
    """The unit that a large number leaves out, restored from the words around it: 人口22.45万, 超126万亿."""
    before = text[clause_start : numeral.start][-16:]
    if _PEOPLE_AFTER.match(text, numeral.end):
        return Measure(numeral.end, "人", FigureKind.COUNT)
    persons = [match.end() for match in _PERSON.finditer(before)]
    money = [match.end() for match in _MONEY.finditer(before)]
    if persons and (not money or persons[-1] > money[-1]):
        return Measure(numeral.end, "人", FigureKind.COUNT)
    if _NOUN_AFTER.match(text, numeral.end) and not _MONEY.match(text, numeral.end):
        return Measure(numeral.end, "个", FigureKind.COUNT)
    if money or numeral.bare or numeral.scale >= 10**12:
        return Measure(numeral.end, "元", FigureKind.MONEY)
    return Measure(numeral.end, None, FigureKind.COUNT)
