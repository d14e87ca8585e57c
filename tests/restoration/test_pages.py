"""The repairs of the sample pages, each checked by hand against what its sentence must say, and single cases."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from reader.export.reasons import reason_sentences
from reader.model import Certainty, Decoded, Restored
from reader.restoration.decoding import decode
from reader.restoration.passes import byte_passes, carry_out, restore

ROOT = Path(__file__).parents[2]
CASES: dict[str, list[dict[str, Any]]] = json.loads((ROOT / "tests/cases/byte_repair.json").read_text("utf-8"))
TONES = re.compile("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]")


@cache
def source(page: str) -> Decoded:
    (path,) = (ROOT / "seeds").glob(f"{page}_*.txt")
    return decode(path.read_bytes())


@cache
def cleaned(page: str) -> Restored:
    return restore(source(page))


def repaired(text: str) -> Restored:
    return carry_out(Decoded(text, ()), byte_passes(text))


def named(cases: list[dict[str, Any]]) -> list[Any]:
    return [pytest.param(case, id=case["name"]) for case in cases]


@pytest.mark.parametrize("case", CASES["seeds"], ids=lambda case: f"{case['page']} {case['repaired']}")
def test_a_damaged_place_of_a_sample_says_what_was_published(case: dict[str, Any]) -> None:
    # Annotations and indents are no part of these excerpts.
    plain = re.sub(r"(?<![?])\([^()?\u4e00-\u9fff]{1,7}\)", "", source(case["page"]).text)
    wanted = re.sub(r"(?<![?])\([^()?\u4e00-\u9fff]{1,7}\)", "", case["source"])
    assert wanted in plain
    assert case["repaired"] in cleaned(case["page"]).text


@pytest.mark.parametrize(("page", "runs"), [("000", 0), ("001", 6), ("002", 18), ("003", 0), ("004", 0)])
def test_every_run_of_a_sample_is_repaired_and_nothing_else(page: str, runs: int) -> None:
    codes = [{reason.code for reason in edit.reason.flat()} for edit in cleaned(page).edits]
    assert sum(bool(found & {"shift.closed", "straddle.closed"}) for found in codes) == runs


@pytest.mark.parametrize(("page", "annotations"), [("000", 0), ("001", 436), ("002", 381), ("003", 204), ("004", 0)])
def test_no_annotation_is_left(page: str, annotations: int) -> None:
    readings = re.findall(r"\(([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}) ?\)", source(page).text)
    assert len(readings) == annotations
    assert not TONES.search(cleaned(page).text)


@pytest.mark.parametrize("page", ["000", "001", "002", "003", "004"])
def test_no_sample_keeps_private_characters_tags_or_lost_ones(page: str) -> None:
    assert not re.search("[\ue000-\uf8ff\ufffd<]|/p>|/h2>", cleaned(page).text)


@pytest.mark.parametrize("page", ["000", "001", "002", "003", "004"])
def test_cleaning_again_changes_nothing(page: str) -> None:
    text = cleaned(page).text
    assert repaired(text).edits == ()


def test_the_sample_that_was_never_damaged_is_left_alone() -> None:
    assert repaired(source("000").text).edits == ()


def test_an_inferred_byte_is_named_with_the_runner_up_and_marks_only_its_character() -> None:
    restored = repaired("網(wǎng)絡會(huì)議動(dòng)員：“打贏硬仗?！笔心蠀^(qū)委")
    (edit,) = [edit for edit in restored.edits if edit.certainty is Certainty.LIKELY]
    assert [edit.replacement[span.start : span.end] for span in edit.doubtful] == ["。"]
    reason = edit.reason.flat()[0]
    assert reason.code == "byte.inferred"
    assert dict(reason.args)["byte"] == "A1"
    assert dict(reason.args)["runner_up"] not in ("", "。")


def test_a_reading_that_decides_every_byte_makes_a_repair_certain() -> None:
    restored = repaired("網(wǎng)絡點(diǎn)贊《人民日?qǐng)?bào)》")
    (edit,) = [edit for edit in restored.edits if edit.fix == "straddle"]
    assert (edit.replacement, edit.certainty) == ("報", Certainty.CERTAIN)


def test_a_lost_digit_makes_a_repair_lost() -> None:
    restored = repaired(CASES["must_change"][0]["page"])
    assert Certainty.LOST in {edit.certainty for edit in restored.edits}


@pytest.mark.parametrize("case", named(CASES["must_change"]))
def test_it_is_repaired(case: dict[str, Any]) -> None:
    assert repaired(case["page"]).text == case["repaired"]


@pytest.mark.parametrize("case", named(CASES["must_not_change"]))
def test_it_is_left_alone(case: dict[str, Any]) -> None:
    text = repaired(case["page"]).text
    assert case["only"] in text if "only" in case else text == case["page"]


@pytest.mark.parametrize("page", ["001", "002", "003"])
def test_an_edit_can_be_refused_alone(page: str) -> None:
    restored = cleaned(page)
    for index in range(0, len(restored.edits), 25):
        edit = restored.edits[index]
        span = restored.replacement_span(index)
        before = source(page).text[edit.start : edit.end]
        expected = restored.text[: span.start] + before + restored.text[span.end :]
        assert restored.without(edit).text == expected


@pytest.mark.parametrize("page", ["000", "001", "002", "003", "004"])
def test_every_reason_has_its_sentence(page: str) -> None:
    for edit in cleaned(page).edits:
        assert all(reason_sentences(edit, source(page).text))
