"""Repairs that do the same are one, and those that need judging come first."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reader.export.explained import explained_for_people, explained_for_programs
from reader.export.repairs import Section, group_repairs, section_of
from reader.library.intake import read_bytes
from reader.messages import choose_language
from reader.model import Article, Certainty, Decoded, Edit, Kind, Paragraph, Reason, Restored, Span
from tests.articles import bare_article

WEB = Reason.of("annotation.table", character="網", reading="wǎng")
COMMA = Reason.of("punctuation.folded", before=",", after="，")
SOURCE = "網(wǎng)絡,網(wǎng),信\t息?\n"
EDITS = (
    Edit(1, 7, "", "annotation", WEB),
    Edit(8, 9, "，", "punctuation", COMMA),
    Edit(10, 17, "，", "annotation", Reason(WEB.code, WEB.args, (COMMA,))),
    Edit(18, 19, "", "layout.space", Reason.of("layout.stray")),
    Edit(20, 21, "\ufffd", "tag", Reason.of("swallowed.lost"), Certainty.LOST, (Span(0, 1),)),
)


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    choose_language("en")
    yield
    choose_language(None)


def _article(edits: tuple[Edit, ...] = EDITS) -> Article:
    restored = Restored(Decoded(SOURCE, ()), edits)
    text = restored.text.rstrip("\n")
    return bare_article(restored, [Paragraph(Kind.BODY, text, (Span(0, len(text)),))])


def test_what_is_lost_comes_first_and_layout_last() -> None:
    grouped = group_repairs(EDITS, SOURCE)
    assert list(grouped) == [Section.LOST, Section.ANNOTATIONS, Section.PUNCTUATION, Section.LAYOUT]
    assert sum(len(group.edits) for groups in grouped.values() for group in groups) == len(EDITS)


def test_an_entry_of_the_table_is_one_group_also_where_a_mark_was_mended_with_it() -> None:
    (web,) = group_repairs(EDITS, SOURCE)[Section.ANNOTATIONS]
    assert web.title == "網(wǎng) is now 網" and len(web.edits) == 2
    assert web.why(SOURCE) == "the page pastes (wǎng) in after 網"


def test_frequent_repairs_come_before_rare_ones_where_there_is_nothing_to_judge() -> None:
    rare = Edit(0, 1, "", "annotation", Reason.of("annotation.table", character="一", reading="yī"))
    (often, seldom) = group_repairs((rare, *EDITS[:1], EDITS[2]), "一" * 30)[Section.ANNOTATIONS]
    assert (len(often.edits), len(seldom.edits)) == (2, 1)


def test_a_repair_of_an_unknown_kind_is_listed_all_the_same() -> None:
    assert section_of(Edit(0, 1, "", "thermal.heated", Reason.of("layout.stray"))) is Section.OTHER


def test_programs_get_one_line_of_fields_for_each_repair() -> None:
    heading, *lines = explained_for_programs(_article())
    assert heading == "5 repairs: lost 1, readings 2, punctuation 1, layout 1"
    fields = [line.split("\t") for line in lines]
    assert [(int(f[0]), int(f[1])) for f in fields] == [(edit.start, edit.end) for edit in EDITS]
    assert fields[2][2:7] == ["1", "annotation", "certain", "(wǎng),", "，"]
    assert fields[2][7] == "the page pastes (wǎng) in after 網; the page made full-width marks half-width; , was ，"
    assert fields[3][5] == "\\t", "white space in a field is written so that it parts no fields"
    assert {len(f) for f in fields} == {8}


def test_people_get_each_kind_once_with_its_lines() -> None:
    text = "\n".join(explained_for_people(_article()))
    assert "  網(wǎng) is now 網  × 2  (line 1)\n" in text
    assert "\nlost 1: " in text and text.index("\nlost") < text.index("\nreadings")
    assert "  ? is now 〓  (line 1, character 21)\n      a character was swallowed" in text


def test_people_are_told_what_was_folded_away_and_why() -> None:
    notice = "版权声明：本网站转载文章，版权归原作者所有。未经许可，不得转载。"
    article = read_bytes(f"全区新建停车位1200个，群众满意，当天办结。\n\n{notice}\n".encode())
    assert list(explained_for_people(article))[-3:] == [
        "furniture 1: paragraphs that are not the article, folded away",
        f"  {notice}",
        "      a notice on rights, liability or reprinting",
    ]


def test_an_article_without_repairs_says_so() -> None:
    article = read_bytes("全区新建停车位1200个，群众满意。\n".encode())
    assert list(explained_for_people(article)) == list(explained_for_programs(article)) == ["0 repairs"]
