"""Lines to paragraphs: after these passes one line holds one paragraph."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.model import Edit
from reader.restoration.layout.joins import find_joins
from reader.restoration.layout.line_ends import find_line_ends
from reader.restoration.layout.spaces import find_spaces
from reader.restoration.layout.splits import find_splits

LAYOUT_PASSES: tuple[Callable[[str], Sequence[Edit]], ...] = (
    find_line_ends,
    find_joins,
    find_splits,
    find_spaces,
)
"""In the order in which they run, each on the text that the one before leaves.

Joins read indents and blank lines, so they come before spaces are removed.
"""

__all__ = ["LAYOUT_PASSES"]
