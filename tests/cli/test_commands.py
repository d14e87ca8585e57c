"""What the commands print, and how they end."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from reader.analysis.watching import Colour
from reader.cli.commands import run
from reader.cli.watching import COLOURS
from reader.library.intake import read, standard_input
from reader.library.locations import samples
from reader.library.refusals import Refusal
from reader.library.store import Store
from reader.messages import choose_language
from reader.typesetting.cells import cells

TEXT = "市南区吹响冲锋号。\n\n六种精神提振士气，招商引资3亿元。\n"


@pytest.fixture(autouse=True)
def _own_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    monkeypatch.setenv("POLICY_READER_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    standard_input.cache_clear()
    yield
    standard_input.cache_clear()
    choose_language(None)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "页.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_clean_prints_the_paragraphs(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["clean", str(page)]) == 0
    assert capsys.readouterr().out == TEXT


def test_clean_prints_a_damaged_page_without_its_damage(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["clean", str(samples()[3])]) == 0
    out = capsys.readouterr().out
    assert "寒流正醞釀著又一波的寒潮" in out and "(zhù)" not in out


def test_a_page_that_a_machine_converted_gets_the_right_traditional_characters(
    capsys: pytest.CaptureFixture[str],
) -> None:
    page = next(path for path in samples() if path.name.startswith("002"))
    assert run(["clean", "--script", "traditional", str(page)]) == 0
    printed = capsys.readouterr().out
    assert "激發幹事動能" in printed
    assert "干部" not in printed


def test_clean_converts_the_script(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["clean", "--script", "traditional", str(page)]) == 0
    assert "市南區吹響衝鋒號。" in capsys.readouterr().out


def test_the_explanation_lists_every_edit(capsys: pytest.CaptureFixture[str]) -> None:
    article = read(samples()[3])
    assert run(["clean", "--explain", str(samples()[3])]) == 0
    lines = capsys.readouterr().out.splitlines()
    start = next(index for index, line in enumerate(lines) if line.startswith(f"{len(article.edits)} repairs: "))
    assert len(lines) - start - 1 == len(article.edits)
    first = article.edits[0]
    assert lines[start + 1].split("\t")[:5] == [str(first.start), str(first.end), "1", first.fix, first.certainty]


def test_each_of_several_articles_stands_under_the_name_of_its_file(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["clean", str(page), str(page)]) == 0
    assert capsys.readouterr().out == f"──────── {page}\n\n{TEXT}\n──────── {page}\n\n{TEXT}"


@pytest.mark.parametrize(("typed", "meant"), [("clena", "clean"), ("digestz", "digest"), ("article", None)])
def test_a_command_that_was_misspelt_is_named(
    typed: str, meant: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([typed]) == 1
    said = capsys.readouterr().err
    assert ("did you mean" in said) is bool(meant) and (meant or "") in said


def test_an_article_between_others_is_set_apart(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["clean", "--format", "markdown", str(page), str(page)]) == 0
    assert capsys.readouterr().out == "\n---\n\n".join([TEXT, TEXT])


@pytest.mark.parametrize("command", ["clean", "digest"])
def test_json_holds_what_was_read_in_order_and_what_failed(
    page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    missing = tmp_path / "没有.txt"
    assert run([command, "--format", "json", str(page), str(missing), str(samples()[4])]) == 1
    captured = capsys.readouterr()
    document = json.loads(captured.out)
    assert document["schema"] == f"policy-reader/{command}/1"
    assert [article["path"] for article in document["articles"]] == [str(page), str(samples()[4])]
    assert [(error["path"], error["code"]) for error in document["errors"]] == [(str(missing), "missing")]
    assert str(missing) in captured.err and len(captured.err.splitlines()) == 1


def test_the_digest_is_one_table(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["digest", "--format", "csv", str(page), str(samples()[0])]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert {row["finding"] for row in rows} <= {"slogan", "member", "figure", "keyword"}
    assert {row["path"] for row in rows} <= {str(page), str(samples()[0])}


def test_the_digest_as_text_names_the_article(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["digest", "--language", "zh", str(page)]) == 0
    out = capsys.readouterr().out
    assert "市南区吹响冲锋号" in out.splitlines()[0] and "提法" in out and "数据" in out and "关键词" in out


def test_paths_without_a_command_are_printed_where_there_is_no_terminal(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([str(page)]) == 0
    captured = capsys.readouterr()
    assert captured.out == TEXT and "no terminal" in captured.err


def test_without_a_path_the_samples_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 0
    assert capsys.readouterr().out.count("──────── ") == len(samples())


def test_a_file_named_like_a_command_is_read_after_two_dashes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("clean", "-x"):
        Path(name).write_text(TEXT, encoding="utf-8")
    for arguments in (["--", "clean"], ["./clean"], ["clean", "clean"], ["clean", "--", "-x"], ["--", "-x"]):
        assert run(arguments) == 0
        assert capsys.readouterr().out == TEXT


def test_options_may_stand_before_and_after_the_paths(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["--language", "zh", str(page)], [str(page), "--language", "zh"]):
        assert run(arguments) == 0
        assert "终端" in capsys.readouterr().err


def test_standard_input_is_a_path(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["clean", "-"], ["-"]):
        standard_input.cache_clear()
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
        assert run(arguments) == 0
        assert capsys.readouterr().out == TEXT


def test_a_refused_edit_stays_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = read(samples()[3])
    library = tmp_path / "mine.sqlite3"
    with Store(library) as store:
        store.refuse(article.id, [Refusal.of(article.edits[0], article.restored)])
    for arguments in (
        ["clean", "--format", "json", "--library", str(library), str(samples()[3])],
        ["--library", str(library), "clean", "--format", "json", str(samples()[3])],
    ):
        assert run(arguments) == 0
        assert len(json.loads(capsys.readouterr().out)["articles"][0]["edits"]) == len(article.edits) - 1


def test_reading_makes_no_library(page: Path, tmp_path: Path) -> None:
    assert run(["clean", "--library", str(tmp_path / "new.sqlite3"), str(page)]) == 0
    assert not (tmp_path / "new.sqlite3").exists() and not (tmp_path / "data").exists()


def test_a_library_that_cannot_be_used_is_named_and_the_rest_goes_on(
    page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = tmp_path / "library"
    library.write_text("六种精神" * 300, encoding="utf-8")
    assert run(["clean", "--library", str(library), str(page)]) == 0
    captured = capsys.readouterr()
    assert captured.out == TEXT and str(library) in captured.err


WRONG = {
    "clean": "PATH",
    "digest": "PATH",
    "clean --format pdf a": "pdf",
    "clean --script klingon a": "klingon",
    "clean --encoding nothing a": "nothing",
    "clean --encoding hex a": "hex",
    "--nonsense": "--nonsense",
    "a -x": "-x",
    "digest --explain a": "--explain",
    "clean --explain=3 a": "--explain",
}
"""Arguments that are wrong, and what the sentence about them names."""


@pytest.mark.parametrize("where", ["--language {} {}", "--language={} {}", "{1} --language={0}"])
@pytest.mark.parametrize(("arguments", "named"), WRONG.items())
def test_a_usage_error_is_one_sentence_in_the_language_asked_for_and_exit_code_2(
    arguments: str, named: str, where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said = {}
    for language in ("zh", "en"):
        choose_language(None)
        assert run(where.format(language, arguments).split()) == 2
        captured = capsys.readouterr()
        sentence, hint = captured.err.splitlines()
        assert captured.out == "" and sentence.startswith("policy-reader: ") and named in sentence
        said[language] = sentence.removeprefix("policy-reader: ") + hint
    assert "选项" in said["zh"] or "参数" in said["zh"] or "用法" in said["zh"]
    assert said["en"].isascii() or "PATH…" in said["en"]


@pytest.mark.parametrize(("arguments", "command"), [("clean", "policy-reader clean"), ("--nothing", "policy-reader")])
def test_who_uses_a_command_wrongly_is_led_to_its_help(
    arguments: str, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments.split()) == 2
    assert f" {command} --help" in capsys.readouterr().err


@pytest.mark.parametrize(("arguments", "named"), [("clean a --format", "--format"), ("--library", "--library")])
def test_an_option_without_its_value_is_named(arguments: str, named: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--language", "zh", *arguments.split()]) == 2
    assert f"选项 {named} 缺少" in capsys.readouterr().err


def test_a_language_behind_two_dashes_is_a_path(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["clean", "--", "--language", "zh"]) == 1
    assert "no such file" in capsys.readouterr().err


@pytest.mark.parametrize("command", [[], ["clean"], ["digest"], ["watch"], ["watch", "add"], ["watch", "remove"]])
def test_help_is_all_in_the_language_asked_for_and_fits_eighty_columns(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*command, "--language", "zh", "--help"]) == 0
    lines = capsys.readouterr().out.splitlines()
    words = {word for line in lines for word in re.findall(r"(?<![-\w[|])[A-Za-z]{3,}(?![\w|\]])", line)}
    names = {"policy", "reader", "clean", "digest", "watch", "add", "list", "remove"}
    assert words <= names | {"PATH", "JSON", "FILE", "NAME", "WORD", "TEXT", "COMMAND", "OPTIONS", "ARGS"}
    assert max(map(cells, lines)) <= 80
    choose_language("en")
    assert run([*command, "--help"]) == 0
    assert max(map(cells, capsys.readouterr().out.splitlines())) <= 80


def test_a_library_that_may_not_be_read_is_named_and_the_rest_goes_on(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    library = tmp_path / "mine.sqlite3"
    Store(library).close()
    monkeypatch.setattr("os.access", lambda *_, **__: False)
    library.chmod(0)
    assert run(["--library", str(library), "clean", str(page)]) == 0
    assert capsys.readouterr().out == TEXT


@pytest.mark.parametrize("library", ["长" * 300, "页.txt/library.sqlite3"])
def test_a_library_that_no_file_can_be_is_named_and_the_rest_goes_on(
    library: str, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = str(page.parent / library)
    assert run(["clean", "--library", library, str(page)]) == 0
    captured = capsys.readouterr()
    assert captured.out == TEXT and captured.err.startswith(f"policy-reader: {library}")


@pytest.mark.parametrize("command", [[], ["clean"], ["digest"]])
def test_one_missing_file_is_exit_code_1_and_the_rest_goes_on(
    command: list[str], page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*command, "没有.txt", str(page)]) == 1
    captured = capsys.readouterr()
    assert "没有.txt" in captured.err and "市南区" in captured.out


def test_a_path_with_escape_sequences_is_shown_harmlessly(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["clean", "a\x1b]0;x\x07.txt"]) == 1
    assert "a␛]0;x␇.txt" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        (["--help"], "clean"),
        (["--language", "zh", "--help"], "提法"),
        (["--language", "en", "clean", "--help"], "--explain"),
        (["digest", "--language", "zh", "--help"], "打印"),
        (["--version"], "policy-reader "),
    ],
)
def test_help_and_version_are_printed_in_the_language_asked_for(
    arguments: list[str], shown: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 0
    assert shown in capsys.readouterr().out


def test_the_watch_list_is_shown_added_to_and_taken_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("POLICY_READER_CONFIG", str(tmp_path))
    choose_language("en")
    assert run(["watch", "add", "城市更新", "双减", "--colour", "red", "--note", "重点"]) == 0
    assert run(["watch", "add", "--pattern", "(?=x)", "第.批"]) == 1
    assert "(?=x)" in capsys.readouterr().err
    assert run(["watch", "remove", "双减"]) == 0
    assert run(["watch", "remove", "双减"]) == 1
    assert "not in the watch list: 双减" in capsys.readouterr().err
    assert run(["watch", "list"]) == 0
    shown = capsys.readouterr().out
    assert shown == f"# {tmp_path / 'watch.toml'}\nword\t城市更新\tred\t重点\npattern\t第.批\tyellow\n"


def test_the_colours_that_the_command_line_names_are_those_of_the_watch_list() -> None:
    assert set(COLOURS) == set(Colour)
