"""After layout one line holds one paragraph, and what was right stays as it was."""

from __future__ import annotations

import json
from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.messages.lookup import sentences
from reader.model import Decoded, Edit, Restored, apply_edits, check_disjoint, compose
from reader.restoration.layout import LAYOUT_PASSES
from reader.restoration.layout.records import Records

CASES = json.loads((Path(__file__).parents[2] / "cases" / "layout.json").read_text(encoding="utf-8"))
PAGES = st.lists(
    st.sampled_from(
        (
            *"，。、；：！？“”（）《》—… \u00a0\n\t■|",
            "　　",
            "\n\n",
            "\r\n",
            "全区上下",
            "abc",
            "图为",
            "（来源：区委）",
            "第一条",
            "一是",
            "2022-03-03 10:00",
            "記者 王玮",
            "新桥网3月3日讯",
        )
    ),
    max_size=40,
).map("".join)


def lay_out(text: str) -> Restored:
    edits: tuple[Edit, ...] = ()
    current = text
    for find in LAYOUT_PASSES:
        found = tuple(find(current))
        check_disjoint(found, len(current))
        edits = compose(text, edits, found)
        current = apply_edits(current, found)
    restored = Restored(Decoded(text, ()), edits)
    assert restored.text == current
    return restored


def squeeze(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("case", CASES["becomes"], ids=lambda case: case["why"])
def test_broken_lines_are_put_right(case: dict[str, str]) -> None:
    assert lay_out(case["text"]).text == case["becomes"]


@pytest.mark.parametrize("case", CASES["stays"], ids=lambda case: case["why"])
def test_lines_that_are_right_are_left_alone(case: dict[str, str]) -> None:
    assert lay_out(case["text"]).edits == ()


@pytest.mark.parametrize("case", CASES["becomes"], ids=lambda case: case["why"])
def test_laying_out_again_changes_nothing(case: dict[str, str]) -> None:
    assert lay_out(case["becomes"]).edits == ()


def test_an_article_on_one_line_falls_into_its_paragraphs() -> None:
    parts = list(CASES["flattened"].values())
    assert lay_out(" ".join(parts)).text == "\n".join(parts)


def test_captions_inside_a_flattened_page_are_set_apart() -> None:
    text = CASES["flattened"]
    parts = [
        text["opening"],
        "（图为改造后的小区。记者 张明 摄）",
        text["heading"],
        text["second"],
        "图①：工地鸟瞰图。本报记者 李华 摄",
        text["third"],
    ]
    assert lay_out(" ".join(parts)).text == "\n".join(parts)


def test_a_chapter_and_its_articles_on_one_line_are_set_apart() -> None:
    articles = [
        f"第{number}条　各部门应当按照职责分工做好有关工作，并于每年年底报告情况。" for number in "一二三四五六七八"
    ]
    parts = [
        "第一章 总则",
        *articles,
        "第二章 附则",
        "第九条　本办法由区政府办公室负责解释，自公布之日起施行，有效期五年。" * 3,
    ]
    assert lay_out(" ".join(parts)).text == "\n".join(parts)


def test_items_of_a_list_on_one_line_are_set_apart() -> None:
    items = [f"（{number}）负责本区域的防汛工作，并按月报告；" for number in "一二三四"]
    parts = ["关于明确防汛责任的通知", "各镇人民政府，区政府各部门：", "现将责任分工通知如下：", *items]
    assert lay_out(" ".join((*parts, "特此通知，请遵照执行。"))).text == "\n".join((*parts, "特此通知，请遵照执行。"))


def test_a_dateline_a_salutation_and_a_signature_on_one_line_are_set_apart() -> None:
    text = CASES["flattened"]
    letter = ["各镇人民政府，各有关单位：", text["second"], text["third"], "滨河区人民政府办公室", "2022年3月9日"]
    assert lay_out(" ".join(letter)).text == "\n".join(letter)
    report = ["滨河区召开项目推进大会", "新华社滨河3月9日电（记者 张明）" + text["second"], text["third"]]
    assert lay_out(" ".join(report)).text == "\n".join(report)


def test_a_list_of_appointments_on_one_line_is_set_apart() -> None:
    parts = [
        "决定任命：",
        "张明为滨河区副区长；",
        "李 华（女）、王建国为滨河区人民法院审判员。",
        "免去：",
        "赵志强的滨河区教育局局长职务。",
        "会议还听取了有关报告，审议了有关议案，通过了有关决定。出席会议的有三十一人，超过组成人员的半数，符合法定人数。",
        "会前，大家学习了有关法律，观看了一部短片。会后，区长与新任命的人员一一谈话，勉励他们勤政为民、廉洁奉公。",
    ]
    assert lay_out(" ".join(parts)).text == "\n".join(parts)


def test_a_dateline_with_a_gap_behind_it_stays_with_its_report() -> None:
    text = CASES["flattened"]
    parts = ["滨河区召开项目推进大会", "本报讯（记者 张明） " + text["second"], text["third"]]
    assert lay_out(" ".join(parts)).text == "\n".join(parts)


def test_a_caption_keeps_the_name_of_its_photographer() -> None:
    text = CASES["flattened"]
    caption = "村民在田间劳作，丰收在望。 本报记者 张明 摄"
    parts = [text["opening"], caption, text["heading"], text["second"]]
    assert lay_out(" ".join(parts)).text == "\n".join(parts)


def test_a_page_without_gaps_falls_apart_where_its_sentences_say_so() -> None:
    text = CASES["flattened"]
    parts = [
        text["opening"] + text["third"].replace("“", "").replace("”", ""),
        text["second"] * 3,
        "图为改造后的小区。（记者 张明 摄）",
        "据悉，" + text["third"].replace("“", "").replace("”", ""),
    ]
    assert lay_out("".join(parts)).text == "\n".join(parts)


HEAD = ["滨河新闻网", "首页 > 时政 > 正文", "老街开出新书店 夜里亮起一盏灯", "2022年3月9日 10:20 来源：滨河日报"]
WRITERS = "本报记者 王玮 通讯员 李小红"


@pytest.mark.parametrize("gap", ["", " ", "  ", "\u3000", "\u3000\u3000"])
def test_what_stands_over_a_flattened_article_is_set_apart(gap: str) -> None:
    text = CASES["flattened"]
    parts = [*HEAD, WRITERS, text["second"], text["third"]]
    lines = lay_out(gap.join(parts)).text.split("\n")
    assert lines[:5] == [*HEAD, WRITERS]
    assert "".join(lines[5:]) == text["second"] + text["third"]


@pytest.mark.parametrize(
    "start",
    [
        "台风于2022年3月9日10:20在滨河登陆，",
        "2022年3月9日10:20，滨河区召开大会，",
        "记者 王玮了解到，滨河区召开大会，",
        "会议结束以后，记者 王玮 通讯员 李小红了解到滨河区召开大会，",
        "大会结束以后记者 王玮在会场外见到滨河区的代表，",
        "资金来源：区财政在年初安排，",
        "滨河区召开大会，来源：各街道上报的数字由专人核对，",
    ],
)
def test_a_day_or_a_name_in_a_sentence_is_no_bar(start: str) -> None:
    assert "\n" not in lay_out(start + CASES["flattened"]["second"]).text


@pytest.mark.parametrize(
    "head",
    [
        ["老街开出新书店 夜里亮起一盏灯", "2022-03-04 09:48:05"],
        ["老街开出新书店 夜里亮起一盏灯", "本报评论员", "2022-03-04 来源：滨河日报"],
        ["【打印】 【关闭】", "老街开出新书店 夜里亮起一盏灯", "发布机构：滨河区政府办公室 发布日期：2022-03-04"],
        ["您所在的位置：滨河新闻网 >> 社会新闻", "老街开出新书店 夜里亮起一盏灯", "2022-03-04 09:48"],
    ],
)
def test_a_headline_is_told_from_what_is_glued_to_it(head: list[str]) -> None:
    text = CASES["flattened"]
    assert "老街开出新书店 夜里亮起一盏灯" in lay_out("".join([*head, text["second"] * 2])).text.split("\n")


def test_a_report_that_opens_with_its_headline_is_told_from_it() -> None:
    line = "滨河大桥昨天正式合龙滨河大桥昨天合龙，市民等了三年。" + CASES["flattened"]["second"]
    assert lay_out(line).text.startswith("滨河大桥昨天正式合龙\n滨河大桥")


def test_a_name_whose_end_nothing_tells_is_not_cut() -> None:
    text = "责任编辑：高燕金阳日报讯（通讯员 赵丽）"
    line = "老街开出新书店2022年3月9日 来源：滨河日报" + text + CASES["flattened"]["second"]
    assert text in lay_out(line).text


def test_editors_links_and_notices_glued_to_the_end_are_set_apart() -> None:
    text = CASES["flattened"]
    under = ["责任编辑：王玮", "上一篇：老街开出新书店", "下一篇：新桥通车", "Copyright © 2009-2024 滨河网 版权所有"]
    assert lay_out("".join([text["second"] * 3, *under])).text.split("\n")[-4:] == under


def test_long_text_without_gaps_falls_into_groups_of_sentences() -> None:
    sentence = "工地上的人们从早忙到晚，谁也不肯歇一歇，大家心里都憋着一股劲。"
    lines = lay_out(sentence * 30).text.split("\n")
    assert all(len(line) <= 400 and line.endswith("。") for line in lines)
    assert len(lines) > 2


def test_a_single_paragraph_without_gaps_stays_one() -> None:
    assert lay_out(CASES["flattened"]["second"]).edits == ()


@pytest.mark.parametrize("gap", [" ", "  ", "\u3000", "\u3000\u3000"])
def test_a_flattened_page_is_laid_out_once_and_for_all(gap: str) -> None:
    laid_out = lay_out(gap.join(CASES["flattened"].values())).text
    assert lay_out(laid_out).edits == ()


def test_text_with_a_space_behind_every_sentence_is_not_flattened() -> None:
    text = "天气转暖了。 大家都下地干活。 麦苗长得很好。 今年雨水足。 " * 20
    assert "\n" not in lay_out(text).text


def test_a_space_inside_a_quotation_does_not_divide() -> None:
    inside = "“第一句话说完了。 第二句话还在引号里面，说的是同一件事情，没有任何停下来的意思。”"
    parts = [CASES["flattened"]["opening"] + inside + "大家听了都点头。", CASES["flattened"]["second"] * 2]
    assert lay_out(" ".join(parts)).text.count("\n") == 1


def test_a_page_of_headlines_of_one_width_is_not_wrapped() -> None:
    text = "\n".join(
        ["全区召开项目推进会部署重点任务", "各镇街开展春季植树活动增添绿意", "社区举办邻里节活动拉近你我距离"]
    )
    assert lay_out(text).edits == ()


def test_a_latin_word_cut_by_a_fixed_width_is_whole_again() -> None:
    paragraph = "区域经济伙伴协定RCEP生效以来，海关签发原产地证书三千多份，企业享受了实惠，订单也多了两成。" * 3
    wrapped = "\n".join(paragraph[start : start + 15] for start in range(0, len(paragraph), 15))
    assert wrapped.count("RCEP") == 2
    assert lay_out(wrapped).text == paragraph


@pytest.mark.parametrize("width", [20, 31, 38])
@pytest.mark.parametrize(("indent", "gap"), [("", "\n\n"), ("　　", "\n"), ("　　", "\n\n")])
def test_hard_wraps_at_any_width_are_undone(width: int, indent: str, gap: str) -> None:
    paragraphs = [CASES["flattened"][name] for name in ("second", "third", "second")]
    wrapped = []
    for paragraph in paragraphs:
        text = indent + paragraph
        wrapped.append("\n".join(text[start : start + width] for start in range(0, len(text), width)))
    assert [line for line in lay_out(gap.join(wrapped)).text.split("\n") if line] == paragraphs


@given(PAGES)
def test_nothing_but_space_is_touched(text: str) -> None:
    assert squeeze(lay_out(text).text) == squeeze(text)


@given(PAGES)
def test_every_line_is_trimmed_and_every_line_end_plain(text: str) -> None:
    result = lay_out(text).text
    assert not set("\r\u2028\u2029\x0b\x0c") & set(result)
    records = Records(result)
    starts = accumulate((len(line) + 1 for line in result.split("\n")), initial=0)
    assert all(
        line == line.strip() or records.at(start) for start, line in zip(starts, result.split("\n"), strict=False)
    )


@given(PAGES)
def test_every_reason_has_its_sentence_in_both_languages(text: str) -> None:
    for edit in lay_out(text).edits:
        for reason in edit.reason.flat():
            for language in ("zh", "en"):
                assert sentences(language)[f"reason.{reason.code}"].format_map(dict(reason.args))


@pytest.mark.parametrize("text", ["“" * 5000, "( " * 5000, "中 " * 5000, "\n 。" * 5000, " " * 5000, "第一条 " * 3000])
def test_hostile_pages_lose_nothing(text: str) -> None:
    assert squeeze(lay_out(text).text) == squeeze(text)
