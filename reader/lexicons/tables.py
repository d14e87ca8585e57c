"""Opening the packaged tables."""

from __future__ import annotations

from pathlib import Path

DATA = Path(__file__).parent / "data"
"""Where the generated tables lie."""


def character_table(name: str) -> dict[int, str]:
    """A table from one code point to one code point, for `str.translate`.

    The file holds two lines of equal length: what is replaced, and what stands instead.
    """
    before, after = (DATA / f"{name}.txt").read_text(encoding="utf-8").split("\n")[:2]
    return {ord(old): new for old, new in zip(before, after, strict=True)}
