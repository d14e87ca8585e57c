"""What the keys select: one end moves by words, sentences, paragraphs and rows, the other stays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Kind, Place, Span
from reader.tui.app import ReaderApp
from reader.tui.screens.copying import segmented_word
from reader.tui.screens.reading import ReadingScreen
from reader.tui.widgets.text_view_document import ParagraphsDocument
from reader.tui.widgets.text_view_extent import Extent, Unit, border_after, border_before, character_at, whole
from reader.tui.widgets.text_view_selection import word_at
from reader.typesetting import sentence_at
from reader.typesetting.folds import Folds
from tests.tui.conftest import NotedWays

PAGE = "滨河区工作法\n\n全区推动高质量发展。群众的事当天办结！\n\n窗口实行一站办结，材料由专人代办。\n"

FIRST, SECOND = "全区推动高质量发展。群众的事当天办结！", "窗口实行一站办结，材料由专人代办。"


@pytest.mark.parametrize(
    ("keys", "selected"),
    [
        ("v", "全区"),
        ("vw", "全区推动"),
        ("vww", "全区推动高质量发展"),
        ("vwwb", "全区推动"),
        ("vwwo", "全区推动高质量发展"),
        ("vwb", "全区"),
        ("v)", "全区推动高质量发展。"),
        ("v))", FIRST),
        ("v}", FIRST),
        ("v}}", f"{FIRST}\n{SECOND}"),
        ("v})(", f"{FIRST}\n"[:-1]),
        ("vwo", "全区推动"),
        ("vwow", "推动"),
        ("v→→", "全区推动"),
        ("vv", "全区推动高质量发展。"),
        ("vvv", FIRST),
        ("vvvv", ""),
        ("v｝", FIRST),
        ("vG", f"{FIRST}\n{SECOND}"),
    ],
)
async def test_keys_select(keys: str, selected: str, make_app: Callable[..., ReaderApp], folder: Path) -> None:
    (folder / "c.txt").write_text(PAGE, encoding="utf-8")
    async with make_app(folder / "c.txt").run_test(size=(60, 20)) as pilot:
        await pilot.pause(0.2)
        screen = pilot.app.screen
        assert isinstance(screen, ReadingScreen)
        screen.text.go_to(Place(1, 0))
        for key in keys:
            await pilot.press({"→": "right", "←": "left"}.get(key, key))
        await pilot.pause()
        assert screen.text.selected_text() == selected


async def test_keys_do_what_they_do_otherwise_when_nothing_is_selected_any_more(
    make_app: Callable[..., ReaderApp], ways: NotedWays
) -> None:
    async with make_app().run_test(size=(120, 16)) as pilot:
        await pilot.pause(0.2)
        screen = pilot.app.screen
        assert isinstance(screen, ReadingScreen)
        assert not screen.check_action("extend", ("word_next",))
        await pilot.press("v")
        assert screen.check_action("extend", ("word_next",))
        await pilot.press("w", "escape")
        assert not screen.check_action("other_end", ())
        assert not screen.text.selected_passages()
        assert ways.given == []


async def test_what_the_mouse_selected_is_taken_over(make_app: Callable[..., ReaderApp]) -> None:
    async with make_app().run_test(size=(120, 16)) as pilot:
        await pilot.pause(0.2)
        screen = pilot.app.screen
        assert isinstance(screen, ReadingScreen)
        screen.text.select_around(Place(2, 0), 2)
        word = screen.text.selected_text()
        await pilot.press("v")
        assert screen.text.selected_text() == word
        await pilot.press("}")
        assert screen.text.selected_text() == screen.text.document.text(2)


@pytest.mark.parametrize(
    ("text", "offset", "word"),
    [
        ("推动高质量发展", 3, "高质量发展"),
        ("全区GDP增长", 3, "GDP"),
        ("办结！很好", 2, "！"),
        ("", 0, ""),
        ("好", 9, ""),
    ],
)
def test_a_word_is_one_of_the_language(text: str, offset: int, word: str) -> None:
    span = segmented_word(text, min(offset, max(0, len(text) - 1)))
    assert text[span.start : span.end] == (word or text)


@given(
    st.lists(st.text("全区GDP增长，。“” \u0301", max_size=12), min_size=1, max_size=4),
    st.data(),
    st.sampled_from([character_at, word_at, sentence_at, whole]),
)
def test_borders_go_on_without_end_in_both_directions(paragraphs: list[str], data: st.DataObject, unit: Unit) -> None:
    text = ParagraphsDocument([(Kind.BODY, one) for one in paragraphs])
    folds = Folds([False] * len(paragraphs))
    paragraph = data.draw(st.integers(0, len(paragraphs) - 1))
    place = Place(paragraph, data.draw(st.integers(0, len(paragraphs[paragraph]))))
    for border, forwards in ((border_after, True), (border_before, False)):
        at = place
        for _ in range(sum(map(len, paragraphs)) + 1):
            following = border(text, folds, at, unit)
            if following is None:
                break
            assert (following > at) is forwards
            assert following != at
            at = following
        else:
            raise AssertionError("it never ends")


@given(st.tuples(*[st.integers(0, 9)] * 3))
def test_the_other_end_leaves_what_is_selected(points: tuple[int, int, int]) -> None:
    first, last = sorted(points[:2])
    extent = Extent(Place(0, first), Place(0, last), Place(0, points[2]))
    turned = extent.turned()
    assert (turned.start, turned.end) == (extent.start, extent.end)


def test_a_character_is_whole_with_what_is_written_over_it() -> None:
    assert character_at("a\u0301b", 1) == Span(0, 2)
