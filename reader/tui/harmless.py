"""The second line against control characters: what is drawn is checked once more."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from reader.export.visible import visible


class HarmlessFilter(LineFilter):
    """Draws a picture for every control character that a widget let through."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments with nothing in them that a terminal would obey."""
        return [
            segment
            if segment.control or segment.text.isprintable()
            else Segment(visible(segment.text), segment.style, segment.control)
            for segment in segments
        ]
