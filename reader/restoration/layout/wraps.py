"""Hard wraps: whether the lines of a page were broken at a fixed width, and what marks its paragraphs then."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from reader.model.patterns import pattern
from reader.restoration.layout.bar_items import opens_item
from reader.restoration.layout.lines import Line, is_caption, is_list_item, median
from reader.restoration.layout.marks import CLOSERS, OPENERS, ends_sentence, width_cells
from reader.script.folding import simplified

NOTICE = pattern(
    "(?:本文|免?责?声明|版权|凡(?:本|注)|来源|稿源|责编|责任编辑|编辑|[上下]一[篇条页]|点击|扫|转载|更多|相关)"
)
"""What stands under an article begins with these."""

_NARROWEST = {len: 12, width_cells: 24}
_SLACK = {len: 2, width_cells: 4}
_FIRST = pattern(f"[{re.escape(OPENERS)}]*(?:[a-z0-9.%]{{1,12}}|.)[{re.escape(CLOSERS)},。、;:!?]*")
"""What stays in one piece at the start of a line."""
_STOPS = ",、;:—…-"
"""Marks that a line of a list or of verse may end in."""
_NEAR = 8
"""Lines that miss the width by more than this, in code points or columns, were not broken."""
_RUNNING = pattern("[,。、;:]")
"""Marks that most lines of running text have and few headlines."""
_INDENT = 2
"""An indent takes at least so many columns."""
_SPACED = 25
"""Blank lines that mark paragraphs stand after one in so many lines at least."""
_MOST = 6
"""Tenths of the lines of a broken paragraph that stop inside a sentence."""
_APART = 4
"""Of the lines of a broken paragraph, no more than one in so many looks like an item, a caption or a bar."""
_BLOCK_LINES = 4
"""So many lines of one width in marked paragraphs show that a page was wrapped."""
_EVEN = 8
"""Tenths of the lines of such paragraphs that have that width."""
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
    exact: bool
    """Whether lines were filled to the last place, whatever stands there: a mark at the start, half a Latin word."""
    support: int
    """Lines that bear the width out."""
    inside: frozenset[int] | None = None
    """Where the lines start that do not end their paragraph, on a page whose lines are of uneven length."""

    @property
    def marked(self) -> bool:
        """Whether the page marks its paragraphs."""
        return self.indented or self.spaced

    @property
    def proved(self) -> bool:
        """Whether so many lines bear the width out that short lines of one length are no verse."""
        return self.support >= _FEW

    def is_full(self, line: Line, following: Line) -> bool:
        """Whether what may not be parted at the start of the next line had no place on this one.

        Where paragraphs are marked, a line may be a little shorter, since the marks tell where one ends.
        """
        room = self.width - _size(line, self.measure)
        if self.inside is not None:
            heading = ends_sentence(line.written) and _is_open(following) and len(following.written) * 2 < self.width
            return line.start in self.inside and not heading
        slack = _SLACK[self.measure]
        if room < -slack or (ends_sentence(line.written) and self._is_heading(following)):
            return False
        first = None if self.exact else _FIRST.match(following.text)
        return room < self.measure(first.group() if first else following.text[0]) + (slack if self.marked else 0)

    def _is_heading(self, line: Line) -> bool:
        """Whether a line stops short of the width and not at a mark, as no last line of a paragraph does."""
        size = _size(line, self.measure)
        short = size * 2 < self.width or (not _RUNNING.search(line.text) and self.width - size > _NEAR)
        return short and _is_open(line)

    def starts_paragraph(self, line: Line) -> bool:
        """Whether the page marks this line as the first of a paragraph."""
        return (self.indented and line.indent - self.indent >= _INDENT) or (self.spaced and line.blank_before > 0)


def find_wrap(lines: Sequence[Line]) -> Wrap | None:
    """How the page was wrapped, or None when its lines are paragraphs.

    A page counts as wrapped when many of its longer lines stop inside a sentence and many of those stop
    at one width, which hardly any line exceeds.
    """
    best: tuple[int, Wrap] | None = None
    unended = [line for line in lines if not ends_sentence(line.written)]
    for measure in (len, width_cells):
        width, fitting = _common_width(lines, unended, measure)
        if fitting and (best is None or fitting > best[0]):
            best = (fitting, _wrap_at(lines, measure, width, fitting))
    paragraphs = _blocks(lines)
    blocks = max((_block_wrap(lines, paragraphs, measure) for measure in (len, width_cells)), key=_support)
    if best and _support(blocks) <= best[0]:
        return best[1]
    return blocks or _indented_wrap(lines) or _uneven_wrap(lines)


def _has_sentence(line: Line) -> bool:
    return ends_sentence(line.written) or "。" in line.text


def _support(wrap: Wrap | None) -> int:
    return wrap.support if wrap else 0


def _blocks(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each paragraph that blank lines or indents mark, where it has several and a sentence ends there."""
    base = min((line.indent for line in lines), default=0)
    blocks: list[list[Line]] = []
    for line in lines:
        if not blocks or line.blank_before or line.indent - base >= _INDENT:
            blocks.append([])
        blocks[-1].append(line)
    return [block for block in blocks if len(block) > 1 and any(map(_has_sentence, block))]


def _block_wrap(lines: Sequence[Line], blocks: Sequence[Sequence[Line]], measure: Callable[[str], int]) -> Wrap | None:
    """How a page was wrapped whose paragraphs blank lines or indents mark, so that a few of them tell the width.

    From its start each paragraph has lines of one width, up to its last line.
    """
    if len(blocks) < 2:
        return None
    base = min(line.indent for line in lines)
    spaced = any(line.blank_before for line in lines[1:])
    indented = any(line.indent - base >= _INDENT for line in lines)
    sizes = Counter(_size(block[0], measure) for block in blocks)
    slack = _SLACK[measure]
    width = max(sizes, key=lambda top: (sum(sizes[top - less] for less in range(slack + 1)), top), default=0)
    if width < _NARROWEST[measure]:
        return None
    inside: list[Line] = []
    good, parted = 0, 0
    for block in blocks:
        fitting = list(takewhile(lambda line: 0 <= width - _size(line, measure) <= slack, block[:-1]))
        good += bool(fitting)
        parted += (len(block) - 1) * bool(fitting)
        inside += fitting
    if good < 2 or good * 2 < len(blocks) or len(inside) < _BLOCK_LINES or len(inside) * 10 < parted * _EVEN:
        return None
    if sum(map(_is_open, inside)) * 2 < len(inside):
        return None
    starts = frozenset(line.start for line in inside)
    return Wrap(measure, width, indented, spaced, base, exact=False, support=len(inside), inside=starts)


def _indented_wrap(lines: Sequence[Line]) -> Wrap | None:
    """How a page of a few short paragraphs was wrapped, of which only the first lines are indented."""
    base = min((line.indent for line in lines), default=0)
    opening = [line.indent - base >= 2 * _INDENT for line in lines]
    if not any(opening):
        return None
    broken = [line for line, opens in zip(lines, opening[1:], strict=False) if not opens]
    width = max((_size(line, width_cells) for line in lines), default=0)
    if len(broken) < 2 or width < _NARROWEST[width_cells]:
        return None
    near = [width - _size(line, width_cells) <= _SLACK[width_cells] for line in broken]
    if not all(near) or all(ends_sentence(line.written) for line in broken):
        return None
    return Wrap(width_cells, width, indented=True, spaced=False, indent=base, exact=False, support=len(broken))


def _uneven_wrap(lines: Sequence[Line]) -> Wrap | None:
    """How a page was wrapped that was changed later, so that its lines are of uneven length.

    Only a page counts as one that marks its paragraphs, and of which several have lines that stop inside a sentence.
    """
    indented, spaced, base = _paragraph_marks(lines)
    if not (indented or spaced):
        return None
    width = median([_size(line, len) for line in lines])
    wrap = Wrap(len, width, indented, spaced, base, exact=False, support=0)
    paragraphs: list[list[Line]] = []
    for line in lines:
        if wrap.starts_paragraph(line):
            paragraphs.append([])
        if paragraphs:
            paragraphs[-1].append(line)
    broken = [paragraph for paragraph in paragraphs if _is_broken(paragraph)]
    inside = frozenset(line.start for paragraph in broken for line in paragraph[:-1])
    if len(broken) < 2 or len(inside) < _FEW:
        return None
    return replace(wrap, support=len(inside), inside=inside)


def _is_broken(paragraph: Sequence[Line]) -> bool:
    """Whether the lines of a paragraph mostly stop inside running text, and one of the last two ends a sentence.

    Items, captions and bars that stand one below the other are no paragraph.
    """
    if len(paragraph) < 2 or not any(ends_sentence(line.written) for line in paragraph[-2:]):
        return False
    stopped = [line for line in paragraph[:-1] if _is_open(line)]
    if len(stopped) * 10 < (len(paragraph) - 1) * _MOST:
        return False
    running = sum(_RUNNING.search(line.text) is not None for line in stopped)
    apart = sum(map(_is_apart, paragraph)) - is_list_item(paragraph[0].text)
    return running * 3 >= len(stopped) and apart * _APART <= len(paragraph)


def _is_apart(line: Line) -> bool:
    """Whether a line looks like an item, a caption, a bar or a notice."""
    text = line.text
    return bool(is_list_item(text) or is_caption(text) or NOTICE.match(text) or opens_item(text, 0))


def _is_open(line: Line) -> bool:
    return not ends_sentence(line.written) and line.written[-1] not in _STOPS


def _size(line: Line, measure: Callable[[str], int]) -> int:
    indent = line.indent if measure is width_cells else line.indent // 2
    return indent + measure(line.written)


def _common_width(lines: Sequence[Line], unended: Sequence[Line], measure: Callable[[str], int]) -> tuple[int, int]:
    """The width that lines were broken at and the number of lines that bear it out, or zeros.

    Args:
        lines: The lines of a page.
        unended: Those that do not end a sentence.
        measure: What is counted.
    """
    least = _NARROWEST[measure]
    open_ended = [(line, size) for line in unended if (size := _size(line, measure)) >= least]
    total = len(open_ended)
    if total < 2:
        return 0, 0
    bare = sum(simplified(line.written[-1]) not in _STOPS for line, _ in open_ended)
    if bare < 2 or bare * 2 < total:
        return 0, 0
    running = [_RUNNING.search(line.text) is not None for line, _ in open_ended]
    if sum(running) * 2 < total:
        return 0, 0
    broken = Counter(size for _, size in open_ended)
    slack = _SLACK[measure] if total >= _FEW else _SLACK[measure] // 2
    support = {top: sum(broken.get(size, 0) for size in range(top - slack, top + 1)) for top in broken}
    width = max(support, key=lambda top: (support[top], top))
    told = sum(runs or size == width for (_, size), runs in zip(open_ended, running, strict=True))
    share, others = (7, 20) if total < 2 * _FEW else (4, 6)
    if support[width] < 2 or support[width] * 10 < told * share:
        return 0, 0
    long = [size for line in lines if (size := _size(line, measure)) >= least]
    wider = sum(size > width + slack // 2 for size in long)
    if total * 4 < len(long) or wider * others > len(long):
        return 0, 0
    commonest = max(range(width - slack, width + 1), key=lambda size: broken[size])
    return commonest, support[width]


def _wrap_at(lines: Sequence[Line], measure: Callable[[str], int], width: int, support: int) -> Wrap:
    indented, spaced, base = _paragraph_marks(lines)
    return Wrap(measure, width, indented, spaced, base, _is_exact(lines, measure, width), support)


def _paragraph_marks(lines: Sequence[Line]) -> tuple[bool, bool, int]:
    """Whether indents, and whether blank lines mark the paragraphs, and the columns before a line that starts none."""
    if not lines:
        return False, False, 0
    indents = Counter(line.indent for line in lines)
    usual = min(indents, key=lambda indent: (-indents[indent], indent))
    base = min(usual, *indents)
    deeper = sum(count for indent, count in indents.items() if _INDENT <= indent - base <= 8)
    gaps = sum(line.blank_before > 0 for line in lines[1:])
    indented = deeper > 1 or (deeper == 1 and lines[0].indent - base >= _INDENT)
    return indented, gaps + 1 < len(lines) <= gaps * _SPACED, base


def _is_exact(lines: Sequence[Line], measure: Callable[[str], int], width: int) -> bool:
    """Whether (nearly) all lines that do not end a sentence have the full width, or a column less."""
    sizes = [_size(line, measure) for line in lines if not ends_sentence(line.written)]
    grid = measure("字") - 1
    full = sum(0 <= width - size <= grid for size in sizes)
    near = sum(abs(width - size) <= _NEAR for size in sizes)
    return full * 20 >= 19 * near
