"""The headline of a page with the lines over and under it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.model import Span
from reader.restoration.layout.lines import Line, is_caption, is_dateline, is_list_item
from reader.restoration.layout.marks import CANNOT_START, HANZI, SPACES, WORD, left_open
from reader.structure.bylines import is_byline, is_date_bar
from reader.structure.datelines import find_dateline
from reader.structure.fields import Label, find_fields
from reader.structure.furniture import is_furniture
from reader.structure.names import MEDIUM_END, is_full_name

_LONGEST = 90
"""No headline is longer, in code points."""
_SHORTEST = 2
_LEAD_HEADS = re.compile(
    "(?:核心阅读|内容提要|阅读提示|编者按|编者的话|导读|摘要|引言|导语|前言|提要|要点|目录|正文|内容简介|新闻摘要)[::]?$"
)
_LABELLED_LEAD = re.compile("(?:摘要|内容摘要|导语|提要|核心提示|标签|关键词|分类|栏目|专题|编者按)[::]")
_SUFFIX = re.compile(rf"[{SPACES}]*[_|—-][{SPACES}]*[^。]{{2,30}}$")
_SITE_SUFFIX = re.compile(
    rf"[{SPACES}]*(?:[_|]|[{SPACES}][—–-]{{1,2}}[{SPACES}]|-{{1,2}})[{SPACES}]*(?P<site>(?:{WORD}|[.·]){{1,12}}{MEDIUM_END}|(?:{WORD}|[.·]){{2,14}}(?:网|政府门户网站|[.](?:com|cn|net)))$"
)
_CHANNEL = re.compile(
    rf"[{SPACES}]*[_|][{SPACES}]*(?:{WORD}|[·、-]){{2,12}}$|[{SPACES}]+-{{1,2}}[{SPACES}]+(?:{WORD}|·){{2,8}}$"
)
_WORD_LENGTH = 5
"""Beside a line of at least `_WHOLE` code points, one of at most so many is no part of the headline."""
_WHOLE = 8
_LEAST_HEAD = 6
"""A headline that a site's name stands behind is not shorter."""
_SITE = re.compile(rf"(?:[a-z.]{{1,12}} ){{0,3}}(?:{WORD}|[·.]){{1,10}}{MEDIUM_END}")
_COLUMN = re.compile(r"【[^【】]{2,16}】|·[^·]{2,16}·")
"""The name of a column or series over a headline."""
_GENRE = re.compile(
    "(?:综述|纪实|侧记|掠影|巡礼|述评|见闻|扫描|回眸|纪略|散记|札记|记事|小记|追记|侧影|启示录|工作纪事)$"
)
_DOCUMENT_START = re.compile(rf"{HANZI}{{2,24}}关于|关于|转发|印发")
_DOCUMENT_END = re.compile(
    r"的?(?:通知|意见|决定|办法|规定|方案|公告|通报|批复|函|措施|细则|纲要|条例|报告|请示|规划|计划|指引|指南|讲话)(?:\([^()]{1,12}\))?$"
)
_ENTRIES = (Label.TITLE, Label.NUMBER, Label.ISSUER, Label.SIGNED)
_LETTERHEAD = re.compile(rf"{HANZI}{{2,14}}(?:新闻稿|新闻公报|文件|简报)")
"""What kind of paper it is, set over the headline."""
_TALLY = re.compile(
    r"\d[\d.]*\s?[万w]?\+?\s?(?:人|次|条|个|篇)(?:赞同|点赞|评论|阅读|收藏|参与|回答|关注|浏览|跟贴|转发|原创)"
)
_PATH = re.compile(r"(?:\w{1,12}[::]\s?)?(?:\w{1,10}\s?/\s?){2,}\w{1,10}/?")
_SALUTATION = re.compile(r"(?:各|同志|朋友|尊敬|女士|先生|代表)[^。]{0,80}[::]$")
_WRITER_NOTE = re.compile(r"\(?作者(?:系|为|单位|简介)")
"""A note under an article on who wrote it."""
_NOTE_LINES = 8
"""It stands in one of the last so many lines."""
_MOST_LINES = 5
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


def find_headline(lines: Sequence[Line], core_start: int) -> Headline | None:
    """The headline above the core, or None where the page has none.

    It is the run of short lines that stands last before the date bar, or before the core where there is no bar;
    a line that the page repeats with the name of the site behind it is a headline wherever it stands.
    """
    repeated, original = _find_repeated(lines, core_start)
    bar = next((index for index in range(core_start) if is_date_bar(lines[index].text)), None)
    if original is not None:
        run = _run_around(lines, original, core_start)
    else:
        run = _worthy(lines, _run_before(lines, bar)) if bar is not None else []
        run = run or _last_run(lines, core_start)
    names = _name_lines(lines, run, core_start)
    run = [index for index in run if index not in names]
    if not run:
        return None
    return _roles(lines, run, original, repeated, names)


def _last_run(lines: Sequence[Line], core_start: int) -> list[int]:
    """The last run of headline-like lines above the core, or the last with a byline straight under it."""
    last: list[int] = []
    index = core_start
    while index > 0:
        above = _run_before(lines, index)
        run = _worthy(lines, above)
        if run and index < core_start and is_byline(lines[index].text):
            return run
        last = last or run
        index = above[0] if above else index - 1
    return last


def could_be_headline(text: str) -> bool:
    """Whether a line is short and whole enough for a headline, and nothing else."""
    if not _SHORTEST <= len(text) <= _LONGEST or not re.search(HANZI, text):
        return False
    if (
        text[-1] in "。,、;:"
        or (text[0] == "(" and text[-1] == ")")
        or text.startswith("[!")
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


def _find_repeated(lines: Sequence[Line], core_start: int) -> tuple[tuple[int, ...], int | None]:
    """The lines that are another with the name of a site behind it or are said again, and that other."""
    first: dict[str, int] = {}
    for index in range(min(core_start, len(lines))):
        if could_be_headline(lines[index].text):
            first.setdefault(lines[index].text, index)
    for index in range(min(core_start, len(lines))):
        name = lines[index].text
        if len(name) >= _LEAST_HEAD and first.get(name, index) != index:
            return (first[name],), index
        while found := _SUFFIX.search(name):
            name = name[: found.start()]
            if len(name) >= _LEAST_HEAD and name in first and first[name] != index:
                return (index,), first[name]
    return (), None


def _run_before(lines: Sequence[Line], end: int) -> list[int]:
    """The headline-like lines straight above a line, at most four."""
    index = end
    run: list[int] = []
    while index > 0 and could_be_headline(lines[index - 1].text) and len(run) < _MOST_LINES:
        index -= 1
        run.insert(0, index)
    if len(run) == _MOST_LINES:  # a list of links, of which only the last can be the headline
        return run[-1:]
    return run


def _run_around(lines: Sequence[Line], index: int, core_start: int) -> list[int]:
    """The headline with a subtitle below it."""
    run = [index]
    if index + 1 < core_start and lines[index + 1].text.startswith("——"):
        run.append(index + 1)
    return run


def _name_lines(lines: Sequence[Line], run: Sequence[int], core_start: int) -> tuple[int, ...]:
    """The lines under a headline that are a person's name, proved by a day beside them or a note under the text."""
    if not run:
        return ()
    around = range(run[0] + 1, min(core_start, run[-1] + 4))
    told = any(_WRITER_NOTE.match(line.text) for line in lines[-_NOTE_LINES:])
    return tuple(
        index for index in around if is_full_name(lines[index].text) and (told or _beside_day(lines, index, core_start))
    )


def _beside_day(lines: Sequence[Line], index: int, core_start: int) -> bool:
    near = (other for other in (index - 1, index + 1) if 0 <= other < core_start)
    return any(is_date_bar(lines[other].text) for other in near)


def _worthy(lines: Sequence[Line], run: list[int]) -> list[int]:
    """A run of lines without names of sites and papers, and without mere words beside a longer line."""
    longest = max((len(lines[index].text) for index in run), default=0)
    least = _SHORTEST if longest < _WHOLE else _WORD_LENGTH + 1
    return [
        index
        for index in run
        if not _SITE.fullmatch(lines[index].text)
        and not (len(run) > 1 and _LETTERHEAD.fullmatch(lines[index].text))
        and (len(lines[index].text) >= least or is_full_name(lines[index].text))
    ]


def _roles(
    lines: Sequence[Line],
    run: Sequence[int],
    original: int | None,
    repeated: tuple[int, ...],
    names: tuple[int, ...],
) -> Headline:
    """Which line of a run is the headline; those above and below are kicker and subtitle."""
    texts = [lines[index].text for index in run]
    first = next((at for at in range(len(run) - 1) if _goes_on(texts[at], texts[at + 1])), None)
    if original is not None:
        chosen = run.index(original)
    elif first is not None:
        chosen = first
    elif len(run) > 1 and is_column(texts[0]):
        chosen = 1
    elif len(run) > 1 and texts[1].startswith("——"):
        chosen = 0
    elif len(run) > 2 or (len(run) == 2 and _is_kicker(texts[0], texts[1])):
        chosen = 1
    else:
        chosen = 0
    after = chosen + (2 if first == chosen else 1)
    return Headline(
        title=run[chosen],
        kicker=run[chosen - 1] if chosen else None,
        subtitle=run[after] if after < len(run) else None,
        above=repeated,
        rest=run[chosen + 1] if first == chosen else None,
        names=names,
    )


def _goes_on(text: str, below: str) -> bool:
    """Whether a headline is set on two lines: a bracket or the name of a document is closed on the second."""
    if left_open(text) and not left_open(text + below):
        return True
    return bool(_DOCUMENT_START.match(text) and not _DOCUMENT_END.search(text) and _DOCUMENT_END.search(below))


def _is_kicker(text: str, below: str) -> bool:
    """Whether the first of two lines leads to the second: more phrases set side by side, or left open."""
    phrases, phrases_below = (len(re.split(f"[{SPACES}]+", line)) for line in (text, below))
    return text.endswith(("——", "…")) or (phrases > phrases_below and phrases > 1)


@dataclass(frozen=True, slots=True)
class TitleParts:
    """What stands in the line of a headline."""

    title: Span
    """The headline."""
    subtitle: Span | None
    """The subtitle behind it on the same line."""
    site: Span | None
    """The name of the site at the end."""


def title_parts(text: str) -> TitleParts:
    """The headline in its line, apart from a subtitle and from the name of the site that stand behind it.

    >>> line = "作风硬起来 发展快起来——临河县作风建设纪实_临河新闻_大众网"
    >>> parts = title_parts(line)
    >>> [line[slice(*part)] for part in (parts.title, parts.subtitle, parts.site)]
    ['作风硬起来 发展快起来', '——临河县作风建设纪实', '大众网']
    """
    end, site = len(text), None
    if (found := _SITE_SUFFIX.search(text)) and found.start() >= _LEAST_HEAD:
        end, site = found.start(), Span(*found.span("site"))
        while (found := _CHANNEL.search(text[:end])) and found.start() >= _LEAST_HEAD:
            end = found.start()
    cut = _subtitle_start(text[:end])
    if cut is None:
        return TitleParts(Span(0, end), None, site)
    title = text[:cut].rstrip()
    return TitleParts(Span(0, len(title)), Span(cut, end), site)


def _subtitle_start(text: str) -> int | None:
    """Where a subtitle starts in a headline: at a dash, or at a last phrase that names the kind of report."""
    dash = text.find("——")
    if dash >= 4 and len(text) - dash - 2 >= 6 and left_open(text[:dash]) is None:
        return dash
    phrases = [(found.start(), found.group()) for found in re.finditer(f"[^{SPACES}]+", text)]
    if len(phrases) > 1 and _GENRE.search(phrases[-1][1]):
        start, last = phrases[-1]
        if len(last) >= 8 and len(last) > max(len(phrase) for _, phrase in phrases[:-1]):
            return start
    return None
