"""The signs of Markdown on lines, and the fields that may stand before a page (front matter)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.model.patterns import pattern
from reader.restoration.layout.lines import Line

_SIGNS = pattern(r"(?:#{1,6}\s+|>\s+)(?:\*\*)?(?P<marked>.*?)(?:\*\*)?\s*#*|\*\*(?P<bold>[^*]+)\*\*")
_FENCE = pattern(r"-{3,}")
_FIELD = pattern(r"[a-z_]{2,24}:|-\s|['\"]")
_LONGEST_MARKED = 200
"""No heading is longer, in code points."""
_LONGEST = 60
"""No front matter has more lines."""


def bare(line: Line) -> Line:
    """A line without the signs that make it a heading, bold or a quotation.

    >>> from reader.restoration.layout.lines import read_lines
    >>> bare(read_lines("## **总则**")[0]).text
    '总则'
    """
    found = _SIGNS.fullmatch(line.text) if line.text[0] in "#>*" and len(line.text) <= _LONGEST_MARKED else None
    if found is None:
        return line
    start, end = found.span("marked" if found["marked"] is not None else "bold")
    text = line.text[start:end]
    if not text.strip():
        return line
    return replace(line, start=line.start + start, end=line.start + end, written=line.written[start:end])


def front_matter(lines: Sequence[Line]) -> int:
    """How many lines at the top are fields between two rules; 0 where there are none.

    >>> from reader.restoration.layout.lines import read_lines
    >>> front_matter(read_lines("---\\ntitle: 总则\\n---\\n总则"))
    3
    """
    if not lines or not _FENCE.fullmatch(lines[0].text):
        return 0
    for index, line in enumerate(lines[1:_LONGEST], 1):
        if _FENCE.fullmatch(line.text):
            return index + 1 if index > 1 else 0
        if not _FIELD.match(line.text):
            return 0
    return 0
