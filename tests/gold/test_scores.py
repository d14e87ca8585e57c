"""Figures and slogans of the marked texts that the project ships are found no worse than before.

The floors lie a little below what is reached. Texts that no rule may be tuned on are not scored here: only that their
marks fit them is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from reader.script.folding import simplify
from tests.gold.scoring import Marked, Score, read_marked, score

FLOORS: Mapping[str, Mapping[str, float]] = {
    "sample": {
        "span": 0.98,
        "value and unit": 0.98,
        "kind": 0.98,
        "bound": 0.98,
        "measured": 0.87,
        "of": 0.82,
        "period": 0.92,
        "compared": 0.98,
        "status": 0.84,
        "slogans": 0.90,
        "numbered": 1.0,
        "members": 0.97,
        "mechanisms and goals": 0.92,
    },
    "tune": {
        "span": 0.99,
        "value and unit": 0.99,
        "kind": 0.98,
        "bound": 0.98,
        "measured": 0.77,
        "of": 0.76,
        "period": 0.83,
        "compared": 0.96,
        "status": 0.78,
        "slogans": 0.98,
        "numbered": 0.97,
        "members": 0.97,
        "mechanisms and goals": 0.85,
    },
}
"""Least F1 by the split of the texts and by what is compared."""


@pytest.fixture(scope="module")
def marked() -> list[Marked]:
    return read_marked()


@pytest.fixture(scope="module")
def scores(marked: list[Marked]) -> dict[str, Score]:
    return {split: score([text for text in marked if text.split == split]) for split in FLOORS}


@pytest.mark.parametrize(
    ("split", "what", "floor"), [(split, *least) for split, floors in FLOORS.items() for least in floors.items()]
)
def test_no_score_falls_below_its_floor(scores: dict[str, Score], split: str, what: str, floor: float) -> None:
    result = scores[split]
    assert result.marked[what] > 0
    assert result.f1(what) >= floor, "\n".join(error for error in result.errors if error.startswith(f"{what}\t"))


def test_each_marked_figure_stands_in_its_paragraph(marked: list[Marked]) -> None:
    strays = [
        f"{text.name}: {mark['text']}"
        for text in marked
        for mark in text.figures
        if simplify(text.lines[mark["p"]]).count(simplify(mark["text"])) <= mark["nth"]
    ]
    assert not strays


def test_marked_figures_of_samples_stand_in_paragraphs_that_are_digested(marked: list[Marked]) -> None:
    samples = [text for text in marked if text.split == "sample"]
    assert len(samples) == 5
    for text in samples:
        assert all(text.article.paragraphs[mark["p"]].kind.is_digested for mark in text.figures)


def test_a_figure_that_is_marked_with_another_value_lowers_the_score(marked: list[Marked]) -> None:
    text = next(text for text in marked if text.split == "tune")
    wrong = {**text.figures[0], "value": "1000-01-01"}
    changed = replace(text, figures=(wrong, *text.figures[1:]))
    assert score([changed]).f1("value and unit") < score([text]).f1("value and unit")


def test_a_slogan_that_nobody_marked_lowers_the_precision(marked: list[Marked]) -> None:
    text = next(text for text in marked if text.split == "tune")
    assert score([replace(text, slogans=())]).precision("slogans") < score([text]).precision("slogans")
