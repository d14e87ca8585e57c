"""How much of damaged pages comes back, by kind of damage.

Run by hand: `python benchmarks/accuracy.py FOLDER… --seed 1 --pages 10 [--kind NAME…] [--errors]`. The texts of the
folders are damaged as `tests/damage` describes, `--pages` of them in each way; without a folder, those that the project
ships. `--errors` prints each place that is not what was published: kind, seed of the page, what was, what came.
White space apart, script and width put aside; `not lost` leaves out lost characters that are marked so.
`--clean` cleans the files of the folders as they are instead, and counts the edits that change more than white space.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from reader.model import Origin
from reader.restoration.decoding import decode
from reader.restoration.passes import restore
from reader.structure.articles import build_article
from tests.damage.judging import Judge, Tally, judge
from tests.damage.pages import KINDS
from tests.damage.texts import draw_articles

COLUMNS: tuple[tuple[str, str, str | None], ...] = (
    ("chars", "characters", None),
    ("CER before", "errors before", "characters"),
    ("CER after", "errors after", "characters"),
    ("not lost", "errors unexcused", "characters"),
    ("annot.", "annotations removed", "annotations"),
    ("runs", "recoverable", None),
    ("exact", "recoverable exact", "recoverable"),
    ("choice", "choice", None),
    ("exact", "choice exact", "choice"),
    ("lost", "lost", None),
    ("exact", "lost exact", "lost"),
    ("marked", "lost marked", "lost"),
    ("wrong cert.", "wrong certain", None),
    ("likely", "wrong likely", None),
    ("lost", "wrong lost", None),
    ("missed", "missed", None),
    ("furn. R", "furniture found", "furniture"),
    ("furn. P", "called rightly", "called furniture"),
    ("body lost", "paragraphs lost", None),
    ("as byline", "paragraphs as byline", None),
    ("para. P", "starts found", "starts made"),
    ("para. R", "starts found", "starts"),
    ("capt.", "captions found", "captions"),
    ("headl.", "headlines right", "headlines"),
)
"""Heading, count, and what it is a share of."""


def main(arguments: Sequence[str] | None = None) -> None:
    options = _options(arguments)
    folders = [Path(folder) for folder in options.folders]
    if options.clean:
        clean_files(folders, options.errors)
    else:
        damaged_pages(folders, options)


def damaged_pages(folders: list[Path], options: argparse.Namespace) -> None:
    """Print a row for each kind of damage, and the rules that were at work where a page is wrong."""
    names = [name for name in KINDS if not options.kind or any(name.startswith(k) for k in options.kind)]
    print("| kind |", " | ".join(heading for heading, _, _ in COLUMNS), "|")
    print("|---" * (len(COLUMNS) + 1) + "|")
    rules: Tally = Tally()
    for name in names:
        tally = measured(name, folders, options.seed, options.pages, options.errors)
        rules.update({f"{name}: {rule[5:]}": n for rule, n in tally.items() if rule.startswith("rule ")})
        print(f"| {name} |", " | ".join(_cell(tally, count, of) for _, count, of in COLUMNS), "|", flush=True)
    print("\nEdits at places that are not what was published, by kind and rule:")
    for rule, count in sorted(rules.items()):
        print(f"  {rule} {count}")


def clean_files(folders: list[Path], errors: bool) -> None:
    """Clean files of clean text, and count what was done to them by rule."""
    rules: Counter[str] = Counter()
    layout: Counter[str] = Counter()
    characters = 0
    for path in sorted(
        path for folder in folders for path in folder.rglob("*") if path.suffix in (".txt", ".md", ".csv")
    ):
        restored = restore(decode(path.read_bytes()))
        characters += len(restored.source.text)
        for edit in restored.edits:
            before = restored.source.text[edit.start : edit.end]
            changed = "".join(before.split()) != "".join(edit.replacement.split())
            (rules if changed else layout)[edit.fix] += 1
            if errors and (changed or edit.fix in ("layout.join", "layout.split")):
                at = f"{restored.source.text[max(0, edit.start - 10) : edit.start]!r}"
                after = restored.source.text[edit.end : edit.end + 10]
                print(f"{path.name} {edit.fix}: {at} {before!r} -> {edit.replacement!r} {after!r}", file=sys.stderr)
    print(f"{characters} characters; edits that change more than white space: {dict(rules.most_common())}")
    print(f"edits of white space alone: {dict(layout.most_common())}")


def measured(name: str, folders: list[Path], seed: int, pages: int, errors: bool) -> Tally:
    """The counts of some pages of one kind of damage."""
    total: Tally = Tally()
    for number, article in enumerate(draw_articles(folders, pages, random.Random(seed))):
        page = KINDS[name](article, random.Random(f"{seed} {number} {name}"))
        restored = restore(decode(page.bytes))
        judged, tally = judge(page, restored, build_article(restored, "", Origin()))
        total += tally
        if errors:
            _print_errors(judged, f"{name} #{number}")
    return total


def _print_errors(page: Judge, label: str) -> None:
    for fault in page.faults:
        print(f"{label} {fault}", file=sys.stderr)
    for difference in page.alignment.differences:
        at, text = difference.inside, page.restored.text
        wanted = "".join(page.published[i] for i in difference.published)
        got = "".join(text[i] for i in difference.cleaned)
        fixes = ",".join(f"{edit.fix}/{edit.certainty}" for edit in page.edits_of(difference)) or "-"
        context = f"{page.published[max(0, at - 10) : at]!r} {wanted!r} -> {got!r} {text[difference.before :][:12]!r}"
        print(f"{label} {'marked ' if page.is_marked(difference) else ''}{fixes}: {context}", file=sys.stderr)


def _cell(tally: Tally, count: str, of: str | None) -> str:
    if of is None:
        return str(tally[count])
    return f"{100 * tally[count] / tally[of]:.2f}" if tally[of] else "-"


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", help="folders or files with clean texts")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pages", type=int, default=10, help="pages for each kind of damage")
    parser.add_argument("--kind", action="append", help="a kind of damage, or how its name begins; may be repeated")
    parser.add_argument("--clean", action="store_true", help="clean the files as they are, undamaged")
    parser.add_argument("--errors", action="store_true", help="print each error to standard error")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
