"""Lines that hold several paragraphs: an article on one line, with its headings and captions inside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from reader.model import Edit, Reason, Span
from reader.restoration.layout.edges import head_breaks, tail_breaks
from reader.restoration.layout.joins import cut_reason
from reader.restoration.layout.lines import (
    Line,
    ends_in_credit,
    is_caption,
    is_credit,
    is_heading_like,
    median,
    read_lines,
)
from reader.restoration.layout.marks import SPACES, Enclosures, ends_sentence
from reader.script.folding import simplify

_LONG = 250
"""A shorter line is not taken for a flattened page, in code points."""
_FLATTENED = 6
"""Tenths of a page that stand in long lines when it was flattened."""
_ENDLESS = 1500
"""No paragraph is longer, in code points."""
_PIECE = 45
"""Paragraphs of a flattened page have at least this many code points in the middle."""
_SPARSE = 8
"""Gaps that stand closer than this on average, in code points, divide no paragraphs."""
_MANY = 3
"""So many numbered articles or chapters prove a flattened page whatever their length."""
_LEAD = 80
"""A heading and its subheading end within so many code points of the start of a paragraph."""

_GAP = re.compile(f"[{SPACES}]+")
_WIDE_GAP = re.compile("\u3000{2,}|[ \u00a0]{4,}|\t")
_CREDIT = re.compile(r"\([^()。]{2,30}\)")
_PICTURE = re.compile("[■▲△▼]")
_NUMBERED = re.compile(rf"第[〇零一二三四五六七八九十百\d]{{1,5}}[编章节条][{SPACES}]")
_ATTRIBUTION = re.compile(r"[^。!?,“]{2,40}(?:说|表示|道|称|指出|强调|介绍|告诉记者)[。,:]")
_SPEECH_END = re.compile(r"[。!?…][”」]$")


def find_splits(text: str) -> list[Edit]:
    """Spaces where one paragraph ends and another begins, each replaced by a line end.

    A line is taken apart when long lines are (nearly) the whole page and its spaces divide it into pieces as long
    as paragraphs; elsewhere only a gap as wide as an indent after the end of a sentence divides.
    """
    simple = simplify(text)
    lines = read_lines(simple)
    lengths = [line.end - line.start for line in lines]
    long = sum(length for length in lengths if length >= _LONG)
    least = _LONG if long * 10 >= sum(lengths) * _FLATTENED else _ENDLESS
    edits: list[Edit] = []
    for line in lines:
        flat = _breaks(line) if line.end - line.start >= least else {}
        found = flat or _indented(line, text[line.start : line.end])
        for start, end, reason in sorted((*span, code) for span, code in found.items()):
            edits.append(Edit(line.start + start, line.start + end, "\n", "layout.split", Reason.of(reason)))
    return edits


def _indented(line: Line, written: str) -> dict[Span, str]:
    """Gaps as wide as an indent behind a sentence or a credit; only the text as written tells wide spaces."""
    return {
        Span(*gap.span()): "layout.inner_indent"
        for gap in _WIDE_GAP.finditer(written)
        if ends_sentence(before := line.text[max(0, gap.start() - 40) : gap.start()]) or ends_in_credit(before)
    }


def _breaks(line: Line) -> dict[Span, str]:
    """The gaps that divide a flattened line, with their reasons; none when they do not make paragraphs."""
    if len(_GAP.findall(line.text)) * _SPARSE > len(line.text):
        return {}
    found = dict(_sentence_breaks(line.text))
    if not found:
        return {}
    cuts = [0, *(span.end for span in found), len(line.text)]
    pieces = [Span(start, end) for start, end in pairwise(cuts)]
    lengths = [piece.length for piece in pieces if ends_sentence(line.text[piece.start : piece.end].rstrip(SPACES))]
    numbered = sum(reason == "layout.numbered" for reason in found.values())
    if median(lengths) < _PIECE and numbered < _MANY:
        return {}
    head, start = head_breaks(line.text, pieces[0].end)
    pieces[0] = Span(start, pieces[0].end)
    found.update(head)
    found.update(tail_breaks(line.text))
    for piece in pieces:
        found.update(_heading_break(line.text, piece))
    return found


def _sentence_breaks(text: str) -> Iterator[tuple[Span, str]]:
    """Gaps behind a sentence or a credit, and before a credit or the mark of a picture."""
    enclosures = Enclosures(text)
    for gap in _GAP.finditer(text):
        before, after = text[max(0, gap.start() - 40) : gap.start()], text[gap.end() : gap.end() + 48]
        if enclosures.at(gap.start()) or not after:
            continue
        credit = _CREDIT.match(after)
        behind_credit = before.endswith(("摄", "图")) and ends_in_credit(before)
        if before.endswith(")"):
            behind_credit = is_caption(before[before.rfind("(") :])
        if behind_credit or (credit and is_credit(credit.group())):
            yield Span(*gap.span()), "layout.credit"
        elif _NUMBERED.match(after):
            yield Span(*gap.span()), "layout.numbered"
        elif _PICTURE.match(after):
            yield Span(*gap.span()), "layout.picture"
        elif ends_sentence(before) and not (_SPEECH_END.search(before) and _ATTRIBUTION.match(after)):
            yield Span(*gap.span()), "layout.paragraph"


def _heading_break(text: str, piece: Span) -> Iterator[tuple[Span, str]]:
    """The gap behind the heading that a piece of running text opens with."""
    start = piece.start
    if not ends_sentence(text[start : piece.end].rstrip(SPACES)) or _NUMBERED.match(text, start):
        return
    last: Span | None = None
    for gap in _GAP.finditer(text, start, min(piece.end, start + _LEAD)):
        heading, rest = text[start : gap.start()], text[gap.end() : piece.end]
        if len(heading) >= 4 and is_heading_like(heading) and len(rest) > 20 and not cut_reason(heading, rest):
            last = Span(*gap.span())
    if last is not None:
        yield last, "layout.heading"
