"""Lines that say who wrote, printed, edited or dated an article, seen one by one on the `simplify` form."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.lexicons.surnames import has_surname
from reader.model import Span
from reader.model.patterns import pattern
from reader.restoration.layout.lines import is_dateline
from reader.restoration.layout.marks import HANZI, NO_HANZI, WORD, ends_sentence
from reader.structure.datelines import is_dateline_alone
from reader.structure.days import Day, find_days, find_yearless, first_day
from reader.structure.fields import LONGEST_FIELDS, Label, find_fields, is_labelled
from reader.structure.names import MEDIUM_END, are_names, is_body, is_full_name, is_medium, read_credits

_EDITOR = pattern(
    r"(?:【纠错】)?\s*[\[(【]?\s*(?:本[期文]|网络|值班|初审|见习|文字)?(?:责任编辑|责编|编辑|校对|审核|复审|终审|初审|监制|值班总编|主编|编审|编校)\s*(?:[::丨|︱/∶]|\s-\s)\s*"
)
_CREW = pattern(r"[\[(【]?(?:出品|策划|统筹|制作|设计|制图|剪辑|审校|值班编委|总策划)(?:人)?\s*[::丨|︱/]")
_ORIGINAL_TITLE = pattern(r"[(【]?原标题\s*[::]")
_CITATION = pattern(
    r"(?P<before>[^《》。]{0,20}?)\(?\s{0,4}《\s{0,4}(?P<paper>[^《》]{2,20}?)\s{0,4}》\s{0,4}[,(]?\s{0,4}(?P<day>(?:19|20)\d\d[^()]{5,16}?日)"
    r"(?P<page>[^()。]{0,24}?)\)?\s{0,4}\)?$"
)
_PAGE = pattern(
    r"(?:第\s{0,2}(?P<page>[a-z]?\d{1,3}|[一二三四五六七八九十]{1,3})|(?<![\da-z.])(?P<bare>[a-z]\d{1,3}|\d{1,2}))\s{0,2}版(?=\W|$|要闻|综合|新闻|时政|理论|民生|专题|副刊|经济|文化|评论)"
    rf"|^(?P<sheet>[a-d]\d{{1,2}})(?=\s{{1,3}}{HANZI}{{2,6}}$)"
)
_PAGE_LINE = pattern(
    rf"第?\s?[a-z]?\d{{1,3}}\s?版(?:\s?[:]?\s?{HANZI}{{1,8}}|\s?\({HANZI}{{1,8}}\))?|[a-d]\d{{1,2}}\s{{1,3}}{HANZI}{{2,6}}"
    rf"|(?:版次|版面|版号)\s?[:]\s?第?[a-z]?\d{{1,3}}版?(?:\s?[:]?\s?{HANZI}{{1,8}})?"
    r"|(?:19|20)\d\d年(?:第?\s?\d{1,3}期|\d{1,2}月号)"
)
"""The page or the issue that a line of its own names."""
_BARE_DATELINE = pattern(rf"(?:{HANZI}|[a-z]){{2,12}}\s*\d{{1,2}}月\d{{1,2}}日\s*(?:讯|电|消息|报道)")
_DOCUMENT_NUMBER = pattern(r"[^。,:\s]{1,16}\s?[〔\[(](?:19|20)\d\d[〕\])]\s{0,2}(?:第\s?)?\d{1,4}\s?号")
_ADOPTED = pattern(r"\([^()。]{0,60}[0-9〇零○一二三四五六七八九]{4}年[^。]{1,100}\)")
"""The note under the title of a document that says when it was adopted."""
_MARKED_NAMES = pattern(
    rf"[■□◆◇●◎]\s?(?P<names>{HANZI}{{2,4}}(?:[、,\s]{HANZI}{{2,4}}){{0,3}}|{HANZI}\s{{1,3}}{HANZI})"
)
"""Names behind a mark, as papers set them under a headline."""
_ORGAN = 12
"""The paper that writers in brackets or under a label are of is not longer, in code points."""
_NAMED = pattern(rf"\(\s*(?:{HANZI}{{2,4}}|{HANZI}\s+{HANZI})(?:[、,\s]+(?:{HANZI}{{2,4}}|{HANZI}\s+{HANZI}))*\s*\)")
_NO_NAME = frozenset(
    [
        "广告",
        "完",
        "待续",
        "上",
        "下",
        "续",
        "一",
        "二",
        "三",
        "略",
        "注",
        "节选",
        "摘要",
        "草案",
        "试行",
        "组图",
        "视频",
        "图",
        "附图",
        "有删节",
        "未完",
        "完结",
        "全文",
        "图略",
        "直播",
        "修订",
        "修订版",
        "暂行",
        "原载",
        "转载",
    ]
)
_BAR_WORDS = pattern(f"来源|时间|日期|作者|编辑|发布|发表|出版|{NO_HANZI}")
_MEDIUM_TOKEN = pattern(rf"(?<![^\s|/(·])((?:{WORD}|[·・]){{0,14}}{MEDIUM_END})(?=\s|$|\||/)")
_MEDIUM_AND_NAMES = pattern(rf"{HANZI}{{2,14}}{MEDIUM_END}(?: {{1,4}}{HANZI}{{2,4}}){{1,4}}")
"""A site with its writers: `中国青年网 李小华`."""
_OFFICE = pattern(
    rf"(?:(?:{HANZI}|、){{0,24}}(?:长|主\s?任|书\s?记|总\s?理|主\s?席|委员|代表))\s{{1,4}}(?P<name>{HANZI}{{2,3}}|{HANZI}\s{{1,4}}{HANZI})"
)
"""An office with the name of who holds it, as reports to an assembly have it."""
_BEHIND_DAY = pattern(
    rf"(?:星期|周)[一二三四五六日天]|来源|作者|编辑|责编|发布|发表|更新|阅读|浏览|点击|查看|人气|评论|第|讯|电|消息|字|{HANZI}{{2,14}}?{MEDIUM_END}(?!{HANZI})"
)
"""What a day is followed by in a bar where no space parts them."""
_LONGEST_BAR = 90
_DAY_ONLY = pattern(r"[(【]?[^()]{0,40}[)】]?")
_UPRIGHT = pattern(
    r"(?:北京|香港|台北|当地)时间\s?\d{1,2}[时:]\s?\d{1,2}分?$|\d{1,2}\s?(?:小时|分钟|天|秒)前|(?:发表于|发布于)\s?\w{2,4}$|刚刚|昨天\s?\d{1,2}:\d\d|今天\s?\d{1,2}:\d\d"
)
"""A time counted from the moment of reading, which says nothing later."""


@lru_cache(maxsize=2_000)
def is_date_bar(text: str) -> bool:
    """Whether a line says when the page appeared, with source and tools at most beside it.

    >>> is_date_bar("梧州日报 2020-04-22 06:48 大字"), is_date_bar("2022年3月3日,市南区召开大会。")
    (True, False)
    >>> is_date_bar("11-07 15:35 来源:齐鲁晚报"), is_date_bar("——2023年1月11日在代表大会上")
    (True, False)
    """
    day = bar_day(text)
    if day is None:
        return False
    start, end = day.span
    if text.startswith(("——", "《")) or text[end : end + 1] in ("在", "于", "至") or "," in text[:start]:
        return False
    if is_labelled(text):
        return True
    if re.match(HANZI, text[end:]) and not (_BEHIND_DAY.match(text, end) or are_names(text[end:])):
        return False
    outside = _BAR_WORDS.sub("", text[:start] + text[end:])
    return len(text) <= _LONGEST_BAR and len(outside) <= 30 and (":" in text or end - start >= len(text) - 24)


def bar_day(text: str) -> Day | None:
    """The day that a line could be the date bar of; without the year only at its start or behind a medium."""
    if len(text) > LONGEST_FIELDS or ends_sentence(text):
        return None
    if day := first_day(text):
        return day
    day = find_yearless(text)
    if day is None:
        return None
    before = text[: day.span.start].rstrip(" |·")
    return day if len(before) <= 1 or is_medium(before) or is_labelled(text) or find_fields(text) else None


def is_editor_line(text: str) -> bool:
    """Whether a line names those who edited the page.

    >>> is_editor_line("(责编:郑浦丽、刘颖婕)"), is_editor_line("编辑部的故事")
    (True, False)
    """
    return len(text) <= 60 and not re.search("[,。!?]", text) and _EDITOR.match(text) is not None


def is_citation(text: str) -> bool:
    """Whether a line says in which paper, on which day and page the article was printed.

    >>> is_citation("《人民日报》(2022年11月07日 第 10 版)"), is_citation("《条例》2022年3月1日起施行")
    (True, False)
    """
    return find_citation(text) is not None


def is_author_line(text: str) -> bool:
    """Whether a line names the writers and does nothing else.

    >>> is_author_line("本报记者 梁燕如"), is_author_line("(王 玮)"), is_author_line("记者在现场看到")
    (True, True, False)
    """
    marked = _MARKED_NAMES.fullmatch(text) if len(text) <= 70 else None
    if marked and (are_names(marked["names"]) or is_full_name(marked["names"])):
        return True
    if len(text) > 70 or ends_sentence(text) or "。" in text or "," in text:
        return False
    if _NAMED.fullmatch(text):
        return text.strip("() ") not in _NO_NAME
    if is_dateline(text) or re.search("(?<!报道)摄$", text):
        return False
    fields = find_fields(text)
    if fields and fields[0].at <= 1 and fields[0].label is not Label.AUTHOR:
        return False
    if not fields and (":" in text or find_signers(text)):
        return ":" not in text
    read = read_credits(text, 0, len(text))
    named = any(has_surname(text[low:high]) or text[low - 1 : low] == " " or "·" in text for low, high in read.writers)
    most = _ORGAN if fields or (text.startswith("(") and not re.search(r"\d", text)) else 2
    return read.has_role and (named or bool(fields and read.writers)) and read.words <= most


def find_signers(text: str) -> tuple[Span | None, list[Span]] | None:
    """The medium and the names in a line that holds a medium and its writers, or an office and its holder.

    >>> find_signers("市长 李春田"), find_signers("中国青年网 李小华")
    ((None, [Span(start=3, end=6)]), (Span(start=0, end=5), [Span(start=6, end=9)]))
    >>> find_signers("市长 热线")
    """
    if (office := _OFFICE.fullmatch(text)) and is_full_name(office["name"]):
        return None, [Span(*office.span("name"))]
    if _MEDIUM_AND_NAMES.fullmatch(text):
        medium, *names = (Span(*found.span()) for found in re.finditer(r"\S+", text))
        if all(is_full_name(text[slice(*name)]) for name in names):
            return medium, names
    return None


def is_source_line(text: str) -> bool:
    """Whether a line names the source and does nothing else.

    >>> is_source_line("来源:新华社"), is_source_line("来源:信网。如上内容为转载。")
    (True, False)
    """
    if len(text) > 40 or "。" in text[:-1]:
        return False
    fields = find_fields(text)
    return bool(fields) and fields[0].at <= 1 and fields[0].label is Label.SOURCE


def is_byline(text: str) -> bool:
    """Whether a line says who wrote, printed, edited or dated the article; no sentence but the source does."""
    return len(text) <= LONGEST_FIELDS and (is_source_line(text) if "。" in text else _is_byline(text))


@lru_cache(maxsize=4096)
def _is_byline(text: str) -> bool:
    """Whether a short line is one; a page may repeat it thousands of times."""
    return (
        is_date_bar(text)
        or is_labelled(text)
        or is_editor_line(text)
        or is_citation(text)
        or is_author_line(text)
        or is_source_line(text)
        or (len(text) <= 70 and (_ORIGINAL_TITLE.match(text) or _CREW.match(text)) is not None)
        or (len(text) <= 120 and _ADOPTED.fullmatch(text) is not None)
        or is_document_number(text)
        or (len(text) <= 30 and (_BARE_DATELINE.fullmatch(text) or _PAGE_LINE.fullmatch(text)) is not None)
        or (len(text) <= 40 and _UPRIGHT.match(text) is not None)
        or is_dateline_alone(text)
    )


def is_document_number(text: str) -> bool:
    """Whether a line is the number of a document.

    >>> is_document_number("国发〔2021〕4号"), is_document_number("根据国发〔2021〕4号文件")
    (True, False)
    """
    return len(text) <= 40 and _DOCUMENT_NUMBER.fullmatch(text) is not None


def find_document_number(text: str) -> Span | None:
    """Where the number of a document stands in a value or a line."""
    found = _DOCUMENT_NUMBER.search(text)
    return Span(*found.span()) if found else None


def find_citation(text: str) -> tuple[Span, Day, Span | None] | None:
    """The paper's span, the day and the span of the page in a line that cites a printed paper.

    >>> text = "来源:《经济日报》2022年4月12日第3版"
    >>> paper, day, page = find_citation(text)
    >>> text[slice(*paper)], day.value, text[slice(*page)]
    ('经济日报', '2022-04-12', '3')
    """
    found = _CITATION.fullmatch(text) if len(text) <= 70 else None
    if found is None:
        fields = find_fields(text)
        source = next((field.value for field in fields if field.label is Label.SOURCE), None)
        found = _CITATION.fullmatch(text, *source) if source else None
    if found is None:
        return None
    day = next((day for day in find_days(text) if day.span.start == found.start("day")), None)
    page = find_page(text, found.end("day"))
    if day is None or (page is None and found["page"].strip()):
        return None
    return Span(*found.span("paper")), day, page


def find_page(text: str, start: int = 0) -> Span | None:
    """Where the number of a newspaper's page stands, without zeros before it.

    >>> [text[slice(*find_page(text))] for text in ("第 04 版", "01版要闻", "第a03版:民生", "第三版")]
    ['4', '1', 'a03', '三']
    >>> find_page("2.0版"), find_page("第3版修订")
    (None, None)
    """
    found = _PAGE.search(text, start)
    if found is None:
        return None
    first, last = found.span(found.lastgroup or 0)
    first += len(number := text[first:last]) - len(number.lstrip("0"))
    return Span(first, last)


def find_medium(text: str) -> Span | None:
    """The name of a paper or site that stands beside the day in a date bar without a label.

    >>> find_medium("梧州日报 2020-04-22 06:48 大字"), find_medium("2020-04-22 06:48 梧州日报 大字")
    (Span(start=0, end=4), Span(start=17, end=21))
    """
    day = bar_day(text)
    if day is None or any(field.label is Label.SOURCE for field in find_fields(text)):
        return None
    before = text[: min([day.span.start, *(field.at for field in find_fields(text))])].rstrip(" |·(")
    if ":" not in before and "。" not in before:
        name = re.search(r"\S+$", re.sub(r"\s+[a-z0-9.]+$", "", before))
        if name and len(before) <= 32 and (is_medium(name.group()) or is_body(name.group()) or is_full_name(before)):
            return Span(*name.span())
    after = _MEDIUM_TOKEN.search(text, day.span.end)
    return Span(*after.span(1)) if after else None
