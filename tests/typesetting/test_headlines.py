"""Headlines break at their spaces, into rows of about equal length."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.typesetting import cells
from reader.typesetting.headlines import headline_starts
from reader.typesetting.measuring import Widths
from tests.typesetting.texts import texts


def broken(text: str, width: int) -> list[str]:
    cuts = [0, *headline_starts(Widths(cells).measure(text), width), len(text)]
    return [text[start:end] for start, end in pairwise(cuts)]


@pytest.mark.parametrize(
    ("headline", "width", "rows"),
    [
        ("精神大提振 素质大提升 攻坚大突破", 40, ["精神大提振 素质大提升 攻坚大突破"]),
        ("精神大提振 素质大提升 攻坚大突破", 24, ["精神大提振 素质大提升 ", "攻坚大突破"]),
        ("奋力开创新时代老旧小区改造工作的新局面", 30, ["奋力开创新时代老旧小", "区改造工作的新局面"]),
        (
            "一个没有空格但后面 有一个空格的很长很长的标题",
            20,
            ["一个没有空格但后", "面 有一个空格的", "很长很长的标题"],
        ),
        ("", 20, [""]),
    ],
)
def test_a_headline_is_broken_as_an_editor_would(headline: str, width: int, rows: list[str]) -> None:
    assert broken(headline, width) == rows


@given(texts(40), st.integers(10, 80))
def test_a_headline_takes_no_more_rows_than_it_must(text: str, width: int) -> None:
    measured = Widths(cells).measure(text)
    greedy = 1 + len(list(measured.row_starts(width, width)))
    rows = broken(text, width)
    assert "".join(rows) == text
    at_spaces = len(text.split()) + 1
    assert len(rows) <= max(greedy, at_spaces)
