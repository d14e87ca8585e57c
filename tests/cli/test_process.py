"""The program as a process: its terminal, its pipes, its end."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from reader.library.locations import samples

PROGRAM = [sys.executable, "-m", "reader"]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    root = str(Path(__file__).resolve().parents[2])
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**inherited, "POLICY_READER_DATA": str(tmp_path / "data"), "PYTHONPATH": root, "LC_ALL": "C.UTF-8"}


def test_a_pipe_that_nobody_reads_ends_the_program_without_a_word(environment: dict[str, str]) -> None:
    many = [str(path) for path in samples()] * 4
    with subprocess.Popen(
        [*PROGRAM, "clean", "--format", "json", *many],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="streams are closed by a POSIX shell")
@pytest.mark.parametrize(
    ("redirected", "out", "err", "code"),
    [
        ("clean - <&-", "", "-: ", 1),
        ("clean {page} >&-", "", "", 0),
        ("clean {page} 2>&-", "市南区", "", 0),
        ("clean missing 2>&-", "", "", 1),
        ("clean missing {page} 2>/dev/full", "市南区", "", 1),
        ("clean {page} >/dev/full", "", "No space left on device", 1),
        ("digest --format json {page} {page} >/dev/full", "", "No space left on device", 1),
        ("{page} <&- >/dev/full", "", "No space left on device", 1),
        ("--help >/dev/full", "", "No space left on device", 1),
        ("clean {page} 2>&1 >/dev/full | head -1", "policy-reader: ", "", 0),
    ],
)
def test_streams_that_are_closed_or_full_end_in_a_sentence_at_most(
    tmp_path: Path, environment: dict[str, str], redirected: str, out: str, err: str, code: int
) -> None:
    if "/dev/full" in redirected and not Path("/dev/full").exists():
        pytest.skip("there is no device that is always full")
    page = tmp_path / "页.txt"
    page.write_text("市南区吹响冲锋号。", encoding="utf-8")
    line = shlex.join(PROGRAM) + " " + redirected.format(page=shlex.quote(str(page)))
    done = subprocess.run(["sh", "-c", line], capture_output=True, env=environment, text=True, check=False)
    assert done.returncode == code
    assert out in done.stdout and bool(out) == bool(done.stdout)
    assert err in done.stderr and bool(err) == bool(done.stderr) and "Traceback" not in done.stderr
    assert done.stderr.count("No space") <= 1


def test_what_is_piped_is_not_altered_even_in_the_c_locale(tmp_path: Path, environment: dict[str, str]) -> None:
    page = tmp_path / "页.txt"
    page.write_bytes("红\x1b[31m字\u202e。".encode())
    environment["LC_ALL"] = "C"
    done = subprocess.run([*PROGRAM, "clean", str(page)], capture_output=True, env=environment, check=True)
    assert "\x1b[31m" in done.stdout.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are made on POSIX")
def test_a_terminal_gets_nothing_that_it_would_obey(tmp_path: Path, environment: dict[str, str]) -> None:
    page = tmp_path / "页.txt"
    page.write_bytes("红\x1b]52;c;eA==\x07字\x9b2J\u202e[b]粗[/]。".encode())
    shown = _on_terminal([*PROGRAM, "clean", str(page)], environment).decode()
    assert "[b]粗[/]" in shown
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(shown)


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are made on POSIX")
@pytest.mark.parametrize("form", ["text", "csv", "json"])
def test_the_program_itself_writes_nothing_that_has_to_be_made_visible(environment: dict[str, str], form: str) -> None:
    command = [*PROGRAM, "digest", "--format", form, str(samples()[0])]
    assert "␍" not in _on_terminal(command, environment).decode()


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are made on POSIX")
def test_a_dumb_terminal_gets_plain_text(environment: dict[str, str]) -> None:
    shown = _on_terminal([*PROGRAM, str(samples()[0])], {**environment, "TERM": "dumb"}).decode()
    assert "no terminal" in shown and "六种精神" in shown and "\x1b" not in shown


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are made on POSIX")
def test_a_screen_that_would_be_drawn_elsewhere_is_plain_text(environment: dict[str, str]) -> None:
    command = [*PROGRAM, str(samples()[0])]
    shown = _on_terminal(command, {**environment, "TERM": "xterm"}, errors=subprocess.DEVNULL).decode()
    assert "六种精神" in shown and "\x1b" not in shown


def _on_terminal(command: list[str], environment: dict[str, str], errors: int | None = None) -> bytes:
    """What a program writes to a terminal that is its standard input, output and, unless given, error."""
    import pty

    leader, follower = pty.openpty()
    process = subprocess.Popen(
        command, stdin=follower, stdout=follower, stderr=follower if errors is None else errors, env=environment
    )
    os.close(follower)
    written = bytearray()
    try:
        while data := os.read(leader, 65536):
            written += data
    except OSError:  # Linux says so when the last writer has closed the terminal
        pass
    finally:
        os.close(leader)
        process.wait(60)
    return bytes(written)
