"""The fields of an article are printed with the places that say them."""

from __future__ import annotations

from reader.export.fields import fields_text
from reader.library.intake import read_bytes

BODY = "全市各级各部门深入开展作风建设，把群众的小事当作大事来办，一年办结三千余件，好评率稳步上升。"


def test_each_field_is_on_a_line_with_its_place() -> None:
    page = f"老街开出新书店\n滨河网2月17日讯（记者 林晓明）{BODY}\n2022年是开局之年，{BODY}"
    assert fields_text(read_bytes(page.encode())).splitlines() == [
        "title: 老街开出新书店  [0-7]",
        "author: 林晓明  [21-24]",
        "source: 滨河网  [8-11]",
        "published: 2022-02-17 (year inferred)  [11-16, 72-76]",
    ]


def test_a_text_that_says_nothing_of_itself_has_no_fields() -> None:
    assert fields_text(read_bytes(BODY.encode())) == ""
