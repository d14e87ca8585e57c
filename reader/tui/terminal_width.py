"""How wide the terminal draws characters that Unicode leaves open (`“ ” … —`): one column, or two in many Chinese ones.

Rich, which Textual measures with, counts one. `use_ambiguous_cells(2)` extends its table, for the whole process.
What a terminal draws it tells itself: it is sent such a character and asked where its cursor stands then.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import groupby

import rich.cells
from rich.cells import CellTable, cell_len

_load_narrow: Callable[..., CellTable] = vars(rich.cells)["load_cell_table"]
_is_narrow_single: Callable[[str], bool] = rich.cells._is_single_cell_widths
_is_ascii: Callable[[str], bool] = frozenset(map(chr, range(0x20, 0x7F))).issuperset
_LAST_AMBIGUOUS = 0xFFFF
"""Ambiguous characters after this one are private use, which no table settles."""

_ambiguous_cells = 1

_TELLING = ("TERM_PROGRAM", "TERM_PROGRAM_VERSION", "LC_TERMINAL", "VTE_VERSION", "TERM")
"""What tells terminals apart, in the environment of what runs in them."""


def terminal_name(environment: Mapping[str, str]) -> str:
    """What the answer of a terminal is kept under; inside of tmux it is tmux that answers.

    >>> terminal_name({"TERM_PROGRAM": "iTerm.app", "TERM_PROGRAM_VERSION": "3.5", "TERM": "xterm-256color"})
    'iTerm.app 3.5 xterm-256color'
    >>> terminal_name({"TERM": "tmux-256color", "TMUX": "/tmp/tmux-0"})
    'tmux-256color in tmux'
    """
    known = [environment[name] for name in _TELLING if environment.get(name)]
    return " ".join([*known, "in tmux"] if environment.get("TMUX") else known)


def width_question(row: int) -> str:
    """What asks a terminal how wide it draws “: the character, unseen, at the left of a row, and a wish for a report.

    The cursor is put back; the row has to be drawn anew.

    Args:
        row: The row on the screen, from 0.
    """
    return f"\x1b7\x1b[{row + 1};1H\x1b[8m“\x1b[6n\x1b[28m\x1b8"


def answered_cells(column: int) -> int | None:
    """The columns that `“` took, by the column that the cursor was reported in, from 0; None for another report."""
    return column if column in (1, 2) else None


def ambiguous_cells() -> int:
    """Columns that ambiguous characters take now."""
    return _ambiguous_cells


def terminal_cells(text: str) -> int:
    """Columns that Textual counts for a text; the `cells` of everything that is set for the screen."""
    return cell_len(text)


def use_ambiguous_cells(cells: int) -> None:
    """Let every character of UAX #11's class A take so many columns from now on; what is drawn has to be laid out anew.

    Raises:
        ValueError: It is neither 1 nor 2.
    """
    global _ambiguous_cells
    if cells not in (1, 2):
        raise ValueError(f"a character takes 1 or 2 columns, not {cells}")
    _ambiguous_cells = cells
    vars(rich.cells)["load_cell_table"] = _load_narrow if cells == 1 else _load_wide
    rich.cells._is_single_cell_widths = _is_narrow_single if cells == 1 else _is_ascii
    rich.cells.get_character_cell_size.cache_clear()
    rich.cells.cached_cell_len.cache_clear()


def _ambiguous_ranges() -> Iterator[tuple[int, int]]:
    """First and last code point of each run of ambiguous characters that take a column, ascending."""

    def is_ambiguous(code: int) -> bool:
        character = chr(code)
        return unicodedata.east_asian_width(character) == "A" and unicodedata.category(character) not in (
            "Mn",
            "Co",
            "Cf",
        )

    for found, codes in groupby(range(0xA0, _LAST_AMBIGUOUS), is_ambiguous):
        if found:
            run = list(codes)
            yield run[0], run[-1]


@cache
def _load_wide(unicode_version: str = "auto") -> CellTable:
    """Rich's table with two columns for ambiguous characters; they are one column in it by not being listed."""
    table = _load_narrow(unicode_version)
    listed = {code for start, end, _ in table.widths for code in range(start, end + 1) if code <= _LAST_AMBIGUOUS}
    wide = [(start, end, 2) for start, end in _ambiguous_ranges() if listed.isdisjoint(range(start, end + 1))]
    return table._replace(widths=sorted([*table.widths, *wide]))
