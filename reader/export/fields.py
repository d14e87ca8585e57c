"""What a page says about its article, for people: every field with its place in the source."""

from __future__ import annotations

from collections.abc import Iterator

from reader.messages import message
from reader.model import Article, Published

FIELDS = (
    "title",
    "subtitle",
    "kicker",
    "author",
    "origin_source",
    "reported_from",
    "published",
    "page",
    "document_number",
    "republished_by",
    "republished",
    "editor",
)
"""The fields in the order in which they are printed."""


def fields_text(article: Article) -> str:
    """The fields that the page states, one on a line with the offsets of the words that say it; empty without any."""
    return "".join(f"{line}\n" for line in _lines(article))


def _lines(article: Article) -> Iterator[str]:
    for name in FIELDS:
        value = getattr(article, name)
        if value is None:
            continue
        if isinstance(value, Published):
            value = message("quotation.inferred", day=value.value) if value.inferred else value.value
        spans = ", ".join(f"{span.start}-{span.end}" for span in article.places.get(name, ()))
        yield message("field.line", name=message(f"field.{name}"), value=value, spans=spans)
