"""How text is set: each kind of paragraph in its way, and all of it as the reader wants it."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model import Kind


@dataclass(frozen=True, slots=True)
class Setting:
    """The way a kind of paragraph is set; what stands between two paragraphs is the larger of both wishes."""

    first_cells: int = 0
    """Columns by which the first row is indented, where rows are wide enough."""
    rest_cells: int = 0
    """Columns by which the other rows are indented."""
    before_rows: int = 0
    """Blank rows before the paragraph, unless it is the first or follows one of its kind."""
    after_rows: int = 0
    """Blank rows after the paragraph."""
    is_centred: bool = False
    """Whether each row stands in the middle of the measure."""


@dataclass(frozen=True, slots=True)
class PageStyle:
    """How a reader wants text to be set, whatever kind it is. What is drawn because of it is never copied."""

    hanging_cells: int = 0
    """Columns by which a closing mark may stand over the end of its row: 0, 1, or 2 for wide marks as well."""
    justified: bool = False
    """Whether full rows reach the end of the measure, their free columns spread between characters."""
    spaced: bool = False
    """Whether a column is left free between Chinese characters and Latin letters or digits."""
    line_rows: int = 0
    """Empty rows between the rows of a paragraph: 0 or 1."""
    paragraph_rows: int = 0
    """The fewest empty rows between paragraphs: 0 or 1."""
    margin_cells: int = 2
    """The fewest columns left free on each side of the text, where the screen is wide enough."""


PLAIN = PageStyle()
"""Text as it is set where the reader wants nothing else."""

SETTINGS: dict[Kind, Setting] = {
    Kind.TITLE: Setting(before_rows=0, after_rows=1, is_centred=True),
    Kind.KICKER: Setting(before_rows=0, after_rows=0, is_centred=True),
    Kind.BYLINE: Setting(before_rows=0, after_rows=1, is_centred=True),
    Kind.HEADING: Setting(before_rows=1, after_rows=0),
    Kind.BODY: Setting(first_cells=4),
    Kind.CAPTION: Setting(first_cells=4, rest_cells=4, before_rows=1, after_rows=1),
    Kind.FURNITURE: Setting(before_rows=1, after_rows=1),
}
"""Every kind with its setting; a body paragraph is indented by two characters."""

_TITLE_BLOCK = frozenset((Kind.KICKER, Kind.TITLE, Kind.BYLINE))


def indent_cells(wanted_cells: int, width_cells: int) -> int:
    """An indent that leaves narrow rows their room: at most a fifth of the row, in whole characters.

    >>> indent_cells(4, 80), indent_cells(4, 16), indent_cells(0, 80)
    (4, 2, 0)
    """
    return min(wanted_cells, width_cells // 10 * 2)


def blank_rows(before: Kind | None, after: Kind, fewest: int = 0) -> int:
    """Blank rows between two paragraphs, at least `fewest`; None stands for the beginning of the text.

    >>> blank_rows(Kind.BODY, Kind.HEADING), blank_rows(Kind.BODY, Kind.BODY), blank_rows(None, Kind.HEADING)
    (1, 0, 0)
    """
    if before is None:
        return 0
    if before is after or (before in _TITLE_BLOCK and after in _TITLE_BLOCK):
        return fewest
    return max(fewest, SETTINGS[before].after_rows, SETTINGS[after].before_rows)
