"""Half-width marks of Chinese are made full-width where the page shows that it was folded, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import apply_edits
from reader.restoration.widths import find_folded_marks, shows_folding

PROOF = "改造后,面貌一新。"
"""A sentence that shows folding."""


def widened(text: str) -> str:
    """The line behind a sentence that shows folding, as it becomes."""
    page = PROOF + "\n" + text
    assert shows_folding(page)
    return apply_edits(page, find_folded_marks(page)).split("\n", 1)[1]


@pytest.mark.parametrize(
    ("folded", "printed"),
    [
        ("会议指出:要抓落实,不拖延;谁来办?马上办!", "会议指出：要抓落实，不拖延；谁来办？马上办！"),
        ("国内生产总值(GDP)增长5.2%,居民收入同步增长", "国内生产总值（GDP）增长5.2%，居民收入同步增长"),
        ("10个区(市)的“一把手”", "10个区（市）的“一把手”"),
        ("(一)加强领导;(二)落实责任", "（一）加强领导；（二）落实责任"),
        ("他说:“好!”", "他说：“好！”"),
        ("还在路上......", "还在路上……"),
        ("引进了ERP,效率更高", "引进了ERP，效率更高"),
    ],
)
def test_marks_of_chinese_are_widened(folded: str, printed: str) -> None:
    assert widened(folded) == printed


@pytest.mark.parametrize(
    "text",
    [
        "2022-11-07 15:35:00",
        "比分3:2",
        "1:1.5",
        "增长1,234个",
        "2.0版",
        "http://a.cn:8080/p?q=1;r=2",
        "http://a.cn/p?词=1",
        "office@binhe.gov.cn",
        "Hello, world! (really)",
        "f(x) = a(x, y); g(x) = 1",
        "点赞:) 再来;)",
        "等等。。。",
        ".......",
        '说"好"',
    ],
)
def test_other_marks_keep_their_width(text: str) -> None:
    assert widened(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "改造后，面貌一新,人人称赞。",
        "R&D,很重要",
        "Hello, world",
        "没有逗号:也没有证据",
        "年份,地区,数值\n2020,滨河区,35.6\n2021,东湖区,21.4",
        '{\n  "说明": "初步,仅供参考",\n  "数": 3\n}',
    ],
)
def test_a_page_that_shows_no_folding_is_left_alone(text: str) -> None:
    assert not shows_folding(text)


def test_dots_end_sentences_only_on_a_page_that_has_no_other_stops() -> None:
    page = "大会开了一天,代表很多.大家讨论热烈.会议在下午结束.\n1.版本2.0\n见www.a.cn."
    assert apply_edits(page, find_folded_marks(page)) == (
        "大会开了一天，代表很多。大家讨论热烈。会议在下午结束。\n1.版本2.0\n见www.a.cn."
    )
    mixed = page + "完。"
    assert "多.大" in apply_edits(mixed, find_folded_marks(mixed))


def test_the_values_of_a_table_inside_a_folded_page_keep_their_commas() -> None:
    table = "2020,滨河区,35.6\n2021,东湖区,21.4\n2022,白塔区,102.3"
    assert widened(table) == table


@given(st.text(alphabet="改造后面貌,:;!?().“”。 \n\t1a\u3000", max_size=60))
def test_only_marks_are_touched_and_twice_is_once(text: str) -> None:
    edits = find_folded_marks(text)
    assert all(text[edit.start : edit.end] in {*",:;!?().", "......"} for edit in edits)
    result = apply_edits(text, edits)
    assert len(result) <= len(text)
