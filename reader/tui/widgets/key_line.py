"""The footer: the commands that are asked for most, with their keys."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

from reader.tui.commands import COMMANDS


class KeyLine(Footer):
    """Keys and what they do, in the reader's language; each can be clicked."""

    def compose(self) -> ComposeResult:
        """One key for each command of the footer."""
        for command in COMMANDS:
            if command.in_footer:
                key = FooterKey(command.keys[0], command.shown_key, command.label, command.action)
                yield key.data_bind(compact=Footer.compact)
