"""Where a row may not end: each rule of GB/T 15834-2011 and UAX #14 forbids breaks, what no rule forbids is allowed.

Marks that close, pauses, …… and —— may not begin a row, marks that open may not end one, `/` may do neither; numbers
keep their sign, separators, magnitude and unit; Latin words stay whole. Elsewhere a row may end after any character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.lexicons.units import unit_at
from reader.script.folding import simplify

OPENING = "“‘（《〈「『【〔〖〘〚｛［〝﹁﹃﹙﹛﹝([{⟨«‹¿¡"
"""Marks that may not end a row."""
CLOSING = (
    "，。、；：？！”’）》〉」』】〕〗〙〛｝］〞〟﹂﹄﹚﹜﹞﹐﹑﹒﹔﹕﹖﹗…‥—―⸺·・‧•～〜%‰％℃℉°′″,.;:?!)]}⟩»›"
    "\u3005\u303b\u30fc\u30fd\u30fe\u309d\u309e\u2010\u2011\u2013\u301c｡､｣￠¢"
)
"""Marks that may not begin a row."""
GLUED = "\"'/／|｜\\＼\u00a0\u2060\u202f"
"""Marks that may neither begin nor end a row: straight quotes, which open and close alike, bars, unbreakable spaces."""
SPACES = " \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000"
"""Spaces, as ranges of a character class: a row ends after them, and they hang over its end."""

_OPENERS, _CLOSERS, _GLUE = (f"[{re.escape(marks)}]" for marks in (OPENING, CLOSING, GLUED))
_LETTER = (
    r"[^\W\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u30ff\u3100-\u312f\u31a0-\u31ff"
    r"\u3200-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""A letter or digit of a script that sets words apart, full-width forms included."""
_JOINT = r"[-.'’&@+#=?%:/,~]"
"""What may stand between two letters or digits of one word, number, date or address."""
_DIGIT = "[0-9０-９]"
_DIGIT_JOINT = f"(?<={_DIGIT})[．，：～〜—–−－](?={_DIGIT})"
"""What may stand between two digits of one number, time or range."""
_NUMERALS = "〇零一二三四五六七八九十百千万亿兆两几数"
_MAGNITUDE = "余多来十百千万亿兆"
_COUNTED = frozenset("年月日号届版期级章条款项")
"""What dates and ordinals count, where it is no unit."""
_CLOCK = frozenset("时分秒点")
"""What times of the day count, after digits; after Chinese numerals it begins other words: 第一时间, 十分."""
_NUMBER = re.compile(f"(?:[0-9]+[%‰]?|第?[{_NUMERALS}]+(?:[分点][之{_NUMERALS}]+)?)[{_MAGNITUDE}]*")
"""A number in the `simplify` form, from the digits next to its unit on; more of it may stand before."""
_CURRENCY = "[$€£¥￥＄₩₽№第]"
_SIGN = r"[-+±−－＋～~<>≤≥≈]"

_RULES: tuple[tuple[re.Pattern[str], int, int], ...] = (
    (re.compile(f"{_CLOSERS}+"), 0, 0),
    (re.compile(f"{_OPENERS}+[{SPACES}]*"), 1, 1),
    (re.compile(f"[{SPACES}]+"), 0, 0),
    (re.compile(f"{_GLUE}+"), 0, 1),
    (re.compile(f"{_LETTER}+(?:(?:{_JOINT}{{1,3}}|{_DIGIT_JOINT}){_LETTER}+)*"), 1, 0),
    (re.compile(f"(?:{_CURRENCY}{_SIGN}?|{_SIGN})(?={_DIGIT})"), 1, 1),
    (re.compile(f"(?<=[0-9０-９%％年月日时時万萬亿億元])[-–—～〜~至](?={_DIGIT})"), 0, 1),
)
"""Patterns whose matches forbid breaks: before offsets `start + first` up to, but without, `end + last`."""


def allowed_breaks(text: str) -> bytearray:
    """One byte per offset: 1 where a row may end and the next begin, 0 where a rule forbids it; 1 at the very end.

    Spaces belong to the row that they end. Code points that make up one character are not looked at.

    >>> text = "达到284万平方米，“六种”（GDP）"
    >>> "|".join(text[a:b] for a, b in zip([0, *breaks(text)], breaks(text)))
    '达|到|284万平方米，|“六种”|（GDP）'
    """
    allowed = bytearray(b"\x01") * (len(text) + 1)
    for pattern, first, last in _RULES:
        for match in pattern.finditer(text):
            start, end = match.start() + first, min(match.end() + last, len(text))
            if start < end:
                allowed[start:end] = bytes(end - start)
    for start, end in _numbers(simplify(text)):
        allowed[start + 1 : end] = bytes(end - start - 1)
    allowed[0] = 0
    allowed[len(text)] = 1
    return allowed


def _numbers(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each number with its magnitude and unit, in a text in the `simplify` form."""
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        unit = unit_at(text, end)
        if unit is not None and not (unit.digits and end - start == 1 and text[start] in _NUMERALS):
            end += len(unit.word)
        elif text[end : end + 1] in (_COUNTED | _CLOCK if text[start].isascii() else _COUNTED):
            end += 1
        yield start, end


def breaks(text: str) -> list[int]:
    """Offsets at which a row may end, ascending, the end of the text included."""
    return [offset for offset, is_allowed in enumerate(allowed_breaks(text)) if is_allowed]


_CANNOT_BEGIN = frozenset(CLOSING + GLUED)
_CANNOT_END = frozenset(OPENING + GLUED)
_TOGETHER = re.compile(
    f"(?<={_LETTER})(?={_LETTER})|(?<={_DIGIT}[.,:．，：])(?={_DIGIT})|(?<={_SIGN}|{_CURRENCY})(?={_DIGIT})"
    f"|(?<=[0-9０-９%‰％{_MAGNITUDE}])(?=[\u4e00-\u9fff])"
)
"""Where a cut would part what is read as one: letters of a word, digits, a number and its unit."""


def may_part(before: str, after: str) -> bool:
    """Whether a word or number that fits no row may be cut between these two characters.

    An address may be cut after a bar (UAX #14, class SY).

    >>> may_part("h", "t"), may_part("（", "h"), may_part("m", "。"), may_part("/", "a")
    (True, False, False, True)
    """
    return after not in _CANNOT_BEGIN and (before not in _CANNOT_END or (before == "/" and after.isalnum()))


def is_together(text: str, offset: int) -> bool:
    """Whether a cut at an offset would go through a word, a number or what binds it to its unit.

    >>> [is_together("a.com/path", at) for at in (2, 6, 7)], is_together("达1,234万", 3), is_together("达1,234万", 6)
    ([False, False, True], True, True)
    """
    return _TOGETHER.match(text, offset) is not None
