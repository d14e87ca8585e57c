"""What could not be read or kept, as one sentence each."""

from __future__ import annotations

from dataclasses import dataclass

from reader.messages import message


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that failed while the rest went on."""

    path: str
    """The file or folder as it was named, `-` for standard input."""
    code: str
    """What failed; key of the sentence under `error`."""

    @property
    def sentence(self) -> str:
        """What to tell the reader, with the path in it as it is; an empty one is shown as a shell writes it."""
        return message(f"error.{self.code}", path=self.path or "''")
