"""Text that is hung, justified, spaced and led: what is drawn because of it belongs to no offset and no copy."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Kind, Place
from reader.typesetting import PageStyle, Row, Rows, cells
from reader.typesetting.graphemes import grapheme_starts
from reader.typesetting.measuring import HANGING_MARKS
from reader.typesetting.prohibitions import allowed_breaks
from tests.typesetting.texts import PROSE, Paragraphs, body, texts

STYLES = st.builds(
    PageStyle,
    hanging_cells=st.integers(0, 2),
    justified=st.booleans(),
    spaced=st.booleans(),
    line_rows=st.integers(0, 1),
    paragraph_rows=st.integers(0, 1),
)
WIDTHS = st.integers(10, 120)
KINDS = st.sampled_from([Kind.BODY, Kind.TITLE, Kind.HEADING, Kind.CAPTION, Kind.FURNITURE])
PARAGRAPHS = st.lists(st.tuples(KINDS, texts(60)), min_size=1, max_size=6)


def all_rows(rows: Rows) -> list[Row]:
    rows.refine(10**9)
    return [rows.row(y) for y in range(rows.count)]


def text_rows(rows: Rows) -> list[Row]:
    return [row for row in all_rows(rows) if not row.is_blank and not row.folded]


def drawn_cells(rows: Rows, row: Row) -> int:
    """Columns up to the end of a row as it is drawn."""
    return row.indent_cells + cells(rows.shown(row)) + sum(rows.gaps(row).values())


@given(PARAGRAPHS, WIDTHS, STYLES)
def test_rows_join_to_the_paragraphs_in_every_style(
    paragraphs: list[tuple[Kind, str]], width: int, style: PageStyle
) -> None:
    rows = Rows(Paragraphs(tuple(paragraphs)), width, folded=False, style=style)
    joined = [""] * len(paragraphs)
    for row in text_rows(rows):
        assert row.start == len(joined[row.paragraph])
        joined[row.paragraph] += paragraphs[row.paragraph][1][row.start : row.end]
    assert joined == [text for _, text in paragraphs]


@given(PARAGRAPHS, WIDTHS, STYLES, st.booleans())
def test_every_row_is_found_again_by_its_place_in_every_style(
    paragraphs: list[tuple[Kind, str]], width: int, style: PageStyle, folded: bool
) -> None:
    rows = Rows(Paragraphs(tuple(paragraphs)), width, folded=folded, style=style)
    for y, row in enumerate(all_rows(rows)):
        if row.is_blank:
            assert rows.y_of(rows.place_of(y)) > y
        else:
            assert rows.y_of(rows.place_of(y)) == y
            assert row.end == row.start or rows.y_of(Place(row.paragraph, row.end - 1)) == y


@given(texts(), WIDTHS, STYLES)
def test_only_a_closing_mark_stands_over_the_end_of_a_row(text: str, width: int, style: PageStyle) -> None:
    rows = Rows(body(text), width, style=style)
    for row in text_rows(rows):
        over, shown = drawn_cells(rows, row) - width, rows.shown(row)
        if over > 0 and sum(grapheme_starts(shown)) > 2:
            assert over <= style.hanging_cells
            assert shown[-1] in HANGING_MARKS


@given(texts(), WIDTHS, STYLES)
def test_free_columns_stand_where_a_row_might_end_or_beside_latin(text: str, width: int, style: PageStyle) -> None:
    rows = Rows(body(text), width, style=style)
    for row in text_rows(rows):
        shown = rows.shown(row)
        allowed, starts = allowed_breaks(shown), grapheme_starts(shown)
        for offset, count in rows.gaps(row).items():
            at = offset - row.start
            assert 0 < at < len(shown)
            assert count > 0
            assert starts[at]
            assert allowed[at] or (style.spaced and shown[at - 1].isascii() != shown[at].isascii())


@pytest.mark.parametrize("width", range(40, 121))
def test_justified_rows_end_together_except_the_last(width: int) -> None:
    rows = Rows(body(PROSE * 3), width, style=PageStyle(justified=True))
    *full, last = text_rows(rows)
    ends = [drawn_cells(rows, row) for row in full]
    ragged = [end for end in ends if end != width]
    assert len(ragged) <= len(full) // 5, "only rows before a long word, which have too many free columns"
    assert rows.gaps(last) == {}


def test_free_columns_come_after_marks_first() -> None:
    rows = Rows(body("人勤春来早，实干正当时。" * 4), 41, style=PageStyle(justified=True))
    row = text_rows(rows)[1]
    shown = rows.shown(row)
    assert [shown[offset - row.start - 1] for offset in rows.gaps(row)] == ["，"]


def test_a_mark_hangs_where_it_would_take_a_character_with_it() -> None:
    text = "人勤春来早实干正。当时"
    assert [Rows(body(text), 18, style=PageStyle(hanging_cells=n)).row(0).end for n in (0, 1, 2)] == [7, 7, 9]
    assert [Rows(body("a" + text[1:]), 18, style=PageStyle(hanging_cells=n)).row(0).end for n in (0, 1)] == [7, 9]


def test_thin_spaces_are_drawn_between_chinese_and_latin_only_inside_of_a_row() -> None:
    rows = Rows(body("全市GDP增长5%左右，A股上涨。"), 60, style=PageStyle(spaced=True))
    row = rows.row(0)
    assert rows.gaps(row) == {2: 1, 5: 1, 7: 1, 9: 1, 13: 1}
    assert rows.shown(row) == "全市GDP增长5%左右，A股上涨。"
    narrow = Rows(body("全市GDP增长5%左右"), 10, style=PageStyle(spaced=True))
    assert [(narrow.shown(row), narrow.gaps(row)) for row in text_rows(narrow)] == [
        ("全市GDP", {2: 1}),
        ("增长5%左", {7: 1, 9: 1}),
        ("右", {}),
    ]


def test_an_empty_row_stands_between_rows_and_paragraphs_but_not_before_the_first() -> None:
    rows = Rows(body("实干正当时" * 4, "人勤"), 20, style=PageStyle(line_rows=1))
    assert [(row.is_blank, row.paragraph, row.start) for row in all_rows(rows)] == [
        (False, 0, 0),
        (True, 0, 8),
        (False, 0, 8),
        (True, 0, 18),
        (False, 0, 18),
        (True, 1, 0),
        (False, 1, 0),
    ]
    apart = Rows(body("实干", "人勤"), 20, style=PageStyle(paragraph_rows=1))
    assert [row.is_blank for row in all_rows(apart)] == [False, True, False]


CLAUSES = st.lists(st.sampled_from([*PROSE.split("，"), "好。", "对！” ", "GDP"]), min_size=1, max_size=30).map(
    "，".join
)


@given(CLAUSES, WIDTHS, st.integers(40, 90), STYLES)
def test_styled_rows_do_not_depend_on_blocks(text: str, width: int, block_length: int, style: PageStyle) -> None:
    rows = Rows(body("开头。", text), width, style=style, block_length=block_length)
    whole = Rows(body("开头。", text), width, style=style)
    assert all_rows(rows) == all_rows(whole)
    assert [rows.gaps(row) for row in text_rows(rows)] == [whole.gaps(row) for row in text_rows(whole)]


@given(PARAGRAPHS, WIDTHS, STYLES, STYLES)
def test_a_change_of_style_sets_the_text_as_if_it_had_always_been_so(
    paragraphs: list[tuple[Kind, str]], width: int, style: PageStyle, other: PageStyle
) -> None:
    document = Paragraphs(tuple(paragraphs))
    rows = Rows(document, width, style=other)
    all_rows(rows)
    rows.restyle(style, width)
    assert all_rows(rows) == all_rows(Rows(document, width, style=style))


@given(PARAGRAPHS, WIDTHS, STYLES)
def test_a_text_drawn_in_another_way_keeps_its_rows_and_another_text_is_refused(
    paragraphs: list[tuple[Kind, str]], width: int, style: PageStyle
) -> None:
    rows = Rows(Paragraphs(tuple(paragraphs)), width, style=style)
    before = all_rows(rows)
    count = rows.count
    assert rows.redraw(Paragraphs(tuple(paragraphs)))
    assert not rows.exact or all(row.folded for row in before)
    assert rows.count == count
    assert all_rows(rows) == before
    assert not rows.redraw(Paragraphs((*paragraphs[:-1], (Kind.BODY, "实干"), (Kind.BODY, "人勤"))))
    assert all_rows(rows) == before


def test_estimates_name_rows_in_order_in_every_style() -> None:
    for line_rows in (0, 1):
        rows = Rows(body("开头。", *[PROSE] * 20), 40, style=PageStyle(line_rows=line_rows))
        ys = [rows.y_of(Place(paragraph, offset)) for paragraph in range(1, 21) for offset in (0, 60, 120)]
        assert all(before < after for before, after in pairwise(ys))
        assert not rows.exact
