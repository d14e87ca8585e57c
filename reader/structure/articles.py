"""From cleaned text to article."""

from __future__ import annotations

from reader.model import Article, ArticleId, Origin, Paragraph, Restored, Span
from reader.restoration.layout.lines import Line, read_lines
from reader.script.detection import detect_published_script, detect_script
from reader.script.folding import simplify
from reader.structure.metadata import read_metadata
from reader.structure.paragraphs import classify


def build_article(restored: Restored, article_id: ArticleId, origin: Origin) -> Article:
    """The article that a cleaned text holds; each line that is not blank is one paragraph."""
    text = restored.text
    page = classify(read_lines(simplify(text)))
    metadata = read_metadata(text, page)
    paragraphs = tuple(
        Paragraph(kind, text[line.start : line.end], (Span(line.start, line.end),))
        for line, kind in zip(page.lines, page.kinds, strict=True)
    )

    def words(index: int | None) -> str | None:
        return None if index is None else _words(text, page.lines[index])

    headline = page.headline
    told = "\n".join(paragraph.text for paragraph in paragraphs if paragraph.kind.is_digested)
    return Article(
        id=article_id,
        title=words(headline.title) if headline else None,
        subtitle=words(headline.subtitle) if headline else None,
        kicker=words(headline.kicker) if headline else None,
        origin_source=metadata.origin_source,
        republished_by=metadata.republished_by,
        page=metadata.page,
        author=metadata.author,
        editor=metadata.editor,
        published=metadata.published,
        republished=metadata.republished,
        script=detect_script(told),
        published_script=detect_published_script(told),
        paragraphs=paragraphs,
        restored=restored,
        origin=origin,
    )


def _words(text: str, line: Line) -> str:
    return text[line.start : line.end]
