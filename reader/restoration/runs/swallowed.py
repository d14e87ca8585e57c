"""The ASCII byte that a half character swallowed at the end of a run."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.model import LOST_CHARACTER, Certainty, Reason
from reader.model.patterns import pattern

_SERIES_REACH = 80
"""Code points around a place in which the other quotations of its series are looked for."""

_MEASURED = pattern(
    "[0-9.,%％+×/~～年月日号號时時分秒点點个個名位项項次家万萬亿億千百元人米公里吨噸岁歲倍届屆级級条條天周件]"
)
"""What follows a digit."""

_WHOLE_YEAR = pattern(r"(?:19|20)\d\d(?![\d.])|(?:[1-9]|1[0-2])月\d")
"""A date that no digit is missing from."""

_TENTH = pattern(r"0月(?:\d|[上中下]旬|底|初|份)")
"""The tenth month without its first digit; no other ends so."""

_NEXT_PARENTHESIS = pattern(r"(?![0-9])[^()（）\n。?]{1,20}([()（）])")

_SENTENCE_END = pattern(r"[。！？…；：][”’）》」』]*\Z")

_QUOTED = pattern(r"“([^“”]{2,40})”")

_SEPARATORS = pattern(r"[+\-/&*=:.]")


class Swallowed(NamedTuple):
    """What stood where a byte is missing."""

    text: str
    """U+FFFD where nobody can know."""
    certainty: Certainty
    reason: Reason | None


def infer_swallowed(text: str, at: int, before: str) -> Swallowed:
    """What the half character that ends before `at` swallowed.

    Args:
        text: The page.
        at: Offset behind the `?`.
        before: The published characters before it.

    >>> infer_swallowed("“老建?新居”“舊院+新店”", 4, "“老建筑").text
    '+'
    >>> infer_swallowed("?022年", 1, "於").text, infer_swallowed("?月8日", 1, "。”").text
    ('2', '�')
    >>> infer_swallowed("?0月6日", 1, "。").text, infer_swallowed("?023-01-31", 1, "：").text
    ('1', '2')
    """
    if at >= len(text) or text[at] in "\r\n":
        return Swallowed("", Certainty.CERTAIN, None)
    found = _series_separator(text, at)
    if found is not None:
        return Swallowed(found, Certainty.LIKELY, Reason.of("swallowed.series", character=found))
    if _TENTH.match(text, at):
        return Swallowed("1", Certainty.LIKELY, Reason.of("swallowed.month", character="1"))
    century = re.compile(r"(?:(0)|9)\d\d(?:年|-\d{1,2}-\d)").match(text, at)
    if century is not None:
        digit = "2" if century[1] else "1"
        return Swallowed(digit, Certainty.LIKELY, Reason.of("swallowed.year", character=digit))
    if closes_unopened(text, at) and not before.endswith("（"):
        return Swallowed("(", Certainty.LIKELY, Reason.of("swallowed.parenthesis"))
    if may_end_line(text, at) and _SENTENCE_END.search(before):
        return Swallowed("\n", Certainty.LIKELY, Reason.of("swallowed.line"))
    return Swallowed(LOST_CHARACTER, Certainty.LOST, Reason.of("swallowed.lost"))


def may_end_line(text: str, at: int) -> bool:
    """Whether the byte swallowed before `at` can have been a line end rather than a digit."""
    return at >= len(text) or _WHOLE_YEAR.match(text, at) is not None or not _MEASURED.match(text, at)


def _series_separator(text: str, at: int) -> str | None:
    """The sign that parts the neighbouring quotations in two, where the one around `at` is parted too."""
    behind = re.compile(r"[^“”]{1,40}”[、，,和與与]?(?=“)").match(text, at)
    if behind is None:
        return None
    parted: list[str] = []
    for quotation in _QUOTED.finditer(text, behind.end(), behind.end() + _SERIES_REACH):
        signs = _SEPARATORS.findall(re.sub(r"\([^()]{1,8}\)", "", quotation[1]))
        if len(signs) != 1:
            break
        parted.append(signs[0])
    return parted[0] if parted and len(set(parted)) == 1 else None


def closes_unopened(text: str, at: int) -> bool:
    """Whether a closing parenthesis follows soon that nothing has opened."""
    first = _NEXT_PARENTHESIS.match(text, at)
    return first is not None and first[1] in ")）"
