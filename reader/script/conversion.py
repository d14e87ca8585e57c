"""Conversion between the forms of Chinese, one code point to one, so that every offset stays true.

OpenCC replaces the longest phrases it finds, wherever they stand: 保护发展 holds 护发 and becomes 保護髮展. So the text
is cut into words first, by their counts, and each word is converted by OpenCC's dictionaries on its own.
"""

from __future__ import annotations

import math
import re
from functools import cache, lru_cache
from typing import Any

from reader.lexicons.spellings import script_characters
from reader.lexicons.words import TOTAL_COUNT, words
from reader.model import Script
from reader.script import overlay as mends
from reader.script.detection import detect_published_script

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U000323af]+")
_STRETCH = re.compile(r"[^。；！？\n]{1,2000}[。；！？\n]*|[。；！？\n]+")
"""What OpenCC is given at once: a sentence, or a piece of a longer one, because its time grows with the square."""
_LONGEST_WORD = 8
_SHORTEST_COMPOUND = 4
_PHRASE_COUNT = 20
"""The count of a phrase of OpenCC's that the word list holds less often or not at all."""
_MENDED_COUNT = 3000
"""The count of a word of the overlay: a frequent word."""

_FROM_TRADITIONAL = {Script.TAIWAN: "t2tw", Script.HONG_KONG: "t2hk"}
_FROM_SIMPLIFIED = {Script.TAIWAN: "s2tw", Script.HONG_KONG: "s2hk"}


def convert(text: str, to: Script, source: Script | None = None, *, overlay: bool = True) -> str:
    """A text in another script; as long as it was.

    A page that a machine made Traditional goes to Traditional through Simplified. What was written in Traditional
    is not converted to Traditional or to OpenCC's standard.

    Args:
        text: A stretch of an article, a paragraph at best.
        to: The form wanted.
        source: The script it was *published* in; found out from the text when it is not given.
        overlay: Mend what OpenCC gets wrong and use the usual forms; without, its own output is given.

    >>> convert("保护发展，奋进新征程", Script.TRADITIONAL), convert("著力考察干部", Script.SIMPLIFIED)
    ('保護發展，奮進新征程', '着力考察干部')
    """
    return _convert(text, to, source or detect_published_script(text) or Script.SIMPLIFIED, overlay)


@lru_cache(maxsize=4096)
def _convert(text: str, to: Script, published: Script, overlay: bool) -> str:
    if to is Script.SIMPLIFIED:
        return _to_simplified(text, overlay)
    if published is not Script.SIMPLIFIED:
        return _by_dictionaries(text, _FROM_TRADITIONAL[to]) if to in _FROM_TRADITIONAL else text
    simplified = text if _is_simplified(text) else _to_simplified(text, overlay)
    if not overlay:
        return _by_dictionaries(simplified, _FROM_SIMPLIFIED.get(to, "s2t"))
    standard = _to_traditional(simplified)
    if to is Script.OPENCC:
        return standard
    usual = mends.to_usual_forms(standard)
    if to is Script.TRADITIONAL:
        return usual
    regional = _by_dictionaries(usual, _FROM_TRADITIONAL[to])
    return mends.to_taiwan(regional) if to is Script.TAIWAN else regional


def _is_simplified(text: str) -> bool:
    """Whether a text shows that it is Simplified and nothing else; 乾 and 於 then stand as they were written."""
    simplified_only, traditional_only = script_characters()
    return traditional_only.isdisjoint(text) and not simplified_only.isdisjoint(text)


def _to_simplified(text: str, overlay: bool) -> str:
    simplified = text if _is_simplified(text) else _by_dictionaries(text, "t2s")
    return mends.mend_simplified(simplified) if overlay else simplified


def _to_traditional(simplified: str) -> str:
    """Simplified to OpenCC's standard of Traditional, word by word."""
    standard = _HAN.sub(lambda run: "".join(map(_word_to_traditional, split_words(run[0]))), simplified)
    return mends.mend_surnames(simplified, standard)


@lru_cache(maxsize=65536)
def _word_to_traditional(word: str) -> str:
    """A word in OpenCC's standard; a compound that no dictionary of conversions holds is made of its parts."""
    mended = mends.tables()["traditional"].get(word)
    if mended:
        return mended
    if len(word) >= _SHORTEST_COMPOUND and word not in _phrases():
        return "".join(map(_word_to_traditional, split_words(word, len(word) - 1)))
    return _by_dictionaries(word, "s2t")


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
    table, phrases, mended = words(), _phrases(), mends.tables()["traditional"]
    counts = {len(word): table[word][0][0] for word in table.prefixes(piece)}
    for length in range(2, len(piece) + 1):
        word = piece[:length]
        if word in mended:
            counts[length] = max(counts.get(length, 0), _MENDED_COUNT)
        elif word in phrases:
            counts[length] = max(counts.get(length, 0), _PHRASE_COUNT)
    return tuple((length, math.log(max(count, 1))) for length, count in counts.items())


@cache
def _converter(name: str) -> Any:
    """OpenCC with one of its configurations, its dictionaries loaded."""
    from opencc import OpenCC

    converter = OpenCC(name)
    converter.convert("")
    return converter


@cache
def _phrases() -> dict[str, str]:
    """OpenCC's phrases from Simplified to Traditional."""
    dictionaries: list[tuple[int, int, dict[str, str]]] = list(_converter("s2t").dict_cache.values())
    return max(dictionaries, key=lambda dictionary: dictionary[0])[2]


def _by_dictionaries(text: str, name: str) -> str:
    """OpenCC's own output."""
    return "".join(_stretch_by_dictionaries(stretch, name) for stretch in _STRETCH.findall(text))


def _stretch_by_dictionaries(text: str, name: str) -> str:
    """OpenCC's own output; a stretch that would change its length is converted character by character."""
    converted: str = _converter(name).convert(text)
    if len(converted) == len(text):
        return converted
    pieces = [str(_converter(name).convert(character)) for character in text]
    return "".join(new if len(new) == 1 else old for old, new in zip(text, pieces, strict=True))
