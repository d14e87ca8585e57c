"""How fast pages are restored, beside ftfy on the same text, and how time grows with the length of one page.

Run by hand: `python benchmarks/restoration.py [FOLDER…]`. The texts of the folders, or those that the project ships,
are taken clean and damaged as `tests/damage` describes; the sample articles are taken as they came. Both take turns in
one process (A B A B), over all pages of a kind; each figure is a median of processor time, the ratio that of the paired
runs. The null pair is the restoration against itself. Speeds are in MB/s of UTF-8; of the damage, ftfy repairs misread
encodings alone. Last, a page is doubled: twice the text should take twice the time.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from statistics import median
from time import process_time
from typing import NamedTuple

import ftfy

sys.path.insert(0, str(Path(__file__).parents[1]))

from reader.library.locations import samples
from reader.model import Decoded
from reader.restoration.passes import restore
from tests.damage.pages import KINDS
from tests.damage.texts import Article, articles_in, own_articles

ROUNDS = 9
PAGES = 24
DOUBLINGS = (50_000, 100_000, 200_000)
"""Code points of a page that is doubled."""
DAMAGE = ("gbk farm, lines", "gbk farm, one line", "character farm, lines", "folded, lines", "entities")
HOSTILE = (
    *("?!", "(", "(a)", "（", "\ue000", "\0", "\ufffd", "\n", " "),
    *("<", "<p>", "&", "&amp;", "0", "“", "|", "甲", "甲\n"),
    *("鏀跨瓥鍙?", "锟斤拷", "Ã", "\\u4e2d", "%E4", "~{VP~}", "网(wǎng)", "。?！笔心"),
)


class Target(NamedTuple):
    """A set of pages with the share of ftfy's speed that is to be reached over it."""

    name: str
    pages: Sequence[str]
    share: float


def restored(pages: Sequence[str]) -> None:
    """Restore all pages."""
    for page in pages:
        restore(Decoded(page, ()))


def fixed(pages: Sequence[str]) -> None:
    """Let ftfy fix all pages."""
    for page in pages:
        ftfy.fix_text(page)


def timed(run: Callable[[Sequence[str]], None], pages: Sequence[str]) -> float:
    """Seconds of processor time."""
    start = process_time()
    run(pages)
    return process_time() - start


def paired(
    one: Callable[[Sequence[str]], None], other: Callable[[Sequence[str]], None], pages: Sequence[str]
) -> list[tuple[float, float]]:
    """Seconds of both, in turns; the first turn warms up."""
    return [(timed(one, pages), timed(other, pages)) for _ in range(ROUNDS + 1)][1:]


def compare(target: Target) -> bool:
    """Print the speeds over a set of pages with their ratio; returns whether it meets the target."""
    size = sum(len(page.encode("utf-8", "replace")) for page in target.pages) / 1e6
    pairs = paired(restored, fixed, target.pages)
    null = paired(restored, restored, target.pages)
    ratio = median(ours / its for ours, its in pairs)
    same = median(one / other for one, other in null)
    speeds = [size / median(pair[which] for pair in pairs) for which in (0, 1)]
    met = 1 / ratio >= target.share
    print(
        f"{target.name:<24}{size * 1000:>8.0f} kB{speeds[0]:>8.2f}{speeds[1]:>8.2f}{1 / ratio:>8.2f}{same:>8.2f}"
        f"  ≥ {target.share:.2f} {'met' if met else 'missed'}"
    )
    return met


def double(name: str, unit: str) -> None:
    """Print how much longer each doubling of a page takes."""
    times = [min(timed(restored, [(unit * (size // len(unit) + 1))[:size]]) for _ in range(3)) for size in DOUBLINGS]
    growth = "".join(f"{longer / max(shorter, 1e-6):>8.2f}" for shorter, longer in pairwise(times))
    print(f"{name:<24}{times[-1] * 1000:>8.0f} ms{growth}")


def draw_pages(kind: str, articles: Sequence[Article]) -> list[str]:
    """Pages damaged in one way, the same ones each time."""
    rng = random.Random(kind)
    return [KINDS[kind](rng.choice(articles), rng).shown.text for _ in range(PAGES)]


def main() -> int:
    """Compare each kind of page, then double some."""
    folders = [Path(name) for name in sys.argv[1:]]
    found = [article for folder in folders for article in articles_in(folder)]
    articles = found or list(own_articles().values())
    seeds = [path.read_text("utf-8") for path in samples()]
    clean = draw_pages("clean", articles)
    kinds = {kind: draw_pages(kind, articles) for kind in DAMAGE}
    print(f"{'':<24}{'':>11}{'ours':>8}{'ftfy':>8}{'ratio':>8}{'null':>8}")
    met = [
        compare(Target("clean", clean, 1.0)),
        *(compare(Target(kind, pages, 1 / 3)) for kind, pages in kinds.items()),
        compare(Target("sample articles", seeds, 1 / 3)),
    ]
    print(f"\n{DOUBLINGS[-1]:,} code points{'':<6}{'':>11}{'':>8}growth at each doubling, 2 where time is linear")
    double("clean, one line", "".join(clean).replace("\n", ""))
    double("clean, lines", "\n".join(clean))
    for kind, pages in kinds.items():
        double(kind, "\n".join(pages))
    for unit in HOSTILE:
        double(ascii(unit), unit)
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
