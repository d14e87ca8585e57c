"""Words of a short stretch of text, by the most likely path through the packaged word counts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from reader.analysis.vocabulary import continued, lone
from reader.lexicons.clauses import clause_words
from reader.lexicons.verbs import is_verb
from reader.lexicons.words import words

_UNKNOWN = -16.0
"""Log probability of a character that no word begins with."""
_DENYING = ("不", "未", "非")
"""Before a state these make a limit of a noun with it: 不合格样品."""
_EACH = ("户", "亩", "村", "镇", "县", "校", "店", "企")
"""Before 均 these say whose share it is."""
_LONGEST = 8
"""Longest word that is tried, in code points."""


@lru_cache(maxsize=4096)
def cut(text: str) -> tuple[str, ...]:
    """The words of a clause, joined again they are the text; meant for up to a hundred code points.

    >>> cut("受理既有住宅加装电梯")
    ('受理', '既有', '住宅', '加装', '电梯')
    """
    size = len(text)
    best = [0.0] * (size + 1)
    step = [1] * size
    for at in range(size - 1, -1, -1):
        known = lone(text[at])
        top, length = (_UNKNOWN if known is None or known < _UNKNOWN else known) + best[at + 1], 1
        if at + 1 < size:
            pair, by_third = continued(text[at : at + 2])
            if pair is not None and (score := pair + best[at + 2]) > top:
                top, length = score, 2
            for word, longer, likelihood in by_third.get(text[at + 2], ()) if by_third and at + 2 < size else ():
                if longer <= _LONGEST and text.startswith(word, at) and (score := likelihood + best[at + longer]) > top:
                    top, length = score, longer
        best[at], step[at] = top, length
    found: list[str] = []
    at = 0
    while at < size:
        found.append(text[at : at + step[at]])
        at += step[at]
    return tuple(found)


def phrase_words(text: str) -> list[str]:
    """The words of a clause, terms of statistics whole, a verb and its object or a noun and its verb apart.

    >>> phrase_words("居民人均可支配收入"), phrase_words("食品价格下降")
    (['居民', '人均', '可支配收入'], ['食品', '价格', '下降'])
    """
    return list(_phrase_words(text))


@lru_cache(maxsize=4096)
def _phrase_words(text: str) -> tuple[str, ...]:
    compounds, initials = clause_words("compounds"), _compound_initials()
    parts = cut(text)
    found: list[str] = []
    at = 0
    while at < len(parts):
        word, size = parts[at], 1
        if word[0] in initials:
            size = next((n for n in (4, 3, 2) if "".join(parts[at : at + n]) in compounds), 1)
        if size > 1:
            found.append("".join(parts[at : at + size]))
        elif len(word) == 4:
            found += _halves(word)
        else:
            found.append(word)
        at += size
    return tuple(_joined(found))


def _joined(words: list[str]) -> list[str]:
    """新 with its verb, 不 and 未 with a state behind a verb or before a noun, 亩均 and its like, each as one word.

    >>> _joined(["新", "修", "公路"]), _joined(["检出", "不", "合格", "样品"]), _joined(["不", "合格"])
    (['新修', '公路'], ['检出', '不合格', '样品'], ['不', '合格'])
    """
    found: list[str] = []
    skipped = False
    for at, word in enumerate(words):
        before, following = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
        if skipped:
            skipped = False
        elif (
            (word == "新" and following in clause_words("acts"))
            or (word in _EACH and following == "均")
            or (word in _DENYING and _is_state(following, before, words[at + 2 : at + 3]))
        ):
            found.append(word + following)
            skipped = True
        else:
            found.append(word)
    return found


def _is_state(word: str, before: str, noun: Sequence[str]) -> bool:
    """Whether a word behind 不 limits the noun behind it rather than denying that something is done to it."""
    if len(word) != 2 or not noun or noun[0] in clause_words("edges") or noun[0][0] < "\u4e00":
        return False
    if word in clause_words("links") or word in clause_words("heads"):
        return False
    return not is_verb(word) or is_verb(before)


@cache
def _compound_initials() -> frozenset[str]:
    return frozenset(word[0] for word in clause_words("compounds"))


def _halves(word: str) -> list[str]:
    """价格下降 and 挽回损失 in two, other words of four characters whole."""
    first, second = word[:2], word[2:]
    if word in clause_words("compounds") or first not in words() or second not in words():
        return [word]
    is_object = is_verb(first) and not is_verb(second) and first not in clause_words("nominal")
    return [first, second] if second in clause_words("predicates") or is_object else [word]
