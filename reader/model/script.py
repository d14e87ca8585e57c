"""The forms in which Chinese is written."""

from __future__ import annotations

from enum import StrEnum


class Script(StrEnum):
    """A form of written Chinese that a text is in or is turned into."""

    SIMPLIFIED = "simplified"
    """Simplified characters, as in the People's Republic and Singapore."""
    TRADITIONAL = "traditional"
    """Traditional characters in their usual forms (為 群 眾 才 啟)."""
    TAIWAN = "taiwan"
    """The forms of Taiwan's standard."""
    HONG_KONG = "hong_kong"
    """The forms of Hong Kong's press."""
    OPENCC = "opencc"
    """Traditional characters by OpenCC's own standard (爲 羣 衆 纔 啓)."""

    @property
    def is_traditional(self) -> bool:
        """Whether the form uses traditional characters."""
        return self is not Script.SIMPLIFIED
