"""OpenCC's configurations give what OpenCC gives."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

from reader.script.dictionaries import convert_by, groups

CONFIGURATIONS = ("s2t", "t2s", "s2tw", "tw2s", "s2hk", "hk2s", "t2tw", "t2hk", "s2twp", "tw2sp")
TEXTS = [
    path
    for folder in ("seeds", "tests/gold/texts", "tests/damage/texts")
    for path in sorted((Path(__file__).parents[2] / folder).glob("*.txt"))
]


@cache
def reference(configuration: str) -> OpenCC:
    return OpenCC(configuration)


@cache
def hard_words(configuration: str) -> tuple[str, ...]:
    """Phrases that say something else than their characters, and such as overlap them."""
    group = groups(configuration)[0]
    telling = sorted(group.telling)[::7]
    overlapping = [phrase for phrase in sorted(group.phrases)[::31] if any(c in phrase for c in "发干后里面系冲征")]
    return (*telling, *overlapping) or ("台灣", "裏面", "着", "衆")


@pytest.mark.parametrize("configuration", CONFIGURATIONS)
def test_texts_are_converted_as_opencc_converts_them(configuration: str) -> None:
    assert TEXTS
    for path in TEXTS:
        for line in path.read_text(encoding="utf-8").splitlines():
            for start in range(0, len(line), 2000):
                text = line[start : start + 2000]
                assert convert_by(configuration, text) == reference(configuration).convert(text)


@pytest.mark.parametrize("configuration", CONFIGURATIONS)
@given(data=st.data())
def test_words_that_overlap_and_touch_are_taken_in_the_order_of_opencc(configuration: str, data: st.DataObject) -> None:
    words = st.sampled_from(hard_words(configuration))
    piece = st.one_of(
        words,
        st.builds(lambda word, cut: word[cut:], words, st.integers(1, 3)),
        st.builds(lambda word, cut: word[:-cut], words, st.integers(1, 3)),
        st.sampled_from(["，", "。\n", " ", "a", "1", "-", "的", "了", "\U0001f600", "𠀀", "[", "\\"]),
    )
    text = "".join(data.draw(st.lists(piece, max_size=12)))
    assert convert_by(configuration, text) == reference(configuration).convert(text)


def test_a_run_of_phrases_that_overlap_each_other_is_taken_from_its_longest() -> None:
    assert convert_by("s2t", "相冲突") == reference("s2t").convert("相冲突") == "相沖突"
