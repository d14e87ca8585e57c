"""What `import reader` gives, and what it does not load."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import reader
from reader.library.locations import samples

HEAVY = {"textual", "rich", "jieba", "opencc", "click", "pyperclip", "sqlite3", "platformdirs"}


def _loaded_by(code: str) -> set[str]:
    """The top-level modules that a fresh interpreter has loaded after `code`."""
    root = str(Path(__file__).resolve().parents[1])
    program = (
        f"import sys; sys.path.insert(0, {root!r})\n{code}\nprint(*sorted({{n.split('.')[0] for n in sys.modules}}))"
    )
    done = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_reader_loads_nothing_heavy() -> None:
    assert not _loaded_by("import reader") & HEAVY


def test_reading_and_cleaning_load_neither_screen_nor_words_nor_conversion() -> None:
    code = f"import reader; reader.digest(reader.read({str(samples()[3])!r}), words=False); reader.clean('中文')"
    assert not _loaded_by(code) & {"textual", "rich", "jieba", "opencc", "click", "pyperclip"}


def test_the_command_line_loads_the_screen_only_to_open_it() -> None:
    assert not _loaded_by("import reader.cli") & {"textual", "rich", "jieba", "opencc", "pyperclip"}


def test_an_article_is_read_and_digested() -> None:
    article = reader.read(samples()[0])
    found = reader.digest(article, words=False)
    assert isinstance(article, reader.Article) and isinstance(found, reader.Digest)
    assert found.article_id == article.id and found.keywords == ()
    assert article.origin.path == str(samples()[0])


def test_a_file_that_cannot_be_read_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="没有"):
        reader.read(tmp_path / "没有.txt")


@pytest.mark.parametrize("text", ["", "市南区吹响冲锋号。", "增长(GDP)2.0%", "甲\n乙"])
def test_a_good_text_is_left_alone(text: str) -> None:
    assert reader.clean(text) == text


def test_a_damaged_text_is_cleaned() -> None:
    damaged = samples()[3].read_text(encoding="utf-8")
    assert "(zhù)" in damaged and "(zhù)" not in reader.clean(damaged)


def test_stray_control_characters_do_not_end_the_digest(tmp_path: Path) -> None:
    path = tmp_path / "页.txt"
    path.write_text("全区\x00完成投资3\x00亿元，同比增长\x005%\x1b[2J。", encoding="utf-8")
    assert reader.digest(reader.read(path)).article_id == reader.read(path).id
