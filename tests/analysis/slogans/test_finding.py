"""Which formulations are found, with members, forms, places and explanations: cases as data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reader.analysis.slogans import find_slogans
from reader.model import Article, Passage, Slogan
from tests.analysis.slogans.articles import article_of

CASES = json.loads((Path(__file__).parents[2] / "cases" / "slogans.json").read_text(encoding="utf-8"))


def _texts(article: Article, passages: tuple[Passage, ...]) -> list[str]:
    return [article.text_of(passage) for passage in passages]


def _seen(article: Article, slogan: Slogan) -> dict[str, Any]:
    """A slogan as a case writes it down."""
    glosses = [text for member in slogan.members for text in _texts(article, member.says)]
    return {
        "text": slogan.text,
        "kind": str(slogan.kind),
        "members": [member.text for member in slogan.members],
        "declared": slogan.declared,
        "complete": slogan.complete,
        "basis": str(slogan.members[0].basis) if slogan.members else None,
        "forms": list(slogan.forms),
        "mentions": len(slogan.mentions),
        "says": _texts(article, slogan.says),
        "proposed_by": slogan.proposed_by,
        "glosses": glosses,
    }


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    article = article_of(case["text"])
    seen = {slogan.text: _seen(article, slogan) for slogan in find_slogans(article)}
    for wanted in case.get("found", []):
        assert wanted["text"] in seen, sorted(seen)
        assert {key: seen[wanted["text"]][key] for key in wanted} == wanted
    for text in case.get("absent", []):
        assert text not in seen
    if "exactly" in case:
        assert sorted(seen) == sorted(case["exactly"])
