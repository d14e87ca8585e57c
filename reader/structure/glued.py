"""Furniture that stands on one line with the text: under the last sentence, or between two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from reader.model.patterns import pattern
from reader.restoration.layout.lines import Line
from reader.restoration.layout.marks import CLOSERS, HANZI, SPACES
from reader.structure.bars import is_bar, is_label, is_neighbour
from reader.structure.bylines import is_date_bar, is_editor_line, is_source_line
from reader.structure.furniture import furniture_code
from reader.structure.notices import is_notice
from reader.structure.related import is_related_head

_ROLE = "(?:责任|值班|初审|本期|网络|见习|实习|文字)?编辑|责编|校对|审核|监制|[一二三初复终]审|编审"
_LISTS = "(?:相关|延伸|推荐|热门|精彩|更多|往期)(?:阅读|新闻|链接|报道|推荐|文章|回顾|内容)"
_LIST = f"{_LISTS}|猜你喜欢|大家都在看|网友评论|友情链接"
_MARK = pattern(
    rf"[\[(【]?\s?(?:{_ROLE})\s?[::丨|/]|[\[(【]?(?:版权|免责|特别|郑重|本站|本网)?声明[::】]|版权所有|(?:文章|稿件|内容|本文)?来源[::]|[上下]一[篇条页则]\s?[::]"
    rf"|分享(?:到|至|让更多)|(?:{_LIST})(?=[::{SPACES}]|$)|(?:文章)?(?:标签|关键[词字])[::]|copyright|©|[\[【](?:纠错|打印|关闭|我要纠错)|(?:转载|未经)[^。]{{0,12}}(?:注明|授权|许可)"
    r"|(?:以上|如上)内容|凡(?:本[网站]|注明)|本(?:网站?|站|文)(?:转载|所|内容|为|系|由|仅)|扫一扫|扫码|长按|点击(?:下载|关注|蓝字|进入|查看)|var\s|\(function|\$\(|<script|document\.|window\."
)
"""Words that furniture begins with."""
_CODE = pattern(
    r"\(function\b|var\s+\w+\s*=|@import\s|document\.\w+\(|window\.\w|<script|\$\(|[.#][a-z][\w\s-]{0,40}\{|(?<![a-z\d_$.])[a-z][a-z\d_$.]{3,60}\(\""
)
"""What code begins with; it needs nothing before it."""
_BEHIND = frozenset("。!?…>" + CLOSERS + SPACES.replace("-", "") + "\t \u3000\u00a0")
"""What stands before furniture that is glued to a text."""
_WITHIN = frozenset(",:、;“‘「『《(")
"""What stands before such words inside a sentence or a notice."""
_SENTENCE = pattern("[。!?…][”’」』)】》]*")
_NAMES = pattern(
    rf"[\[(【]?\s?(?:{_ROLE})\s?[::丨|/]\s?{HANZI}{{2,4}}(?:[、,]\s?{HANZI}{{2,4}})*\s?(?:[\])】]|(?=[{SPACES}])|$)"
)
"""Editors with their names, and nothing behind them."""
_SPACE = pattern(rf"[{SPACES}]+")
_FIELD = pattern(r"[\d:]")
"""What a bar tells of the page: days and labels."""
_MOST_TRIED = 6
"""Furniture is no longer than what begins with one of its words and ends with so many others."""
_SHORTEST = 12
"""Text before glued furniture has at least so many code points, and so has a line with anything glued to it."""


def take_apart(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, those with furniture glued to them divided.

    >>> from reader.restoration.layout.lines import read_lines
    >>> [piece.text for piece in take_apart(read_lines("胜利的号角已经在全市吹响。责编:张三 分享到: 微信 微博"))]
    ['胜利的号角已经在全市吹响。', '责编:张三', '分享到: 微信 微博']
    >>> [piece.text for piece in take_apart(read_lines("临江日报 2021-05-18 07:12 打印 关闭"))]
    ['临江日报 2021-05-18 07:12', '打印 关闭']
    """
    return [piece for line in lines for piece in _pieces(line)]


def _pieces(line: Line) -> Iterator[Line]:
    """A line, or the text and the furniture that it holds; spaces between them belong to neither."""
    text = line.text
    if len(text) < _SHORTEST:
        yield line
        return
    cuts = sorted({0, *_cuts(text), len(text)})
    for start, end in pairwise(cuts):
        piece = text[start:end]
        low, high = start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
        if low < high:
            yield line if (low, high) == (0, len(text)) else _part(line, low, high)


def _part(line: Line, low: int, high: int) -> Line:
    return replace(
        line,
        start=line.start + low,
        end=line.start + high,
        written=line.written[low:high],
        indent=line.indent if low == 0 else 0,
        blank_before=line.blank_before if low == 0 else 0,
    )


def _cuts(text: str) -> Iterator[int]:
    """Where furniture begins and ends inside a line of text.

    It begins behind a sentence, a bracket or a space, or where other furniture ends.
    """
    code = {found.start() for found in _CODE.finditer(text) if found.start()}
    marks = sorted(code | {found.start() for found in _MARK.finditer(text) if not _is_within(text, found.start())})
    if is_date_bar(text):
        yield from _buttons(text)
    first = next((mark for mark in marks if mark in code or text[mark - 1] in _BEHIND), None)
    if first is None or (first not in code and (first < _SHORTEST or not _SENTENCE.search(text, 0, first))):
        return
    if _is_outside(text[:first].strip()):
        return
    opened: int | None = None
    tried = 0
    for mark in [*marks, len(text)]:
        names = _NAMES.match(text, opened, mark) if opened is not None else None
        if opened is not None and names:
            yield opened
            yield names.end()
            opened = mark if names.end() == mark else None
        elif opened is not None and tried < _MOST_TRIED and _is_outside(text[opened:mark].strip()):
            yield opened
            yield mark
            opened, tried = mark, 0
        tried += 1
        if mark < len(text) and (mark in code or text[mark - 1] in _BEHIND) and opened != mark:
            opened, tried = mark, 0


def _buttons(text: str) -> Iterator[int]:
    """Where the buttons begin that end a bar with date and source: `大字`, `打印 关闭`."""
    starts = (space.end() for space in _SPACE.finditer(text))
    for start in starts:
        if not _FIELD.search(text, start) and is_bar(text[start:]) and is_date_bar(text[:start].rstrip()):
            yield start
            return


def _is_within(text: str, start: int) -> bool:
    """Whether a word stands at the start of a line, or where a sentence or a notice goes on."""
    return start == 0 or text[start - 1] in _WITHIN


def _is_outside(text: str) -> bool:
    """Whether a piece of a line is furniture or a byline as a line of its own would be."""
    tests = (is_notice, is_neighbour, is_related_head, is_label, is_bar, is_source_line, is_editor_line)
    return furniture_code(text) is not None or any(test(text) for test in tests)
