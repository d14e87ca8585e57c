"""Rows of headlines are balanced, but never at the price of what belongs together."""

from __future__ import annotations

import pytest

from reader.model import Kind, Place
from reader.tui.terminal_width import terminal_cells
from reader.tui.widgets.text_view_document import ParagraphsDocument, VisibleText
from reader.typesetting import Rows


@pytest.mark.parametrize("width", range(28, 48))
def test_a_time_or_a_number_is_not_cut_to_balance_rows(width: int) -> None:
    text = "發布時間：2022-11-07 15:35:00來源：人民網-人民日報"
    rows = Rows(VisibleText(ParagraphsDocument([(Kind.BYLINE, text)])), width, terminal_cells)
    rows.settle(Place(0, 0), 10)
    shown = [rows.shown(rows.row(y)) for y in range(rows.count) if not rows.row(y).is_blank]
    assert "".join(shown).replace(" ", "") == text.replace(" ", "")
    assert any("15:35:00" in row for row in shown)
    assert any("2022-11-07" in row for row in shown)
