"""What the README names exists and does what it says."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

import reader
from reader.cli.commands import program, run
from reader.cli.watching import watch
from reader.lexicons.formulations import own_file
from reader.library import locations
from reader.tui.commands import COMMANDS, key_name

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def _section(heading: str) -> str:
    """The text under a heading of level 2."""
    return README.split(f"\n## {heading}\n")[1].split("\n## ")[0]


def _blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


LINES = [line for block in _blocks("sh") for line in block.splitlines() if line.startswith("policy-reader")]
KEYS = re.findall(r"`([^`]+)`", "".join(row.split(" | ")[0] for row in _section("Keys").splitlines() if "|" in row))


@pytest.mark.parametrize("line", LINES)
def test_every_command_line_is_understood(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for command in (program, *program.commands.values(), *watch.commands.values()):
        monkeypatch.setattr(command, "callback", None)
    assert run(shlex.split(line, comments=True)[1:]) == 0


def test_every_command_and_option_of_the_program_is_named() -> None:
    written = " ".join(LINES)
    for command in (program, *(program.commands[name] for name in program.list_commands(click.Context(program)))):
        assert command is program or f"policy-reader {command.name}" in written
        for parameter in command.params:
            assert all(option in README for option in parameter.opts if option.startswith("--"))
    for name, command in watch.commands.items():
        assert f"policy-reader watch {name}" in written
        options = {option for parameter in command.params for option in parameter.opts}
        assert all(option in README for option in options if option.startswith("--"))


@pytest.mark.parametrize("key", KEYS)
def test_every_key_does_something(key: str) -> None:
    assert key in {name for command in COMMANDS for one in command.keys for name in (one, key_name(one))}


def test_every_command_of_the_screen_has_a_key_in_the_table() -> None:
    hidden = {"previous_column", "dates"}
    unnamed = [
        command.id
        for command in COMMANDS
        if command.id not in hidden and not any(key in KEYS or key_name(key) in KEYS for key in command.keys)
    ]
    assert unnamed == []


def test_the_start_command_installs_and_opens_the_program() -> None:
    start, test, *_ = (block.strip() for block in _blocks("sh"))
    assert start == "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/policy-reader"
    assert test.startswith("python3 -m venv .venv && .venv/bin/pip install '.[test]' && .venv/bin/pytest")


def test_the_check_ends_with_the_test_command() -> None:
    test = _blocks("sh")[1].split("&&")[-1].strip().removeprefix(".venv/bin/")
    assert (ROOT / ".ci" / "run").read_text(encoding="utf-8").rstrip().splitlines()[-1] == test


def test_the_python_example_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {}
    exec(_blocks("python")[0], names)
    assert isinstance(names["article"], reader.Article) and isinstance(names["digest"], reader.Digest)


def test_every_environment_variable_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    assert set(re.findall(r"`(POLICY_READER_\w+)`", README)) == {"POLICY_READER_DATA", "POLICY_READER_CONFIG"}
    monkeypatch.setenv("POLICY_READER_DATA", "/somewhere")
    monkeypatch.setenv("POLICY_READER_CONFIG", "/elsewhere")
    assert locations.data_folder() == Path("/somewhere")
    assert own_file().parent == Path("/elsewhere")


def test_every_file_and_folder_that_is_named_exists() -> None:
    named = re.findall(r"`((?:reader|seeds|tests|benchmarks|\.ci)/[\w./]*)`", README)
    assert len(named) > 8
    assert [path for path in named if not (ROOT / path).exists()] == []
    assert all((ROOT / target).is_file() for target in re.findall(r"\]\(([\w./]+)\)", README))


def test_every_layer_is_named_in_its_order() -> None:
    text = re.search(r"Imports go down only: (.*)\.\n", README)
    assert text is not None
    named = re.findall(r"`(\w+)`", text[1])
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    layers = project.split("layers = [")[1].split("]")[0]
    assert named == re.findall(r'"reader\.(\w+)"', layers)


@pytest.mark.parametrize(("damaged", "repaired"), re.findall(r"^\| [^|]+ \| `([^`]+)` \| `([^`]+)` \|$", README, re.M))
def test_an_example_of_cleaning_comes_back_in_a_sample_or_by_itself(damaged: str, repaired: str) -> None:
    pages = [(path.read_text(encoding="utf-8"), reader.read(path).restored.text) for path in locations.samples()]
    in_sample = any(damaged in page and repaired in cleaned for page, cleaned in pages)
    assert in_sample or reader.clean(damaged).strip() == repaired
