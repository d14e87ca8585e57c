"""Words are cut as jieba cuts them, quietly and without its files."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis import segmentation
from reader.analysis.segmentation import cut
from reader.lexicons import build
from reader.lexicons.words import TOTAL_COUNT
from reader.script.folding import simplify
from reader.script.overlay import mend_simplified

SEEDS = Path(__file__).parents[2] / "seeds"


def words_of(text: str) -> list[str]:
    return [text[span.start : span.end] for span in cut(text)]


@given(st.text(alphabet="市南区作风能力提升的，。a1 (\ufffd\u3000𠀀\n於著", max_size=60))
def test_words_cover_the_text_without_gaps(text: str) -> None:
    assert "".join(words_of(text)) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推動高質量發展", ["推動", "高質量發展"]),
        ("着力提升", ["着力", "提升"]),
        ("著力提升", ["著力", "提升"]),
        ("顯著提升，著名作家", ["顯著", "提升", "，", "著名作家"]),
    ],
)
def test_text_is_cut_in_the_script_it_is_written_in(text: str, expected: list[str]) -> None:
    assert words_of(text) == expected


def test_cuts_are_those_of_jieba_over_its_own_dictionary_and_modern_words(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    jieba = segmentation._import_jieba()
    own = jieba.Tokenizer()
    own.tmp_dir = str(tmp_path)
    for word, least in build.modern_words().items():
        own.add_word(word, max(least, own.FREQ.get(word, 0)))
    own.total = TOTAL_COUNT
    monkeypatch.setattr(segmentation, "terms", frozenset)
    monkeypatch.setattr(segmentation, "terms_by_start", dict)
    segmentation.word_count.cache_clear()
    for path in SEEDS.glob("0*.txt"):
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            assert [len(word) for word in words_of(line)] == [len(word) for word in own.lcut(simplified(line))]
    segmentation.word_count.cache_clear()


def simplified(line: str) -> str:
    return mend_simplified(simplify(line))


def test_the_count_of_all_words_is_that_of_jieba() -> None:
    assert build.total_count() == TOTAL_COUNT


def test_a_long_line_of_unknown_characters_is_cut_in_linear_time() -> None:
    assert sum(span.length for span in cut("㐀㐁㐂㐃" * 5000)) == 20000


def test_jieba_is_imported_late_and_says_nothing() -> None:
    code = """
import sys
from reader.analysis import keywords
before = "jieba" in sys.modules
from reader.analysis.segmentation import cut
cut("推动发展")
print(before, "jieba" in sys.modules, "pkg_resources" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True)
    assert (done.stdout.strip(), done.stderr) == ("False True False", "")
