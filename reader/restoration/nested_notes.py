"""Pinyin pasted into pinyin that was pasted in before: `農(nón(bì)g)` was `農(nóng)`.

A script that worked on bytes came by once for each character of its table, and met the readings that it had pasted
in before: the last byte of a vowel with its tone and the letter behind it are the pair of some character too.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import Edit, Reason
from reader.model.patterns import pattern
from reader.restoration.annotations import LETTERS
from reader.restoration.gbk import character_of, pair_of
from reader.restoration.phonetics import reads

_NESTED = pattern(
    rf"[(?](?P<outer>[{LETTERS}]{{2,6}})(?P<note>\((?P<reading>[{LETTERS}]{{1,6}}) ?\))[{LETTERS}]{{0,5}} ?\)"
)
"""A note, or the rest of one that swallowed half a character, with a note inside."""


def find_nested_notes(text: str) -> Sequence[Edit]:
    """The innermost of annotations inside annotations, where the bytes in front ask for them, each as a removal.

    >>> page = "農(nón(bì)g)業(yè)部門的環(huán)節"
    >>> [page[edit.start:edit.end] for edit in find_nested_notes(page)]
    ['(bì)']
    >>> find_nested_notes("見附注(ān (bì)g)和(nón(lì)g)")
    []
    """
    if "(" not in text:
        return []
    edits: list[Edit] = []
    for match in _NESTED.finditer(text):
        character = _pasted_behind(match["outer"], match["reading"])
        if character:
            reason = Reason.of("annotation.nested", character=character, reading=match["reading"])
            edits.append(Edit(*match.span("note"), "", "annotation", reason))
    return edits


def _pasted_behind(letters: str, reading: str) -> str:
    """The character that the bytes at the end of some letters make, where it is read so; empty for none.

    >>> _pasted_behind("nón", "bì"), _pasted_behind("nón", "lì"), _pasted_behind("non", "bì")
    ('畁', '', '')
    """
    vowel = pair_of(letters[-2])
    character = character_of(vowel[1], ord(letters[-1])) if vowel and letters[-1].isascii() else None
    return character if character and reads(character, reading) else ""
