"""The way in: files, folders and standard input to articles.

What repairs and builds articles is imported by the functions that need it: a program that has an article from
elsewhere draws it first.
"""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache
from pathlib import Path

from reader.library.problems import Problem
from reader.library.refusals import Refusal, taken_back, without_refused
from reader.model import LOST_CHARACTER, Article, ArticleId, Decoded, Origin

STANDARD_INPUT = "-"
"""The path that stands for standard input."""

SUFFIXES = (".txt", ".md")
"""What the articles of a folder are called."""

Refused = Callable[[ArticleId], Collection[Refusal]]
"""What the reader has refused in an article: `Store.refusals`."""

# Tab, line ends, backspace and escape also stand in texts.
_CONTROLS = re.compile("[\x00-\x07\x0e-\x1a\x1c-\x1f\x7f]")
_NONCHARACTERS = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")


class IntakeError(OSError):
    """An article that could not be read; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.sentence)
        self.problem = problem
        """What to tell the reader."""


def read_bytes(
    data: bytes, origin: Origin | None = None, encoding: str | None = None, refused: Refused | None = None
) -> Article:
    """The article that a file's bytes hold.

    Args:
        data: The bytes as they came.
        origin: Where they came from.
        encoding: The codec to use; None for the one in which the text reads best.
        refused: Which edits of an article are not to be made.
    """
    from reader.restoration.decoding import decode

    return _article(decode(data, encoding), _id_of(data), origin or Origin(), refused)


def read(path: str | Path, encoding: str | None = None, refused: Refused | None = None) -> Article:
    """The article in a text file, or in standard input for `-`.

    Args:
        path: The file.
        encoding: The codec to use; None for the one in which the text reads best.
        refused: Which edits of an article are not to be made.

    Raises:
        IntakeError: There is no article to be had from it.
    """
    from reader.restoration.decoding import decode

    name = str(path)
    data = _bytes(name)
    if _is_binary(data):
        raise IntakeError(Problem(name, "binary"))
    decoded = decode(data, encoding)
    if code := _fault(data, decoded):
        raise IntakeError(Problem(name, code))
    article_id = _id_of(data)
    del data  # what is made of a large file takes several times its size
    return _article(decoded, article_id, Origin(name), refused)


def read_all(
    paths: Iterable[str | Path], encoding: str | None = None, refused: Refused | None = None
) -> Iterator[Article | Problem]:
    """The articles of files and folders in the order given, and in its place what could not be read."""
    for found in find_files(paths):
        if isinstance(found, Problem):
            yield found
            continue
        try:
            yield read(found, encoding, refused)
        except IntakeError as error:
            yield error.problem


def find_files(paths: Iterable[str | Path]) -> Iterator[str | Problem]:
    """The files that paths stand for, in the order given; a folder stands for the articles in and under it.

    Those of a folder are sorted by name; hidden ones and links to folders are passed over. Nothing is opened.
    """
    for path in paths:
        name = str(path)
        if name == STANDARD_INPUT or not _has_mode(name, stat.S_ISDIR):
            yield name
            continue
        empty = True
        for found in _folder_files(name):
            empty = False
            yield found
        if empty:
            yield Problem(name, "no_articles")


def may_be_read(name: str) -> bool:
    """Whether a path that `find_files` gave is standard input or a plain file; it may still hold no article."""
    return name == STANDARD_INPUT or _has_mode(name, stat.S_ISREG)


@cache
def standard_input() -> bytes:
    """All bytes of standard input, read once."""
    return sys.stdin.buffer.read()


def apply_refusals(article: Article, refused: Collection[Refusal]) -> Article:
    """The article built anew without what is refused, and with what is refused no longer."""
    from reader.structure.articles import build_article

    restored = without_refused(article.restored.with_refused(), refused)
    return build_article(restored, article.id, article.origin, taken_back(restored, refused))


def _id_of(data: bytes) -> ArticleId:
    from hashlib import sha256

    return sha256(data).hexdigest()


def _article(decoded: Decoded, article_id: ArticleId, origin: Origin, refused: Refused | None) -> Article:
    """From decoded text to article, without what is refused in it."""
    from reader.restoration.passes import restore
    from reader.structure.articles import build_article

    refusals = refused(article_id) if refused else ()
    restored = without_refused(restore(decoded), refusals)
    return build_article(restored, article_id, origin, taken_back(restored, refusals))


def _folder_files(folder: str) -> Iterator[str | Problem]:
    """The articles in and under a folder, sorted, each folder where its name falls."""
    try:
        with os.scandir(folder) as entries:
            found = sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda e: e.name)
    except OSError:
        yield Problem(folder, "unreadable")
        return
    for entry in found:
        if entry.is_dir(follow_symlinks=False):
            yield from _folder_files(entry.path)
        elif entry.name.lower().endswith(SUFFIXES) and not entry.is_dir():
            yield entry.path


def _bytes(name: str) -> bytes:
    """What a file holds; only a plain file is opened, since a pipe without a writer would wait for ever.

    Raises:
        IntakeError: It is missing, may not be read, or is something else than a file.
    """
    if name == STANDARD_INPUT:
        return standard_input()
    try:
        if not stat.S_ISREG(_mode(name)):
            raise IntakeError(Problem(name, "not_a_file"))
        return Path(name).read_bytes()
    except IntakeError:
        raise
    except (FileNotFoundError, NotADirectoryError) as error:
        raise IntakeError(Problem(name, "missing")) from error
    except (OSError, ValueError) as error:  # a name with a NUL is a ValueError
        raise IntakeError(Problem(name, "unreadable")) from error


def _mode(name: str) -> int:
    """What kind of thing a path names, links followed; an empty path names nothing, though `Path` takes it for `.`.

    Raises:
        OSError: There is nothing, or it may not be looked at.
        ValueError: The path holds a NUL.
    """
    if not name:
        raise FileNotFoundError
    return Path(name).stat().st_mode


def _has_mode(name: str, is_kind: Callable[[int], bool]) -> bool:
    """Whether a path names something of a kind; what may not be looked at is of none."""
    try:
        return is_kind(_mode(name))
    except (OSError, ValueError):
        return False


def _is_binary(data: bytes) -> bool:
    """Whether bytes are no text; a few stray NULs do not make a text a program."""
    from reader.restoration.decoding import looks_binary

    if not looks_binary(data):
        return False
    strays = data.count(0) <= max(3, len(data) // 20)
    return not strays or looks_binary(data.replace(b"\0", b""))


def _fault(data: bytes, decoded: Decoded) -> str | None:
    """Why bytes hold no article: `empty`, `binary` or `undecodable`; None when they do.

    A text may hold a few stray control characters or undecodable bytes; one in twenty of the former and one in ten
    of the latter are no text any more.
    """
    text = decoded.text
    if not text.strip():
        return "empty"
    letters = len(text) - text.count(LOST_CHARACTER)
    controls = len(_CONTROLS.findall(text))
    if controls > max(3, len(text) // 20) or controls == letters > 0:
        return "binary"
    undecoded = text.count(LOST_CHARACTER) - data.count(LOST_CHARACTER.encode()) + len(_NONCHARACTERS.findall(text))
    if undecoded > max(3, len(text) // 10) or not letters:
        return "undecodable"
    return None
