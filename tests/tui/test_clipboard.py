"""Ways out for a copied text."""

from __future__ import annotations

import stat
import sys
import types
from pathlib import Path

import pytest

from reader.library.settings import CopyWay
from reader.tui.clipboard import TERMINAL_LIMIT_BYTES, SystemWays, copied_sentences, copy_text, order_of_ways
from tests.tui.conftest import NotedWays


@pytest.mark.parametrize(
    ("environment", "order"),
    [
        ({}, "helper terminal file"),
        ({"TMUX": "/tmp/tmux"}, "helper tmux terminal file"),
        ({"SSH_CONNECTION": "10.0.0.1"}, "terminal file"),
        ({"SSH_CONNECTION": "10.0.0.1", "TMUX": "/tmp/tmux"}, "tmux terminal file"),
    ],
)
def test_the_order_suits_the_session(environment: dict[str, str], order: str) -> None:
    assert [str(way) for way in order_of_ways(environment)] == order.split()


def test_a_setting_forces_one_way() -> None:
    assert order_of_ways({"TMUX": "x"}, CopyWay.TMUX) == (CopyWay.TMUX,)
    assert order_of_ways({"TMUX": "x"}, CopyWay.TERMINAL) == (CopyWay.TERMINAL, CopyWay.FILE)


def test_the_next_way_is_tried_when_one_fails(ways: NotedWays) -> None:
    ways.working = {"terminal"}
    copied = copy_text("市南区", order_of_ways({}), ways)
    assert [way for way, _ in ways.given] == ["helper", "terminal"]
    assert (copied.way, copied.characters, copied.confirmed) == (CopyWay.TERMINAL, 3, False)


def test_a_helper_confirms_and_nothing_else_is_tried(ways: NotedWays) -> None:
    assert copy_text("市", order_of_ways({"TMUX": "x"}), ways).confirmed
    assert ways.given == [("helper", "市")]


def test_it_is_said_when_no_way_takes_the_text(ways: NotedWays) -> None:
    ways.working = set()
    assert copy_text("市", order_of_ways({}), ways).way is None


def test_control_characters_are_made_visible_on_every_way(ways: NotedWays) -> None:
    copied = copy_text("甲\x1b]52;c;eA==\x07\n乙\u202e", order_of_ways({}), ways)
    assert ways.given == [("helper", "甲␛]52;c;eA==␇\n乙␦")]
    assert copied.cleaned


def test_a_text_without_control_characters_is_left_alone(ways: NotedWays) -> None:
    assert not copy_text("“甲”\n乙", order_of_ways({}), ways).cleaned


def test_the_file_can_be_read_by_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "data" / "copied.txt"
    assert SystemWays(lambda _: None, file).file("市南区")
    assert file.read_text(encoding="utf-8") == "市南区"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_file_that_was_open_to_others_is_closed_to_them(tmp_path: Path) -> None:
    file = tmp_path / "copied.txt"
    file.write_text("")
    file.chmod(0o644)
    SystemWays(lambda _: None, file).file("市")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_the_file_is_never_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "theirs").write_text("theirs")
    (tmp_path / "copied.txt").symlink_to(tmp_path / "theirs")
    assert not SystemWays(lambda _: None, tmp_path / "copied.txt").file("市")
    assert (tmp_path / "theirs").read_text() == "theirs"


def test_the_terminal_is_sent_one_sequence(tmp_path: Path) -> None:
    sent: list[str] = []
    assert SystemWays(sent.append, tmp_path / "x").terminal("市")
    assert sent == ["\x1b]52;c;5biC\x07"]


def test_a_text_too_long_for_the_terminal_is_not_sent(tmp_path: Path) -> None:
    sent: list[str] = []
    assert not SystemWays(sent.append, tmp_path / "x").terminal("a" * (TERMINAL_LIMIT_BYTES + 1))
    assert sent == []


def test_a_helper_that_fails_is_no_confirmation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class CopyError(RuntimeError):
        pass

    def copy(text: str) -> None:
        raise CopyError

    monkeypatch.setitem(sys.modules, "pyperclip", types.SimpleNamespace(copy=copy, PyperclipException=CopyError))
    assert not SystemWays(lambda _: None, tmp_path / "x").helper("市")


def test_tmux_is_passed_over_where_it_is_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not SystemWays(lambda _: None, tmp_path / "x").tmux("市")


def test_lost_characters_are_copied_as_they_are_seen_and_counted() -> None:
    ways = NotedWays()
    copied = copy_text("招商\ufffd资，\ufffd", order_of_ways({}), ways)
    assert ways.given == [("helper", "招商〓资，〓")]
    assert copied.lost == 2 and not copied.cleaned


def test_what_is_too_long_for_the_terminal_goes_to_a_file_and_that_is_said(tmp_path: Path) -> None:
    sent: list[str] = []
    ways = SystemWays(sent.append, tmp_path / "copied.txt")
    copied = copy_text("市" * TERMINAL_LIMIT_BYTES, order_of_ways({}, CopyWay.TERMINAL), ways)
    assert (copied.way, sent, copied.is_too_long) == (CopyWay.FILE, [], True)
    assert "more than a terminal takes" in copied_sentences(copied, ways.path)
    assert ways.path.read_text(encoding="utf-8") == "市" * TERMINAL_LIMIT_BYTES
