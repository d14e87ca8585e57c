"""Sentences are found near a place, with the marks that close them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.typesetting import next_sentence, previous_sentence, sentence_at

TEXT = "起步冲刺，开局争先。“我们很满意！”——这是肯定。真的吗？！是……（见第3.5节）好。 完"
STARTS = [0, 10, 18, 24, 28, 31, 40]


def walk(text: str) -> list[int]:
    found, offset = [0], 0
    while (following := next_sentence(text, offset)) is not None:
        found.append(following)
        offset = following
    return found


def test_sentences_follow_each_other_without_gaps() -> None:
    starts = walk(TEXT)
    assert [TEXT[a:b] for a, b in zip(starts, [*starts[1:], len(TEXT)], strict=True)] == [
        "起步冲刺，开局争先。",
        "“我们很满意！”",
        "——这是肯定。",
        "真的吗？！",
        "是……",
        "（见第3.5节）好。 ",
        "完",
    ]


@pytest.mark.parametrize("offset", range(len(TEXT)))
def test_every_offset_lies_in_the_sentence_that_is_found_for_it(offset: int) -> None:
    span = sentence_at(TEXT, offset)
    assert span.start <= offset < span.end
    assert span.start in walk(TEXT)


def test_walking_back_meets_the_same_sentences() -> None:
    forth, back = walk(TEXT), []
    offset: int | None = len(TEXT)
    while offset is not None and (offset := previous_sentence(TEXT, offset)) is not None:
        back.append(offset)
    assert back[::-1] == forth


@given(st.text(alphabet="甲乙。！”… ", max_size=60), st.integers(0, 60))
def test_a_sentence_is_never_empty_and_never_runs_over_the_text(text: str, offset: int) -> None:
    span = sentence_at(text, offset)
    assert 0 <= span.start <= span.end <= len(text)
    assert span.length > 0 or not text


def test_a_text_without_sentence_ends_is_cut_so_that_no_look_takes_long() -> None:
    span = sentence_at("字" * 1_000_000, 700_000)
    assert span.start <= 700_000 < span.end
    assert span.length < 10_000
