"""Articles made in memory, of which little is known but their paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from reader.model import Article, Decoded, Kind, Origin, Paragraph, Restored, Script, Segment, Span


def bare_article(restored: Restored, paragraphs: Sequence[Paragraph], **known: Any) -> Article:
    """An article in Simplified characters that has these paragraphs; every field not named among `known` is None."""
    unknown = dict.fromkeys(field.name for field in fields(Article))
    given = {
        "id": "0" * 64,
        "script": Script.SIMPLIFIED,
        "published_script": Script.SIMPLIFIED,
        "paragraphs": tuple(paragraphs),
        "restored": restored,
        "origin": Origin(),
    }
    values: dict[str, Any] = {**unknown, **given, **known}
    return Article(**values)


def article_of_lines(lines: Sequence[str], kinds: Sequence[Kind] = (), **known: Any) -> Article:
    """An undamaged article with a paragraph for each line, empty ones left out; those without a kind are body text."""
    paragraphs, start = [], 0
    for index, line in enumerate(lines):
        if line:
            kind = kinds[index] if index < len(kinds) else Kind.BODY
            paragraphs.append(Paragraph(kind, line, (Span(start, start + len(line)),)))
        start += len(line) + 1
    text = "\n".join(lines)
    segments = (Segment(0, 0, len(text.encode()), "utf-8"),) if text else ()
    return bare_article(Restored(Decoded(text, segments)), paragraphs, **known)
