"""What the two character tables make equal, and what they leave apart."""

from __future__ import annotations

import pytest

from reader.lexicons import build
from reader.script.folding import fold, simplify

SAME_IN_SEARCH = [
    ("着力", "著力"),
    ("台湾", "臺灣"),
    ("这里", "這裡"),
    ("这里", "這裏"),
    ("干部", "幹部"),
    ("群众", "羣衆"),
    ("为了", "爲了"),
    ("了解", "瞭解"),
    ("计划", "計畫"),
    ("发布", "發佈"),
    ("说明", "説明"),
    ("户口", "戶口"),
    ("产业", "産業"),
    ("温度", "溫度"),
    ("GDP", "ｇｄｐ"),
    ("２０２２", "2022"),
    ("人口", "⼈⼝"),
    ("金", "\uf90a"),
    ("网络", "網絡"),
    ("复杂", "複雜"),
    ("答复", "答覆"),
]

OTHER_IN_SEARCH = [
    ("辩论", "辨论"),
    ("花瓣", "花辨"),
    ("过滤", "过沪"),
    ("联系", "连系"),
    ("艺术", "芸术"),
    ("产业链", "产业炼"),
    ("“", '"'),
    ("、", ","),
    ("。", "."),
    ("《", "<"),
    ("——", "--"),
    ("账户", "帐户"),
    ("已", "己"),
    ("末", "未"),
    ("人", "入"),
    ("他", "她"),
]


@pytest.mark.parametrize(("one", "other"), SAME_IN_SEARCH)
def test_variants_find_each_other(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), OTHER_IN_SEARCH)
def test_other_words_do_not(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("乾燥、於是、裡面、喫飯、佔據", "干燥、于是、里面、吃饭、占据"),
        ("瞭解情況，憑藉優勢", "了解情况,凭借优势"),
        ("“六種精神”《條例》——……·", "“六种精神”《条例》——……·"),
        ("ＧＤＰ　增長５０％（同比）", "gdp 增长50%(同比)"),
        ("著名", "著名"),
        ("覆蓋", "覆盖"),
    ],
)
def test_simplify_keeps_what_marks_a_text(text: str, expected: str) -> None:
    assert simplify(text) == expected


def test_no_class_is_broad() -> None:
    classes: dict[str, int] = {}
    for representative in build.fold_table().values():
        classes[representative] = classes.get(representative, 1) + 1
    assert max(classes.values()) <= 7


def test_both_tables_are_stable_and_agree() -> None:
    simplified, folded = build.simplify_table(), build.fold_table()
    for table in (simplified, folded):
        assert not [old for old, new in table.items() if new in table]
    assert not [old for old, new in simplified.items() if folded.get(old, old) != folded.get(new, new)]
