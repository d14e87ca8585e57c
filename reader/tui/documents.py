"""What the text view is given: the article with its findings marked, or its source with the repairs marked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from reader.analysis.watching import Colour, Sighting
from reader.model import Article, Certainty, Digest, Edit, Kind, Passage, Place, Script, Span
from reader.tui.widgets.text_view_document import Mark, ParagraphsDocument

_MARKS = {Certainty.CERTAIN: Mark.REPAIR, Certainty.LIKELY: Mark.LIKELY, Certainty.LOST: Mark.LOST}


WATCHED_MARKS = {
    Colour.YELLOW: Mark.WATCHED_YELLOW,
    Colour.RED: Mark.WATCHED_RED,
    Colour.GREEN: Mark.WATCHED_GREEN,
    Colour.BLUE: Mark.WATCHED_BLUE,
}
"""How watched words are marked, by their colour."""

FOUND_MARKS = frozenset({Mark.KEYWORD, Mark.FIGURE, Mark.SLOGAN, Mark.REPAIR, *WATCHED_MARKS.values()})
"""Marks that highlighting shows and hides; inferred and lost characters are always marked."""


def words_in(article: Article, script: Script | None, words: str) -> str:
    """Words of an article in a script, in equal length; None for the characters of the page."""
    if script is None or (script is article.script and not article.is_machine_converted):
        return words
    from reader.script.conversion import convert  # its tables are not needed for what is shown as it is

    return convert(words, script, article.published_script)


def article_marks(
    article: Article, digest: Digest | None, sightings: Iterable[Sighting] = ()
) -> dict[Mark, list[Passage]]:
    """What is marked in an article: its findings, what of the watch list stands in it, and what was repaired in it."""
    marks: dict[Mark, list[Passage]] = {mark: [] for mark in (*FOUND_MARKS, Mark.LIKELY, Mark.LOST)}
    for slogan in digest.slogans if digest else ():
        marks[Mark.SLOGAN] += slogan.mentions
        marks[Mark.SLOGAN] += [member.passage for member in slogan.members if member.passage]
    for figure in digest.figures if digest else ():
        marks[Mark.FIGURE].append(figure.passage)
    for keyword in digest.keywords if digest else ():
        marks[Mark.KEYWORD] += keyword.mentions
    for sighting in sightings:
        marks[WATCHED_MARKS[sighting.watched.colour]] += sighting.passages
    for passage, mark in repaired(article):
        marks[mark].append(passage)
    return marks


def repaired(article: Article) -> Iterator[tuple[Passage, Mark]]:
    """Words that a repair brought back; signs and spaces that it certainly set right are not marked."""
    for index, edit in enumerate(article.edits):
        is_certain = edit.certainty is Certainty.CERTAIN
        if is_certain and not any(character.isalnum() for character in edit.replacement):
            continue
        there = article.restored.replacement_span(index)
        for part in [part.shifted(there.start) for part in edit.doubtful] or [there]:
            if part.length:
                yield from ((passage, _MARKS[edit.certainty]) for passage in article.passages_showing(part))


def doubtful_passages(article: Article) -> list[Passage]:
    """Where characters stand that were inferred or lost, in reading order."""
    return sorted(passage for passage, mark in repaired(article) if mark is not Mark.REPAIR)


@dataclass(frozen=True)
class SourcePage:
    """The source text of an article in lines, which are the paragraphs of its document."""

    article: Article
    """The article."""

    @cached_property
    def lines(self) -> list[str]:
        """The lines with their ends."""
        return self.article.restored.source.text.splitlines(keepends=True) or [""]

    @cached_property
    def edits(self) -> tuple[Edit, ...]:
        """The repairs with those that the reader has refused, in the order of the source."""
        restored = self.article.restored
        return tuple(sorted((*restored.edits, *restored.refused), key=lambda edit: edit.span))

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(line) for line in self.lines[:-1]), initial=0))

    def place_of(self, offset: int) -> Place:
        """The line and the point in it of an offset into the source."""
        line = bisect_right(self._starts, offset) - 1
        return Place(line, min(offset - self._starts[line], len(self.lines[line])))

    def offset_of(self, place: Place) -> int:
        """The offset into the source of a point in a line."""
        return self._starts[place.paragraph] + place.offset

    def passages_of(self, span: Span) -> Iterator[Passage]:
        """The stretches of lines that a stretch of the source stands in."""
        line = self.place_of(span.start).paragraph
        while line < len(self.lines) and self._starts[line] < max(span.end, span.start + 1):
            start, length = self._starts[line], len(self.lines[line].rstrip("\r\n"))
            low, high = max(0, span.start - start), min(length, span.end - start)
            if low < high:
                yield Passage(line, low, high)
            line += 1

    def document(self) -> ParagraphsDocument:
        """The page as it came, what was repaired marked."""
        paragraphs = [(Kind.BODY, line.rstrip("\r\n")) for line in self.lines]
        marked = [(p, _MARKS[edit.certainty]) for edit in self.article.edits for p in self.passages_of(edit.span)]
        return ParagraphsDocument(paragraphs, marked)

    def from_article(self, place: Place) -> Place:
        """Where a place of the article stands on the page."""
        length = len(self.article.paragraphs[place.paragraph].text)
        start = min(place.offset, max(0, length - 1))
        span = self.article.source_span(Passage(place.paragraph, start, min(length, start + 1)))
        return self.place_of(span.start)

    def to_article(self, place: Place) -> Place:
        """Where a place of the page stands in the article; what was removed counts as what follows it."""
        wanted = self.article.restored.from_source(Span(self.offset_of(place), self.offset_of(place))).start
        for index, paragraph in enumerate(self.article.paragraphs):
            offset = paragraph.from_restored(wanted)
            if offset is not None:
                return Place(index, offset)
            if paragraph.spans[0].start >= wanted:
                return Place(index, 0)
        return Place(max(0, len(self.article.paragraphs) - 1), 0)

    def edit_at(self, place: Place) -> Edit | None:
        """The repair at a point of the page, or the next one of its line; also one that is refused."""
        offset = self.offset_of(place)
        line = Span(self._starts[place.paragraph], self._starts[place.paragraph] + len(self.lines[place.paragraph]))
        edits = [edit for edit in self.edits if edit.span.overlaps(line) or line.covers(edit.span)]
        here = [edit for edit in edits if edit.start <= offset < edit.end]
        return next(iter([*here, *(edit for edit in edits if edit.start >= offset)]), None)
