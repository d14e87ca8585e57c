"""What the text view shows: paragraphs, and the marks in them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import IntEnum
from itertools import chain
from typing import NamedTuple, Protocol

from reader.export.visible import visible
from reader.model import Article, Kind, Passage
from reader.typesetting import TypesetText


class Mark(IntEnum):
    """Why a stretch of text looks different; of two that overlap the higher one is seen."""

    KEYWORD = 1
    """A word that stands out in the article."""
    FIGURE = 2
    """A quantity."""
    SLOGAN = 3
    """A formulation, or a member of one."""
    WATCHED_YELLOW = 4
    """Watched by the reader, as the marks after it, in a colour of the watch list."""
    WATCHED_RED = 5
    WATCHED_GREEN = 6
    WATCHED_BLUE = 7
    REPAIR = 8
    """Repaired, every byte of it being in the page."""
    LIKELY = 9
    """Repaired by inference."""
    LOST = 10
    """Cannot be brought back."""
    HIT = 11
    """Found."""
    CURRENT_HIT = 12
    """Found, and the one that `n` and `N` count from."""
    FLASH = 13
    """What was just jumped to."""

    @property
    def component(self) -> str:
        """The component class that it is drawn in."""
        return f"text-view--{self.name.lower().replace('_', '-')}"


class Marked(NamedTuple):
    """A stretch of one paragraph with its mark."""

    start: int
    """First code point in the paragraph."""
    end: int
    """The code point after the last one."""
    mark: Mark
    """Why it looks different."""


class TextDocument(TypesetText, Protocol):
    """What the view shows; `text` and `shown` are of equal length, so offsets fit both."""

    def marks(self, paragraph: int, start: int, end: int) -> Iterable[Marked]:
        """What is marked in a stretch of a paragraph; asked for rows on the screen, whenever they are drawn."""
        ...


class MarkIndex:
    """Passages with one mark, found by the stretch that they lie in."""

    def __init__(self, mark: Mark, passages: Iterable[Passage] = ()) -> None:
        self.mark = mark
        """Why they look different."""
        self.passages = sorted(passages)
        """The passages in reading order."""
        self._longest = max((end - start for _, start, end in self.passages), default=0)

    def between(self, paragraph: int, start: int, end: int) -> Iterator[Marked]:
        """What overlaps a stretch of a paragraph."""
        low = bisect_left(self.passages, (paragraph, start - self._longest))
        high = bisect_left(self.passages, (paragraph, end), low)
        for passage in self.passages[low:high]:
            if passage.end > start:
                yield Marked(passage.start, passage.end, self.mark)


class ParagraphsDocument:
    """Paragraphs held in memory, with passages marked in them."""

    def __init__(
        self,
        paragraphs: Sequence[tuple[Kind, str]],
        marked: Iterable[tuple[Passage, Mark]] = (),
        shown: Callable[[int, int, int], str] | None = None,
    ) -> None:
        """Hold paragraphs.

        Args:
            paragraphs: What each is, and its text as stored.
            marked: Passages with their marks, in any order.
            shown: The text as it is drawn (paragraph, start, end), of equal length, when it is not the stored one.
        """
        self._paragraphs = paragraphs
        by_mark: dict[Mark, list[Passage]] = {}
        for passage, mark in marked:
            by_mark.setdefault(mark, []).append(passage)
        self._marks = [MarkIndex(mark, passages) for mark, passages in by_mark.items()]
        self._shown = shown

    @classmethod
    def of_article(
        cls,
        article: Article,
        marked: Iterable[tuple[Passage, Mark]] = (),
        shown: Callable[[int, int, int], str] | None = None,
    ) -> ParagraphsDocument:
        """The paragraphs of an article."""
        return cls([(paragraph.kind, paragraph.text) for paragraph in article.paragraphs], marked, shown)

    @property
    def count(self) -> int:
        """Number of paragraphs."""
        return len(self._paragraphs)

    def kind(self, paragraph: int) -> Kind:
        """What a paragraph is."""
        return self._paragraphs[paragraph][0]

    def text(self, paragraph: int) -> str:
        """A paragraph as stored."""
        return self._paragraphs[paragraph][1]

    def shown(self, paragraph: int, start: int, end: int) -> str:
        """A stretch of a paragraph as it is drawn."""
        if self._shown is not None:
            return self._shown(paragraph, start, end)
        return self._paragraphs[paragraph][1][start:end]

    def marks(self, paragraph: int, start: int, end: int) -> Iterable[Marked]:
        """What is marked in a stretch of a paragraph."""
        return chain.from_iterable(index.between(paragraph, start, end) for index in self._marks)


class VisibleText:
    """A document with nothing in it that a terminal would obey or hide; this is what rows are made of."""

    def __init__(self, document: TextDocument) -> None:
        self._document = document
        self.count = document.count
        """Number of paragraphs."""
        self.kind = document.kind
        """What a paragraph is."""
        self.text = document.text
        """A paragraph as stored."""

    def shown(self, paragraph: int, start: int, end: int) -> str:
        """A stretch of a paragraph as it is drawn."""
        return visible(self._document.shown(paragraph, start, end))
