"""Judging what cleaning did, on the screen: repairs and furniture refused and wanted again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.library.locations import samples
from reader.model import Certainty, Kind
from reader.tui.app import ReaderApp
from reader.tui.commands import FOOTER, REPAIR_KEYS
from reader.tui.documents import doubtful_passages
from reader.tui.panel_rows import Tab
from reader.tui.repair_rows import Repairs
from reader.tui.screens.reading import ReadingScreen
from reader.tui.widgets.key_line import KeyLine
from reader.tui.widgets.list_rows import ListRow
from reader.tui.widgets.notice_bar import NoticeBar

pytestmark = pytest.mark.usefixtures("undrawn")

MakeApp = Callable[..., ReaderApp]

SHIFTED = samples()[2]

NOTICE = "版权声明：本网站转载文章，版权归原作者所有。未经许可，不得转载。"

PAGE = f"""滨河区推行“三个到位”工作法

今年以来，滨河区提出“三个到位”：责任到位、措施到位、服务到位。全区新建停车位1200个，总投资3.5亿元。

社区干部每周走访一次，群众的事当天办结。截至4月底，累计办结诉求8600件。

{NOTICE}

网站备案号：ICP备05012345号
"""


async def settled(pilot: Pilot[None]) -> ReadingScreen:
    for _ in range(2):
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    screen = pilot.app.screen_stack[0]
    assert isinstance(screen, ReadingScreen)
    return screen


def rows(screen: ReadingScreen) -> list[ListRow]:
    return list(screen.panel.rows.rows)


def put_cursor(screen: ReadingScreen, start: str) -> ListRow:
    """Put the cursor of the panel on the row that begins so."""
    index = next(i for i, row in enumerate(rows(screen)) if row.text.startswith(start))
    screen.panel.rows.cursor = index
    return rows(screen)[index]


@pytest.fixture
def furnished(folder: Path) -> Path:
    path = folder / "e.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


async def test_what_needs_judging_is_open_and_the_rest_is_counted(make_app: MakeApp) -> None:
    async with make_app(SHIFTED).run_test(size=(120, 30)) as pilot:
        screen = await settled(pilot)
        await pilot.press("6")
        assert screen.article is not None
        headings = [row for row in rows(screen) if isinstance(row.target, Repairs) and row.target.opens]
        sections = [row for row in headings if not row.indent]
        likely = sum(edit.certainty is Certainty.LIKELY for edit in screen.article.edits)
        assert (sections[0].text, sections[0].aside) == ("- likely", str(likely))
        assert "+ readings" in [row.text for row in sections]
        edits = sum(len(row.target.edits) for row in sections if isinstance(row.target, Repairs))
        assert edits == len(screen.article.edits)


async def test_a_group_opens_to_its_places_and_each_leads_there_and_back(make_app: MakeApp) -> None:
    async with make_app(SHIFTED).run_test(size=(120, 30)) as pilot:
        screen = await settled(pilot)
        await pilot.press("6")
        put_cursor(screen, "+ readings")
        await pilot.press("enter")
        group = put_cursor(screen, "+ 網(wǎng) is now 網").target
        assert isinstance(group, Repairs) and len(group.edits) > 3
        await pilot.press("enter", "j", "j", "enter")
        await settled(pilot)
        chosen = rows(screen)[screen.panel.rows.cursor].target
        assert chosen == Repairs((group.edits[1],))
        assert screen.article is not None
        assert screen.text.cursor == screen.article.passages_of(group.edits[1].span)[0].place
        screen.panel.rows.cursor = 0
        screen.text.focus()
        await pilot.press("enter")
        await pilot.pause()
        assert rows(screen)[screen.panel.rows.cursor].target == chosen and screen.panel.rows.has_focus


async def test_a_group_is_refused_and_made_again_as_one_and_the_cursor_stays(make_app: MakeApp) -> None:
    async with make_app(SHIFTED).run_test(size=(120, 30)) as pilot:
        screen = await settled(pilot)
        assert screen.article is not None
        before = screen.article
        await pilot.press("6")
        put_cursor(screen, "+ readings")
        await pilot.press("enter")
        group = put_cursor(screen, "+ 網(wǎng) is now 網").target
        at = screen.panel.rows.cursor
        assert isinstance(group, Repairs)
        await pilot.press("x")
        await settled(pilot)
        assert set(screen.article.restored.refused) == set(group.edits)
        assert screen.panel.rows.cursor == at
        assert rows(screen)[at].aside == f"× {len(group.edits)} refused"
        await pilot.press("x")
        await settled(pilot)
        assert screen.article == before


async def test_a_refusal_holds_at_the_next_start_though_the_file_has_changed(make_app: MakeApp, folder: Path) -> None:
    path = folder / "d.txt"
    path.write_text("社区干部走访群众网&nbsp;络畅通，群众满意。\n另一段。\n", encoding="utf-8")
    async with make_app(path).run_test(size=(120, 16)) as pilot:
        screen = await settled(pilot)
        await pilot.press("r", "x")
        await settled(pilot)
        assert screen.article is not None and len(screen.article.restored.refused) == 1
    path.write_text("社区干部走访群众网&nbsp;络畅通，群众满意。\n另一段。\n又一段。\n", encoding="utf-8")
    async with make_app(path).run_test(size=(120, 16)) as pilot:
        screen = await settled(pilot)
        assert screen.article is not None and len(screen.article.restored.refused) == 1
        await pilot.press("r", "x")
        await settled(pilot)
        assert not screen.article.restored.refused


async def test_repairs_are_listed_in_the_order_of_the_text_when_asked(make_app: MakeApp) -> None:
    async with make_app(SHIFTED).run_test(size=(120, 30)) as pilot:
        screen = await settled(pilot)
        await pilot.press("o")
        assert screen.panel.tab is Tab.REPAIRS and screen.article is not None
        assert [row.target for row in rows(screen)] == [Repairs((edit,)) for edit in screen.article.edits]
        await pilot.press("o")
        assert rows(screen)[0].text == "- likely"


async def test_doubtful_characters_are_gone_to_one_after_the_other_and_explained(make_app: MakeApp) -> None:
    app = make_app(SHIFTED)
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await settled(pilot)
        assert screen.article is not None
        doubts = doubtful_passages(screen.article)
        assert len(doubts) > 10
        await pilot.press("u", "u")
        assert screen.text.cursor == doubts[1].place
        said = screen.query_one(NoticeBar).notice
        assert said.startswith(f"Doubtful 2/{len(doubts)}: ") and "byte A1 lost before ！" in said
        await pilot.press("U", "U")
        assert screen.text.cursor == doubts[-1].place, "the first is followed by the last, backwards"
        await pilot.press("x")
        await settled(pilot)
        assert len(screen.article.restored.refused) == 1


async def test_it_is_said_when_nothing_is_doubtful(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(120, 30)) as pilot:
        screen = await settled(pilot)
        await pilot.press("u")
        assert screen.query_one(NoticeBar).notice == "No character was inferred or lost"


async def test_a_row_with_a_doubtful_character_has_a_sign_in_the_margin(make_app: MakeApp) -> None:
    async with make_app(SHIFTED).run_test(size=(120, 30)) as pilot:
        screen = await settled(pilot)
        await pilot.press("u")
        doubt = screen.text.cursor
        lines = ["".join(s.text for s in screen.text.render_line(y)) for y in range(screen.text.size.height)]
        signed = [y for y, line in enumerate(lines) if line.strip().startswith("?")]
        rows_signed = [screen.text.row_at(y) for y in signed]
        assert any(row and row.paragraph == doubt.paragraph for row in rows_signed)
        assert len(signed) < len(lines) / 3


async def test_folded_furniture_is_taken_back_into_the_text_with_one_key_and_given_back(
    make_app: MakeApp, furnished: Path
) -> None:
    async with make_app(furnished).run_test(size=(120, 20)) as pilot:
        screen = await settled(pilot)
        assert screen.article is not None
        before = screen.article
        furniture = [i for i, p in enumerate(before.paragraphs) if p.kind is Kind.FURNITURE]
        assert len(furniture) == 2
        await pilot.press("G", "x")
        await settled(pilot)
        assert [screen.article.paragraphs[i].kind for i in furniture] == [Kind.BODY, Kind.BODY]
        await pilot.press("x")
        await settled(pilot)
        assert screen.article == before


async def test_enter_on_furniture_leads_to_its_row_and_back(make_app: MakeApp, furnished: Path) -> None:
    async with make_app(furnished).run_test(size=(120, 20)) as pilot:
        screen = await settled(pilot)
        await pilot.press("o", "tab", "tab", "G")
        screen.text.focus()
        await pilot.press("enter")
        await pilot.pause()
        target = rows(screen)[screen.panel.rows.cursor].target
        assert isinstance(target, Repairs) and screen.article is not None
        (index,) = target.paragraphs
        assert screen.article.paragraphs[index].kind is Kind.FURNITURE
        await pilot.press("enter")
        await pilot.pause()
        assert screen.text.cursor.paragraph == index and not screen.text.rows.folds.is_folded(index)


async def test_furniture_taken_back_stays_in_the_text_and_is_listed_with_its_reason(
    make_app: MakeApp, furnished: Path
) -> None:
    async with make_app(furnished).run_test(size=(120, 20)) as pilot:
        screen = await settled(pilot)
        await pilot.press("6")
        put_cursor(screen, "+ furniture")
        await pilot.press("enter")
        row = put_cursor(screen, "版权声明")
        assert row.detail == "a notice on rights, liability or reprinting" and row.aside == ""
        await pilot.press("x")
        await settled(pilot)
        assert put_cursor(screen, "版权声明").aside == "body text"
    async with make_app(furnished).run_test(size=(120, 20)) as pilot:
        screen = await settled(pilot)
        assert screen.article is not None
        kinds = {paragraph.text: paragraph.kind for paragraph in screen.article.paragraphs}
        assert kinds[NOTICE] is Kind.BODY and Kind.FURNITURE in kinds.values()


async def test_the_footer_shows_what_the_keys_do_to_repairs_while_they_are_looked_at(make_app: MakeApp) -> None:
    async with make_app(SHIFTED).run_test(size=(120, 20)) as pilot:
        screen = await settled(pilot)
        line = screen.query_one(KeyLine)
        await pilot.press("6")
        await pilot.pause()
        assert [command.id for command, *_ in line.shown()][:2] == list(REPAIR_KEYS)
        await pilot.press("1")
        await pilot.pause()
        assert line.shown()[0][0].id == FOOTER[0]
        await pilot.press("6", "shift+tab")
        await pilot.pause()
        assert line.shown()[0][0].id == FOOTER[0]
