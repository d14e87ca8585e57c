"""Cutting a text into words, by jieba over the packaged table of words.

The only module that imports jieba, and not before the first cut. jieba builds its dictionary from a text file and
keeps it in a cache file; here it looks words up in the memory-mapped table, which opens in milliseconds and gives
the same cuts.
"""

from __future__ import annotations

import math
import re
import sys
import warnings
from functools import cache, lru_cache
from typing import Any

from reader.analysis.vocabulary import continued, lone
from reader.lexicons.terms import terms
from reader.lexicons.words import TOTAL_COUNT, frequency
from reader.model import Span
from reader.script.folding import simplify
from reader.script.overlay import mend_simplified

_STRETCH = re.compile(r"[^。；！？!?;\n]{1,1000}[。；！？!?;\n]*|[。；！？!?;\n]+")
"""What is cut at once: a sentence; a longer one in pieces, because unknown words cost the square of their length."""

_LOG_TOTAL = math.log(TOTAL_COUNT)
_LONGEST_WORD = 16
_TERM_COUNT = 2000
"""The count that a policy term is given, so that it is kept whole."""


@lru_cache(maxsize=1 << 17)
def word_count(word: str) -> int:
    """How often a simplified word was counted in the background, policy terms included."""
    return max(frequency(word), _TERM_COUNT if word in terms() else 0)


@lru_cache(maxsize=1 << 17)
def _weight(word: str) -> float:
    """The logarithm of a word's share of all words; one that is unknown counts as met once."""
    return math.log(word_count(word) or 1) - _LOG_TOTAL


class _Counts:
    """The packaged counts, as jieba asks for them."""

    get = staticmethod(word_count)


def cut(text: str) -> list[Span]:
    """The words, numbers, marks and spaces of a text, in order and without gaps.

    Args:
        text: The text as written, in any script; it is cut in its `simplify` form.

    >>> [text[span.start:span.end] for text in ("推動高質量發展",) for span in cut(text)]
    ['推動', '高質量發展']
    """
    return cut_simplified(simplified_for_words(text))


def simplified_for_words(text: str) -> str:
    """A text in the form in which it is cut, in equal length."""
    return mend_simplified(simplify(text))


def cut_simplified(simplified: str) -> list[Span]:
    """The same as `cut` for a text that is in this form."""
    tokenizer = _tokenizer()
    spans: list[Span] = []
    at = 0
    for stretch in _STRETCH.finditer(simplified):
        for word in tokenizer.cut(stretch[0]):
            spans.append(Span(at, at + len(word)))
            at += len(word)
    return spans


@cache
def _tokenizer() -> Any:
    """jieba's tokenizer over the packaged table."""
    base: Any = _import_jieba().Tokenizer

    class PackagedTokenizer(base):  # type: ignore[misc]
        """Finds the words at a point by one walk down the table, and the likeliest way through them by kept weights."""

        def calc(self, sentence: str, DAG: dict[int, list[int]], route: dict[int, tuple[float, int]]) -> None:  # noqa: N803
            """The likeliest way from each character to the end, as jieba's own does."""
            route[len(sentence)] = (0.0, 0)
            for start in range(len(sentence) - 1, -1, -1):
                ends = DAG[start]
                best, step = _weight(sentence[start : ends[0] + 1]) + route[ends[0] + 1][0], ends[0]
                for last in ends[1:]:
                    way = _weight(sentence[start : last + 1]) + route[last + 1][0]
                    if way > best or (way == best and last > step):
                        best, step = way, last
                route[start] = (best, step)

        def get_DAG(self, sentence: str) -> dict[int, list[int]]:  # noqa: N802
            """Where the words that begin at each character end, as jieba's own does."""
            by_start = terms_by_start()
            ends: dict[int, list[int]] = {}
            for start in range(len(sentence)):
                pair = sentence[start : start + 2]
                found = [start] if lone(pair[0]) is not None else []
                if len(pair) == 2:
                    found += _longer_ends(sentence, start, pair)
                ends[start] = found or [start]
                for term in by_start.get(pair, ()):
                    if sentence.startswith(term, start) and start + len(term) - 1 not in ends[start]:
                        ends[start].append(start + len(term) - 1)
            return ends

    tokenizer = PackagedTokenizer()
    tokenizer.FREQ = _Counts()
    tokenizer.total = TOTAL_COUNT
    tokenizer.initialized = True
    return tokenizer


def _longer_ends(sentence: str, start: int, pair: str) -> list[int]:
    """Where the words of two characters and more end that begin at a place with a pair, the shortest first."""
    known, by_third = continued(pair)
    ends = [] if known is None else [start + 1]
    longer = by_third.get(sentence[start + 2 : start + 3]) if by_third else None
    if longer:
        ends += sorted(
            start + length - 1
            for word, length, _ in longer
            if length <= _LONGEST_WORD and sentence.startswith(word, start)
        )
    return ends


@cache
def terms_by_start() -> dict[str, tuple[str, ...]]:
    """The policy terms by their first two characters."""
    found: dict[str, list[str]] = {}
    for term in terms():
        found.setdefault(term[:2], []).append(term)
    return {start: tuple(those) for start, those in found.items()}


def _import_jieba() -> Any:
    """Import jieba without its warnings, and without pkg_resources, which it can do without and which takes long."""
    hidden = sys.modules.get("pkg_resources")
    sys.modules["pkg_resources"] = None  # type: ignore[assignment]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import jieba
    finally:
        if hidden is None:
            del sys.modules["pkg_resources"]
        else:
            sys.modules["pkg_resources"] = hidden
    return jieba
