"""Finding the slogans of an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from reader.analysis.slogans.candidates import Candidate
from reader.analysis.slogans.couplets import (
    bearings,
    called_clauses,
    introduced_couplets,
    opening_couplets,
    pledges,
    turned_couplets,
)
from reader.analysis.slogans.explanations import proposer_of, says_of, with_glosses
from reader.analysis.slogans.lines import MARKS, Line, lines_of
from reader.analysis.slogans.maxims import maxims
from reader.analysis.slogans.mechanisms import mechanisms
from reader.analysis.slogans.members import find_members, listed_members
from reader.analysis.slogans.mentions import Mention
from reader.analysis.slogans.merging import (
    Formulation,
    find_mentions,
    grouped,
    identity_of,
    without_members,
    without_overlaps,
)
from reader.analysis.slogans.named import named_formulations, prospering
from reader.analysis.slogans.numbered import counted_names, known_names, stressed_names
from reader.analysis.slogans.parallel import adjacent_sets, clause_runs, headline_runs
from reader.analysis.slogans.quoted import quoted_formulations, repeated_quotations
from reader.analysis.slogans.spread_runs import heading_sets, opening_sets, quoted_sets, stressed_sets
from reader.lexicons.formulations import formulations
from reader.model import Article, Basis, Member, Passage, Slogan, SloganKind

_RULES = (
    quoted_formulations,
    adjacent_sets,
    headline_runs,
    opening_couplets,
    introduced_couplets,
    bearings,
    called_clauses,
    clause_runs,
    pledges,
    turned_couplets,
    maxims,
    named_formulations,
    mechanisms,
    known_names,
    stressed_names,
)
"""What is looked for in a paragraph by itself."""


_WAYS_OF_WORKING = (SloganKind.MECHANISM, SloganKind.CAMPAIGN)
"""Kinds whose name is explained by whatever the sentence goes on to say."""


_TRIES = 5
"""Places of an unquoted name at which members are looked for."""


def find_slogans(article: Article) -> tuple[Slogan, ...]:
    """The slogans of an article, in the order of their first mention."""
    lines = lines_of(article)
    found = _found(lines)
    mentions = find_mentions(found, lines)
    mentions_of = {id(formulation): passages for formulation, passages in zip(found, mentions, strict=True)}
    formulations = without_members(_with_members(found, mentions, lines))
    everywhere = sorted({passage for f in formulations for passage in mentions_of[id(f)]})
    places = {line.index: line for line in lines}
    slogans = [_slogan(article, f, mentions_of[id(f)], places, everywhere) for f in formulations]
    return tuple(sorted(slogans, key=lambda slogan: slogan.mentions[0]))


def _found(lines: Sequence[Line]) -> list[Formulation]:
    """The formulations that the rules find, each once."""
    certain = [candidate for line in lines for rule in _RULES for candidate in rule(line)]
    certain.extend(heading_sets(lines))
    certain.extend(stressed_sets(lines))
    certain.extend(opening_sets(lines))
    certain.extend(quoted_sets(lines))
    certain.extend(repeated_quotations(lines))
    keys = {candidate.key for candidate in certain}
    certain.extend(_counting(keys, lines))
    certain.extend(_frequent([candidate for line in lines for candidate in prospering(line)]))
    return grouped(without_overlaps(certain))


def _counting(keys: set[str], lines: Sequence[Line]) -> Iterator[Candidate]:
    """Unquoted names of a number that are formulations: known, in a headline, or given with their members."""
    tried: Counter[str] = Counter()
    for line in lines:
        for candidate in counted_names(line):
            tried[candidate.key] += 1
            if candidate.key in keys or line.is_headline:
                yield candidate
            elif tried[candidate.key] <= _TRIES and find_members([_mention(candidate, line)], lines):
                keys.add(candidate.key)
                yield candidate


def _frequent(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Those that stand in the article more than once."""
    times = Counter(candidate.words for candidate in candidates)
    return (candidate for candidate in candidates if times[candidate.words] > 1)


def _mention(candidate: Candidate, line: Line) -> Mention:
    """A place of a name; its words without the marks that may set its noun apart."""
    return Mention(line, candidate.passages[0].span, candidate.words.translate(_MARKS), candidate.declared)


_MARKS = str.maketrans("", "", MARKS)


def _with_members(
    formulations: list[Formulation], mentions: Sequence[tuple[Passage, ...]], lines: Sequence[Line]
) -> list[Formulation]:
    """Formulations with the members of numbered ones looked for wherever these stand, first where a rule found them."""
    places = {line.index: line for line in lines}
    for formulation, everywhere in zip(formulations, mentions, strict=True):
        names = [c for c in formulation.candidates if c.kind is SloganKind.NUMBERED]
        formulation.parts = formulation.parts or listed_members(formulation.words.translate(_MARKS))
        if names:
            first = [_mention(c, places[c.passages[0].paragraph]) for c in names]
            known = {(mention.line.index, mention.span.start) for mention in first}
            others = [
                Mention(places[p.paragraph], p.span, first[0].name, first[0].declared)
                for p in everywhere
                if (p.paragraph, p.start) not in known
            ]
            formulation.parts = find_members([*first, *others], lines)
    return formulations


def _slogan(
    article: Article,
    formulation: Formulation,
    mentions: tuple[Passage, ...],
    lines: dict[int, Line],
    everywhere: Sequence[Passage],
) -> Slogan:
    """A formulation with its words as the article writes them; `everywhere` is where formulations stand, sorted."""
    forms = _forms(article, formulation)
    parts = formulation.parts
    if formulation.kind is SloganKind.NUMBERED:
        parts = with_glosses(parts, mentions, lines)
    members = tuple(
        Member(article.text_of(part.passage) if part.passage else part.text, part.basis, part.passage, part.says)
        for part in parts
    )
    proposer = proposer_of(mentions, lines)
    return Slogan(
        text=forms[0],
        kind=formulation.kind,
        mentions=mentions,
        forms=forms,
        members=members,
        declared=formulation.declared,
        says=says_of(mentions, lines, formulation.kind in _WAYS_OF_WORKING, everywhere),
        proposed_by=article.text_of(proposer) if proposer else None,
        lexicon_source=_source_of(formulation),
        key=identity_of(formulation),
    )


def _source_of(formulation: Formulation) -> str | None:
    """The document of the lexicon that gives the members, or that has the name without any."""
    known = formulations().get(formulation.words.translate(_MARKS))
    rests_on_it = all(part.basis is Basis.LEXICON for part in formulation.parts)
    return known.source or None if known and rests_on_it else None


def _forms(article: Article, formulation: Formulation) -> tuple[str, ...]:
    """The wordings met, the one that stands in one place and separates its parts by marks first."""
    written = [_written(article, candidate) for candidate in formulation.candidates]
    distinct = list(dict.fromkeys(written))
    return tuple(sorted(distinct, key=lambda words: " " in words))


def _written(article: Article, candidate: Candidate) -> str:
    """The words of a place as the article writes them, spread or quoted parts joined by 、."""
    if len(candidate.passages) == 1:
        words = article.text_of(candidate.passages[0])
        if len(words) == len(candidate.words):
            return words
    return "、".join(article.text_of(part.passage) for part in candidate.parts if part.passage)
