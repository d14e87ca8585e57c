"""OpenCC's configurations over its own dictionaries, with its output, many times as fast.

OpenCC tries every phrase at every place. Most phrases only say what their characters say one by one, so a text is
first translated character by character; phrases are tried only around the characters that some phrase writes
otherwise. There, all phrases that overlap each other are weighed as OpenCC does: the longest first, of equal ones the
first, and what is covered is not looked at again.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, NamedTuple

_NEVER_IN_PHRASES = re.compile(
    r"[\s\-,.?!*，。、；：？！…“”‘’『』「」﹁﹂—－（）《》〈〉～．／＼︒︑︔︓︿﹀︹︺︙︐［﹇］﹈︕︖︰︳︴︽︾︵︶｛︷｝︸﹃﹄【︻】︼]"
)
"""What OpenCC cuts a text at before it looks for anything."""


_ENTRY = re.compile(r"^(\S+)\t(\S+)", re.M)
"""A line of a dictionary: what is replaced, and the first of the candidates for it."""

_SHORT_TABLE = 256
"""Entries up to which looking for the characters of a table beats looking every character up."""


class _Match(NamedTuple):
    """A phrase in a text; matches sort in the order in which OpenCC takes them."""

    rank: int
    """Which dictionary of its group it is from."""
    shortness: int
    """Its length in code points, negative."""
    start: int
    """Its offset."""
    replacement: str
    """What stands for it."""

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start - self.shortness


@dataclass(frozen=True, slots=True)
class Group:
    """Dictionaries that are tried together: what one of them has replaced is not replaced again."""

    by_characters: Callable[[str], str]
    """Replaces character by character, as where no phrase says otherwise."""
    phrases: dict[str, str]
    """Phrase to what stands for it."""
    ranks: dict[str, int]
    """Phrase to the rank of its dictionary, for those that are not from the first."""
    lengths: dict[str, tuple[int, ...]]
    """The first two characters of phrases to the lengths of those phrases."""
    telling: frozenset[str]
    """The phrases that say something else than their characters one by one."""
    told: re.Pattern[str]
    """Characters that a phrase writes otherwise: each telling phrase has one that it is found by."""
    told_pairs: dict[str, tuple[tuple[int, int], ...]]
    """Such a character with the one before or behind it to the shapes of the phrases that hold both.

    A shape is how many characters of the phrase stand before the one it is found by, and how many it has.
    """
    longest: int
    """Code points of the longest phrase."""

    def convert(self, text: str) -> str:
        """A text after these dictionaries."""
        pieces, done = [], 0
        for found in self.told.finditer(text):
            at = found.start()
            if at >= done and self._may_be_told(text, at):
                matches = self._overlapping(text, self._covering(text, at, done), done)
                for match in self._taken(matches):
                    pieces += [self.by_characters(text[done : match.start]), match.replacement]
                    done = match.end
        pieces.append(self.by_characters(text[done:]))
        return "".join(pieces)

    def _may_be_told(self, text: str, at: int) -> bool:
        """Whether a telling phrase holds the character at an offset."""
        pairs, telling = self.told_pairs, self.telling
        for pair in (text[at : at + 2], text[at - 1 : at + 1]):
            for before, length in pairs.get(pair, ()):
                if text[at - before : at - before + length] in telling:
                    return True
        return False

    def _starting(self, text: str, starts: Iterable[int]) -> Iterator[_Match]:
        """The phrases that begin at some offsets."""
        lengths, phrases, ranks = self.lengths, self.phrases, self.ranks
        for start in starts:
            for length in lengths.get(text[start : start + 2], ()):
                phrase = text[start : start + length]
                if len(phrase) == length and phrase in phrases:
                    yield _Match(ranks.get(phrase, 0), -length, start, phrases[phrase])

    def _covering(self, text: str, at: int, first: int) -> list[_Match]:
        """The phrases that hold the character at an offset and begin at `first` or behind it."""
        starts = range(max(first, at - self.longest + 1), at + 1)
        return [match for match in self._starting(text, starts) if match.end > at]

    def _overlapping(self, text: str, matches: Iterable[_Match], first: int) -> set[_Match]:
        """Phrases with all that overlap them, or overlap those, from an offset on."""
        found = set(matches)
        left = at = min((match.start for match in found), default=0)
        right = max((match.end for match in found), default=0)
        while at < right:
            new = list(self._starting(text, range(at, right)))
            found.update(new)
            at, right = right, max((match.end for match in new), default=right)
        while before := {match for match in self._covering(text, left, first) if match.start < left}:
            found |= before
            left = min(match.start for match in before)
        return found

    @staticmethod
    def _taken(matches: set[_Match]) -> list[_Match]:
        """The phrases that are replaced, in the order of the text."""
        taken: list[_Match] = []
        covered: set[int] = set()
        for match in sorted(matches):
            if covered.isdisjoint(range(match.start, match.end)):
                covered.update(range(match.start, match.end))
                taken.append(match)
        return sorted(taken, key=lambda match: match.start)


def convert_by(configuration: str, text: str) -> str:
    """A text after one of OpenCC's configurations, as OpenCC itself gives it.

    Args:
        configuration: `s2t`, `t2s`, `s2tw`, `tw2s`, `s2hk`, `hk2s`, `t2tw`, `t2hk`, and `s2twp` and `tw2sp`, which
            change words and with them the length of the text.
        text: Any text.

    >>> convert_by("s2t", "头发的发展"), convert_by("t2s", "頭髮的發展")
    ('頭髮的發展', '头发的发展')
    """
    for group in groups(configuration):
        text = group.convert(text)
    return text


@cache
def groups(configuration: str) -> tuple[Group, ...]:
    """The groups of dictionaries of a configuration, in the order in which a text goes through them."""
    chain = json.loads((_package() / "config" / f"{configuration}.json").read_text(encoding="utf-8"))
    return tuple(_group(_names(step["dict"])) for step in chain["conversion_chain"])


def _names(described: dict[str, Any]) -> tuple[str, ...]:
    """The files of a group as a configuration describes it."""
    if described["type"] == "group":
        return tuple(name for one in described["dicts"] for name in _names(one))
    return (described["file"],)


@cache
def _dictionary(name: str) -> tuple[dict[str, str], dict[str, str]]:
    """One of OpenCC's dictionaries: its phrases and its characters, with the first of the candidates for each."""
    entries = dict(_ENTRY.findall((_package() / "dictionary" / name).read_text(encoding="utf-8")))
    if _NEVER_IN_PHRASES.search("".join(entries)):
        entries = {old: new for old, new in entries.items() if not _NEVER_IN_PHRASES.search(old)}
    single = {old: new for old, new in entries.items() if len(old) == 1}
    return {old: new for old, new in entries.items() if len(old) > 1} if single else entries, single


@cache
def _package() -> Traversable:
    """OpenCC's own folder."""
    import opencc

    return files(opencc)


@cache
def _group(names: tuple[str, ...]) -> Group:
    """The group that some dictionaries make.

    A phrase with a character that an earlier dictionary of the group replaces by itself never comes to be tried.
    """
    characters: dict[str, str] = {}
    phrases: dict[str, str] = {}
    ranks: dict[str, int] = {}
    for rank, name in enumerate(names):
        longer, single = _dictionary(name)
        new = longer if rank == 0 else {old: value for old, value in longer.items() if old not in phrases}
        if characters:
            new = {old: value for old, value in new.items() if characters.keys().isdisjoint(old)}
        phrases = phrases | new
        ranks |= dict.fromkeys(new, rank) if rank else {}
        characters = single | characters
    table = {ord(old): value for old, value in characters.items()}
    telling = {old: value for old, value in phrases.items() if old.translate(table) != value}
    lengths: dict[str, set[int]] = {}
    for phrase in phrases:
        lengths.setdefault(phrase[:2], set()).add(len(phrase))
    places = _told_places({phrase: _told(phrase, value, characters) for phrase, value in telling.items()})
    told = "".join(map(re.escape, {phrase[at] for phrase, at in places}))
    return Group(
        by_characters=_by_characters(characters),
        phrases=phrases,
        ranks=ranks,
        lengths={start: tuple(found) for start, found in lengths.items()},
        telling=frozenset(telling),
        told=re.compile(f"[{told}]" if told else r"(?!)"),
        told_pairs=_told_pairs(places),
        longest=max(map(len, phrases), default=1),
    )


def _told(phrase: str, value: str, characters: dict[str, str]) -> Sequence[int]:
    """Where a phrase writes other characters than they are one by one; everywhere where it changes its length."""
    if len(value) != len(phrase):
        return range(len(phrase))
    return [at for at, (old, new) in enumerate(zip(phrase, value, strict=True)) if characters.get(old, old) != new]


def _told_places(told: dict[str, Sequence[int]]) -> list[tuple[str, int]]:
    """One place for each phrase to find it by: the character by which the most phrases can be found."""
    counts = Counter(phrase[at] for phrase, places in told.items() for at in places)
    return [(phrase, max((counts[phrase[at]], at) for at in places)[1]) for phrase, places in told.items()]


def _told_pairs(places: list[tuple[str, int]]) -> dict[str, tuple[tuple[int, int], ...]]:
    """The shapes of phrases by the two characters that they are found by."""
    found: dict[str, set[tuple[int, int]]] = {}
    for phrase, at in places:
        pair = phrase[at : at + 2] if at + 1 < len(phrase) else phrase[at - 1 : at + 1]
        found.setdefault(pair, set()).add((at, len(phrase)))
    return {pair: tuple(shapes) for pair, shapes in found.items()}


def _by_characters(characters: dict[str, str]) -> Callable[[str], str]:
    """What replaces character by character; a short table is looked for rather than everything looked up in it."""
    if len(characters) > _SHORT_TABLE:
        table = {ord(old): new for old, new in characters.items()}
        return lambda text: text.translate(table)
    found = re.compile(f"[{''.join(map(re.escape, characters))}]")
    return lambda text: found.sub(lambda character: characters[character[0]], text)
