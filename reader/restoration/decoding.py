"""Bytes to source text."""

from __future__ import annotations

from reader.model import Decoded, Segment


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """The source text of a file, in `encoding` or in the one in which it reads best."""
    name = encoding or "utf-8"
    text = data.decode(name, errors="replace")
    return Decoded(text, (Segment(0, 0, len(data), name),) if text else ())
