"""What each line of a page is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from reader.model import Kind, Reason
from reader.model.patterns import pattern
from reader.restoration.layout.lines import (
    HEADING_LENGTH,
    Line,
    is_caption,
    is_heading_like,
    is_list_item,
    is_prose,
    is_table_row,
)
from reader.restoration.layout.marks import HANZI, ends_sentence
from reader.structure.bars import is_link_row, is_loose_bar
from reader.structure.bylines import is_author_line, is_byline, is_date_bar, is_editor_line
from reader.structure.core import find_core, pairs_of
from reader.structure.feet import find_end, seen_below
from reader.structure.furniture import BARS, Seen, furniture_code, is_related_head, outer_code, reason
from reader.structure.glued import take_apart
from reader.structure.headlines import find_headline, is_entry, is_slight, site_share
from reader.structure.heads import divide_heads
from reader.structure.markup import bare, front_matter
from reader.structure.titles import Headline, could_be_headline, is_column, is_lead_head
from reader.structure.wordings import excess

_CHINESE = pattern(HANZI)
_CHAPTER = pattern("第[〇零一二三四五六七八九十百\\d]{1,5}[编章节]")
_NUMBERED_HEAD = pattern(r"(?:[一二三四五六七八九十]{1,3}、|[(][一二三四五六七八九十]{1,3}[)])")
_SITE = frozenset(["bar", "label", "path", "links", "neighbour", "notice", "remains", "crew"])
"""Codes of what surely is of a site where it stands over an article."""
_ALWAYS = frozenset(["site", "teaser"])
"""Codes of what is no part of an article that opens with it, though nothing else is around."""
_LABEL_LENGTH = 12
"""A line among tools is part of them up to so many code points."""
_TOLD_LENGTH = 12
"""A sentence over what looks like the headline is text from so many code points on."""
_TOOL = 0.5
"""Of two tools side by side at least so much are words of the site."""
_READ = 40
"""What the headline says stands in the first so many lines of the text."""
_LABELLED = pattern(r"[^:。,]{2,10}:[^:。,]{0,30}")
"""A label and its value."""
_WORD_LENGTH = 4
"""A word is not longer, in code points."""
_SHORTEST_HEAD = 4
"""Straight over a date bar a line of so many code points may be a headline."""
_SAYS = 8
"""A line says something from so many code points on; a shorter one may be a name."""
_SPOKEN_OF = 0.5
"""At least so much of a headline stands in its text."""
_SURELY_WORDED = 0.5
"""When a line speaks so much more as pages do than headlines may, what stands over it may be of the site too."""
_NAME_LENGTH = 10
"""The name of an account is not longer."""
_MOST_HEADINGS = 3
"""More short lines in a row are a list, not headings."""


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page with what they are."""

    lines: Sequence[Line]
    """Not blank, in order."""
    kinds: tuple[Kind, ...]
    """What each line is."""
    reasons: tuple[Reason | None, ...]
    """Why a line is furniture; None for every other kind."""
    headline: Headline | None
    """Which lines are the headline."""


def classify(lines: Sequence[Line]) -> Page:
    """Say of every line what it is; a line that holds furniture beside text is divided."""
    lines = divide_heads(take_apart(lines))
    front = front_matter(lines)
    page = _classify([bare(line) for line in lines[front:]])
    headline = page.headline.shifted(front) if page.headline else None
    fields = front * (reason("around"),)
    return Page(lines, front * (Kind.FURNITURE,) + page.kinds, fields + page.reasons, headline)


def _classify(lines: Sequence[Line]) -> Page:
    """Say of every line below the fields what it is."""
    core = find_core(lines)
    headline = None
    if core:
        core = range(_below_date_bar(lines, core), core.stop)
        headline = find_headline(lines, core.start, core.stop)
        if headline is None and _is_call(lines, core):
            core = range(core.start + 1, core.stop)
            headline = find_headline(lines, core.start, core.stop)
    else:
        core, headline = _without_running_text(lines)
    site = _end_of_site(lines, core.start)
    if not site and headline is not None and headline.title > 1:
        headline = _opening_headline(lines) or headline
    top = _Top(lines, core, headline, site)
    seen = [
        *(_seen_above(top, index) for index in range(core.start)),
        *(_seen_inside(lines, index, core) for index in core),
        *seen_below(lines, core.stop),
    ]
    if headline is not None:
        for index in (headline.title, headline.rest, headline.subtitle):
            if index is not None:
                seen[index] = (Kind.TITLE, None)
        for index in headline.names:
            seen[index] = (Kind.BYLINE, None)
        if headline.kicker is not None:
            seen[headline.kicker] = (Kind.KICKER, None)
    reasons = tuple(reason(code) if code else None for _, code in seen)
    return Page(lines, tuple(kind for kind, _ in seen), reasons, headline)


def _below_date_bar(lines: Sequence[Line], core: range) -> int:
    """Where the core starts when the headline over a date bar looks like a sentence."""
    for index in core[:_MOST_HEADINGS]:
        if "。" in lines[index].text:
            break
        signed = index > core.start and could_be_headline(lines[core.start].text) and is_author_line(lines[index].text)
        if is_date_bar(lines[index].text) or signed:
            return min(index + 1, core.stop - 1)
    if core.start and len(core) > 1 and _is_subtitle(lines, core.start):
        return core.start + 1
    if len(core) > 2 and is_column(lines[core.start].text) and could_be_headline(lines[core.start + 1].text):
        return core.start + 2
    return core.start


def _is_subtitle(lines: Sequence[Line], index: int) -> bool:
    """Whether a line behind a dash is the subtitle of the one above, and no item of a list."""
    text, above, below = (lines[at].text for at in (index, index - 1, index + 1))
    return text.startswith("——") and not ends_sentence(text) and not below.startswith("——") and could_be_headline(above)


def _is_call(lines: Sequence[Line], core: range) -> bool:
    """Whether the first line of a page reads like text and is a headline: it calls, asks, or never ends."""
    text = lines[core.start].text
    if core.start > 0 or len(core) < 2 or text[0] == "“" or not could_be_headline(text):
        return False
    if ends_sentence(text):
        return len(text) <= HEADING_LENGTH and (len(lines[1].text) > 2 * len(text) or lines[1].text[0] in "问答")
    return True


def _without_running_text(lines: Sequence[Line]) -> tuple[range, Headline | None]:
    """The core of a page on which no sentence stands: what is under its date bar, or all of it under its first line."""
    start = len(lines)
    for index, line in enumerate(lines[: len(lines) // 2]):
        if outer_code(line.text) in ("related", "notice", "neighbour"):
            break
        if is_date_bar(line.text):
            start = index + 1
    while start < len(lines) and _is_tool_or_over_one(lines, start):
        start += 1
    headline = find_headline(lines, start, len(lines)) if start < len(lines) else None
    if headline or (0 < start < len(lines) and any(is_date_bar(line.text) for line in lines[:start])):
        return range(start, find_end(lines, start)), headline
    if len(lines) > 1 and (headline := find_headline(lines[:1], 1, 1)):
        return range(1, len(lines)), headline
    return range(len(lines)), None


def _is_tool_or_over_one(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is of the site, or a word that stands over such a line: `标签:`, `改革`, `分类:时政`."""
    text = lines[index].text
    if outer_code(text) or is_byline(text):
        return True
    return len(text) <= _WORD_LENGTH and any(
        outer_code(line.text) in BARS for line in lines[index + 1 : index + _MOST_HEADINGS]
    )


def _end_of_site(lines: Sequence[Line], core_start: int) -> int:
    """How many lines from the first on end with the last that surely is of the site, over the first paragraph."""
    for index in range(core_start, 0, -1):
        text = lines[index - 1].text
        if is_byline(text) or (outer_code(text) in _SITE and not (is_loose_bar(text) and _is_alone(lines, index - 1))):
            return index
        if outer_code(text) is None and excess(text) >= _SURELY_WORDED:
            return index
    return 0


def _is_alone(lines: Sequence[Line], index: int) -> bool:
    """Whether neither the line over one nor the line under it is of the site."""
    beside = [lines[at].text for at in (index - 1, index + 1) if 0 <= at < len(lines)]
    return not any(outer_code(text) or excess(text) >= _SURELY_WORDED for text in beside)


def _opening_headline(lines: Sequence[Line]) -> Headline | None:
    """The first line as the headline, or the second under a kicker, on a page over which no site stands."""
    return find_headline(lines[:1], 1, 1)


@dataclass(frozen=True)
class _Top:
    """What stands over the first paragraph."""

    lines: Sequence[Line]
    """All lines of the page."""
    core: range
    """The article, as indexes."""
    headline: Headline | None
    """Which lines are the headline."""
    site: int
    """So many lines from the first on end with the last that surely is of the site."""

    @cached_property
    def told(self) -> set[str]:
        """The pairs of characters of the first paragraphs."""
        return {pair for index in self.core[:_READ] for pair in pairs_of(self.lines[index].text)}

    def is_spoken_of(self, text: str) -> bool:
        """Whether the article speaks of what a line says, as it does of its headlines."""
        pairs = pairs_of(text)
        said = bool(pairs) and len(pairs & self.told) >= _SPOKEN_OF * len(pairs)
        return said and len(text) >= _SAYS and could_be_headline(text)


def _seen_above(top: _Top, index: int) -> Seen:
    """What a line over the first paragraph is."""
    lines, headline, stop = top.lines, top.headline, top.core.start
    text = lines[index].text
    if headline is not None and index in headline.above:
        return Kind.FURNITURE, "window"
    if is_byline(text):
        return Kind.BYLINE, None
    is_over = headline is not None and index < headline.title
    is_around = headline is not None and (index < top.site or (is_over and top.site > 0))
    code = outer_code(text)
    if code and (headline is None or is_over or is_around or code in _ALWAYS or furniture_code(text)):
        return Kind.FURNITURE, code
    if is_caption(text):
        return Kind.CAPTION, None
    if is_over and is_around:
        told = any(_is_told(line.text) for line in lines[max(0, index - _MOST_HEADINGS) : index + 1])
        if top.is_spoken_of(text):
            return Kind.HEADING, None
        return (Kind.BODY, None) if told else (Kind.FURNITURE, "above")
    if is_around and (_is_tool(lines, index, stop) or _is_button(lines, index, stop) or _is_entry(lines, index, stop)):
        return Kind.FURNITURE, "around"
    is_under = headline is not None and (is_around or (index > headline.title and _is_under_site(lines, index)))
    if is_under and (_is_worded(top, index) or _is_name(top, index)):
        return Kind.FURNITURE, "words"
    return (Kind.HEADING if is_heading_like(text) and stop - index <= _MOST_HEADINGS else Kind.BODY), None


def _is_under_site(lines: Sequence[Line], index: int) -> bool:
    """Whether what stands over a line is of the site."""
    above = lines[index - 1].text
    return is_byline(above) or outer_code(above) in BARS or excess(above) >= _SURELY_WORDED


def _is_worded(top: _Top, index: int) -> bool:
    """Whether a line under the headline speaks as pages do, and the text does not say it."""
    text = top.lines[index].text
    return excess(text) >= 0 and not is_lead_head(text) and not top.is_spoken_of(text)


def _is_name(top: _Top, index: int) -> bool:
    """Whether a short line under the headline stands over a row of tools, as the name of the account does."""
    text, below = (line.text for line in top.lines[index : index + 2])
    if index + 1 >= top.core.start or len(text) > _NAME_LENGTH or is_list_item(text) or ends_sentence(text):
        return False
    return excess(below) >= 0 and not is_lead_head(text) and not is_byline(below)


def _is_button(lines: Sequence[Line], index: int, core_start: int) -> bool:
    """Whether a short line under the headline stands over bars, or between them where it has no Chinese."""
    if len(lines[index].text) > _LABEL_LENGTH:
        return False
    if _CHINESE.search(text := lines[index].text):
        could_be = len(text) >= _SHORTEST_HEAD and could_be_headline(text) and site_share(text) < _TOOL
        is_signed = could_be and index + 1 < core_start and is_date_bar(lines[index + 1].text)
        return not is_signed and _is_among_bars(lines, index, core_start)
    return _is_between(lines, index, core_start)


def _is_entry(lines: Sequence[Line], index: int, core_start: int) -> bool:
    """Whether a line is a label and its value between others of the site."""
    return _LABELLED.fullmatch(lines[index].text) is not None and _is_between(lines, index, core_start)


def _is_between(lines: Sequence[Line], index: int, core_start: int) -> bool:
    """Whether the lines over and under a line over the text are of the site."""
    beside = [lines[at].text for at in (index - 1, index + 1) if 0 <= at < core_start]
    return len(beside) > 1 and all(is_byline(text) or outer_code(text) for text in beside)


def _is_tool(lines: Sequence[Line], index: int, core_start: int) -> bool:
    """Whether a line under the headline is a row or a count, or stands among bars as one of them."""
    text = lines[index].text
    if is_entry(text):
        return any(is_entry(lines[at].text) for at in (index - 1, index + 1) if 0 <= at < core_start)
    above, below = (lines[at].text if at < core_start else "" for at in (index - 1, index + 1))
    if min(site_share(text), max(site_share(above), site_share(below))) >= _TOOL and len(text) <= _LABEL_LENGTH:
        return not (is_list_item(text) or is_lead_head(text))
    if not is_slight(text) or is_list_item(text):
        return False
    if any(map(str.isdigit, text)) and site_share(text) < _TOOL:
        near = (lines[at].text for at in (index - 1, index + 1) if 0 <= at < len(lines))
        return len(text) <= _LABEL_LENGTH and not any(_is_tabled(other) for other in (text, *near))
    return " " in text or (below != "" and (is_byline(below) or outer_code(below) is not None))


def _is_tabled(text: str) -> bool:
    """Whether a line could be the row of a table, or of a time table."""
    return len(re.findall(r"\d+(?:[.:]\d+)?", text)) > 1 and outer_code(text) is None and not is_byline(text)


def _is_told(text: str) -> bool:
    """Whether a line over what looks like the headline is text of an article: sentences, or what leads to a list."""
    if ends_sentence(text) and len(text) >= _TOLD_LENGTH:
        return True
    return ("。" in text and is_prose(text)) or (text[-1] in ":;" and "," in text)


def _is_among_bars(lines: Sequence[Line], index: int, core_start: int) -> bool:
    """Whether a date bar or a row of tools stands between a line and the first paragraph."""
    below = (lines[at].text for at in range(index + 1, min(index + 1 + _MOST_HEADINGS, core_start)))
    return any((is_date_bar(text) and ":" in text) or outer_code(text) in BARS for text in below)


def _seen_inside(lines: Sequence[Line], index: int, core: range) -> Seen:
    """What a line between the first and the last paragraph is."""
    text = lines[index].text
    if is_editor_line(text):
        return Kind.BYLINE, None
    code = furniture_code(text)
    if code and not (code == "links" and _is_row_of_many(lines, index, core)):
        return Kind.FURNITURE, code
    if is_related_head(text):
        return Kind.FURNITURE, "related"
    if is_caption(text):
        return Kind.CAPTION, None
    if is_byline(text):
        return Kind.BYLINE, None
    return (Kind.HEADING if _is_heading(lines, index, core) else Kind.BODY), None


def _is_row_of_many(lines: Sequence[Line], index: int, core: range) -> bool:
    """Whether a row of short pieces stands beside another inside the article, as in a table or a list of names."""
    return any(
        (other in core and is_link_row(lines[other].text)) or (other in core and is_table_row(lines[other].text))
        for other in (index - 1, index + 1)
    )


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
