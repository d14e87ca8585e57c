"""HTML entities left in the text: `&nbsp;`, `&ldquo;`, `&#8220;`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape

from reader.model import Edit, Reason

_ENTITY = re.compile(r"&(?:(?:amp|#38|#x26);)*(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
"""An entity, also one that was escaped several times over."""

_BLANKS = str.maketrans({"\u00a0": " ", "\t": " ", "\r": "\n"})


def find_entities(text: str) -> Sequence[Edit]:
    """HTML entities, each with the character it names.

    Unknown names, and numbers of control characters, are left alone.

    >>> [e.replacement for e in find_entities("&ldquo;四个一&#8221;&amp;nbsp;")]
    ['“', '”', ' ']
    >>> find_entities("R&D; AT&T &#27;")
    []
    """
    edits = []
    for match in _ENTITY.finditer(text):
        named = _named(match.group())
        if named is not None:
            reason = Reason.of("entity.named", entity=match.group())
            edits.append(Edit(match.start(), match.end(), named, "entity", reason))
    return edits


def _named(entity: str) -> str | None:
    """What an entity stands for, None where that is nothing to print."""
    named = entity
    while (plain := unescape(named)) != named:
        named = plain
    named = named.translate(_BLANKS)
    printable = all(c.isprintable() or c == "\n" for c in named) and "\ufffd" not in named
    return named if named and printable and named != entity and not _ENTITY.fullmatch(named) else None
