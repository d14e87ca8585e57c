"""What the repair of a run says of itself: how sure each character is, and on what it rests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.model import LOST_CHARACTER, Certainty, Edit, Reason, Span, join_spans
from reader.restoration.gbk import pair_of
from reader.restoration.plausibility import Ranked
from reader.restoration.runs.byteruns import Published
from reader.restoration.runs.rereading import MARGIN, Reading, margin
from reader.restoration.runs.swallowed import infer_swallowed


@dataclass
class _Account:
    """What an edit says of each of its characters, put together one by one."""

    text: str = ""
    certainty: Certainty = Certainty.CERTAIN
    doubtful: tuple[Span, ...] = ()
    reasons: tuple[Reason, ...] = ()

    def take(self, text: str, certainty: Certainty, reason: Reason | None) -> None:
        """Add a piece of the replacement."""
        start = len(self.text)
        self.text += text
        if certainty is not Certainty.CERTAIN and text:
            self.doubtful = (*self.doubtful, Span(start, len(self.text)))
        if certainty is Certainty.LOST or self.certainty is Certainty.CERTAIN:
            self.certainty = certainty
        if reason is not None:
            self.reasons = (*self.reasons, reason)


def edit_of(text: str, reading: Reading) -> Edit:
    """The repair with what it rests on."""
    run, account = reading.run, _Account()
    swallowed = infer_swallowed(text, run.end, reading.characters) if run.swallowed else None
    rival = reading.rival.characters if reading.rival is not None else reading.characters
    for index, (published, choices) in enumerate(zip(run.published, reading.ranked, strict=True)):
        if choices[0].character == LOST_CHARACTER:
            account.take(LOST_CHARACTER, Certainty.LOST, Reason.of("byte.gone"))
        elif len(choices) == 1 and choices[0].character != rival[index : index + 1]:
            reason = Reason.of("shift.end", runner_up=rival)
            account.take(choices[0].character, Certainty.LIKELY, reason)
        elif len(choices) == 1:
            account.take(choices[0].character, Certainty.CERTAIN, None)
        elif margin(choices) >= MARGIN:
            account.take(choices[0].character, Certainty.LIKELY, _inferred(published, choices))
        else:
            account.take(LOST_CHARACTER, Certainty.LOST, _undecided(choices))
    account.take(run.tail, Certainty.CERTAIN, None)
    if swallowed is not None:
        account.take(swallowed.text, swallowed.certainty, swallowed.reason)
    fix = "shift" if run.cut else "straddle"
    closed = Reason.of(f"{fix}.closed", count=len(run.published))
    reasons = dict.fromkeys((*account.reasons, closed))
    first, *others = reasons
    return Edit(
        run.start,
        run.end,
        account.text,
        fix,
        replace(first, also=tuple(others)),
        account.certainty,
        join_spans(account.doubtful),
    )


def _missing_bytes(published: Published, character: str) -> str:
    """The bytes of a character that the page does not show, in hexadecimal."""
    known = (published.lead, published.trail)
    pair = pair_of(character) or ()
    return " ".join(f"{byte:02X}" for byte, shown in zip(pair, known, strict=False) if shown is None)


def _inferred(published: Published, choices: Sequence[Ranked]) -> Reason:
    best, runner_up = choices[0].character, choices[1].character
    byte = _missing_bytes(published, best)
    return Reason.of("byte.inferred", byte=byte, character=best, runner_up=runner_up)


def _undecided(choices: Sequence[Ranked]) -> Reason:
    return Reason.of("byte.lost", first=choices[0].character, second=choices[1].character)
