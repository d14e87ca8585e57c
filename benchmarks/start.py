"""Launch to the first text on the screen and to the first key obeyed, against a small Textual app.

    python benchmarks/start.py [rounds]

Each program runs in a terminal of 120×36, in turn (A B A B …), with a fresh library each time. Text is on the screen
when the first words of the first sample have been written; `q` is typed at that moment, and is obeyed when the
program gives the screen back. A null pair, the small app against itself, says how much of a difference is noise.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from itertools import chain
from pathlib import Path

HERE = Path(__file__).resolve().parent
SMALL = [sys.executable, str(HERE / "start_small_app.py")]
READER = [sys.executable, "-m", "reader"]

WORDS = "人勤春来早"
LEAVES_SCREEN = b"\x1b[?1049l"
ESCAPES = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_].*?\x1b\\|[@-Z\\-_])", re.DOTALL)
ROWS, COLUMNS = 36, 120
LIMIT_SECONDS = 30.0


def launch(command: list[str]) -> tuple[float, float]:
    """Seconds to the first text, and to the first key obeyed."""
    with tempfile.TemporaryDirectory() as folder:
        own = {"POLICY_READER_DATA": f"{folder}/data"}
        environment = {
            **os.environ,
            **own,
            "TERM": "xterm-256color",
            "LC_ALL": "C.UTF-8",
            "PYTHONPATH": str(HERE.parent),
            "PYTHONDONTWRITEBYTECODE": "",  # an installed program is compiled once, not at every start
        }
        leader, follower = pty.openpty()
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        start = time.perf_counter()
        process = subprocess.Popen(
            command, stdin=follower, stdout=follower, stderr=follower, env=environment, cwd=folder
        )
        os.close(follower)
        try:
            return _watch(leader, start)
        finally:
            os.close(leader)
            process.kill()
            process.wait()


def _watch(terminal: int, start: float) -> tuple[float, float]:
    """Read what a program writes, type `q` at the first text, and take both times."""
    written = bytearray()
    words = WORDS.encode()
    text_seconds = None
    while time.perf_counter() - start < LIMIT_SECONDS:
        try:
            written += os.read(terminal, 65536)
        except OSError as error:
            raise RuntimeError(f"the program ended:\n{written.decode(errors='replace')}") from error
        now = time.perf_counter() - start
        if text_seconds is None and words in ESCAPES.sub(b"", bytes(written)):
            text_seconds = now
            os.write(terminal, b"q")
        elif text_seconds is not None and LEAVES_SCREEN in written:
            return text_seconds, now
    raise RuntimeError("nothing was seen in time")


def compare(name: str, command: list[str], rounds: int) -> None:
    """Print medians and ratios of a program against the small app, in turn with it."""
    runs = list(chain.from_iterable((launch(SMALL), launch(command)) for _ in range(rounds)))
    for index, what in enumerate(("first text", "first key obeyed")):
        small = statistics.median(run[index] for run in runs[::2])
        other = statistics.median(run[index] for run in runs[1::2])
        times = f"{other * 1000:6.0f} ms   small app {small * 1000:6.0f} ms   ratio {other / small:.2f}"
        print(f"{name:<10} {what:<17} {times}")


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    launch(SMALL), launch(READER)  # files into the cache of the system
    compare("reader", READER, rounds)
    compare("null pair", SMALL, rounds)


if __name__ == "__main__":
    main()
