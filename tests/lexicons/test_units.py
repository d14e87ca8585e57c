"""The table of units: every entry has a kind and a source, and none stands in it twice."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import reader.lexicons.units
from reader.lexicons.units import unit_at, units
from reader.script.folding import simplify

TABLE = tomllib.loads(Path(reader.lexicons.units.__file__).with_name("units.toml").read_text(encoding="utf-8"))


def test_every_group_names_its_source() -> None:
    assert all(group["source"].strip() and group["words"] for group in TABLE["unit"])


def test_no_unit_stands_in_two_groups() -> None:
    counts = Counter(word for group in TABLE["unit"] for word in group["words"])
    assert [word for word, count in counts.items() if count > 1] == []


def test_units_are_in_the_form_that_texts_are_read_in() -> None:
    assert [word for word in units() if simplify(word) != word] == []


def test_the_longest_unit_is_read() -> None:
    assert [unit.word for unit in (unit_at("吨公里", 0), unit_at("平方公里", 0), unit_at("个百分点", 0)) if unit] == [
        "吨公里",
        "平方公里",
        "个百分点",
    ]


def test_the_start_of_another_word_is_no_unit() -> None:
    assert unit_at("两成立", 1) is None
    assert unit_at("四车道", 1) is None
