"""Equal build: whether the parts of a run are made alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reader.analysis.slogans.words import (
    ACTS,
    FEELINGS,
    FRAMES,
    HEARTS,
    MANNERS,
    MERITS,
    MUTUAL,
    NUMERAL,
    OUTCOMES,
    PEOPLE,
    PERIODS,
    PREDICATES,
    QUALITIES,
    TURNS,
    VERBS,
    VERDICTS,
)
from reader.lexicons.verbs import is_verb
from reader.lexicons.words import frequency


def shared_from_left(parts: Sequence[str]) -> frozenset[int]:
    """Places, counted from the start, where all parts have the same character.

    >>> sorted(shared_from_left(["一年重谋划", "两年快起步"]))
    [1]
    """
    first, *others = parts
    places = (
        [place for place, pair in enumerate(zip(first, others[0], strict=False)) if pair[0] == pair[1]]
        if others
        else range(len(first))
    )
    return frozenset(
        [place for place in places if all(place < len(part) and part[place] == first[place] for part in others[1:])]
    )


def shared_from_right(parts: Sequence[str]) -> frozenset[int]:
    """Places, counted from the end, where all parts have the same character."""
    return shared_from_left([part[::-1] for part in parts])


@lru_cache(maxsize=8192)
def shape(part: str) -> str:
    """How the characters of a part repeat, numerals as one class.

    >>> shape("日日学"), shape("周周练"), shape("一年重谋划")
    ('aab', 'aab', '#bcde')
    """
    seen: dict[str, str] = {}
    letters = []
    for character in part:
        if character in NUMERAL:
            letters.append("#")
            continue
        letters.append(seen.setdefault(character, chr(ord("a") + len(seen) + ("#" in letters))))
    return "".join(letters)


def is_patterned(form: str) -> bool:
    """Whether a shape repeats something or holds a number."""
    return "#" in form or len(set(form)) < len(form)


def are_equally_long(parts: Sequence[str]) -> bool:
    """Whether lengths differ by one character at most."""
    lengths = [len(part) for part in parts]
    return max(lengths) - min(lengths) <= 1


def are_alike(parts: Sequence[str]) -> bool:
    """Whether parts have the same length, one more or less, and repeat a character or a shape.

    >>> are_alike(["日日学", "周周练", "月月比"]), are_alike(["港人治港", "一国两制"])
    (True, False)
    """
    if len(parts) < 2 or not are_equally_long(parts) or len(set(parts)) < len(parts):
        return False
    if _say_how_often(parts):
        return True
    if shared_from_left(parts) or shared_from_right(parts) or _turn_the_same_words(parts):
        return True
    forms = {shape(part) for part in parts}
    return len(forms) == 1 and is_patterned(forms.pop())


def _say_how_often(parts: Sequence[str]) -> bool:
    """Whether every part opens with a period and says what is done in it: 日管控, 周排查."""
    return all(part[0] in PERIODS and len(part) > 2 for part in parts)


def _turn_the_same_words(parts: Sequence[str]) -> bool:
    """Whether three characters and more than half of each part are the same, in any order."""
    same = set.intersection(*map(set, parts))
    return len(same) >= 3 and len(same) * 2 > max(map(len, parts))


def _is_verb_object(part: str) -> bool:
    """Whether three characters are an act and a word it acts on: 转作风."""
    return len(part) == 3 and frequency(part[1:]) > 0


def _is_word_and_act(part: str) -> bool:
    """Whether three characters are a word and an act: 干部评."""
    return len(part) == 3 and part[2] in VERBS and part[2] not in "化性" and frequency(part[:2]) > 0


def _is_short_act(part: str) -> bool:
    """Whether two characters begin with an act: 减污."""
    return len(part) == 2 and part[0] in VERBS


def _mostly(answers: Iterable[bool]) -> bool:
    """Whether three of four and more are true."""
    given = list(answers)
    return sum(given) * 4 >= len(given) * 3


def _act_on_one(parts: Sequence[str]) -> bool:
    """Whether two characters each are an act and the same object: 铸链, 补链, 延链."""
    return {len(part) for part in parts} == {2} and 0 in shared_from_right(parts) and _mostly(map(_is_short_act, parts))


def _is_verse(part: str) -> bool:
    """Whether a part is a subject of two or four characters, an act, and a word of two: 深化治理促和谐."""
    return len(part) in (5, 7) and part[-3] in VERBS and frequency(part[-2:]) > 0 and frequency(part[-3:]) == 0


def _says_what_gets_better(part: str) -> bool:
    """Whether four characters are a word, an act and what it changes: 课堂提质."""
    known = frequency(part[:2]) > 0 and frequency(part) == 0
    return len(part) == 4 and known and part[2] in VERBS and part[3] in OUTCOMES


def _may_be_done(parts: Sequence[str]) -> bool:
    """Whether three characters each say what can or cannot be done: 栽得下, 要不来."""
    return all(len(part) == 3 for part in parts) and {part[1] for part in parts} in ({"得"}, {"不"})


def _turn_one_into_another(parts: Sequence[str]) -> bool:
    """Whether the same verb stands inside every part, between words of two characters: 资源变资产."""
    verbs = set.intersection(*({*part[2:-1]} for part in parts)) & TURNS
    return any(len({part.index(verb, 2) for part in parts}) == 1 and _parts_words(parts, verb) for verb in verbs)


def _parts_words(parts: Sequence[str], verb: str) -> bool:
    """Whether most parts have a known word on either side of a verb, and the verb belongs to neither."""
    places = [part.index(verb, 2) for part in parts]
    sides = [(part[:place], part[place + 1 :]) for part, place in zip(parts, places, strict=True)]
    known = sum(frequency(side) > 0 for pair in sides for side in pair)
    return known * 2 >= len(sides) and not any(
        frequency(part[len(a) - 1 :][:2]) for part, (a, _) in zip(parts, sides, strict=True)
    )


def _praises(parts: Sequence[str]) -> bool:
    """Whether three characters each are a word and a different merit of it: 政治强, 业务精, 作风硬."""
    merits = {part[2] for part in parts if len(part) == 3}
    if len(merits) < len(parts) or not merits <= MERITS:
        return False
    known = sum(frequency(part) > 0 for part in parts)
    words = sum(frequency(part[:2]) > 0 for part in parts)
    return words * 3 >= len(parts) * 2 and known <= len(parts) // 2


def _praises_well(parts: Sequence[str]) -> bool:
    """Whether four characters each are a word and another that praises it: 政治过硬, 本领高强, 作风优良.

    Of three or more parts one may be something else.
    """
    ends = {part[2:] for part in parts if len(part) == 4}
    praised = [part for part in parts if part[2:] in QUALITIES]
    named = sum(frequency(part[:2]) > 0 for part in praised)
    return len(ends) == len(parts) and len(praised) * 3 >= len(parts) * 2 and named * 2 >= len(praised) > 1


def _does_again(parts: Sequence[str]) -> bool:
    """Whether parts are the same words before different acts of one character: 一路走, 一路看."""
    same = {part[:-1] for part in parts}
    acts = sum(part[-1] in VERBS for part in parts)
    return len(same) == 1 and len(parts[0]) > 1 and acts * 4 >= len(parts) * 3 and not frequency(parts[0])


def _makes_so(parts: Sequence[str]) -> bool:
    """Whether five characters each are a word and what it is made: 生产绿色化, 产品品牌化."""
    return all(len(part) == 5 and part[-1] == "化" and frequency(part[:2]) > 0 for part in parts)


def _has_one_of_each(parts: Sequence[str]) -> bool:
    """Whether four or more parts of four characters each say one of something else: 一个项目, 一名领导, 一抓到底."""
    measures = {part[1] for part in parts if len(part) == 4 and part[0] == "一"}
    return len(parts) > 3 and len(measures) == len(parts)


def _calls_people(parts: Sequence[str]) -> bool:
    """Whether every part calls the same people something: 政治的明白人, 发展的开路人."""
    return all(part[-1] == "人" and part.find("的") == 2 and len(part) == len(parts[0]) for part in parts)


def _says_how(parts: Sequence[str]) -> bool:
    """Whether four characters each are a word of manner with the same ending and an act: 放心投资, 安心经营."""
    manners = {part[1] for part in parts if len(part) == 4}
    halves = [half for part in parts for half in (part[:2], part[2:])]
    return len(manners) == 1 and manners <= HEARTS and all(map(frequency, halves)) and are_alike(parts)


def _pairs_numbers(parts: Sequence[str]) -> bool:
    """Whether every part opens with a number and has another in the same place: 一月一通报."""
    if not all(len(part) > 3 and part[0] in NUMERAL for part in parts):
        return False
    return any(part_two == {True} for part_two in ({p[n] in NUMERAL for p in parts} for n in (2, 3)))


def is_run(parts: Sequence[str]) -> bool:
    """Whether three or more unquoted parts are built alike and are no enumeration of nouns.

    >>> is_run(["纪律大提升", "作风大转变", "效能大提高"])
    True
    >>> is_run(["生产空间", "生活空间", "生态空间"])
    False
    """
    if len(parts) < 3 or not are_equally_long(parts) or len(set(parts)) < len(parts):
        return False
    acts = sum(len(part) == 3 and part[0] in VERBS for part in parts)
    if acts == len(parts) or (acts * 3 >= len(parts) * 2 and all(map(_is_verb_object, parts))):
        return sum(frequency(part) > 0 for part in parts) <= len(parts) // 2
    if _mostly(map(_is_word_and_act, parts)) and {*map(len, parts)} == {3} and len({p[2] for p in parts}) == len(parts):
        return sum(frequency(part) > 0 for part in parts) <= len(parts) // 2
    if all(len(part) == 3 and part[0] == "最" for part in parts):
        return True
    if _says_how(parts) or _praises(parts) or _praises_well(parts) or _calls_people(parts):
        return True
    if _say_how_often(parts) or _does_again(parts) or _makes_so(parts) or _has_one_of_each(parts):
        return True
    if all(part[-1] in PEOPLE for part in parts) and not (_turn_the_same_words(parts) or len(parts[0]) < 5):
        return False
    if all(map(_says_what_gets_better, parts)):
        return True
    if all(map(_is_verse, parts)) and len(set(map(len, parts))) == 1:
        return True
    if _may_be_done(parts):
        return not all(map(frequency, parts))
    if _turn_one_into_another(parts) or _pairs_numbers(parts):
        return True
    if all(map(_is_short_act, parts)) or _act_on_one(parts):
        if {part[0] for part in parts} <= MUTUAL and len({part[0] for part in parts}) == 1:
            return True
        return sum(frequency(part) == 0 for part in parts) * 2 >= len(parts)
    if not are_alike(parts) or "越来越" in parts[0]:
        return False
    return _says_something(parts) and min(map(len, parts)) >= 2


@dataclass(frozen=True)
class _Common:
    """What three or more parts have in common."""

    parts: Sequence[str]
    """Their words."""
    left: frozenset[int]
    """Places from the start with the same character."""
    right: frozenset[int]
    """Places from the end with the same character."""
    head: int
    """How many characters they all begin with."""
    tail: int
    """How many characters they all end with."""

    @property
    def first(self) -> str:
        """The first part."""
        return self.parts[0]

    @property
    def equal(self) -> bool:
        """Whether all are as long as the first."""
        return all(len(part) == len(self.first) for part in self.parts)

    @property
    def middle(self) -> list[str]:
        """Shared characters of the first part between its shared beginning and end."""
        size = len(self.first)
        from_left = [n for n in self.left if self.head <= n < size - self.tail]
        return [
            self.first[n]
            for n in (*from_left, *(size - 1 - n for n in self.right if self.tail <= n < size - self.head))
        ]


def _common(parts: Sequence[str]) -> _Common:
    left, right, shortest = shared_from_left(parts), shared_from_right(parts), min(map(len, parts))
    head = next((n for n in range(shortest) if n not in left), shortest)
    tail = next((n for n in range(shortest) if n not in right), shortest)
    return _Common(parts, left, right, head, tail)


def _says_something(parts: Sequence[str]) -> bool:
    """Whether what the parts share is an act or a manner rather than a noun they all end or begin with."""
    common = _common(parts)
    for rule in (_names_attitudes, _frames_acts, _begins_with_acts, _says_how_inside, _ends_in_acts):
        answer = rule(common)
        if answer is not None:
            return answer
    forms = {shape(part) for part in parts}
    return len(forms) == 1 and is_patterned(forms.pop()) and not common.head and not common.tail


def _names_attitudes(common: _Common) -> bool | None:
    """True for attitudes (只争朝夕的使命感) and for what is done at once or together (发现一起, 查处一起)."""
    parts, first = common.parts, common.first
    if len({part.find("的") for part in parts} - {-1, 0, 1}) == 1:
        attitudes = sum(part[-1] in FEELINGS for part in parts)
        if attitudes == len(parts) or (attitudes * 2 >= len(parts) and common.equal and len(first) == 5):
            return True
    together = not common.head and {0, 1} <= common.right and first[-2] == "一"
    return True if together and all(frequency(part[:-2]) for part in parts) else None


def _frames_acts(common: _Common) -> bool | None:
    """True for one act in a frame (自己讲安全) and for verdicts (责任到位), False for a noun in a frame."""
    parts, first, head, tail = common.parts, common.first, common.head, common.tail
    in_frame = head and tail and common.equal and len(first) == head + tail + 1
    if in_frame and _mostly(part[head] in VERBS for part in parts):
        return True
    if head and tail >= 2 and len(first) > 4 and first[0] not in FRAMES:
        return False
    return True if 2 <= tail < min(map(len, parts)) and not head and VERDICTS.search(first[-tail:]) else None


def _begins_with_acts(common: _Common) -> bool | None:
    """Whether the parts open with acts; None where they do not, or say it later."""
    parts, first, head = common.parts, common.first, common.head
    if min(map(len, parts)) > 2 and _mostly(part[:2] in ACTS or is_verb(part[:2]) for part in parts):
        right = (len(first) - 1 - place for place in common.right)
        return any(first[place] != "的" for place in (*common.left, *right))
    if head == 2 and first[0] == first[1]:
        return True
    four = common.equal and len(first) == 4 and not common.tail
    halves_known = any(all(frequency(part[half]) for part in parts) for half in (slice(2), slice(2, None)))
    if four and 2 in common.left and first[2] in VERBS and halves_known:
        return True
    if head and first[0] in VERBS:
        return not all(frequency(part) and len(part) == 2 for part in parts)
    return None


def _says_how_inside(common: _Common) -> bool | None:
    """True where a manner stands inside the parts (精神大提振), or half of what they say is the same."""
    middle = common.middle
    if not common.head and "着" in middle:
        return True
    most = max(len(common.left), len(common.right))
    half = most * 2 >= len(common.first) > 4
    return True if not common.tail and (half or any(character in MANNERS for character in middle)) else None


def _ends_in_acts(common: _Common) -> bool | None:
    """Whether the parts end in the object of different acts, or in a predicate; None where the end says nothing."""
    parts, first, head, tail = common.parts, common.first, common.head, common.tail
    acts = [part[-tail - 1] for part in parts] if tail and not head and min(map(len, parts)) > tail + 1 else []
    if acts and _mostly(act in VERBS for act in acts):
        return len(set(acts)) == len(parts) and not any(frequency(part[:-tail]) for part in parts)
    if tail == 1 and not head and first[-1] == "为" and common.equal and len(first) == 4:
        return all(frequency(part[:2]) for part in parts)
    if tail and first[len(first) - tail] in PREDICATES and len(first) > tail:
        return not all(frequency(part) for part in parts)
    return not head and tail <= 1 if _turn_the_same_words(parts) else None
