"""What single lines of a page say about its article: sources, writers, editors, days; each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from reader.lexicons.surnames import has_surname
from reader.model import Span
from reader.model.patterns import pattern
from reader.restoration.layout.lines import Line
from reader.restoration.layout.marks import HANZI, NO_HANZI, WORD
from reader.structure.bars import is_breadcrumb
from reader.structure.bylines import (
    bar_day,
    find_citation,
    find_document_number,
    find_medium,
    find_page,
    find_signers,
    is_author_line,
    is_date_bar,
    is_document_number,
)
from reader.structure.datelines import Dateline, find_dateline, find_end_dateline
from reader.structure.days import Day, find_days, number_of
from reader.structure.fields import Field, Label, find_fields, label_alone
from reader.structure.names import are_names, is_body, is_full_name, is_medium, read_credits
from reader.structure.titles import Headline, title_parts

_SITE_NOTICE = (
    pattern(rf"注明[“\"]?来源[::]\s*({WORD}{{2,16}})"),
    pattern(rf"(?:以上|如上|本文)内容(?:为|由|系)({HANZI}{{2,12}}?)(?=[(]|官方|综合|整理|编辑|发布|转载)"),
    pattern(rf"版权所有[::]?\s*({HANZI}{{2,20}})(?!{HANZI})|(?:^|{NO_HANZI})({HANZI}{{2,20}})版权所有"),
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
_SITE_NAME = pattern("[网报台社站]$|在线|热线|之窗|信息港|门户$|晚报|日报|论坛$")
_PARTS = ("频道", "頻道")
"""How the names of parts of a site end."""
_PAPER = pattern(r"《?(?P<name>(?:[^\W_]|[·・&/])(?:[^\W_]|[·・&/.]){1,24})》?")
_TAIL_WRITERS = pattern(r"\(([^()]{3,60})\)[。]?$")
_LEAD_WRITERS = pattern(r"[(【]([^()【】]{3,60})[)】]")
_ACCOUNT = pattern(r"(?P<name>[^\W\d_]{2,12}?)(?:官方(?:账号|帐号|微博|微信|公众号)|百家号|头条号)")
"""The account of a medium or an office on a platform."""
_NO_SITE = frozenset(["网站", "本站", "返回", "论坛", "文库", "设为"])
"""What stands before 首页 and is no name."""
_OPENING_LINES = 3
"""A dateline stands in one of the first so many paragraphs."""
_FRONT_WRITER = pattern(r"-\s+['\"]?(.{2,30}?)['\"]?")


class Rank(IntEnum):
    """How well a day tells when the article was published, best first."""

    CITED = 0
    LABELLED = 1
    BAR = 2
    BRACKETED = 3
    UPDATED = 4
    SIGNED = 5
    DATELINE = 6


_RANKS: dict[Label | None, Rank] = {
    Label.PUBLISHED: Rank.LABELLED,
    Label.UPDATED: Rank.UPDATED,
    Label.SIGNED: Rank.SIGNED,
}


@dataclass(frozen=True, slots=True)
class Value:
    """A field with the stretches of the cleaned text that say it."""

    text: str
    """The field, as it is written."""
    spans: tuple[Span, ...]
    """Where its words stand."""


@dataclass(slots=True)
class Said:
    """What was read so far, best evidence first in each list."""

    text: str
    cited: list[Value] = field(default_factory=list)
    pages: list[Value] = field(default_factory=list)
    days: list[tuple[Rank, Day, Span]] = field(default_factory=list)
    sources: list[Value] = field(default_factory=list)
    media: list[Value] = field(default_factory=list)
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

    def add_day(self, rank: Rank, line: Line, day: Day | None) -> None:
        """Take down a day that a line names, if it does."""
        if day is not None:
            self.days.append((rank, day, day.span.shifted(line.start)))


def read_front(lines: Sequence[Line], found: Said) -> None:
    """The fields before a page in Markdown; a list under `authors:` names them one a line."""
    listed = ""
    for line in lines:
        if name := _FRONT_WRITER.fullmatch(line.text):
            if listed in ("author", "authors"):
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
                rank = Rank.LABELLED if one.words == "publication_date" else Rank.UPDATED
                found.add_day(rank, line, next(find_days(line.text), None))


def read_byline(lines: Sequence[Line], index: int, found: Said, *, in_head: bool, is_outside: bool) -> None:
    """Read a byline.

    Args:
        lines: The lines of the page.
        index: The byline.
        found: Takes what it says.
        in_head: Whether it stands over the text, where days and pages are those of the article.
        is_outside: Whether it stands near the start or the end of the text, where names are its writers'.
    """
    line = lines[index]
    text = line.text
    fields = find_fields(text)
    cites = _read_citation(line, fields, found)
    for one in fields:
        if not (cites and one.label is Label.SOURCE):
            _read_field(line, one, found, in_head=in_head, is_outside=is_outside)
    if cites:
        return
    if fields and fields[-1].value.length == 0 and index + 1 < len(lines):
        _read_below_label(lines[index + 1], fields[-1].label, found)
    if in_head and (page_span := find_page(text)) and len(text) <= 60:
        _read_page(line, page_span, found)
    if in_head and text[0] == "(" and not fields and not is_date_bar(text):
        found.add_day(Rank.BRACKETED, line, next(find_days(text), None))
    if in_head and is_date_bar(text):
        _read_bar(line, fields, found, label_alone(lines[index - 1].text) if index else None)
    elif is_document_number(text):
        found.numbers.append(found.cut(line, find_document_number(text) or (0, len(text))))
    elif is_outside and not fields and (signers := find_signers(text)):
        found.organs.extend(found.cut(line, span) for span in [signers[0]] if span)
        _add_writers(line, signers[1], None, found)
    elif is_outside and not fields and is_author_line(text):
        _read_writers(line, (0, len(text)), found)
    elif is_outside and (dateline := find_dateline(text) or find_end_dateline(text)):
        _read_dateline(line, dateline, found)
    elif not in_head and is_outside:
        _read_signature(lines, index, found)


def _read_citation(line: Line, fields: Sequence[Field], found: Said) -> bool:
    """The paper, its day and page, and the writer before it; whether the line cites a paper."""
    citation = find_citation(line.text)
    if citation is None:
        return False
    paper, day, page = citation
    found.cited.append(found.cut(line, paper))
    found.add_day(Rank.CITED, line, day)
    _read_page(line, page, found)
    if not fields:
        _read_writers(line, (0, max(0, paper.start - 1)), found)
    return True


def _read_field(line: Line, one: Field, found: Said, *, in_head: bool, is_outside: bool) -> None:
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
            rank = _RANKS[one.label]
            day = next((day for day in find_days(line.text) if one.value.covers(day.span)), None)
            found.add_day(rank, line, day)


def _read_below_label(line: Line, label: Label, found: Said) -> None:
    """The value of a label that stands alone on the line above."""
    whole = Span(0, len(line.text))
    if label is Label.SOURCE and (is_medium(line.text) or is_body(line.text)):
        _read_sources(line, whole, found)
    elif label is Label.ISSUER and is_body(line.text):
        found.issuers.append(found.cut(line, whole))
    elif label is Label.AUTHOR and is_full_name(line.text):
        found.authors.append(found.cut(line, whole))


def _read_sources(line: Line, value: Span, found: Said) -> None:
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
        found.chains.extend(name for name in chain if name is not origin and not name.text.endswith(_PARTS))


def _origin_of_chain(chain: Sequence[Value]) -> Value:
    """The paper in a chain of a paper and its site, whichever stands first; else the last."""
    papers = [name for name in chain if name.text.endswith(("报", "報", "社", "刊"))]
    wholes = [name for name in chain if not name.text.endswith(_PARTS)]
    return (papers or wholes or chain)[-1]


def _read_bar(line: Line, fields: Sequence[Field], found: Said, above: Label | None) -> None:
    """Read a date bar, perhaps with its label on the line above."""
    text = line.text
    dated = {Label.PUBLISHED, Label.UPDATED, Label.SIGNED}
    day = bar_day(text)
    if day is not None and not any(one.label in dated and one.value.covers(day.span) for one in fields):
        bracketed = text[0] == "(" and text[-1] == ")" and not fields
        found.add_day(_RANKS.get(above, Rank.BRACKETED if bracketed else Rank.BAR), line, day)
    if day is None:
        return
    medium = find_medium(text)
    if medium is not None and is_full_name(text[slice(*medium)]) and not _SITE_NAME.search(text[slice(*medium)]):
        found.authors.append(found.cut(line, medium))
    elif medium is not None and text[slice(*medium)] not in _NO_SOURCE:
        found.media.append(found.cut(line, medium))
    if not any(one.label is Label.AUTHOR for one in fields):
        read = read_credits(text, day.span.end, len(text))
        named = tuple(name for name in read.writers if has_surname(text[slice(*name)]))
        if ((read.has_role or read.place) and read.words <= 8) or are_names(text[day.span.end :]):
            _add_writers(line, named, read.place, found)


def _read_page(line: Line, span: Span | None, found: Said) -> None:
    if span is None:
        return
    value = found.cut(line, span)
    written = value.text if value.text.isascii() else str(number_of(value.text))
    found.pages.append(Value(written, value.spans))


def _read_writers(line: Line, span: tuple[int, int], found: Said, *, is_labelled: bool = False) -> bool:
    """The writers that a stretch of a line names; whether there are any."""
    read = read_credits(line.text, *span)
    if not is_labelled and read.organ and read.words <= 2 and not line.text.startswith("本", read.organ.start):
        joint = line.text.find("/", *read.organ)
        found.organs.append(found.cut(line, (read.organ.start, read.organ.end if joint < 0 else joint)))
    _add_writers(line, read.writers, read.place, found)
    return bool(read.writers)


def _add_writers(line: Line, writers: Iterable[Span], place: Span | None, found: Said) -> None:
    found.authors.extend(found.cut(line, name) for name in writers)
    if place is not None:
        found.reported_from.append(found.cut(line, place))


def _read_signature(lines: Sequence[Line], index: int, found: Said) -> None:
    """Who issued a document and on which day, as its last two lines say."""
    line = lines[index]
    day = bar_day(line.text)
    if day is not None:
        if day.span.length >= len(line.text) - 4:
            found.add_day(Rank.SIGNED, line, day)
    elif index + 1 < len(lines) and bar_day(lines[index + 1].text) and (is_body(line.text) or is_full_name(line.text)):
        found.issuers.append(found.cut(line, (0, len(line.text))))


def read_furniture(line: Line, found: Said, *, in_head: bool) -> None:
    """Read the name of the site, and the labels beside the tools of a bar."""
    if is_breadcrumb(line.text):
        first = re.match(rf"({HANZI}{{2,12}}?)(首页)?(?!{HANZI})", line.text)
        if first and (first[2] or _SITE_NAME.search(first[1])) and first[1] not in _NO_SITE:
            found.sites.append(found.cut(line, first.span(1)))
        return
    if in_head and (account := _ACCOUNT.fullmatch(line.text)):
        found.media.append(found.cut(line, account.span("name")))
    if in_head and (sheet := re.fullmatch(r"[a-d]\d{1,2}", line.text)):
        _read_page(line, Span(*sheet.span()), found)
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


def read_beside_headline(lines: Sequence[Line], headline: Headline, found: Said) -> None:
    """The name of the site behind the headline, the writers under it, and the day in its brackets."""
    for index in (*headline.above, headline.title):
        if site := title_parts(lines[index].text).site:
            found.sites[:0] = [found.cut(lines[index], site)]
    for index in headline.names:
        found.authors.append(found.cut(lines[index], (0, len(lines[index].text))))
    for at in (headline.title, headline.subtitle):
        if at is not None:
            text = lines[at].text
            for day in find_days(text):
                if text.startswith("——") or re.search(r"\([^()]{0,12}$", text[: day.span.start]):
                    found.add_day(Rank.BRACKETED, lines[at], day)


def read_datelines(body: Sequence[Line], found: Said) -> None:
    """Read the datelines and the names in brackets that a text opens and ends with."""
    for line in body[:_OPENING_LINES]:
        if dateline := find_dateline(line.text):
            _read_dateline(line, dateline, found)
            break
        if lead := _LEAD_WRITERS.match(line.text):
            read = read_credits(line.text, *lead.span(1))
            if read.has_role and read.words == 0:
                _add_writers(line, read.writers, None, found)
                break
    for line in body[-2:]:
        if dateline := find_end_dateline(line.text):
            _read_dateline(line, dateline, found)
        elif tail := _TAIL_WRITERS.search(line.text[-70:]):
            start = max(0, len(line.text) - 70) + tail.start(1)
            read = read_credits(line.text, start, start + len(tail[1]))
            if read.has_role and read.words == 0:
                _add_writers(line, read.writers, None, found)


def _read_dateline(line: Line, dateline: Dateline, found: Said) -> None:
    if dateline.source:
        found.datelines.append(found.cut(line, dateline.source))
    _add_writers(line, dateline.writers, dateline.place, found)
    if dateline.month and dateline.day and dateline.when:
        value = f"{dateline.month:02}-{dateline.day:02}"
        value = f"{dateline.year:04}-{value}" if dateline.year else value
        found.add_day(Rank.DATELINE, line, Day(dateline.when, value, has_year=dateline.year is not None))
