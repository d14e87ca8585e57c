"""How many figures of official texts are found exactly as a reader marked them."""

from __future__ import annotations

import re
from pathlib import Path

from reader.analysis.figures import find_figures
from reader.model import number_text
from tests.analysis.figures.articles import article_of

GOLD = Path(__file__).parents[2] / "gold" / "figures.txt"
MARK = re.compile(r"【([^|】]+)\|([^|】]*)\|([^】]*)】")

Reading = tuple[int, int, str, str, str | None]
"""Start, end, value, upper value and unit of a figure."""


def read_marks(line: str) -> tuple[str, set[Reading]]:
    """A paragraph without its marks, and the figures that they state."""
    text, done = "", 0
    marked: set[Reading] = set()
    for mark in MARK.finditer(line):
        text += line[done : mark.start()]
        is_range = re.fullmatch(r"[^/]+\.\.[^/]+", mark[2])
        value, upper = mark[2].split("..") if is_range else (mark[2], "")
        marked.add((len(text), len(text) + len(mark[1]), value, upper, mark[3] or None))
        text += mark[1]
        done = mark.end()
    return text + line[done:], marked


def found_in(text: str) -> set[Reading]:
    return {
        (
            figure.passage.start,
            figure.passage.end,
            number_text(figure.value),
            "" if figure.upper is None else number_text(figure.upper),
            figure.unit,
        )
        for figure in find_figures(article_of(text))
    }


def f1(found: int, marked: int, both: int) -> float:
    return 2 * both / (found + marked)


def test_official_texts_are_read_as_a_reader_marked_them() -> None:
    spans = [0, 0, 0]
    values = [0, 0, 0]
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        text, marked = read_marks(line)
        found = found_in(text)
        for counts, size in ((values, 5), (spans, 2)):
            wanted, got = {one[:size] for one in marked}, {one[:size] for one in found}
            counts[0] += len(got)
            counts[1] += len(wanted)
            counts[2] += len(wanted & got)
    assert spans[1] > 60
    assert f1(*spans) >= 0.97
    assert f1(*values) >= 0.97
