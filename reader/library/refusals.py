"""What the reader has refused: repairs, and that a paragraph is furniture; and texts without it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from reader.model import Article, Edit, Kind, Restored, Span

FURNITURE = "furniture"
"""`Refusal.fix` where the reader has said that a paragraph is the article and no furniture."""

AROUND = 16
"""Code points kept on each side of what was refused; so many tell a stretch from others."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A repair that is not to be made again, or a paragraph that is no furniture; kept as what it did.

    In the article that it was made in, its offsets tell it. In any other, which may be the same file after a change, it
    holds where the same words stand in the same surroundings.
    """

    fix: str
    """The kind of repair it was, or `FURNITURE`."""
    source: Span
    """The stretch of the source text that it replaced, or that the paragraph covers."""
    before: str
    """What stands there."""
    after: str
    """What it put there; for furniture the words of the paragraph."""
    around: tuple[str, str] | None = None
    """Up to `AROUND` code points of the source on each side; None where an earlier version did not keep them."""
    here: bool = True
    """Whether it was made in the article that is asked about."""

    @classmethod
    def of(cls, edit: Edit, restored: Restored) -> Refusal:
        """The refusal of one edit of a text."""
        return cls._over(edit.fix, edit.span, edit.replacement, restored.source.text)

    @classmethod
    def of_furniture(cls, article: Article, index: int) -> Refusal:
        """The refusal to take a paragraph, given by its index, for furniture."""
        source = _source_of(article, index)
        return cls._over(FURNITURE, source, article.paragraphs[index].text, article.restored.source.text)

    @classmethod
    def _over(cls, fix: str, span: Span, after: str, source: str) -> Refusal:
        return cls(fix, span, source[span.start : span.end], after, _around(span, source))

    def meets(self, edit: Edit, source: str) -> bool:
        """Whether an edit at the same place does what was refused, whichever kind of repair makes it now."""
        same_place = edit.span == self.source and source[edit.start : edit.end] == self.before
        return same_place and edit.replacement == self.after


def without_refused(restored: Restored, refused: Collection[Refusal]) -> Restored:
    """The text without the refused edits, every other edit as it was.

    A refusal that no edit meets any more changes nothing.
    """
    if not refused:
        return restored
    source = restored.source.text
    edits = [refusal for refusal in refused if refusal.fix != FURNITURE]
    here = {refusal.source: refusal for refusal in edits if refusal.here}
    elsewhere = {(refusal.before, refusal.after, refusal.around) for refusal in edits if not refusal.here}

    def is_refused(edit: Edit) -> bool:
        if edit.span in here and here[edit.span].meets(edit, source):
            return True
        if not elsewhere:
            return False
        return (source[edit.start : edit.end], edit.replacement, _around(edit.span, source)) in elsewhere

    dropped = tuple(edit for edit in restored.edits if is_refused(edit))
    return restored.without(*dropped) if dropped else restored


def taken_back(restored: Restored, refused: Collection[Refusal]) -> tuple[Span, ...]:
    """The stretches of the source text that are the article and no furniture, because the reader says so."""
    source = restored.source.text
    found = (_stretch(refusal, source) for refusal in refused if refusal.fix == FURNITURE)
    return tuple(span for span in found if span is not None)


def paragraphs_taken_back(article: Article, refused: Collection[Refusal]) -> frozenset[int]:
    """Indexes of the paragraphs that would be furniture if the reader had not said otherwise."""
    spans = taken_back(article.restored, refused)
    if not spans:
        return frozenset()
    indexes = (i for i, paragraph in enumerate(article.paragraphs) if paragraph.kind is not Kind.FURNITURE)
    return frozenset(i for i in indexes if any(span.covers(_source_of(article, i)) for span in spans))


def _source_of(article: Article, index: int) -> Span:
    """The stretch of the source text that a paragraph covers."""
    spans = article.paragraphs[index].spans
    return article.restored.to_source(Span(spans[0].start, spans[-1].end))


def _around(span: Span, source: str) -> tuple[str, str]:
    """What stands on both sides of a stretch: in its line alone where that is enough to tell it."""
    left, right = source[max(0, span.start - AROUND) : span.start], source[span.end : span.end + AROUND]
    in_line = left.rpartition("\n")[2], right.partition("\n")[0]
    told = "".join((in_line[0], source[span.start : span.end][:AROUND], in_line[1])).split()
    return in_line if sum(map(len, told)) >= AROUND else (left, right)


def _stretch(refusal: Refusal, source: str) -> Span | None:
    """Where the words of a refusal stand in a text, or None where they do not."""
    if refusal.here:
        start, end = refusal.source
        return refusal.source if source[start:end] == refusal.before else None
    left, right = refusal.around or ("", "")
    at = source.find(left + refusal.before + right)
    return Span(at + len(left), at + len(left) + len(refusal.before)) if at >= 0 else None
