"""What a page says of its article is read from its head, its foot and its datelines, with the place of every field."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.export.json import clean_json
from reader.library.intake import read_bytes
from reader.model import Article, Decoded, Origin, Restored, Script
from reader.script.conversion import convert
from reader.structure.articles import build_article

CASES = json.loads((Path(__file__).parents[1] / "cases" / "metadata.json").read_text(encoding="utf-8"))
FIELDS = (
    "title",
    "subtitle",
    "kicker",
    "origin_source",
    "republished_by",
    "page",
    "author",
    "editor",
    "published",
    "republished",
    "reported_from",
    "document_number",
)
BODY = (
    "全市各级各部门深入开展作风建设，把群众的小事当作大事来办，一年办结三千余件，好评率稳步上升，群众的满意度明显提高。\n"
    "滨河区聚焦项目建设，持续优化营商环境，推动经济社会高质量发展取得新的成效，多项主要指标位居全市前列。\n"
    "下一步，这个区还将建立长效机制，让干部沉到一线解决问题，把好的做法固定下来，一件接着一件办，一年接着一年干。"
)
"""Stands where a case has `¶`."""
NARROW = str.maketrans("，：；！？（）", ",:;!?()")


def text_of(page: dict[str, Any]) -> str:
    body = convert(BODY, Script.TAIWAN, Script.SIMPLIFIED) if page["traditional"] else BODY
    return "\n".join(page["lines"]).replace("¶", body)


def fields_of(article: Article) -> dict[str, str]:
    document = clean_json(article)
    found = {name: document[name] for name in FIELDS if document[name]}
    return {**found, "inferred": "year"} if document["published_inferred"] else found


def article_of(text: str) -> Article:
    return build_article(Restored(Decoded(text, ())), "0" * 64, Origin())


@pytest.mark.parametrize("page", CASES["pages"], ids=lambda page: str(page["why"]))
def test_the_fields_are_what_the_page_says(page: dict[str, Any]) -> None:
    assert fields_of(read_bytes(text_of(page).encode())) == page["fields"]


@pytest.mark.parametrize("page", CASES["pages"], ids=lambda page: str(page["why"]))
def test_the_fields_are_read_from_narrowed_punctuation_too(page: dict[str, Any]) -> None:
    narrowed = fields_of(article_of(text_of(page).translate(NARROW)))
    assert narrowed == {name: value.translate(NARROW) for name, value in page["fields"].items()}


@pytest.mark.parametrize("page", CASES["pages"], ids=lambda page: str(page["why"]))
def test_every_field_has_its_place_in_the_source(page: dict[str, Any]) -> None:
    article = read_bytes(text_of(page).encode())
    source = article.restored.source.text
    assert set(article.places) == {name for name in page["fields"] if name != "inferred"}
    for name, spans in article.places.items():
        words = [re.sub(r"\s", "", source[span.start : span.end]) for span in spans]
        if name in ("published", "republished"):
            year = page["fields"][name][:4]
            assert all(re.search(r"\d|[一二三四五六七八九十]", word) for word in words)
            assert page["fields"].get("inferred") is None or year in words[-1]
        else:
            assert "".join(words) == re.sub(r"[\s、]", "", page["fields"][name])


@pytest.mark.parametrize("gap", [" ", "  ", "\u3000\u3000"])
@pytest.mark.parametrize("head", CASES["one_line"], ids=lambda head: str(head["why"]))
def test_fields_are_told_apart_on_one_line(head: dict[str, Any], gap: str) -> None:
    found = fields_of(read_bytes(gap.join([*head["lines"], *BODY.split("\n")]).encode()))
    assert {name: found.get(name) for name in head["fields"]} == head["fields"]


@pytest.mark.parametrize(
    "sentence",
    [
        "2022年2月17日，记者王伟在现场看到，市民有序办事。",
        "据人民日报2月17日报道，多地出台措施。",
        "来源不明的资金，作者表示要严查。",
        "资金来源：财政拨款，责任编辑制度由此建立。",
        "记者：请问这项工作进展如何？",
        "国家电网2月17日电力供应平稳，居民用电有保障。",
        "互联网大会消息传来，大家十分振奋。",
        "软件已升级到2.0版，群众办事更快。",
    ],
)
def test_an_ordinary_sentence_is_no_metadata(sentence: str) -> None:
    body = BODY.split("\n")
    article = article_of("\n".join([body[0], sentence, body[1], body[2]]))
    assert fields_of(article) == {}


def test_a_page_without_a_year_has_no_day() -> None:
    article = article_of(f"滨河区召开作风建设大会\n滨河网2月17日讯（记者 林晓明）{BODY}")
    assert article.published is None
    assert "published" not in article.places


def test_a_year_that_is_only_remembered_is_not_that_of_the_page() -> None:
    article = article_of(f"滨河网10月17日讯（记者 林晓明）{BODY}\n2008年5月，这里曾经历一场地震，如今面貌一新。")
    assert article.published is None


@given(st.text(alphabet="来源作者编辑：:（）()《》【】/|2022年月日-版 　记者讯电王小明\n。", max_size=120))
def test_what_is_found_stands_in_the_page(text: str) -> None:
    article = article_of(text)
    for name, spans in article.places.items():
        assert spans, name
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert set(fields_of(article)) - {"inferred"} == set(article.places)
