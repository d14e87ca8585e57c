"""The lines of a page and their shapes: list items, verse, credits, headings, prose.

Shapes are seen on the `simplify` form.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from reader.model.patterns import pattern
from reader.restoration.layout.marks import CANNOT_START, HANZI, SPACES, WORD, ends_sentence, left_open, width_cells
from reader.script.folding import simplify

HEADING_LENGTH = 42
"""No heading is longer, in code points."""
PROSE_LENGTH = 40
"""A line with a comma in it that is longer is prose, in code points."""

_TWO_COMMAS = 28
"""So is one with two commas that is longer than this."""
_OPENING = pattern(
    r"(?:目前|近日|日前|今天|昨天|当天|当前|此外|同时|据悉|其中|因此|但是|然而|截至.{1,8}|\d{1,2}月\d{1,2}日|\d{1,2}日)(?:\([^)]{2,8}\))?,"
)
"""What sentences open with, and no heading."""
_REPORTED = pattern("(?:表示|报道|透露|指出|认为|强调|宣布|要求),")
_COMMA = pattern(r",(?!\d{3})")
"""A comma that does not part thousands."""
_NUMERAL = "〇零一二三四五六七八九十百\\d"
_LIST_ITEM = pattern(
    rf"[({{][{_NUMERAL}]{{1,3}}[)}}]|[一二三四五六七八九十]{{1,3}}、|[{_NUMERAL}]{{1,2}}[)、]|\d{{1,2}}\.(?!\d)"
    rf"|第[{_NUMERAL}]{{1,5}}[条章节编款]|[一二三四五六七八九十]是|[①-⑳●•◆■□▲△▼★☆·*]|——|-\s|\[\d{{1,3}}\]"
)
_HAN = pattern("[\u3400-\u9fff]")
_PAIRED_SPACES = pattern(rf"[^{SPACES}]\s{{2,}}[^{SPACES}]")
_LEADERS = pattern(r"(?:…{2}|\.{4}|·{4})\s*\d{1,4}$")
"""Dots that lead to the number of a page, as in a table of contents."""
_SHORT = 1_000
"""Of longer lines, in code points, only a few are remembered."""
_STANZA_LENGTH = 24
"""No line of verse is longer, in code points."""
_STANZA_LINES = 3
"""So many short lines, each ended by a mark, are verse or a list."""
_CREDIT = pattern(
    rf"\(?(?:图片?|文|视频|照片)?(?:来源|提供|供图|摄影|图片|资料)[:/][{SPACES}]*[^。,;!?]{{1,24}}\)?$"
    r"|\(?(?:图片?|图文|照片)来(?:源于|自)(?:互联)?网络?\)?$"
    rf"|\(?(?:资料|网络|新华社|本报)?(?:图片|资料图|资料片|效果图|示意图)\)?$"
    rf"|\(?[^。,;!?]{{1,24}}(?:(?<![拍统])摄|[{SPACES}/]摄影|摄影报道|供图|[{SPACES}]提供|[{SPACES}(](?:资料图片?|资料片)"
    rf"|新华社(?:记者)?[{SPACES}]?(?:{HANZI}{{2,3}})?发)\)?$"
)
_CAPTION_MARK = pattern(
    r"[■▲△▼◆]|\(?图(?:为|[一二三四五六七八九十\d①-⑳]{0,2}[::])|\(?(?:资料图|题图|配图|上图|下图|左图|右图|图注|图说|图片说明)"
)
DAY = r"(?:19|20)\d\d(?:-\d{1,2}-\d{1,2}|/\d{1,2}/\d{1,2}|\.\d{1,2}\.\d{1,2}|年\d{1,2}月\d{1,2}日)"
DAY_BAR = pattern(
    rf"(?:(?:发布)?(?:时间|日期)[::]\s*)?{DAY}(?:\s*\d{{1,2}}:\d\d(?::\d\d)?)?"
    rf"(?:\s*(?:来源|稿源|作者|编辑|责编)[::]\s*(?:{WORD}|[·—-]){{2,20}})*"
)
"""A day of the calendar with what a page's date bar says behind it."""


_DATELINE = pattern(
    rf"(?:(?:{HANZI}|·){{2,16}}?(?:\d{{1,2}}月)?\d{{1,2}}日(?:讯|电|消息)|{HANZI}{{2,12}}(?:(?<!通)讯|消息|电))[{SPACES}]*[(:]"
    rf"|(?:本报|本刊|本台|{HANZI}{{2,6}}[网社])(?:{HANZI}|\d){{0,10}}(?:讯|消息|电)[{SPACES}]"
)


_REPORTER = pattern(
    rf"[(〔【]{HANZI}{{0,8}}?记者{HANZI}{{2,8}}?(?:[/、]?{HANZI}{{2,3}})?(?:\d{{1,2}}日)?(?:电|讯|报道|报导)[)〕】]"
)


@dataclass(frozen=True)
class Line:
    """A line that is not blank."""

    start: int
    """Its first code point that is no space, in the page."""
    end: int
    """The code point after the last that is no space."""
    indent: int
    """Columns of space before it."""
    blank_before: int
    """Blank lines above it."""
    written: str
    """The line as it stands in the page, from `start` to `end`."""

    @cached_property
    def text(self) -> str:
        """The `simplify` form; of a page without damage few lines need it."""
        return simplify_line(self.written)


def simplify_line(written: str) -> str:
    """The `simplify` form of a line, remembered for a while: several passes look at the same lines."""
    return _short_simplified(written) if len(written) <= _SHORT else _long_simplified(written)


_short_simplified = lru_cache(maxsize=256)(simplify)
_long_simplified = lru_cache(maxsize=2)(simplify)


def read_lines(text: str) -> list[Line]:
    """The lines of a text that are not blank, in order."""
    lines: list[Line] = []
    start = blank = 0
    for raw in text.split("\n"):
        written = raw.strip()
        if written:
            lead = 0 if raw[0] == written[0] else len(raw) - len(raw.lstrip())
            at = start + lead
            lines.append(Line(at, at + len(written), width_cells(raw[:lead]) if lead else 0, blank, written))
            blank = 0
        else:
            blank += 1
        start += len(raw) + 1
    return lines


def is_list_item(text: str) -> bool:
    """Whether a line opens with the number or mark of a list, or of an article of a law.

    >>> is_list_item("一是抓落实。"), is_list_item("(一)总则"), is_list_item("一个项目")
    (True, True, False)
    """
    return _LIST_ITEM.match(text) is not None


def is_table_row(text: str) -> bool:
    """Whether wide gaps, tabs or bars divide a line, simplified or as written, into columns.

    >>> is_table_row("姓名   职务   单位"), is_table_row("聚力强势 奋勇争先")
    (True, False)
    """
    if "\t" in text or text.count("|") > 1 or text.count("｜") > 1:
        return True
    if text[-1:].isdecimal() and _LEADERS.search(text[-40:]):
        return True
    return ("  " in text or "\u3000" in text) and len(_PAIRED_SPACES.findall(text)) > 1


def is_verse(text: str, other: str) -> bool:
    """Whether two neighbouring lines look like verse: short, nearly of one length, each ended by a mark.

    >>> is_verse("白日依山尽,", "黄河入海流。"), is_verse("更大的勇", "气来推动")
    (True, False)
    """
    if text[-1] not in ",;。!?":
        return False
    return max(len(text), len(other)) <= 17 and abs(len(text) - len(other)) <= 1


def find_stanzas(lines: Sequence[Line]) -> list[bool]:
    """Which lines stand among short lines that are each ended by a mark, as verse and lists are."""
    flags = [len(line.written) <= _STANZA_LENGTH and line.written[-1] in ",，。;；!！?？:：…—" for line in lines]
    start = 0
    for index in range(1, len(flags) + 1):
        if index < len(flags) and flags[index] == flags[start]:
            continue
        if flags[start] and index - start < _STANZA_LINES:
            flags[start:index] = [False] * (index - start)
        start = index
    return flags


def is_dateline(text: str) -> bool:
    """Whether an article opens here with where and when it was reported (电头).

    >>> is_dateline("信网2月17日讯(通讯员 滕媛)"), is_dateline("央视网消息(新闻联播):"), is_dateline("今日消息多")
    (True, True, False)
    """
    return _DATELINE.match(text[:60]) is not None


def opens_report(text: str) -> bool:
    """Whether a report starts here: with a dateline, or with its reporter in brackets as papers of Taiwan have it.

    >>> opens_report("(中央社记者王小明台北17日电)"), opens_report("(记者王小明)")
    (True, False)
    """
    return is_dateline(text) or _REPORTER.match(text[:60]) is not None


def is_credit(text: str) -> bool:
    """Whether a line only says who took or supplied a picture.

    >>> is_credit("(来源:市南区委宣传部)"), is_credit("本报记者 杨扬 摄"), is_credit("资料图片")
    (True, True, True)
    """
    return len(text) <= 40 and _CREDIT.match(text) is not None


@lru_cache(maxsize=2_000)
def is_caption(text: str) -> bool:
    """Whether a line describes a picture, or ends by crediting one.

    >>> is_caption("■老楼加装电梯提速。"), is_caption("图为市政府广场。 本报记者 杨扬 摄"), is_caption("图强求变")
    (True, True, False)
    """
    if _CAPTION_MARK.match(text) or is_credit(text):
        return True
    return len(text) <= 200 and ends_in_credit(text)


def ends_in_credit(text: str) -> bool:
    """Whether the last sentence only says who took or supplied a picture.

    >>> ends_in_credit("图为市政府广场。 本报记者 杨扬 摄"), ends_in_credit("本报记者 杨扬")
    (True, False)
    """
    tail = re.split("[。!?]", text[-32:])[-1].strip(SPACES)
    return 0 < len(tail) <= 24 and tail != text and is_credit(tail)


def is_prose(text: str) -> bool:
    """Whether a line is running text: a sentence ends inside it, it opens as one, or it is long and has commas.

    >>> is_prose("目前,船舶已经开始"), is_prose("转作风,强能力")
    (True, False)
    """
    body = text.rstrip("。!?…”’」』)")
    if "。" in body or "!" in body or "?" in body:
        return len(text) > 20
    if "," not in text:
        return False
    if _OPENING.match(text) or _REPORTED.search(text):
        return True
    commas = len(_COMMA.findall(text))
    return commas > 0 and len(text) > (PROSE_LENGTH if commas == 1 else _TWO_COMMAS)


def is_heading_like(text: str) -> bool:
    """Whether a line could be a heading: short, whole, and not a sentence.

    >>> is_heading_like("直面作风顽疾"), is_heading_like("作风就是保障!"), is_heading_like("其中,")
    (True, False, False)
    """
    return (
        2 <= len(text) <= HEADING_LENGTH
        and not ends_sentence(text)
        and "。" not in text
        and text[-1] not in ",、;:—-"
        and text[0] not in CANNOT_START
        and left_open(text) is None
        and _HAN.search(text) is not None
    )


def median(numbers: Sequence[int]) -> int:
    """The middle one of some numbers in order, 0 for none."""
    return sorted(numbers)[len(numbers) // 2] if numbers else 0
