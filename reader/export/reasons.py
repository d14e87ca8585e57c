"""Why an edit was made, as a sentence in the reader's language."""

from __future__ import annotations

from reader.messages import message
from reader.model import Reason


def sentence_of(reason: Reason) -> str:
    """The sentence of one reason, without those merged into it."""
    return message(f"reason.{reason.code}", **dict(reason.args))


def sentences_of(reason: Reason) -> tuple[str, ...]:
    """The sentences of a reason and of those merged into it."""
    return tuple(dict.fromkeys(sentence_of(one) for one in reason.flat()))
