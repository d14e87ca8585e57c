"""Text read in the wrong encoding, entities encoded twice, files in two encodings."""

from __future__ import annotations

import random
from bisect import bisect_right
from codecs import BOM_UTF8, register_error
from collections.abc import Callable, Sequence
from html import escape
from itertools import accumulate

from reader.model import LOST_CHARACTER
from tests.damage.traced import GARBLED, Traced, joined

Misread = Callable[[str], str]


def misreading(written: str, read: str) -> Misread:
    """What makes text in one encoding text read in another; `cp1252` as browsers read it."""

    def garble(text: str) -> str:
        data = text.encode(written, "ignore")
        return _as_browsers_read(data) if read == "cp1252" else data.decode(read, "replace")

    return garble


def _as_browsers_read(data: bytes) -> str:
    """Bytes in cp1252, those that it lacks as Latin-1 has them."""
    return "".join(bytes((byte,)).decode("latin-1" if byte in _UNASSIGNED else "cp1252") for byte in data)


_UNASSIGNED = b"\x81\x8d\x8f\x90\x9d"
"""Bytes that cp1252 has no character for."""


def _locked(text: str) -> str:
    """GBK read as UTF-8, kept as UTF-8, and read as GBK: nothing of the text is left.

    >>> _locked("拷贝")
    '锟斤拷锟斤拷'
    """
    read = text.encode("gbk", "ignore").decode("utf-8", "replace")
    return read.encode("utf-8").decode("gbk", "ignore")


MISREADINGS = (
    ("utf-8", "gb18030"),
    ("utf-8", "latin-1"),
    ("utf-8", "cp1252"),
    ("gbk", "latin-1"),
    ("gbk", "cp1252"),
    ("big5", "gb18030"),
)
"""The encoding that text was written in, and the one that it was read in."""

LOCKED: Misread = _locked
"""A misreading that nothing undoes."""


def misread(line: Traced, garble: Misread) -> Traced:
    """A line read in the wrong encoding."""
    shown = garble(line.text)
    return line if shown == line.text else Traced(shown, (GARBLED,) * len(shown))


def lost_in(text: str, written: str, read: str) -> set[int]:
    """Offsets of the characters of which bytes are lost where a text is read in the wrong encoding.

    >>> lost_in("新闻网", "utf-8", "gb18030"), lost_in("新闻", "utf-8", "gb18030")
    ({2}, set())
    """
    gone: set[int] = set()

    def note(error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeDecodeError):
            raise error
        gone.update(range(error.start, error.end))
        return LOST_CHARACTER, error.end

    register_error("lost_in", note)
    text.encode(written).decode("latin-1" if read == "cp1252" else read, "lost_in")
    ends = list(accumulate(len(character.encode(written)) for character in text))
    return {bisect_right(ends, at) for at in gone}


_ENTITIES = {"“": "ldquo", "”": "rdquo", "—": "mdash", "…": "hellip", "·": "middot", "×": "times", "\u00a0": "nbsp"}


def with_entities(line: Traced, rng: random.Random, twice: bool) -> Traced:
    """A line whose marks are entities, by name or number, escaped a second time where `twice`."""
    parts: list[Traced] = []
    for at, character in enumerate(line.text):
        name = _ENTITIES.get(character)
        if name is None and rng.random() > 0.01:
            parts.append(line[at : at + 1])
            continue
        numbers = (f"&#{ord(character)};", f"&#x{ord(character):X};")
        entity = rng.choice((f"&{name};", *numbers)) if name else rng.choice(numbers)
        shown = escape(entity, quote=False) if twice else entity
        parts.append(Traced(shown, (GARBLED,) * len(shown)))
    return joined(parts)


def mixed_bytes(lines: Sequence[str], rng: random.Random) -> bytes:
    """A file put together from stretches of lines in UTF-8 and in GB18030."""
    data = bytearray()
    encoding = rng.choice(("utf-8", "gb18030"))
    for line in lines:
        if rng.random() < 0.2:
            encoding = "gb18030" if encoding == "utf-8" else "utf-8"
        data += (line + "\n").encode(encoding)
    return bytes(data)


def declared_wrongly(text: str, rng: random.Random) -> tuple[str, bytes]:
    """A declaration of another encoding, and the file behind it; a mark of UTF-8 before GBK where there is none."""
    written, named = rng.choice((("gb18030", "utf-8"), ("utf-8", "gb2312"), ("utf-8", "iso-8859-1"), ("gb18030", "")))
    if not named:
        return "", BOM_UTF8 + text.encode(written)
    declaration = f'<meta charset="{named}">'
    return declaration, f"{declaration}\n{text}".encode(written)
