"""Lines that a machine reads: programs, settings, comma-separated values, columns set with spaces.

Their line ends, indents and half-width marks mean something, so that no repair of lines or marks may touch them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from reader.model import Span
from reader.model.patterns import pattern

_LONGEST = 240
"""No line of a program is longer, in code points."""
_FEW_ROWS = 3
"""Fewer lines with the same number of cells may agree by chance."""
_CELL_LENGTH = 14
"""The cells of a table of values have at most this many code points on average."""
_MANY_CELLS = 5
"""Lines with so many cells each are a table however long the cells are."""

_KEYWORD = (
    "def|class|if|elif|else|for|while|try|except|with|return|raise|import|from|print|int|void|const|let|var|function"
)
_CODE = pattern(
    r"[\]})]+[;,]?$|[\[{]$|\"[^\"]*\" ?:|#(?:include|define|!)|//|/\*|\$ [a-z]"
    r"|[A-Za-z_][\w.\[\]-]*(?: ?[-+*/|&:]?= ?[^=]|:(?:\s|$))|[A-Za-z_].*(?:[;{}]|\);?)$"
    rf"|(?:{_KEYWORD})\b.*[:;({{\[=]|(?:SELECT|FROM|WHERE|AND|OR|ORDER BY|GROUP BY|INSERT|UPDATE|CREATE)\b"
)
_OBJECT = pattern(r"[{\[].*\"[^\"\n]{1,80}\" ?:.*[}\]],?$")
"""A whole object of JSON on a line."""
_CODE_MARKS = ']}{;="#$/:'
_CODE_BRACKET = pattern(r"[\[(](?:(?<=[A-Za-z].)|(?<=^.))")
_CODE_WORDS = ("SELECT", "FROM")
"""One of these stands in every program."""
_QUOTED = pattern('"[^"\n]*"')
_VALUE = pattern(r"[\d.%+:/ -]+$")
_COLUMNS = pattern(r"\S(?: {2,}|\t)\S")


class Records:
    """Where the records of a text lie."""

    def __init__(self, text: str) -> None:
        """Find the blocks of lines that are records."""
        self.spans = tuple(_blocks(text))
        """Blocks in order, each from the start of its first line to the end of its last."""
        self._starts = [span.start for span in self.spans]

    def at(self, offset: int) -> bool:
        """Whether an offset lies in a record.

        >>> records = Records('{\\n  "区": "滨河",\\n  "数": 3\\n}')
        >>> records.at(4), Records("全区上下,凝心聚力。").at(4)
        (True, False)
        """
        if not self._starts:
            return False
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset <= self.spans[index].end


@lru_cache(maxsize=1)
def find_records(text: str) -> Records:
    """The records of a text; those of the last one are kept, for the next pass looks at the same text."""
    return Records(text)


def _blocks(text: str) -> Iterator[Span]:
    tests: list[Callable[[Sequence[str]], Iterator[tuple[int, int]]]] = []
    if _may_hold_code(text):
        tests.append(_programs)
    if '"' in text:
        tests.append(_objects)
    if "," in text:
        tests.append(_values)
    if "  " in text or "\t" in text:
        tests.append(_columns)
    if not tests or ("\n" not in text and _OBJECT.match(text) is None):
        return
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    found = sorted({run for test in tests for run in test(lines)})
    reached = -1
    for first, last in found:
        if first > reached:
            yield Span(starts[first], starts[last + 1] - 1)
            reached = last


def _may_hold_code(text: str) -> bool:
    """Whether a text has a mark or a word that stands in every program."""
    return (
        any(mark in text for mark in _CODE_MARKS)
        or any(word in text for word in _CODE_WORDS)
        or _CODE_BRACKET.search(text) is not None
    )


def _runs(flags: Sequence[bool], least: int) -> Iterator[tuple[int, int]]:
    """First and last index of each unbroken run of at least so many lines."""
    first = -1
    for index, flag in enumerate((*flags, False)):
        if flag and first < 0:
            first = index
        elif not flag and first >= 0:
            if index - first >= least:
                yield first, index - 1
            first = -1


def _programs(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Two and more lines of a program or of settings, with the indented or blank lines between them."""
    flags = [line != "" and line[0] <= "~" and _is_code(line) for line in lines]
    if not any(flags):
        return
    last = -1
    for index in [index for index, flag in enumerate(flags) if flag]:
        if last >= 0 and all(not line.strip() or line[0] in " \t" for line in lines[last + 1 : index]):
            flags[last + 1 : index] = [True] * (index - last - 1)
        last = index
    for first, end in _runs(flags, 2):
        while end + 1 < len(lines) and len(lines[end + 1]) <= _LONGEST and re.match(r" {2,}\S|\t+\S", lines[end + 1]):
            end += 1
        yield first, end


def _objects(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Lines that are an object of JSON each, however long."""
    yield from _runs([line.lstrip()[:1] in ("{", "[") and _OBJECT.match(line.strip()) is not None for line in lines], 1)


def _is_code(line: str) -> bool:
    body = line.strip(" \t\r")
    return 0 < len(body) <= _LONGEST and _CODE.match(body) is not None


def _values(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Lines with the same number of cells between half-width commas, of which one column holds numbers."""
    counts = [(_QUOTED.sub("", line) if '"' in line else line).count(",") for line in lines]
    start = 0
    for index in range(1, len(lines) + 1):
        if index < len(lines) and counts[index] == counts[start]:
            continue
        if counts[start] and index - start >= _FEW_ROWS and _are_values(lines[start:index]):
            yield start, index - 1
        start = index


def _are_values(lines: Sequence[str]) -> bool:
    rows = [_QUOTED.sub('"', line).split(",") for line in lines]
    if any(cell[:1] == " " for row in rows for cell in row[1:]):
        return False
    cells = len(rows) * len(rows[0])
    if len(rows[0]) < _MANY_CELLS and sum(len(cell) for row in rows for cell in row) > _CELL_LENGTH * cells:
        return False
    numbers = Counter(at for row in rows for at, cell in enumerate(row) if _VALUE.match(cell))
    return bool(numbers) and max(numbers.values()) + 1 >= len(rows)


def _columns(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Lines with two and more wide gaps, one below the other."""
    flags = ["  " in line or "\t" in line for line in lines]
    if any(_runs(flags, _FEW_ROWS)):
        yield from _runs(
            [flag and len(_COLUMNS.findall(line)) > 1 for flag, line in zip(flags, lines, strict=True)], _FEW_ROWS
        )
