"""What a page puts around an article is told from it, says why, and can be taken back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reader.library.intake import apply_refusals, read_bytes
from reader.library.refusals import Refusal
from reader.messages import sentences
from reader.model import LOST_CHARACTER, Article, Kind, Script, Span
from reader.script.conversion import convert

CASES = json.loads((Path(__file__).parents[1] / "cases" / "furniture.json").read_text(encoding="utf-8"))
OUTSIDE = (Kind.FURNITURE, Kind.BYLINE)
"""What the lines around an article may be."""


def article_of(text: str) -> Article:
    return read_bytes(text.encode("utf-8"), encoding="utf-8")


def why(case: dict[str, Any]) -> str:
    return str(case["why"])


def lines_of(page: dict[str, Any]) -> list[str]:
    return [*page["above"], *page["article"], *page["below"]]


def outside(article: Article) -> list[str]:
    return [paragraph.text for paragraph in article.paragraphs if paragraph.kind in OUTSIDE]


@pytest.mark.parametrize("page", CASES["pages"], ids=why)
def test_everything_around_an_article_is_furniture_and_nothing_of_it(page: dict[str, Any]) -> None:
    article = article_of("\n\n".join(lines_of(page)))
    assert outside(article) == [*page["above"], *page["below"]]


@pytest.mark.parametrize("page", CASES["pages"], ids=why)
def test_the_same_holds_in_traditional(page: dict[str, Any]) -> None:
    lines = [convert(line, Script.TRADITIONAL, Script.SIMPLIFIED) for line in lines_of(page)]
    around = [convert(line, Script.TRADITIONAL, Script.SIMPLIFIED) for line in [*page["above"], *page["below"]]]
    assert outside(article_of("\n".join(lines))) == around


@pytest.mark.parametrize("page", CASES["articles"], ids=why)
def test_an_article_about_what_furniture_is_about_stays_whole(page: dict[str, Any]) -> None:
    article = article_of("\n".join(page["lines"]))
    assert [paragraph.text for paragraph in article.paragraphs if paragraph.kind is Kind.FURNITURE] == []
    assert [paragraph.text for paragraph in article.paragraphs] == page["lines"]


@pytest.mark.parametrize("page", CASES["glued"], ids=why)
def test_furniture_glued_to_the_text_is_a_paragraph_of_its_own(page: dict[str, Any]) -> None:
    article = article_of("".join(text for _, text in page["pieces"]))
    told = [
        ("outside" if p.kind in OUTSIDE else "body", p.text) for p in article.paragraphs if p.kind is not Kind.TITLE
    ]
    assert told == [(kind, text.strip()) for kind, text in page["pieces"]]


def test_furniture_says_why_and_nothing_else_does() -> None:
    for page in CASES["pages"]:
        for paragraph in article_of("\n".join(lines_of(page))).paragraphs:
            assert (paragraph.reason is not None) == (paragraph.kind is Kind.FURNITURE)
            assert paragraph.reason is None or f"reason.{paragraph.reason.code}" in sentences("en")


def test_furniture_that_is_taken_back_is_body_and_stays_so() -> None:
    article = article_of("\n".join(lines_of(CASES["pages"][0])))
    index = next(i for i, paragraph in enumerate(article.paragraphs) if paragraph.kind is Kind.FURNITURE)
    refusal = Refusal.of_furniture(article, index)
    rebuilt = apply_refusals(article, [refusal])
    assert rebuilt.paragraphs[index].kind is Kind.BODY
    assert rebuilt.paragraphs[index].reason is None
    others = [p for i, p in enumerate(article.paragraphs) if i != index]
    assert [p for i, p in enumerate(rebuilt.paragraphs) if i != index] == others
    assert apply_refusals(rebuilt, []) == article


def test_a_refusal_over_other_words_takes_nothing_back() -> None:
    article = article_of("\n".join(lines_of(CASES["pages"][0])))
    index = next(i for i, paragraph in enumerate(article.paragraphs) if paragraph.kind is Kind.FURNITURE)
    refusal = Refusal.of_furniture(article, index)
    elsewhere = Refusal(
        refusal.fix, Span(refusal.source.start + 1, refusal.source.end + 1), refusal.before, refusal.after
    )
    assert apply_refusals(article, [elsewhere]) == article


def test_a_page_of_which_all_is_lost_is_shown_as_lost() -> None:
    [paragraph] = article_of("锟斤拷" * 5).paragraphs
    assert paragraph.kind not in OUTSIDE
    assert set(paragraph.text) == {LOST_CHARACTER}
