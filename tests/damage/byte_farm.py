"""Damage by a script that worked on GBK bytes, blind to where characters begin."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from tests.damage.annotation import Site, note
from tests.damage.conversion import readings_of
from tests.damage.pairs import boundaries, pair, units
from tests.damage.traced import ANNOTATION, GARBLED, TAG, Traced

_CUT_MARKS = (b"\xa3\xa1", b"\xa3\xac", b"\xa1\xa3")
"""！ ， 。 as the script looked for them."""


class Left(StrEnum):
    """What a page holds of a character that it does not show."""

    WHOLE = "whole"
    """Every byte, in other characters."""
    READING = "reading"
    """A reading, or readings, from which the lost bytes follow."""
    CHOICE = "choice"
    """Readings that several bytes would explain."""
    HALF = "half"
    """One of two bytes."""
    NOTHING = "nothing"
    """No byte."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of published characters that the page does not show as they are."""

    start: int
    """First character, an offset in the published text."""
    end: int
    """The character after the last one."""
    cut: bool
    """Whether the bytes were cut here, rather than a reading pasted in alone."""
    left: tuple[Left, ...]
    """What is left of each character."""
    text: str
    """The characters."""

    @property
    def recoverable(self) -> bool:
        """Whether bytes and readings give it back, the first byte of the mark that was cut inferred from its second."""
        first, *others = self.left
        inferred = first is Left.HALF and self.cut and not self.text[0].isalnum()
        return (inferred or _given([first])) and _given(others)

    @property
    def determined(self) -> bool:
        """Whether every byte is on the page or follows from one reading alone."""
        return _given(self.left)


def _given(left: Sequence[Left]) -> bool:
    return all(state in (Left.WHOLE, Left.READING) for state in left)


@dataclass(frozen=True, slots=True)
class Garbled:
    """A text as such a script left it."""

    shown: Traced
    """What a reader sees; folding of width comes after it."""
    runs: tuple[Run, ...]
    """What is not shown as it was, in reading order."""
    notes: int
    """How many readings were pasted in, those between the bytes of a character included."""


@dataclass(frozen=True, slots=True)
class _Stream:
    """Bytes with where each came from."""

    data: bytes
    owners: tuple[int, ...]
    """For each byte the published character it belongs to, or TAG."""


def damage_bytes(
    published: str, site: Site, rng: random.Random, cut: float = 0.8, tags: Sequence[str] | None = None
) -> Garbled:
    """A published text as a script that worked on GBK bytes leaves it; line ends stay where they are.

    Args:
        published: Characters of GBK alone, paragraphs separated by line ends.
        site: What is annotated.
        rng: What chooses.
        cut: Share of the misaligned marks that the stream is cut before.
        tags: The name of the tag around each line, all `p` by default.
    """
    stream = _tagged(published, tags)
    notes = _notes(stream.data, site, rng)
    cuts = _cuts(stream.data, cut, rng)
    decoded, kept = _decoded(stream, {end: text for end, (text, _) in notes.items()}, cuts)
    readings = {end - 1: reading for end, (_, reading) in notes.items()}
    return Garbled(_without_tags(decoded), _runs(published, stream, decoded, kept, cuts, readings), len(notes))


def _tagged(published: str, tags: Sequence[str] | None) -> _Stream:
    """The bytes of a text with its lines in tags."""
    data, owners = bytearray(), list[int]()

    def put(text: str, owner: int) -> None:
        encoded = text.encode("gbk")
        data.extend(encoded)
        owners.extend([owner] * len(encoded))

    at = 0
    for index, line in enumerate(published.split("\n")):
        if index:
            put("\n", at)
            at += 1
        name = tags[index] if tags else "p"
        put(f"<{name}>" if name else "", TAG)
        for character in line:
            put(character, at)
            at += 1
        put(f"</{name}>" if name else "", TAG)
    return _Stream(bytes(data), tuple(owners))


def _notes(data: bytes, site: Site, rng: random.Random) -> dict[int, tuple[str, str]]:
    """What is pasted in, by the byte it stands before, and its reading: behind every two bytes that are an entry."""
    table = {character.encode("gbk"): reading for character, reading in site.readings.items()}
    found = {}
    for end in range(2, len(data) + 1):
        reading = table.get(data[end - 2 : end])
        if reading is not None and rng.random() >= site.lapses:
            found[end] = (note(reading, site, rng), reading)
    return found


def _cuts(data: bytes, share: float, rng: random.Random) -> set[int]:
    """Some of the places before marks that are no characters of the text."""
    aligned = boundaries(data)
    found = (i for i in range(len(data)) if data[i : i + 2] in _CUT_MARKS and i not in aligned)
    return {i for i in found if rng.random() < share}


def _pieces(stream: _Stream, notes: dict[int, str], cuts: set[int]) -> Iterator[tuple[bytes, list[int]]]:
    """The stretches that were read apart: their bytes, and where each byte stands in the stream, or ANNOTATION."""
    piece, places = bytearray(), list[int]()
    for at in range(len(stream.data) + 1):
        pasted = notes.get(at, "").encode("gbk")
        piece.extend(pasted)
        places.extend([ANNOTATION] * len(pasted))
        if at in cuts:
            yield bytes(piece), places
            piece, places = bytearray(), []
        if at < len(stream.data):
            piece.append(stream.data[at])
            places.append(at)
    yield bytes(piece), places


def _decoded(stream: _Stream, notes: dict[int, str], cuts: set[int]) -> tuple[Traced, set[int]]:
    """What is shown, and which bytes of the stream are in a shown character."""
    text: list[str] = []
    origins: list[int] = []
    kept: set[int] = set()
    for data, places in _pieces(stream, notes, cuts):
        for start, end, character in units(data):
            bytes_at = places[start:end]
            owners = {ANNOTATION if at == ANNOTATION else stream.owners[at] for at in bytes_at}
            text.append(character or "?")
            whole = len(owners) == 1 and character is not None and _is_whole(stream, bytes_at)
            origins.append(owners.pop() if whole else GARBLED)
            if character is not None:
                kept.update(at for at in bytes_at if at != ANNOTATION)
    return Traced("".join(text), tuple(origins)), kept


def _is_whole(stream: _Stream, places: list[int]) -> bool:
    """Whether bytes of one owner are all it has, rather than the second of two that looks like ASCII."""
    first, last = places[0], places[-1]
    if first == ANNOTATION or stream.owners[first] == TAG:
        return True
    around = (first - 1, last + 1)
    return all(not 0 <= at < len(stream.owners) or stream.owners[at] != stream.owners[first] for at in around)


def _without_tags(shown: Traced) -> Traced:
    """A page without the tags that came through whole; what is left of others is garbled text."""
    text: list[str] = []
    origins: list[int] = []
    done = 0
    for tag in re.finditer(r"</?\w+>", shown.text):
        if all(origin == TAG for origin in shown.origins[tag.start() : tag.end()]):
            text.append(shown.text[done : tag.start()])
            origins.extend(shown.origins[done : tag.start()])
            done = tag.end()
    text.append(shown.text[done:])
    origins.extend(shown.origins[done:])
    return Traced("".join(text), tuple(GARBLED if origin == TAG else origin for origin in origins))


def _runs(
    published: str, stream: _Stream, shown: Traced, kept: set[int], cuts: set[int], readings: dict[int, str]
) -> tuple[Run, ...]:
    """Stretches of characters that are not shown whole."""
    places: dict[int, list[int]] = {}
    for at, owner in enumerate(stream.owners):
        places.setdefault(owner, []).append(at)
    places.pop(TAG, None)
    whole = set(shown.origins)
    runs: list[Run] = []
    missing = [owner for owner in places if owner not in whole]
    for _, numbered in groupby(enumerate(missing), key=lambda pair: pair[1] - pair[0]):
        group = [owner for _, owner in numbered]
        left = tuple(_left(stream.data, places[owner], kept, readings) for owner in group)
        cut = any(at in cuts for owner in group for at in places[owner])
        runs.append(Run(group[0], group[-1] + 1, cut, left, published[group[0] : group[-1] + 1]))
    return tuple(runs)


def _left(data: bytes, places: list[int], kept: set[int], readings: dict[int, str]) -> Left:
    """What a page holds of the character at some places of the stream."""
    lost = [at for at in places if at not in kept]
    if not lost:
        return Left.WHOLE
    choices = [_choices(data, at, readings) for at in lost]
    if all(choices):
        return Left.READING if max(choices) == 1 else Left.CHOICE
    return Left.HALF if len(lost) < len(places) else Left.NOTHING


def _choices(data: bytes, at: int, readings: dict[int, str]) -> int:
    """How many bytes the reading pasted in behind a byte would explain, the byte before being known; 0 without one."""
    reading = readings.get(at)
    if reading is None:
        return 0
    shown = (pair(data[at - 1], trail) for trail in range(0x40, 0xFF))
    return sum(reading in readings_of(character) for character in shown if character)
