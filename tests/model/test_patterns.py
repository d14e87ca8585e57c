"""Patterns that are compiled when they are first used."""

import re

import pytest

from reader.model.patterns import pattern


def test_a_pattern_finds_what_the_compiled_one_finds() -> None:
    late, compiled = pattern(r"(\d+)年", re.ASCII), re.compile(r"(\d+)年", re.ASCII)
    text = "2021年至2035年"
    assert late.findall(text) == compiled.findall(text)
    assert late.sub("", text) == compiled.sub("", text)
    assert late.pattern == compiled.pattern


def test_nothing_is_compiled_before_the_first_use() -> None:
    broken = pattern("(")
    with pytest.raises(re.error):
        broken.search("")


def test_a_pattern_has_no_other_attributes() -> None:
    with pytest.raises(AttributeError):
        getattr(pattern("a"), "scanner")  # noqa: B009
