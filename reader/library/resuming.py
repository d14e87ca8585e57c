"""Where to begin: what was read last, among what was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reader.library.intake import find_files, may_be_read
from reader.library.store import Store


def first_path(paths: Sequence[str], store: Store) -> str | None:
    """The file that was read last if it is among what was asked for, else the first one."""
    last = store.last_reading()
    if last is not None and last.path is not None and _is_under(last.path, paths) and may_be_read(last.path):
        return last.path
    return next((path for path in find_files(paths) if isinstance(path, str)), None)


def _is_under(path: str, paths: Sequence[str]) -> bool:
    """Whether a file is one of the paths or in a folder among them."""
    return any(path == one or Path(one) in Path(path).parents for one in paths)
