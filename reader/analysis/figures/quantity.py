"""What the grammars hand on: a quantity or date with its place in one paragraph."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model import Bound, FigureKind, Value


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure before its surroundings were read; offsets are code points of the paragraph."""

    start: int
    """First code point, the approximating word included."""
    end: int
    """The code point after the last one, the trailing part included."""
    kind: FigureKind
    """What it measures."""
    value: Value
    """Exact, or a partial date."""
    upper: Value | None = None
    """The upper end of a range."""
    unit: str | None = None
    """The unit in the `simplify` form."""
    bound: Bound | None = None
    """How the true quantity lies to the value."""
    chinese: bool = False
    """Written in Chinese digits."""
    number_start: int = -1
    """Where the number itself begins."""
    is_shift: bool = False
    """A date so many years, months or days before the text: REF_Y-10 is ten years ago here, October elsewhere."""

    @property
    def is_one(self) -> bool:
        """Whether it is a Chinese 一 with nothing that makes it a measure."""
        return self.chinese and self.value == 1 and self.upper is None and self.bound is None
