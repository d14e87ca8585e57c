"""UTF-8 that was read in another encoding: `鏀跨瓥` and `æ”¿ç­–` were 政策, `锟斤拷` was lost.

ftfy (Apache-2.0) was measured for this and not taken: it knows no Chinese encoding, so it leaves `鏀跨瓥` and `ÖÐ¹ú`
alone, and its defaults straighten quotation marks and narrow punctuation.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import accumulate

from reader.model import LOST_CHARACTER, Edit, apply_edits, compose, without_overlaps
from reader.model.patterns import pattern
from reader.restoration.evidence import study_page
from reader.restoration.gbk import character_of, is_private
from reader.restoration.misread.doublebyte import find_double_bytes
from reader.restoration.misread.misreadings import GBK, MACINTOSH, WESTERN, Misreading
from reader.restoration.misread.replaced import BLANK, PAIRS, SINGLES, TAILS, Piece, Unknown, pieces
from reader.restoration.misread.stretches import SWALLOWED, Stretch, repairs, without_choices
from reader.restoration.misread.written_off import find_written_off
from reader.restoration.plausibility import score_text
from reader.restoration.topics import misread_edits

_GAIN = 12.0
"""How much better, in log probability, a text must read to be taken for the one that was written."""

_JUDGED = 120
"""Shown code points by which a stretch is judged; they hold whole characters, at two bytes each and at three."""

_READABLE = -10.5
"""Log probability for each character that Chinese text does not fall below."""

_ENOUGH = 6
"""Stretches that must read better before long ones are believed unread."""

_LOST_SCORE = -10.0
"""Log probability counted for a character that is not known yet."""

_LONG = 6
"""Whole characters of UTF-8 that stand side by side by accident in no page."""

_LAYERS = 4
"""Times that a text may have been read in the wrong encoding."""

_LINE = pattern("[^\\n\\r\u2028]+")

_HAN = pattern("[\u4e00-\u9fff]")

_HALF = pattern("[\xe3-\xef][\x80-\xbf]\\?(?P<after>.)")
"""Two bytes of three, and what stands after the mark for the third."""


@dataclass(frozen=True)
class _Way:
    """A way in which UTF-8 is misread."""

    misreading: Misreading
    stretch: re.Pattern[str]
    """Bytes that may have been UTF-8, written as characters of Latin-1."""
    hints_at: Callable[[str], bool]
    """Whether a text may hold any; quick, and never wrong where it says no."""
    unknown: Callable[[Sequence[str]], Unknown]
    """What can have been in a hole, by the bytes of all lines of the page."""


def find_mojibake(text: str) -> Sequence[Edit]:
    """Stretches that were read in the wrong encoding, once or several times, each read in the right one.

    A stretch is taken only when it then reads far better; what a failed conversion replaced is inferred from the bytes
    that are left and from the words around it, or shown as lost.

    >>> page = "鏀跨瓥，ÖÐ¹ú"
    >>> [(page[e.start:e.end], e.replacement) for e in find_mojibake(page)]
    [('鏀跨瓥', '政策'), ('ÖÐ¹ú', '中国')]
    >>> [(e.replacement, e.certainty.value) for e in find_mojibake("钀藉疄濂芥斂绛栧彂灞?")]
    [('落实好政策发', 'certain'), ('展', 'likely')]
    >>> find_mojibake("鋼鐵企業，Ångström naïveté")
    ()
    """
    edits: tuple[Edit, ...] = ()
    plain = text
    for _ in range(_LAYERS):
        found = _find_layer(plain, _LAYERS, is_first=not edits)
        if not found:
            break
        edits = compose(text, edits, found)
        plain = apply_edits(plain, found)
    return edits


def _find_layer(text: str, layers: int, is_first: bool = False) -> Sequence[Edit]:
    """Stretches misread last, each read in the right encoding; they may have been misread before as well.

    Args:
        text: What is shown.
        layers: How often it may have been misread.
        is_first: Whether nothing was lost by a later misreading.
    """
    edits: list[Edit] = []
    for way in _WAYS:
        if way.hints_at(text):
            edits.extend(_repairs(text, way, layers, is_first))
    if not edits:
        edits.extend(find_double_bytes(text))
    edits.extend(find_written_off(text))
    return misread_edits(text, list(without_overlaps(edits)))


def _repairs(text: str, way: _Way, layers: int, is_first: bool) -> Iterator[Edit]:
    """The stretches of a page misread in one way, line by line."""
    found = [(line.start(), line.group()) for line in _LINE.finditer(text)]
    if not any(_is_misread(shown, way, layers) for _, shown in found if way.hints_at(shown)):
        return
    lines = [(start, shown, way.misreading.bytes_of(shown)) for start, shown in found]
    if way.stretch is SINGLES and not any("\xa0" in data for _, _, data in lines):
        lines = [(start, shown, BLANK.sub("\xa0", data)) for start, shown, data in lines]
    unknown = way.unknown([data for _, _, data in lines]) if is_first else _any_byte
    stretches = [s for start, shown, data in lines for s in _stretches(start, shown, data, way, unknown)]
    believed = _believed(stretches, layers)
    page = study_page("\n".join(stretch.written for stretch in believed))
    yield from repairs(believed, page)


def _is_misread(shown: str, way: _Way, layers: int) -> bool:
    """Whether a line by itself shows that it was misread."""
    data = way.misreading.bytes_of(shown)
    if way.stretch is SINGLES and "\xa0" not in data:
        data = BLANK.sub("\xa0", data)
    found = _stretches(0, shown, data, way, _any_byte, 2 * _JUDGED)
    return any(_reads_better(stretch) or _is_deeper(stretch, layers) for stretch in found)


def _any_byte(place: str, after: str) -> Mapping[str, float]:
    """Every byte: nothing is known of what stood in a hole."""
    return dict.fromkeys(place, 0.0)


def _stretches(
    start: int, shown: str, data: str, way: _Way, unknown: Unknown, most: int | None = None
) -> Iterator[Stretch]:
    """The stretches of a line whose bytes may be UTF-8.

    Args:
        start: The first code point of the line in the text.
        shown: The line.
        data: Its bytes.
        way: How it may have been misread.
        unknown: What can have been in a hole.
        most: Code points of a stretch after which the rest of it is left out.
    """
    position, starts = 0, None
    while (match := way.stretch.search(data, position)) is not None:
        starts = starts or array("I", accumulate(map(len, way.misreading.cells_of(shown)), initial=0))
        first = bisect_left(starts, match.start())
        if starts[first] != match.start():
            position = match.start() + 1
            continue
        last = bisect_left(starts, match.end())
        position = max(starts[last], match.start() + 1)
        last = last if most is None else min(last, first + most)
        found = tuple(pieces(data, match.start(), starts[last], unknown))
        ends = starts[first : last + 1]
        yield Stretch(start + first, start + last, shown[first:last], way.misreading.name, "utf-8", found, ends)


def _believed(stretches: Sequence[Stretch], layers: int) -> list[Stretch]:
    """Those that were misread: they read better so, or stand on a page where enough others do."""
    judged: list[Stretch] = []
    doubted: list[Stretch] = []
    proofs, deeper = 0, False
    for stretch in stretches:
        if proofs >= _ENOUGH and _is_long(stretch.pieces):
            judged.append(stretch)
        elif _reads_better(stretch):
            proofs += 1
            judged.append(stretch)
        elif _is_deeper(stretch, layers):
            judged.append(without_choices(stretch))
            deeper = True
        else:
            doubted.append(stretch)
    if deeper:
        judged += [without_choices(stretch) for stretch in doubted if not stretch.written.isascii()]
    elif judged:
        judged += [stretch for stretch in doubted if _reads_no_worse(stretch)]
    return judged


def _is_deeper(stretch: Stretch, layers: int) -> bool:
    """Whether what a stretch is, decoded anew, was misread as well; `layers` as for `_find_layer`."""
    return layers > 1 and bool(_find_layer(stretch.written, layers - 1))


def _is_long(found: Sequence[Piece]) -> bool:
    """Whether so many characters are whole side by side that it cannot be by accident."""
    return any(len(piece.text) >= _LONG and piece.end - piece.start >= 3 * _LONG for piece in found)


def _reads_better(stretch: Stretch) -> bool:
    """Whether a stretch reads far better, and like Chinese, once it is decoded anew."""
    shown, written = stretch.shown, stretch.written
    if len(shown) > _JUDGED:
        written = written[: len(written) * _JUDGED // len(shown)]
        shown = shown[:_JUDGED]
    plain = written.replace(LOST_CHARACTER, "")
    if len(_HAN.findall(plain)) < 2:
        return False
    score = score_text(plain)
    return score >= max(score_text(shown) + _GAIN, _READABLE * len(plain))


def _reads_no_worse(stretch: Stretch) -> bool:
    """Whether a stretch of a page that was misread elsewhere is better read anew."""
    if len(stretch.shown) > _JUDGED:
        return False
    plain = stretch.written.replace(LOST_CHARACTER, "")
    lost = len(stretch.written) - len(plain)
    return score_text(plain) + _LOST_SCORE * lost > score_text(stretch.shown)


_UTF8_IN_GBK = re.compile(rb"[\xe2-\xef][\x80-\xbf]{2}[\xe3-\xef][\x80-\xbf]")
"""The bytes of almost two characters in UTF-8, wherever they lie in the bytes of GBK."""


def _may_be_in_gbk(text: str) -> bool:
    return _UTF8_IN_GBK.search(text.encode("gbk", errors="replace")) is not None


@cache
def _hint(misreading: Misreading) -> re.Pattern[str]:
    """The bytes of two characters in UTF-8, as they are shown where each byte is a character."""
    shown = misreading.entries()
    head, tail = (
        "".join(re.escape(c) for c, byte in shown.items() if first <= ord(byte) <= last)
        for first, last in ((0xC2, 0xEF), (0x80, 0xBF))
    )
    return re.compile(f"[{head}][{tail}]{{1,2}} ?[{head}][{tail}]")


def _gbk_unknown(lines: Sequence[str]) -> Unknown:
    """What can have been in a hole where pairs of bytes were shown: what was no pair, or had no partner."""
    swallows = _swallows(lines)

    def unknown(place: str, after: str) -> Mapping[str, float]:
        if place != TAILS or after == "" or after < "@":
            return dict.fromkeys(place, 0.0)
        broken = _broken_before(after)
        return {
            byte: 0.0 if byte in broken else SWALLOWED
            for byte in TAILS
            if byte in broken or (swallows and len(after) == 1)
        }

    return unknown


@cache
def _is_pair(first: str, second: str) -> bool:
    found = character_of(ord(first), ord(second))
    return found is not None and not is_private(found)


@cache
def _broken_before(after: str) -> frozenset[str]:
    """Bytes in the middle of UTF-8 that form no pair with the byte after them, or with one of several."""
    return frozenset(
        byte for byte in TAILS if byte == "\x80" or any(other > "\xff" or not _is_pair(byte, other) for other in after)
    )


def _swallows(lines: Sequence[str]) -> bool:
    """Whether a `?` may stand for a byte and the ASCII after it: unless the page shows ASCII after enough of them."""
    kept = others = 0
    for data in lines:
        for match in _HALF.finditer(data):
            kept += match["after"] <= "?"
            others += match["after"] > "?"
    return others > 0 and others >= kept


def _single_unknown(lines: Sequence[str]) -> Unknown:
    """What can have been in a hole where each byte was shown: controls and blanks that the page shows nowhere."""
    seen = set().union(*lines)
    missing = [byte for byte in TAILS if (byte < "\xa0" or byte in "\xa0\xad") and byte not in seen]

    def unknown(place: str, after: str) -> Mapping[str, float]:
        return dict.fromkeys((missing or TAILS) if place == TAILS else "", 0.0)

    return unknown


def _is_in_singles(misreading: Misreading, text: str) -> bool:
    return _hint(misreading).search(text) is not None


_WAYS = (
    _Way(GBK, PAIRS, _may_be_in_gbk, _gbk_unknown),
    _Way(WESTERN, SINGLES, partial(_is_in_singles, WESTERN), _single_unknown),
    _Way(MACINTOSH, SINGLES, partial(_is_in_singles, MACINTOSH), _single_unknown),
)
"""Ways in which UTF-8 is misread, the usual first."""
