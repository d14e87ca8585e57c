"""How the text is drawn: a row with its marks and its selection becomes a strip of styled segments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby, repeat
from types import MappingProxyType

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.model import Kind
from reader.tui.widgets.text_view_document import Mark, Marked
from reader.typesetting import Row

SELECTED = "text-view--selection"
"""Component class of what is selected."""
SENTENCE = "text-view--sentence"
"""Component class of the sentence that the reader is in."""
CURSOR = "text-view--cursor"
"""Component class of the sign beside the sentence that the reader is in."""
PLACE = "text-view--paragraph"
"""Component class of the sign beside the paragraph that the reader is in."""
DOUBT = "text-view--doubt"
"""Component class of the sign beside a row in which a character was inferred or lost."""
FOLD = "text-view--fold"
"""Component class of the row that stands for folded furniture."""

COMPONENTS = {
    *(mark.component for mark in Mark),
    *(f"text-view--{kind.value}" for kind in Kind),
    *(SELECTED, SENTENCE, CURSOR, PLACE, DOUBT, FOLD),
}
"""Every component class of the view."""

DEFAULT_CSS = """
TextView {
    overflow-x: hidden;
    overflow-y: scroll;
    scrollbar-size-vertical: 1;
    & > .text-view--title { text-style: bold; color: $primary; }
    & > .text-view--kicker { text-style: dim; }
    & > .text-view--byline { text-style: dim; }
    & > .text-view--heading { text-style: bold; color: $secondary; }
    & > .text-view--body { text-style: none; }
    & > .text-view--caption { text-style: dim; }
    & > .text-view--furniture { text-style: dim; }
    & > .text-view--fold { text-style: dim italic; }
    & > .text-view--paragraph { text-style: dim; }
    & > .text-view--doubt { color: $warning; text-style: bold; }
    & > .text-view--cursor { color: $accent; text-style: reverse; }
    & > .text-view--sentence { background: $surface; }
    & > .text-view--keyword { color: $secondary; text-style: underline; }
    & > .text-view--figure { color: $success; text-style: bold; }
    & > .text-view--slogan { color: $accent; text-style: bold underline; }
    & > .text-view--watched-yellow { background: $warning-muted; color: $text-warning; text-style: bold; }
    & > .text-view--watched-red { background: $error-muted; color: $text-error; text-style: bold; }
    & > .text-view--watched-green { background: $success-muted; color: $text-success; text-style: bold; }
    & > .text-view--watched-blue { background: $secondary-muted; color: $text-secondary; text-style: bold; }
    & > .text-view--repair { text-style: italic; }
    & > .text-view--likely { color: $warning; text-style: italic underline; }
    & > .text-view--lost { color: $error; text-style: bold italic; }
    & > .text-view--hit { background: $accent; color: $background; text-style: underline; }
    & > .text-view--current-hit { background: $error; color: $background; text-style: bold underline; }
    & > .text-view--flash { background: $secondary; color: $background; text-style: bold; }
    & > .text-view--selection { background: $primary; color: $background; }
    &:nocolor, &:ansi {
        & > .text-view--watched-yellow, & > .text-view--watched-red,
        & > .text-view--watched-green, & > .text-view--watched-blue {
            background: $background; text-style: bold italic underline;
        }
        & > .text-view--hit {
            color: $foreground; background: $background; text-style: reverse underline;
        }
        & > .text-view--current-hit {
            color: $foreground; background: $background; text-style: reverse bold underline;
        }
        & > .text-view--flash {
            color: $foreground; background: $background; text-style: reverse bold;
        }
        & > .text-view--selection {
            color: $foreground; background: $background; text-style: reverse;
        }
    }
}
"""
"""Looks; what differs in colour differs in its attributes too, so that it is told apart without colour."""


Layer = tuple[int, int, str]
"""A stretch of a paragraph, by its start and end, and the component class that it is drawn in."""


Names = tuple[str, ...]
"""Component classes laid over each other, the last on top."""


NO_GAPS: Mapping[int, int] = MappingProxyType({})
"""A row without free columns in it."""


class Looks(dict[Names, Style]):
    """Rich styles of stacked component classes, later ones over earlier ones, made when first asked for."""

    def __init__(self, base: Style, styles: dict[str, Style]) -> None:
        super().__init__()
        self._base = base
        self._styles = styles

    def __missing__(self, names: Names) -> Style:
        style = self._base
        for name in names:
            style += self._styles[name]
        self[names] = style
        return style


def row_segments(
    row: Row,
    text: str,
    marked: Iterable[Marked],
    under: Iterable[Layer],
    over: Iterable[Layer],
    looks: Looks,
    gaps: Mapping[int, int] = NO_GAPS,
) -> list[Segment]:
    """The text of a row in its looks.

    Args:
        row: The row.
        text: What it shows; shorter than the row when spaces hang over its end.
        marked: What is marked in the row; of overlapping marks the highest is seen.
        under: What is laid under all marks.
        over: What is laid over all marks.
        looks: Styles by component classes.
        gaps: Columns left free before offsets of the paragraph; they look as what stands on both sides of them.
    """
    names: list[Names] = [(f"text-view--{row.kind.value}",)] * len(text)
    names = _laid_over(names, under, row)
    names = _marked(names, marked, row)
    names = _laid_over(names, over, row)
    if gaps:
        text, names = _with_gaps(text, names, {offset - row.start: cells for offset, cells in gaps.items()})
    segments: list[Segment] = []
    at = 0
    for look, run in groupby(names):
        length = sum(1 for _ in run)
        segments.append(Segment(text[at : at + length], looks[look]))
        at += length
    return segments


def _with_gaps(text: str, names: list[Names], gaps: Mapping[int, int]) -> tuple[str, list[Names]]:
    """A text and the component classes of its characters, with columns left free before some of them."""
    parts: list[str] = []
    wider: list[Names] = []
    at = 0
    for offset, cells in sorted(gaps.items()):
        parts += (text[at:offset], " " * cells)
        before, after = names[offset - 1], names[offset]
        wider += (*names[at:offset], *repeat(before if before == after else before[:1], cells))
        at = offset
    return "".join((*parts, text[at:])), wider + names[at:]


def _laid_over(names: list[Names], layers: Iterable[Layer], row: Row) -> list[Names]:
    """The component classes of each character of a row, with more of them laid over."""
    names = names.copy()
    for start, end, name in layers:
        low, high = _clip(start, end, row, len(names))
        names[low:high] = [(*below, name) for below in names[low:high]]
    return names


def _marked(names: list[Names], marked: Iterable[Marked], row: Row) -> list[Names]:
    """The same with the highest mark of each character."""
    highest: list[Mark | None] = [None] * len(names)
    for one in sorted(marked, key=lambda one: one.mark):
        low, high = _clip(one.start, one.end, row, len(names))
        highest[low:high] = [one.mark] * (high - low)
    return [below if top is None else (*below, top.component) for below, top in zip(names, highest, strict=True)]


def _clip(start: int, end: int, row: Row, length: int) -> tuple[int, int]:
    """A stretch of the paragraph as offsets into the text of a row; empty when it lies elsewhere."""
    low = min(max(0, start - row.start), length)
    return low, max(low, min(end - row.start, length))


def framed(segments: list[Segment], left: list[Segment], indent_cells: int, width_cells: int, base: Style) -> Strip:
    """A row between its margins, exactly `width_cells` wide."""
    before = [*left, Segment(" " * indent_cells, base)] if indent_cells else left
    return Strip([*before, *segments]).adjust_cell_length(width_cells, base)
