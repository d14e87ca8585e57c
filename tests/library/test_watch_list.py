"""The file of the watch list is read as far as it can be, and changed without touching what else is in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.watching import Colour, Watched
from reader.library.watch_list import WatchFile, add_watched, make_watcher, read_watch_list, remove_watched

OWN = """# 我的关注表

[[watch]]
word = "双减"  # 教育

# 每周看
[[watch]]
pattern = '第.批'
colour = "red"

[other]
kept = 1
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "own" / "watch.toml"


def write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_missing_file_is_an_empty_list(path: Path) -> None:
    assert read_watch_list(path).entries == ()
    assert read_watch_list(path).problems == ()


def test_entries_are_read_in_their_order(path: Path) -> None:
    write(path, OWN)
    assert read_watch_list(path).entries == (Watched("双减"), Watched("第.批", is_pattern=True, colour=Colour.RED))


@pytest.mark.parametrize(
    ("text", "kept", "said"),
    [
        ("[[watch", [], "watch.toml"),
        ("watch = 3\n", [], "watch.toml"),
        ('[[watch]]\nword = 3\n[[watch]]\nword = "双减"\n', ["双减"], "1"),
        ('[[watch]]\nword = "甲"\npattern = "乙"\n', [], "1"),
        ('[[watch]]\nword = "双减"\ncolour = "[red]"\n', ["双减"], "[red]"),
        ('[[watch]]\npattern = "(?=x)"\n[[watch]]\nword = "双减"\n', ["(?=x)", "双减"], "(?=x)"),
    ],
)
def test_what_cannot_be_used_is_told_of_in_one_sentence_and_the_rest_holds(
    path: Path, text: str, kept: list[str], said: str
) -> None:
    write(path, text)
    watcher, problems = make_watcher(path)
    assert [entry.text for entry in watcher.entries] == kept
    assert len(problems) == 1
    assert said in problems[0]


def test_an_entry_is_added_once_and_the_file_stays_as_it_was(path: Path) -> None:
    write(path, OWN)
    assert add_watched(path, Watched("城市更新", note="重点"))
    assert not add_watched(path, Watched("城市更新"))
    assert path.read_text(encoding="utf-8").startswith(OWN)
    assert read_watch_list(path).entries[-1] == Watched("城市更新", note="重点")


def test_an_entry_is_taken_out_alone(path: Path) -> None:
    write(path, OWN)
    assert remove_watched(path, "双减") == 1
    assert remove_watched(path, "双减") == 0
    left = path.read_text(encoding="utf-8")
    assert all(kept in left for kept in ("# 我的关注表", "# 每周看", "pattern = '第.批'", "[other]\nkept = 1"))
    assert [entry.text for entry in read_watch_list(path).entries] == ["第.批"]


@pytest.mark.parametrize("change", [add_watched, lambda path, entry: remove_watched(path, entry.text)])
def test_a_file_that_cannot_be_read_is_left_as_it_is(path: Path, change: object) -> None:
    write(path, "[[watch")
    with pytest.raises(ValueError, match="Expected"):
        change(path, Watched("双减"))  # type: ignore[operator]
    assert path.read_text(encoding="utf-8") == "[[watch"


def test_entries_in_one_line_are_not_taken_apart(path: Path) -> None:
    write(path, 'watch = [{word = "双减"}]\n')
    with pytest.raises(ValueError, match="watch"):
        remove_watched(path, "双减")
    with pytest.raises(ValueError, match="watch"):
        add_watched(path, Watched("城市更新"))
    assert path.read_text(encoding="utf-8") == 'watch = [{word = "双减"}]\n'


def test_a_file_is_read_again_when_it_has_changed(path: Path) -> None:
    file = WatchFile(path)
    assert file.current()[0].entries == ()
    write(path, '[[watch]]\nword = "双减"\ncolour = "puce"\n')
    watcher, problems = file.current()
    assert [entry.text for entry in watcher.entries] == ["双减"]
    assert len(problems) == 1
    assert file.current() == (watcher, ())


@given(st.lists(st.text(min_size=1, max_size=8).filter(str.strip), min_size=1, max_size=4, unique=True))
def test_what_is_written_is_read_and_can_be_taken_out(
    tmp_path_factory: pytest.TempPathFactory, words: list[str]
) -> None:
    path = tmp_path_factory.mktemp("own") / "watch.toml"
    for word in words:
        assert add_watched(path, Watched(word, is_pattern=len(word) > 4, colour=Colour.GREEN, note=word))
    assert [entry.text for entry in read_watch_list(path).entries] == words
    for word in words:
        assert remove_watched(path, word) == 1
    assert read_watch_list(path).entries == ()
