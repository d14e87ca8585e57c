"""What a terminal would obey or hide in a text, made harmless and seen."""

from __future__ import annotations

import re

from reader.model import LOST_CHARACTER

LOST_MARK = "〓"
"""Drawn for a character that nothing can bring back (GB/T 9704's sign for a missing one)."""

UNSEEN_MARK = "␦"
"""Drawn for a character that has no picture of its own: C1, bidirectional and zero-width controls."""

# The general categories Cc, Cf, Cs, Zl and Zp. A joiner between two emoji and a variation selector after an
# ideograph are part of one picture and stay.
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b\u200c\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffd\ud800-\udfff\U000110bd\U000110cd\U00013430-\U0001343f"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
    "|\u200d(?:(?<![\u2190-\u27bf\ufe0f\U0001f000-\U0001faff]\u200d)|(?![\u2190-\u27bf\U0001f000-\U0001faff]))"
    "|(?<![\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])[\U000e0100-\U000e01ef]"
)


def visible(text: str) -> str:
    """A text of the same length in which nothing is obeyed by a terminal and nothing is hidden.

    Letters, punctuation, combining marks and private-use characters are left alone.

    >>> visible("市南\\x1b[2J区\\u202e"), visible("招商\\ufffd资")
    ('市南␛[2J区␦', '招商〓资')
    """
    return _UNSEEN.sub(_picture, text)


def visible_lines(text: str) -> str:
    """The same for a text of several lines, whose line feeds and tabs stay what they are.

    >>> visible_lines("甲\\n乙\\r丙\\t丁")
    '甲\\n乙␍丙\\t丁'
    """
    return _UNSEEN.sub(lambda found: found[0] if found[0] in "\n\t" else _picture(found), text)


def _picture(found: re.Match[str]) -> str:
    """The character drawn for one that cannot be shown."""
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if found[0] == LOST_CHARACTER:
        return LOST_MARK
    return UNSEEN_MARK
