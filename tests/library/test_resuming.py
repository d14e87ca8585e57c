"""What is opened first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.library.anchors import Anchor
from reader.library.resuming import first_path
from reader.library.store import Store
from reader.model import Span


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "library.sqlite3") as store:
        yield store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "文章"
    folder.mkdir()
    for name in ("甲.txt", "乙.txt", "丙.txt"):
        (folder / name).write_text(f"{name}的正文。", encoding="utf-8")
    return folder


def _read(store: Store, path: Path) -> None:
    store.note_opened("id", str(path))
    store.keep_place("id", Anchor(Span(0, 1), "正", "", ""))


def test_the_first_file_is_opened_where_nothing_was_read(store: Store, folder: Path) -> None:
    assert first_path([str(folder)], store) == str(folder / "丙.txt")


def test_the_article_that_was_read_last_is_opened_again(store: Store, folder: Path) -> None:
    _read(store, folder / "乙.txt")
    assert first_path([str(folder)], store) == str(folder / "乙.txt")


def test_what_was_not_asked_for_is_not_opened(store: Store, folder: Path) -> None:
    _read(store, folder / "乙.txt")
    assert first_path([str(folder / "甲.txt")], store) == str(folder / "甲.txt")


def test_a_file_that_is_gone_is_not_opened(store: Store, folder: Path) -> None:
    _read(store, folder / "丁.txt")
    assert first_path([str(folder)], store) == str(folder / "丙.txt")
