"""Commands: one place for keys, footer, palette and help."""

from __future__ import annotations

from collections import Counter

import pytest
from textual.binding import Binding

from reader.messages import choose_language, sentences
from reader.tui.app import ReaderApp
from reader.tui.commands import COMMANDS, FULL_WIDTH, GROUPS, Command, bindings
from reader.tui.palette import help_rows, palette_rows
from reader.tui.screens.reading import ReadingScreen


def test_no_key_does_two_things() -> None:
    for selecting in (True, False):
        keys = Counter(key for one in COMMANDS if one.while_selecting is selecting for key in one.bound_keys)
        assert [key for key, count in keys.items() if count > 1] == []


def test_no_two_commands_have_the_same_name() -> None:
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_command_and_group_is_named_in_both_languages(language: str) -> None:
    named = sentences(language)
    assert {f"command.{command.id}" for command in COMMANDS} <= named.keys()
    assert {f"command.group.{group}" for group in GROUPS} <= named.keys()


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_has_its_action(command: Command) -> None:
    namespace, _, action = command.action.partition("(")[0].rpartition(".")
    assert hasattr(ReaderApp if namespace == "app" else ReadingScreen, f"action_{action}")


@pytest.mark.parametrize(("half", "full"), [(half, full) for half, many in FULL_WIDTH.items() for full in many])
def test_a_full_width_key_does_what_the_half_width_one_does(half: str, full: str) -> None:
    by_key = {binding.key: binding.action for binding in Binding.make_bindings(bindings())}
    keys = {one.key: one for one in Binding.make_bindings([Binding(half, "x"), Binding(full, "x")])}
    first, second = keys
    assert by_key[first] == by_key[second]


def test_the_palette_holds_every_command() -> None:
    assert [row.target for row in palette_rows("")] == list(COMMANDS)


def test_the_palette_finds_by_words_of_the_sentence_and_by_name() -> None:
    assert [row.text for row in palette_rows("copy source")] == ["copy with source"]
    choose_language("zh")
    assert [row.text for row in palette_rows("出处")] == ["连同出处复制"]
    assert [row.text for row in palette_rows("出處")] == ["连同出处复制"]


def test_the_help_page_shows_all_keys_of_a_command() -> None:
    row = next(row for row in help_rows("") if row.text == "a screen down")
    assert row.aside == "Space PgDn"
