"""Where and when a report was sent, as its first or last words say (电头)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reader.lexicons.places import is_place
from reader.lexicons.surnames import has_surname
from reader.model import Span
from reader.model.patterns import pattern
from reader.restoration.layout.marks import HANZI, SPACES
from reader.script.folding import simplify
from reader.structure.names import MEDIUM_END, WRITER, is_full_name, read_credits

_OWN = ("本报", "本刊", "本台", "本网", "本社", "本站")
_SIGN = rf"(?:{HANZI}|[a-z·・/-])"
_VERB = r"(?:讯|电(?![力话视网气子商影动能价量厂站费池信器缆台脑])|消息|报道|报导)"
_DAY = r"(?:(?P<year>(?:19|20)\d\d)年)?(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日(?:夜|晚|上午|下午|凌晨)?"
_SENT = pattern(
    rf"[(【〔\[]?(?P<quoted>据)?(?P<source>本[报刊台网社站]|{_SIGN}{{0,20}}{MEDIUM_END})"
    rf"(?P<place>{HANZI}{{2,7}}?|{HANZI}{{1,6}}·{HANZI}{{1,6}})??[{SPACES}]{{0,2}}(?:{_DAY}[{SPACES}]{{0,2}})?(?:专|综合|快|独家)?(?P<verb>{_VERB})"
)
_REPORTED = pattern(
    rf"[(【〔\[](?P<source>{HANZI}{{2,8}}[社报网])?{WRITER}[{SPACES}]?(?P<by>{HANZI}{{2,12}}?)(?:[/、](?P<place>{HANZI}{{2,6}})|[{SPACES}]"
    rf"(?P<set>{HANZI}{{2,6}}?))?(?:(?P<day>\d{{1,2}})日)?(?:综合)?(?:报道|报导|电|讯)[)】〕\]]"
)
"""As papers of Taiwan have it: `(中央社记者王小明台北17日电)`."""
_SLASHED = pattern(
    rf"(?:(?P<source>{HANZI}{{2,8}}[社报网])[{SPACES}]{{1,2}})?(?:{HANZI}{{2,6}})??{WRITER}[{SPACES}]?(?P<by>{HANZI}{{2,4}})/(?P<place>{HANZI}{{2,6}}?)"
    rf"(?P<set>)(?P<day>)(?:综合)?(?:报道|报导)"
)
"""The same without brackets: `记者王小明/台北报导`."""
_BRACKETED = pattern(
    rf"[{SPACES}]{{0,4}}\((?P<by>[^()]{{2,60}})\)|[】)〕\]]?[{SPACES}]{{0,4}}(?=(?P<open>(?:{HANZI}{{0,6}}){WRITER}[{SPACES}]?{HANZI}{{2,4}}(?:报道|[{SPACES}:,])))"
)
_AFTER = pattern(rf"[{SPACES}(:,\]】)〕]|$")
_NO_PLACE = pattern("专|综合|快|独家|最新|记者|通讯员|本|今|昨|近|特|据|的|上|时|消息|热|简|短|新|要|通|发|报")
_TAIL = pattern(r"\(([^()]{4,60})\)[。]?$")
_AT_END = pattern(rf"据?[^,。]{{2,24}}?(?:\d日|讯)[^,。]{{0,4}}(?:讯|电|消息|报道)?[{SPACES}]*(?:{WRITER}[^,。]*)?$")
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
    end: int
    """Where it ends in the line."""


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
    return _reported(head) or _sent(head)


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


def without_dateline(text: str) -> str:
    """A paragraph, as written, without the dateline that it opens with.

    >>> without_dateline("信網2月17日訊（通訊員 滕媛）擊鼓催征")
    '擊鼓催征'
    """
    found = find_dateline(simplify(text[:_LONGEST]))
    return text[found.end :].lstrip(" \u3000:：)）】") if found else text


def is_dateline_alone(text: str) -> bool:
    """Whether a line holds a dateline and nothing else.

    >>> is_dateline_alone("中新网拉萨10月9日电 (冉文娟)"), is_dateline_alone("新华社北京2月17日电 会议召开")
    (True, False)
    """
    found = find_dateline(text) if len(text) <= _LONGEST else None
    return found is not None and not text[found.end :].strip(" :)】〕]")


def _sent(text: str) -> Dateline | None:
    found = _SENT.match(text)
    if found is None or not _is_sent(text, found):
        return None
    source = Span(*found.span("source"))
    place = Span(*found.span("place")) if found["place"] and _could_be_place(found["place"], found["day"]) else None
    writers, end = _senders(text, found.end(), to_end=bool(found["quoted"]))
    return Dateline(
        source=None if text[source.start : source.end] in _OWN else _first_of_chain(text, source),
        place=place,
        year=int(found["year"]) if found["year"] else None,
        month=int(found["month"]) if found["month"] else None,
        day=int(found["day"]) if found["day"] else None,
        when=_when(found),
        writers=writers,
        end=end,
    )


def _is_sent(text: str, found: re.Match[str]) -> bool:
    """Whether what looks like a dateline is one: it names a day, or ends in a bracket, a colon or a gap."""
    if found["day"] is None and (found["verb"] in ("报道", "报导") or not _AFTER.match(text, found.end())):
        return False
    place = found["place"]
    if place and not _could_be_place(place, found["day"]) and (is_place(place) or not _NO_PLACE.match(place)):
        return False
    rest = text[found.end() :]
    return not found["quoted"] or not rest or rest.startswith((" ", ":", "("))


def _senders(text: str, start: int, *, to_end: bool) -> tuple[tuple[Span, ...], int]:
    """Who sent a report, behind the words of its dateline, and where the dateline ends.

    Names in brackets without `记者` are names when they look like nothing else.
    """
    by = _BRACKETED.match(text, start)
    if by is None:
        found = read_credits(text, start, len(text) if to_end else start)
        return (found.writers if found.has_role else ()), len(text) if to_end else start
    found = read_credits(text, *by.span("by" if by["by"] else "open"))
    bare = found.words == 0 and all(is_full_name(text[slice(*name)]) for name in found.writers)
    end = by.end() if by["by"] else by.end("open")
    return (found.writers if found.has_role or bare else ()), end


def _when(found: re.Match[str]) -> Span | None:
    """Where the words of the day stand."""
    if found["day"] is None:
        return None
    first = next(name for name in ("year", "month", "day") if found[name])
    return Span(found.start(first), found.end("day") + 1)


def _first_of_chain(text: str, source: Span) -> Span:
    """Of `经济日报-中国经济网` the first."""
    joint = re.search("[-—/]", text[source.start : source.end])
    return Span(source.start, source.start + joint.start()) if joint and joint.start() else source


def _could_be_place(name: str, day: str | None) -> bool:
    if _NO_PLACE.match(name) and not is_place(name):
        return False
    return day is not None or is_place(name)


def _reported(text: str) -> Dateline | None:
    found = _REPORTED.match(text) or _SLASHED.match(text)
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
    day = int(found["day"]) if found["day"] else None
    return Dateline(source, place, None, None, day, None, (by,), found.end())


def _name_length(text: str) -> int:
    """Where the name ends in a name with the place straight behind it."""
    for length in (2, 3):
        if has_surname(text[:length]) and is_place(text[length:]):
            return length
    return 3 if len(text) >= 5 else 2


def _shifted(found: Dateline, by: int) -> Dateline:
    source, place, when = (span and span.shifted(by) for span in (found.source, found.place, found.when))
    writers = tuple(span.shifted(by) for span in found.writers)
    return replace(found, source=source, place=place, when=when, writers=writers, end=found.end + by)
