"""Watched words are marked everywhere, counted in the panel, and put on the list from the screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.library.watch_list import read_watch_list, watch_file
from reader.messages import message
from reader.model import Kind, Passage, Span
from reader.tui.panel_rows import Tab
from reader.tui.screens.reading import ReadingScreen
from reader.tui.widgets.text_view_document import Mark
from reader.typesetting import Row
from tests.tui.test_reading import MakeApp, notice, settled

LIST = """[[watch]]
word = "社區幹部"
colour = "red"
note = "[b]每周走访[/b]"

[[watch]]
pattern = "一[站次]办."
colour = "blue"

[[watch]]
word = "河长"
"""


pytestmark = pytest.mark.usefixtures("undrawn")


@pytest.fixture
def watched() -> None:
    watch_file().parent.mkdir()
    watch_file().write_text(LIST, encoding="utf-8")


def texts_of(screen: ReadingScreen, mark: Mark) -> list[str]:
    """What is marked so in the text, in reading order."""
    article = screen.article
    assert article is not None
    rows = [
        Passage(paragraph, one.start, one.end)
        for paragraph in range(len(article.paragraphs))
        for one in screen.text.marks(Row(paragraph, 0, 10_000, Kind.BODY))
        if one.mark is mark
    ]
    return [article.text_of(passage) for passage in sorted(rows)]


def listed_rows(screen: ReadingScreen) -> list[tuple[str, str, str]]:
    return [(row.text, row.aside, row.detail) for row in screen.panel.rows.rows]


@pytest.mark.usefixtures("watched")
async def test_watched_words_are_marked_in_their_colours_whatever_the_script(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(120, 30)) as pilot:
        screen = await settled(pilot)
        assert texts_of(screen, Mark.WATCHED_RED) == ["社区干部"]
        assert texts_of(screen, Mark.WATCHED_BLUE) == ["一次办好", "一站办结"]
        await pilot.press("h")
        assert texts_of(screen, Mark.WATCHED_RED) == []


@pytest.mark.usefixtures("watched")
async def test_the_panel_counts_them_over_the_keywords_and_enter_goes_from_place_to_place(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(120, 30)) as pilot:
        screen = await settled(pilot)
        await pilot.press("4")
        assert listed_rows(screen)[:4] == [
            ("Watched", "", ""),
            ("社區幹部", "1", "[b]每周走访[/b]"),
            ("一[站次]办.", "2", ""),
            ("1 more watched word is not in this article", "", ""),
        ]
        await pilot.press("j", "j", "enter")
        first = screen.text.cursor
        await pilot.press("4", "enter")
        assert screen.text.cursor > first


@pytest.mark.usefixtures("watched")
async def test_enter_in_the_text_leads_to_the_row_of_the_watched_word(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(120, 30)) as pilot:
        screen = await settled(pilot)
        (red,) = (one.passages[0] for one in screen.sightings if one.watched.text == "社區幹部")
        screen.text.go_to(red.place)
        await pilot.press("enter")
        assert screen.panel.tab is Tab.KEYWORDS
        assert screen.panel.rows.rows[screen.panel.rows.cursor].text == "社區幹部"


async def test_w_watches_what_is_selected_and_again_no_more(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(120, 30)) as pilot:
        screen = await settled(pilot)
        assert screen.article is not None
        at = screen.article.paragraphs[0].text.index("三个到位")
        screen.text.select(Passage(0, at, at + 4))
        await pilot.press("w")
        await settled(pilot)
        assert [entry.text for entry in read_watch_list(watch_file()).entries] == ["三个到位"]
        assert texts_of(screen, Mark.WATCHED_YELLOW) == ["三个到位", "三个到位"]
        await pilot.press("w")
        await settled(pilot)
        assert read_watch_list(watch_file()).entries == ()
        assert texts_of(screen, Mark.WATCHED_YELLOW) == []


async def test_w_on_a_row_watches_the_keyword_and_then_takes_it_off(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(120, 30)) as pilot:
        screen = await settled(pilot)
        await pilot.press("4")
        keyword = listed_rows(screen)[0][0]
        await pilot.press("w")
        await settled(pilot)
        assert [row[0] for row in listed_rows(screen)[:3]] == ["Watched", keyword, "Keywords"]
        await pilot.press("g", "j", "w")
        await settled(pilot)
        assert listed_rows(screen)[0][0] == keyword


async def test_w_without_a_word_says_how_to_choose_one(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        await pilot.press("w")
        assert notice(app) == message("notice.watch.no_word")


@pytest.mark.usefixtures("watched")
async def test_titles_of_the_list_have_watched_words_marked(make_app: MakeApp, folder: Path) -> None:
    (folder / "c.txt").write_text("社区干部的一天\n\n社区干部走访群众，办结诉求，群众满意。\n", encoding="utf-8")
    async with make_app().run_test(size=(120, 30)) as pilot:
        screen = await settled(pilot)
        rows = {row.text: row.marks for row in screen.sidebar.articles.rows}
        assert rows["社区干部的一天"] == ((Span(0, 4), "watched-red"),)


async def test_a_list_that_cannot_be_read_is_said_and_the_rest_goes_on(make_app: MakeApp) -> None:
    watch_file().parent.mkdir()
    watch_file().write_text("[[watch", encoding="utf-8")
    app = make_app()
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await settled(pilot)
        assert "watch.toml" in notice(app)
        assert screen.digest is not None
        assert screen.digest.keywords
