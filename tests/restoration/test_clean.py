"""Sound texts that look damaged: nothing of them but white space changes, by themselves or inside an article."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reader.model import Decoded
from reader.restoration.decoding import decode
from reader.restoration.gbk import FULL_WIDTH
from reader.restoration.passes import restore

CASES: dict[str, Any] = json.loads((Path(__file__).parents[1] / "cases/clean.json").read_text("utf-8"))
ALONE = "alone"


def named(cases: list[dict[str, str]]) -> list[Any]:
    return [pytest.param(case["text"], id=case["name"]) for case in cases]


def wrong_edits(text: str) -> list[tuple[str, str, str]]:
    """The edits to a text that change more than white space: rule, what stood there, what it became."""
    restored = restore(decode(text.encode()))
    edits = [(edit.fix, text[edit.start : edit.end], edit.replacement) for edit in restored.edits]
    return [edit for edit in edits if "".join(edit[1].split()) != "".join(edit[2].split())]


def page(text: str, around: str) -> str:
    """A text by itself, or in the middle of an article."""
    if around == ALONE:
        return text
    lines = CASES["around"][around]
    return "\n".join([*lines[:3], text, *lines[3:]])


@pytest.mark.parametrize("around", [ALONE, *CASES["around"]])
@pytest.mark.parametrize("text", named(CASES["clean"]))
def test_a_sound_text_keeps_every_character(text: str, around: str) -> None:
    assert wrong_edits(page(text, around)) == []


@pytest.mark.parametrize("text", named(CASES["typed_half_width"]))
def test_half_width_marks_that_somebody_typed_are_widened_and_nothing_else(text: str) -> None:
    # A page whose marks were folded looks the same: nothing in it tells who set them.
    edits = wrong_edits(text)
    assert edits
    assert {fix for fix, _, _ in edits} == {"punctuation"}
    assert all(before.translate(FULL_WIDTH) == after for _, before, after in edits)


@pytest.mark.parametrize("text", named(CASES["clean"]))
def test_cleaning_a_sound_text_again_changes_nothing(text: str) -> None:
    once = restore(Decoded(text, ())).text
    assert restore(Decoded(once, ())).edits == ()
