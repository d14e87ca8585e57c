"""What the reader has refused: repairs, and that a paragraph is furniture; and texts without it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from reader.model import Article, Edit, Restored, Span

FURNITURE = "furniture"
"""`Refusal.fix` where the reader has said that a paragraph is the article and no furniture."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A repair that is not to be made again, or a paragraph that is no furniture; kept as what it did."""

    fix: str
    """The kind of repair it was, or `FURNITURE`."""
    source: Span
    """The stretch of the source text that it replaced, or that the paragraph covers."""
    before: str
    """What stands there."""
    after: str
    """What it put there; for furniture the words of the paragraph."""

    @classmethod
    def of(cls, edit: Edit, restored: Restored) -> Refusal:
        """The refusal of one edit of a text."""
        return cls(edit.fix, edit.span, restored.source.text[edit.start : edit.end], edit.replacement)

    @classmethod
    def of_furniture(cls, article: Article, index: int) -> Refusal:
        """The refusal to take a paragraph, given by its index, for furniture."""
        paragraph = article.paragraphs[index]
        source = article.restored.to_source(Span(paragraph.spans[0].start, paragraph.spans[-1].end))
        return cls(FURNITURE, source, article.restored.source.text[source.start : source.end], paragraph.text)

    def meets(self, edit: Edit, source: str) -> bool:
        """Whether an edit over `source` does what was refused, whichever kind of repair makes it now."""
        return (
            edit.span == self.source and edit.replacement == self.after and source[edit.start : edit.end] == self.before
        )


def without_refused(restored: Restored, refused: Collection[Refusal]) -> Restored:
    """The text without the refused edits, every other edit as it was.

    A refusal that no edit meets any more changes nothing.
    """
    if not refused:
        return restored
    at = {refusal.source: refusal for refusal in refused if refusal.fix != FURNITURE}
    source = restored.source.text
    kept = tuple(e for e in restored.edits if e.span not in at or not at[e.span].meets(e, source))
    return Restored(restored.source, kept) if len(kept) < len(restored.edits) else restored


def taken_back(restored: Restored, refused: Collection[Refusal]) -> tuple[Span, ...]:
    """The stretches of the source text that are the article and no furniture, because the reader says so."""
    source = restored.source.text
    return tuple(
        refusal.source
        for refusal in refused
        if refusal.fix == FURNITURE and source[refusal.source.start : refusal.source.end] == refusal.before
    )
