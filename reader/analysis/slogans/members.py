"""The members of a numbered formulation, wherever the text gives them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from reader.analysis.slogans.builds import are_alike
from reader.analysis.slogans.candidates import Part, stated_parts
from reader.analysis.slogans.codes import digits_explained, groups_explained
from reader.analysis.slogans.lines import (
    MARKS,
    Line,
    Quotation,
    bare,
    clauses,
    coordinated,
    split_highest,
    split_span,
)
from reader.analysis.slogans.mentions import REACH, Finder, Mention, around
from reader.analysis.slogans.numbered import is_number_name, noun_of, value_of
from reader.analysis.slogans.spread import (
    below_heading,
    following,
    framed,
    headlines_after,
    itemised,
    opening_paragraphs,
)
from reader.analysis.slogans.words import FOCUS, INTRODUCTION, NUMERAL, OPENERS
from reader.lexicons.formulations import formulations
from reader.lexicons.words import frequency
from reader.model import Basis, Span

_LINK = re.compile(r"[”’」』]?(?:这|等|的|之|为|是|以|作为|为内容|为主要内容|为核心|为重点)*[“‘「『]?$")
_IS_CALLED = re.compile(r"(?:(?:——|,|:)?[^,、;。]{0,24}(?:的|之|这|(?<!尤其)(?<!特别)是|即|:|——|等))?")
"""What stands between a list and its name, without quotation marks."""
_LOOKED_AT = 8
"""Mentions of one name whose surroundings are looked at."""
_CLOSE = 24
"""Code points before a name in which a link or a verb stands that belongs to it."""
_SHOWN = re.compile(r"(?:持续|继续|全面|均|都|已|首次|不断)*(?:呈现|实现|迎来|取得|达到|保持|获得|获)(?:了)?$")
"""The verb of a list that is its subject: 面积和强度持续呈现“双下降”."""
_CLOSED = "”’」』"
_AFTER = re.compile(r"[”’」』]?[^,。;:“”]{0,6}?(?:,?(?:即|是指|就是|包括|分别是|分别为|指的是|也就是)[:,]?|[:(]|——)")


def find_members(mentions: Sequence[Mention], lines: Sequence[Line]) -> tuple[Part, ...]:
    """The members of a numbered formulation: the first way that gives the declared number, else the lexicon's."""
    for finder in _WAYS:
        for mention in mentions[:_LOOKED_AT]:
            if parts := finder(mention, lines):
                return _without_items(parts)
    return listed_members(mentions[0].name)


def _without_items(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Members without the 一是, 二是 that number them."""
    items = [_ITEM.match(part.text) for part in parts]
    if not all(item and part.passage for item, part in zip(items, parts, strict=True)):
        return parts
    return tuple(_shortened(part, item.end()) for part, item in zip(parts, items, strict=True) if item)


def _shortened(part: Part, places: int) -> Part:
    """A member without its first code points."""
    passage = part.passage and part.passage._replace(start=part.passage.start + places)
    return replace(part, text=part.text[places:], passage=passage)


_ITEM = re.compile(r"[一二三四五六七八九十]+是(?=..)")


def listed_members(name: str) -> tuple[Part, ...]:
    """The members that a lexicon lists for a name."""
    known = formulations().get(name)
    return tuple(Part(text, Basis.LEXICON, None) for text in known.members) if known else ()


def _quotations_near(mention: Mention) -> list[Quotation]:
    """Quotations of the paragraph within reach of the name, the name's own excepted."""
    quotations = mention.line.quotations
    low = bisect_left(quotations, mention.span.start - REACH, key=lambda quotation: quotation.start)
    high = bisect_left(quotations, mention.span.end + REACH, key=lambda quotation: quotation.start)
    return [q for q in quotations[low:high] if not q.span.overlaps(mention.span)]


def quotation_beside(mention: Mention, lines: Sequence[Line]) -> tuple[Part, ...]:
    """A quotation in the same sentence with as many parts as the name declares."""
    line = mention.line
    sentence = line.sentence_at(mention.span.start)
    near = [q for q in _quotations_near(mention) if sentence.covers(q.span)]
    for quotation in near:
        parts = [bare(line.text, part) for part in split_highest(line.text, quotation.span)]
        adjoins = len(_between(line.text, quotation.span, mention.span)) <= _ADJOINING
        takes = mention.takes_beside(parts) if adjoins else mention.takes(parts)
        if takes and _is_linked(mention, quotation, parts):
            return stated_parts(line, parts)
    names = [q.span for q in near if q.span.end <= mention.span.start]
    closest = names[-(mention.declared or 0) :]
    if mention.takes(closest) and _adjoin(line.text, [*closest, mention.span]):
        return stated_parts(line, closest)
    return ()


_ADJOINING = 2
"""Code points at most between a list and the name that it adjoins."""


def quotation_about(mention: Mention, lines: Sequence[Line]) -> tuple[Part, ...]:
    """A quotation some sentences away of which every part opens with what “五小” counts: it is likely to be the set."""
    noun = noun_of(mention.name)
    for line, stretch in around(mention, lines) if noun else ():
        for quotation in (q for q in line.quotations if stretch.covers(q.span)):
            parts = [bare(line.text, part) for part in split_highest(line.text, quotation.span)]
            if mention.takes(parts) and all(line.text.startswith(noun, part.start) for part in parts):
                return stated_parts(line, parts, Basis.INFERRED)
    return ()


def _is_linked(mention: Mention, quotation: Quotation, parts: Sequence[Span]) -> bool:
    """Whether a quotation is what a name stands for: a link between them, or the noun of the name in every part."""
    noun = noun_of(mention.name)
    texts = [mention.line.words(part) for part in parts]
    if noun and all(noun in text if len(noun) > 1 else text.startswith(noun) for text in texts):
        return True
    return bool(_IS_CALLED.fullmatch(_between(mention.line.text, quotation.span, mention.span)))


def _between(text: str, one: Span, other: Span) -> str:
    """What stands between two stretches, without quotation marks."""
    gap = text[min(one.end, other.end) : max(one.start, other.start)]
    return "".join(character for character in gap if character not in MARKS)


def _adjoin(text: str, spans: Sequence[Span]) -> bool:
    """Whether nothing but marks and links stands between stretches."""
    return all(
        re.fullmatch(r"[”’」』]?(?:、|和|与|及|以及|的|等)*[“‘「『]?", text[a.end : b.start])
        for a, b in pairwise(spans)
    )


def list_before(mention: Mention, lines: Sequence[Line]) -> tuple[Part, ...]:
    """An inline list that runs up to the name: 讓A、B、C“三种精神”."""
    line = mention.line
    sentence = line.sentence_at(mention.span.start)
    close = max(sentence.start, mention.outer.start - _CLOSE)
    link = _LINK.search(line.text, close, mention.span.start)
    end = link.start() + (line.text[link.start()] in _CLOSED) if link and link.group() else mention.outer.start
    sentence = Span(max(sentence.start, mention.span.start - REACH * 2), sentence.end)
    if line.text[mention.outer.start - 1 : mention.outer.start] in tuple("、,和与及"):
        return ()
    if shown := _SHOWN.search(line.text, close, end):
        end = shown.start()
    if end <= sentence.start or INTRODUCTION.search(line.text, close, mention.outer.start):
        return ()
    before = list(clauses(line.text, Span(sentence.start, end)))
    parts = split_span(line.text, before[-1], "、") if before else []
    if not parts:
        return ()
    parts = [*parts[:-1], *coordinated(line.text, parts[-1])]
    if mention.takes_beside(parts):
        return stated_parts(line, _trimmed(line.text, parts))
    parts = split_span(line.text, Span(sentence.start, end), ",")
    if mention.takes_beside(parts) and are_alike([line.words(part) for part in parts[1:]]):
        return stated_parts(line, _trimmed(line.text, parts))
    return ()


def _trimmed(text: str, parts: Sequence[Span]) -> list[Span]:
    """Parts with what leads up to the first one cut off, and marks around each."""
    first, *rest = parts
    for clause in clauses(text, first):
        first = clause
    first = _without_opener(text, first, min(part.length for part in rest), max(part.length for part in rest))
    length = rest[0].length
    cut = Span(first.end - length, first.end)
    alike = len(rest) > 1 and are_alike([text[part.start : part.end] for part in (cut, *rest)])
    whole = frequency(text[cut.start : cut.start + 2]) or text[cut.start] == text[rest[0].start]
    if first.length > length + 1 and (alike or len(rest) == 1) and whole:
        first = cut
    return _in_marks(text, [first, *rest]) or [bare(text, part) for part in (first, *rest)]


_MARKED = re.compile(rf"[^{MARKS}]{{0,8}}[“‘「『](?P<name>[^{MARKS}]+)[”’」』](?P<head>[^{MARKS}]{{1,4}})")
"""A part that names something in marks and says what it is: 共创“美丽乡村”行动."""


def _in_marks(text: str, parts: Sequence[Span]) -> list[Span]:
    """The names in marks of parts that all say the same of them; none otherwise."""
    found = [_MARKED.fullmatch(text, part.start, part.end) for part in parts]
    names = [match for match in found if match]
    alike = len(names) == len(parts) and len({match["head"] for match in names}) == 1
    return [Span(*match.span("name")) for match in names] if alike else []


def _without_opener(text: str, first: Span, shortest: int, longest: int) -> Span:
    """A first part without the verb it hangs on: at its start, or inside where it would be longer than all others."""
    opener = OPENERS.match(text, first.start, first.end)
    if opener and first.end - opener.end() >= 2:
        first = Span(opener.end(), first.end)
    if first.length <= longest + 1:
        return first
    found = OPENERS.finditer(text, first.start, first.end)
    cuts = [Span(match.end(), first.end) for match in found if not (opener and match.group() in _CONJUNCTIONS)]
    fitting = [cut for cut in cuts if cut.length >= max(2, shortest - 2) and cut.length <= longest + 1]
    if not fitting and cuts and first.length > 2 * longest:
        return min(cuts, key=lambda cut: cut.length)
    return fitting[0] if fitting else first


_CONJUNCTIONS = ("和", "与", "以及")
"""What may join two halves of one member, where its list begins at a verb: 抢抓黄河流域生态保护和高质量发展、…"""


def list_after(mention: Mention, lines: Sequence[Line]) -> tuple[Part, ...]:
    """A list behind the name: in brackets, after a colon, a dash or 即."""
    line = mention.line
    opening = _AFTER.match(line.text, mention.span.end)
    if not opening:
        return ()
    start = _behind_another_name(line, opening.end())
    in_brackets = line.text[start - 1] == "("
    stop = line.text.find(")" if in_brackets else "。", start)
    end = min(stop if stop >= 0 else len(line.text), start + 80 * (mention.declared or 2))
    for separators in (";", ",", "、", "、;", "、,;"):
        parts = [bare(line.text, part) for part in split_span(line.text, Span(start, end), separators)]
        if "、" in separators and parts:
            parts = [*parts[:-1], *coordinated(line.text, parts[-1])]
        if mention.takes_beside(parts):
            return _explained_parts(line, _without_shared_verb(line.text, parts))
    return ()


def _behind_another_name(line: Line, start: int) -> int:
    """Where a list begins that a second name of the set stands before: 即“三个工作理念”,上下联动,…"""
    place = bisect_left(line.quotations, start + 1, key=lambda quotation: quotation.start)
    named = line.quotations[place] if place < len(line.quotations) else None
    if named is None or named.start != start + 1 or not is_number_name(line.words(named.span)):
        return start
    return named.end + 2 if line.text[named.end + 1 : named.end + 2] in tuple(",:;") else start


def _without_shared_verb(text: str, parts: list[Span]) -> list[Span]:
    """Parts that all begin alike once the verb of the first is cut off: 建设|十条景观路、十个公园."""
    opener = OPENERS.match(text, parts[0].start, parts[0].end)
    begins = {text[part.start] for part in parts[1:]}
    if opener and text[parts[0].start] not in begins and begins == {text[opener.end()]}:
        return [Span(opener.end(), parts[0].end), *parts[1:]]
    return parts


def _explained_parts(line: Line, spans: Sequence[Span]) -> tuple[Part, ...]:
    """Members of a list; what follows the last one alone is about all of them."""
    parts = tuple(_explained_part(line, span) for span in spans)
    if any(part.says for part in parts[:-1]):
        return parts
    return (*parts[:-1], replace(parts[-1], says=()))


def _explained_part(line: Line, span: Span) -> Part:
    """A member of a list that may go on to explain it: its first clause, and what follows that."""
    member = bare(line.text, next(clauses(line.text, span), span))
    says = (line.passage(Span(member.end + 1, span.end)),) if member.end + 1 < span.end else ()
    return Part(line.words(member), Basis.STATED, line.passage(member), says)


def ending_alike(mention: Mention, lines: Sequence[Line]) -> tuple[Part, ...]:
    """A list in one sentence whose items end in the noun of the name: 讓…的担当精神,…,…的谦让精神."""
    noun = noun_of(mention.name)
    if len(noun) < 2 or mention.declared is None or mention.declared < 2:
        return ()
    for line, stretch in around(mention, lines):
        for sentence in clauses(line.text, stretch, "。!?"):
            if line.words(sentence).count(noun) < mention.declared:
                continue
            parts = _chunks(line, sentence, noun)
            if mention.takes(parts):
                return stated_parts(line, _trimmed(line.text, parts))
    return ()


def _chunks(line: Line, sentence: Span, noun: str) -> list[Span]:
    """Stretches of a sentence that each end in a noun, at a separator but for the last."""
    ends = [match.end() for match in re.finditer(re.escape(noun), line.words(sentence))]
    parts: list[Span] = []
    start = sentence.start
    for place, end in enumerate(sentence.start + end for end in ends):
        if place == len(ends) - 1 or line.text[end : end + 1] in tuple(",、;“‘「『"):
            if line.text[end : end + 1] not in tuple(_CLOSED):
                parts.append(Span(start, end))
            start = end + 1
    return [part for part in parts if part.length > len(noun)]


def inferred(mention: Mention, lines: Sequence[Line]) -> tuple[Part, ...]:
    """The objects of 聚焦 or 围绕 in the same sentence, where there are as many as declared."""
    line = mention.line
    sentence = line.sentence_at(mention.span.start)
    if line.text[mention.outer.start - 1 : mention.outer.start] in tuple("、和与及"):
        return ()
    for focus in FOCUS.finditer(line.text, max(sentence.start, mention.span.start - REACH), mention.span.start):
        objects = next(clauses(line.text, Span(focus.end(), mention.span.start)), None)
        if objects is None:
            continue
        parts = split_span(line.text, objects, "、") or [objects]
        parts = [*parts[:-1], *coordinated(line.text, parts[-1])]
        if mention.takes(parts):
            return stated_parts(line, [bare(line.text, part) for part in parts], Basis.INFERRED)
    return ()


_TWO_NUMBERS = re.compile(
    rf"(?P<first>[{NUMERAL}])个?(?P<one>[^{NUMERAL}个])(?P<second>[{NUMERAL}])个?(?P<other>[^{NUMERAL}个])$"
)


def two_kinds(mention: Mention, lines: Sequence[Line]) -> tuple[Part, ...]:
    """The items of a name with two numbers: 三查三改 → three that begin with 查, then three with 改."""
    name = _TWO_NUMBERS.match(mention.name)
    opening = _AFTER.match(mention.line.text, mention.span.end) or re.compile("[”’」』][^,。;:“”]{0,6},").match(
        mention.line.text, mention.span.end
    )
    if not name or not opening:
        return ()
    line, start = mention.line, opening.end()
    stop = line.text.find("。", start, start + REACH)
    end = stop if stop >= 0 else line.sentence_at(start).end
    parts = [bare(line.text, part) for part in split_span(line.text, Span(start, end), ",、;。)")]
    kinds = [name["one"]] * (value_of(name["first"]) or 0) + [name["other"]] * (value_of(name["second"]) or 0)
    both = parts[: value_of(name["first"]) or 0]
    if name["first"] == name["second"] and len(both) * 2 == len(kinds):
        pattern = re.compile(f"{name['one']}.+{name['other']}")
        if all(pattern.match(line.words(part)) for part in both):
            return stated_parts(line, both)
    texts = [line.words(part) for part in parts[: len(kinds)]]
    if len(texts) == len(kinds) and all(kind in text for kind, text in zip(kinds, texts, strict=True)):
        return stated_parts(line, parts[: len(kinds)])
    return ()


def repeating_the_noun(mention: Mention, lines: Sequence[Line]) -> tuple[Part, ...]:
    """Parts that begin or end with the noun of the name, about it in its paragraph; fewer than declared if alike."""
    noun, line, declared = noun_of(mention.name), mention.line, mention.declared
    if len(noun) < 2 or declared is None or declared < 2:
        return ()
    sentence = line.sentence_at(mention.span.start)
    before = split_span(line.text, Span(max(sentence.start, mention.span.start - REACH), mention.outer.start), "、,")
    listed = [part for part in before if line.words(part).endswith(noun) and part.length > len(noun)]
    if mention.takes(listed) and are_alike([line.words(part) for part in listed[1:]]):
        return stated_parts(line, _trimmed(line.text, listed))
    after = Span(mention.outer.end, min(len(line.text), mention.span.end + REACH))
    parts = [bare(line.text, part) for part in split_span(line.text, after, "、,;:。!")]
    opening = [part for part in parts if line.text.startswith(noun, part.start) and part.length > len(noun)]
    closing = [part for part in parts if line.words(part).endswith(noun) and part.length > len(noun)]
    for found in (opening, closing):
        if mention.takes(found):
            return stated_parts(line, found)
    if 3 <= len(closing) < declared and are_alike([line.words(part) for part in closing]):
        return stated_parts(line, closing)
    return ()


_WAYS: tuple[Finder, ...] = (
    digits_explained,
    groups_explained,
    quotation_beside,
    framed,
    list_after,
    list_before,
    following,
    below_heading,
    opening_paragraphs,
    repeating_the_noun,
    inferred,
    ending_alike,
    itemised,
    two_kinds,
    headlines_after,
    quotation_about,
)
"""Every way, in the order in which they are believed."""
