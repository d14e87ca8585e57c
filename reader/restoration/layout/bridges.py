"""Whether a break between two lines runs through a word or a number.

The characters around the break are segmented twice by how often words stand in the language (a unigram model, as in
jieba's dictionary): once freely, once with a border at the break. Where the free reading is much likelier, a word
stands across the break.
"""

from __future__ import annotations

from functools import lru_cache
from math import log

from reader.lexicons.words import frequency
from reader.model.patterns import pattern
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

_TAIL = pattern(f"{HANZI_OR_LOST}*$")
_HEAD = pattern(f"{HANZI_OR_LOST}*")
_RUNNING = pattern("[,。、;]")
"""Marks of running text; a line without one may end in a time or a year."""
_COUNTED = pattern(
    r"[0-9]|\.\d|年|月|日(?![本前常])|[万亿%]|个(?![人别体性])|时(?![任代间隔报尚值下刻])|分(?![析别类公局管布享工])|秒|[吨米亩岁辆架]"
    r"|人(?![民大才员们社事力工物口])|名(?![单为称誉])|户(?![籍外口])|家(?![长庭居电具乡])|列(?![车入席])|条(?![例件])|项(?!目)"
    r"|台(?![湾风州])|元(?![旦首宵月])|[套件]|次(?!日)|公里|公顷|多[个名家项]|余[个名家项]"
)
"""What goes on behind a figure."""
_FIGURE = pattern(r"(?<![\d:./-])\d{1,5}(?:\.\d*)?$")
"""A figure, no time, day or telephone number."""
_YEAR = pattern(r"\d(?:年|月)$")
_MONTH = pattern(r"\d{1,2}(?:月|日)")
_NAMED = pattern(f"、{HANZI}$")
_NAME = pattern(f"{HANZI}{{1,2}}(?:、|等)")
"""The second half of a name in a row of names."""
_DAY = pattern(r"(?:19|20)\d\d(?:[-/.]\d|年)")
"""What a line begins with instead."""


def splits_word(before: str, after: str) -> bool:
    """Whether a word or a number stands across the break between two simplified lines, one of them running text.

    >>> splits_word("以巨大的政治勇", "气深化改革。"), splits_word("直面作风顽疾", "作风兴市,人心所向。")
    (True, False)
    >>> splits_word("竣工40部,在建1", "00余部"), splits_word("2022-03-03 10:05", "7月4日")
    (True, False)
    """
    if before[-1] in "0123456789":
        running = _RUNNING.search(before) or (_FIGURE.search(before) and _RUNNING.search(after))
        return running is not None and _COUNTED.match(after) is not None and not _DAY.match(after)
    end = before[-2:]
    if (_YEAR.match(end) and _MONTH.match(after)) or (_NAMED.match(end) and _NAME.match(after)):
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
    if not left or not right or not _has_word_across(left, right):
        return False
    return likelihood(left + right) - likelihood(left) - likelihood(right) > _LIKELIER


def _has_word_across(left: str, right: str) -> bool:
    """Whether a word of the language begins in what stands before a break and ends behind it."""
    return any(
        frequency(left[-before:] + right[:after])
        for before in range(1, min(_LONGEST, len(left) + 1))
        for after in range(1, min(_LONGEST - before, len(right)) + 1)
    )


@lru_cache(maxsize=4096)
def likelihood(text: str) -> float:
    """Logarithm of the likelihood of the best segmentation.

    >>> likelihood("群众") > likelihood("群") + likelihood("众")
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
