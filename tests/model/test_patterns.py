"""Patterns that are compiled when they are first used."""

import re
from importlib import import_module
from pkgutil import walk_packages

import pytest

import reader
from reader.model.patterns import pattern

LATE = type(pattern(""))


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


def test_every_pattern_of_the_package_can_be_compiled() -> None:
    names = [found.name for found in walk_packages(reader.__path__, "reader.") if not found.name.endswith("__main__")]
    late = [value for name in names for value in vars(import_module(name)).values() if isinstance(value, LATE)]
    assert len(late) > 100
    for one in late:
        re.compile(one.pattern, one.flags)
