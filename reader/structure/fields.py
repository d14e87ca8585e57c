"""What a line of a page's head or foot says under labels: `来源:新华网 作者:王小明 浏览次数:102`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from reader.model import Span
from reader.model.patterns import pattern
from reader.restoration.layout.marks import HANZI
from reader.structure.days import find_days, find_yearless


class Label(StrEnum):
    """What a label announces."""

    SOURCE = "source"
    """Where the text was printed or put up."""
    AUTHOR = "author"
    """Who wrote it."""
    EDITOR = "editor"
    """Who edited it."""
    PUBLISHED = "published"
    """When it appeared."""
    UPDATED = "updated"
    """When it was changed."""
    SIGNED = "signed"
    """When a document was made."""
    TITLE = "title"
    """What it is called."""
    ISSUER = "issuer"
    """Who issued a document."""
    NUMBER = "number"
    """The number of a document (发文字号)."""
    PAGE = "page"
    """The page of a paper."""
    CREW = "crew"
    """Others who worked on it, and earlier titles."""
    OTHER = "other"
    """What says nothing of the article: sizes, clicks, index numbers."""


_WORDS: dict[str, list[str]] = tomllib.loads(
    files("reader.lexicons").joinpath("labels.toml").read_text(encoding="utf-8")
)
_OF = {word.replace("/", ""): Label(label) for label, words in _WORDS.items() for word in words}
_LONGEST_LABEL = 2 * max(map(len, _OF))
"""No label is longer with spaces between its characters, in code points."""
_COLON = pattern(r"\s{0,4}(?:[:∶]|[|丨︱](?=\s?[^\s|\d]))\s{0,4}")
_HINT = pattern(r"[:∶|丨︱]|[布表新版于]\s?(?:19|20)\d\d")
"""What stands behind every label."""
_BARE = pattern(r"(?P<label>发布于|发表于|更新于|(?<![^\W\da-z_])(?:发布|发表|更新|出版))\s?(?=(?:19|20)\d\d[-/.年])")
"""Labels that may do without a colon before a day."""
_STOP = pattern(r"[。;|丨\[\]【】\n]|\s{2,}(?=\S{2})|[()](?=\s*$)")
"""Where a value ends at the latest."""
_FOREIGN = pattern(rf",|{HANZI}[:∶]\D")
"""What no value holds: a clause, or a label that is not known."""
_UNKNOWN = pattern(rf"\s{HANZI}{{2,6}}[:∶]")
"""A label that is not known ends the value before it all the same."""
_QUIET = (Label.OTHER, Label.TITLE)
"""What may be in a page's head, but proves no byline alone."""
LONGEST_FIELDS = 200
"""No line of labels is longer, in code points."""


@dataclass(frozen=True, slots=True)
class Field:
    """A value under its label."""

    label: Label
    """What it announces."""
    words: str
    """The label without spaces."""
    at: int
    """Where the label starts in the line."""
    value: Span
    """Where the value stands in the line; empty where there is none."""


@lru_cache(maxsize=64)
def find_fields(text: str) -> tuple[Field, ...]:
    """The labelled values of a line in the `simplify` form.

    A label within running text (资金来源:) is none, and so is a line with a sentence in it.

    >>> text = "来 源:新华网 作者:王小明 编辑:李 华 浏览次数:102"
    >>> [(field.label.value, text[slice(*field.value)]) for field in find_fields(text)]
    [('source', '新华网'), ('author', '王小明'), ('editor', '李 华'), ('other', '102')]
    >>> find_fields("资金来源:财政拨款")
    ()
    """
    if len(text) > LONGEST_FIELDS or not _HINT.search(text):
        return ()
    kept: list[_Mark] = []
    for mark in sorted(_marks(text)):
        if _is_free(text, mark.start, after_label=bool(kept) and "|" not in text[mark.start : mark.end]) and (
            not kept or mark.start >= kept[-1].end
        ):
            kept.append(mark)
    days = [day.span.start for day in find_days(text)]
    fields: list[Field] = []
    for index, found in enumerate(kept):
        end = kept[index + 1].start if index + 1 < len(kept) else len(text)
        stop = _STOP.search(text, found.end, end)
        end = stop.start() if stop else end
        label = _OF.get(found.words, Label.UPDATED if found.words == "更新于" else Label.PUBLISHED)
        if label in (Label.SOURCE, Label.AUTHOR, Label.EDITOR):
            end = min([day for day in days if found.end < day < end], default=end)
            unknown = _UNKNOWN.search(text, found.end, end)
            end = unknown.start() if unknown else end
        value = text[found.end : end]
        fields.append(Field(label, found.words, found.start, Span(found.end, found.end + len(value.rstrip()))))
    return tuple(fields)


class _Mark(NamedTuple):
    """A label in a line."""

    start: int
    end: int
    """Where its value can start."""
    words: str
    """The label without spaces."""


def _marks(text: str) -> Iterator[_Mark]:
    """All that could be labels: the longest one before each colon, and some straight before a day."""
    for colon in _COLON.finditer(text):
        for start in range(max(0, colon.start() - _LONGEST_LABEL), colon.start()):
            words = re.sub(r"[\s/]", "", text[start : colon.start()])
            if words in _OF and not text[start].isspace():
                yield _Mark(start, colon.end(), words)
                break
    for found in _BARE.finditer(text):
        yield _Mark(found.start(), found.end(), found["label"])


def _is_free(text: str, start: int, *, after_label: bool) -> bool:
    """Whether a label is not the end of a longer word; behind a value with its own label it may be glued to it."""
    return after_label or start == 0 or re.match(rf"{HANZI}|[a-z_]", text[start - 1]) is None


def label_alone(text: str) -> Label | None:
    """What a line announces that is a label and nothing else.

    >>> label_alone("成 文 日 期:").value, label_alone("成文日期:2022-03-04")
    ('signed', None)
    """
    words = re.sub(r"[\s/:]", "", text) if len(text) <= _LONGEST_LABEL and text.endswith(":") else ""
    return _OF.get(words)


def is_labelled(text: str) -> bool:
    """Whether a line holds labelled values and nothing that they do not explain.

    >>> is_labelled("时间:2022-02-11 来源:区委统战部 作者:刘洋"), is_labelled("时间:明天")
    (True, False)
    """
    if len(text) > LONGEST_FIELDS or "。" in text or text[-1:] in "!?":
        return False
    fields = find_fields(text)
    if not fields or all(field.label in _QUIET for field in fields):
        return False
    head = text[: fields[0].at]
    if len(re.sub(r"[\W\d_]", "", head)) > 14 and not any(True for _ in find_days(head)):
        return False
    if all(field.label in (Label.PUBLISHED, Label.UPDATED, Label.SIGNED, *_QUIET) for field in fields):
        place = fields[0].value.length <= 6 and fields[0].words in ("发布于", "发表于")
        return place or any(True for _ in find_days(text)) or find_yearless(text) is not None
    values = [(field, text[slice(*field.value)]) for field in fields]
    return all(len(value) <= _most(field) and not _FOREIGN.search(value) for field, value in values)


def _most(field: Field) -> int:
    return 80 if field.label in (Label.CREW, Label.TITLE, Label.OTHER) else 48
