"""The article and its source as the text view shows them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.model import Certainty, Decoded, Edit, Origin, Passage, Place, Reason, Restored, Span
from reader.structure.articles import build_article
from reader.tui.documents import SourcePage, article_marks
from reader.tui.widgets.text_view_document import Mark

SOURCE = "滨河區(qū)推行\n“三個到位”\n\n群众满?"
EDITS = (
    Edit(3, 7, "", "annotation", Reason("annotation.table")),
    Edit(9, 10, "", "layout.join", Reason("layout.cut_mark")),
    Edit(21, 22, "意", "shift", Reason("shift.closed"), Certainty.LIKELY, (Span(0, 1),)),
)
ARTICLE = build_article(Restored(Decoded(SOURCE, ()), EDITS), "0" * 64, Origin())
PAGE = SourcePage(ARTICLE)


def test_the_lines_of_the_page_are_the_source() -> None:
    assert "".join(PAGE.lines) == SOURCE


@given(st.integers(0, len(SOURCE) - 1))
def test_offsets_and_places_of_the_page_are_the_same_points(offset: int) -> None:
    assert PAGE.offset_of(PAGE.place_of(offset)) == offset


@given(st.data())
def test_a_place_is_the_same_character_on_the_page_and_back(data: st.DataObject) -> None:
    paragraph = data.draw(st.integers(0, len(ARTICLE.paragraphs) - 1))
    offset = data.draw(st.integers(0, len(ARTICLE.paragraphs[paragraph].text) - 1))
    there = PAGE.from_article(Place(paragraph, offset))
    assert PAGE.to_article(there) == Place(paragraph, offset)


def test_every_place_of_the_page_leads_into_the_article() -> None:
    for offset in range(len(SOURCE)):
        place = PAGE.to_article(PAGE.place_of(offset))
        assert place.offset <= len(ARTICLE.paragraphs[place.paragraph].text)


def test_repairs_are_marked_on_the_page_by_their_certainty() -> None:
    document = PAGE.document()
    assert [(one.start, one.end, one.mark) for one in document.marks(0, 0, 9)] == [(3, 7, Mark.REPAIR)]
    assert [one.mark for one in document.marks(3, 0, 4)] == [Mark.LIKELY]


def test_a_repair_over_a_line_end_alone_marks_nothing() -> None:
    assert list(PAGE.passages_of(Span(9, 10))) == []


def test_the_repair_at_a_place_is_found_and_else_the_next_of_its_line() -> None:
    assert PAGE.edit_at(Place(0, 4)) is EDITS[0]
    assert PAGE.edit_at(Place(0, 0)) is EDITS[0]
    assert PAGE.edit_at(Place(3, 0)) is EDITS[2]
    assert PAGE.edit_at(Place(1, 3)) is None


def test_the_article_marks_inferred_characters_and_no_removals() -> None:
    marks = article_marks(ARTICLE, None)
    text = ARTICLE.paragraphs[-1].text
    assert marks[Mark.LIKELY] == [Passage(len(ARTICLE.paragraphs) - 1, text.index("意"), text.index("意") + 1)]
    assert marks[Mark.REPAIR] == []
