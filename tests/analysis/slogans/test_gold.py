"""How many formulations of official texts are found, against annotations made by reading them."""

from __future__ import annotations

import json
from pathlib import Path

from reader.analysis.slogans import find_slogans
from reader.analysis.slogans.candidates import key_of
from tests.analysis.slogans.articles import article_of

GOLD = json.loads((Path(__file__).parents[2] / "gold" / "slogans_official.json").read_text(encoding="utf-8"))


def test_most_formulations_are_found_and_little_else() -> None:
    """`also` holds what may be found or not."""
    hits = missed = false_alarms = 0
    for entry in GOLD:
        found = {key_of(slogan.text) for slogan in find_slogans(article_of(entry["text"]))}
        wanted = {key_of(text) for text in entry["slogans"]}
        allowed = {key_of(text) for text in entry["also"]}
        hits += len(found & wanted)
        missed += len(wanted - found)
        false_alarms += len(found - wanted - allowed)
    assert hits / (hits + missed) >= 0.9
    assert hits / (hits + false_alarms) >= 0.9
