"""Both languages say the same things."""

from __future__ import annotations

import string

import pytest

from reader.messages import choose_language, language, message, sentences


def _places(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_both_languages_have_the_same_keys() -> None:
    assert set(sentences("zh")) == set(sentences("en"))


def test_both_languages_fill_the_same_places() -> None:
    other = sentences("en")
    assert {key: _places(value) for key, value in sentences("zh").items()} == {
        key: _places(value) for key, value in other.items()
    }


@pytest.mark.parametrize(("variable", "expected"), [("zh_CN.UTF-8", "zh"), ("en_GB.UTF-8", "en"), ("C", "en")])
def test_the_locale_chooses_the_language(monkeypatch: pytest.MonkeyPatch, variable: str, expected: str) -> None:
    choose_language(None)
    monkeypatch.setenv("LC_ALL", variable)
    assert language() == expected


def test_an_unknown_key_or_language_is_an_error() -> None:
    with pytest.raises(KeyError):
        message("no.such.key")
    with pytest.raises(ValueError):
        choose_language("fr")
