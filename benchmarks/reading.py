"""Mount and resize of 200,000 characters in the text view, beside one Static with the same text.

Run by hand: `python benchmarks/reading.py`. Both take turns in one process (A B A B); each figure is a median, the
ratio that of the paired runs. The null pair is the text view against itself; the floor, an app with nothing in it, is
not taken off. Mount and resize end with the picture; how long it takes until every row is exact is printed beside.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from statistics import median
from time import perf_counter
from typing import NamedTuple

from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from reader.model import Kind
from reader.tui.widgets.text_view import ParagraphsDocument, TextView

CHARACTERS = 200_000
ROUNDS = 5
TARGET = 0.25
SENTENCES = (
    "近日，全市老旧小区改造工作推进会召开，会议总结了上半年的做法，部署了下一阶段的任务。",
    "会上通报，截至6月底，全市开工项目128个，竣工86个，惠及居民3.2万余户，完成投资14.7亿元，同比增长8.6%。",
    "“改造以前，楼道里又黑又乱；现在亮堂了，住着舒心。”家住三里社区的陈阿姨这样说——她的话代表了许多邻居的心声。",
    "据介绍，各区（县）坚持“先民生后提升”的次序，做到“一楼一策、一户一案”，并引入BIM、IoT等手段……",
)


class Times(NamedTuple):
    """Milliseconds of one run."""

    mount: float
    resize: float


class Bench(App[None]):
    """An app with one widget."""

    def __init__(self, made: Callable[[], Widget]) -> None:
        super().__init__()
        self.made = made

    def compose(self) -> ComposeResult:
        yield self.made()


def text_of(paragraphs: int) -> str:
    """The benchmark's text in so many paragraphs of equal length."""
    length = CHARACTERS // paragraphs
    line = ("".join(SENTENCES) * (length // 100))[:length]
    return "\n".join([line] * paragraphs)


async def run(made: Callable[[], Widget]) -> Times:
    """Mount a widget and resize the terminal, each up to the picture."""
    started = perf_counter()
    async with Bench(made).run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        mounted = perf_counter()
        await pilot.resize_terminal(90, 40)
        await pilot.pause()
        return Times((mounted - started) * 1000, (perf_counter() - mounted) * 1000)


async def stall_and_exact(text: str) -> tuple[float, float]:
    """Milliseconds of the longest stall of the event loop while a text is opened and resized, and until it is exact."""
    stalls: list[float] = []

    async def watch() -> None:
        while True:
            before = perf_counter()
            await asyncio.sleep(0.001)
            stalls.append((perf_counter() - before) * 1000)

    view = view_of(text)()
    started = perf_counter()
    async with Bench(lambda: view).run_test(size=(120, 40)) as pilot:
        watcher = asyncio.create_task(watch())
        await pilot.pause()
        while not view.rows.exact:
            await pilot.pause(0.01)
        exact = (perf_counter() - started) * 1000
        await pilot.resize_terminal(90, 40)
        while not view.rows.exact:
            await pilot.pause(0.01)
        watcher.cancel()
    return max(stalls), exact


def static_of(text: str) -> Callable[[], Widget]:
    """One Static in a scrolled container."""
    return lambda: VerticalScroll(Static(text, markup=False))


def view_of(text: str) -> Callable[[], TextView]:
    """The text view."""
    return lambda: TextView(ParagraphsDocument([(Kind.BODY, line) for line in text.split("\n")]))


async def paired(
    first: Callable[[], Awaitable[Times]], second: Callable[[], Awaitable[Times]]
) -> list[tuple[Times, Times]]:
    """Both in turns, after one run of each that does not count."""
    await first()
    await second()
    return [(await first(), await second()) for _ in range(ROUNDS)]


async def compare(name: str, text: str) -> bool:
    """Print a pair with its ratio; returns whether it meets the target."""
    view, static = view_of(text), static_of(text)
    pairs = await paired(lambda: run(view), lambda: run(static))
    null = await paired(lambda: run(view), lambda: run(view))
    print(f"{name:<18}{'text view':>10}{'Static':>10}{'ratio':>8}{'null':>8}")
    met = True
    for step in ("mount", "resize"):
        ratio = median(getattr(a, step) / getattr(b, step) for a, b in pairs)
        same = median(getattr(a, step) / getattr(b, step) for a, b in null)
        times = [median(getattr(pair[which], step) for pair in pairs) for which in (0, 1)]
        print(f"  {step + ' ms':<16}{times[0]:>10.0f}{times[1]:>10.0f}{ratio:>8.3f}{same:>8.2f}")
        met = met and ratio <= TARGET
    stall, exact = await stall_and_exact(text)
    print(f"  longest stall {stall:.0f} ms, every row exact after {exact:.0f} ms")
    return met


async def main() -> int:
    """Measure both shapes of text."""
    floor = [await run(lambda: Static("")) for _ in range(ROUNDS + 1)][1:]
    print(
        f"floor: mount {median(one.mount for one in floor):.0f} ms, resize {median(one.resize for one in floor):.0f} ms"
    )
    met = [await compare("one line", text_of(1)), await compare("1,000 paragraphs", text_of(1000))]
    print(f"target ≤ {TARGET}: {'met' if all(met) else 'missed'}")
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
