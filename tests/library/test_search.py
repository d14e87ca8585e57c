"""Search finds what a brute-force look at the folded text finds, and shows it as written."""

from __future__ import annotations

import gc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library import search as searching
from reader.library.intake import read_bytes
from reader.library.locations import samples
from reader.library.search import CONTEXT, find_in, search
from reader.model import Article, Passage
from reader.script.folding import fold

ALPHABET = "军軍规規着著 　ａA1，,"
LINES = st.lists(st.text(alphabet=ALPHABET, min_size=1, max_size=20), max_size=4)
QUERIES = st.text(alphabet=ALPHABET, max_size=4)


def article_of(*lines: str) -> Article:
    return read_bytes("\n\n".join(lines).encode())


def brute_force(article: Article, query: str) -> list[Passage]:
    wanted = fold(query).strip()
    found = []
    for index, paragraph in enumerate(article.paragraphs):
        at = 0
        while wanted and at + len(wanted) <= len(paragraph.text):
            if fold(paragraph.text[at : at + len(wanted)]) == wanted:
                found.append(Passage(index, at, at + len(wanted)))
                at += len(wanted)
            else:
                at += 1
    return found


@given(LINES, QUERIES)
def test_find_in_equals_brute_force(lines: list[str], query: str) -> None:
    article = article_of(*lines)
    assert find_in(article, query) == brute_force(article, query)


@given(st.lists(LINES, max_size=3), QUERIES, st.integers(0, 5))
def test_search_equals_finding_in_each(texts: list[list[str]], query: str, limit: int) -> None:
    articles = [article_of(*lines) for lines in texts]
    every = [(article, passage) for article in articles for passage in find_in(article, query)]
    found = search(articles, query, limit)
    assert found.count == len(every) == sum(count for _, count in found.counts)
    assert [(hit.article, hit.passage) for hit in found.hits] == every[:limit]


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("踐行十二條軍規，轉變作風。", "军规"),
        ("践行十二条军规，转变作风。", "軍規"),
        ("着力提升ＧＤＰ增速", "著力提升gdp"),
        ("增长５０％以上", "50%"),
        ("這裡和這裏", "这里"),
    ],
)
def test_script_width_and_case_do_not_matter(text: str, query: str) -> None:
    assert find_in(article_of(text), query)


def test_spaces_around_a_query_do_not_matter_and_an_empty_one_finds_nothing() -> None:
    article = article_of("践行十二条军规")
    assert find_in(article, " 军规　") == find_in(article, "军规") != []
    assert find_in(article, "") == find_in(article, " 　") == []
    assert search([article], " ").count == 0


def test_annotations_that_were_removed_are_no_obstacle() -> None:
    article = next(read_bytes(path.read_bytes()) for path in samples() if path.name.startswith("001"))
    passages = find_in(article, "十二条军规")
    assert [article.text_of(passage) for passage in passages] == ["十二條軍規"] * len(passages) != []


def test_a_hit_shows_the_words_around_it_as_written() -> None:
    hit = search([article_of("全面推行河道長制，踐行十二條軍規，轉變作風。")], "军规").hits[0]
    assert (hit.before, hit.text, hit.after) == ("全面推行河道長制，踐行十二條", "軍規", "，轉變作風。")
    far = search([article_of("前" * 50 + "軍規" + "後" * 50)], "军规").hits[0]
    assert (far.before, far.after) == ("前" * CONTEXT, "後" * CONTEXT)


def test_what_is_kept_for_an_article_goes_with_it() -> None:
    article = article_of("践行十二条军规")
    find_in(article, "军规")
    key = id(article)
    assert key in searching._folded
    del article
    gc.collect()
    assert key not in searching._folded
