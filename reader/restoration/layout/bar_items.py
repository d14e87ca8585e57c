"""What the bar under a headline holds: days, sources, people, tools; each with its end, also where no space follows.

Everything here works on the `simplify` form of one line.
"""

from __future__ import annotations

import re
import tomllib
from enum import Enum, auto
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from reader.lexicons.surnames import DOUBLE, has_surname
from reader.model.patterns import pattern
from reader.restoration.layout.bridges import likelihood, runs_through_word
from reader.restoration.layout.lines import DAY, is_dateline
from reader.restoration.layout.marks import HANZI, SPACES, WORD


class Item(Enum):
    """What a part of a bar says."""

    DAY = auto()
    """When, without a label."""
    LABELLED_DAY = auto()
    """When, with a label."""
    SOURCE = auto()
    """Where it was printed."""
    PEOPLE = auto()
    """Who wrote or edited it, with a label."""
    WRITERS = auto()
    """Who wrote it: 本报记者 王玮."""
    FIELD = auto()
    """A page of a paper, the number of a document, who issued it."""
    TOOL = auto()
    """What can be done with the page, and how often it was seen."""


class BarItem(NamedTuple):
    """A part of a bar."""

    item: Item
    """What it says."""
    start: int
    """Its first code point."""
    end: int | None
    """The code point after its last; None where nothing tells where it ends."""


_MOST = 12
"""No bar has more parts."""
_SOURCE_LENGTH = 16
"""No source is longer, in code points."""
_SURE = 2.5
"""How much likelier one length of a name must be than the other, in nats."""
_GIVEN = 4.0
"""What a character costs as the second of a given name, in nats."""

_WRITERS_START = "本记通文□■◆●"
"""What the names of writers that are glued to a headline are announced with begins so."""
_BULLETS = "•●∙"
_SEPARATOR = pattern(f"[{SPACES}|·∙•●]*")
_WEEKDAY = rf"(?:[{SPACES}]*(?:星期|周)[一二三四五六日天])?"
_TIME = rf"(?:(?:[{SPACES}]*(?:上午|下午|晚上|凌晨|早上)?|t)\d{{1,2}}:\d\d(?::\d\d)?(?:[+]\d\d:\d\d|z)?)?"
_CLOCK = rf"(?:\d{{1,2}}:\d\d(?::\d\d)?[{SPACES}]{{1,4}})?"
_DAY = pattern(rf"{_CLOCK}{DAY}{_WEEKDAY}{_TIME}{_WEEKDAY}|\d{{1,2}}[{SPACES}]?(?:小时|分钟|天)前(?=[{SPACES}])")
_TOOL = pattern(
    rf"(?:[【\[(]?(?:字[号体](?:大小)?[::]?|[大小]字号?|打印(?:本页)?|收藏|分享(?:到[::]?|至[::]?)?|纠错|关闭|[大中小](?=[{SPACES}】\])])"
    rf"|a[+-]|[+][{SPACES}]?关注|扫一扫|缩小字体|放大字体|微博|微信(?!公众号)|[上下]一[版期])[】\])]?"
    rf"|(?:浏览|点击|阅读|访问|人气)(?:次数|量|数)?[::][{SPACES}]*\d*(?![\d年月日])次?)"
)
_PAGE = pattern(rf"第[{SPACES}]?[a-z]?\d{{1,3}}[{SPACES}]?版(?:[{SPACES}]?:[{SPACES}]?{HANZI}{{2,6}}(?=[{SPACES}]|$))?")
_BESIDE_DAY = pattern(
    rf"[{SPACES}]+(?:{HANZI}|·){{1,10}}(?:[报网社台]|新闻|在线|客户端|发布|融媒)(?=[{SPACES}|]|$)(?![{SPACES}]*(?:{HANZI}{{2,8}}\d{{1,2}}日)?讯)"
)
"""A medium behind a day."""
_PUT_UP_IN = pattern(rf"[{SPACES}]+(?:发表|发布)于{HANZI}{{2,4}}(?=[{SPACES}])")
"""Where an account put the page up."""
_YEARLESS = pattern(rf"\d\d-\d\d[{SPACES}]\d\d:\d\d(?::\d\d)?(?=[{SPACES}])")
"""A day without the year, with its time."""
_ADDRESS = pattern(r"https?://[!-~]+")
"""The address of the site, before the day."""
_COMMENTATOR = pattern(rf"本[报刊台网](?:特约)?评论(?:员|部)(?=[{SPACES}]|(?:19|20)\d\d)")
"""Who wrote a comment, without a name."""
_FIELD = pattern(rf"[^{SPACES}。]{{1,40}}(?=[{SPACES}])")
_OFFICE = pattern(rf"{HANZI}{{2,20}}(?:[部局厅委办会院社处]|中心|政府|办公[室厅]|课题组|调研组)(?=[{SPACES}])")
_REPORTING = pattern(rf"[{SPACES}]+{HANZI}{{2,4}}报道(?=[{SPACES}])")
_SIZES = pattern(rf"[{SPACES}]*大[{SPACES}]*中[{SPACES}]*小[】\])]?")
_MEDIUM_END = pattern(
    "(?:[报网社台](?![网社告台道])|在线|发布(?!时间|日期|会|于)|客户端|办公[室厅]|委员会|宣传部|人民政府(?!办公|网|门户)|融媒体?中心"
    "|每日电讯|新闻(?!网|办|中心|社|频道|发布|客户端))"
)
_TOKEN = pattern(rf"(?:{WORD}|[·・《》/-]){{2,24}}")
_NAME = pattern(rf"{HANZI}{{2,4}}(?!{HANZI})|{HANZI}[{SPACES}]{{1,3}}{HANZI}(?!{HANZI})")
_NAME_RUN = pattern(f"{HANZI}{{2,}}")
_JOINED = pattern(rf"[{SPACES}]*[、,/][{SPACES}]*(?={HANZI})")
_ROLE = pattern(
    rf"(?:[□■◆●][{SPACES}]?|(?:文|图文|文图)[/|丨]?图?[/|丨:]?[{SPACES}]?)?(?:(?:本[报刊台网]|(?:(?!本[报刊台网])(?:{HANZI}|[·/])){{2,12}}?(?:[报网社台]|新闻|客户端|融媒|电讯|周刊|在线))[{SPACES}]?)?(?:全媒体|融媒体?|见习|实习|特约|首席)*(?:记者|通讯员)[{SPACES}:]*"
)
_BRACKETED = pattern(rf"\({DAY}[^()。]{{0,12}}\)")
"""A day in brackets behind the name of a paper."""
_CITATION = pattern(rf"《[^《》]{{2,12}}》[{SPACES}]*\([{SPACES}]*{DAY}[^()。]{{0,20}}\)")
"""A paper with its day and page."""
_DAY_START = pattern(r"(?:19|20)\d\d")
_NO_GIVEN = frozenset("党在受据为从于以对将与的了是自经随这那各我其此也就都被把")
"""Characters that sentences open with and names do not end with."""
_REPORT = pattern(rf"{HANZI}{{1,6}}?(?:[报网社台])?(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?[讯电][{SPACES}(]")
"""A dateline whose first word may be the end of a name."""
_AGENCIES = ("本报", "本刊", "本台", "本网", "新华社", "新华网", "中新社", "中新网", "中央社")
"""Reports open with these."""
_RUNNING = tuple(",。、;!?》”")
"""Marks that a sentence goes on with behind what looks like a part of a bar."""
_COLON = pattern(rf"[{SPACES}]?[:|丨][{SPACES}]*")
_SOURCE = ("source",)
_PEOPLE = ("author", "editor", "crew")
_PUBLISHED = ("published", "updated", "signed")
_FIELDS = ("issuer", "number", "page", "other")


@lru_cache(maxsize=1)
def _labels() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern of all labels of Chinese characters, and what each announces."""
    words: dict[str, list[str]] = tomllib.loads(
        files("reader.lexicons").joinpath("labels.toml").read_text(encoding="utf-8")
    )
    kinds = {word: kind for kind, some in words.items() for word in some if re.fullmatch(f"{HANZI}{{2,}}", word)}
    longest_first = sorted(kinds, key=len, reverse=True)
    return re.compile(f"[【\\[(]?(?P<label>{'|'.join(longest_first)}){_COLON.pattern}"), kinds


def opens_item(text: str, at: int) -> bool:
    """Whether a day, a label or a role starts at an offset."""
    if text[at].isdigit():
        whole = at == 0 or text[at - 1] not in "0123456789:-/."
        return whole and bool(_DAY.match(text, at) or _YEARLESS.match(text, at))
    if text[at] in _BULLETS:
        behind = _separated(text, at)
        return behind < len(text) and text[behind] not in _BULLETS and opens_item(text, behind)
    if text[at] == "(":
        return _BRACKETED.match(text, at) is not None
    if text[at] in "h本" and (_ADDRESS.match(text, at) or _COMMENTATOR.match(text, at)):
        return True
    return _labels()[0].match(text, at) is not None or _ROLE.match(text, at) is not None


def read_items(text: str, at: int) -> list[BarItem]:
    """The parts of a bar from an offset on; the last one has no end where nothing tells it.

    >>> line = "2022-03-04 09:20来源:滨海日报 编辑:王玮打印 收藏3月4日,老街上新开了一家书店。"
    >>> [line[part.start:part.end] for part in read_items(line, 0)]
    ['2022-03-04 09:20', '来源:滨海日报', '编辑:王玮', '打印', '收藏']
    """
    items: list[BarItem] = []
    at = _separated(text, at)
    while at < len(text) and len(items) < _MOST:
        found = _read_item(text, at)
        if found is None:
            break
        if found.end is not None and text[found.end : found.end + 1] in _RUNNING:
            break
        items.append(found)
        if found.end is None:
            break
        at = _separated(text, found.end)
        in_brackets = found.item is Item.DAY and text[found.end - 1] == ")" and found.end < at
        name = _NAME.match(text, at) if in_brackets else None
        if name and _is_name(name.group()) and text[name.end() : name.end() + 1] in SPACES:
            items.append(BarItem(Item.WRITERS, at, name.end()))
            at = _separated(text, name.end())
    return items


def opens_with_writers(text: str) -> bool:
    """Whether a text opens with reporters and their names, and a gap or nothing behind them.

    >>> opens_with_writers("新华社记者王玮、李建国 会议"), opens_with_writers("记者 王玮 摄")
    (True, False)
    """
    found = _ROLE.match(text)
    end = _names_end(text, found.end(), many=True) if found else None
    return end is not None and (end == len(text) or (text[end] in SPACES and text[_separated(text, end)] != "摄"))


def _separated(text: str, at: int) -> int:
    found = _SEPARATOR.match(text, at)
    return found.end() if found else at


def _read_item(text: str, at: int) -> BarItem | None:
    if day := _DAY.match(text, at) or _YEARLESS.match(text, at):
        return BarItem(Item.DAY, at, _behind_day(text, day.end()))
    if address := _ADDRESS.match(text, at):
        return BarItem(Item.FIELD, at, address.end())
    if commentator := _COMMENTATOR.match(text, at):
        return BarItem(Item.WRITERS, at, commentator.end())
    if cited := _CITATION.match(text, at) or _BRACKETED.match(text, at):
        return BarItem(Item.DAY, at, cited.end())
    if page := _PAGE.match(text, at):
        return BarItem(Item.FIELD, at, page.end())
    if tool := _TOOL.match(text, at):
        sizes = _SIZES.match(text, tool.end()) if "字" in tool.group() else None
        return BarItem(Item.TOOL, at, sizes.end() if sizes else tool.end())
    labels, kinds = _labels()
    if label := labels.match(text, at):
        return _labelled(text, at, label.end(), kinds[label["label"]])
    if role := _ROLE.match(text, at):
        return _writers(text, at, role.end())
    return None


def _labelled(text: str, at: int, value: int, kind: str) -> BarItem | None:
    """A label with its value."""
    if kind in _PUBLISHED:
        day = _DAY.match(text, value)
        return BarItem(Item.LABELLED_DAY, at, _behind_day(text, day.end())) if day else None
    if kind in _SOURCE:
        end = _source_end(text, value)
        if end is None and text[value - 1] in SPACES:
            end = len(text[:value].rstrip(SPACES))
        return BarItem(Item.SOURCE, at, end)
    if kind in _PEOPLE and _labels()[0].match(text, value):
        return BarItem(Item.PEOPLE, at, len(text[:value].rstrip(SPACES)))
    if kind in _PEOPLE:
        office = _OFFICE.match(text, value)
        role = _ROLE.match(text, value)
        end = office.end() if office else _names_end(text, role.end() if role else value, many=True)
        return BarItem(Item.PEOPLE, at, end)
    field = _FIELD.match(text, value) if kind in _FIELDS else None
    return BarItem(Item.FIELD, at, field.end()) if field else None


def _behind_day(text: str, end: int) -> int:
    """Where a day ends together with the medium or the place that stands behind it."""
    medium = _BESIDE_DAY.match(text, end) or _PUT_UP_IN.match(text, end)
    return medium.end() if medium else end


def _source_end(text: str, start: int) -> int | None:
    """Where the name of a source ends: at a space, before what a bar goes on with, or with a medium's name."""
    token = _TOKEN.match(text, start)
    if token is None:
        return None
    ends = [found.end() for found in _MEDIUM_END.finditer(text, start + 1, token.end())]
    stops = [at for at in range(start + 2, token.end()) if _goes_on(text, at)]
    if stops and ends and text.startswith("记者", stops[0]):
        return ends[0]
    if stops:
        return stops[0] if stops[0] - start <= _SOURCE_LENGTH else None
    parted = token.end() == len(text) or text[token.end()] in SPACES + "|)】]" or _BRACKETED.match(text, token.end())
    if parted and token.end() - start <= _SOURCE_LENGTH:
        return token.end()
    for end in ends:
        if end - start <= _SOURCE_LENGTH and not runs_through_word(text[start:end], text[end:]):
            return end
    return None


def _goes_on(text: str, at: int) -> bool:
    """Whether a bar or a report starts behind a value without a space."""
    return (
        (_DAY_START.match(text, at) is not None and _DAY.match(text, at) is not None)
        or _TOOL.match(text, at) is not None
        or _is_label_inside(text, at)
        or (text[at] == "本" and _ROLE.match(text, at) is not None)
        or (text.startswith("记者", at))
        or _opens_report(text, at)
    )


def _is_label_inside(text: str, at: int) -> bool:
    """Whether a label starts behind a value; with a bar for a colon it is the end of a name: `临河发布 | 作者:`."""
    label = _labels()[0].match(text, at)
    return label is not None and not ("|" in label.group() and re.match(HANZI, text[at - 1]))


def _opens_report(text: str, at: int) -> bool:
    return text.startswith(_AGENCIES, at) and is_dateline(text[at : at + 60])


def _writers(text: str, at: int, value: int) -> BarItem | None:
    """Reporters and correspondents with their names, role by role, each name apart from the role by a space or not.

    Behind a headline without a space only names have spaces between them.
    """
    glued = at > 0 and text[at - 1] not in SPACES
    if glued and (text[value - 1] not in SPACES + ":" or text[at] not in _WRITERS_START):
        return None
    end = _names_end(text, value, many=True, glued=glued)
    if end is None and not _NAME_RUN.match(text, value):
        return None
    while end is not None:
        role = _ROLE.match(text, _separated(text, end))
        if role is None:
            break
        end = _names_end(text, role.end(), many=True, glued=glued)
    reporting = _REPORTING.match(text, end) if end is not None else None
    end = reporting.end() if reporting else end
    return BarItem(Item.WRITERS, at, end)


def _names_end(text: str, start: int, *, many: bool, glued: bool = False) -> int | None:
    """Where the names of people end.

    Args:
        text: A simplified line.
        start: Where the first name starts.
        many: Whether names may stand side by side with nothing but spaces between them.
        glued: Whether all that such a space can part is names.
    """
    end = _name_end(text, start)
    while end is not None:
        joined = _JOINED.match(text, end)
        if joined is None and many and end < len(text) and text[end] in SPACES:
            following = _separated(text, end)
            name = _NAME.match(text, following)
            if glued and has_surname(text[following : following + 2]) and not _goes_on(text, following):
                end = _name_end(text, following)
                continue
            if name and _is_parted(text, name.end()) and _is_name(name.group()):
                end = name.end()
                continue
        if joined is None:
            break
        end = _name_end(text, joined.end())
    if end is not None and end < len(text) and text[end] in "】])":
        end += 1
    return end


def _name_end(text: str, start: int) -> int | None:
    name = _NAME.match(text, start)
    if name and _is_name(name.group()):
        return name.end()
    run = _NAME_RUN.match(text, start)
    if run is None:
        return None
    shortest = 3 if text[start : start + 2] in DOUBLE else 2
    short, long = start + shortest, start + shortest + 1
    for end in (long, short):
        if _is_name(text[start:end]) and (end >= run.end() or _goes_on(text, end)):
            return end
    if not has_surname(text[start:short]) or _REPORT.match(text, short):
        return None
    if text[short] in _NO_GIVEN:
        return short
    reach = long + 6
    gain = likelihood(text[short:reach]) - (likelihood(text[long:reach]) - _GIVEN)
    if abs(gain) < _SURE:
        return None
    return short if gain > 0 else long


def _is_parted(text: str, at: int) -> bool:
    return at == len(text) or text[at] in SPACES + "、|)】]" or _goes_on(text, at)


def _is_name(text: str) -> bool:
    return has_surname(re.sub(f"[{SPACES}]", "", text))
