"""Lines at the top of a page that hold its path, its headline and its bar in one, divided."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from reader.model.patterns import pattern
from reader.restoration.layout.lines import Line
from reader.restoration.layout.marks import HANZI, SPACES
from reader.structure.bylines import bar_day, find_page, is_byline
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
_BUTTON_LENGTH = 4
"""A button behind a headline is not longer, in code points."""
_GAP = pattern(f"[{SPACES}]+")
_ROLE_END = pattern(rf"(?:{WRITER}|(?:发表|发布|更新|编辑)于)$")
_PLAIN = pattern(r"[a-z0-9.]+")
_SIGN = pattern(r"[•·●|]|\w{2,6}官方(?:账号|帐号|微博|微信)|本[报刊台网](?:特约)?评论员")
"""What stands before a byline beside names."""
_MARKED = pattern(r"(?<=\s)(?:原创|转载)(?=\s)")
"""What stands before the names of a writer and an account."""
_ORIGINAL = "原创"
_FOLLOW = pattern(r"[+]?\s?关注")
_ACCOUNT = pattern(rf"{HANZI}{{2,8}}")
"""The name of an account, proved by the button behind it."""
_CHANNEL = pattern(rf"{HANZI}{{2,4}}频道")


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
        code = furniture_code(line.text) if index < _FIRST_LINES else "far"
        below = lines[index + 1].text if index + 1 < len(lines) else ""
        found = [*_cuts(line.text)] if code in (None, "path") else []
        found += _signed_at(line.text, below) if code in (None, "path", "links") else []
        cuts = [0, *sorted(set(found)), len(line.text)]
        for low, high in pairwise(cuts):
            divided.append(_part(line, low, high) if len(cuts) > 2 else line)
    return divided


def _cuts(text: str) -> Iterator[int]:
    """Where a headline starts behind a path or a site, and where the bar starts behind the headline."""
    if len(text) > _LONGEST or "。" in text or _opens_with_day(text):
        return
    gaps = [gap.span() for gap in _GAP.finditer(text)]
    end = next(
        (after for _, after in gaps if _opens_byline(text[after:]) and _has_headline(text[:after].strip())), None
    )
    if end is None and (is_byline(text) or not gaps or not (is_furniture(text) or _is_over(text[: gaps[0][0]]))):
        return
    head = text[:end].rstrip()
    start = _headline_start(head, [after for _, after in gaps if after < len(head)])
    if start:
        yield start
    if end is not None:
        yield end


def _signed_at(text: str, below: str) -> Iterator[int]:
    """Where a headline is followed by what belongs to the byline on the next line: sites, names, buttons, bullets."""
    if len(text) > _LONGEST or not is_byline(below):
        return
    if (marked := _MARKED.search(text)) and _has_headline(text[: marked.start()].rstrip()):
        yield marked.start()
        return
    start, followed = len(text), is_follow_button(below)
    for gap in reversed(list(_GAP.finditer(text))):
        phrase = text[gap.end() : start].rstrip()
        signs = _signs(phrase) or (followed and _ACCOUNT.fullmatch(phrase) is not None)
        if not signs or not _has_headline(text[: gap.start()]):
            break
        start, followed = gap.end(), is_follow_button(phrase)
    if start < len(text):
        over = text[:start].rstrip()
        yield len(over) - len(_ORIGINAL) if over.endswith(_ORIGINAL) else start


def is_follow_button(text: str) -> bool:
    """Whether a phrase is the button that follows an account.

    >>> is_follow_button("+关注"), is_follow_button("关注民生")
    (True, False)
    """
    return _FOLLOW.fullmatch(text) is not None


def _signs(phrase: str) -> bool:
    """Whether a phrase behind a headline belongs to the byline below."""
    return (
        (len(phrase) <= _MEDIUM_LENGTH and is_medium(phrase))
        or is_full_name(phrase)
        or (len(phrase) <= _BUTTON_LENGTH and is_furniture(phrase))
        or _SIGN.fullmatch(phrase) is not None
    )


def _headline_start(head: str, starts: Sequence[int]) -> int:
    """Where the headline starts behind names of sites and paths; 0 where nothing stands before it."""
    best = 0
    for start in starts:
        before, rest = head[:start].rstrip(), head[start:]
        last = before[best:].rpartition(" ")[2]
        if not (
            _is_over(before)
            or is_medium(before)
            or (best and _is_over(last))
            or (best and _PLAIN.fullmatch(head[best:start].strip()))
        ):
            break
        if before.endswith(":") or len(rest) < _LEAST or re.match(r"[>»›→|/]", rest) or is_furniture(rest):
            break
        best = start
    return best if could_be_headline(head[best:]) and len(head) - best > _LEAST else 0


def _is_over(phrase: str) -> bool:
    """Whether a phrase over a headline belongs to the site."""
    is_page = is_byline(phrase) and find_page(phrase) is not None
    return is_furniture(phrase) or is_page or _CHANNEL.fullmatch(phrase) is not None


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


def _opens_with_day(text: str) -> bool:
    """Whether a line is a date bar from its first character on."""
    day, fields = bar_day(text), find_fields(text)
    opens = day is not None and (day.span.start <= 1 or (bool(fields) and fields[0].at <= 1))
    return opens and is_byline(text)


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
        or (len(first) <= _MEDIUM_LENGTH and is_medium(first))
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
