"""What a page says about its article: where it was printed and read, when, by whom; each with its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from reader.model import Kind, Published, Span
from reader.restoration.layout.lines import Line
from reader.restoration.layout.marks import HANZI, NO_HANZI, WORD
from reader.structure.bars import is_breadcrumb
from reader.structure.bylines import (
    bar_day,
    find_citation,
    find_document_number,
    find_medium,
    find_page,
    is_author_line,
    is_byline,
    is_date_bar,
    is_document_number,
)
from reader.structure.datelines import Dateline, find_dateline, find_end_dateline
from reader.structure.days import Day, find_address_year, find_days, find_year_spoken_in, number_of
from reader.structure.fields import Field, Label, find_fields
from reader.structure.markup import bare, front_matter
from reader.structure.names import is_body, is_full_name, read_credits
from reader.structure.paragraphs import Page
from reader.structure.titles import title_parts

_SITE_NOTICE = (
    re.compile(rf"注明[“\"]?来源[::]\s*({WORD}{{2,16}})"),
    re.compile(rf"(?:以上|如上|本文)内容(?:为|由|系)({HANZI}{{2,12}}?)(?=[(]|官方|综合|整理|编辑|发布|转载)"),
    re.compile(rf"版权所有[::]?\s*({HANZI}{{2,12}})|(?:^|{NO_HANZI})({HANZI}{{2,10}})版权所有"),
)
_NO_SOURCE = frozenset(
    [
        "网站",
        "本网",
        "本站",
        "原作者",
        "作者",
        "翻印必究",
        "本网站",
        "网络",
        "互联网",
        "原创",
        "未知",
        "无",
        "本报",
        "其他",
        "转载",
        "综合",
        "整理",
    ]
)
_SITE_NAME = re.compile("[网报台社站]$|在线|热线|之窗|信息港|门户$|晚报|日报|论坛$")
_PAPER = re.compile(r"《?(?P<name>(?:[^\W_]|[·・&/])(?:[^\W_]|[·・&/.]){1,24})》?")
_TAIL_WRITERS = re.compile(r"\(([^()]{3,60})\)[。]?$")
_EDGE = 4
"""A byline inside an article stands at most so many lines from its start or end."""
_OPENING_LINES = 3
"""A dateline stands in one of the first so many paragraphs."""
_FRONT_WRITER = re.compile(r"-\s+['\"]?(.{2,30}?)['\"]?")


class _Rank(IntEnum):
    """How well a day tells when the article was published, best first."""

    CITED = 0
    LABELLED = 1
    BAR = 2
    BRACKETED = 3
    UPDATED = 4
    SIGNED = 5
    DATELINE = 6


@dataclass(frozen=True, slots=True)
class Value:
    """A field with the stretches of the cleaned text that say it."""

    text: str
    """The field, as it is written."""
    spans: tuple[Span, ...]
    """Where its words stand."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """The fields of an article that are not its text, by the names that `Article` gives them."""

    values: dict[str, str]
    """The fields that the page states."""
    published: Published | None
    """When it was published first."""
    republished: Published | None
    """When the site put it up."""
    places: dict[str, tuple[Span, ...]]
    """Where in the cleaned text each field stands."""


@dataclass(slots=True)
class _Found:
    """What was read so far, best evidence first in each list."""

    text: str
    cited: list[Value] = field(default_factory=list)
    pages: list[Value] = field(default_factory=list)
    days: list[tuple[_Rank, Day, Span]] = field(default_factory=list)
    sources: list[Value] = field(default_factory=list)
    chains: list[Value] = field(default_factory=list)
    datelines: list[Value] = field(default_factory=list)
    organs: list[Value] = field(default_factory=list)
    sites: list[Value] = field(default_factory=list)
    authors: list[Value] = field(default_factory=list)
    issuers: list[Value] = field(default_factory=list)
    editors: list[Value] = field(default_factory=list)
    reported_from: list[Value] = field(default_factory=list)
    numbers: list[Value] = field(default_factory=list)
    titles: list[Value] = field(default_factory=list)

    def cut(self, line: Line, span: tuple[int, int]) -> Value:
        """The words at a span of a line, as they are written; a name set wide is closed up."""
        found = Span(*span).shifted(line.start)
        words = self.text[found.start : found.end]
        return Value(words if words.isascii() else re.sub(r"\s+", "", words), (found,))

    def add_day(self, rank: _Rank, line: Line, day: Day | None) -> None:
        if day is not None:
            self.days.append((rank, day, day.span.shifted(line.start)))


def read_metadata(text: str, page: Page) -> Metadata:
    """What the lines of a page say about its article.

    Args:
        text: The cleaned text, from which names are cut as they are written.
        page: Its lines with what they are.
    """
    found = _Found(text)
    lines = [bare(line) for line in page.lines]
    front = front_matter(lines)
    _read_front(lines[:front], found)
    body = [index for index, kind in enumerate(page.kinds) if kind is Kind.BODY and index >= front]
    first, last = (body[0], body[-1]) if body else (len(lines), len(lines))
    for index in range(front, len(lines)):
        kind, line = page.kinds[index], lines[index]
        if kind is Kind.BYLINE or (index < first and kind is not Kind.TITLE and is_byline(line.text)):
            outside = index < first + _EDGE or index > last - _EDGE
            _read_byline(lines, index, found, in_head=index < first, is_outside=outside)
        elif kind is Kind.FURNITURE:
            _read_furniture(line, found, in_head=index < first)
    _read_headline(lines, page, found)
    _read_datelines([lines[index] for index in body], found)
    return _settle(found, lines, page)


def read_headline(text: str, page: Page) -> dict[str, Value]:
    """Title, subtitle and kicker of a page, as far as it has them, as they are written."""
    headline = page.headline
    if headline is None:
        return {}
    line = bare(page.lines[headline.title])
    parts = title_parts(line.text)
    spans = [parts.title.shifted(line.start)]
    fields: dict[str, list[Span]] = {"title": spans}
    if parts.subtitle is not None:
        fields["subtitle"] = [parts.subtitle.shifted(line.start)]
    for name, index in (("title", headline.rest), ("subtitle", headline.subtitle), ("kicker", headline.kicker)):
        if index is not None:
            other = bare(page.lines[index])
            fields.setdefault(name, []).append(Span(other.start, other.end))
    return {
        name: Value("".join(text[span.start : span.end] for span in spans), tuple(spans))
        for name, spans in fields.items()
    }


def _read_front(lines: Sequence[Line], found: _Found) -> None:
    """The fields before a page in Markdown; a list under `authors:` names them one a line."""
    listed = ""
    for line in lines:
        if name := _FRONT_WRITER.fullmatch(line.text):
            if listed == "authors":
                found.authors.append(found.cut(line, name.span(1)))
            continue
        for one in find_fields(line.text)[:1]:
            listed = one.words
            start, end = one.value
            words = line.text[start:end]
            value = Span(start + (words[:1] in "'\""), end - (words[-1:] in "'\"")) if words else one.value
            if one.label is Label.TITLE and words:
                found.titles.append(found.cut(line, value))
            elif one.label is Label.AUTHOR and words:
                found.authors.append(found.cut(line, value))
            elif one.label is Label.SOURCE and words:
                found.sources.append(found.cut(line, value))
            elif one.label is Label.PUBLISHED:
                rank = _Rank.CITED if one.words == "publication_date" else _Rank.LABELLED
                found.add_day(rank, line, next(find_days(line.text), None))


def _read_byline(lines: Sequence[Line], index: int, found: _Found, *, in_head: bool, is_outside: bool) -> None:
    line = lines[index]
    text = line.text
    fields = find_fields(text)
    citation = find_citation(text)
    if citation:
        paper, day, page = citation
        found.cited.append(found.cut(line, paper))
        found.add_day(_Rank.CITED, line, day)
        _read_page(line, page, found)
        _read_writers(line, (0, max(0, paper.start - 1)), found)
        return
    for one in fields:
        _read_field(line, one, found, in_head=in_head, is_outside=is_outside)
    if in_head and (page_span := find_page(text)) and len(text) <= 60:
        _read_page(line, page_span, found)
    if in_head and is_date_bar(text):
        _read_bar(line, fields, found)
    elif is_document_number(text):
        found.numbers.append(found.cut(line, find_document_number(text) or (0, len(text))))
    elif is_outside and not fields and is_author_line(text):
        _read_writers(line, (0, len(text)), found)
    elif is_outside and (dateline := find_dateline(text) or find_end_dateline(text)):
        _read_dateline(line, dateline, found)
    elif not in_head and is_outside:
        _read_signature(lines, index, found)


def _read_field(line: Line, one: Field, found: _Found, *, in_head: bool, is_outside: bool) -> None:
    words = line.text[slice(*one.value)]
    if not words:
        return
    match one.label:
        case Label.SOURCE if is_outside:
            _read_sources(line, one.value, found)
        case Label.AUTHOR if is_outside and not words.endswith("摄"):
            if not _read_writers(line, one.value, found, is_labelled=True) and is_body(words):
                found.authors.append(found.cut(line, one.value))
        case Label.EDITOR:
            names = read_credits(line.text, *one.value).writers
            found.editors.extend(found.cut(line, name) for name in names)
        case Label.ISSUER if in_head:
            found.issuers.append(found.cut(line, one.value))
        case Label.NUMBER:
            if number := find_document_number(words):
                found.numbers.append(found.cut(line, number.shifted(one.value.start)))
        case Label.TITLE if in_head:
            found.titles.append(found.cut(line, one.value))
        case Label.PUBLISHED | Label.UPDATED | Label.SIGNED if in_head:
            rank = {Label.PUBLISHED: _Rank.LABELLED, Label.UPDATED: _Rank.UPDATED, Label.SIGNED: _Rank.SIGNED}[
                one.label
            ]
            day = next((day for day in find_days(line.text) if one.value.covers(day.span)), None)
            found.add_day(rank, line, day)


def _read_sources(line: Line, value: Span, found: _Found) -> None:
    """The name under a source label; of a chain (人民网-人民日报) the last printed it, the others handed it on."""
    chain: list[Value] = []
    at = value.start
    while name := _PAPER.match(line.text, at, value.end):
        chain.append(found.cut(line, name.span("name")))
        joint = re.compile(r"\s?[-—]{1,2}\s?").match(line.text, name.end(), value.end)
        if joint is None:
            break
        at = joint.end()
    chain = [name for name in chain if name.text not in _NO_SOURCE]
    if chain:
        origin = _origin_of_chain(chain)
        found.sources.append(origin)
        found.chains.extend(name for name in chain if name is not origin)


def _origin_of_chain(chain: Sequence[Value]) -> Value:
    """The paper in a chain of a paper and its site, whichever stands first; else the last."""
    papers = [name for name in chain if name.text.endswith(("报", "報", "社", "刊"))]
    return papers[-1] if papers else chain[-1]


def _read_bar(line: Line, fields: Sequence[Field], found: _Found) -> None:
    text = line.text
    dated = {Label.PUBLISHED, Label.UPDATED, Label.SIGNED}
    day = bar_day(text)
    if day is not None and not any(one.label in dated and one.value.covers(day.span) for one in fields):
        bracketed = text[0] == "(" and text[-1] == ")" and not fields
        found.add_day(_Rank.BRACKETED if bracketed else _Rank.BAR, line, day)
    if day is None:
        return
    medium = find_medium(text)
    if medium is not None and is_full_name(text[slice(*medium)]) and not _SITE_NAME.search(text[slice(*medium)]):
        found.authors.append(found.cut(line, medium))
    elif medium is not None and text[slice(*medium)] not in _NO_SOURCE:
        found.sources.append(found.cut(line, medium))
    if not any(one.label is Label.AUTHOR for one in fields):
        read = read_credits(text, day.span.end, len(text))
        if read.has_role and read.words <= 8:
            _add_writers(line, read.writers, read.place, found)


def _read_page(line: Line, span: Span | None, found: _Found) -> None:
    if span is None:
        return
    value = found.cut(line, span)
    written = value.text if value.text.isascii() else str(number_of(value.text))
    found.pages.append(Value(written, value.spans))


def _read_writers(line: Line, span: tuple[int, int], found: _Found, *, is_labelled: bool = False) -> bool:
    """The writers that a stretch of a line names; whether there are any."""
    read = read_credits(line.text, *span)
    if not is_labelled and read.organ and read.words <= 2 and not line.text.startswith("本", read.organ.start):
        found.organs.append(found.cut(line, read.organ))
    _add_writers(line, read.writers, read.place, found)
    return bool(read.writers)


def _add_writers(line: Line, writers: Iterable[Span], place: Span | None, found: _Found) -> None:
    found.authors.extend(found.cut(line, name) for name in writers)
    if place is not None:
        found.reported_from.append(found.cut(line, place))


def _read_signature(lines: Sequence[Line], index: int, found: _Found) -> None:
    """Who issued a document and on which day, as its last two lines say."""
    line = lines[index]
    day = bar_day(line.text)
    if day is not None:
        if day.span.length >= len(line.text) - 4:
            found.add_day(_Rank.SIGNED, line, day)
    elif index + 1 < len(lines) and bar_day(lines[index + 1].text) and (is_body(line.text) or is_full_name(line.text)):
        found.issuers.append(found.cut(line, (0, len(line.text))))


def _read_furniture(line: Line, found: _Found, *, in_head: bool) -> None:
    if is_breadcrumb(line.text):
        first = re.match(rf"{HANZI}{{2,12}}", line.text)
        if first and _SITE_NAME.search(first.group()):
            found.sites.append(found.cut(line, first.span()))
        return
    for one in (
        find_fields(line.text) if in_head or line.text.startswith(("文章来源", "来源", "稿件来源", "信息来源")) else ()
    ):
        if one.label is not Label.AUTHOR:
            _read_field(line, one, found, in_head=in_head, is_outside=True)
    if in_head and (page := find_page(line.text)) and len(line.text) <= 40:
        _read_page(line, page, found)
    for notice in _SITE_NOTICE:
        if site := notice.search(line.text):
            span = site.span(1 if site[1] else 2)
            if line.text[slice(*span)] not in _NO_SOURCE:
                found.sites.append(found.cut(line, span))


def _read_headline(lines: Sequence[Line], page: Page, found: _Found) -> None:
    """The name of the site behind the headline, the writers under it, and the day in its brackets."""
    headline = page.headline
    if headline is None:
        return
    for index in (*headline.above, headline.title):
        if site := title_parts(lines[index].text).site:
            found.sites[:0] = [found.cut(lines[index], site)]
    for index in headline.names:
        found.authors.append(found.cut(lines[index], (0, len(lines[index].text))))
    for at in (headline.title, headline.subtitle):
        if at is not None:
            for day in find_days(lines[at].text):
                found.add_day(_Rank.BRACKETED, lines[at], day)


def _read_datelines(body: Sequence[Line], found: _Found) -> None:
    for line in body[:_OPENING_LINES]:
        if dateline := find_dateline(line.text):
            _read_dateline(line, dateline, found)
            break
    for line in body[-2:]:
        if dateline := find_end_dateline(line.text):
            _read_dateline(line, dateline, found)
        elif tail := _TAIL_WRITERS.search(line.text[-70:]):
            start = max(0, len(line.text) - 70) + tail.start(1)
            read = read_credits(line.text, start, start + len(tail[1]))
            if read.has_role and read.words == 0:
                _add_writers(line, read.writers, None, found)


def _read_dateline(line: Line, dateline: Dateline, found: _Found) -> None:
    if dateline.source:
        found.datelines.append(found.cut(line, dateline.source))
    _add_writers(line, dateline.writers, dateline.place, found)
    if dateline.month and dateline.day and dateline.when:
        value = f"{dateline.month:02}-{dateline.day:02}"
        value = f"{dateline.year:04}-{value}" if dateline.year else value
        found.add_day(_Rank.DATELINE, line, Day(dateline.when, value, has_year=dateline.year is not None))


def _settle(found: _Found, lines: Sequence[Line], page: Page) -> Metadata:
    """One value for each field: a printed citation is worth more than the page's bar, that more than a dateline."""
    origin = next(iter(found.cited + found.sources + found.datelines + found.organs), None)
    others = found.sites + (found.sources if found.cited else []) + found.chains
    chosen = {
        "origin_source": origin,
        "republished_by": next((site for site in others if origin is None or site.text != origin.text), None),
        "page": next(iter(found.pages), None),
        "author": _joined(found.authors) or _joined(found.issuers[:1]),
        "editor": _joined(found.editors),
        "reported_from": next(iter(found.reported_from), None),
        "document_number": next(iter(found.numbers), None),
        "title": next(iter(found.titles), None),
    }
    values = {name: value.text for name, value in chosen.items() if value}
    places = {name: value.spans for name, value in chosen.items() if value}
    days = sorted(found.days, key=lambda day: (day[0], day[2]))
    published, spans = _published(days[0], lines, page) if days else (None, ())
    republished = None
    if published and days[0][0] is _Rank.CITED:
        bar = next((day for day in days if day[0] in (_Rank.LABELLED, _Rank.BAR) and day[1].has_year), None)
        if bar and bar[1].value != published.value:
            republished = Published(bar[1].value)
            places["republished"] = (bar[2],)
    if published:
        places["published"] = spans
    return Metadata(values, published, republished, places)


def _published(
    found: tuple[_Rank, Day, Span], lines: Sequence[Line], page: Page
) -> tuple[Published | None, tuple[Span, ...]]:
    """A day with its year; where it is not named, the one of the page's address or the one that the text speaks in."""
    _, day, span = found
    if day.has_year:
        return Published(day.value), (span,)
    month = int(day.value[:2])
    for line, kind in zip(lines, page.kinds, strict=True):
        if kind in (Kind.FURNITURE, Kind.BYLINE) and (year := find_address_year(line.text, month)):
            return Published(f"{year[0]}-{day.value}", inferred=("year",)), (span, year[1].shifted(line.start))
    body = [line for line, kind in zip(lines, page.kinds, strict=True) if kind.is_digested]
    starts: list[int] = [0]
    for line in body:
        starts.append(starts[-1] + len(line.text) + 1)
    year = find_year_spoken_in("\n".join(line.text for line in body), month)
    if year is None:
        return None, ()
    at = bisect_right(starts, year[1].start) - 1
    return Published(f"{year[0]}-{day.value}", inferred=("year",)), (span, year[1].shifted(body[at].start - starts[at]))


def _joined(values: Sequence[Value]) -> Value | None:
    """Names once each in their order, separated by `、`."""
    names: dict[str, tuple[Span, ...]] = {}
    for value in values:
        names.setdefault(value.text, value.spans)
    if not names:
        return None
    return Value("、".join(names), tuple(span for spans in names.values() for span in spans))
