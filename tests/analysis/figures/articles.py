"""Small articles made in memory."""

from __future__ import annotations

from reader.model import Article, Figure, Kind, Published
from tests.articles import article_of_lines


def article_of(text: str, published: str | None = None, kind: Kind = Kind.BODY) -> Article:
    """An article that holds each line of a text as a paragraph of one kind."""
    lines = text.split("\n")
    return article_of_lines(lines, [kind] * len(lines), published=Published(published) if published else None)


def figure_in(figures: tuple[Figure, ...], text: str) -> Figure:
    """The first figure with this text."""
    return next(figure for figure in figures if figure.text == text)
