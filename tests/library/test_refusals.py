"""A refused edit is not made again, and no other edit changes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.intake import read_bytes
from reader.library.refusals import Refusal, paragraphs_taken_back, without_refused
from reader.model import Decoded, Edit, Kind, Reason, Restored, Span
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


SENTENCE = "各级各部门要认真学习贯彻会议精神，抓好網(wǎng)絡建设和管理工作，按时上报情况，不得拖延。"
FIRST = SENTENCE.index("(")


def _page(text: str, *places: int) -> Restored:
    """A text whose annotations at some places are removed."""
    return Restored(Decoded(text, ()), tuple(Edit(at, at + 6, "", "annotation", Reason.of("a")) for at in places))


def test_a_refusal_holds_in_a_file_whose_other_parts_have_changed() -> None:
    refusal = Refusal.of(_page(SENTENCE, FIRST).edits[0], _page(SENTENCE, FIRST))
    changed = _page("新写的一段。\n" + SENTENCE + "又一段網(wǎng)。", 7 + FIRST, 7 + len(SENTENCE) + 4)
    after = without_refused(changed, [replace(refusal, here=False)])
    assert after.refused == changed.edits[:1] and after.edits == changed.edits[1:]
    assert after.with_refused() == changed


@pytest.mark.parametrize(("old", "new"), [("抓好網", "抓紧網"), ("絡建设", "絡文明建设")])
def test_a_refusal_ends_where_the_words_around_it_have_changed(old: str, new: str) -> None:
    refusal = Refusal.of(_page(SENTENCE, FIRST).edits[0], _page(SENTENCE, FIRST))
    text = SENTENCE.replace(old, new)
    assert without_refused(_page(text, text.index("(")), [replace(refusal, here=False)]).refused == ()


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("甲。\n各级部门要抓好|網络建设和管理。\n乙。", "丁。\n各级部门要抓好|網络建设和管理。\n丙。", True),
        ("\n|\n全区新建停车位1200个。", "\n|\n总投资3.5亿元，群众满意。", False),
        ("街道整治小巷。\n|\n乙。", "街道整治小巷。\n|\n丙。", False),
    ],
)
def test_a_line_that_tells_a_place_is_all_of_its_surroundings(before: str, after: str, same: bool) -> None:
    def blank(text: str) -> Restored:
        at = text.index("|")
        return Restored(Decoded(text, ()), (Edit(at, at + 1, "", "layout.space", Reason.of("a")),))

    refusal = replace(Refusal.of(blank(before).edits[0], blank(before)), here=False)
    assert bool(without_refused(blank(after), [refusal]).refused) is same


def test_in_its_own_article_a_refusal_holds_at_its_place_alone() -> None:
    page = _page(SENTENCE + "\n" + SENTENCE, FIRST, FIRST + len(SENTENCE) + 1)
    assert without_refused(page, [Refusal.of(page.edits[1], page)]).refused == page.edits[1:]


PAGE = """滨河区推行“三个到位”工作法

今年以来，滨河区提出“三个到位”，全区新建停车位1200个，总投资3.5亿元。

社区干部每周走访一次，群众的事当天办结。

版权声明：本网站转载文章，版权归原作者所有。未经许可，不得转载。
"""


def test_furniture_that_was_taken_back_stays_body_also_when_the_page_has_changed() -> None:
    article = read_bytes(PAGE.encode())
    index = next(i for i, paragraph in enumerate(article.paragraphs) if paragraph.kind is Kind.FURNITURE)
    refusal = Refusal.of_furniture(article, index)
    back = read_bytes(PAGE.encode(), refused=lambda _: [refusal])
    assert back.paragraphs[index].kind is Kind.BODY
    assert paragraphs_taken_back(back, [refusal]) == {index}
    longer = PAGE.replace("\n\n社区", "\n\n街道整治小巷36条。\n\n社区").encode()
    changed = read_bytes(longer, refused=lambda _: [replace(refusal, here=False)])
    assert paragraphs_taken_back(changed, [replace(refusal, here=False)]) == {index + 1}
    assert changed.paragraphs[index + 1].kind is Kind.BODY
    assert paragraphs_taken_back(article, ()) == frozenset()


def test_a_refusal_that_no_edit_meets_changes_nothing() -> None:
    restored = Restored(Decoded("網(wǎng)絡", ()), (Edit(1, 7, "", "annotation", Reason.of("a")),))
    for refusal in (
        Refusal("annotation", Span(1, 7), "(wǎng)", "网"),
        Refusal("annotation", Span(1, 7), "(wàng)", ""),
        Refusal("annotation", Span(0, 7), "網(wǎng)", ""),
    ):
        assert without_refused(restored, [refusal]) is restored
