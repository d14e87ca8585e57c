"""One row that says what is shown: title, script, how far."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from reader.export.visible import visible


class StatusLine(Widget):
    """What is read at the left, how it is shown at the right."""

    DEFAULT_CSS = """
    StatusLine { height: 1; background: $panel; color: $text-muted; padding: 0 1; }
    """

    subject: reactive[str] = reactive("")
    """What is read; cut where it does not fit."""
    facts: reactive[tuple[str, ...]] = reactive(())
    """How it is shown, most important first; the last are left out where they do not fit."""

    def render(self) -> Content:
        """Both in the width that there is."""
        width = self.size.width
        facts = list(self.facts)
        while len(facts) > 1 and cell_len(" · ".join(facts)) > width * 2 // 3:
            facts.pop()
        right = " · ".join(facts)
        left_cells = max(0, width - cell_len(right) - 2)
        subject = visible(self.subject)
        if cell_len(subject) > left_cells:
            subject = set_cell_size(subject, max(0, left_cells - cell_len("…"))) + "…" if left_cells > 2 else ""
        gap = max(0, width - cell_len(subject) - cell_len(right))
        return Content(subject + " " * gap + visible(right))
