"""The text view: it keeps the reader's place, draws only what is there, and copies exactly what was selected."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from reader.model import Kind, Passage, Place
from reader.tui.widgets.text_view import Mark, Motion, ParagraphsDocument, TextView

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
    from rich.cells import cell_len

    for y, row in enumerate(app.screen_rows()):
        if text in row:
            return cell_len(row[: row.index(text)]), y
    raise AssertionError(f"{text} is not on the screen")


async def drag(pilot: Pilot[None], start: tuple[int, int], end: tuple[int, int]) -> None:
    await pilot.mouse_down(TextView, offset=start)
    await pilot.hover(TextView, offset=end)
    await pilot.mouse_up(TextView, offset=end)
    await pilot.pause()


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


@pytest.mark.parametrize("right_half", [0, 1])
async def test_a_drag_over_wrapped_rows_and_paragraphs_copies_unbroken_text(right_half: int) -> None:
    app = Reading()
    async with app.run_test(size=(40, 24)) as pilot:
        x, y = place_of_text(app, "实干正当时")
        to_x, to_y = place_of_text(app, "培育闯将干将")
        await drag(pilot, (x + right_half, y), (to_x + 2 + right_half, to_y))
        assert app.view.selected_text() == BODY[BODY.index("实干") :] + "\n培育"
        assert app.screen.get_selected_text() == app.view.selected_text()


async def test_select_more_goes_from_sentence_to_paragraph_to_nothing() -> None:
    app = Reading()
    async with app.run_test(size=(60, 24)) as pilot:
        app.view.go_to(Place(1, 3))
        for expected in ("人勤春来早，实干正当时。", BODY, ""):
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
