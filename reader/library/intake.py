"""The way in: a file's bytes to an article."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from reader.model import Article, Origin
from reader.restoration.decoding import decode
from reader.restoration.passes import restore
from reader.structure.articles import build_article


def read_bytes(data: bytes, origin: Origin | None = None, encoding: str | None = None) -> Article:
    """The article that a file's bytes hold."""
    restored = restore(decode(data, encoding))
    return build_article(restored, sha256(data).hexdigest(), origin or Origin())


def read(path: str | Path, encoding: str | None = None) -> Article:
    """The article in a text file.

    Raises:
        OSError: The file is missing or cannot be read.
    """
    return read_bytes(Path(path).read_bytes(), Origin(str(path)), encoding)
