"""Sentences by key, in the reader's language."""

from __future__ import annotations

import locale
import os
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

LANGUAGES = ("zh", "en")
"""The languages that every sentence is written in."""

_chosen: str | None = None


def choose_language(language: str | None) -> None:
    """Speak this language from now on; None goes back to the locale's.

    Raises:
        ValueError: It is none of `LANGUAGES`.
    """
    global _chosen
    if language is not None and language not in LANGUAGES:
        raise ValueError(f"no messages in {language!r}; there are {', '.join(LANGUAGES)}")
    _chosen = language


def chosen_language() -> str | None:
    """The language that was asked for; None where the locale decides."""
    return _chosen


def language() -> str:
    """The language spoken: the chosen one, else Chinese in a Chinese locale, else English."""
    return _chosen or locale_language()


def locale_language() -> str:
    """`zh` where the environment asks for Chinese, else `en`."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    system = locale.getlocale()[0] or ""
    return "zh" if system.lower().startswith(("zh", "chinese")) else "en"


@cache
def _sentences(name: str) -> dict[str, str]:
    """Dotted key to sentence."""
    data = tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8"))
    flat: dict[str, str] = {}

    def add(prefix: str, table: dict[str, Any]) -> None:
        for key, value in table.items():
            if isinstance(value, dict):
                add(f"{prefix}{key}.", value)
            else:
                flat[prefix + key] = str(value)

    add("", data)
    return flat


def sentences(name: str) -> dict[str, str]:
    """Every sentence of one language by its dotted key."""
    return dict(_sentences(name))


def message(key: str, **values: object) -> str:
    """The sentence for a key in the language spoken, its places filled in.

    Values are put in as they are: text of an article stays text. A key ends in `.one` and `.other` where English
    needs both; `count` chooses.

    Raises:
        KeyError: There is no such sentence.
    """
    table = _sentences(language())
    if key not in table and "count" in values:
        key = f"{key}.one" if values["count"] == 1 else f"{key}.other"
    return table[key].format_map(values)
