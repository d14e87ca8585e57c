"""Which line of a page is the headline, and which lines over and under it belong to it.

Words do not tell a headline from the names, counts and columns around it; where it stands does. Every line over the
text that could be a headline is weighed by the features of one table, and the heaviest is the headline. What stands
straight over it and under it is kicker and subtitle.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reader.model.patterns import pattern
from reader.restoration.layout.lines import Line, is_dateline
from reader.restoration.layout.marks import HANZI, SPACES, left_open
from reader.structure.bars import foreign_length
from reader.structure.bylines import is_byline, is_date_bar
from reader.structure.names import MEDIUM_END, is_body, is_full_name, is_medium
from reader.structure.titles import Headline, could_be_headline, is_column
from reader.structure.wordings import excess

_MOST_ABOVE = 80
"""A headline stands no more lines over the text."""
_LEAST_HEAD = 6
"""A headline that the page says again is not shorter, in code points."""
_WHOLE = 8
"""A line of so many code points says something; a shorter one may be a name or a button."""
_LONG = 60
"""Few headlines are longer, in code points."""
_LIST = 5
"""So many lines that could be headlines, one under the other, are a list of links."""
_FALL = 0.3
"""What each line between a headline and the date bar under it takes from its weight."""
_SHARED = 0.34
"""A short line beside the headline is part of it when so much of it stands in the text."""
_READ = 8000
"""What a headline says stands in the first so many code points of its text."""
_SUFFIX = pattern(rf"[{SPACES}]*[_|—-][{SPACES}]*[^。]{{2,30}}$")
_SITE = pattern(rf"(?:[a-z.]{{1,12}} ){{0,3}}(?:\w|[·.]){{1,10}}{MEDIUM_END}")
_LETTERHEAD = pattern(rf"{HANZI}{{2,14}}(?:新闻稿|新闻公报|文件|简报|令|公告)")
"""What kind of paper it is, set over the headline."""
_ENTRY = pattern(r"[【\[][^】\]]{2,8}[】\]]\s+\S|[【\[][^】\]]{2,8}[】\]]$")
"""A label in brackets with its value, as tables over a text have them."""
_QUOTED = pattern("“[^”]*”|「[^」]*」")
_ADDED = pattern(rf"(?:{HANZI}{{2,6}}[::]\s*|[^。]{{1,24}}[>›»/→-]\s*|\[{HANZI}{{2,4}}\]\s*)(?=\S)")
"""What a page sets before the headline where it says it again: a label, a path, a class."""
_REPORTED = pattern(r"(?:强调|指出|要求|提出|举行|召开|开幕|闭幕|会议|[时上])(?:[::])?$")
"""How a kicker ends that says where the headline was said."""
_ENTITLED = pattern(
    r"(?:[图表]\d{1,2}[\s:]|第[〇零一二三四五六七八九十百\d]{1,4}[编章节条]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、])"
)
_DOCUMENT_START = pattern(rf"{HANZI}{{2,24}}关于|关于|转发|印发")
_DOCUMENT_END = pattern(
    r"的?(?:通知|意见|决定|办法|规定|方案|公告|通报|批复|函|措施|细则|纲要|条例|报告|请示|规划|计划|指引|指南|讲话)(?:\([^()]{1,12}\))?$"
)
_WRITER_NOTE = pattern(r"\(?作者(?:系|为|单位|简介)")
"""A note under an article on who wrote it."""
_NOTE_LINES = 8
"""It stands in one of the last so many lines."""
_NAME = 10
"""The name of a site is not longer, in code points."""
_EVEN = 3
"""Phrases set side by side differ in length by no more, in code points."""
_SECTION = 2
"""Of two words side by side, sections of a site are not longer."""
_PIECE = 4
"""The words of a bar are not longer."""
_ISSUER = 13
"""The name of an office under a headline is shorter, in code points."""
_OF_SITE = 0.65
"""Of a bar at least so much are words of the site."""
_BAR = 24
"""A bar that is not all words of the site is not longer, in code points."""
_NUMBER = pattern(r"[+-]?\d[\d.,]*%?")
_UNIT = 4
"""What is counted is not longer."""
_HANZI, _PAIR = pattern(HANZI), pattern(f"(?=({HANZI}{{2}}))")


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands over the text of a page."""

    lines: Sequence[Line]
    """All lines of the page."""
    stop: int
    """The first line of the text."""
    worthy: tuple[int, ...]
    """Those over it that could be headlines, in order."""
    original: int | None
    """The one that another line says again."""
    bars: tuple[int, ...]
    """Lines over the text that say when the page appeared."""
    bylines: tuple[int, ...]
    """Other lines over the text that say who wrote it or where it comes from."""
    others: tuple[int, ...]
    """Lines over it that are neither headlines nor bylines."""
    told: str
    """The first words of the text."""
    around: str
    """The lines over it that are no headlines."""

    def nearness(self, index: int, below: Sequence[int]) -> float:
        """1 for a line straight over one of some others, less with each line between; 0 where none is below."""
        other = next((other for other in below if other > index), None)
        return 0.0 if other is None else 1 / (1 + _FALL * (other - index - 1))

    def run(self, index: int) -> list[int]:
        """The worthy lines that stand together with one, it included."""
        first = last = index
        while first - 1 in self.worthy:
            first -= 1
        while last + 1 in self.worthy:
            last += 1
        return list(range(first, last + 1))

    def shared(self, index: int) -> float:
        """Which part of the pairs of characters of a line stands in the text."""
        pairs = set(_PAIR.findall(self.lines[index].text))
        return sum(pair in self.told for pair in pairs) / max(_PIECE, len(pairs))


def _length(head: _Head, index: int) -> float:
    length = len(head.lines[index].text)
    return 1.0 if _WHOLE <= length <= _LONG else 0.7 if length >= _LEAST_HEAD else 0.3 if length > 3 else -0.5


def _far(head: _Head, index: int) -> float:
    """How many lines of the site stand between it and the text."""
    return min(8, sum(index < at < head.stop for at in head.others))


def _in_place(head: _Head, index: int) -> float:
    """Of two lines the first, of more the second; of a list the last, or the first where no site stands around it."""
    run = head.run(index)
    if len(run) >= _LIST:
        chosen = run[-1] if head.others or head.bylines else run[0]
        return 1.0 if index == chosen else -1.0
    run = [at for at in run if len(head.lines[at].text) > _PIECE] or run
    return 1.0 if index == run[0 if len(run) < 3 else 1] else 0.0


def _leads(head: _Head, index: int) -> float:
    """Whether it leads to the next line as a kicker does: phrases of one length side by side, or left open."""
    if index + 1 not in head.worthy or len(head.lines[index + 1].text) < _LEAST_HEAD:
        return 0.0
    text, below = head.lines[index].text, head.lines[index + 1].text
    phrases, phrases_below = (re.split(f"[{SPACES}]+", line) for line in (text, below))
    if len(phrases) > max(1, len(phrases_below)) and "," not in below:
        return 1.0 if max(map(len, phrases)) - min(map(len, phrases)) <= _EVEN else 0.3
    return float(text.endswith(("——", "…")) or is_column(text) or _REPORTED.search(text) is not None)


def _echoed(head: _Head, index: int) -> float:
    """Which part of a short line stands in the names, paths and bars of the site."""
    text = head.lines[index].text
    pairs = set(_PAIR.findall(text))
    return sum(pair in head.around for pair in pairs) / len(pairs) if pairs and len(text) <= _NAME else 0.0


def _of_site(head: _Head, index: int) -> float:
    """How much more than half of a line are words of bars, or how much it speaks as they do and the text does not."""
    text = head.lines[index].text
    spoken = min(1.0, excess(text)) * (1 - head.shared(index))
    return max(0.0, 2 * site_share(text) - 1, spoken) if _HANZI.search(text) else 1.0


def _is_office(head: _Head, index: int) -> float:
    return float(index < head.stop and is_body(head.lines[index].text))


def _under_bar(head: _Head, index: int) -> float:
    """Whether a headline stands over the date bar above it: then it is the first heading of the text."""
    above = [bar for bar in head.bars if bar < index]
    if not above:
        return 0.0
    over = [
        at for at in head.worthy if at < above[-1] and len(head.lines[at].text) > _PIECE and not _is_office(head, at)
    ]
    return max((head.nearness(at, head.bars) * (1 - _of_site(head, at)) for at in over), default=0.0)


def _is_value(head: _Head, index: int) -> float:
    """Whether it is what a label on the line above announces."""
    above = head.lines[index - 1].text if index else ""
    return float(len(above) <= _NAME and above.endswith(":"))


@lru_cache(maxsize=1024)
def site_share(text: str) -> float:
    """Which part of a line are words of a site, what stands in quotation marks left aside.

    >>> site_share("小编推荐"), site_share("“移动办公室”进村")
    (0.5, 0.0)
    """
    said = _QUOTED.sub("", text)
    words = len(_HANZI.findall(said))
    return 1 - foreign_length(said) / words if words else 0.0


def is_entry(text: str) -> bool:
    """Whether a line is a value with its label in brackets, as tables over a text have them.

    >>> is_entry("【公布日期】 2014.11.05"), is_entry("【改革】再出发")
    (True, False)
    """
    return len(text) <= _LONG and "。" not in text and _ENTRY.match(text) is not None


def is_slight(text: str) -> bool:
    """Whether a line is a row of words or of numbers, a count with its unit, or mostly words of a site, as bars are.

    >>> is_slight("播报 编辑 讨论 上传视频"), is_slight("46万 总阅读"), is_slight("聚力强势 奋勇争先")
    (True, True, False)
    >>> is_slight("水泥 万吨 412.5 -5.7")
    True
    """
    pieces = [piece for piece in re.split(rf"[{SPACES}|]+", text) if piece]
    lengths = {len(piece) for piece in pieces}
    is_row = len(pieces) > 2 and max(lengths) <= _PIECE and (len(lengths) > 1 or max(lengths) < 3)
    is_row = is_row or (len(pieces) > 2 and len({piece[:2] for piece in pieces}) == 1)
    is_row = is_row or (len(pieces) == 2 and max(lengths) <= _SECTION)
    if site_share(text) >= _OF_SITE and len(text) <= _BAR:
        return True
    return (
        is_row
        or sum(_NUMBER.fullmatch(piece) is not None for piece in pieces) > 1
        or text.count(":") > 1
        or text.count("|") > 1
        or (re.search(r"\d", text) is not None and len(_HANZI.findall(text)) <= _UNIT)
    )


_FEATURES: tuple[tuple[float, Callable[[_Head, int], float]], ...] = (
    (6.0, lambda head, index: float(index == head.original)),
    (5.0, lambda head, index: head.nearness(index, head.bars)),
    (1.5, lambda head, index: head.nearness(index, head.bylines)),
    (-0.5, _far),
    (2.0, _in_place),
    (3.0, _length),
    (4.0, lambda head, index: head.shared(index)),
    (-3.0, _echoed),
    (-3.5, _under_bar),
    (-4.0, _of_site),
    (-4.0, _is_office),
    (-5.0, _is_value),
    (-3.0, lambda head, index: float(is_slight(head.lines[index].text))),
    (-2.5, _leads),
    (-5.0, lambda head, index: float(head.lines[index].text.startswith("——"))),
    (-6.0, lambda head, index: float(is_column(head.lines[index].text))),
    (-2.0, lambda head, index: float(_ENTITLED.match(head.lines[index].text) is not None)),
)
"""What makes a line the headline, with its weight: that it is said again; that it stands over a date bar or a byline,
and near the text; its place among its neighbours; its length; how much of it the text speaks of. Against it: that it
is under such a bar, that the site speaks of it, that it is an office, the value of a label, a row or a count, and what
makes kickers, subtitles, names of columns, entries of lists."""


def find_headline(lines: Sequence[Line], core_start: int, core_stop: int) -> Headline | None:
    """The headline above the core, or None where the page has none."""
    repeated, original = _find_repeated(lines, core_start)
    first = max(0, core_start - _MOST_ABOVE)
    dateline = next((index for index in range(first, core_start) if _is_told(lines[index].text)), core_start)
    could_be = [index for index in range(first, dateline) if could_be_headline(lines[index].text)]
    names = _name_lines(lines, could_be, core_start)
    entries = _entries(lines, range(first, core_start))
    worthy = _worthy(lines, [index for index in could_be if index not in (*names, *repeated, *entries)])
    if not worthy:
        return None
    told = "\n".join(line.text for line in lines[core_start : min(core_stop, core_start + _MOST_ABOVE)])[:_READ]
    bylines = tuple(index for index in range(first, core_start) if is_byline(lines[index].text))
    others = tuple(index for index in range(first, core_start) if index not in {*could_be, *repeated, *bylines})
    around = "\n".join(lines[index].text[:200] for index in (*others, *bylines) if index not in repeated)
    head = _Head(
        lines=lines,
        stop=core_start,
        worthy=tuple(worthy),
        original=original,
        bars=tuple(index for index in range(first, core_start) if is_date_bar(lines[index].text)),
        bylines=bylines,
        others=others,
        told=told,
        around=around,
    )
    title = max(worthy, key=lambda index: sum(weight * feature(head, index) for weight, feature in _FEATURES))
    if lines[title].text.startswith("——") and title - 1 in worthy:
        title -= 1
    return _with_neighbours(head, title, repeated, tuple(name for name in names if name > title))


def _with_neighbours(head: _Head, title: int, repeated: tuple[int, ...], names: tuple[int, ...]) -> Headline:
    """The headline with its other line, and with the lines over and under it that are part of it."""
    texts = {index: head.lines[index].text for index in head.worthy}
    rest: int | None = None
    if title - 1 in texts and _goes_on(texts[title - 1], texts[title]):
        title, rest = title - 1, title
    elif title + 1 in texts and _goes_on(texts[title], texts[title + 1]):
        rest = title + 1
    under = (rest or title) + 1
    if _is_office(head, under) and len(texts.get(under, "")) in range(1, _ISSUER):
        names, under = (under, *names), under + 1
    is_list = len(head.run(title)) >= _LIST
    return Headline(
        title=title,
        kicker=title - 1 if not is_list and _belongs(head, title - 1, _PIECE + 1) else None,
        subtitle=under if _belongs(head, under) and not _is_first_of_many(head, under) else None,
        above=repeated,
        rest=rest,
        names=names,
    )


def _belongs(head: _Head, index: int, least: int = _WHOLE) -> bool:
    """Whether a line beside the headline is part of it: it says enough, or the text speaks of the same."""
    if index not in head.worthy:
        return False
    text = head.lines[index].text
    if text.startswith("——") or is_column(text):
        return True
    if is_slight(text) or _echoed(head, index) > head.shared(index):
        return False
    if len(text) <= _PIECE or _of_site(head, index) > 0:
        return False
    return len(text) >= least or head.shared(index) >= _SHARED


def _is_first_of_many(head: _Head, index: int) -> bool:
    """Whether a line opens a count that headings of the text go on with: 一问 … 二问 …"""
    text = head.lines[index].text
    second = f"二{text[1:2]}"
    return text[0] == "一" and any(line.text.startswith(second) for line in head.lines[index : index + _MOST_ABOVE])


def _is_told(text: str) -> bool:
    """Whether a text begins with this line, which says who reported it."""
    return is_dateline(text) and is_byline(text)


def _entries(lines: Sequence[Line], indexes: Sequence[int]) -> list[int]:
    """Lines of a table over the text: each has its label in brackets."""
    found = [index for index in indexes if is_entry(lines[index].text)]
    return found if len(found) > 1 else []


def _worthy(lines: Sequence[Line], indexes: Sequence[int]) -> list[int]:
    """Lines that are neither names of sites, nor bars, nor letterheads, unless there are no others."""
    indexes = [index for index in indexes if not is_slight(lines[index].text)] or indexes
    return [
        index
        for index in indexes
        if not _SITE.fullmatch(lines[index].text)
        and not (len(indexes) > 1 and (_LETTERHEAD.fullmatch(lines[index].text) or is_medium(lines[index].text)))
    ]


def _find_repeated(lines: Sequence[Line], core_start: int) -> tuple[tuple[int, ...], int | None]:
    """The lines that are another with something before or behind it or are said again, and that other."""
    first: dict[str, int] = {}
    for index in range(min(core_start, len(lines))):
        if could_be_headline(lines[index].text):
            first.setdefault(lines[index].text, index)
    again: tuple[int, int] | None = None
    for index in range(min(core_start, len(lines))):
        name = lines[index].text
        if len(name) >= _LEAST_HEAD and first.get(name, index) != index:
            return (first[name],), index
        while found := _SUFFIX.search(name):
            name = name[: found.start()]
            if len(name) >= _LEAST_HEAD and name in first and first[name] != index:
                return (index,), first[name]
        name = lines[index].text
        while again is None and (added := _ADDED.match(name)):
            name = name[added.end() :]
            if len(name) >= _LEAST_HEAD and name in first and first[name] != index:
                again = first[name], index
    return ((), None) if again is None else ((again[1],), again[0])


def _name_lines(lines: Sequence[Line], indexes: Sequence[int], core_start: int) -> tuple[int, ...]:
    """The lines that are a person's name, proved by a day beside them or a note under the text."""
    told = any(_WRITER_NOTE.match(line.text) for line in lines[-_NOTE_LINES:])
    return tuple(
        index
        for index in indexes
        if is_full_name(lines[index].text) and (told or _beside_day(lines, index, core_start))
    )


def _beside_day(lines: Sequence[Line], index: int, core_start: int) -> bool:
    near = (other for other in (index - 1, index + 1) if 0 <= other < core_start)
    return any(is_date_bar(lines[other].text) for other in near)


def _goes_on(text: str, below: str) -> bool:
    """Whether a headline is set on two lines: a bracket or the name of a document is closed on the second."""
    if left_open(text) and not left_open(text + below):
        return True
    return bool(_DOCUMENT_START.match(text) and not _DOCUMENT_END.search(text) and _DOCUMENT_END.search(below))
