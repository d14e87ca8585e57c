"""The packaged list of national formulations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.analysis.slogans import find_slogans, numbered
from reader.analysis.slogans.numbered import declared_by
from reader.lexicons.formulations import Formulation, formulations
from reader.model import Basis
from reader.script.folding import simplify
from tests.analysis.slogans.articles import article_of


@pytest.mark.parametrize("entry", formulations().values(), ids=formulations())
def test_entry_is_simplified_sourced_and_has_as_many_members_as_its_name_says(entry: Formulation) -> None:
    assert re.search(r"(?:19|20)\d\d", entry.source), "the year in which its document set it"
    assert simplify(entry.name) == entry.name
    declared = declared_by(entry.name)
    assert declared is None or len(entry.members) in (0, declared)


@pytest.mark.parametrize("entry", formulations().values(), ids=formulations())
def test_entry_is_found_and_completed_as_what_the_lexicon_says(entry: Formulation) -> None:
    found = {slogan.text: slogan for slogan in find_slogans(article_of(f"会议学习了“{entry.name}”有关文件。"))}
    members = found[entry.name].members
    assert [member.text for member in members] == list(entry.members)
    assert {member.basis for member in members} <= {Basis.LEXICON}
    assert found[entry.name].lexicon_source == entry.source


def test_where_the_text_states_the_members_no_source_of_the_lexicon_is_given() -> None:
    (slogan,) = find_slogans(article_of("增强“四个意识”，即政治意识、大局意识、核心意识、看齐意识。"))
    assert slogan.complete
    assert slogan.lexicon_source is None


@pytest.fixture
def own_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the reader's own list is looked for; every list is read anew before and after."""
    monkeypatch.setenv("POLICY_READER_CONFIG", str(tmp_path))
    for cached in (formulations, numbered._known):
        cached.cache_clear()
    yield tmp_path / "formulations.toml"
    for cached in (formulations, numbered._known):
        cached.cache_clear()


def test_formulations_of_the_readers_own_are_found_and_completed(own_list: Path) -> None:
    own_list.write_text(
        '[[formulation]]\nname = "三个到位"\nmembers = ["责任到位", "措施到位", "督查到位"]\n', encoding="utf-8"
    )
    (slogan,) = find_slogans(article_of("会议要求做到三个到位。"))
    assert [member.text for member in slogan.members] == ["责任到位", "措施到位", "督查到位"]
    assert {member.basis for member in slogan.members} == {Basis.LEXICON}
    assert slogan.lexicon_source is None, "the entry names none"
    assert not slogan.complete
    assert "四个意识" in formulations(), "the packaged ones are still there"


@pytest.mark.parametrize("content", ["[[formulation", '[[formulation]]\nmembers = ["甲"]', 'formulation = "三个到位"'])
def test_a_list_that_cannot_be_read_is_left_out_with_a_sentence(
    own_list: Path, content: str, caplog: pytest.LogCaptureFixture
) -> None:
    own_list.write_text(content, encoding="utf-8")
    assert "四个意识" in formulations()
    assert str(own_list) in caplog.text


def test_names_of_two_characters_count_in_quotation_marks_only() -> None:
    assert not find_slogans(article_of("矛盾具有两重性，要辩证地看。"))
    (slogan,) = find_slogans(article_of("加力支持“两重”建设。"))
    assert [member.text for member in slogan.members] == ["国家重大战略实施", "重点领域安全能力建设"]
