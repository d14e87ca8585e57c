"""An article: paragraphs over a cleaned text, and what the page says about itself."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import accumulate

from reader.model.edits import Edit, Reason
from reader.model.restored import Restored
from reader.model.script import Script
from reader.model.spans import Passage, Span

ArticleId = str
"""SHA-256 of the bytes of an article, in hexadecimal."""


class Kind(StrEnum):
    """What a paragraph is."""

    TITLE = "title"
    """The headline, and a subtitle under it."""
    KICKER = "kicker"
    """A line over the headline (引题)."""
    BYLINE = "byline"
    """Who wrote it, where and when it was printed."""
    HEADING = "heading"
    """A heading inside the article (小标题)."""
    BODY = "body"
    """A paragraph of the article."""
    CAPTION = "caption"
    """The text of a picture, or its credit."""
    FURNITURE = "furniture"
    """What the page put around the article; folded away, never deleted."""

    @property
    def is_digested(self) -> bool:
        """Whether slogans, figures and keywords are looked for in it."""
        return self not in (Kind.BYLINE, Kind.FURNITURE)


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; its text is the join of stretches of the cleaned text."""

    kind: Kind
    """What it is."""
    text: str
    """The join of `spans`."""
    spans: tuple[Span, ...]
    """Stretches of `Restored.text`, ascending and disjoint; at least one."""
    reason: Reason | None = None
    """Why it is taken for furniture; None for every other kind."""

    @cached_property
    def _span_starts(self) -> list[int]:
        """Where each stretch begins in `text`."""
        return list(accumulate((span.length for span in self.spans[:-1]), initial=0))

    def to_restored(self, span: Span) -> tuple[Span, ...]:
        """The stretches of the cleaned text that a stretch of this paragraph is made of, in order."""
        found: list[Span] = []
        for start, piece in zip(self._span_starts, self.spans, strict=True):
            low, high = max(span.start, start), min(span.end, start + piece.length)
            if low < high or (low == high == span.start == span.end and not found):
                found.append(Span(low, high).shifted(piece.start - start))
        return tuple(found)

    def from_restored(self, offset: int) -> int | None:
        """The offset in this paragraph of a point of the cleaned text, or None when it lies elsewhere."""
        for start, piece in zip(self._span_starts, self.spans, strict=True):
            if piece.start <= offset <= piece.end:
                return start + offset - piece.start
        return None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the text of an article came from."""

    path: str | None = None
    """The file as it was named, `-` for standard input, None for a text given in memory."""
    locator: str | None = None
    """The part of the file it was taken from (page, chapter), where it is not the whole."""


@dataclass(frozen=True, slots=True)
class Published:
    """A day, with the time where it is known, as the page gives it."""

    value: str
    """ISO 8601: `2022-11-07` or `2022-11-07T15:35:00`."""
    inferred: tuple[str, ...] = ()
    """Parts that the page does not state and that were concluded from the text: `year`."""


@dataclass(frozen=True)
class Article:
    """An article as it was published, and what was found out about the page it stood on.

    A missing field is None. Offsets are code points.
    """

    id: ArticleId
    """SHA-256 of the bytes, in hexadecimal."""
    title: str | None
    """The headline, as it reads in the cleaned text."""
    subtitle: str | None
    """The line under the headline (副题)."""
    kicker: str | None
    """The line over the headline (引题)."""
    origin_source: str | None
    """The paper or site that published it first, as named: 人民日报."""
    republished_by: str | None
    """The site it was read on, where that is another."""
    page: str | None
    """The page of the paper it was printed on: `10`."""
    author: str | None
    """Who wrote it; several names are separated by `、`."""
    editor: str | None
    """Who edited it; several names are separated by `、`."""
    published: Published | None
    """When it was first published."""
    republished: Published | None
    """When the site it was read on put it up, where that is another date or the time is known."""
    script: Script | None
    """The script the page is in; None when it holds no Chinese that tells."""
    published_script: Script | None
    """The script it was published in: Simplified for a page that was converted by a machine."""
    paragraphs: tuple[Paragraph, ...]
    """All paragraphs in reading order, furniture included."""
    restored: Restored
    """The cleaned text that the paragraphs are stretches of."""
    origin: Origin
    """Where it came from."""
    reported_from: str | None = None
    """The town that the report was sent from, as its dateline names it: 北京."""
    document_number: str | None = None
    """The number of an official document (发文字号): 国发〔2021〕4号."""
    places: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    """Where the source text says each of the fields above, by their names: a stretch for each name, or for each line;
    `published` of which the year was inferred has that of the year last."""

    @property
    def edits(self) -> tuple[Edit, ...]:
        """What was repaired, over the source text."""
        return self.restored.edits

    @property
    def is_machine_converted(self) -> bool:
        """Whether the page shows another script than the article was published in."""
        return self.script is not self.published_script

    def text_of(self, passage: Passage) -> str:
        """The words of a passage."""
        return self.paragraphs[passage.paragraph].text[passage.start : passage.end]

    def source_span(self, passage: Passage) -> Span:
        """The smallest stretch of the source text that covers a passage."""
        pieces = self.paragraphs[passage.paragraph].to_restored(passage.span)
        return self.restored.to_source(Span(pieces[0].start, pieces[-1].end))

    def passages_of(self, span: Span) -> tuple[Passage, ...]:
        """The stretches of paragraphs that show a stretch of the source text, in reading order."""
        return tuple(self.passages_showing(self.restored.from_source(span)))

    def passages_showing(self, span: Span) -> Iterator[Passage]:
        """The stretches of paragraphs that show a stretch of the cleaned text, in reading order."""
        first = bisect_left(self.paragraphs, span.start, key=lambda paragraph: paragraph.spans[0].start) - 1
        for index in range(max(0, first), len(self.paragraphs)):
            paragraph = self.paragraphs[index]
            if paragraph.spans[0].start > span.end:
                return
            done = 0
            for piece in paragraph.spans:
                low, high = max(span.start, piece.start), min(span.end, piece.end)
                if low < high or (low == high and span.start == span.end):
                    yield Passage(index, low - piece.start + done, high - piece.start + done)
                done += piece.length


def digested(paragraphs: Sequence[Paragraph]) -> list[int]:
    """Indexes of the paragraphs in which slogans, figures and keywords are looked for."""
    return [index for index, paragraph in enumerate(paragraphs) if paragraph.kind.is_digested]
