"""The program in terminals that draw quotes one column wide, or two, or never answer."""

from __future__ import annotations

import sys
from itertools import accumulate, groupby
from pathlib import Path

import pytest

from reader.library.settings import AmbiguousWidth, Settings
from reader.library.store import Store

if sys.platform == "win32":
    pytest.skip("there are no terminals of this kind", allow_module_level=True)

from tests.tui.terminal import Screen, Terminal

READ = "服务到位”的办法"
QUOTED = "今年推行“责任”“措施”“服务”到位，“事前”“事中”“事后”都管，“周走访”“月回访”“季评议”不断。" * 3


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
    (found / "a.txt").write_text(f"滨河区推行“{READ}\n\n{QUOTED}\n", encoding="utf-8")
    return found


def is_read(screen: Screen) -> bool:
    """Whether the article is on the screen."""
    return READ in screen.text()


def edges(screen: Screen) -> set[int]:
    """The columns at which the ground changes in every row of the three columns."""
    rows = []
    for row in screen.grounds[:-2]:
        lengths = [len(list(cells)) for _, cells in groupby(row)]
        rows.append(set(accumulate(lengths[:-1])))
    return set.intersection(*rows)


def is_aligned(screen: Screen) -> bool:
    """Whether the three columns begin where they should, and nothing of the text was drawn over."""
    drawn = "".join("".join(row[26:79]).strip() for row in screen.characters)
    return edges(screen) == COLUMNS and QUOTED in drawn


def quit(terminal: Terminal) -> bool:
    terminal.type("q")
    return terminal.ended()


@pytest.mark.parametrize("cells", [1, 2])
def test_everything_is_aligned_when_the_terminal_has_answered_and_from_the_start_the_next_time(
    pages: Path, cells: int
) -> None:
    with Terminal([str(pages)], ambiguous=cells) as terminal:
        assert terminal.read_until(is_aligned)
        assert quit(terminal)
    with Terminal([str(pages)], ambiguous=cells, answers=False) as terminal:
        assert terminal.read_until(is_aligned)
        assert terminal.screen.overruns == 0
        assert quit(terminal)


@pytest.mark.parametrize("cells", [1, 2])
def test_a_width_that_is_set_holds_without_an_answer(pages: Path, cells: int) -> None:
    with Store() as store:
        store.keep_settings(Settings(ambiguous_width=AmbiguousWidth(str(cells))))
    with Terminal([str(pages)], ambiguous=cells, answers=False) as terminal:
        assert terminal.read_until(is_aligned)
        assert terminal.screen.overruns == 0
        assert not terminal.screen.reports
        assert quit(terminal)


def test_a_wrong_width_is_seen_by_these_tests(pages: Path) -> None:
    with Store() as store:
        store.keep_settings(Settings(ambiguous_width=AmbiguousWidth.ONE))
    with Terminal([str(pages)], ambiguous=2) as terminal:
        assert terminal.read_until(is_read)
        assert not is_aligned(terminal.screen)
        assert quit(terminal)


def test_the_question_leaves_nothing_on_the_screen(pages: Path) -> None:
    with Terminal([str(pages)], answers=False) as terminal:
        assert terminal.read_until(is_read)
        assert terminal.screen.reports
        assert "“" not in terminal.screen.text().splitlines()[-1]
        assert quit(terminal)
