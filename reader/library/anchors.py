"""Places in an article that hold when its cleaned text changes."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from reader.model import Article, Passage, Place, Span

CONTEXT = 16
"""Code points kept on each side of a quotation."""

QUOTATION = 32
"""Code points quoted where a point, and not a passage, is kept."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A passage as it can be found again."""

    source: Span
    """The stretch of the source text that it came from."""
    quote: str
    """Its words in the cleaned text."""
    before: str
    """Up to `CONTEXT` code points before it; paragraphs are parted by a line feed."""
    after: str
    """Up to `CONTEXT` code points after it."""


def anchor_passage(article: Article, passage: Passage) -> Anchor:
    """What is kept of a passage."""
    text, starts = _joined(article)
    start, end = starts[passage.paragraph] + passage.start, starts[passage.paragraph] + passage.end
    return Anchor(
        source=article.source_span(passage),
        quote=text[start:end],
        before=text[max(0, start - CONTEXT) : start],
        after=text[end : end + CONTEXT],
    )


def anchor_place(article: Article, place: Place) -> Anchor:
    """What is kept of a point: the passage that begins there, or the one that ends there at a paragraph's end."""
    length = len(article.paragraphs[place.paragraph].text)
    start = min(place.offset, max(0, length - 1))
    return anchor_passage(article, Passage(place.paragraph, start, min(length, start + QUOTATION)))


def find_passage(article: Article, anchor: Anchor) -> Passage | None:
    """Where an anchored passage stands now, or None when it is orphaned.

    The stretch of the source decides as long as the words or the text on one side of them are the same; else the
    quotation is looked for, and of several places the one whose surroundings are most alike is taken.
    """
    text, starts = _joined(article)
    there = _by_source(article, anchor)
    if there is not None:
        start, end = starts[there.paragraph] + there.start, starts[there.paragraph] + there.end
        before = bool(anchor.before) and text[:start].endswith(anchor.before)
        after = bool(anchor.after) and text.startswith(anchor.after, end)
        if article.text_of(there) == anchor.quote or before or after:
            return there
    at = _best_quotation(text, anchor, starts[there.paragraph] + there.start if there else 0)
    if at is None:
        return None
    paragraph = bisect_right(starts, at) - 1
    start = at - starts[paragraph]
    end = min(start + len(anchor.quote), len(article.paragraphs[paragraph].text))
    return Passage(paragraph, start, end)


def find_place(article: Article, anchor: Anchor) -> Place | None:
    """The point where an anchored passage begins now, or None when it is orphaned."""
    found = find_passage(article, anchor)
    return found.place if found is not None else None


def _joined(article: Article) -> tuple[str, list[int]]:
    """The paragraphs parted by line feeds, and where each begins."""
    texts = [paragraph.text for paragraph in article.paragraphs]
    return "\n".join(texts), list(accumulate((len(text) + 1 for text in texts[:-1]), initial=0))


def _by_source(article: Article, anchor: Anchor) -> Passage | None:
    """The first passage that shows the stretch of the source."""
    if anchor.source.end > len(article.restored.source.text):
        return None
    return next(iter(article.passages_of(anchor.source)), None)


def _best_quotation(text: str, anchor: Anchor, near: int) -> int | None:
    """Where the quotation stands with most of its surroundings, the one nearest to `near` among equals."""
    if not anchor.quote:
        return None
    found: list[int] = []
    at = text.find(anchor.quote)
    while at >= 0:
        found.append(at)
        at = text.find(anchor.quote, at + len(anchor.quote))
    return max(found, key=lambda at: (_alike(text, anchor, at), -abs(at - near)), default=None)


def _alike(text: str, anchor: Anchor, at: int) -> int:
    """How many code points of the surroundings agree, counted outward from the quotation."""
    end = at + len(anchor.quote)
    before = _shared(anchor.before[::-1], text[max(0, at - CONTEXT) : at][::-1])
    return before + _shared(anchor.after, text[end : end + CONTEXT])


def _shared(one: str, other: str) -> int:
    """How many code points two texts share from their beginnings on."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
