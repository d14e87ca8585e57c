"""Every reason has a sentence that a careful editor would write."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import reader
from reader.export.reasons import explanation, furniture_sentence, reason_sentences, shown
from reader.library.intake import read
from reader.library.locations import samples
from reader.messages import choose_language, sentences
from reader.model import Certainty, Edit, Kind, Reason, Span

PACKAGE = Path(reader.__file__).parent


@pytest.fixture(params=["zh", "en"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    choose_language(request.param)
    yield request.param
    choose_language(None)


def _codes() -> set[str]:
    """The codes that stand as they are in the code of restoration."""
    calls = (
        node
        for path in (PACKAGE / "restoration").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("Reason.of", "Reason")
    )
    return {str(call.args[0].value) for call in calls if isinstance(call.args[0], ast.Constant)}


def test_every_code_has_its_sentence() -> None:
    codes = _codes()
    assert len(codes) > 15
    said = {key.removesuffix(".other") for key in sentences("en")}
    assert {f"reason.{code}" for code in codes} <= said


@pytest.mark.parametrize("name", ["zh", "en"])
def test_sentences_are_parts_of_a_line(name: str) -> None:
    reasons = {key: value for key, value in sentences(name).items() if key.startswith("reason.")}
    for key, sentence in reasons.items():
        assert not sentence.endswith((".", "。")), key
        assert not re.match("[A-Z][a-z]", sentence), key
        assert not re.search(r"\{count\}", sentence), f"{key} would need a singular and a plural"


def test_every_reason_of_the_samples_is_said_with_its_places_filled(language: str) -> None:
    for path in samples():
        article = read(path)
        source = article.restored.source.text
        for edit in article.edits:
            said = explanation(edit, source)
            assert said and not re.search("[{][a-z_]+[}]", said)
        for paragraph in article.paragraphs:
            if paragraph.kind is Kind.FURNITURE:
                assert paragraph.reason is not None and furniture_sentence(paragraph.reason)


CUT = Edit(
    2,
    7,
    "。”青島",
    "shift",
    Reason(
        "byte.inferred",
        (("byte", "A1"), ("character", "。"), ("runner_up", "常")),
        (Reason("shift.closed", (("count", "4"),)),),
    ),
    Certainty.LIKELY,
    (Span(0, 1),),
)


def test_a_shift_says_what_was_lost_where_and_what_the_bytes_give() -> None:
    choose_language("en")
    try:
        said = explanation(CUT, "看到?!鼻鄭u市")
    finally:
        choose_language(None)
    assert said == (
        "byte A1 lost before ！, inferred from the words around: 。 (next best: 常); "
        "decoded one byte off; re-decoding gives 。”青島"
    )


def test_a_byte_inside_a_run_is_said_of_its_character() -> None:
    choose_language("zh")
    try:
        inside = Reason("byte.inferred", (("byte", "FE"), ("character", "島"), ("runner_up", "市")))
        edit = Edit(2, 7, "。”青島", "shift", inside, Certainty.LIKELY, (Span(3, 4),))
        assert reason_sentences(edit, "看到?!鼻鄭u市") == ("「島」的字节 FE 丢失，据上下文补（次选「市」）",)
    finally:
        choose_language(None)


def test_several_bytes_are_said_to_be_several() -> None:
    lost = Reason("byte.inferred", (("byte", "A1 A3"), ("character", "。"), ("runner_up", "、")))
    edit = Edit(2, 9, "。\n", "straddle", lost, Certainty.LIKELY, (Span(0, 1),))
    choose_language("en")
    try:
        assert explanation(edit, "文化?shùn)?") == (
            "bytes A1 A3 of 。 lost, inferred from the words around (next best: 、)"
        )
    finally:
        choose_language(None)


def test_an_invisible_character_is_named_in_the_language_spoken() -> None:
    edit = Edit(1, 2, "", "invisible", Reason.of("invisible.removed", name="ZERO WIDTH SPACE"))
    unknown = Edit(1, 2, "", "invisible", Reason.of("invisible.removed", name="HAIR SPACE"))
    choose_language("zh")
    try:
        assert "零宽空格" in explanation(edit, "政\u200b策")
        assert "HAIR SPACE" in explanation(unknown, "政\u200a策")
    finally:
        choose_language(None)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        (" \u3000\u00a0", "␣□⍽"),
        ("\r\n\t", "␍⏎␉"),
        ("\u200b\u202e\x1b", "‹U+200B›‹U+202E›‹U+001B›"),
        ("\u2003", "‹U+2003›"),
        ("\ufffd", "〓"),
        ("六种精神，a-z。👩", "六种精神，a-z。👩"),
    ],
)
def test_what_has_no_picture_is_shown(text: str, seen: str) -> None:
    assert shown(text) == seen


def test_a_long_stretch_is_shown_by_its_ends() -> None:
    assert shown("甲" * 40 + "乙" * 40) == "甲" * 24 + "…" + "乙" * 24
