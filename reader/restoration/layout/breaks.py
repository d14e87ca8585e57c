"""Gaps of a flattened line behind which a new paragraph starts, each with its reason.

Everything here works on the `simplify` form of one line.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from reader.model import Span
from reader.model.patterns import pattern
from reader.restoration.layout.bar_items import opens_with_writers
from reader.restoration.layout.joins import cut_reason
from reader.restoration.layout.lines import ends_in_credit, is_caption, is_credit, is_dateline, is_heading_like
from reader.restoration.layout.marks import HANZI, SPACES, WORD, Enclosures, ends_sentence

_LEAD = 80
"""A heading and its subheading end within so many code points of the start of a paragraph."""
_SOLE_HEADING = 8
"""A headline over the only paragraph of a page has at least this many code points."""
_REST = 20
"""What stands under a heading has at least this many code points."""
_FEW_WIDE = 2
"""So many wide gaps behind sentences show that wide gaps divide the paragraphs."""
_WIDE_PIECE = 12
"""Wide gaps that stand closer than this on average, in code points, align columns."""
_NUMERALS = "一二三四五六七八九十"

_UPPER = 400
"""Who wrote a report stands within so many code points over it."""
_TELLING = 6
"""Commas from which on their having no gap behind them tells of the other gaps."""
_LEAD_IN = 24
"""What leads to a list in a paragraph of its own is shorter than this, in code points."""

_COMMA = pattern("[,、]")
_COMMA_GAP = pattern(f"[,、][{SPACES}]")
_INNER_END = pattern(f"[。!?]{HANZI}")
_SENTENCE = pattern(rf"(?=.{{8}})[^{SPACES}:]{{1,60}}?(?:[{SPACES}][^{SPACES}:]{{1,60}}?)?[。!?;]")
"""A sentence or an item, perhaps with a space in a name."""
_ORIGINAL_TITLE = pattern(rf"(?:^|[{SPACES}])原标题:[^。!?;]{{4,36}}$")
_DOCUMENT_NUMBER = pattern(rf"{HANZI}{{2,10}}[〔\[(]\d{{4}}[〕\])]\d{{1,4}}号(?=[{SPACES}]|$)")
_GAP = pattern(f"[{SPACES}]+")
_WIDE = pattern(f"[{SPACES}]{{2,}}")
_CREDIT = pattern(r"\([^()。]{2,30}\)")
PHOTO = pattern(
    rf"(?:{HANZI}{{0,6}}(?:记者|通讯员)[{SPACES}]*)?{HANZI}{{2,4}}(?:[{SPACES}、]{HANZI}{{1,3}}){{0,3}}[{SPACES}]*摄(?:影|(?![影像制取入氏]))"
)
"""Who took a picture, behind the sentence that describes it."""
_SOURCE_LABEL = pattern(rf"(?:图片?|照片|视频|题图|图文)(?:来源|提供)[:/][{SPACES}]*(?:{WORD}|[·—-]){{2,16}}$")
_PICTURE = pattern("[■▲△▼]|图(?:为|[①-⑳\\d]?[::])")
_NUMBERED = pattern(rf"第[〇零一二三四五六七八九十百\d]{{1,5}}[编章节条][{SPACES}]")
_NUMBER = pattern(r"第[〇零一二三四五六七八九十百\d]{1,5}[编章节条]$")
"""The number of a part of a law, which belongs to what stands behind it."""
_ITEM = pattern(
    rf"\((?P<paren>[{_NUMERALS}]{{1,3}})\)|(?P<comma>[{_NUMERALS}]{{1,3}})、|(?P<digit>\d{{1,2}})[.、](?!\d)"
    r"|\((?P<paren_digit>\d{1,2})\)|(?P<ring>[①-⑳])"
)
_BEFORE_ITEM = pattern("[。!?;:…”)]")
_SPACE_MARKS = frozenset(" \t\u3000\u00a0\u202f\u205f" + "".join(map(chr, range(0x2000, 0x200B))))
_ADOPTED = pattern(r"\([^()\d]{0,24}(?:\d{4}|[〇○零一二三四五六七八九]{4})年[^()]{1,80}\)")
"""When and by whom a document was adopted, under its title."""
_ATTRIBUTION = pattern(r"[^。!?,“]{2,40}(?:说|表示|道|称|指出|强调|介绍|告诉记者)[。,:]")
_SPEECH_END = pattern(r"[。!?…][”」]$")
_SALUTATION = pattern(
    r"(?:各[^。:]{1,60}|[^。:]{0,40}(?:同志|代表|委员|朋友|女士|先生|同学|来宾|部门|单位|政府|委员会|党委|党组|公司))们?:$"
)
_NO_HEADING = pattern(
    rf"\d[.、]$|;|[、,]{HANZI}$|(?:记者|通讯员|作者|编辑)$|(?:^|[{SPACES})])第[〇零一二三四五六七八九十百\d]{{1,5}}[编章节条]$"
)
_DATELINE_END = pattern(r"\d日(?:电|讯|消息)$|(?:本报|本刊|本台)(?:讯|消息)$")
_REPORTER = pattern(rf"\({HANZI}{{0,8}}?(?:记者|通讯员)")
"""Who reported, behind the name of a medium with 讯."""
_SPEAKER = pattern(f"{HANZI}{{2,3}}:")
"""Who speaks, behind the office."""
_MEDIUM_END = pattern("(?:[社报网台]|记者|通讯员)$")


def wide_breaks(text: str, written: str) -> dict[Span, str]:
    """The wide gaps of a line, if they and not the narrow ones divide its paragraphs.

    Args:
        text: A line in its simplified form.
        written: The same line as written.

    >>> line = "大会召开  会议指出,要抓好落实。  与会者参加了讨论。  会议在下午 结束。"
    >>> [line[:gap.start][-2:] for gap in wide_breaks(line, line)]
    ['召开', '实。', '论。']
    """
    gaps = [Span(*found.span()) for found in _WIDE.finditer(written)]
    if len(gaps) < _FEW_WIDE or len(text) < _WIDE_PIECE * len(gaps):
        return {}
    enclosures = Enclosures(text)
    outside = [
        gap
        for gap in gaps
        if enclosures.at(gap.start) is None and not _NUMBER.search(text[max(0, gap.start - 8) : gap.start])
    ]
    behind = [ends_sentence(text[max(0, gap.start - 8) : gap.start]) for gap in outside]
    if sum(behind) < _FEW_WIDE or sum(behind) * 3 < len(behind) - behind.index(True):
        return {}
    return {
        gap: "layout.wide_gap" for gap in outside if not PHOTO.match(text, gap.end) and text[gap.start - 1] not in ",、"
    }


@lru_cache(maxsize=8)
def gaps_tell(text: str) -> bool:
    """Whether gaps stand behind paragraphs only: never behind a comma, nor behind every sentence.

    >>> gaps_tell("甲、乙、丙,丁。戊己庚, 辛。壬癸,子,丑。 寅"), gaps_tell("甲、乙、丙,丁。戊己庚,辛。 壬癸,子,丑。 寅")
    (False, True)
    """
    commas = len(_COMMA.findall(text))
    return commas >= _TELLING and _COMMA_GAP.search(text) is None and _INNER_END.search(text) is not None


def sentence_breaks(text: str) -> Iterator[tuple[Span, str]]:
    """Gaps behind a sentence or a credit, and before a credit, a dateline or the mark of a picture."""
    enclosures = Enclosures(text)
    paragraph = 0
    for gap in _GAP.finditer(text):
        if enclosures.at(gap.start()) or gap.end() == len(text):
            continue
        reason = _gap_reason(text, paragraph, gap.start(), gap.end())
        if reason:
            paragraph = gap.end()
            yield Span(*gap.span()), reason


def _gap_reason(text: str, paragraph: int, start: int, end: int) -> str | None:
    """Why a paragraph ends at the gap from `start` to `end`, the last one having started at `paragraph`."""
    before, after = text[max(0, start - 40) : start], text[end : end + 60]
    credit = _CREDIT.match(after)
    if start < _UPPER and (opens_with_writers(after) or (paragraph and opens_with_writers(text[paragraph:start]))):
        return "layout.date_bar"
    if _is_behind_credit(before) or (credit and is_credit(credit.group())):
        return "layout.credit"
    if _NUMBERED.match(after):
        return "layout.numbered"
    if _PICTURE.match(after) and not before.endswith((",", "、")):
        return "layout.picture"
    if is_dateline(after) and not _MEDIUM_END.search(before) and not _DATELINE_END.search(before):
        return "layout.dateline"
    if before[-1] == ":" and start - paragraph < 90 and _SALUTATION.match(text[paragraph:start]):
        return "layout.salutation"
    if before[-1] == ":" and gaps_tell(text) and _SALUTATION.match(before[_last_gap(before) :]):
        return "layout.salutation"
    if _ORIGINAL_TITLE.search(before):
        return "layout.heading"
    if _DOCUMENT_NUMBER.match(after) or _DOCUMENT_NUMBER.fullmatch(text, paragraph, start):
        return "layout.document"
    if adopted := _ADOPTED.match(text, end):
        return "layout.adopted" if adopted.end() == len(text) or text[adopted.end()] in _SPACE_MARKS else None
    if before[-1] == ")" and _ADOPTED.fullmatch(text, paragraph, start):
        return "layout.adopted"
    if before[-1] == ":" and start - paragraph < _LEAD_IN and gaps_tell(text) and _SENTENCE.match(text, end):
        return "layout.paragraph"
    if PHOTO.match(after) or not (ends_sentence(before) or before[-1] == ";"):
        return None
    if _SPEECH_END.search(before) and _ATTRIBUTION.match(after):
        return None
    return "layout.paragraph"


def _last_gap(text: str) -> int:
    """Where the last gap of a text ends; 0 for none."""
    return max((gap.end() for gap in _GAP.finditer(text)), default=0)


def _is_behind_credit(before: str) -> bool:
    if before.endswith(")"):
        return is_caption(before[before.rfind("(") :])
    return before.endswith(("摄", "图", "摄影")) and ends_in_credit(before)


class _Item(NamedTuple):
    """The number of an item, with the gap before it."""

    gap: Span
    style: str
    value: int


def item_breaks(text: str, gapless: bool) -> Iterator[tuple[Span, str]]:
    """Before the numbers of items that count up from one.

    Args:
        text: A flattened line.
        gapless: Whether the line has lost the gaps between its paragraphs, so that a mark before an item is enough.

    >>> line = "要求如下:(一)加强领导;(二)落实责任;(三)严格考核。"
    >>> [line[gap.end:][:3] for gap, _ in item_breaks(line, gapless=True)]
    ['(一)', '(二)', '(三)']
    """
    runs: dict[str, list[_Item]] = {}
    for item in _items(text, gapless):
        run = runs.setdefault(item.style, [])
        if run and item.value != run[-1].value + 1:
            yield from _told(run)
            run.clear()
        if run or item.value == 1:
            run.append(item)
    for run in runs.values():
        yield from _told(run)


def _items(text: str, gapless: bool) -> Iterator[_Item]:
    enclosures = Enclosures(text)
    for found in _ITEM.finditer(text):
        start = found.start()
        bare = start
        while bare and text[bare - 1] in _SPACE_MARKS:
            bare -= 1
        inside = enclosures.at(bare) if bare < start else enclosures.at(start)
        if inside is not None and inside[0] < bare:
            continue
        style = str(found.lastgroup)
        value = _value(found.group(style))
        marked = style != "digit" and start > 0 and _BEFORE_ITEM.match(text[start - 1]) is not None
        opens = style == "paren" and value == 1 and start > 0 and text[start - 1] != "第"
        if bare < start or (gapless and (marked or opens)):
            yield _Item(Span(bare, start), style, value)


def _told(run: list[_Item]) -> Iterator[tuple[Span, str]]:
    if len(run) > 1:
        for item in run:
            yield item.gap, "layout.item"


def _value(numeral: str) -> int:
    """The number that a numeral up to 99 means.

    >>> _value("十二"), _value("二十"), _value("7"), _value("③")
    (12, 20, 7, 3)
    """
    if numeral.isdecimal():
        return int(numeral)
    if numeral >= "①" and numeral <= "⑳":
        return ord(numeral) - ord("①") + 1
    tens, ten, ones = numeral.partition("十")
    if not ten:
        return _NUMERALS.find(numeral) + 1
    return 10 * (_NUMERALS.find(tens) + 1 if tens else 1) + (_NUMERALS.find(ones) + 1 if ones else 0)


def credit_end_breaks(text: str, piece: Span) -> Iterator[tuple[Span, str]]:
    """The gap behind a label with the source of a picture that opens a piece of text."""
    for gap in _GAP.finditer(text, piece.start, min(piece.end, piece.start + 40)):
        if gap.end() < piece.end and _SOURCE_LABEL.fullmatch(text, piece.start, gap.start()):
            yield Span(*gap.span()), "layout.credit"


def heading_break(text: str, piece: Span, sole: bool = False) -> Iterator[tuple[Span, str]]:
    """The gap behind the heading that a piece of running text opens with.

    Args:
        text: A flattened line.
        piece: From one break to the next.
        sole: Whether the piece is all that the page holds, so that only a long heading is believed.
    """
    start = piece.start
    ending = text[max(start, piece.end - 40) : piece.end].rstrip(SPACES)
    if _NUMBERED.match(text, start) or not (ends_sentence(ending) or ending.endswith((":", ";"))):
        return
    for label in credit_end_breaks(text, piece):
        start = label[0].end
    least = _SOLE_HEADING if sole else 4
    last: Span | None = None
    for gap in _GAP.finditer(text, start, min(piece.end, start + _LEAD)):
        heading = text[start : gap.start()]
        if len(heading) < least or not is_heading_like(heading) or _NO_HEADING.search(heading):
            continue
        rest = text[gap.end() : piece.end].rstrip(SPACES)
        if not _SALUTATION.match(rest) if ending[-1] == ":" else len(rest) < _REST:
            continue
        if is_dateline(heading) or _DATELINE_END.search(heading) or (sole and "," in heading):
            continue
        if (heading.endswith("讯") and _REPORTER.match(rest)) or _SPEAKER.match(rest):
            continue
        if not cut_reason(heading, rest):
            last = Span(*gap.span())
    if last is not None:
        yield last, "layout.heading"
