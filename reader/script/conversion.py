"""Conversion between the forms of Chinese, one code point to one, so that every offset stays true.

OpenCC replaces the longest phrases it finds, wherever they stand: 保护发展 holds 护发 and becomes 保護髮展. So the text
is cut into words first, by their counts, and each word is converted by OpenCC's dictionaries on its own.
"""

from __future__ import annotations

from functools import lru_cache

from reader.lexicons.spellings import script_characters
from reader.model import Script
from reader.script import overlay as mends
from reader.script.detection import detect_published_script
from reader.script.dictionaries import convert_by
from reader.script.wordwise import by_words

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
    return _converted(text, to, source or detect_published_script(text) or Script.SIMPLIFIED, overlay)


@lru_cache(maxsize=4096)
def _converted(text: str, to: Script, published: Script, overlay: bool) -> str:
    return convert_anew(text, to, published, overlay=overlay)


def convert_anew(text: str, to: Script, published: Script, *, overlay: bool = True) -> str:
    """The same as `convert` for a text whose script is known, without keeping the result."""
    if to is Script.SIMPLIFIED:
        return _to_simplified(text, overlay)
    if published is not Script.SIMPLIFIED:
        return convert_by(_FROM_TRADITIONAL[to], text) if to in _FROM_TRADITIONAL else text
    simplified = text if _is_simplified(text) else _to_simplified(text, overlay)
    if not overlay:
        return convert_by(_FROM_SIMPLIFIED.get(to, "s2t"), simplified)
    standard = mends.mend_surnames(simplified, by_words(simplified))
    if to is Script.OPENCC:
        return standard
    usual = mends.to_usual_forms(standard)
    if to is Script.TRADITIONAL:
        return usual
    regional = convert_by(_FROM_TRADITIONAL[to], usual)
    return mends.to_taiwan(regional) if to is Script.TAIWAN else regional


def _is_simplified(text: str) -> bool:
    """Whether a text shows that it is Simplified and nothing else; 乾 and 於 then stand as they were written."""
    simplified_only, traditional_only = script_characters()
    return traditional_only.isdisjoint(text) and not simplified_only.isdisjoint(text)


def _to_simplified(text: str, overlay: bool) -> str:
    simplified = text if _is_simplified(text) else convert_by("t2s", text)
    return mends.mend_simplified(simplified) if overlay else simplified
