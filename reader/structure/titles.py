"""The headline of a page with the lines over and under it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.restoration.layout.lines import Line, is_caption, is_dateline, is_list_item
from reader.restoration.layout.marks import CANNOT_START, HANZI, SPACES
from reader.structure.bylines import is_byline, is_date_bar
from reader.structure.furniture import is_furniture, is_notice, is_related_head

_LONGEST = 90
"""No headline is longer, in code points."""
_SHORTEST = 2
_LEAD_HEADS = re.compile(
    "(?:核心阅读|内容提要|阅读提示|编者按|编者的话|导读|摘要|引言|导语|前言|提要|要点|目录|正文)[::]?$"
)
_SUFFIX = re.compile(rf"[{SPACES}]*[_|—-][{SPACES}]*[^。]{{2,30}}$")


@dataclass(frozen=True, slots=True)
class Headline:
    """Indexes of the lines of a headline."""

    title: int
    """The headline."""
    kicker: int | None
    """The line over it."""
    subtitle: int | None
    """The line under it."""
    above: tuple[int, ...]
    """Lines over it that repeat it for the window of a browser."""


def find_headline(lines: Sequence[Line], core_start: int) -> Headline | None:
    """The headline above the core, or None where the page has none.

    It is the run of short lines that stands last before the date bar, or before the core where there is no bar;
    a line that the page repeats with the name of the site behind it is a headline wherever it stands.
    """
    repeated, original = _find_repeated(lines, core_start)
    bar = next((index for index in range(core_start) if is_date_bar(lines[index].text)), None)
    if original is not None:
        run = _run_around(lines, original, core_start)
    else:
        run = _run_before(lines, bar) if bar is not None else []
        run = run or _last_run(lines, core_start)
    if not run:
        return None
    return _roles(lines, run, original, repeated)


def _last_run(lines: Sequence[Line], core_start: int) -> list[int]:
    """The last run of headline-like lines above the core, or the last with a byline straight under it."""
    last: list[int] = []
    index = core_start
    while index > 0:
        run = _run_before(lines, index)
        if run and index < core_start and is_byline(lines[index].text):
            return run
        last = last or run
        index = run[0] if run else index - 1
    return last


def could_be_headline(text: str) -> bool:
    """Whether a line is short and whole enough for a headline, and nothing else."""
    if not _SHORTEST <= len(text) <= _LONGEST or not re.search(HANZI, text):
        return False
    if (
        text[-1] in "。,、;:"
        or (text[0] == "(" and text[-1] == ")")
        or text[0] in CANNOT_START
        or "。" in text
        or _LEAD_HEADS.match(text)
    ):
        return False
    other = (is_byline, is_furniture, is_notice, is_caption, is_dateline, is_related_head, is_list_item)
    return not (any(test(text) for test in other) and not text.startswith("——"))


def _find_repeated(lines: Sequence[Line], core_start: int) -> tuple[tuple[int, ...], int | None]:
    """The line that is another with the name of a site behind it, and that other."""
    first: dict[str, int] = {}
    for index in range(min(core_start, len(lines))):
        if could_be_headline(lines[index].text):
            first.setdefault(lines[index].text, index)
    for index in range(min(core_start, len(lines))):
        name = lines[index].text
        while found := _SUFFIX.search(name):
            name = name[: found.start()]
            if len(name) >= 6 and name in first and first[name] != index:
                return (index,), first[name]
    return (), None


def _run_before(lines: Sequence[Line], end: int) -> list[int]:
    """The headline-like lines straight above a line, at most four."""
    index = end
    run: list[int] = []
    while index > 0 and could_be_headline(lines[index - 1].text) and len(run) < 5:
        index -= 1
        run.insert(0, index)
    if len(run) == 5:  # a list of links, of which only the last can be the headline
        return run[-1:]
    return run


def _run_around(lines: Sequence[Line], index: int, core_start: int) -> list[int]:
    """The headline with a subtitle below it."""
    run = [index]
    if index + 1 < core_start and lines[index + 1].text.startswith("——"):
        run.append(index + 1)
    return run


def _roles(lines: Sequence[Line], run: Sequence[int], original: int | None, repeated: tuple[int, ...]) -> Headline:
    """Which line of a run is the headline; those above and below are kicker and subtitle."""
    texts = [lines[index].text for index in run]
    if original is not None:
        chosen = run.index(original)
    elif len(run) > 1 and texts[1].startswith("——"):
        chosen = 0
    elif len(run) > 2 or (len(run) == 2 and _is_kicker(texts[0], texts[1])):
        chosen = 1
    else:
        chosen = 0
    kicker = run[chosen - 1] if chosen else None
    subtitle = run[chosen + 1] if chosen + 1 < len(run) else None
    return Headline(run[chosen], kicker, subtitle, repeated)


def _is_kicker(text: str, below: str) -> bool:
    """Whether the first of two lines leads to the second: more phrases set side by side, or left open."""
    phrases, phrases_below = (len(re.split(f"[{SPACES}]+", line)) for line in (text, below))
    return text.endswith(("——", "…")) or (phrases > phrases_below and phrases > 1)
