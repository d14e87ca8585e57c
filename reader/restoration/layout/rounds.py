"""Looking again while something is found: a mended line tells more about its neighbours than its parts did."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.model import Edit, apply_edits, compose


def find_in_rounds(find: Callable[[str], Sequence[Edit]], text: str, most: int) -> list[Edit]:
    """The edits that `find` makes on a text, on what they leave, and so on, at most `most` times, as one list."""
    edits: Sequence[Edit] = ()
    left = text
    for _ in range(most):
        found = find(left)
        if not found:
            break
        edits = compose(text, edits, found) if edits else found
        left = apply_edits(left, found)
    return list(edits)
