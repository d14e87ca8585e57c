"""What the tests of the screen share: a library of their own, pages, and ways out that only note what they get."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from textual._compositor import Compositor

from reader.library.settings import Settings
from reader.library.store import Store
from reader.messages import choose_language
from reader.tui.app import ReaderApp

PAGE = """滨河区推行“三个到位”工作法

来源：滨河日报　2023-05-06

今年以来，滨河区提出“三个到位”：责任到位、措施到位、服务到位。全区新建停车位1200个，总投资3.5亿元。

服务下沉到社区

社区干部每周走访一次，群众的事当天办结。截至4月底，累计办结诉求8600件。

企业的事情一次办好

窗口实行“一站办结”，材料由专人全程代办。
"""

OTHER = """湖东街道整治小巷

湖东街道改造小巷36条，社区干部带头参加。
"""


@dataclass
class NotedWays:
    """Ways that note what they are given and answer as they are told."""

    working: set[str] = field(default_factory=lambda: {"helper"})
    given: list[tuple[str, str]] = field(default_factory=list)

    def _take(self, way: str, text: str) -> bool:
        self.given.append((way, text))
        return way in self.working

    def helper(self, text: str) -> bool:
        return self._take("helper", text)

    def tmux(self, text: str) -> bool:
        return self._take("tmux", text)

    def terminal(self, text: str) -> bool:
        return self._take("terminal", text)

    def file(self, text: str) -> bool:
        return self._take("file", text)


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    choose_language("en")
    yield
    choose_language(None)


@pytest.fixture(autouse=True)
def plain_session(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("POLICY_READER_CONFIG", str(tmp_path / "own"))
    for name in ("SSH_CONNECTION", "TMUX", "NO_COLOR", "COLORFGBG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is sent to the terminal; for tests of what the program does, which drawing would make twice as long."""
    monkeypatch.setattr(Compositor, "render_update", lambda *_, **__: None)


@pytest.fixture
def ways() -> NotedWays:
    return NotedWays()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "a.txt").write_text(PAGE, encoding="utf-8")
    (pages / "b.txt").write_text(OTHER, encoding="utf-8")
    return pages


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "library.sqlite3") as opened:
        yield opened


@pytest.fixture
def make_app(folder: Path, store: Store, ways: NotedWays) -> Callable[..., ReaderApp]:
    """Makes a program over two pages; other pages or settings can be given."""

    def make(*paths: Path, settings: Settings | None = None) -> ReaderApp:
        return ReaderApp([str(path) for path in paths or (folder,)], store, settings or store.settings(), ways)

    return make
