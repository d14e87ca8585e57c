"""Formulations in quotation marks, told apart from speech, names, scare words and metaphors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.analysis.slogans.builds import are_alike
from reader.analysis.slogans.candidates import Candidate
from reader.analysis.slogans.lines import MARKS, Line, Quotation
from reader.analysis.slogans.maxims import is_maxim
from reader.analysis.slogans.numbered import quoted_name
from reader.analysis.slogans.parallel import adjacent_groups, quoted_run
from reader.analysis.slogans.words import (
    ABBREVIATIONS,
    CAMPAIGNS,
    FAULT_AFTER,
    HEAD_AFTER,
    HEAD_KIND,
    HEAD_WITHIN,
    INTRODUCTION,
    METAPHORS,
    NAME_AFTER,
    NAMES_AFTER,
    NUMERAL,
    PEOPLE,
    REJECTION,
    SPEECH_BEFORE,
    SPOKEN,
    STRONG_HEAD_AFTER,
    STRONG_INTRODUCTION,
    SYSTEM,
)
from reader.lexicons.words import frequency
from reader.model import SloganKind

_LONGEST = 24
"""Code points; what is longer and of unequal build is speech."""
_COINED = 8
"""Code points of coined words at most."""
_THINGS = "号船舰机弹星车站店馆院社厂园村镇市县国杯奖展队剧书报歌舞曲戏片"
"""Characters that end the names of things and bodies."""
_SORT = re.compile(r"式|[者族]$")
"""What makes words the name of a sort of people or things: 躺平式干部."""
_DAY = re.compile(r"\d+[·•.]\d+")
"""A day that an event is called by: 5·12."""
_CHINESE = re.compile(r"[\u4e00-\u9fff]+")
_RARE = 3
"""Count up to which a word of the dictionary is not an ordinary one."""
_NESTED = re.compile(rf"[‘『“「]([^{MARKS}]{{1,8}})[’』”」]")
"""A name inside the name: ‘红色管家’进楼栋."""
_COUNT = re.compile(r"(?:\d+|[一二两三四五六七八九十几]+)(?:余|多)?(?:个|项|批|类|种|条|套)$")
"""How many things of a name are put forward: 推出50个“高效办成一件事”."""
_THEME_BEFORE = re.compile(r"(?:主题|口号|标语|宗旨|愿景|校训|家训)(?:就?是|定为|为|:)$")
"""What calls the words behind it a theme or a motto."""
_SHORTEST_THEME = 5
"""Code points of a theme at least."""
_MANY = re.compile(r"[近超约数多]?[百千万十\d]+[多余]?项")
"""How words begin that count rather than name."""
_ASKING = ("谁", "什么", "怎么", "吗", "如何", "哪里")
"""How a list ends that asks questions: 我是谁、为了谁、依靠谁."""
_MODIFIERS = ("发展", "奋斗", "战略", "工作", "总体", "建设", "管理", "治理", "创新")
"""What a noun of policy may be called after between it and the quotation: “…”发展目标."""
_AS_THEME = re.compile(r"[”’」』]为(?:主题|牵引|抓手|目标|引领|导向|总抓手|载体|主线|契机)")
_YEARS = re.compile(r"[一二两三五十]年.{1,4}(?:仗|战|行动|攻坚|计划|变样|跃升|跨越|倍增)$")
"""A campaign of so many years: 三年翻身仗."""
_INNOVATION = re.compile(
    r"[”’」』](?:是|已?成为)[^,。;:]{0,20}?(?:创新|做法|探索|举措|实践|尝试|名片|法宝|妙招|机制|制度|模式|策略)(?=[,。;])"
)
"""What calls a name a way of working."""
_PLACE_AIMED_AT = re.compile(
    r".{3,}(?:[村镇乡区县市城港湾谷园带门廊极都岛]|高地|中心|基地|样板|名片|枢纽|标杆|之[乡都窗])$"
)
"""The name of a place that is to become something: 鲁中第一村."""
_SERVING = re.compile(
    r".{1,3}(?:服务|助餐|便民|惠民|办公|调解|代办|帮办|议事|受理|接访|问诊|执法|警务)[车站点队员岗日周室]?$"
)
"""A service named by what it does and what with: 流动服务车."""
_AND_MORE = re.compile(r"等[^,。;:]{2,16}?(?:模式|机制|制度|做法|举措|办法)")
"""What calls several quotations before it ways of working: “最多跑一次”“一站式服务”等改革新模式."""
_MEANS = re.compile(r"(?:在|通过|以|用|靠|借助)$")
"""What makes the words behind it a means."""
_DEFINED = re.compile(r"[”’」』](?:模式|机制|工作法|服务|制度)?,?(?:就是|即|是指|指的是)")
"""How a sentence goes on that says what 所谓“一码通” is."""
_CAMPAIGN_AFTER = re.compile(r"(?:[进入走][\u4e00-\u9fff]{1,3}?)?(?:主题|实践|系列|专项|专题|教育)*(?:活动|行动)")
_SPOKEN_CAMPAIGN = re.compile(r"[吗呢啊呀哦嘛]|[。!?…]|《")
"""What stands in speech, and not in the name of a campaign, which may say 我 and 你."""
_YEAR_OF = re.compile(r"(?:是|为|列为|定为|作为)[^,。;:的]{0,6}$")
"""Before a quotation that ends in 年 these call a year by it: 今年是我市“作风提质年”."""
_AIMING = re.compile(r"(?:建成|打造成?|建设成?|创建|争创|争当|迈向|建好|做成)(?:了|为)?$")
_SET_PHRASE = re.compile(r"(.)[^\1](\1).$|.{1,3}即.{1,3}$|.[必即就才不皆先有无]..?$|.{2}[要就必才].{2}$")


def quoted_formulations(line: Line) -> Iterator[Candidate]:
    """Everything in quotation marks that is a formulation."""
    ends = {q.start: (group[0], group[-1]) for group in adjacent_groups(line) for q in group}
    for quotation in line.quotations:
        first, last = ends.get(quotation.start, (quotation, quotation))
        if found := _judge(line, quotation, first, last):
            yield found


def repeated_quotations(lines: Sequence[Line]) -> Iterator[Candidate]:
    """Words of the text's own making that it sets in marks again and again: “板凳会”."""
    places: dict[str, list[tuple[Line, Quotation]]] = {}
    for line in lines:
        for quotation in line.quotations:
            if 3 <= quotation.span.length <= _COINED:
                places.setdefault(line.words(quotation.span), []).append((line, quotation))
    for words, found in places.items():
        serves = bool(_SERVING.match(words))
        if len(found) == 1 or not (serves or _is_coined(words)) or any(_is_a_thing(*place) for place in found):
            continue
        kind = SloganKind.MECHANISM if serves else SloganKind.QUOTED
        for line, quotation in found:
            yield Candidate(kind, (line.passage(quotation.span),), words)


def _is_coined(words: str) -> bool:
    """Whether words are put together from words of the language and are none themselves.

    >>> [_is_coined(words) for words in ("板凳会", "硬骨头", "瓦格纳", "工程师")]
    [True, False, False, False]
    """
    named = words[-1] in PEOPLE or words[-1] in _THINGS or _SORT.search(words)
    if words in METAPHORS or frequency(words) or SPOKEN.search(words) or named:
        return False
    return bool(_CHINESE.fullmatch(words)) and (
        frequency(words[:2]) > 0 and (len(words) < 4 or frequency(words[-2:]) > 0)
    )


def _is_a_thing(line: Line, quotation: Quotation) -> bool:
    """Whether a quotation is called a thing, an event or a fault."""
    before = line.text[max(0, quotation.start - 13) : quotation.start - 1]
    after = line.text[quotation.end + 1 : quotation.end + 13]
    return bool(NAME_AFTER.match(after) or REJECTION.search(before))


def _is_common(words: str) -> bool:
    """Whether words are everybody's: a figure of speech, an abbreviation, a day."""
    return words in METAPHORS or bool(ABBREVIATIONS.match(words) or _DAY.fullmatch(words))


def _judge(line: Line, quotation: Quotation, first: Quotation, last: Quotation) -> Candidate | None:
    """The formulation that a quotation is; what leads up to and follows its group speaks for it."""
    words = line.words(quotation.span)
    before = line.text[max(0, first.start - 13) : first.start - 1]
    after = line.text[last.end + 1 : last.end + 19]
    own_after = line.text[quotation.end + 1 : quotation.end + 13]
    if name := quoted_name(line, quotation):
        return name
    if _DEFINED.match(line.text, quotation.end) and before.endswith("所谓") and not frequency(words):
        return Candidate(SloganKind.MECHANISM, (line.passage(quotation.span),), words)
    if NAME_AFTER.match(own_after) or NAMES_AFTER.match(after) or REJECTION.search(before) or _is_common(words):
        return None
    if run := quoted_run(line, quotation):
        if FAULT_AFTER.match(own_after) and not run.words.endswith(_ASKING):
            return None
        return None if SPEECH_BEFORE.search(before) and len(words) > _LONGEST else _as_named(run, after)
    inner = _NESTED.sub(r"\1", words) if STRONG_HEAD_AFTER.match(after) else words
    spoken = _SPOKEN_CAMPAIGN if _CAMPAIGN_AFTER.match(own_after) else SPOKEN
    is_theme = bool(_THEME_BEFORE.search(before)) and ":" not in words and not SPOKEN.search(words)
    if is_theme and _SHORTEST_THEME <= len(words) <= _LONGEST:
        return Candidate(SloganKind.QUOTED, (line.passage(quotation.span),), words)
    if any(mark in inner for mark in MARKS + ":") or spoken.search(words) or not 2 <= len(words) <= _LONGEST:
        return None
    kind = _kind(line, quotation, before, after, words)
    return Candidate(kind, (line.passage(quotation.span),), words) if kind else None


def _names_activity(words: str) -> bool:
    """Whether words of the text's own making name what some words on is called an activity: “税润童心”志愿服务活动."""
    return len(words) >= 4 and not frequency(words) and words[-1] not in "节日" and not re.search(r"\d", words)


def _as_named(run: Candidate, after: str) -> Candidate:
    """A run whose parts repeat nothing is of the kind of the noun that follows it, where that is a way of working."""
    head = HEAD_AFTER.match(after)
    if head and HEAD_KIND[head["head"]] is SloganKind.MECHANISM and not are_alike([part.text for part in run.parts]):
        return replace(run, kind=SloganKind.MECHANISM)
    return run


def _named_outright(line: Line, quotation: Quotation, before: str, after: str, words: str) -> SloganKind | None:
    """The kind that a quotation's own words, or what it is called at once, make certain."""
    if len(words) > 3 and after.startswith(("建设", "创建")) and words[0] not in NUMERAL:
        return SloganKind.CAMPAIGN
    if words in CAMPAIGNS or _YEARS.match(words):
        return SloganKind.CAMPAIGN
    if words.endswith("年") and len(words) > 4 and _YEAR_OF.search(before):
        return SloganKind.CAMPAIGN
    if SYSTEM.match(words) and not frequency(words[-2:]):
        return SloganKind.MECHANISM
    if _AND_MORE.match(after) and len(words) > 3:
        return SloganKind.MECHANISM
    if _INNOVATION.match(line.text, quotation.end) or (_MEANS.search(before) and _SERVING.match(words)):
        return SloganKind.MECHANISM
    if _AIMING.search(before) and _PLACE_AIMED_AT.match(words):
        return SloganKind.GOAL
    return None


def _kind(line: Line, quotation: Quotation, before: str, after: str, words: str) -> SloganKind | None:
    """The kind of a quotation by its build and what surrounds it; None when nothing makes it a formulation."""
    if is_maxim(words):
        return SloganKind.MAXIM
    if named := _named_outright(line, quotation, before, after, words):
        return named
    head = HEAD_AFTER.match(after)
    is_topic = bool(head and head["head"] == "主题" and "等" in head["lead"])
    kind = HEAD_KIND[head["head"]] if head and not is_topic else None
    directly = bool(head and (head.end("lead") <= 1 or (len(words) > 3 and head["lead"] in _MODIFIERS)))
    introduced = bool(INTRODUCTION.search(_COUNT.sub("", before)))
    strongly = bool(STRONG_INTRODUCTION.search(before))
    if strong := STRONG_HEAD_AFTER.match(after):
        return SloganKind.MECHANISM if strong["mechanism"] else SloganKind.CAMPAIGN
    if len(words) <= 3 and frequency(words) > _RARE and not directly:
        return None
    if len(words) <= 3:
        return (
            (kind or SloganKind.CAMPAIGN)
            if strongly or (directly and (introduced or len(words) == 3))
            else (kind if kind and introduced and head and head.end("lead") <= 6 else None)
        )
    within = HEAD_WITHIN.search(words)
    if within and not _MANY.match(words):
        return HEAD_KIND.get(within.group(), SloganKind.CAMPAIGN)
    if kind and (directly or introduced or (kind is SloganKind.CAMPAIGN and _names_activity(words))):
        return kind
    if introduced or (re.search(r"以$", before) and _AS_THEME.match(line.text, quotation.end)):
        return SloganKind.MECHANISM if strongly else SloganKind.QUOTED
    if _SET_PHRASE.match(words) and not frequency(words):
        return SloganKind.QUOTED
    return None
