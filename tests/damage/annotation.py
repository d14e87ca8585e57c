"""The annotations of a site: which characters carry a reading, always the same one."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tests.damage.conversion import in_simplified, in_traditional, readings_of
from tests.damage.traced import ANNOTATION, Traced, added, joined


@dataclass(frozen=True, slots=True)
class Site:
    """The habits of one site."""

    readings: Mapping[str, str]
    """The reading of each character that is annotated."""
    spaced: float = 0.0
    """How often a space stands before the closing parenthesis."""
    lapses: float = 0.0
    """How often an annotation is left out."""


def draw_site(text: str, rng: random.Random, converted: float, shared: float, lapses: float = 0.0) -> Site:
    """A site with a random table for the characters of a text.

    Args:
        text: What the page holds, in any script.
        converted: Share of the characters that conversion changes which are annotated.
        shared: Share of the characters alike in both scripts which are annotated.
        lapses: How often an annotation is left out.
    """
    table: dict[str, str] = {}
    for character in sorted(set(in_traditional(text))):
        share = converted if in_simplified(character) != character else shared
        readings = readings_of(character)
        if readings and "\u4e00" <= character <= "\u9fff" and rng.random() < share:
            table[character] = rng.choice(readings)
    return Site(table, rng.choice((0.0, 0.0, 0.1)), lapses)


def note(reading: str, site: Site, rng: random.Random) -> str:
    """A reading as a site pastes it in."""
    return f"({reading}{' ' if rng.random() < site.spaced else ''})"


def annotated(text: Traced, site: Site, rng: random.Random) -> Traced:
    """A text whose characters carry their site's readings, as a script that works on characters puts them."""
    return joined(_with_notes(text, site, rng))


def _with_notes(text: Traced, site: Site, rng: random.Random) -> Iterable[Traced]:
    for at, character in enumerate(text.text):
        yield text[at : at + 1]
        reading = site.readings.get(character)
        if reading and rng.random() >= site.lapses:
            yield added(note(reading, site, rng), ANNOTATION)
