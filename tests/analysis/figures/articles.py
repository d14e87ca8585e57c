"""Small articles made in memory."""

from __future__ import annotations

from reader.model import Article, Decoded, Figure, Kind, Origin, Paragraph, Published, Restored, Script, Segment, Span


def article_of(text: str, published: str | None = None, kind: Kind = Kind.BODY) -> Article:
    """An article that holds each line of a text as a paragraph of one kind."""
    paragraphs: list[Paragraph] = []
    start = 0
    for line in text.split("\n"):
        if line:
            paragraphs.append(Paragraph(kind, line, (Span(start, start + len(line)),)))
        start += len(line) + 1
    segments = (Segment(0, 0, len(text.encode()), "utf-8"),) if text else ()
    return Article(
        id="0" * 64,
        title=None,
        subtitle=None,
        kicker=None,
        origin_source=None,
        republished_by=None,
        page=None,
        author=None,
        editor=None,
        published=Published(published) if published else None,
        republished=None,
        script=Script.SIMPLIFIED,
        published_script=Script.SIMPLIFIED,
        paragraphs=tuple(paragraphs),
        restored=Restored(Decoded(text, segments)),
        origin=Origin(),
    )


def figure_in(figures: tuple[Figure, ...], text: str) -> Figure:
    """The first figure with this text."""
    return next(figure for figure in figures if figure.text == text)
