"""No character of an article is obeyed by a terminal, and none is hidden."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.export.visible import visible, visible_lines

HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def test_every_hidden_or_obeyed_character_is_shown() -> None:
    left = [hex(code) for code in range(0x110000) if unicodedata.category(visible(chr(code))) in HIDDEN]
    assert left == []


def test_every_other_character_but_the_lost_one_stays() -> None:
    changed = [
        hex(code)
        for code in range(0x110000)
        if unicodedata.category(chr(code)) not in HIDDEN | {"Cn"} and visible("中" + chr(code)) != "中" + chr(code)
    ]
    assert changed == ["0xfffd"]


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("\x1b\x9b\u202e\u200d\ufe0f🙂👩中"))))
def test_the_length_stays_and_showing_twice_changes_nothing(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert visible(shown) == shown
    assert not HIDDEN & {unicodedata.category(c) for c in shown.replace("\u200d", "")}


@pytest.mark.parametrize("text", ["👩\u200d💻", "❤\ufe0f\u200d🔥", "葛\U000e0100城", "〔无题〕“两会”——……"])
def test_pictures_made_of_several_characters_stay(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]52;c;ZXZpbA==\x07", "␛]52;c;ZXZpbA==␇"),
        ("\x9b2J", "␦2J"),
        ("市\u200b南\ufeff", "市␦南␦"),
        ("中\u200d文", "中␦文"),
        ("a\U000e0100", "a␦"),
        ("甲\n乙\t", "甲␊乙␉"),
        ("\x00\x7f\ufffd", "␀␡〓"),
    ],
)
def test_what_is_hidden_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_lines_stay_lines() -> None:
    assert visible_lines("甲\r\n\t乙\x1b") == "甲␍\n\t乙␛"
