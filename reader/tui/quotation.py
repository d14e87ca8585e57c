"""A passage as it is copied: the unbroken text, and with it where it was printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.messages import message
from reader.model import Article, Certainty, Passage

Shown = Callable[[int, int, int], str]
"""The text of a stretch (paragraph, start, end) in the script that it is copied in."""


def quoted_text(passages: Sequence[Passage], shown: Shown) -> str:
    """The passages, one paragraph a line, without spaces around them."""
    return "\n".join(shown(p.paragraph, p.start, p.end).strip() for p in passages)


def with_source(article: Article, passages: Sequence[Passage], text: str, source: str, *, converted: bool) -> str:
    """A copied text with title, source and date under it, and what a reader of the quotation has to know.

    Args:
        article: Where it stands.
        passages: The stretches that were copied.
        text: The copied text.
        source: Its `citation`, in the script of the text.
        converted: Whether it is in another script than the page.
    """
    notes = []
    if converted:
        notes.append(message("quotation.converted"))
    if any(is_doubtful(article, passage) for passage in passages):
        notes.append(message("quotation.doubtful"))
    return "\n".join([text, message("quotation.source", source=source), *notes])


def citation(article: Article) -> str:
    """Writer, title, number, source, day and page, as far as they are known; else where the file is."""
    day = article.published.value.partition("T")[0] if article.published else ""
    if article.published and article.published.inferred:
        day = message("quotation.inferred", day=day)
    title = " ".join(part for part in (article.title, article.subtitle) if part)
    page = message("quotation.page", page=article.page) if article.page else ""
    known = [_named(article, title) if title else "", article.origin_source or "", day, page]
    if article.republished_by and article.republished_by != article.origin_source:
        known.append(message("quotation.republished", site=article.republished_by))
    return message("quotation.joint").join(part for part in known if part) or article.origin.path or "-"


def _named(article: Article, title: str) -> str:
    """The title with who wrote it before and the number of a document behind it."""
    author = message("quotation.author", author=article.author) if article.author else ""
    number = message("quotation.number", number=article.document_number) if article.document_number else ""
    return author + message("quotation.title", title=title) + number


def is_doubtful(article: Article, passage: Passage) -> bool:
    """Whether a passage holds a repair that was inferred, or a character that is lost."""
    if passage.start >= passage.end:
        return False
    source = article.source_span(passage)
    return any(
        edit.certainty is not Certainty.CERTAIN and (edit.span.overlaps(source) or source.covers(edit.span))
        for edit in article.edits
    )
