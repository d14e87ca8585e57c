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
    """Ink on paper."""
    DARK = "dark"
    """Warm grey on near black."""
    CONTRAST = "contrast"
    """White on black, for weak eyes and bright rooms."""
    ANSI = "ansi"
    """The terminal's own sixteen colours on its own background."""


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

MARGIN_CELLS = range(17)
"""The margins that can be set, in cells."""

_TRUTH = {"True": True, "False": False}


def _one_of(numbers: range, text: str) -> int:
    """A number that must be among some."""
    return numbers[numbers.index(int(text))]


_READ: Mapping[str, Callable[[str], object]] = {
    "language": lambda text: {"zh": "zh", "en": "en"}[text],
    "theme": Theme,
    "measure_cells": lambda text: _one_of(MEASURE_CELLS, text),
    "script": Script,
    "highlighting": lambda text: _TRUTH[text],
    "focus_mode": lambda text: _TRUTH[text],
    "hanging_cells": lambda text: _one_of(range(3), text),
    "justified": lambda text: _TRUTH[text],
    "spaced": lambda text: _TRUTH[text],
    "line_rows": lambda text: _one_of(range(2), text),
    "paragraph_rows": lambda text: _one_of(range(2), text),
    "margin_cells": lambda text: _one_of(MARGIN_CELLS, text),
    "copy_way": CopyWay,
    "ambiguous_width": AmbiguousWidth,
}
"""How each setting is read; KeyError or ValueError mean that it is not set."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds until it is changed; every field has a value that suits somebody who sets nothing."""

    language: str | None = None
    """`zh` or `en`; None for the locale's."""
    theme: Theme = Theme.AUTO
    """How the screen looks."""
    measure_cells: int = 80
    """The longest row of text, in cells: 80 for 40 characters."""
    margin_cells: int = 2
    """The fewest columns left free on each side of the text."""
    hanging_cells: int = 0
    """Columns by which a closing mark may stand over the end of its row."""
    justified: bool = False
    """Whether full rows reach the end of the measure."""
    spaced: bool = False
    """Whether a column is left free between Chinese characters and Latin letters or digits."""
    line_rows: int = 0
    """Empty rows between the rows of a paragraph."""
    paragraph_rows: int = 0
    """The fewest empty rows between paragraphs."""
    focus_mode: bool = False
    """Whether the text stands alone on the screen."""
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
