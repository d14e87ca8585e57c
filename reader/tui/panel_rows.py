"""The findings of an article as rows of the panel."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from reader.analysis.watching import Sighting, Watched
from reader.messages import message
from reader.model import (
    Article,
    Basis,
    Certainty,
    Digest,
    Edit,
    Figure,
    FigureKind,
    Keyword,
    Kind,
    Member,
    Passage,
    Place,
    Slogan,
    SloganKind,
    Span,
    number_text,
)
from reader.tui.repair_rows import Listing, Repairs, repair_rows
from reader.tui.widgets.list_rows import ListRow


class Tab(StrEnum):
    """The tabs of the panel, in their order; the sentence `ui.tab.<value>` names each."""

    SLOGANS = "slogans"
    MECHANISMS = "mechanisms"
    FIGURES = "figures"
    KEYWORDS = "keywords"
    CONTENTS = "contents"
    REPAIRS = "repairs"


MECHANISM_KINDS = frozenset({SloganKind.MECHANISM, SloganKind.CAMPAIGN, SloganKind.GOAL})
"""The kinds of slogan that the tab of mechanisms lists."""

DATE_KINDS = frozenset({FigureKind.DATE, FigureKind.TIME})
"""The kinds of figure that are filtered out at first."""

_SCALES = ((12, "trillion"), (9, "billion"), (6, "million"), (3, "thousand"))


@dataclass(frozen=True, slots=True)
class Finding:
    """What a row of the panel stands for."""

    passages: tuple[Passage, ...]
    """Where it is in the text, in reading order."""
    slogan: Slogan | None = None
    """The slogan that the row opens."""
    watched: Watched | None = None
    """The entry of the watch list that the row counts."""


@dataclass(frozen=True, slots=True)
class WatchState:
    """What the panel knows of the watch list."""

    entries: int = 0
    """How many words and patterns are on it."""
    sightings: tuple[Sighting, ...] = ()
    """Those that stand in the article."""


@dataclass(frozen=True, slots=True)
class PanelState:
    """What of the panel is open."""

    opened: frozenset[Slogan] = frozenset()
    """Slogans whose members are shown."""
    dates: bool = False
    """Whether dates are among the figures."""
    listing: Listing = field(default_factory=Listing)
    """How repairs are listed."""


def panel_rows(
    tab: Tab, article: Article, digest: Digest | None, state: PanelState, watch: WatchState | None = None
) -> list[ListRow]:
    """The rows of one tab; a sentence that says why when there are none."""
    above = list(watched_rows(watch)) if tab is Tab.KEYWORDS and watch is not None else []
    return [*above, *_tab_rows(tab, article, digest, state)]


def _tab_rows(tab: Tab, article: Article, digest: Digest | None, state: PanelState) -> list[ListRow]:
    if tab is Tab.CONTENTS:
        rows = contents_rows(article)
    elif tab is Tab.REPAIRS:
        rows = repair_rows(article, state.listing)
    elif digest is None:
        return [ListRow(message("ui.digesting"), look="dim")]
    else:
        rows = _digest_rows(tab, article, digest, state)
    return rows or [ListRow(message(f"ui.nothing.{tab}"), look="dim")]


def _digest_rows(tab: Tab, article: Article, digest: Digest, state: PanelState) -> list[ListRow]:
    if tab is Tab.KEYWORDS:
        return [keyword_row(keyword) for keyword in digest.keywords]
    if tab is Tab.FIGURES:
        rows = [figure_row(f) for f in digest.figures if state.dates or f.kind not in DATE_KINDS]
        hidden = 0 if state.dates else sum(f.kind in DATE_KINDS for f in digest.figures)
        note = [ListRow(message("ui.dates_hidden", count=hidden), look="dim")] if hidden else []
        return rows + note
    wanted = [s for s in digest.slogans if (s.kind in MECHANISM_KINDS) == (tab is Tab.MECHANISMS)]
    return [row for slogan in wanted for row in slogan_rows(article, slogan, is_open=slogan in state.opened)]


def slogan_rows(article: Article, slogan: Slogan, *, is_open: bool) -> Iterator[ListRow]:
    """A slogan, and under it what it is made of and what the text says of it when it is open."""
    yield ListRow(
        slogan.text,
        aside=count_of(slogan),
        look="open" if is_open else "strong",
        target=Finding(slogan.mentions, slogan),
    )
    if not is_open:
        return
    yield ListRow(_about(slogan), look="dim", indent=2, target=Finding(slogan.mentions))
    for member in slogan.members:
        yield from _member_rows(article, member)
    if slogan.lexicon_source:
        source = message("slogan_source.lexicon", source=slogan.lexicon_source)
        yield ListRow(source, look=str(Basis.LEXICON), indent=2)
    if slogan.says:
        yield ListRow(message("ui.slogan.says"), look="dim", indent=2)
        for passage in slogan.says:
            yield ListRow(article.text_of(passage), indent=4, target=Finding((passage,)))
    elif not any(member.says for member in slogan.members):
        yield ListRow(message("ui.slogan.unexplained"), look="dim", indent=2)
    for passage in slogan.mentions[1:]:
        text = message("ui.slogan.mention", paragraph=passage.paragraph + 1, text=article.text_of(passage))
        yield ListRow(text, look="dim", indent=2, target=Finding((passage,)))


def _about(slogan: Slogan) -> str:
    """The kind of a slogan, how often it stands there, its other wordings and who put it forward."""
    parts = [message(f"slogan_kind.{slogan.kind}"), message("ui.slogan.mentions", count=len(slogan.mentions))]
    if len(slogan.forms) > 1:
        parts.append(message("ui.slogan.forms", forms=" / ".join(slogan.forms[1:])))
    if slogan.proposed_by:
        parts.append(message("ui.slogan.proposed_by", who=slogan.proposed_by))
    return " · ".join(parts)


def _member_rows(article: Article, member: Member) -> Iterator[ListRow]:
    """A member, marked when it is not stated, and what explains it."""
    stated = member.basis is Basis.STATED
    passages = (member.passage,) if member.passage else ()
    aside = "" if stated else message(f"basis.{member.basis}")
    yield ListRow(
        member.text, aside=aside, look="plain" if stated else str(member.basis), indent=2, target=Finding(passages)
    )
    for passage in member.says:
        yield ListRow(article.text_of(passage), look="dim", indent=4, target=Finding((passage,)))


def count_of(slogan: Slogan) -> str:
    """How many members are stated of how many the name declares; ✓ only when all are."""
    if slogan.declared is None:
        return str(len(slogan.members)) if slogan.members else ""
    return f"{slogan.stated}/{slogan.declared}" + (" ✓" if slogan.complete else "")


def figure_row(figure: Figure) -> ListRow:
    """A figure, its value where that says more than its words, and what, whose, when and how it stands."""
    value = figure_value(figure)
    aside = "" if value.replace(" ", "") == figure.text else value
    parts = [
        figure.measured.text if figure.measured else "",
        figure.of or "",
        figure.period or "",
        figure.compared or "",
        message(f"status.{figure.status}") if figure.status else "",
        figure.resolved or "",
        message("ui.paragraph", number=figure.passage.paragraph + 1),
    ]
    detail = " · ".join(part for part in parts if part)
    return ListRow(figure.text, aside=aside, detail=detail, look="strong", target=Finding((figure.passage,)))


def figure_value(figure: Figure) -> str:
    """Bound, value and unit; a large number with its English reading instead of its zeros."""
    bound = f"{figure.bound} " if figure.bound else ""
    ends = [figure.value] if figure.upper is None else [figure.value, figure.upper]
    shown = "–".join((large_number(v) if isinstance(v, Decimal) else None) or number_text(v) for v in ends)
    return f"{bound}{shown}{f' {figure.unit}' if figure.unit else ''}"


def large_number(value: Decimal) -> str | None:
    """A number of five digits or more as English says it, exact; None for smaller ones.

    >>> large_number(Decimal("37200000000")), large_number(Decimal("200000")), large_number(Decimal("344"))
    ('37.2 billion', '200 thousand', None)
    """
    if abs(value) < 10_000:
        return None
    power, name = next((power, name) for power, name in _SCALES if abs(value) >= 10**power)
    return f"{format(value.scaleb(-power).normalize(), 'f')} {name}"


def keyword_row(keyword: Keyword) -> ListRow:
    """A keyword and how often it stands there."""
    return ListRow(keyword.text, aside=str(keyword.count), target=Finding(keyword.mentions))


def watched_rows(watch: WatchState) -> Iterator[ListRow]:
    """What of the watch list stands in the article and how often, under a heading and over that of the keywords."""
    if not watch.entries:
        return
    yield ListRow(message("ui.watch.heading"), look="dim")
    for sighting in watch.sightings:
        entry, passages = sighting.watched, sighting.passages
        look = f"watched-{entry.colour}"
        target = Finding(passages, watched=entry)
        yield ListRow(entry.text, aside=str(len(passages)), detail=entry.note, look=look, target=target)
    if unseen := watch.entries - len(watch.sightings):
        yield ListRow(message("ui.watch.unseen", count=unseen), look="dim")
    yield ListRow(message("ui.watch.keywords"), look="dim")


def contents_rows(article: Article) -> list[ListRow]:
    """Title and headings, those of the text set in."""
    return [
        ListRow(
            paragraph.text,
            look="strong" if paragraph.kind is Kind.TITLE else "plain",
            indent=2 if paragraph.kind is Kind.HEADING else 0,
            target=Finding((Passage(index, 0, len(paragraph.text)),)),
        )
        for index, paragraph in enumerate(article.paragraphs)
        if paragraph.kind in (Kind.TITLE, Kind.HEADING)
    ]


def finding_at(
    article: Article,
    digest: Digest | None,
    place: Place,
    shown: Tab | None = None,
    sightings: Iterable[Sighting] = (),
) -> tuple[Tab, Finding | Repairs] | None:
    """The tab that lists what stands at a place, and what its row stands for; None where nothing was found there.

    A repair that is not certain comes before a watched word, that before a slogan, then figures, keywords and other
    repairs; where repairs are shown they come first. Furniture is listed among them as a whole.
    """
    if article.paragraphs[place.paragraph].kind is Kind.FURNITURE:
        return Tab.REPAIRS, Repairs(paragraphs=(place.paragraph,))
    edit = edit_at(article, place)
    repair = (Tab.REPAIRS, Repairs((edit,))) if edit else None
    if edit is not None and (shown is Tab.REPAIRS or edit.certainty is not Certainty.CERTAIN):
        return repair
    for sighting in sightings:
        if _is_at(sighting.passages, place):
            return Tab.KEYWORDS, Finding(sighting.passages, watched=sighting.watched)
    for slogan in digest.slogans if digest else ():
        if _is_at([*slogan.mentions, *(m.passage for m in slogan.members if m.passage)], place):
            tab = Tab.MECHANISMS if slogan.kind in MECHANISM_KINDS else Tab.SLOGANS
            return tab, Finding(slogan.mentions, slogan)
    for figure in digest.figures if digest else ():
        if _is_at((figure.passage,), place):
            return Tab.FIGURES, Finding((figure.passage,))
    for keyword in digest.keywords if digest else ():
        if _is_at(keyword.mentions, place):
            return Tab.KEYWORDS, Finding(keyword.mentions)
    return repair


def _is_at(passages: Collection[Passage], place: Place) -> bool:
    """Whether one of the passages covers the place."""
    return any(p.paragraph == place.paragraph and p.start <= place.offset < p.end for p in passages)


def edit_at(article: Article, place: Place) -> Edit | None:
    """The repair whose replacement covers a place, or that removed what stood right before it."""
    paragraph = article.paragraphs[place.paragraph]
    offset = min(place.offset, len(paragraph.text))
    pieces = paragraph.to_restored(Span(offset, offset))
    if not pieces:
        return None
    at = pieces[0].start
    restored = article.restored
    for index, edit in enumerate(article.edits):
        there = restored.replacement_span(index)
        if there.start > at:
            break
        if there.start <= at < there.end or (there.start == there.end == at):
            return edit
    return None
