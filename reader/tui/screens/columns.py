"""Columns beside the text: shown, folded away where there is no room, and gone to by key."""

from __future__ import annotations

from textual import events, on
from textual.containers import Vertical
from textual.widget import Widget

from reader.messages import message
from reader.tui.panel_rows import Tab
from reader.tui.screens.state import ReadingState


class Columns(ReadingState):
    """The part of the reading screen that shows its columns."""

    @property
    def columns(self) -> list[Widget]:
        """What the keys can go to, from left to right, of the columns that are shown."""
        found: list[Widget] = [self.sidebar.shown_list] if self.sidebar.display else []
        found.append(self.text)
        return [*found, self.panel.rows] if self.panel.display else found

    def to_text(self) -> None:
        """Let the keys go to the text, and fold away a column that stands in its place."""
        self.fold_columns()
        self.text.focus()

    def fold_columns(self) -> None:
        """Leave the columns that there is room for."""
        if self.has_class("-narrow"):
            self.remove_class("-articles-open")
        if not self.has_class("-wide"):
            self.remove_class("-panel-open")

    @on(events.Resize)
    def _fold_after_resize(self) -> None:
        """Go back to the text where the column that was used has lost its room."""
        self.fold_columns()
        self.call_after_refresh(self._leave_hidden_column)

    def _leave_hidden_column(self) -> None:
        if not any(column.display and column.has_focus_within for column in (self.sidebar, self.panel, self.middle)):
            self.text.focus()

    def show_column(self, name: str) -> None:
        """Show the articles or the panel; where there is room for one column, it takes the place of the other."""
        column = self.sidebar if name == "articles" else self.panel
        if self.settings.focus_mode:
            self._set_focus_mode(False)
        if not column.display:
            other = "panel" if name == "articles" else "articles"
            self.remove_class(f"-{name}-closed", f"-{other}-open")
            self.add_class(f"-{name}-open")

    def action_focus_mode(self) -> None:
        """Let the text stand alone on the screen, or with everything that belongs to it."""
        self._set_focus_mode(not self.settings.focus_mode)
        if self.settings.focus_mode:
            self.to_text()
            self.notify(message("notice.focus_mode"), timeout=2)

    def _set_focus_mode(self, wanted: bool) -> None:
        self.keep_settings(focus_mode=wanted)
        self.set_class(wanted, "-focus")

    def action_column(self, by: int) -> None:
        """Let the keys go to the next column or the one before."""
        columns = self.columns
        index = next((i for i, column in enumerate(columns) if column.has_focus_within or column is self.focused), None)
        if index is None:
            index = 0 if self.sidebar.has_focus_within else columns.index(self.text)
        columns[(index + by) % len(columns)].focus()

    def action_toggle_articles(self) -> None:
        """Show the list of articles, or fold it away."""
        self._toggle("articles", self.sidebar, self.sidebar.shown_list)

    def action_toggle_panel(self) -> None:
        """Show the panel, or fold it away."""
        self._toggle("panel", self.panel, self.panel.rows)

    def _toggle(self, name: str, column: Vertical, focus: Widget) -> None:
        if column.display:
            self.remove_class(f"-{name}-open")
            self.add_class(f"-{name}-closed")
            self.text.focus()
        else:
            self.show_column(name)
            focus.focus()

    def action_show_tab(self, tab: str) -> None:
        """Show a tab of the panel."""
        self.panel.tab = Tab(tab)
        self.open_panel()

    def open_panel(self) -> None:
        """Show the panel, and let the keys go to it."""
        self.show_column("panel")
        self.panel.rows.focus()
