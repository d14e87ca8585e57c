"""How well figures and slogans are found, on texts that readers marked before the rules were written, and how fast.

Run by hand: `python benchmarks/extraction.py [--corpora FOLDER] [--held-out] [--errors] [--speed]`. The texts are those
of `tests/gold`; the corpora are needed for those that are kept as places and hashes only. Prints precision, recall and
F1 of the sample articles, then of the half on which rules may be tuned, and with `--held-out` of the other half, and
the commit.

`--speed` times the figures first, in MB/s of UTF-8 on one core: numbers and dates with their values and units, which
need no words, and whole figures with what they measure, whose they are and when. Each paragraph is read once, so that
nothing is remembered from an earlier run. Beside them stand the times and sums of money that jionlp finds with their
values in the same paragraphs in turn (`pip install jionlp`, Apache-2.0; nothing else needs it), and one paragraph
of twice and four times the length, which should take twice the time each. Last stands the whole digest without keywords
in MB/s and articles a second, beside what a plain script does with the same articles in turn: convert them by
opencc-python-reimplemented and cut them by jieba.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from reader.analysis.digest import digest
from reader.analysis.figures import find_figures
from reader.analysis.figures.exclusions import quoted_names
from reader.analysis.figures.finding import counted
from reader.model import Article, Kind
from reader.script.folding import simplify
from tests.articles import article_of_lines
from tests.gold.scoring import FOLDER, Marked, read_marked, score

MEASURES = (
    "span",
    "value and unit",
    "measured",
    "kind",
    "bound",
    "of",
    "period",
    "compared",
    "status",
    "slogans",
    "numbered",
    "members",
    "mechanisms and goals",
)
PARTS = 6
"""Stretches of the text that are timed one after the other."""
PART = 40_000
"""UTF-8 bytes of such a stretch."""
ARTICLE = 4_000
"""UTF-8 bytes of an article that is digested."""
DOUBLINGS = (50_000, 100_000, 200_000)
"""Code points of one paragraph."""


def main(arguments: Sequence[str] | None = None) -> None:
    options = _options(arguments)
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    print(f"commit {commit.stdout.strip() or 'unknown'}")
    texts = read_marked(options.corpora)
    for split in ("sample", "tune", "held_out") if options.held_out else ("sample", "tune"):
        _print_scores(split, [text for text in texts if text.split == split], errors=options.errors)
    if options.speed:
        _print_speed(options.corpora)


def _print_scores(split: str, texts: Sequence[Marked], *, errors: bool) -> None:
    """Precision, recall and F1 of some of the texts, and with `errors` each error to standard error."""
    result = score(texts)
    print(f"\n{len(texts)} texts, {split}\n\n| what | marked | precision | recall | F1 |\n|---|---|---|---|---|")
    for what in MEASURES:
        shares = (result.precision(what), result.recall(what), result.f1(what))
        print(f"| {what} | {result.marked[what]} |", " | ".join(f"{share:.3f}" for share in shares), "|")
    if errors:
        print("\n".join(f"{split}\t{error}" for error in result.errors), file=sys.stderr)


def _print_speed(corpora: Path | None) -> None:
    """Figures beside jionlp on stretches of the same text, and how time grows with length."""
    paths = [*corpora.rglob("*.md"), *corpora.rglob("*.txt")] if corpora else [*FOLDER.glob("texts/*.txt")]
    lines = _paragraphs(paths)
    find_figures(_article(lines[:20]))
    jionlp = _jionlp()
    print("\n| part | figures | numbers MB/s | figures MB/s | jionlp MB/s | numbers to jionlp |")
    print("|---|---|---|---|---|---|")
    ratios = []
    for number, part in enumerate(_parts(lines)):
        size, article = len("\n".join(part).encode()) / 1e6, _article(part)
        numbers = _seconds(partial(_read_numbers, part))
        whole = _seconds(partial(find_figures, article))
        row = f"| {number} | {len(find_figures(article))} | {size / numbers:.2f} | {size / whole:.2f} |"
        if jionlp:
            theirs = _seconds(partial(_extract, jionlp, part))
            ratios.append(theirs / numbers)
            row += f" {size / theirs:.2f} | {theirs / numbers:.1f} |"
        print(row)
    if ratios:
        print(f"\nnumbers and dates: {median(ratios):.1f} times as fast as jionlp's times and sums of money")
    else:
        print("\njionlp is not installed")
    text = "".join(lines)[: DOUBLINGS[0]]
    for length in DOUBLINGS:
        paragraph = _article([text * (length // len(text))])
        print(f"one paragraph of {length} code points: {_seconds(partial(find_figures, paragraph)) * 1000:.0f} ms")
    _print_digest(lines[1::2])


def _print_digest(lines: Sequence[str]) -> None:
    """The digest without keywords beside conversion and cutting by others, on the articles of each part in turn."""
    convert_and_cut = _plain_script()
    print("\n| part | articles | digest MB/s | articles/s | opencc and jieba MB/s | articles/s | ratio |")
    print("|---|---|---|---|---|---|---|")
    ratios = []
    for number, part in enumerate(_parts(lines)):
        texts = _of_size(part, ARTICLE)
        articles = [_article(text) for text in texts]
        size = sum(len("\n".join(text).encode()) for text in texts) / 1e6
        ours = _seconds(partial(_digest_all, articles))
        theirs = _seconds(partial(_each, convert_and_cut, ["\n".join(text) for text in texts]))
        ratios.append(theirs / ours)
        speeds = " | ".join(f"{size / seconds:.2f} | {len(texts) / seconds:.0f}" for seconds in (ours, theirs))
        print(f"| {number} | {len(texts)} | {speeds} | {ratios[-1]:.1f} |")
    print(f"\ndigest without keywords: {median(ratios):.1f} times as fast as opencc and jieba")


def _digest_all(articles: Sequence[Article]) -> None:
    for article in articles:
        digest(article, words=False)


def _each(work: Callable[[str], object], texts: Sequence[str]) -> None:
    for text in texts:
        work(text)


def _of_size(lines: Sequence[str], size: int) -> list[list[str]]:
    """Paragraphs in groups of about so many UTF-8 bytes."""
    groups: list[list[str]] = [[]]
    filled = 0
    for line in lines:
        if filled >= size:
            groups.append([])
            filled = 0
        groups[-1].append(line)
        filled += len(line.encode())
    return groups


def _plain_script() -> Callable[[str], object]:
    """Conversion to Simplified and cutting into words as a plain script does them, both loaded."""
    convert, cut = import_module("opencc").OpenCC("t2s").convert, import_module("jieba").lcut

    def convert_and_cut(text: str) -> object:
        return cut(convert(text))

    convert_and_cut("推動高質量發展")
    return convert_and_cut


def _seconds(work: Callable[[], object]) -> float:
    """Processor time that a piece of work takes."""
    start = process_time()
    work()
    return process_time() - start


def _read_numbers(lines: Sequence[str]) -> None:
    """Find the numbers and dates of paragraphs with their values, not what they say."""
    texts = [simplify(line) for line in lines]
    names = quoted_names(texts)
    for text in texts:
        counted(text, names)


def _paragraphs(paths: Sequence[Path]) -> list[str]:
    texts = (path.read_text(encoding="utf-8", errors="ignore") for path in sorted(paths))
    lines = (line.strip() for text in texts for line in re.sub(r"<[^>]+>", "\n", text).splitlines())
    return [line for line in lines if len(line) > 20]


def _parts(lines: Sequence[str]) -> list[list[str]]:
    """Stretches of paragraphs that lie evenly over the whole text, each of about `PART` bytes."""
    parts = []
    for number in range(PARTS):
        part, size = [], 0
        for line in lines[number * len(lines) // PARTS : (number + 1) * len(lines) // PARTS]:
            if size > PART:
                break
            part.append(line)
            size += len(line.encode())
        parts.append(part)
    return parts


def _article(lines: Sequence[str]) -> Article:
    return article_of_lines(lines, [Kind.BODY] * len(lines), published=None)


def _jionlp() -> Any:
    """jionlp, its tables loaded; None where it is not installed."""
    try:
        module = import_module("jionlp")
    except ModuleNotFoundError:
        return None
    module.ner.extract_time("今年3月5日")
    module.ner.extract_money("30亿元")
    return module


def _extract(jionlp: Any, lines: Sequence[str]) -> None:
    """Let jionlp find the times and sums of money of paragraphs."""
    for line in lines:
        jionlp.ner.extract_time(line)
        jionlp.ner.extract_money(line)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How well figures and slogans are found.")
    parser.add_argument("--corpora", type=Path, help="folder of the corpora that some marked texts are stretches of")
    parser.add_argument("--held-out", action="store_true", help="score the half that no rule was tuned on as well")
    parser.add_argument("--errors", action="store_true", help="print every error to standard error")
    parser.add_argument("--speed", action="store_true", help="time the figures, beside jionlp where it is installed")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
