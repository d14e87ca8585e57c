"""How well figures and slogans are found, on texts that readers marked before the rules were written.

Run by hand: `python benchmarks/extraction.py [--corpora FOLDER] [--held-out] [--errors]`. The texts are those of
`tests/gold`; the corpora are needed for those that are kept as places and hashes only. Without `--held-out` the half is
scored on which rules may be tuned. Prints precision, recall and F1, and the commit.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.gold.scoring import read_marked, score

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


def main(arguments: Sequence[str] | None = None) -> None:
    options = _options(arguments)
    texts = [text for text in read_marked(options.corpora) if text.held_out is options.held_out]
    result = score(texts)
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    half = "held out" if options.held_out else "tuned on"
    print(f"{len(texts)} texts, {half}, commit {commit.stdout.strip() or 'unknown'}\n")
    print("| what | marked | precision | recall | F1 |\n|---|---|---|---|---|")
    for what in MEASURES:
        shares = (result.precision(what), result.recall(what), result.f1(what))
        print(f"| {what} | {result.marked[what]} |", " | ".join(f"{share:.3f}" for share in shares), "|")
    if options.errors:
        print("\n".join(result.errors), file=sys.stderr)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How well figures and slogans are found.")
    parser.add_argument("--corpora", type=Path, help="folder of the corpora that some marked texts are stretches of")
    parser.add_argument("--held-out", action="store_true", help="score the half that no rule was tuned on")
    parser.add_argument("--errors", action="store_true", help="print every error to standard error")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
