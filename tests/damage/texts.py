"""Articles to damage: the texts beside this module, and those of any folder."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from tests.damage.furniture import Line, Role

OWN = Path(__file__).parent / "texts"
"""Articles with hazards, one to a file: a headline, then a paragraph a line; what is no body is marked."""

Article = tuple[Line, ...]
"""The lines of an article, the headline first."""

_MARKS = (("## ", Role.HEADING), ("@ ", Role.CAPTION), ("~ ", Role.BYLINE))


def own_articles() -> dict[str, Article]:
    """The articles beside this module by their names."""
    return {path.stem: read_article(path.read_text("utf-8")) for path in sorted(OWN.glob("*.txt"))}


def read_article(text: str) -> Article:
    """An article in the form of the files beside this module."""
    first, *others = [line for line in text.splitlines() if line.strip()]
    return (Line(Role.TITLE, first), *map(_marked, others))


def _marked(line: str) -> Line:
    for mark, role in _MARKS:
        if line.startswith(mark):
            return Line(role, line.removeprefix(mark))
    return Line(Role.BODY, line)


def articles_in(folder: Path) -> Iterator[Article]:
    """The articles that can be told apart in the text files of a folder, cut to the length of a page."""
    for path in sorted(folder.rglob("*")) if folder.is_dir() else [folder]:
        if path.suffix in (".txt", ".md"):
            yield from _articles_of(path.read_text("utf-8", errors="ignore"))


def _articles_of(text: str) -> Iterator[Article]:
    front = re.match(r"\ufeff?---\n(.*?)\n---\n", text, re.S)
    named = re.search(r"^title: (.+)$", front[1], re.M) if front else None
    text = re.sub(r"(?i)</?p>|<br ?/?>", "\n", text[front.end() :] if front else text).replace("\ufeff", "")
    for part in re.split(r"^(?=#{1,3} )", text, flags=re.M):
        lines = [_plain(line) for line in part.splitlines()]
        lines = [line for line in lines if line and not line.startswith("[!")]
        if named and lines and not lines[0].endswith(named[1]):
            lines.insert(0, named[1])
        if len(lines) > 3 and sum(map(len, lines)) > 300 and _has_paragraphs(lines) and len(lines[0].lstrip("# ")) > 5:
            title, *others = lines
            yield (Line(Role.TITLE, title.lstrip("# ")), *_body(others))


def _has_paragraphs(lines: list[str]) -> bool:
    """Whether lines are paragraphs, rather than pieces of a text broken at a width."""
    long = [line for line in lines if len(line) > 24]
    return sum(line[-1] in "。！？；：”）" for line in long) > 0.7 * len(long)


def _plain(line: str) -> str:
    """A line of Markdown or HTML as plain text; empty where it is markup alone."""
    line = re.sub(r"<[^>]*>|\*\*|^\s*(?:>|[-*+] )\s*|!?\[[^\]]*\]\([^)]*\)|\\(?=\W)", "", line)
    line = re.sub(r"[\s\u3000]+", " ", unescape(line)).strip()
    return "" if re.fullmatch(r"[-=|:\s]*", line) else line


def _body(lines: list[str]) -> list[Line]:
    """Paragraphs up to a length that a page has."""
    found: list[Line] = []
    length = 0
    for line in lines:
        heading = re.match(r"#+ ", line)
        found.append(Line(Role.HEADING if heading else Role.BODY, line[heading.end() :] if heading else line))
        length += len(line)
        if length > 3500:
            break
    return found


def draw_articles(folders: list[Path], count: int, rng: random.Random) -> list[Article]:
    """Some of the articles of folders, the articles of this module among them where no folder is given."""
    found = [article for folder in folders for article in articles_in(folder)] or list(own_articles().values())
    rng.shuffle(found)
    return [found[i % len(found)] for i in range(count)]
