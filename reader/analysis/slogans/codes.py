"""The members of a name that a text spells out piece by piece: 345, 一城一廊一带."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.analysis.slogans.candidates import Part, stated_parts
from reader.analysis.slogans.lines import MARKS, Line, bare
from reader.analysis.slogans.mentions import REACH, Mention
from reader.analysis.slogans.words import OPENERS
from reader.model import Span

_MEANS = r"[”’]?,?(?:就是|是指|代表|即|指|是|为)"
"""What stands between a piece of a name and what it stands for."""


def digits_explained(mention: Mention, lines: Sequence[Line]) -> tuple[Part, ...]:
    """What each digit of a code stands for: “3”是三级联动,“4”是四方会商."""
    digits = mention.name if mention.name.isdigit() else ""
    return stated_parts(mention.line, _meanings(mention, digits))


_ONES = re.compile(rf"一[^一{MARKS},、。;:]{{1,4}}")


def groups_explained(mention: Mention, lines: Sequence[Line]) -> tuple[Part, ...]:
    """What each single thing of a name stands for: 一城,即打造…;一廊,即打造…;一带,即打造…"""
    groups = _ONES.findall(mention.name)
    if len(groups) < 2 or "".join(groups) != mention.name:
        return ()
    line = mention.line
    found = [_without_verb(line.text, span) for span in _meanings(mention, groups)]
    return stated_parts(line, [bare(line.text, span) for span in found])


def _without_verb(text: str, span: Span) -> Span:
    """A stretch without the verb that leads up to it: 打造|“梅州副中心城市”."""
    opener = OPENERS.match(text, span.start, span.end)
    return Span(opener.end(), span.end) if opener and span.end - opener.end() > 1 else span


def _meanings(mention: Mention, pieces: Sequence[str]) -> list[Span]:
    """What the pieces of a name stand for behind it, in their order; none unless all are told."""
    text, start = mention.line.text, mention.span.end
    found: list[Span] = []
    for piece in pieces:
        stands_for = re.compile(rf"[“‘]?{re.escape(piece)}{_MEANS}(?P<what>[^,。;]{{2,40}})")
        match = stands_for.search(text, start, min(len(text), start + REACH))
        if not match:
            return []
        found.append(Span(*match.span("what")))
        start = match.end()
    return found
