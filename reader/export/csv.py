"""Digests as one table, a row for each finding, in which no cell is taken for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from reader.export.paths import unicode_path
from reader.model import Article, Digest, Figure, Keyword, Member, Passage, Slogan, number_text

COLUMNS = (
    "path",
    "id",
    "title",
    "finding",
    "text",
    "kind",
    "slogan",
    "basis",
    "declared",
    "complete",
    "mentions",
    "proposed_by",
    "value",
    "upper",
    "unit",
    "bound",
    "measured",
    "of",
    "period",
    "compared",
    "status",
    "resolved",
    "count",
    "score",
    "paragraph",
    "start",
    "end",
    "source_start",
    "source_end",
)
"""The columns; `finding` is `slogan`, `member`, `figure` or `keyword`, and what does not apply to it is empty."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

Cell = str | int | float | None
"""A cell; numbers are left alone, text is made harmless."""


def neutralise(text: str) -> str:
    """A text that a spreadsheet shows and never works out.

    >>> neutralise("=1+1"), neutralise("＠SUM"), neutralise("增长-3%")
    ("'=1+1", "'＠SUM", '增长-3%')
    """
    return "'" + text if text.lstrip(" \u3000\xa0").startswith(_FORMULA) else text


def csv_header() -> str:
    """The first line of the table."""
    return _line(COLUMNS)


def digest_csv(article: Article, digest: Digest) -> str:
    """The lines of one article: slogans, each followed by its members, then figures, then keywords."""
    fixed: dict[str, Cell] = {"path": unicode_path(article.origin.path), "id": article.id, "title": article.title}
    lines = []
    for row in _rows(article, digest):
        cells = {**fixed, **row}
        lines.append(_line([_cell(cells.get(name), name) for name in COLUMNS]))
    return "".join(lines)


def _rows(article: Article, digest: Digest) -> Iterator[dict[str, Cell]]:
    for slogan in digest.slogans:
        yield _slogan(article, slogan)
        for member in slogan.members:
            yield _member(article, slogan, member)
    for figure in digest.figures:
        yield _figure(article, figure)
    for keyword in digest.keywords:
        yield _keyword(article, keyword)


def _slogan(article: Article, slogan: Slogan) -> dict[str, Cell]:
    return {
        "finding": "slogan",
        "text": slogan.text,
        "kind": slogan.kind,
        "declared": slogan.declared,
        "complete": str(slogan.complete).lower(),
        "mentions": len(slogan.mentions),
        "proposed_by": slogan.proposed_by,
        **_place(article, slogan.mentions[0] if slogan.mentions else None),
    }


def _member(article: Article, slogan: Slogan, member: Member) -> dict[str, Cell]:
    return {
        "finding": "member",
        "text": member.text,
        "slogan": slogan.text,
        "basis": member.basis,
        **_place(article, member.passage),
    }


def _figure(article: Article, figure: Figure) -> dict[str, Cell]:
    return {
        "finding": "figure",
        "text": figure.text,
        "kind": figure.kind,
        "value": number_text(figure.value),
        "upper": None if figure.upper is None else number_text(figure.upper),
        "unit": figure.unit,
        "bound": figure.bound,
        "measured": figure.measured.text if figure.measured else None,
        "of": figure.of,
        "period": figure.period,
        "compared": figure.compared,
        "status": figure.status,
        "resolved": figure.resolved,
        **_place(article, figure.passage),
    }


def _keyword(article: Article, keyword: Keyword) -> dict[str, Cell]:
    return {
        "finding": "keyword",
        "text": keyword.text,
        "count": keyword.count,
        "score": round(keyword.score, 6),
        **_place(article, keyword.mentions[0] if keyword.mentions else None),
    }


def _place(article: Article, passage: Passage | None) -> dict[str, Cell]:
    """Where a finding first stands."""
    if passage is None:
        return {}
    source = article.source_span(passage)
    return {**passage._asdict(), "source_start": source.start, "source_end": source.end}


def _cell(value: Cell, column: str) -> Cell:
    """A cell as it is written; `value` and `upper` are numbers of our own making and keep their sign."""
    if not isinstance(value, str) or column in ("value", "upper"):
        return value
    return neutralise(value)


def _line(cells: list[Cell] | tuple[str, ...]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()
