"""How the program starts."""

from __future__ import annotations

import pytest

from reader.library.settings import Settings
from reader.library.store import Store
from reader.messages import choose_language, language
from reader.tui.app import ReaderApp
from reader.tui.running import run


@pytest.mark.parametrize(("asked", "stored", "spoken"), [("en", "zh", "en"), (None, "zh", "zh"), ("zh", None, "zh")])
def test_a_language_that_is_asked_for_wins_over_the_one_that_is_set(
    asked: str | None, stored: str | None, spoken: str, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    monkeypatch.setattr(ReaderApp, "run", lambda app: None)
    store.keep_settings(Settings(language=stored))
    choose_language(asked)
    run([], store)
    assert language() == spoken
