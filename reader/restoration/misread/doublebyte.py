"""GBK and Big5 that were read as each other, or byte by byte: `ÖÐ¹ú` and `笢弊` were 中国, `い瓣` was 中國."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, groupby, islice
from math import inf

from reader.model import LOST_CHARACTER, Edit
from reader.model.patterns import pattern
from reader.restoration.evidence import study_page
from reader.restoration.gbk import is_private
from reader.restoration.misread.misreadings import BIG5, FOREIGN, GBK, HONG_KONG, REPLACED, WESTERN, Misreading
from reader.restoration.misread.replaced import Piece
from reader.restoration.misread.stretches import Stretch, repairs
from reader.restoration.plausibility import Choice, score_text

_GAIN = 12.0
"""How much better, in log probability, a text must read to be taken for the one that was written."""

_RATE = 2.0
"""How much better it must read for each of its characters."""

_LOST_SCORE = -14.0
"""Log probability counted for a character that is not known."""

_SIZES = (0, 1, 2)
"""Bytes that a mark may stand for; 0 for a `?` that is one, and U+FFFD that is one character."""

_SWALLOWS = (False, False, True)
"""Whether marks of these sizes take the ASCII that closes a pair with it."""

_SUSPECTS = 20
"""Lines that decide whether a page was misread."""

_AMONG_OTHERS = 3.0
"""How much better on a page where another stretch was misread in the same way."""

_READABLE = -8.0
"""Log probability for each character that Chinese text does not fall below, and text of another language does."""

_LEAST_READABLE = -10.0
"""The same on a page where another stretch was misread in the same way."""

_ANY_READABLE = -15.0
"""The same where each byte was shown by itself: hardly any such signs side by side were written."""

_JUDGED = 120
"""Shown code points by which a stretch is judged."""

_USUAL = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法"
    "所民得经十三之进着等部度家电力里如水化高自二理起小现加都两体制当使点从业本去把性好应开合还因由其些然前外天政四日那社义"
    "事平形相全表间样与关各重新内数正心反你明看原又么利比或但质第向道命此变条只没结解问意建月公无系最立想已通并提直题党展五"
    "這為個國時來們對會發動過說產種後學經進著電現兩體當點從業應開還與關內質變條沒結問無係並題黨"
)
"""Characters of which hardly a line of Chinese goes long without one, in both scripts."""

_RARE = pattern(rf"[^\x00-\u024f\s\u2010-\u2027、-】〔〕！（），．-９：；？％Ａ-Ｚａ-ｚ{_USUAL}]{{6}}")
"""A run without any of them; not every one was misread."""

_NARROW = pattern("[\u00a4-\u00f9][@-~\u00a1-\u00fe]?[\u00a4-\u00f9][@-~\u00a1-\u00fe]")
"""Two pairs of bytes that were shown one by one; not every such text was misread."""

_HAN = pattern("[\u4e00-\u9fff]")

_BESIDES = pattern(f"[\x00-\x7f{LOST_CHARACTER}]+")
"""What says nothing about how a text was read."""

_LINE = pattern("[^\n\r\u2028]+")

_USUAL_CHARACTER = pattern(f"[{_USUAL}]")

_MOST_USUAL = 0.08
"""Share of usual characters that no misread line exceeds."""

_PIECE = pattern(
    f"(?P<whole>(?:[\x81-\xfe][@-~\x80-\xfe])+)|(?P<hole>[\x81-\xfe{REPLACED}]{REPLACED}|{REPLACED}[@-~\x80-\xfe])|.",
    re.DOTALL,
)


_HIGH = "".join(map(chr, range(0x81, 0xFF)))
"""Bytes that begin a pair."""

_TRAILS = "".join(map(chr, (*range(0x40, 0x7F), *range(0x80, 0xFF))))
"""Bytes that close one."""

_Line = tuple[int, str]
"""A line with its first code point in the text."""


@dataclass(frozen=True)
class _Way:
    """A way in which text of two bytes a character is misread."""

    misreading: Misreading
    right: Misreading
    """What it was written in, as characters are shown in it."""
    hint: re.Pattern[str]
    """What a text misread so holds."""


_WAYS = (
    _Way(WESTERN, GBK, _NARROW),
    _Way(WESTERN, BIG5, _NARROW),
    _Way(BIG5, GBK, _RARE),
    _Way(HONG_KONG, GBK, _RARE),
    _Way(GBK, BIG5, _RARE),
)


def find_double_bytes(text: str) -> Sequence[Edit]:
    """Lines in GBK or Big5 that were read in the wrong encoding, each read in the right one.

    A line is taken only when it then reads far better.

    >>> [edit.replacement for edit in find_double_bytes("ÖÐ¹úÕþ²ß")]
    ['中国政策']
    >>> find_double_bytes("Ångström, naïveté")
    []
    """
    hints = [hint for hint in (_NARROW, _RARE) if hint.search(text)]
    if not hints:
        return []
    lines = [(line.start(), line.group()) for line in _LINE.finditer(text)]
    suspects = {hint: _suspects(lines, hint) for hint in hints}
    best: dict[int, tuple[float, Stretch]] = {}
    for way in _WAYS:
        for gain, stretch in _believed(lines, suspects.get(way.hint, ()), way):
            if stretch.start not in best or gain > best[stretch.start][0]:
                best[stretch.start] = (gain, stretch)
    if not best:
        return []
    believed = [stretch for _, (_, stretch) in sorted(best.items())]
    page = study_page("\n".join(stretch.written for stretch in believed))
    return list(repairs(believed, page))


def _suspects(lines: Sequence[_Line], hint: re.Pattern[str]) -> list[_Line]:
    """The beginnings of some lines that look misread, to try ways of reading on."""
    beginnings = ((start, shown[:_JUDGED]) for start, shown in lines)
    return list(islice((line for line in beginnings if _is_suspect(line[1], hint)), _SUSPECTS))


def _is_suspect(shown: str, hint: re.Pattern[str]) -> bool:
    """Whether a line looks misread."""
    if hint.search(shown) is None:
        return False
    if hint is _NARROW:
        return True
    usual = len(_USUAL_CHARACTER.findall(shown))
    if usual > _MOST_USUAL * len(shown) or 2 * shown.count(LOST_CHARACTER) > len(shown):
        return False
    plain = _BESIDES.sub("", shown)
    return score_text(plain) < _READABLE * len(plain)  # a headline, which reads well as it is, may have none either


def _believed(lines: Sequence[_Line], suspects: Sequence[_Line], way: _Way) -> Iterator[tuple[float, Stretch]]:
    """The stretches that read better in one way, each with how much.

    U+FFFD and `?` may stand for one byte or for two, on one page for the same: they are taken for what reads best.
    """
    if not suspects:
        return
    sizes = _SIZES if any("?" in shown or LOST_CHARACTER in shown for _, shown in suspects) else _SIZES[:1]
    gains = {size: [gain for gain, _ in _judged(suspects, way, size)] for size in sizes}
    best = max(sizes, key=lambda size: sum(gain for gain in gains[size] if gain > 0))
    if not any(gain >= 0 for gain in gains[best]):
        return
    for gain, stretch in _judged(lines, way, best):
        if gain >= 0 or _gain(stretch, among_others=True) >= 0:
            yield gain, stretch


def _judged(lines: Sequence[_Line], way: _Way, size: int) -> Iterator[tuple[float, Stretch]]:
    """The stretches of lines with how much better than it must each of them reads anew.

    Args:
        lines: The lines, or beginnings of them.
        way: How they may have been misread.
        size: How many bytes a mark stands for.
    """
    for start, shown in lines:
        cells = list(way.misreading.cells_of(shown))
        first = 0
        for is_foreign, group in groupby(cells, key=lambda cell: cell == FOREIGN):
            last = first + len(list(group))
            if not is_foreign and any(cell > "\x7f" for cell in cells[first:last]):
                stretch = _stretch(start + first, shown[first:last], cells[first:last], way, size)
                yield _gain(stretch), stretch
            first = last


def _stretch(start: int, shown: str, cells: Sequence[str], way: _Way, size: int) -> Stretch:
    """A stretch read anew.

    Args:
        start: Its first code point in the text.
        shown: What stands there.
        cells: The bytes of each character.
        way: How it may have been misread.
        size: How many bytes a mark stands for.
    """
    if size:
        cells = [REPLACED * size if cell in ("?", REPLACED) else cell for cell in cells]
    data = "".join(cells)
    starts = tuple(accumulate(map(len, cells), initial=0))
    found = tuple(_pieces(data, way, size))
    return Stretch(start, start + len(shown), shown, way.misreading.name, way.right.name, found, starts)


def _pieces(data: str, way: _Way, size: int) -> Iterator[Piece]:
    """The text of bytes that are pairs but for holes; a mark stands for `size` bytes, as for `_SIZES`."""
    for match in _PIECE.finditer(data):
        found = match.group()
        if match["hole"]:
            choices = _open(found[0], found[1], way, _SWALLOWS[size])
            yield Piece(match.start(), match.end(), LOST_CHARACTER, (choices,))
        elif match["whole"] and REPLACED in data:
            for index in range(0, len(found), 2):
                text = _characters(way.right).get(found[index : index + 2], LOST_CHARACTER)
                yield Piece(match.start() + index, match.start() + index + 2, text)
        elif match["whole"]:
            pairs = (found[index : index + 2] for index in range(0, len(found), 2))
            text = "".join(_characters(way.right).get(pair, LOST_CHARACTER) for pair in pairs)
            yield Piece(match.start(), match.end(), text)
        else:
            yield Piece(match.start(), match.end(), found if found < "\x80" else LOST_CHARACTER)


@cache
def _characters(misreading: Misreading) -> dict[str, str]:
    """Two bytes to the character that publishers use; some have two pairs."""
    known = {pair: shown for shown, pair in misreading.entries().items() if len(pair) == 2}
    others = (lead + trail for lead in _HIGH for trail in _TRAILS if lead + trail not in known)
    known |= {pair: pair.encode("latin-1").decode(misreading.name, errors="ignore") for pair in others}
    return {pair: shown for pair, shown in known.items() if len(shown) == 1 and not is_private(shown)}


@cache
def _open(lead: str, trail: str, way: _Way, swallows: bool) -> tuple[Choice, ...]:
    """The characters of a pair of which a byte or both are unknown: it was no pair as it was read.

    Args:
        lead: Its first byte, or `REPLACED`.
        trail: Its second byte, or `REPLACED`.
        way: How it may have been misread.
        swallows: Whether a byte of ASCII that closes a pair was replaced with it rather than shown.
    """
    shown = _characters(way.misreading)
    return tuple(
        Choice(character)
        for pair, character in _characters(way.right).items()
        if pair not in shown
        and not "０" <= character <= "ｚ"
        and lead in (REPLACED, pair[0])
        and trail in (REPLACED, pair[1])
        and (swallows or trail != REPLACED or pair[1] > "\x7f")
    )


def _gain(stretch: Stretch, among_others: bool = False) -> float:
    """How much better than it must a stretch reads once it is decoded anew."""
    shown, written = stretch.shown, stretch.written
    if len(shown) > _JUDGED:
        written = written[: len(written) * _JUDGED // len(shown)]
        shown = shown[:_JUDGED]
    lost = written.count(LOST_CHARACTER)
    unread = lost + written.count("?") - shown.count(LOST_CHARACTER) - shown.count("?")
    plain, shown = _BESIDES.sub("", written), _BESIDES.sub("", shown)
    chinese = len(_HAN.findall(plain))
    is_narrow = stretch.wrong == WESTERN.name
    score = score_text(plain)
    gain = score + _LOST_SCORE * unread - score_text(shown)
    least = _READABLE if not among_others else _LEAST_READABLE if lost or not is_narrow else _ANY_READABLE
    if chinese < 2 - among_others or score < least * len(plain) or lost > chinese:
        return -inf
    return gain - (_AMONG_OTHERS if among_others else max(_GAIN, _RATE * chinese))
