"""What counts as a figure, where it begins and ends, and what it says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.figures import find_figures
from reader.model import Kind, number_text
from tests.analysis.figures.articles import article_of

CASES = json.loads((Path(__file__).parents[2] / "cases" / "figures.json").read_text(encoding="utf-8"))
PIECES = st.text(alphabet="0123456789.,:/-—%三十百万亿两几多上余半第每前今年月日时个次至和“”《》，。人元", max_size=30)


@pytest.mark.parametrize("case", CASES["counts"], ids=lambda case: case["text"])
def test_a_figure_is_found_with_its_value_unit_and_bound(case: dict[str, Any]) -> None:
    found = [
        {
            "text": figure.text,
            "kind": figure.kind.value,
            "value": number_text(figure.value),
            "unit": figure.unit,
            "bound": figure.bound.value if figure.bound else None,
            "upper": number_text(figure.upper) if figure.upper is not None else None,
        }
        for figure in find_figures(article_of(case["text"]))
    ]
    assert found == case["figures"]


@pytest.mark.parametrize("text", CASES["does_not_count"])
def test_a_name_an_idiom_or_an_ordinal_is_no_figure(text: str) -> None:
    assert [figure.text for figure in find_figures(article_of(text))] == []


@pytest.mark.parametrize("kind", [Kind.TITLE, Kind.KICKER, Kind.HEADING, Kind.BODY, Kind.CAPTION])
def test_figures_are_found_in_what_is_digested(kind: Kind) -> None:
    assert len(find_figures(article_of("安装电梯344部", kind=kind))) == 1


@pytest.mark.parametrize("kind", [Kind.BYLINE, Kind.FURNITURE])
def test_bylines_and_furniture_hold_no_figures(kind: Kind) -> None:
    assert find_figures(article_of("安装电梯344部", kind=kind)) == ()


@given(st.lists(PIECES, max_size=3).map("\n".join))
def test_figures_are_disjoint_in_reading_order_and_quote_the_text(text: str) -> None:
    article = article_of(text, "2022-03-31")
    before = (-1, 0)
    for figure in find_figures(article):
        assert figure.text == article.text_of(figure.passage) != ""
        assert (figure.passage.paragraph, figure.passage.start) >= before
        before = (figure.passage.paragraph, figure.passage.end)
        if figure.measured:
            assert figure.measured.text == "".join(map(article.text_of, figure.measured.passages)) != ""


def test_every_mention_is_a_figure_of_its_own() -> None:
    assert [figure.text for figure in find_figures(article_of("3个项目\n又有3个项目"))] == ["3个", "3个"]


def test_a_long_chain_of_shares_is_read_without_deep_recursion() -> None:
    assert {figure.text for figure in find_figures(article_of("百分之" * 5000))} == {"百分之百"}


@pytest.mark.parametrize(("piece", "figures"), [("1", 0), ("3个", 1), ("一、", 0), ("2021年、", 1)])
def test_a_line_of_nothing_but_numbers_is_read_to_its_end(piece: str, figures: int) -> None:
    assert len(find_figures(article_of(piece * 20_000))) == 20_000 * figures
