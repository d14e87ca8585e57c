"""A line that no rule knows is weighed by its words and its form."""

from __future__ import annotations

import pytest

from reader.structure.wordings import excess, wording

TOOLS = [
    "只看楼主 倒序浏览",
    "读 37  评 4",
    "转存 朗读全文 打赏作者",
    "[打印此文] [关闭此页]",
    "商户登录 投诉入口",
    "河湾发布微博",
]
TOLD = [
    "夯实粮食安全根基",
    "网上办事不用跑",
    "坚持以人民为中心",
    "序号 单位 金额 备注",
    "联系人:周先生",
    "咨询电话:0555-2334455",
    "二、登录方式",
    "他点了转发和收藏。",
    "【聚焦】登录大厅之后",
    "2023年5月发布",
]


@pytest.mark.parametrize("line", TOOLS)
def test_what_one_uses_a_page_with_weighs_more_than_a_headline_may(line: str) -> None:
    assert excess(line) > 0


@pytest.mark.parametrize("line", TOLD)
def test_what_an_article_says_or_lists_does_not(line: str) -> None:
    assert excess(line) < 0


def test_a_long_line_and_one_without_words_weigh_nothing() -> None:
    assert wording("分享" * 40) == 0
    assert wording("12:30") == 0


def test_the_form_of_a_bar_adds_and_the_end_of_a_sentence_takes_away() -> None:
    assert wording("转藏 | 朗读") > wording("转藏朗读") > wording("转藏朗读。")
