"""Where the reader has jumped from and to."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model import Place


@dataclass(frozen=True, slots=True)
class Stop:
    """A place in one of the articles."""

    path: str
    """The file of the article."""
    place: Place
    """The place in it."""


@dataclass(frozen=True, slots=True)
class Trail:
    """The places before and after the present one.

    >>> here, there = Stop("a", Place(0, 0)), Stop("a", Place(9, 0))
    >>> trail, back = Trail().left(here).back(there)
    >>> back == here, trail.forward(here)[1] == there
    (True, True)
    """

    before: tuple[Stop, ...] = ()
    """Where `back` leads, nearest last."""
    after: tuple[Stop, ...] = ()
    """Where `forward` leads, nearest last."""

    def left(self, here: Stop) -> Trail:
        """The trail after a jump away from a place; what lay ahead is forgotten."""
        return Trail((*self.before[-99:], here) if self.before[-1:] != (here,) else self.before)

    def back(self, here: Stop) -> tuple[Trail, Stop | None]:
        """The trail after going back from a place, and the place to go to."""
        if not self.before:
            return self, None
        return Trail(self.before[:-1], (*self.after, here)), self.before[-1]

    def forward(self, here: Stop) -> tuple[Trail, Stop | None]:
        """The trail after going forward from a place, and the place to go to."""
        if not self.after:
            return self, None
        return Trail((*self.before, here), self.after[:-1]), self.after[-1]
