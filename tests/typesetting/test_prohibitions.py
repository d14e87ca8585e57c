"""Where a row may end, case by case."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest

from reader.typesetting.prohibitions import breaks

CASES = json.loads((Path(__file__).parents[1] / "cases" / "breaks.json").read_text(encoding="utf-8"))


def parts(text: str) -> str:
    cuts = [0, *breaks(text)]
    return "|".join(text[start:end] for start, end in itertools.pairwise(cuts))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["rule"])
def test_rows_may_end_only_where_the_bars_stand(case: dict[str, str]) -> None:
    assert parts(case["broken"].replace("|", "")) == case["broken"]


def test_no_rule_takes_longer_than_the_text_is_long() -> None:
    for text in (
        "。" * 50_000,
        "“ " * 25_000,
        " " * 50_000,
        "1," * 25_000,
        "一分之" * 17_000,
        "a-" * 25_000,
        "-" * 50_000,
    ):
        assert breaks(text)
