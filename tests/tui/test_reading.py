"""The reading screen, one behaviour at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.color import Color
from textual.pilot import Pilot
from textual.theme import Theme as Named
from textual.widgets import Input

from reader.library.settings import AmbiguousWidth, CopyWay, Settings, Theme
from reader.library.store import Store
from reader.messages import choose_language, message
from reader.model import Place, Script
from reader.tui.app import ReaderApp
from reader.tui.panel_rows import Tab
from reader.tui.screens import opening
from reader.tui.screens.picker import Picker
from reader.tui.screens.reading import ReadingScreen
from reader.tui.terminal_width import use_ambiguous_cells
from reader.tui.themes import DARK, LIGHT, THEMES, theme_name
from reader.tui.widgets.notice_bar import NoticeBar
from reader.tui.widgets.sidebar import READ
from reader.tui.widgets.status_line import StatusLine
from tests.tui.conftest import NotedWays

pytestmark = pytest.mark.usefixtures("undrawn")

MakeApp = Callable[..., ReaderApp]

CONVERTED = "市南區考察干部，先后召開會議，干部奮斗不止，建筑聯系群眾。\n“三個到位”贏得群眾滿意。\n"
"""A page that a machine made Traditional."""

LONG = "\n".join(f"第{number}段，社区干部走访群众，办结诉求{number}件，群众满意。" * 3 for number in range(40))


def reading(app: ReaderApp) -> ReadingScreen:
    screen = app.screen_stack[0]
    assert isinstance(screen, ReadingScreen)
    return screen


async def settled(pilot: Pilot[None]) -> ReadingScreen:
    """The screen when everything that was under way is done."""
    for _ in range(2):
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    app = pilot.app
    assert isinstance(app, ReaderApp)
    return reading(app)


def notice(app: ReaderApp) -> str:
    return reading(app).query_one(NoticeBar).notice


def page(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


# Opening


async def test_the_first_article_is_opened_and_all_are_listed(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(120, 16)) as pilot:
        screen = await settled(pilot)
        assert screen.path is not None and screen.path.endswith("a.txt")
        assert [Path(one.path).name for one in screen.listed] == ["a.txt", "b.txt"]
        assert [one.unread for one in screen.listed] == [False, True]


async def test_brackets_lead_to_the_neighbours_also_in_full_width(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(120, 16)) as pilot:
        await settled(pilot)
        await pilot.press("]")
        assert (await settled(pilot)).path.endswith("b.txt")  # type: ignore[union-attr]
        await pilot.press("left_black_lenticular_bracket")
        assert (await settled(pilot)).path.endswith("a.txt")  # type: ignore[union-attr]


async def test_the_last_article_has_no_next(make_app: MakeApp, folder: Path) -> None:
    app = make_app(folder / "b.txt")
    async with app.run_test(size=(120, 16)) as pilot:
        await settled(pilot)
        await pilot.press("]")
        assert notice(app) == "There are no more articles."


async def test_the_findings_arrive_after_the_text(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(120, 16)) as pilot:
        screen = await settled(pilot)
        assert screen.digest is not None and screen.article is not None
        assert screen.digest.article_id == screen.article.id


async def test_a_file_that_cannot_be_read_is_said_and_the_rest_goes_on(make_app: MakeApp, folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"")
    app = make_app()
    async with app.run_test(size=(120, 16)) as pilot:
        screen = await settled(pilot)
        assert screen.path is not None and screen.path.endswith("b.txt")
        assert len(screen.listed) == 2
        assert "a.txt" in notice(app)


async def test_a_folder_without_articles_leaves_a_screen_that_can_be_quit(make_app: MakeApp, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    app = make_app(tmp_path / "empty")
    async with app.run_test(size=(120, 16)) as pilot:
        await settled(pilot)
        await pilot.press("s", "r", "n", "y", "Y", "x", "enter", "}", "G", "v", "m", "escape", "f", "1", "6", "[", "q")
    assert app.return_code == 0


async def test_the_place_is_there_again_at_the_next_start(make_app: MakeApp, folder: Path) -> None:
    path = page(folder, "long.txt", LONG)
    async with make_app(path).run_test(size=(120, 16)) as pilot:
        screen = await settled(pilot)
        await pilot.press("space", "space")
        left = (await settled(pilot)).article_place
        assert left is not None and left.paragraph > 0
    async with make_app(path).run_test(size=(90, 20)) as pilot:
        screen = await settled(pilot)
        assert screen.article_place == left


async def test_the_article_that_was_read_last_is_opened_first(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(120, 16)) as pilot:
        await settled(pilot)
        await pilot.press("]")
        await settled(pilot)
    async with make_app().run_test(size=(120, 16)) as pilot:
        assert (await settled(pilot)).path.endswith("b.txt")  # type: ignore[union-attr]


# Finding


async def test_finding_counts_as_it_is_typed_and_ignores_the_script(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(120, 16)) as pilot:
        screen = await settled(pilot)
        await pilot.press("/", *"到")
        await pilot.pause()
        many = len(screen.hits)
        await pilot.press("位")
        await pilot.pause()
        assert 0 < len(screen.hits) <= many
        assert screen.find_bar.count == f"1 of {len(screen.hits)}"
        screen.find_bar.query_one(Input).value = "社區幹部"
        await pilot.pause()
        assert len(screen.hits) == 1


async def test_n_goes_around_and_capital_n_back(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(120, 16)) as pilot:
        screen = await settled(pilot)
        await pilot.press("/", *"到位", "enter", "n")
        assert screen.hit == 1
        await pilot.press("N", "N")
        assert screen.hit == len(screen.hits) - 1


async def test_escape_closes_the_find_field_and_forgets_the_hits(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(120, 16)) as pilot:
        screen = await settled(pilot)
        await pilot.press("/", *"到位", "escape")
        await pilot.pause()
        assert screen.hits == ()
        assert not screen.find_bar.is_open
        assert screen.text.has_focus


async def test_searching_all_articles_shows_hits_in_context_and_enter_jumps_there(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(120, 16)) as pilot:
        await settled(pilot)
        await pilot.press("ctrl+f", *"小巷36")
        screen = await settled(pilot)
        assert [row.detail for row in screen.sidebar.hits.rows if row.detail] == [
            "湖东街道改造小巷36条，社区干部带头参加。"
        ]
        await pilot.press("down", "enter")
        screen = await settled(pilot)
        assert screen.path is not None and screen.path.endswith("b.txt")
        assert [screen.article.text_of(hit) for hit in screen.hits] == ["小巷36"]  # type: ignore[union-attr]


async def test_slash_in_the_list_types_in_its_field(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(120, 16)) as pilot:
        screen = await settled(pilot)
        await pilot.press("shift+tab", "/", *"湖")
        await pilot.pause()
        assert len(screen.sidebar.articles.rows) == 1
        await pilot.press("escape")
        assert len(screen.sidebar.articles.rows) == 2
        await pilot.press("escape")
        assert screen.text.has_focus


async def test_typing_in_the_list_filters_it_whatever_the_script(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(120, 16)) as pilot:
        screen = await settled(pilot)
        screen.sidebar.field.focus()
        screen.sidebar.field.value = "濱河"
        await pilot.pause()
        assert len(screen.sidebar.articles.rows) == 1


async def test_an_article_is_read_once_its_end_was_on_the_screen(make_app: MakeApp, folder: Path) -> None:
    path = page(folder, "long.txt", LONG)
    async with make_app(path).run_test(size=(120, 16)) as pilot:
        screen = await settled(pilot)
        assert [one.read for one in screen.listed] == [False]
        await pilot.press("G")
        await settled(pilot)
        assert [one.read for one in screen.listed] == [True]
        assert screen.sidebar.articles.rows[0].aside == READ
    async with make_app(path).run_test(size=(120, 16)) as pilot:
        assert [one.read for one in (await settled(pilot)).listed] == [True]


async def test_the_list_and_the_status_line_are_in_the_script_shown(make_app: MakeApp, folder: Path) -> None:
    path = page(folder, "c.txt", "濱河區考察干部\n\n來源：濱河日報 2023-05-06\n\n" + CONVERTED)
    async with make_app(path).run_test(size=(120, 16)) as pilot:
        screen = await settled(pilot)
        for title in ("滨河区考察干部", "濱河區考察幹部"):
            assert screen.sidebar.articles.rows[0].text == screen.query_one(StatusLine).subject == title
            await pilot.press("s")
            await settled(pilot)


async def test_an_article_without_a_headline_is_called_by_its_first_clause_in_the_script_shown(
    make_app: MakeApp, folder: Path
) -> None:
    async with make_app(
        page(folder, "c.txt", "濱河區考察干部，召開會議。\n干部奮斗不止，建筑聯系群眾。\n")
    ).run_test() as pilot:
        screen = await settled(pilot)
        for clause in ("滨河区考察干部", "濱河區考察幹部", "滨河区考察干部"):
            assert screen.query_one(StatusLine).subject == message("article.untitled", clause=clause)
            await pilot.press("s")
            await settled(pilot)


async def test_hits_in_all_articles_are_shown_in_the_script_of_the_list(make_app: MakeApp, folder: Path) -> None:
    async with make_app(page(folder, "c.txt", CONVERTED)).run_test(size=(120, 16)) as pilot:
        screen = await settled(pilot)
        await pilot.press("ctrl+f", *"群众")
        await settled(pilot)
        assert "建筑联系群众" in screen.sidebar.hits.rows[1].detail


# Looks


async def test_s_turns_the_text_over_and_back_at_the_same_place(make_app: MakeApp, folder: Path) -> None:
    async with make_app(page(folder, "long.txt", LONG)).run_test(size=(120, 16)) as pilot:
        screen = await settled(pilot)
        await pilot.press("space")
        place = screen.article_place
        await pilot.press("s")
        await pilot.pause()
        assert screen.script is Script.TRADITIONAL
        assert "群眾" in screen.text.document.shown(0, 0, 40)
        assert screen.article_place == place
        await pilot.press("s")
        await pilot.pause()
        assert screen.text.document.shown(0, 0, 3) == LONG[:3]
        assert screen.article_place == place


async def test_a_machine_converted_page_is_shown_in_simplified_and_says_so(make_app: MakeApp, folder: Path) -> None:
    async with make_app(page(folder, "c.txt", CONVERTED)).run_test(size=(120, 16)) as pilot:
        screen = await settled(pilot)
        assert screen.text.document.shown(0, 0, 7) == "市南区考察干部"
        assert screen.query_one(StatusLine).facts == ("Simplified", "100%", "page converted by machine")


async def test_traditional_of_a_converted_page_is_made_from_the_simplified(make_app: MakeApp, folder: Path) -> None:
    async with make_app(page(folder, "c.txt", CONVERTED)).run_test(size=(120, 16)) as pilot:
        screen = await settled(pilot)
        await pilot.press("s")
        assert screen.text.document.shown(0, 0, 7) == "市南區考察幹部"


async def test_the_characters_of_the_page_can_be_chosen(make_app: MakeApp, folder: Path) -> None:
    app = make_app(page(folder, "c.txt", CONVERTED))
    async with app.run_test(size=(120, 16)) as pilot:
        screen = await settled(pilot)
        await pilot.press("S", "G", "enter")
        await pilot.pause()
        assert screen.as_on_page
        assert screen.text.document.shown(0, 0, 7) == "市南區考察干部"


async def test_the_original_shows_the_source_and_r_comes_back_to_the_same_place(
    make_app: MakeApp, folder: Path
) -> None:
    async with make_app(page(folder, "long.txt", LONG)).run_test(size=(120, 16)) as pilot:
        screen = await settled(pilot)
        await pilot.press("space", "space")
        place = (await settled(pilot)).article_place
        await pilot.press("r")
        await pilot.pause()
        assert screen.original and screen.page is not None
        assert screen.text.document.count == len(screen.page.lines)
        await pilot.press("r")
        await pilot.pause()
        assert screen.article_place == place


async def test_h_hides_findings_and_the_setting_stays(make_app: MakeApp, store: Store) -> None:
    async with make_app().run_test(size=(120, 16)) as pilot:
        screen = await settled(pilot)
        await pilot.press("h")
        await pilot.pause()
        assert screen.text.hidden_marks
    assert not store.settings().highlighting


async def test_minus_makes_rows_shorter_and_the_setting_stays(make_app: MakeApp, store: Store) -> None:
    async with make_app().run_test(size=(200, 50)) as pilot:
        screen = await settled(pilot)
        before = screen.text.measure_cells
        await pilot.press("-")
        assert screen.text.measure_cells < before
    assert store.settings().measure_cells == before - 4


@pytest.mark.parametrize(("theme", "named"), [(Theme.DARK, DARK), (Theme.LIGHT, LIGHT)])
async def test_the_theme_that_is_set_is_drawn_from_the_start(make_app: MakeApp, theme: Theme, named: Named) -> None:
    app = make_app(settings=Settings(theme=theme))
    async with app.run_test(size=(120, 16)):
        assert named.background is not None
        assert app.screen.background_colors[1] == Color.parse(named.background)


async def test_t_goes_through_the_themes_and_keeps_the_one_that_is_shown(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 16)) as pilot:
        await settled(pilot)
        shown = []
        for _ in THEMES:
            await pilot.press("t")
            await pilot.pause()
            shown.append(app.theme)
        assert shown[0] == LIGHT.name
        assert set(shown) == {theme.name for theme in THEMES}
        assert theme_name(app.settings.theme, {}) == app.theme


async def test_the_cursor_stays_in_its_sentence_when_the_script_or_the_original_is_toggled(
    make_app: MakeApp, folder: Path
) -> None:
    async with make_app(page(folder, "long.txt", LONG)).run_test(size=(120, 16)) as pilot:
        screen = await settled(pilot)
        await pilot.press("space", ")", ")", ")")
        top, cursor = screen.article_place, screen.article_cursor
        assert cursor != top
        for key in ("s", "r", "r", "s"):
            await pilot.press(key)
            assert (screen.article_place, screen.article_cursor) == (top, cursor)


async def test_back_takes_the_cursor_and_the_percentage_along(make_app: MakeApp, folder: Path) -> None:
    async with make_app(page(folder, "long.txt", LONG)).run_test(size=(120, 16)) as pilot:
        screen = await settled(pilot)
        await pilot.press("G")
        assert (await settled(pilot)).query_one(StatusLine).facts[-1] == "100%"
        await pilot.press("alt+left")
        await settled(pilot)
        assert screen.article_cursor == Place(0, 0)
        assert screen.query_one(StatusLine).facts[-1] == "0%"


async def test_a_slogan_opens_in_a_panel_that_lies_over_the_text_and_its_member_leads_there(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await settled(pilot)
        await pilot.press("1", "enter")
        await settled(pilot)
        assert screen.panel.display
        assert [row.text for row in screen.panel.rows.rows][2:5] == ["责任到位", "措施到位", "服务到位"]
        await pilot.press("j", "j", "enter")
        await settled(pilot)
        assert not screen.panel.display and screen.text.has_focus


# Repairs


async def test_a_repair_refused_in_the_original_stays_refused(make_app: MakeApp, folder: Path) -> None:
    path = page(folder, "d.txt", "社区干部走访群众（qúnzhòng）\n，当天办结。网&nbsp;络畅通，群众满意。\n")
    async with make_app(path).run_test(size=(120, 16)) as pilot:
        screen = await settled(pilot)
        assert screen.article is not None
        edits = screen.article.edits
        assert edits
        await pilot.press("r", "x")
        screen = await settled(pilot)
        assert len(screen.article.edits) == len(edits) - 1  # type: ignore[union-attr]
        assert screen.original
    async with make_app(path).run_test(size=(120, 16)) as pilot:
        screen = await settled(pilot)
        assert len(screen.article.edits) == len(edits) - 1  # type: ignore[union-attr]


async def test_a_refusal_is_listed_among_the_repairs_and_can_be_taken_back(make_app: MakeApp, folder: Path) -> None:
    path = page(folder, "d.txt", "网&nbsp;络畅通，群众满意。\n")
    async with make_app(path).run_test(size=(120, 16)) as pilot:
        screen = await settled(pilot)
        edits = screen.article.edits  # type: ignore[union-attr]
        await pilot.press("6", "x")
        screen = await settled(pilot)
        assert screen.panel.rows.rows[0].aside == "1 refused"
        await pilot.press("g", "x")
        screen = await settled(pilot)
        assert screen.article.edits == edits  # type: ignore[union-attr]


async def test_refusing_says_where_when_there_is_nothing_to_refuse(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 16)) as pilot:
        await settled(pilot)
        await pilot.press("x")
        assert notice(app).startswith("There is no repair")


# Panel


async def test_a_panel_row_leads_to_its_place_and_flashes_it(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(120, 16)) as pilot:
        screen = await settled(pilot)
        await pilot.press("3", "enter")
        await pilot.pause()
        figure = next(f for f in screen.digest.figures if f.text in screen.panel.rows.rows[0].text)  # type: ignore[union-attr]
        assert screen.text.cursor == figure.passage.place


async def test_enter_in_the_text_leads_to_the_panel_row_of_what_stands_there(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(120, 16)) as pilot:
        screen = await settled(pilot)
        assert screen.digest is not None
        slogan = next(s for s in screen.digest.slogans if s.text == "三个到位")
        screen.text.go_to(slogan.mentions[0].place)
        screen.text.focus()
        await pilot.press("enter")
        await pilot.pause()
        assert screen.panel.tab is Tab.SLOGANS
        assert screen.panel.rows.rows[screen.panel.rows.cursor].text == "三个到位"
        assert screen.panel.rows.has_focus


async def test_each_digit_shows_its_tab(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(120, 16)) as pilot:
        screen = await settled(pilot)
        for key, tab in zip("123456", Tab, strict=True):
            await pilot.press(key)
            assert screen.panel.tab is tab
            assert screen.panel.rows.rows


async def test_back_leads_to_where_the_jump_began_and_forward_there_again(make_app: MakeApp, folder: Path) -> None:
    async with make_app(page(folder, "long.txt", LONG)).run_test(size=(120, 16)) as pilot:
        screen = await settled(pilot)
        start = screen.article_place
        await pilot.press("G")
        end = (await settled(pilot)).article_place
        await pilot.press("ctrl+o")
        assert (await settled(pilot)).article_place == start
        await pilot.press("alt+right")
        assert (await settled(pilot)).article_place == end


async def test_a_mark_leads_back_from_another_article(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(120, 16)) as pilot:
        screen = await settled(pilot)
        await pilot.press("m", "a", "]")
        await settled(pilot)
        await pilot.press("'", "a")
        screen = await settled(pilot)
        assert screen.path is not None and screen.path.endswith("a.txt")


# Copying


async def test_y_copies_the_sentence_and_says_which_way_it_went(make_app: MakeApp, ways: NotedWays) -> None:
    app = make_app()
    async with app.run_test(size=(120, 16)) as pilot:
        screen = await settled(pilot)
        sentence = screen.text.sentence
        assert sentence is not None and screen.article is not None
        await pilot.press("y")
        await settled(pilot)
        text = screen.article.text_of(sentence).strip()
        assert ways.given == [("helper", text)]
        assert notice(app) == f"Copied {len(text)} characters to the clipboard."


async def test_what_only_the_terminal_was_sent_is_not_called_copied(make_app: MakeApp, ways: NotedWays) -> None:
    ways.working = {"terminal"}
    app = make_app()
    async with app.run_test(size=(120, 16)) as pilot:
        await settled(pilot)
        await pilot.press("y")
        await settled(pilot)
        assert notice(app).startswith("Sent ")
        assert "copy_way" in notice(app)


async def test_it_is_said_when_no_way_works(make_app: MakeApp, ways: NotedWays) -> None:
    ways.working = set()
    app = make_app()
    async with app.run_test(size=(120, 16)) as pilot:
        await settled(pilot)
        await pilot.press("y")
        await settled(pilot)
        assert notice(app).startswith("Not copied")


async def test_the_setting_forces_a_way(make_app: MakeApp, ways: NotedWays) -> None:
    ways.working = {"file"}
    async with make_app(settings=Settings(copy_way=CopyWay.FILE)).run_test(size=(120, 16)) as pilot:
        await settled(pilot)
        await pilot.press("y")
        await settled(pilot)
        assert [way for way, _ in ways.given] == ["file"]


async def test_capital_y_adds_the_source_and_quotes_as_published(
    make_app: MakeApp, ways: NotedWays, folder: Path
) -> None:
    async with make_app(page(folder, "c.txt", CONVERTED)).run_test(size=(120, 16)) as pilot:
        await settled(pilot)
        await pilot.press("s", "Y")
        await settled(pilot)
        text = ways.given[0][1]
        assert text.startswith("市南区考察干部")
        assert "converted to Traditional by a machine" in text


async def test_v_selects_the_word_then_the_sentence_and_then_the_paragraph(make_app: MakeApp, ways: NotedWays) -> None:
    async with make_app().run_test(size=(120, 16)) as pilot:
        screen = await settled(pilot)
        await pilot.press("}", "}", "v", "v", "v", "y")
        await settled(pilot)
        paragraph = screen.text.cursor.paragraph
        assert ways.given == [("helper", screen.article.paragraphs[paragraph].text)]  # type: ignore[union-attr]


# The program


async def test_the_palette_runs_a_command(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 16)) as pilot:
        screen = await settled(pilot)
        await pilot.press("ctrl+p", *"choose", "enter")
        await pilot.pause()
        assert isinstance(app.screen, Picker)
        await pilot.press("escape", "ctrl+p", *"page", "escape")
        await pilot.pause()
        assert app.screen_stack == [screen]


async def test_the_palette_opens_while_something_is_typed(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 16)) as pilot:
        await settled(pilot)
        await pilot.press("/", "ctrl+p")
        await pilot.pause()
        assert isinstance(app.screen, Picker)


async def test_control_f_searches_also_while_something_is_typed(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(120, 16)) as pilot:
        screen = await settled(pilot)
        await pilot.press("/", "ctrl+f")
        await pilot.pause()
        assert screen.sidebar.searching and screen.sidebar.field.has_focus


async def test_columns_fold_where_there_is_no_room(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(200, 50)) as pilot:
        screen = await settled(pilot)
        for width, articles, panel in [
            (200, True, True),
            (110, True, True),
            (109, True, False),
            (80, True, False),
            (79, False, False),
            (40, False, False),
        ]:
            await pilot.resize_terminal(width, 20)
            await pilot.pause()
            assert (screen.sidebar.display, screen.panel.display) == (articles, panel), width
            assert screen.text.size.width >= 36


async def test_a_folded_panel_opens_behind_its_key_and_closes_after_a_jump(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(60, 24)) as pilot:
        screen = await settled(pilot)
        await pilot.press("3")
        await pilot.pause()
        assert screen.panel.display and screen.panel.rows.has_focus
        await pilot.press("enter")
        await pilot.pause()
        assert not screen.panel.display and screen.text.has_focus


async def test_where_there_is_room_for_one_column_one_is_shown(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(120, 24)) as pilot:
        screen = await settled(pilot)
        await pilot.press("3", "a", "a")
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert (screen.sidebar.display, screen.middle.display, screen.panel.display) == (False, True, False)
        assert screen.text.has_focus
        await pilot.press("a")
        await pilot.pause()
        assert (screen.sidebar.display, screen.middle.display, screen.panel.display) == (True, False, False)
        await pilot.press("1")
        await pilot.pause()
        assert (screen.sidebar.display, screen.middle.display, screen.panel.display) == (False, False, True)
        await pilot.press("escape")
        await pilot.pause()
        assert screen.middle.display and screen.text.has_focus


async def test_a_window_too_small_gets_one_sentence(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(40, 10)) as pilot:
        screen = await settled(pilot)
        assert screen.query_one("#columns").display
        for size in ((39, 24), (80, 9), (1, 1)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert screen.query_one("#too-small").display
            assert not screen.query_one("#columns").display


async def test_resizing_keeps_the_place(make_app: MakeApp, folder: Path) -> None:
    async with make_app(page(folder, "long.txt", LONG)).run_test(size=(120, 16)) as pilot:
        screen = await settled(pilot)
        await pilot.press("space", "space", "space")
        place = (await settled(pilot)).article_place
        for size in ((80, 24), (40, 10), (200, 50), (120, 36)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert screen.article_place == place


async def test_markup_and_control_characters_of_an_article_are_shown_harmlessly(
    make_app: MakeApp, folder: Path
) -> None:
    text = "[b]市南[/b][/] [@click=app.quit]点[/]\x1b]52;c;eA==\x07\u202e区\x9b2J\n第二段。\n"
    app = make_app(page(folder, "e.txt", text))
    async with app.run_test(size=(120, 16)) as pilot:
        screen = await settled(pilot)
        drawn = "".join(screen.text.render_line(y).text for y in range(6))
        assert "[b]市南[/b][/]" in drawn
        for widget in (screen.text, screen.sidebar.articles, screen.panel.rows):
            for y in range(widget.size.height):
                assert not any(
                    ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c == "\u202e" for c in widget.render_line(y).text
                )
        await pilot.press("6", "y", "Y", "ctrl+f", *"市南")
        await settled(pilot)


async def test_where_ambiguous_characters_are_wide_the_screen_has_no_others_than_text_needs(make_app: MakeApp) -> None:
    try:
        app = make_app(settings=Settings(ambiguous_width=AmbiguousWidth.TWO))
        async with app.run_test(size=(120, 16)) as pilot:
            await settled(pilot)
            drawn = "".join(strip.text for strip in app.screen._compositor.render_strips())
            assert not any("\u2500" <= character <= "\u25ff" for character in drawn)
    finally:
        use_ambiguous_cells(1)


async def test_the_screen_speaks_chinese_when_asked(make_app: MakeApp) -> None:
    choose_language("zh")
    async with make_app().run_test(size=(120, 16)) as pilot:
        screen = await settled(pilot)
        assert screen.sidebar.field.placeholder == "筛选文章"


async def test_keys_that_are_pressed_before_the_article_is_there_are_obeyed_when_it_is(
    make_app: MakeApp, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wait = threading.Event()
    read = vars(opening)["read"]

    def slowly(*arguments: Any, **named: Any) -> Any:
        wait.wait(10)
        return read(*arguments, **named)

    monkeypatch.setattr(opening, "read", slowly)
    async with make_app(page(folder, "long.txt", LONG)).run_test(size=(120, 16)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, ReadingScreen)
        await pilot.press("G", "h")
        assert screen.article is None
        wait.set()
        for _ in range(3):
            await settled(pilot)
        assert not screen.highlighting
        assert screen.text.cursor.paragraph == screen.text.document.count - 1


async def test_a_paragraph_is_gone_to_by_its_number_and_back_again(make_app: MakeApp, folder: Path) -> None:
    async with make_app(page(folder, "long.txt", LONG)).run_test(size=(120, 16)) as pilot:
        screen = await settled(pilot)
        before = screen.text.top_place
        await pilot.press("：", "2", "3", "enter")
        await settled(pilot)
        assert screen.text.cursor == (22, 0)
        await pilot.press("alt+left")
        assert screen.text.top_place == before
        await pilot.press(":", *"xyz", "enter", "escape")
        assert screen.text.top_place == before
