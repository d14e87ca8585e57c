"""The two forms keep every offset."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.script.folding import fold, simplify


@given(st.text())
def test_simplify_keeps_length_and_is_stable(text: str) -> None:
    assert len(simplify(text)) == len(text)
    assert simplify(simplify(text)) == simplify(text)


@given(st.text())
def test_fold_keeps_length_and_is_stable(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_what_simplify_makes_equal_fold_makes_equal(text: str) -> None:
    assert fold(simplify(text)) == fold(text)
