"""The repairs of an article, and what was put around it, as rows of the panel."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reader.export.reasons import explanation, furniture_sentence, shown
from reader.export.repairs import RepairGroup, Section, change_sentence, group_repairs, group_title, section_of
from reader.messages import message
from reader.model import Article, Certainty, Edit, Kind, Passage, Span
from reader.tui.widgets.list_rows import ListRow

CONTEXT_CHARACTERS = 10
"""Code points shown on each side of a repair that has others like it."""

WORDS_CHARACTERS = 30
"""Code points shown of a paragraph of furniture."""

FURNITURE = "furniture"
"""The section of what the page put around the article."""

OPEN_AT_FIRST = frozenset({Section.LOST, Section.LIKELY, Section.BYTES, Section.ENCODINGS})
"""Sections that need judging, and are open until they are closed."""

Part = tuple[str, str]
"""A section, and the title of a group in it or nothing for the whole section."""


@dataclass(frozen=True, slots=True)
class Repairs:
    """What a row of repairs stands for."""

    edits: tuple[Edit, ...] = ()
    """The repairs that are refused, or made again, from the row."""
    paragraphs: tuple[int, ...] = ()
    """Indexes of the paragraphs that are made body text, or furniture again, from the row."""
    opens: Part | None = None
    """What the row opens and closes; None for a row that leads to a place."""

    def passage(self, article: Article) -> Passage | None:
        """Where the row leads to: what the repair put there, or the point that it left."""
        if self.paragraphs:
            return Passage(self.paragraphs[0], 0, len(article.paragraphs[self.paragraphs[0]].text))
        span = self.edits[0].span
        there = next(iter(article.passages_of(span)), None)
        if there is not None or not article.paragraphs:
            return there
        at = article.restored.from_source(span).start
        index = next(
            (i for i, p in enumerate(article.paragraphs) if p.spans[-1].end >= at), len(article.paragraphs) - 1
        )
        return Passage(index, 0, 0)


@dataclass(frozen=True, slots=True)
class Listing:
    """How the repairs of one article are listed."""

    changed: frozenset[Part] = frozenset()
    """What is open that was closed at first, or closed that was open."""
    in_reading_order: bool = False
    """Whether they stand one after the other instead of in sections."""
    taken_back: frozenset[int] = frozenset()
    """Indexes of paragraphs that the reader took back from the furniture."""

    def is_open(self, part: Part) -> bool:
        """Whether the rows of a section or a group are shown."""
        section, title = part
        return (not title and section in OPEN_AT_FIRST) != (part in self.changed)

    def showing(self, repairs: Repairs, source: str) -> Listing:
        """The listing in which the row of one repair of `source`, or of one paragraph of furniture, is shown."""
        if repairs.paragraphs:
            parts = [(FURNITURE, "")]
        else:
            edit = repairs.edits[0]
            section = str(section_of(edit))
            parts = [(section, ""), (section, group_title(edit, source))]
        closed = {part for part in parts if not self.is_open(part)}
        in_reading_order = self.in_reading_order and not repairs.paragraphs
        return replace(self, changed=self.changed ^ closed, in_reading_order=in_reading_order)


def repair_rows(article: Article, listing: Listing) -> list[ListRow]:
    """The repairs of an article, those that were refused among them, and its furniture."""
    edits = sorted((*article.edits, *article.restored.refused), key=lambda edit: edit.span)
    rows = _Rows(article, listing)
    if listing.in_reading_order:
        return [rows.of_edit(edit, certainty=True) for edit in edits]
    grouped = group_repairs(edits, article.restored.source.text)
    listed = [row for section, groups in grouped.items() for row in rows.of_section(section, groups)]
    return listed + list(rows.of_furniture())


def _opening(name: str, *, is_open: bool) -> str:
    """The name of a row that Enter opens, with the sign for it."""
    return f"{'-' if is_open else '+'} {name}"


class _Rows:
    """Makes the rows of one article."""

    def __init__(self, article: Article, listing: Listing) -> None:
        self.article = article
        self.listing = listing
        self.refused = frozenset(article.restored.refused)
        self.source = article.restored.source.text

    def of_section(self, section: Section, groups: Sequence[RepairGroup]) -> Iterator[ListRow]:
        """The name of a section with the number of its repairs, and under it its groups when it is open."""
        edits = tuple(edit for group in groups for edit in group.edits)
        is_open = self.listing.is_open((section, ""))
        yield self._heading(section, Repairs(edits, opens=(section, "")), self._count(edits, is_section=True), is_open)
        if is_open:
            for group in groups:
                yield from self.of_group(group)

    def of_group(self, group: RepairGroup) -> Iterator[ListRow]:
        """Repairs that do the same: one row, and under it their places when it is open; a single one as such."""
        if len(group.edits) == 1:
            yield self.of_edit(group.edits[0], indent=2)
            return
        part = (str(group.section), group.title)
        is_open = self.listing.is_open(part)
        all_refused = self.refused.issuperset(group.edits)
        yield ListRow(
            _opening(group.title, is_open=is_open),
            aside=self._count(group.edits),
            detail=group.why(self.source) if is_open else "",
            look="dim" if all_refused else "open" if is_open else "plain",
            indent=2,
            target=Repairs(group.edits, opens=part),
        )
        if is_open:
            yield from map(self._place, group.edits)

    def of_edit(self, edit: Edit, *, certainty: bool = False, indent: int = 0) -> ListRow:
        """One repair: what stood there and what stands there now, why, and whether it is refused."""
        if edit in self.refused:
            aside, look = message("ui.refused"), "dim"
        elif edit.certainty is Certainty.CERTAIN:
            aside, look = "", "plain"
        else:
            aside, look = message(f"certainty.{edit.certainty}") if certainty else "", "inferred"
        return ListRow(
            change_sentence(edit, self.source),
            aside=aside,
            detail=explanation(edit, self.source),
            look=look,
            indent=indent,
            target=Repairs((edit,)),
        )

    def of_furniture(self) -> Iterator[ListRow]:
        """What the page put around the article, and what of that the reader has taken back."""
        back = self.listing.taken_back
        all_of_it = [i for i, p in enumerate(self.article.paragraphs) if p.kind is Kind.FURNITURE or i in back]
        if not all_of_it:
            return
        part = (FURNITURE, "")
        is_open = self.listing.is_open(part)
        yield self._heading(FURNITURE, Repairs(paragraphs=tuple(all_of_it), opens=part), str(len(all_of_it)), is_open)
        for index in all_of_it if is_open else ():
            paragraph = self.article.paragraphs[index]
            words = paragraph.text
            yield ListRow(
                words if len(words) <= WORDS_CHARACTERS else f"{words[:WORDS_CHARACTERS]}…",
                aside=message("ui.taken_back") if index in back else "",
                detail=furniture_sentence(paragraph.reason) if paragraph.reason else "",
                look="plain" if index in back else "dim",
                indent=2,
                target=Repairs(paragraphs=(index,)),
            )

    def _heading(self, section: str, target: Repairs, count: str, is_open: bool) -> ListRow:
        about = message(f"repairs.about.{section}") if is_open else ""
        look = "open" if is_open else "strong"
        name = _opening(message(f"repairs.section.{section}"), is_open=is_open)
        return ListRow(name, aside=count, detail=about, look=look, target=target)

    def _count(self, edits: Sequence[Edit], *, is_section: bool = False) -> str:
        """How many repairs there are, and how many of them are refused."""
        count = str(len(edits)) if is_section else f"× {len(edits)}"
        refused = sum(edit in self.refused for edit in edits) if self.refused else 0
        if not refused:
            return count
        said = message("ui.refused") if refused == len(edits) else message("ui.refused_count", count=refused)
        return f"{count} {said}"

    def _place(self, edit: Edit) -> ListRow:
        """One of several repairs that do the same, by the words around it."""
        text = self.article.restored.text
        there = self.article.restored.from_source(edit.span)
        before = text[max(0, there.start - CONTEXT_CHARACTERS) : there.start].rpartition("\n")[2].lstrip()
        after = text[there.end : there.end + CONTEXT_CHARACTERS].partition("\n")[0].rstrip()
        put = shown(text[there.start : there.end])
        words = f"{before}{put}{after}"
        first = len(before) if put else max(0, len(before) - 1)  # what a removal leaves is the character before it
        found = (Span(first, len(before) + len(put)),) if first < len(before) + len(put) else ()
        if edit in self.refused:
            return ListRow(words, aside=message("ui.refused"), look="dim", indent=4, target=Repairs((edit,)))
        return ListRow("", detail=words, found=found, indent=4, target=Repairs((edit,)))
