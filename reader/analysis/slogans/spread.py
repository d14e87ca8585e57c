"""The members of a numbered formulation that stand in sentences, paragraphs or headings of their own."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import count, zip_longest

from reader.analysis.slogans.builds import are_alike, are_equally_long, shared_from_left
from reader.analysis.slogans.candidates import Part, stated_parts
from reader.analysis.slogans.lines import MARKS, Line, bare, clauses, split_highest, split_span, without_ordinal
from reader.analysis.slogans.mentions import REACH, Mention, around
from reader.analysis.slogans.numbered import noun_of
from reader.analysis.slogans.words import OPENERS
from reader.model import Basis, Kind, Span

_ITEM = re.compile(
    r"(?:^|(?<=[,。;:!?—“]))(?:[一二三四五六七八九十]+(?:是|要|看|抓|破|立)|第[一二三四五六七八九十]+[步条招项关]?[,:是]|其[一二三四五六七八九十]+[,是]|首先,|其次,|再次,|最后,)"
)
_BELOW = 10
"""Paragraphs below a name, for each member, in which the headings are that list them."""


def framed(mention: Mention, lines: Sequence[Line]) -> tuple[Part, ...]:
    """Clauses that begin alike and end in the noun of the name, spread over sentences or paragraphs."""
    noun = noun_of(mention.name)
    if len(noun) < 2 or mention.declared is None or mention.declared < 2:
        return ()
    stretches = list(around(mention, lines))
    if sum(line.text.count(noun, stretch.start, stretch.end) for line, stretch in stretches) < mention.declared:
        return ()
    frame = re.compile(rf"(?:^|(?<=[。;!?—:{MARKS}]))[^。;:!?—{MARKS}]{{3,40}}?{re.escape(noun)}(?=[。,;:]|$)")
    groups: dict[str, list[tuple[Line, Span]]] = {}
    for line, stretch in stretches:
        for match in frame.finditer(line.text, stretch.start, stretch.end):
            groups.setdefault(match.group()[:2], []).append((line, Span(*match.span())))
    for found in groups.values():
        if len(found) == mention.declared:
            return _framed_parts(found)
    return ()


def _framed_parts(found: Sequence[tuple[Line, Span]]) -> tuple[Part, ...]:
    """Members that head a paragraph or a sentence, each explained by what follows it there, without the frame."""
    parts = []
    shared = shared_from_left([line.words(span) for line, span in found])
    prefix = next(place for place in count() if place not in shared)
    for (line, span), after in zip_longest(found, found[1:]):
        stop = after[1].start if after and after[0].index == line.index else len(line.text)
        start = span.end + 1
        says = (line.passage(Span(start, stop)),) if start < stop else ()
        member = Span(span.start + prefix, span.end)
        parts.append(Part(line.words(member), Basis.STATED, line.passage(member), says))
    return tuple(parts)


def itemised(mention: Mention, lines: Sequence[Line]) -> tuple[Part, ...]:
    """Items that 一是, 二是 or 第一, 第二 open, in the paragraph of the name or the next ones."""
    found: list[tuple[Line, Span]] = []
    for line, stretch in around(mention, lines):
        start = mention.span.end if line.index == mention.line.index else stretch.start
        for match in _ITEM.finditer(line.text, start, stretch.end):
            if line.index >= mention.line.index:
                item = next(clauses(line.text, Span(match.end(), min(len(line.text), match.end() + REACH))), None)
                found.extend([(line, bare(line.text, item))] if item else [])
    if mention.takes([span for _, span in found]):
        return tuple(Part(line.words(span), Basis.STATED, line.passage(span)) for line, span in found)
    return ()


def headlines_after(mention: Mention, lines: Sequence[Line]) -> tuple[Part, ...]:
    """Headings below the name that open with a numeral and a part that ends in the noun of the name."""
    noun = noun_of(mention.name)
    found: list[tuple[Line, Span]] = []
    place = bisect_left(lines, mention.line.index, key=lambda line: line.index)
    for line in lines[place + 1 : place + 1 + _BELOW * (mention.declared or 1)]:
        if noun and line.kind is Kind.HEADING:
            head = next(clauses(line.text, without_ordinal(line), ":,—"), None)
            if head and line.words(head).endswith(noun) and head.length > len(noun):
                found.append((line, head))
    if not mention.takes([head for _, head in found]):
        return ()
    openers = [OPENERS.match(line.text, head.start, head.end) for line, head in found]
    if len({opener and opener.group() for opener in openers}) == 1:
        found = [
            (line, Span(o.end() if o else head.start, head.end)) for (line, head), o in zip(found, openers, strict=True)
        ]
    return tuple(Part(line.words(head), Basis.STATED, line.passage(head)) for line, head in found)


_NAME_TAIL = re.compile(r"[”’」』]?[^,。;:“”]{0,6},")
"""What stands between a name and the list that follows it: “三评”办法,评质量不评数量、…"""
_QUESTIONS = re.compile(r"(?:[^。!?;:,]{2,16}\?){2,}")
"""Questions in a row."""
_OPENING = 14
"""Code points of a sentence at most that opens a paragraph as a member."""


def following(mention: Mention, lines: Sequence[Line]) -> tuple[Part, ...]:
    """A list of equal build, or of which every part has the noun of the name, behind a comma."""
    line = mention.line
    tail = _NAME_TAIL.match(line.text, mention.span.end)
    clause = tail and next(clauses(line.text, Span(tail.end(), len(line.text))), None)
    parts = split_span(line.text, clause, "、") if clause else []
    if mention.takes(parts) and _belong(mention, [line.words(part) for part in parts]):
        return stated_parts(line, parts)
    return ()


def _belong(mention: Mention, texts: Sequence[str]) -> bool:
    """Whether parts are of equal build, or each has the character that the name counts."""
    return are_alike(texts) or (
        noun_of(mention.name) != "" and all(noun_of(mention.name)[-1] in text for text in texts)
    )


def below_heading(mention: Mention, lines: Sequence[Line]) -> tuple[Part, ...]:
    """A list, a quotation or questions in the paragraphs under the heading that names the set."""
    if not mention.line.is_headline:
        return ()
    place = bisect_left(lines, mention.line.index, key=lambda line: line.index)
    for line in lines[place + 1 : place + 1 + _UNDER]:
        if line.is_headline:
            break
        for stretch in _lists(line, asked="问" in mention.name):
            parts = [bare(line.text, part) for part in _listed(line, stretch)]
            if mention.takes(parts) and _belong_below(mention, line, parts):
                return stated_parts(line, _without_verb(line, parts))
    return ()


_UNDER = 4
"""Paragraphs under a heading in which its set is looked for."""


def _lists(line: Line, *, asked: bool) -> list[Span]:
    """Stretches of a paragraph that may be a list: quotations, clauses, and questions where the name asks them."""
    questions = [Span(*match.span()) for match in _QUESTIONS.finditer(line.text)] if asked else []
    quoted = [quotation.span for quotation in line.quotations if "、" in line.words(quotation.span)]
    return [*questions, *quoted, *(c for c in clauses(line.text, Span(0, len(line.text))) if "、" in line.words(c))]


def _listed(line: Line, stretch: Span) -> list[Span]:
    if line.text[stretch.end - 1] == "?":
        return split_span(line.text, stretch, "?")
    return split_highest(line.text, stretch)


def _belong_below(mention: Mention, line: Line, parts: Sequence[Span]) -> bool:
    return line.text[parts[-1].end : parts[-1].end + 1] == "?" or _belong(mention, [line.words(part) for part in parts])


def _without_verb(line: Line, parts: list[Span]) -> list[Span]:
    """Parts of which the first is no longer than the rest by what leads up to it: 要|马上就办."""
    opener = OPENERS.match(line.text, parts[0].start, parts[0].end)
    if opener and parts[0].length > parts[1].length and parts[0].end - opener.end() >= 2:
        return [Span(opener.end(), parts[0].end), *parts[1:]]
    return parts


def opening_paragraphs(mention: Mention, lines: Sequence[Line]) -> tuple[Part, ...]:
    """Short sentences that open as many paragraphs in a row, each with the character that the name counts."""
    noun = noun_of(mention.name)
    found: list[tuple[Line, Span]] = []
    place = bisect_left(lines, mention.line.index, key=lambda line: line.index)
    for line in lines[place + 1 : place + 2 + 3 * mention.size]:
        start = without_ordinal(line).start
        head = next(clauses(line.text, Span(start, len(line.text)), "。:;!—"), None) if noun else None
        if head and noun[-1] in line.words(head) and head.length <= _OPENING:
            found.append((line, head))
        elif found:
            break
    if not mention.takes([head for _, head in found]) or not are_equally_long([line.words(h) for line, h in found]):
        return ()
    return tuple(_opening_part(line, head) for line, head in found)


def _opening_part(line: Line, head: Span) -> Part:
    rest = Span(head.end + 1, len(line.text))
    says = (line.passage(rest),) if rest.start < rest.end else ()
    return Part(line.words(head), Basis.STATED, line.passage(head), says)
