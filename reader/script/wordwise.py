"""Simplified to Traditional word by word, where OpenCC takes phrases wherever it finds them.

保护发展 holds 护发 and would become 保護髮展. So the text is cut into words first, by their counts, and each word is
converted by OpenCC's dictionaries on its own. Only around characters that a word can decide are words looked for:
everywhere else the characters say the same one by one.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from reader.lexicons.words import TOTAL_COUNT, words
from reader.script import overlay as mends
from reader.script.dictionaries import Group, convert_by, groups

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U000323af]+")
_LONGEST_WORD = 8
_SHORTEST_COMPOUND = 4
_PHRASE_COUNT = 20
"""The count of a phrase of OpenCC's that the word list holds less often or not at all."""
_MENDED_COUNT = 3000
"""The count of a word of the overlay: a frequent word."""


def by_words(simplified: str) -> str:
    """A simplified text in OpenCC's standard of Traditional, each word on its own; as long as it was.

    >>> by_words("保护发展，若干部门"), by_words("头发")
    ('保護發展，若干部門', '頭髮')
    """
    plain, decided = _dictionaries().by_characters, _decided_by_words()
    pieces, done = [], 0
    for run in _HAN.finditer(simplified):
        for found in decided.finditer(simplified, run.start(), run.end()):
            if found.start() >= done:
                start, end = _words_around(simplified, found.start(), max(done, run.start()), run.end())
                pieces += [plain(simplified[done:start]), _converted(simplified[start:end])]
                done = end
    pieces.append(plain(simplified[done:]))
    return "".join(pieces)


def _words_around(text: str, at: int, first: int, last: int) -> tuple[int, int]:
    """The stretch around a character that no word reaches out of, between two offsets."""
    left, right = at, at + 1
    starts = [*range(max(first, at - _LONGEST_WORD + 1), right)]
    while starts:
        found = [(start, end) for start, end in _words_from(text, starts, last) if end > left]
        before = min((start for start, _ in found), default=left)
        behind = max((end for _, end in found), default=right)
        starts = [*range(right, behind)]
        if before < left:
            starts += range(max(first, before - _LONGEST_WORD + 1), before)
        left, right = min(before, left), max(behind, right)
    return left, right


def _words_from(text: str, starts: Iterable[int], last: int) -> Iterator[tuple[int, int]]:
    """Start and end of the words that begin at some offsets and end at `last` or before."""
    for start in starts:
        for length, _ in _words_that_begin(text[start : min(last, start + _LONGEST_WORD)]):
            yield start, start + length


def _converted(stretch: str) -> str:
    """A stretch of whole words, each converted."""
    return "".join(map(_word_to_traditional, split_words(stretch)))


@cache
def _dictionaries() -> Group:
    """OpenCC's dictionaries from Simplified to Traditional."""
    return groups("s2t")[0]


@cache
def _decided_by_words() -> re.Pattern[str]:
    """The characters that a phrase of OpenCC's or a word of the overlay can write otherwise than by themselves."""
    plain = _dictionaries().by_characters
    mended = mends.tables()["traditional"].items()
    own = {old[at] for old, new in mended for at in range(len(old)) if plain(old)[at] != new[at]}
    return re.compile("|".join([_dictionaries().told.pattern, *sorted(map(re.escape, own))]))


@lru_cache(maxsize=65536)
def _word_to_traditional(word: str) -> str:
    """A word in OpenCC's standard; a compound that no dictionary of conversions holds is made of its parts."""
    mended = mends.tables()["traditional"].get(word)
    if mended:
        return mended
    if len(word) >= _SHORTEST_COMPOUND and word not in _dictionaries().phrases:
        return "".join(map(_word_to_traditional, split_words(word, len(word) - 1)))
    return convert_by("s2t", word)


def split_words(run: str, longest: int = _LONGEST_WORD) -> list[str]:
    """The words of a run of simplified characters: the split whose counts are together most likely.

    Args:
        run: Simplified characters without punctuation.
        longest: The most code points a word may have.

    >>> split_words("保护发展"), split_words("若干部门"), split_words("向制造业")
    (['保护', '发展'], ['若干', '部门'], ['向', '制造业'])
    """
    size = len(run)
    best = [0.0] * (size + 1)
    ends = [0] * size
    for start in range(size - 1, -1, -1):
        best[start], ends[start] = best[start + 1], start + 1
        piece = run[start : start + longest]
        for length, weight in _words_that_begin(piece):
            value = weight + best[start + length]
            if value > best[start]:
                best[start], ends[start] = value, start + length
        best[start] -= math.log(TOTAL_COUNT)
    pieces, at = [], 0
    while at < size:
        pieces.append(run[at : ends[at]])
        at = ends[at]
    return pieces


@lru_cache(maxsize=65536)
def _words_that_begin(piece: str) -> tuple[tuple[int, float], ...]:
    """The words with which a piece of text begins: length in code points, logarithm of the count."""
    table, phrases, mended = words(), _dictionaries().phrases, mends.tables()["traditional"]
    counts = {len(word): table[word][0][0] for word in table.prefixes(piece)}
    for length in range(2, len(piece) + 1):
        word = piece[:length]
        if word in mended:
            counts[length] = max(counts.get(length, 0), _MENDED_COUNT)
        elif word in phrases:
            counts[length] = max(counts.get(length, 0), _PHRASE_COUNT)
    return tuple((length, math.log(max(count, 1))) for length, count in counts.items())
