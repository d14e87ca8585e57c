"""Line ends of other systems and of other standards."""

from __future__ import annotations

from reader.model import Edit, Reason
from reader.model.patterns import pattern

_FOREIGN = pattern("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def find_line_ends(text: str) -> list[Edit]:
    r"""Line ends other than `\n`, each made one.

    >>> [(edit.start, edit.end) for edit in find_line_ends("甲\r\n乙\u2028丙\n丁")]
    [(1, 2), (4, 5)]
    """
    edits: list[Edit] = []
    for found in _FOREIGN.finditer(text):
        reason = Reason.of("layout.line_end")
        if found.group() == "\r\n":
            edits.append(Edit(found.start(), found.start() + 1, "", "layout.line_end", reason))
        else:
            edits.append(Edit(found.start(), found.end(), "\n", "layout.line_end", reason))
    return edits
