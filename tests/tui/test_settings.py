"""What no key of its own changes is set from a list, kept, and marked there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.library.settings import AmbiguousWidth, CopyWay, Settings
from reader.messages import choose_language, message
from reader.tui.app import ReaderApp
from reader.tui.screens.reading import ReadingScreen
from reader.tui.setting_rows import CHOICES, Choice, setting_rows
from reader.tui.terminal_width import ambiguous_cells, use_ambiguous_cells
from reader.tui.widgets.key_line import KeyLine
from reader.tui.widgets.row_list import RowList
from reader.tui.widgets.status_line import StatusLine
from reader.typesetting import PageStyle


def test_the_values_that_hold_are_marked() -> None:
    rows = setting_rows(Settings(language="en", copy_way=CopyWay.FILE))
    marked = {row.target.name: row.target.value for row in rows if row.aside and isinstance(row.target, Choice)}
    assert marked == {one.name: getattr(Settings(language="en", copy_way=CopyWay.FILE), one.name) for one in CHOICES}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_setting_and_value_is_named(language: str) -> None:
    choose_language(language)
    assert all(row.text.strip() for row in setting_rows(Settings()))


@pytest.mark.parametrize("key", ["comma", "，"])
async def test_a_way_of_copying_is_chosen_kept_and_holds_at_once(key: str, make_app: Callable[..., ReaderApp]) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        await pilot.press(key)
        await pilot.pause()
        rows = app.screen.query_one(RowList)
        wanted = next(i for i, row in enumerate(rows.rows) if row.target == Choice("copy_way", CopyWay.TERMINAL))
        rows.cursor = wanted
        await pilot.press("enter")
        await pilot.pause()
        assert app.settings.copy_way == CopyWay.TERMINAL
        assert screen.store.settings().copy_way is CopyWay.TERMINAL


async def test_another_language_and_another_width_hold_at_once_and_what_is_read_stays(
    make_app: Callable[..., ReaderApp], folder: Path
) -> None:
    (folder / "long.txt").write_text(
        "长文\n\n" + "\n".join(f"第{n}段：“三个到位”都要做到。" for n in range(90)), "utf-8"
    )
    app = make_app(folder / "long.txt")
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause(0.2)
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        await pilot.press("6", "escape", "}", *["space"] * 2)
        before = screen.text.top_place, screen.text.cursor, screen.panel.tab
        assert before[0] > (3, 0)
        screen.keep_settings(language="zh", ambiguous_width=AmbiguousWidth.TWO)
        for _ in range(3):
            await pilot.pause()
        assert "查找" in screen.query_one(KeyLine).render().plain
        assert (ambiguous_cells(), screen.panel.rows.rows[0].text) == (2, message("ui.nothing.repairs"))
        assert (screen.text.top_place, screen.text.cursor, screen.panel.tab) == before
        assert screen.text.has_focus
        use_ambiguous_cells(1)


@pytest.mark.parametrize("out", ["z", "escape"])
async def test_the_text_stands_alone_until_the_key_or_escape_and_in_the_next_run(
    make_app: Callable[..., ReaderApp], out: str
) -> None:
    for keys, alone in (("z", True), ("", True), (out, False), ("", False)):
        app = make_app()
        async with app.run_test(size=(120, 24)) as pilot:
            await pilot.pause(0.1)
            await pilot.press(*([keys] if keys else []))
            await pilot.pause()
            screen = app.screen
            assert isinstance(screen, ReadingScreen)
            beside = (screen.sidebar, screen.panel, screen.query_one(KeyLine), screen.query_one(StatusLine))
            assert [widget.display for widget in beside] == [not alone] * 4
            assert screen.text.has_focus


async def test_how_text_is_set_is_chosen_from_the_list_and_kept(make_app: Callable[..., ReaderApp]) -> None:
    wanted = Settings(line_rows=1, justified=True, margin_cells=8)
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        for name in ("line_rows", "justified", "margin_cells"):
            await pilot.press("comma")
            await pilot.pause()
            rows = app.screen.query_one(RowList)
            choice = Choice(name, getattr(wanted, name))
            rows.cursor = next(i for i, row in enumerate(rows.rows) if row.target == choice)
            await pilot.press("enter")
            await pilot.pause()
        assert screen.text.page_style == PageStyle(line_rows=1, justified=True, margin_cells=8)
        assert screen.store.settings() == wanted
