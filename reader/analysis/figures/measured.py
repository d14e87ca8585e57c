"""The noun that a figure counts, before or after its number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.analysis.figures.phrases import (
    ALSO_VERBS,
    ATTRIBUTE_ENDS,
    ATTRIBUTED,
    LINKS,
    PERSONAL_UNITS,
    PLACE_END,
    SUBJECT_LINKS,
    TIMES,
    ends_in_doing,
    is_leading_verb,
    is_predicate,
    noun_length_forward,
    noun_words_backward,
    words_of_doing,
)
from reader.analysis.figures.quantity import Quantity
from reader.analysis.figures.stretches import REACH, behind_break, breaks, subject_in, whole_of_share, with_worth
from reader.analysis.figures.words import phrase_words
from reader.lexicons.clauses import clause_words
from reader.lexicons.places import is_place
from reader.model import Bound, FigureKind, Span

_REACH_AFTER = 20
"""Code points after a unit in which its noun is looked for."""
_BETWEEN = re.compile(r"人民币|级(?!别)")
"""What may stand between a unit and the noun."""
_ITEM = re.compile(r"、[\u4e00-\u9fff]{2}")
_ITEM_END = re.compile(r"[、,。;!?]|$")
_LIST_END = re.compile(r"[,。;!?]|$")
_LATIN = re.compile(r"(?<![a-z0-9.])\d{0,2}[a-z][a-z0-9.-]*$")
"""A name in Latin letters before a noun that it limits: pm2.5平均浓度."""
_OPENING = re.compile(r"[“‘「『]")
_SPAN_OF_LIFE = re.compile(
    r"天数|日数|(?<![近同前后中每本上下为长定短])期(?:为|是|限|一般为)?$|时数|日照|会期|寿命|年龄|工期|期限|时间|时长|年限|霜期|任期|假期|保质期|有效期|周期|时限|里程"
)
"""Nouns that are measured by a duration."""
_ENUMERATED = re.compile(r"(?:有|包括|含)(?:[^,。;:、]{1,12}、)+[^,。;:、]{1,12}?等?$")
"""Behind a noun these are those that are counted: 河流有沂河、沭河、汶河3条."""
_FOREMOST = re.compile(r"最[多高大低少长快],(?:达到?|为|有|共)?$")
"""Behind a noun these say that it is the most of its kind: 案件最多,达16起."""
_SHARED_OUT = ("户均", "亩均", "人均", "平均每")
"""These begin the noun of what each one has; only 人均 makes a term with it: 人均可支配收入."""
_LATIN_AFTER = re.compile(r"[a-z][a-z0-9.+-]*(?=[\u4e00-\u9fff])")
_QUALITY = re.compile(r"(?:巨大|崭新|全新|优秀|不同|重要|主要|庞大|完整|新|大|小|好|较大|重大|具体|典型|先进)的")
"""Adjectives between a unit and the noun: 263块巨大的面板."""
_QUOTED = re.compile(r"(?:“[^“”,。;]{1,12}”)+")
_SPEEDS = ("增速", "增幅")
"""Links that are themselves what is measured where nothing stands before them: 增速全市第一."""
_LIMIT = re.compile(r"的(?P<noun>[\u4e00-\u9fff]{2,5}?)(?:以内|之内|以下|之下|内)(?=[,。;]|$)")
"""A limit behind its number: 控制在335亿元的限额以内."""
_MARKED = re.compile(r"(?:整数)?(?:大关|关口|门槛|台阶)")
"""What is crossed or climbed, not counted: 突破5000万元大关."""
_FINE = re.compile(r"(?:的)?罚款")
_YIELDING = re.compile(
    r"(?:年|月|日|每[年月天日])(?:产能?|加工|处理|生产|供应?|消化|屠宰|出栏|烘干|仓储|冷藏)(?:达|约)?$"
)
"""Before a number these say how much a works makes: 年产3万吨饲料厂."""
_WORKS = ("厂", "线", "项目", "基地", "工程", "车间", "装置", "工厂", "站", "园", "中心")
_ATTAINED = ("职级", "职务", "职称", "称号", "资格", "岗位", "学位", "奖项")
"""What persons get, who are counted by names of persons: 晋升职级12名."""
_OF_PERSONS = ("名", "位", "人")
_TAKING = re.compile(r"从[^,。;]{1,12}?到[^,。;]{1,12}?(?:仅|只|共|总共|全程)*(?:用时?了?|历时|耗时|需要?)$")
"""Behind what lasted these say from when to when it did: 项目从开工到投产仅用11个月."""
_HELD = re.compile(
    r"(?:组织)?(?:召开|举办|举行|召集)了?(?P<noun>[^,。;:、]{1,30}?(?:会议|[^会议]会|班|活动|仪式|演练|论坛)(?!议))"
)
"""Behind how often, what was held: 两次召开专题会议."""
_AMONG = re.compile(r"中(?=[,排有占居位仅已])|作(?=[了出])")
"""Behind the counted these say that it is a whole, or what it did: 168个监测站点中, 三位代表作了发言."""
_REACHING = ("为", "到", "至", "在")
_SETTING = ("调整", "确定", "核定", "设定", "压", "压降", "精简", "统一", "规定", "核减", "控制")
"""Before 为 and 到 these say that the noun before them was set so high: 标准调整为2100元."""
_FORESEEN = ("预期", "预计")
"""Behind a noun these say that its figure is foreseen: 收入预期增长5%."""
_TOTALS = ("数量", "总数", "总量", "个数")
"""Behind a noun that is counted these add nothing: 工业企业数量达1200家."""
_TRIMMED = ".#“”‘’\"'「」『』 "
_AGES = ("岁", "周岁")
_LIMITS = (Bound.AT_MOST, Bound.AT_LEAST)
"""Bounds of a duration that is set for what stands before it: 会议不超过1小时."""
_UNMEASURED = (FigureKind.DATE, FigureKind.TIME, FigureKind.VERSION, FigureKind.FREQUENCY)
_PERSONS = ("人", "人次")
"""Units that name those who are counted; 的 behind them speaks of something else: 上千人的生活."""
_SHARES = (FigureKind.PERCENT, FigureKind.RATIO)
_NOUN_UNITS = ("方面", "部分", "板块")
"""Units that are the noun themselves; what stands before them is no limit of it."""


def noun_of(text: str, quantity: Quantity, low: int, high: int) -> Span | None:
    """Where the noun stands that a figure counts.

    Args:
        text: The paragraph in the `simplify` form.
        quantity: The figure.
        low: The end of the figure before it; 0 where there is none.
        high: The start of the figure after it; the length of the text where there is none.

    >>> text = "累计受理既有住宅加装电梯344部"
    >>> span = noun_of(text, Quantity(12, 16, FigureKind.COUNT, 344, unit="部", number_start=12), 0, 16)
    >>> text[slice(*span)]
    '既有住宅加装电梯'
    """
    if quantity.kind in _UNMEASURED:
        return None
    if quantity.kind is FigureKind.DURATION:
        return _of_duration(text, quantity, low, high)
    if quantity.unit in _NOUN_UNITS:
        return _after(text, quantity.end, high, quantity)
    if limit := _LIMIT.match(text, quantity.end, high):
        return Span(*limit.span("noun"))
    if quantity.kind is FigureKind.MULTIPLE and (fine := _FINE.match(text, quantity.end, high)):
        return Span(fine.end() - 2, fine.end())
    if _MARKED.match(text, quantity.end):
        return _before(text, quantity, low)
    if quantity.unit in TIMES and (held := _HELD.match(text, quantity.end, high)):
        return Span(*held.span("noun"))
    return _beside(text, quantity, low, high)


def _beside(text: str, quantity: Quantity, low: int, high: int) -> Span | None:
    """The noun before or behind a number, whichever its kind and what follows it make likelier."""
    after_of = text.startswith("的", quantity.end)
    shares = quantity.kind in _SHARES
    if shares and after_of:
        return _after(text, quantity.end + 1, high, quantity) or _before(text, quantity, low)
    if after_of and quantity.unit in _PERSONS:
        return _adjacent(text, quantity, low)
    if after_of:
        return _before(text, quantity, low) or _after(text, quantity.end + 1, high, quantity)
    if quantity.kind is FigureKind.PERCENT:
        return _before(text, quantity, low) or (_after(text, quantity.end, high, quantity) if quantity.bound else None)
    if shares or quantity.kind in (FigureKind.MULTIPLE, FigureKind.RANK):
        return _before(text, quantity, low)
    if text[quantity.end - 2 : quantity.end] in ("以上", "以下") and quantity.kind is not FigureKind.COUNT:
        return _after(text, quantity.end, high, quantity) or _before(text, quantity, low)
    if quantity.kind is FigureKind.MONEY and (named := _adjacent(text, quantity, low)):
        return named
    return _after(text, quantity.end, high, quantity) or _before(text, quantity, low)


def _of_duration(text: str, quantity: Quantity, low: int, high: int) -> Span | None:
    """What lasts so long, who is so old, or for what a limit is set; most durations measure nothing that is named."""
    is_measured = _SPAN_OF_LIFE.search(text, max(low, quantity.start - 8), quantity.start)
    if quantity.unit in _AGES and not is_measured:
        return _after(text, quantity.end + text.startswith("的", quantity.end), high, quantity)
    taking = _TAKING.search(text, max(low, quantity.start - REACH), quantity.start)
    if taking and taking.start() > low:
        return _before(text, replace(quantity, start=taking.start()), low)
    return _before(text, quantity, low) if is_measured or quantity.bound in _LIMITS else None


def _adjacent(text: str, quantity: Quantity, low: int) -> Span | None:
    """The noun right before a number, where it is not the name of a place or body: 各级扶持资金860万元."""
    named = _before(text, quantity, low)
    if named is None or named.end != quantity.start:
        return None
    return None if text[slice(*named)].endswith((*PLACE_END, *clause_words("bodies"))) else named


def noun_ending_at(text: str, end: int, low: int, quantity: Quantity) -> Span | None:
    """The noun of a figure that stands before other words between it and the number.

    >>> span = noun_ending_at("能耗三年下降", 2, 0, Quantity(6, 9, FigureKind.PERCENT, 5, unit="%"))
    >>> "能耗三年下降"[slice(*span)]
    '能耗'
    """
    return _before(text, replace(quantity, start=end), low)


def behind_owner(text: str, noun: Span, owner: Span) -> Span:
    """A noun without the owner that begins it and the verbs behind that: 潜山市实现产值.

    >>> behind_owner("潜山市实现产值", Span(0, 7), Span(0, 3))
    Span(start=5, end=7)
    """
    if not owner.start <= noun.start < owner.end < noun.end:
        return noun
    parts = phrase_words(text[owner.end : noun.end])
    while len(parts) > 1 and parts[1] not in ATTRIBUTED and (is_predicate(parts[0]) or is_leading_verb(parts)):
        parts.pop(0)
    return Span(noun.end - sum(map(len, parts)), noun.end)


def _before(text: str, quantity: Quantity, low: int) -> Span | None:
    start = max(low, quantity.start - REACH)
    named = _FOREMOST.search(text, start, quantity.start) if text.find("最", start, quantity.start) >= 0 else None
    if named is None and text.find("、", start, quantity.start) >= 0:
        named = _ENUMERATED.search(text, start, quantity.start)
    if named:
        return _before(text, replace(quantity, start=named.start()), low)
    start, end = subject_in(text, behind_break(text, start, quantity.start), quantity.start)
    if quantity.kind in _SHARES:
        end = whole_of_share(text, start, end)
    parts = phrase_words(text[start:end])
    subject = end < quantity.start
    while parts and (parts[-1] in LINKS or not parts[-1].strip()) and (len(parts) > 1 or parts[-1] not in _SPEEDS):
        subject = subject or parts[-1] in SUBJECT_LINKS
        reaches = parts[-1] in _REACHING
        end -= len(parts.pop())
        if reaches and len(parts) > 1 and parts[-1] in _SETTING:
            end -= len(parts.pop())
    if quantity.kind is FigureKind.RATIO and len(parts) > 1 and parts[-1] == "比":
        parts[-2:] = [parts[-2] + "比"]
    if parts and parts[-1] == "》" and (opened := text.rfind("《", start, end)) >= 0:
        return Span(opened, end)
    taken = noun_words_backward(parts, subject=subject)
    if not taken and quantity.unit not in PERSONAL_UNITS and (done := words_of_doing(parts)):
        end -= sum(map(len, parts[-done:]))
        taken = noun_words_backward(parts[:-done], subject=True)
        if taken and taken[-1].endswith((*PLACE_END, *clause_words("bodies"))):
            return None
    if quantity.kind is FigureKind.COUNT and ends_in_doing(taken):
        end -= len(taken.pop())
    while len(taken) > 1 and taken[-1] in _TOTALS and quantity.kind in (FigureKind.COUNT, FigureKind.MULTIPLE):
        end -= len(taken.pop())
    while len(taken) > 1 and taken[-1] in _FORESEEN:
        end -= len(taken.pop())
    while taken and taken[0] in _SHARED_OUT and (len(taken) == 1 or _says_change(taken[:2])):
        taken.pop(0)
    if len(taken) == 1 and (taken[0] in ALSO_VERBS or (taken[0] in _TOTALS and quantity.kind is FigureKind.COUNT)):
        return None
    if quantity.kind is FigureKind.COUNT and taken and is_place("".join(taken)):
        return None
    if taken and taken[-1] in _ATTAINED and quantity.unit in _OF_PERSONS:
        return None
    noun = _trimmed(text, end - sum(map(len, taken)), end)
    if noun and quantity.kind is FigureKind.COUNT:
        noun = with_worth(text, noun)
    latin = _LATIN.search(text, max(start, noun.start - 12), noun.start) if noun else None
    return Span(latin.start(), noun.end) if noun and latin else noun


def _says_change(words: Sequence[str]) -> bool:
    """Whether the word behind 户均 is a verb, not what each has: 户均增收."""
    return words[0] != "人均" and (is_predicate(words[1]) or words[1] in ALSO_VERBS)


def _after(text: str, start: int, high: int, quantity: Quantity) -> Span | None:
    if start == quantity.end and text.startswith(" ", start) and text[start + 1 : start + 2] >= "\u4e00":
        return None
    if skipped := _BETWEEN.match(text, start) or _QUALITY.match(text, start):
        start = skipped.end()
    end = min(high, start + _REACH_AFTER, len(text))
    stops = (*breaks(text, start, end)[:1], _AMONG.search(text, start, end), _OPENING.search(text, start + 1, end))
    end = min((stop.start() for stop in stops if stop), default=end)
    latin = _LATIN_AFTER.match(text, start, end)
    if latin and (named := _after(text, latin.end(), high, quantity)):
        return Span(start, named.end)
    if end <= start or (text[start] < "\u3000" and text[start] not in _TRIMMED):
        return None
    if (quoted := _QUOTED.match(text, start, high)) and quoted.end() < high:
        behind = _after(text, quoted.end(), high, quantity)
        return Span(start, behind.end if behind else quoted.end())
    words = phrase_words(text[start:end])
    length = noun_length_forward(words, quantity)
    if _YIELDING.search(text, max(0, quantity.start - 8), quantity.start):
        length -= _works_at_end(words, length)
    is_attribute = text[start : start + length].endswith(ATTRIBUTE_ENDS)
    if is_attribute and (quoted := _QUOTED.match(text, start + length, high)):
        stop = next(iter(breaks(text, quoted.end(), min(high, quoted.end() + _REACH_AFTER))), None)
        further = phrase_words(text[quoted.end() : stop.start() if stop else min(high, quoted.end() + _REACH_AFTER)])
        return Span(start, quoted.end() + noun_length_forward(further, quantity))
    listed = _listed_after(text, start + length, length)
    return _trimmed(text, start, listed if listed <= high else start + length)


def _works_at_end(words: Sequence[str], length: int) -> int:
    """Code points at the end of a noun, of which the length is given, that name the works that makes the rest.

    >>> _works_at_end(["饲料", "生产线"], 5), _works_at_end(["饲料厂"], 3), _works_at_end(["饲料"], 2)
    (3, 1, 0)
    """
    size = 0
    for word in words:
        size += len(word)
        if size == length and word.endswith(_WORKS):
            return len(word) if size > len(word) else 1 if word[-1] in _WORKS and len(word) > 2 else 0
    return 0


def _listed_after(text: str, end: int, length: int) -> int:
    """The end of a list of nouns as long as its first, which ends at an offset: 十七项措施、要求、任务."""
    at = end
    while length > 1 and _ITEM.match(text, at) and _ITEM_END.match(text, at + 1 + length):
        at += 1 + length
    return at if at > end + 1 + length and _LIST_END.match(text, at) else end


def _opens_title(text: str, start: int, end: int) -> bool:
    """Whether a quotation begins a noun that goes on behind it: “散乱污”企业."""
    closing = text.find("”", start, end)
    return text[start] == "“" and 0 < closing < end - 1


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without marks and spaces at its ends; None where nothing is left."""
    while start < end and text[start] in _TRIMMED and not _opens_title(text, start, end):
        start += 1
    while start < end and text[end - 1] in _TRIMMED:
        end -= 1
    inside = text[start:end]
    if inside.count("“") != inside.count("”"):
        start = end - len(inside.rsplit("“", 1)[-1].rsplit("”", 1)[-1])
    return Span(start, end) if end - start > 0 and text[start:end].strip() else None
