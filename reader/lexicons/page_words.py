"""How much words weigh as those of pages around articles: 分享 much, 发展 less than nothing."""

from __future__ import annotations

import re
from functools import cache

from reader.lexicons.tables import DATA
from reader.lexicons.words import frequency

_RUN = re.compile("[一-鿿]+|[a-z]+")
_LONGEST = 6
"""No longer words are looked for, in code points."""
_UNSEEN_CHARACTER = -1.0
"""What a character weighs that stands on no page."""
_UNSEEN = 0.5
"""What is taken from the weight of a word that is known by its characters alone."""


@cache
def _weights() -> dict[str, float]:
    lines = (DATA / "page_words.txt").read_text(encoding="utf-8").splitlines()
    return {word: float(weight) for word, weight in (line.split(" ") for line in lines)}


def words_of(text: str) -> list[str]:
    """The words of a text on the `simplify` form, the longest that the language has first; Latin words as they stand.

    >>> words_of("转藏 全屏朗读, 打开app")
    ['转', '藏', '全屏', '朗读', '打开', 'app']
    """
    found: list[str] = []
    for run in _RUN.findall(text):
        at = 0
        while at < len(run):
            size = len(run) if run[0] < "一" else _size(run, at)
            found.append(run[at : at + size])
            at += size
    return found


def _size(run: str, at: int) -> int:
    """How long the longest word is that begins here."""
    return next((size for size in range(min(_LONGEST, len(run) - at), 1, -1) if frequency(run[at : at + size])), 1)


def page_weight(word: str) -> float:
    """How much a word weighs: above 0 where it stands around articles more often than elsewhere.

    >>> page_weight("分享") > 3, page_weight("增长") < 0
    (True, True)
    """
    weights = _weights()
    if (weight := weights.get(word)) is not None:
        return weight
    return sum(weights.get(character, _UNSEEN_CHARACTER) for character in word) / len(word) - _UNSEEN
