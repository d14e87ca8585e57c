"""Words of an article and the compounds that they form: runs that keep together.

A word counts only where it stands outside its compounds (after the C-value of K. Frantzi, S. Ananiadou and H. Mima,
Automatic Recognition of Multi-Word Terms, 2000).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reader.analysis.segmentation import cut_simplified, simplified_for_words
from reader.analysis.wording import can_begin, can_end, can_join, ends_a_number, names_something
from reader.lexicons.surnames import has_surname
from reader.lexicons.terms import noun_verbs, plain_words
from reader.model import Article, Passage

_LONGEST_COMPOUND = 8
"""Words in a compound."""
_LONGEST_COMPOUND_TEXT = 20
"""Code points in a compound."""
_KEEPS_TOGETHER = 0.6
"""The share of its rarest word's places that a compound has to hold."""

_UNDER_A_TEXT = re.compile(
    r"(?:记者|通讯员)[^，。；！？,;!?()（的了从在到]{2,24}?(?=[)）】〕\]/]|报道|报导|摄)|[\u4e00-\u9fff]{2,8}〔\d{4}〕\d{1,5}号"
)
"""Who reported, and the number of a document, which are no subjects of a text; in the simplified form."""
_NO_WORD = "。"
"""Stands for words that are passed over."""

Run = tuple[str, ...]
"""Neighbouring words in their simplified form."""


class Word(NamedTuple):
    """A word where it stands."""

    text: str
    """Its simplified form."""
    passage: Passage
    """Its place."""


@dataclass(slots=True)
class Candidate:
    """A word or compound that may be a keyword."""

    text: str
    """Its simplified form."""
    size: int
    """How many words it is made of."""
    mentions: list[Passage]
    """Where it stands, and not as part of a longer candidate."""


def words_of(article: Article, index: int) -> list[Word]:
    """The words of one paragraph; marks and spaces are words too, so that no compound goes over them."""
    simplified = simplified_for_words(article.paragraphs[index].text)
    words = [Word(simplified[span.start : span.end], Passage(index, *span)) for span in cut_simplified(simplified)]
    for found in _UNDER_A_TEXT.finditer(simplified):
        first = bisect_left(words, found.start(), key=lambda word: word.passage.start)
        last = bisect_left(words, found.end(), key=lambda word: word.passage.start)
        words[first:last] = [word._replace(text=_NO_WORD) for word in words[first:last]]
    return words


def find_candidates(lines: Sequence[Sequence[Word]]) -> list[Candidate]:
    """Compounds that keep together, and the words outside them, in the order of their first mention."""
    compounds = find_compounds(lines)
    sizes = _sizes(compounds)
    found: dict[Run, Candidate] = {}
    for line in lines:
        at = 0
        while at < len(line):
            first = line[at].text
            size = next((n for n in sizes.get(first, ()) if _texts(line, at, n) in compounds), 1)
            texts = _texts(line, at, size) if size > 1 else (first,)
            if size > 1 or names_something(first):
                candidate = found.get(texts)
                if candidate is None:
                    candidate = found[texts] = Candidate("".join(texts), size, [])
                candidate.mentions.append(line[at].passage._replace(end=line[at + size - 1].passage.end))
            at += size
    return list(found.values())


def _sizes(compounds: Iterable[Run]) -> dict[str, list[int]]:
    """How many words the compounds have that begin with each word, the most first."""
    sizes: dict[str, set[int]] = {}
    for run in compounds:
        sizes.setdefault(run[0], set()).add(len(run))
    return {first: sorted(those, reverse=True) for first, those in sizes.items()}


def _texts(line: Sequence[Word], at: int, size: int) -> Run:
    """The words of a run, or none where the line ends before it does."""
    return tuple([word.text for word in line[at : at + size]]) if at + size <= len(line) else ()


def find_compounds(lines: Iterable[Sequence[Word]]) -> set[Run]:
    """Runs of words that stand together more than once, and of which one hardly stands elsewhere."""
    runs = _repeated_runs(lines)
    kept = {run for run, count in runs.items() if len(run) > 1 and count > 1 and _keeps_together(run, runs)}
    return kept - _weaker_than_a_rival(kept, runs)


def _repeated_runs(lines: Iterable[Sequence[Word]]) -> Counter[Run]:
    """How often each word and each run that may be a compound stands in the lines; of longer runs those that repeat."""
    runs: Counter[Run] = Counter()
    starts: list[tuple[Sequence[Word], int]] = []
    for line in lines:
        for at, first in enumerate(line):
            runs[(first.text,)] += 1
            if can_begin(first.text) and not (len(first.text) == 1 and at and ends_a_number(line[at - 1].text)):
                starts.append((line, at))
    for size in range(2, _LONGEST_COMPOUND + 1):
        longer = [
            (line, at, _texts(line, at, size))
            for line, at in starts
            if at + size <= len(line) and can_join(line[at + size - 1].text)
        ]
        runs.update(run for _, _, run in longer)
        starts = [(line, at) for line, at, run in longer if runs[run] > 1]
    return runs


def _keeps_together(run: Run, runs: Counter[Run]) -> bool:
    """Whether a run is a compound: a name at its ends, and one of its words, or its rest, hardly without it."""
    if _is_full_name(run, runs):
        return True
    if not (can_begin(run[0]) and can_end(run[-1])) or not any(names_something(word) for word in run):
        return False
    if sum(map(len, run)) > _LONGEST_COMPOUND_TEXT or "".join(run) in plain_words():
        return False
    if len(run) > 2 and run[0] in noun_verbs():  # with an object: 建设 社会主义现代化 国家
        return False
    rest = [run[1:]] * (len(run[0]) == 1) + [run[:-1]] * (len(run[-1]) == 1)
    rarest = min(runs[(word,)] for word in run if len(word) > 1)
    return runs[run] >= _KEEPS_TOGETHER * max([rarest, *(runs[part] for part in rest)])


def _is_full_name(run: Run, runs: Counter[Run]) -> bool:
    """Whether a run is the name of a person that was cut in two: 李家 and 超, where 李家 stands nowhere else."""
    return len(run) == 2 and len(run[1]) == 1 and has_surname("".join(run)) and runs[run] == runs[run[:1]]


def _weaker_than_a_rival(kept: set[Run], runs: Counter[Run]) -> set[Run]:
    """Of a run and a longer one that holds it, the longer where it is nearly as frequent is right, else the shorter."""
    weaker: set[Run] = set()
    for run in sorted(kept, key=lambda run: (len(run), run)):
        for size in range(2, len(run)):
            for at in range(len(run) - size + 1):
                part = run[at : at + size]
                if part in kept and part not in weaker:
                    weaker.add(part if runs[run] >= _KEEPS_TOGETHER * runs[part] else run)
    return weaker
