"""Lines that belong together: sentences cut by a blank line, and hard wraps."""

from __future__ import annotations

import re
from itertools import pairwise

from reader.model import Edit, Reason
from reader.restoration.layout.bridges import splits_word
from reader.restoration.layout.lines import (
    Line,
    is_caption,
    is_dateline,
    is_heading_like,
    is_list_item,
    is_prose,
    is_table_row,
    is_verse,
    read_lines,
)
from reader.restoration.layout.marks import CANNOT_START, OPENERS, closes, ends_sentence, first_mark, left_open
from reader.restoration.layout.wraps import Wrap, find_wrap
from reader.script.folding import simplify

_STOPS = ";:—…-"
"""After these a line may end although no sentence does: items of a list follow."""
_BROKEN_OFF = re.compile(r"(?:\.{3}|…).{0,8}$")
_CANNOT_BEGIN = re.compile("的(?![确士卢])|了(?![解不却然断如无结])|们")
"""Particles that no sentence begins with, unless they are part of a word."""
_REMEMBERED = 2000
"""How far back an open quotation is looked for, in code points."""


def find_joins(text: str) -> list[Edit]:
    """Breaks inside a sentence, each replaced by nothing, or by a space between two Latin words.

    Lists, verse, tables, headings and captions are left alone.
    """
    lines = read_lines(simplify(text))
    wrap = find_wrap(lines)
    edits: list[Edit] = []
    so_far = lines[0].text if lines else ""
    for line, following in pairwise(lines):
        reason = _join_reason(so_far, line, following, wrap)
        if reason is None:
            so_far = following.text
            continue
        glue = " " if _are_latin(text[line.end - 1], text[following.start]) else ""
        edits.append(Edit(line.end, following.start, glue, "layout.join", reason))
        so_far = so_far[-_REMEMBERED:] + glue + following.text
    return edits


def _are_latin(before: str, after: str) -> bool:
    return before.isascii() and after.isascii() and before.isalpha() and after.isalpha()


def _join_reason(so_far: str, line: Line, following: Line, wrap: Wrap | None) -> Reason | None:
    """Why two lines belong together, `so_far` being the paragraph that the first one ends; None when they do not."""
    if is_table_row(line.text) or is_table_row(following.text):
        return None
    if cut := cut_reason(so_far, following.text):
        return cut
    if wrap is None or not wrap.is_full(line, following) or wrap.starts_paragraph(following):
        return None
    if is_list_item(following.text) and (ends_sentence(line.text) or line.text[-1] in _STOPS + ")]"):
        return None
    if is_verse(line.text, following.text):
        return None
    return Reason.of("layout.wrapped", width=wrap.width)


def cut_reason(before: str, after: str) -> Reason | None:
    """Why what stands in two lines must be one sentence, in the simplified form; None when it need not.

    >>> cut_reason("与“严、真、细、实、", "快”要求一脉相承。").code
    'layout.cut_mark'
    >>> cut_reason("同志们:", "现在,我作报告。") is None
    True
    """
    if ends_sentence(before) or is_list_item(after):
        return None
    last, first = before[-1], after[0]
    if (first in CANNOT_START and not after.startswith("![")) or last in OPENERS + "、":
        return Reason.of("layout.cut_mark")
    if is_verse(before, after):
        return None
    if last == ",":
        return Reason.of("layout.cut_mark")
    if last in _STOPS or first in "…—":
        return None
    if _CANNOT_BEGIN.match(after) or splits_word(before, after):
        return Reason.of("layout.cut_word")
    opened = left_open(before[-_REMEMBERED:])
    if opened and closes(opened, first_mark(after)):
        return Reason.of("layout.cut_quotation")
    if _is_left_off(before) and _goes_on(after):
        return Reason.of("layout.cut_sentence")
    return None


def _is_left_off(text: str) -> bool:
    """Whether a line is running text that just stops, not broken off on purpose (…[详细])."""
    return is_prose(text) and not is_caption(text) and text[-1] not in ")]】" and not _BROKEN_OFF.search(text[-12:])


def _goes_on(text: str) -> bool:
    """Whether a line can be the rest of a sentence: it ends as a sentence and is nothing else."""
    return (
        not is_dateline(text)
        and not is_heading_like(text)
        and not is_caption(text)
        and (ends_sentence(text) or is_prose(text))
    )
