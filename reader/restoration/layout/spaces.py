"""Spaces that say nothing: indents, blank ends, and gaps between Chinese characters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.lexicons.words import frequency
from reader.model import Edit, Reason, apply_edits, compose
from reader.model.patterns import pattern
from reader.restoration.layout.bridges import runs_through_word
from reader.restoration.layout.lines import is_credit, is_table_row, simplify_line
from reader.restoration.layout.marks import CLOSERS, HANZI, HANZI_OR_LOST, OPENERS, SPACES, Enclosures, ends_sentence
from reader.restoration.layout.records import find_records

_GAP = pattern(f"[{SPACES}]+")
_SPACE = pattern(r"[^\S\n]")
_UNUSUAL = pattern("[\u00a0\u2000-\u200a\u202f\u205f]")
_HANZI = pattern(rf"(?![\u0080-\u2e7f\uac00-\ud7af]){HANZI_OR_LOST}")
"""No letter of a script that parts its words by spaces."""
_BLANK_TO_FILL = pattern(f"[(\\[][{SPACES}]*[)\\]]")
_ITEM = pattern(r"\d{1,2}[.、)]")
_LATIN = pattern("[a-z0-9]")
_MARK = pattern("[,。、;:!?]")
_FULL_WIDTH = frozenset("，。、；：！？（）《》“”‘’「」『』【】…")
_ROLE = pattern(
    "(?:记者|通讯员|编辑|责编|校对|作者|摄影|供图|实习生|主播|主编|审核|监制)$|(?:^|[/、])(?:图文|摄|文|图)$"
)
_NUMBERED = pattern("(?:第[〇零一二三四五六七八九十百\\d]{1,5}[条章节编款]|[一二三四五六七八九十]{1,3}、)$")
_DATELINE_END = pattern(f"{HANZI}{{2,16}}(?:\\d{{1,2}}月)?(?:\\d{{1,2}}日)?(?:讯|电|消息)")
_ROLE_START = pattern(f"本报|本台|记者|通讯员|编辑|责编|(?:摄影?|文|图)(?:$|[/、:()。]|[{SPACES}])")
_HEADLINE_LENGTH = 90
"""No headline is longer, in code points."""
_CALL_LENGTH = 30
"""No headline that ends in a mark of exclamation, of question or in dots is longer, in code points."""
_WELL_KNOWN = 300
"""A word of two characters that was counted so often is no name set wide."""
_ROUNDS = 4
"""Spaces are looked for at most so many times."""
_BORDER = pattern(f"[{SPACES},。、;:!?{re.escape(OPENERS + CLOSERS)}]")
"""What phrases end at."""
_REACH = 40
"""Phrases are looked at so far, in code points."""
_BLANK = Reason.of("layout.blank")
_INDENT = Reason.of("layout.indent")
_TRAILING = Reason.of("layout.trailing")
_STRAY = Reason.of("layout.stray")
_NO_BREAK = Reason.of("layout.no_break")
_PHRASE_LENGTH = 3
"""Phrases set apart by a space have at least this many code points."""


def find_spaces(text: str) -> Sequence[Edit]:
    """Spaces at the ends of lines and stray ones inside them, each removed or made one plain space.

    They are looked for anew while stray ones are found: a gap less tells more of its neighbours. The space between the
    phrases of a headline, between role and name, inside a two-character name, after a number of a law's article, in
    tables and programs, and beside Latin text and figures is left alone.
    """
    edits: Sequence[Edit] = ()
    closed = text
    for _ in range(_ROUNDS):
        found = _spaces(closed)
        if not found:
            break
        edits = compose(text, edits, found) if edits else found
        if all(edit.reason is not _STRAY for edit in found):
            break
        closed = apply_edits(closed, found)
    return edits


def _spaces(text: str) -> list[Edit]:
    if not _SPACE.search(text):
        return []
    records = find_records(text)
    edits: list[Edit] = []
    for line_start, line_end in _spaced_lines(text):
        if records.at(line_start):
            continue
        raw = text[line_start:line_end]
        body = raw.strip()
        if not body:
            edits.append(Edit(line_start, line_end, "", "layout.blank", _BLANK))
            continue
        start = line_start + len(raw) - len(raw.lstrip())
        end = start + len(body)
        if line_start < start:
            edits.append(Edit(line_start, start, "", "layout.indent", _INDENT))
        if _SPACE.search(body):
            edits.extend(_inner(body, simplify_line(body), start))
        if end < line_end:
            edits.append(Edit(end, line_end, "", "layout.space", _TRAILING))
    return edits


def _spaced_lines(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each line that holds a space."""
    end = 0
    while (space := _SPACE.search(text, end)) is not None:
        start = text.rfind("\n", end, space.start()) + 1
        end = text.find("\n", space.end())
        end = end if end >= 0 else len(text)
        yield start, end


def _inner(text: str, simple: str, offset: int) -> Iterator[Edit]:
    """Edits for the gaps inside one line that starts at `offset`."""
    gaps = list(_GAP.finditer(text))
    if not gaps:
        return
    spread = _is_spread(text, len(gaps))
    headline = _is_headline(simple) or (not ends_sentence(simple) and len(simple) < 5 * len(gaps))
    table = is_table_row(simple)
    enclosures = Enclosures(simple)
    for gap in gaps:
        start, end = gap.span()
        if spread or (not table and _is_stray(text, simple, start, end, headline, enclosures)):
            yield Edit(offset + start, offset + end, "", "layout.space", _STRAY)
        elif _UNUSUAL.search(gap.group()) and not table:
            yield Edit(offset + start, offset + end, " ", "layout.space", _NO_BREAK)


def _is_headline(simple: str) -> bool:
    """Whether a line is no running text, so that its spaces set phrases apart; one of a list ends in any mark."""
    body = simple.rstrip("。;:!?…")
    if "。" in body or len(simple) > _HEADLINE_LENGTH or simple[-1] in ",、":
        return False
    if body == simple:
        return True
    return "," not in body and (not ends_sentence(simple) or len(simple) <= _CALL_LENGTH)


def _is_spread(text: str, gaps: int) -> bool:
    """Whether every character of a line stands alone, as letter-spaced type does.

    >>> _is_spread("关 于 开 展 活 动 的 通 知", 8), _is_spread("王 玮", 1)
    (True, False)
    """
    return gaps >= 3 and gaps * 2 + 1 >= len(text) - 2 and len(_HANZI.findall(text)) * 2 >= len(text)


def _is_stray(text: str, simple: str, start: int, end: int, headline: bool, enclosures: Enclosures) -> bool:
    """Whether the gap from `start` to `end` separates nothing."""
    before, after = simple[start - 1], simple[end]
    if _BLANK_TO_FILL.match(simple, start - 1):
        return False
    if text[start - 1] in "”’" and _LATIN.match(simple[start - 2]):
        return False
    if text[start - 1] in _FULL_WIDTH and (after in OPENERS or _HANZI.match(after) or text[start - 1] in "（《“【"):
        return not _is_kept_after_mark(simple, start, end)
    if text[start - 1] in "。！？；，" and after.isdigit():
        return _ITEM.match(simple, end) is None and not _is_kept_after_mark(simple, start, end)
    if text[end] in _FULL_WIDTH and text[end] not in OPENERS + "（" and (_HANZI.match(before) or before in CLOSERS):
        return True
    if not (_HANZI.match(before) and (_HANZI.match(after) or (after in "“‘《" and not headline))):
        return False
    if _NUMBERED.search(simple[max(0, start - 8) : start]) or _DATELINE_END.fullmatch(simple, 0, min(start, 30)):
        return False
    left, right = _phrase_before(simple, start), _phrase_after(simple, end)
    if _ROLE.search(left) or _ROLE_START.match(simple, end):
        return False
    if len(left) == len(right) == 1:
        return not headline and frequency(left + right) >= _WELL_KNOWN
    parted = headline or _parts_phrases(simple, start, min(len(left), len(right)), enclosures)
    if parted and min(len(left), len(right)) >= _PHRASE_LENGTH and abs(len(left) - len(right)) <= 1:
        return False
    return not parted or runs_through_word(left, right)


def _parts_phrases(simple: str, start: int, shorter: int, enclosures: Enclosures) -> bool:
    """Whether the gap at `start` parts the phrases of a quoted slogan or title, which has no marks inside."""
    if shorter < _PHRASE_LENGTH:
        return False
    inside = enclosures.at(start)
    return inside is not None and not _MARK.search(simple, inside[0] + 1, inside[1])


def _is_kept_after_mark(simple: str, start: int, end: int) -> bool:
    """Whether the gap behind a mark sets apart a picture's credit, or the phrases of a headline."""
    return (simple[start - 1] in "。!?”)" and is_credit(simple[end : end + _REACH])) or (
        simple[start - 1] in "!?”)》】" and "。" not in simple
    )


def _phrase_before(simple: str, end: int) -> str:
    return _BORDER.split(simple[max(0, end - _REACH) : end])[-1]


def _phrase_after(simple: str, start: int) -> str:
    return _BORDER.split(simple[start : start + _REACH], 1)[0]
