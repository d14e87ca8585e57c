"""Encodings that Chinese sites do not use, taken only where the bytes speak for them and not for a Chinese one."""

from __future__ import annotations

import codecs
import re

from reader.model.patterns import pattern
from reader.restoration.plausibility import score_text

_DECLARED = re.compile(rb"charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{3,20})", re.I)

_HEAD = 4096
"""Bytes in which an encoding is declared."""

_ASIAN = frozenset({"shift_jis", "cp932", "euc_jp", "iso2022_jp", "euc_kr", "cp949"})
"""Encodings that are believed when they are declared and give kana or hangul."""

_LETTERS = pattern("[\u3041-\u30ff\uac00-\ud7a3]")

_ASCII = pattern("[\x00-\x7f]+")

_JUDGED = 120
"""Characters by which a text is judged."""

_CHINESE = -8.0
"""Log probability for each character that Chinese text does not fall below, and what is misread does."""

_HAN = pattern("[\u4e00-\u9fff]")

_TOGETHER = re.compile(rb"[\x80-\x90\x98-\xff]{2}")
"""Two bytes beyond ASCII side by side, the quotation marks and dashes of Windows-1252 left aside."""

_ACCENTED = re.compile(rb"(?<=[A-Za-z])[\xc0-\xff]|[\xc0-\xff](?=[A-Za-z])")
"""A byte that is an accented letter in Windows-1252, beside another letter."""

_MOST_ACCENTS = 0.2
"""Share of accented letters that no European text exceeds."""

_SHIFTED = re.compile(rb"~\{(?:[\x21-\x77][\x21-\x7e])+~\}")
"""GB2312 between the escapes of HZ."""


def foreign_encoding(data: bytes) -> str | None:
    """HZ, a declared Japanese or Korean encoding, or Windows-1252 by accents that stand alone; else None.

    >>> foreign_encoding("Le café rouvre cet été".encode("cp1252")), foreign_encoding("中国".encode("gbk"))
    ('cp1252', None)
    >>> foreign_encoding("中国".encode("hz"))
    'hz'
    """
    if data.isascii():
        return "hz" if _SHIFTED.search(data) and _is_valid(data, "hz") else None
    declared = _DECLARED.search(data[:_HEAD])
    if declared is not None:
        name = _codec(declared[1].decode("ascii"))
        if name in _ASIAN and _is_valid(data, name) and not _reads_as_chinese(data):
            text = data.decode(name)
            if 2 * len(_LETTERS.findall(text)) > len(_HAN.findall(text)):
                return name
    return "cp1252" if _is_western(data) else None


def _reads_as_chinese(data: bytes) -> bool:
    """Whether the beginning of a text reads well in an encoding of Chinese sites."""
    texts = (_ASCII.sub("", data[:_HEAD].decode(name, errors="replace"))[:_JUDGED] for name in ("gb18030", "big5"))
    return any(text and score_text(text) >= _CHINESE * len(text) for text in texts)


def _codec(name: str) -> str:
    """The name of a codec as Python spells it; empty for none."""
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""


def _is_valid(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return False
    return True


def _is_western(data: bytes) -> bool:
    """Whether no two bytes beyond ASCII stand together, and most are letters within words."""
    high = sum(byte >= 0x80 for byte in data[:_HEAD])
    if not high or high > _MOST_ACCENTS * len(data[:_HEAD]) or _TOGETHER.search(data):
        return False
    return 2 * len(_ACCENTED.findall(data[:_HEAD])) > high and _is_valid(data, "cp1252")
