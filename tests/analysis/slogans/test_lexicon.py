"""The packaged list of national formulations."""

from __future__ import annotations

import pytest

from reader.analysis.slogans import find_slogans
from reader.analysis.slogans.numbered import declared_by
from reader.lexicons.formulations import Formulation, formulations
from reader.model import Basis
from reader.script.folding import simplify
from tests.analysis.slogans.articles import article_of


@pytest.mark.parametrize("entry", formulations().values(), ids=formulations())
def test_entry_is_simplified_sourced_and_has_as_many_members_as_its_name_says(entry: Formulation) -> None:
    assert entry.source
    assert simplify(entry.name) == entry.name
    declared = declared_by(entry.name)
    assert declared is None or len(entry.members) in (0, declared)


@pytest.mark.parametrize("entry", formulations().values(), ids=formulations())
def test_entry_is_found_and_completed_as_what_the_lexicon_says(entry: Formulation) -> None:
    found = {slogan.text: slogan for slogan in find_slogans(article_of(f"会议学习了“{entry.name}”有关文件。"))}
    members = found[entry.name].members
    assert [member.text for member in members] == list(entry.members)
    assert {member.basis for member in members} <= {Basis.LEXICON}
