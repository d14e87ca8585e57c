"""Finding text in one article and over several, whatever its script, width and case.

A paragraph is searched over its cleaned text in the `fold` form, so removed annotations and joined lines are no
obstacle; the folds are made once per article and kept while it lives.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from weakref import finalize

from reader.model import Article, Passage
from reader.script.folding import fold

CONTEXT = 24
"""Code points shown on each side of a hit."""


@dataclass(frozen=True)
class Hit:
    """A place where a query stands, with the words around it."""

    article: Article
    """The article it stands in."""
    passage: Passage
    """Its place."""
    before: str
    """What stands before it in its paragraph, at most `CONTEXT` code points."""
    text: str
    """Its words as written."""
    after: str
    """What stands after it in its paragraph, at most `CONTEXT` code points."""


@dataclass(frozen=True)
class Found:
    """What a search over articles found."""

    hits: tuple[Hit, ...]
    """The first hits, in the order of the articles and of reading."""
    count: int
    """How many there are in all."""
    counts: tuple[tuple[Article, int], ...]
    """How many there are in each article that holds any."""


_folded: dict[int, tuple[str, ...]] = {}
"""The folded paragraphs of the articles that are alive, by the identity of the article."""


def _folded_paragraphs(article: Article) -> tuple[str, ...]:
    """The folded text of each paragraph, furniture included; made once while the article lives."""
    key = id(article)
    if key not in _folded:
        _folded[key] = tuple(fold(paragraph.text) for paragraph in article.paragraphs)
        finalize(article, _folded.pop, key, None)
    return _folded[key]


def fold_article(article: Article) -> None:
    """Have an article ready for searching, which the first search would do else: off the event loop, if it is long."""
    _folded_paragraphs(article)


def folded_query(query: str) -> str:
    """A query as it is looked for: folded, without the spaces around it.

    >>> folded_query("　軍規 ") == folded_query("军规"), folded_query(" 　")
    (True, '')
    """
    return fold(query).strip()


def find_in(article: Article, query: str) -> list[Passage]:
    """Every place of a query in an article, furniture included, in reading order; none for an empty query.

    Places do not overlap: of 人人人 a search for 人人 finds the first two.
    """
    return list(_find(article, folded_query(query)))


def _find(article: Article, wanted: str) -> Iterator[Passage]:
    if not wanted:
        return
    for index, line in enumerate(_folded_paragraphs(article)):
        at = line.find(wanted)
        while at >= 0:
            yield Passage(index, at, at + len(wanted))
            at = line.find(wanted, at + len(wanted))


def search(articles: Iterable[Article], query: str, limit: int = 200) -> Found:
    """The places of a query over articles, with the words around the first of them.

    Args:
        articles: In the order in which hits are given.
        query: What is looked for, as typed.
        limit: How many hits are given at most; all are counted.
    """
    wanted = folded_query(query)
    hits: list[Hit] = []
    counts: list[tuple[Article, int]] = []
    for article in articles if wanted else ():
        count = sum(line.count(wanted) for line in _folded_paragraphs(article))
        if count:
            counts.append((article, count))
            hits.extend(_hit(article, passage) for passage in islice(_find(article, wanted), limit - len(hits)))
    return Found(tuple(hits), sum(count for _, count in counts), tuple(counts))


def _hit(article: Article, passage: Passage) -> Hit:
    text = article.paragraphs[passage.paragraph].text
    before = text[max(0, passage.start - CONTEXT) : passage.start]
    return Hit(article, passage, before, article.text_of(passage), text[passage.end : passage.end + CONTEXT])
