"""What stands under the last paragraph of an article: its signature and notes, then what is no part of it."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import Kind
from reader.model.patterns import pattern
from reader.restoration.layout.lines import Line, is_caption, is_credit, is_list_item
from reader.restoration.layout.marks import ends_sentence
from reader.structure.bars import is_loose_bar, is_number_to_call
from reader.structure.bylines import is_author_line, is_byline, is_date_bar, is_editor_line
from reader.structure.days import find_day
from reader.structure.furniture import BARS, Seen, furniture_code, outer_code, under_code
from reader.structure.headlines import site_share
from reader.structure.related import is_day_alone
from reader.structure.wordings import wording

_SIGNATURE_LENGTH = 30
_DAY_LENGTH = 16
"""The day under a signature is not longer, in code points."""
_BESIDE_END = frozenset(["bar", "site", "label", "crew"])
"""Codes of what also belongs to the page straight over its end."""
_SURE_ENDS = frozenset(["path", "bar", "neighbour", "links", "related"])
"""Codes of what stands under an article only when it is over."""
_LIKELY_ENDS = frozenset(["crew", "label", "notice", "imprint", "teaser"])
"""Codes of what a document may also say before it is signed."""
_END = pattern(r"[\W_]*(?:(?:the\s?)?end|完|完结|全文完)[\W_]*")
"""What says that an article is over."""
_DONE = pattern(r"[(]?(?:完|全文完)[)]?")
"""So does the article itself."""
_BUTTON_LENGTH = 12
"""No button is longer, in code points."""
_OF_SITE = 0.6
"""At least so much of it are words of sites."""
_WORDED = 1.0
"""A line that no rule knows ends an article when its wording weighs so much."""
_ALONE = 1.4
"""So much it must weigh where the next line is none of the site."""
_WORDED_BESIDE = 0.5
"""Straight over an end so much is enough."""
_FILE = pattern(r"\.(?:docx?|xlsx?|pptx?|pdf|wps|ofd|zip|rar)\W*$")
_ATTACHED = pattern(r"(?:相关)?附件\W*")
"""What stands over files that are offered."""
_SIGNED = pattern(
    r"(?:19|20)\d\d年\d{1,2}月\d{1,2}日|[〇零○一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)
"""A day as documents write it under the name of who signs."""
_DAY_OF_LINK = pattern(r"\d{1,2}[-/]\d{1,2}(?: \d\d:\d\d)?[)\]]?$|^[(\[]?(?:\d{4}[-/])?\d{1,2}[-/]\d{1,2}")
"""A day as lists of headlines have it."""


def seen_below(lines: Sequence[Line], start: int) -> list[Seen]:
    """What the lines from `start` on are; behind the first mark of an end nothing belongs to the article."""
    seen: list[Seen] = []
    end = find_end(lines, start)
    for index in range(start, len(lines)):
        text = lines[index].text
        ended = index > end
        code = under_code(text) if index >= end else furniture_code(text)
        if index < end and _DONE.fullmatch(text):
            seen.append((Kind.BODY, None))
        elif code in BARS or code == "related":
            seen.append((Kind.FURNITURE, code))
        elif (is_byline(text) and not (ended and is_date_bar(text))) or (index < end and _is_signature(lines, index)):
            seen.append((Kind.BYLINE, None))
        elif is_credit(text) and (text.startswith("(") or not ended):
            seen.append((Kind.CAPTION, None))
        elif index == end and not code and _is_worded(lines, index):
            seen.append((Kind.FURNITURE, "words"))
        elif ended or code or (index == end and (_FILE.search(text) or _ATTACHED.fullmatch(text))):
            seen.append((Kind.FURNITURE, code or "below"))
        else:
            seen.append((Kind.CAPTION if is_caption(text) else Kind.BODY, None))
    return seen


def find_end(lines: Sequence[Line], start: int) -> int:
    """The first line under the last paragraph at which the article is over; the number of lines where none is.

    What a document may say before it is signed ends nothing over its signature.
    """
    signed = _last_signed(lines, start)
    for index in range(start, len(lines)):
        text = lines[index].text
        if _DONE.fullmatch(text):
            return max(index, signed) + 1
        code = under_code(text)
        is_over = is_editor_line(text) or _END.fullmatch(text) or (code in _SURE_ENDS and not is_loose_bar(text))
        is_likely = index > signed and (
            (code in _LIKELY_ENDS and not is_number_to_call(text)) or (signed >= start and _is_attached(text, code))
        )
        is_worded = code is None and index > signed and _is_worded(lines, index)
        if is_over or is_likely or is_worded or _are_buttons(lines, index) or _is_dated_row(lines, index):
            while index > max(start, signed + 1) and _is_beside_end(lines[index - 1].text):
                index -= 1
            return index
    return len(lines)


def _is_worded(lines: Sequence[Line], index: int) -> bool:
    """Whether a line that no rule knows speaks as pages do, and the next line goes on with it."""
    text = lines[index].text
    if is_byline(text) or wording(text) < _WORDED:
        return False
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    return wording(text) >= _ALONE or (below != "" and (under_code(below) is not None or wording(below) >= _WORDED))


def _is_beside_end(text: str) -> bool:
    """Whether a line straight over the end of an article is of the site as well."""
    if outer_code(text) in _BESIDE_END or _ATTACHED.fullmatch(text):
        return True
    if wording(text) >= _WORDED_BESIDE:
        return True
    return len(text) <= _BUTTON_LENGTH and ":" not in text and not is_list_item(text) and site_share(text) >= _OF_SITE


def _is_attached(text: str, code: str | None) -> bool:
    """Whether a line under a signature offers files, or leads to what the site says of the document."""
    return code in _SURE_ENDS or code in _LIKELY_ENDS or code == "linked" or _FILE.search(text) is not None


def _are_buttons(lines: Sequence[Line], index: int) -> bool:
    """Whether a button stands over something else of the site."""
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    return is_loose_bar(lines[index].text) and below != "" and under_code(below) in _SURE_ENDS


def _last_signed(lines: Sequence[Line], start: int) -> int:
    """The last line that is a day under the name of who signs; the line over `start` where none is."""
    for index in range(len(lines) - 1, start - 1, -1):
        text = lines[index].text
        if index and len(text) <= _DAY_LENGTH and _SIGNED.match(text) and _could_sign(lines[index - 1].text):
            return index
    return start - 1


def _could_sign(text: str) -> bool:
    """Whether a line could be the name of who signs: it is short, and no sentence, count or value of a label."""
    return (
        2 <= len(text) <= _SIGNATURE_LENGTH and not ends_sentence(text) and ":" not in text and not is_day_alone(text)
    )


def _is_dated_row(lines: Sequence[Line], index: int) -> bool:
    """Whether headlines begin here that have their days in digits behind or before them, as lists of a site do."""
    return index + 1 < len(lines) and all(
        _DAY_OF_LINK.search(line.text) and outer_code(line.text) == "linked" for line in lines[index : index + 2]
    )


def _is_signature(lines: Sequence[Line], index: int) -> bool:
    """Whether a line signs a document: the body that issued it, or the day under it."""
    text = lines[index].text
    if len(text) > _SIGNATURE_LENGTH or ends_sentence(text) or is_author_line(text):
        return False
    if find_day(text):
        return True
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    return 0 < len(below) <= _DAY_LENGTH and find_day(below) is not None
