"""What the reader has set, typed, with what holds where nothing is set."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum

from reader.model import Script


class Theme(StrEnum):
    """How the screen looks."""

    AUTO = "auto"
    """As the terminal's background asks for."""
    LIGHT = "light"
    DARK = "dark"


class CopyWay(StrEnum):
    """Which way a copied passage goes."""

    AUTO = "auto"
    """The first that is there and confirms, as the session allows."""
    HELPER = "helper"
    """The clipboard tool of the desktop."""
    TMUX = "tmux"
    """The paste buffer of tmux."""
    TERMINAL = "terminal"
    """An OSC 52 sequence, which the terminal does not confirm."""
    FILE = "file"
    """A file in the data folder that only the reader may read."""


class AmbiguousWidth(StrEnum):
    """How many cells the terminal gives to “ ” ‘ ’ — … and their like."""

    AUTO = "auto"
    """As the terminal answers."""
    ONE = "1"
    TWO = "2"


MEASURE_CELLS = range(20, 201)
"""The measures that can be set, in cells."""


_READ: Mapping[str, Callable[[str], object]] = {
    "language": lambda text: {"zh": "zh", "en": "en"}[text],
    "theme": Theme,
    "measure_cells": lambda text: MEASURE_CELLS[MEASURE_CELLS.index(int(text))],
    "script": Script,
    "highlighting": lambda text: {"True": True, "False": False}[text],
    "copy_way": CopyWay,
    "ambiguous_width": AmbiguousWidth,
}
"""How each setting is read; what it raises, KeyError or ValueError, means that it is not set."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds until it is changed; every field has a value that suits somebody who sets nothing."""

    language: str | None = None
    """`zh` or `en`; None for the locale's."""
    theme: Theme = Theme.AUTO
    """How the screen looks."""
    measure_cells: int = 80
    """The longest row of text, in cells: 80 for 40 characters."""
    script: Script | None = None
    """The script that articles are shown in; None for each one's own."""
    highlighting: bool = True
    """Whether keywords, slogans and figures are set apart in the text."""
    copy_way: CopyWay = CopyWay.AUTO
    """Which way a copied passage goes."""
    ambiguous_width: AmbiguousWidth = AmbiguousWidth.AUTO
    """How many cells the terminal gives to ambiguous characters."""

    @classmethod
    def names(cls) -> tuple[str, ...]:
        """The names of all settings."""
        return tuple(field.name for field in fields(cls))

    def stored(self) -> dict[str, str]:
        """Names and values as the store keeps them; what is None is left out."""
        return {name: str(value) for name, value in asdict(self).items() if value is not None}

    @classmethod
    def from_stored(cls, stored: Mapping[str, str]) -> Settings:
        """Settings as they were kept; what is unknown or out of range is as if it had not been set."""
        found: dict[str, object] = {}
        for field in fields(cls):
            if field.name in stored:
                try:
                    found[field.name] = _READ[field.name](stored[field.name])
                except (KeyError, ValueError):
                    continue
        return cls(**found)  # type: ignore[arg-type]
