"""Characters that bytes leave open, settled by the words around them and by the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from math import inf, log
from typing import NamedTuple

from reader.lexicons.words import frequency
from reader.model import LOST_CHARACTER
from reader.restoration.evidence import CLOSERS, QUOTE_REACH, Page, quote_bonus
from reader.restoration.plausibility import Candidates, Choice, Place, Ranking, candidates_of, known_place
from reader.script.folding import simplify

_AROUND = 5
"""Characters on each side that an open one is read with."""

_COMPARED = 16
"""Choices that are read with the words around them; the others are too rare to stand out."""

_MARGIN = 2.5
"""How much better than the runner-up, in log probability, a choice must be to be taken."""

_DOUBTED = 5.0
"""The same beside a character of which nothing is known, and for a number where the bytes leave another."""

_NUMBERS = frozenset("〇零一二三四五六七八九十百千两兩")
"""Characters that the words around a place rarely tell from each other."""

_ENOUGH_ALIKE = 3
"""Places where the same bytes were settled from which on they tell of the other ones."""

_MOST_UNLIKE = -4.0
"""What speaks against a character that the same bytes were never taken for, at most."""

_REMEMBERED = 2_000
"""Places of a line of which it is kept what they were settled by."""

_OPENING = 8.0
"""What speaks for a mark that is closed later, and against one that is not."""

_REACH = 60
"""Code points within which it is looked for."""

_ENDING = 4.0
"""What speaks for a mark that ends a sentence, and against any other, at the end of a line."""

_ENDS = frozenset("。！？；：”’》）…")
"""Those marks."""

_NEVER_ENDS = frozenset("，、“‘《（—")
"""Marks with which no line ends."""

_COUNTED = frozenset("年月日时時点點分个個万萬亿億元人名项項次届屆号號％")
"""What usually follows digits."""

_COUNTING = 4.0
"""What speaks for it there."""

_LONGEST_LABEL = 6
"""Characters at the beginning of a stretch that may be the name of what follows in digits or Latin."""

_ORDINAL = "第"
"""What usually precedes them."""


_PRINTED = frozenset("，。、；：？！“”‘’「」『』《》〈〉（）〔〕【】—…·％～／")
"""Marks that publishers use; other signs are too rare to stand out."""

Habits = Mapping[int, Counter[str]]
"""The identity of the choices of a place to what they were taken for elsewhere on the page."""


class Opened(NamedTuple):
    """What an open character was taken for."""

    character: str
    """The best choice, U+FFFD where none stands out."""
    runner_up: str
    """The second best, empty where the bytes leave no other."""
    choice: Choice | None
    """The best choice as it was given, None where none stands out."""


def settle(text: str, choices: Mapping[int, Sequence[Choice]], page: Page, habits: Habits) -> dict[int, Opened]:
    """What stands at the open places of a line, by their offsets.

    Args:
        text: The line, U+FFFD at each open place.
        choices: What may stand at each open place.
        page: What the rest of the page says.
        habits: What the same choices were taken for there.
    """
    settled: dict[int, Opened] = {}
    known: dict[tuple[object, ...], Opened] = {}
    characters = list(text)
    for offset, open_here in sorted(choices.items()):
        around = text[max(0, offset - _AROUND) : offset + _AROUND + 1]
        tells = open_here and 2 * around.count(LOST_CHARACTER) <= len(around) + 1
        if not tells:
            found = Opened(LOST_CHARACTER, "", None)
        elif (told := known.get(key := _all_that_tells(characters, offset, choices))) is not None:
            found = told
        else:
            found = _best(characters, offset, choices, page, habits)
            if len(known) < _REMEMBERED:
                known[key] = found
        characters[offset] = found.character
        settled[offset] = found
    return settled


def _all_that_tells(characters: list[str], offset: int, choices: Mapping[int, Sequence[Choice]]) -> tuple[object, ...]:
    """All that a place of a line is settled by, as a key: hostile lines repeat it a hundred thousand times."""
    start = max(0, offset - QUOTE_REACH)
    around = "".join(characters[start : offset + _AROUND + _REACH])
    near = range(offset - _AROUND, offset + _AROUND + 1)
    return offset - start, around, *(id(choices[place]) if place in choices else None for place in near)


def _best(
    characters: list[str], offset: int, choices: Mapping[int, Sequence[Choice]], page: Page, habits: Habits
) -> Opened:
    """The choice at a place that reads best between what stands before it and what may come after."""
    if len(choices[offset]) == 1:
        return Opened(choices[offset][0].character, "", choices[offset][0])
    first, last = max(0, offset - _AROUND), min(len(characters), offset + _AROUND + 1)
    places = []
    for place in range(first, last):
        waiting = place >= offset and characters[place] == LOST_CHARACTER and choices.get(place)
        if waiting:
            weighed = _weighed(characters, place, waiting, page, habits.get(id(waiting)))
            places.append(Place.of(weighed))
        else:
            places.append(known_place(characters[place]))
    best, *others = Ranking(places).best(offset - first)
    runner_up = others[0] if others else None
    beside = (place for place in (offset - 1, offset + 1) if first <= place < last)
    is_beside_lost = any(characters[place] == LOST_CHARACTER and not choices.get(place) for place in beside)
    is_number = best.character in _NUMBERS and any(other.character in _NUMBERS for other in others)
    margin = _DOUBTED if is_beside_lost or is_number else _MARGIN
    if runner_up is not None and best.score - runner_up.score < margin:
        return Opened(LOST_CHARACTER, "", None)
    given = next(choice for choice in choices[offset] if choice.character == best.character)
    return Opened(best.character, runner_up.character if runner_up else "", given)


def _weighed(
    characters: list[str], place: int, choices: Sequence[Choice], page: Page, taken: Counter[str] | None
) -> list[Choice]:
    """The likeliest choices at a place, with what the page and the marks around say for each.

    Args:
        characters: The line.
        place: Which of them is open.
        choices: What may stand there.
        page: What the rest of the page says.
        taken: What the same choices were taken for there.
    """
    before = characters[place - 1] if place else ""
    after = characters[place + 1] if place + 1 < len(characters) else ""
    context = "".join(characters[max(0, place - QUOTE_REACH) : place])
    following = characters[place + 1 : place + _REACH]
    weighed = []
    compared, candidates = _compared(tuple(choices))
    settled = taken.total() if taken else 0
    for choice, said in zip(compared, page.bonuses(candidates, before, after, None), strict=True):
        bonus = choice.bonus + said
        bonus += quote_bonus(choice.character, context) + _by_end(choice.character, after)
        bonus += _by_closer(choice.character, context, following)
        if taken and settled >= _ENOUGH_ALIKE:
            bonus += max(_MOST_UNLIKE, log((taken[choice.character] + 0.1) / settled))
        if choice.character == "。" and before.isdigit() and after.isdigit():
            bonus -= _OPENING
        if choice.character == "：" and 0 < place <= _LONGEST_LABEL and "0" <= after <= "z":
            bonus += _COUNTING
        if choice.character in _COUNTED:
            bonus += _COUNTING * before.isdigit() * (1 + after.isdigit())
        if choice.character == _ORDINAL:
            bonus += _COUNTING * after.isdigit()
        weighed.append(Choice(choice.character, bonus))
    return weighed


@lru_cache(maxsize=2_000)
def _compared(choices: tuple[Choice, ...]) -> tuple[Sequence[Choice], Candidates]:
    """The most usual of some choices, also as candidates."""
    usual = sorted(choices, key=lambda choice: choice.bonus + _usualness(choice.character), reverse=True)[:_COMPARED]
    return usual, candidates_of(tuple(choice.character for choice in usual))


@cache
def _usualness(character: str) -> float:
    """How usual a character is; marks are more so than any word."""
    if not character.isalnum():
        return 30.0 if character in _PRINTED else 0.0
    found = frequency(simplify(character))
    return float(found.bit_length()) if found else -inf


def _by_end(character: str, after: str) -> float:
    """What the end of a line says for a mark."""
    if after:
        return 0.0
    return _ENDING if character in _ENDS else -_ENDING if character in _NEVER_ENDS else 0.0


def _by_closer(character: str, context: str, following: Sequence[str]) -> float:
    """What the marks before and after a place say for one that opens."""
    closer = CLOSERS.get(character)
    if closer is None:
        return 0.0
    found = next((mark for mark in following if mark in (character, closer)), None)
    is_open = context.rfind(character) > context.rfind(closer)
    return _OPENING if found == closer and not is_open else -_OPENING
