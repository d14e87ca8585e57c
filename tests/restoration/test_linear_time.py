"""Twice the text takes twice the work, whatever stands on the page.

Work is counted in calls, which are the same on every machine. What happens inside one call, as a search that starts
anew at every character, shows in time alone: there a text is made so much longer that no noise hides the difference
between proportional and quadratic.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from time import process_time
from types import FrameType

import pytest

from reader.model import Decoded, Origin
from reader.restoration.decoding import decode
from reader.restoration.passes import restore
from reader.structure.articles import build_article
from tests.damage.pages import KINDS
from tests.damage.texts import own_articles

SENTENCE = "全市老旧小区改造工作推进会召开，会议总结了上半年的做法，部署了下一阶段的任务。"
HOSTILE = (
    *("?!", "?", "?！", "甲?！乙", "日?ā)", "(", ")", "(a)", "（", "網(wǎng)"),
    *("\ue000", "\0", "\ufffd", "\u200b", "\U00020000"),
    *("\n", "\r\n", "\r", " ", "\u3000", "\t", "甲\n", "甲 ", "甲。", "甲。 ", "ab\n"),
    *("<", ">", "<p>", "</p>", "?/p>", "&", "&amp", "&amp;", "&#38;"),
    *("0", "1,", ".", ",", "，", "-", "—", "…", "|", "“", "”", "“甲”、", "《", "》", " > 甲", "■"),
    *("鏀跨瓥", "鏀跨瓥鍙?", "Ã", "ÖÐ", "Ã¥Â", "锟斤拷", "“锟斤拷”乱码"),
    *("~{VP~}", "\\u4e2d", "\\n", "%E4", "%E4%B8%AD"),
    *("=E4=B8=AD", "&#20013;", "&#x4e2d;", "&nbsp;", "<p>、", "写成<br>", '{"甲": 1}\n', "a,b\n", "1|2|3\n"),
    *("（chū）", "小(xiǎo)", "网(wǎng)", "長(zhǎng)長(cháng)", "·", "(  )", "。?！笔心", "甲,", "甲,（乙）", "甲\n\n"),
    *("2022年1月", "2022-02-17 ", "来源：", "记者 ", "作 者", "责编：甲 ", "版权所有 ", "第一条 "),
    *("— ", "1/", "# ", "**"),
    SENTENCE,
    SENTENCE + "\n",
    SENTENCE.replace("，", "").replace("。", ""),
)
"""What a text is made of that holds nothing else."""


def _work(text: str) -> int:
    """Calls made to restore a text."""
    calls = 0

    def count(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        restore(Decoded(text, ()))
    finally:
        sys.setprofile(before)
    return calls


def _seconds(run: Callable[[], object]) -> float:
    """Processor time of a run."""
    start = process_time()
    run()
    return process_time() - start


def _long(unit: str, length: int) -> str:
    return (unit * (length // len(unit) + 1))[:length]


@pytest.mark.parametrize("unit", HOSTILE, ids=ascii)
def test_twice_a_hostile_text_takes_no_more_than_twice_the_calls(unit: str) -> None:
    _work(_long(unit, 1000))  # what is looked up once is looked up
    once, twice = _work(_long(unit, 3000)), _work(_long(unit, 6000))
    assert twice <= 2.2 * once + 500


@pytest.mark.parametrize(
    "kind", ["gbk farm, one line", "gbk farm, lines", "character farm, lines", "entities", "clean"]
)
def test_twice_a_page_takes_no_more_than_twice_the_calls(kind: str) -> None:
    rng = random.Random(5)
    page = KINDS[kind](own_articles()["旧城更新"], rng).shown.text
    _work(page)
    once, twice = _work("\n".join([page] * 2)), _work("\n".join([page] * 4))
    assert twice <= 2.3 * once + 2000


@pytest.mark.parametrize("unit", HOSTILE, ids=ascii)
def test_no_search_inside_a_call_starts_anew_at_every_character(unit: str) -> None:
    def run(length: int) -> Callable[[], object]:
        text = _long(unit, length)
        data = text.encode()
        return lambda: build_article(restore(decode(data)), "id", Origin())

    run(1000)()  # what is looked up once is looked up
    short = min(_seconds(run(1000)) for _ in range(3))
    limit = 100 * (short + 0.002)  # 16 times the text: 16 where work is proportional, 256 where it is quadratic
    assert any(_seconds(run(16_000)) <= limit for _ in range(3))
