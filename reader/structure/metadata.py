"""What a page says about its article: where it was printed and read, when, by whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from reader.model import Kind, Published
from reader.restoration.layout.lines import Line
from reader.restoration.layout.marks import HANZI, NO_HANZI, WORD
from reader.structure.bylines import (
    find_citation,
    find_dateline,
    find_editors,
    find_medium,
    find_sources,
    is_author_line,
    is_date_bar,
    read_names,
)
from reader.structure.days import find_day, infer_year
from reader.structure.furniture import is_breadcrumb
from reader.structure.paragraphs import Page

_BAR_AUTHOR = re.compile(r"(?:作者|记者)\s*[::]\s*")
_SITE_NOTICE = (
    re.compile(rf"注明[“\"]?来源[::]\s*({WORD}{{2,16}})"),
    re.compile(rf"(?:以上|如上|本文)内容(?:为|由|系)({HANZI}{{2,12}}?)(?=[(]|官方|综合|整理|编辑|发布|转载)"),
    re.compile(rf"版权所有[::]?\s*({HANZI}{{2,12}})|(?:^|{NO_HANZI})({HANZI}{{2,10}})版权所有"),
)
_NO_SITE = frozenset(["网站", "本网", "本站", "原作者", "作者", "翻印必究", "本网站"])
_SITE_NAME = re.compile("[网报台社站]$|在线|热线|之窗|信息港|门户$|晚报|日报|论坛$")
_WINDOW_SITE = re.compile(rf"[_|—-]\s*({WORD}{{2,16}})$")
_OPENING_LINES = 3
"""A dateline stands in one of the first so many paragraphs."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """The fields of an article that are not its text; None where the page does not say."""

    origin_source: str | None = None
    """The paper or site that published it first."""
    republished_by: str | None = None
    """The site it was read on."""
    page: str | None = None
    """The page of the paper."""
    author: str | None = None
    """Who wrote it, separated by `、`."""
    editor: str | None = None
    """Who edited it, separated by `、`."""
    published: Published | None = None
    """When it was published first."""
    republished: Published | None = None
    """When the site put it up."""


@dataclass(slots=True)
class _Found:
    """What was read so far, best evidence first in each list."""

    cited: str | None = None
    page: str | None = None
    cited_day: Published | None = None
    bar_day: Published | None = None
    sources: list[str] = field(default_factory=list)
    datelines: list[str] = field(default_factory=list)
    dateline_day: Published | None = None
    sites: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    editors: list[str] = field(default_factory=list)


def read_metadata(text: str, page: Page) -> Metadata:
    """What the lines of a page say about its article.

    Args:
        text: The cleaned text, from which names are cut as they are written.
        page: Its lines with what they are.
    """
    found = _Found()
    for line, kind in zip(page.lines, page.kinds, strict=True):
        if kind is Kind.BYLINE:
            _read_byline(text, line, found)
        elif kind is Kind.FURNITURE:
            _read_furniture(text, line, found)
    for index in page.headline.above if page.headline else ():
        if site := _WINDOW_SITE.search(page.lines[index].text):
            found.sites[:0] = _cut(text, page.lines[index], [site.span(1)])
    _read_datelines(text, page, found)
    return _settle(found)


def _cut(text: str, line: Line, spans: Iterable[tuple[int, int]]) -> Iterator[str]:
    """The words at spans of a line, as they are written; a name set wide is closed up."""
    for start, end in spans:
        words = text[line.start + start : line.start + end]
        yield words if words.isascii() else re.sub(r"\s+", "", words)


def _read_byline(text: str, line: Line, found: _Found) -> None:
    if citation := find_citation(line.text):
        paper, page, day = citation
        found.cited = next(_cut(text, line, [paper]))
        found.page = page
        found.cited_day = find_day(day)
        return
    found.sources.extend(_cut(text, line, reversed(find_sources(line.text))))
    editors = find_editors(line.text)
    found.editors.extend(_cut(text, line, editors))
    if is_date_bar(line.text):
        found.bar_day = found.bar_day or find_day(line.text)
        if medium := find_medium(line.text):
            found.sources.extend(_cut(text, line, [medium]))
        for label in _BAR_AUTHOR.finditer(line.text):
            end = re.compile(r"来源|责任|编辑|责编|$|\s{2}").search(line.text, label.end())
            names = read_names(line.text, label.end(), end.start() if end else len(line.text))
            found.authors.extend(_cut(text, line, names[:3]))
    elif is_author_line(line.text):
        found.authors.extend(_cut(text, line, read_names(line.text, 0, len(line.text))))


def _read_furniture(text: str, line: Line, found: _Found) -> None:
    if is_breadcrumb(line.text):
        first = re.match(rf"{HANZI}{{2,12}}", line.text)
        if first and _SITE_NAME.search(first.group()):
            found.sites.extend(_cut(text, line, [first.span()]))
        return
    if line.text.startswith(("文章来源", "来源", "稿件来源", "信息来源")):
        found.sources.extend(_cut(text, line, reversed(find_sources(line.text))))
    for notice in _SITE_NOTICE:
        if (site := notice.search(line.text)) and (site[1] or site[2 if site.re.groups > 1 else 1]) not in _NO_SITE:
            found.sites.extend(_cut(text, line, [site.span(1 if site[1] else 2)]))


def _read_datelines(text: str, page: Page, found: _Found) -> None:
    body = [line for line, kind in zip(page.lines, page.kinds, strict=True) if kind is Kind.BODY]
    for line in body[:_OPENING_LINES]:
        dateline = find_dateline(line.text)
        if dateline is None:
            continue
        if dateline.source:
            found.datelines.extend(_cut(text, line, [dateline.source]))
        if dateline.by:
            found.authors.extend(_cut(text, line, read_names(line.text, *dateline.by)))
        if dateline.month and dateline.day:
            found.dateline_day = infer_year(_join(body), dateline.month, dateline.day)
        return


def _join(lines: Sequence[Line]) -> str:
    return "\n".join(line.text for line in lines)


def _settle(found: _Found) -> Metadata:
    """One value for each field: a printed citation is worth more than the page's bar, that more than a dateline."""
    origin = found.cited or next(iter(found.sources + found.datelines), None)
    others = found.sites + [source for source in found.sources if found.cited]
    republished_by = next((site for site in others if site != origin), None)
    published = found.cited_day or found.bar_day or found.dateline_day
    republished = found.bar_day if found.cited_day and found.bar_day != found.cited_day else None
    return Metadata(
        origin_source=origin,
        republished_by=republished_by,
        page=found.page,
        author=_names(found.authors),
        editor=_names(found.editors),
        published=published,
        republished=republished,
    )


def _names(names: Sequence[str]) -> str | None:
    """Names once each in their order, separated by `、`."""
    return "、".join(dict.fromkeys(names)) or None
