"""Characters by what they tell about lines: ends of sentences, brackets that must close, widths on a grid.

Everything here works on the `simplify` form, in which punctuation is half-width.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property

from reader.model.patterns import pattern

HANZI = r"[^\W0-9a-z_]"
"""Pattern of a Chinese character: on the `simplify` form, a letter that is not Latin. Ranges over all of them would
say it more narrowly, but each takes Python milliseconds to compile, and there are dozens."""
WORD = r"[^\W_]"
"""Pattern of a Chinese character, a Latin letter or a digit."""
NO_HANZI = r"[\W0-9a-z_]"
"""Pattern of anything but a Chinese character."""
HANZI_OR_LOST = rf"(?:{HANZI}|\ufffd)"
"""Pattern of a Chinese character, or of what stands for a lost one."""
SPACES = " \t\u3000\u00a0\u2000-\u200a\u202f\u205f"
"""Spaces inside a line, as the inside of a character class."""
CLOSERS = "”’」』)】》〉]"
"""Marks that close what another opened."""
OPENERS = "“‘「『(【《〈["
"""Marks that open; the one at the same index of `CLOSERS` closes."""
CANNOT_START = frozenset(CLOSERS + "。,、;:!?%")
"""No line of Chinese starts with these (GB/T 15834)."""

_PAIRS = (("“", "”"), ("「", "」"), ("『", "』"), ("(", ")"), ("《", "》"), ("【", "】"))
_MARKS = pattern("[" + "".join(map(re.escape, "".join(a + b for a, b in _PAIRS))) + "]")
_CLOSING = {close: opening for opening, close in _PAIRS}
"""Closing marks to those that they close."""
_END = pattern(r"(?:[。!?！？…]|\.{3}|[”’\"]\.)[”’」』)）】》]*$")
_STOPS = frozenset("。!?！？…")
"""A text that stops with one of these ends a sentence."""
_BEHIND_STOP = frozenset(".”’」』)）】》\n")
"""A text that stops with none of these either ends none."""


def ends_sentence(text: str) -> bool:
    """Whether a text, simplified or as written, stops where a sentence may stop, closing marks after it counted in.

    >>> ends_sentence("作风就是力量!"), ends_sentence("“真好。”"), ends_sentence("叫人“红脸出汗”")
    (True, True, False)
    """
    last = text[-1:]
    return last in _STOPS or (last in _BEHIND_STOP and _END.search(text[-8:]) is not None)


def width_cells(text: str) -> int:
    """Columns that the text takes where ambiguous characters take two: as many as it has bytes in GBK.

    Terminals and editors that wrapped such pages counted so; characters outside GBK count as one.

    >>> width_cells("“作风”ab")
    10
    """
    return len(text.encode("gbk", "replace"))


class Enclosures:
    """Where in a text brackets and quotation marks enclose something."""

    def __init__(self, text: str) -> None:
        """Of a text, in which nothing is looked for yet."""
        self._text = text

    @cached_property
    def _spans(self) -> list[list[tuple[int, int]]]:
        """For each kind, where an opening mark and the next mark of its kind stand, if that closes it."""
        opened: dict[str, int] = {}
        spans: dict[str, list[tuple[int, int]]] = {}
        for found in _MARKS.finditer(self._text):
            mark = found.group()
            if mark not in _CLOSING:
                opened[mark] = found.start()
            elif (start := opened.pop(_CLOSING[mark], None)) is not None:
                spans.setdefault(mark, []).append((start, found.start()))
        return list(spans.values())

    def at(self, offset: int) -> tuple[int, int] | None:
        """The innermost pair around an offset as the offsets of its two marks, or None."""
        around: tuple[int, int] | None = None
        for spans in self._spans:
            index = bisect_left(spans, (offset, 0)) - 1
            if index >= 0 and offset <= spans[index][1]:
                around = max(around, spans[index]) if around else spans[index]
        return around


def left_open(text: str) -> str | None:
    """The quotation mark or bracket that the end of the text leaves open, or None.

    >>> left_open("“六种精神”与“严、真、细、"), left_open("“六种精神”")
    ('“', None)
    """
    stack: list[str] = []
    for mark in _MARKS.findall(text):
        if mark not in _CLOSING:
            stack.append(mark)
        elif stack and stack[-1] == _CLOSING[mark]:
            stack.pop()
    return stack[-1] if stack else None


def first_mark(text: str) -> str | None:
    """The first quotation mark or bracket of the text, or None."""
    found = _MARKS.search(text)
    return found.group() if found else None


def closes(opening: str, mark: str | None) -> bool:
    """Whether a mark closes another."""
    return (opening, mark) in _PAIRS
