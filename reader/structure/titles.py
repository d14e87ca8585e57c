"""Lines that could be headlines, and what stands in the line of one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.model import Span
from reader.model.patterns import pattern
from reader.restoration.layout.lines import is_caption, is_dateline, is_list_item
from reader.restoration.layout.marks import CANNOT_START, HANZI, SPACES, WORD, left_open
from reader.structure.bylines import is_byline
from reader.structure.datelines import find_dateline
from reader.structure.fields import Label, find_fields
from reader.structure.furniture import is_furniture
from reader.structure.names import MEDIUM_END

_LONGEST = 90
"""No headline is longer, in code points."""
_SHORTEST = 2
_LEAD_HEADS = pattern(
    "(?:核心阅读|内容提要|阅读提示|编者按|编者的话|导读|摘要|引言|导语|前言|提要|要点|目录|正文|内容简介|新闻摘要)[::]?$"
)
_LABELLED_LEAD = pattern("(?:摘要|内容摘要|导语|提要|核心提示|标签|关键词|分类|栏目|专题|编者按)[::]")
_SITE_SUFFIX = pattern(
    rf"[{SPACES}]*(?:[_|]|[{SPACES}][—–-]{{1,2}}[{SPACES}]|-{{1,2}})[{SPACES}]*(?P<site>(?:{WORD}|[.·]){{1,12}}{MEDIUM_END}|(?:{WORD}|[.·]){{2,14}}(?:网|政府门户网站|[.](?:com|cn|net)))$"
)
_CHANNEL = pattern(
    rf"[{SPACES}]*[_|][{SPACES}]*(?:{WORD}|[·、-]){{2,12}}$|[{SPACES}]+-{{1,2}}[{SPACES}]+(?:{WORD}|·){{2,8}}$"
)
_LEAST_HEAD = 6
"""A headline that a site's name stands behind is not shorter."""
_COLUMN = pattern(r"【[^【】]{2,16}】|·[^·]{2,16}·")
"""The name of a column or series over a headline."""
_GENRE = pattern("(?:综述|纪实|侧记|掠影|巡礼|述评|见闻|扫描|回眸|纪略|散记|札记|记事|小记|追记|侧影|启示录|工作纪事)$")
_SERIES = pattern("系列(?:报道|评论|访谈)(?:之?[一二三四五六七八九十]{1,3})?$|.(?:调研报告|走基层)$")
"""How the name of a series ends that leads to a headline."""
_LEAD_LEAST, _LEAD_MOST = 5, 8
"""Phrases that lead to a headline are so long, in code points."""
_LONGER = 2
"""The phrases of the headline are longer by so much at least."""
_REMARK = pattern(
    rf"^(?:[再追]?[记访]|写[在给于]|致|来自|对话|专访|走[进近]|基于|以.{{2,20}}为例|关于|评)|{_GENRE.pattern}"
)
"""How a subtitle opens or ends that says what kind of text it is; elsewhere a dash stands inside a headline."""
_PHRASE = pattern(f"[^{SPACES}]+")
_SORT = pattern(rf"\[{HANZI}{{2,4}}\]\s+")
"""What sort of page it is, set before the headline: `[时政]`."""
_ENTRIES = (Label.TITLE, Label.NUMBER, Label.ISSUER, Label.SIGNED)
_TALLY = pattern(
    r"\d[\d.]*\s?[万w]?\+?\s?(?:人|次|条|个|篇)(?:赞同|点赞|评论|阅读|收藏|参与|回答|关注|浏览|跟贴|转发|原创)"
)
_PATH = pattern(r"(?:\w{1,12}[::]\s?)?(?:\w{1,10}\s?/\s?){2,}\w{1,10}/?")
_SALUTATION = pattern(r"(?:各|同志|朋友|尊敬|女士|先生|代表)[^。]{0,80}[::]$")
_TABLE_EDGES = frozenset("│┃║|")
"""What the row of a table that was drawn with characters begins with."""


@dataclass(frozen=True, slots=True)
class Headline:
    """Indexes of the lines of a headline."""

    title: int
    """The headline."""
    kicker: int | None
    """The line over it."""
    subtitle: int | None
    """The line under it."""
    above: tuple[int, ...]
    """Lines over it that repeat it for the window of a browser."""
    rest: int | None = None
    """The line that a headline set on two lines ends on."""
    names: tuple[int, ...] = ()
    """Lines beside it that are the name of who wrote."""

    def shifted(self, by: int) -> Headline:
        """The same headline, `by` lines further down."""
        kicker, subtitle, rest = (at if at is None else at + by for at in (self.kicker, self.subtitle, self.rest))
        above, names = (tuple(at + by for at in some) for some in (self.above, self.names))
        return Headline(self.title + by, kicker, subtitle, above, rest, names)


def could_be_headline(text: str) -> bool:
    """Whether a line is short and whole enough for a headline, and nothing else."""
    if not _SHORTEST <= len(text) <= _LONGEST or not re.search(HANZI, text) or "www." in text or "http" in text:
        return False
    if (
        text[-1] in "。,、;:"
        or (text[0] == "(" and text[-1] == ")")
        or text.startswith(("[!", "---", "∙", "•"))
        or text[0] in CANNOT_START
        or text[0] in _TABLE_EDGES
        or "。" in text
        or _LEAD_HEADS.match(text)
        or _LABELLED_LEAD.match(text)
        or _SALUTATION.match(text)
    ):
        return False
    other = (is_byline, is_furniture, is_caption, is_dateline, is_list_item, _is_tally, _is_index_entry)
    return (
        text.startswith("——") or (is_column(text) and not is_furniture(text)) or not any(test(text) for test in other)
    )


def is_lead_head(text: str) -> bool:
    """Whether a line is the heading of what leads to an article.

    >>> is_lead_head("核心阅读"), is_lead_head("阅读全文")
    (True, False)
    """
    return _LEAD_HEADS.match(text) is not None


def _is_tally(text: str) -> bool:
    """Whether a line counts readers, or is the path of a page."""
    return _TALLY.match(text) is not None or _PATH.fullmatch(text) is not None


def _is_index_entry(text: str) -> bool:
    """Whether a line is an entry of the table over a document, or of the fields before a page."""
    fields = find_fields(text)
    return bool(fields) and fields[0].at == 0 and (fields[0].label in _ENTRIES or "号" in fields[0].words)


def is_column(text: str) -> bool:
    """Whether a line is the name of a column or series, set between marks.

    >>> is_column("【人民时评】"), is_column("·作风建设看基层·"), is_column("【改革】再出发")
    (True, True, False)
    """
    return _COLUMN.fullmatch(text) is not None and find_dateline(text) is None


@dataclass(frozen=True, slots=True)
class TitleParts:
    """What stands in the line of a headline."""

    title: Span
    """The headline."""
    subtitle: Span | None
    """The subtitle behind it on the same line."""
    site: Span | None
    """The name of the site at the end."""
    kicker: Span | None = None
    """The phrases of one length that lead to it on the same line."""


def title_parts(text: str) -> TitleParts:
    """The headline in its line, apart from what stands before and behind it: kicker, subtitle, site.

    >>> line = "作风硬起来 发展快起来——临河县作风建设纪实_临河新闻_大众网"
    >>> parts = title_parts(line)
    >>> [line[slice(*part)] for part in (parts.title, parts.subtitle, parts.site)]
    ['作风硬起来 发展快起来', '——临河县作风建设纪实', '大众网']
    >>> line = "[时政] 春耕不等人 服务不打烊 临河县农技人员下乡见闻"
    >>> parts = title_parts(line)
    >>> [line[slice(*part)] for part in (parts.kicker, parts.title)]
    ['春耕不等人 服务不打烊', '临河县农技人员下乡见闻']
    """
    sort = _SORT.match(text)
    first = sort.end() if sort else 0
    end, site = len(text), None
    if (found := _SITE_SUFFIX.search(text)) and found.start() >= _LEAST_HEAD:
        end, site = found.start(), Span(*found.span("site"))
        while (found := _CHANNEL.search(text[:end])) and found.start() >= _LEAST_HEAD:
            end = found.start()
    if (start := _genre_start(text[first:end])) is not None and text[first + start] != "—":
        lead = text[first : first + start].rstrip()
        lengths = [len(phrase) for phrase in _PHRASE.findall(lead)]
        if len(lengths) > 1 and max(lengths) - min(lengths) <= 1:
            return TitleParts(Span(first + start, end), None, site, Span(first, first + len(lead)))
    if leading := _lead_length(text[first:end]):
        behind = end - len(text[first + leading : end].lstrip())
        return TitleParts(Span(behind, end), None, site, Span(first, first + leading))
    cut = _subtitle_start(text[first:end])
    if cut is None:
        return TitleParts(Span(first, end), None, site)
    title = text[first : first + cut].rstrip()
    return TitleParts(Span(first, first + len(title)), Span(first + cut, end), site)


def _lead_length(text: str) -> int | None:
    """Length of the phrases of one length, or of the name of a series, that a headline follows on the same line.

    >>> _lead_length("作风硬起来 发展快起来 全区两百名干部下沉一线"), _lead_length("精神大提振 素质大提升 攻坚大突破")
    (11, None)
    """
    phrases = list(_PHRASE.finditer(text))
    if len(phrases) > 1 and _SERIES.search(phrases[0].group()) and len(text) - phrases[0].end() >= _LEAST_HEAD:
        return phrases[0].end()
    lengths = [len(found.group()) for found in phrases]
    alike = next((at for at, length in enumerate(lengths) if length != lengths[0]), len(lengths))
    if alike < 2 or alike == len(phrases) or len(phrases) - alike > 2 or "——" in text:
        return None
    longer = min(lengths[alike:]) - lengths[0]
    return phrases[alike - 1].end() if _LEAD_LEAST <= lengths[0] <= _LEAD_MOST and longer >= _LONGER else None


def _subtitle_start(text: str) -> int | None:
    """Where a subtitle starts in a headline: at a dash, or at a last phrase that names the kind of report."""
    dash = text.find("——")
    if dash >= 4 and len(text) - dash - 2 >= 6 and left_open(text[:dash]) is None and _REMARK.search(text[dash + 2 :]):
        return dash
    return _genre_start(text)


def _genre_start(text: str) -> int | None:
    """Where the last phrase of a headline starts when it names the kind of report, and is longer than the others."""
    phrases = [(found.start(), found.group()) for found in _PHRASE.finditer(text)]
    if len(phrases) > 1 and _GENRE.search(phrases[-1][1]):
        start, last = phrases[-1]
        if len(last) >= 8 and len(last) > max(len(phrase) for _, phrase in phrases[:-1]):
            return start
    return None
