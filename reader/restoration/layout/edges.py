"""What stands over and under an article on a flattened line: path, headline and date bar; editors and links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.model import Span
from reader.restoration.layout.lines import DAY_BAR, is_heading_like
from reader.restoration.layout.marks import HANZI, SPACES, WORD

_HEAD = 160
"""Path, headline and date bar end within so many code points."""
_TAIL_TENTHS = 5
"""What stands under an article begins behind so many tenths of the line."""

_STEP = rf"[^{SPACES}>»›/。,]{{1,16}}"
_PATH = re.compile(rf"{_STEP}(?:[{SPACES}]*(?:>+|»|›|[{SPACES}]/[{SPACES}])[{SPACES}]*{_STEP})+(?=[{SPACES}])")
_SOURCE = re.compile(rf"(?:来源[::][{SPACES}]*{WORD}{{2,16}}|(?<=[{SPACES}]){HANZI}{{1,7}}[网报台社])[{SPACES}]+$")
_TOOL = r"字[号体][::]?|浏览(?:次数|量)?[::]?\d*|点击[::]?\d*|大字|打印|收藏|分享"
_TOOLS = re.compile(rf"(?:[{SPACES}]*[【\[]?(?:{_TOOL}|[大中小](?=[{SPACES}】\]]))[】\]]?)+")
_RELATED = "(?:相关|新闻|热门|精彩|延伸|推荐|更多|最新|往期)(?:新闻|阅读|推荐|链接|报道|文章|回顾)|猜你喜欢|大家都在看"
_UNDER = re.compile(
    rf"[\[(【]?(?:责任编辑|责编|编辑)[::]|[上下]一[篇页条][::]|分享到|[【\[](?:打印|关闭|收藏)|(?:版权|免责)声明[::]|copyright"
    rf"|(?:{_RELATED})[::]?(?=[{SPACES}])"
)
_EDITORS = re.compile(rf"(?:责任编辑|责编|编辑)[::][{SPACES}]*{HANZI}{{2,4}}(?:[、,]{HANZI}{{2,4}})*[\])】]?$")
_HEADING_OF_LINKS = re.compile(rf"(?:{_RELATED})[::]?$")
_GAP = re.compile(f"[{SPACES}]+")
_SIGNED = 160
"""A signature stands within so many code points of the end."""
_SIGNATURE = re.compile(
    rf"(?<=[。!?;)])(?P<over>[{SPACES}]*)(?:{HANZI}{{3,24}}?[室会府局厅部委组院社处司心党司队团校][{SPACES}]*?){{1,3}}"
    rf"(?P<between>[{SPACES}]*)(?:\d{{4}}|[〇零一二三四五六七八九]{{4}})年[\d一二三四五六七八九十]{{1,2}}月"
    rf"[\d一二三四五六七八九十]{{1,3}}日[{SPACES}]*$"
)
"""The unit and the day that a document ends with."""


def head_breaks(text: str, end: int) -> tuple[list[tuple[Span, str]], int]:
    """Gaps between the path, the headline and the date bar that a line opens with, and where the rest starts.

    Args:
        text: A simplified line.
        end: Where its first paragraph ends.
    """
    breaks: list[tuple[Span, str]] = []
    start = 0
    if path := _PATH.search(text, 0, min(end, _HEAD)):
        if path.start():
            over = len(text[: path.start()].rstrip(SPACES))
            breaks.append((Span(over, path.start()), "layout.path"))
        breaks.append((_gap_at(text, path.end()), "layout.path"))
        start = breaks[-1][0].end
    bar = DAY_BAR.search(text, start, min(end, start + _HEAD))
    if bar is None or ":" not in bar.group():
        return breaks, start
    source = _SOURCE.search(text, start, bar.start())
    bar_start = source.start() if source else bar.start()
    tools = _TOOLS.match(text, bar.end(), end)
    bar_end = tools.end() if tools else bar.end()
    headline = text[start:bar_start].rstrip(SPACES)
    behind = _GAP.match(text, bar_end)
    if behind is None or behind.end() >= end or not (not headline or is_headline(headline)):
        return breaks, start
    if headline:
        breaks.append((Span(start + len(headline), bar_start), "layout.date_bar"))
    breaks.append((Span(*behind.span()), "layout.date_bar"))
    return breaks, behind.end()


def is_headline(text: str) -> bool:
    """Whether words before a date bar are a headline, which may be longer than a heading and may ask.

    >>> is_headline("全区召开大会 部署重点任务"), is_headline("会议提出,")
    (True, False)
    """
    return is_heading_like(text.rstrip("!?")) or (len(text) <= 80 and "。" not in text and text[-1] not in ",、;:")


def tail_breaks(text: str) -> Iterator[tuple[Span, str]]:
    """Gaps around editors, tools, links and notices behind an article."""
    for gap in _GAP.finditer(text, len(text) * _TAIL_TENTHS // 10):
        before = text[max(0, gap.start() - 40) : gap.start()]
        if _UNDER.match(text, gap.end()) or _EDITORS.search(before) or _HEADING_OF_LINKS.search(before):
            yield Span(*gap.span()), "layout.under"


def signature_breaks(text: str) -> dict[Span, str]:
    """Before the unit and before the day that a document is signed with (落款).

    >>> line = "请遵照执行。滨河区人民政府办公室2022年3月9日"
    >>> [line[gap.end:] for gap in signature_breaks(line)]
    ['滨河区人民政府办公室2022年3月9日', '2022年3月9日']
    """
    found = _SIGNATURE.search(text, max(0, len(text) - _SIGNED))
    if found is None:
        return {}
    return {Span(*found.span("over")): "layout.signature", Span(*found.span("between")): "layout.signature"}


def _gap_at(text: str, offset: int) -> Span:
    found = _GAP.match(text, offset)
    return Span(offset, found.end() if found else offset)
