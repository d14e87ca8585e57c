"""Where a row may not end: each rule of GB/T 15834-2011 and UAX #14 forbids breaks, what no rule forbids is allowed.

Marks that close, pauses, …… and —— may not begin a row, marks that open may not end one, `/` may do neither; numbers
keep their sign, separators, magnitude and unit; Latin words stay whole. Elsewhere a row may end after any character.
"""

from __future__ import annotations

import re

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
_NUMERALS = "〇零一二三四五六七八九十百千万亿兆两几數数萬億兩"
_MAGNITUDE = "余多餘来來十百千万亿兆萬億"
_UNIT = (
    "平方公里|平方千米|平方米|立方米|万千瓦时|千瓦时|兆瓦时|亿千瓦时|百分点|個百分點|个百分点|百分點|公里|公顷|公頃|公斤|公分|千米|千克|厘米|毫米|纳米|微米|海里|英里|英尺"
    "|美元|欧元|歐元|日元|港元|英镑|卢布|人民币|元人民币|人次|架次|班次|标箱|小时|小時|分钟|分鐘|季度|个月|個月|周年|週年|世纪|世紀"
    "|[元块塊角分人名位个個家户戶口部辆輛台臺套栋棟幢座处處所间間项項件条條种種类類批次场場届屆期级級年月日号號时時秒点點天周週岁歲"
    "倍成米里吨噸克斤两兩亩畝顷頃升度瓦株棵头頭匹只隻张張本册冊篇章节節版页頁份封支枚颗顆把片块组組班队隊厅廳层層楼樓线線路站道门門"
    "％%‰折票席例宗起桩樁单單届代后後]"
)
_CURRENCY = "[$€£¥￥＄₩₽№第]"
_SIGN = r"[-+±−－＋～~<>≤≥≈]"

_RULES: tuple[tuple[re.Pattern[str], int, int], ...] = (
    (re.compile(f"{_CLOSERS}+"), 0, 0),
    (re.compile(f"{_OPENERS}+[{SPACES}]*"), 1, 1),
    (re.compile(f"[{SPACES}]+"), 0, 0),
    (re.compile(f"{_GLUE}+"), 0, 1),
    (re.compile(f"{_LETTER}+(?:(?:{_JOINT}{{1,3}}|{_DIGIT_JOINT}){_LETTER}+)*"), 1, 0),
    (re.compile(f"(?:{_CURRENCY}{_SIGN}?|{_SIGN})(?={_DIGIT})"), 1, 1),
    (re.compile(f"(?<=[0-9０-９%％])[{_MAGNITUDE}]*(?:{_UNIT})?"), 0, 0),
    (re.compile(f"(?<=[0-9０-９%％年月日时時万萬亿億元])[-–—～〜~至](?={_DIGIT})"), 0, 1),
    (re.compile(f"第?[{_NUMERALS}]+(?:分之[{_NUMERALS}]+)?[{_MAGNITUDE}]*(?:{_UNIT})?"), 1, 0),
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
    allowed[0] = 0
    allowed[len(text)] = 1
    return allowed


def breaks(text: str) -> list[int]:
    """Offsets at which a row may end, ascending, the end of the text included."""
    return [offset for offset, is_allowed in enumerate(allowed_breaks(text)) if is_allowed]


_CANNOT_BEGIN = frozenset(CLOSING + GLUED)
_CANNOT_END = frozenset(OPENING + GLUED)


def may_part(before: str, after: str) -> bool:
    """Whether a word or number that fits no row may be cut between these two characters.

    >>> may_part("h", "t"), may_part("（", "h"), may_part("m", "。")
    (True, False, False)
    """
    return after not in _CANNOT_BEGIN and before not in _CANNOT_END
