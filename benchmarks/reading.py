"""Opening, resizing and toggling long texts in the text view, beside one Static with the same text.

    python benchmarks/reading.py [rounds of the text view] [rounds of Static]

A million characters stand in one paragraph, and in 20,000. The view and Static take turns in one process; each figure
is a median, the ratio that of the medians. Mount and resize end with the picture, and the floor, an app with nothing
in it, is not taken off; the last column says what the ratio would be without it. The harness waits in steps of 20 ms
until nothing works, so the floor of a resize is three of them. The null pair is the text view against itself. Static
takes some seconds for one step, so one round of it is the default.

Then the script is toggled at several lengths, up to the last row drawn, with and without a thousand watched words; and
a timer ticks while the text is opened, resized, toggled, searched and paged through. What it comes late is a stall;
beside it stands how much of it the program was at work itself, since others may be, too.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from random import Random
from statistics import median
from time import perf_counter, thread_time
from typing import NamedTuple

from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from reader.model import Kind, Passage, Script
from reader.script.conversion import convert
from reader.tui.responsiveness import stay_responsive
from reader.tui.widgets.text_view import Mark, Motion, ParagraphsDocument, TextView

CHARACTERS = 1_000_000
SHAPES = (1, 20_000)
MOUNT_TARGET = 1 / 20
RESIZE_TARGET = 1 / 50
TOGGLE_TARGET_MS = 50.0
STALL_TARGET_MS = 50.0
TICK_SECONDS = 0.002
WATCHED_WORDS = 1_000
TOGGLES = 7
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


class TimedView(TextView):
    """A text view that knows when it last drew a row."""

    drawn_at = 0.0

    def render_line(self, y: int) -> Strip:
        strip = super().render_line(y)
        self.drawn_at = perf_counter()
        return strip


def paragraphs_of(characters: int, paragraphs: int) -> list[tuple[Kind, str]]:
    """The benchmark's text in so many paragraphs of equal length."""
    length = characters // paragraphs
    line = ("".join(SENTENCES) * (length // 100 + 1))[:length]
    return [(Kind.BODY, line)] * paragraphs


def document_of(paragraphs: list[tuple[Kind, str]], script: Script | None = None) -> ParagraphsDocument:
    """Paragraphs as they are, or drawn in another script."""

    def shown(paragraph: int, start: int, end: int) -> str:
        assert script is not None
        return convert(paragraphs[paragraph][1][start:end], script)

    return ParagraphsDocument(paragraphs, shown=shown if script else None)


def view_of(paragraphs: list[tuple[Kind, str]]) -> TextView:
    """The text view with paragraphs."""
    return TextView(document_of(paragraphs))


async def run(made: Callable[[], Widget]) -> Times:
    """Mount a widget and resize the terminal, each up to the picture."""
    started = perf_counter()
    async with Bench(made).run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        mounted = perf_counter()
        await pilot.resize_terminal(90, 40)
        await pilot.pause()
        return Times((mounted - started) * 1000, (perf_counter() - mounted) * 1000)


def medians(runs: list[Times]) -> Times:
    """The median of each step."""
    return Times(median(one.mount for one in runs), median(one.resize for one in runs))


async def compare(paragraphs: int, rounds: int, static_rounds: int, floor: Times) -> bool:
    """Print the view beside Static; returns whether it meets the targets."""
    text = paragraphs_of(CHARACTERS, paragraphs)
    whole = "\n".join(line for _, line in text)
    views, again, statics = [], [], []
    for index in range(rounds):
        views.append(await run(partial(view_of, text)))
        if index < static_rounds:
            statics.append(await run(lambda: VerticalScroll(Static(whole, markup=False))))
        again.append(await run(partial(view_of, text)))
    print(f"{CHARACTERS:,} characters, paragraphs: {paragraphs:,}")
    print(f"  {'':<12}{'text view':>10}{'Static':>10}{'ratio':>8}{'target':>8}{'null':>8}{'less floor':>12}")
    view, static, null = medians(views), medians(statics), medians(again)
    met = True
    for step, target in (("mount", MOUNT_TARGET), ("resize", RESIZE_TARGET)):
        own, other, same, least = (getattr(times, step) for times in (view, static, null, floor))
        print(
            f"  {step + ' ms':<12}{own:>10.0f}{other:>10.0f}{own / other:>8.4f}{target:>8.3f}{own / same:>8.2f}"
            f"{max(0.0, own - least) / (other - least):>12.4f}"
        )
        met = met and own / other <= target
    return met


async def toggle(view: TimedView, pilot: Pilot[None], document: ParagraphsDocument) -> float:
    """Milliseconds from another document being given to the last row drawn of it."""
    started = perf_counter()
    view.set_document(document)
    await pilot.pause()
    return (view.drawn_at - started) * 1000


def watched(characters: int, paragraphs: int) -> dict[Mark, list[Passage]]:
    """A thousand words, each at twenty places of the text."""
    random, length = Random(5), characters // paragraphs
    colours = (Mark.WATCHED_YELLOW, Mark.WATCHED_RED, Mark.WATCHED_GREEN, Mark.WATCHED_BLUE)
    marks: dict[Mark, list[Passage]] = {colour: [] for colour in colours}
    for index in range(20 * WATCHED_WORDS):
        start = random.randrange(length - 4)
        marks[colours[index % 4]].append(Passage(random.randrange(paragraphs), start, start + 4))
    return marks


async def toggles(characters: int, paragraphs: int, with_words: bool) -> float:
    """Print and return how long a toggle takes, the middle of some at the middle of the text."""
    text = paragraphs_of(characters, paragraphs)
    documents = [document_of(text, script) for script in (Script.TRADITIONAL, None)]
    view = TimedView(document_of(text))
    async with Bench(lambda: view).run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        view.show_top(view.rows.place_of(view.rows.count // 2))
        if with_words:
            view.set_marks(watched(characters, paragraphs))
        await toggle(view, pilot, documents[0])
        taken = [await toggle(view, pilot, documents[(index + 1) % 2]) for index in range(TOGGLES)]
    words = f", {WATCHED_WORDS:,} watched words" if with_words else ""
    print(f"  {characters:>9,} characters, {paragraphs:>6,} paragraphs{words}: {median(taken):.0f} ms")
    return median(taken)


class Ticker:
    """A timer and how late it came in each step."""

    def __init__(self) -> None:
        self.late: dict[str, list[tuple[float, float]]] = {}
        self.step = ""

    async def tick(self) -> None:
        """Note how late the timer comes, and how much of that was work of this thread, both in milliseconds."""
        while True:
            before, worked = perf_counter(), thread_time()
            await asyncio.sleep(TICK_SECONDS)
            late = (perf_counter() - before - TICK_SECONDS) * 1000
            self.late.setdefault(self.step, []).append((late, (thread_time() - worked) * 1000))

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Tick meanwhile."""
        ticking = asyncio.create_task(self.tick())
        yield
        ticking.cancel()

    def report(self) -> float:
        """Print the worst of each step; returns the worst work of all."""
        for step, late in self.late.items():
            worst, work = max(one for one, _ in late), max(one for _, one in late)
            print(f"  {step:<10}{worst:>6.0f} ms late, {work:>4.0f} ms of work")
        return max(work for late in self.late.values() for _, work in late)


async def settled(view: TextView, pilot: Pilot[None]) -> None:
    """Wait until every row is exact."""
    while not view.rows.exact:
        await pilot.pause(0.02)


async def stalls(paragraphs: int) -> float:
    """Print the longest stalls while a long text is opened, read and changed."""
    text = paragraphs_of(CHARACTERS, paragraphs)
    ticker, view = Ticker(), TextView()
    async with Bench(lambda: view).run_test(size=(120, 40)) as pilot, ticker.running():
        started, ticker.step = perf_counter(), "open"
        view.set_document(document_of(text))
        await settled(view, pilot)
        exact = (perf_counter() - started) * 1000
        ticker.step = "resize"
        for width in (90, 60, 120):
            await pilot.resize_terminal(width, 40)
        await settled(view, pilot)
        ticker.step = "toggle"
        for script in (Script.TRADITIONAL, None):
            view.set_document(document_of(text, script))
            await pilot.pause()
        ticker.step = "g and G"
        for motion in (Motion.END, Motion.START) * 5:
            view.move(motion)
            await pilot.pause()
        ticker.step = "pages"
        for motion in (Motion.PAGE_DOWN,) * 100 + (Motion.ROW_DOWN,) * 100:
            view.move(motion)
            await asyncio.sleep(1 / 30)
        ticker.step = "find"
        hits = [
            Passage(index, at, at + 2) for index, (_, line) in enumerate(text) for at in range(0, len(line) - 2, 20)
        ]
        view.set_marks({Mark.HIT: hits})
        for hit in hits[:: len(hits) // 20]:
            view.go_to(hit.place)
            await pilot.pause()
    print(
        f"longest stalls, {CHARACTERS:,} characters, paragraphs: {paragraphs:,}; every row exact after {exact:.0f} ms"
    )
    return ticker.report()


async def main(rounds: int = 5, static_rounds: int = 1) -> int:
    """Measure everything; 1 when a target is missed."""
    stay_responsive()
    floor = medians([await run(lambda: Static("")) for _ in range(rounds + 1)][1:])
    print(f"floor: mount {floor.mount:.0f} ms, resize {floor.resize:.0f} ms")
    met = [await compare(paragraphs, rounds, static_rounds, floor) for paragraphs in SHAPES]
    for paragraphs in SHAPES:
        times = await run(partial(view_of, paragraphs_of(5_000_000, paragraphs)))
        print(
            f"5,000,000 characters, paragraphs: {paragraphs:,}: mount {times.mount:.0f}, resize {times.resize:.0f} ms"
        )
    print(f"toggling the script, target {TOGGLE_TARGET_MS:.0f} ms")
    for characters in (200_000, 1_000_000, 5_000_000):
        for paragraphs in SHAPES:
            for with_words in (False, True):
                met.append(await toggles(characters, paragraphs, with_words) <= TOGGLE_TARGET_MS)
    met += [await stalls(paragraphs) <= STALL_TARGET_MS for paragraphs in SHAPES]
    print("targets met" if all(met) else "a target was missed")
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main(*map(int, sys.argv[1:3]))))
