"""Whether a break between two lines runs through a word or a number.

The characters around the break are segmented twice by how often words stand in the language (a unigram model, as in
jieba's dictionary): once freely, once with a border at the break. Where the free reading is much likelier, a word
stands across the break.
"""

from __future__ import annotations

import re
from functools import lru_cache
from math import log

from reader.lexicons.words import frequency
from reader.restoration.layout.marks import HANZI, HANZI_OR_LOST

_REACH = 6
"""Characters looked at on each side of a break."""
_LONGEST = 4
"""No word is longer, in code points."""
_ALL = log(60_000_000)
"""Logarithm of the size of the text that words were counted in."""
_UNKNOWN = 3.0
"""What a character costs that is no word by itself, in nats."""
_LIKELIER = 2.0
"""How much likelier the free reading must be, in nats; between 2,570 headings and the text under them it never was
by more than 0.6."""

_TAIL = re.compile(f"{HANZI_OR_LOST}*$")
_HEAD = re.compile(f"{HANZI_OR_LOST}*")
_RUNNING = re.compile("[,。、;]")
"""Marks of running text; a line without one may end in a time or a year."""
_COUNTED = re.compile("[0-9]|年|月|日(?![本前常])|[万亿%]|个(?![人别体性])")
"""What goes on behind a figure."""
_YEAR = re.compile(r"\d(?:年|月)$")
_MONTH = re.compile(r"\d{1,2}(?:月|日)")
_NAMED = re.compile(f"、{HANZI}$")
_NAME = re.compile(f"{HANZI}{{1,2}}(?:、|等)")
"""The second half of a name in a row of names."""
_DAY = re.compile(r"(?:19|20)\d\d(?:[-/.]\d|年)")
"""What a line begins with instead."""


def splits_word(before: str, after: str) -> bool:
    """Whether a word or a number stands across the break between two simplified lines, one of them running text.

    >>> splits_word("以巨大的政治勇", "气深化改革。"), splits_word("直面作风顽疾", "作风兴市,人心所向。")
    (True, False)
    >>> splits_word("竣工40部,在建1", "00余部"), splits_word("2022-03-03 10:05", "7月4日")
    (True, False)
    """
    if before[-1] in "0123456789":
        return _RUNNING.search(before) is not None and _COUNTED.match(after) is not None and not _DAY.match(after)
    if (_YEAR.search(before) and _MONTH.match(after)) or (_NAMED.search(before) and _NAME.match(after)):
        return True
    if not (_RUNNING.search(before) or _RUNNING.search(after)):
        return False
    return runs_through_word(before, after)


def runs_through_word(before: str, after: str) -> bool:
    """Whether the characters around a break are words only when read across it.

    >>> runs_through_word("购在中国,打", "造品牌"), runs_through_word("聚力强势", "奋勇争先")
    (True, False)
    """
    tail = _TAIL.search(before[-_REACH:])
    head = _HEAD.match(after[:_REACH])
    left, right = tail.group() if tail else "", head.group() if head else ""
    if not left or not right:
        return False
    return _likelihood(left + right) - _likelihood(left) - _likelihood(right) > _LIKELIER


@lru_cache(maxsize=4096)
def _likelihood(text: str) -> float:
    """Logarithm of the likelihood of the best segmentation.

    >>> _likelihood("群众") > _likelihood("群") + _likelihood("众")
    True
    """
    best = [0.0]
    for end in range(1, len(text) + 1):
        best.append(max(best[start] + _cost(text[start:end]) for start in range(max(0, end - _LONGEST), end)))
    return best[-1]


def _cost(word: str) -> float:
    count = frequency(word)
    if count:
        return log(count) - _ALL
    return -_ALL - _UNKNOWN if len(word) == 1 else float("-inf")
