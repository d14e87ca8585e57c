"""What a page says about its article: where it was printed and read, when, by whom; each with its place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from reader.model import Kind, Published, Span
from reader.restoration.layout.lines import Line
from reader.structure.bylines import (
    is_byline,
    is_date_bar,
    is_editor_line,
)
from reader.structure.days import Day, find_address_year, find_year_spoken_in
from reader.structure.markup import bare, front_matter
from reader.structure.names import is_medium
from reader.structure.paragraphs import Page
from reader.structure.statements import (
    Rank,
    Said,
    Value,
    read_beside_headline,
    read_byline,
    read_datelines,
    read_front,
    read_furniture,
)
from reader.structure.titles import title_parts

_EDGE = 4
"""A byline inside an article stands at most so many lines from its start or end."""


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


def read_metadata(text: str, page: Page) -> Metadata:
    """What the lines of a page say about its article.

    Args:
        text: The cleaned text, from which names are cut as they are written.
        page: Its lines with what they are.
    """
    found = Said(text)
    lines = [bare(line) for line in page.lines]
    front = front_matter(lines)
    read_front(lines[:front], found)
    body = [index for index, kind in enumerate(page.kinds) if kind is Kind.BODY and index >= front]
    first, last = (body[0], body[-1]) if body else (len(lines), len(lines))
    for index in range(front, len(lines)):
        kind, line = page.kinds[index], lines[index]
        is_told = is_byline(line.text) if index < first else is_editor_line(line.text)
        if kind is Kind.BYLINE or (is_told and kind in (Kind.FURNITURE, Kind.HEADING)):
            outside = index < first + _EDGE or index > last - _EDGE
            read_byline(lines, index, found, in_head=index < first, is_outside=outside)
        elif kind is Kind.FURNITURE:
            read_furniture(line, found, in_head=index < first)
            if _is_under_headline(lines, index, page) and is_medium(line.text):
                found.media.append(found.cut(line, (0, len(line.text))))
    if page.headline is not None:
        read_beside_headline(lines, page.headline, found)
    read_datelines([lines[index] for index in body], found)
    return _settle(found, lines, page)


def _is_under_headline(lines: Sequence[Line], index: int, page: Page) -> bool:
    """Whether a line stands between the headline and the date bar."""
    headline = page.headline
    is_below = headline is not None and headline.title == index - 1
    return is_below and index + 1 < len(lines) and is_date_bar(lines[index + 1].text)


def read_headline(text: str, page: Page) -> dict[str, Value]:
    """Title, subtitle and kicker of a page, as far as it has them, as they are written."""
    headline = page.headline
    if headline is None:
        return {}
    line = bare(page.lines[headline.title])
    parts = title_parts(line.text)
    spans = [parts.title.shifted(line.start)]
    fields: dict[str, list[Span]] = {"title": spans}
    if parts.kicker is not None:
        fields["kicker"] = [parts.kicker.shifted(line.start)]
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


def _settle(found: Said, lines: Sequence[Line], page: Page) -> Metadata:
    """One value for each field: a printed citation is worth more than the page's bar, that more than a dateline."""
    origin = next(iter(found.cited + found.sources + found.media + found.datelines + found.organs), None)
    others = found.sites + (found.sources if found.cited else []) + found.chains + found.media
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
    if published and days[0][0] is Rank.CITED:
        bar = next((day for day in days if day[0] in (Rank.LABELLED, Rank.BAR) and day[1].has_year), None)
        if bar and bar[1].value != published.value:
            republished = Published(bar[1].value)
            places["republished"] = (bar[2],)
    if published:
        places["published"] = spans
    return Metadata(values, published, republished, places)


def _published(
    found: tuple[Rank, Day, Span], lines: Sequence[Line], page: Page
) -> tuple[Published | None, tuple[Span, ...]]:
    """A day with its year; where it is not named, the one of the page's address or the one that the text speaks in."""
    _, day, span = found
    if day.has_year:
        return Published(day.value), (span,)
    month = int(day.value[:2])
    for line, kind in zip(lines, page.kinds, strict=True):
        is_outside = kind in (Kind.FURNITURE, Kind.BYLINE) or line.text.startswith("http")
        if is_outside and (year := find_address_year(line.text, month)):
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
