"""Pages that speak of damage: what looks damaged there is what the writer shows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.model import Edit
from reader.model.patterns import pattern

_QUOTES = r"[“”‘’「」『』\"'`]?"
_TAG = "<[/!]?[A-Za-z][A-Za-z0-9]{0,9}[ >]"
_ENTITY = "&(?:nbsp|amp|lt|gt|quot|#[0-9]{2,6});"
_LANGUAGE = "HTML|XML|转义|轉義|字符实体|字元實體"
_GAP = r"[^\n<&。！？]{0,6}"

_MARKUP = pattern(
    f"(?:{_LANGUAGE}){_GAP}(?:{_TAG}|{_ENTITY})|(?:>|{_ENTITY}){_GAP}(?:{_LANGUAGE})"
    f"|(?:[写寫][成作为為上]|[标標][签籤]|[输輸]入|用){_QUOTES}{_TAG}|>{_QUOTES}(?:[标標][签籤]|表示|代表|[换換]行)"
    f"|[写寫][成作为為]{_QUOTES}{_ENTITY}|>{_QUOTES}[、和与與或到至]{_QUOTES}{_TAG}"
)
"""A tag or an entity with a word beside it that says what it is."""

_ENCODINGS = pattern(
    "乱码|亂碼|字符集|字元集|(?:字符|汉字|漢字|文字)[编編][码碼]|[编編][码碼](?:错|錯|方)|替换字符|烫烫烫|屯屯屯|锘锘"
    "|UTF-?8|GBK|GB ?18030|GB ?2312|Big5|Latin-?1|Unicode|[“‘「『]锟斤拷[”’」』]",
    re.I,
)
"""Names of encodings, and what people call text that was read in the wrong one."""

_SHOWN_SHARE = 0.5
"""Share of a line from which on it is not what somebody shows, but what happened to the line."""

_QUOTED_SHARE = 0.2
"""The same of a whole page, for U+FFFD that was misread."""


def shows_markup(text: str) -> bool:
    """Whether a page is about markup: its tags and entities are meant to be read.

    >>> shows_markup("换行写成<br>，空格写成&nbsp;"), shows_markup("撕下标签。</p>全区&nbsp;上下")
    (True, False)
    """
    return _MARKUP.search(text) is not None


def misread_edits(text: str, edits: Sequence[Edit]) -> Sequence[Edit]:
    """Those of the edits to misread text that a line which speaks of encodings does not show on purpose.

    Args:
        text: What is shown.
        edits: In order, none over a line end.
    """
    if not edits or _ENCODINGS.search(text) is None:
        return edits
    is_shown_off = sum(e.end - e.start for e in edits) <= _QUOTED_SHARE * len(text)
    left: list[Edit] = []
    index = start = 0
    for line in text.splitlines(keepends=True):
        end, first, size = start + len(line), index, 0
        while index < len(edits) and edits[index].start < end:
            size += edits[index].end - edits[index].start
            index += 1
        speaks = first < index and size <= _SHOWN_SHARE * len(line.strip()) and _ENCODINGS.search(line) is not None
        left += [
            edit
            for edit in edits[first:index]
            if not speaks and not (is_shown_off and edit.reason.code == "mojibake.replaced")
        ]
        start = end
    return left
