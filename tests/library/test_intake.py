"""Files, folders and standard input become articles, and what cannot is one sentence that names it."""

from __future__ import annotations

import io
import os
import socket
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.intake import (
    IntakeError,
    apply_refusals,
    find_files,
    may_be_read,
    read,
    read_all,
    read_bytes,
    standard_input,
)
from reader.library.locations import samples
from reader.library.problems import Problem
from reader.library.refusals import Refusal
from reader.messages import choose_language
from reader.model import Article

TEXT = "市南区吹响冲锋号。\n六种精神提振士气。\n"


def _write(path: Path, data: bytes | str = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def _code(path: str | Path) -> str:
    with pytest.raises(IntakeError) as caught:
        read(path)
    assert caught.value.problem.path == str(path)
    assert str(path) in str(caught.value)
    return caught.value.problem.code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (" \r\n\u3000\n", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "binary"),
        (b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\n", "binary"),
        (bytes(200), "binary"),
        (b"\x00", "binary"),
        (b"PK\x03\x04" + bytes([20, 0, 6, 0, 8, 0, 0, 0]) * 20, "binary"),
        (b"\xff" * 100, "undecodable"),
        (b"\xfe\xff\xff\xff\x80\xff" * 50, "undecodable"),
    ],
)
def test_a_file_without_an_article_is_named(tmp_path: Path, data: bytes | str, code: str) -> None:
    assert _code(_write(tmp_path / "页.txt", data)) == code


@pytest.mark.parametrize(
    "data",
    [
        "中",
        "a\x00b 一个字",
        "\x1b[31m红\x1b[0m字\x1b]0;标题\x07头",
        "缺\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd字",
        TEXT.encode("gb18030") * 4,
        TEXT.encode("utf-16"),
        (TEXT * 20).encode("utf-16-be"),
        ("政策\n" + "中" * 400).encode("utf-16-le"),
        "[b]粗[/] [/]",
    ],
)
def test_a_text_with_a_few_strange_characters_is_read(tmp_path: Path, data: bytes | str) -> None:
    assert read(_write(tmp_path / "页.txt", data)).paragraphs


PIECES = [
    "網(wǎng)",
    "?笔心蠀^(",
    "&nbsp;",
    "</p>",
    "\r\n",
    "\n\n",
    "\x00",
    "\ufeff",
    "\u202e",
    "3亿",
    "“",
    "一、",
    "，",
]


@given(
    st.one_of(
        st.binary(max_size=200), st.lists(st.sampled_from(PIECES), max_size=30).map(lambda p: "".join(p).encode())
    )
)
def test_whatever_the_bytes_are_they_become_an_article_whose_offsets_hold(data: bytes) -> None:
    article = read_bytes(data)
    for paragraph in article.paragraphs:
        assert "".join(article.restored.text[span.start : span.end] for span in paragraph.spans) == paragraph.text
        assert paragraph.text and "\n" not in paragraph.text


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert _code(tmp_path / "没有.txt") == "missing"
    assert _code(_write(tmp_path / "页.txt") / "under.txt") == "missing"


@pytest.mark.parametrize(("name", "code"), [("a\0b", "unreadable"), ("长" * 5000, "unreadable"), ("", "missing")])
def test_a_path_that_no_file_can_have_is_named_and_the_rest_goes_on(tmp_path: Path, name: str, code: str) -> None:
    good = _write(tmp_path / "好.txt")
    assert _code(name) == code
    assert [type(found) for found in read_all([name, good])] == [Problem, Article]
    assert not may_be_read(name) and may_be_read(str(good)) and not may_be_read(str(tmp_path))


@pytest.mark.parametrize("code", ["missing", "not_a_file"])
def test_an_empty_path_is_shown_as_one(code: str) -> None:
    assert Problem("", code).sentence.startswith("''")


def test_a_file_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _write(tmp_path / "页.txt")

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert _code(path) == "unreadable"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with a name are made on POSIX")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert _code(tmp_path / "pipe.txt") == "not_a_file"


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="sockets in the file system are made on POSIX")
def test_a_socket_and_a_folder_are_no_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.txt")
        assert _code("socket.txt") == "not_a_file"
    assert _code(tmp_path) == "not_a_file"


def test_a_folder_stands_for_its_articles_in_order(tmp_path: Path) -> None:
    for name in ("乙.txt", "b/2.md", "b/10.TXT", "a.txt", ".hidden.txt", ".git/x.txt", "图.png", "b/.x/y.txt"):
        _write(tmp_path / name)
    (tmp_path / "b" / "again").symlink_to(tmp_path)
    found = [str(Path(f).relative_to(tmp_path)) for f in find_files([tmp_path]) if isinstance(f, str)]
    assert found == ["a.txt", "b/10.TXT", "b/2.md", "乙.txt"]


def test_a_folder_without_articles_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "empty" / "under").mkdir(parents=True)
    good = _write(tmp_path / "好.txt")
    paths = [tmp_path / "empty", good, tmp_path / "没有.txt", good]
    found = list(read_all(paths))
    assert [type(f) for f in found] == [Problem, Article, Problem, Article]
    assert found[0] == Problem(str(tmp_path / "empty"), "no_articles")
    assert found[2] == Problem(str(tmp_path / "没有.txt"), "missing")


def test_a_folder_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    assert list(find_files([tmp_path])) == [Problem(str(tmp_path), "unreadable")]


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    standard_input.cache_clear()
    article = read("-")
    assert read("-") == article
    standard_input.cache_clear()
    assert article.origin.path == "-"
    assert article.id == read_bytes(TEXT.encode()).id


def test_a_named_encoding_is_used(tmp_path: Path) -> None:
    path = _write(tmp_path / "页.txt", TEXT.encode("big5", errors="ignore"))
    assert read(path, "big5").restored.source.encoding == "big5"


def test_refused_edits_are_left_out_and_can_be_accepted_again() -> None:
    data = samples()[3].read_bytes()
    whole = read_bytes(data)
    refused = [Refusal.of(edit, whole.restored) for edit in whole.edits[5:7]]
    without = read_bytes(data, refused=lambda article_id: refused if article_id == whole.id else [])
    assert len(whole.edits) > 7
    assert without.edits == whole.edits[:5] + whole.edits[7:]
    assert apply_refusals(whole, refused) == without
    assert apply_refusals(without, []) == whole


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "code", ["missing", "unreadable", "not_a_file", "empty", "binary", "undecodable", "no_articles"]
)
def test_every_problem_is_one_sentence_with_the_path(language: str, code: str) -> None:
    choose_language(language)
    try:
        sentence = Problem("甲 {b} [/].txt", code).sentence
    finally:
        choose_language(None)
    assert sentence.startswith("甲 {b} [/].txt") and "\n" not in sentence
