"""The forward model makes what real pages show."""

from __future__ import annotations

import random

import pytest

from tests.damage.annotation import Site
from tests.damage.byte_farm import Left, damage_bytes
from tests.damage.conversion import in_traditional
from tests.damage.pages import KINDS
from tests.damage.texts import own_articles
from tests.damage.traced import folded

READINGS = {"報": "bào", "請": "qǐng", "區": "qū", "節": "jié", "現": "xiàn", "網": "wǎng", "攤": "tān"}
SITE = Site(READINGS)


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        ("日報", "日?qǐng)?bào)"),
        ("網絡", "網(wǎng)絡"),
        ("硬仗。”市南區委", "硬仗?！笔心蠀^(qū)委"),
        ("爭先。現在", "爭先?,F(xiàn)在"),
        ("展潛能", "展?jié)撃?/p>"),
        ("事事‘不難’。”", "事事‘不難’?！?/p>"),
    ],
)
def test_a_script_that_works_on_bytes_leaves_what_pages_show(published: str, shown: str) -> None:
    garbled = damage_bytes(published, SITE, random.Random(0), cut=1.0)
    assert folded(garbled.shown, "，：；？（）").text == shown


def test_what_is_left_of_each_character_of_a_run_is_known() -> None:
    (run,) = damage_bytes("硬仗。”市南區委", SITE, random.Random(0), cut=1.0).runs
    assert (run.text, run.left) == ("。”市南區", (Left.HALF, *[Left.WHOLE] * 4))
    assert run.recoverable
    assert not run.determined


def test_a_swallowed_digit_is_not_recoverable() -> None:
    (run,) = damage_bytes("好。”4月", Site({}), random.Random(0), cut=1.0).runs
    assert run.left[-1] is Left.NOTHING
    assert not run.recoverable


def test_characters_that_such_pages_convert_in_their_own_way() -> None:
    assert in_traditional("干部后来这么里面余地台着") == "干部后來這么里面余地臺著"


@pytest.mark.parametrize("kind", KINDS)
def test_every_character_with_an_origin_was_published_there(kind: str) -> None:
    for name, article in own_articles().items():
        page = KINDS[kind](article, random.Random(name))
        pairs = [(c, page.published[o]) for c, o in zip(page.shown.text, page.shown.origins, strict=True) if o >= 0]
        assert all(shown == was or ord(shown) == ord(was) - 0xFEE0 for shown, was in pairs)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_seed_makes_the_same_page(kind: str) -> None:
    (article, *_) = own_articles().values()
    one, other = (KINDS[kind](article, random.Random(5)) for _ in range(2))
    assert (one.bytes, one.lines, one.runs) == (other.bytes, other.lines, other.runs)
