"""Why a line is no part of an article, as far as the line shows by itself. Seen on the `simplify` form."""

from __future__ import annotations

from functools import lru_cache

from reader.model import LOST_CHARACTER, Kind, Reason
from reader.model.patterns import pattern
from reader.restoration.layout.lines import is_list_item
from reader.restoration.layout.marks import HANZI, WORD
from reader.structure.advertising import is_advertising, is_call
from reader.structure.bars import (
    is_bar,
    is_breadcrumb,
    is_channel_row,
    is_crew,
    is_label,
    is_link_row,
    is_loose_bar,
    is_neighbour,
    is_outer_bar,
    is_row_of_names,
    is_row_of_numbers,
    is_site_name,
)
from reader.structure.notices import is_imprint, is_notice
from reader.structure.related import is_dated_link, is_day_alone, is_labelled_link, is_related_head, is_teaser
from reader.structure.remains import is_remains

_OUTER = (
    ("crew", is_crew),
    ("label", is_label),
    ("teaser", is_teaser),
    ("linked", is_dated_link),
    ("linked", is_day_alone),
    ("linked", is_labelled_link),
    ("bar", is_loose_bar),
    ("bar", is_outer_bar),
    ("site", is_site_name),
)
"""Codes and tests of what a line may be that stands over or under an article."""
_LONGEST_RULE = 120
"""A longer line of marks is something else, in code points."""
_WORD = pattern(WORD)
_PERIOD = pattern(r"(?:19|20)\d\d(?:[.年-]\d{1,2}月?)?\s?[-—~至]{1,2}(?:\s?(?:19|20)\d\d|\s*$)")
"""A stretch of years, as the lines of a life begin."""
_NUMBERING = pattern(r"[(]?\d{1,2}[.、)]")
"""The number of an item on a line of its own."""
_WORDY = pattern(f"(?:{HANZI}|[…—*])|[a-z]{{3}}")

Seen = tuple[Kind, str | None]
"""What a line is, and the code of the reason where it is furniture."""

__all__ = [
    "BARS",
    "Seen",
    "furniture_code",
    "is_breadcrumb",
    "is_furniture",
    "is_notice",
    "is_related_head",
    "outer_code",
    "reason",
    "under_code",
]


BARS = frozenset(["bar", "label", "path"])
"""Codes of what stands between a headline and the text only over the text."""
_REMEMBERED = 200
"""Code points of the longest line that is kept with what it is."""


def reason(code: str) -> Reason:
    """The reason of this code why a paragraph is furniture.

    >>> reason("bar").code
    'furniture.bar'
    """
    return Reason.of(f"furniture.{code}")


def furniture_code(text: str) -> str | None:
    """Why a line is furniture wherever it stands, notices and headings of lists left aside; None where it is not.

    >>> furniture_code("a+ a-"), furniture_code("……"), furniture_code("2022"), furniture_code("下一篇:全市大会召开")
    ('wordless', None, 'wordless', 'neighbour')
    """
    return _remembered_code(text) if len(text) <= _REMEMBERED else _code(text)


@lru_cache(maxsize=4096)
def _remembered_code(text: str) -> str | None:
    """The code of a short line, which a page may repeat thousands of times."""
    return _code(text)


def _code(text: str) -> str | None:
    if is_remains(text):
        return "remains"
    if is_wordless(text):
        return "wordless"
    if is_breadcrumb(text):
        return "path"
    if is_neighbour(text):
        return "neighbour"
    if is_bar(text):
        return "bar"
    if is_channel_row(text) or (is_link_row(text) and not is_row_of_names(text)):
        return "links"
    if is_advertising(text) or (is_call(text) and not is_list_item(text)):
        return "advertising"
    return None


def is_wordless(text: str) -> bool:
    """Whether a line holds no word: a count, a rule, a time; numbers may be of a table, lost words were words.

    >>> is_wordless("12"), is_wordless("======"), is_wordless("……"), is_wordless("2021,1219.5,8.4%")
    (True, True, False, False)
    """
    if len(text) > _LONGEST_RULE or text.startswith(("…", "——")) or '"' in text or LOST_CHARACTER in text:
        return False
    if _PERIOD.match(text) or _NUMBERING.fullmatch(text):
        return False
    return not _WORD.search(text) or (len(text) <= 30 and not _WORDY.search(text) and not is_row_of_numbers(text))


@lru_cache(maxsize=2_000)
def outer_code(text: str) -> str | None:
    """Why a line is furniture where it stands over or under an article; None where it may belong to it.

    >>> outer_code("标签: 改革 党建"), outer_code("怀远都市报"), outer_code("联系人:王建国")
    ('label', 'site', None)
    """
    if code := furniture_code(text):
        return code
    if is_related_head(text):
        return "related"
    if is_notice(text):
        return "notice"
    for code, test in _OUTER:
        if test(text):
            return code
    return None


def under_code(text: str) -> str | None:
    """Why a line is furniture where it stands under an article; there a word about the site is enough.

    >>> under_code("主办:区政府 承办:办公室"), under_code("特此通知")
    ('imprint', None)
    """
    return outer_code(text) or ("imprint" if is_imprint(text) else None)


def is_furniture(text: str) -> bool:
    """Whether a line that stands over an article shows by itself that it is no part of it.

    >>> is_furniture("a+ a-"), is_furniture("……"), is_furniture("2022")
    (True, False, True)
    """
    return outer_code(text) is not None
