"""Repairs that the reader has refused, and texts without them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from reader.model import Edit, Restored, Span


@dataclass(frozen=True, slots=True)
class Refusal:
    """A repair that is not to be made again; kept as what it did, not as its number."""

    fix: str
    """The kind of repair it was."""
    source: Span
    """The stretch of the source text that it replaced."""
    before: str
    """What stands there."""
    after: str
    """What it put there."""

    @classmethod
    def of(cls, edit: Edit, restored: Restored) -> Refusal:
        """The refusal of one edit of a text."""
        return cls(edit.fix, edit.span, restored.source.text[edit.start : edit.end], edit.replacement)

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
    at = {refusal.source: refusal for refusal in refused}
    source = restored.source.text
    kept = tuple(e for e in restored.edits if e.span not in at or not at[e.span].meets(e, source))
    return Restored(restored.source, kept) if len(kept) < len(restored.edits) else restored
