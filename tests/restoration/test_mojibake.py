"""Text read in the wrong encoding: what bytes determine comes back, what they do not is marked, good text stays."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import LOST_CHARACTER, Certainty, Decoded, Restored, apply_edits
from reader.restoration.entities import find_entities
from reader.restoration.escapes import find_escapes
from reader.restoration.invisibles import find_invisibles
from reader.restoration.misread.mojibake import find_mojibake
from reader.restoration.passes import carry_out

CASES = json.loads((Path(__file__).parents[1] / "cases" / "encodings.json").read_text("utf-8"))
PASSES = (find_escapes, find_mojibake, find_invisibles, find_entities)
NOTICE = "会议强调，要全面贯彻落实防汛工作部署，加强值守，确保群众安全。"


def repaired(page: str) -> Restored:
    return carry_out(Decoded(page, ()), PASSES)


def named(group: str) -> list[object]:
    return [pytest.param(case, id=case["name"]) for case in CASES[group]]


@pytest.mark.parametrize("case", named("repaired"))
def test_a_page_read_in_the_wrong_encoding_comes_back(case: dict[str, str]) -> None:
    assert repaired(case["page"]).text == case["repaired"]


@pytest.mark.parametrize("case", named("clean"))
def test_good_text_stays_untouched(case: dict[str, str]) -> None:
    assert repaired(case["page"]).edits == ()
    assert repaired(f"{NOTICE}\n{case['page']}\n{NOTICE}").edits == ()


@pytest.mark.parametrize("case", named("lost"))
def test_what_is_lost_is_shown_lost(case: dict[str, str]) -> None:
    restored = repaired(case["page"])
    assert restored.text == case["repaired"]
    assert any(edit.certainty is Certainty.LOST for edit in restored.edits)


@pytest.mark.parametrize("case", named("repaired") + named("lost"))
def test_a_second_run_changes_nothing(case: dict[str, str]) -> None:
    assert repaired(repaired(case["page"]).text).edits == ()


def test_an_inferred_character_is_doubtful_and_names_its_rival() -> None:
    page = "落实好政策发展".encode().decode("gbk", errors="replace")
    (*certain, inferred) = find_mojibake(page)
    assert apply_edits(page, [*certain, inferred]) == "落实好政策发展"
    assert all(edit.certainty is Certainty.CERTAIN for edit in certain)
    assert inferred.certainty is Certainty.LIKELY
    assert [inferred.replacement[span.start : span.end] for span in inferred.doubtful] == ["展"]
    assert dict(inferred.reason.args)["runner_up"] not in ("", "展")


def test_a_misread_line_in_a_good_page_is_repaired_alone() -> None:
    misread = NOTICE.encode().decode("latin-1")
    page = f"{NOTICE}\n{misread}\n{NOTICE}"
    assert apply_edits(page, find_mojibake(page)) == f"{NOTICE}\n{NOTICE}\n{NOTICE}"


@pytest.mark.parametrize("wrong", ["latin-1", "mac_roman"])
@given(
    words=st.lists(
        st.sampled_from(["防汛", "工作", "安全", "部署", "加强", "2022年", "，", "GDP", "“", "”"]), min_size=6
    )
)
def test_single_bytes_lose_nothing(wrong: str, words: list[str]) -> None:
    text = "会议强调" + "".join(words) + "。"
    misread = text.encode().decode(wrong)
    assert apply_edits(misread, find_mojibake(misread)) == text


@given(st.text(alphabet="鏀跨瓥涓浗?\ufffdä¸­Ã€ÖÐ锟斤拷 a1\n的一\ue000\x80", max_size=60))
def test_whatever_stands_there_gives_sound_edits_without_surrogates(page: str) -> None:
    text = apply_edits(page, find_mojibake(page))
    assert not any("\ud800" <= character <= "\udfff" for character in text)


@pytest.mark.parametrize(
    "piece", [LOST_CHARACTER, "锟斤拷", "Ã", "Ã©", "ä¸", "鏀?", "鏀跨瓥", "笢", "&amp;", "\\u4e2d", "%E4", "\0"]
)
def test_repetition_is_read_once_through(piece: str) -> None:
    page = piece * 20_000
    assert len(apply_edits(page, find_mojibake(page))) <= len(page)
    assert len(apply_edits(page, find_escapes(page))) <= len(page)
