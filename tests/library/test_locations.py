"""The folders of the reader and the sample articles are found where they are."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

import pytest

from reader.library import locations


def test_the_environment_names_the_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("POLICY_READER_DATA", str(tmp_path))
    assert locations.data_folder() == tmp_path
    monkeypatch.delenv("POLICY_READER_DATA")
    assert locations.data_folder() != tmp_path
    assert locations.APPLICATION in str(locations.data_folder())


def test_the_library_is_in_the_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("POLICY_READER_DATA", str(tmp_path))
    assert locations.library_file().parent == tmp_path


def test_there_are_five_samples_under_their_own_names() -> None:
    assert [path.name[:4] for path in locations.samples()] == ["000_", "001_", "002_", "003_", "004_"]


def test_every_sample_is_byte_for_byte_what_it_was_and_has_its_provenance() -> None:
    entries = tomllib.loads((locations.seeds_folder() / locations.PROVENANCE).read_text(encoding="utf-8"))["article"]
    assert all(set(entry) == {"file", "sha256", "what", "says", "date", "state"} for entry in entries)
    assert {entry["file"]: entry["sha256"] for entry in entries} == {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in locations.samples()
    }
