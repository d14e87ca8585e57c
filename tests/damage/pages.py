"""Whole pages: an article, what a site put around it, and one way of damage, with the truth about it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from tests.damage.annotation import Site, annotated, draw_site
from tests.damage.byte_farm import Run, damage_bytes
from tests.damage.conversion import in_traditional
from tests.damage.encodings import (
    LOCKED,
    MISREADINGS,
    declared_wrongly,
    lost_in,
    misread,
    misreading,
    mixed_bytes,
    with_entities,
)
from tests.damage.furniture import BOTTOM, TOP, UNDER_TITLE, Line, Role, caption, draw_around, link_farm
from tests.damage.layouts import Layout, draw_layout, draw_one_line, draw_wrapped, laid_out
from tests.damage.pairs import in_gbk
from tests.damage.texts import Article
from tests.damage.traced import GARBLED, Traced, added, folded, joined, published, split_lines

CORE = (Role.HEADING, Role.BODY, Role.CAPTION)
"""What stands in the running text of an article."""


@dataclass(frozen=True)
class Page:
    """A page as it is shown, and what was published."""

    lines: tuple[Line, ...]
    """All lines as they were published, in the script of the page."""
    shown: Traced
    """The text of the page; its origins are offsets in `published`."""
    data: bytes | None = None
    """The bytes of the page where the damage is in them; the text is in UTF-8 otherwise."""
    runs: tuple[Run, ...] = ()
    """What a script that worked on bytes garbled."""
    lost: frozenset[int] = frozenset()
    """Characters of `published`, by their offsets, of which a misreading left not every byte."""

    @property
    def published(self) -> str:
        """The lines joined with line ends."""
        return "\n".join(line.text for line in self.lines)

    @property
    def bytes(self) -> bytes:
        """The file."""
        return self.shown.text.encode("utf-8", "replace") if self.data is None else self.data


Damage = Callable[[Article, random.Random], Page]


def surrounded(article: Article, rng: random.Random, share: float = 0.5) -> tuple[Line, ...]:
    """An article with furniture of its site."""
    title, *others = article
    if rng.random() < share:
        at = rng.randint(1, len(others))
        others[at:at] = [caption(rng) for _ in range(rng.randint(1, 3))]
    top, under, bottom = (draw_around(makes, rng, share) for makes in (TOP, UNDER_TITLE, BOTTOM))
    return (*top, title, *under, *others, *bottom)


def _each(lines: Iterable[Line], change: Callable[[str], str]) -> tuple[Line, ...]:
    changed = (Line(line.role, change(line.text).strip()) for line in lines)
    return tuple(line for line in changed if line.text)


def _text(lines: Sequence[Line]) -> str:
    return "\n".join(line.text for line in lines)


def _arranged(lines: Sequence[Line], shown: Sequence[Traced], layout: Layout, rng: random.Random) -> Traced:
    """Shown lines as a page has them: the running text laid out, everything else a line each."""
    core = [i for i, line in enumerate(lines) if line.role in CORE]
    first, last = (core[0], core[-1]) if core else (0, -1)
    around = Layout(gap=rng.choice(("\n", "\n\n")))
    parts = [
        laid_out(shown[:first], around, rng),
        laid_out(shown[first : last + 1], layout, rng),
        laid_out(shown[last + 1 :], around, rng),
    ]
    filled = [part for part in parts if len(part)]
    return joined(part for i, p in enumerate(filled) for part in ((added("\n\n"), p) if i else (p,)))


def _draw_site(text: str, rng: random.Random, even: bool) -> Site:
    """A site of any habits; an `even` one annotates without exception, and only what conversion changes."""
    shared, lapses = rng.choice((0.0, 0.0, 0.05, 0.1, 0.3)), rng.choice((0.0, 0.0, 0.01))
    return draw_site(text, rng, rng.uniform(0.3, 1.0), *((0.0, 0.0) if even else (shared, lapses)))


def gbk_farm(article: Article, rng: random.Random, layout: Layout, share: float = 0.5, even: bool = False) -> Page:
    """A page that a script worked on byte by byte, `even` as for `_draw_site`."""
    lines = _each(surrounded(article, rng, share), lambda text: in_gbk(in_traditional(text)))
    site = _draw_site(_text(lines), rng, even)
    tags = ["h2" if line.role in (Role.TITLE, Role.HEADING) else "p" for line in lines]
    garbled = damage_bytes(_text(lines), site, rng, rng.uniform(0.6, 1.0), tags)
    marks = rng.choice(("，：；！？（）", "，：；？（）"))
    shown = _arranged(lines, split_lines(folded(garbled.shown, marks)), layout, rng)
    page = Page(lines, shown, runs=garbled.runs)
    return _with_farm(page, rng) if rng.random() < share / 2 else page


def _with_farm(page: Page, rng: random.Random) -> Page:
    """A page with a row of links that was put under it when all damage was done."""
    (farm,) = link_farm(rng)
    start = len(page.published) + 1
    return replace(page, lines=(*page.lines, farm), shown=page.shown + added("\n\n") + published(farm.text, start))


def character_farm(
    article: Article, rng: random.Random, layout: Layout, share: float = 0.5, even: bool = False
) -> Page:
    """A page that a script worked on character by character, `even` as for `_draw_site`."""
    lines = _each(surrounded(article, rng, share), in_traditional)
    text = _text(lines)
    site = _draw_site(text, rng, even)
    marks = rng.choice(("，", "，：；！？（）", "，：；！？（）", ""))
    shown = split_lines(folded(annotated(published(text), site, rng), marks))
    return Page(lines, _arranged(lines, shown, layout, rng))


def plain(article: Article, rng: random.Random, layout: Layout, share: float = 0.5, marks: str = "") -> Page:
    """A page with nothing wrong but its lines, and the marks that were folded."""
    lines = _each(surrounded(article, rng, share), str)
    shown = split_lines(folded(published(_text(lines)), marks))
    return Page(lines, _arranged(lines, shown, layout, rng))


def with_invisibles(page: Page, rng: random.Random) -> Page:
    """A page with characters in it that nobody sees."""
    shown = page.shown
    for _ in range(rng.randint(1, 30)):
        at = rng.randrange(len(shown))
        shown = joined((shown[:at], added(rng.choice("\u200b\u200c\u200d\ufeff\u2060\u00ad"), GARBLED), shown[at:]))
    return replace(page, shown=shown)


def clean(article: Article, rng: random.Random) -> Page:
    """An article and nothing else, a paragraph each line."""
    lines = _each(article, str)
    return Page(lines, published(_text(lines)))


def misread_page(article: Article, rng: random.Random, written: str, read: str, share: float = 1.0) -> Page:
    """A page whose lines, or some of them, were read in the wrong encoding."""
    lines = _each(article, lambda text: text.encode(written, "ignore").decode(written))
    parts: list[Traced] = []
    lost: set[int] = set()
    for line in split_lines(published(_text(lines))):
        garbled = rng.random() < share
        parts.append(misread(line, misreading(written, read)) if garbled else line)
        lost |= {line.origins[at] for at in lost_in(line.text, written, read)} if garbled else set()
    return Page(lines, laid_out(parts, Layout(gap="\n"), rng), lost=frozenset(lost))


def locked_page(article: Article, rng: random.Random) -> Page:
    """A page of whose lines some are lost in two misreadings."""
    lines = _each(article, in_gbk)
    parts: list[Traced] = []
    lost: set[int] = set()
    for line in split_lines(published(_text(lines))):
        gone = rng.random() < 0.2 and not line.text.isascii()
        if gone:
            lost.update(line.origins)
        parts.append(misread(line, LOCKED) if gone else line)
    return Page(lines, laid_out(parts, Layout(gap="\n"), rng), lost=frozenset(lost))


def entity_page(article: Article, rng: random.Random) -> Page:
    """A page with entities, once or twice encoded."""
    lines = _each(article, str)
    twice = rng.random() < 0.5
    parts = [with_entities(line, rng, twice) for line in split_lines(published(_text(lines)))]
    return Page(lines, laid_out(parts, Layout(gap="\n"), rng))


def mixed_page(article: Article, rng: random.Random) -> Page:
    """A file in two encodings."""
    lines = _each(article, in_gbk)
    return Page(lines, published(_text(lines)), mixed_bytes([line.text for line in lines], rng))


def declared_page(article: Article, rng: random.Random) -> Page:
    """A file that names an encoding it is not in."""
    lines = _each(article, in_gbk)
    declaration, data = declared_wrongly(_text(lines), rng)
    lines = (*((Line(Role.FURNITURE, declaration),) if declaration else ()), *lines)
    return Page(lines, published(_text(lines)), data)


def _broken(layout: Layout, rng: random.Random) -> Layout:
    """A layout with blank lines inside sentences and stray spaces."""
    return replace(layout, blank_cuts=0.3, stray_spaces=rng.choice((0.0, 0.003, 0.01)))


KINDS: dict[str, Damage] = {
    "gbk farm, lines": lambda a, rng: gbk_farm(a, rng, draw_layout(rng)),
    "gbk farm, one line": lambda a, rng: gbk_farm(a, rng, draw_one_line(rng), 0.2),
    "gbk farm, wrapped": lambda a, rng: gbk_farm(a, rng, draw_wrapped(rng)),
    "character farm, lines": lambda a, rng: character_farm(a, rng, draw_layout(rng)),
    "character farm, one line": lambda a, rng: character_farm(a, rng, draw_one_line(rng), 0.2),
    "gbk farm, cut sentences": lambda a, rng: gbk_farm(a, rng, _broken(draw_layout(rng), rng)),
    "character farm, wrapped": lambda a, rng: character_farm(a, rng, draw_wrapped(rng)),
    "invisible characters": lambda a, rng: with_invisibles(plain(a, rng, draw_layout(rng)), rng),
    "folded, lines": lambda a, rng: plain(a, rng, draw_layout(rng), marks="，：；！？（）"),
    "one line": lambda a, rng: plain(a, rng, draw_one_line(rng), 0.0),
    "wrapped": lambda a, rng: plain(a, rng, draw_wrapped(rng)),
    "cut sentences": lambda a, rng: plain(a, rng, _broken(draw_layout(rng), rng)),
    "furniture": lambda a, rng: plain(a, rng, draw_layout(rng), 0.8),
    **{f"{w} as {r}": partial(misread_page, written=w, read=r) for w, r in MISREADINGS},
    **{f"{w} as {r}, some": partial(misread_page, written=w, read=r, share=0.3) for w, r in MISREADINGS},
    "锟斤拷": locked_page,
    "entities": entity_page,
    "mixed encodings": mixed_page,
    "declared wrongly": declared_page,
    "clean": clean,
}
"""Every way of damage by its name."""
