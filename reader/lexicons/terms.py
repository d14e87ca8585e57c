"""Terms of policy writing, and the words that say nothing of a text's subject."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from reader.lexicons.tables import DATA

_FOLDER = Path(__file__).parent


@cache
def terms() -> frozenset[str]:
    """Simplified terms that are kept whole.

    >>> "乡村振兴" in terms()
    True
    """
    return frozenset(tomllib.loads((_FOLDER / "terms.toml").read_text(encoding="utf-8"))["terms"])


@cache
def _listed() -> dict[str, frozenset[str]]:
    listed = tomllib.loads((_FOLDER / "plain_words.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in listed.items()}


@cache
def function_words() -> frozenset[str]:
    """Simplified words that build sentences (pronouns, adverbs, prepositions, measures) or count and date.

    >>> "因为" in function_words(), "乡村" in function_words()
    (True, False)
    """
    built = frozenset((DATA / "functions.txt").read_text(encoding="utf-8").split())
    return built - _listed()["named"]


@cache
def plain_words() -> frozenset[str]:
    """Simplified words that stand in any official text and say nothing of its subject: 进行, 加强, 方面."""
    return _listed()["verbs"] | _listed()["nominal"] | _listed()["nouns"]


@cache
def plain_verbs() -> frozenset[str]:
    """Those of `plain_words` that take a term as their object and are no part of it: 进行, 加强."""
    return _listed()["verbs"]
