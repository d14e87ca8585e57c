"""From cleaned text to article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.model import Article, ArticleId, Kind, Origin, Paragraph, Restored, Span
from reader.restoration.layout.lines import read_lines
from reader.script.detection import detect_published_script, detect_script
from reader.structure.metadata import read_headline, read_metadata
from reader.structure.paragraphs import Page, classify


def build_article(
    restored: Restored, article_id: ArticleId, origin: Origin, taken_back: Sequence[Span] = ()
) -> Article:
    """The article that a cleaned text holds.

    Args:
        restored: The cleaned text; a line that is not blank is a paragraph, or several where furniture is glued to it.
        article_id: SHA-256 of the bytes.
        origin: Where they came from.
        taken_back: Stretches of the source text that are no furniture, because the reader says so.
    """
    text = restored.text
    page = classify(read_lines(text))
    metadata = read_metadata(text, page)
    headline = read_headline(text, page)
    paragraphs = tuple(_given_back(paragraph, restored, taken_back) for paragraph in _paragraphs(text, page))
    fields = {**metadata.values, **{name: value.text for name, value in headline.items()}}
    places = {**metadata.places, **{name: value.spans for name, value in headline.items()}}
    told = "\n".join(paragraph.text for paragraph in paragraphs if paragraph.kind.is_digested)
    return Article(
        id=article_id,
        title=fields.get("title"),
        subtitle=fields.get("subtitle"),
        kicker=fields.get("kicker"),
        origin_source=fields.get("origin_source"),
        republished_by=fields.get("republished_by"),
        page=fields.get("page"),
        author=fields.get("author"),
        editor=fields.get("editor"),
        published=metadata.published,
        republished=metadata.republished,
        script=detect_script(told),
        published_script=detect_published_script(told),
        paragraphs=paragraphs,
        restored=restored,
        origin=origin,
        reported_from=fields.get("reported_from"),
        document_number=fields.get("document_number"),
        places={name: tuple(map(restored.to_source, spans)) for name, spans in places.items()},
    )


def _paragraphs(text: str, page: Page) -> Iterator[Paragraph]:
    """The lines of a page as paragraphs, each of the kind that it is."""
    for line, kind, reason in zip(page.lines, page.kinds, page.reasons, strict=True):
        yield Paragraph(kind, text[line.start : line.end], (Span(line.start, line.end),), reason)


def _given_back(paragraph: Paragraph, restored: Restored, taken_back: Sequence[Span]) -> Paragraph:
    """The paragraph, as body where it is furniture inside one of the stretches of the source that are none."""
    if paragraph.kind is not Kind.FURNITURE or not taken_back:
        return paragraph
    source = restored.to_source(Span(paragraph.spans[0].start, paragraph.spans[-1].end))
    is_inside = any(span.covers(source) for span in taken_back)
    return Paragraph(Kind.BODY, paragraph.text, paragraph.spans) if is_inside else paragraph
