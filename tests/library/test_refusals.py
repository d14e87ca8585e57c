"""A refused edit is not made again, and no other edit changes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.library.refusals import Refusal, without_refused
from reader.model import Decoded, Edit, Reason, Restored, Span
from tests.strategies import texts_with_edits


@given(texts_with_edits(), st.data())
def test_refusing_edits_undoes_them_and_no_other(given_text: tuple[str, tuple[Edit, ...]], data: st.DataObject) -> None:
    text, edits = given_text
    restored = Restored(Decoded(text, ()), edits)
    chosen = data.draw(st.sets(st.sampled_from(edits))) if edits else set()
    refused = [Refusal.of(edit, restored) for edit in chosen]
    assert without_refused(restored, refused).edits == tuple(edit for edit in edits if edit not in chosen)
    one_by_one = restored
    for edit in chosen:
        one_by_one = one_by_one.without(edit)
    assert without_refused(restored, refused) == one_by_one


def test_a_refusal_holds_when_another_kind_of_repair_does_the_same() -> None:
    restored = Restored(Decoded("網(wǎng)絡", ()), (Edit(1, 7, "", "annotation", Reason.of("a")),))
    assert without_refused(restored, [Refusal("other", Span(1, 7), "(wǎng)", "")]).text == "網(wǎng)絡"


def test_a_refusal_that_no_edit_meets_changes_nothing() -> None:
    restored = Restored(Decoded("網(wǎng)絡", ()), (Edit(1, 7, "", "annotation", Reason.of("a")),))
    for refusal in (
        Refusal("annotation", Span(1, 7), "(wǎng)", "网"),
        Refusal("annotation", Span(1, 7), "(wàng)", ""),
        Refusal("annotation", Span(0, 7), "網(wǎng)", ""),
    ):
        assert without_refused(restored, [refusal]) is restored
