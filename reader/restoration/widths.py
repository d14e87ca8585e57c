"""Full-width punctuation that was made half-width: `改造后,“颜值”` was `改造后，“颜值”`."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import Edit, Reason
from reader.model.patterns import pattern
from reader.restoration.layout.records import find_records

_HAN = r"[^\W0-9A-Za-z_\u00aa-\u036f]"
"""A Chinese character: a letter that is not Latin. Ranges over all of them take milliseconds to compile."""

_MARKS = "\u3001-\u3003\u3008-\u3011\u3014-\u301b“”‘’…—－，。：；！？（）％\ufffd"
"""Punctuation of Chinese text, and what stands for a lost character."""

_FULL_COMMA = pattern(rf"，(?<=(?:[^\W_]|[{_MARKS}])，)(?=[ \n]*(?:[^\W_]|[{_MARKS}]))")

_HALF_COMMA = pattern(rf",(?<=(?:{_HAN}|[”）》\)]),)(?={_HAN}|[“《])")
"""A comma directly between Chinese."""

_FULL_SIBLING = pattern(rf"[：；？（）](?:(?<=(?:{_HAN}|[{_MARKS}])[：；？（])|(?<=）)(?={_HAN}|[{_MARKS}]))")
"""Full-width marks that folding leaves none of; ！ may be left in what was cut apart before."""

_MARK = pattern(r"[,:;!?().](?:(?<!\.)|(?<!\..)\.{5}(?!\.))")
"""A mark, or six dots; a class comes first, since that is looked for fastest."""
_MARK_OR_STOP = pattern(rf"{_MARK.pattern}|(?<={_HAN}|[”）》\"%)])\.(?=\s|{_HAN}|[“”《（（\"]|$)")
"""A dot is a mark only where a sentence of Chinese can end."""
_STOP = pattern(rf"(?<={_HAN})\.(?=\s|{_HAN}|[“”\"]|$)")
_ENOUGH_STOPS = 3
"""So many dots behind Chinese, and not one 。, show that a page ends its sentences with dots."""

_WIDE = {
    ",": "，",
    ":": "：",
    ";": "；",
    "!": "！",
    "?": "？",
    "(": "（",
    ")": "）",
    ".": "。",
    "......": "……",
}
_LIST_NUMBER = pattern(r"(?:^|\s)[一二三四五六七八九十]{1,3}$")
_ADDRESS = pattern(r"(?:://|www\.)[!-~]*$")
"""A web address up to a mark inside it."""

_REASONS = {mark: Reason.of("punctuation.folded", before=mark, after=wide) for mark, wide in _WIDE.items()}
"""Why each mark is widened: one object for all of a page, which may hold a million."""

_IS_CHINESE = pattern(f"{_HAN}|[{_MARKS}]")

_PARENTHESIS = pattern(r"[()\n]")
"""A parenthesis, or the end of the line in which its partner stands."""

_REACH = 80
"""Code points between two parentheses that belong together."""

_HEAD = 12
"""Code points behind the number of a list that show whether it is Chinese."""


def shows_folding(text: str) -> bool:
    """Whether a page shows that its full-width marks were made half-width: no comma is left, and few of the others.

    >>> shows_folding("改造后,提升明显"), shows_folding("改造后，提升,明显"), shows_folding("R&D,很重要")
    (True, False, False)
    >>> shows_folding("改造后,（图）提升：明显")
    False
    """
    if _FULL_COMMA.search(text) is not None or _HALF_COMMA.search(text) is None:
        return False
    if 2 * len(_FULL_SIBLING.findall(text)) >= len(_HALF_COMMA.findall(text)):
        return False
    records = find_records(text)
    return not records.spans or any(not records.at(found.start()) for found in _HALF_COMMA.finditer(text))


def find_folded_marks(text: str) -> Sequence[Edit]:
    """Half-width marks in Chinese, each with its full-width form, on a page that shows folding.

    Times, decimals, thousands, addresses, Latin text and the lines of programs and tables of values keep theirs.

    >>> page = "15:35,增长1,234個(含2.0版):“Hello, world!” http://a.cn/?q=1"
    >>> "".join(page[e.start:e.end] + e.replacement for e in find_folded_marks(page))
    ',，(（)）:：!！'
    """
    partners = _partners(text)
    records = find_records(text)
    edits: list[Edit] = []
    for match in (_MARK_OR_STOP if _has_dots_for_stops(text) else _MARK).finditer(text):
        mark, start, end = match.group(), match.start(), match.end()
        if records.at(start):
            continue
        after_widened = bool(edits) and edits[-1].end == start
        if mark in "()":
            wide = _is_chinese_parenthesis(text, start, partners.get(start)) or (mark == "(" and after_widened)
        elif mark == ".":
            wide = _LIST_NUMBER.search(text[max(0, start - 4) : start]) is None
        elif mark in ":;" and text[end : end + 1] == ")" and end not in partners:  # a smile
            wide = False
        else:
            wide = after_widened or _is_chinese_mark(text, mark, start, end, partners.get(start - 1))
        if wide:
            edits.append(Edit(start, end, _WIDE[mark], "punctuation", _REASONS[mark]))
    return edits


def _has_dots_for_stops(text: str) -> bool:
    """Whether a page ends the sentences of Chinese with dots."""
    return "。" not in text and len(_STOP.findall(text)) >= _ENOUGH_STOPS


def _partners(text: str) -> dict[int, int]:
    """Offsets of parentheses that belong together, both ways."""
    found: dict[int, int] = {}
    opened: list[int] = []
    for match in _PARENTHESIS.finditer(text):
        if match.group() == "\n":
            opened.clear()
        elif match.group() == "(":
            opened.append(match.start())
        elif opened and match.start() - opened[-1] <= _REACH:
            start = opened.pop()
            found[start], found[match.start()] = match.start(), start
    return found


def _neighbour(text: str, at: int, step: int) -> str:
    """The nearest character that is no space, in one line; empty for none."""
    while 0 <= at < len(text):
        found = text[at]
        if found not in " \u00a0\u3000":
            return "" if found in "\r\n" else found
        at += step
    return ""


def _is_chinese_mark(text: str, mark: str, start: int, end: int, opened: int | None) -> bool:
    """Whether a mark stands in Chinese, the parenthesis before it, if any, being opened at `opened`."""
    before = _neighbour(text, start - 1, -1)
    if before and _IS_CHINESE.match(before):
        return True
    after = _neighbour(text, end, 1)
    if mark == ":" and before.isdigit() and after.isdigit():
        return False
    if mark == "?" and _ADDRESS.search(text[max(0, start - _REACH) : start]):
        return False
    if after and _IS_CHINESE.match(after):
        return bool(before)
    if mark not in ",;":
        return False
    if before == ")" and opened is not None:
        return after.isalnum() and _is_chinese_parenthesis(text, start - 1, opened)
    return before == "%" and (after.isalnum() or not after)


def _is_chinese_parenthesis(text: str, at: int, partner: int | None) -> bool:
    """Whether a parenthesis stands in Chinese: beside it, or between it and its partner."""
    before = text[at - 1 : at]
    if partner is None:
        return bool(_IS_CHINESE.match(before))
    start, end = min(at, partner), max(at, partner)
    beside = text[start - 1 : start] + text[end + 1 : end + 2]
    if text[start - 1 : start] in ("", "\n") and text[start + 1 : end].isdigit():  # the number of a list
        beside = text[end + 1 : end + _HEAD].partition("\n")[0]
    return _IS_CHINESE.search(text, start, end) is not None or _IS_CHINESE.search(beside) is not None
