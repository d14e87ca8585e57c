"""Long paragraphs are cut into blocks where it does not show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.typesetting.blocks import BLOCK_LENGTH, cut_blocks
from reader.typesetting.graphemes import grapheme_starts
from reader.typesetting.heights import Heights
from reader.typesetting.prohibitions import allowed_breaks
from tests.typesetting.texts import PROSE, texts


@given(texts(300), st.integers(40, 80))
def test_blocks_cover_the_text_and_never_split_a_grapheme(text: str, length: int) -> None:
    cuts = cut_blocks(text, length)
    assert "".join(text[start:end] for start, end in cuts) == text
    assert all(start < end <= start + length for start, end in cuts) or not text
    assert all(grapheme_starts(text)[end] for _, end in cuts)


def test_prose_is_cut_after_sentences() -> None:
    text = PROSE * 200
    cuts = cut_blocks(text)
    assert len(cuts) > 1
    assert all(text[:end].rstrip("”’）》")[-1] in "。！？…" for _, end in cuts)
    assert all(end - start > BLOCK_LENGTH // 2 for start, end in cuts[:-1])


@pytest.mark.parametrize("text", ["x" * 9_000, "。" * 9_000, "汉字" * 5_000, "1,234" * 3_000])
def test_a_text_without_sentences_is_cut_all_the_same(text: str) -> None:
    cuts = cut_blocks(text)
    assert [start for start, _ in cuts[1:]] == [end for _, end in cuts[:-1]]
    assert all(end - start <= BLOCK_LENGTH for start, end in cuts)


def test_chinese_without_sentence_ends_is_cut_where_a_row_may_end() -> None:
    text = "长风破浪会有时，直挂云帆济沧海，" * 600
    assert all(allowed_breaks(text)[end] for _, end in cut_blocks(text))


@given(st.lists(st.integers(0, 9), max_size=40), st.data())
def test_heights_are_those_of_plain_sums(heights: list[int], data: st.DataObject) -> None:
    tree = Heights(heights)
    for _ in range(5):
        if heights:
            index = data.draw(st.integers(0, len(heights) - 1))
            heights[index] = data.draw(st.integers(0, 9))
            tree.change(index, heights[index])
        assert tree.total == sum(heights)
        assert [tree.before(index) for index in range(len(heights) + 1)] == [
            sum(heights[:index]) for index in range(len(heights) + 1)
        ]
        rows = [index for index, height in enumerate(heights) for _ in range(height)]
        assert [tree.find(row) for row in range(len(rows))] == rows
        assert tree.find(len(rows)) == len(heights)
