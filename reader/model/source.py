"""The source text: bytes as they came, decoded."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple


class Segment(NamedTuple):
    """A stretch of the source text that was decoded from one run of bytes in one encoding."""

    start: int
    """First code point of the segment in `Decoded.text`; it ends where the next one starts."""
    byte_start: int
    """First byte it was decoded from."""
    byte_end: int
    """The byte after the last one."""
    encoding: str
    """Name of the codec, as Python spells it: `utf-8`, `gb18030`, `big5`, `utf-16-le` …"""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The source text with its line ends as found; undecodable bytes are U+FFFD, never surrogates."""

    text: str
    """The decoded text. A byte-order mark is not part of it."""
    segments: tuple[Segment, ...]
    """Sorted by `start`, covering the text without gaps; empty when the text did not come from bytes."""

    def __post_init__(self) -> None:
        starts = [segment.start for segment in self.segments]
        if starts and (starts[0] != 0 or any(a >= b for a, b in pairwise(starts))):
            raise ValueError("segments must start at 0 and ascend")

    @property
    def encoding(self) -> str | None:
        """The encoding of most of the text, or None when it did not come from bytes."""
        if not self.segments:
            return None
        ends = [segment.start for segment in self.segments[1:]] + [len(self.text)]
        covered: dict[str, int] = {}
        for segment, end in zip(self.segments, ends, strict=True):
            covered[segment.encoding] = covered.get(segment.encoding, 0) + end - segment.start
        return max(covered, key=lambda name: covered[name])

    def segment_at(self, offset: int) -> Segment | None:
        """The segment that holds the code point at `offset`, or None without segments."""
        if not self.segments:
            return None
        return self.segments[max(0, bisect_right(self.segments, offset, key=lambda s: s.start) - 1)]
