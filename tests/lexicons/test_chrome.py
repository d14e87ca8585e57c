"""The words that pages set around their articles: written as the rules read them, and each of them read."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import reader.lexicons.chrome
import reader.structure
from reader.lexicons.chrome import chrome_pattern, chrome_words
from reader.script.folding import simplify

TABLE = tomllib.loads(Path(reader.lexicons.chrome.__file__).with_name("chrome.toml").read_text(encoding="utf-8"))
RULES = "".join(path.read_text(encoding="utf-8") for path in Path(reader.structure.__file__).parent.glob("*.py"))


@pytest.mark.parametrize("section", TABLE)
def test_a_section_says_what_it_is_and_has_each_entry_once_as_lines_are_seen(section: str) -> None:
    entries = TABLE[section]["words"].split()
    assert TABLE[section]["about"].endswith(".")
    assert len(entries) == len(set(entries))
    assert [entry for entry in entries if simplify(entry) != entry and entry != "讚"] == []


@pytest.mark.parametrize("section", TABLE)
def test_a_section_is_read_by_some_rule(section: str) -> None:
    assert re.search(rf"<{section}>|chrome_words\(\"{section}\"\)", RULES)


@pytest.mark.parametrize("section", TABLE)
def test_an_entry_without_gaps_is_found_by_the_pattern_of_its_section(section: str) -> None:
    found = chrome_pattern(f"<{section}>")
    plain = [entry for entry in chrome_words(section) if not re.search("[+~…/]", entry)]
    assert [entry for entry in plain if not found.fullmatch(entry)] == []


def test_gaps_end_at_a_sentence_and_have_their_length() -> None:
    found = chrome_pattern("<notice_permission>")
    assert found.search("未经本站书面授权")
    assert not found.search("未经公示。取得授权")
    assert not found.search("未经" + "公" * 13 + "授权")
