"""Finding the figures of an article."""

from __future__ import annotations

from reader.model import Article, Figure


def find_figures(article: Article) -> tuple[Figure, ...]:
    """The figures of an article."""
    return ()
