"""From cleaned text to article."""

from __future__ import annotations

from reader.model import Article, ArticleId, Kind, Origin, Paragraph, Restored, Script, Span


def build_article(restored: Restored, article_id: ArticleId, origin: Origin) -> Article:
    """The article that a cleaned text holds, each of its lines a paragraph."""
    paragraphs = []
    start = 0
    for line in restored.text.split("\n"):
        if line:
            paragraphs.append(Paragraph(Kind.BODY, line, (Span(start, start + len(line)),)))
        start += len(line) + 1
    return Article(
        id=article_id,
        title=None,
        subtitle=None,
        kicker=None,
        origin_source=None,
        republished_by=None,
        page=None,
        author=None,
        editor=None,
        published=None,
        republished=None,
        script=Script.SIMPLIFIED,
        published_script=Script.SIMPLIFIED,
        paragraphs=tuple(paragraphs),
        restored=restored,
        origin=origin,
    )
