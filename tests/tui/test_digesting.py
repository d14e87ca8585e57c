"""Findings come when the text has been drawn, in as few pictures as the length of the article allows."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.message import Message

from reader.model import Article
from reader.tui.responsiveness import YOUNG_OBJECTS, keep_loaded, stay_responsive
from reader.tui.screens.digesting import SHORT
from reader.tui.screens.reading import ReadingScreen
from tests.tui.conftest import PAGE
from tests.tui.test_reading import MakeApp, page, settled

pytestmark = pytest.mark.usefixtures("undrawn")


async def digested(make_app: MakeApp, path: Path) -> list[ReadingScreen.Digested]:
    """What was told of the findings while a file was opened."""
    told: list[ReadingScreen.Digested] = []

    def note(message: Message) -> None:
        if isinstance(message, ReadingScreen.Digested) and message not in told:
            told.append(message)

    async with make_app(path).run_test(size=(120, 30), message_hook=note) as pilot:
        await settled(pilot)
    return told


async def test_the_findings_of_a_short_article_come_all_at_once(make_app: MakeApp, folder: Path) -> None:
    (one,) = await digested(make_app, folder / "a.txt")
    assert one.digest.slogans
    assert one.digest.keywords


async def test_those_of_a_long_article_come_before_its_keywords(make_app: MakeApp, folder: Path) -> None:
    long = page(folder, "long.txt", PAGE * (2 * SHORT // len(PAGE)))
    first, second = await digested(make_app, long)
    assert first.digest.slogans == second.digest.slogans
    assert not first.digest.keywords
    assert second.digest.keywords


@pytest.fixture
def interpreter() -> Iterator[None]:
    threshold, turn = gc.get_threshold(), sys.getswitchinterval()
    yield
    gc.set_threshold(*threshold)
    sys.setswitchinterval(turn)


@pytest.mark.usefixtures("interpreter")
def test_the_screen_waits_neither_for_garbage_nor_for_other_threads() -> None:
    gc.set_threshold(700, 10, 10)
    stay_responsive()
    assert gc.get_threshold()[0] == YOUNG_OBJECTS
    assert sys.getswitchinterval() < 0.005


def test_what_is_loaded_is_set_apart_once() -> None:
    keep_loaded.cache_clear()
    gc.unfreeze()
    keep_loaded()
    count = gc.get_freeze_count()
    kept: list[list[int]] = [[] for _ in range(100)]
    keep_loaded()
    assert 0 < gc.get_freeze_count() <= count
    del kept


async def test_no_worker_is_described_by_what_it_works_on(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    described: list[str] = []

    def note(article: Article) -> str:
        described.append(article.id)
        return "Article"

    monkeypatch.setattr(Article, "__repr__", note)
    async with make_app().run_test(size=(120, 30)) as pilot:
        screen = await settled(pilot)
        await pilot.press("4", "w")
        await settled(pilot)
        assert screen.digest is not None
    assert described == []
