"""The other types: what their descriptions promise."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reader.model
from reader.model import (
    Article,
    Basis,
    Decoded,
    Kind,
    Member,
    Paragraph,
    PartialDate,
    Passage,
    Restored,
    Script,
    Segment,
    Slogan,
    SloganKind,
    Span,
    digested,
    number_text,
)
from tests.articles import bare_article


def test_every_type_is_frozen() -> None:
    for name in reader.model.__all__:
        item = getattr(reader.model, name)
        if dataclasses.is_dataclass(item):
            assert getattr(item, "__dataclass_params__").frozen, name  # noqa: B009


def test_segments_say_what_each_stretch_was_decoded_from() -> None:
    decoded = Decoded("甲乙abc", (Segment(0, 3, 9, "utf-8"), Segment(2, 9, 12, "gb18030")))
    assert decoded.encoding == "gb18030"
    assert decoded.segment_at(1) == decoded.segments[0]
    assert decoded.segment_at(4) == decoded.segments[1]


@pytest.mark.parametrize("starts", [(1,), (0, 0), (0, 3, 2)])
def test_segments_must_cover_the_text_in_order(starts: tuple[int, ...]) -> None:
    with pytest.raises(ValueError):
        Decoded("甲乙丙丁", tuple(Segment(start, 0, 1, "utf-8") for start in starts))


PIECES = st.lists(st.tuples(st.integers(0, 3), st.integers(1, 4)), min_size=1, max_size=4)


@given(PIECES, st.data())
def test_a_paragraph_is_the_join_of_its_spans_and_maps_to_them(
    pieces: list[tuple[int, int]], data: st.DataObject
) -> None:
    text = "".join(chr(0x4E00 + i) for i in range(40))
    spans, at = [], 0
    for gap, length in pieces:
        spans.append(Span(at + gap, at + gap + length))
        at += gap + length
    paragraph = Paragraph(Kind.BODY, "".join(text[s.start : s.end] for s in spans), tuple(spans))
    start = data.draw(st.integers(0, len(paragraph.text)))
    end = data.draw(st.integers(start, len(paragraph.text)))
    found = paragraph.to_restored(Span(start, end))
    assert "".join(text[s.start : s.end] for s in found) == paragraph.text[start:end]
    if start < len(paragraph.text):
        assert paragraph.from_restored(paragraph.to_restored(Span(start, start + 1))[0].start) is not None


def _article(restored: Restored, *paragraphs: Paragraph) -> Article:
    return bare_article(restored, paragraphs, script=Script.TRADITIONAL)


def test_an_article_finds_a_passage_from_its_source_and_back() -> None:
    restored = Restored(Decoded("甲乙\n丙丁", ()))
    article = _article(
        restored,
        Paragraph(Kind.TITLE, "甲乙", (Span(0, 2),)),
        Paragraph(Kind.FURNITURE, "丙丁", (Span(3, 5),)),
    )
    assert article.source_span(Passage(1, 0, 1)) == Span(3, 4)
    assert article.passages_of(Span(1, 4)) == (Passage(0, 1, 2), Passage(1, 0, 1))
    assert article.text_of(Passage(1, 1, 2)) == "丁"
    assert article.is_machine_converted
    assert digested(article.paragraphs) == [0]


def test_only_as_many_stated_members_as_declared_make_a_slogan_complete() -> None:
    place = Passage(0, 0, 1)
    stated = Member("甲", Basis.STATED, place)
    guessed = Member("乙", Basis.INFERRED, place)
    for members, complete in (((stated, stated), True), ((stated, guessed), False), ((stated,), False)):
        slogan = Slogan("双甲", SloganKind.NUMBERED, (place,), ("双甲",), members, declared=2)
        assert slogan.complete is complete
    assert not Slogan("甲", SloganKind.QUOTED, (place,), ("甲",)).complete


NOTATION = (
    "2022 XXXX-03-03 XXXX-Q1 XXXX-H1 REF_Y REF_Y-1 REF_Y-04 REF_Y-Q3 REF_Y/.. REF_D REF_D-1 XXXX-XX-26 "
    "T15:35 T09 XXXX-03-01/.. 2023-10"
)


@pytest.mark.parametrize("text", NOTATION.split())
def test_partial_dates_of_the_notation_are_taken(text: str) -> None:
    assert str(PartialDate(text)) == text


@pytest.mark.parametrize("text", ["", "3月", "22", "2022/2023/2024", "REF"])
def test_other_strings_are_no_partial_dates(text: str) -> None:
    with pytest.raises(ValueError):
        PartialDate(text)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=0, max_value=10**15))
def test_numbers_are_written_without_an_exponent(value: Decimal) -> None:
    assert "E" not in number_text(value) and Decimal(number_text(value)) == value
