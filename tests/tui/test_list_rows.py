"""Rows of the lists, set in a width."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.model import Span
from reader.tui.widgets.list_rows import Line, ListRow, set_row

TEXTS = st.text(alphabet="市南区的六种精神，。“”344部GDP \u3000\x1b", max_size=80)


def words(line: Line) -> str:
    return "".join(text for text, _ in line)


@given(TEXTS, TEXTS, st.integers(12, 60), st.booleans(), st.sampled_from(["", "6/6 ✓"]))
def test_no_line_is_wider_than_the_list(text: str, detail: str, width: int, wrap: bool, aside: str) -> None:
    row = ListRow(text, detail=detail, aside=aside, indent=2)
    assert all(cell_len(words(line).rstrip()) <= width for line in set_row(row, width, wrap=wrap))


@given(TEXTS, st.integers(12, 60))
def test_a_row_that_runs_on_shows_every_character(text: str, width: int) -> None:
    shown = "".join(words(line) for line in set_row(ListRow(text), width, wrap=True))
    assert [c for c in shown if not c.isspace()] == [c for c in text.replace("\x1b", "␛") if not c.isspace()]


def test_a_row_that_may_not_run_on_is_cut() -> None:
    title, detail = set_row(ListRow("市南区吹响冲锋号", detail="青岛日报"), 11, wrap=False)
    assert words(title) == "市南区吹响…"
    assert words(detail) == "青岛日报"


def test_the_aside_stands_at_the_right() -> None:
    (line,) = set_row(ListRow("六种精神", aside="6/6 ✓"), 20, wrap=True)
    assert words(line) == "六种精神       6/6 ✓"


def test_what_was_found_is_set_apart_in_every_row_that_shows_it() -> None:
    lines = set_row(ListRow("", detail="践行十二条军规", found=(Span(2, 7),)), 8, wrap=True)
    found = [text for line in lines for text, look in line if look == "found" and text]
    assert "".join(found) == "十二条军规"
    assert len(found) == 2


def test_control_characters_become_visible() -> None:
    (line,) = set_row(ListRow("甲\x1b[2J乙"), 20, wrap=True)
    assert words(line) == "甲␛[2J乙"
