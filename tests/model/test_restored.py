"""Restored text: both ways of the map, and undoing one edit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Decoded, Edit, Reason, Restored, Span, apply_edits
from tests.strategies import texts_with_edits

RESTORED = texts_with_edits().map(lambda pair: Restored(Decoded(pair[0], ()), pair[1]))


@st.composite
def restored_with_span(draw: st.DrawFn, *, of_source: bool = False) -> tuple[Restored, Span]:
    restored = draw(RESTORED)
    length = len(restored.source.text if of_source else restored.text)
    start = draw(st.integers(0, length))
    return restored, Span(start, draw(st.integers(start, length)))


def _smallest_source(restored: Restored, span: Span) -> Span:
    """By definition: the cover of what each code point came from."""
    origins: list[Span] = []
    done = 0
    for edit in restored.edits:
        origins += [Span(i, i + 1) for i in range(done, edit.start)]
        origins += [edit.span] * len(edit.replacement)
        done = edit.end
    origins += [Span(i, i + 1) for i in range(done, len(restored.source.text))]
    wanted = origins[span.start : span.end]
    return Span(wanted[0].start, wanted[-1].end)


@given(RESTORED)
def test_the_text_is_the_source_with_its_edits(restored: Restored) -> None:
    assert restored.text == apply_edits(restored.source.text, restored.edits)


@given(restored_with_span())
def test_a_span_maps_to_the_smallest_source_range_that_covers_it(case: tuple[Restored, Span]) -> None:
    restored, span = case
    if span.length:
        assert restored.to_source(span) == _smallest_source(restored, span)


@given(restored_with_span())
def test_a_point_maps_to_a_point_or_to_the_whole_edit(case: tuple[Restored, Span]) -> None:
    restored, span = case
    source = restored.to_source(Span(span.start, span.start))
    assert source.length == 0 or source in [edit.span for edit in restored.edits]
    inside = [
        edit.span
        for index, edit in enumerate(restored.edits)
        if restored.replacement_span(index).start < span.start < restored.replacement_span(index).end
    ]
    assert not inside or source == inside[0]


@given(restored_with_span())
def test_going_to_the_source_and_back_covers_all_but_insertions_at_the_ends(
    case: tuple[Restored, Span],
) -> None:
    restored, span = case
    for index, edit in enumerate(restored.edits):
        inserted = restored.replacement_span(index)
        if edit.start == edit.end and (span.overlaps(inserted) or inserted.covers(span)):
            return
    assert restored.from_source(restored.to_source(span)).covers(span)


@given(restored_with_span(of_source=True))
def test_source_text_that_no_edit_touched_maps_to_itself(case: tuple[Restored, Span]) -> None:
    restored, span = case
    back = restored.from_source(span)
    if not any(edit.span.overlaps(span) or span.start <= edit.start <= span.end for edit in restored.edits):
        assert restored.text[back.start : back.end] == restored.source.text[span.start : span.end]


@given(RESTORED)
def test_what_was_removed_maps_to_the_point_where_it_stood(restored: Restored) -> None:
    for index, edit in enumerate(restored.edits):
        assert restored.from_source(edit.span).covers(restored.replacement_span(index))
        if edit.start < edit.end:
            assert restored.from_source(edit.span) == restored.replacement_span(index)


@given(RESTORED)
def test_undoing_one_edit_changes_no_other(restored: Restored) -> None:
    for edit in restored.edits:
        undone = restored.without(edit)
        assert set(undone.edits) == set(restored.edits) - {edit}
        assert undone.refused == (edit,) and undone.with_refused() == restored
        kept = undone.from_source(edit.span)
        assert restored.source.text[edit.start : edit.end] in undone.text[kept.start : kept.end]


def test_undoing_an_edit_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError):
        Restored(Decoded("甲", ())).without(Edit(0, 1, "乙", "test", Reason("test")))
