"""How help is laid out: by terminal columns and the rules of Chinese typesetting, under headings of `messages`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

import click

from reader.messages import message
from reader.typesetting.cells import cells
from reader.typesetting.measuring import Widths

GAP_CELLS = 2
"""Columns between a term and what is said of it."""


def wrapped(text: str, width_cells: int) -> Iterator[str]:
    """The rows of a text, none of which is wider.

    >>> list(wrapped("修复、排版，并找出提法。", 10)), list(wrapped("Print this help.", 10))
    (['修复、排', '版，并找出', '提法。'], ['Print this', 'help.'])
    """
    starts = Widths(cells).measure(text).row_starts(width_cells, width_cells)
    for start, end in pairwise((0, *starts, len(text))):
        yield text[start:end].rstrip()


class HelpLayout(click.HelpFormatter):
    """Click's layout of help for text in which a character may take two columns."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write how a command is called."""
        super().write_usage(prog, args, message("cli.headings.usage"))

    def write_heading(self, heading: str) -> None:
        """Write a heading, which has a colon of its own language."""
        self.write(f"{'':>{self.current_indent}}{heading}\n")

    def write_text(self, text: str) -> None:
        """Write a paragraph at the present indent."""
        for row in wrapped(text, self.width - self.current_indent):
            self.write(f"{'':>{self.current_indent}}{row}\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = GAP_CELLS) -> None:
        """Write terms and what is said of each, beside the term, or under it where the term is long."""
        rows = list(rows)
        column = self.current_indent + min(max(cells(term) for term, _ in rows), col_max) + col_spacing
        for term, said in rows:
            lead = f"{'':>{self.current_indent}}{term}"
            if cells(lead) > column - col_spacing:
                self.write(lead + "\n")
                lead = ""
            for row in wrapped(said, max(self.width - column, 10)):
                self.write(lead + " " * (column - cells(lead)) + row + "\n")
                lead = ""


class LaidOutContext(click.Context):
    """A context whose help is laid out so."""

    formatter_class = HelpLayout
