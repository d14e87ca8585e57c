"""How much more often words stand around articles than in them, counted on lines of pages; for `reader.lexicons.build`.

A word is counted once a page, so that no page that repeats itself weighs more than others. Its weight is the logarithm
of how much more often it stands in lines of pages than in the language, or in short lines of articles where that is
more; the fewer pages have it, the more its characters decide.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from math import log
from pathlib import Path

from reader.lexicons.page_words import words_of
from reader.lexicons.words import TOTAL_COUNT, frequency, words

_LINES = Path(__file__).with_name("page_lines.toml")
_RARE = 20
"""A word that the language hardly has counts as one that was counted so often."""
_SEEN = 2
"""On so many pages a word decides as much as its characters do."""
_FEW = 800
"""Added to the words of articles: they are few, and one of them says little."""
_RARE_CHARACTER = 3e-4
"""Added to the share of a character in either text, so that rare ones weigh little."""
_LEAST, _MOST = -3.0, 4.0
"""No word weighs less or more."""
_LEAST_CHARACTER, _MOST_CHARACTER = -2.0, 1.5
"""No character weighs less or more."""
_CHINESE = re.compile("[一-鿿]")


def page_lines(kind: str) -> list[list[str]]:
    """The lines of each page, or of each article, of `page_lines.toml`."""
    return [block["lines"].split("\n") for block in tomllib.loads(_LINES.read_text(encoding="utf-8"))[kind]]


def page_weights(pages: Iterable[Sequence[str]], articles: Iterable[Sequence[str]]) -> dict[str, float]:
    """Word or character to its weight: above 0 where it stands around articles more often than elsewhere."""
    around, inside = _counted(pages), _counted(articles)
    characters = _character_weights(around)
    all_around, all_inside = sum(around.values()), sum(inside.values())
    weights = dict(characters)
    for word, count in around.items():
        elsewhere = max((frequency(word) + _RARE) / TOTAL_COUNT, inside[word] / (all_inside + _FEW))
        own = log(count / all_around / elsewhere)
        by_characters = sum(characters.get(c, 0.0) for c in word) / len(word)
        known = count / (count + _SEEN)
        weights[word] = min(_MOST, max(_LEAST, known * own + (1 - known) * by_characters))
    for word, count in inside.items():
        if word not in around:
            by_characters = sum(characters.get(c, 0.0) for c in word) / len(word)
            weights[word] = min(by_characters, 0.0) - count / (count + _SEEN)
    return {word: round(weight, 1) for word, weight in sorted(weights.items())}


def _counted(blocks: Iterable[Sequence[str]]) -> Counter[str]:
    """On how many pages each word stands."""
    return Counter(word for lines in blocks for word in {word for line in lines for word in words_of(line)})


def _character_weights(around: Counter[str]) -> dict[str, float]:
    """How much more often each character stands in the words of pages than in those of the language."""
    seen, language = Counter[str](), Counter[str]()
    for word, count in around.items():
        seen.update(dict.fromkeys(set(word), count))
    for word, ((count,),) in ((word, words()[word]) for word in words()):
        language.update(dict.fromkeys(set(word), count))
    all_seen, all_language = seen.total(), language.total()
    return {
        character: min(
            _MOST_CHARACTER,
            max(
                _LEAST_CHARACTER,
                log((count / all_seen + _RARE_CHARACTER) / (language[character] / all_language + _RARE_CHARACTER)),
            ),
        )
        for character, count in seen.items()
        if _CHINESE.match(character)
    }
