"""Repair against damage done forward: what bytes determine comes back, and sound text stays as it is."""

from __future__ import annotations

import random
import re
from difflib import SequenceMatcher

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Certainty, Decoded, Restored
from reader.restoration.passes import byte_passes, carry_out
from tests.restoration.damaging import damage_bytes, damage_characters, in_traditional

SENTENCES = (
    "会议指出，要把老旧小区改造作为头等大事来抓，今年计划完成120万平方米。",
    "“我们随叫随到，不让群众多跑一趟。”社区书记王建国对记者说。",
    "“问题在哪里，服务就跟到哪里。”从去年开始，街道办事处设立了专门窗口。",
    "他问：“这样的经验能不能推广？”大家都说可以！",
    "全县实现生产总值（GDP）386亿元，同比增长5.2%，财政收入达到21亿元。",
    "坚持问题导向、结果导向，“日日学”“周周练”“月月比”蔚然成风。",
    "“办事不用求人，材料一次交齐。”谈起变化，企业负责人赞不绝口。",
    "这项工作关系到千家万户：水、电、气、暖一样都不能少；责任必须压实到人。",
    "县委认为，发展是第一要务，人才是第一资源，创新是第一动力。",
    "“大家心往一处想，劲往一处使！”动员大会上，掌声经久不息。",
)
PARAGRAPHS = st.lists(st.sampled_from(SENTENCES), min_size=5, max_size=12)


def repaired(text: str) -> Restored:
    return carry_out(Decoded(text, ()), byte_passes(text))


def pattern_of(restored: Restored) -> str:
    """What a repair says of the published text: sure characters, and a place for each doubtful one."""
    doubtful: set[int] = set()
    for index, edit in enumerate(restored.edits):
        start = restored.replacement_span(index).start
        doubtful |= {start + i for span in edit.doubtful for i in range(span.start, span.end)}
    return "".join(".?" if i in doubtful else re.escape(c) for i, c in enumerate(restored.text))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(PARAGRAPHS, st.integers(0, 10_000))
def test_what_a_repair_is_sure_of_was_published(sentences: list[str], seed: int) -> None:
    damaged = damage_bytes("".join(sentences), random.Random(seed))
    assert re.fullmatch(pattern_of(repaired(damaged.shown)), damaged.published, re.S)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(PARAGRAPHS, st.integers(0, 10_000))
def test_pages_annotated_by_characters_come_back_whole(sentences: list[str], seed: int) -> None:
    damaged = damage_characters("".join(sentences), random.Random(seed))
    restored = repaired(damaged.shown)
    assert restored.text == damaged.published
    assert all(edit.certainty is Certainty.CERTAIN for edit in restored.edits)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(PARAGRAPHS, st.booleans())
def test_sound_text_is_left_alone(sentences: list[str], traditional: bool) -> None:
    text = "\n".join(sentences)
    assert repaired(in_traditional(text) if traditional else text).edits == ()


@settings(max_examples=40, deadline=None, derandomize=True)
@given(PARAGRAPHS, st.integers(0, 10_000))
def test_repairing_again_changes_nothing(sentences: list[str], seed: int) -> None:
    once = repaired(damage_bytes("".join(sentences), random.Random(seed)).shown).text
    assert repaired(once).text == once


@settings(max_examples=20, deadline=None, derandomize=True)
@given(PARAGRAPHS, st.integers(0, 10_000))
def test_refusing_one_edit_brings_back_only_what_stood_there(sentences: list[str], seed: int) -> None:
    shown = damage_bytes("".join(sentences), random.Random(seed)).shown
    restored = repaired(shown)
    for index, edit in enumerate(restored.edits):
        span = restored.replacement_span(index)
        expected = restored.text[: span.start] + shown[edit.start : edit.end] + restored.text[span.end :]
        assert restored.without(edit).text == expected


@pytest.mark.parametrize("annotated", [0.3, 0.6, 1.0])
def test_few_characters_of_damaged_pages_are_wrong_after_repair(annotated: float) -> None:
    wrong = published = cuts = 0
    for seed in range(12):
        rng = random.Random(seed)
        text = "".join(rng.sample(SENTENCES, len(SENTENCES)))
        damaged = damage_bytes(text, rng, annotated=annotated)
        blocks = SequenceMatcher(None, damaged.published, repaired(damaged.shown).text, autojunk=False)
        wrong += sum(max(b - a, d - c) for op, a, b, c, d in blocks.get_opcodes() if op != "equal")
        published += len(damaged.published)
        cuts += damaged.cuts
    assert cuts > 20
    assert wrong <= 0.002 * published


@given(st.text(alphabet="?!,。”網絡(wǎng)ā\ue0e3笔蠀/p>\n&;9", max_size=80))
@settings(max_examples=150, deadline=None)
def test_no_text_makes_it_fail(text: str) -> None:
    restored = repaired(text)
    assert restored.source.text == text
