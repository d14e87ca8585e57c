"""GBK as such pages were read: two bytes at a time, and `?` for two that are no character."""

from __future__ import annotations

from functools import cache


def in_gbk(text: str) -> str:
    """A text without what GBK does not hold.

    >>> in_gbk("王玮🙂")
    '王玮'
    """
    return text.encode("gbk", "ignore").decode("gbk")


@cache
def pair(lead: int, trail: int) -> str | None:
    """The character of two bytes in cp936, its three user-defined areas included.

    >>> pair(0xC8, 0xD5), pair(0xAA, 0xA1), pair(0xF8, 0xA1), pair(0xA1, 0x40), pair(0xC8, 0x28)
    ('日', '\\ue000', '\\ue234', '\\ue4c6', None)
    """
    if trail < 0x40 or trail in (0x7F, 0xFF) or not 0x81 <= lead <= 0xFE:
        return None
    if trail >= 0xA1 and (0xAA <= lead <= 0xAF or lead >= 0xF8):
        base = 0xE000 + (lead - 0xAA) * 94 if lead <= 0xAF else 0xE234 + (lead - 0xF8) * 94
        return chr(base + trail - 0xA1)
    if trail <= 0xA0 and 0xA1 <= lead <= 0xA7:
        return chr(0xE4C6 + (lead - 0xA1) * 96 + trail - 0x40 - (trail > 0x7F))
    shown = bytes((lead, trail)).decode("gbk", errors="replace")
    return shown if len(shown) == 1 and shown != "\ufffd" else None


def units(data: bytes) -> list[tuple[int, int, str | None]]:
    """Where each character that is read from bytes starts and ends, and what it is; None where it is none."""
    found: list[tuple[int, int, str | None]] = []
    at = 0
    while at < len(data):
        if data[at] < 0x80:
            found.append((at, at + 1, chr(data[at])))
        elif at + 1 < len(data):
            found.append((at, at + 2, pair(data[at], data[at + 1])))
        else:
            found.append((at, at + 1, None))
        at = found[-1][1]
    return found


def boundaries(data: bytes) -> set[int]:
    """Where characters of sound GBK text begin."""
    return {start for start, _, _ in units(data)}
