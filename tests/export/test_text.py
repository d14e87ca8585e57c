"""Plain text, Markdown and CSV say what is there and nothing else."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.export.csv import COLUMNS, csv_header, digest_csv, neutralise
from reader.export.markdown import article_markdown, escape_markdown
from reader.export.text import article_text, digest_text
from reader.messages import choose_language
from tests.export.articles import full_article, full_digest


def test_text_is_the_paragraphs_without_furniture() -> None:
    assert article_text(full_article()) == "網信\n\n=提振士气*372亿元\n\n会議說明\n"
    assert article_text(full_article(), furniture=True).endswith("会議說明\n\n首页\n")


def test_the_digest_sets_apart_what_the_text_does_not_state() -> None:
    choose_language("zh")
    try:
        text = digest_text(full_digest())
    finally:
        choose_language(None)
    assert "  =提振士气  1/2  ×1\n    · 提振\n    ? 攻坚  (词库)\n    词库，据市委一号文件，2024年\n" in text
    assert "  372亿元  > 37200000000–-1 元  士气  全区  今年以来  同比\n" in text
    assert "  士气  ×1\n" in text


def test_markdown_gives_every_kind_its_form() -> None:
    assert article_markdown(full_article(), furniture=True) == (
        "# 網信\n\n=提振士气\\*372亿元\n\n*会議說明*\n\n> 首页\n"
    )


@given(st.text(alphabet="一二*_[]()`#>-+=~|\\&;<1.! ", min_size=1, max_size=20).map(str.strip).filter(bool))
def test_markdown_shows_every_character_as_it_is(text: str) -> None:
    tokens = MarkdownIt().parse(escape_markdown(text))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert "".join(child.content for child in tokens[1].children or []) == text
    assert {child.type for child in tokens[1].children or []} <= {"text", "text_special"}


def test_the_table_has_a_row_for_each_finding() -> None:
    rows = list(csv.DictReader(io.StringIO(csv_header() + digest_csv(full_article(), full_digest()))))
    assert [row["finding"] for row in rows] == ["slogan", "member", "member", "figure", "figure", "figure", "keyword"]
    assert all(tuple(row) == COLUMNS for row in rows)
    assert rows[0]["text"] == "'=提振士气" and rows[0]["path"] == "页\ufffd.txt"
    assert rows[3]["value"] == "37200000000" and rows[3]["upper"] == "-1" and rows[3]["source_start"] == "15"


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠A", " =1", "\u3000＝1"]
)
def test_a_cell_that_begins_like_a_formula_is_neutralised(text: str) -> None:
    assert neutralise(text) == "'" + text


@pytest.mark.parametrize("text", ["", "增长-3%", "372亿元", "“两会”", "——加快", "a=b", "·=1"])
def test_any_other_cell_stays_as_it_is(text: str) -> None:
    assert neutralise(text) == text
