"""Every repair of an article, explained: in sections for people, on one line each for programs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from reader.export.reasons import explanation, furniture_sentence, shown
from reader.export.repairs import RepairGroup, group_repairs, summary
from reader.messages import message
from reader.model import Article, Edit, Kind

NUMBERED_LINES = 6
"""How many lines are named of a repair that was made at many places."""

_LINE_END = re.compile(r"\r\n|[\n\r]")

_ESCAPES = str.maketrans({"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def explained_for_people(article: Article) -> Iterator[str]:
    """The repairs in sections, those that need judging first, repairs that do the same as one; line by line."""
    source = article.restored.source.text
    starts = _line_starts(source)
    grouped = group_repairs(article.edits, source)
    yield _heading(article)
    for section, groups in grouped.items():
        count = sum(len(group.edits) for group in groups)
        name = message("repairs.count", name=message(f"repairs.section.{section}"), count=count)
        yield ""
        yield name + message("repairs.listed", summary=message(f"repairs.about.{section}"))
        for group in groups:
            yield from _group_lines(group, source, starts)
    yield from _furniture_lines(article)


def explained_for_programs(article: Article) -> Iterator[str]:
    """The repairs in the order of the source, each on one line of fields that are parted by tabs; a large page has
    millions.

    The fields: offsets of start and end in the source text, number of the line, kind of repair, certainty, what stood
    there, what stands there now, why. In the texts a backslash, a line end and a tab are written as `\\\\`, `\\n`
    (`\\r`) and `\\t`.
    """
    source = article.restored.source.text
    starts = _line_starts(source)
    yield _heading(article)
    for edit in article.edits:
        before, after = source[edit.start : edit.end], edit.replacement
        texts = (text.translate(_ESCAPES) for text in (before, after, explanation(edit, source)))
        fields = (edit.start, edit.end, _line_number(edit, starts), edit.fix, edit.certainty, *texts)
        yield "\t".join(str(field) for field in fields)


def _heading(article: Article) -> str:
    """How many repairs there are, and of which kinds."""
    heading = message("cli.edits", count=len(article.edits))
    return heading + message("repairs.listed", summary=summary(article.edits)) if article.edits else heading


def _group_lines(group: RepairGroup, source: str, starts: list[int]) -> Iterator[str]:
    """What repairs do, how many they are and in which lines; and why, where the section does not say it."""
    times = f"  × {len(group.edits)}" if len(group.edits) > 1 else ""
    yield f"  {group.title}{times}  ({_named_lines(group.edits, starts)})"
    if not group.is_plain and (why := group.why(source)):
        yield f"      {why}"


def _furniture_lines(article: Article) -> Iterator[str]:
    """The paragraphs that are not the article, by their first words, and why."""
    furniture = [paragraph for paragraph in article.paragraphs if paragraph.kind is Kind.FURNITURE]
    if not furniture:
        return
    yield ""
    name = message("repairs.count", name=message("repairs.section.furniture"), count=len(furniture))
    yield name + message("repairs.listed", summary=message("repairs.about.furniture"))
    for paragraph in furniture:
        yield f"  {shown(paragraph.text)}"
        if paragraph.reason is not None:
            yield f"      {furniture_sentence(paragraph.reason)}"


def _named_lines(edits: Sequence[Edit], starts: list[int]) -> str:
    """The lines of the source that repairs begin in; of a single one the character too."""
    if len(edits) == 1:
        number = _line_number(edits[0], starts)
        return message("repairs.place", line=number, character=edits[0].start - starts[number - 1] + 1)
    numbers = list(dict.fromkeys(_line_number(edit, starts) for edit in edits))
    if len(numbers) == 1:
        return message("repairs.line", number=numbers[0])
    named = message("repairs.series").join(map(str, numbers[:NUMBERED_LINES]))
    return message("repairs.more_lines" if len(numbers) > NUMBERED_LINES else "repairs.lines", numbers=named)


def _line_starts(source: str) -> list[int]:
    """Where each line of a text begins."""
    return [0, *(found.end() for found in _LINE_END.finditer(source))]


def _line_number(edit: Edit, starts: list[int]) -> int:
    """The line in which a repair begins, counted from 1."""
    return bisect_right(starts, edit.start)
