"""A terminal, as far as the program uses one, that draws ambiguous characters as wide as it is told."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import sys
import termios
import time
import unicodedata
from collections.abc import Callable
from types import TracebackType

_TOKEN = re.compile(
    r"\x1b\[(?P<parameters>[?<>=0-9;:]*)[ $]*(?P<final>[@-~])"
    r"|\x1b\].*?(?:\x07|\x1b\\)|\x1bP.*?\x1b\\|\x1b(?P<short>[78=>])|(?P<character>[^\x1b])",
    re.DOTALL,
)
_UNFINISHED = re.compile(r"\x1b(?:\[[?<>=0-9;: $]*|\][^\x07\x1b]*|)\Z")


class Screen:
    """What is drawn: a character and a ground for each cell."""

    def __init__(self, columns: int, rows: int, ambiguous: int) -> None:
        self.columns, self.rows, self.ambiguous = columns, rows, ambiguous
        self.characters = [[" "] * columns for _ in range(rows)]
        self.grounds = [[""] * columns for _ in range(rows)]
        self.overruns = 0
        self.reports: list[str] = []
        self._row = self._column = 0
        self._kept = (0, 0)
        self._ground = ""

    def feed(self, text: str) -> str:
        """Draw; returns what is not whole yet."""
        unfinished = _UNFINISHED.search(text)
        whole = text[: unfinished.start()] if unfinished else text
        for token in _TOKEN.finditer(whole):
            if token["character"]:
                self._put(token["character"])
            elif token["final"]:
                self._obey(token["parameters"], token["final"])
            elif token["short"] == "7":
                self._kept = (self._row, self._column)
            elif token["short"] == "8":
                self._row, self._column = self._kept
        return text[len(whole) :]

    def _obey(self, parameters: str, final: str) -> None:
        if final == "H":
            row, _, column = parameters.partition(";")
            self._row, self._column = int(row or 1) - 1, int(column or 1) - 1
        elif final == "n" and parameters == "6":
            self.reports.append(f"\x1b[{self._row + 1};{self._column + 1}R")
        elif final == "m":
            self._paint(parameters)

    def _paint(self, parameters: str) -> None:
        codes = parameters.split(";")
        if "48" in codes:
            self._ground = ";".join(codes[codes.index("48") :][:5])
        elif codes[0] in ("", "0"):
            self._ground = ""

    def _put(self, character: str) -> None:
        if character == "\r":
            self._column = 0
        elif character == "\n":
            self._row, self._column = self._row + 1, 0
        elif character.isprintable() and not unicodedata.combining(character):
            width = {"W": 2, "F": 2, "A": self.ambiguous}.get(unicodedata.east_asian_width(character), 1)
            if self._column + width > self.columns:
                self.overruns += 1
                return
            for cell in range(self._column, self._column + width):
                self.characters[self._row][cell] = character if cell == self._column else ""
                self.grounds[self._row][cell] = self._ground
            self._column += width

    def text(self) -> str:
        """The rows as they are read."""
        return "\n".join("".join(row) for row in self.characters)


class Terminal:
    """Runs the program in a terminal of its own."""

    def __init__(
        self,
        arguments: list[str],
        size: tuple[int, int] = (120, 24),
        ambiguous: int = 1,
        answers: bool = True,
    ) -> None:
        self.screen = Screen(*size, ambiguous)
        self._answers = answers
        self._bytes, self._rest = b"", ""
        self._pid, self._file = pty.fork()
        if self._pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
            os.execv(sys.executable, [sys.executable, "-m", "reader", *arguments])

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        os.close(self._file)
        os.waitpid(self._pid, 0)

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._file, keys.encode())

    def read_until(self, wanted: Callable[[Screen], bool], seconds: float = 30.0) -> bool:
        """Draw until the screen is as wanted once it has been still for a moment; whether it came to that."""
        limit = time.monotonic() + seconds
        while time.monotonic() < limit:
            if not self._draw(0.3) and wanted(self.screen):
                return True
        return False

    def ended(self, seconds: float = 20.0) -> bool:
        """Draw until the program ends; whether it does."""
        limit = time.monotonic() + seconds
        while time.monotonic() < limit:
            if self._draw(0.2) is None:
                return True
        return False

    def _draw(self, seconds: float) -> bool | None:
        """Draw what comes within so many seconds: whether anything came, or None when nothing will any more."""
        if not select.select([self._file], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._file, 1 << 16)
        except OSError:
            return None
        if not data:
            return None
        self._bytes += data
        whole = self._bytes.decode(errors="ignore")
        self._bytes = self._bytes[len(whole.encode()) :]
        self._rest = self.screen.feed(self._rest + whole)
        while self.screen.reports and self._answers:
            self.type(self.screen.reports.pop(0))
        return True
