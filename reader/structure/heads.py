"""Lines at the top of a page that hold its path, its headline and its bar in one, divided."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from reader.model.patterns import pattern
from reader.restoration.layout.lines import Line
from reader.restoration.layout.marks import SPACES
from reader.structure.bylines import is_byline, is_date_bar
from reader.structure.days import find_yearless, first_day
from reader.structure.fields import find_fields
from reader.structure.furniture import furniture_code, is_furniture
from reader.structure.names import WRITER, is_body, is_full_name, is_medium, read_credits
from reader.structure.titles import could_be_headline, is_column

_FIRST_LINES = 6
"""A headline stands in one of the first so many lines."""
_LONGEST = 200
"""Path, headline and bar together are not longer, in code points."""
_LEAST = 6
"""A headline that something is glued to is not shorter, in code points."""
_MEDIUM_LENGTH = 8
"""The name of a medium beside a headline is not longer, in code points."""
_GAP = pattern(f"[{SPACES}]+")
_ROLE_END = pattern(rf"{WRITER}$")
_PLAIN = pattern(r"[a-z0-9.]+")


def divide_heads(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, with headlines that something is glued to as lines of their own.

    >>> from reader.restoration.layout.lines import read_lines
    >>> [line.text for line in divide_heads(read_lines("滨海网 老街开出新书店 2022-03-04 09:20 来源:滨海日报"))]
    ['滨海网', '老街开出新书店', '2022-03-04 09:20 来源:滨海日报']
    >>> len(divide_heads(read_lines("聚力强势 奋勇争先")))
    1
    """
    divided: list[Line] = []
    for index, line in enumerate(lines):
        whole = index >= _FIRST_LINES or furniture_code(line.text) not in (None, "path")
        below = lines[index + 1].text if index + 1 < len(lines) else ""
        found = () if whole else (*_cuts(line.text), *_signed_at(line.text, below))
        cuts = [0, *sorted(set(found)), len(line.text)]
        for low, high in pairwise(cuts):
            divided.append(_part(line, low, high) if len(cuts) > 2 else line)
    return divided


def _cuts(text: str) -> Iterator[int]:
    """Where a headline starts behind a path or a site, and where the bar starts behind the headline."""
    if len(text) > _LONGEST or "。" in text:
        return
    gaps = [gap.span() for gap in _GAP.finditer(text)]
    end = next(
        (after for _, after in gaps if _opens_byline(text[after:]) and _has_headline(text[:after].strip())), None
    )
    if end is None and not is_furniture(text):
        return
    head = text[:end].rstrip()
    start = _headline_start(head, [after for _, after in gaps if after < len(head)])
    if start:
        yield start
    if end is not None:
        yield end


def _signed_at(text: str, below: str) -> Iterator[int]:
    """Where a headline is followed by the site or the name that belongs to the date bar on the next line."""
    gap = next(reversed(list(_GAP.finditer(text[:_LONGEST]))), None)
    if gap is None or len(text) > _LONGEST or not is_date_bar(below):
        return
    last = text[gap.end() :]
    if ((len(last) <= _MEDIUM_LENGTH and is_medium(last)) or is_full_name(last)) and _has_headline(text[: gap.start()]):
        yield gap.end()


def _headline_start(head: str, starts: Sequence[int]) -> int:
    """Where the headline starts behind names of sites and paths; 0 where nothing stands before it."""
    best = 0
    for start in starts:
        before, rest = head[:start].rstrip(), head[start:]
        if not (is_furniture(before) or is_medium(before) or (best and _PLAIN.fullmatch(head[best:start].strip()))):
            break
        if before.endswith(":") or len(rest) < _LEAST or re.match(r"[>»›→|/]", rest) or is_furniture(rest):
            break
        best = start
    return best if could_be_headline(head[best:]) and len(head) - best > _LEAST else 0


def _has_headline(text: str) -> bool:
    """Whether the last phrases of a text could be a headline, and are neither names nor sites."""
    phrases = [
        phrase for phrase in _GAP.split(text) if not (_PLAIN.fullmatch(phrase) or is_medium(phrase) or is_body(phrase))
    ]
    told = sum(map(len, phrases))
    return (
        told >= _LEAST
        and not is_column(text)
        and could_be_headline(text)
        and not _ROLE_END.search(text)
        and not _opens_byline(text)
    )


def _opens_byline(text: str) -> bool:
    """Whether a text is a byline from its first character on."""
    if not is_byline(text):
        return False
    day = first_day(text) or find_yearless(text)
    fields = find_fields(text)
    first = _GAP.split(text, maxsplit=1)[0]
    return (
        (day is not None and day.span.start <= 1)
        or bool(fields and fields[0].at <= 1)
        or is_medium(first)
        or is_full_name(first)
        or read_credits(first, 0, len(first)).has_role
    )


def _part(line: Line, low: int, high: int) -> Line:
    """A stretch of a line as a line, without the spaces around it."""
    words = line.text[low:high]
    low += len(words) - len(words.lstrip())
    high -= len(words) - len(words.rstrip())
    first = low == 0
    return replace(
        line,
        start=line.start + low,
        end=line.start + high,
        written=line.written[low:high],
        indent=line.indent if first else 0,
        blank_before=line.blank_before if first else 0,
    )
