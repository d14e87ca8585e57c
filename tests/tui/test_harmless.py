"""The second line against control characters."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from reader.tui.harmless import HarmlessFilter

BLACK = Color(0, 0, 0)


def test_control_characters_are_drawn_as_pictures() -> None:
    style = Style(bold=True)
    (segment,) = HarmlessFilter().apply([Segment("甲\x1b[2J\x9b乙", style)], BLACK)
    assert (segment.text, segment.style) == ("甲␛[2J␦乙", style)


def test_text_is_left_as_it_is() -> None:
    segment = Segment("“六种精神” 6/6 ✓")
    assert HarmlessFilter().apply([segment], BLACK) == [segment]
