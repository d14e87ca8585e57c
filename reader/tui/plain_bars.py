"""Scroll bars of spaces alone: terminals that draw block characters two columns wide would push the text aside."""

from __future__ import annotations

from typing import ClassVar

from textual.scrollbar import ScrollBar, ScrollBarRender


class PlainBars(ScrollBarRender):
    """Ends of the thumb stand at whole rows."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "] * 8
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "] * 8


def use_plain_bars() -> None:
    """Draw every scroll bar of this process so."""
    ScrollBar.renderer = PlainBars
