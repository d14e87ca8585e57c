"""The reader's own words and patterns are found in every script, width and case."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.watching import Colour, Refused, Watched, Watcher
from reader.model import Article, Kind, Passage, Span
from reader.script.folding import fold
from tests.articles import article_of_lines

ALPHABET = "市南区區更新Aａ1 。"


def found_in(article: Article, *entries: Watched) -> dict[str, tuple[Passage, ...]]:
    return {one.watched.text: one.passages for one in Watcher(entries).find(article)}


@pytest.mark.parametrize(
    ("entry", "line", "expected"),
    [
        (Watched("营商环境"), "優化營商環境", ["營商環境"]),
        (Watched("營商環境"), "优化营商环境", ["营商环境"]),
        (Watched("rcep"), "RCEP與ＲＣＥＰ", ["RCEP", "ＲＣＥＰ"]),
        (Watched("区"), "市南区、市北区", ["区", "区"]),
        (Watched("人人"), "人人人", ["人人"]),
        (Watched("（试行）"), "办法(試行)", ["(試行)"]),
        (Watched(r"第[一二三]+批", is_pattern=True), "第一批、第二批與第四批", ["第一批", "第二批"]),
        (Watched("環.保护", is_pattern=True), "环境保護", ["环境保護"]),
        (Watched(r"（试行）", is_pattern=True), "办法(试行)", ["(试行)"]),
        (Watched(r"\d+号\S", is_pattern=True), "19号文、２０號令", ["19号文", "２０號令"]),
        (Watched("gdp", is_pattern=True), "ＧＤＰ与GDP", ["ＧＤＰ", "GDP"]),
        (Watched("x*", is_pattern=True), "没有", []),
        (Watched("   "), "三个 空格", []),
    ],
)
def test_what_stands_there_is_found_as_it_is_written(entry: Watched, line: str, expected: list[str]) -> None:
    article = article_of_lines([line])
    assert [article.text_of(passage) for passage in found_in(article, entry).get(entry.text, ())] == expected


def test_words_inside_each_other_are_counted_each_by_itself() -> None:
    found = found_in(article_of_lines(["市南区与市南"]), Watched("市南"), Watched("市南区"))
    assert {text: len(passages) for text, passages in found.items()} == {"市南": 2, "市南区": 1}


def test_furniture_is_not_looked_at() -> None:
    article = article_of_lines(["城市更新", "城市更新"], [Kind.BODY, Kind.FURNITURE])
    assert found_in(article, Watched("城市更新")) == {"城市更新": (Passage(0, 0, 4),)}


@pytest.mark.parametrize("pattern", ["(a", "(?=x)", r"(a)\1", "[z-a]", "a{5000}"])
def test_a_pattern_that_the_engine_refuses_is_named_and_the_rest_goes_on(pattern: str) -> None:
    watcher = Watcher([Watched(pattern, is_pattern=True), Watched("更新"), Watched("更.", is_pattern=True)])
    (refused,) = watcher.refused
    assert isinstance(refused, Refused)
    assert refused.pattern == pattern
    assert refused.reason
    assert [one.watched.text for one in watcher.find(article_of_lines(["城市更新"]))] == ["更新", "更."]


def test_a_pattern_that_would_go_back_and_forth_for_ever_ends() -> None:
    article = article_of_lines(["甲" * 50_000])
    assert found_in(article, Watched("(甲+)+乙", is_pattern=True)) == {}


def test_of_marks_that_overlap_the_longer_one_is_seen() -> None:
    watcher = Watcher([Watched("市南", colour=Colour.BLUE), Watched("市南区", colour=Colour.RED), Watched("区城")])
    assert watcher.marks("市南区城市更新") == ((Span(0, 3), Colour.RED),)


@given(st.text(ALPHABET, max_size=60), st.lists(st.text(ALPHABET, min_size=1, max_size=4), max_size=6, unique=True))
def test_words_are_found_as_one_after_the_other_would_be(line: str, words: list[str]) -> None:
    article = article_of_lines([line or "空"])
    text = fold(article.paragraphs[0].text)
    for entry, passages in (
        (one.watched, one.passages) for one in Watcher([Watched(word) for word in words]).find(article)
    ):
        assert len(passages) == text.count(fold(entry.text).strip())
    watched = {fold(word).strip() for word in words}
    seen = {fold(one.watched.text).strip() for one in Watcher([Watched(word) for word in words]).find(article)}
    assert seen == {word for word in watched if word and word in text}
