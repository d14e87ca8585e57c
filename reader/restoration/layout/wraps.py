"""Hard wraps: whether the lines of a page were broken at a fixed width, and what marks its paragraphs then."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.restoration.layout.lines import Line
from reader.restoration.layout.marks import CLOSERS, OPENERS, ends_sentence, width_cells

_NARROWEST = {len: 12, width_cells: 24}
_SLACK = {len: 2, width_cells: 4}
_FIRST = re.compile(f"[{re.escape(OPENERS)}]*(?:[a-z0-9.%]{{1,12}}|.)[{re.escape(CLOSERS)},。、;:!?]*")
"""What stays in one piece at the start of a line."""
_RUNNING = re.compile("[,。、;:]")
"""Marks that most lines of running text have and few headlines."""
_FEW = 8
"""Among fewer broken lines than this, headings may agree in width by chance."""


@dataclass(frozen=True, slots=True)
class Wrap:
    """How a page was wrapped."""

    measure: Callable[[str], int]
    """What was counted: code points or columns."""
    width: int
    """The width of a full line in that measure, its indent included."""
    indented: bool
    """Whether an indent marks the start of a paragraph."""
    spaced: bool
    """Whether a blank line marks the start of a paragraph."""
    indent: int
    """Columns before a line that starts no paragraph."""
    cuts_words: bool
    """Whether lines were broken at the same width everywhere, also inside Latin words."""

    def is_full(self, line: Line, following: Line) -> bool:
        """Whether what may not be parted at the start of the next line had no place on this one.

        Where paragraphs are marked, a line may be a little shorter, since the marks tell where one ends.
        """
        room = self.width - _size(line, self.measure)
        slack = _SLACK[self.measure] if self.indented or self.spaced else 0
        first = _FIRST.match(following.text)
        return room < self.measure(first.group() if first else "") + slack

    def starts_paragraph(self, line: Line) -> bool:
        """Whether the page marks this line as the first of a paragraph."""
        return (self.indented and line.indent > self.indent) or (self.spaced and line.blank_before > 0)


def find_wrap(lines: Sequence[Line]) -> Wrap | None:
    """How the page was wrapped, or None when its lines are paragraphs.

    A page counts as wrapped when many of its longer lines stop inside a sentence and many of those stop
    at one width, which hardly any line exceeds.
    """
    best: tuple[int, Wrap] | None = None
    for measure in (len, width_cells):
        width, fitting = _common_width(lines, measure)
        if fitting and (best is None or fitting > best[0]):
            best = (fitting, _wrap_at(lines, measure, width))
    return best[1] if best else None


def _size(line: Line, measure: Callable[[str], int]) -> int:
    indent = line.indent if measure is width_cells else line.indent // 2
    return indent + measure(line.text)


def _common_width(lines: Sequence[Line], measure: Callable[[str], int]) -> tuple[int, int]:
    """The width that lines were broken at and the number of lines that bear it out, or zeros."""
    long = [line for line in lines if _size(line, measure) >= _NARROWEST[measure]]
    open_ended = [line for line in long if not ends_sentence(line.text)]
    total = len(open_ended)
    bare = sum(line.text[-1] not in ",、;:—…-" for line in open_ended)
    running = sum(_RUNNING.search(line.text) is not None for line in open_ended)
    if bare < 2 or total * 4 < len(long) or running * 2 < total or bare * 2 < total:
        return 0, 0
    broken = Counter(_size(line, measure) for line in open_ended)
    slack = _SLACK[measure]
    support = {top: sum(broken[top - less] for less in range(slack + 1)) for top in broken}
    width = max(support, key=lambda top: (support[top], top))
    wider = sum(_size(line, measure) > width + slack // 2 for line in long)
    share = 7 if total < _FEW else 4
    if support[width] * 10 < total * share or wider * 20 > len(long):
        return 0, 0
    commonest = max(range(width - slack, width + 1), key=lambda size: broken[size])
    return commonest, support[width]


def _wrap_at(lines: Sequence[Line], measure: Callable[[str], int], width: int) -> Wrap:
    indents = Counter(line.indent for line in lines)
    usual = min(indents, key=lambda indent: (-indents[indent], indent))
    base = min(usual, *indents)
    gaps = Counter(line.blank_before > 0 for line in lines[1:])
    return Wrap(
        measure,
        width,
        indented=len(indents) > 1 and any(0 < indent - base <= 8 for indent in indents),
        spaced=gaps[True] > 0 and gaps[False] > 0,
        indent=base,
        cuts_words=_cuts_words(lines, measure, width),
    )


def _cuts_words(lines: Sequence[Line], measure: Callable[[str], int], width: int) -> bool:
    sizes = [_size(line, measure) for line in lines if not ends_sentence(line.text)]
    grid = 1 if measure is width_cells else 0
    full = sum(0 <= width - size <= grid for size in sizes)
    return full * 10 >= 9 * sum(width - size <= 12 for size in sizes)
