"""Numbers that count nothing: names, ordinals, idioms, slogans, and 一 that only means some."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from reader.analysis.figures.measures import small_unit_at
from reader.analysis.figures.quantity import Quantity
from reader.lexicons.formulations import formulations
from reader.lexicons.verbs import is_verb
from reader.lexicons.words import words
from reader.model import FigureKind, Span

_TITLE = re.compile(r"《[^《》]{1,80}》|〔[^〕]{1,8}〕|〈[^〈〉]{1,60}〉")
_OPENS_TITLE = re.compile(r"[《〔〈]")
_OPENS_QUOTE = re.compile(r"[“\"「『‘]")
_QUOTE = re.compile(r"[“\"「『‘]([^“”\"「」『』‘’,。;:!?]{1,14})[”\"」』’]")
_LONGEST_NAME = 14
"""Longest quotation that is taken for a name, in code points."""
_NUMBER_FIRST = re.compile(r"[二两三四五六七八九十百千万双\d]")
_FORMULA = re.compile(
    r"[\u4e00-\u9fff]{0,3}?(?:精神|军规|意识|自信|维护|确立|坚持|务必|必须|全面|必然|善于|敢于|更加|毫不|不能|不得|更好|转变|结合起来|革命)"
)
_FORMULA_UNITS = ("个", "种", "条", "项", "大", "件", "有", "者")
_PROGRAMME = re.compile(
    r"(?:期|制|计划|义务教育|[^,。、;:的了内来前后间时用完开推起“”()]{0,6}?(?:行动|计划|规划|攻坚战?|方案|大变样))"
)
_WITHIN_NAME = re.compile(r"(?<=红)十字|十字[路架街花]")
_PARTS_OF_LAW = ("项", "款", "目")
_REFERENCE = re.compile(r"[前后]$|第[一二三四五六七八九十百]{1,4}[、和及至]$")
"""Behind these a number of parts of a law says which: 前二项, 第一、二款."""
_CONGRESS = re.compile(r"届(?:全国|中央|[一二三四五六七八九]中|人大|政协|三中|理事|会议)")
_ORDINAL_UNITS = (
    "届",
    "期",
    "批",
    "代",
    "版",
    "章",
    "线",
    "路",
    "局",
    "手",
    "市",
    "省",
    "县",
    "区",
    "乡",
    "镇",
    "街道",
    "方",
    "国",
    "里",
    "点",
    "面",
)
_SERIES_BEFORE = re.compile(
    r"(?:连续|举办|开展|推出|已|共|共有|了|累计|等|全国|全市|全省|全区|余|多|涉及|覆盖|辖|有|在|分|分成|分为|\d[乡镇县区村市])$"
)
_QUAKE = re.compile(r"地震|(?:雷雨|雷暴|偏[东南西北])?大风|风力|阵风|强风|台风")
_SHAKEN = re.compile(r"震|[大强台烈阵东南西北]风|风力")
_LISTED_BEFORE = re.compile(r"、[^,。;!?:、]{1,16}$")
_GENERAL_NOUN = re.compile(r"方面|领域|类|种|板块|环节|部分|层面|维度|内容|问题|环境|举措|措施|行业")
_INDEFINITE_BEFORE = re.compile(r"学前$|[的这那有某又哪新整同任第人手上下]$|另外$|每$|任何$|唯$|同样$")
_ONE_PART_OF_LIST = re.compile(r"[^,。;!?:]{0,12}、[^,。;!?:、]{0,8}$")
_OFTEN = re.compile(r"(?:每[一]?[天日周月年季半个两三\d]|至少|最少|最多|不少于)[^,。;:!?]*$")
_BASE_BEFORE = re.compile(r"(?:(?<!对)比|较|[高低快慢多少好优]于)$")
_BESIDE = ("与", "和", "同")
_ALIKE = re.compile(r"(?:同期|末|底)?[^,。;]{0,6}?(?:相比|比|持平|一样|相当|差不多)")
_YEAR_RUN = re.compile(r"[一二两三四五六七八九十]年(?P<done>[\u4e00-\u9fff]{1,5})(?=[、,。;”]|$)")
_WORD_TAILS = "钱事时间风歌话楼课酒水份级后前块人工者日字"
"""Behind number and unit these begin what is counted, though the dictionary holds the whole: 八块钱."""


_AGAIN = re.compile(r"(?:接着|又|复)一")
"""Between two 一 with one unit these say again and again: 一年接着一年."""
_LIMITED = re.compile(r"限[报领购选填]?$")
"""Before a 一 these make it a measure: 每人限报一个岗位."""
_DRILL = re.compile(r"一[年季月周旬天日]一(?![次回遍年月周天日个])[\u4e00-\u9fff]{1,3}")
"""How often something is done as a maxim says it: 一周一调度, 一月一通报."""
_PROVERB = re.compile(r"十年(?:冷|磨一|寒窗|树木)|百年(?:树人|大计)")
_TIMES = ("次", "回", "遍", "个", "人", "家")
"""Units that make no name with a number, though they stand in quotation marks: “三次”."""
_ADVERBIAL = ("四周", "一度", "一天")
"""Words of place and time that look like a number with its unit."""
_SPENT = re.compile(r"能|可|要|就|最|内|时间|左右|以|之后|后|来|多|前|的时间|[,。;、]|[\u4e00-\u9fff]{0,3}(?:次|小时)")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a paragraph holds that makes a number part of a name."""

    text: str
    """The paragraph in the `simplify` form."""
    titles: tuple[Span, ...]
    """Book titles and document years, with their marks."""
    quotes: tuple[Span, ...]
    """Short quotations without punctuation, without their marks."""
    names: tuple[str, ...]
    """Quotations of the whole article that begin with a number: 六种精神."""

    def within(self, spans: Sequence[Span], quantity: Quantity) -> Span | None:
        """The span of a sorted, disjoint list that covers a quantity."""
        index = bisect_right(spans, quantity.start, key=lambda span: span.start) - 1
        return spans[index] if index >= 0 and quantity.end <= spans[index].end else None


def quoted_names(texts: Iterable[str]) -> tuple[str, ...]:
    """Short quotations that begin with a number and name something.

    >>> sorted(quoted_names(["践行“十二条军规”,增长“50%”"]))
    ['十二条军规']
    """
    found = (match[1] for text in texts for match in _QUOTE.finditer(text))
    names = {name for name in found if 2 < len(name) <= _LONGEST_NAME and _NUMBER_FIRST.match(name) and "%" not in name}
    return tuple(names)


def surroundings_of(text: str, names: tuple[str, ...]) -> Surroundings:
    """What the rules need to know about a paragraph, read once."""
    titles = tuple(Span(*match.span()) for match in _TITLE.finditer(text)) if _OPENS_TITLE.search(text) else ()
    quotes = tuple(Span(*match.span(1)) for match in _QUOTE.finditer(text)) if _OPENS_QUOTE.search(text) else ()
    return Surroundings(text, titles, quotes, names)


def counts(quantity: Quantity, around: Surroundings) -> bool:
    """Whether a number with its unit says how much, how many or when."""
    if around.within(around.titles, quantity) or _is_named_in_quotes(quantity, around) or _is_maxim(quantity, around):
        return False
    if quantity.kind is FigureKind.DATE:
        return not _is_base_of_comparison(quantity, around.text) and not _is_longer_word(quantity, around.text)
    if quantity.kind in (FigureKind.RANK, FigureKind.TIME, FigureKind.VERSION):
        return True
    rules = (_is_longer_word, _is_formula, _is_programme, _is_ordinal_name, _is_closed_list, _is_indefinite_one)
    return not any(rule(quantity, around.text) for rule in rules)


def _is_named_in_quotes(quantity: Quantity, around: Surroundings) -> bool:
    """“六种精神”, and 六种精神 without marks where the article quotes it elsewhere."""
    text = around.text
    start = quantity.number_start
    if around.names and text.startswith(around.names, start):
        end = quantity.end - start
        if any(len(name) > end and text.startswith(name, start) for name in around.names):
            return True
    quote = around.within(around.quotes, quantity)
    if quote is None:
        return False
    if quote.start == quantity.start and quote.end == quantity.end:
        return quantity.chinese and quantity.kind is FigureKind.COUNT and quantity.unit not in _TIMES
    measured = quantity.kind not in (FigureKind.COUNT, FigureKind.DURATION)
    return quantity.chinese or quantity.kind is FigureKind.COUNT if not measured else quantity.chinese


def _is_maxim(quantity: Quantity, around: Surroundings) -> bool:
    """一周一调度, 十年磨一剑: the number of a saying."""
    start = quantity.number_start
    if around.text[start] not in "一十百":
        return False
    return _DRILL.match(around.text, start) is not None or _PROVERB.match(around.text, start) is not None


def _is_base_of_comparison(quantity: Quantity, text: str) -> bool:
    """去年 in 比去年, 上月 in 较上月, 去年同期, 与去年持平."""
    if text[quantity.start : quantity.end] not in ("去年", "前年", "上月", "上个月", "昨天", "昨日", "年初"):
        return False
    if text[quantity.start - 1 : quantity.start] in _BESIDE:
        return _ALIKE.match(text, quantity.end) is not None
    return (
        text.startswith("同期", quantity.end)
        or _BASE_BEFORE.search(text, max(0, quantity.start - 2), quantity.start) is not None
    )


def _is_longer_word(quantity: Quantity, text: str) -> bool:
    """五台山, 一次性, 五花八门: the dictionary holds a word that goes on, or an idiom of two numbers that ends here."""
    start = quantity.number_start
    first = text[start]
    if first.isdigit() or first not in "一二两三四五六七八九十百千万":
        return False
    idiom = text[max(0, start - 2) : start + 2]
    if len(idiom) == 4 and idiom[0] in "一二三四五六七八九十百千万" and quantity.end <= start + 2 and idiom in words():
        return True
    if text[start : quantity.end] in _ADVERBIAL and not _SPENT.match(text, quantity.end):
        return True
    if quantity.bound is not None:
        return False
    longest, length = _longest_word(text[start : start + 8]), quantity.end - start
    return len(longest) > length and longest[length] not in _WORD_TAILS


@lru_cache(maxsize=8192)
def _longest_word(text: str) -> str:
    """The longest word that a text begins with; an empty one where it begins with none."""
    return max(words().prefixes(text), key=len, default="")


@cache
def _formula_names() -> tuple[str, ...]:
    """National formulations that begin with a number."""
    return tuple(name for name in formulations() if _NUMBER_FIRST.match(name))


def _is_formula(quantity: Quantity, text: str) -> bool:
    """两个维护, 六种精神: a number with a classifier before a verb or a word of attitude names a formulation."""
    if not quantity.chinese or quantity.unit not in _FORMULA_UNITS or quantity.bound:
        return False
    if text.startswith(_formula_names(), quantity.number_start):
        return True
    if text[quantity.start - 2 : quantity.start] == "中央" and quantity.unit == "项":
        return True
    return _FORMULA.match(text, quantity.end) is not None


def _is_programme(quantity: Quantity, text: str) -> bool:
    """三年攻坚行动, 五年大变样: a duration that names what is undertaken."""
    if quantity.unit != "年" or quantity.bound:
        return False
    if _PROGRAMME.match(text, quantity.end) or text[quantity.number_start - 1 : quantity.number_start + 1] == "这两":
        return True
    run = _YEAR_RUN.match(text, quantity.number_start)
    if run is None:
        return False
    following = _YEAR_RUN.match(text, run.end() + 1)
    preceding = _YEAR_RUN.search(text, max(0, run.start() - len(run[0]) - 1), run.start())
    return any(other is not None and len(other["done"]) == len(run["done"]) for other in (following, preceding))


def _is_ordinal_name(quantity: Quantity, text: str) -> bool:
    """二十届三中全会, 二次, 8级 other than of wind or earthquakes."""
    number = text[quantity.number_start : quantity.end]
    if _WITHIN_NAME.match(text, quantity.number_start):
        return True
    if quantity.unit in _PARTS_OF_LAW and _REFERENCE.search(text, max(0, quantity.start - 5), quantity.start):
        return True
    if quantity.unit == "班":
        return text[quantity.number_start - 1 : quantity.number_start] in ("级", "第")
    if quantity.unit in ("点", "级") and small_unit_at(text, quantity.end - 1, quantity.number_start):
        return False
    if quantity.unit == "次" and text.startswith("产业", quantity.end):
        return True
    if quantity.unit == "次" and quantity.chinese and text[quantity.number_start - 1 : quantity.number_start] == "届":
        return True
    if number.startswith("二") and quantity.unit in ("次", "级", "期", "代", "层", "类") and quantity.value == 2:
        return True
    if _CONGRESS.match(text, quantity.end - 1):
        return True
    before = text[max(0, quantity.start - 6) : quantity.start]
    if quantity.unit == "级":
        return not (_QUAKE.match(text, quantity.end) or _SHAKEN.search(before))
    if quantity.unit == "国" and text.startswith("集团", quantity.end):
        return True
    return quantity.unit in _ORDINAL_UNITS and not (quantity.bound or _SERIES_BEFORE.search(before))


def _is_closed_list(quantity: Quantity, text: str) -> bool:
    """A、B、C三大战略机遇: a list closed by a count and more than a general noun is a slogan."""
    if quantity.unit != "大" or _GENERAL_NOUN.match(text, quantity.end):
        return False
    return _LISTED_BEFORE.search(text[max(0, quantity.start - 40) : quantity.start]) is not None


def _is_indefinite_one(quantity: Quantity, text: str) -> bool:
    """一位, 一批, 的一年: 一 that does not measure."""
    if not quantity.is_one:
        return False
    before = text[max(0, quantity.start - 4) : quantity.start]
    if _AGAIN.match(text, quantity.end) or _AGAIN.search(text, max(0, quantity.start - 2), quantity.start + 1):
        return True
    if quantity.kind is FigureKind.DURATION:
        return quantity.unit in ("日", "夜", "晚", "旬", "载", "季度") or _INDEFINITE_BEFORE.search(before) is not None
    if text.startswith("为限", quantity.end) or _LIMITED.search(before) or _is_how_often(quantity, text):
        return False
    if text[quantity.end : quantity.end + 1] in tuple("二三四五六七八九半"):
        return True
    if quantity.kind is FigureKind.COUNT:
        return not _closes_clause_after_noun(quantity, text, before)
    return "最后" in before


def _is_how_often(quantity: Quantity, text: str) -> bool:
    """每年至少组织一次: once in a time that the clause names."""
    if quantity.unit not in ("次", "回", "遍", "轮", "场"):
        return False
    return _OFTEN.search(text, max(0, quantity.start - 20), quantity.start) is not None


def _closes_clause_after_noun(quantity: Quantity, text: str, before: str) -> bool:
    """置主任委员一人: the number stands behind its noun and ends the clause."""
    if text[quantity.end : quantity.end + 1] not in tuple(",。;、") or quantity.unit not in (
        "人",
        "名",
        "件",
        "份",
        "座",
        "部",
        "台",
        "家",
        "处",
    ):
        return False
    noun = before[-2:]
    return len(noun) == 2 and noun in words() and not is_verb(noun) and noun not in ("人手",)


def stands_in_list(quantity: Quantity, others: Sequence[Quantity], text: str, listed: Container[int] = ()) -> bool:
    """Whether a 一 stands beside other numbers of the same list: 一死两伤, 两架飞机、一枚导弹.

    Args:
        quantity: The 一.
        others: What stands beside it.
        text: The paragraph in the `simplify` form.
        listed: Where each 一 starts that is known to stand in such a list.
    """
    for other in others:
        if (other.value == 1 and other.start not in listed) or other.kind is not FigureKind.COUNT:
            continue
        low, high = sorted((other, quantity), key=lambda one: one.start)
        gap = text[low.end : high.start]
        if len(gap) <= 20 and _ONE_PART_OF_LIST.fullmatch(gap):
            return True
    return False
