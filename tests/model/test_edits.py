"""Edits: one sentence of their description, one test."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Certainty, Edit, Reason, Span, apply_edits, check_disjoint, compose
from tests.strategies import TEXTS, edit_lists


@st.composite
def two_passes(draw: st.DrawFn) -> tuple[str, tuple[Edit, ...], tuple[Edit, ...]]:
    text = draw(TEXTS)
    earlier = draw(edit_lists(text, "first"))
    later = draw(edit_lists(apply_edits(text, earlier), "second"))
    return text, earlier, later


@given(two_passes())
def test_composed_edits_do_what_both_passes_do(
    passes: tuple[str, tuple[Edit, ...], tuple[Edit, ...]],
) -> None:
    text, earlier, later = passes
    assert apply_edits(text, compose(text, earlier, later)) == apply_edits(apply_edits(text, earlier), later)


@given(two_passes())
def test_composed_edits_are_sorted_and_disjoint(
    passes: tuple[str, tuple[Edit, ...], tuple[Edit, ...]],
) -> None:
    text, earlier, later = passes
    check_disjoint(compose(text, earlier, later), len(text))


@given(two_passes())
def test_composing_with_nothing_changes_nothing(
    passes: tuple[str, tuple[Edit, ...], tuple[Edit, ...]],
) -> None:
    text, earlier, _ = passes
    assert compose(text, earlier, ()) == earlier
    assert compose(text, (), earlier) == earlier


@given(two_passes())
def test_every_composed_edit_comes_from_one_of_the_passes(
    passes: tuple[str, tuple[Edit, ...], tuple[Edit, ...]],
) -> None:
    text, earlier, later = passes
    known = {edit.reason for edit in (*earlier, *later)}
    for edit in compose(text, earlier, later):
        assert set(edit.reason.flat()) <= known


def test_edits_that_touch_a_replacement_are_merged_with_all_reasons() -> None:
    earlier = [Edit(1, 2, "乙丙", "shift", Reason("one"), Certainty.LIKELY, (Span(1, 2),))]
    later = [Edit(2, 4, "丁", "punctuation", Reason("two"))]  # over 甲乙丙丁戊
    (edit,) = compose("甲乱丁戊", earlier, later)
    assert (edit.start, edit.end, edit.replacement) == (1, 3, "乙丁")
    assert edit.reason.flat() == (Reason("one"), Reason("two"))
    assert (edit.fix, edit.certainty) == ("shift", Certainty.CERTAIN)


def test_what_is_doubtful_keeps_its_place_in_a_merged_edit() -> None:
    earlier = [Edit(0, 1, "甲乙丙", "shift", Reason("one"), Certainty.LIKELY, (Span(2, 3),))]
    (edit,) = compose("乱", earlier, [Edit(0, 1, "", "layout.space", Reason("two"))])
    assert (edit.replacement, edit.doubtful, edit.certainty) == ("乙丙", (Span(1, 2),), Certainty.LIKELY)


def test_edits_that_stand_beside_each_other_stay_apart() -> None:
    earlier = [Edit(1, 3, "", "annotation", Reason("one"))]
    later = [Edit(1, 2, "，", "punctuation", Reason("two"))]
    assert [e.span for e in compose("網()," + "好", earlier, later)] == [Span(1, 3), Span(3, 4)]


def test_a_repair_that_is_taken_back_leaves_no_edit() -> None:
    earlier = [Edit(0, 1, "乙", "shift", Reason("one"))]
    assert compose("甲", earlier, [Edit(0, 1, "甲", "other", Reason("two"))]) == ()


@pytest.mark.parametrize(("start", "end", "replacement"), [(-1, 2, "x"), (3, 2, "x"), (1, 1, "")])
def test_an_edit_that_runs_backward_or_changes_nothing_is_refused(start: int, end: int, replacement: str) -> None:
    with pytest.raises(ValueError):
        Edit(start, end, replacement, "test", Reason("test"))


@pytest.mark.parametrize("doubtful", [(Span(0, 3),), (Span(1, 1),), (Span(1, 2), Span(0, 1))])
def test_doubtful_spans_must_fit_the_replacement(doubtful: tuple[Span, ...]) -> None:
    with pytest.raises(ValueError):
        Edit(0, 1, "甲乙", "test", Reason("test"), Certainty.LIKELY, doubtful)


@pytest.mark.parametrize("spans", [((0, 2), (1, 3)), ((2, 3), (0, 1)), ((1, 1), (1, 1)), ((0, 9),)])
def test_overlapping_or_unsorted_edits_are_refused(spans: tuple[tuple[int, int], ...]) -> None:
    edits = [Edit(start, end, "x", "test", Reason("test")) for start, end in spans]
    with pytest.raises(ValueError):
        check_disjoint(edits, 5)
