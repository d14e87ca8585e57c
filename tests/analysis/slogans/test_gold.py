"""How many formulations of official texts are found, against annotations made by reading them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from reader.analysis.slogans import find_slogans
from reader.analysis.slogans.candidates import key_of
from reader.model import Slogan
from reader.script.folding import simplify
from tests.analysis.slogans.articles import article_of

_FOLDER = Path(__file__).parents[2] / "gold"
GOLD = json.loads((_FOLDER / "slogans_official.json").read_text(encoding="utf-8"))
LOCAL = json.loads((_FOLDER / "slogans_local.json").read_text(encoding="utf-8"))
"""Passages written for this project in the manner of local news, notices, speeches and reports."""


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


def _matched(entry: dict[str, Any]) -> tuple[list[tuple[dict[str, Any], Slogan]], int, int]:
    """Annotations with what was found for them, how many were missed, and how many findings nobody asked for."""
    found = {key_of(simplify(slogan.text)): slogan for slogan in find_slogans(article_of(entry["text"]))}
    wanted = {key_of(simplify(slogan["text"])): slogan for slogan in entry["slogans"]}
    allowed = {key_of(simplify(text)) for text in entry["also"]}
    pairs = [(wanted[key], found[key]) for key in wanted.keys() & found.keys()]
    return pairs, len(wanted.keys() - found.keys()), len(found.keys() - wanted.keys() - allowed)


def test_formulations_of_local_news_are_found_with_kind_and_members() -> None:
    pairs: list[tuple[dict[str, Any], Slogan]] = []
    missed = false_alarms = 0
    for entry in LOCAL:
        here, lost, extra = _matched(entry)
        pairs.extend(here)
        missed += lost
        false_alarms += extra
    assert len(pairs) / (len(pairs) + missed) >= 0.95
    assert len(pairs) / (len(pairs) + false_alarms) >= 0.95
    assert all(slogan.kind in wanted["kinds"] for wanted, slogan in pairs)
    with_members = [(wanted["members"], slogan) for wanted, slogan in pairs if "members" in wanted]
    wrong = [
        (slogan.text, members)
        for members, slogan in with_members
        if [key_of(m) for m in members] != [key_of(member.text) for member in slogan.members]
    ]
    assert not wrong
    assert all(slogan.complete == wanted["complete"] for wanted, slogan in pairs if "complete" in wanted)
