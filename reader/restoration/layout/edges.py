"""What stands under an article on a flattened line: signature, editors, links and notices."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.model import Span
from reader.model.patterns import pattern
from reader.restoration.layout.marks import CLOSERS, HANZI, SPACES

_TAIL_TENTHS = 5
"""What stands under an article begins behind so many tenths of the line."""

_RELATED = "(?:相关|新闻|热门|精彩|延伸|推荐|更多|最新|往期)(?:新闻|阅读|推荐|链接|报道|文章|回顾)|猜你喜欢|大家都在看"
_UNDER = pattern(
    rf"[\[(【]?(?:责任编辑|责编|编辑)[::]|[上下]一[篇页条][::]|分享到|[【\[](?:打印|关闭|收藏)|(?:版权|免责)声明[::]|copyright"
    rf"|(?:{_RELATED})[::]?(?=[{SPACES}])"
)
_EDITORS = pattern(rf"(?:责任编辑|责编|编辑)[::][{SPACES}]*{HANZI}{{2,4}}(?:[、,]{HANZI}{{2,4}})*[\])】]?$")
_HEADING_OF_LINKS = pattern(rf"(?:{_RELATED})[::]?$")
_GLUED = pattern(
    rf"(?<=[。!?…{re.escape(CLOSERS)}摄])[\[(【]?(?:(?:责任编辑|责编|编辑)[::]|(?:版权|免责|郑重|特别)?声明[::](?!\w{{0,6}}[”》])|(?:{_RELATED})"
    r"|以上内容(?:为|由))|如上内容(?:为|由)|分享(?:到[::]|让更多)|[【\[](?:打印|关闭)|扫一扫在?手机|[上下]一[篇条页][::]|(?:(?<=[\W])|(?<=[^\Wa-z]))copyright\s?(?:©|\d|\()"
)
"""What begins under an article where no space parts it from the text."""
_GAP = pattern(f"[{SPACES}]+")
_SIGNED = 160
"""A signature stands within so many code points of the end."""
_SIGNATURE = pattern(
    rf"(?<=[。!?;)])(?P<over>[{SPACES}]*)(?:{HANZI}{{3,24}}?[室会府局厅部委组院社处司心党司队团校][{SPACES}]*?){{1,3}}"
    rf"(?P<between>[{SPACES}]*)(?:\d{{4}}|[〇零一二三四五六七八九]{{4}})年[\d一二三四五六七八九十]{{1,2}}月"
    rf"[\d一二三四五六七八九十]{{1,3}}日[{SPACES}]*$"
)
"""The unit and the day that a document ends with."""

_SIGNED_INSIDE = pattern(
    rf"(?<=[。!?;)])(?P<over>[{SPACES}]+){HANZI}{{3,24}}?[室会府局厅部委院](?P<between>[{SPACES}]+)(?:19|20)\d\d年\d{{1,2}}月\d{{1,2}}日"
    rf"(?P<under>[{SPACES}]+)"
)
"""The same where an annex stands below."""
_RELEASED = pattern(rf"(?P<over>[{SPACES}]+)\(此件[^()。]{{2,10}}\)(?P<under>[{SPACES}]+)")
"""Who may read a document, under its day."""


def tail_breaks(text: str) -> Iterator[tuple[Span, str]]:
    """Gaps around editors, tools, links and notices behind an article."""
    for gap in _GAP.finditer(text, len(text) * _TAIL_TENTHS // 10):
        before = text[max(0, gap.start() - 40) : gap.start()]
        if _UNDER.match(text, gap.end()) or _EDITORS.search(before) or _HEADING_OF_LINKS.search(before):
            yield Span(*gap.span()), "layout.under"
    for glued in _GLUED.finditer(text, len(text) * _TAIL_TENTHS // 10):
        if text[glued.start() - 1] not in SPACES:
            yield Span(glued.start(), glued.start()), "layout.under"


def signature_breaks(text: str) -> dict[Span, str]:
    """Before the unit and before the day that a document is signed with (落款).

    >>> line = "请遵照执行。滨河区人民政府办公室2022年3月9日"
    >>> [line[gap.end:] for gap in signature_breaks(line)]
    ['滨河区人民政府办公室2022年3月9日', '2022年3月9日']
    """
    last = _SIGNATURE.search(text, max(0, len(text) - _SIGNED))
    around = [last.span(gap) for gap in ("over", "between")] if last else []
    around += [found.span(gap) for found in _SIGNED_INSIDE.finditer(text) for gap in ("over", "between", "under")]
    around += [found.span(gap) for found in _RELEASED.finditer(text) for gap in ("over", "under")]
    return {Span(*gap): "layout.signature" for gap in around}
