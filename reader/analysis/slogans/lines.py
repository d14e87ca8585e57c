"""The paragraphs of an article as the rules read them: simplified, with their quotations and clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from reader.model import Article, Kind, Passage, Span, digested
from reader.script.folding import simplify

_CLOSING = {"”": "“", "’": "‘", "」": "「", "』": "『"}
_OPENING = frozenset(_CLOSING.values())
MARKS = "“”‘’「」『』"
"""Every quotation mark."""
_SENTENCE_END = re.compile(r"[。!?;…]+[”’」』)]*")


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between two quotation marks of a line."""

    start: int
    """First code point inside the marks."""
    end: int
    """The code point of the closing mark."""
    depth: int
    """How many quotations it stands in."""

    @property
    def span(self) -> Span:
        """The stretch inside the marks."""
        return Span(self.start, self.end)


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of a text, nested ones too, by their start; marks without a partner open nothing.

    >>> [text[q.start:q.end] for text in ["「甲『乙』」“丙"] for q in find_quotations(text)]
    ['甲『乙』', '乙']
    """
    opened: list[tuple[str, int]] = []
    found: list[Quotation] = []
    waiting = dict.fromkeys(_OPENING, 0)
    for place in (match.start() for match in re.finditer(f"[{MARKS}]", text)):
        mark = text[place]
        if mark in _OPENING:
            opened.append((mark, place + 1))
            waiting[mark] += 1
        elif waiting[_CLOSING[mark]]:
            while True:
                opening, start = opened.pop()
                waiting[opening] -= 1
                if opening == _CLOSING[mark]:
                    break
            found.append(Quotation(start, place, len(opened)))
    return tuple(sorted(found, key=lambda quotation: quotation.start))


@dataclass(frozen=True)
class Line:
    """One digested paragraph."""

    index: int
    """Its place among the paragraphs of the article."""
    kind: Kind
    """What the paragraph is."""
    text: str
    """Its text, simplified: offsets are those of the paragraph."""

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """The quotations in it, nested ones too, by their start."""
        return find_quotations(self.text)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Stretches that end with 。 ! ? ; or …, marks that close behind them included."""
        ends = [match.end() for match in _SENTENCE_END.finditer(self.text)]
        if self.text and (not ends or ends[-1] < len(self.text)):
            ends.append(len(self.text))
        return tuple(map(Span, [0, *ends], ends))

    @property
    def is_headline(self) -> bool:
        """Whether it stands over a text: title, kicker or heading."""
        return self.kind in (Kind.TITLE, Kind.KICKER, Kind.HEADING)

    def passage(self, span: Span) -> Passage:
        """A stretch of this line as a passage of the article."""
        return Passage(self.index, span.start, span.end)

    def words(self, span: Span) -> str:
        """The simplified words of a stretch."""
        return self.text[span.start : span.end]

    def sentence_at(self, offset: int) -> Span:
        """The sentence that holds a code point."""
        low, high = 0, len(self.sentences) - 1
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        return self.sentences[low]


def lines_of(article: Article) -> tuple[Line, ...]:
    """The paragraphs in which slogans are looked for, in reading order."""
    chosen = (article.paragraphs[index] for index in digested(article.paragraphs))
    indexes = digested(article.paragraphs)
    return tuple(Line(index, p.kind, simplify(p.text)) for index, p in zip(indexes, chosen, strict=True) if p.text)


_ORDINAL = re.compile(
    r"\(?(?:[一二三四五六七八九十]+|\d+)(?:[、.)]|\)、?)[ ]*|第[一二三四五六七八九十百]+(?:[,、:]|[章节编条] *)"
)


def without_ordinal(line: Line) -> Span:
    """A line without the numeral of a list before it.

    >>> line = Line(0, Kind.HEADING, "(一)项目攻坚年")
    >>> line.words(without_ordinal(line))
    '项目攻坚年'
    """
    numeral = _ORDINAL.match(line.text)
    return Span(numeral.end() if numeral else 0, len(line.text))


_SEPARATORS = (";", ",", "、", " ", "·", "/", "+")
_BRACKETS = {"(": ")", "《": "》", "[": "]"} | {opening: closing for closing, opening in _CLOSING.items()}


def split_span(text: str, span: Span, separators: str) -> list[Span]:
    """The parts of a stretch between separators that stand outside brackets and quotation marks.

    >>> text = "甲、“乙、丙”、丁"
    >>> [text[part.start:part.end] for part in split_span(text, Span(0, len(text)), "、")]
    ['甲', '“乙、丙”', '丁']
    """
    places = _places_outside(text, span, separators)
    starts = [span.start, *(place + 1 for place in places)]
    return [Span(start, end) for start, end in zip(starts, [*places, span.end], strict=True) if start < end]


def _places_outside(text: str, span: Span, separators: str) -> list[int]:
    """Where separators stand in a stretch outside brackets and quotation marks, and not inside a number."""
    has_brackets = _BRACKET.search(text, span.start, span.end) is not None
    found = _splitting(separators, has_brackets=has_brackets).finditer(text, span.start, span.end)
    if not has_brackets:
        return [place for match in found if text[place := match.start()] != "," or not _inside_number(text, place)]
    places: list[int] = []
    awaited: list[str] = []
    for match in found:
        place, character = match.start(), match.group()
        if awaited and character == awaited[-1]:
            awaited.pop()
        elif character in _BRACKETS:
            awaited.append(_BRACKETS[character])
        elif not awaited and character in separators and not _inside_number(text, place):
            places.append(place)
    return places


_BRACKET = re.compile(f"[{re.escape(''.join(_BRACKETS))}]")


@cache
def _splitting(separators: str, *, has_brackets: bool) -> re.Pattern[str]:
    """Separators, and the brackets in which they do not count."""
    brackets = "".join(_BRACKETS) + "".join(_BRACKETS.values()) if has_brackets else ""
    return re.compile(f"[{re.escape(separators + brackets)}]")


def split_highest(text: str, span: Span) -> list[Span]:
    """The parts of a stretch, split at the highest separator in it; at + only three and more.

    >>> text = "精神大提振 素质大提升 攻坚大突破"
    >>> len(split_highest(text, Span(0, len(text))))
    3
    """
    for separator in _SEPARATORS:
        if separator in text[span.start : span.end]:
            parts = split_span(text, span, separator)
            if len(parts) > (2 if separator == "+" else 1):
                return parts
    return [span]


def coordinated(text: str, span: Span) -> list[Span]:
    """Two parts where 和, 与 or 及 joins the last of a list, outside marks and after a long enough part."""
    match = re.search(r"[和与及]", text[span.start + 1 : span.end - 1])
    if not match or any(mark in text[span.start : span.end] for mark in MARKS):
        return [span]
    place = span.start + 1 + match.start()
    tail = span.end - place - 1
    if tail > place - span.start + 2 or tail < 2:
        return [span]
    return [Span(span.start, place), Span(place + 1, span.end)]


def _inside_number(text: str, place: int) -> bool:
    return text[place] == "," and text[place - 1 : place].isdigit() and text[place + 1 : place + 2].isdigit()


def bare(text: str, span: Span) -> Span:
    """A stretch without blanks and pairs of quotation marks around it.

    >>> bare(" “乙”", Span(0, 4))
    Span(start=2, end=3)
    """
    start, end = span
    while start < end and text[start] == " ":
        start += 1
    while start < end and text[end - 1] == " ":
        end -= 1
    if end - start > 2 and _BRACKETS.get(text[start]) == text[end - 1] and text[start] in MARKS:
        return bare(text, Span(start + 1, end - 1))
    return Span(start, end)


def clauses(text: str, span: Span, ends: str = ",;:。!?—…") -> Iterator[Span]:
    """The clauses of a stretch, without the marks that end them."""
    start = span.start
    for match in _ending(ends).finditer(text, span.start, span.end):
        place = match.start()
        if text[place] != "," or not _inside_number(text, place):
            if start < place:
                yield Span(start, place)
            start = place + 1
    if start < span.end:
        yield Span(start, span.end)


@cache
def _ending(ends: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(ends)}]")
