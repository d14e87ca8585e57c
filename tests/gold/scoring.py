"""How figures and slogans that were found compare with those that a reader marked."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.analysis.figures import find_figures
from reader.analysis.slogans import find_slogans
from reader.library.intake import read, read_bytes
from reader.library.locations import seeds_folder
from reader.model import Article, Figure, Passage, Slogan, SloganKind, number_text
from reader.script.folding import simplify

FOLDER = Path(__file__).parent
JUDGED = frozenset({"numbered", "parallel", "quoted", "maxim", "campaign"})
"""Kinds of slogans whose finding is scored; mechanisms and goals are counted apart."""
_BLANK = re.compile(r"\s")
_WHOLE = re.compile(r"[全我本][国省市区县州镇乡村]")
_SEPARATORS = re.compile(r"[\s、,，;；/／“”‘’「」『』·\-—+＋]")


@dataclass(frozen=True)
class Marked:
    """A text with the figures and slogans that a reader marked in it."""

    name: str
    """The name of its file."""
    kind: str
    """What kind of text it is: `work report`, `local news` …"""
    split: str
    """`tune`, `held_out` where no rule may be tuned on it, `sample` for an article that the project ships."""
    lines: tuple[str, ...]
    """Its paragraphs, the headline first; of a sample all of them, in simplified script."""
    article: Article
    """What figures and slogans are looked for in."""
    figures: tuple[Mapping[str, Any], ...]
    """As the file has them."""
    slogans: tuple[Mapping[str, Any], ...]
    """As the file has them."""


def read_marked(corpora: Path | None = None) -> list[Marked]:
    """The marked texts that the project ships, and those of a folder of corpora where it is given.

    Raises:
        ValueError: A text of the corpora is not the one that was marked.
    """
    marked = []
    for path in sorted((FOLDER / "marks").glob("*.json")):
        found = json.loads(path.read_text(encoding="utf-8"))
        text = _text_of(found["text"], corpora)
        if text is not None:
            lines, article = text
            figures, slogans = tuple(found["figures"]), tuple(found["slogans"])
            marked.append(Marked(found["name"], found["kind"], found["split"], lines, article, figures, slogans))
    return marked


def _text_of(place: Mapping[str, Any], corpora: Path | None) -> tuple[tuple[str, ...], Article] | None:
    """The lines that were marked and their article, None for a text of the corpora without them."""
    if "sample" in place:
        (path,) = seeds_folder().glob(f"{place['sample']}_*.txt")
        article = read(path)
        return tuple(simplify(paragraph.text) for paragraph in article.paragraphs), article
    written = _written(place, corpora)
    if written is None:
        return None
    lines = tuple(line.strip() for line in written.splitlines() if line.strip())
    return lines, read_bytes("\n".join(lines).encode())


def _written(place: Mapping[str, Any], corpora: Path | None) -> str | None:
    """A text of the folder `texts`, or a stretch of a file of the corpora without its tags."""
    if "file" in place:
        return Path(FOLDER, place["file"]).read_text(encoding="utf-8")
    if corpora is None:
        return None
    whole = Path(corpora, place["corpus"]).read_bytes().decode("utf-8")
    text = whole[place["start"] : place["end"]]
    if hashlib.sha256(text.encode()).hexdigest() != place["sha256"]:
        raise ValueError(f"{place['corpus']} is not the file that was marked")
    return re.sub(r"<[^>]+>", "\n", text)


class Score:
    """Counts of what was marked, found and both, by what was compared."""

    def __init__(self) -> None:
        self.marked: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.both: Counter[str] = Counter()
        self.errors: list[str] = []

    def compare(self, what: str, name: str, marked: Iterable[object], found: Iterable[object]) -> None:
        """Count two sets; what is in one alone is kept as an error."""
        one, other = set(marked), set(found)
        self.marked[what] += len(one)
        self.found[what] += len(other)
        self.both[what] += len(one & other)
        self.errors += [f"{what}\t{name}\tmissed\t{each}" for each in sorted(map(str, one - other))]
        self.errors += [f"{what}\t{name}\twrong\t{each}" for each in sorted(map(str, other - one))]

    def precision(self, what: str) -> float:
        """The share of what was found that was marked."""
        return self.both[what] / self.found[what] if self.found[what] else 1.0

    def recall(self, what: str) -> float:
        """The share of what was marked that was found."""
        return self.both[what] / self.marked[what] if self.marked[what] else 1.0

    def f1(self, what: str) -> float:
        """The harmonic mean of precision and recall."""
        total = self.found[what] + self.marked[what]
        return 2 * self.both[what] / total if total else 1.0


def score(texts: Sequence[Marked]) -> Score:
    """Compare what is found in texts with what was marked in them."""
    result = Score()
    for text in texts:
        _score_figures(result, text)
        _score_slogans(result, text, find_slogans(text.article))
    return result


def _score_figures(result: Score, text: Marked) -> None:
    article, starts = text.article, _starts(text.lines)
    own = _starts([paragraph.text for paragraph in article.paragraphs])
    wanted = {}
    for mark in text.figures:
        line = text.lines[mark["p"]]
        at = _nth(simplify(line), simplify(mark["text"]), mark["nth"])
        start = starts[mark["p"]] + len(_BLANK.sub("", line[:at]))
        wanted[start, start + len(_BLANK.sub("", mark["text"]))] = mark
    got = {_place(article, own, figure.passage): figure for figure in find_figures(article)}
    words = {p: simplify(m["text"]) for p, m in wanted.items()} | {p: simplify(f.text) for p, f in got.items()}
    result.compare("span", text.name, _named(wanted, words), _named(got, words))
    result.compare(
        "value and unit",
        text.name,
        {(words[p], p[0], m["value"], m["upper"] or "", simplify(m["unit"] or "")) for p, m in wanted.items()},
        {(words[p], p[0], number_text(f.value), _upper(f), simplify(f.unit or "")) for p, f in got.items()},
    )
    for place in wanted.keys() & got.keys():
        mark, figure = wanted[place], got[place]
        here = f"{text.name} {words[place]}"
        if mark["measured"]:
            result.compare("measured", here, {_bare(mark["measured"])}, {_measured(figure)})
        owner = simplify(mark["of"] or "")
        result.compare("of", here, {owner}, {_owner(simplify(figure.of or ""), owner)})
        for field in ("kind", "bound", "period", "compared", "status"):
            value = getattr(figure, field)
            result.compare(field, here, {simplify(mark[field] or "")}, {simplify(str(value or ""))})


def _score_slogans(result: Score, text: Marked, slogans: Sequence[Slogan]) -> None:
    judged = {_bare([m["text"]]): m for m in text.slogans if m["kind"] in JUDGED and not m["also"]}
    spared = {_bare([m["text"]]) for m in text.slogans if m["also"] or m["kind"] not in JUDGED}
    named = {_bare([m["text"]]) for m in text.slogans if m["kind"] not in JUDGED and not m["also"]}
    got = {_bare([slogan.text]): slogan for slogan in slogans}
    forms = {_bare([form]): _bare([slogan.text]) for slogan in slogans for form in slogan.forms}
    unnamed = (SloganKind.MECHANISM, SloganKind.GOAL)
    found = {key for key, slogan in got.items() if key not in spared and (slogan.kind not in unnamed or key in judged)}
    wanted = {forms.get(key, key) if forms.get(key) not in judged else key for key in judged}
    result.compare("slogans", text.name, wanted, found)
    result.compare("mechanisms and goals", text.name, named, named & forms.keys())
    for key, mark in judged.items():
        slogan = got.get(forms.get(key, key))
        if mark["kind"] == "numbered":
            result.compare("numbered", text.name, {key}, {key} if slogan is not None else ())
        if mark["members"] and slogan is not None:
            stated = tuple(_bare([member["text"]]) for member in mark["members"])
            members = tuple(_bare([member.text]) for member in slogan.members)
            result.compare("members", f"{text.name} {key}", {stated}, {members})


def _starts(lines: Sequence[str]) -> list[int]:
    """How many characters that are not blank stand before each line."""
    starts, done = [], 0
    for line in lines:
        starts.append(done)
        done += len(_BLANK.sub("", line))
    return starts


def _place(article: Article, starts: Sequence[int], passage: Passage) -> tuple[int, int]:
    """A passage counted in characters of the whole text that are not blank."""
    text = article.paragraphs[passage.paragraph].text
    start = starts[passage.paragraph] + len(_BLANK.sub("", text[: passage.start]))
    return start, start + len(_BLANK.sub("", text[passage.start : passage.end]))


def _nth(line: str, text: str, nth: int) -> int:
    """Where a text stands in a line for the nth time, counted from 0.

    Raises:
        ValueError: It does not.
    """
    at = line.index(text)
    for _ in range(nth):
        at = line.index(text, at + len(text))
    return at


def _named(places: Iterable[tuple[int, int]], words: Mapping[tuple[int, int], str]) -> set[tuple[str, int]]:
    return {(words[place], place[0]) for place in places}


def _upper(figure: Figure) -> str:
    return "" if figure.upper is None else number_text(figure.upper)


def _owner(found: str, marked: str) -> str:
    """Whose figure was found; what was marked, where that is 全县 or 我区 and a name of its kind was found."""
    stands_for = _WHOLE.fullmatch(marked) is not None and found.endswith(marked[-1])
    return marked if stands_for else found


def _measured(figure: Figure) -> str:
    return "" if figure.measured is None else _bare([figure.measured.text])


def _bare(texts: Sequence[str]) -> str:
    """Words in simplified script without separators, quotation marks and 的."""
    return _SEPARATORS.sub("", simplify("".join(texts))).replace("的", "")
