"""Remains of HTML tags in a page that is plain text otherwise: `</p>`, `/h2>`, `?/p>`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.model import LOST_CHARACTER, Certainty, Edit, Reason, Span
from reader.model.patterns import pattern
from reader.restoration.gbk import FULL_WIDTH, character_of, pair_of
from reader.restoration.topics import shows_markup

_BLOCKS = "p|h[1-6]|br|div|li|ul|ol|tr|td|table|section|article|blockquote"
"""Tags at which a line ends."""

_INLINE = "span|strong|b|em|i|u|a|font|img"

_TAG = pattern(
    rf"<(?P<close>/?)(?P<name>{_BLOCKS}|{_INLINE})(?P<rest>\s[^<>\n]{{0,300}})?/?>"
    rf"|(?P<half>(?:\?(?P<marks>[！，。!,]{{1,8}}))?\?)?(?<![<\w/.:])/(?P<bare>{_BLOCKS}|{_INLINE})>"
    rf"|(?<=[^\W0-9A-Za-z_])(?P<cut>\?)(?P<single>{_BLOCKS}|{_INLINE})\s?/?>",
    re.I,
)

_START = pattern("[<?/]")
"""What tags and their remains begin with."""

_MARKUP = 3
"""Pairs of tags from which on a text is HTML and no page with remains of it."""


def find_tags(text: str) -> Sequence[Edit]:
    """Tags without a partner, each removed, at the end of a block for a line end.

    A text that is HTML as a whole or is about it, and tags in pairs, are left alone.

    >>> page = "排頭兵。”</p> 按照"
    >>> [(page[e.start:e.end], e.replacement) for e in find_tags(page)]
    [('</p>', '\\n')]
    >>> find_tags("<b>重点</b> x</ p")
    []
    """
    if ">" not in text:
        return []
    tags = list(_tags(text))
    opened = Counter(_name(tag) for tag in tags if tag["name"] and not tag["close"])
    closed = Counter(_name(tag) for tag in tags if tag["close"])
    paired = {name: min(opened[name], closed[name]) for name in opened}
    if sum(paired.values()) >= _MARKUP:
        return []
    found = [tag for tag in tags if not tag["name"] or not paired.get(_name(tag))]
    return [_edit(text, tag) for tag in found] if found and not shows_markup(text) else []


def _tags(text: str) -> Iterator[re.Match[str]]:
    """The tags of a text, whole ones and remains, in order."""
    at = 0
    while (start := _START.search(text, at)) is not None:
        tag = _TAG.match(text, start.start())
        at = tag.end() if tag else start.end()
        if tag:
            yield tag


def _name(tag: re.Match[str]) -> str:
    return str(tag["name"] or tag["bare"] or tag["single"]).lower()


def _edit(text: str, tag: re.Match[str]) -> Edit:
    """One tag removed; the half character that swallowed its `<` is shown as lost."""
    ends_line = re.fullmatch(_BLOCKS, _name(tag)) and _is_inside_line(text, tag)
    replacement = "\n" if ends_line else ""
    if tag["half"] or tag["cut"]:
        reason = Reason.of("tag.half", tag=tag.group())
        lost = _shifted(tag["marks"] or "") + LOST_CHARACTER
        doubtful = (Span(0, len(lost)),)
        return Edit(tag.start(), tag.end(), lost + replacement, "tag", reason, Certainty.LOST, doubtful)
    return Edit(tag.start(), tag.end(), replacement, "tag", Reason.of("tag.remains", tag=tag.group()))


def _shifted(marks: str) -> str:
    """What stood before the half character where a cut before misaligned marks is all that is left of its run.

    >>> _shifted("！"), _shifted("。。")
    ('\ufffd', '\ufffd！')
    """
    pairs = [pair for pair in map(pair_of, marks.translate(FULL_WIDTH)) if pair]
    between = (character_of(first[1], second[0]) or LOST_CHARACTER for first, second in pairwise(pairs))
    return LOST_CHARACTER * bool(marks) + "".join(between)


def _is_inside_line(text: str, tag: re.Match[str]) -> bool:
    """Whether text stands on both sides of a tag in its line."""
    before = text[: tag.start()].rpartition("\n")[2] if tag.start() < 200 else text[tag.start() - 200 : tag.start()]
    after = re.compile(r"[ \t\u00a0\u3000]*(?:[\r\n]|\Z)").match(text, tag.end())
    return after is None and bool(before.rpartition("\n")[2].strip())
