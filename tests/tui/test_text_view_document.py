"""Marked passages are found by the stretch they lie in; words and selections by their characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Offset
from textual.selection import SELECT_ALL, Selection

from reader.model import Kind, Passage
from reader.tui.widgets.text_view_document import Mark, ParagraphsDocument, VisibleText
from reader.tui.widgets.text_view_selection import joined_text, selected_passages, selection_over, word_at
from reader.typesetting.folds import Folds

SPANS = st.tuples(st.integers(0, 2), st.integers(0, 20), st.integers(1, 8)).map(
    lambda drawn: Passage(drawn[0], drawn[1], drawn[1] + drawn[2])
)
TEXTS = [(Kind.BODY, "人勤春来早"), (Kind.FURNITURE, "责编"), (Kind.BODY, ""), (Kind.BODY, "实干正当时")]


@given(st.lists(st.tuples(SPANS, st.sampled_from(list(Mark))), max_size=20), SPANS)
def test_a_document_finds_the_marks_that_looking_at_every_passage_finds(
    marked: list[tuple[Passage, Mark]], asked: Passage
) -> None:
    found = ParagraphsDocument((), marked).marks(*asked)
    expected = [
        (passage.start, passage.end, mark)
        for passage, mark in marked
        if passage.paragraph == asked.paragraph and passage.span.overlaps(asked.span)
    ]
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "offset", "word"),
    [
        ("全市GDP增长5.2%", 0, "全市"),
        ("全市GDP增长5.2%", 3, "GDP"),
        ("全市ＧＤＰ增长", 4, "ＧＤＰ"),
        ("好。。对", 1, "。。"),
        ("王 玮", 1, " "),
        ("𠮷野家", 0, "𠮷野家"),
        ("完", 9, "完"),
        ("", 0, ""),
    ],
)
def test_a_word_is_a_run_of_characters_of_one_class(text: str, offset: int, word: str) -> None:
    start, end = word_at(text, offset)
    assert text[start:end] == word


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(Offset(1, 0), Offset(3, 0)), "勤春"),
        (Selection(Offset(3, 0), Offset(2, 3)), "来早\n实干"),
        (Selection(None, Offset(2, 3)), "人勤春来早\n实干"),
        (Selection(Offset(3, 0), None), "来早\n实干正当时"),
        (SELECT_ALL, "人勤春来早\n实干正当时"),
        (Selection(Offset(2, 0), Offset(2, 0)), ""),
        (Selection(Offset(99, 0), Offset(99, 3)), "实干正当时"),
    ],
)
def test_a_selection_is_a_passage_of_each_paragraph_that_is_seen(selection: Selection, expected: str) -> None:
    document = ParagraphsDocument(TEXTS)
    folds = Folds([kind is Kind.FURNITURE for kind, _ in TEXTS])
    assert joined_text(selected_passages(document, folds, selection), document.shown) == expected


def test_a_selection_over_passages_selects_them() -> None:
    document = ParagraphsDocument(TEXTS)
    passages = (Passage(0, 2, 5), Passage(1, 0, 2), Passage(3, 0, 3))
    folds = Folds([False] * len(TEXTS))
    assert selected_passages(document, folds, selection_over(passages)) == passages


def test_what_rows_are_made_of_holds_nothing_that_is_obeyed_or_hidden() -> None:
    text = VisibleText(ParagraphsDocument([(Kind.BODY, "a\x1b[2J\u202e\u200b\ufffd")]))
    assert text.shown(0, 0, 9) == "a␛[2J␦␦〓"
