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


def citation(article: Article, passages: Sequence[Passage] = ()) -> str:
    """Writer, title, number, source, day, page and paragraph, as far as they are known; else where the file is.

    Args:
        article: What is cited.
        passages: What is cited of it, in reading order; empty for all of it.
    """
    day = article.published.value.partition("T")[0] if article.published else ""
    if article.published and article.published.inferred:
        day = message("quotation.inferred", day=day)
    title = " ".join(part for part in (article.title, article.subtitle) if part)
    page = message("quotation.page", page=article.page) if article.page else ""
    known = [_named(article, title) if title else "", article.origin_source or "", day, page]
    if article.republished_by and article.republished_by != article.origin_source:
        known.append(message("quotation.republished", site=article.republished_by))
    known = [part for part in known if part] or [article.origin.path or "-"]
    return message("quotation.joint").join([*known, *_paragraphs(passages)])


def _paragraphs(passages: Sequence[Passage]) -> list[str]:
    """The paragraphs that passages stand in, counted from 1 with headings and furniture, as everywhere."""
    if not passages:
        return []
    first, last = passages[0].paragraph + 1, passages[-1].paragraph + 1
    if first == last:
        return [message("quotation.paragraph", number=first)]
    return [message("quotation.paragraphs", first=first, last=last)]


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
