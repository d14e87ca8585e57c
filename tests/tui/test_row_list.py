"""The list that draws only what is in sight."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.color import Color
from textual.theme import Theme

from reader.model import Span
from reader.tui.themes import THEMES
from reader.tui.widgets.list_rows import ListRow
from reader.tui.widgets.row_list import RowList


class Listing(App[None]):
    """A list, and what was chosen in it."""

    def __init__(self, rows: Sequence[ListRow], fixed_height: int | None = None) -> None:
        super().__init__()
        self.rows = rows
        self.fixed_height = fixed_height
        self.chosen: list[str] = []

    def compose(self) -> ComposeResult:
        yield RowList(fixed_height=self.fixed_height)

    def on_mount(self) -> None:
        self.query_one(RowList).show_rows(self.rows)

    def on_row_list_row_chosen(self, event: RowList.RowChosen) -> None:
        self.chosen.append(event.row.text)

    @property
    def picture(self) -> list[str]:
        drawn = self.query_one(RowList)
        return [drawn.render_line(y).text.rstrip() for y in range(drawn.size.height)]


class Counted(Sequence[ListRow]):
    """Very many rows that count how often they are asked for."""

    asked = 0

    def __len__(self) -> int:
        return 100_000

    def __getitem__(self, index: int) -> ListRow:  # type: ignore[override]
        self.asked += 1
        return ListRow(f"第{index}篇")


NAMES = [ListRow(name) for name in ("甲", "乙", "丙")]


async def test_enter_chooses_the_row_at_the_cursor() -> None:
    app = Listing(NAMES)
    async with app.run_test(size=(20, 5)) as pilot:
        await pilot.press("j", "enter")
        assert app.chosen == ["乙"]


async def test_the_cursor_stays_within_the_list() -> None:
    app = Listing(NAMES)
    async with app.run_test(size=(20, 5)) as pilot:
        await pilot.press("k", "enter", "G", "j", "enter")
        assert app.chosen == ["甲", "丙"]


async def test_a_click_chooses_the_row_under_it() -> None:
    app = Listing([ListRow("甲", detail="日期"), *NAMES[1:]])
    async with app.run_test(size=(20, 5)) as pilot:
        await pilot.click(RowList, offset=(1, 3))
        assert app.chosen == ["丙"]


async def test_a_click_under_the_last_row_chooses_nothing() -> None:
    app = Listing(NAMES)
    async with app.run_test(size=(20, 9)) as pilot:
        await pilot.click(RowList, offset=(1, 7))
        assert app.chosen == []


async def test_an_empty_list_can_be_asked_for_everything() -> None:
    app = Listing([])
    async with app.run_test(size=(20, 5)) as pilot:
        await pilot.press("j", "G", "pagedown", "enter")
        assert app.chosen == []


async def test_the_cursor_is_brought_into_sight() -> None:
    app = Listing([ListRow(str(number)) for number in range(50)])
    async with app.run_test(size=(20, 5)) as pilot:
        await pilot.press("G")
        await pilot.pause()
        assert app.picture[-1] == "49"


async def test_only_rows_in_sight_are_made() -> None:
    rows = Counted()
    app = Listing(rows, fixed_height=2)
    async with app.run_test(size=(20, 10)) as pilot:
        await pilot.press("G")
        await pilot.pause()
        assert app.picture[-2] == "第99999篇"
        assert rows.asked < 200


async def test_markup_in_a_row_is_text() -> None:
    app = Listing([ListRow("[b]甲[/b] [/]")])
    async with app.run_test(size=(20, 5)):
        assert app.picture[0] == "[b]甲[/b] [/]"


LOOKS = [ListRow(look, aside="3", detail="出处不详", look=look) for look in ("plain", "strong", "dim", "open")]
LOOKS += [ListRow(look, detail="招商引资", look=look, found=(Span(0, 2),)) for look in ("inferred", "lexicon")]


@pytest.mark.parametrize("theme", [one for one in THEMES if not one.ansi], ids=lambda theme: theme.name)
@pytest.mark.parametrize("focused", [True, False])
async def test_every_look_can_be_read_in_every_theme_also_at_the_cursor(theme: Theme, focused: bool) -> None:
    app = Listing(LOOKS)
    app.register_theme(theme)
    app.theme = theme.name
    async with app.run_test(size=(30, 20)) as pilot:
        drawn = app.query_one(RowList)
        if focused:
            drawn.focus()
        for cursor in range(len(LOOKS)):
            drawn.cursor = cursor
            await pilot.pause()
            segments = [one for y in range(drawn.virtual_size.height) for one in drawn.render_line(y)]
            assert all(contrast(one) >= 4.5 for one in segments if one.text.strip())


def contrast(segment: Segment) -> float:
    """The contrast ratio of a segment's colours by WCAG 2."""
    style = segment.style
    assert style is not None and style.color is not None and style.bgcolor is not None
    parts = (Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor))
    low, high = sorted(_luminance(color) for color in parts)
    return (high + 0.05) / (low + 0.05)


def _luminance(color: Color) -> float:
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in color.normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
