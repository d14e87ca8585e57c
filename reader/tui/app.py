"""The program on the screen."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from textual import on, work
from textual.filter import LineFilter
from textual.message import Message
from textual.notifications import SeverityLevel

from reader.export.visible import visible_lines
from reader.library.ahead import ReadAhead
from reader.library.locations import data_folder
from reader.library.settings import CopyWay, Settings
from reader.library.store import Store
from reader.messages import message
from reader.tui.adapting import AdaptingApp
from reader.tui.clipboard import Copied, SystemWays, Ways, copied_sentences, copy_text, order_of_ways
from reader.tui.harmless import HarmlessFilter
from reader.tui.screens.reading import ReadingScreen
from reader.tui.widgets.notice_bar import NoticeBar

NOTICE_SECONDS = 5.0
"""How long a notice stays where nothing else is asked for."""


class ReaderApp(AdaptingApp):
    """Reads articles in a terminal."""

    CSS_PATH = "reader.tcss"
    TITLE = "policy-reader"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[Any]] = []

    @dataclass
    class TextCopied(Message):
        """A text was copied, or could not be."""

        copied: Copied
        """Which way it went."""

    def __init__(
        self,
        paths: Sequence[str],
        store: Store,
        settings: Settings,
        ways: Ways | None = None,
        ahead: ReadAhead | None = None,
    ) -> None:
        """Make the program.

        Args:
            paths: Files and folders to read.
            store: What the reader did in earlier runs.
            settings: What the reader has set.
            ways: What carries copied texts away; None for the ways of this machine.
            ahead: The first article, which is being read elsewhere.
        """
        super().__init__(store, settings)
        self._paths = tuple(paths)
        self._ahead = ahead
        self.copy_file = data_folder() / "copied.txt"
        """Where a copied text is written that finds no other way."""
        self._ways = ways or SystemWays(self.send, self.copy_file)

    def get_default_screen(self) -> ReadingScreen:
        """The reading screen."""
        return ReadingScreen(self._paths, self._store, self.settings, self._ahead)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What is drawn passes the second line against control characters last."""
        return [*super().get_line_filters(), HarmlessFilter()]

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Show a notice in the reading screen's own rows; it is text, never markup."""
        bar = next(iter(self.screen_stack[0].query(NoticeBar)), None)
        if bar is not None:
            bar.show(visible_lines(message), severity, timeout or NOTICE_SECONDS)

    def action_help_quit(self) -> None:
        """Say how to leave."""
        self.notify(message("notice.how_to_quit"))

    # Copying

    def copy_to_clipboard(self, text: str) -> None:
        """Carry a text away; every way of copying comes through here."""
        self._clipboard = text
        self._copy(text)

    @work(thread=True, exclusive=True, group="copy", exit_on_error=False, description="copying")
    def _copy(self, text: str) -> None:
        """Try the ways one after the other, which may take seconds."""
        order = order_of_ways(os.environ, self.settings.copy_way)
        self.post_message(self.TextCopied(copy_text(text, order, self._ways)))

    @on(TextCopied)
    def _text_copied(self, event: TextCopied) -> None:
        """Say which way the text went."""
        way = event.copied.way
        severity: SeverityLevel = "error" if way is None else "warning" if way is CopyWay.FILE else "information"
        self.notify(copied_sentences(event.copied, self.copy_file), severity=severity)
