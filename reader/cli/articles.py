"""The articles that a command was given, read one after the other."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from reader.cli.output import report
from reader.library.intake import read_all
from reader.library.locations import library_file
from reader.library.problems import Problem
from reader.library.store import Store
from reader.model import Article


class Batch:
    """The articles of a command; what fails is reported, remembered, and passed over."""

    def __init__(self, paths: tuple[str, ...], encoding: str | None = None, library: str | None = None) -> None:
        """Take paths.

        Args:
            paths: Files, folders, `-` for standard input.
            encoding: The codec to use; None for the one in which each text reads best.
            library: The file that says which edits were refused; None for the platform's. It is not made.
        """
        self._paths = paths
        self._encoding = encoding
        self._library = Path(library) if library else library_file()
        self.failed = False
        """Whether a file has failed so far."""

    def each(self) -> Iterator[Article | Problem]:
        """The articles and problems in the order of the paths; problems have been reported."""
        store = None if _is_missing(self._library) else Store(self._library)
        if store is not None and store.problem is not None:
            report(store.problem)
        try:
            for found in read_all(self._paths, self._encoding, store.refusals if store else None):
                if isinstance(found, Problem):
                    self.failed = True
                    report(found)
                yield found
        finally:
            if store is not None:
                store.close()

    def articles(self) -> Iterator[Article]:
        """The articles alone."""
        return (found for found in self.each() if isinstance(found, Article))

    @property
    def is_several(self) -> bool:
        """Whether there may be more than one article."""
        return len(self._paths) > 1 or any(map(os.path.isdir, self._paths))  # never fails

    @property
    def exit_code(self) -> int:
        """0, or 1 where some file failed."""
        return int(self.failed)


def _is_missing(path: Path) -> bool:
    """Whether there is no such file; one that may not be looked at is not missing."""
    try:
        path.stat()
    except OSError as error:
        return isinstance(error, FileNotFoundError)
    return False
