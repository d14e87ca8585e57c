"""The order in which a page is repaired."""

from __future__ import annotations

from reader.model import Decoded, Restored


def restore(decoded: Decoded) -> Restored:
    """The cleaned text of a page, as explained edits over its source text."""
    return Restored(decoded)
