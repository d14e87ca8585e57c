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
from reader.model import Script


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
    assert first == summarise(read(path)).in_script()
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


CONVERTED = (
    "濱河區考察干部\n\n來源：濱河日報 2023-05-06\n\n濱河區考察干部，先后召開會議，干部奮斗不止，建筑聯系群眾。\n"
)
"""A page that a machine made Traditional."""


def test_the_list_has_words_in_the_script_that_an_article_was_published_in(tmp_path: Path, store: Store) -> None:
    path = tmp_path / "页.txt"
    path.write_text(CONVERTED, encoding="utf-8")
    for _ in ("read", "kept"):
        found = summary_of(str(path), store)
        assert isinstance(found, Summary)
        assert (found.title, found.origin_source) == ("滨河区考察干部", "滨河日报")
        assert found.script is found.published_script is Script.SIMPLIFIED


def test_a_summary_is_turned_into_the_script_that_is_asked_for(tmp_path: Path, store: Store) -> None:
    path = tmp_path / "页.txt"
    path.write_text(CONVERTED, encoding="utf-8")
    found = summary_of(str(path), store)
    assert isinstance(found, Summary)
    assert found.in_script(Script.TRADITIONAL).title == "濱河區考察幹部"
    assert found.in_script(Script.SIMPLIFIED) is found.in_script() is found
