"""Where texts hold what is looked for, whatever its script, width and case."""

from __future__ import annotations

from collections.abc import Iterable

from reader.model import Passage
from reader.script.folding import fold


def find_passages(texts: Iterable[str], query: str) -> tuple[Passage, ...]:
    """The stretches of paragraphs that match, in reading order and without overlap; none for an empty query.

    >>> find_passages(["踐行“十二條軍規”", "ＧＤＰ"], "军规"), find_passages(["ＧＤＰ"], "gdp")
    ((Passage(paragraph=0, start=6, end=8),), (Passage(paragraph=0, start=0, end=3),))
    """
    wanted = fold(query.strip())
    found: list[Passage] = []
    for index, text in enumerate(texts if wanted else ()):
        folded = fold(text)
        at = folded.find(wanted)
        while at >= 0:
            found.append(Passage(index, at, at + len(wanted)))
            at = folded.find(wanted, at + len(wanted))
    return tuple(found)
