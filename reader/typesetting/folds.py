"""Which runs of furniture are folded away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby


class Folds:
    """Runs of neighbouring furniture paragraphs, each folded to one row or shown."""

    def __init__(self, is_furniture: Sequence[bool], folded: bool = True) -> None:
        self._is_furniture = is_furniture
        self._run_of: dict[int, range] = {}
        at = 0
        for furniture, group in groupby(is_furniture):
            run = range(at, at + sum(1 for _ in group))
            at = run.stop
            if furniture:
                self._run_of.update(dict.fromkeys(run, run))
        self._folded = {run.start for run in self._run_of.values()} if folded else set[int]()

    def run_of(self, paragraph: int) -> range:
        """The run of furniture that a paragraph belongs to; itself alone when it is none."""
        return self._run_of.get(paragraph, range(paragraph, paragraph + 1))

    def is_folded(self, paragraph: int) -> bool:
        """Whether a paragraph is folded away."""
        return paragraph in self._run_of and self._run_of[paragraph].start in self._folded

    @property
    def any_furniture(self) -> bool:
        """Whether there is something to fold."""
        return bool(self._run_of)

    @property
    def any_folded(self) -> bool:
        """Whether some run is folded."""
        return bool(self._folded)

    def toggle(self, paragraph: int) -> bool:
        """Fold the run of a paragraph, or show it; returns whether it is folded now, False where there is none."""
        if paragraph not in self._run_of:
            return False
        self._folded ^= {self._run_of[paragraph].start}
        return self.is_folded(paragraph)

    def fold_all(self, folded: bool) -> None:
        """Fold every run, or show all."""
        self._folded = {run.start for run in self._run_of.values()} if folded else set()

    def runs(self) -> Iterator[range]:
        """Paragraphs in order: each alone, or all of a folded run together.

        >>> [(run.start, run.stop) for run in Folds([False, True, True, False]).runs()]
        [(0, 1), (1, 3), (3, 4)]
        """
        at = 0
        for start in sorted(self._folded):
            yield from _singles(at, start)
            at = self._run_of[start].stop
            yield self._run_of[start]
        yield from _singles(at, len(self._is_furniture))


def _singles(start: int, stop: int) -> Iterator[range]:
    """Each paragraph of a range alone."""
    return map(range, range(start, stop), range(start + 1, stop + 1))
