"""Why an edit was made, as a sentence in the reader's language."""

from __future__ import annotations

import re
import unicodedata

from reader.messages import message, sentences
from reader.model import LOST_CHARACTER, Edit, Reason
from reader.restoration.gbk import FULL_WIDTH

SHOWN_CHARACTERS = 48
"""The longest stretch of a page that an explanation shows whole, in code points."""

_PICTURES = {" ": "␣", "\n": "⏎", "\r": "␍", "\t": "␉", "\u3000": "□", "\u00a0": "⍽", LOST_CHARACTER: "〓"}
"""Signs for what has no picture of its own."""

_BLANK = re.compile(r"[\s\W]")

_QUOTING = frozenset({"before", "after", "character", "runner_up", "first", "second"})
"""Arguments that are characters of the page, or such as might stand there."""

PRIVATE_MARK = "▯"
"""Sign for a private-use character, of which every font has a picture of its own or none."""

_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Cs", "Zl", "Zp", "Zs"})
"""General categories of characters without a picture."""


def shown(text: str) -> str:
    """A stretch of a page with every character of it seen, shortened in its middle where it is long.

    >>> shown(" \\n"), shown("政\\u200b策"), shown("?\\ue4c6")
    ('␣⏎', '政‹U+200B›策', '?▯')
    """
    if len(text) > SHOWN_CHARACTERS:
        half = SHOWN_CHARACTERS // 2
        return f"{shown(text[:half])}…{shown(text[-half:])}"
    return _BLANK.sub(lambda found: _picture(found[0]), text)


def _picture(character: str) -> str:
    """What is drawn for a character."""
    if character in _PICTURES:
        return _PICTURES[character]
    category = unicodedata.category(character)
    if category == "Co":
        return PRIVATE_MARK
    return f"‹U+{ord(character):04X}›" if category in _UNSEEN else character


def reason_sentence(reason: Reason, edit: Edit, source: str) -> str:
    """The sentence of one reason of an edit over `source`, without those merged into it."""
    places = {"before": source[edit.start : edit.end], "after": edit.replacement, **dict(reason.args)}
    places.update((name, shown(places[name])) for name in _QUOTING & places.keys())
    code, count = reason.code, len(places.get("byte", "").split())
    if code == "byte.inferred" and _is_first(places["character"], edit, source):
        code, places["next"] = "byte.inferred_before", shown(source[edit.start + 1].translate(FULL_WIDTH))
    places.update((name, _encoding_name(places[name])) for name in ("wrong", "right") if name in places)
    if "name" in places and (name := f"character_name.{places['name']}") in sentences("en"):
        places["name"] = message(name)
    return message(f"reason.{code}", **{"count": count, **places})


def _encoding_name(codec: str) -> str:
    """What people call an encoding.

    >>> _encoding_name("utf-8"), _encoding_name("gb18030"), _encoding_name("latin-1"), _encoding_name("cp1252")
    ('UTF-8', 'GB18030', 'Latin-1', 'Windows-1252')
    """
    if codec.startswith("cp125"):
        return f"Windows-{codec[2:]}"
    return codec.capitalize() if codec.startswith("latin") else codec.upper()


def reason_sentences(edit: Edit, source: str) -> tuple[str, ...]:
    """The sentences of all reasons of an edit over `source`, the weightiest first."""
    return tuple(dict.fromkeys(reason_sentence(one, edit, source) for one in edit.reason.flat()))


def furniture_sentence(reason: Reason) -> str:
    """Why a paragraph was taken for furniture."""
    return message(f"reason.{reason.code}", **dict(reason.args))


def explanation(edit: Edit, source: str) -> str:
    """Why an edit over `source` was made, in one line."""
    return message("repairs.and").join(reason_sentences(edit, source))


def _is_first(character: str, edit: Edit, source: str) -> bool:
    """Whether an inferred character is the one whose first byte the page lost where an edit begins."""
    begins = edit.replacement.startswith(character) and bool(edit.doubtful) and edit.doubtful[0].start == 0
    return begins and edit.fix == "shift" and source[edit.start] == "?" and edit.start + 1 < edit.end
