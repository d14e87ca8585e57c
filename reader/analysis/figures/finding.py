"""From an article to its figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.analysis.figures.context import Sentences, Topic
from reader.analysis.figures.coordinates import find_coordinates
from reader.analysis.figures.dates import find_dates
from reader.analysis.figures.exclusions import Surroundings, counts, quoted_names, stands_in_list, surroundings_of
from reader.analysis.figures.frequencies import find_frequencies
from reader.analysis.figures.measured import behind_owner
from reader.analysis.figures.nouns import nouns_of
from reader.analysis.figures.quantities import find_quantities
from reader.analysis.figures.quantity import Quantity
from reader.analysis.figures.resolution import resolve
from reader.analysis.figures.setting import Paper, Setting
from reader.analysis.figures.statuses import StatusMarks
from reader.model import Article, Figure, FigureKind, Measured, PartialDate, Passage, Span, digested
from reader.script.folding import simplify

_WHOLE_YEARS = ("全年", "年内")
"""Times that mean the year of the paper."""


def find_figures(article: Article) -> tuple[Figure, ...]:
    """The figures of an article in reading order, as spans of the text as written."""
    indexes = digested(article.paragraphs)
    texts = [simplify(article.paragraphs[index].text) for index in indexes]
    names = quoted_names(texts)
    setting = Setting(texts)
    topic = Topic("\n".join(texts), "\n".join(article.paragraphs[index].text for index in indexes), setting.place)
    published = article.published.value if article.published else None
    figures: list[Figure] = []
    for index, text, period, paper in zip(indexes, texts, setting.periods, setting.papers, strict=True):
        found = counted(text, names)
        if found:
            paragraph = _Written(
                index,
                Sentences(text, article.paragraphs[index].text, found),
                StatusMarks(text, paper),
                topic,
                published,
                period,
            )
            figures += paragraph.figures()
    return tuple(figures)


@dataclass(frozen=True, slots=True)
class _Written:
    """A paragraph as written, beside what was read in its `simplify` form."""

    index: int
    sentences: Sentences
    marks: StatusMarks
    topic: Topic
    published: str | None
    period: str | None
    """When its figures hold that say nothing of it themselves."""

    def figures(self) -> list[Figure]:
        """The figures of the paragraph with what its sentences say of them."""
        nouns = nouns_of(self.sentences.text, self.sentences.quantities)
        return [
            self._figure(number, quantity, noun)
            for number, (quantity, noun) in enumerate(zip(self.sentences.quantities, nouns, strict=True))
        ]

    def _figure(self, number: int, quantity: Quantity, noun: Span | None) -> Figure:
        dated = isinstance(quantity.value, PartialDate)
        timed = quantity.kind in (FigureKind.DURATION, FigureKind.FREQUENCY) and noun is None
        is_nobodys = dated or timed or self.marks.is_threshold(quantity)
        owner = None if is_nobodys else self.sentences.owner(quantity)
        period = None if is_nobodys else self._period(number)
        if noun and owner:
            noun = behind_owner(self.sentences.text, noun, owner)
        return Figure(
            self.sentences.written[quantity.start : quantity.end],
            Passage(self.index, quantity.start, quantity.end),
            quantity.kind,
            quantity.value,
            quantity.upper,
            self._unit_as_written(quantity),
            quantity.bound,
            Measured(self.sentences.written[slice(*noun)], (Passage(self.index, *noun),)) if noun else None,
            None if is_nobodys else self._owner_name(owner),
            period,
            self.sentences.compared(quantity),
            self.marks.status_of(quantity, self.sentences.start_of(quantity.start), period),
            self._resolved(quantity),
        )

    def _owner_name(self, owner: Span | None) -> str | None:
        if owner:
            return self.sentences.name_of(owner, self.topic)
        return None if self.marks.paper is Paper.RULES else self.topic.place_as_written

    def _period(self, number: int) -> str | None:
        """The time that the sentence names, or the headline where it names none or only 全年."""
        stated = self.sentences.period(number)
        is_open = stated is None or (stated in _WHOLE_YEARS and self.period is not None)
        return self.period if is_open else stated

    def _resolved(self, quantity: Quantity) -> str | None:
        if not isinstance(quantity.value, PartialDate):
            return None
        upper = quantity.upper if isinstance(quantity.upper, PartialDate) else None
        is_limit = not quantity.is_shift and upper is None and self.sentences.text[quantity.end - 1] == "前"
        value = PartialDate(f"../{quantity.value}") if is_limit else quantity.value
        return resolve(value, upper, self.published, is_shift=quantity.is_shift)

    def _unit_as_written(self, quantity: Quantity) -> str | None:
        """The unit in the script of the text, where its characters stand inside the figure: 個月 in 4個多月."""
        if quantity.unit is None:
            return None
        at, written = quantity.end, ""
        for character in reversed(quantity.unit):
            at = self.sentences.text.rfind(character, quantity.start, at)
            if at < 0:
                return quantity.unit
            written = self.sentences.written[at] + written
        return written


def counted(text: str, names: tuple[str, ...]) -> list[Quantity]:
    """The quantities and dates of a paragraph that count, in reading order.

    Args:
        text: The paragraph in the `simplify` form.
        names: Quotations of the whole article that begin with a number.
    """
    known = list(find_dates(text))
    if placed := list(find_coordinates(text)):
        known = sorted((*known, *placed), key=lambda quantity: quantity.start)
    frequent = find_frequencies(text, list(find_quantities(text, known)))
    if not (frequent or known):
        return []
    around = surroundings_of(text, names)
    every = _disjoint(sorted((*frequent, *known), key=lambda quantity: (quantity.start, -quantity.end)))
    return _with_listed_ones(every, [quantity for quantity in every if counts(quantity, around)], around)


def _disjoint(quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities of a sorted list that begin behind the one kept before them."""
    kept: list[Quantity] = []
    for quantity in quantities:
        if not kept or quantity.start >= kept[-1].end:
            kept.append(quantity)
    return kept


def _with_listed_ones(every: Sequence[Quantity], kept: list[Quantity], around: Surroundings) -> list[Quantity]:
    """The kept quantities and each 一 that stands in a list with one of them."""
    starts = {quantity.start for quantity in kept}
    listed: set[int] = set()
    added: list[Quantity] = []
    for number, one in enumerate(every):
        if one.start in starts or not one.is_one or one.kind is not FigureKind.COUNT:
            continue
        beside = [other for other in every[max(0, number - 1) : number + 2] if other.start in starts]
        if not around.within(around.quotes, one) and stands_in_list(one, beside, around.text, listed):
            added.append(one)
            starts.add(one.start)
            listed.add(one.start)
    return sorted(kept + added, key=lambda quantity: quantity.start)
