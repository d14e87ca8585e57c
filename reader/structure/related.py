"""Other articles on the page of one: headings of lists, headlines with their days, beginnings broken off."""

from __future__ import annotations

import re

from reader.lexicons.chrome import chrome_pattern, chrome_words
from reader.model.patterns import pattern
from reader.restoration.layout.marks import HANZI, ends_sentence

_WORDS = chrome_pattern("<related>")
_MORE = pattern(
    r"(?:看|查看)?更多\w{2,10}?(?:文章|新闻|报道|报导|资讯|内容|视频)|[你您]也?可能[也还会]?(?:想看|喜欢|感兴趣)\w{0,4}|猜[你您]\w{0,3}(?:想看|喜欢|感兴趣)的?|\w{2,4}导读"
)
"""Headings of lists that name the site or its readers."""
_SPANS = pattern("[日周月]*")
"""What a ranking is over: the day, the week, the month."""
_TEASER_END = pattern(r"(?:\.{3}|…)\s*(?:[\[【(]?(?:详细|详情|查看|阅读|更多|全文).{0,6})?$")
_LEAD = pattern(r"(?:导读|摘要|导语|简介|核心提示)\s*[::]")
_DAY = r"(?:(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/月]\d{1,2}日?|昨天|今天|前天|\d+(?:分钟|小时|天)前)"
_DATED = pattern(rf"[\[(]?(?:引用日期)?{_DAY}(?:\s*\d{{1,2}}:\d\d(?::\d\d)?)?[\])]?")
_DATED_LINK = pattern(
    rf"[·●•■◆\-*\s]*(?P<words>.{{6,50}}?)\s*(?:{_DATED.pattern}|\d{{1,2}}:\d\d(?::\d\d)?)$|^{_DATED.pattern}\s+(?P<behind>.{{6,50}})$"
)

_DAY_OF_TITLE = pattern(r"\((?:\d{4}年)?\d{1,2}月\d{1,2}日\)$")
"""A day as titles of documents end with it."""
_LABELLED_LINK = pattern(
    r"[^\w“]*(?:相关|延伸|政策|图文|视频|图表|解读|关联|原文)(?:解读|阅读|链接|新闻|报道|文件|推荐|政策)\s*:[^。,;]{6,60}"
)
"""A label and the headline behind it."""


def is_related_head(text: str) -> bool:
    """Whether a line opens a list of other articles, or of what readers say.

    >>> is_related_head("新闻推荐"), is_related_head("相关阅读:"), is_related_head("新闻发布")
    (True, True, False)
    """
    if not 2 <= len(text) <= 16:
        return False
    bare = re.sub(r"[\W_]", "", text)
    if bare in chrome_words("related_heads") or _MORE.fullmatch(bare):
        return True
    words = _WORDS.findall(bare)
    return len(words) >= 2 and len(bare) >= 4 and _SPANS.fullmatch(_WORDS.sub("", bare)) is not None


def is_teaser(text: str) -> bool:
    """Whether a line is the beginning of another article, broken off.

    >>> is_teaser("藤县农信社为不误农时,多岗位密切配合,跟踪办..."), is_teaser("全面复工……")
    (True, False)
    """
    if len(text) <= 12 or _TEASER_END.search(text) is None:
        return False
    return not text.endswith("……") or (_LEAD.match(text) is not None and len(text) < 120)


def is_dated_link(text: str) -> bool:
    """Whether a line is the headline of another article with its day or length.

    >>> is_dated_link("· 全市春耕现场会召开 2023-03-08"), is_dated_link("会议定于2023年3月8日")
    (True, False)
    """
    found = _DATED_LINK.match(text)
    if found is None or ends_sentence(text) or len(text) > 70:
        return False
    words = found["words"] or found["behind"]
    gap = text[found.end("words") : found.end("words") + 1] if found["words"] else " "
    if _DAY_OF_TITLE.search(text):
        return False
    is_set_off = text[-1] in ")]" or text[0] == "["
    return gap in " \t([" and re.search(f"{HANZI}{{3}}", words) is not None and (is_set_off or ":" not in words)


def is_labelled_link(text: str) -> bool:
    """Whether a line names another article behind the label of a list.

    >>> is_labelled_link("相关解读:一图读懂《十条措施》"), is_labelled_link("政策解读:让企业少跑腿。")
    (True, False)
    """
    return _LABELLED_LINK.fullmatch(text) is not None


def is_day_alone(text: str) -> bool:
    """Whether a line holds nothing but a day, as under a headline of a list.

    >>> is_day_alone("05-12"), is_day_alone("5月12日讯")
    (True, False)
    """
    return _DATED.fullmatch(text) is not None
