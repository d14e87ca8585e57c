"""The program in terminals that draw quotes one column wide, or two, or never answer."""

from __future__ import annotations

import sys
from itertools import accumulate, groupby
from pathlib import Path

import pytest

from reader.library.settings import AmbiguousWidth, Settings
from reader.library.store import Store
from tests.tui.conftest import PAGE

if sys.platform == "win32":
    pytest.skip("there are no terminals of this kind", allow_module_level=True)

from tests.tui.terminal import Screen, Terminal

READ = "“三个到位”工作法"


COLUMNS = {26, 79, 80}
"""Where text, its scroll bar and the panel begin on 120 columns."""


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a page, and a library of its own for programs that are started."""
    for name in ("DATA", "CACHE", "CONFIG"):
        monkeypatch.setenv(f"POLICY_READER_{name}", str(tmp_path / name.lower()))
    for name, value in {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "zh_CN.UTF-8"}.items():
        monkeypatch.setenv(name, value)
    found = tmp_path / "pages"
    found.mkdir()
    (found / "a.txt").write_text(PAGE, encoding="utf-8")
    return found


def edges(screen: Screen) -> set[int]:
    """The columns at which the ground changes in every row of the three columns."""
    rows = []
    for row in screen.grounds[:-2]:
        lengths = [len(list(cells)) for _, cells in groupby(row)]
        rows.append(set(accumulate(lengths[:-1])))
    return set.intersection(*rows)


def quit(terminal: Terminal) -> bool:
    terminal.type("q")
    return terminal.ended()


@pytest.mark.parametrize("cells", [1, 2])
def test_everything_is_aligned_when_the_terminal_has_answered_and_from_the_start_the_next_time(
    pages: Path, cells: int
) -> None:
    with Terminal([str(pages)], ambiguous=cells) as terminal:
        assert terminal.read_until(READ)
        assert edges(terminal.screen) == COLUMNS
        assert quit(terminal)
    with Terminal([str(pages)], ambiguous=cells, answers=False) as terminal:
        assert terminal.read_until(READ)
        assert edges(terminal.screen) == COLUMNS
        assert terminal.screen.overruns == 0
        assert quit(terminal)


@pytest.mark.parametrize("cells", [1, 2])
def test_a_width_that_is_set_holds_without_an_answer(pages: Path, cells: int) -> None:
    with Store() as store:
        store.keep_settings(Settings(ambiguous_width=AmbiguousWidth(str(cells))))
    with Terminal([str(pages)], ambiguous=cells, answers=False) as terminal:
        assert terminal.read_until(READ)
        assert (edges(terminal.screen), terminal.screen.overruns) == (COLUMNS, 0)
        assert not terminal.screen.reports
        assert quit(terminal)


def test_a_wrong_width_is_seen_by_these_tests(pages: Path) -> None:
    with Store() as store:
        store.keep_settings(Settings(ambiguous_width=AmbiguousWidth.ONE))
    with Terminal([str(pages)], ambiguous=2) as terminal:
        assert terminal.read_until(READ)
        assert edges(terminal.screen) != COLUMNS
        assert quit(terminal)


def test_the_question_leaves_nothing_on_the_screen(pages: Path) -> None:
    with Terminal([str(pages)], answers=False) as terminal:
        assert terminal.read_until(READ)
        assert terminal.screen.reports
        assert "“" not in terminal.screen.text().splitlines()[-1]
        assert quit(terminal)
