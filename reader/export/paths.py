"""Names of files in documents."""

from __future__ import annotations

import os


def unicode_path(path: str | None) -> str | None:
    """A path as Unicode; bytes of a name that are none are U+FFFD."""
    return None if path is None else os.fsencode(path).decode("utf-8", errors="replace")
