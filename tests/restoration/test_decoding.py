"""Bytes to text: every encoding, long and short, whole and cut off, alone and mixed."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.restoration.decoding import decode, looks_binary

SIMPLIFIED = "市南区召开动员大会，全面部署城市更新行动。\r\n会议强调，要狠抓落实！\n"
TRADITIONAL = "行政院召開記者會，說明勞工保險條例的修正內容。\r\n委員表示，應儘速完成審議。\n"
CODECS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"]
SHORT = ["政策", "联通", "人民日报", "作风建设", "第一章 总则", "一带一路", "3月底前完成", "青岛"]


def kept(text: str) -> str:
    return text.removeprefix("\ufeff")


@pytest.mark.parametrize("codec", CODECS)
@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL, "plain ASCII\n", SIMPLIFIED * 200])
def test_a_text_is_read_in_the_encoding_it_was_written_in(codec: str, text: str) -> None:
    assert decode(text.encode(codec)).text == text


@pytest.mark.parametrize("codec", ["gbk", "gb2312", "utf-8"])
@pytest.mark.parametrize("text", SHORT)
def test_a_few_characters_are_enough(codec: str, text: str) -> None:
    assert decode(text.encode(codec)).text == text


@pytest.mark.parametrize("text", ["ÖÐ¹ú", "Õþ²ßÎÄ¼þ", "Ã¦â€”Â¥"])
def test_a_few_characters_that_read_well_in_no_encoding_are_utf_8(text: str) -> None:
    assert decode(text.encode()).text == text


@pytest.mark.parametrize("text", [TRADITIONAL, "臺灣", "行政院", "勞工保險條例", "第一章 總則", "網路"])
def test_big5_is_told_from_gbk(text: str) -> None:
    decoded = decode(text.encode("big5"))
    assert (decoded.text, decoded.encoding) == (text, "big5")


@pytest.mark.parametrize(("codec", "size"), [("utf-8", 3), ("gbk", 2), ("big5", 2), ("utf-16-le", 2)])
def test_a_last_character_that_is_cut_off_costs_only_itself(codec: str, size: int) -> None:
    text = TRADITIONAL.strip()
    for missing in range(1, size):
        decoded = decode(text.encode(codec)[:-missing]).text
        assert decoded.rstrip("\ufffd") == text[:-1]
        assert decoded.endswith("\ufffd")


FOREIGN = [
    ("hz", "会议强调，加强值守2022\n"),
    ("cp1252", "Le café rouvre cet été, à Paris, après les travaux."),
    ("shift_jis", '<meta charset="Shift_JIS">これは日本語のテキストです。'),
    ("euc_kr", '<meta charset="euc-kr">한국어 텍스트입니다.'),
]


@pytest.mark.parametrize(("codec", "text"), FOREIGN)
def test_an_encoding_of_others_is_told_where_the_bytes_speak_for_it(codec: str, text: str) -> None:
    decoded = decode(text.encode(codec))
    assert (decoded.text, decoded.encoding) == (text, codec)


@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "windows-1252", "shift_jis", "euc-kr", "big5", "none"])
@pytest.mark.parametrize("codec", ["gb18030", "utf-8", "big5"])
def test_a_declaration_is_not_believed_against_the_bytes(codec: str, declared: str) -> None:
    text = f'<meta charset="{declared}">' + (TRADITIONAL if codec == "big5" else SIMPLIFIED)
    assert decode(text.encode(codec)).text == text


@pytest.mark.parametrize("codec", ["gb18030", "big5"])
def test_a_mark_of_utf_8_before_another_encoding_is_dropped(codec: str) -> None:
    decoded = decode(b"\xef\xbb\xbf" + TRADITIONAL.encode(codec))
    assert (decoded.text, decoded.encoding) == (TRADITIONAL, codec)
    assert decoded.segments[0].byte_start == 3


def test_a_mark_of_utf_8_stays_true_where_single_bytes_are_broken() -> None:
    data = b"\xef\xbb\xbf" + SIMPLIFIED.encode().replace("会".encode(), b"\xe4\xbc")
    decoded = decode(data)
    assert decoded.text == SIMPLIFIED.replace("会", "\ufffd")
    assert decoded.encoding == "utf-8"


def test_undecodable_bytes_are_replaced_and_the_rest_is_kept() -> None:
    decoded = decode(SIMPLIFIED.encode("gbk") + b"\xff\xff\n" + "全区上下".encode("gbk"))
    assert decoded.text == SIMPLIFIED + "\ufffd\ufffd\n全区上下"
    assert decoded.encoding == "gb18030"


def test_lines_in_several_encodings_are_each_read_in_their_own() -> None:
    first, second = SIMPLIFIED * 3, TRADITIONAL * 3
    decoded = decode(first.encode("utf-8") + second.encode("gbk"))
    assert decoded.text == first + second
    assert [segment.encoding for segment in decoded.segments] == ["utf-8", "gb18030"]


def test_what_the_caller_says_is_obeyed() -> None:
    data = "政策".encode("big5")
    assert decode(data, "big5").text == "政策"
    assert decode(data, "latin-1").text == data.decode("latin-1")
    assert decode("\ufeff政策".encode("utf-16-le"), "utf-16").text == "政策"
    with pytest.raises(LookupError):
        decode(data, "no-such-encoding")


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    decoded = decode(b"\xef\xbb\xbf" + "政策".encode())
    assert decoded.text == "政策"
    assert decoded.segments[0].byte_start == 3


def test_nothing_gives_nothing() -> None:
    assert decode(b"").text == ""
    assert decode(b"").segments == ()


@given(st.binary(max_size=200))
def test_any_bytes_become_text_without_surrogates_and_segments_stay_true(data: bytes) -> None:
    decoded = decode(data)
    assert not any("\ud800" <= c <= "\udfff" for c in decoded.text)
    ends = [*[segment.start for segment in decoded.segments][1:], len(decoded.text)] if data else []
    for segment, end in zip(decoded.segments, ends, strict=True):
        plain = data[segment.byte_start : segment.byte_end].decode(segment.encoding, errors="replace")
        assert kept(plain) == kept(decoded.text[segment.start : end])


@given(st.text(alphabet=st.characters(codec="gb18030", exclude_categories=["Cs", "Co", "Cn"]), max_size=60))
def test_utf_8_with_a_mark_always_comes_back(text: str) -> None:
    assert decode(b"\xef\xbb\xbf" + text.encode()).text == text


PICTURES = [b"\x89PNG\r\n\x1a\n\x00\x00", b"\xff\xd8\xff\xe0", b"PK\x03\x04rest", b"%PDF-1.7"]
MACHINE_CODE = [bytes(range(32)) * 4, random.Random(1).randbytes(500)]


@pytest.mark.parametrize("data", PICTURES + MACHINE_CODE, ids=lambda data: repr(data[:8]))
def test_what_is_no_text_is_told(data: bytes) -> None:
    assert looks_binary(data)


@pytest.mark.parametrize("codec", CODECS)
@pytest.mark.parametrize("text", [SIMPLIFIED, "", "a", "\x1b[31m红\x1b[0m text", SIMPLIFIED * 1000])
def test_text_is_not_taken_for_a_picture(codec: str, text: str) -> None:
    assert not looks_binary(text.encode(codec))
