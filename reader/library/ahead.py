"""Reading an article ahead of time: in a process of its own, while this one gets the screen ready."""

from __future__ import annotations

import os
import pickle
import select
from types import TracebackType
from typing import Self

from reader.library.intake import read
from reader.model import Article


class ReadAhead:
    """An article that is being read elsewhere; where the system cannot fork, or it fails, there is none.

    It must be started before this process has threads. Refusals are not applied.
    """

    def __init__(self, path: str) -> None:
        """Begin to read a file."""
        self.path = path
        """The file."""
        self._pipe: int | None = None
        self._process = 0
        if hasattr(os, "fork"):
            self._pipe, end = os.pipe()
            self._process = os.fork()
            if self._process == 0:
                _send_and_end(path, end)
            os.close(end)

    def is_ready_within(self, seconds: float) -> bool:
        """Whether `take` has something to take at once, or in so many seconds."""
        return self._pipe is not None and bool(select.select([self._pipe], [], [], seconds)[0])

    def take(self) -> Article | None:
        """The article, waited for; None where it could not be read, or was taken before."""
        if self._pipe is None:
            return None
        with os.fdopen(self._pipe, "rb") as pipe:
            sent = pipe.read()
        self._pipe = None
        os.waitpid(self._process, 0)
        article: Article | None = pickle.loads(sent) if sent else None  # what this program itself has written
        return article

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.take()


def _send_and_end(path: str, end: int) -> None:
    """Read a file, write the article to a pipe, and end the process without what else it would do at its end."""
    try:
        sent = pickle.dumps(read(path), protocol=pickle.HIGHEST_PROTOCOL)
        with os.fdopen(end, "wb") as pipe:
            pipe.write(sent)
    finally:
        os._exit(0)
