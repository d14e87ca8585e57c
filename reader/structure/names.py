"""Names of people in bylines, and what the words around them make of them: writers, photographers, places."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.lexicons.surnames import has_surname
from reader.model import Span
from reader.model.patterns import pattern
from reader.restoration.layout.marks import HANZI, WORD

_KINDS = "(?:本报|本刊|本台|本网|首席|特约|特派|见习|实习|全媒体|融媒体?(?:中心)?|高级|主任|驻站|报道|图文|视频|文字)"
WRITER = rf"{_KINDS}*(?:记者|通讯员|撰稿人?|评论员|实习生|特约作者|采编)"
"""Pattern of what a writer is to the paper."""
MEDIUM_END = (
    "(?:[日晚早晨时快周]报|时讯|每日电讯|[网报社刊]|网站|新闻|客户端|电视台|广播台|电台|总台|卫视|在线|之声|周刊|杂志|发布|融媒体?|热线|之窗"
    "|信息港|频道)"
)
"""Pattern of how the names of papers, sites, agencies and stations end."""
_ORGAN = rf"(?:{HANZI}|[·/・]){{2,16}}?"
_TOKEN = pattern(
    rf"(?P<both>文\s?[/|、]?\s?图|图\s?[/|、]?\s?文|摄影报道|摄影报导|文并?摄)"
    rf"|(?P<writer>(?P<organ>{_ORGAN})??{WRITER}(?!站|会|节)|作者|撰文|采写|文案|文字|执笔|文(?=[\s:/|丨]))"
    rf"|(?P<picture>(?:摄影|摄像|图片|制图|漫画|视频|编辑|来源|校对|审核|图(?=[\s:/|丨])|摄(?!{HANZI}))(?:记者)?)"
    rf"|(?P<report>(?P<place>{HANZI}{{2,6}}?)?(?:综合|即时|实时|现场|连线|采访)?(?:报道|报导))"
    rf"|(?P<wide>(?<!{HANZI}){HANZI} {{1,4}}{HANZI}(?!{HANZI}))"
    rf"|(?P<name>{HANZI}{{1,8}}(?:·{HANZI}{{1,8}}){{1,3}}|{HANZI}{{2,4}}(?!{HANZI}))"
    rf"|(?P<word>{HANZI}+|[a-z0-9][\w.]*)"
)
_MEDIUM = pattern(rf"{HANZI}{{2,14}}{MEDIUM_END}")
_NO_PLACE = frozenset(["连线", "现场", "专题", "联合", "整理", "采访", "跟踪", "独家", "专访"])
"""What stands where a place does before 报道."""
_MEDIUM_NAME = pattern(rf"(?:{WORD}|[·・/-]){{1,18}}?{MEDIUM_END}")
_NO_NAME = frozenset(
    [
        "综合",
        "整理",
        "佚名",
        "未知",
        "无",
        "匿名",
        "网络",
        "管理员",
        "资料",
        "广告",
        "完",
        "待续",
        "略",
        "注",
        "本报",
        "本刊",
        "本网",
        "本站",
        "原创",
        "编者",
        "集体",
        "佚",
        "其他",
        "转载",
    ]
)
_BODY = pattern(
    "(?:部|局|厅|委|委员会|办|办公室|办公厅|中心|政府|支部|集团|公司|大学|学院|研究院|协会|联合会|法院|检察院|公安局|指挥部|领导小组|"
    "编辑部|评论部|调研组|课题组|写作组|采访组|报道组|中央|国务院|街道|管委会|总工会|党校)$"
)
_FIGURATIVE = pattern("(?:开新局|[开破布格全大结困僵终败危变时战残棋]局|[大小全]部|原委)$")
"""Words that end as the names of offices do."""


@dataclass(frozen=True, slots=True)
class Credits:
    """What a stretch of a byline names."""

    writers: tuple[Span, ...]
    """Names of those who wrote."""
    organ: Span | None
    """The paper or agency whose reporters they are."""
    place: Span | None
    """Where they report from."""
    words: int
    """Chinese characters in words that are neither names nor roles."""
    has_role: bool
    """Whether it says that they are reporters, correspondents or authors."""


def read_credits(text: str, start: int, end: int) -> Credits:
    """Read the names of a stretch of a byline in the `simplify` form; a name set wide (王 玮) is one.

    >>> text = "大众网记者 王冠群 通讯员 于 海 济南报道 李明 摄"
    >>> found = read_credits(text, 0, len(text))
    >>> [text[a:b] for a, b in found.writers], text[slice(*found.organ)], text[slice(*found.place)]
    (['王冠群', '于 海'], '大众网', '济南')
    """
    writers: list[Span] = []
    organ: Span | None = None
    place: Span | None = None
    words, has_role, writing = 0, False, True
    for found in _TOKEN.finditer(text, start, end):
        span = Span(*found.span())
        match found.lastgroup:
            case "both":
                has_role = writing = True
            case "writer" | "organ":
                has_role = writing = True
                before = Span(*found.span("organ"))
                if found["organ"] and len(found["organ"]) <= 3 and has_surname(found["organ"]):
                    writers.append(before)
                elif found["organ"]:
                    organ = organ or before
            case "picture":
                if found.group() == "摄" and writers and text[writers[-1].end : span.start].strip() == "":
                    writers.pop()
                writing = False
            case "report" | "place" if not writers and has_role and has_surname(found["place"] or ""):
                writers.append(Span(*found.span("place")))  # 记者王小明报道
            case "report" | "place":
                if found["place"] and found["place"] not in _NO_PLACE:
                    place = place or Span(*found.span("place"))
            case "wide" | "name" if _is_name(found.group()):
                writers += [span] if writing else []
            case "word" | "name" if _MEDIUM.fullmatch(found.group()):
                organ = organ or span
            case _:
                words += len(found.group())
    return Credits(tuple(writers), organ, place, words, has_role)


def _is_name(text: str) -> bool:
    return (
        text not in _NO_NAME
        and text[0] != "本"
        and not text.endswith(("摄", "报道", "报", "网", "社", "新闻", "发布", "客户端"))
    )


def is_full_name(text: str) -> bool:
    """Whether a whole line is the name of a person, set close or wide.

    >>> is_full_name("李建国"), is_full_name("王  涛"), is_full_name("作风建设"), is_full_name("高 质 量")
    (True, True, False, False)
    """
    close = re.sub(r"\s+", "", text)
    if not re.fullmatch(f"{HANZI}{{2,4}}", close) or len(text) > 10:
        return False
    return has_surname(close) and (text == close or len(close) == 2)


def are_names(text: str) -> bool:
    """Whether a text is names of people side by side.

    >>> are_names("李维民,陶静"), are_names("我市召开大会")
    (True, False)
    """
    names = re.split(r"[,、\s]+", text.strip())
    return all(map(is_full_name, names))


def is_medium(text: str) -> bool:
    """Whether a text is the name of a paper, a site, an agency or a station.

    >>> is_medium("滨海日报"), is_medium("滨海区")
    (True, False)
    """
    return len(text) <= 20 and _MEDIUM_NAME.fullmatch(text) is not None


def is_body(text: str) -> bool:
    """Whether a name is that of an office, a committee, a firm or a school.

    >>> is_body("中共临河县委办公室"), is_body("王小明"), is_body("沉下身子解难题 迈开步子开新局")
    (True, False, False)
    """
    return len(text) <= 30 and _BODY.search(text) is not None and _FIGURATIVE.search(text) is None
