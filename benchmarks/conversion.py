"""How fast texts are converted, beside opencc-python-reimplemented on the same lines.

Run by hand: `python benchmarks/conversion.py [FOLDER…]`. The lines of the text files in the folders, or of the texts
that the project ships, go through each configuration of OpenCC, ours and its own in turns (A B A B) in one process;
each ratio is the median of the paired runs in processor time, the null pair is ours against itself. Outputs that
differ are counted. Below, the conversions of the program, word by word, beside the same configuration of OpenCC.
Speeds are in MB/s of UTF-8.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import process_time

from opencc import OpenCC

sys.path.insert(0, str(Path(__file__).parents[1]))

from reader.model import Script
from reader.script.conversion import convert_anew
from reader.script.dictionaries import convert_by

ROUNDS = 5
TARGET = 8.0
"""How many times as fast as the package the same output is to come."""
LONGEST_LINE = 2000
"""Code points; OpenCC's time grows with the square of a clause's length."""
CONFIGURATIONS = ("s2t", "t2s", "s2tw", "tw2s", "s2hk", "hk2s", "t2tw", "t2hk", "s2twp", "tw2sp")
PROGRAM = ((Script.TRADITIONAL, "s2t"), (Script.TAIWAN, "s2tw"), (Script.HONG_KONG, "s2hk"), (Script.SIMPLIFIED, "t2s"))


def lines_of(folders: Sequence[Path]) -> list[str]:
    """The lines to convert."""
    root = Path(__file__).parents[1]
    paths = [
        p for folder in folders or (root / "seeds", root / "tests" / "gold") for p in sorted(folder.rglob("*.txt"))
    ]
    lines = [line for path in paths for line in path.read_text(encoding="utf-8", errors="replace").splitlines()]
    return [line[at : at + LONGEST_LINE] for line in lines for at in range(0, len(line), LONGEST_LINE)]


def timed(convert: Callable[[str], str], lines: Sequence[str]) -> tuple[float, list[str]]:
    """Seconds of processor time, and the converted lines."""
    start = process_time()
    converted = [convert(line) for line in lines]
    return process_time() - start, converted


def compare(name: str, ours: Callable[[str], str], its: Callable[[str], str], lines: Sequence[str]) -> float:
    """Print both speeds and their ratio; returns the ratio."""
    size = sum(len(line.encode("utf-8", "replace")) for line in lines) / 1e6
    differing = sum(a != b for a, b in zip(timed(ours, lines)[1], timed(its, lines)[1], strict=True))
    pairs = [(timed(ours, lines)[0], timed(its, lines)[0], timed(ours, lines)[0]) for _ in range(ROUNDS)]
    ratio = median(theirs / own for own, theirs, _ in pairs)
    null = median(again / own for own, _, again in pairs)
    speeds = [size / median(pair[which] for pair in pairs) for which in (0, 1)]
    print(f"{name:<14}{speeds[0]:>8.2f}{speeds[1]:>8.2f}{ratio:>8.1f}{null:>8.2f}{differing:>8}")
    return ratio


def main() -> int:
    """Compare every configuration, then what the program shows."""
    lines = lines_of([Path(name) for name in sys.argv[1:]])
    print(f"{len(lines):,} lines\n{'':<14}{'ours':>8}{'opencc':>8}{'ratio':>8}{'null':>8}{'differ':>8}")
    ratios = [
        compare(name, lambda line, name=name: convert_by(name, line), OpenCC(name).convert, lines)  # type: ignore[misc]
        for name in CONFIGURATIONS
    ]
    print(f"worst ratio {min(ratios):.1f}, ≥ {TARGET:.0f} {'met' if min(ratios) >= TARGET else 'missed'}\n")
    for to, name in PROGRAM:
        source = Script.TRADITIONAL if to is Script.SIMPLIFIED else Script.SIMPLIFIED
        compare(str(to), lambda line, to=to, source=source: convert_anew(line, to, source), OpenCC(name).convert, lines)  # type: ignore[misc]
    return 0 if min(ratios) >= TARGET else 1


if __name__ == "__main__":
    sys.exit(main())
