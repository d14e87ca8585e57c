"""Rich measures ambiguous characters as the terminal draws them, on the version that is installed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pytest
from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.strip import Strip

from reader.tui.terminal_width import ambiguous_cells, terminal_cells, use_ambiguous_cells
from reader.typesetting import Rows, cells
from tests.typesetting.texts import PROSE, body

AMBIGUOUS = "“”‘’—…·─│█▲●→αЯ①℃"


@pytest.fixture(autouse=True)
def narrow_again() -> Iterator[None]:
    yield
    use_ambiguous_cells(1)


def test_rich_counts_one_column_until_it_is_told_otherwise() -> None:
    assert ambiguous_cells() == 1
    assert cell_len(AMBIGUOUS) == len(AMBIGUOUS)


@pytest.mark.parametrize("character", AMBIGUOUS)
def test_an_ambiguous_character_takes_two_columns_when_told_and_one_when_told_back(character: str) -> None:
    assert cell_len(character) == 1
    use_ambiguous_cells(2)
    assert (cell_len(character), Segment(character * 600).cell_length) == (2, 1200)
    assert Strip([Segment(character * 3)]).crop(0, 4).cell_length == 4
    use_ambiguous_cells(1)
    assert cell_len(character) == 1


def test_all_other_characters_keep_their_width() -> None:
    others = [chr(code) for code in range(0x20, 0x3100) if unicodedata.east_asian_width(chr(code)) != "A"]
    before = [cell_len(character) for character in others]
    use_ambiguous_cells(2)
    assert [cell_len(character) for character in others] == before


def test_rows_fit_a_terminal_that_draws_quotes_wide() -> None:
    use_ambiguous_cells(2)
    rows = Rows(body(PROSE), 40, terminal_cells)
    shown = [rows.shown(row) for row in map(rows.row, range(rows.count))]
    assert all(cells(text, ambiguous=2) <= 40 for text in shown)
    assert set_cell_size("“六种精神”", 12) == "“六种精神”"


def test_a_width_that_no_terminal_has_is_an_error() -> None:
    with pytest.raises(ValueError, match="not 3"):
        use_ambiguous_cells(3)
