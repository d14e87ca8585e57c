"""What the reader did, kept between runs, and what was derived, kept to save time; one SQLite file."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from reader.library.anchors import Anchor
from reader.library.locations import library_file
from reader.library.problems import Problem
from reader.library.refusals import FURNITURE, Refusal
from reader.library.schema import (
    FAULTS,
    NewerLibraryError,
    NotALibraryError,
    copy_readable,
    migrate,
    renew_derived,
    schema_version,
)
from reader.library.settings import Settings
from reader.library.versions import derivation_version
from reader.model import ArticleId, Span

BUSY_SECONDS = 2.0
"""How long another program's write is waited for."""


@dataclass(frozen=True, slots=True)
class Reading:
    """When an article was read."""

    article_id: ArticleId
    """The article."""
    path: str | None
    """The file it was last opened from."""
    opened_at: int
    """When it was last opened; milliseconds since 1970, UTC."""
    read_at: int | None
    """When its end was last reached; None while it never was."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place that the reader has given a letter or a name."""

    name: str
    """What it is called."""
    article_id: ArticleId
    """The article it is in."""
    anchor: Anchor
    """The place."""


_TERMINAL = "terminal: "
"""Begins the names under which it is kept what terminals answered, among the settings."""


class Store:
    """The library's file. Where it cannot be used, the program goes on in memory and `problem` says why.

    Every method may be called from any thread. What the reader did is on the disk when a method returns.
    """

    def __init__(self, path: Path | None = None) -> None:
        """Open the library.

        Args:
            path: The file, made with its folders where it is missing; None for the one of the platform.
        """
        self.path = path if path is not None else library_file()
        """The file that was asked for."""
        self.problem: Problem | None = None
        """Why nothing is saved, or None while it is."""
        self._lock = threading.RLock()
        self._connection = self._open()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._connection.close()

    # What the reader did

    def refuse(self, article_id: ArticleId, refusals: Iterable[Refusal]) -> None:
        """Keep that edits are not to be made again, or that paragraphs are no furniture."""
        now = _now()
        self._run_all(
            "INSERT OR REPLACE INTO refusal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(article_id, r.fix, *r.source, r.before, r.after, now, *(r.around or (None, None))) for r in refusals],
        )

    def accept(self, article_id: ArticleId, refusals: Iterable[Refusal]) -> None:
        """Forget that something was refused, here and wherever the same words stood in the same surroundings."""
        self._run_all(
            "DELETE FROM refusal WHERE (fix = ?) = ? AND ("
            "(article_id = ? AND source_start = ? AND source_end = ?) "
            "OR (before = ? AND after = ? AND left_side = ? AND right_side = ?))",
            [
                (FURNITURE, r.fix == FURNITURE, article_id, *r.source, r.before, r.after, *(r.around or (None, None)))
                for r in refusals
            ],
        )

    def refusals(self, article_id: ArticleId) -> tuple[Refusal, ...]:
        """What is refused in an article, in the order of the source, and after it what is refused elsewhere."""
        rows = self._run(
            "SELECT fix, source_start, source_end, before, after, left_side, right_side, article_id = ? AS here "
            "FROM refusal WHERE here OR left_side IS NOT NULL ORDER BY here DESC, source_start, source_end",
            (article_id,),
        )
        found = (
            Refusal(fix, Span(start, end), before, after, None if left is None else (left, right), bool(here))
            for fix, start, end, before, after, left, right, here in rows
        )
        return tuple(dict.fromkeys(found))  # a damaged file may give a row twice

    def keep_place(self, article_id: ArticleId, anchor: Anchor) -> None:
        """Keep where the reader is in an article."""
        self._run("INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?, ?, ?, ?)", (article_id, *_columns(anchor), _now()))

    def place(self, article_id: ArticleId) -> Anchor | None:
        """Where the reader was in an article, or None where it was never opened."""
        rows = self._run(
            "SELECT source_start, source_end, quote, before, after FROM place WHERE article_id = ?", (article_id,)
        )
        return _anchor(*rows[0]) if rows else None

    def set_mark(self, mark: Mark) -> None:
        """Set a mark; one of the same name is moved."""
        self._run(
            "INSERT OR REPLACE INTO mark VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (mark.name, mark.article_id, *_columns(mark.anchor), _now()),
        )

    def marks(self) -> tuple[Mark, ...]:
        """All marks, by name."""
        rows = self._run(
            "SELECT name, article_id, source_start, source_end, quote, before, after FROM mark ORDER BY name"
        )
        return tuple(Mark(name, article_id, _anchor(*rest)) for name, article_id, *rest in rows)

    def note_opened(self, article_id: ArticleId, path: str | None) -> None:
        """Keep that an article was opened now."""
        self._run(
            "INSERT INTO reading VALUES (?, ?, ?, NULL) "
            "ON CONFLICT (article_id) DO UPDATE SET path = excluded.path, opened_at = excluded.opened_at",
            (article_id, _kept_path(path), _now()),
        )

    def note_read(self, article_id: ArticleId) -> None:
        """Keep that the end of an opened article was reached now."""
        self._run("UPDATE reading SET read_at = ? WHERE article_id = ?", (_now(), article_id))

    def readings(self) -> dict[ArticleId, Reading]:
        """When each article that was ever opened was read."""
        rows = self._run("SELECT article_id, path, opened_at, read_at FROM reading")
        return {row[0]: _reading(*row) for row in rows}

    def last_reading(self) -> Reading | None:
        """The article whose place was kept last, with the file it was opened from."""
        rows = self._run(
            "SELECT article_id, path, opened_at, read_at FROM place JOIN reading USING (article_id) "
            "ORDER BY kept_at DESC LIMIT 1"
        )
        return _reading(*rows[0]) if rows else None

    def settings(self) -> Settings:
        """What the reader has set."""
        return Settings.from_stored(dict(self._run("SELECT name, value FROM setting")))

    def keep_settings(self, settings: Settings) -> None:
        """Keep what the reader has set; names that only another version knows stay."""
        stored = settings.stored()
        unset = [(name,) for name in Settings.names() if name not in stored]
        self._run_all("DELETE FROM setting WHERE name = ?", unset)
        self._run_all("INSERT OR REPLACE INTO setting VALUES (?, ?)", list(stored.items()))

    def terminal_cells(self, terminal: str) -> int | None:
        """The columns that a terminal was found to give to ambiguous characters, or None where it never answered."""
        rows = self._run("SELECT value FROM setting WHERE name = ?", (_TERMINAL + terminal,))
        return {"1": 1, "2": 2}.get(rows[0][0]) if rows else None

    def keep_terminal_cells(self, terminal: str, cells: int) -> None:
        """Keep the columns that a terminal was found to give to ambiguous characters."""
        self._run("INSERT OR REPLACE INTO setting VALUES (?, ?)", (_TERMINAL + terminal, str(cells)))

    # What was derived

    def derived(self, article_id: ArticleId, part: str) -> str | None:
        """What was derived of an article by this version of restoration and analysis, or None."""
        rows = self._run_derived("SELECT body FROM derived WHERE article_id = ? AND part = ?", (article_id, part))
        return str(rows[0][0]) if rows else None

    def keep_derived(self, article_id: ArticleId, part: str, body: str) -> None:
        """Keep something derived from an article as it is without refusals."""
        self._run_derived("INSERT OR REPLACE INTO derived VALUES (?, ?, ?)", (article_id, part, body))

    def article_of(self, path: str, size_bytes: int, changed_ns: int) -> ArticleId | None:
        """The article that a file held when it had this size and time of change, or None."""
        rows = self._run_derived(
            "SELECT article_id FROM derived_file WHERE path = ? AND size_bytes = ? AND changed_ns = ?",
            (_kept_path(path), size_bytes, changed_ns),
        )
        return str(rows[0][0]) if rows else None

    def keep_file(self, path: str, size_bytes: int, changed_ns: int, article_id: ArticleId) -> None:
        """Keep which article a file holds."""
        self._run_derived(
            "INSERT OR REPLACE INTO derived_file VALUES (?, ?, ?, ?)",
            (_kept_path(path), size_bytes, changed_ns, article_id),
        )

    # The file

    def _open(self) -> sqlite3.Connection:
        """The library's file, or a copy of it in memory, or an empty one there."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            return _connect(str(self.path))
        except NotALibraryError:
            self.problem = Problem(str(self.path), "library.foreign")
        except NewerLibraryError:
            self.problem = Problem(str(self.path), "library.newer")
        except (OSError, *FAULTS) as error:
            self.problem = Problem(str(self.path), f"library.{_cause(error)}")
            return _in_memory(self.path)
        return _connect(":memory:")

    def _run(self, statement: str, values: Sequence[Any] = ()) -> list[Any]:
        """The rows of a statement; where the file fails, those of the library in memory that takes its place."""
        return self._do(lambda connection: connection.execute(statement, values).fetchall())

    def _run_derived(self, statement: str, values: Sequence[Any]) -> list[Any]:
        """The rows of a statement on what was derived, made anew before that where another version filled it."""

        def run(connection: sqlite3.Connection) -> list[Any]:
            renew_derived(connection, derivation_version())
            return connection.execute(statement, values).fetchall()

        return self._do(run)

    def _do(self, act: Callable[[sqlite3.Connection], list[Any]]) -> list[Any]:
        with self._lock:
            try:
                return act(self._connection)
            except FAULTS as error:
                self._stop_saving(error)
                return act(self._connection)

    def _run_all(self, statement: str, rows: Sequence[Sequence[Any]]) -> None:
        """One statement for each row, all of them or none."""

        def run(connection: sqlite3.Connection) -> list[Any]:
            with _transaction(connection):
                connection.executemany(statement, rows)
            return []

        if rows:
            self._do(run)

    def _stop_saving(self, error: Exception) -> None:
        """Go on in memory with what can still be read.

        Raises:
            sqlite3.Error: It was in memory already, so the statement itself is wrong.
        """
        if self.problem is not None:
            raise error
        self.problem = Problem(str(self.path), f"library.{_cause(error)}")
        self._connection.close()
        self._connection = _in_memory(self.path)


@contextlib.contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Write all that is written inside, or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise


def _connect(name: str) -> sqlite3.Connection:
    """An open library with its tables as this version has them; bytes in it that are no text are U+FFFD."""
    connection = sqlite3.connect(name, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    connection.text_factory = lambda data: data.decode(errors="replace")
    try:
        schema_version(connection)  # before anything is written to a file that may be another program's
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _in_memory(path: Path) -> sqlite3.Connection:
    """A library in memory with what can be read of the file, which is left as it is."""
    connection = _connect(":memory:")
    with (
        contextlib.suppress(*FAULTS, NotALibraryError, NewerLibraryError),
        contextlib.closing(_open_to_read(path)) as source,
    ):
        copy_readable(source, connection)
    return connection


def _open_to_read(path: Path) -> sqlite3.Connection:
    """The library's file with what is still in its log, or without where the log cannot be read.

    Raises:
        NotALibraryError: The file is a database of another program.
        NewerLibraryError: The file was written by a later version of this program.
        sqlite3.Error: It cannot be read.
    """
    for way in ("mode=ro", "mode=ro&immutable=1"):
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?{way}", uri=True)
        try:
            schema_version(connection)
        except BaseException as error:
            connection.close()
            if "immutable" in way or not isinstance(error, sqlite3.OperationalError):
                raise
        else:
            break
    return connection


def _cause(error: Exception) -> str:
    """What kept the library from being used: `locked`, `damaged` or `unwritable`."""
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return "locked"
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")) or isinstance(error, UnicodeError):
        return "damaged"
    return "unwritable"


def _kept_path(path: str | None) -> bytes | None:
    """A path as the system has it, since not every name of a file is Unicode."""
    return None if path is None else os.fsencode(path)


def _reading(article_id: ArticleId, path: bytes | None, opened_at: int, read_at: int | None) -> Reading:
    """When an article was read, from its columns."""
    return Reading(article_id, None if path is None else os.fsdecode(path), opened_at, read_at)


def _columns(anchor: Anchor) -> tuple[int, int, str, str, str]:
    """An anchor as its columns."""
    return (*anchor.source, anchor.quote, anchor.before, anchor.after)


def _anchor(start: int, end: int, quote: str, before: str, after: str) -> Anchor:
    """An anchor from its columns."""
    return Anchor(Span(start, end), quote, before, after)


def _now() -> int:
    """Milliseconds since 1970, UTC."""
    return time.time_ns() // 1_000_000
