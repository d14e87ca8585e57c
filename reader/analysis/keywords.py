"""The keywords of an article: the words and compounds that stand out against the background of the language.

How much a word stands out is Dunning's log-likelihood ratio (T. Dunning, Accurate Methods for the Statistics of
Surprise and Coincidence, Computational Linguistics 19, 1993) of its count here to its count in the background.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Container, Iterable, Sequence

from reader.analysis.compounds import Candidate, find_candidates, words_of
from reader.analysis.segmentation import word_count
from reader.analysis.wording import is_uncertain
from reader.lexicons.places import is_place
from reader.lexicons.terms import terms
from reader.lexicons.verbs import is_verb
from reader.lexicons.words import TOTAL_COUNT
from reader.model import Article, Keyword, Kind, Passage, Slogan, SloganKind, digested

MOST_KEYWORDS = 30
"""How many are given at most."""

_UNKNOWN_COUNT = 3
"""The count of a word that the background does not hold: that of its rarest words."""
_COMPOUND_COUNT = 1
"""The count of a compound in the background."""
_HEADLINE_WEIGHT = 1.5
"""How much more a word counts that stands in the headline or in a heading."""
_LONE_WEIGHT = 0.5
"""How much less a word counts that stands only once."""
_VERB_WEIGHT = 0.5
"""How much less a word counts that says what is done, not what it is done to."""
_INNER_WEIGHT = 0.5
"""How much less a word counts that a longer keyword holds and that stands alone no more often."""
_PHRASES = frozenset({SloganKind.PARALLEL, SloganKind.QUOTED, SloganKind.MAXIM, SloganKind.NUMBERED})
"""Slogans whose single words are no subjects of the article."""
_PLACE_KINDS = "省市区县州旗镇乡"


def find_keywords(article: Article, slogans: Iterable[Slogan] = ()) -> tuple[Keyword, ...]:
    """The keywords of an article, the one that stands out most first; in the script of the page.

    Args:
        article: The article as it was built.
        slogans: Its slogans; words that stand nowhere but inside of one are left out.
    """
    lines = [words_of(article, index) for index in digested(article.paragraphs)]
    phrases = _phrases(slogans)
    candidates = [
        one for one in _with_short_forms(find_candidates(lines)) if not (_is_doubtful(one) or _is_part(one, phrases))
    ]
    total = sum(len(line) for line in lines)
    heads = {
        index for index, paragraph in enumerate(article.paragraphs) if paragraph.kind in (Kind.TITLE, Kind.HEADING)
    }
    holding = _Holding(candidates)
    scored = ((_score(one, total, heads, is_inner=holding.holds(one)), one) for one in candidates)
    best = sorted((one for one in scored if one[0] > 0), key=lambda one: (-one[0], one[1].mentions[0]))
    return tuple(_keyword(article, score, candidate) for score, candidate in best[:MOST_KEYWORDS])


def _with_short_forms(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, a name and its short form made one: 市南区 and 市南, 进博会 and 进博."""
    kept = {one.text: one for one in candidates}
    longer = {one.text[:-1]: one.text for one in candidates}
    for one in candidates:
        full = _place_name(one.text, kept) or (is_uncertain(one.text) and longer.get(one.text))
        if full and full in kept:
            kept[full].mentions = sorted([*kept[full].mentions, *kept.pop(one.text).mentions])
    return list(kept.values())


def _place_name(text: str, names: Container[str]) -> str | None:
    """The name among these of a place that a text may be short for."""
    return next((text + kind for kind in _PLACE_KINDS if text + kind in names and is_place(text + kind)), None)


def _is_doubtful(candidate: Candidate) -> bool:
    """Whether a word stands only once and nothing but its characters says that it is one."""
    return candidate.size == 1 and len(candidate.mentions) == 1 and is_uncertain(candidate.text)


def _phrases(slogans: Iterable[Slogan]) -> dict[int, list[Passage]]:
    """Where set phrases and their members stand, by paragraph."""
    found: dict[int, list[Passage]] = {}
    for slogan in slogans:
        if slogan.kind in _PHRASES:
            members = (member.passage for member in slogan.members if member.passage)
            for passage in (*slogan.mentions, *members):
                found.setdefault(passage.paragraph, []).append(passage)
    return found


def _is_part(candidate: Candidate, phrases: dict[int, list[Passage]]) -> bool:
    """Whether a word stands nowhere but as a part of set phrases."""
    return candidate.text not in terms() and all(
        any(
            phrase.start <= mention.start and mention.end <= phrase.end and phrase != mention
            for phrase in phrases.get(mention.paragraph, ())
        )
        for mention in candidate.mentions
    )


class _Holding:
    """Which candidates stand inside of others."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self._counts: dict[str, int] = {}
        for one in candidates:
            count, length = len(one.mentions), len(one.text)
            for start in range(length) if one.size > 1 else ():
                for end in range(start + 2, length + 1):
                    part = one.text[start:end]
                    if len(part) < length:
                        self._counts[part] = max(self._counts.get(part, 0), count)

    def holds(self, candidate: Candidate) -> bool:
        """Whether a longer candidate that is at least as frequent holds this one."""
        return self._counts.get(candidate.text, 0) >= len(candidate.mentions)


def _keyword(article: Article, score: float, candidate: Candidate) -> Keyword:
    """A candidate in the words of the article, those that are written most often."""
    forms = Counter(article.text_of(mention) for mention in candidate.mentions)
    return Keyword(forms.most_common(1)[0][0], len(candidate.mentions), score, tuple(candidate.mentions))


def _score(candidate: Candidate, total: int, heads: set[int], *, is_inner: bool) -> float:
    """How much a candidate stands out.

    Args:
        candidate: A word or compound.
        total: Words of the article.
        heads: Paragraphs that are headlines.
        is_inner: Whether a longer candidate holds it that is no rarer.
    """
    count = len(candidate.mentions)
    known = _COMPOUND_COUNT if candidate.size > 1 else max(word_count(candidate.text), _UNKNOWN_COUNT)
    score = _log_likelihood(count, total, known, TOTAL_COUNT)
    if count == 1:
        score *= _LONE_WEIGHT
    if candidate.size == 1 and is_verb(candidate.text):
        score *= _VERB_WEIGHT
    if is_inner:
        score *= _INNER_WEIGHT
    if any(mention.paragraph in heads for mention in candidate.mentions):
        score *= _HEADLINE_WEIGHT
    return round(score, 2)


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
