"""What a web page's program, style sheet or player leaves in its text, seen on the `simplify` form."""

from __future__ import annotations

import re

from reader.lexicons.chrome import chrome_pattern
from reader.model.patterns import pattern
from reader.restoration.layout.marks import HANZI

_CODE = pattern(
    r"(?:^|[\s;{(])(?:var|let|const|function|document|window|jquery|typeof|return)\b[\s.(\[]*[\w$]*\s*[=.(\[{]|\$\(|</?[a-z][a-z0-9]{0,9}(?:\s[^<>]*)?/?>|<!--|-->|/\*.*\*/|\)\.push\(|^\s*(?:if|else|for|function)\s*[({]|^[\s{}()\[\];,]*$"
    r"|[.#]?[a-z][\w-]*\s*\{[^{}]*:[^{}]*\}?|\{\s*[a-z-]{2,24}\s*:[^{}]*\}|\bhttp-equiv\b|@(?:media|import|charset)\b|^[a-z-]{4,24}\s*:\s*[^;]{1,40};\s*$"
    r"|^[a-z_$][\w$.]*\([^()]*\);?\s*$|powered by|processed in|archiver|gmt[+-]\d"
)
_PLAYER = chrome_pattern(
    r"(?:<player>|\d{1,3}%|\d(?:\.\d+)?x|\d{1,2}:\d\d(?::\d\d)?(?:\s*/\s*\d{1,2}:\d\d(?::\d\d)?)?|您的浏览器.{0,20}|不支持.{0,12}"
    r"|[\s/:|.,。!…\-])+"
)
_PLAYER_TELLS = chrome_pattern(r"<player_tells>|\d:\d\d\s*/\s*\d")
_LATIN = pattern("[a-z]|/\\*|[{}]")
"""Code has some of these."""
_LOOKED_AT = 400
"""Code shows itself in so many code points."""
_SENTENCE = pattern(f"{HANZI}[,。、]|[,。、]{HANZI}")
_CLAUSES = 1
"""Prose that shows a tag has so many marks beside Chinese, and ends as a sentence."""
_SHARE = 2
"""Chinese characters stand for less than one in so many code points of code."""


def is_remains(text: str) -> bool:
    """Whether a line is code, styles, tags or the words of a player.

    >>> is_remains("var _hmt = _hmt || [];"), is_remains("00:00/03:21"), is_remains("播放量破亿的短视频")
    (True, True, False)
    >>> is_remains("用<p>分段,用<br>换行,用<b>和</b>加粗。")
    False
    """
    if len(text) <= 60 and _PLAYER_TELLS.search(text) and _PLAYER.fullmatch(text):
        return True
    if _LATIN.search(text, 0, _LOOKED_AT) is None or _CODE.search(text[:_LOOKED_AT]) is None:
        return False
    if text[-1] == "。" and len(_SENTENCE.findall(text)) >= _CLAUSES:
        return False
    return len(re.findall(HANZI, text)) * _SHARE < len(text)
