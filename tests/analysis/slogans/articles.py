"""Articles made from a few lines, for the rules that read paragraphs."""

from __future__ import annotations

from reader.model import Article, Kind
from tests.articles import article_of_lines

_MARKS = {"# ": Kind.TITLE, "## ": Kind.HEADING, "> ": Kind.CAPTION, "@ ": Kind.BYLINE, "- ": Kind.FURNITURE}


def article_of(text: str) -> Article:
    """An article with a paragraph for each line; `# `, `## `, `> `, `@ ` and `- ` say what a line is."""
    kinds: list[Kind] = []
    lines: list[str] = []
    for line in filter(None, (line.strip() for line in text.split("\n"))):
        mark = next((mark for mark in _MARKS if line.startswith(mark)), "")
        kinds.append(_MARKS.get(mark, Kind.BODY))
        lines.append(line.removeprefix(mark))
    return article_of_lines(lines, kinds)
