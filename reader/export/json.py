"""Articles and their digests as JSON, in the forms that the documents in `schemas/` lay down.

Offsets are code points. A `source` is `[start, end]` in the decoded source text; every other offset refers to the text
as stored, whatever script is printed, which has the same length.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from reader.export.paths import unicode_path
from reader.export.reasons import furniture_sentence, reason_sentence
from reader.library.problems import Problem
from reader.model import (
    Article,
    Digest,
    Edit,
    Figure,
    Keyword,
    Measured,
    Member,
    Paragraph,
    Passage,
    Reason,
    Slogan,
    Span,
    Value,
    number_text,
)

CLEAN_SCHEMA = "policy-reader/clean/1"
"""Name and version of the form of cleaned articles."""

DIGEST_SCHEMA = "policy-reader/digest/1"
"""Name and version of the form of digests."""

Json = dict[str, Any]
"""An object as `json.dumps` takes it."""

Write = Callable[[str], str]
"""Turns text into the script that is printed, code point by code point."""


@cache
def schema_document(name: str) -> Json:
    """The JSON Schema of a form: `clean` or `digest`."""
    document: Json = json.loads((Path(__file__).parent / "schemas" / f"{name}.json").read_text(encoding="utf-8"))
    return document


def json_document(schema: str, articles: Iterable[Json | Problem]) -> Iterator[str]:
    """The pieces of one document, each article as soon as it is there; what failed comes at the end."""
    problems: list[Problem] = []
    yield f'{{\n"schema": {json.dumps(schema)},\n"articles": ['
    separator = "\n"
    for article in articles:
        if isinstance(article, Problem):
            problems.append(article)
            continue
        yield separator + _dumped(article)
        separator = ",\n"
    yield f'\n],\n"errors": {_dumped([problem_json(problem) for problem in problems])}\n}}\n'


def problem_json(problem: Problem) -> Json:
    """What failed."""
    path = unicode_path(problem.path) or ""
    return {"path": path, "code": problem.code, "text": Problem(path, problem.code).sentence}


def clean_json(article: Article, write: Write = str) -> Json:
    """A cleaned article with its edits.

    Args:
        article: The article.
        write: Turns the paragraphs and the title into the script that is printed; edits stay as they are.
    """
    published, republished = article.published, article.republished
    return {
        "path": unicode_path(article.origin.path),
        "id": article.id,
        "title": _written(article.title, write),
        "subtitle": _written(article.subtitle, write),
        "kicker": _written(article.kicker, write),
        "origin_source": article.origin_source,
        "republished_by": article.republished_by,
        "page": article.page,
        "author": article.author,
        "editor": article.editor,
        "reported_from": article.reported_from,
        "document_number": article.document_number,
        "published": published.value if published else None,
        "published_inferred": list(published.inferred) if published else [],
        "republished": republished.value if republished else None,
        "places": {name: [list(span) for span in spans] for name, spans in article.places.items()},
        "script": article.script,
        "published_script": article.published_script,
        "encoding": article.restored.source.encoding,
        "paragraphs": [_paragraph_json(article, paragraph, write) for paragraph in article.paragraphs],
        "edits": [edit_json(article, edit) for edit in article.edits],
    }


def edit_json(article: Article, edit: Edit) -> Json:
    """One edit; `start` and `end` are offsets in the source text, those of `doubtful` in `after`."""
    source = article.restored.source.text
    reasons = [_reason_json(reason, edit, source) for reason in edit.reason.flat()]
    return {
        "start": edit.start,
        "end": edit.end,
        "before": source[edit.start : edit.end],
        "after": edit.replacement,
        "fix": edit.fix,
        "certainty": edit.certainty,
        "doubtful": [list(span) for span in edit.doubtful],
        "reason": {**reasons[0], "also": reasons[1:]},
    }


def digest_json(article: Article, digest: Digest) -> Json:
    """What was found in an article."""
    return {
        "path": unicode_path(article.origin.path),
        "id": article.id,
        "title": article.title,
        "slogans": [_slogan_json(article, slogan) for slogan in digest.slogans],
        "figures": [_figure_json(article, figure) for figure in digest.figures],
        "keywords": [_keyword_json(keyword) for keyword in digest.keywords],
    }


def _paragraph_json(article: Article, paragraph: Paragraph, write: Write) -> Json:
    covered = Span(paragraph.spans[0].start, paragraph.spans[-1].end)
    return {
        "kind": paragraph.kind,
        "text": write(paragraph.text),
        "source": list(article.restored.to_source(covered)),
        "reason": _furniture_json(paragraph.reason),
    }


def _reason_json(reason: Reason, edit: Edit, source: str) -> Json:
    return {"code": reason.code, "args": dict(reason.args), "text": reason_sentence(reason, edit, source)}


def _furniture_json(reason: Reason | None) -> Json | None:
    """Why a paragraph was taken for furniture."""
    if reason is None:
        return None
    return {"code": reason.code, "args": dict(reason.args), "text": furniture_sentence(reason)}


def _slogan_json(article: Article, slogan: Slogan) -> Json:
    return {
        "text": slogan.text,
        "kind": slogan.kind,
        "declared": slogan.declared,
        "complete": slogan.complete,
        "forms": list(slogan.forms),
        "mentions": [_passage_json(article, mention) for mention in slogan.mentions],
        "members": [_member_json(article, member) for member in slogan.members],
        "says": _said_json(article, slogan.says),
        "proposed_by": slogan.proposed_by,
        "lexicon_source": slogan.lexicon_source,
        "key": slogan.key,
    }


def _member_json(article: Article, member: Member) -> Json:
    return {
        "text": member.text,
        "basis": member.basis,
        **_passage_json(article, member.passage),
        "says": _said_json(article, member.says),
    }


def _said_json(article: Article, says: Sequence[Passage]) -> list[Json]:
    """What explains a slogan or a member, with its words."""
    return [{"text": article.text_of(said), **_passage_json(article, said)} for said in says]


def _figure_json(article: Article, figure: Figure) -> Json:
    return {
        "text": figure.text,
        "value": number_text(figure.value),
        "upper": _number(figure.upper),
        "unit": figure.unit,
        "kind": figure.kind,
        "bound": figure.bound,
        "measured": _measured_json(article, figure.measured),
        "of": figure.of,
        "period": figure.period,
        "compared": figure.compared,
        "status": figure.status,
        "resolved": figure.resolved,
        **_passage_json(article, figure.passage),
    }


def _measured_json(article: Article, measured: Measured | None) -> Json | None:
    """What is counted, with the smallest stretch of the source that covers all its words."""
    if measured is None:
        return None
    spans = [article.source_span(passage) for passage in measured.passages]
    covered = [min(span.start for span in spans), max(span.end for span in spans)] if spans else None
    return {"text": measured.text, "source": covered}


def _keyword_json(keyword: Keyword) -> Json:
    return {"text": keyword.text, "count": keyword.count, "score": round(keyword.score, 6)}


def _passage_json(article: Article, passage: Passage | None) -> Json:
    """The place of something found; all null for what stands nowhere in the article."""
    if passage is None:
        return dict.fromkeys(("paragraph", "start", "end", "source"))
    return {**passage._asdict(), "source": list(article.source_span(passage))}


def _number(value: Value | None) -> str | None:
    return None if value is None else number_text(value)


def _written(text: str | None, write: Write) -> str | None:
    return None if text is None else write(text)


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)
