"""What no key of its own changes is set from a list, kept, and marked there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reader.library.settings import CopyWay, Settings
from reader.tui.app import ReaderApp
from reader.tui.screens.reading import ReadingScreen
from reader.tui.setting_rows import CHOICES, setting_rows
from reader.tui.widgets.row_list import RowList


def test_the_values_that_hold_are_marked() -> None:
    rows = setting_rows(Settings(language="en", copy_way=CopyWay.FILE))
    marked = [row.target for row in rows if row.aside]
    assert [(one.name, one.value) for one in CHOICES if one in marked] == [
        ("language", "en"),
        ("copy_way", "file"),
        ("ambiguous_width", "auto"),
    ]


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
        wanted = next(index for index, one in enumerate(CHOICES) if one.value == CopyWay.TERMINAL)
        rows.cursor = wanted
        await pilot.press("enter")
        await pilot.pause()
        assert app.settings.copy_way == CopyWay.TERMINAL
        assert screen.store.settings().copy_way is CopyWay.TERMINAL
