"""Finding the slogans of an article."""

from __future__ import annotations

from reader.model import Article, Slogan


def find_slogans(article: Article) -> tuple[Slogan, ...]:
    """The slogans of an article."""
    return ()
