"""Where sentences begin and end, found near a place without reading the whole text."""

from __future__ import annotations

import re

from reader.model import Span

SENTENCE_END = re.compile(r"(?:[。！？!?]|…{2}|⋯{2})[。！？!?…⋯]*[”’）》〉」』】〕］\"')\]]*[ \t\u3000]*|\.(?=\s)\s*")
"""What closes a sentence: the mark, the quotes and brackets that close with it, and the spaces after them."""

LONGEST = 4096
"""Code points after which a stretch without a sentence end is cut, at multiples of this."""


def sentence_at(text: str, offset: int) -> Span:
    """The sentence that holds the code point at `offset`.

    >>> text = "起步冲刺。“我们很满意！”关键在人。"
    >>> sentence_at(text, 8), text[5:13]
    (Span(start=5, end=13), '“我们很满意！”')
    """
    offset = max(0, min(offset, len(text) - 1))
    return Span(_start_before(text, offset), _end_after(text, offset))


def _start_before(text: str, offset: int) -> int:
    """The end of the last sentence that ends at or before `offset`, else the cut before it."""
    reach = 256
    while reach <= LONGEST:
        last = 0
        for match in SENTENCE_END.finditer(text, max(0, offset - reach), offset + reach):
            if match.end() > offset:
                break
            last = match.end()
        if last:
            return last
        reach *= 4
    return offset // LONGEST * LONGEST


def _end_after(text: str, offset: int) -> int:
    """The end of the first sentence that ends after `offset`, else the cut after it, or the end of the text."""
    # A mark before the offset may belong to a close that reaches over it, as 。 does in 。”.
    for match in SENTENCE_END.finditer(text, max(0, offset - 64), offset + LONGEST):
        if match.end() > offset:
            return match.end()
    return min(len(text), (offset // LONGEST + 1) * LONGEST)


def next_sentence(text: str, offset: int) -> int | None:
    """Where the sentence after the one at `offset` begins, or None in the last."""
    end = sentence_at(text, offset).end
    return end if end < len(text) else None


def previous_sentence(text: str, offset: int) -> int | None:
    """Where the sentence at `offset` begins, or the one before when `offset` is its beginning; None at the first."""
    start = sentence_at(text, offset).start
    if start < offset:
        return start
    return sentence_at(text, start - 1).start if start > 0 else None
