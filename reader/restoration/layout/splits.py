"""Lines that hold several paragraphs: an article on one line, with its headings and captions inside."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from reader.model import Edit, Reason, Span
from reader.model.patterns import pattern
from reader.restoration.layout.bar_items import opens_item
from reader.restoration.layout.breaks import (
    credit_end_breaks,
    gaps_tell,
    heading_break,
    item_breaks,
    sentence_breaks,
    wide_breaks,
)
from reader.restoration.layout.discourse import READABLE, discourse_breaks
from reader.restoration.layout.edges import signature_breaks, tail_breaks
from reader.restoration.layout.lines import Line, ends_in_credit, is_prose, median, read_lines
from reader.restoration.layout.marks import SPACES, ends_sentence
from reader.restoration.layout.mastheads import Masthead, read_masthead
from reader.restoration.layout.records import find_records
from reader.restoration.layout.rounds import find_in_rounds

_LONG = 250
"""Among other lines, a shorter one is not taken for a flattened page, in code points."""
_SHORTEST = 60
"""Nor is a shorter one that is the whole page."""
_FLATTENED = 6
"""Tenths of a page that stand in long lines when it was flattened."""
_ALONE = 9
"""Tenths of a page that stand in the one line that it is."""
_ENDLESS = 1500
"""No paragraph is longer, in code points."""
_PIECE = 30
"""Where every sentence has a gap behind it, paragraphs have at least this many code points in the middle."""
_SPARSE = 8
"""Gaps that stand closer than this on average, in code points, divide no paragraphs."""
_GAPLESS = 200
"""A line with fewer gaps than one in so many code points has lost those between its paragraphs."""
_ROUNDS = 3
"""Lines are taken apart at most so many times."""
_MANY = 3
"""So many numbered articles or items prove a flattened page whatever their length."""

_GAP = pattern(f"[{SPACES}]+")
_WIDE_GAP = pattern("[\t\u3000 \u00a0](?:(?<=\t)|(?<=\u3000)\u3000+|(?<=[ \u00a0])[ \u00a0]{3,})")
"""A tab, two ideographic spaces or four others, and more; a class comes first, since that is looked for fastest."""
_SENTENCE_END = pattern("[。!?…](?![。!?…”」)])")
_PROVING = frozenset({"layout.numbered", "layout.item", "layout.credit", "layout.picture", "layout.signature"})
"""Breaks that need no long paragraphs to be believed."""

Breaks = dict[Span, str]
"""Where a line is to be broken, with the code of the reason."""


def find_splits(text: str) -> list[Edit]:
    """Spaces where one paragraph ends and another begins, each replaced by a line end.

    A line is taken apart when long lines are (nearly) the whole page and its spaces divide it into pieces as long
    as paragraphs; elsewhere only a gap as wide as an indent after the end of a sentence divides. The pieces are looked
    at again as lines of their own.
    """
    return find_in_rounds(_splits, text, _ROUNDS)


def _splits(text: str) -> list[Edit]:
    least = _least_length(text)
    if least is None:
        return []
    records = find_records(text)
    lines = [line for line in read_lines(text) if not records.at(line.start)]
    whole = sum(line.end - line.start for line in lines)
    edits: list[Edit] = []
    under_bar = False
    for line in lines:
        length = line.end - line.start
        alone = length * 10 >= whole * _ALONE
        found = _breaks(line, alone, under_bar) if length >= (_SHORTEST if alone else least) else {}
        under_bar = under_bar or (length <= _LONG and opens_item(line.text, 0))
        for (start, end), reason in sorted((found or _indented(line)).items()):
            edits.append(Edit(line.start + start, line.start + end, "\n", "layout.split", Reason.of(reason)))
    return edits


def _least_length(text: str) -> int | None:
    """How long a line must be to be taken apart, or None when no line of the page is; in code points."""
    lines = text.split("\n")
    lengths = sorted(map(len, lines))
    whole = sum(lengths)
    long = sum(length for length in lengths if length >= _LONG)
    least = _LONG if long * 10 >= whole * _FLATTENED else _ENDLESS
    if lengths[-1] * 10 >= whole * _ALONE or _WIDE_GAP.search(text):
        return least
    return least if any(len(line) >= least and _GAP.search(line) for line in lines) else None


def _indented(line: Line) -> Breaks:
    """Gaps as wide as an indent behind a sentence or a credit; only the text as written tells wide spaces."""
    return {
        Span(*gap.span()): "layout.inner_indent"
        for gap in _WIDE_GAP.finditer(line.written)
        if ends_sentence(before := line.text[max(0, gap.start() - 40) : gap.start()]) or ends_in_credit(before)
    }


def _breaks(line: Line, alone: bool, under_bar: bool) -> Breaks:
    """The gaps that divide a flattened line, with their reasons; none when they do not make paragraphs.

    Args:
        line: A long line.
        alone: Whether it is (nearly) the whole page.
        under_bar: Whether what stands over an article stands on lines above.
    """
    text = line.text
    gaps = len(_GAP.findall(text))
    if gaps * _SPARSE > len(text):
        return {}
    masthead = Masthead({}, 0) if under_bar else read_masthead(text)
    if wide := wide_breaks(text, line.written):
        return _disjoint([wide, masthead.breaks, signature_breaks(text), dict(tail_breaks(text))])
    found: Breaks = dict(sentence_breaks(text))
    found.update(item_breaks(text, gapless=gaps * _GAPLESS < len(text)))
    found.update(signature_breaks(text))
    if not _are_paragraphs(text, found):
        found = {}
    found = {gap: reason for gap, reason in found.items() if gap.start >= masthead.end}
    if not found:
        return _undivided(text, masthead) if alone else {}
    pieces = _pieces(found, len(text))
    pieces[0] = Span(masthead.end, pieces[0].end)
    headings: Breaks = {}
    for piece in pieces:
        headings.update(credit_end_breaks(text, piece))
        headings.update(heading_break(text, piece))
    known = [*found, *headings, Span(masthead.end, masthead.end)]
    told = dict(discourse_breaks(text, known, 2 * READABLE)) if alone else {}
    return _disjoint([found, masthead.breaks, headings, dict(tail_breaks(text)), told])


def _undivided(text: str, masthead: Masthead) -> Breaks:
    """The breaks of a page without gaps between its paragraphs, and those around a headline over its only paragraph."""
    start = masthead.end
    found: Breaks = {}
    if is_prose(text[start:]):
        found.update(heading_break(text, Span(start, len(text)), sole=start == 0))
    under = dict(tail_breaks(text))
    known = [*found, *under, Span(start, start)]
    return _disjoint([masthead.breaks, found, under, dict(discourse_breaks(text, known, READABLE))])


def _pieces(found: Iterable[Span], length: int) -> list[Span]:
    cuts = [0, *sorted(span.end for span in found), length]
    return [Span(start, end) for start, end in pairwise(cuts)]


def _are_paragraphs(text: str, found: Breaks) -> bool:
    """Whether the pieces between breaks are paragraphs, not the sentences of a text with spaces behind its marks."""
    if sum(reason in _PROVING for reason in found.values()) >= _MANY:
        return True
    if gaps_tell(text):
        return True
    ends = len(_SENTENCE_END.findall(text))
    if len(found) >= _MANY and ends >= 2 * len(found):
        return True
    pieces = (text[piece.start : piece.end].rstrip(SPACES) for piece in _pieces(found, len(text)))
    return median([len(piece) for piece in pieces if piece and ends_sentence(piece)]) >= _PIECE


def _disjoint(groups: Iterable[Breaks]) -> Breaks:
    """All breaks of some groups, without those that overlap one of an earlier group."""
    found: Breaks = {}
    taken: set[int] = set()
    for group in groups:
        for span, reason in group.items():
            places = range(span.start, span.end + 1)
            if not any(place in taken for place in places):
                found[span] = reason
                taken.update(places)
    return found
