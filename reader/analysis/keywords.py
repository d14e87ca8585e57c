"""The keywords of an article: the words and compounds that stand out against the background of the language.

How much a word stands out is Dunning's log-likelihood ratio (T. Dunning, Accurate Methods for the Statistics of
Surprise and Coincidence, Computational Linguistics 19, 1993) of its count here to its count in the background.
Neighbouring words that keep together become one compound, and a word counts only where it stands outside its compounds
(after the C-value of K. Frantzi, S. Ananiadou and H. Mima, Automatic Recognition of Multi-Word Terms, 2000).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from reader.analysis.segmentation import cut, word_count
from reader.lexicons.terms import function_words, plain_verbs, plain_words, terms
from reader.lexicons.words import TOTAL_COUNT
from reader.model import Article, Keyword, Kind, Passage, digested
from reader.script.folding import simplify
from reader.script.overlay import mend_simplified

MOST_KEYWORDS = 30
"""How many are given at most."""

_LONGEST_COMPOUND = 8
"""Words in a compound."""
_LONGEST_COMPOUND_TEXT = 20
"""Code points in a compound."""
_KEEPS_TOGETHER = 0.6
"""The share of its rarest word's places that a compound has to hold."""
_UNKNOWN_COUNT = 3
"""The count of a word that the background does not hold: that of its rarest words."""
_COMPOUND_COUNT = 1
"""The count of a compound in the background."""
_HEADLINE_WEIGHT = 1.5
"""How much more a word counts that stands in the headline or in a heading."""
_LONE_WEIGHT = 0.5
"""How much less a word counts that stands only once."""

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U000323af]+")
_LATIN_WORD = re.compile(r"[a-z][a-z0-9+\-]+")
_COUNTED = re.compile(r"[二两三四五六七八九十百千双]+(?:多|余)?[\u4e00-\u9fff]")
"""A number in characters with its measure, which may begin a name: 十二条."""
_POINTING = re.compile(r"[这那该各每某本其此].+|一(.)\1")
_BUILDING = frozenset(
    "的地得了着过吗呢吧是在有和与及或等对为被将已应可须并也就都还又再不没以从到向把让给这那其该此各每某个们所而则且但若如因由于之"
    "上下中内外前后里时按经用做作受来去说日月年名位项条种次件元万亿多余几一二三四五六七八九十百千两第则以至均本适凡未即仍更最很太才只又且并"
)
"""Characters that build sentences, count or date where they stand as words of their own."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word where it stands."""

    text: str
    """Its simplified form."""
    passage: Passage
    """Its place."""


@cache
def _names_something(text: str) -> bool:
    """Whether a word can be a keyword by itself.

    >>> [_names_something(word) for word in ("军规", "进行", "因为", "应派", "gdp", "区", "50", "各项任务")]
    [True, False, False, False, True, False, False, False]
    """
    if text in terms():
        return True
    if text in function_words() or text in plain_words() or _POINTING.fullmatch(text):
        return False
    if _HAN.fullmatch(text) and len(text) > 1:
        return bool(word_count(text)) or _BUILDING.isdisjoint((text[0], text[-1]))
    return bool(_LATIN_WORD.fullmatch(text))


@cache
def _can_join(text: str) -> bool:
    """Whether a word can be part of a compound."""
    if not _HAN.fullmatch(text) or _POINTING.fullmatch(text):
        return False
    return text in terms() or (text not in _BUILDING and text not in function_words())


@cache
def _can_begin(text: str) -> bool:
    """Whether a compound can begin with a word: not with a verb that takes it as its object."""
    return bool(_COUNTED.fullmatch(text)) or (_can_join(text) and text not in plain_verbs())


def _ends_a_number(text: str) -> bool:
    """Whether a single character after a word is its measure: 5届, 三名."""
    return text.isdecimal() or text[-1] in "零一二三四五六七八九十百千万亿两几数余多"


@cache
def _can_end(text: str) -> bool:
    """Whether a compound can end with a word."""
    return _can_join(text) and text not in plain_verbs()


@dataclass(slots=True)
class _Candidate:
    """A word or compound that may be a keyword."""

    text: str
    """Its simplified form."""
    size: int
    """How many words it is made of."""
    mentions: list[Passage]
    """Where it stands, and not as part of a longer candidate."""


def find_keywords(article: Article) -> tuple[Keyword, ...]:
    """The keywords of an article, the one that stands out most first; in the script of the page."""
    lines = [_words(article, index) for index in digested(article.paragraphs)]
    candidates = _candidates(lines)
    total = sum(len(line) for line in lines)
    heads = {
        index for index, paragraph in enumerate(article.paragraphs) if paragraph.kind in (Kind.TITLE, Kind.HEADING)
    }
    scored = [_keyword(article, candidate, total, heads) for candidate in candidates]
    best = sorted((word for word in scored if word.score > 0), key=lambda word: (-word.score, word.mentions[0]))
    return tuple(best[:MOST_KEYWORDS])


def _words(article: Article, index: int) -> list[_Word]:
    """The words of one paragraph; marks and spaces are words too, so that no compound goes over them."""
    text = article.paragraphs[index].text
    simplified = mend_simplified(simplify(text))
    return [_Word(simplified[span.start : span.end], Passage(index, *span)) for span in cut(text)]


def _candidates(lines: list[list[_Word]]) -> list[_Candidate]:
    """Compounds that keep together, and the words outside them."""
    compounds = _compounds(lines)
    beginnings = {run[0] for run in compounds}
    found: dict[tuple[str, ...], _Candidate] = {}
    for line in lines:
        at = 0
        while at < len(line):
            sizes = range(_LONGEST_COMPOUND, 1, -1) if line[at].text in beginnings else ()
            size = next((n for n in sizes if _texts(line, at, n) in compounds), 1)
            texts = _texts(line, at, size)
            if size > 1 or _names_something(texts[0]):
                candidate = found.setdefault(texts, _Candidate("".join(texts), size, []))
                first, last = line[at].passage, line[at + size - 1].passage
                candidate.mentions.append(Passage(first.paragraph, first.start, last.end))
            at += size
    return list(found.values())


def _texts(line: list[_Word], at: int, size: int) -> tuple[str, ...]:
    """The words of a run, or none where the line ends before it does."""
    return tuple([word.text for word in line[at : at + size]]) if at + size <= len(line) else ()


def _compounds(lines: list[list[_Word]]) -> set[tuple[str, ...]]:
    """Runs of words that stand together more than once, and of which one hardly stands elsewhere."""
    runs: Counter[tuple[str, ...]] = Counter()
    for line in lines:
        for at, first in enumerate(line):
            runs[(first.text,)] += 1
            if not _can_begin(first.text) or (len(first.text) == 1 and at and _ends_a_number(line[at - 1].text)):
                continue
            for size in range(2, _LONGEST_COMPOUND + 1):
                run = _texts(line, at, size)
                if not run or not _can_join(run[-1]):
                    break
                runs[run] += 1
    kept = {run for run, count in runs.items() if len(run) > 1 and count > 1 and _keeps_together(run, runs)}
    return kept - _weaker_than_a_rival(kept, runs)


def _keeps_together(run: tuple[str, ...], runs: Counter[tuple[str, ...]]) -> bool:
    """Whether a run is a compound: a name at its ends, and one of its words, or its rest, hardly without it."""
    if not (_can_begin(run[0]) and _can_end(run[-1])) or not any(_names_something(word) for word in run):
        return False
    if sum(map(len, run)) > _LONGEST_COMPOUND_TEXT:
        return False
    rest = [run[1:]] * (len(run[0]) == 1) + [run[:-1]] * (len(run[-1]) == 1)
    rarest = min(runs[(word,)] for word in run if len(word) > 1)
    return runs[run] >= _KEEPS_TOGETHER * max([rarest, *(runs[part] for part in rest)])


def _weaker_than_a_rival(kept: set[tuple[str, ...]], runs: Counter[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """Of a run and a longer one that holds it, the longer where it is nearly as frequent is right, else the shorter."""
    weaker = set()
    for run in sorted(kept, key=len):
        for size in range(2, len(run)):
            for at in range(len(run) - size + 1):
                part = run[at : at + size]
                if part in kept and part not in weaker:
                    weaker.add(part if runs[run] >= _KEEPS_TOGETHER * runs[part] else run)
    return weaker


def _keyword(article: Article, candidate: _Candidate, total: int, heads: set[int]) -> Keyword:
    count = len(candidate.mentions)
    known = _COMPOUND_COUNT if candidate.size > 1 else max(word_count(candidate.text), _UNKNOWN_COUNT)
    score = _log_likelihood(count, total, known, TOTAL_COUNT)
    if count == 1:
        score *= _LONE_WEIGHT
    if any(mention.paragraph in heads for mention in candidate.mentions):
        score *= _HEADLINE_WEIGHT
    forms = Counter(article.text_of(mention) for mention in candidate.mentions)
    return Keyword(forms.most_common(1)[0][0], count, round(score, 2), tuple(candidate.mentions))


def _log_likelihood(count: int, total: int, known: int, known_total: int) -> float:
    """Dunning's ratio, 0 for a word that stands here no more often than in the background.

    >>> _log_likelihood(5, 1000, 100, 1_000_000) > _log_likelihood(5, 1000, 1000, 1_000_000) > 0
    True
    >>> _log_likelihood(1, 1000, 5000, 1_000_000)
    0.0
    """
    share = (count + known) / (total + known_total)
    if count / total <= known / known_total:
        return 0.0
    return 2 * (count * math.log(count / (total * share)) + known * math.log(known / (known_total * share)))
