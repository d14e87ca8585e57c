"""National formulations with their official members, and classes of words of policy language."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from reader.lexicons.tables import DATA


class Formulation(NamedTuple):
    """A set that official documents name by its number."""

    name: str
    """Its name, simplified."""
    members: tuple[str, ...]
    """Its parts as its source lists them; none where the source gives the name alone."""
    source: str
    """The document that lists them."""


PATH = Path(DATA).parent / "formulations.toml"
"""The packaged list."""
WORDS = PATH.with_name("policy_words.toml")
"""The packaged classes of words."""


@cache
def formulations() -> dict[str, Formulation]:
    """The packaged formulations by name.

    >>> formulations()["两个维护"].members[1]
    '坚决维护党中央权威和集中统一领导'
    """
    entries = tomllib.loads(PATH.read_text(encoding="utf-8"))["formulation"]
    return {
        entry["name"]: Formulation(entry["name"], tuple(entry.get("members", ())), entry["source"]) for entry in entries
    }


@cache
def related_words() -> dict[str, frozenset[str]]:
    """Each word of the groups of related words, with the groups that hold it.

    >>> sorted(related_words()["契约"])
    ['keeping_word']
    """
    groups: dict[str, list[str]] = tomllib.loads(WORDS.read_text(encoding="utf-8"))["related"]
    words = {word for members in groups.values() for word in members}
    return {word: frozenset(name for name, members in groups.items() if word in members) for word in words}


@cache
def policy_words(name: str) -> frozenset[str]:
    """The words of one class: `metaphors`, `acts` or `campaigns`.

    >>> "组合拳" in policy_words("metaphors")
    True
    """
    return frozenset(tomllib.loads(WORDS.read_text(encoding="utf-8"))[name])
