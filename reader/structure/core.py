"""The core of a page: the stretch of lines that is the article.

Every line adds to a score or takes from it; the core is the stretch with the highest sum. Running text adds its
length, a link or a notice takes away, and what follows the heading of a list of other articles must speak of the
same things as the article to be part of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.restoration.layout.lines import Line, is_caption, is_list_item, is_prose
from reader.restoration.layout.marks import HANZI, ends_sentence
from reader.structure.bars import is_label, is_loose_bar, is_neighbour
from reader.structure.bylines import is_byline, is_editor_line
from reader.structure.furniture import furniture_code, is_notice, is_related_head
from reader.structure.notices import is_notice_title, topics
from reader.structure.related import is_dated_link, is_teaser

_MOST = 200
"""What one line can add."""
_LINK, _BAR, _FURNITURE, _NOTICE, _EDITOR, _RELATED = -8, -12, -25, -150, -60, -120
_FOREIGN = 0.22
"""A line that shares a smaller part of its pairs of characters with the article speaks of something else."""
_PAIR = re.compile(f"(?=({HANZI}{{2}}))")


def find_core(lines: Sequence[Line]) -> range:
    """The lines from the first to the last paragraph of the article, as indexes; empty when there is none."""
    best = (0, 0, 0)
    total, start = 0, 0
    for index, score in enumerate(_scores(lines)):
        if total <= 0:
            total, start = 0, index
        total += score
        if total > best[0]:
            best = (total, start, index + 1)
    return range(best[1], best[2])


def _scores(lines: Sequence[Line]) -> list[int]:
    """What each line adds to the sum of the core that it stands in."""
    scores: list[int] = []
    known: set[str] = set()
    related = noticed = False
    for line in lines:
        noticed = noticed or is_notice_title(line.text)
        score = _NOTICE if noticed and topics(line.text) else _score(line.text)
        related = related or (bool(known) and (score <= _EDITOR or is_neighbour(line.text)))
        if score > 0 and related and _shared(line.text, known) < _FOREIGN:
            score = -score // 4
        elif score > 0:
            known.update(_PAIR.findall(line.text))
        scores.append(score)
    return scores


def _score(text: str) -> int:
    """What a line says by itself."""
    if is_related_head(text):
        return _RELATED
    if is_editor_line(text):
        return _EDITOR
    if is_notice(text):
        return _NOTICE
    if is_caption(text):
        return 0
    code = furniture_code(text)
    if code == "bar" and _PAIR.search(text):
        return _BAR
    if code or is_byline(text) or is_teaser(text) or is_label(text) or is_dated_link(text):
        return _FURNITURE
    if ends_sentence(text) or is_prose(text):
        return min(_MOST, len(text)) if len(text) > 12 or "。" in text else 4
    if is_loose_bar(text):
        return _LINK
    if is_list_item(text) or text[-1] in ";:,、":
        return 12
    return _LINK


def _shared(text: str, known: set[str]) -> float:
    """Which part of the pairs of characters of a line stands in the article."""
    pairs = set(_PAIR.findall(text))
    return len(pairs & known) / len(pairs) if pairs else 0.0
