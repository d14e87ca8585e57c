"""The core of a page: the stretch of lines that is the article.

Every line adds to a score or takes from it; the core is the stretch with the highest sum. Running text adds its
length, a link or a notice takes away, and what follows the heading of a list of other articles must speak of the
same things as the article to be part of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from reader.model.patterns import pattern
from reader.restoration.layout.lines import Line, is_caption, is_list_item, is_prose
from reader.restoration.layout.marks import HANZI, ends_sentence
from reader.structure.bars import is_label, is_loose_bar, is_neighbour
from reader.structure.bylines import is_byline, is_date_bar, is_editor_line
from reader.structure.furniture import furniture_code, is_notice, is_related_head
from reader.structure.notices import is_notice_title, topics
from reader.structure.related import is_dated_link, is_teaser
from reader.structure.wordings import wording

_MOST = 200
"""What one line can add."""
_LINK, _BAR, _FURNITURE, _NOTICE, _EDITOR, _RELATED = -8, -12, -25, -150, -60, -120
_OPENING = 60
"""What the first sentence under the first date bar adds: there the article begins."""
_ARTICLE = 40
"""Fewer points than these before the heading of a list are no article."""
_SWALLOWED = 4
"""An article is not followed by so many times as much of something else."""
FOREIGN = 0.22
"""A line that shares a smaller part of its pairs of characters with the article speaks of something else."""
_PARTICLE = pattern("[的了是就也都很这那我你他她还而却又着过吧呢吗不]")
"""Words that speech is full of, and headlines leave out."""
_PARTICLES = 2
"""So many of them make a line running text that has no marks."""
_SET = pattern(r"\s|——|【")
"""What headlines have and speech without marks has not."""
_TOLD_LENGTH = 14
"""Such a line has at least so many code points."""
_RUNNING = 60
"""Paragraphs of running text are longer, in code points."""
_CALL_LENGTH = 30
"""What calls on the reader is not longer, in code points."""
_WORDED = 0.5
"""So much weighs the wording of such a call."""
_MOST_BEHIND = 1
"""One line among text that reads like a notice ends no article with more than so many such paragraphs behind it."""
_PAIR = pattern(f"(?=({HANZI}{{2}}))")


def find_core(lines: Sequence[Line]) -> range:
    """The lines from the first to the last paragraph of the article, as indexes; empty when there is none.

    What speaks of something else than the text before it is left out, unless it is most of the page: then the text
    before it was not the article.
    """
    plain = [_score(line.text) for line in lines]
    total, core = _best_stretch(_scores(lines, plain))
    whole, everything = _best_stretch(plain)
    return everything if whole > _SWALLOWED * total else core


def _best_stretch(scores: Sequence[int]) -> tuple[int, range]:
    """The highest sum of neighbouring scores, and where it stands."""
    best = (0, 0, 0)
    total, start = 0, 0
    for index, score in enumerate(scores):
        if total <= 0:
            total, start = 0, index
        total += score
        if total > best[0]:
            best = (total, start, index + 1)
    return best[0], range(best[1], best[2])


def _scores(lines: Sequence[Line], plain: Sequence[int]) -> list[int]:
    """What each line adds to the sum of the core that it stands in, seen beside those before it."""
    scores: list[int] = []
    known: set[str] = set()
    told = 0
    related = noticed = barred = opened = False
    behind = sum(map(_is_running, lines))
    for index, (line, alone) in enumerate(zip(lines, plain, strict=True)):
        behind -= _is_running(line)
        if (
            alone == _NOTICE
            and behind > _MOST_BEHIND
            and all(near > 0 for near in plain[max(0, index - 1) : index + 2 : 2])
        ):
            scores.append(0)
            continue
        noticed = noticed or is_notice_title(line.text)
        score = _NOTICE if noticed and topics(line.text) else alone
        related = related or (told >= _ARTICLE and (score <= _EDITOR or is_neighbour(line.text)))
        if score > 0 and barred and ends_sentence(line.text):
            score, barred = score + _OPENING, False
        barred = barred or (not opened and is_date_bar(line.text))
        opened = opened or barred
        if score > 0 and related and _shared(line.text, known) < FOREIGN:
            score = -score // 4
        elif score > 0:
            known.update(_PAIR.findall(line.text))
            told += alone
        scores.append(score)
    return scores


def _is_running(line: Line) -> bool:
    """Whether a line is a long paragraph of text."""
    return len(line.text) > _RUNNING and line.text[-1] in "。”"


@lru_cache(maxsize=2_000)
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
    if text[-1] in "!?" and len(text) <= _CALL_LENGTH and wording(text) >= _WORDED:
        return _LINK
    if ends_sentence(text) or is_prose(text):
        return min(_MOST, len(text)) if len(text) > 12 or "。" in text else 4
    if is_loose_bar(text):
        return _LINK
    if len(text) >= _TOLD_LENGTH and len(_PARTICLE.findall(text)) >= _PARTICLES and not _SET.search(text):
        return len(text) // 2
    if is_list_item(text) or text[-1] in ";:,、":
        return 12
    return _LINK


def pairs_of(text: str) -> set[str]:
    """The pairs of neighbouring Chinese characters in a text."""
    return set(_PAIR.findall(text))


def _shared(text: str, known: set[str]) -> float:
    """Which part of the pairs of characters of a line stands in the article."""
    pairs = pairs_of(text)
    return len(pairs & known) / len(pairs) if pairs else 0.0
