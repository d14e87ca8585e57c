"""Text that was escaped for a program and never unescaped: `\\u4e2d\\u56fd`, `%E4%B8%AD`, `=E4=B8=AD`."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from typing import NamedTuple

from reader.model import LOST_CHARACTER, Edit, Reason, without_overlaps
from reader.model.patterns import pattern
from reader.restoration.plausibility import score_text

_HAN = pattern("[\u4e00-\u9fff]")

_LEAST_HAN = 3
"""Characters that a stretch must hold; a single one is an example or a part of an address."""

_READABLE = -11.0
"""Log probability for each character that no text falls below."""

_JUDGED = 200
"""Characters by which a stretch is judged."""

_LEAST_SHARE = 0.5
"""Share of a text that escaped stretches must be where they are no lines of their own."""

_BORDER = 40
"""Characters around a stretch that are looked at."""

_QUOTING = " \t\r\"',;[]{}"

_CONTROL = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class _Way(NamedTuple):
    """A way of escaping."""

    name: str
    """As its sentence names it."""
    hint: re.Pattern[str]
    """What every text escaped so holds; quick to look for."""
    stretch: re.Pattern[str]
    """Escapes with what stands between them."""
    plain: Callable[[str], str]
    """The text of a stretch, U+FFFD where it is none."""
    loose: re.Pattern[str] | None = None
    """Escapes wherever they stand, for a text that consists of them; None where `stretch` finds them all."""
    anywhere: bool = False
    """Whether nobody writes such escapes in a line that is not escaped."""


def find_escapes(text: str) -> Sequence[Edit]:
    """Escaped stretches, each with the text that it stands for.

    A stretch must be a line of its own, or the text consist of such stretches for the most part: addresses, code, and
    whatever does not read as Chinese afterwards are left alone.

    >>> [edit.replacement for edit in find_escapes("%E6%94%BF%E7%AD%96%E6%96%87%E4%BB%B6")]
    ['政策文件']
    >>> find_escapes("https://www.gov.cn/s?q=%E6%94%BF%E7%AD%96%E6%96%87%E4%BB%B6")
    []
    """
    edits = []
    for way in _WAYS:
        if way.hint.search(text) is None:
            continue
        matches = list(way.stretch.finditer(text))
        loose = list(way.loose.finditer(text)) if way.loose else []
        is_escaped = max(map(_size, (matches, loose))) >= _LEAST_SHARE * len(text)
        done = 0
        for match in sorted((*matches, *(loose if is_escaped else ())), key=re.Match.start):
            if match.start() < done or not (is_escaped or way.anywhere or _is_line(text, match)):
                continue
            plain = way.plain(match.group())
            if _is_text(plain, 0 if is_escaped and way.loose else _LEAST_HAN):
                reason = Reason.of("escape.plain", way=way.name)
                edits.append(Edit(match.start(), match.end(), plain, "escape", reason))
                done = match.end()
    return list(without_overlaps(edits))


def _size(matches: Sequence[re.Match[str]]) -> int:
    return sum(match.end() - match.start() for match in matches)


def _is_line(text: str, match: re.Match[str]) -> bool:
    """Whether a stretch is all that stands on its lines, but for quotation marks and commas."""
    start = text.rfind("\n", max(0, match.start() - _BORDER), match.start()) + 1
    end = text.find("\n", match.end(), match.end() + _BORDER)
    before = text[max(start, match.start() - _BORDER) : match.start()]
    after = text[match.end() : end if end >= 0 else match.end() + _BORDER]
    return not before.strip(_QUOTING) and not after.strip(_QUOTING)


def _is_text(plain: str, least: int) -> bool:
    """Whether what was escaped is Chinese, at least so many characters of it, without anything unprintable in it."""
    if LOST_CHARACTER in plain or _CONTROL.search(plain) or len(_HAN.findall(plain)) < least:
        return False
    beginning = plain[:_JUDGED]
    return score_text(beginning) >= _READABLE * len(beginning)


def _from_json(escaped: str) -> str:
    """The text of a string as JSON writes it; surrogate pairs are one character."""
    named = {"n": "\n", "r": "\n", "t": " ", '"': '"', "/": "/", "\\": "\\"}
    plain = _JSON_ESCAPE.sub(lambda found: _coded(found[1]) if found[1] else named[found[2]], escaped)
    return _with_pairs(plain)


def _from_script(escaped: str) -> str:
    """The text that `escape` of JavaScript was given."""
    return _with_pairs(_SCRIPT_ESCAPE.sub(lambda found: _coded(found[1] or found[2]), escaped))


def _coded(code: str) -> str:
    """The character of a code point in hexadecimal digits, in braces or not."""
    found = int(code.strip("{}"), 16)
    return chr(found) if found <= sys.maxunicode else LOST_CHARACTER


def _with_pairs(plain: str) -> str:
    """The same with pairs of surrogates made one character."""
    return plain.encode("utf-16", "surrogatepass").decode("utf-16", errors="replace")


def _from_percent(escaped: str) -> str:
    return _from_bytes(_PERCENT_ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else " ", escaped))


def _from_literal(escaped: str) -> str:
    return _from_bytes(_LITERAL_ESCAPE.sub(lambda found: chr(int(found[1], 16)), escaped))


def _from_entities(escaped: str) -> str:
    """The text whose bytes were each written as the entity of a character."""
    return _from_bytes(_ENTITY.sub(lambda found: chr(int(found[1] or "0x" + found[2], 0) & 0xFF), escaped))


def _from_quoted(escaped: str) -> str:
    joined = _SOFT_BREAK.sub("", escaped)
    return _from_bytes(_QUOTED_ESCAPE.sub(lambda found: chr(int(found[1], 16)), joined))


def _from_bytes(shown: str) -> str:
    """UTF-8, or else GB18030, written as characters of Latin-1."""
    data = shown.encode("latin-1", errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030", errors="replace")


_JSON_ESCAPE = pattern(r"\\u([0-9a-fA-F]{4}|\{[0-9a-fA-F]{1,6}\})|\\([nrt\"/\\])")
_SCRIPT_ESCAPE = pattern("%u([0-9a-fA-F]{4})|%([0-9a-fA-F]{2})")
_PERCENT_ESCAPE = pattern(r"%(?:25)*([0-9a-fA-F]{2})|\+(?=%)")
_LITERAL_ESCAPE = pattern(r"\\x([0-9a-fA-F]{2})")
_ENTITY = pattern("&#(?:([0-9]{3})|[xX]([0-9a-fA-F]{2}));")
_QUOTED_ESCAPE = pattern("=([0-9A-F]{2})")
_SOFT_BREAK = pattern("=[ \t]*\r?\n")

_BYTE = "&#(?:1[2-9][0-9]|2[0-4][0-9]|25[0-5]|[xX][89a-fA-F][0-9a-fA-F]);"
_HIGH = "%(?:25)*[89A-Fa-f][0-9A-Fa-f]"

_CODE = r"(?:[0-9a-fA-F]{4}|\{[0-9a-fA-F]{1,6}\})"

_WAYS = (
    _Way(
        "JSON",
        pattern(r"\\u[{0-9a-fA-F]"),
        pattern(rf"\\u{_CODE}(?:[ !#-\[\]-~]{{0,40}}\\(?:u{_CODE}|[nrt\"/\\]))*"),
        _from_json,
    ),
    _Way(
        "JavaScript",
        pattern("%u[0-9a-fA-F]{4}"),
        pattern("%u[0-9a-fA-F]{4}(?:[A-Za-z0-9@*_+./-]{0,40}%(?:u[0-9a-fA-F]{4}|[0-9a-fA-F]{2}))*"),
        _from_script,
        pattern("(?:%u[0-9a-fA-F]{4}|(?<=[0-9a-fA-F]{4})%[2-7][0-9a-fA-F])+"),
    ),
    _Way(
        "Python",
        pattern(r"\\x[89a-fA-F][0-9a-fA-F]\\x"),
        pattern(r"(?:\\x[89a-fA-F][0-9a-fA-F]){3,}"),
        _from_literal,
        pattern(r"(?:\\x[89a-fA-F][0-9a-fA-F]){2,}"),
    ),
    _Way(
        "HTML",
        pattern("&#(?:1[2-9][0-9]|2[0-9][0-9]|[xX][89a-fA-F][0-9a-fA-F]);&#"),
        pattern(f"(?:{_BYTE}[@-~]?){{6,}}"),
        _from_entities,
        pattern(f"(?:{_BYTE}[@-~]?)+"),
        anywhere=True,
    ),
    _Way(
        "URL",
        pattern("%(?:25)*[89A-Fa-f][0-9A-Fa-f]%"),
        pattern(
            r"(?<![\w/=&?#.:+-])(?:%[89A-Fa-f][0-9A-Fa-f]){3}(?:%[0-9A-Fa-f]{2}|[\w.~!*'()-])*+(?![/=&?#:+])", re.A
        ),
        _from_percent,
        pattern(rf"(?<![/=&?#:])(?:{_HIGH}){{2}}(?:%(?:25)*[0-9A-Fa-f]{{2}}|\+(?=%))*+", re.A),
    ),
    _Way(
        "quoted-printable",
        pattern("=[89A-F][0-9A-F]=[0-9A-F]"),
        pattern(r"=[89A-F][0-9A-F](?:=[0-9A-F]{2}|=[ \t]*\r?\n|[ -<>-~])*=[89A-F][0-9A-F][@-~]?", re.A),
        _from_quoted,
    ),
)
"""Ways of escaping."""
