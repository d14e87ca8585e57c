"""The text view: it keeps the reader's place, marks, and copies exactly what was selected."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.strip import Strip

from reader.model import Kind, Passage, Place
from reader.script.folding import simplify
from reader.tui.widgets.text_view import Mark, Motion, ParagraphsDocument, TextView
from reader.tui.widgets.text_view_styles import SELECTED

BODY = "人勤春来早，实干正当时。随着市南区第十四次党代会和区“两会”的胜利闭幕，“作风能力提升”成为开局起步的“关键词”。"
LONG = [(Kind.TITLE, "作风就是力量")] + [(Kind.BODY, f"第{n}段。" + BODY * 3) for n in range(40)]
PAGE = [
    (Kind.TITLE, "作风就是力量"),
    (Kind.BODY, BODY),
    (Kind.HEADING, "培育闯将干将"),
    (Kind.BODY, BODY),
    (Kind.FURNITURE, "责编：张三"),
    (Kind.FURNITURE, "版权所有"),
    (Kind.BODY, "（王 玮）"),
]


class Reading(App[None]):
    """A text view and what it told."""

    def __init__(self, paragraphs: Iterable[tuple[Kind, str]] = PAGE) -> None:
        super().__init__()
        self.document = ParagraphsDocument(list(paragraphs))
        self.told: list[TextView.Posted] = []

    def compose(self) -> ComposeResult:
        yield TextView(self.document)

    def on_mount(self) -> None:
        self.view.focus()

    @property
    def view(self) -> TextView:
        return self.query_one(TextView)

    def on_text_view_place_changed(self, event: TextView.PlaceChanged) -> None:
        self.told.append(event)

    def on_text_view_furniture_toggled(self, event: TextView.FurnitureToggled) -> None:
        self.told.append(event)

    def on_text_view_passage_clicked(self, event: TextView.PassageClicked) -> None:
        self.told.append(event)

    def on_text_view_selection_changed(self, event: TextView.SelectionChanged) -> None:
        self.told.append(event)

    def screen_rows(self) -> list[str]:
        return ["".join(segment.text for segment in self.view.render_line(y)) for y in range(self.view.size.height)]


def place_of_text(app: Reading, text: str) -> tuple[int, int]:
    """Column and row of the screen at which a text is drawn."""
    for y, row in enumerate(app.screen_rows()):
        if text in row:
            return cell_len(row[: row.index(text)]), y
    raise AssertionError(f"{text} is not on the screen")


async def drag(pilot: Pilot[None], start: tuple[int, int], end: tuple[int, int]) -> None:
    await pilot.mouse_down(TextView, offset=start)
    await pilot.hover(TextView, offset=end)
    await pilot.mouse_up(TextView, offset=end)
    await pilot.pause()


async def test_every_picture_has_the_rows_of_the_width_it_is_drawn_in(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[tuple[int, int]] = []
    draw = TextView.render_line

    def render_line(view: TextView, y: int) -> Strip:
        drawn.append((view.rows.width_cells, view.text_cells))
        return draw(view, y)

    monkeypatch.setattr(TextView, "render_line", render_line)
    app = Reading(LONG)
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.show_top(Place(20, 0))
        await pilot.resize_terminal(40, 24)
        assert "第19段" in app.screen_rows()[0]
    assert {width for width, _ in drawn} == {76, 36}
    assert all(width == room for width, room in drawn)


async def test_resizing_there_and_back_keeps_the_place_at_the_top() -> None:
    app = Reading(LONG)
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.show_top(Place(20, 70))
        await pilot.pause()
        first = app.screen_rows()[0]
        await pilot.resize_terminal(45, 24)
        await pilot.pause()
        assert app.view.top_place == Place(20, 70)
        row = app.view.row_at(0)
        assert row is not None and row.paragraph == 20 and row.start <= 70 < row.end
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert app.screen_rows()[0] == first


async def test_a_place_near_the_end_stays_when_the_view_grows_for_a_moment() -> None:
    app = Reading(LONG)
    async with app.run_test(size=(60, 12)) as pilot:
        app.view.move(Motion.END)
        await pilot.pause()
        top = app.view.top_place
        for size in ((60, 20), (36, 20), (36, 12), (60, 12)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert app.view.top_place == top


@pytest.mark.parametrize("right_half", [0, 1])
async def test_a_drag_over_wrapped_rows_and_paragraphs_copies_unbroken_text(right_half: int) -> None:
    app = Reading()
    async with app.run_test(size=(40, 24)) as pilot:
        x, y = place_of_text(app, "实干正当时")
        to_x, to_y = place_of_text(app, "培育闯将干将")
        await drag(pilot, (x + right_half, y), (to_x + 2 + right_half, to_y))
        assert app.view.selected_text() == BODY[BODY.index("实干") :] + "\n培育"
        assert app.screen.get_selected_text() == app.view.selected_text()


async def test_select_more_goes_from_word_to_sentence_to_paragraph_to_nothing() -> None:
    app = Reading()
    async with app.run_test(size=(60, 24)) as pilot:
        app.view.go_to(Place(1, 3))
        for expected in ("人勤春来早", "人勤春来早，实干正当时。", BODY, ""):
            app.view.select_more()
            await pilot.pause()
            assert app.view.selected_text() == expected
        assert isinstance(app.told[-1], TextView.SelectionChanged)


async def test_furniture_is_one_row_until_it_is_unfolded() -> None:
    app = Reading()
    async with app.run_test(size=(60, 24)) as pilot:
        assert any("2" in row and "责编：张三" in row for row in app.screen_rows())
        assert not any("版权所有" in row for row in app.screen_rows())
        app.view.toggle_furniture()
        await pilot.pause()
        assert any("版权所有" in row for row in app.screen_rows())
        assert app.told[-1] == TextView.FurnitureToggled(app.view, False)


@pytest.mark.parametrize("width", [24, 40, 60, 100])
async def test_the_row_of_folded_furniture_ends_in_an_ellipsis_where_it_is_cut(width: int) -> None:
    words = "版权声明：本网站所有内容均由本报授权发布，不得转载"
    app = Reading([(Kind.FURNITURE, words)])
    async with app.run_test(size=(width, 10)):
        drawn = app.screen_rows()[0].rstrip()
        assert drawn.endswith("…") or drawn.endswith(words)
        assert drawn.endswith("…") == (width < 100)
        assert cell_len(drawn) <= app.view.left_cells + app.view.rows.width_cells


async def test_a_flash_brings_a_passage_to_the_screen_and_goes_out() -> None:
    app = Reading(LONG)
    async with app.run_test(size=(60, 24)) as pilot:
        app.view.flash(Passage(30, 0, 4), seconds=0.01)
        assert Mark.FLASH in app.view.marks_at(Place(30, 1))
        assert any("第29段" in row for row in app.screen_rows())
        await pilot.pause(0.1)
        assert app.view.marks_at(Place(30, 1)) == ()


async def test_motions_walk_sentences_paragraphs_and_headings() -> None:
    app = Reading()
    async with app.run_test(size=(60, 24)):
        walked = []
        for motion in (Motion.PARAGRAPH_NEXT, Motion.SENTENCE_NEXT, Motion.HEADING_NEXT, Motion.PARAGRAPH_NEXT):
            assert app.view.move(motion)
            walked.append(app.view.cursor)
        assert walked == [Place(1, 0), Place(1, 12), Place(2, 0), Place(3, 0)]
        assert not app.view.move(Motion.HEADING_NEXT)


async def test_another_script_keeps_the_place_the_marks_and_the_cursor() -> None:
    traditional = [(kind, text.replace("实", "實").replace("党", "黨")) for kind, text in LONG]
    app = Reading(traditional)
    async with app.run_test(size=(60, 24)) as pilot:
        app.view.show_top(Place(12, 30))
        app.view.cursor = Place(12, 40)
        app.view.set_marks({Mark.SLOGAN: [Passage(12, 5, 9)]})
        await pilot.pause()
        before = app.screen_rows()
        app.view.set_document(
            ParagraphsDocument(traditional, shown=lambda index, start, end: simplify(traditional[index][1][start:end]))
        )
        await pilot.pause()
        assert (app.view.top_place, app.view.cursor) == (Place(12, 30), Place(12, 40))
        assert Mark.SLOGAN in app.view.marks_at(Place(12, 6))
        after = app.screen_rows()
        assert after != before
        assert "实" in "".join(after) and "實" not in "".join(after)


async def test_unfolding_furniture_above_keeps_the_place() -> None:
    app = Reading([(Kind.FURNITURE, f"首页 > 要闻 > {n}") for n in range(30)] + LONG)
    async with app.run_test(size=(60, 24)) as pilot:
        app.view.show_top(Place(50, 60))
        await pilot.pause()
        before = app.screen_rows()
        app.view.toggle_furniture()
        await pilot.pause()
        assert app.screen_rows() == before
        assert app.view.top_place == Place(50, 60)


async def test_going_to_a_place_in_folded_furniture_unfolds_it() -> None:
    app = Reading()
    async with app.run_test(size=(60, 24)):
        app.view.go_to(Place(5, 2))
        assert any("版权所有" in row for row in app.screen_rows())
        assert app.view.cursor == Place(5, 2)


@pytest.mark.parametrize(
    ("clicks", "expected"),
    [(2, "人勤春来早"), (3, "人勤春来早，实干正当时。"), (4, BODY)],
)
async def test_several_clicks_select_word_sentence_and_paragraph(clicks: int, expected: str) -> None:
    app = Reading()
    async with app.run_test(size=(60, 24)) as pilot:
        await pilot.click(TextView, offset=place_of_text(app, "勤春来早"), times=clicks)
        await pilot.pause()
        assert app.view.selected_text() == expected


async def test_a_click_tells_what_stands_there_and_moves_the_cursor() -> None:
    app = Reading()
    async with app.run_test(size=(60, 24)) as pilot:
        app.view.set_marks({Mark.KEYWORD: [Passage(1, 0, 5)], Mark.HIT: [Passage(1, 1, 2)]})
        await pilot.click(TextView, offset=place_of_text(app, "勤春来早"))
        await pilot.pause()
        assert TextView.PassageClicked(app.view, Place(1, 1), (Mark.HIT, Mark.KEYWORD)) in app.told
        assert app.view.cursor == Place(1, 1)


async def test_a_click_on_folded_furniture_opens_it() -> None:
    app = Reading()
    async with app.run_test(size=(60, 24)) as pilot:
        await pilot.click(TextView, offset=place_of_text(app, "责编"))
        await pilot.pause()
        assert any("版权所有" in row for row in app.screen_rows())


async def test_a_click_takes_a_selection_back() -> None:
    app = Reading()
    async with app.run_test(size=(60, 24)) as pilot:
        app.view.select(Passage(1, 0, 5))
        await pilot.click(TextView, offset=place_of_text(app, "随着"))
        await pilot.pause()
        assert app.view.selected_passages() == ()


async def test_a_drag_over_the_edge_scrolls_and_selects_on() -> None:
    app = Reading(LONG)
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.mouse_down(TextView, offset=(10, 3))
        await pilot.hover(TextView, offset=(20, 11))
        await pilot.pause(0.4)
        await pilot.mouse_up(TextView, offset=(20, 11))
        assert app.view.scroll_y > 2
        assert app.view.selected_passages()[-1].paragraph > 1


async def test_selected_text_leaves_out_what_is_folded_away() -> None:
    app = Reading()
    async with app.run_test(size=(60, 24)) as pilot:
        app.view.select(Passage(3, 0, 4), Passage(6, 0, 5))
        await pilot.pause()
        assert [passage.paragraph for passage in app.view.selected_passages()] == [3, 6]
        app.view.toggle_furniture()
        assert [passage.paragraph for passage in app.view.selected_passages()] == [3, 4, 5, 6]
        assert app.view.selected_text().splitlines()[1:] == ["责编：张三", "版权所有", "（王 玮）"]


async def test_nothing_in_a_text_is_obeyed_by_the_terminal_or_read_as_markup() -> None:
    evil = "[b]甲[/] \x1b]52;c;aGk=\x07 \x9b2J \u202e乙\u200b丙\r\x00 \ufffd [@click=app.quit]丁"
    app = Reading([(Kind.TITLE, evil), (Kind.BODY, evil), (Kind.FURNITURE, evil)])
    async with app.run_test(size=(80, 24)):
        drawn = "".join(app.screen_rows())
        assert drawn.isprintable() or all(character.isprintable() for character in drawn)
        assert "[b]甲[/]" in drawn and "[@click=app.quit]丁" in drawn and "〓" in drawn


async def test_every_row_of_the_screen_is_as_wide_as_the_view() -> None:
    app = Reading([*PAGE, (Kind.BODY, "👨\u200d👩\u200d👧" * 60 + "e\u0301" * 90 + "x" * 300)])
    async with app.run_test(size=(61, 40)) as pilot:
        for width in (61, 40, 17, 12, 5, 130):
            await pilot.resize_terminal(width, 40)
            await pilot.pause()
            assert {app.view.render_line(y).cell_length for y in range(40)} == {app.view.size.width}


async def test_a_wide_terminal_centres_the_measure_or_leaves_it_at_the_left() -> None:
    app = Reading()
    async with app.run_test(size=(120, 24)) as pilot:
        column, _ = place_of_text(app, "培育闯将干将")
        assert column == (app.view.size.width - 80) // 2
        app.view.is_centred = False
        assert place_of_text(app, "培育闯将干将")[0] == 2
        app.view.measure_cells = 40
        await pilot.pause()
        assert app.view.rows.width_cells == 40


async def test_page_motions_show_every_row_once() -> None:
    app = Reading(LONG)
    async with app.run_test(size=(60, 20)) as pilot:
        seen = []
        while True:
            seen.append((round(app.view.scroll_y), app.screen_rows()))
            if not app.view.move(Motion.PAGE_DOWN):
                break
            await pilot.pause()
        assert seen[-1][0] + 20 == app.view.rows.count
        assert all(a[1][-1] == b[1][0] for a, b in pairwise(seen[:-1]))
        assert app.view.move(Motion.START)
        assert app.view.scroll_y == 0


async def test_the_end_of_a_text_that_is_not_broken_yet_is_reached_at_once() -> None:
    app = Reading([(Kind.BODY, BODY * 4_000)])
    async with app.run_test(size=(60, 20)) as pilot:
        app.view.move(Motion.END)
        assert app.screen_rows()[-1].rstrip().endswith("。")
        await pilot.pause()
        while not app.view.rows.exact:
            await pilot.pause(0.05)
        assert app.view.rows.row(round(app.view.scroll_y) + 19).is_last


async def test_the_last_place_told_is_the_place_there_is() -> None:
    app = Reading(LONG)
    async with app.run_test(size=(60, 20)) as pilot:
        app.view.move(Motion.PAGE_DOWN)
        app.view.move(Motion.SENTENCE_NEXT)
        await pilot.pause()
        assert app.told[-1] == TextView.PlaceChanged(app.view, app.view.top_place, app.view.cursor)


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "ansi-dark"])
async def test_looks_differ_without_colour(theme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = Reading()
    async with app.run_test() as pilot:
        app.theme = theme
        await pilot.pause()
        colours = {Mark.WATCHED_RED, Mark.WATCHED_GREEN, Mark.WATCHED_BLUE}  # told apart by colour alone
        names = [mark.component for mark in Mark if mark not in colours]
        looks = [app.view.looks[(name,)] for name in (*names, SELECTED)]
        attributes = [(look.bold, look.italic, look.underline, look.reverse) for look in looks]
        assert len({tuple(map(bool, attribute)) for attribute in attributes}) == len(looks)
        assert all(any(attribute) for attribute in attributes)


async def test_of_overlapping_marks_the_highest_is_drawn_and_hidden_ones_are_not() -> None:
    app = Reading([(Kind.BODY, BODY)])
    async with app.run_test(size=(60, 10)) as pilot:
        app.view.set_marks({Mark.KEYWORD: [Passage(0, 0, 9)], Mark.SLOGAN: [Passage(0, 2, 5)]})
        row = app.view.row_at(0)
        assert row is not None
        drawn = [one.mark for one in app.view.marks(row)]
        assert sorted(drawn) == [Mark.KEYWORD, Mark.SLOGAN]
        texts = [segment.text for segment in app.view.render_line(0)]
        assert [text for text in texts if text.strip()][:3] == ["人勤", "春来早", "，实干正"]
        app.view.hidden_marks = frozenset({Mark.KEYWORD, Mark.SLOGAN})
        await pilot.pause()
        assert not list(app.view.marks(row))


async def test_an_empty_document_is_drawn_and_walked_without_harm() -> None:
    app = Reading([])
    async with app.run_test(size=(40, 10)) as pilot:
        assert not any(app.view.move(motion) for motion in Motion)
        app.view.toggle_furniture()
        app.view.select_more()
        await pilot.click(TextView, offset=(5, 5))
        app.view.set_document(ParagraphsDocument(PAGE))
        await pilot.pause()
        assert "作风就是力量" in app.screen_rows()[0]


async def test_rows_above_appear_one_by_one_in_a_text_that_is_not_broken_yet() -> None:
    app = Reading([(Kind.BODY, "GDP增长5.2%，" * (n % 40)) for n in range(400)])
    async with app.run_test(size=(60, 20)):
        app.view.show_top(Place(300, 0))
        for _ in range(60):
            first = app.view.row_at(0)
            app.view.move(Motion.ROW_UP)
            assert app.view.row_at(1) == first
        assert not app.view.rows.exact


async def test_the_picture_stays_while_the_rest_is_broken() -> None:
    app = Reading([(Kind.BODY, "GDP增长5.2%，" * (n % 40)) for n in range(400)])
    async with app.run_test(size=(60, 20)) as pilot:
        app.view.show_top(Place(300, 40))
        estimated, before = app.view.rows.count, app.screen_rows()
        while not app.view.rows.exact:
            await pilot.pause(0.05)
        assert app.screen_rows() == before
        assert app.view.rows.count != estimated
        assert app.view.virtual_size.height == app.view.rows.count


async def test_the_end_is_known_at_once_in_a_text_that_is_not_yet_exact() -> None:
    app = Reading([(Kind.BODY, BODY * 40)] * 60)
    async with app.run_test(size=(60, 20)) as pilot:
        assert not app.view.is_at_end
        app.view.move(Motion.END)
        await pilot.pause()
        assert not app.view.rows.exact
        assert app.view.is_at_end
        app.view.move(Motion.ROW_UP)
        assert not app.view.is_at_end
