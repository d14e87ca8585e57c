"""The footer shows the keys there is room for, and what is clicked is done."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult

from reader.messages import choose_language
from reader.tui.commands import FOOTER
from reader.tui.widgets.key_line import ALWAYS, KeyLine


class Keys(App[None]):
    """A footer, and what was asked for."""

    def compose(self) -> ComposeResult:
        yield KeyLine()

    @property
    def line(self) -> KeyLine:
        return self.query_one(KeyLine)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [24, 40, 60, 80, 200])
async def test_the_keys_fit_and_help_and_quit_are_among_them(width: int, language: str) -> None:
    choose_language(language)
    app = Keys()
    async with app.run_test(size=(width, 5)):
        shown = app.line.shown()
        assert sum(cell_len(key + label) for _, key, label in shown) <= width
        assert [command.id for command, _, _ in shown][-2:] == ["help", "quit"]
    choose_language(None)


async def test_all_commands_of_the_footer_are_shown_where_there_is_room() -> None:
    app = Keys()
    async with app.run_test(size=(200, 5)):
        assert [command.id for command, _, _ in app.line.shown()] == [*FOOTER, *ALWAYS]


async def test_a_click_on_the_last_key_ends_the_program() -> None:
    app = Keys()
    async with app.run_test(size=(200, 5)) as pilot:
        width = sum(cell_len(key + label) for _, key, label in app.line.shown())
        await pilot.click(KeyLine, offset=(width - 2, 0))
        await pilot.pause()
        assert app.return_code == 0
