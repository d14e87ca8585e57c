"""The repairs of an article in the order in which they are worth looking at: what is lost first, layout last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from reader.export.reasons import explanation, reason_sentence, shown
from reader.messages import message
from reader.model import Certainty, Edit


class Section(StrEnum):
    """What repairs are listed under, in this order; the sentence `repairs.section.<value>` names each."""

    LOST = "lost"
    """Characters that nothing can bring back, whatever was damaged."""
    LIKELY = "likely"
    """Repairs of any kind that rest on an inferred byte."""
    BYTES = "bytes"
    """Shifts and straddles whose every byte is in the page."""
    ENCODINGS = "encodings"
    """Text that was decoded in the wrong encoding."""
    REMAINS = "remains"
    """Tags, entities and invisible characters."""
    OTHER = "other"
    """Whatever has no section of its own."""
    ANNOTATIONS = "annotations"
    """Readings pasted in after characters."""
    PUNCTUATION = "punctuation"
    """Marks made half-width."""
    LAYOUT = "layout"
    """Joins, splits, spaces and indents."""


_OF_CERTAINTY = {Certainty.LOST: Section.LOST, Certainty.LIKELY: Section.LIKELY}

_OF_FIX = {
    "shift": Section.BYTES,
    "straddle": Section.BYTES,
    "mojibake": Section.ENCODINGS,
    "tag": Section.REMAINS,
    "entity": Section.REMAINS,
    "escape": Section.REMAINS,
    "invisible": Section.REMAINS,
    "annotation": Section.ANNOTATIONS,
    "punctuation": Section.PUNCTUATION,
    "layout": Section.LAYOUT,
}
"""Section by the first part of `Edit.fix`."""

IN_READING_ORDER = frozenset({Section.LOST, Section.LIKELY, Section.BYTES, Section.ENCODINGS})
"""Sections whose groups stand in reading order; those of others stand by their size."""


@dataclass(frozen=True, slots=True)
class RepairGroup:
    """Repairs of one article that do the same."""

    section: Section
    """What they are listed under."""
    title: str
    """What they do, in the reader's language; unlike that of any other group of the section."""
    edits: tuple[Edit, ...]
    """The repairs, in the order of the source."""

    @property
    def is_plain(self) -> bool:
        """Whether what they do says why, to those who know what the section is."""
        return self.section in (Section.ANNOTATIONS, Section.PUNCTUATION, Section.LAYOUT)

    def why(self, source: str) -> str:
        """Why they were made; empty where the title says it.

        Args:
            source: The text that the edits refer to.
        """
        first = self.edits[0]
        if self.section is Section.LAYOUT:
            return ""
        if len(self.edits) > 1 and self.is_plain:  # what was merged into one of them is not true of all
            return reason_sentence(first.reason, first, source)
        return explanation(first, source)


def section_of(edit: Edit) -> Section:
    """What a repair is listed under."""
    return _OF_CERTAINTY.get(edit.certainty) or _OF_FIX.get(edit.fix.partition(".")[0], Section.OTHER)


def change_sentence(edit: Edit, source: str) -> str:
    """What a repair of `source` did; of an annotation it is said whose it was."""
    at = edit.start - 1 if section_of(edit) is Section.ANNOTATIONS and edit.start else edit.start
    kept = source[at : edit.start]
    before, after = shown(source[at : edit.end]), shown(kept + edit.replacement)
    kind = "removes" if not after else "changes" if before else "inserts"
    return message(f"repairs.{kind}", before=before, after=after)


def group_title(edit: Edit, source: str) -> str:
    """What a repair of `source` has in common with those that do the same.

    Of an annotation that is the entry of the page's table, of layout the rule, of anything else the change itself.
    """
    section = section_of(edit)
    places = dict(edit.reason.args)
    if section is Section.LAYOUT:
        return reason_sentence(edit.reason, edit, source)
    if section is Section.ANNOTATIONS and {"character", "reading"} <= places.keys():
        character = places["character"]
        return message("repairs.changes", before=f"{character}({places['reading']})", after=character)
    return change_sentence(edit, source)


def group_repairs(edits: Iterable[Edit], source: str) -> dict[Section, list[RepairGroup]]:
    """The repairs of `source` by section and by what they do; sections without repairs are left out."""
    found: dict[Section, dict[str, list[Edit]]] = {}
    for edit in edits:
        found.setdefault(section_of(edit), {}).setdefault(group_title(edit, source), []).append(edit)
    grouped: dict[Section, list[RepairGroup]] = {}
    for section in (one for one in Section if one in found):
        groups = [RepairGroup(section, title, tuple(same)) for title, same in found[section].items()]
        if section not in IN_READING_ORDER:
            groups.sort(key=lambda group: -len(group.edits))
        grouped[section] = groups
    return grouped


def summary(edits: Iterable[Edit]) -> str:
    """How many repairs each section holds, in one line."""
    counts = Counter(map(section_of, edits))
    return message("repairs.beside").join(
        message("repairs.count", name=message(f"repairs.section.{section}"), count=counts[section])
        for section in Section
        if section in counts
    )
