"""How much of what a reader takes from a figure is found: what it measures, whose, when, and whether it is done."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.analysis.figures import find_figures
from reader.model import Figure, number_text
from tests.analysis.figures.articles import article_of

GOLD = Path(__file__).parents[2] / "gold" / "figures_readings.txt"
MARK = re.compile(r"【([^|】]+)\|([^】]*)】")
FIELDS = ("kind", "value", "unit", "bound", "measured", "of", "period", "compared", "status")
LEAST = {
    "kind": 0.98,
    "value": 0.98,
    "unit": 0.98,
    "bound": 0.98,
    "measured": 0.92,
    "of": 0.92,
    "period": 0.94,
    "compared": 0.97,
    "status": 0.92,
}
"""The share of each field that must be read as the reader marked it."""

Marks = dict[tuple[int, int], dict[str, str]]
"""The fields that a reader marked, by start and end of the figure."""


def read_marks(line: str) -> tuple[str, Marks]:
    """A paragraph without its marks, and what they state."""
    text, done = "", 0
    marks: Marks = {}
    for mark in MARK.finditer(line):
        text += line[done : mark.start()]
        stated = dict(zip(FIELDS, mark[2].split("|"), strict=False))
        marks[len(text), len(text) + len(mark[1])] = {
            field: said for field, said in stated.items() if not said.endswith("*")
        }
        text += mark[1]
        done = mark.end()
    return text + line[done:], marks


def said_of(figure: Figure) -> dict[str, str]:
    """The fields of a figure as the marks state them."""
    upper = "" if figure.upper is None else f"..{number_text(figure.upper)}"
    return {
        "kind": figure.kind.value,
        "value": number_text(figure.value) + upper,
        "unit": figure.unit or "-",
        "bound": figure.bound.value if figure.bound else "-",
        "measured": figure.measured.text if figure.measured else "-",
        "of": figure.of or "-",
        "period": figure.period or "-",
        "compared": figure.compared or "-",
        "status": figure.status.value if figure.status else "-",
    }


def paragraphs() -> Iterator[tuple[Marks, dict[tuple[int, int], Figure]]]:
    """What is marked and what is found in each paragraph."""
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            text, marks = read_marks(line)
            found = find_figures(article_of(text))
            yield marks, {(figure.passage.start, figure.passage.end): figure for figure in found}


def test_the_figures_are_those_that_a_reader_marked() -> None:
    marked = found = both = 0
    for marks, figures in paragraphs():
        marked, found, both = marked + len(marks), found + len(figures), both + len(marks.keys() & figures.keys())
    assert marked > 200
    assert 2 * both / (marked + found) >= 0.98


@pytest.mark.parametrize("field", FIELDS)
def test_each_field_is_read_as_a_reader_marked_it(field: str) -> None:
    seen: Counter[bool] = Counter()
    for marks, figures in paragraphs():
        for span, stated in marks.items():
            if field in stated and span in figures:
                seen[said_of(figures[span])[field] == stated[field]] += 1
    assert seen[True] + seen[False] > 100
    assert seen[True] / (seen[True] + seen[False]) >= LEAST[field]
