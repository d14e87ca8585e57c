"""Who wrote an article, who edited it, and where it comes from, as its lines say.

Lines are matched on the `simplify` form; names are cut from the text as written, which has the same offsets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.model import Span
from reader.restoration.layout.lines import is_dateline
from reader.restoration.layout.marks import HANZI, NO_HANZI, WORD, ends_sentence
from reader.structure.days import day_span

_ROLE = "(?:本报|本刊|本台|本网)?(?:全媒体|融媒体|首席|特约|特派|见习|实习)?(?:记者|通讯员|撰稿人?|评论员|实习生)"
_BY = re.compile(rf"[(【]?(?:(?:{HANZI}{{2,8}})?{_ROLE}|作者|撰文|文\s*/|文(?=:))[\s::/|丨︱]*(?={HANZI})")
_ROLES = re.compile(rf"{_ROLE}|作者|撰文|{HANZI}{{2,8}}(?=记者|通讯员)")
_EDITOR = re.compile(
    r"(?:【纠错】)?[\[(【]?\s*(?:本[期文])?(?:责任编辑|责编|编辑|校对|审核|复审|终审|初审|监制|值班总编|主编|编审)\s*[::丨|︱/]\s*"
)
_SOURCE = re.compile(r"[(【]?\s*(?:文章|稿件|信息|新闻|本文|内容|稿)?(?:来源于?|转自|原载|稿源|摘自)\s*[::]\s*")
_CREW = re.compile(r"[\[(【]?(?:出品|策划|统筹|制作|设计|制图|剪辑|审校|值班编委|总策划)(?:人)?\s*[::丨|︱/]")
_ORIGINAL_TITLE = re.compile(r"[(【]?原标题\s*[::]")
_CITATION = re.compile(
    r"\(?\s*《\s*(?P<paper>[^《》]{2,20}?)\s*》\s*\(?\s*(?P<day>(?:19|20)\d\d[^()]{5,16}?日)[^()]{0,20}?\)?\s*\)?$"
)
_PAGE = re.compile(r"第?\s*0*(\d{1,3})\s*版")
_DATELINE = re.compile(
    rf"(?P<source>(?:{HANZI}|·){{1,10}}?[网报社台]|(?:{HANZI}|·){{2,12}}?)(?P<place>{HANZI}{{0,6}}?)(?:(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})日\s*)?(?:讯|电|消息|报道)"
    r"\s*(?:\((?P<by>[^()]{2,60})\))?"
)
_BARE_DATELINE = re.compile(rf"(?:{HANZI}|[a-z]){{2,12}}\s*\d{{1,2}}月\d{{1,2}}日\s*(?:讯|电|消息|报道)")
_DOCUMENT_NUMBER = re.compile(r"[^。,]{1,16}[〔\[(]\d{4}[〕\])]\s*\d+号")
_ADOPTED = re.compile(r"\([^()。]{0,60}[0-9〇零○一二三四五六七八九]{4}年[^。]{1,100}\)")
"""The note under the title of a document that says when it was adopted."""
_AGENCY = re.compile("新华社|中新社|中新网|央视网|人民网|新华网|中国新闻网|光明网|央广网")
_NAMED = re.compile(rf"\(\s*(?:{HANZI}{{2,4}}|{HANZI}\s+{HANZI})(?:[、,\s]+(?:{HANZI}{{2,4}}|{HANZI}\s+{HANZI}))*\s*\)")
_NO_NAME = frozenset(["广告", "完", "待续", "上", "下", "续", "一", "二", "三", "略", "注"])
_MEDIUM_NAME = re.compile(rf"\s*({HANZI}{{1,10}}(?:[网报社台]|客户端))(?=\s|$)")
_MEDIUM = re.compile(rf"(?:{WORD}|[·-]){{2,16}}")


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when a report was sent (电头), with spans in its paragraph."""

    source: Span | None
    """The agency, site or paper; None where it says 本报."""
    month: int | None
    """The month, where a day is named."""
    day: int | None
    """The day of the month."""
    by: Span | None
    """What its brackets hold."""


def is_date_bar(text: str) -> bool:
    """Whether a line says when the page appeared, with source and tools at most beside it.

    >>> is_date_bar("梧州日报 2020-04-22 06:48 大字"), is_date_bar("2022年3月3日,市南区召开大会。")
    (True, False)
    """
    span = day_span(text)
    if span is None or len(text) > 90 or ends_sentence(text) or "," in text[: span[0]]:
        return False
    outside = re.sub(rf"来源|时间|日期|作者|编辑|发布|{NO_HANZI}", "", text[: span[0]] + text[span[1] :])
    return len(outside) <= 30 and (":" in text or span[1] - span[0] >= len(text) - 24)


def is_editor_line(text: str) -> bool:
    """Whether a line names those who edited the page.

    >>> is_editor_line("(责编:郑浦丽、刘颖婕)"), is_editor_line("编辑部的故事")
    (True, False)
    """
    return len(text) <= 60 and _EDITOR.match(text) is not None


def is_citation(text: str) -> bool:
    """Whether a line says in which paper, on which day and page the article was printed.

    >>> is_citation("《人民日报》(2022年11月07日 第 10 版)")
    True
    """
    return len(text) <= 70 and _CITATION.match(text) is not None


def is_author_line(text: str) -> bool:
    """Whether a line names the writers and does nothing else.

    >>> is_author_line("本报记者 梁燕如"), is_author_line("(王 玮)"), is_author_line("记者在现场看到")
    (True, True, False)
    """
    if len(text) > 70 or ends_sentence(text) or "。" in text or is_dateline(text):
        return False
    if _NAMED.fullmatch(text):
        return text.strip("() ") not in _NO_NAME
    found = _BY.match(text)
    return found is not None and bool(read_names(text, 0, len(text))) and _only_names(text)


def _only_names(text: str) -> bool:
    """Whether nothing but roles and names of people stands in a line."""
    named = sum(len(text[start:end].replace(" ", "")) for start, end in read_names(text, 0, len(text)))
    return len(re.sub(NO_HANZI, "", _ROLES.sub("", text))) <= named + 2


def is_source_line(text: str) -> bool:
    """Whether a line names the source and does nothing else.

    >>> is_source_line("来源:新华社"), is_source_line("来源:信网。如上内容为转载。")
    (True, False)
    """
    return len(text) <= 40 and "。" not in text and _SOURCE.match(text) is not None


def is_byline(text: str) -> bool:
    """Whether a line says who wrote, printed, edited or dated the article."""
    return (
        is_date_bar(text)
        or is_editor_line(text)
        or is_citation(text)
        or is_author_line(text)
        or is_source_line(text)
        or (len(text) <= 70 and (_ORIGINAL_TITLE.match(text) or _CREW.match(text)) is not None)
        or (len(text) <= 120 and (_ADOPTED.fullmatch(text) or _DOCUMENT_NUMBER.fullmatch(text)) is not None)
        or (len(text) <= 30 and _BARE_DATELINE.fullmatch(text) is not None)
    )


def read_names(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the names of people stand in a stretch of a byline; a name set wide (王 玮) is one.

    >>> [("通讯员 滕媛 记者 于晓"[a:b]) for a, b in read_names("通讯员 滕媛 记者 于晓", 0, 12)]
    ['滕媛', '于晓']
    """
    hidden = _ROLES.sub(lambda role: "、" * len(role.group()), text[start:end])
    names: list[tuple[int, int]] = []
    wide = rf"(?<!{HANZI}){HANZI} +{HANZI}(?!{HANZI})"
    for found in re.finditer(rf"{wide}|{HANZI}+(?:·{HANZI}+)*|[a-z][a-z.]{{2,20}}", hidden):
        length = len(found.group())
        if hidden[found.end() : found.end() + 1] == ":":
            continue  # the label of something else
        if 2 <= length <= 4 or "·" in found.group() or found.group().isascii():
            names.append((start + found.start(), start + found.end()))
    return names


def find_editors(text: str) -> list[tuple[int, int]]:
    """Where the names of editors stand in a line."""
    found = _EDITOR.search(text)
    return read_names(text, found.end(), len(text)) if found else []


def find_citation(text: str) -> tuple[Span, str | None, str] | None:
    """The paper's span, the page and the words of the day in a line that cites a printed paper."""
    found = _CITATION.match(text)
    if found is None:
        return None
    page = _PAGE.search(text, found.end("day"))
    return Span(*found.span("paper")), page[1] if page else None, found["day"]


def find_sources(text: str) -> list[Span]:
    """Where a label names sources; of a chain (人民网-人民日报) the parts in order.

    >>> [text[a:b] for text in ["来源: 人民网-人民日报"] for a, b in find_sources(text)]
    ['人民网', '人民日报']
    """
    found = re.search(_SOURCE.pattern, text)
    if found is None:
        return []
    name = re.compile(rf"《?((?:{WORD}|·){{2,20}}?)》?(?=$|[\s。,;)】|\-—]|作者|责任|编辑|责编|字号)").match(
        text, found.end()
    )
    spans: list[Span] = []
    while name is not None:
        spans.append(Span(*name.span(1)))
        if text[name.end() : name.end() + 1] not in ("-", "—"):
            break
        name = re.compile(rf"((?:{WORD}|·){{2,20}})").match(text, name.end() + 1)
    return spans


def find_medium(text: str) -> Span | None:
    """The name of a paper or site that stands beside the day in a date bar without a label.

    >>> find_medium("梧州日报 2020-04-22 06:48 大字"), find_medium("2020-04-22 06:48 梧州日报 大字")
    (Span(start=0, end=4), Span(start=17, end=21))
    """
    span = day_span(text)
    if span is None or ":" in text[: span[0]]:
        return None
    before = _MEDIUM.fullmatch(text[: span[0]].strip())
    if before:
        return Span(0, before.end())
    after = _MEDIUM_NAME.match(text, span[1])
    return Span(*after.span(1)) if after else None


def find_dateline(text: str) -> Dateline | None:
    """Where and when the report that a paragraph opens was sent, or None.

    >>> find_dateline("信网2月17日讯(通讯员 滕媛 记者 于晓)击鼓")
    Dateline(source=Span(start=0, end=2), month=2, day=17, by=Span(start=9, end=21))
    """
    if not is_dateline(text):
        return None
    found = _DATELINE.match(text)
    if found is None:
        return None
    agency = _AGENCY.match(text)
    source = Span(*(agency or found).span(0 if agency else "source"))
    if text[: source.end] in ("本报", "本刊", "本台", "本网"):
        named = None
    else:
        named = source if agency or re.search("[网报社台]$", text[: source.end]) else None
    by = Span(*found.span("by")) if found["by"] and re.search("记者|通讯员|文", found["by"]) else None
    month, day = found["month"], found["day"]
    return Dateline(named, int(month) if month else None, int(day) if day else None, by)
