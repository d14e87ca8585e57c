"""What each line of a page is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.model import Kind
from reader.restoration.layout.lines import (
    HEADING_LENGTH,
    Line,
    is_caption,
    is_credit,
    is_heading_like,
    is_list_item,
    is_table_row,
)
from reader.restoration.layout.marks import ends_sentence
from reader.structure.bylines import is_author_line, is_byline, is_date_bar, is_editor_line
from reader.structure.core import find_core
from reader.structure.days import find_day
from reader.structure.furniture import is_bar, is_furniture, is_imprint, is_notice, is_related_head, is_teaser
from reader.structure.titles import Headline, could_be_headline, find_headline

_SIGNATURE_LENGTH = 30
_CHAPTER = re.compile("第[〇零一二三四五六七八九十百\\d]{1,5}[编章节]")
_NUMBERED_HEAD = re.compile(r"(?:[一二三四五六七八九十]{1,3}、|[(][一二三四五六七八九十]{1,3}[)])")
_MOST_HEADINGS = 3
"""More short lines in a row are a list, not headings."""


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page with what they are."""

    lines: Sequence[Line]
    """Not blank, in order."""
    kinds: tuple[Kind, ...]
    """What each line is."""
    headline: Headline | None
    """Which lines are the headline."""


def classify(lines: Sequence[Line]) -> Page:
    """Say of every line what it is."""
    core = find_core(lines)
    headline = None
    if core:
        core = range(_below_date_bar(lines, core), core.stop)
        headline = find_headline(lines, core.start)
        if headline is None and _is_call(lines, core):
            core = range(core.start + 1, core.stop)
            headline = find_headline(lines, core.start)
    else:
        core, headline = _without_running_text(lines)
    kinds = [
        *(_kind_above(lines, index, core.start, headline) for index in range(core.start)),
        *(_kind_inside(lines, index, core) for index in core),
        *_kinds_below(lines, core.stop),
    ]
    if headline is not None:
        kinds[headline.title] = Kind.TITLE
        if headline.subtitle is not None:
            kinds[headline.subtitle] = Kind.TITLE
        if headline.kicker is not None:
            kinds[headline.kicker] = Kind.KICKER
    return Page(lines, tuple(kinds), headline)


def _below_date_bar(lines: Sequence[Line], core: range) -> int:
    """Where the core starts when the headline over a date bar looks like a sentence."""
    for index in core[:_MOST_HEADINGS]:
        if "。" in lines[index].text:
            break
        if is_date_bar(lines[index].text):
            return min(index + 1, core.stop - 1)
    return core.start


def _is_call(lines: Sequence[Line], core: range) -> bool:
    """Whether the first line of a page reads like text and is a headline: it calls, asks, or never ends."""
    text = lines[core.start].text
    if core.start > 0 or len(core) < 2 or text[0] == "“" or not could_be_headline(text):
        return False
    if ends_sentence(text):
        return len(text) <= HEADING_LENGTH and len(lines[1].text) > 2 * len(text)
    return True


def _without_running_text(lines: Sequence[Line]) -> tuple[range, Headline | None]:
    """The core of a page on which no sentence stands: all of it, under the first line."""
    if len(lines) > 1 and (headline := find_headline(lines[:1], 1)):
        return range(1, len(lines)), headline
    return range(len(lines)), None


def _kind_above(lines: Sequence[Line], index: int, core_start: int, headline: Headline | None) -> Kind:
    """What a line over the first paragraph is."""
    text = lines[index].text
    if headline is not None and index in headline.above:
        return Kind.FURNITURE
    if is_byline(text):
        return Kind.BYLINE
    if is_furniture(text) or is_notice(text) or is_related_head(text):
        return Kind.FURNITURE
    if is_caption(text):
        return Kind.CAPTION
    if headline is not None and index < headline.title:
        return Kind.FURNITURE
    behind = core_start - index
    if is_heading_like(text) and behind <= _MOST_HEADINGS:
        return Kind.HEADING
    return Kind.BODY if ends_sentence(text) or behind <= _MOST_HEADINGS or headline is None else Kind.FURNITURE


def _kind_inside(lines: Sequence[Line], index: int, core: range) -> Kind:
    """What a line between the first and the last paragraph is."""
    text = lines[index].text
    if is_editor_line(text):
        return Kind.BYLINE
    if is_bar(text) or is_related_head(text):
        return Kind.FURNITURE
    if is_caption(text):
        return Kind.CAPTION
    if is_byline(text):
        return Kind.BYLINE
    return Kind.HEADING if _is_heading(lines, index, core) else Kind.BODY


def _is_heading(lines: Sequence[Line], index: int, core: range) -> bool:
    """Whether a line inside the article is a heading: short, followed by text, and not one of a list."""
    text = lines[index].text
    if not is_heading_like(text) or is_table_row(text) or index + 1 >= core.stop:
        return False
    if _CHAPTER.match(text):
        return True
    if is_list_item(text) and not _NUMBERED_HEAD.match(text):
        return False
    first = last = index
    while first > core.start and is_heading_like(lines[first - 1].text) and last - first < _MOST_HEADINGS:
        first -= 1
    while last + 1 < core.stop and is_heading_like(lines[last + 1].text) and last - first < _MOST_HEADINGS:
        last += 1
    return last - first < _MOST_HEADINGS and last + 1 < core.stop


def _kinds_below(lines: Sequence[Line], start: int) -> list[Kind]:
    """What the lines under the last paragraph are; behind the first end mark nothing belongs to the article."""
    kinds: list[Kind] = []
    ended = False
    for index in range(start, len(lines)):
        text = lines[index].text
        signed = is_byline(text) and not (ended and is_date_bar(text))
        if signed or (not ended and _is_signature(lines, index)):
            kinds.append(Kind.BYLINE)
        elif is_credit(text) and text.startswith("("):
            kinds.append(Kind.CAPTION)
        elif ended or _is_end_mark(text):
            kinds.append(Kind.FURNITURE)
        else:
            kinds.append(Kind.CAPTION if is_caption(text) else Kind.BODY)
        ended = ended or _is_end_mark(text) or is_editor_line(text)
    return kinds


def _is_end_mark(text: str) -> bool:
    """Whether the article is over where this line stands under it."""
    return is_furniture(text) or is_imprint(text) or is_related_head(text) or is_teaser(text)


def _is_signature(lines: Sequence[Line], index: int) -> bool:
    """Whether a line signs a document: the body that issued it, or the day under it."""
    text = lines[index].text
    if len(text) > _SIGNATURE_LENGTH or ends_sentence(text) or is_author_line(text):
        return False
    if find_day(text):
        return True
    return index + 1 < len(lines) and len(lines[index + 1].text) <= 12 and find_day(lines[index + 1].text) is not None
