"""The damage done again: whether a repaired run, damaged as its page was, gives the page back."""

from __future__ import annotations

from collections.abc import Callable

from reader.restoration.annotations import OPENING
from reader.restoration.gbk import FULL_WIDTH, character_of, later_character_of, pair_of
from reader.restoration.runs.byteruns import Run

_LONE = 0x80
"""The byte that opens no pair, though it closes some: the euro sign of cp936."""

_NO_PAIR = (0xFF, 0xFF)
"""Stands for the bytes of a lost character: they form no pair with any other."""


def gives_back(text: str, run: Run, characters: str, tail: str) -> bool:
    """Whether published characters and an ASCII tail, with the cut and annotations of a run, show as the page does.

    Args:
        text: The page.
        run: The run as it was followed.
        characters: What is taken to have been published, one for each of `run.published`.
        tail: The ASCII byte after them, a stand-in where it is not known, empty for none.
    """
    stream: list[int | str] = []
    for character in characters:
        stream.extend(pair_of(character) or _NO_PAIR)
    stream.extend(tail.encode("ascii"))
    for at, note in reversed(run.notes):
        stream[at:at] = list("(" + note.lstrip(OPENING))
    if run.headless:
        del stream[0]
    pieces = [stream[:1], stream[1:]] if run.cut else [stream]
    wanted = text[run.start : run.end].replace("\n", "").translate(FULL_WIDTH)
    return any(
        "".join(_decoded(piece, decoder, lone) for piece in pieces).translate(FULL_WIDTH) == wanted
        for decoder in (character_of, later_character_of)
        for lone in (("", "€", "?") if _LONE in stream else ("",))
    )


def _decoded(stream: list[int | str], decoder: Callable[[int, int], str | None], lone: str) -> str:
    """Bytes and the characters of annotations, decoded in pairs; a pair that is none becomes one `?`.

    Args:
        stream: Bytes, and characters that are no part of them.
        decoder: The character of a pair of bytes.
        lone: What the byte 80 is shown as where it stands for itself; empty for a decoder that pairs it.
    """
    shown: list[str] = []
    at = 0
    while at < len(stream):
        first = stream[at]
        if isinstance(first, str) or first < _LONE or (first == _LONE and lone):
            shown.append(first if isinstance(first, str) else lone if first == _LONE else chr(first))
            at += 1
            continue
        second = stream[at + 1] if at + 1 < len(stream) else None
        trail = ord(second) if isinstance(second, str) and second.isascii() else second
        character = decoder(first, trail) if isinstance(trail, int) else None
        shown.append(character or "?")
        at += 2
    return "".join(shown)
