"""How the lines of a page lie: one line, hard wraps, blank lines inside sentences, indents, stray spaces."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tests.damage.traced import ANNOTATION, Traced, added, joined

_INDENTS = ("", "  ", "　　", "    ", "\u00a0\u00a0", "\t")


@dataclass(frozen=True, slots=True)
class Layout:
    """The habits of one page."""

    indent: str = ""
    """What stands before each paragraph."""
    gap: str = "\n\n"
    """What stands between paragraphs."""
    width: int | None = None
    """Characters after which a line is broken; words and annotations stay whole."""
    notes_count: bool = True
    """Whether annotations take room in a line: they were there when it was broken."""
    blank_cuts: float = 0.0
    """How often a paragraph has a blank line inside a sentence."""
    stray_spaces: float = 0.0
    """How often a space stands behind a character of running text."""


ONE_LINE = Layout(gap=" ")
"""All paragraphs behind each other."""


def draw_layout(rng: random.Random) -> Layout:
    """How a page that keeps its paragraphs lies."""
    return Layout(rng.choice(_INDENTS), rng.choice(("\n", "\n\n", "\n \n")))


def draw_wrapped(rng: random.Random) -> Layout:
    """A page broken at a fixed width; its paragraphs are told by an indent or by a blank line."""
    indent, gap = rng.choice((("　　", "\n"), ("", "\n\n"), ("    ", "\n"), ("　　", "\n\n")))
    return Layout(indent, gap, width=rng.randint(24, 44), notes_count=rng.random() < 0.5)


def draw_one_line(rng: random.Random) -> Layout:
    """A page on one line, with one or two spaces where paragraphs met."""
    return Layout(gap=rng.choice((" ", " ", "  ", "　　")))


def laid_out(paragraphs: Sequence[Traced], layout: Layout, rng: random.Random) -> Traced:
    """Paragraphs as a page lays them out."""
    gap = added(layout.gap)
    return joined(
        part for index, p in enumerate(paragraphs) for part in ((gap,) if index else ()) + (_set(p, layout, rng),)
    )


def _set(paragraph: Traced, layout: Layout, rng: random.Random) -> Traced:
    body = paragraph
    if layout.blank_cuts and len(body) > 20 and rng.random() < layout.blank_cuts:
        whole = [at for at in range(8, len(body) - 8) if min(body.origins[at - 1 : at + 1]) >= 0]
        at = rng.choice(whole or [0])
        body = joined((body[:at], added("\n\n"), body[at:]))
    if layout.stray_spaces:
        body = joined(_spaced(body, layout.stray_spaces, rng))
    if layout.width:
        body = joined(_wrapped(body, layout))
    return added(layout.indent) + body


def _spaced(text: Traced, share: float, rng: random.Random) -> Iterable[Traced]:
    for at in range(len(text)):
        yield text[at : at + 1]
        if "\u4e00" <= text.text[at] <= "\u9fff" and text.origins[at] >= 0 and rng.random() < share:
            yield added(" ")


def _wrapped(text: Traced, layout: Layout) -> Iterable[Traced]:
    """Pieces of about equal length with line ends between them, the first one shorter by its indent."""
    taken = len(layout.indent)
    start = 0
    for cluster in _CLUSTER.finditer(text.text):
        is_note = text.origins[cluster.start()] == ANNOTATION
        size = len(cluster.group()) if layout.notes_count or not is_note else 0
        if taken + size > (layout.width or taken + size) and not is_note:
            yield text[start : cluster.start()]
            yield added("\n")
            start, taken = cluster.start(), 0
        taken += size
    yield text[start:]


_CLUSTER = re.compile(r"\([^()\u4e00-\u9fff]{1,9}\)|[!-~]+|.[，。、；：？！”’）》…—,;:?!)]*", re.S)
"""What no line end comes into: a word, an annotation, a character with the marks behind it."""
