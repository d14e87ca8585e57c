"""What the sentence says of a figure: whose it is, when it holds, with what it is compared."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from reader.analysis.figures.quantity import Quantity
from reader.lexicons.places import find_places
from reader.model import FigureKind, PartialDate

_SENTENCE_END = re.compile(r"[。!?…\n]+[”’」』)]*")
_WHOLE = re.compile(r"全[国省市区县州镇乡村球](?![有民际])|全世界|全自治区|[我该][国省市区县](?!际)")
_LOCATED = re.compile(r"[\u4e00-\u9fff]{2,4}所在的?[\u4e00-\u9fff]{2,8}?(?=[有共已累])")
_REGIONS = ("广西", "内蒙古", "西藏", "宁夏", "新疆")
"""Autonomous regions, which call themselves 全区."""
_UNTIL_NOW = re.compile(r"截[至止][^,。;:]{1,12}|目前|当前|近年来|此前")
_COMPARED = re.compile(
    r"同比|环比|(?:比|较)(?:上年|去年|上月|上个月|上周|上季度|年初|前年|前一日|往年|上届|[12]\d{3}年)(?:同期|末|底)?|与[^,。;]{2,8}?相比"
)
_REACH = 200
"""Code points of a sentence that are read before a figure."""


@dataclass(frozen=True)
class Topic:
    """Which places the whole article speaks of."""

    text: str
    """The digested paragraphs in the `simplify` form, a line each."""
    written: str
    """The same as written."""

    @cached_property
    def _places(self) -> Counter[str]:
        return Counter(self.written[start:end] for start, end in find_places(self.text))

    @cached_property
    def _meanings(self) -> dict[str, str]:
        """Kind of place (省, 市, 区 …) to the one of that kind that the article names most often."""
        meanings: dict[str, str] = {}
        for place, _ in self._places.most_common():
            meanings.setdefault(place[-1], place)
        named = self._places.get(meanings.get("区", ""), 0)
        region = max(_REGIONS, key=self.text.count)
        at = self.text.find(region)
        if at >= 0 and self.text.count("自治区") > named:
            meanings["区"] = self.written[at : at + len(region)]
        return meanings

    def meaning_of(self, whole: str) -> str:
        """The place that 全区 or 我市 stands for in this article; the words themselves where it names none.

        >>> Topic("青岛市开会。全市动员。", "青島市開會。全市動員。").meaning_of("全市")
        '青島市'
        """
        return self._meanings.get(whole[-1], whole)


@dataclass(frozen=True)
class Sentences:
    """One paragraph, read as sentences."""

    text: str
    """In the `simplify` form."""
    written: str
    """As written."""
    quantities: Sequence[Quantity]
    """Its figures in reading order."""

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _SENTENCE_END.finditer(self.text))]

    @cached_property
    def _owners(self) -> list[tuple[int, int]]:
        """Stretches that name a place or a body, in the order of their ends."""
        located = [match.span() for match in _LOCATED.finditer(self.text)]
        wholes = [match.span() for match in _WHOLE.finditer(self.text)]
        return sorted({*located, *wholes, *find_places(self.text)}, key=lambda span: (span[1], -span[0]))

    def start_of(self, offset: int) -> int:
        """Where the sentence of an offset begins, at most `_REACH` code points before it."""
        return max(self._starts[bisect_right(self._starts, offset) - 1], offset - _REACH)

    def before(self, offset: int) -> str:
        """The sentence of an offset up to it, in the `simplify` form."""
        return self.text[self.start_of(offset) : offset]

    def clause_before(self, offset: int) -> str:
        """The clause of an offset up to it, in the `simplify` form."""
        return re.split(r"[,;:]", self.before(offset))[-1]

    def owner(self, quantity: Quantity, topic: Topic) -> str | None:
        """Whose figure it is, where the sentence or the topic says: the last that is named before it."""
        index = bisect_right(self._owners, quantity.start, key=lambda span: span[1]) - 1
        if index < 0 or self._owners[index][0] < self.start_of(quantity.start):
            return None
        start, end = self._owners[index]
        named = self.written[start:end]
        return topic.meaning_of(named) if self.text[start] in "全我该" and self.text[end - 1] not in "国球界" else named

    def period(self, index: int) -> str | None:
        """When a figure holds, as written: the nearest time that its sentence names before it."""
        quantity = self.quantities[index]
        start = self.start_of(quantity.start)
        until = list(_UNTIL_NOW.finditer(self.text, start, quantity.start))
        low = until[-1].start() if until else start
        for other in reversed(self.quantities[max(0, index - 16) : index]):
            if other.start < low or (until and other.start < until[-1].end()):
                break
            if other.kind is FigureKind.DATE and isinstance(other.value, PartialDate) and not self._is_base(other):
                return self.written[other.start : other.end]
        return self.written[slice(*until[-1].span())] if until else None

    def _is_base(self, date: Quantity) -> bool:
        return self.text[date.start - 1 : date.start] in ("比", "较")

    def compared(self, quantity: Quantity) -> str | None:
        """The base of a comparison in the clause of a figure, as written."""
        clause = self.clause_before(quantity.start)
        found = list(_COMPARED.finditer(clause)) if quantity.kind is not FigureKind.DATE else []
        offset = quantity.start - len(clause)
        return self.written[offset + found[-1].start() : offset + found[-1].end()] if found else None
