"""How well a page was given back: counts that add up over pages."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import replace
from itertools import groupby, pairwise

from reader.model import LOST_CHARACTER, Article, Certainty, Edit, Kind, Restored
from tests.damage.alignment import Alignment, Difference, align, compared
from tests.damage.byte_farm import Left
from tests.damage.furniture import Role
from tests.damage.pages import Page
from tests.damage.traced import ANNOTATION, Traced

Tally = Counter[str]
"""Counts by their names; those of pages add up."""

_PROSE = (Role.TITLE, Role.HEADING, Role.BODY, Role.CAPTION)
_AROUND = (Role.FURNITURE, Role.BYLINE)


class Judge:
    """One page beside its repair."""

    def __init__(self, page: Page, restored: Restored) -> None:
        self.page = page
        self.restored = restored
        self.published = page.published
        source = restored.source.text
        self.shown = page.shown if page.shown.text == source else Traced(source, (-1,) * len(source))
        self.alignment: Alignment = align(self.published, self.shown, restored.edits, restored.text)
        self.starts = [0]
        for line in page.lines:
            self.starts.append(self.starts[-1] + len(line.text) + 1)
        self.faults: list[str] = []
        self.lost = set(page.lost)
        for run in page.runs:
            self.lost |= {at for at, left in enumerate(run.left, run.start) if left not in (Left.WHOLE, Left.READING)}
        self.edit_starts = [restored.replacement_span(i).start for i in range(len(restored.edits))]

    def line_at(self, offset: int) -> int:
        """The line that holds a published character."""
        return min(bisect_right(self.starts, offset), len(self.page.lines)) - 1

    def role_at(self, offset: int) -> Role:
        """What the line of a published character is."""
        return self.page.lines[self.line_at(offset)].role

    def edits_of(self, difference: Difference) -> list[Edit]:
        """The edits that put something at a difference, or took something away there."""
        if difference.cleaned:
            start, end = difference.cleaned[0], difference.cleaned[-1] + 1
        else:
            start = end = difference.before
        found = []
        for index in range(max(0, bisect_right(self.edit_starts, start) - 2), len(self.edit_starts)):
            span = self.restored.replacement_span(index)
            if span.start > end:
                break
            touching = span.start < end and start < span.end if difference.cleaned else span.start <= start <= span.end
            if touching and self._is_more_than_width(self.restored.edits[index]):
                found.append(self.restored.edits[index])
        return found

    def _is_more_than_width(self, edit: Edit) -> bool:
        """Whether an edit changes anything but white space, width and script."""
        before, after = (compared("".join(text.split())) for text in (self._source_of(edit), edit.replacement))
        return before != after

    def _source_of(self, edit: Edit) -> str:
        return self.restored.source.text[edit.start : edit.end]

    def is_marked(self, difference: Difference) -> bool:
        """Whether what stands at a difference is shown as lost or as doubtful, every character of it."""
        return bool(difference.cleaned) and all(map(self._is_marked, difference.cleaned))

    def _is_marked(self, offset: int) -> bool:
        if self.restored.text[offset] == LOST_CHARACTER:
            return True
        index = bisect_right(self.edit_starts, offset) - 1
        at = offset - self.edit_starts[index] if index >= 0 else -1
        return at >= 0 and any(span.start <= at < span.end for span in self.restored.edits[index].doubtful)

    def characters(self) -> Tally:
        """Characters of the article, and errors before and after; excused are those at lost characters marked so."""
        tally = Tally()
        for line, start in zip(self.page.lines, self.starts, strict=False):
            if line.role in _PROSE:
                tally["characters"] += sum(not c.isspace() for c in line.text)
                assert self.published.startswith(line.text, start)
        before = align(self.published, self.shown, (), self.restored.source.text)
        tally["errors before"] += self._errors(before)
        tally["errors after"] += self._errors(self.alignment)
        excused = [d for d in self.alignment.differences if self.is_marked(d) and self.lost.issuperset(d.published)]
        tally["errors unexcused"] += self._errors(self.alignment) - self._errors(
            replace(self.alignment, differences=tuple(excused))
        )
        return tally

    def _errors(self, alignment: Alignment) -> int:
        return sum(d.size for d in alignment.differences if self.role_at(d.inside) in _PROSE)

    def repairs(self) -> Tally:
        """Annotations, runs, wrong edits."""
        return self._annotations() + self._runs() + self._wrong()

    def _annotations(self) -> Tally:
        tally = Tally()
        spans = [edit.span for edit in self.restored.edits]
        starts = [span.start for span in spans]
        for origin, group in groupby(enumerate(self.shown.origins), key=lambda pair: pair[1]):
            if origin == ANNOTATION:
                at = next(group)[0] + 1
                index = bisect_right(starts, at) - 1
                tally["annotations"] += 1
                tally["annotations removed"] += index >= 0 and at < spans[index].end
        return tally

    def _runs(self) -> Tally:
        bad = {offset: d for d in self.alignment.differences for offset in d.published}
        put_in = {d.inside: d for d in self.alignment.differences if not d.published}
        tally = Tally()
        for run in self.page.runs:
            wrong = [bad[i] for i in range(run.start, run.end) if i in bad]
            wrong += [put_in[i] for i in range(run.start, run.end + 1) if i in put_in]
            name = "recoverable" if run.recoverable else "choice" if _is_choice(run.left) else "lost"
            tally[name] += 1
            tally[f"{name} exact"] += not wrong
            tally[f"{name} marked"] += bool(wrong) and any(map(self.is_marked, wrong))
        return tally

    def _wrong(self) -> Tally:
        tally = Tally()
        for difference in self.alignment.differences:
            if self.is_marked(difference):
                tally["marked"] += 1
                continue
            edits = self.edits_of(difference)
            gravity = max((edit.certainty for edit in edits), key=list(Certainty).index, default=None)
            tally[f"wrong {gravity}" if gravity else "missed"] += 1
            for fix in {edit.fix for edit in edits}:
                tally[f"rule {fix}"] += 1
        return tally

    def structure(self, article: Article) -> Tally:
        """Furniture, paragraphs and the headline; what is wrong is put into `faults`."""
        kinds: dict[int, Kind] = {}
        origin = {cleaned: published for published, cleaned in self.alignment.matched.items()}
        made: set[int] = set()
        tally = Tally()
        for paragraph in article.paragraphs:
            offsets = [origin[i] for span in paragraph.spans for i in range(*span) if i in origin]
            if not offsets:
                continue
            kinds.update(dict.fromkeys(offsets, paragraph.kind))
            role = Counter(map(self.role_at, offsets)).most_common(1)[0][0]
            tally["called furniture"] += paragraph.kind is Kind.FURNITURE
            tally["called rightly"] += paragraph.kind is Kind.FURNITURE and role in _AROUND
            if paragraph.kind is Kind.FURNITURE and role not in _AROUND:
                self.faults.append(f"{role} called furniture: {paragraph.text!r}")
            if role in _PROSE and paragraph.kind is not Kind.FURNITURE:
                made.add(offsets[0])
        return tally + self._lines(kinds) + self._boundaries(made) + self._headline(article)

    def _lines(self, kinds: dict[int, Kind]) -> Tally:
        tally = Tally()
        for line, (start, end) in zip(self.page.lines, pairwise(self.starts), strict=True):
            called = Counter(kinds[i] for i in range(start, end) if i in kinds)
            size = called.total()
            around = called[Kind.FURNITURE] + called[Kind.BYLINE]
            if line.role is Role.FURNITURE:
                tally["furniture"] += 1
                found = size > 0 and around >= 0.8 * size
                tally["furniture found"] += found
                if not found:
                    self.faults.append(f"furniture called {called.most_common(1)}: {line.text!r}")
            elif line.role is Role.CAPTION:
                tally["captions"] += 1
                tally["captions found"] += called[Kind.CAPTION] > 0.5 * size
                if called[Kind.CAPTION] <= 0.5 * size:
                    self.faults.append(f"caption called {called.most_common(1)}: {line.text!r}")
            elif line.role in (Role.BODY, Role.HEADING, Role.TITLE):
                tally["paragraphs"] += 1
                tally["paragraphs lost"] += called[Kind.FURNITURE] > 0.5 * size
                tally["paragraphs as byline"] += called[Kind.BYLINE] > 0.5 * size
                if called[Kind.BYLINE] > 0.5 * size:
                    self.faults.append(f"{line.role} called byline: {line.text!r}")
        return tally

    def _boundaries(self, made: set[int]) -> Tally:
        wanted = {start for line, start in zip(self.page.lines, self.starts, strict=False) if line.role in _PROSE}
        for name, starts in (("not split", wanted - made), ("split", made - wanted)):
            self.faults.extend(
                f"{name}: {self.published[max(0, i - 20) : i]!r} | {self.published[i : i + 20]!r}"
                for i in sorted(starts)
            )
        return Tally({"starts": len(wanted), "starts found": len(wanted & made), "starts made": len(made)})

    def _headline(self, article: Article) -> Tally:
        wanted = next(line.text for line in self.page.lines if line.role is Role.TITLE)
        told = (article.kicker or "") + (article.title or "") + (article.subtitle or "")
        right = _words(wanted) in (_words(article.title or ""), _words(told))
        if not right:
            self.faults.append(f"headline {article.title!r}, not {wanted!r}")
        return Tally({"headlines": 1, "headlines right": int(right)})


def _words(text: str) -> str:
    """The letters and digits of a headline, as both sides are compared."""
    return "".join(filter(str.isalnum, compared(text)))


def _is_choice(left: tuple[Left, ...]) -> bool:
    return all(state in (Left.WHOLE, Left.READING, Left.CHOICE) for state in left)


def judge(page: Page, restored: Restored, article: Article) -> tuple[Judge, Tally]:
    """All that can be counted on one page."""
    of = Judge(page, restored)
    return of, Tally({"pages": 1}) + of.characters() + of.repairs() + of.structure(article)
