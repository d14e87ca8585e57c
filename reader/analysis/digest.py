"""The findings of an article, put together."""

from __future__ import annotations

from reader.analysis.figures import find_figures
from reader.analysis.slogans import find_slogans
from reader.model import Article, Digest


def digest(article: Article, *, words: bool = True) -> Digest:
    """What was found in an article.

    Args:
        article: The article as it was built.
        words: Look for keywords too, which loads the dictionary the first time.
    """
    from reader.analysis.keywords import find_keywords

    slogans = find_slogans(article)
    keywords = find_keywords(article, slogans) if words else ()
    return Digest(article.id, slogans, find_figures(article), keywords)
