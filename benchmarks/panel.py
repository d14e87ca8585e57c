"""From the text of an article to its complete panel, and the longest stall of the event loop on the way.

    python benchmarks/panel.py

The program runs with a screen of 120×36 that nobody sees. It opens the five samples, which loads the dictionary, opens
them once more as files it has not seen (their last line differs), and then a text of 200,000 characters put together
from them. A timer ticks every 5 ms; what it comes late is a stall. The panel is complete when slogans, figures and
keywords have been drawn. The null run opens nothing; its stall is that of the machine.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

from reader.library.locations import samples
from reader.library.settings import Settings
from reader.library.store import Store
from reader.model import Article, Digest
from reader.tui.app import ReaderApp
from reader.tui.screens.reading import ReadingScreen

TICK_SECONDS = 0.005
LONG = 200_000
LIMIT_SECONDS = 60.0
PANEL_TARGET_MS = 100.0
STALL_TARGET_MS = 50.0


class Opened(NamedTuple):
    """What was measured while one article was opened, in milliseconds."""

    name: str
    panel_ms: float
    """From the text on the screen to the drawn keywords."""
    stall_ms: float
    """The longest time that the event loop did not turn."""


class Ticks:
    """The longest time by which a timer came late."""

    def __init__(self) -> None:
        self.longest_ms = 0.0

    async def run(self) -> None:
        while True:
            before = perf_counter()
            await asyncio.sleep(TICK_SECONDS)
            self.longest_ms = max(self.longest_ms, (perf_counter() - before - TICK_SECONDS) * 1000)


async def opened(screen: ReadingScreen, path: Path) -> Opened:
    """Open a file and wait until its panel is complete."""
    text_at, panel_at = 0.0, 0.0

    def text_shown(article: Article | None) -> None:
        nonlocal text_at
        text_at = perf_counter()

    def panel_drawn() -> None:
        nonlocal panel_at
        panel_at = perf_counter()

    def found(digest: Digest | None) -> None:
        if digest is not None and digest.keywords:
            screen.call_after_refresh(panel_drawn)

    screen.watch(screen, "article", text_shown, init=False)
    screen.watch(screen, "digest", found, init=False)
    ticks = Ticks()
    ticking = asyncio.create_task(ticks.run())
    await asyncio.sleep(TICK_SECONDS)
    screen.open_path(str(path))
    async with asyncio.timeout(LIMIT_SECONDS):
        while not panel_at:
            await asyncio.sleep(TICK_SECONDS)
    ticking.cancel()
    return Opened(path.name[:12], (panel_at - text_at) * 1000, ticks.longest_ms)


@contextmanager
def files(folder: Path) -> Iterator[tuple[list[Path], list[Path], Path, Path]]:
    """The samples for the first and the second round, the long text, and a file to begin with."""
    first: list[Path] = []
    second: list[Path] = []
    for path in samples():
        text = path.read_text(encoding="utf-8", errors="replace")
        for paths, name, last in ((first, "cold", "〇一"), (second, "warm", "〇二")):
            copy = folder / f"{path.name[:3]}-{name}.txt"
            copy.write_text(f"{text}\n{last}。\n", encoding="utf-8")
            paths.append(copy)
    whole = "\n".join(path.read_text(encoding="utf-8") for path in first)
    long = folder / "long.txt"
    long.write_text((whole * (LONG // len(whole) + 1))[:LONG], encoding="utf-8")
    empty = folder / "begin.txt"
    empty.write_text("开始。\n", encoding="utf-8")
    yield first, second, long, empty


async def measure() -> list[list[Opened]]:
    """The rounds: cold, warm, long."""
    with tempfile.TemporaryDirectory() as name:
        os.environ["POLICY_READER_DATA"] = os.environ["POLICY_READER_CONFIG"] = name
        with files(Path(name)) as (first, second, long, empty):
            app = ReaderApp([str(empty)], Store(None), Settings())
            async with app.run_test(size=(120, 36)) as pilot:
                await pilot.pause(0.3)
                screen = app.screen
                assert isinstance(screen, ReadingScreen)
                rounds = []
                for paths in (first, second, [long]):
                    found = []
                    for path in paths:
                        found.append(await opened(screen, path))
                        await pilot.pause(0.2)
                    rounds.append(found)
                return rounds


async def machine_stall() -> float:
    """The longest stall of an event loop that has nothing to do, in milliseconds."""
    ticks = Ticks()
    ticking = asyncio.create_task(ticks.run())
    await asyncio.sleep(1.0)
    ticking.cancel()
    return ticks.longest_ms


async def main() -> int:
    print(f"null run: longest stall {await machine_stall():.0f} ms")
    rounds = await measure()
    for name, found in zip(("cold", "warm", "200,000 characters"), rounds, strict=True):
        print(name)
        for one in found:
            print(f"  {one.name:<12} panel {one.panel_ms:6.0f} ms   longest stall {one.stall_ms:4.0f} ms")
    warm = median(one.panel_ms for one in rounds[1])
    stall = max(one.stall_ms for found in rounds for one in found)
    met = warm <= PANEL_TARGET_MS and stall <= STALL_TARGET_MS
    print(f"warm panel {warm:.0f} ms (≤ {PANEL_TARGET_MS:.0f}), longest stall {stall:.0f} ms (≤ {STALL_TARGET_MS:.0f})")
    print(f"target {'met' if met else 'missed'}")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
