"""Line ends that were put into a page after it was damaged, at one width, through annotations and cut characters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from reader.model import Edit, Reason
from reader.model.patterns import pattern
from reader.restoration.annotations import CLOSING, LETTERS, OPENING

_BROKEN_INSIDE = pattern(rf"[?{re.escape(OPENING)}][{LETTERS}]{{0,6}}\n[{LETTERS}]{{0,6}}[0-5]? ?{CLOSING}")
"""An annotation with a line end in it, which nobody wrote."""

_NARROWEST = 12
"""Code points of the shortest line that was broken at a width."""

_FULL_SHARE = 0.3
"""Share of the longer lines that are full on a page that was broken at one width."""


def find_late_wraps(text: str) -> Sequence[Edit]:
    """Line ends at the width at which a page was broken after it was annotated, each taken away.

    Only where a line end inside an annotation proves it. Of the full lines one in as many as the line is wide ends
    its paragraph by chance, far fewer than end a sentence, so only a blank line or an indent keeps the next apart.

    >>> page = "加快建設創(chuàng\\n)新型國(guó)家和網\\n(wǎng)絡強國戰略。"
    >>> [edit.start for edit in find_late_wraps(page)]
    [12, 25]
    >>> find_late_wraps("加快建設創(chuàng)新型\\n國(guó)家")
    []
    """
    if _BROKEN_INSIDE.search(text) is None:
        return []
    lines = text.split("\n")
    width = _width(lines)
    edits: list[Edit] = []
    end = -1
    for line, following in pairwise(lines):
        end += len(line) + 1
        if len(line) == width and following.strip() and not following[0].isspace():
            edits.append(Edit(end, end + 1, "", "layout.join", Reason.of("layout.wrapped", width=width)))
    return edits


def _width(lines: Sequence[str]) -> int:
    """The one width in code points that hardly a line exceeds and many lines have; 0 for none."""
    long = Counter(len(line) for line in lines if len(line) >= _NARROWEST)
    if not long:
        return 0
    width, full = max(long.items(), key=lambda item: (item[1], item[0]))
    longer = sum(count for size, count in long.items() if size > width)
    return width if full > longer and full >= _FULL_SHARE * long.total() else 0
