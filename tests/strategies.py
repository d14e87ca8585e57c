"""Generated texts and edits for properties."""

from __future__ import annotations

from hypothesis import strategies as st

from reader.model import Certainty, Edit, Reason, Span

TEXTS = st.text(alphabet="中文網新，。“”a1( \n\ufffd", max_size=30)
"""Short texts of characters that matter to the rules."""


@st.composite
def edit_lists(draw: st.DrawFn, text: str, fix: str = "test") -> tuple[Edit, ...]:
    """Sorted, disjoint edits over `text`, some of them doubtful."""
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    edits: list[Edit] = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        touching = bool(edits) and start == edits[-1].end and (start == end or not edits[-1].span.length)
        if touching or (edits and start < edits[-1].end):
            continue
        replacement = draw(st.text(alphabet="新字甲乙", max_size=3))
        if start == end and not replacement:
            continue
        doubtful: tuple[Span, ...] = ()
        if replacement and draw(st.booleans()):
            low = draw(st.integers(0, len(replacement) - 1))
            doubtful = (Span(low, draw(st.integers(low + 1, len(replacement)))),)
        certainty = Certainty.LIKELY if doubtful else Certainty.CERTAIN
        edits.append(Edit(start, end, replacement, fix, Reason.of(fix), certainty, doubtful))
    return tuple(edits)


@st.composite
def texts_with_edits(draw: st.DrawFn) -> tuple[str, tuple[Edit, ...]]:
    """A text and edits over it."""
    text = draw(TEXTS)
    return text, draw(edit_lists(text))
