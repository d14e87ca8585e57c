"""Themes for hours of reading: ink on paper, warm grey on black, high contrast, and the terminal's own colours."""

from __future__ import annotations

from collections.abc import Mapping

from textual.theme import Theme

from reader.library.settings import Theme as Wanted

_COLOURS = ("primary", "secondary", "accent", "warning", "error", "success")
"""What Textual makes a muted ground of, which sixteen colours have not."""

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
"""Warm light grey on near black."""

CONTRAST = Theme(
    name="reader-contrast",
    primary="#ffb38a",
    secondary="#8fd3ff",
    accent="#ffd75f",
    warning="#ffd75f",
    error="#ff8f8f",
    success="#8fff9f",
    foreground="#ffffff",
    background="#000000",
    surface="#1c1c1c",
    panel="#3a3a3a",
    dark=True,
)
"""White on black, every colour with a contrast of seven or more."""

ANSI = Theme(
    name="reader-ansi",
    ansi=True,
    primary="ansi_blue",
    secondary="ansi_cyan",
    accent="ansi_magenta",
    warning="ansi_yellow",
    error="ansi_red",
    success="ansi_green",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    dark=True,
    variables={
        "ansi-background": "ansi_default",
        "ansi-foreground": "ansi_default",
        "foreground-disabled": "ansi_bright_black",
        "surface-active": "ansi_default",
        "text-muted": "ansi_default",
        **dict.fromkeys((f"{name}-muted" for name in _COLOURS), "ansi_default"),
        "block-cursor-foreground": "ansi_black",
        "block-cursor-background": "ansi_white",
        "input-cursor-background": "ansi_white",
        "input-cursor-foreground": "ansi_black",
        "input-cursor-text-style": "none",
        "input-selection-background": "ansi_blue",
        "input-selection-foreground": "ansi_white",
        "scrollbar": "ansi_bright_black",
        "scrollbar-hover": "ansi_blue",
        "scrollbar-active": "ansi_blue",
        "scrollbar-background": "ansi_default",
        "scrollbar-background-hover": "ansi_default",
        "scrollbar-background-active": "ansi_default",
        "scrollbar-corner-color": "ansi_default",
    },
)
"""The sixteen colours of the terminal on its own background, which need not be dark."""

_SET = {Wanted.DARK: DARK, Wanted.LIGHT: LIGHT, Wanted.CONTRAST: CONTRAST, Wanted.ANSI: ANSI}

THEMES: tuple[Theme, ...] = tuple(_SET.values())
"""The themes that the reader is shown in."""


def next_theme(name: str) -> Wanted:
    """The theme after the one that is shown, after the last the first.

    >>> str(next_theme("reader-dark")), str(next_theme("reader-ansi"))
    ('light', 'dark')
    """
    wanted = list(_SET)
    shown = next((index for index, one in enumerate(_SET.values()) if one.name == name), -1)
    return wanted[(shown + 1) % len(wanted)]


def theme_name(wanted: Wanted, environment: Mapping[str, str]) -> str:
    """The name of the theme that is set, else of the one that suits what COLORFGBG says of the terminal's background.

    >>> theme_name(Wanted.CONTRAST, {}), theme_name(Wanted.AUTO, {"COLORFGBG": "0;15"}), theme_name(Wanted.AUTO, {})
    ('reader-contrast', 'reader-light', 'reader-dark')
    """
    if wanted in _SET:
        return _SET[wanted].name
    ground = environment.get("COLORFGBG", "").rpartition(";")[2]
    return LIGHT.name if ground in {"7", "15"} else DARK.name
