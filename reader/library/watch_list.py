"""The watch list: the reader's own file of words and patterns, changed so that all else in it stays as it is."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.analysis.watching import Colour, Watched, Watcher
from reader.lexicons.formulations import own_file
from reader.messages import message

TABLE = "watch"
"""The name of the tables that hold an entry each."""
_HEADING = re.compile(rf"^[ \t]*\[(?P<entry>\[[ \t]*{TABLE}[ \t]*\]\])?", re.MULTILINE)
"""A line that begins a table, which may be an entry."""
_AFTER_KEYS = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*\Z")
"""Blank lines and comments at the end of an entry, which belong to what follows."""


@dataclass(frozen=True, slots=True)
class WatchList:
    """What the file of the reader's own words holds."""

    entries: tuple[Watched, ...] = ()
    """The entries in the order of the file."""
    problems: tuple[str, ...] = ()
    """A sentence for each thing that was left out, or for the whole file."""


def watch_file() -> Path:
    """The file of the watch list, in the folder of the reader's own lists. It need not exist."""
    return own_file().with_name("watch.toml")


def read_watch_list(path: Path) -> WatchList:
    """The entries of a file; what cannot be read is told of and the rest goes on. A missing file is an empty list."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8")).get(TABLE, [])
    except FileNotFoundError:
        return WatchList()
    except (OSError, ValueError) as problem:
        return WatchList(problems=(message("error.watch.file", path=path, problem=problem),))
    if not isinstance(tables, list):
        return WatchList(problems=(message("error.watch.file", path=path, problem=f"[[{TABLE}]]"),))
    entries, problems = [], []
    for number, table in enumerate(tables, start=1):
        entry = _entry(table)
        if entry is None:
            problems.append(message("error.watch.entry", path=path, number=number))
            continue
        entries.append(entry)
        named = table.get("colour", entry.colour)
        if named != entry.colour:
            colours = ", ".join(Colour)
            problems.append(message("error.watch.colour", path=path, colour=repr(named), colours=colours))
    return WatchList(tuple(entries), tuple(problems))


def make_watcher(path: Path) -> tuple[Watcher, tuple[str, ...]]:
    """A file made ready to be looked for, and a sentence for each thing of it that was left out."""
    found = read_watch_list(path)
    watcher = Watcher(found.entries)
    refused = (
        message("error.watch.pattern", path=path, pattern=one.pattern, reason=one.reason) for one in watcher.refused
    )
    return watcher, (*found.problems, *refused)


class WatchFile:
    """A file that is read again when it has changed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        """The file."""
        self._read: tuple[tuple[int, int] | None, Watcher] | None = None

    def current(self) -> tuple[Watcher, tuple[str, ...]]:
        """What is in the file, and what of it was left out, the latter only when it has been read anew."""
        stamp = None
        with suppress(OSError):
            found = self.path.stat()
            stamp = (found.st_mtime_ns, found.st_size)
        if self._read is not None and self._read[0] == stamp:
            return self._read[1], ()
        watcher, problems = make_watcher(self.path)
        self._read = (stamp, watcher)
        return watcher, problems


def _entry(table: object) -> Watched | None:
    """One entry; a colour that is none is as if it were not there."""
    if not isinstance(table, Mapping):
        return None
    word, pattern, note = table.get("word"), table.get("pattern"), table.get("note", "")
    text = word if pattern is None else pattern
    if not (isinstance(text, str) and text.strip() and isinstance(note, str)) or (
        word is not None and pattern is not None
    ):
        return None
    colour = table.get("colour")
    known = Colour(colour) if isinstance(colour, str) and colour in set(Colour) else Colour.YELLOW
    return Watched(text, pattern is not None, known, note)


def add_watched(path: Path, entry: Watched) -> bool:
    """Write an entry at the end of a file, which is made where it is missing; False where the file has it already.

    Raises:
        OSError: The file cannot be read or written.
        ValueError: The file is no UTF-8 or no TOML, and is left as it is.
    """
    text = _read(path)
    if any(_is_same(_entry(table), entry.text, is_pattern=entry.is_pattern) for table in _tables(text)):
        return False
    if text:
        text = text.rstrip("\n") + "\n\n"
    _write(path, text + _written(entry))
    return True


def remove_watched(path: Path, text: str, *, is_pattern: bool | None = None) -> int:
    """Take entries out of a file, comments and other entries stay; returns how many were there.

    Args:
        path: The file.
        text: The word or the pattern.
        is_pattern: Which of the two; None for either.

    Raises:
        OSError: The file cannot be read or written.
        ValueError: The file is no UTF-8 or no TOML, or does not hold its entries in tables of their own; it is left.
    """
    whole = _read(path)
    tables = _tables(whole)
    stretches = list(_stretches(whole))
    if len(stretches) != len(tables):
        raise ValueError(f"[[{TABLE}]]")
    gone = [
        stretch
        for stretch, table in zip(stretches, tables, strict=True)
        if _is_same(_entry(table), text, is_pattern=is_pattern)
    ]
    for start, end in reversed(gone):
        whole = whole[:start] + whole[end:].lstrip("\n")
    if gone:
        _write(path, whole)
    return len(gone)


def _is_same(entry: Watched | None, text: str, *, is_pattern: bool | None) -> bool:
    return entry is not None and entry.text == text and is_pattern in (None, entry.is_pattern)


def _tables(text: str) -> list[Any]:
    tables = tomllib.loads(text).get(TABLE, [])
    return tables if isinstance(tables, list) else []


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Where each entry stands in a file, from its heading to its last key."""
    headings = [(found.start(), bool(found["entry"])) for found in _HEADING.finditer(text)]
    for index, (start, is_entry) in enumerate(headings):
        if is_entry:
            end = headings[index + 1][0] if index + 1 < len(headings) else len(text)
            tail = _AFTER_KEYS.search(text, start, end)
            yield start, tail.start() if tail else end


def _read(path: Path) -> str:
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    tomllib.loads(text)
    return text


def _write(path: Path, text: str) -> None:
    """Put a text, which must be TOML, in the place of a file at once, so that no half of it is ever read."""
    tomllib.loads(text)
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        new.write_text(text, encoding="utf-8")
        new.replace(path)
    finally:
        with suppress(FileNotFoundError):
            new.unlink()


def _written(entry: Watched) -> str:
    """An entry as it stands in a file.

    >>> print(_written(Watched('“一站办结”', colour=Colour.RED)), end="")
    [[watch]]
    word = "“一站办结”"
    colour = "red"
    """
    lines = [f"[[{TABLE}]]", f"{'pattern' if entry.is_pattern else 'word'} = {_quoted(entry.text)}"]
    lines.append(f"colour = {_quoted(entry.colour)}")
    if entry.note:
        lines.append(f"note = {_quoted(entry.note)}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    r"""A string as TOML writes it.

    >>> print(_quoted('第\\d+批"'))
    "第\\d+批\""
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() or c in "\u3000" else f"\\U{ord(c):08X}" for c in escaped) + '"'
