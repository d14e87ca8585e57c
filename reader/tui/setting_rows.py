"""Settings that no key of their own changes, as rows to choose from."""

from __future__ import annotations

from dataclasses import dataclass

from reader.library.settings import AmbiguousWidth, CopyWay, Settings
from reader.messages import LANGUAGES, message
from reader.tui.widgets.list_rows import ListRow


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a setting can have."""

    name: str
    """The field of `Settings`."""
    value: str | None
    """The value; None where nothing is set."""
    at_once: bool
    """Whether it holds at once; else from the next start on."""


CHOICES: tuple[Choice, ...] = (
    *(Choice("language", value, at_once=False) for value in (None, *LANGUAGES)),
    *(Choice("copy_way", value, at_once=True) for value in CopyWay),
    *(Choice("ambiguous_width", value, at_once=False) for value in AmbiguousWidth),
)
"""Every value of every such setting, those of one setting together."""


def setting_rows(settings: Settings) -> list[ListRow]:
    """A row for each value; those that hold now are marked."""
    return [
        ListRow(
            _words(choice),
            aside="✓" if getattr(settings, choice.name) == choice.value else "",
            target=choice,
        )
        for choice in CHOICES
    ]


def _words(choice: Choice) -> str:
    """The setting and the value, in the reader's language."""
    value = choice.value or "auto"
    return f"{message(f'setting.name.{choice.name}')} · {message(f'setting.{choice.name}.{value}')}"
