"""Reading in a process of its own gives what reading here gives."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.library.ahead import ReadAhead
from reader.library.intake import read
from reader.library.locations import samples


def test_the_article_is_the_one_that_reading_gives() -> None:
    for path in samples():
        with ReadAhead(str(path)) as ahead:
            assert ahead.take() == read(path)


def test_an_article_is_taken_once() -> None:
    with ReadAhead(str(samples()[0])) as ahead:
        assert ahead.take() is not None
        assert not ahead.is_ready_within(0)
        assert ahead.take() is None


def test_a_file_that_cannot_be_read_gives_none(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with ReadAhead(str(tmp_path / "missing.txt")) as ahead:
        assert ahead.take() is None
    assert capfd.readouterr() == ("", "")


def test_no_process_is_left_behind() -> None:
    with ReadAhead(str(samples()[0])):
        pass
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_where_a_system_cannot_fork_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    ahead = ReadAhead(str(samples()[0]))
    assert not ahead.is_ready_within(0)
    assert ahead.take() is None
