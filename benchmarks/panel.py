"""From the text of an article to its complete panel, and the longest stall of the event loop on the way.

    python benchmarks/panel.py [rounds]

The program runs with a screen of 120×36 that nobody sees. It opens the five samples, which loads the dictionary, then
opens them again in turn, and at last a text of 200,000 characters put together from them. A timer ticks every 5 ms;
what it comes late is a stall. The panel is complete when slogans, figures and keywords have been drawn. Beside it
stand the rounds of the same program that looks for nothing: what they need is drawing, and what the machine is busy
with. On a busy machine the lowest figures say more than the medians.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple
from unittest.mock import patch

from reader.library.locations import samples
from reader.library.settings import Settings
from reader.library.store import Store
from reader.model import Article, Digest, Keyword, Passage
from reader.tui.app import ReaderApp
from reader.tui.responsiveness import stay_responsive
from reader.tui.screens.reading import ReadingScreen

TICK_SECONDS = 0.005
REST_SECONDS = 0.2
LONG = 200_000
LIMIT_SECONDS = 60.0
PANEL_TARGET_MS = 100.0
STALL_TARGET_MS = 50.0


class Opened(NamedTuple):
    """What was measured while one article was opened, in milliseconds."""

    panel_ms: float
    """From the text on the screen to the keywords beside it, both drawn."""
    stall_ms: float
    """The longest time that the event loop did not turn."""


class Watch:
    """Takes the times of a reading screen."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self.text_at = self.panel_at = self.stall_ms = 0.0
        screen.watch(screen, "article", self._article_shown, init=False)
        screen.watch(screen, "digest", self._digest_shown, init=False)

    def _article_shown(self, article: Article | None) -> None:
        self.screen.call_after_refresh(self._text_drawn)

    def _text_drawn(self) -> None:
        self.text_at = perf_counter()

    def _digest_shown(self, digest: Digest | None) -> None:
        if digest is not None and digest.keywords:
            self.screen.call_after_refresh(self._panel_drawn)

    def _panel_drawn(self) -> None:
        self.panel_at = perf_counter()

    async def tick(self) -> None:
        """Note how late a timer comes."""
        while True:
            before = perf_counter()
            await asyncio.sleep(TICK_SECONDS)
            self.stall_ms = max(self.stall_ms, (perf_counter() - before - TICK_SECONDS) * 1000)

    async def opened(self, path: Path) -> Opened:
        """Open a file and wait until its panel is complete."""
        self.text_at = self.panel_at = self.stall_ms = 0.0
        ticking = asyncio.create_task(self.tick())
        await asyncio.sleep(TICK_SECONDS)
        self.screen.open_path(str(path))
        async with asyncio.timeout(LIMIT_SECONDS):
            while not self.panel_at:
                await asyncio.sleep(TICK_SECONDS)
        ticking.cancel()
        await asyncio.sleep(REST_SECONDS)
        return Opened((self.panel_at - self.text_at) * 1000, self.stall_ms)


def long_text() -> str:
    """The samples one after the other, as often as they are needed."""
    whole = "\n".join(path.read_text(encoding="utf-8") for path in samples())
    return (whole * (LONG // len(whole) + 1))[:LONG]


async def measure(rounds: int) -> dict[str, list[Opened]]:
    """Open everything in one run of the program."""
    with tempfile.TemporaryDirectory() as name:
        os.environ["POLICY_READER_DATA"] = os.environ["POLICY_READER_CONFIG"] = name
        first, long = Path(name, "first.txt"), Path(name, "long.txt")
        first.write_text("开始。\n", encoding="utf-8")
        long.write_text(long_text(), encoding="utf-8")
        app = ReaderApp([str(first)], Store(), Settings())
        async with app.run_test(size=(120, 36)) as pilot:
            await pilot.pause(REST_SECONDS)
            assert isinstance(app.screen, ReadingScreen)
            watch = Watch(app.screen)
            found = {"cold": [await watch.opened(path) for path in samples()]}
            found["warm"] = [await watch.opened(path) for _ in range(rounds) for path in samples()]
            found[f"{LONG:,} characters"] = [await watch.opened(long)]
            return found


def finds_nothing(screen: ReadingScreen, article: Article) -> None:
    """In the place of looking for findings."""
    word = Keyword("", 1, 1.0, (Passage(0, 0, 1),))
    screen.post_message(screen.Digested(article, Digest(article.id, (), (), (word,))))


def show(name: str, opened: Sequence[Opened]) -> None:
    """Print what was measured."""
    panel, stall = [one.panel_ms for one in opened], [one.stall_ms for one in opened]
    print(
        f"  {name:<20} panel: median {median(panel):5.0f} ms, lowest {min(panel):5.0f} ms"
        f"   longest stall: median {median(stall):4.0f} ms, most {max(stall):4.0f} ms"
    )


async def main() -> int:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    stay_responsive()
    found = await measure(rounds)
    with patch.object(ReadingScreen, "_digest", finds_nothing):
        drawn = await measure(rounds)
    print("with findings")
    for name, opened in found.items():
        show(name, opened)
    print("looking for nothing")
    for name, opened in drawn.items():
        show(name, opened)
    panel = min(one.panel_ms for one in found["warm"])
    stall = max(one.stall_ms for one in found["cold"] + found["warm"])
    met = panel <= PANEL_TARGET_MS and stall <= STALL_TARGET_MS
    print(f"panel {panel:.0f} ms (≤ {PANEL_TARGET_MS:.0f}), stall {stall:.0f} ms (≤ {STALL_TARGET_MS:.0f}): ", end="")
    print("met" if met else "missed")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
