"""Rows join to the paragraphs, fit their width, and break where Chinese typesetting allows."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.model import Kind, Place
from reader.typesetting import Cells, Row, Rows, cells
from reader.typesetting.graphemes import grapheme_starts
from reader.typesetting.prohibitions import allowed_breaks, may_part
from reader.typesetting.setting import SETTINGS, indent_cells
from tests.typesetting.texts import PROSE, Paragraphs, body, texts

SEEDS = Path(__file__).parents[2] / "seeds"
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


@pytest.mark.parametrize("measure", [cells, lambda text: cells(text, ambiguous=2), cell_len], ids=["1", "2", "rich"])
@given(text=texts(), width=WIDTHS, kind=KINDS)
def test_each_row_fits_its_width(measure: Cells, text: str, width: int, kind: Kind) -> None:
    rows = Rows(Paragraphs(((kind, text),)), width, measure, folded=False)
    for row in text_rows(rows):
        shown = rows.shown(row)
        assert row.indent_cells + measure(shown) <= width or sum(grapheme_starts(shown)) == 2


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


@pytest.mark.parametrize("seed", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.name[:3])
def test_real_pages_never_break_before_a_closing_or_after_an_opening_mark(seed: Path) -> None:
    lines = [line.strip() for line in seed.read_text(encoding="utf-8").splitlines() if line.strip()]
    rows = Rows(body(*lines), 10)
    for width in range(10, 121):
        rows.resize(width)
        for row in text_rows(rows):
            shown = rows.shown(row)
            assert row.is_first or shown[0] not in "，。、；：？！”’）》】…—,.;:?!)%"
            assert row.is_last or shown[-1] not in "“‘（《【("


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


CLAUSES = st.lists(st.sampled_from([*PROSE.split("，"), "好。", "对！” ", "GDP"]), min_size=1, max_size=30).map(
    "，".join
)


@given(CLAUSES, WIDTHS, WIDTHS, st.integers(40, 90), st.floats(0, 1), st.sampled_from([Kind.BODY, Kind.CAPTION]))
def test_rows_do_not_depend_on_blocks_or_on_the_order_in_which_they_are_broken(
    text: str, width: int, other_width: int, block_length: int, at: float, kind: Kind
) -> None:
    document = Paragraphs(((Kind.BODY, "开头。"), (kind, text), (Kind.BODY, "结尾。")))
    rows = Rows(document, other_width, block_length=block_length)
    rows.settle(Place(1, int(len(text) * at)), 3)
    rows.resize(width)
    rows.settle(Place(1, int(len(text) * at)), 3)
    whole = Rows(document, width)
    assert all_rows(rows) == all_rows(whole)
    assert [rows.shown(row) for row in text_rows(rows)] == [whole.shown(row) for row in text_rows(whole)]


def test_settling_keeps_the_rows_of_the_screen() -> None:
    rows = Rows(body(*[PROSE * 3 for _ in range(300)]), 80)
    place = Place(200, 90)
    y = rows.settle(place, 50)
    before = [rows.row(y + n) for n in range(-20, 50)]
    assert not rows.exact
    slices = 0
    while not rows.refine(5_000):
        slices += 1
    assert slices > 5
    y = rows.y_of(place)
    assert [rows.row(y + n) for n in range(-20, 50)] == before


@given(texts(), st.integers(10, 40), st.integers(1, 5))
def test_an_estimate_is_a_row_of_the_paragraph(text: str, width: int, times: int) -> None:
    rows = Rows(body("开头。", text * times, "结尾。"), width)
    for offset in range(0, len(text) * times, 7):
        assert rows.y_of(Place(0, 0)) < rows.y_of(Place(1, offset)) < rows.y_of(Place(2, 0)) < rows.count


def test_a_word_that_fits_no_row_fills_the_row_it_begins_in() -> None:
    rows = Rows(body("详见" + "a" * 50 + "，" + "GDP" * 3), 20)
    assert [rows.shown(row) for row in text_rows(rows)] == ["详见" + "a" * 12, "a" * 20, "a" * 18 + "，", "GDP" * 3]


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
