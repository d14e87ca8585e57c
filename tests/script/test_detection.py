"""Simplified, Traditional, and Traditional that a machine made."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.lexicons.build import opencc_pairs
from reader.model import Script
from reader.script.detection import detect_published_script, detect_script

SEEDS = Path(__file__).parents[2] / "seeds"

WRITTEN_BY_PEOPLE = [
    "皇后與王后乘車三十公里，到村里拜訪里長，又登茶几旁看北斗七星，若干人等不敢干涉。",
    "詩人余光中、學者范仲淹的後人與于右任的門生同席，談乾隆年間的乾旱與乾坤。",
    "公司制定規定，由製造部門製作樣品；關係人應於三日內聯繫，逾期不予准許，標準另行公布。",
    "警方拘捕一名男子，指他涉嫌在旺角一間麵包店偷竊手錶，案件交由重案組跟進，暫時未有人受傷。",
    "他在髮廊理髮後出發，沿途發現山谷裏稻穀成熟，松樹旁有人捨不得離去，松林之間傳來歡呼聲。",
    "政府總部表示，羣眾對新措施的反應正面，當局會繼續推動複核機制，並適時恢復有關服務，着力改善。",
    "委員會準用前項規定，其組織準則由主管機關定之；併同審查之案件，應予迴避者不得參與表決。",
    "發布",
    "臺灣與台灣都有人寫，裏面與裡面亦然；了解、瞭解，周末、週末，各從其便。",
]

MADE_BY_A_MACHINE = [
    "考察干部，先后奮斗，建筑業聯系群眾。",
    "對于這么復雜的斗爭，要防范風險，制作方案。",
    "若幹公裏之外，皇後與王後幹涉內政。",
    "關系到千家萬戶，經批準後公布，頭發與面包也在其中，聯系方式見附件。",
    "干(gàn)部要有實干精神，戰斗(dòu)員要沖刺。",
]


@pytest.mark.parametrize("text", WRITTEN_BY_PEOPLE)
def test_what_people_wrote_in_traditional_was_published_in_it(text: str) -> None:
    assert detect_script(text) is Script.TRADITIONAL
    assert detect_published_script(text) is Script.TRADITIONAL


@pytest.mark.parametrize("text", MADE_BY_A_MACHINE)
def test_what_a_machine_converted_was_published_in_simplified(text: str) -> None:
    assert detect_script(text) is Script.TRADITIONAL
    assert detect_published_script(text) is Script.SIMPLIFIED


@pytest.mark.parametrize("text", ["", "2022", "GDP", "人民日本中文", "wǎng", "〓\ufffd"])
def test_nothing_is_said_without_evidence(text: str) -> None:
    assert detect_script(text) is None
    assert detect_published_script(text) is None


def test_a_character_of_both_scripts_says_nothing() -> None:
    for character in "后里台只干面了着著于云余松":
        assert detect_script(character) is None, character


@pytest.mark.parametrize(("name", "script"), [("000", "simplified"), ("004", "simplified")])
def test_the_simplified_samples_are_simplified(name: str, script: str) -> None:
    text = next(SEEDS.glob(f"{name}_*")).read_text(encoding="utf-8")
    assert detect_script(text) == detect_published_script(text) == Script(script)


@pytest.mark.parametrize("name", ["001", "002", "003"])
def test_the_traditional_samples_were_published_in_simplified(name: str) -> None:
    text = next(SEEDS.glob(f"{name}_*")).read_text(encoding="utf-8", errors="replace")
    assert detect_script(text) is Script.TRADITIONAL
    assert detect_published_script(text) is Script.SIMPLIFIED


def test_a_simplified_sample_converted_character_by_character_is_found_out() -> None:
    kept = "干后里么余斗系于范制并筑松谷复"
    table = {ord(old): new[0] for old, new in opencc_pairs("STCharacters") if old not in kept}
    for path in SEEDS.glob("00[04]_*.txt"):
        converted = path.read_text(encoding="utf-8").translate(table)
        assert detect_script(converted) is Script.TRADITIONAL
        assert detect_published_script(converted) is Script.SIMPLIFIED


@given(st.text(alphabet="国國發发干后里(ǎ)a1，于於", max_size=40))
def test_a_page_that_is_not_traditional_was_published_as_it_is(text: str) -> None:
    if detect_script(text) is not Script.TRADITIONAL:
        assert detect_published_script(text) is detect_script(text)
