"""A list of articles reads a file again only when it has changed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.library import catalogue
from reader.library.catalogue import Summary, summarise, summary_of
from reader.library.intake import read
from reader.library.locations import samples
from reader.library.problems import Problem
from reader.library.store import Store
from reader.messages import choose_language


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "library.sqlite3") as store:
        yield store


def test_a_summary_is_kept_while_the_file_is_as_it_was(
    tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "页.txt"
    path.write_bytes(samples()[4].read_bytes())
    first = summary_of(str(path), store)
    assert first == summarise(read(path))
    with monkeypatch.context() as patch:
        patch.setattr(catalogue, "read", None)
        assert summary_of(str(path), store) == first
    path.write_text("市南区吹响冲锋号，提振士气。", encoding="utf-8")
    os.utime(path, ns=(1, 1))
    second = summary_of(str(path), store)
    assert isinstance(second, Summary) and isinstance(first, Summary)
    assert second.article_id != first.article_id


def test_a_file_that_cannot_be_read_is_a_problem(tmp_path: Path, store: Store) -> None:
    assert summary_of(str(tmp_path / "没有.txt"), store) == Problem(str(tmp_path / "没有.txt"), "missing")


@pytest.mark.parametrize(
    ("language", "shown"), [("zh", "〔无题〕12月10日的济南"), ("en", "〔untitled〕12月10日的济南")]
)
def test_an_article_without_a_title_is_listed_by_its_first_clause(language: str, shown: str) -> None:
    choose_language(language)
    try:
        assert Summary("a", None, None, "12月10日的济南", None, None, 9).listed_title == shown
    finally:
        choose_language(None)
    assert Summary("a", None, "标题", "12月10日的济南", None, None, 9).listed_title == "标题"
