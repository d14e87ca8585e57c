"""What must come out of the sample articles, read as the program reads them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from reader.analysis.slogans import find_slogans
from reader.library.intake import read
from reader.model import Article, Slogan
from reader.script.folding import simplify

SEEDS = Path(__file__).parents[3] / "seeds"


@cache
def _article(number: str) -> Article:
    return read(next(SEEDS.glob(f"{number}_*.txt")))


@cache
def _slogans(number: str) -> dict[str, Slogan]:
    return {simplify(slogan.text): slogan for slogan in find_slogans(_article(number))}


@pytest.mark.parametrize(
    ("number", "name", "stated"),
    [
        ("000", "六种精神", 6),
        ("001", "六种精神", 6),
        ("000", "十二条军规", 12),
        ("001", "十二条军规", 12),
        ("001", "双十", 2),
        ("001", "双试点", 2),
        ("003", "四个一", 4),
        ("003", "三大战略机遇", 3),
    ],
)
def test_numbered_formulation_has_all_its_stated_members(number: str, name: str, stated: int) -> None:
    slogan = _slogans(number)[name]
    assert slogan.stated == slogan.declared == stated
    assert slogan.complete


def test_members_of_a_list_are_whole() -> None:
    members = [simplify(member.text) for member in _slogans("003")["三大战略机遇"].members]
    assert members == ["黄河流域生态保护和高质量发展", "济泰一体化", "西兴"]


@pytest.mark.parametrize(
    ("number", "name", "told"),
    [
        ("001", "精致市南", "179个攻坚项目"),
        ("002", "阳光社区团购平台", "居民享受到更多的便利和实惠"),
        ("002", "流动服务车", "120辆"),
        ("002", "擂台比武", "是比拼,更是交流"),
        ("003", "项目论证评估机制", "形成评估报告,实现精准招商"),
        ("003", "大遍访大评议", "进行调查评议"),
        ("003", "全生命周期服务", "全过程"),
        ("003", "办事全流程公开", "上墙上网"),
        ("004", "作风兴市考评奖惩机制", "畅通作风问题举报投诉渠道"),
        ("004", "快决快议", "2000多亩征地任务"),
        ("004", "项目工作专班", "精准分析研判"),
        ("004", "红黑榜", "绩效考评指挥棒"),
        ("004", "学用政策促发展", "绩效考评指挥棒"),
        ("003", "多诺合一2.0,一标核准即办成", "20个告知承诺制事项"),
    ],
)
def test_what_a_way_of_working_is_the_text_answers(number: str, name: str, told: str) -> None:
    article = _article(number)
    assert any(told in simplify(article.text_of(passage)) for passage in _slogans(number)[name].says)


def test_members_spread_over_paragraphs_are_explained_by_them() -> None:
    members = _slogans("000")["六种精神"].members
    assert members[0].text == "讲政治、顾大局的担当精神"
    assert members[5].text == "甘当配角、不争名利的谦让精神"
    assert all(member.says for member in members)


def test_glosses_that_run_crosswise_are_paired_by_meaning() -> None:
    article = _article("000")
    glosses = {m.text: [article.text_of(p) for p in m.says] for m in _slogans("000")["十二条军规"].members}
    assert "有问必答" in glosses["有求必应"][0]
    assert "放下身段" in glosses["靠上服务"][0]
    assert "契约精神" in glosses["有诺必践"][0]
    assert "一盘棋" in glosses["人人有责"][0]
    assert "首问负责" in glosses["首问负责"][0]
    given = [text for texts in glosses.values() for text in texts]
    assert len(given) == len(set(given)), "a gloss explains one member"
    assert glosses["恪尽职守"] == [], "where no words tell, none is given"


def test_four_kinds_of_rectification_are_inferred_only() -> None:
    slogan = _slogans("000")["四项治理"]
    assert [member.text for member in slogan.members] == ["精神状态", "群众观念", "营商环境", "工作落实"]
    assert slogan.stated == 0
    assert not slogan.complete


@pytest.mark.parametrize(
    ("number", "texts"),
    [
        (
            "000",
            [
                "精神大提振、素质大提升、攻坚大突破",
                "严、真、细、实、快",
                "作风能力提升年",
                "一口受理",
                "案无积卷、事不过夜",
            ],
        ),
        ("001", ["一年重谋划、两年快起步、三年见成效、五年大变样", "精致市南", "起步就是冲刺"]),
        ("002", ["在考核比拼中找差距、在服务项目中练本领、在难点攻坚中察实绩", "作风能力提升年"]),
        ("002", ["重实干、重实绩"]),
        ("004", ["上级点、班子议、干部评、群众提"]),
        ("003", ["比信心、比能力、比干劲、比本领", "日日学、周周练、月月比", "好差评", "五个中心"]),
        ("004", ["作风就是保障", "立等办结", "书记在现场", "广西东大门", "学用政策促发展", "137"]),
    ],
)
def test_formulations_of_every_kind_are_found(number: str, texts: list[str]) -> None:
    assert set(texts) <= set(_slogans(number))


@pytest.mark.parametrize(
    ("number", "texts"),
    [
        ("000", ["冲锋号", "关键词", "一亩三分地", "白加黑", "五加二", "两会", "空头支票", "铁军"]),
        ("001", ["不难", "五年大变样"]),
        ("002", ["一把手", "硬骨头"]),
        ("004", ["中阻梗", "任务书", "发令枪", "快进键", "干货", "活字典"]),
    ],
)
def test_metaphors_idioms_and_scare_words_are_none(number: str, texts: list[str]) -> None:
    assert set(texts).isdisjoint(_slogans(number))


def test_what_is_one_counter_is_answered_with_the_words_of_the_text_and_nothing_else() -> None:
    article = _article("000")
    (answer,) = (article.text_of(passage) for passage in _slogans("000")["一口受理"].says)
    assert answer.startswith("可统一将申请材料交由企业服务中心")
    assert "由中心工作人员全程跟踪服务" in answer
    assert "2021年度" not in answer


def test_who_proposed_it_is_named_without_what_describes_them() -> None:
    assert simplify(_slogans("003")["多诺合一2.0,一标核准即办成"].proposed_by or "") == "行政审批服务部"


def test_two_articles_share_the_keys_of_what_they_both_name() -> None:
    shared = {slogan.key for slogan in _slogans("000").values()} & {slogan.key for slogan in _slogans("001").values()}
    assert {"六种精神", "十二条军规", "城市更新三年攻坚行动"} <= shared


def test_what_the_text_does_not_explain_has_no_explanation() -> None:
    assert not _slogans("004")["137"].says
    assert not _slogans("004")["书记在现场"].says
