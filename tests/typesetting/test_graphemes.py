"""What a reader takes for one character is found as Unicode says."""

from __future__ import annotations

import itertools

import pytest

from reader.typesetting.graphemes import grapheme_starts


@pytest.mark.parametrize(
    "graphemes",
    [
        ["网", "e\u0301", "络"],
        ["👨\u200d👩\u200d👧", "好"],
        ["👍\U0001f3fd", "👍"],
        ["❤\ufe0f", "1\ufe0f\u20e3"],
        ["🇨🇳", "🇫🇷", "🇩"],
        ["葛\U000e0100", "城"],
        ["\u1112\u1161\u11ab", "\u1100\u1161", "각\u11a8", "가", "나"],
        ["ก็", "ดี"],
        ["\r\n", "\n", "\r", "甲"],
        ["\u0301", "甲"],
        ["\x00", "\u0301"],
        ["a", "\u200b", "b"],
        ["か\u3099", "a\u200d", "b"],
    ],
)
def test_graphemes_are_kept_whole(graphemes: list[str]) -> None:
    text = "".join(graphemes)
    starts = [offset for offset, begins in enumerate(grapheme_starts(text)[:-1]) if begins]
    cuts = [*starts, len(text)]
    assert [text[start:end] for start, end in itertools.pairwise(cuts)] == graphemes
