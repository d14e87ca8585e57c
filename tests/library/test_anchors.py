"""A kept place is found again when the cleaned text changes."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reader.library.anchors import CONTEXT, anchor_passage, anchor_place, find_passage, find_place
from reader.model import Article, Decoded, Edit, Kind, Origin, Paragraph, Passage, Place, Reason, Restored, Script, Span


def _article(source: str, edits: tuple[Edit, ...] = ()) -> Article:
    """An article whose lines are its paragraphs, whatever restoration and structure make of such a text."""
    restored = Restored(Decoded(source, ()), edits)
    paragraphs, start = [], 0
    for line in restored.text.split("\n"):
        if line:
            paragraphs.append(Paragraph(Kind.BODY, line, (Span(start, start + len(line)),)))
        start += len(line) + 1
    nothing = dict.fromkeys(
        ("title", "subtitle", "kicker", "origin_source", "republished_by", "page", "author", "editor")
    )
    return Article(
        id="a",
        **nothing,
        published=None,
        republished=None,
        script=Script.SIMPLIFIED,
        published_script=Script.SIMPLIFIED,
        paragraphs=tuple(paragraphs),
        restored=restored,
        origin=Origin(),
        places={},
    )


SOURCE = "全区动员转作风\n招商引资见实效\n招商引资再加力\n强能力"
LINES = st.lists(st.text(alphabet="市南区招商。", min_size=1, max_size=60), min_size=1, max_size=6)


@given(LINES, st.data())
def test_every_passage_is_found_where_it_is(lines: list[str], data: st.DataObject) -> None:
    article = _article("\n".join(lines))
    paragraph = data.draw(st.integers(0, len(lines) - 1))
    start = data.draw(st.integers(0, len(lines[paragraph]) - 1))
    end = data.draw(st.integers(start + 1, len(lines[paragraph])))
    passage = Passage(paragraph, start, end)
    anchor = anchor_passage(article, passage)
    assert anchor.quote == article.text_of(passage)
    assert len(anchor.before) <= CONTEXT >= len(anchor.after)
    assert find_passage(article, anchor) == passage
    assert find_place(article, anchor_place(article, Place(paragraph, start))) == Place(paragraph, start)


def test_a_place_behind_the_last_character_is_kept_as_the_last_character() -> None:
    article = _article(SOURCE)
    assert find_place(article, anchor_place(article, Place(3, 3))) == Place(3, 2)


def test_a_passage_is_found_when_a_repair_before_it_is_refused() -> None:
    source = "網(wǎng)絡強國\n市南區"
    edits = (Edit(1, 7, "", "annotation", Reason.of("annotation")),)
    repaired, refused = _article(source, edits), _article(source)
    anchor = anchor_passage(repaired, Passage(1, 0, 2))
    assert find_passage(refused, anchor) == Passage(1, 0, 2)


def test_a_passage_is_found_when_a_repair_inside_it_is_refused() -> None:
    source = "建設網(wǎng)絡強國"
    repaired, refused = _article(source, (Edit(3, 9, "", "annotation", Reason.of("annotation")),)), _article(source)
    anchor = anchor_passage(repaired, Passage(0, 2, 4))
    assert anchor.quote == "網絡"
    found = find_passage(refused, anchor)
    assert found is not None and refused.text_of(found) == "網(wǎng)絡"


def test_of_two_equal_quotations_the_one_in_the_same_surroundings_is_taken() -> None:
    anchor = anchor_passage(_article(SOURCE), Passage(2, 0, 4))
    moved = replace(anchor, source=Span(0, 4))
    assert find_passage(_article(SOURCE), moved) == Passage(2, 0, 4)
    assert find_passage(_article("近日\n招商引资再加力\n强能力"), moved) == Passage(1, 0, 4)


def test_a_passage_that_is_gone_is_orphaned() -> None:
    anchor = anchor_passage(_article(SOURCE), Passage(2, 0, 7))
    assert find_passage(_article("别的文章"), anchor) is None
    assert find_place(_article("别的文章别的文章别的文章别的文章别的文章别的文章"), anchor) is None
