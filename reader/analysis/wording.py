"""What a word can do in the name of a thing: be one by itself, begin one, stand in one, end one."""

from __future__ import annotations

import re
from functools import cache

from reader.analysis.segmentation import word_count
from reader.lexicons.surnames import has_surname
from reader.lexicons.terms import clause_builders, final_verbs, function_words, plain_verbs, plain_words, terms

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U000323af]+")
_LATIN_WORD = re.compile(r"[a-z][a-z0-9+\-]+")
_NUMERAL = "〇零一二两三四五六七八九十百千万亿几数余多"
_COUNTED = re.compile(r"[二两三四五六七八九十百千双]+(?:多|余)?[\u4e00-\u9fff]")
"""A number in characters with its measure, which may begin a name: 十二条."""
_ORDINAL = re.compile(rf"第[{_NUMERAL}\d]+.?")
_PREPOSITION = re.compile(r"[在被将把让给从到向对与和及].{3}")
_POINTING = re.compile(r"[这那该各每某本其此].+|一(.)\1")
_BUILDING = frozenset(
    "的地得了着过吗呢吧是在有和与及或等对为被将已应可须并也就都还又再不没以从到向把让给这那其该此各每某个们所而则且但若如因由于之"
    "上下中内外前后里时按经用做作受来去说日月年名位项条种次件元万亿多余几一二三四五六七八九十百千两第则以至均本适凡未即仍更最很太才只"
    "同要我你他她它谁愿称据自依拟需遭另较占互暂爰故亦无想看使似像比正倘虽走创寻"
)
"""Characters that build sentences, count or date where they stand as words of their own."""
_NEVER_LAST = frozenset("新好浓满增送近出负广见高小大加兼超暨达致驻赴走进起快慢强弱美低短轻定列派放打抓提")

"""Characters that say something of what follows or went before, and name nothing at the end of a run."""


@cache
def is_clause(text: str) -> bool:
    """Whether a word of the dictionary is a clause: four characters that begin with a word that builds one.

    >>> is_clause("主持会议"), is_clause("在京举行"), is_clause("全面从严治党"), is_clause("不良贷款")
    (True, True, False, False)
    """
    if len(text) != 4 or text in terms():
        return False
    return text[:2] in clause_builders() or text[:2] in function_words() or bool(_PREPOSITION.fullmatch(text))


@cache
def names_something(text: str) -> bool:
    """Whether a word can be a keyword by itself.

    >>> [names_something(word) for word in ("军规", "进行", "因为", "应派", "gdp", "区", "50", "各项任务", "第二届")]
    [True, False, False, False, True, False, False, False, False]
    """
    if text in terms():
        return True
    if text in function_words() or text in plain_words() or is_clause(text):
        return False
    if _POINTING.fullmatch(text) or _ORDINAL.fullmatch(text):
        return False
    if _HAN.fullmatch(text) and len(text) > 1:
        return bool(word_count(text)) or _BUILDING.isdisjoint((text[0], text[-1]))
    return bool(_LATIN_WORD.fullmatch(text))


@cache
def is_uncertain(text: str) -> bool:
    """Whether nothing but the place of its characters makes a word of a text: no dictionary, no family name, no Latin.

    >>> is_uncertain("通伦"), is_uncertain("军规"), is_uncertain("陈文超"), is_uncertain("rcep")
    (True, False, False, False)
    """
    return not (word_count(text) or _LATIN_WORD.fullmatch(text) or (len(text) == 3 and has_surname(text)))


@cache
def can_join(text: str) -> bool:
    """Whether a word can be part of a compound."""
    if not _HAN.fullmatch(text) or _POINTING.fullmatch(text) or text in clause_builders() or is_clause(text):
        return False
    return text in terms() or (text not in _BUILDING and text not in function_words())


@cache
def can_begin(text: str) -> bool:
    """Whether a compound can begin with a word: not with a verb that takes it as its object."""
    return bool(_COUNTED.fullmatch(text)) or (can_join(text) and text not in plain_verbs() | final_verbs())


@cache
def can_end(text: str) -> bool:
    """Whether a compound can end with a word."""
    return can_join(text) and text not in plain_verbs() | _NEVER_LAST and not _COUNTED.fullmatch(text)


def ends_a_number(text: str) -> bool:
    """Whether a single character after a word is its measure: 5届, 三名."""
    return text.isdecimal() or text[-1] in _NUMERAL
