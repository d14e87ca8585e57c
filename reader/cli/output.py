"""Where text goes out: to a terminal harmless, to a pipe or file as it is."""

from __future__ import annotations

import contextlib
import io
import os
import sys

from reader.export.visible import visible, visible_lines
from reader.library.problems import Problem


def prepare_output() -> None:
    """Let every character out: in UTF-8 with bare line feeds to a pipe or file, as it can be shown to a terminal."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")


def write(text: str) -> None:
    """Write to standard output; a terminal gets nothing that it would obey or hide."""
    sys.stdout.write(visible_lines(text) if sys.stdout.isatty() else text)


def complain(sentence: str) -> None:
    """Write one line to standard error, always harmless."""
    print(f"policy-reader: {visible(sentence)}", file=sys.stderr)


def report(problem: Problem) -> None:
    """Say what failed."""
    complain(problem.sentence)


def close_quietly() -> None:
    """Let the interpreter end without a word about a pipe that nobody reads any more."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
