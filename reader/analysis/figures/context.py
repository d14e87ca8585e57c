"""What the sentence says of a figure: whose it is, when it holds, with what it is compared."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from reader.analysis.figures.owners import Owners
from reader.analysis.figures.quantity import Quantity
from reader.analysis.figures.setting import splits_word
from reader.lexicons.places import find_places
from reader.model import FigureKind, PartialDate, Span

_SENTENCE_END = re.compile(r"[。!?…\n]+[”’」』)]*")
_REGIONS = ("广西", "内蒙古", "西藏", "宁夏", "新疆")
"""Autonomous regions, which call themselves 全区."""
_UNTIL_NOW = re.compile(
    r"截[至止](?:目前|当前)|截[至止](?:(?!已|共|累计|突破|达|全[省市区县])[^,。;:]){1,12}|目前|当前|近年来|此前|全年(?=[^,。;]{2})|“[^“”]{2,6}”(?:期间|时期)|过去(?:[一二三四五六七八九十]|\d{1,2})年"
)
_GOES_ON = re.compile(r"分[^,。;]{1,8}看|从[^,。;]{1,8}[看来]|按[^,。;]{1,10}分|其中")
"""How a sentence begins that goes on about the time of the one before it."""
_COMPARED = re.compile(
    r"同比|环比|(?:比|较)(?:上年|去年|常年|历年|上月|上个月|上周|上季度|[一二三四]季度|上半年|年初|前年|前一日|往年|上届|[12]\d{3}年)(?:\d{1,2}月份?)?(?:同期|末|底)?|与[^,。;]{2,8}?(?:相比|(?<![同环])比(?=,))"
)
_TIMES_OF = re.compile(r"(?:是|为|达|达到|相当于|增至)(?P<base>[^,。;是为达]{2,12}(?:年|期|末|初|时))的$")
"""Before a multiple: 是2015年的近4倍."""
_LASTING = (FigureKind.DURATION, FigureKind.FREQUENCY)
_AGES = ("岁", "周岁")
_CLAUSE_MARK = re.compile(r"[,;:。、的]")
_CLAUSE_END = re.compile(r"[,;:]")
_ONLY_CHANGE = re.compile(r"(?:增长|上升|上涨|下降|下跌|提高|回升|回落)(?:了)?$")
_IS_LIKE = re.compile(r"(?:是|为|相当于|占)$")
"""Before a date and 的 these compare with it: 相当于2019年的1.1倍."""
_SAID = re.compile(r"(?:\([^()]{1,12}\))?[^,。;:的]{0,4}?(?:称|表示|报道|宣布|指出|介绍|透露|消息|获悉|公布|发布|通报)")
"""Behind a date these say when something was said, not when it was so."""
_PLACES = "省市区县州镇乡村国"
"""Kinds of place that 全 and 我 stand before."""
_REACH = 200
"""Code points that are read before a figure."""


@dataclass(frozen=True)
class Topic:
    """Which places the whole article speaks of."""

    text: str
    """The digested paragraphs in the `simplify` form, a line each."""
    written: str
    """The same as written."""
    place: str | None = None
    """The place that the headline names, in the `simplify` form."""

    @cached_property
    def _places(self) -> Counter[str]:
        return Counter(
            self.written[start:end]
            for start, end in find_places(self.text)
            if not splits_word(self.text, start) and not self.text.startswith("级", end)
        )

    @cached_property
    def place_as_written(self) -> str | None:
        """The place of the headline in the script of the text."""
        at = self.text.find(self.place) if self.place else -1
        return self.written[at : at + len(self.place)] if self.place and at >= 0 else None

    @cached_property
    def _meanings(self) -> dict[str, str]:
        """Kind of place (省, 市, 区 …) to the one of that kind that the article names most often."""
        meanings: dict[str, str] = {}
        if self.place_as_written:
            meanings[self.place_as_written[-1]] = self.place_as_written
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
    def _owners(self) -> Owners:
        return Owners(self.text)

    def start_of(self, offset: int) -> int:
        """Where the sentence of an offset begins, at most `_REACH` code points before it."""
        return max(self._starts[bisect_right(self._starts, offset) - 1], offset - _REACH)

    @cached_property
    def _clauses(self) -> list[int]:
        return [0, *(match.end() for match in _CLAUSE_END.finditer(self.text))]

    @cached_property
    def _comparisons(self) -> list[tuple[int, int]]:
        return [match.span() for match in _COMPARED.finditer(self.text)]

    def _clause_start(self, offset: int) -> int:
        return max(self._clauses[bisect_right(self._clauses, offset) - 1], self.start_of(offset))

    def owner(self, quantity: Quantity) -> Span | None:
        """The place or body whose figure it is, where the paragraph names it."""
        return self._owners.owner_of(quantity, self.start_of(quantity.start), max(0, quantity.start - _REACH))

    def name_of(self, owner: Span, topic: Topic) -> str:
        """An owner as written; what the article calls 全区 or 我市 by its name."""
        named, whole = self.written[slice(*owner)], self.text[owner.start : owner.start + 2]
        if whole[0] not in "全我该本" or whole[-1] not in _PLACES:
            return named
        if whole[-1] == "省" and (near := self._owners.province_before(owner.start)):
            return self.written[slice(*near)] + named[2:]
        return topic.meaning_of(named[:2]) + named[2:]

    def period(self, index: int) -> str | None:
        """When a figure holds, as written: the nearest time that its sentence names before it."""
        quantity = self.quantities[index]
        start = self.start_of(quantity.start)
        while start and _GOES_ON.match(self.text, start) and self.start_of(start - 1) < start:
            start = self.start_of(start - 1)
        if lasting := self._lasting(index):
            return self.written[lasting.start : lasting.end]
        until = list(_UNTIL_NOW.finditer(self.text, start, quantity.start))
        low = until[-1].start() if until else start
        for other in reversed(self.quantities[max(0, index - 16) : index]):
            if other.start < low or (until and other.start < until[-1].end()):
                break
            if other.kind is FigureKind.DATE and isinstance(other.value, PartialDate) and not self._is_base(other):
                return self.written[other.start : other.end]
        return self.written[slice(*until[-1].span())] if until else None

    def _lasting(self, index: int) -> Quantity | None:
        """How long or how often the clause of a figure says before it: 三年 in 三年翻一番, 每天 in 每天停靠32列."""
        before, quantity = self.quantities[index - 1] if index else None, self.quantities[index]
        if before is None or before.kind not in _LASTING or before.unit in _AGES:
            return None
        if before.kind is quantity.kind:
            return None
        is_of_clause = not _CLAUSE_MARK.search(self.text, before.end, quantity.start)
        return before if is_of_clause and before.start >= self._clause_start(quantity.start) else None

    def _is_base(self, date: Quantity) -> bool:
        """Whether a date is what is compared with, or when something was said."""
        if _SAID.match(self.text, date.end):
            return True
        if _IS_LIKE.search(self.text, max(0, date.start - 3), date.start) and self.text.startswith("的", date.end):
            return True
        return self.text[date.start - 1 : date.start] in ("比", "较")

    def compared(self, quantity: Quantity) -> str | None:
        """The base of a comparison in the clause of a figure, as written."""
        if quantity.kind is FigureKind.DATE:
            return None
        if quantity.kind is FigureKind.MULTIPLE and (base := _TIMES_OF.search(self.text, *self._near(quantity))):
            return self.written[slice(*base.span("base"))]
        clause = self._clause_start(quantity.start)
        found = self._comparison(clause, quantity.start)
        if not found and quantity.kind is FigureKind.PERCENT and _ONLY_CHANGE.search(self.text, clause, quantity.start):
            sentence = self.start_of(quantity.start)
            if _GOES_ON.match(self.text, sentence):
                sentence = self.start_of(max(0, sentence - 1))
            found = self._comparison(sentence, quantity.start)
        return self.written[slice(*found)] if found else None

    def _near(self, quantity: Quantity) -> tuple[int, int]:
        return max(0, quantity.start - 16), quantity.start

    def _comparison(self, low: int, high: int) -> tuple[int, int] | None:
        """The last words of comparison between two offsets."""
        index = bisect_right(self._comparisons, (high, high)) - 1
        found = self._comparisons[index] if index >= 0 else None
        return found if found and found[0] >= low and found[1] <= high else None
