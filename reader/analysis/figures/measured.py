"""The noun that a figure counts, before or after its number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.analysis.figures.quantity import Quantity
from reader.analysis.figures.words import phrase_words
from reader.lexicons.clauses import clause_words
from reader.lexicons.units import units
from reader.lexicons.verbs import is_verb
from reader.model import FigureKind, Span

_REACH = 40
"""Code points before a number in which its noun is looked for."""
_REACH_AFTER = 20
"""Code points after a unit in which its noun is looked for."""
_BREAK = re.compile(r"[,。;:!?、…()】\n]|——|[”’](?=[,。;:!?])")
_BETWEEN = re.compile(r"人民币|级(?!别)")
"""What may stand between a unit and the noun."""
_ITEM = re.compile(r"、[\u4e00-\u9fff]{2}")
_ITEM_END = re.compile(r"[、,。;!?]|$")
_LIST_END = re.compile(r"[,。;!?]|$")
_LATIN = re.compile(r"(?<![a-z0-9.])[a-z][a-z0-9.-]*$")
"""A name in Latin letters before a noun that it limits: pm2.5平均浓度."""
_OPENING = re.compile(r"[“‘「『]")
_SHARE = re.compile(r"占[^,。;]{1,20}?(?:比重|比例|份额|总数|总量|的)|占比")
_SPAN_OF_LIFE = re.compile(
    r"天数|日数|时数|会期|寿命|年龄|工期|期限|时间|时长|年限|霜期|任期|假期|保质期|有效期|周期|时限|里程"
)
"""Nouns that are measured by a duration."""
_PROPORTION = re.compile(r"比重|比例|份额")
_COMPARED = re.compile(
    r"(?:位?[居列]|排(?:名|在)?|名列|跃居|稳居)?(?:全[国省市区县州球]|世界|亚洲|全球)+(?:的)?(?:前列)?$|(?<=[\u4e00-\u9fff])距离?[^,。;]{1,10}$|"
    r"(?:同比|环比|(?:比|较)(?:上年|去年|上月|上周|上季度|年初|前年|[12]\d{3}年)(?:同期|末|底)?)(?:名义|实际)?|按[^,。;]{2,8}计算"
    r"|(?:比(?![重例率较如赛分为值约达是缩扩降升\d])|较(?![大高好快多强为]))[^,。;]{1,16}?(?=(?:分别|再|还)?(?:高|低|快|慢|多|少|增|减|上升|下降|提高|回落|扩大|缩小|加快|放缓))"
)
_LINKS = clause_words("links")
_SUBJECT_LINKS = clause_words("predicates")
_STOP = clause_words("edges")
_ALSO_VERBS = clause_words("heads")
_NOMINAL = clause_words("nominal")
_FOLLOWING = clause_words("following")
_GOVERNORS = frozenset(("为", "对", "向", "给", "让", "帮助", "助力"))
"""Before a noun these leave the verb behind it a verb: 为企业挽回损失."""
_PER_HEAD = ("户均", "人均", "平均")
"""Behind the counted these begin what each of them has: 2600户农户户均增收."""
_SHARED_OUT = ("户均", "亩均", "人均", "平均每")
"""These begin the noun of what each one has; only 人均 makes a term with it: 人均可支配收入."""
_ATTRIBUTED = ("人口", "人员", "人数", "面积", "里程", "额", "量", "率", "数", "费", "值", "度")
"""Before these a verb says of what kind they are: 常住人口, 执行额."""
_ABSTRACT = (
    "时间",
    "时限",
    "周期",
    "价格",
    "标准",
    "水平",
    "效率",
    "比例",
    "占比",
    "比重",
    "规模",
    "速度",
    "能力",
)
"""Before these a verb behind a noun says of what kind they are: 企业开办时间."""
_DETERMINER = re.compile(r"[一这那每某]")
"""With a measure word behind it this begins a noun phrase: 每亩, 这个."""
_PRAISED = ("重点", "文明", "先进", "优秀", "示范", "百强", "劳动模范")
"""Behind 全国 or 全省 these make it part of a title: 全国重点文物保护单位."""
_YEARLY = ("年", "月", "日", "年均", "月均", "日均")
"""Before a noun these say of what time it is: 年均降水量."""
_LATIN_AFTER = re.compile(r"[a-z][a-z0-9.+-]*(?=[\u4e00-\u9fff])")
_QUALITY = re.compile(r"(?:巨大|崭新|全新|优秀|不同|重要|主要|庞大|完整|新|大|小|好|较大|重大|具体|典型|先进)的")
"""Adjectives between a unit and the noun: 263块巨大的面板."""
_QUOTED = re.compile(r"(?:“[^“”,。;]{1,12}”)+")
_SPEEDS = ("增速", "增幅")
"""Links that are themselves what is measured where nothing stands before them: 增速全市第一."""
_AMONG = re.compile(r"中(?=[,排有占居位仅已])")
"""Behind the counted this says that it is a whole: 168个监测站点中."""
_TOTALS = ("数量", "总数", "总量", "个数")
"""Behind a noun that is counted these add nothing: 工业企业数量达1200家."""
_ATTRIBUTE_ENDS = ("级", "型", "式", "性", "制", "类")
"""Ends of attributes that the word table holds as verbs: 处级."""
_DONE_BEFORE = ("已", "共", "累计", "先后", "已经", "已累计", "均已")
_JOINS = frozenset("和及与或")
_PERSON_END = tuple("众员者民")
_PLACE_END = ("省", "市", "区", "县", "州", "镇", "乡", "村", "局", "部", "委")
"""Ends of names that act and do not limit: 城阳区提拔."""
_TRIMMED = "“”‘’\"'「」『』 "
_AGES = ("岁", "周岁")
_UNMEASURED = (FigureKind.DATE, FigureKind.TIME, FigureKind.VERSION, FigureKind.FREQUENCY)
_NOUN_UNITS = ("方面", "部分", "板块")
"""Units that are the noun themselves; what stands before them is no limit of it."""
_TIMES = ("次", "趟", "回", "遍")
"""Units of how often something happens; a verb behind them is what the one before them does: 网格员两次上门."""
_OF_ACTIVITY = ("次", "场", "轮", "期", "项", "场次")
"""Units of what is done."""
_PERSONAL_UNITS = ("人", "户", "次", "人次", "名", "位", "起", "例")


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
        if _SPAN_OF_LIFE.search(text, max(low, quantity.start - 8), quantity.start):
            return _before(text, quantity, low)
        if quantity.unit in _AGES:
            return _after(text, quantity.end + text.startswith("的", quantity.end), high, quantity)
        return None
    if quantity.unit in _NOUN_UNITS:
        return _after(text, quantity.end, high, quantity)
    after_of = text.startswith("的", quantity.end)
    shares = quantity.kind in (FigureKind.PERCENT, FigureKind.RATIO)
    if shares and after_of:
        return _after(text, quantity.end + 1, high, quantity) or _before(text, quantity, low)
    if after_of:
        return _before(text, quantity, low) or _after(text, quantity.end + 1, high, quantity)
    if quantity.kind is FigureKind.PERCENT:
        return _before(text, quantity, low) or (_after(text, quantity.end, high, quantity) if quantity.bound else None)
    if shares or quantity.kind in (FigureKind.MULTIPLE, FigureKind.RANK):
        return _before(text, quantity, low)
    if quantity.kind is FigureKind.MONEY and (named := _before(text, quantity, low)) and named.end == quantity.start:
        return named
    return _after(text, quantity.end, high, quantity) or _before(text, quantity, low)


def noun_ending_at(text: str, end: int, low: int, quantity: Quantity) -> Span | None:
    """The noun of a figure that stands before other words between it and the number.

    >>> span = noun_ending_at("能耗三年下降", 2, 0, Quantity(6, 9, FigureKind.PERCENT, 5, unit="%"))
    >>> "能耗三年下降"[slice(*span)]
    '能耗'
    """
    return _before(text, replace(quantity, start=end, kind=FigureKind.RATIO), low)


def only_links(text: str) -> bool:
    """Whether the words between a noun and a number say only how much: 累计下降.

    >>> only_links("累计下降"), only_links("改造小区")
    (True, False)
    """
    return all(word in _LINKS or word in _SUBJECT_LINKS or word in _STOP for word in phrase_words(text))


def behind_owner(text: str, noun: Span, owner: Span) -> Span:
    """A noun without the owner that begins it and the verbs behind that: 潜山市实现产值.

    >>> behind_owner("潜山市实现产值", Span(0, 7), Span(0, 3))
    Span(start=5, end=7)
    """
    if not owner.start <= noun.start < owner.end < noun.end:
        return noun
    parts = phrase_words(text[owner.end : noun.end])
    while len(parts) > 1 and (_is_predicate(parts[0]) or _is_leading_verb(parts)):
        parts.pop(0)
    return Span(noun.end - sum(map(len, parts)), noun.end)


def _before(text: str, quantity: Quantity, low: int) -> Span | None:
    start = max(low, quantity.start - _REACH)
    breaks = list(_BREAK.finditer(text, start, quantity.start))
    start = breaks[-1].end() if breaks else start
    end = quantity.start
    share = _SHARE.search(text, start, end)
    if share:
        end = share.start()
    elif _PROPORTION.search(text, start, end) and (at := text.rfind("占", max(0, start - _REACH), start)) >= 0:
        breaks = list(_BREAK.finditer(text, max(0, at - _REACH), at))
        start, end = breaks[-1].end() if breaks else max(0, at - _REACH), at
    elif compared := _COMPARED.search(text, start, end):
        end = compared.start()
    parts = phrase_words(text[start:end])
    subject = share is not None or end < quantity.start
    while parts and (parts[-1] in _LINKS or not parts[-1].strip()) and (len(parts) > 1 or parts[-1] not in _SPEEDS):
        subject = subject or parts[-1] in _SUBJECT_LINKS
        end -= len(parts.pop())
    if parts and parts[-1] == "》" and (opened := text.rfind("《", start, end)) >= 0:
        return Span(opened, end)
    taken = _noun_words_backward(parts, subject=subject)
    if not taken and quantity.unit not in _PERSONAL_UNITS and (done := _words_of_doing(parts)):
        end -= sum(map(len, parts[-done:]))
        taken = _noun_words_backward(parts[:-done], subject=True)
        if taken and taken[-1].endswith((*_PLACE_END, *clause_words("bodies"))):
            return None
    while len(taken) > 1 and taken[-1] in _TOTALS and quantity.kind in (FigureKind.COUNT, FigureKind.MULTIPLE):
        end -= len(taken.pop())
    while taken and taken[0] in _SHARED_OUT and (taken[0] != "人均" or len(taken) == 1):
        taken.pop(0)
    if len(taken) == 1 and taken[0] in _ALSO_VERBS:
        return None
    noun = _trimmed(text, end - sum(map(len, taken)), end)
    latin = _LATIN.search(text, max(start, noun.start - 12), noun.start) if noun else None
    return Span(latin.start(), noun.end) if noun and latin else noun


def _words_of_doing(parts: Sequence[str]) -> int:
    """How many words at the end say that something was done to the subject: 已开展 in 活动已开展60余场."""
    length = 0
    while length < len(parts) and (_is_predicate(parts[-1 - length]) or parts[-1 - length] in _ALSO_VERBS):
        length += 1
    adverb = length < len(parts) and parts[-1 - length] in _DONE_BEFORE
    return length + 1 if length and adverb else 0


def _noun_words_backward(parts: list[str], *, subject: bool) -> list[str]:
    """The words of the noun phrase that ends a list of words, in reading order."""
    taken: list[str] = []
    skipped = len(parts)
    for at in range(len(parts) - 1, -1, -1):
        if at >= skipped:
            continue
        word, before = parts[at], parts[at - 1] if at else ""
        if word in "”’" and (opened := _opening_before(parts, at)) is not None and taken:
            taken[:0] = parts[opened : at + 1]
            skipped = opened
            continue
        is_edge = _is_edge(word, before, taken)
        if is_edge or word[0].isdigit() or (word == "计划" and (not before or before in _STOP)):
            break
        verb = _is_predicate(word)
        if verb and not taken and not subject and word not in _NOMINAL and not _ends_compound(parts[:at]):
            break
        if verb and taken and (taken[0] in _ATTRIBUTED or (taken[0] in _ABSTRACT and _is_noun(before))):
            verb = False
        if verb and len(taken) == 1 and word not in _LINKS and _is_outer_verb(before):
            verb = False
        joined = bool(taken) and taken[0] in _JOINS
        governs = (
            not _modifies(before) or not _GOVERNORS.isdisjoint(parts[max(0, at - 4) : max(0, at - 1)])
        ) and before != "的"
        if (
            verb
            and taken
            and not {word, taken[0]} & _NOMINAL
            and not _is_rate(taken[-1])
            and _is_ungoverned(parts[:at])
        ):
            break
        if verb and word in _NOMINAL and _is_predicate(before):
            governs = False
        if verb and taken and not joined and governs and not (subject and not before and len(taken) < 2):
            break
        taken.insert(0, word)
    taken = _behind_verb(taken, parts)
    while taken and (taken[0] in _JOINS or (not subject and _is_leading_verb(taken))):
        taken.pop(0)
    return taken


def _is_edge(word: str, before: str, taken: Sequence[str]) -> bool:
    """Whether a noun phrase begins behind a word."""
    if word == "比" and not taken and _is_noun(before):
        return False
    if word in _YEARLY and taken and (not before or _is_noun(before) or before[-1].isascii()):
        return False
    if word[0] == "全" and taken and taken[0].startswith(_PRAISED):
        return False
    if len(word) == 2 and _DETERMINER.match(word) and (unit := units().get(word[1])) and not unit.digits:
        return True
    return word in _STOP and not (word == "中" and taken and not before)


def _is_outer_verb(word: str) -> bool:
    """Whether a word governs the verb and noun behind it, which are one name then: 新增 before 停车泊位."""
    return word not in _STOP and (_is_predicate(word) or word in _ALSO_VERBS)


def _is_rate(word: str) -> bool:
    """Whether a noun is a share or amount, which a verb limits: 签约服务覆盖率."""
    return word.endswith(("率", "额", "量", "度", "数", "值", *_ABSTRACT))


def _opening_before(parts: Sequence[str], closing: int) -> int | None:
    """Where the quotation begins that a closing mark ends."""
    for at in range(closing - 1, max(-1, closing - 12), -1):
        if parts[at] in "“‘":
            return at
    return None


def _is_ungoverned(parts: Sequence[str]) -> bool:
    """Whether a clause so far is only a subject, so that the verb behind it is its predicate: 村里 in 村里流转土地."""
    if not parts or not _is_noun(parts[-1]):
        return False
    return not any(
        _is_predicate(word) or word in _ALSO_VERBS or word in _GOVERNORS or word in "的把将被" for word in parts
    )


def _behind_verb(taken: list[str], parts: Sequence[str]) -> list[str]:
    """The object where the words are subject, verb and object: 企业节约成本."""
    outer = parts[: len(parts) - len(taken)]
    governed = bool(outer) and outer[-1] in _GOVERNORS
    if any(_is_predicate(word) or word in _ALSO_VERBS for word in outer[-2:]):
        return taken
    for at in range(len(taken) - 2, 0, -1):
        follows = taken[at + 1]
        if taken[at] not in _ALSO_VERBS or taken[at] in _NOMINAL or follows in _NOMINAL or "的" in taken[at + 1 :]:
            continue
        if governed and _is_noun(follows):
            return taken[at + 1 :]
        if (
            _is_noun(taken[at - 1])
            and _is_noun(follows)
            and not follows.startswith((*_FOLLOWING, *_ATTRIBUTED, *_ABSTRACT))
        ):
            return taken[at + 1 :]
    return taken


def _is_leading_verb(words: Sequence[str]) -> bool:
    """Whether the first of the words governs the others: 改造 in 改造老旧小区, not in 改造项目."""
    return len(words) > 1 and words[0] in _ALSO_VERBS and not words[1].startswith(tuple(_FOLLOWING))


def _is_predicate(word: str) -> bool:
    """Whether a word is a verb or two verbs in one: 投入使用."""
    if word.endswith(_ATTRIBUTE_ENDS):
        return False
    return is_verb(word) or (len(word) == 4 and is_verb(word[:2]) and is_verb(word[2:]))


def _modifies(before: str) -> bool:
    """Whether the word before a verb is a noun that it belongs to: 住宅 in 住宅加装电梯."""
    is_place = len(before) > 2 and before.endswith(_PLACE_END)
    return _is_noun(before) and not is_place and not before.endswith(_PERSON_END)


def _is_noun(word: str) -> bool:
    """Whether a word is none of those that join, bound or govern a noun phrase."""
    if not word or word in _STOP or word in _LINKS or word in _ALSO_VERBS or _is_predicate(word):
        return False
    return word[0] >= "\u4e00"


def _ends_compound(before: list[str]) -> bool:
    """Whether a verb behind these words is the head of a compound: 演出 in 文化惠民演出."""
    if before and _is_predicate(before[-1]):
        before = before[:-1]
    return bool(before) and _is_noun(before[-1])


def _after(text: str, start: int, high: int, quantity: Quantity) -> Span | None:
    if skipped := _BETWEEN.match(text, start) or _QUALITY.match(text, start):
        start = skipped.end()
    end = min(high, start + _REACH_AFTER, len(text))
    stops = (_BREAK.search(text, start, end), _AMONG.search(text, start, end), _OPENING.search(text, start + 1, end))
    end = min((stop.start() for stop in stops if stop), default=end)
    latin = _LATIN_AFTER.match(text, start, end)
    if latin and (named := _after(text, latin.end(), high, quantity)):
        return Span(start, named.end)
    if end <= start or (text[start] < "\u3000" and text[start] not in _TRIMMED):
        return None
    if (quoted := _QUOTED.match(text, start, high)) and quoted.end() < high:
        further = _after(text, quoted.end(), high, quantity)
        return Span(start, further.end if further else quoted.end())
    length = _noun_length_forward(phrase_words(text[start:end]), quantity)
    is_attribute = text[start : start + length].endswith(_ATTRIBUTE_ENDS)
    if is_attribute and (quoted := _QUOTED.match(text, start + length, high)):
        stop = _BREAK.search(text, quoted.end(), min(high, quoted.end() + _REACH_AFTER))
        further = phrase_words(text[quoted.end() : stop.start() if stop else min(high, quoted.end() + _REACH_AFTER)])
        return Span(start, quoted.end() + _noun_length_forward(further, quantity))
    listed = _listed_after(text, start + length, length)
    return _trimmed(text, start, listed if listed <= high else start + length)


def _listed_after(text: str, end: int, length: int) -> int:
    """The end of a list of nouns as long as its first, which ends at an offset: 十七项措施、要求、任务."""
    at = end
    while length > 1 and _ITEM.match(text, at) and _ITEM_END.match(text, at + 1 + length):
        at += 1 + length
    return at if at > end + 1 + length and _LIST_END.match(text, at) else end


def _noun_length_forward(parts: Sequence[str], quantity: Quantity) -> int:
    """Code points of the noun phrase that begins a list of words."""
    length = 0
    if parts and quantity.unit in _TIMES and is_verb(parts[0]) and parts[0] not in _NOMINAL:
        return 0
    for at, word in enumerate(parts):
        following = parts[at + 1] if at + 1 < len(parts) else ""
        if word in _STOP or word in _PER_HEAD or word[0].isdigit() or (word in _LINKS and not length):
            break
        if word in _JOINS and (not length or not following or is_verb(following)):
            break
        is_attribute = word in _NOMINAL and (following in _NOMINAL or _is_noun(following))
        if len(word) == 1 and following in ("了", "出", "着"):
            break
        if length and len(word) == 4 and word[:2] in _STOP:
            break
        if word == "计划" and (length or not following):
            break
        is_attribute = is_attribute or word[2:] in _FOLLOWING
        if is_verb(word) and not is_attribute and (length or _begins_predicate(following, quantity)):
            break
        if length and word in _ALSO_VERBS and not _is_activity(word, quantity) and not _is_noun(following):
            break
        length += len(word)
    return length


def _is_activity(word: str, quantity: Quantity) -> bool:
    """Whether a word of action is what is counted: 两次耕地保护巡查."""
    return quantity.unit in _OF_ACTIVITY and word in _NOMINAL


def _begins_predicate(following: str, quantity: Quantity) -> bool:
    """Whether a verb behind the unit says what happens to the counted, not of what kind they are."""
    return not following or quantity.unit in _PERSONAL_UNITS or following in _STOP or is_verb(following)


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
