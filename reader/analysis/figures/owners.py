"""Whose figure it is: the place or body that the clause of a figure, or the nearest subject before it, names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from reader.analysis.figures.quantity import Quantity
from reader.analysis.figures.setting import splits_word
from reader.analysis.figures.words import cut
from reader.lexicons.clauses import clause_words
from reader.lexicons.places import find_places
from reader.lexicons.verbs import is_verb
from reader.model import FigureKind, Span

_CLAUSE_START = re.compile(r"[,。;:!?…、()\n]+[”’」』)]*")
_WHOLE = re.compile(
    r"全[国省市区县州镇乡村](?![有民际]|重点|文明|先进|优秀|百强|示范|劳动|五一|爱国|人大|政协)|全自治区|[我该本][国省市区县州镇乡村局院校司](?!际)"
)
_WHOLE_GOVERNMENT = re.compile(r"全[省市区县州]政府")
"""A place and what begins the noun behind it, no body: 全市政府债务余额."""
_TOWN = re.compile(r"(?<![\u4e00-\u9fff])(?:主城区|市区|城区|县城|[省市区县州]本级)(?=[^,。;]{2})")
_WORLD = re.compile(r"全球|全世界")
_LOCATED = re.compile(r"[\u4e00-\u9fff]{2,4}所在的?[\u4e00-\u9fff]{2,8}?(?=[有共已累])")
_BODY_WORDS = clause_words("bodies")
_REGIONS = clause_words("regions")
_BODY_HINT = re.compile("|".join(map(re.escape, sorted(_BODY_WORDS | _REGIONS | set("县区镇乡村市州")))))
"""Without any of these a stretch of text names no body."""
_EDGES = clause_words("edges")
_LEADING = re.compile(
    r"(?:据(?!说)[^,。;:]{0,8}?(?:统计|了解|介绍|悉)|其中|目前|当前|同时|此外|另外|近年来|近日|日前|届时|期间|自(?![治主然己营强])从?|随着|全年|年末|年底|在|由|据|而|仅|使|让|如|像"
    r"|截[至止][^,。;:]{0,8}?(?:底|日|末|前|月|年|目前)|[0-9年月日至—\-]{1,20}(?:底|末|初|以来)?|(?:今|去|前|明)年(?:以来|底|初)?|[上下]半年|前[一二三四两]季度|[一二三四]季度)+"
)
_BEYOND = re.compile(
    r"(?:位于|地处|坐落于?|占|占到|比|较|高于|低于|快于|优于|好于|多于|少于|超过|超|居|列|位居|位列|排名|排|名列|高出|领先|面向|向|与|同|对|赴|距|来自|毗邻"
    r"|相当于|接近|从|跻身|纳入|入选|走在|辐射|连接|通往|抵达|前往|听取)(?:了)?$"
)
"""What stands before a place that is the other party of the clause, not its subject."""
_STANDARD = re.compile(
    r"平均|均值|第[一二三四五六七八九十\d]|首位|前列|前[三十]|总量的|总数的"
    r"|[^,。;]{0,8}(?:的比重|总[量数额值]的|平均水平)"
)
"""What follows a place that a figure is compared with or a share of."""
_SPEAKER = re.compile(
    r"[有关相]{0,2}[副总]{0,2}(?:主任|局长|书记|市长|区长|县长|部长|司长|处长|经理|负责人|所长|院长|校长|镇长|主席|教授|发言人|工作人员|董事长)"
    r"|[\u4e00-\u9fff]{0,6}(?:报道|消息|公布|数据|资料|统计(?!局)|发布[^,。;]{0,8}(?:数据|消息|预警)|获悉|介绍|表示|指出|认为|强调|说(?!明))"
)
"""What makes a body the source of a report, not its subject."""
_RELATIVE = re.compile(r"[^,。;:!?]{0,14}?的")
_SHARE = (FigureKind.PERCENT, FigureKind.RATIO, FigureKind.RANK)
_OPENING_EDGES = ("全市", "全省", "全区", "全县", "全国", "中")
"""Words that end a noun before a number and begin the name of a body."""
_PLACE_ENDS = tuple("县区镇乡村市州")
"""Last characters of places, for those that no table holds."""
_LONGEST_PLACE = 4
"""Code points of such a place."""
_KINDS = ("上市公司", "跨国公司", "子公司", "分公司", "外商公司", "中小学", "地方政府", "商业银行")
"""Kinds of bodies, which are no owner by themselves."""
_LONGEST_SUBJECT = 24
"""Code points of a clause in which its subject is looked for."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A place or body where it is named."""

    span: Span
    is_subject: bool
    """It opens its clause, so that the clauses after it speak of it too."""
    is_standard: bool
    """It is what something is compared with, or where a way leads."""


@dataclass(frozen=True)
class Owners:
    """The places and bodies that one paragraph names, read once."""

    text: str
    """The paragraph in the `simplify` form."""

    @cached_property
    def _clauses(self) -> list[int]:
        return [0, *(match.end() for match in _CLAUSE_START.finditer(self.text))]

    @cached_property
    def _named(self) -> list[_Named]:
        """In reading order; of those that overlap the longest."""
        spans = {
            span
            for span in find_places(self.text)
            if not self.text.startswith("其中", span[0] - 1)
            and not splits_word(self.text, span[0])
            and not self.text.startswith("级", span[1])
        }
        spans |= set(self._bodies())
        for pattern in (_WHOLE, _TOWN, _WORLD, _LOCATED):
            spans |= {match.span() for match in pattern.finditer(self.text)}
        kept: list[_Named] = []
        for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
            if kept and start < kept[-1].span.end:
                continue
            if kept and start == kept[-1].span.end and kept[-1].is_subject:
                if _WHOLE.match(self.text, start):
                    continue
                kept[-1] = _Named(Span(start, end), is_subject=True, is_standard=False)
                continue
            placed = self._placed(start, end)
            if kept and kept[-1].is_standard and start == kept[-1].span.end + 1 and self.text[start - 1] in "、和":
                placed = _Named(placed.span, is_subject=False, is_standard=True)
            kept.append(placed)
        return kept

    @cached_property
    def _ends(self) -> list[int]:
        return [named.span.end for named in self._named]

    @cached_property
    def _subjects(self) -> list[_Named]:
        return [named for named in self._named if named.is_subject]

    @cached_property
    def _subject_ends(self) -> list[int]:
        return [named.span.end for named in self._subjects]

    def _placed(self, start: int, end: int) -> _Named:
        clause = self.clause_start(start)
        before = self.text[max(clause, start - 30) : start]
        opens = not before or _LEADING.fullmatch(before) is not None
        standard = _BEYOND.search(before) is not None or (not opens and _STANDARD.match(self.text, end) is not None)
        subject = opens and not standard and self.text[end : end + 1] not in ("的", "、")
        if self.text[clause - 1 : clause] == "、" or _SPEAKER.match(self.text, end):
            subject = False
        return _Named(Span(start, end), subject, standard)

    def _bodies(self) -> Iterator[tuple[int, int]]:
        """Bodies, companies and regions that open a clause."""
        for clause in self._clauses:
            lead = _LEADING.match(self.text, clause, clause + 30)
            start = lead.end() if lead else clause
            if self.text[start - 1 : start].isdigit():
                continue
            stop = _CLAUSE_START.search(self.text, start, start + _LONGEST_SUBJECT)
            if not _BODY_HINT.search(self.text, start, stop.start() if stop else start + _LONGEST_SUBJECT):
                continue
            parts = cut(self.text[start : stop.start() if stop else start + _LONGEST_SUBJECT])
            length = _body_length(parts)
            if length and not _WHOLE_GOVERNMENT.fullmatch(self.text, start, start + length):
                yield start, start + length

    def clause_start(self, offset: int) -> int:
        """Where the clause of an offset begins."""
        return self._clauses[bisect_right(self._clauses, offset) - 1]

    def owner_of(self, quantity: Quantity, sentence_start: int, paragraph_reach: int) -> Span | None:
        """The place or body whose figure it is.

        The clause of the figure speaks first: a place right before the number, the subject of the clause, a place that
        it describes (36家医院的滨海区), any other that is no standard of comparison; then the nearest subject before.
        """
        number = quantity.start
        clause = max(self.clause_start(number), sentence_start)
        low, high = bisect_right(self._ends, clause), bisect_right(self._ends, number)
        inside = [named for named in self._named[low:high] if named.span.start >= clause and not named.is_standard]
        if quantity.kind not in _SHARE and inside and inside[-1].span.end == number:
            return inside[-1].span
        if subject := next((named for named in inside if named.is_subject), None):
            return subject.span
        if described := self._described(quantity, high):
            return described
        if inside and not (quantity.kind in _SHARE and inside[-1].span.end == number):
            return inside[-1].span
        index = bisect_right(self._subject_ends, number) - 1
        if index >= 0 and self._subjects[index].span.start >= paragraph_reach:
            return self._subjects[index].span
        return None

    def province_before(self, offset: int) -> Span | None:
        """The nearest province that the paragraph names before an offset."""
        high = bisect_right(self._ends, offset)
        for named in reversed(self._named[max(0, high - 6) : high]):
            word = self.text[slice(*named.span)]
            if word in _REGIONS or (word[-1] == "省" and not _WHOLE.match(word)):
                return named.span
        return None

    def _described(self, quantity: Quantity, high: int) -> Span | None:
        if high == len(self._named):
            return None
        relative = _RELATIVE.match(self.text, quantity.end)
        following = self._named[high].span
        return following if relative and following.start == relative.end() else None


def _body_length(parts: Sequence[str]) -> int:
    """Code points of the name of a body that begins a list of words; 0 where none does.

    >>> _body_length(("海润", "集团", "总", "投资")), _body_length(("江西", "上", "云")), _body_length(("企业", "开办"))
    (4, 2, 0)
    """
    length = found = 0
    for at, word in enumerate(parts):
        if not at and word in _REGIONS:
            found = len(word)
        if (word in _EDGES and word not in _OPENING_EDGES) or is_verb(word):
            break
        length += len(word)
        if word.isascii() or not (word[0] >= "\u4e00" or word[0] in "“”"):
            break
        is_place = at > 0 and word in _PLACE_ENDS and 3 <= length - found <= _LONGEST_PLACE
        is_place |= found > 0 and length - found == len(word) == 3 and word.endswith(_PLACE_ENDS)
        if is_place or (_is_body(word) and (at or len(word) > 2)):
            found = length
    return found


def _is_body(word: str) -> bool:
    if word in _KINDS:
        return False
    return word in _BODY_WORDS or (len(word) > 2 and (word[-2:] in _BODY_WORDS or word[-3:] in _BODY_WORDS))
