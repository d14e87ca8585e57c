"""policy-reader watch: the reader's own list of words and regular expressions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from reader.cli.output import complain, write
from reader.cli.spoken import SpokenCommand, SpokenGroup, SpokenOption, language_option
from reader.cli.usage import SpokenChoice
from reader.messages import message

COLOURS = ("yellow", "red", "green", "blue")
"""The colours that can be named, those of `reader.analysis.watching`, which is not imported for the help."""

_pattern_option = click.option("--pattern", "is_pattern", is_flag=True, cls=SpokenOption, help="pattern")


@click.group("watch", cls=SpokenGroup, help="watch")
@language_option
def watch() -> None:
    """Look at the watch list or change it."""


@watch.command("list", cls=SpokenCommand, help="watch_list")
@language_option
def list_watched() -> int:
    """Print the file, then an entry on each line."""
    from reader.library.watch_list import make_watcher, watch_file

    path = watch_file()
    watcher, problems = make_watcher(path)
    write(f"# {path}\n")
    for entry in watcher.entries:
        fields = ("pattern" if entry.is_pattern else "word", entry.text, entry.colour, entry.note)
        write("\t".join(field.replace("\t", " ").replace("\n", " ") for field in fields).rstrip() + "\n")
    for problem in problems:
        complain(problem)
    return int(bool(problems))


@watch.command("add", cls=SpokenCommand, help="watch_add")
@_pattern_option
@click.option("--colour", type=SpokenChoice(COLOURS), default=COLOURS[0], cls=SpokenOption, help="colour")
@click.option("--note", metavar="TEXT", default="", cls=SpokenOption, help="note")
@language_option
@click.argument("words", nargs=-1, required=True, metavar="WORD…")
def add(is_pattern: bool, colour: str, note: str, words: tuple[str, ...]) -> int:
    """Write entries into the file; a pattern that the engine refuses is named and left out."""
    from reader.analysis.watching import Colour, Watched, Watcher
    from reader.library.watch_list import add_watched, watch_file

    path = watch_file()

    def put(word: str) -> bool:
        entry = Watched(word.strip(), is_pattern, Colour(colour), note)
        for one in Watcher([entry]).refused:
            complain(message("error.watch.pattern", path=path, pattern=one.pattern, reason=one.reason))
            return False
        if not entry.text:
            return False
        said = "added" if add_watched(path, entry) else "known"
        complain(message(f"cli.watch.{said}", text=entry.text))
        return True

    return _change(path, words, put)


@watch.command("remove", cls=SpokenCommand, help="watch_remove")
@language_option
@click.argument("words", nargs=-1, required=True, metavar="WORD…")
def remove(words: tuple[str, ...]) -> int:
    """Take entries out of the file."""
    from reader.library.watch_list import remove_watched, watch_file

    path = watch_file()

    def take(word: str) -> bool:
        was_there = bool(remove_watched(path, word))
        complain(message(f"cli.watch.{'removed' if was_there else 'missing'}", text=word))
        return was_there

    return _change(path, words, take)


def _change(path: Path, words: tuple[str, ...], change: Callable[[str], bool]) -> int:
    """Change the file for each word; 0, or 1 where something could not be done."""
    try:
        done = [change(word) for word in words]
    except (OSError, ValueError) as problem:
        complain(message("error.watch.write", path=path, problem=problem))
        return 1
    return int(not all(done))
