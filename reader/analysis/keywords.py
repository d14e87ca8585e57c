"""Finding the keywords of an article."""

from __future__ import annotations

from reader.model import Article, Keyword


def find_keywords(article: Article) -> tuple[Keyword, ...]:
    """The keywords of an article."""
    return ()
