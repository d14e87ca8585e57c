"""What the text says of a figure: what it measures, whose it is, when, and whether it has happened."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reader.analysis.figures import find_figures
from tests.analysis.figures.articles import article_of, figure_in

CASES = json.loads((Path(__file__).parents[2] / "cases" / "figures_context.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES["context"], ids=lambda case: f"{case['figure']} {case['text']}")
def test_the_sentence_says_what_is_measured_whose_and_when(case: dict[str, Any]) -> None:
    figure = figure_in(find_figures(article_of(case["text"])), case["figure"])
    said = {
        "measured": figure.measured.text if figure.measured else None,
        "of": figure.of,
        "period": figure.period,
        "compared": figure.compared,
        "status": figure.status.value if figure.status else None,
    }
    expected = {key: value for key, value in case.items() if key in said}
    assert {key: said[key] for key in expected} == expected


@pytest.mark.parametrize("case", CASES["resolved"], ids=lambda case: f"{case['text']} {case['published']}")
def test_the_date_of_the_article_resolves_its_dates(case: dict[str, Any]) -> None:
    (figure,) = find_figures(article_of(case["text"], case["published"]))
    assert figure.text == case["text"]
    assert figure.resolved == case["resolved"]
