"""policy-reader PATH…: the screen, or plain text where there is no terminal for it."""

from __future__ import annotations

import os
import sys
from contextlib import nullcontext
from difflib import get_close_matches
from pathlib import Path

import click

from reader.cli.articles import Batch
from reader.cli.cleaning import print_articles
from reader.cli.importing import without_collection
from reader.cli.output import complain, report
from reader.cli.spoken import SpokenCommand, language_option, library_option
from reader.library.ahead import ReadAhead
from reader.library.intake import STANDARD_INPUT, find_files, may_be_read, read_all, standard_input
from reader.library.locations import samples
from reader.library.problems import Problem
from reader.library.resuming import first_path
from reader.library.store import Store
from reader.messages import message


@click.command("open", cls=SpokenCommand, hidden=True, help="program")
@library_option
@language_option
@click.argument("paths", nargs=-1, metavar="[PATH…]")
def open_screen(library: str | None, paths: tuple[str, ...]) -> int:
    """Open the screen on files and folders, or on the samples."""
    paths = paths or tuple(map(str, samples()))
    if STANDARD_INPUT in paths:
        standard_input()
        _take_keyboard()
    if not _has_terminal():
        complain(message("cli.no_terminal"))
        batch = Batch(paths, library=library)
        print_articles(batch)
        if batch.failed:
            suggest_command(paths[0])
        return batch.exit_code
    if not any(isinstance(found, str) and may_be_read(found) for found in find_files(paths)):
        for found in read_all(paths):
            if isinstance(found, Problem):
                report(found)
        suggest_command(paths[0])
        return 1
    with Store(Path(library) if library else None) as store:
        first = first_path(paths, store)
        with ReadAhead(first) if first is not None else nullcontext() as ahead:
            with without_collection():
                from reader.tui.running import run
            return run(paths, store, ahead)


def suggest_command(path: str) -> None:
    """Name the command that a path which leads nowhere is nearly the name of."""
    group = click.get_current_context().find_root().command
    names = [name for name, command in getattr(group, "commands", {}).items() if not command.hidden]
    near = get_close_matches(path, names, n=1)
    if near and not os.path.lexists(path):
        complain(message("cli.meant", name=near[0]))


def _has_terminal() -> bool:
    """Whether there is a terminal that can show a screen, which is drawn by standard error, and has a keyboard."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return all(stream.isatty() for stream in streams) and os.environ.get("TERM") != "dumb"


def _take_keyboard() -> None:
    """Give standard input, once it has been read, back to the terminal the program was started from."""
    try:
        terminal = os.open("/dev/tty", os.O_RDONLY)
    except OSError:
        return
    os.dup2(terminal, sys.stdin.fileno())
    os.close(terminal)
