"""The stretch of a clause in which the noun of a figure is looked for."""

from __future__ import annotations

import re

from reader.analysis.figures.phrases import only_links
from reader.model import Span

REACH = 40
"""Code points before a number in which its noun is looked for."""
_BREAK = re.compile(r"[×,。;:!?、…()】\n]|——|[”’](?=[,。;:!?])")
_SHARE = re.compile(r"占[^,。;]{1,20}?(?:比重|比例|份额|总数|总量|的)|占比|所占(?:比重|比例|份额)")
_PROPORTION = re.compile(r"比重|比例|份额")
_COMPARED = re.compile(
    r"(?:位?[居列]|排(?:名|在)?|名列|跃居|稳居)?(?:全[国省市区县州球]|世界|亚洲|全球)+(?:的)?(?:前列)?$|(?<=[\u4e00-\u9fff])距离?[^,。;]{1,10}$|(?:高出|高于|低于|快于|慢于|领先)[^,。;]{2,14}$|(?:仅|约|已)?(?:为|是|相当于|增至|升至|扩大到|提高到)[^,。;]{2,14}的$|(?:由|从)[^,。;]{1,10}的$|(?:仅|只)?完成了?(?:年初|全年|年度|调整)?(?:预算|任务|计划|目标)[^,。;]{0,4}的$|在?[^,。;]{2,14}中(?:位?[居列]|排名?|名列)$|在[^,。;]{2,14}中$|"
    r"(?:同比|环比|(?:比|较)(?:上年|去年|上月|上周|上季度|年初|前年|[12]\d{3}年)(?:同期|末|底)?)(?:名义|实际)?|按[^,。;]{2,8}[计折测]算"
    r"|(?:比(?![重例率较如赛分为值约达是缩扩降升\d])|较(?![大高好快多强为]))[^,。;]{1,16}?(?=(?:分别|再|还)?(?:高|低|快|慢|多|少|增|减|上升|下降|提高|回落|扩大|缩小|加快|放缓))"
)
_BASIS = "按"
"""What begins the words that say how a figure was reckoned: 按常住人口计算."""
_EACH = re.compile(r"(?:每(?:公斤|千克|平方米|立方米|千瓦时|公顷|[人户亩名位生度吨斤辆套个台件头只次份]))+$")
"""Behind a noun these say of what each its number is: 低保标准每人每月760元."""
_PAYER = re.compile(
    r"(?:由)?(?:中央|国家|地方|[省市区县州镇乡村]级?)(?:财政|本级)?(?:按|承担|负担|分担|补助|补足|出资|配套)[^,。;]{0,4}$"
)
"""Behind a noun these say who pays the share that follows: 缺口部分省级承担六成."""
_PART = re.compile(r"(?:完成|占|为|是|达到?|相当于|增至|升至|降至)[^,。;]*的$")
"""Before a share these make what it is a share of a standard, not its noun: 仅完成预算的七成."""
_ALIKE = re.compile(r"(?<=[省市区县旗州镇乡村户])\((?:[省市区县旗州镇乡村场]|街道|社区|园区|[、,])+\)")
"""Other kinds of place that a bracket sets beside one: 区(市), 村(社区)."""
_WORTH = re.compile(
    r"(?:在建|总?投资|产值|营业收入|主营业务收入)?(?:\d[\d.,]*|[一二两三四五六七八九十])?[百千万亿]*"
    r"美?元(?:及|含)?以[上下]$"
)
"""Before a noun these say what each one is worth: 亿元以上项目."""


def breaks(text: str, low: int, high: int) -> list[re.Match[str]]:
    """The marks between two offsets that end a noun; none inside a bracket of places.

    >>> [match.start() for match in breaks("10个区(市),两镇", 0, 9)]
    [7]
    """
    found = list(_BREAK.finditer(text, low, high))
    if not any(match[0] in "()、" for match in found):
        return found
    alike = [match.span() for match in _ALIKE.finditer(text, max(0, low - 1), high)]
    return [match for match in found if not any(start <= match.start() < end for start, end in alike)]


def behind_break(text: str, low: int, high: int) -> int:
    """Where the stretch of a clause before an offset begins."""
    found = breaks(text, low, high)
    return found[-1].end() if found else low


def with_worth(text: str, noun: Span) -> Span:
    """A noun with what each one is worth that stands before it.

    >>> with_worth("招引5亿元以上项目7个", Span(7, 9))
    Span(start=2, end=9)
    """
    if text[noun.start - 2 : noun.start] not in ("以上", "以下"):
        return noun
    worth = _WORTH.search(text, max(0, noun.start - 20), noun.start)
    return Span(worth.start(), noun.end) if worth else noun


def subject_in(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch of a clause that holds the noun, without what it is a share of, compared with or reckoned by."""
    if share := _SHARE.search(text, start, end):
        return start, share.start()
    if _PROPORTION.search(text, start, end) and (at := text.rfind("占", max(0, start - REACH), start)) >= 0:
        return behind_break(text, max(0, at - REACH), at), at
    if around := _EACH.search(text, start, end) or _PAYER.search(text, start, end):
        return start, around.start() if around.start() > start else end
    compared = _COMPARED.search(text, start, end)
    if compared is None:
        return start, end
    if compared[0].startswith(_BASIS) and not only_links(text[compared.end() : end]):
        return compared.end(), end
    return start, compared.start()


def whole_of_share(text: str, start: int, end: int) -> int:
    """Where the noun ends that a share is taken of: 经费 in 将培训经费的30%; the end where there is none.

    >>> whole_of_share("将培训经费的30%", 0, 6), whole_of_share("仅完成预算的七成", 0, 6)
    (5, 6)
    """
    return end - 1 if text[end - 1 : end] == "的" and not _PART.search(text, max(0, start - 8), end) else end
