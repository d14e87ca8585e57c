"""Words that join a number to its noun, by their part in the clause."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

_PATH = Path(__file__).with_name("clauses.toml")


@cache
def clause_words(part: str) -> frozenset[str]:
    """The words of one part: links, predicates, edges, heads, nominal, intransitive, coming, bodies …

    >>> "增长" in clause_words("predicates")
    True
    """
    return frozenset(tomllib.loads(_PATH.read_text(encoding="utf-8"))[part]["words"].split())
