"""A cleaned text becomes an article: every line is one paragraph, and what the page says of itself is read."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Article, Decoded, Kind, Origin, Restored, Script
from reader.structure.articles import build_article

CASES = json.loads((Path(__file__).parents[1] / "cases" / "structure.json").read_text(encoding="utf-8"))
FIELDS = ("title", "subtitle", "kicker", "origin_source", "republished_by", "page", "author", "editor")
LINES = st.sampled_from(
    [line for page in CASES["pages"] for _, line in page["lines"]]
    + [
        "",
        " ",
        "\u3000",
        "|",
        "……",
        "“",
        "来源：",
        "（）",
        "《》（）",
        "作者：",
        "2022年13月45日",
        "\x00",
        "\U00020000",
        "abc",
    ]
)


def article_of(text: str) -> Article:
    return build_article(Restored(Decoded(text, ())), "0" * 64, Origin())


def page_ids(page: dict[str, Any]) -> str:
    return str(page["why"])


@pytest.mark.parametrize("page", CASES["pages"], ids=page_ids)
def test_every_line_is_what_it_is(page: dict[str, Any]) -> None:
    article = article_of("\n\n".join(line for _, line in page["lines"]))
    assert [[paragraph.kind.value, paragraph.text] for paragraph in article.paragraphs] == page["lines"]


@pytest.mark.parametrize("page", CASES["pages"], ids=page_ids)
def test_what_the_page_says_of_itself_is_read(page: dict[str, Any]) -> None:
    article = article_of("\n".join(line for _, line in page["lines"]))
    assert {field: getattr(article, field) for field in FIELDS} == {field: page[field] for field in FIELDS}
    for field in ("published", "republished"):
        day = getattr(article, field)
        assert (day and [day.value, list(day.inferred)]) == page[field]


@given(st.lists(LINES, max_size=25).map("\n".join) | st.text(alphabet="中文。，\n 　“”（）|>：12", max_size=60))
def test_every_line_that_is_not_blank_is_in_one_paragraph(text: str) -> None:
    article = article_of(text)
    assert [paragraph.text for paragraph in article.paragraphs] == [
        line.strip() for line in text.split("\n") if line.strip()
    ]
    spans = [span for paragraph in article.paragraphs for span in paragraph.spans]
    assert all(earlier.end <= later.start for earlier, later in pairwise(spans))
    for paragraph in article.paragraphs:
        assert "".join(text[span.start : span.end] for span in paragraph.spans) == paragraph.text


@given(st.lists(LINES, max_size=25).map("\n".join))
def test_the_fields_are_words_of_the_page(text: str) -> None:
    article = article_of(text)
    page = "".join(text.split())
    for field in (article.title, article.subtitle, article.kicker, article.origin_source, article.republished_by):
        assert field is None or "".join(field.split()) in page
    for name in [*(article.author or "").split("、"), *(article.editor or "").split("、")]:
        assert "".join(name.split()) in page


@given(st.lists(LINES, max_size=25).map("\n".join))
def test_a_title_stands_above_the_text(text: str) -> None:
    kinds = [paragraph.kind for paragraph in article_of(text).paragraphs]
    if Kind.TITLE in kinds and Kind.BODY in kinds:
        last_title = len(kinds) - 1 - kinds[::-1].index(Kind.TITLE)
        assert Kind.HEADING not in kinds[:last_title]


def test_an_empty_text_has_no_paragraphs() -> None:
    article = article_of("")
    assert article.paragraphs == ()
    assert article.title is None


def test_the_script_is_that_of_the_article_and_not_of_its_furniture() -> None:
    farm = "|".join(["东山县", "华阴县", "开阳县", "龙门县", "凤台县", "桦甸县", "饶阳县", "灵宝县"] * 30)
    text = "濱河區召開動員大會，會上強調要把群眾的小事當作大事來辦，說到做到。\n\n" + farm
    article = article_of(text)
    assert article.paragraphs[-1].kind is Kind.FURNITURE
    assert article.script is Script.TRADITIONAL
