"""Themes in which every colour of the text can be read."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import Theme

from reader.tui.themes import ANSI, CONTRAST, THEMES

COLOURS = ("primary", "secondary", "accent", "warning", "error", "success", "foreground")


def luminance(color: Color) -> float:
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in color.normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours by WCAG 2."""
    low, high = sorted(luminance(Color.parse(color)) for color in (one, other))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [one for one in THEMES if one is not ANSI], ids=lambda theme: theme.name)
@pytest.mark.parametrize("name", COLOURS)
def test_every_colour_stands_out_from_its_ground(theme: Theme, name: str) -> None:
    least = 7.0 if theme is CONTRAST else 4.5
    assert theme.background is not None
    assert theme.surface is not None
    assert all(contrast(getattr(theme, name), ground) >= least for ground in (theme.background, theme.surface))
