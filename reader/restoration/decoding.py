"""Bytes to source text: the encoding in which a file reads best, line by line where it has several."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from reader.model import LOST_CHARACTER, Decoded, Segment
from reader.restoration.foreign import foreign_encoding
from reader.restoration.plausibility import score_text

_MARKED = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte-order marks, the longer of two alike first."""

_MULTIBYTE = ("utf-8", "gb18030", "big5", "big5hkscs")
"""What a text without a mark may be in, ASCII being part of each."""

_WIDER = {"gbk": "gb18030", "gb2312": "gb18030", "cp936": "gb18030", "utf-8-sig": "utf-8"}
"""Encodings that another holds whole."""

_SAMPLE = 2_400
"""Bytes that encodings are compared by."""

_PROOF = 24
"""Bytes beyond ASCII that are valid UTF-8 by accident in no text."""

_HINT = 6
"""Bytes beyond ASCII that are valid UTF-8 by accident only in text that reads well in its own encoding."""

_MOST_BROKEN = 0.1
"""Undecodable characters for each byte beyond ASCII from which on a byte-order mark is not believed."""

_READABLE = -11.0
"""Log probability for each character that no text falls below."""

_ENOUGH_LINES = 40
"""Lines after which the usual encoding of a file is known."""

_HIGH = bytes(range(0x80, 0x100))

_UTF8_RUN = re.compile(
    rb"(?:[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xe0[\xa0-\xbf][\x80-\xbf]|\xed[\x80-\x9f][\x80-\xbf]"
    rb"|[\x00-\x7f]|\xc2[\xa0-\xbf]){8,}"
)
"""Text in UTF-8, by characters that hardly stand together in another encoding."""

_ENTITY = re.compile(rb"(?:&#(?:[0-9]{5}|[xX][0-9A-Fa-f]{4});){4}")
"""Chinese as entities, which nobody mixes with bytes of an encoding other than UTF-8."""

_SURROGATE = re.compile("[\ud800-\udfff]")

_MAGIC = (
    *(b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"RIFF", b"II*\x00", b"MM\x00*", b"OggS", b"ID3"),
    *(b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!"),
    *(b"%PDF-", b"\xd0\xcf\x11\xe0", b"\x7fELF", b"SQLite format 3"),
)
"""How files that are no text begin."""

_CONTROLS = bytes({*range(0x20)} - {*b"\t\n\x0b\x0c\r\x1a\x1b"}) + b"\x7f"

_MOST_CONTROLS = 0.05
"""Share of control bytes above which a file is no text."""


class _Line(NamedTuple):
    """A line of bytes with its end."""

    start: int
    data: bytes


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """The source text of a file, in `encoding` or in the one in which it reads best.

    Line ends stay as they are, a byte-order mark is dropped, undecodable bytes become U+FFFD.

    Raises:
        LookupError: Nobody knows `encoding`.

    >>> decode("联通".encode("gbk")).text, decode("聯通".encode("big5")).encoding
    ('联通', 'big5')
    """
    for mark, name in _MARKED:
        if data.startswith(mark) and _allows(encoding, name) and _is_so_marked(data, name, encoding):
            return _joined(data, [(len(mark), len(data), name)])
    if encoding is not None:
        name = codecs.lookup(encoding).name
        return _joined(data, [(0, len(data), _WIDER.get(name, name))])
    first = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    rest = data[first:]
    whole = _encoding_of(rest)
    pieces = [(0, len(rest), whole)] if whole else _by_lines(rest)
    return _joined(data, [(first + start, first + end, name) for start, end, name in pieces])


def looks_binary(data: bytes) -> bool:
    """Whether bytes are no text: a picture, an archive, a program.

    >>> looks_binary(b"\\x89PNG\\r\\n"), looks_binary("政策".encode("utf-16-le")), looks_binary(b"")
    (True, False, False)
    """
    if data.startswith(_MAGIC):
        return True
    head = data[:8192]
    if any(head.startswith(mark) for mark, _ in _MARKED):
        return False
    if b"\x00" in head:
        return _wide_encoding(data) is None
    return len(head) - len(head.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(head)


def _allows(encoding: str | None, marked: str) -> bool:
    """Whether a byte-order mark agrees with what the caller asked for."""
    if encoding is None:
        return True
    name = codecs.lookup(encoding).name
    return marked.startswith(_WIDER.get(name, name))


def _is_so_marked(data: bytes, name: str, encoding: str | None) -> bool:
    """Whether a mark says the truth: that of UTF-8 is put before other encodings by programs that convert nothing."""
    if name != "utf-8" or encoding is not None:
        return True
    high = _high_count(data)
    return _is_valid(data, name) or data.decode(name, errors="replace").count(LOST_CHARACTER) < _MOST_BROKEN * high


def _joined(data: bytes, pieces: Iterable[tuple[int, int, str]]) -> Decoded:
    """The text of pieces of bytes, each with its start, end and encoding."""
    texts: list[str] = []
    segments: list[Segment] = []
    start = 0
    for byte_start, byte_end, name in pieces:
        text = _SURROGATE.sub(LOST_CHARACTER, data[byte_start:byte_end].decode(name, errors="replace"))
        if text:
            segments.append(Segment(start, byte_start, byte_end, name))
            texts.append(text)
            start += len(text)
    return Decoded("".join(texts), tuple(segments))


def _is_valid(data: bytes, name: str) -> bool:
    """Whether bytes are text in an encoding, but for a last character that may be cut off."""
    try:
        codecs.getincrementaldecoder(name)("strict").decode(data)
    except UnicodeDecodeError:
        return False
    return True


def _high_count(data: bytes) -> int:
    """How many bytes are beyond ASCII."""
    return len(data) - len(data.translate(None, _HIGH))


def _encoding_of(data: bytes) -> str | None:
    """The one encoding of a file, None when it seems to have several or holds bytes that none has."""
    if data.isascii() and b"\x00" not in data:
        return foreign_encoding(data) or "utf-8"
    wide = _wide_encoding(data)
    if wide is not None:
        return wide
    if _is_valid(data, "utf-8"):
        if _high_count(data) >= _PROOF or _ENTITY.search(data):
            return "utf-8"
    elif _has_utf8_lines(data):
        return None
    else:
        foreign = foreign_encoding(data)
        if foreign is not None:
            return foreign
    valid = [name for name in _MULTIBYTE if _is_valid(data, name)]
    return _likeliest(_sample(data), valid)


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark, by line ends and ASCII in every other byte, or by what it reads as; else None."""
    head = data[:_SAMPLE]
    if len(data) < 2 or (_is_valid(head, "utf-8") and b"\x00" not in head):
        return None
    found = []
    for name, high in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        usual = sum(byte == 0 or byte in (0x20, 0x30, 0xFF) or 0x4E <= byte <= 0x9F for byte in high)
        if high and usual >= 0.9 * len(high) and _is_valid(head, name):
            found.append(name)
    if not found:
        return None
    others = [name for name in _MULTIBYTE if b"\x00" not in head and _is_valid(head, name)]
    best = _most_readable(head, [*found, *others])
    return best if best in found and _reads_as_text(head.decode(best, errors="replace")) else None


def _reads_as_text(text: str) -> bool:
    """Whether a text holds hardly any controls and unassigned characters, and reads like one."""
    odd = sum(not (c.isprintable() or c.isspace() or c == "\x1b") for c in text)
    readable = score_text(text.rstrip(LOST_CHARACTER)) >= _READABLE * len(text)
    return readable and odd <= 0.02 * len(text) + (text[-1:] == LOST_CHARACTER)


def _sample(data: bytes) -> bytes:
    """A stretch that encodings can be compared by, beginning with the first line that is not ASCII."""
    if len(data) <= _SAMPLE:
        return data
    high = next((i for i, byte in enumerate(data) if byte >= 0x80), 0)
    start = data.rfind(b"\n", 0, high) + 1
    if high - start > _SAMPLE // 2:
        start = high
    return data[start : start + _SAMPLE]


def _most_readable(data: bytes, names: Iterable[str]) -> str:
    """The encoding in which bytes read best; among equals the one named first."""
    return max(names, key=lambda name: score_text(data.decode(name, errors="replace").rstrip(LOST_CHARACTER)))


def _likeliest(data: bytes, valid: Sequence[str]) -> str | None:
    """The encoding in which bytes read best of those that they are valid in, None without any.

    UTF-8 where they read like no text in any: of the words that are valid UTF-8 by accident, all of three characters
    and more read well in the encoding they are in.
    """
    if not valid:
        return None
    best = _most_readable(data, valid)
    text = data.decode(best, errors="replace")
    is_odd = _high_count(data) >= _HINT and score_text(text) < _READABLE * len(text)
    return "utf-8" if is_odd and "utf-8" in valid else best


def _has_utf8_lines(data: bytes) -> bool:
    """Whether some line can only be UTF-8, in a file that is not UTF-8 as a whole."""
    return any(_is_utf8_line(line.data) for line in _lines(data))


def _is_utf8_line(data: bytes) -> bool:
    return _high_count(data) >= _PROOF and _is_valid(data, "utf-8")


def _lines(data: bytes) -> Iterator[_Line]:
    """The lines of a file, those that are UTF-8 in part and something else in part as several."""
    start = 0
    for line in data.splitlines(keepends=True):
        if line.isascii() or _is_valid(line, "utf-8"):
            yield _Line(start, line)
        else:
            yield from (_Line(start + first, line[first:last]) for first, last in _parts(line))
        start += len(line)


def _parts(line: bytes) -> Iterator[tuple[int, int]]:
    """Where the parts of a line that is not UTF-8 as a whole begin and end: stretches that are, and what is between."""
    runs = [run.span() for run in _UTF8_RUN.finditer(line) if _high_count(run.group()) >= _PROOF]
    begun = done = 0
    for start, end in (*runs, (len(line), len(line))) if runs else ():
        found = next((at for at in range(start, start + 4) if _is_other(line[done:at])), None)
        if found is not None:
            if done > begun:
                yield begun, done
            yield done, min(found, len(line))
            begun = found
        done = end
    if begun < len(line):
        yield begun, len(line)


def _is_other(data: bytes) -> bool:
    """Whether bytes between stretches of UTF-8 are text in another encoding, rather than what is broken."""
    if _high_count(data) < _HINT or not _is_valid(data, "gb18030"):
        return False
    text = data.decode("gb18030", errors="ignore")[:_SAMPLE]
    return score_text(text) >= _READABLE * len(text)


def _by_lines(data: bytes) -> list[tuple[int, int, str]]:
    """Runs of lines with the encoding of each, for a file that has several or is damaged."""
    lines = list(_lines(data))
    tally: Counter[str] = Counter()
    names = []
    for line in lines:
        name = _line_encoding(line.data, tally)
        names.append(name)
        if name is not None:
            tally[name] += 1
    usual = tally.most_common(1)[0][0] if tally else _least_damaged(data)
    before = next((name for name in names if name is not None), usual)
    settled: list[tuple[_Line, str]] = []
    for line, name in zip(lines, names, strict=True):
        if name is None:
            name = before if line.data.isascii() else _least_damaged(line.data, usual)
        before = name
        settled.append((line, name))
    pieces = []
    for name, group in groupby(settled, key=lambda pair: pair[1]):
        run = [line for line, _ in group]
        pieces.append((run[0].start, run[-1].start + len(run[-1].data), name))
    return pieces


def _line_encoding(data: bytes, tally: Counter[str]) -> str | None:
    """The encoding of a line, None for ASCII and for a line that is valid in none.

    Once enough lines were compared, the most usual encoding is taken wherever a line is valid in it.
    """
    if data.isascii():
        return None
    if _is_utf8_line(data):
        return "utf-8"
    usual, count = tally.most_common(1)[0] if tally else ("utf-8", 0)
    if count >= _ENOUGH_LINES and _is_valid(data, usual):
        return usual
    valid = [name for name in _MULTIBYTE if _is_valid(data, name)]
    return _likeliest(_sample(data), valid)


def _least_damaged(data: bytes, usual: str = "utf-8") -> str:
    """The encoding in which the fewest bytes are undecodable; among equals the usual one of the file."""
    names = sorted(_MULTIBYTE, key=lambda name: name != usual)
    return min(names, key=lambda name: data.decode(name, errors="replace").count(LOST_CHARACTER))
