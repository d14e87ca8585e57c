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
    return frozenset().union(*(words for part, words in _listed().items() if part != "named"))


@cache
def plain_verbs() -> frozenset[str]:
    """Those of `plain_words` that take a term as their object and are no part of it: 进行, 加强."""
    return _listed()["verbs"]


@cache
def final_verbs() -> frozenset[str]:
    """Those of `plain_words` that end a term and begin none: 提升 in 品质提升."""
    return _listed()["acts"]


@cache
def noun_verbs() -> frozenset[str]:
    """Those of `plain_words` that also begin a term: 管理 in 管理机构."""
    return _listed()["nominal"]


@cache
def clause_builders() -> frozenset[str]:
    """Those of `plain_words` that build a clause and stand in no term: 会见, 审议, 严重.

    >>> "会见" in clause_builders(), "组织" in clause_builders(), "建设" in clause_builders()
    (True, False, False)
    """
    return (_listed()["verbs"] | _listed()["predicates"]) - noun_verbs()
