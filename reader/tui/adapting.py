"""The program as the terminal and the settings want it: theme, language, width of ambiguous characters."""

from __future__ import annotations

import os

from textual import events, on
from textual.app import App

from reader.library.settings import AmbiguousWidth, Settings
from reader.library.store import Store
from reader.messages import choose_language
from reader.tui.plain_bars import use_plain_bars
from reader.tui.screens.reading import ReadingScreen
from reader.tui.terminal_width import (
    ambiguous_cells,
    answered_cells,
    terminal_name,
    use_ambiguous_cells,
    width_question,
)
from reader.tui.themes import THEMES, theme_name


class AdaptingApp(App[None]):
    """The part of the program that fits itself to the terminal and to what the reader sets, while it runs."""

    def __init__(self, store: Store, settings: Settings) -> None:
        """Take over what is set.

        Args:
            store: What the reader did in earlier runs, and what terminals answered in them.
            settings: What the reader has set.
        """
        super().__init__()
        self.settings = settings
        """What the reader has set."""
        self._store = store
        self._terminal = terminal_name(os.environ)
        self._is_asking = False
        use_plain_bars()
        use_ambiguous_cells(self._wanted_cells())
        for theme in THEMES:
            self.register_theme(theme)
        name = theme_name(settings.theme, os.environ)
        self.set_reactive(AdaptingApp.theme, name)  # watched, it would be applied once more after the first picture
        self.stylesheet.set_variables(self.get_css_variables())

    def send(self, sequence: str) -> None:
        """Send a sequence to the terminal."""
        if self._driver is not None:
            self._driver.write(sequence)
            self._driver.flush()

    # What the reader sets

    @on(ReadingScreen.SettingsChanged)
    def _settings_changed(self, event: ReadingScreen.SettingsChanged) -> None:
        """Keep to what the reader has set, from now on."""
        before, self.settings = self.settings, event.settings
        if self.settings.theme is not before.theme:
            self.theme = theme_name(self.settings.theme, os.environ)
        if self.settings.language != before.language:
            choose_language(self.settings.language)
            self._show_anew()
        if self.settings.ambiguous_width is not before.ambiguous_width:
            self._draw_ambiguous(self._wanted_cells())
            self._ask_width()

    def _show_anew(self) -> None:
        """Let every widget be made again, since each may keep words and widths."""
        for screen in self.screen_stack:
            if isinstance(screen, ReadingScreen):
                screen.call_later(screen.show_anew)

    # Ambiguous width

    def _wanted_cells(self) -> int:
        """The columns that are set, else those that the terminal told last."""
        if self.settings.ambiguous_width is not AmbiguousWidth.AUTO:
            return int(self.settings.ambiguous_width)
        return self._store.terminal_cells(self._terminal) or 1

    def on_ready(self) -> None:
        """Ask the terminal, now that the first picture is there."""
        self._ask_width()

    def _ask_width(self) -> None:
        """Ask the terminal unless it is set; nothing waits for the answer, and what was written over is drawn anew."""
        if self.settings.ambiguous_width is AmbiguousWidth.AUTO and not self.is_headless:
            self._is_asking = True
            row = self.size.height - 1
            self.send(width_question(row))
            self.screen.get_widget_at(0, row)[0].refresh()

    @on(events.CursorPosition)
    def _width_answered(self, event: events.CursorPosition) -> None:
        """Draw as the terminal does, and keep that for the next start."""
        cells = answered_cells(event.x)
        if self._is_asking and cells is not None:
            self._is_asking = False
            self._store.keep_terminal_cells(self._terminal, cells)
            self._draw_ambiguous(cells)

    def _draw_ambiguous(self, cells: int) -> None:
        """Give ambiguous characters so many columns."""
        if cells != ambiguous_cells():
            use_ambiguous_cells(cells)
            self._show_anew()
