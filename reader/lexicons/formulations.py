"""National formulations with their official members, the reader's own, and classes of words of policy language."""

from __future__ import annotations

import logging
import os
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from reader.lexicons.tables import DATA
from reader.messages import message


class Formulation(NamedTuple):
    """A set that documents name by its number."""

    name: str
    """Its name, simplified."""
    members: tuple[str, ...]
    """Its parts as its source lists them; none where the source gives the name alone."""
    source: str
    """The document that lists them."""
    in_marks: bool = False
    """Whether it is one in quotation marks only."""


PATH = Path(DATA).parent / "formulations.toml"
"""The packaged list; a list of the reader's own has the same format."""
WORDS = PATH.with_name("policy_words.toml")
"""The packaged classes of words."""


def own_file() -> Path:
    """The reader's own list, in the folder that `POLICY_READER_CONFIG` names, else the platform's."""
    if named := os.environ.get("POLICY_READER_CONFIG"):
        return Path(named) / PATH.name
    import platformdirs

    return platformdirs.user_config_path("policy-reader", appauthor=False) / PATH.name


@cache
def formulations() -> Mapping[str, Formulation]:
    """The packaged formulations and the reader's own by name; of two with one name the reader's own holds.

    A list of the reader's own that cannot be read is left out with a sentence that says so.

    >>> formulations()["两个维护"].members[1]
    '坚决维护党中央权威和集中统一领导'
    """
    packaged = read_formulations(PATH)
    own = own_file()
    try:
        return packaged | read_formulations(own)
    except FileNotFoundError:
        return packaged
    except (OSError, ValueError) as problem:
        logging.getLogger(__name__).warning(message("error.lexicon", path=own, problem=problem))
        return packaged


def read_formulations(path: Path) -> dict[str, Formulation]:
    """The formulations of a list by name.

    Raises:
        OSError: It cannot be read.
        ValueError: It is no UTF-8 or no TOML, or an entry lacks a name or has members that are no texts.
    """
    entries = tomllib.loads(path.read_text(encoding="utf-8")).get("formulation", [])
    if not isinstance(entries, list):
        raise ValueError("[[formulation]]")
    return {found.name: found for found in map(_entry, entries)}


def _entry(entry: Mapping[str, Any]) -> Formulation:
    """One entry of a list; its source may be missing."""
    name, members, source = entry.get("name"), entry.get("members", []), entry.get("source", "")
    is_listed = isinstance(members, list) and all(isinstance(member, str) and member for member in members)
    if not (isinstance(name, str) and len(name) > 1 and is_listed and isinstance(source, str)):
        raise ValueError(f"name = {name!r}")
    return Formulation(name, tuple(members), source, len(name) == 2 or entry.get("in_marks") is True)


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
    """The words of one class: `metaphors`, `acts`, `qualities` or `campaigns`.

    >>> "组合拳" in policy_words("metaphors")
    True
    """
    return frozenset(tomllib.loads(WORDS.read_text(encoding="utf-8"))[name])
