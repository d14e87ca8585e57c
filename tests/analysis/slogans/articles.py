"""Articles made from a few lines, for the rules that read paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import Article, Decoded, Kind, Origin, Paragraph, Restored, Script, Span

_MARKS = {"# ": Kind.TITLE, "## ": Kind.HEADING, "> ": Kind.CAPTION, "@ ": Kind.BYLINE, "- ": Kind.FURNITURE}


def article_of(text: str) -> Article:
    """An article with a paragraph for each line; `# `, `## `, `> `, `@ ` and `- ` say what a line is."""
    kinds: list[Kind] = []
    lines: list[str] = []
    for line in filter(None, (line.strip() for line in text.split("\n"))):
        mark = next((mark for mark in _MARKS if line.startswith(mark)), "")
        kinds.append(_MARKS.get(mark, Kind.BODY))
        lines.append(line.removeprefix(mark))
    return _built(lines, kinds)


def _built(lines: Sequence[str], kinds: Sequence[Kind]) -> Article:
    paragraphs: list[Paragraph] = []
    start = 0
    for line, kind in zip(lines, kinds, strict=True):
        paragraphs.append(Paragraph(kind, line, (Span(start, start + len(line)),)))
        start += len(line) + 1
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
        published=None,
        republished=None,
        script=Script.SIMPLIFIED,
        published_script=Script.SIMPLIFIED,
        paragraphs=tuple(paragraphs),
        restored=Restored(Decoded("\n".join(lines), ())),
        origin=Origin(),
    )
