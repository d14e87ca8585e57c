"""The tables of the library, and how an older file becomes a new one."""

from __future__ import annotations

import contextlib
import sqlite3

APPLICATION_ID = 0x706C7264
"""Marks a SQLite file as a library of this program (`plrd`)."""

# What the reader did: never derived, so that it is only ever carried forward. Times are milliseconds since 1970, UTC;
# paths are bytes, as the system has them.
_READER = """
CREATE TABLE refusal (
    article_id TEXT NOT NULL,
    fix TEXT NOT NULL,
    source_start INTEGER NOT NULL,
    source_end INTEGER NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    refused_at INTEGER NOT NULL,
    PRIMARY KEY (article_id, source_start, source_end)
) WITHOUT ROWID;
CREATE TABLE place (
    article_id TEXT PRIMARY KEY,
    source_start INTEGER NOT NULL,
    source_end INTEGER NOT NULL,
    quote TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    kept_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE mark (
    name TEXT PRIMARY KEY,
    article_id TEXT NOT NULL,
    source_start INTEGER NOT NULL,
    source_end INTEGER NOT NULL,
    quote TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    set_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE reading (
    article_id TEXT PRIMARY KEY,
    path BLOB,
    opened_at INTEGER NOT NULL,
    read_at INTEGER
) WITHOUT ROWID;
CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
"""

# A repair and the judgement that a paragraph is furniture may both be refused over the same stretch.
_REFUSALS_OF_A_KIND = """
CREATE TABLE refusal_of_a_kind (
    article_id TEXT NOT NULL,
    fix TEXT NOT NULL,
    source_start INTEGER NOT NULL,
    source_end INTEGER NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    refused_at INTEGER NOT NULL,
    PRIMARY KEY (article_id, source_start, source_end, fix)
) WITHOUT ROWID;
INSERT INTO refusal_of_a_kind SELECT * FROM refusal;
DROP TABLE refusal;
ALTER TABLE refusal_of_a_kind RENAME TO refusal;
"""

# What stands on both sides tells a refused stretch when the rest of the file has changed; of earlier refusals it is not
# known.
_REFUSALS_BY_WORDS = """
ALTER TABLE refusal ADD COLUMN left_side TEXT;
ALTER TABLE refusal ADD COLUMN right_side TEXT;
"""

MIGRATIONS = (_READER, _REFUSALS_OF_A_KIND, _REFUSALS_BY_WORDS)
"""Scripts that lead from each version of the reader's tables to the next; `PRAGMA user_version` counts them."""

# What was derived: thrown away when the version it was derived by is another, so that it is never migrated.
_DERIVED = """
CREATE TABLE derived_version (version TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE derived (
    article_id TEXT NOT NULL,
    part TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (article_id, part)
) WITHOUT ROWID;
CREATE TABLE derived_file (
    path BLOB PRIMARY KEY,
    size_bytes INTEGER NOT NULL,
    changed_ns INTEGER NOT NULL,
    article_id TEXT NOT NULL
) WITHOUT ROWID;
"""

_READER_TABLES = ("refusal", "place", "mark", "reading", "setting")

_DERIVED_TABLES = ("derived_version", "derived", "derived_file")


FAULTS = (sqlite3.Error, UnicodeDecodeError)
"""What a file raises that cannot be used; the latter where SQLite's own sentence quotes a damaged name."""


class NotALibraryError(Exception):
    """The file is a database of another program."""


class NewerLibraryError(Exception):
    """The file was written by a later version of this program."""


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the reader's tables to the newest version, all of it or nothing.

    Raises:
        NotALibraryError: The file is a database of another program.
        NewerLibraryError: The file was written by a later version of this program.
        sqlite3.Error: It cannot be read or written.
    """
    if schema_version(connection) == len(MIGRATIONS):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for script in MIGRATIONS[schema_version(connection) :]:
            _execute(connection, script)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise


def renew_derived(connection: sqlite3.Connection, version: str) -> None:
    """Make the derived tables anew unless they were filled by `version`."""
    known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'derived_version'").fetchone()
    if known and connection.execute("SELECT 1 FROM derived_version WHERE version = ?", (version,)).fetchone():
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for table in _DERIVED_TABLES:
            connection.execute(f"DROP TABLE IF EXISTS {table}")
        _execute(connection, _DERIVED)
        connection.execute("INSERT INTO derived_version VALUES (?)", (version,))
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise


def copy_readable(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Copy what the reader did, of each table the rows before the first that cannot be read.

    Args:
        source: A library of this version or an older one, perhaps damaged; it is not written to.
        target: An empty library of this version.
    """
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
        copy.text_factory = target.text_factory
        source.backup(copy)
        with contextlib.suppress(*FAULTS):
            migrate(copy)
        for table in _READER_TABLES:
            with contextlib.suppress(*FAULTS):
                for row in copy.execute(f"SELECT * FROM {table}"):
                    target.execute(f"INSERT OR IGNORE INTO {table} VALUES ({', '.join('?' * len(row))})", row)


def schema_version(connection: sqlite3.Connection) -> int:
    """How many migrations the file has had; nothing is written to find out.

    Raises:
        NotALibraryError: The file is a database of another program.
        NewerLibraryError: The file was written by a later version of this program.
        sqlite3.Error: It cannot be read.
    """
    version, application = _pragma(connection, "user_version"), _pragma(connection, "application_id")
    if application != APPLICATION_ID:
        if application or version or connection.execute("SELECT 1 FROM sqlite_master").fetchone():
            raise NotALibraryError
        return 0
    if version > len(MIGRATIONS):
        raise NewerLibraryError
    return version


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    """The value of a number that SQLite keeps."""
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _execute(connection: sqlite3.Connection, script: str) -> None:
    """Run the statements of a script inside the transaction that is open, which `executescript` would end."""
    for statement in script.split(";"):
        if statement.strip():
            connection.execute(statement)
