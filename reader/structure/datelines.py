"""Where and when a report was sent, as its first or last words say (电头)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.lexicons.places import is_place
from reader.lexicons.surnames import has_surname
from reader.model import Span
from reader.restoration.layout.marks import HANZI, SPACES
from reader.structure.names import WRITER, read_credits

MEDIUM_END = "(?:[日晚早晨时快周]报|时讯|[网报社刊]|网站|新闻|客户端|电视台|广播台|电台|总台|卫视|在线|之声|周刊|杂志|发布|融媒|融媒体|热线|之窗|信息港|频道)"
"""Pattern of how the names of papers, sites, agencies and stations end."""
_OWN = ("本报", "本刊", "本台", "本网", "本社", "本站")
_SIGN = rf"(?:{HANZI}|[a-z·・/-])"
_VERB = r"(?:讯|电(?![力话视网气子商影动能价量厂站费池信器缆台脑])|消息|报道|报导)"
_DAY = r"(?:(?P<year>(?:19|20)\d\d)年)?(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日(?:夜|晚|上午|下午|凌晨)?"
_SENT = re.compile(
    rf"[(【〔\[]?(?P<quoted>据)?(?P<source>本[报刊台网社站]|{_SIGN}{{0,20}}{MEDIUM_END})(?:记者{HANZI}{{2,4}}?)??"
    rf"(?P<place>{HANZI}{{2,7}}?|{HANZI}{{1,6}}·{HANZI}{{1,6}})??[{SPACES}]{{0,2}}(?:{_DAY}[{SPACES}]{{0,2}})?(?P<verb>{_VERB})"
)
_REPORTED = re.compile(
    rf"[(【〔\[](?P<source>{HANZI}{{2,8}}[社报网])?{WRITER}[{SPACES}]?(?P<by>{HANZI}{{2,12}}?)(?:[/、](?P<place>{HANZI}{{2,6}})|[{SPACES}]"
    rf"(?P<set>{HANZI}{{2,6}}?))?(?:(?P<day>\d{{1,2}})日)?(?:综合)?(?:报道|报导|电|讯)[)】〕\]]"
)
"""As papers of Taiwan have it: `(中央社记者王小明台北17日电)`."""
_BRACKETED = re.compile(
    rf"[{SPACES}]*\((?P<by>[^()]{{2,60}})\)|[{SPACES}]*(?=(?P<open>(?:{HANZI}{{0,6}}){WRITER}[{SPACES}]?{HANZI}{{2,4}}(?:报道|[{SPACES}:,])))"
)
_AFTER = re.compile(rf"[{SPACES}(:,\]】)〕]|$")
_NO_PLACE = re.compile("专|综合|快|独家|最新|记者|通讯员|本|今|昨|近|特|据|的|上|时|消息|热|简|短|新|要|通|发|报")
_TAIL = re.compile(r"\(([^()]{4,60})\)[。]?$")
_AT_END = re.compile(rf"据?[^,。]{{2,24}}?(?:\d日|讯)[^,。]{{0,4}}(?:讯|电|消息|报道)?[{SPACES}]*(?:{WRITER}[^,。]*)?$")
_LONGEST = 90
"""A dateline ends within so many code points."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when a report was sent, with spans in its line."""

    source: Span | None
    """The agency, site or paper; None where it says 本报."""
    place: Span | None
    """Where it was sent from."""
    year: int | None
    """The year, where it is named."""
    month: int | None
    """The month, where a day is named with it."""
    day: int | None
    """The day of the month."""
    when: Span | None
    """The words of the day."""
    writers: tuple[Span, ...]
    """Who sent it."""


def find_dateline(text: str) -> Dateline | None:
    """The dateline that a paragraph in the `simplify` form opens with, or None.

    >>> line = "新华社北京2月17日电(记者于文静、胡璐)会议"
    >>> found = find_dateline(line)
    >>> line[slice(*found.source)], line[slice(*found.place)], found.month, found.day, len(found.writers)
    ('新华社', '北京', 2, 17, 2)
    >>> find_dateline("互联网大会消息传来"), find_dateline("国家电网2月17日电力供应")
    (None, None)
    """
    head = text[:_LONGEST]
    return _sent(head) or _reported(head)


def find_end_dateline(text: str) -> Dateline | None:
    """The dateline in brackets that a report ends with, or None.

    >>> find_end_dateline("圆满落幕。(据新华社北京4月28日电 记者樊曦)").day, find_end_dateline("(图源网络)")
    (28, None)
    """
    tail = _TAIL.search(text[-_LONGEST:])
    if tail is None or not _AT_END.fullmatch(tail[1]):
        return None
    start = len(text) - len(text[-_LONGEST:]) + tail.start(1)
    found = _sent(text[start : start + len(tail[1])])
    return _shifted(found, start) if found else None


def _sent(text: str) -> Dateline | None:
    found = _SENT.match(text)
    if found is None or (found["day"] is None and found["verb"] not in ("讯", "消息", "电")):
        return None
    place = Span(*found.span("place")) if found["place"] and _could_be_place(found["place"], found["day"]) else None
    if found["place"] and place is None and not _NO_PLACE.fullmatch(found["place"][:1]):
        return None
    if found["day"] is None and not _AFTER.match(text, found.end()):
        return None
    source = Span(*found.span("source"))
    by = _BRACKETED.match(text, found.end())
    if found["quoted"] and by is None and not text[found.end() :].startswith((" ", ":")) and found.end() < len(text):
        return None
    group = "by" if by and by["by"] else "open"
    credits = (
        read_credits(text, *by.span(group))
        if by
        else read_credits(text, found.end(), len(text) if found["quoted"] else found.end())
    )
    writers = credits.writers if credits.has_role else ()
    day = found["day"]
    month = found["month"]
    when = (
        Span(
            found.start("year") if found["year"] else found.start("month") if month else found.start("day"),
            found.end("day") + 1,
        )
        if day
        else None
    )
    return Dateline(
        source=None if text[source.start : source.end] in _OWN else _first_of_chain(text, source),
        place=place,
        year=int(found["year"]) if found["year"] else None,
        month=int(month) if month else None,
        day=int(day) if day else None,
        when=when,
        writers=writers,
    )


def _first_of_chain(text: str, source: Span) -> Span:
    """Of `经济日报-中国经济网` the first."""
    joint = re.search("[-—/]", text[source.start : source.end])
    return Span(source.start, source.start + joint.start()) if joint and joint.start() else source


def _could_be_place(name: str, day: str | None) -> bool:
    if _NO_PLACE.match(name):
        return False
    return day is not None or is_place(name)


def _reported(text: str) -> Dateline | None:
    found = _REPORTED.match(text)
    if found is None:
        return None
    by, place = Span(*found.span("by")), None
    if found["place"] or found["set"]:
        place = Span(*found.span("place" if found["place"] else "set"))
    elif by.length > 3:
        cut = by.start + _name_length(text[by.start : by.end])
        by, place = Span(by.start, cut), Span(cut, by.end)
    if by.length > 4:
        return None
    source = Span(*found.span("source")) if found["source"] and found["source"] not in _OWN else None
    return Dateline(source, place, None, None, int(found["day"]) if found["day"] else None, None, (by,))


def _name_length(text: str) -> int:
    """Where the name ends in a name with the place straight behind it."""
    for length in (2, 3):
        if has_surname(text[:length]) and is_place(text[length:]):
            return length
    return 3 if len(text) >= 5 else 2


def _shifted(found: Dateline, by: int) -> Dateline:
    source, place, when = (span and span.shifted(by) for span in (found.source, found.place, found.when))
    writers = tuple(span.shifted(by) for span in found.writers)
    return Dateline(source, place, found.year, found.month, found.day, when, writers)
