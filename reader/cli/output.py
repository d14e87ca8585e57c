"""Where text goes out: to a terminal harmless, to a pipe or file as it is."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Iterator
from typing import TextIO

from reader.export.visible import visible, visible_lines
from reader.library.problems import Problem


class OutputError(Exception):
    """What standard output leads to takes no more, though somebody is there: a disk is full, a device is gone."""


def prepare_streams() -> None:
    """Let every character out: in UTF-8 with bare line feeds to a pipe or file, as it can be shown to a terminal.

    A stream that the program was started without becomes one that holds nothing and keeps nothing.
    """
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: SIM115, PTH123
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")


def write(text: str) -> None:
    """Write to standard output; a terminal gets nothing that it would obey or hide.

    Raises:
        BrokenPipeError: Nobody reads it any more.
        OutputError: It cannot be written.
    """
    with output_errors():
        sys.stdout.write(visible_lines(text) if sys.stdout.isatty() else text)


def flush() -> None:
    """Let out what has been written and is still held; raises what `write` raises."""
    with output_errors():
        sys.stdout.flush()


def complain(sentence: str) -> None:
    """Write one line to standard error, always harmless; where that is gone too, nobody can be told."""
    try:
        print(f"policy-reader: {visible(sentence)}", file=sys.stderr, flush=True)
    except OSError:
        abandon(sys.stderr)


def report(problem: Problem) -> None:
    """Say what failed."""
    complain(problem.sentence)


def abandon(stream: TextIO) -> None:
    """Let what a stream still holds go nowhere, so that the interpreter can end without a word about it."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


@contextlib.contextmanager
def output_errors() -> Iterator[None]:
    """Tell what goes wrong with standard output from what goes wrong elsewhere."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(error.strerror or str(error)) from error
