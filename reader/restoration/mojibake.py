"""Text that was read in the wrong encoding: `鏀跨瓥` was 政策, `ÖÐ¹ú` was 中国, `锟斤拷` was lost."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from reader.model import LOST_CHARACTER, Certainty, Edit, Reason, Span
from reader.restoration.gbk import LEADS, character_of, pair_of
from reader.restoration.plausibility import Choice, rank, score_text

_GAIN = 12.0
"""How much better, in log probability, a text must read to be taken for the one that was written."""

_JUDGED = 600
"""Shown code points by which a stretch is judged; they hold whole characters, at two bytes each and at three."""

_REPLACED = re.compile("(?:锟斤拷)+|(?:ï¿½)+")

_HAN = re.compile("[\u4e00-\u9fff]")

_READABLE = -9.0
"""Log probability for each character that Chinese text does not fall below."""

_MARGIN = 1.5
"""How much better than the runner-up, in log probability, a last character must be to be taken."""


class _Reading(NamedTuple):
    """A way in which text may have been misread."""

    wrong: str
    right: str
    stretches: Callable[[str], Iterable[re.Match[str]]]
    """Where a text looks misread so."""
    bytes_of: Callable[[str], bytes]
    """The bytes of text misread so."""


@cache
def _western() -> dict[int, list[str]]:
    """What each high byte is shown as in Latin-1 and in Windows-1252."""
    found = {byte: [chr(byte)] for byte in range(0x80, 0x100)}
    for byte in range(0x80, 0xA0):
        found[byte] += bytes((byte,)).decode("cp1252", errors="ignore")
    return found


@cache
def _western_bytes() -> dict[str, int]:
    return {shown: byte for byte, characters in _western().items() for shown in characters}


def _from_western(text: str) -> bytes:
    table = _western_bytes()
    return bytes(table.get(character, ord(character)) for character in text)


def _western_class(first: int, last: int) -> str:
    """A class of what bytes in a range are shown as."""
    return "".join(re.escape(c) for byte in range(first, last + 1) for c in _western()[byte])


@cache
def _gbk_as_western() -> re.Pattern[str]:
    lead = _western_class(0x81, 0xFE)
    return re.compile(f"(?:[{lead}][@-~{_western_class(0x80, 0xFE)}]){{2,}}")


@cache
def _utf8_as_western() -> re.Pattern[str]:
    tail = f"[{_western_class(0x80, 0xBF)}]"
    return re.compile(f"(?:[{_western_class(0xE2, 0xEF)}]{tail}{{2}}|[{_western_class(0xC2, 0xC3)}]{tail}){{2,}}")


def _from_gbk(text: str) -> bytes:
    """The bytes of characters of cp936, with those of its user-defined areas, which no codec of Python encodes."""
    return b"".join(bytes(pair_of(character) or ()) for character in text)


def _class(first: Sequence[int], second: Sequence[int]) -> str:
    """A class of the characters whose bytes lie in two ranges."""
    found = (character_of(a, b) for a in first for b in second)
    return "[" + "".join(re.escape(c) for c in found if c) + "]"


_UTF8_IN_GBK = re.compile(rb"[\xe3-\xef][\x80-\xbf][\x81-\xbf][\xe3-\xef][\x81-\xbf][\x80-\xbf]")
"""The bytes of two characters in UTF-8, wherever they lie in the bytes of GBK."""


@cache
def _utf8_as_gbk() -> re.Pattern[str]:
    """Two characters of three bytes are three characters of two bytes; a last byte may have been lost."""
    heads, tails = range(0xE2, 0xF0), range(0x80, 0xC0)
    tail_heads = [byte for byte in tails if byte in LEADS]
    opening, middle = _class(heads, tails), _class(tail_heads, heads)
    return re.compile(f"(?:{opening}{middle}{_class(tail_heads, tails)})+(?:{opening}(?:{middle}|[\ufffd?])?)?")


def _in_gbk(text: str) -> Iterable[re.Match[str]]:
    """Stretches of UTF-8 read as GBK; most texts are told from their bytes, without the large pattern."""
    if _UTF8_IN_GBK.search(text.encode("gbk", errors="replace")) is None:
        return ()
    return _utf8_as_gbk().finditer(text)


def _in_western(text: str, pattern: Callable[[], re.Pattern[str]]) -> Iterable[re.Match[str]]:
    """Stretches of a pattern of Western characters; most texts hold none of Latin-1 and are told from that."""
    return () if text.encode("latin-1", errors="ignore").isascii() else pattern().finditer(text)


_READINGS = (
    _Reading("gbk", "utf-8", _in_gbk, _from_gbk),
    _Reading("windows-1252", "utf-8", lambda text: _in_western(text, _utf8_as_western), _from_western),
    _Reading("windows-1252", "gb18030", lambda text: _in_western(text, _gbk_as_western), _from_western),
)


def find_mojibake(text: str) -> Sequence[Edit]:
    """Stretches that were read in the wrong encoding, each read in the right one.

    A stretch is taken only when it then reads far better; what a failed conversion replaced is shown as lost.

    >>> page = "鏀跨瓥，ÖÐ¹ú"
    >>> [(page[e.start:e.end], e.replacement) for e in find_mojibake(page)]
    [('鏀跨瓥', '政策'), ('ÖÐ¹ú', '中国')]
    >>> find_mojibake("鋼鐵企業，Ångström naïveté")
    []
    """
    replaced = _REPLACED.finditer(text) if "锟斤拷" in text or "ï¿½" in text else ()
    edits = [_lost(match) for match in replaced]
    for reading in _READINGS:
        for match in reading.stretches(text):
            edits.extend(_decoded(match, reading))
    return list(_disjoint(edits))


def _lost(match: re.Match[str]) -> Edit:
    """Two replacement characters for each group, as they were before they were misread once more."""
    group = match.group()
    lost = LOST_CHARACTER * (2 * len(group) // 3 if group[0] == "锟" else len(group) // 3)
    reason = Reason.of("mojibake.replaced")
    return Edit(match.start(), match.end(), lost, "mojibake", reason, Certainty.LOST, (Span(0, len(lost)),))


def _decoded(match: re.Match[str], reading: _Reading) -> Iterator[Edit]:
    """The repair of a stretch, if it is one."""
    shown = match.group()
    data = reading.bytes_of(shown.rstrip("?\ufffd"))
    plain = data.decode(reading.right, errors="replace")
    written = plain.rstrip(LOST_CHARACTER)
    if LOST_CHARACTER in written or len(_HAN.findall(written)) < 2:
        return
    if not _reads_better(shown, written, reading):
        return
    names = {"wrong": reading.wrong, "right": reading.right}
    if plain == written:
        yield Edit(match.start(), match.end(), written, "mojibake", Reason.of("mojibake.decoded", **names))
        return
    rest = data[len(written.encode(reading.right)) :]
    last = _last_character(written, rest) if reading.right == "utf-8" else LOST_CHARACTER
    certainty = Certainty.LOST if last == LOST_CHARACTER else Certainty.LIKELY
    doubtful = (Span(len(written), len(written) + 1),)
    reason = Reason.of("mojibake.tail", **names)
    yield Edit(match.start(), match.end(), written + last, "mojibake", reason, certainty, doubtful)


def _reads_better(shown: str, written: str, reading: _Reading) -> bool:
    """Whether the beginning of a stretch reads far better than what it is shown as, and like Chinese."""
    if len(shown) > _JUDGED:
        shown = shown[:_JUDGED]
        written = reading.bytes_of(shown).decode(reading.right, errors="ignore")
    score = score_text(written)
    return score >= max(score_text(shown) + _GAIN, _READABLE * len(written))


def _last_character(written: str, rest: bytes) -> str:
    """The character that begins with two known bytes of three and reads best, U+FFFD where none stands out."""
    if len(rest) != 2:
        return LOST_CHARACTER
    found = [bytes((*rest, byte)).decode("utf-8", errors="ignore") for byte in range(0x80, 0xC0)]
    choices = [Choice(character) for character in found if character]
    if not choices:
        return LOST_CHARACTER
    best, runner_up, *_ = rank([*([Choice(c)] for c in written[-6:]), choices])[-1]
    return best.character if best.score - runner_up.score >= _MARGIN else LOST_CHARACTER


def _disjoint(edits: list[Edit]) -> Iterator[Edit]:
    """Edits in order, of two that overlap the one that begins first."""
    end = 0
    for edit in sorted(edits, key=lambda e: (e.start, -e.end)):
        if edit.start >= end:
            yield edit
            end = edit.end
