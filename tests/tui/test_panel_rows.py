"""Findings as rows of the panel."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from reader.library.intake import read_bytes
from reader.messages import choose_language
from reader.model import (
    Article,
    Basis,
    Bound,
    Digest,
    Figure,
    FigureKind,
    Measured,
    Member,
    PartialDate,
    Passage,
    Place,
    Slogan,
    SloganKind,
    Status,
)
from reader.tui.panel_rows import (
    Finding,
    PanelState,
    Tab,
    count_of,
    figure_value,
    finding_at,
    large_number,
    panel_rows,
    slogan_rows,
)
from reader.tui.repair_rows import Listing

TEXT = "全区落实“三个到位”，责任到位、措施到位，新建停车位1200个，5月底完成。"
ARTICLE: Article = read_bytes(TEXT.encode())
NAME = Passage(0, 5, 9)


def member(text: str, basis: Basis) -> Member:
    at = TEXT.find(text)
    return Member(text, basis, Passage(0, at, at + len(text)) if at >= 0 else None)


THREE = Slogan(
    "三个到位",
    SloganKind.NUMBERED,
    (NAME,),
    ("三个到位",),
    (member("责任到位", Basis.STATED), member("措施到位", Basis.STATED), member("服务到位", Basis.LEXICON)),
    declared=3,
)
SPACES = Figure(
    "1200个",
    Passage(0, 24, 29),
    FigureKind.COUNT,
    Decimal(1200),
    unit="个",
    measured=Measured("停车位", (Passage(0, 21, 24),)),
    of="全区",
    status=Status.DONE,
)
DATE = Figure("5月底", Passage(0, 30, 33), FigureKind.DATE, PartialDate("XXXX-05"))
DIGEST = Digest(ARTICLE.id, (THREE,), (SPACES, DATE), ())


def test_a_member_from_the_lexicon_is_not_counted_as_stated() -> None:
    assert count_of(THREE) == "2/3"


def test_the_tick_needs_all_members_stated() -> None:
    stated = tuple(member(text, Basis.STATED) for text in ("责任到位", "措施到位", "停车位"))
    assert count_of(Slogan("三个到位", SloganKind.NUMBERED, (NAME,), ("三个到位",), stated, declared=3)) == "3/3 ✓"


def test_an_open_slogan_lists_its_members_each_in_the_look_of_its_basis() -> None:
    rows = panel_rows(Tab.SLOGANS, ARTICLE, DIGEST, PanelState(opened=frozenset({THREE})))
    looks = {row.text: (row.look, row.aside) for row in rows}
    assert looks["责任到位"] == ("plain", "")
    assert looks["服务到位"] == ("lexicon", "from the lexicon")


def test_a_closed_slogan_is_one_row() -> None:
    assert [row.text for row in panel_rows(Tab.SLOGANS, ARTICLE, DIGEST, PanelState())] == ["三个到位"]


@pytest.mark.parametrize(
    ("language", "shown"), [("zh", "词库，据某某会议，2012年"), ("en", "from the lexicon, after 某某会议，2012年")]
)
def test_members_of_a_lexicon_are_shown_with_the_document_that_lists_them(language: str, shown: str) -> None:
    choose_language(language)
    try:
        rows = list(slogan_rows(ARTICLE, replace(THREE, lexicon_source="某某会议，2012年"), is_open=True))
    finally:
        choose_language(None)
    (row,) = [row for row in rows if row.text == shown]
    assert row.look == Basis.LEXICON


def test_it_is_said_when_the_text_does_not_explain_a_slogan() -> None:
    rows = panel_rows(Tab.SLOGANS, ARTICLE, DIGEST, PanelState(opened=frozenset({THREE})))
    assert "the text does not explain it" in [row.text for row in rows]


def test_dates_are_left_out_until_asked_for_and_counted() -> None:
    rows = panel_rows(Tab.FIGURES, ARTICLE, DIGEST, PanelState())
    assert [row.text for row in rows] == ["1200个", "1 date is not listed (d lists it)"]
    rows = panel_rows(Tab.FIGURES, ARTICLE, DIGEST, PanelState(dates=True))
    assert [row.text for row in rows] == ["1200个", "5月底"]


def test_a_figure_says_what_it_measures_whose_it_is_and_how_it_stands() -> None:
    row = panel_rows(Tab.FIGURES, ARTICLE, DIGEST, PanelState())[0]
    assert row.text == "1200个"
    assert row.aside == "", "the value would only say the words again"
    assert row.detail == "停车位 · 全区 · done · paragraph 1"


@pytest.mark.parametrize(
    ("value", "reading"),
    [
        ("37200000000", "37.2 billion"),
        ("2840000", "2.84 million"),
        ("200000", "200 thousand"),
        ("22450", "22.45 thousand"),
        ("126000000000000", "126 trillion"),
        ("9999", None),
        ("0.5", None),
    ],
)
def test_large_numbers_are_read_in_english(value: str, reading: str | None) -> None:
    assert large_number(Decimal(value)) == reading


@pytest.mark.parametrize(
    ("figure", "shown"),
    [
        (Figure("超140部", NAME, FigureKind.COUNT, Decimal(140), unit="部", bound=Bound.OVER), "> 140 部"),
        (Figure("3至5个", NAME, FigureKind.COUNT, Decimal(3), upper=Decimal(5), unit="个"), "3–5 个"),
        (Figure("1/3", NAME, FigureKind.RATIO, Fraction(1, 3)), "1/3"),
    ],
)
def test_a_value_shows_bound_range_and_unit(figure: Figure, shown: str) -> None:
    assert figure_value(figure) == shown


@pytest.mark.parametrize("tab", list(Tab))
def test_a_tab_without_findings_says_so(tab: Tab) -> None:
    (row,) = panel_rows(tab, ARTICLE, Digest(ARTICLE.id, (), (), ()), PanelState())
    assert row.target is None


def test_before_the_findings_are_there_it_is_said() -> None:
    (row,) = panel_rows(Tab.FIGURES, ARTICLE, None, PanelState())
    assert row.text == "looking for findings"


@pytest.mark.parametrize(
    ("offset", "found"),
    [
        (6, (Tab.SLOGANS, Finding((NAME,), THREE))),
        (12, (Tab.SLOGANS, Finding((NAME,), THREE))),
        (25, (Tab.FIGURES, Finding((SPACES.passage,)))),
        (0, None),
    ],
)
def test_a_place_leads_to_the_row_of_what_stands_there(offset: int, found: object) -> None:
    assert finding_at(ARTICLE, DIGEST, Place(0, offset)) == found


@pytest.mark.parametrize(("source", "shown"), [("走访群众 ，当天办结。", "␣"), ("GDP\u00a0 增长5.2%，群众满意。", "⍽")])
def test_white_space_that_a_repair_touched_is_seen(source: str, shown: str) -> None:
    article = read_bytes(source.encode())
    rows = panel_rows(Tab.REPAIRS, article, None, PanelState(listing=Listing(in_reading_order=True)))
    assert any(shown in row.text for row in rows)
