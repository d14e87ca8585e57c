"""What was found in an article, as rows of a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from reader.analysis.watching import Watcher
from reader.messages import message
from reader.model import Article, Passage, Script, Span
from reader.script.folding import fold
from reader.tui.documents import words_in
from reader.tui.widgets.list_rows import ListRow

CONTEXT_BEFORE = 8
"""Code points shown before a hit."""

CONTEXT_AFTER = 24
"""Code points shown after a hit."""

HITS_SHOWN = 20
"""The most hits of one article that are listed."""

PARAGRAPHS_SHOWN = 200
"""The most paragraphs that are listed to go to."""

CLAUSE = 60
"""Code points of a paragraph that it is listed and found by."""


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A place that was found in one of the articles."""

    path: str
    """The file of the article."""
    passage: Passage
    """Where it stands."""


def watched_marks(watcher: Watcher | None, text: str) -> tuple[tuple[Span, str], ...]:
    """Where watched words stand in a text, with the look of their colour."""
    return tuple((span, f"watched-{colour}") for span, colour in watcher.marks(text)) if watcher is not None else ()


def hit_rows(
    path: str,
    title: str,
    article: Article,
    hits: Sequence[Passage],
    script: Script | None = None,
    watcher: Watcher | None = None,
) -> Iterator[ListRow]:
    """The title of an article with its number of hits, and each hit in its context, in a script.

    Args:
        path: The file of the article.
        title: What the article is called.
        article: The article.
        hits: Its places.
        script: The script that contexts are shown in; None for that of the page.
        watcher: Words that are marked in title and contexts.
    """
    if not hits:
        return
    yield ListRow(
        title, aside=str(len(hits)), look="strong", marks=watched_marks(watcher, title), target=SearchHit(path, hits[0])
    )
    for passage in hits[:HITS_SHOWN]:
        context, found = in_context(article.paragraphs[passage.paragraph].text, passage.span)
        context = words_in(article, script, context)
        marks = watched_marks(watcher, context)
        target = SearchHit(path, passage)
        yield ListRow("", detail=context, found=(found,), detail_marks=marks, indent=1, target=target)


def paragraph_rows(article: Article, script: Script | None, here: int, typed: str) -> list[ListRow]:
    """The paragraphs that are meant, by their numbers from 1 or by how they begin; with nothing typed, those from here.

    Args:
        article: The article.
        script: The script that they are shown in; None for that of the page.
        here: Index of the paragraph that the reader is in.
        typed: A number, or words.
    """
    every = range(len(article.paragraphs))
    wanted = fold(typed.strip())
    if not wanted:
        found: Iterable[int] = every[here:]
    elif wanted.isdecimal():
        found = (index for index in every if str(index + 1).startswith(wanted))
    else:
        found = (index for index in every if wanted in fold(article.paragraphs[index].text[:CLAUSE]))
    return [
        ListRow(words_in(article, script, article.paragraphs[index].text[:CLAUSE]), aside=str(index + 1), target=index)
        for index in islice(found, PARAGRAPHS_SHOWN)
    ] or [ListRow(message("ui.nothing_found"), look="dim")]


def in_context(text: str, span: Span) -> tuple[str, Span]:
    """A stretch of a text with what stands around it, and where it is in that.

    >>> in_context("全面提振“六种精神”、践行“十二条军规”，着力提升", Span(13, 15))
    ('…六种精神”、践行“十二条军规”，着力提升', Span(start=9, end=11))
    """
    start = max(0, span.start - CONTEXT_BEFORE)
    end = min(len(text), span.end + CONTEXT_AFTER)
    before = "…" if start else ""
    after = "…" if end < len(text) else ""
    at = span.start - start + len(before)
    return f"{before}{text[start:end]}{after}", Span(at, at + span.length)
