"""Rows join to the paragraphs, fit their width, and break where Chinese typesetting allows."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Kind, Place
from reader.typesetting import Row, Rows, cells
from reader.typesetting.graphemes import grapheme_starts
from reader.typesetting.prohibitions import allowed_breaks, may_part
from reader.typesetting.setting import SETTINGS, indent_cells
from tests.typesetting.texts import PROSE, Paragraphs, body, texts

WIDTHS = st.integers(10, 120)
KINDS = st.sampled_from(list(Kind))


def all_rows(rows: Rows) -> list[Row]:
    rows.refine(10**9)
    return [rows.row(y) for y in range(rows.count)]


def text_rows(rows: Rows) -> list[Row]:
    return [row for row in all_rows(rows) if not row.is_blank and not row.folded]


@given(st.lists(st.tuples(KINDS, texts(40)), max_size=8), WIDTHS)
def test_rows_join_to_the_paragraphs(paragraphs: list[tuple[Kind, str]], width: int) -> None:
    rows = Rows(Paragraphs(tuple(paragraphs)), width, folded=False)
    joined = [""] * len(paragraphs)
    for row in text_rows(rows):
        assert row.start == len(joined[row.paragraph])
        joined[row.paragraph] += paragraphs[row.paragraph][1][row.start : row.end]
    assert joined == [text for _, text in paragraphs]


@given(texts(), WIDTHS, KINDS)
def test_each_row_fits_its_width(text: str, width: int, kind: Kind) -> None:
    rows = Rows(Paragraphs(((kind, text),)), width, folded=False)
    for row in text_rows(rows):
        shown = rows.shown(row)
        assert row.indent_cells + cells(shown) <= width or sum(grapheme_starts(shown)) == 2


@given(texts(), WIDTHS)
def test_a_row_breaks_inside_of_a_unit_only_where_it_fits_no_row(text: str, width: int) -> None:
    rows = Rows(body(text), width)
    allowed, starts = allowed_breaks(text), grapheme_starts(text)
    setting = SETTINGS[Kind.BODY]
    for row, following in pairwise(text_rows(rows)):
        at = following.start
        assert starts[at], "a grapheme is never split"
        if allowed[at]:
            continue
        low = max((p for p in range(at) if allowed[p] and starts[p]), default=0)
        high = next(p for p in range(at + 1, len(text) + 1) if allowed[p] and starts[p])
        room = width - (indent_cells(setting.first_cells, width) if row.start == 0 else 0)
        assert cells(text[max(low, 0) : high].rstrip()) > (room if low <= row.start else width)


@given(texts(), WIDTHS)
def test_no_mark_stands_where_it_may_not(text: str, width: int) -> None:
    rows = Rows(body(text), width)
    starts = grapheme_starts(text)
    for row, following in pairwise(text_rows(rows)):
        at = following.start
        if not may_part(text[at - 1], text[at]):
            better = [p for p in range(row.start + 1, at) if starts[p] and may_part(text[p - 1], text[p])]
            assert not better, "only a run of marks that fills a whole row is broken among marks"


@pytest.mark.parametrize("width", range(10, 121))
def test_prose_never_breaks_before_a_closing_or_after_an_opening_mark(width: int) -> None:
    rows = Rows(body(PROSE * 3), width)
    shown = [rows.shown(row) for row in text_rows(rows)]
    assert not [text for text in shown if text[0] in "，。、；：？！”’）》…—%"]
    assert not [text for text in shown if text[-1] in "“‘（《"]


@given(st.lists(st.tuples(KINDS, texts(40)), min_size=1, max_size=8), WIDTHS, st.booleans())
def test_a_place_is_on_the_row_that_it_begins(paragraphs: list[tuple[Kind, str]], width: int, folded: bool) -> None:
    rows = Rows(Paragraphs(tuple(paragraphs)), width, folded=folded)
    rows.refine(10**9)
    for y in range(rows.count):
        row = rows.row(y)
        if not row.is_blank:
            assert rows.y_of(rows.place_of(y)) == y
            if row.end > row.start:
                assert rows.y_of(Place(row.paragraph, row.end - 1)) == y
        else:
            assert rows.y_of(rows.place_of(y)) > y


@settings(max_examples=30, deadline=None)
@given(texts(400), st.integers(1, 40), WIDTHS, WIDTHS)
def test_rows_do_not_depend_on_the_order_in_which_they_are_broken(
    text: str, times: int, width: int, other_width: int
) -> None:
    long = text * times
    rows = Rows(body("开头。", long, "结尾。"), other_width)
    rows.settle(Place(1, len(long) * 2 // 3), 20)
    rows.resize(width)
    rows.settle(Place(1, len(long) // 2), 20)
    assert all_rows(rows) == all_rows(Rows(body("开头。", long, "结尾。"), width))


def test_settling_keeps_the_rows_of_the_screen() -> None:
    rows = Rows(body(*[PROSE * 90 for _ in range(6)]), 80)
    place = Place(4, 20_000)
    y = rows.settle(place, 50)
    before = [rows.row(y + n) for n in range(50)]
    assert not rows.exact
    for _ in range(1000):
        if rows.refine(5_000):
            break
    assert rows.exact
    assert rows.row(rows.y_of(place)).start <= place.offset < rows.row(rows.y_of(place)).end
    assert len(before) == 50


def test_folded_furniture_takes_one_row_and_opens_on_demand() -> None:
    rows = Rows(
        Paragraphs(((Kind.BODY, "甲。"), (Kind.FURNITURE, "乙"), (Kind.FURNITURE, "丙"), (Kind.BODY, "丁。"))), 40
    )
    assert [(row.paragraph, row.folded) for row in all_rows(rows) if not row.is_blank] == [(0, 0), (1, 2), (3, 0)]
    assert rows.y_of(Place(2, 0)) == rows.y_of(Place(1, 0))
    rows.folds.toggle(2)
    rows.fold()
    assert [row.paragraph for row in text_rows(rows)] == [0, 1, 2, 3]


def test_headings_are_set_apart_and_body_is_indented_by_two_characters() -> None:
    rows = Rows(Paragraphs(((Kind.BODY, "甲。"), (Kind.HEADING, "乙"), (Kind.BODY, "丙。"))), 40)
    assert [(row.is_blank, row.indent_cells) for row in all_rows(rows)] == [
        (False, 4),
        (True, 0),
        (False, 0),
        (False, 4),
    ]
