"""Ways out for a copied passage, tried in an order that suits the session."""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from reader.export.visible import LOST_MARK, visible_lines
from reader.library.settings import CopyWay
from reader.messages import message
from reader.model import LOST_CHARACTER

LIMIT_SECONDS = 1.0
"""How long a helper may take before the next way is tried."""

TERMINAL_LIMIT_BYTES = 74_994
"""The longest text that terminals take in one OSC 52 sequence, before it is encoded."""


class Ways(Protocol):
    """What can carry a text away; each answers whether it was confirmed."""

    def helper(self, text: str) -> bool:
        """Give the text to the clipboard of the desktop."""

    def tmux(self, text: str) -> bool:
        """Give the text to tmux, which passes it on to its terminal."""

    def terminal(self, text: str) -> bool:
        """Send the text to the terminal; True means sent, since no terminal confirms it."""

    def file(self, text: str) -> bool:
        """Write the text to a file that only the reader may read."""


@dataclass(frozen=True, slots=True)
class Copied:
    """Which way a text went."""

    way: CopyWay | None
    """The way it took; None when there was none."""
    characters: int
    """Code points that were copied."""
    cleaned: bool
    """Whether control characters in it were made visible."""
    lost: int
    """How many 〓 it holds for characters that nothing can bring back."""
    is_too_long: bool = False
    """Whether it was kept from the terminal by its length alone."""

    @property
    def confirmed(self) -> bool:
        """Whether somebody said that it arrived."""
        return self.way in (CopyWay.HELPER, CopyWay.TMUX)


def order_of_ways(environment: Mapping[str, str], forced: CopyWay = CopyWay.AUTO) -> tuple[CopyWay, ...]:
    """The ways to try, first to last.

    Over SSH a helper would fill the clipboard of the wrong machine, so that it is left out there.

    >>> [str(way) for way in order_of_ways({"SSH_CONNECTION": "…", "TMUX": "…"})]
    ['tmux', 'terminal', 'file']
    >>> [str(way) for way in order_of_ways({})]
    ['helper', 'terminal', 'file']
    """
    if forced is CopyWay.TERMINAL:
        return (CopyWay.TERMINAL, CopyWay.FILE)  # which takes what is too long for a terminal
    if forced is not CopyWay.AUTO:
        return (forced,)
    helper = () if environment.get("SSH_CONNECTION") else (CopyWay.HELPER,)
    tmux = (CopyWay.TMUX,) if environment.get("TMUX") else ()
    return (*helper, *tmux, CopyWay.TERMINAL, CopyWay.FILE)


def copy_text(text: str, order: Sequence[CopyWay], ways: Ways) -> Copied:
    """Carry a text away by the first way that takes it, as it is seen: control characters visible, lost ones as 〓."""
    clean = visible_lines(text)
    by: dict[CopyWay, Callable[[str], bool]] = {
        CopyWay.HELPER: ways.helper,
        CopyWay.TMUX: ways.tmux,
        CopyWay.TERMINAL: ways.terminal,
        CopyWay.FILE: ways.file,
    }
    taken = next((way for way in order if by[way](clean)), None)
    shown = text.replace(LOST_CHARACTER, LOST_MARK)
    is_too_long = taken is CopyWay.FILE and CopyWay.TERMINAL in order and len(clean.encode()) > TERMINAL_LIMIT_BYTES
    return Copied(taken, len(clean), clean != shown, shown.count(LOST_MARK), is_too_long)


def copied_sentences(copied: Copied, path: Path) -> str:
    """What the reader is told of a copy, a sentence a line.

    Args:
        copied: Which way the text went.
        path: The file that a text is written to which finds no other way.
    """
    if copied.way is None:
        return message("notice.copy.none")
    name = "too_long" if copied.is_too_long else str(copied.way)
    sentences = [message(f"notice.copy.{name}", count=copied.characters, path=str(path))]
    if copied.cleaned:
        sentences.append(message("notice.copy.cleaned"))
    if copied.lost:
        sentences.append(message("notice.copy.lost", count=copied.lost))
    return "\n".join(sentences)


def terminal_sequence(text: str) -> str:
    """The OSC 52 sequence that asks a terminal to keep a text.

    >>> terminal_sequence("市")
    '\\x1b]52;c;5biC\\x07'
    """
    return f"\x1b]52;c;{base64.b64encode(text.encode()).decode()}\x07"


class SystemWays:
    """The ways of the machine that the program runs on."""

    def __init__(self, write: Callable[[str], None], file: Path) -> None:
        self._write = write
        """Sends a sequence to the terminal."""
        self.path = file
        """Where a text is written that finds no other way."""

    def helper(self, text: str) -> bool:
        """Give the text to pyperclip, and wait a second at most."""
        confirmed = threading.Event()

        def give() -> None:
            import pyperclip

            try:
                pyperclip.copy(text)
            except (pyperclip.PyperclipException, OSError, subprocess.SubprocessError):
                return
            confirmed.set()

        giver = threading.Thread(target=give, daemon=True)
        giver.start()
        giver.join(LIMIT_SECONDS)
        return confirmed.is_set()

    def tmux(self, text: str) -> bool:
        """Load tmux's buffer and let it pass the text on (`load-buffer -w`, from tmux 3.2)."""
        program = shutil.which("tmux")
        if program is None:
            return False
        for options in (["-w"], []):
            try:
                subprocess.run(
                    [program, "load-buffer", *options, "-"],
                    input=text.encode(),
                    check=True,
                    capture_output=True,
                    timeout=LIMIT_SECONDS,
                )
            except (OSError, subprocess.SubprocessError):
                continue
            return True
        return False

    def terminal(self, text: str) -> bool:
        """Send an OSC 52 sequence, unless the text is longer than terminals take."""
        if len(text.encode()) > TERMINAL_LIMIT_BYTES:
            return False
        self._write(terminal_sequence(text))
        return True

    def file(self, text: str) -> bool:
        """Write the file, readable by its owner alone."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0), 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                self.path.chmod(0o600)
                file.write(text)
        except OSError:
            return False
        return True
