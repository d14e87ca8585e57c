"""What each figure of a paragraph counts, where the noun is shared, left out or named before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.analysis.figures.measured import noun_ending_at, noun_of
from reader.analysis.figures.phrases import measured_of_each, only_doing, only_links
from reader.analysis.figures.quantity import Quantity
from reader.analysis.figures.words import phrase_words
from reader.model import FigureKind, Span

_SENTENCE_MARKS = "。!?;"
_CHANGE = re.compile(
    r"增长|增加|增至|下降|降低|减少|提高|提升|上升|上涨|下跌|回落|回升|高出|扩大|缩小|占|缩短|压缩|压减|缩减|延长|(?:比|较)[^,。;]{2,12}[低高快多少]|[低高快优]于|领先|改为|增产|减产|增收|减收|改善|好转|上浮|下浮|上调|下调|压减|优化|[多少]$"
)
_OF_CHANGE = (FigureKind.PERCENT, FigureKind.MULTIPLE, FigureKind.MONEY, FigureKind.RATIO, FigureKind.DURATION)
_SHORTENED = re.compile(r"缩短|压缩|压减|缩减|延长|减少")
_DISTRIBUTED = re.compile(r"(?P<items>[^,。;:!?\d]{2,60})分别(?P<verb>[^,。;:\d]{0,10})$")
_ITEM = re.compile(r"[^、]+?(?=、|和|及|与|以及|$)")
_AND = re.compile(r"、|和|及|与|以及|,")
_PARTITIVE = re.compile(r"(?:,|、|;|:|其中|其余|。|里|中)(?:仅|只|还)?(?:的|有|占比|占|有近)?(?:了)?$")
_BESIDE = re.compile(r"[,;、](?:是|为|相当于|达到?|约为|位?[居列]|排|名列|仍居|稳居|保持)[^,。;]{0,14}$")
"""What begins a clause that goes on about the noun of the one before: ,居全省第二; ,是2015年的4倍."""
_PLANNED = re.compile(r"(?:预算|计划|目标|任务)[^,。;]{0,4}的")
"""What was planned for the time before it, of which a share is said: 完成年初预算的六成."""
_PAYS = re.compile(r"[,;、](?:由)?(?:中央|地方|[省市区县州镇乡村])级?(?:财政)?(?:承担|负担|分担|补助|按)[^,。;]{0,4}$")
"""What begins a clause about who pays another share: ,市级承担四成."""
_THAN = re.compile(r"[,、](?:比|较|同比|环比)[^,。;:]*$")
_ANEW = re.compile(r"人均|户均|亩均|平均|总[投产面规建]|年[产销均营]")
"""How a noun begins that does not go on with the one before it: 20个城市人均产值."""
_LONGEST_LINK = 6
"""Code points between a noun and the number of what is measured of each."""
_LEVEL = re.compile(
    r"[,、](?:按[^,。;]{2,10}[计折测]算)?(?:首次|已|将|预计|目前|现已){0,2}"
    r"(?:为|约?合|折合|达到?|到达|突破|超过?|[增升降]至|上升到|提高到)了?$"
)
"""What begins a clause that says how far the noun of the one before has come: ,突破6000亿元."""
_OF_SIZE = (FigureKind.AREA, FigureKind.LENGTH, FigureKind.MASS, FigureKind.VOLUME, FigureKind.POWER)
_CHANGES = ("增幅", "增速", "涨幅", "降幅", "跌幅")
"""Nouns of change; what has changed stands before them or in the clause before."""
_TIMED = (FigureKind.DURATION, FigureKind.DATE, FigureKind.FREQUENCY)
_UNMEASURED = (FigureKind.DATE, FigureKind.TIME, FigureKind.FREQUENCY, FigureKind.VERSION)
_BARE_BEFORE = re.compile(r"(?:[,;、:。]|其中|^)$")
_NAMED_BEFORE = 6
"""Figures back in which the noun of one that names nothing is looked for."""


def _changes(text: str, low: int, quantities: Sequence[Quantity], number: int) -> bool:
    """Whether a figure goes on about what was named before: 总量达20亿元,增长5%; 分别为19.4%和18.1%."""
    quantity = quantities[number]
    if quantity.kind not in _OF_CHANGE and not _more_of_same(text, quantities, number):
        return False
    gap = text[max(low, quantity.start - 40) : quantity.start]
    if any(mark in text[low : quantity.start][-40:] for mark in _SENTENCE_MARKS):
        return False
    if quantity.kind is FigureKind.DURATION and not _SHORTENED.search(gap):
        return False
    return gap in ("和", "、", "及", "与") or _CHANGE.search(gap) is not None


def _more_of_same(text: str, quantities: Sequence[Quantity], number: int) -> bool:
    """Whether a figure says how many more there are than at another time: 种植面积210万亩,比上年增加3万亩."""
    before = next((one for one in reversed(quantities[:number]) if one.kind not in _TIMED), None)
    if before is None or before.unit != quantities[number].unit:
        return False
    return _THAN.search(text, before.end, quantities[number].start) is not None


def nouns_of(text: str, quantities: Sequence[Quantity]) -> list[Span | None]:
    """What each figure counts; one that names nothing takes the noun of the figure before it with its unit.

    >>> from reader.analysis.figures.quantities import find_quantities
    >>> text = "受理电梯344部,竣工140部"
    >>> [text[slice(*span)] for span in nouns_of(text, list(find_quantities(text, []))) if span]
    ['电梯', '电梯']
    """
    nouns: list[Span | None] = []
    inherited, apart = False, 0
    for number, quantity in enumerate(quantities):
        low = quantities[number - 1].end if number else 0
        high = quantities[number + 1].start if number + 1 < len(quantities) else len(text)
        noun = noun_of(text, quantity, _behind_noun(text, low, nouns) if apart == low else apart, high)
        apart = quantity.end
        if noun and noun.start >= quantity.end and number + 1 < len(quantities):
            whole, noun = noun, _without_measure(text, noun, high)
            apart = quantity.end if noun == whole else noun.end
        if noun and quantity.kind is FigureKind.PERCENT and text[slice(*noun)] in _CHANGES:
            noun = _last_counted(quantities, nouns) or noun
        if noun is None:
            noun = _before_time(text, quantities, number) or _goes_on(text, quantities, nouns, quantity)
        named = _named_before(
            text, quantities[max(0, number - _NAMED_BEFORE) : number], nouns[-_NAMED_BEFORE:], quantity
        )
        same = named is not None and quantity.kind is FigureKind.COUNT
        if named and (noun is None or (same and inherited and not _stands_alone(text, noun, quantity))):
            noun, inherited = named, same
        elif noun is None and (last := _last_counted(quantities, nouns)) and _changes(text, low, quantities, number):
            noun, inherited = last, False
        else:
            inherited = False
        nouns.append(noun)
    for number, noun in _distributed(text, quantities):
        nouns[number] = noun
    return nouns


def _behind_noun(text: str, low: int, nouns: Sequence[Span | None]) -> int:
    """Where the words of a figure begin: behind the noun of the one before, where a new noun begins there.

    >>> _behind_noun("20个城市人均产值", 3, [Span(3, 5)])
    5
    """
    last = nouns[-1] if nouns else None
    return last.end if last and low <= last.start and _ANEW.match(text, last.end) else low


def _without_measure(text: str, noun: Span, high: int) -> Span:
    """A noun behind its number without what the figure after it, which begins at an offset, measures of each."""
    between = text[noun.end : high]
    if len(between) > _LONGEST_LINK or "," in between or not only_links(between):
        return noun
    return Span(noun.start, noun.end - measured_of_each(phrase_words(text[slice(*noun)])))


def _before_time(text: str, quantities: Sequence[Quantity], number: int) -> Span | None:
    """The noun before a duration or date that stands between it and the number: 能耗五年累计下降17.6%."""
    quantity = quantities[number]
    between = quantities[number - 1] if number else None
    if between is None or between.kind not in _TIMED or quantity.kind in (*_TIMED, *_UNMEASURED):
        return None
    gap = text[between.end : quantity.start]
    if len(gap) > 10 or any(mark in gap for mark in ",。;:!?、") or not (only_links(gap) or _PLANNED.fullmatch(gap)):
        return None
    return noun_ending_at(text, between.start, quantities[number - 2].end if number > 1 else 0, quantity)


def _goes_on(
    text: str, quantities: Sequence[Quantity], nouns: Sequence[Span | None], quantity: Quantity
) -> Span | None:
    """The last noun, where a clause only goes on about it: 由1.5米升至2.3米, 是2015年的4倍."""
    at = len(nouns) - 1
    while at >= 0 and nouns[at] is None and quantities[at].kind in _TIMED and at > len(nouns) - 3:
        at -= 1
    if at < 0 or nouns[at] is None or quantity.kind in _UNMEASURED:
        return None
    other = quantities[at]
    gap = text[other.end : quantity.start]
    if len(gap) > 24 or any(mark in gap for mark in _SENTENCE_MARKS):
        return None
    if quantity.kind is FigureKind.DURATION:
        return nouns[at] if other.unit == quantity.unit and _CHANGE.search(gap) else None
    if other.kind is quantity.kind and gap and "," not in gap and only_links(gap):
        return nouns[at]
    if other.unit == quantity.unit and quantity.kind in _OF_SIZE and gap.startswith("、") and only_doing(gap):
        return nouns[at]
    if quantity.kind in (FigureKind.MONEY, other.kind) and _LEVEL.search(gap):
        return nouns[at]
    if quantity.kind in (FigureKind.MULTIPLE, FigureKind.RATIO, FigureKind.RANK, FigureKind.PERCENT):
        return nouns[at] if _BESIDE.search(gap) or _PARTITIVE.search(gap) or _PAYS.search(gap) else None
    if not gap and quantity.kind is other.kind is FigureKind.COUNT:
        return nouns[at]
    return nouns[at] if quantity.kind is FigureKind.COUNT and _PARTITIVE.search(gap) else None


def _distributed(text: str, quantities: Sequence[Quantity]) -> Iterator[tuple[int, Span]]:
    """The nouns of a list with the figures that 分别 gives them one by one: 一产、二产分别增长5%和6%."""
    if "分别" not in text:
        return
    for number, quantity in enumerate(quantities):
        low = quantities[number - 1].end if number else 0
        found = _DISTRIBUTED.search(text, max(low, quantity.start - 80), quantity.start)
        if found is None or quantity.kind in _TIMED:
            continue
        items = [match.span() for match in _ITEM.finditer(text, found.start(), found.end("items"))]
        figures = quantities[number : number + len(items)]
        gaps = [text[one.end : other.start] for one, other in pairwise(figures)]
        if len(figures) < len(items) or len(items) < 2 or not all(_AND.fullmatch(gap) for gap in gaps):
            continue
        for place, (start, end) in enumerate(items):
            if noun := noun_ending_at(text, end, start, quantity):
                yield number + place, noun


def _last_counted(quantities: Sequence[Quantity], nouns: Sequence[Span | None]) -> Span | None:
    """The noun of the last figure before, a date between passed over: 旅客508万人次,比去年11月份增长109%."""
    at = len(nouns) - 1
    while at >= 0 and at > len(nouns) - 3 and quantities[at].kind is FigureKind.DATE:
        at -= 1
    return nouns[at] if at >= 0 else None


def _named_before(
    text: str, before: Sequence[Quantity], nouns: Sequence[Span | None], quantity: Quantity
) -> Span | None:
    """The noun of the last figure of the sentence that has the same unit: 改造小区312个,涉及9万户,已开工187个."""
    low = quantity.start
    for other, noun in zip(reversed(before), reversed(nouns), strict=True):
        if any(mark in text[other.end : low] for mark in _SENTENCE_MARKS):
            return None
        low = other.start
        if noun and quantity.kind is other.kind is FigureKind.COUNT and other.unit == quantity.unit:
            return noun
    return None


def _stands_alone(text: str, noun: Span, quantity: Quantity) -> bool:
    """Whether a noun is all that its clause says before the number, or stands behind it."""
    return noun.start >= quantity.end or _BARE_BEFORE.search(text[max(0, noun.start - 2) : noun.start]) is not None
