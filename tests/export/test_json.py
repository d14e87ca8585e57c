"""JSON is what its schema documents say, and its offsets lead to the words."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from reader.analysis.digest import digest
from reader.export.json import (
    CLEAN_SCHEMA,
    DIGEST_SCHEMA,
    clean_json,
    digest_json,
    json_document,
    schema_document,
)
from reader.library.intake import read
from reader.library.locations import samples
from reader.library.problems import Problem
from tests.export.articles import full_article, full_digest

PROBLEM = Problem("没有\udcff.txt", "missing")


def _parsed(schema: str, articles: list[Any]) -> dict[str, Any]:
    text = "".join(json_document(schema, [*articles, PROBLEM]))
    assert text.encode("utf-8")
    document: dict[str, Any] = json.loads(text)
    return document


@pytest.mark.parametrize("name", ["clean", "digest"])
def test_the_schema_documents_are_schemas(name: str) -> None:
    Draft202012Validator.check_schema(schema_document(name))


def test_a_full_article_fits_the_schema() -> None:
    document = _parsed(CLEAN_SCHEMA, [clean_json(full_article())])
    Draft202012Validator(schema_document("clean")).validate(document)
    assert document["errors"][0]["path"] == "没有\ufffd.txt"
    assert document["articles"][0]["published"] == "2022-11-07"
    assert document["articles"][0]["published_inferred"] == ["year"]


def test_a_full_digest_fits_the_schema() -> None:
    document = _parsed(DIGEST_SCHEMA, [digest_json(full_article(), full_digest())])
    Draft202012Validator(schema_document("digest")).validate(document)
    money, third, date = document["articles"][0]["figures"]
    assert (money["value"], money["upper"], third["value"], date["value"]) == ("37200000000", "-1", "1/3", "XXXX-03-03")
    stated, lexicon = document["articles"][0]["slogans"][0]["members"]
    assert stated["paragraph"] == 1 and lexicon["paragraph"] is None and lexicon["source"] is None


def test_a_field_too_many_or_too_few_does_not_fit() -> None:
    article = clean_json(full_article())
    fitting = Draft202012Validator(schema_document("clean"))
    del article["page"]
    assert not fitting.is_valid(_parsed(CLEAN_SCHEMA, [article]))
    assert not fitting.is_valid(_parsed(CLEAN_SCHEMA, [{**clean_json(full_article()), "more": 1}]))


def test_no_article_at_all_fits_too() -> None:
    for schema, name in ((CLEAN_SCHEMA, "clean"), (DIGEST_SCHEMA, "digest")):
        Draft202012Validator(schema_document(name)).validate(json.loads("".join(json_document(schema, []))))


@pytest.mark.parametrize("sample", samples(), ids=lambda path: path.name[:3])
def test_the_samples_fit_and_their_offsets_lead_to_the_words(sample: Any) -> None:
    article = read(sample)
    findings = digest(article, words=False)
    cleaned, found = clean_json(article), digest_json(article, findings)
    Draft202012Validator(schema_document("clean")).validate(_parsed(CLEAN_SCHEMA, [cleaned]))
    Draft202012Validator(schema_document("digest")).validate(_parsed(DIGEST_SCHEMA, [found]))
    source = article.restored.source.text
    for edit in cleaned["edits"]:
        assert source[edit["start"] : edit["end"]] == edit["before"]
    for figure in found["figures"]:
        words = cleaned["paragraphs"][figure["paragraph"]]["text"][figure["start"] : figure["end"]]
        assert words == figure["text"]
    for slogan in found["slogans"]:
        for member in (member for member in slogan["members"] if member["paragraph"] is not None):
            words = cleaned["paragraphs"][member["paragraph"]]["text"][member["start"] : member["end"]]
            assert words == member["text"]


def test_the_script_that_is_printed_changes_no_offset() -> None:
    article = full_article()
    written, plain = clean_json(article, lambda text: "字" * len(text)), clean_json(article)
    assert [p["text"] for p in written["paragraphs"]] == ["字" * len(p["text"]) for p in plain["paragraphs"]]
    assert [p["source"] for p in written["paragraphs"]] == [p["source"] for p in plain["paragraphs"]]
    assert written["edits"] == plain["edits"]
