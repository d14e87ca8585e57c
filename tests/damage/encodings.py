"""Text read in the wrong encoding, entities encoded twice, files in two encodings."""

from __future__ import annotations

import random
from codecs import BOM_UTF8
from collections.abc import Callable, Sequence
from html import escape

from tests.damage.traced import GARBLED, Traced, joined

Misread = Callable[[str], str]


def _misread(written: str, read: str) -> Misread:
    def garble(text: str) -> str:
        return text.encode(written, "ignore").decode(read, "replace")

    return garble


def _locked(text: str) -> str:
    """GBK read as UTF-8, kept as UTF-8, and read as GBK: nothing of the text is left.

    >>> _locked("拷贝")
    '锟斤拷锟斤拷'
    """
    read = text.encode("gbk", "ignore").decode("utf-8", "replace")
    return read.encode("utf-8").decode("gbk", "ignore")


def _latin(written: str) -> Misread:
    """Bytes read as cp1252, those that it lacks as Latin-1 has them, as browsers do."""

    def garble(text: str) -> str:
        data = text.encode(written, "ignore")
        return "".join(
            bytes((b,)).decode("cp1252" if b not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else "latin-1") for b in data
        )

    return garble


MISREADINGS: dict[str, Misread] = {
    "utf-8 as gbk": _misread("utf-8", "gb18030"),
    "utf-8 as latin-1": _misread("utf-8", "latin-1"),
    "utf-8 as cp1252": _latin("utf-8"),
    "gbk as latin-1": _misread("gbk", "latin-1"),
    "gbk as cp1252": _latin("gbk"),
    "big5 as gbk": _misread("big5", "gb18030"),
}
"""Ways in which all of a text or single lines were read wrongly."""

LOCKED: Misread = _locked
"""A misreading that nothing undoes."""


def misread(line: Traced, garble: Misread) -> Traced:
    """A line read in the wrong encoding; only ASCII is still shown as it was."""
    parts = []
    start = 0
    for at in range(len(line) + 1):
        if at == len(line) or line.text[at].isascii():
            shown = garble(line.text[start:at])
            parts.append(Traced(shown, (GARBLED,) * len(shown)))
            parts.append(line[at : at + 1])
            start = at + 1
    return joined(parts)


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
