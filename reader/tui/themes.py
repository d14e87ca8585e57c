"""A light and a dark theme, calm enough for hours of reading."""

from __future__ import annotations

from textual.theme import Theme

LIGHT = Theme(
    name="reader-light",
    primary="#8c2f25",
    secondary="#2f5d7c",
    accent="#8a5a00",
    warning="#8a5a00",
    error="#b3261e",
    success="#2e6b3a",
    foreground="#22201c",
    background="#fbf8f1",
    surface="#f2ede2",
    panel="#e6dfd0",
    dark=False,
)
"""Ink on paper."""

DARK = Theme(
    name="reader-dark",
    primary="#e08a6d",
    secondary="#86b3d1",
    accent="#d9b26a",
    warning="#d9b26a",
    error="#f0857d",
    success="#8fc29a",
    foreground="#dcd7cc",
    background="#1b1c1e",
    surface="#232427",
    panel="#303237",
    dark=True,
)
"""Light grey on near black."""

THEMES: tuple[Theme, ...] = (LIGHT, DARK)
"""The themes that the reader is shown in."""


def other_theme(name: str) -> str:
    """The name of the theme that is not shown.

    >>> other_theme("reader-dark")
    'reader-light'
    """
    return LIGHT.name if name == DARK.name else DARK.name


def theme_for_background(colors: str | None) -> str:
    """The theme that suits what the terminal says about its colours in COLORFGBG, dark when it says nothing.

    >>> theme_for_background("0;15"), theme_for_background("15;0"), theme_for_background(None)
    ('reader-light', 'reader-dark', 'reader-dark')
    """
    ground = (colors or "").rpartition(";")[2]
    return LIGHT.name if ground in {"7", "15"} else DARK.name
