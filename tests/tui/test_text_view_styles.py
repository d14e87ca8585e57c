"""The text view in every style of the page: what is under the pointer, marked, selected and copied stays right."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len
from textual.geometry import Offset

from reader.model import Kind, Passage, Place
from reader.tui.widgets.text_view import Mark, Motion
from reader.tui.widgets.text_view_styles import SELECTED
from reader.typesetting import PageStyle
from tests.tui.test_text_view import Reading, drag, place_of_text

BODY = "据介绍，全市GDP增长5.2%，“两个毫不动摇”落地；App下载20多万次，居民e\u0301说：“好！”——这是3年来的变化。"
PAGES = [(Kind.TITLE, "作风就是力量"), *((Kind.BODY, BODY * 3) for _ in range(12))]
STYLES = {
    "plain": PageStyle(),
    "justified": PageStyle(justified=True),
    "spaced": PageStyle(spaced=True),
    "led": PageStyle(line_rows=1, paragraph_rows=1),
    "hung": PageStyle(hanging_cells=2, margin_cells=0),
    "all": PageStyle(hanging_cells=1, justified=True, spaced=True, line_rows=1, margin_cells=6),
}
in_every_style = pytest.mark.parametrize("style", STYLES.values(), ids=STYLES.keys())
at_widths = pytest.mark.parametrize("width", [13, 40, 63])


@in_every_style
@at_widths
async def test_every_column_belongs_to_the_character_drawn_there(style: PageStyle, width: int) -> None:
    app = Reading(PAGES)
    async with app.run_test(size=(width, 24)) as pilot:
        view = app.view
        view.page_style = style
        await pilot.pause()
        for y, drawn in enumerate(app.screen_rows()):
            assert cell_len(drawn) == view.size.width, "a row takes the width of the view"
            row = view.row_at(y)
            assert row is not None
            if row.is_blank:
                continue
            column, expected = 0, row.start
            for character in drawn.rstrip():
                found = view.place_at(Offset(column, y))
                assert found is not None
                if cell_len(character) and character not in " |" and column >= view.left_cells:
                    assert view.document.text(row.paragraph)[found[1]] == character
                    assert found[1] == expected, "no character is left out"
                    expected = found[2]
                column += cell_len(character)


@in_every_style
async def test_what_is_copied_holds_nothing_of_the_style(style: PageStyle) -> None:
    app = Reading(PAGES)
    async with app.run_test(size=(46, 24)) as pilot:
        app.view.page_style = style
        await pilot.pause()
        start, end = app.view.row_at(4), app.view.row_at(12)
        assert start is not None
        assert end is not None
        y = 4 if not start.is_blank else 5
        await drag(pilot, (app.view.left_cells + 4, y), (app.view.left_cells + 9, 12))
        passages = app.view.selected_passages()
        assert passages
        assert app.view.selected_text() == "\n".join(
            app.document.text(one.paragraph)[one.start : one.end] for one in passages
        )


@in_every_style
async def test_marks_and_selection_cover_what_they_name(style: PageStyle) -> None:
    app = Reading(PAGES)
    async with app.run_test(size=(52, 24)) as pilot:
        view = app.view
        view.page_style = style
        start = BODY.index("GDP增长5.2%")
        view.set_marks({Mark.HIT: [Passage(1, start, start + len("GDP增长5.2%"))]})
        view.select(Passage(1, start, start + len("GDP增长5.2%")))
        await pilot.pause()
        selected = view.looks[("text-view--body", Mark.HIT.component, SELECTED)]
        drawn = "".join(
            segment.text
            for y in range(view.size.height)
            for segment in view.render_line(y)
            if segment.style == selected
        )
        assert drawn.replace(" ", "") == "GDP增长5.2%"


@in_every_style
@at_widths
async def test_nothing_is_drawn_under_the_scroll_bar(style: PageStyle, width: int) -> None:
    app = Reading([(Kind.BODY, "人勤春来早，实干正当时。" * 80)])
    async with app.run_test(size=(width, 24)) as pilot:
        app.view.page_style = style
        await pilot.pause()
        bar = app.view.vertical_scrollbar.region
        assert bar.right == app.view.region.right
        assert {row[-1] for row in app.screen_rows()} == {" "}


async def test_the_place_at_the_top_stays_through_every_style() -> None:
    app = Reading(PAGES)
    async with app.run_test(size=(60, 20)) as pilot:
        app.view.show_top(Place(6, 70))
        await pilot.pause()
        for style in STYLES.values():
            app.view.page_style = style
            await pilot.pause()
            assert app.view.top_place == Place(6, 70)
            row = app.view.row_at(0)
            assert row is not None
            assert row.start <= 70 < row.end


async def test_margins_are_kept_free_on_both_sides_where_there_is_room() -> None:
    app = Reading(PAGES)
    async with app.run_test(size=(60, 20)) as pilot:
        app.view.page_style = PageStyle(margin_cells=10)
        await pilot.pause()
        assert (app.view.text_cells, app.view.left_cells) == (app.view.size.width - 20, 10)
        await pilot.resize_terminal(24, 20)
        await pilot.pause()
        assert (app.view.text_cells, app.view.left_cells) == (app.view.size.width - 1, 0), "the scroll bar's column"


async def test_with_empty_rows_the_cursor_stays_on_the_screen_while_pages_turn() -> None:
    app = Reading(PAGES)
    async with app.run_test(size=(60, 20)) as pilot:
        app.view.page_style = PageStyle(line_rows=1)
        app.view.move(Motion.END)
        await pilot.pause()
        while app.view.move(Motion.ROW_UP):
            y = app.view.rows.y_of(app.view.cursor) - round(app.view.scroll_y)
            assert 0 <= y < app.view.size.height
        assert app.view.top_place == Place(0, 0)


async def test_a_style_that_is_set_before_the_view_is_shown_holds() -> None:
    app = Reading(PAGES)
    async with app.run_test(size=(60, 20)) as pilot:
        app.view.page_style = replace(PageStyle(), line_rows=1)
        app.view.set_document(app.document, Place(0, 0))
        await pilot.pause()
        blank = [row.is_blank for y in range(10) if (row := app.view.row_at(y)) is not None]
        assert blank == [False, True] * 5
        assert place_of_text(app, "据介绍")[1] == 2
