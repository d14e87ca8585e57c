"""A passage as it is copied."""

from __future__ import annotations

from dataclasses import replace

from reader.library.intake import read_bytes
from reader.model import Article, Certainty, Decoded, Edit, Origin, Passage, Published, Reason, Restored
from reader.structure.articles import build_article
from reader.tui.quotation import citation, is_doubtful, quoted_text, with_source

ARTICLE = replace(
    read_bytes("滨河区推行新办法。\n社区干部每周走访。".encode()),
    title="滨河区推行新办法",
    subtitle=None,
    origin_source="滨河日报",
    republished_by="滨河网",
    page="3",
    published=Published("2023-05-06T08:30:00"),
)


def shown(paragraph: int, start: int, end: int) -> str:
    return ARTICLE.paragraphs[paragraph].text[start:end]


def test_passages_of_several_paragraphs_are_lines() -> None:
    assert quoted_text([Passage(0, 3, 9), Passage(1, 0, 4)], shown) == "推行新办法。\n社区干部"


def test_the_citation_has_title_source_day_page_and_site() -> None:
    assert citation(ARTICLE) == "《滨河区推行新办法》, 滨河日报, 2023-05-06, page 3, republished by 滨河网"


def test_the_citation_names_the_writer_and_the_number_of_a_document() -> None:
    signed = replace(
        ARTICLE, author="林晓明、郑文", document_number="滨政发〔2023〕4号", republished_by=None, page=None
    )
    assert citation(signed) == "林晓明、郑文: 《滨河区推行新办法》 (滨政发〔2023〕4号), 滨河日报, 2023-05-06"


def test_a_quotation_is_cited_by_its_paragraphs() -> None:
    assert citation(ARTICLE, [Passage(1, 0, 4)]).endswith(", page 3, republished by 滨河网, paragraph 2")
    assert citation(ARTICLE, [Passage(0, 3, 9), Passage(1, 0, 4)]).endswith(", paragraphs 1–2")


def test_what_is_not_known_is_left_out() -> None:
    bare = replace(ARTICLE, title=None, origin_source=None, republished_by=None, page=None)
    assert citation(bare) == "2023-05-06"


def test_an_inferred_year_is_said_to_be_inferred() -> None:
    assert "2023-05-06 (year inferred)" in citation(replace(ARTICLE, published=Published("2023-05-06", ("year",))))


def test_a_converted_passage_says_so() -> None:
    text = with_source(ARTICLE, [Passage(0, 0, 3)], "滨河区", "滨河日报", converted=True)
    assert text.splitlines()[:2] == ["滨河区", "— 滨河日报"]
    assert "converted to Traditional by a machine" in text.splitlines()[-1]


def _repaired(certainty: Certainty) -> Article:
    source = "群众满?，很好。"
    edit = Edit(3, 4, "意", "shift", Reason("shift.closed"), certainty)
    return build_article(Restored(Decoded(source, ()), (edit,)), "0" * 64, Origin())


def test_a_passage_with_an_inferred_character_is_doubtful() -> None:
    article = _repaired(Certainty.LIKELY)
    assert is_doubtful(article, Passage(0, 0, 5))
    assert not is_doubtful(article, Passage(0, 5, 7))
    assert "inferred or are lost" in with_source(article, [Passage(0, 0, 5)], "群众满意", "滨河日报", converted=False)


def test_a_certain_repair_is_not_doubtful() -> None:
    assert not is_doubtful(_repaired(Certainty.CERTAIN), Passage(0, 0, 5))
