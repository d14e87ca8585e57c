"""Conversion keeps length, follows the words, and leaves genuine Traditional alone."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Script
from reader.script.conversion import convert
from reader.script.overlay import tables
from reader.script.wordwise import split_words

CASES: dict[str, list[list[str]]] = json.loads(
    (Path(__file__).parents[1] / "cases" / "conversion.json").read_text(encoding="utf-8")
)
SEEDS = Path(__file__).parents[2] / "seeds"

TEXTS = st.text(alphabet="国國发發干部幹乾后後里裏著着乾征徵了于余钟（ǎ)aＡ1，\n𠀀\U0001f600", max_size=40)


@pytest.mark.parametrize(("text", "expected"), CASES["to_traditional"])
def test_simplified_becomes_traditional_in_its_usual_forms(text: str, expected: str) -> None:
    assert convert(text, Script.TRADITIONAL, Script.SIMPLIFIED) == expected


@pytest.mark.parametrize(("text", "expected"), CASES["to_simplified"])
def test_traditional_becomes_simplified(text: str, expected: str) -> None:
    assert convert(text, Script.SIMPLIFIED, Script.TRADITIONAL) == expected


@pytest.mark.parametrize("name", ["taiwan", "hong_kong", "opencc"])
def test_regional_forms_are_those_of_the_region(name: str) -> None:
    for text, expected in CASES[f"to_{name}"]:
        assert convert(text, Script(name), Script.SIMPLIFIED) == expected


@given(TEXTS, st.sampled_from(list(Script)), st.sampled_from([None, *Script]), st.booleans())
@settings(max_examples=300)
def test_conversion_keeps_length_and_lines(text: str, to: Script, source: Script | None, overlay: bool) -> None:
    converted = convert(text, to, source, overlay=overlay)
    assert [len(line) for line in converted.split("\n")] == [len(line) for line in text.split("\n")]


@given(TEXTS)
def test_genuine_traditional_is_never_converted_to_traditional(text: str) -> None:
    assert convert(text, Script.TRADITIONAL, Script.TRADITIONAL) == text
    assert convert(text, Script.OPENCC, Script.TRADITIONAL) == text


def test_genuine_traditional_is_recognised_without_being_told() -> None:
    text = "委員會準用前項規定，由製造部門製作樣品，關係人應於三日內聯繫。"
    assert convert(text, Script.TRADITIONAL) == text


@pytest.mark.parametrize("text", ["先后奮斗，考察干部", "關系到建筑業", "皇後幹涉若幹公裏"])
def test_a_machine_made_page_goes_to_traditional_through_simplified(text: str) -> None:
    simplified = convert(text, Script.SIMPLIFIED)
    assert convert(text, Script.TRADITIONAL) == convert(simplified, Script.TRADITIONAL, Script.SIMPLIFIED)


def test_a_machine_made_page_reads_as_traditional_is_written() -> None:
    assert convert("先后奮斗，考察干部", Script.TRADITIONAL) == "先後奮鬥，考察幹部"


@pytest.mark.parametrize("name", ["000", "004"])
def test_a_simplified_article_stays_as_it_is_in_simplified(name: str) -> None:
    for line in next(SEEDS.glob(f"{name}_*")).read_text(encoding="utf-8").split("\n"):
        assert convert(line, Script.SIMPLIFIED, Script.SIMPLIFIED) == line


@pytest.mark.parametrize("name", ["000", "004"])
def test_a_simplified_article_comes_back_from_traditional(name: str) -> None:
    text = next(SEEDS.glob(f"{name}_*")).read_text(encoding="utf-8")
    for to in (Script.TRADITIONAL, Script.TAIWAN, Script.HONG_KONG):
        assert convert(convert(text, to, Script.SIMPLIFIED), Script.SIMPLIFIED, Script.SIMPLIFIED) == text


def test_without_the_overlay_opencc_speaks_for_itself() -> None:
    text = "保护发展，重大斗争，为群众核准"
    assert convert(text, Script.TRADITIONAL, Script.SIMPLIFIED, overlay=False) == "保護髮展，重大斗爭，爲羣衆覈准"


def test_every_entry_of_the_overlay_keeps_its_length() -> None:
    for table in tables().values():
        for old, new in table.items():
            assert len(old) == len(new)


def test_every_word_of_the_overlay_is_a_variant_of_itself() -> None:
    for word, mended in tables()["traditional"].items():
        if not word.startswith("乾"):
            assert convert(mended, Script.SIMPLIFIED, Script.TRADITIONAL) == word


@given(TEXTS)
def test_words_join_to_the_run(text: str) -> None:
    assert "".join(split_words(text)) == text


def test_opencc_is_imported_by_the_first_conversion_only() -> None:
    code = """
import sys
import reader.script.conversion
from reader.script.detection import detect_published_script

detect_published_script("國務院干部")
print("opencc" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (done.stdout.strip(), done.stderr) == ("False", "")
