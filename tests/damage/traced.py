"""Text on its way through damage, each character knowing what it was."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

GARBLED = -1
"""Origin of a character that damage made."""
ANNOTATION = -2
"""Origin of a character of a reading that was pasted in, parentheses included."""
ADDED = -3
"""Origin of white space and line ends that a layout put in."""
TAG = -4
"""Origin of a character of a tag."""


@dataclass(frozen=True, slots=True)
class Traced:
    """A text with where each of its characters came from."""

    text: str
    """What is shown."""
    origins: tuple[int, ...] = field(repr=False)
    """For each character its offset in the published text where it is shown whole, else a name of this module."""

    def __post_init__(self) -> None:
        if len(self.text) != len(self.origins):
            raise ValueError(f"{len(self.text)} characters with {len(self.origins)} origins")

    def __getitem__(self, part: slice) -> Traced:
        return Traced(self.text[part], self.origins[part])

    def __len__(self) -> int:
        return len(self.text)

    def __add__(self, other: Traced) -> Traced:
        return Traced(self.text + other.text, self.origins + other.origins)


def published(text: str, start: int = 0) -> Traced:
    """Text that stands as it was published, from an offset on."""
    return Traced(text, tuple(range(start, start + len(text))))


def added(text: str, origin: int = ADDED) -> Traced:
    """Text that was never published."""
    return Traced(text, (origin,) * len(text))


def joined(parts: Iterable[Traced]) -> Traced:
    """Pieces put one behind the other.

    >>> joined([published("新"), added("(xīn)", ANNOTATION), published("闻", 1)]).text
    '新(xīn)闻'
    """
    texts: list[str] = []
    origins: list[int] = []
    for part in parts:
        texts.append(part.text)
        origins.extend(part.origins)
    return Traced("".join(texts), tuple(origins))


def split_lines(traced: Traced) -> list[Traced]:
    """The lines of a text without their ends."""
    lines: list[Traced] = []
    start = 0
    for line in traced.text.split("\n"):
        lines.append(traced[start : start + len(line)])
        start += len(line) + 1
    return lines


def folded(traced: Traced, marks: str = "，：；！？（）") -> Traced:
    """Full-width marks made half-width, as the last step of such pages.

    >>> folded(published("好，（完）")).text
    '好,(完)'
    """
    narrow = {ord(mark): chr(ord(mark) - 0xFEE0) for mark in marks}
    return Traced(traced.text.translate(narrow), traced.origins)
