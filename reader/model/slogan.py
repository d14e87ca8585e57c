"""A formulation (提法) with its members."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.model.spans import Passage


class SloganKind(StrEnum):
    """How a slogan is built."""

    NUMBERED = "numbered"
    """Names a set by its number: 六种精神."""
    PARALLEL = "parallel"
    """A run of equal build: 精神大提振、素质大提升、攻坚大突破."""
    QUOTED = "quoted"
    """A set phrase in quotation marks."""
    MAXIM = "maxim"
    """X就是Y, 只有…才能…"""
    CAMPAIGN = "campaign"
    """…年, …行动, …活动, …工程."""
    MECHANISM = "mechanism"
    """…机制, …工作法, and named ways of working: 一口受理."""
    GOAL = "goal"
    """What is aimed at: …样板区."""


class Basis(StrEnum):
    """What a member rests on."""

    STATED = "stated"
    """The text lists it as a member."""
    INFERRED = "inferred"
    """Concluded from what the text says nearby."""
    LEXICON = "lexicon"
    """Completed from the packaged or the user's own list of formulations."""


@dataclass(frozen=True, slots=True)
class Member:
    """One part of a slogan."""

    text: str
    """Its words."""
    basis: Basis
    """What it rests on."""
    passage: Passage | None
    """Where it stands; None when it comes from a lexicon."""
    says: tuple[Passage, ...] = ()
    """The clauses or paragraphs that explain it."""


@dataclass(frozen=True, slots=True)
class Slogan:
    """One distinct formulation of an article."""

    text: str
    """Its words, without outer quotation marks."""
    kind: SloganKind
    """How it is built."""
    mentions: tuple[Passage, ...]
    """Every place where it stands, in any of its forms, in reading order, without outer quotation marks."""
    forms: tuple[str, ...]
    """The wordings met, the one of `text` first."""
    members: tuple[Member, ...] = ()
    """Its parts in reading order."""
    declared: int | None = None
    """The number that its name gives."""
    says: tuple[Passage, ...] = ()
    """The sentences that explain it."""
    proposed_by: str | None = None
    """Who put it forward, as the text says."""
    lexicon_source: str | None = None
    """The document that lists its members, where a lexicon gave them or knows its name alone."""
    key: str = ""
    """The same for every form of it, in every article: simplified, without marks, separators and the order of parts."""

    @property
    def stated(self) -> int:
        """How many members the text itself states."""
        return sum(member.basis is Basis.STATED for member in self.members)

    @property
    def complete(self) -> bool:
        """Whether as many members are stated as the name declares."""
        return self.declared is not None and self.stated == self.declared
