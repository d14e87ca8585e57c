"""HTML entities left in the text: `&nbsp;`, `&amp;ldquo;`, `&#8220;`, `&#x4e2d`."""

from __future__ import annotations

from collections.abc import Sequence
from html import unescape

from reader.model import Edit, Reason
from reader.model.patterns import pattern
from reader.restoration.topics import shows_markup

_AND = "&(?:(?:amp|#38|#x26);)*"
"""The beginning of an entity, also of one that was escaped several times over."""

_HALF = "#(?:5[5-7][0-9]{3}|[xX][dD][89a-fA-F][0-9a-fA-F]{2});"
"""The number of half a surrogate pair."""

_ENTITY = pattern(
    f"{_AND}{_HALF}{_AND}{_HALF}"
    f"|{_AND}(?:#[0-9]{{1,7}}|#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,30}});"
    f"|{_AND}#(?:199[6-9][0-9]|[23][0-9]{{4}}|40[0-8][0-9]{{2}}|65[23][0-9]{{2}}|12[23][0-9]{{2}})(?=[0-9])"
    f"|{_AND}(?:#[0-9]{{2,7}}|nbsp|[lr][ds]quo|hellip|[mn]dash|middot|e[mn]sp)(?![0-9A-Za-z=;_-])"
)
"""An entity; the usual ones also without a semicolon, those of Chinese characters also before digits of the text."""

_ESCAPED_AND = pattern(_AND)

_NUMBER = pattern("#(?:[xX]([0-9a-fA-F]+)|([0-9]+));")

_BLANKS = str.maketrans({**dict.fromkeys("\u00a0\t\u2002\u2003\u2009", " "), "\r": "\n"})

_SHOWN_BLANKS = "\n\u3000"
"""Blanks that an entity may stand for as they are."""

_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\ufeff")
"""Characters without a picture; an entity of one is dropped."""


def find_entities(text: str) -> Sequence[Edit]:
    """HTML entities, each with the character it names.

    Unknown names, numbers of control characters, and a page about markup are left alone.

    >>> [e.replacement for e in find_entities("&ldquo;四个一&#8221;&amp;nbsp;")]
    ['“', '”', ' ']
    >>> find_entities("R&D; AT&T &#27;")
    []
    """
    if "&" not in text:
        return []
    edits = []
    for match in _ENTITY.finditer(text):
        named = _named(match.group())
        if named is not None:
            reason = Reason.of("entity.named", entity=match.group())
            edits.append(Edit(match.start(), match.end(), named, "entity", reason))
    return edits if edits and not shows_markup(text) else []


def _named(entity: str) -> str | None:
    """What an entity stands for, None where that is nothing to print."""
    plain = _ESCAPED_AND.sub("&", entity)
    if plain == "&":
        return plain
    named = _paired(plain) if plain.count("&") == 2 else unescape(plain if plain[-1] == ";" else plain + ";")
    if named is None:
        return None
    if named in _INVISIBLE:
        return ""
    named = named.translate(_BLANKS)
    printable = all(c.isprintable() or c in _SHOWN_BLANKS for c in named) and "\ufffd" not in named
    return named if named and printable and named != entity and not _ENTITY.match(named) else None


def _paired(entities: str) -> str | None:
    """The character of a surrogate pair, None for halves that are none."""
    halves = "".join(chr(int(found[1] or found[2], 16 if found[1] else 10)) for found in _NUMBER.finditer(entities))
    try:
        return halves.encode("utf-16-be", "surrogatepass").decode("utf-16-be")
    except UnicodeDecodeError:
        return None
