"""Which script a text is in, and in which script it was published.

A converter that goes character by character cannot choose among the Traditional characters of 干 (幹 乾 干) or
后 (後 后): it keeps 干部 and 先后, or writes 若幹 and 皇後. Words in which writers of Traditional have no such choice
tell a page made by a machine from one that was written.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import islice

from reader.lexicons.spellings import choices, free_choices, script_characters, spelling_of
from reader.model import Script
from reader.script.folding import simplify

_NOTE = re.compile(r"[(（][a-zü\u00e0-\u00fc\u0100-\u0233ḿ ]{1,12}[)）]")
_WORD_LENGTHS = (4, 3, 2)

CLEAR_SHARE = 0.1
"""From this share of misspelled choices on, even a single one shows a machine: samples have 0.16 and more."""
LEAST_SHARE = 0.005
"""The share of misspelled choices below which a page was written by hand: statutes stay below 0.002."""

MOST_CHOICES = 1500
"""How many characters that leave a choice are looked at, so that a book takes no longer than a long article."""


def detect_script(text: str) -> Script | None:
    """Simplified or Traditional, by the characters that stand in only one of them; None without any.

    >>> detect_script("国务院"), detect_script("國務院"), detect_script("公文 2022"), detect_script("網(wǎng)絡")
    (<Script.SIMPLIFIED: 'simplified'>, <Script.TRADITIONAL: 'traditional'>, None, <Script.TRADITIONAL: 'traditional'>)
    """
    simplified_only, traditional_only = script_characters()
    simplified = traditional = 0
    for character, count in Counter(text).items():
        simplified += count * (character in simplified_only)
        traditional += count * (character in traditional_only)
    if not simplified and not traditional:
        return None
    return Script.TRADITIONAL if traditional > simplified else Script.SIMPLIFIED


def detect_published_script(text: str) -> Script | None:
    """The script a text was published in: Simplified for a Traditional page that a machine made from it.

    >>> detect_published_script("深入基層考察干部，先后奮斗"), detect_published_script("深入基層考察幹部，先後奮鬥")
    (<Script.SIMPLIFIED: 'simplified'>, <Script.TRADITIONAL: 'traditional'>)
    """
    script = detect_script(text)
    if script is not Script.TRADITIONAL:
        return script
    misspelled, spelled = _count_spellings(text)
    share = misspelled.total() / max(1, misspelled.total() + spelled)
    converted = share >= CLEAR_SHARE or (len(misspelled) > 1 and share >= LEAST_SHARE)
    return Script.SIMPLIFIED if converted else Script.TRADITIONAL


def _count_spellings(text: str) -> tuple[Counter[str], int]:
    """The words whose choice of character no writer makes, and how many choices were made as writers do."""
    text = _NOTE.sub("", text)
    plain = simplify(text)
    misspelled: Counter[str] = Counter()
    spelled = 0
    for found in islice(_choice().finditer(plain), MOST_CHOICES):
        at = found.start()
        words = _words_at(plain, at)
        if not words:
            continue
        if any(_agrees(text[at], expected) for _, expected in words):
            spelled += 1
        else:
            misspelled[words[0][0]] += 1
    return misspelled, spelled


@cache
def _choice() -> re.Pattern[str]:
    return re.compile("[" + "".join(choices()) + "]")


def _words_at(plain: str, at: int) -> list[tuple[str, str]]:
    """The words over a character, longest first, each with the Traditional character it takes there."""
    found = []
    for length in _WORD_LENGTHS:
        for start in range(max(0, at - length + 1), min(at, len(plain) - length) + 1):
            word = plain[start : start + length]
            spelling = spelling_of(word)
            if spelling is not None:
                found.append((word, spelling[at - start]))
    return found


def _agrees(written: str, expected: str) -> bool:
    return written == expected or (written, expected) in free_choices()
