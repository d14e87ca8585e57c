"""Selecting in the text view: passages of paragraphs, whatever rows they are broken into.

Textual's own hit test takes the right half of a wide character for the character after it and counts gutters as text,
so the view turns pointer positions into places itself. The selection is kept where Textual keeps every selection,
`Screen.selections`, a paragraph as y and an offset into it as x.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from textual import events
from textual.geometry import Offset
from textual.selection import Selection
from textual.timer import Timer

from reader.model import Passage, Place, Span
from reader.tui.widgets.text_view_document import TextDocument
from reader.tui.widgets.text_view_rows import RowsView
from reader.typesetting import TypesetText, sentence_at
from reader.typesetting.folds import Folds

DRAG_SECONDS = 1 / 20
"""Time from one row to the next while a selection is dragged over the edge of the view."""

Words = Callable[[str, int], Span]
"""Gives the word that holds an offset of a text."""


def word_at(text: str, offset: int) -> Span:
    """The run of characters of one class around an offset: ideographs, letters and digits, spaces, or marks alike.

    >>> text = "全市GDP增长5%，很好"
    >>> [text[a:b] for a, b in (word_at(text, 0), word_at(text, 3), word_at(text, 9))]
    ['全市', 'GDP', '，']
    """
    if not text:
        return Span(0, 0)
    offset = min(offset, len(text) - 1)
    wanted = _class_of(text[offset])
    low, high = offset, offset + 1
    while low > 0 and _class_of(text[low - 1]) == wanted:
        low -= 1
    while high < len(text) and _class_of(text[high]) == wanted:
        high += 1
    return Span(low, high)


def is_ideograph(character: str) -> bool:
    """Whether a character is a Chinese one or a part of one."""
    if character >= "\U00020000":
        return True
    return "\u2e80" <= character <= "\u2fdf" or "\u3400" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff"


def _class_of(character: str) -> str:
    if is_ideograph(character):
        return "ideograph"
    if character.isalnum():
        return "word"
    return "space" if character.isspace() else character


def selected_passages(text: TypesetText, folds: Folds, selection: Selection) -> tuple[Passage, ...]:
    """The stretch of each paragraph that is selected, in reading order; folded paragraphs are left out.

    A selection that is open at one end reaches to the beginning or the end of the text.
    """
    first = selection.start.y if selection.start is not None else 0
    last = selection.end.y if selection.end is not None else text.count - 1
    passages: list[Passage] = []
    for paragraph in range(first, min(last, text.count - 1) + 1):
        length = len(text.text(paragraph))
        start = selection.start.x if selection.start is not None and paragraph == first else 0
        end = selection.end.x if selection.end is not None and paragraph == last else length
        start, end = min(start, length), min(end, length)
        if start < end and not folds.is_folded(paragraph):
            passages.append(Passage(paragraph, start, end))
    return tuple(passages)


def selection_over(passages: tuple[Passage, ...]) -> Selection:
    """The selection from the beginning of the first passage to the end of the last."""
    first, last = passages[0], passages[-1]
    return Selection(Offset(first.start, first.paragraph), Offset(last.end, last.paragraph))


def joined_text(passages: tuple[Passage, ...], shown: Callable[[int, int, int], str]) -> str:
    """The words of passages, one line for each paragraph.

    Args:
        passages: What to join, in reading order.
        shown: Gives a stretch of a paragraph (paragraph, start, end).
    """
    lines = (
        "".join(shown(*passage) for passage in group) for _, group in groupby(passages, key=lambda one: one.paragraph)
    )
    return "\n".join(lines)


class SelectingView(RowsView):
    """A view in which passages are selected, by dragging over characters or by command."""

    words: Words = staticmethod(word_at)
    """Finds the word that a double click selects, in a text as stored."""

    def __init__(self, document: TextDocument | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(document, id=id, classes=classes)
        self.was_dragged = False
        """Whether the button was last pressed and released at different characters."""
        self._pressed: tuple[Place, Place] | None = None
        self._pointer = Offset(0, 0)
        self._drag_timer: Timer | None = None

    def selected_passages(self) -> tuple[Passage, ...]:
        """What is selected: a passage for each paragraph, in reading order, without what is folded away."""
        selection = self.text_selection if self.is_attached else None
        return () if selection is None else selected_passages(self.document, self.rows.folds, selection)

    def selected_text(self) -> str:
        """The words of what is selected as they are shown, unbroken, one line for each paragraph."""
        return joined_text(self.selected_passages(), self.document.shown)

    def select(self, *passages: Passage) -> None:
        """Select from the beginning of the first passage to the end of the last; without passages, nothing."""
        self.screen.selections = {self: selection_over(passages)} if passages else {}

    def select_around(self, place: Place, clicks: int) -> None:
        """Select around a place: with two clicks the word, with three the sentence, with more the paragraph."""
        paragraph, offset = self._inside(place)
        text = self.document.text(paragraph)
        span = Span(0, len(text))
        if clicks < 4:
            span = self.words(text, offset) if clicks == 2 else sentence_at(text, offset)
        self.select(Passage(paragraph, *span))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """What Textual copies: the words that are selected and what stands between them and those of other widgets."""
        passages = selected_passages(self.document, self.rows.folds, selection)
        return joined_text(passages, self.document.shown), "\n"

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin to select at the character under the pointer."""
        self.was_dragged = False
        self._pressed = self._character_of(event.offset) if event.button == 1 else None
        if self._pressed is not None:
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select up to the character under the pointer; beyond the edge, scroll."""
        if self._pressed is None:
            return
        self._pointer = event.offset
        self._extend()
        beyond = not 0 < event.y < self.size.height - 1
        if beyond and self._drag_timer is None:
            self._drag_timer = self.set_interval(DRAG_SECONDS, self._drag_on)
        elif not beyond:
            self._stop_dragging()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End selecting."""
        if self._pressed is not None:
            self._pressed = None
            self._stop_dragging()
            self.release_mouse()

    def _stop_dragging(self) -> None:
        if self._drag_timer is not None:
            self._drag_timer.stop()
            self._drag_timer = None

    def _drag_on(self) -> None:
        """Scroll a row towards the pointer and select what comes under it."""
        self.scroll_relative(y=-1 if self._pointer.y <= 0 else 1, animate=False, force=True)
        self._extend()

    def _character_of(self, offset: Offset) -> tuple[Place, Place] | None:
        """Beginning and end of the character under a point of the view."""
        found = self.place_at(offset)
        if found is None:
            return None
        row, start, end = found
        return Place(row.paragraph, start), Place(row.paragraph, end)

    def _extend(self) -> None:
        """Select from the character that was pressed to the one under the pointer, both included."""
        under = self._character_of(self._pointer)
        if self._pressed is None or under is None or (not self.was_dragged and under == self._pressed):
            return
        self.was_dragged = True
        start, end = min(self._pressed[0], under[0]), max(self._pressed[1], under[1])
        selection = Selection(Offset(start.offset, start.paragraph), Offset(end.offset, end.paragraph))
        self.screen.selections = {self: selection}
