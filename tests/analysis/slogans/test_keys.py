"""The same slogan in two articles has one key."""

from __future__ import annotations

import pytest

from reader.analysis.slogans import find_slogans
from tests.analysis.slogans.articles import article_of


def _keys(text: str) -> set[str]:
    return {slogan.key for slogan in find_slogans(article_of(text))}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("开展“抓招商、促发展”专项行动。", "“促发展、抓招商”专项行动启动。"),
        ("全区开展比干劲、比创新、比贡献活动。", "围绕“比创新”“比贡献”“比干劲”，各地行动起来。"),
        ("落实“案无积卷、事不过夜”的要求。", "落實「案無積卷，事不過夜」的要求。"),
        ("推行“首问负责”制度，由首位接待人员全程负责。", "推行「首問負責」制度，由首位接待人員全程負責。"),
        (
            "启动城市更新和城市建设三年攻坚行动，全面提升品质。",
            "启动城市更新和建设管理三年攻坚行动，全面提升品质。",
        ),
        ("实现“两个一百年”奋斗目标。", "实现两个“一百年”奋斗目标。"),
    ],
)
def test_forms_of_one_slogan_have_one_key_in_every_article(one: str, other: str) -> None:
    assert _keys(one) & _keys(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("弘扬“六种精神”。", "弘扬“五种精神”。"),
        ("开展比干劲、比创新、比贡献活动。", "开展比学习、比创新、比贡献活动。"),
        ("启动城市更新三年行动，提升品质。", "启动乡村建设三年行动，提升品质。"),
    ],
)
def test_different_slogans_have_different_keys(one: str, other: str) -> None:
    assert _keys(one)
    assert not _keys(one) & _keys(other)
