"""What a list of articles shows of each, without reading again what has not changed."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, replace
from itertools import chain
from pathlib import Path

from reader.library.intake import STANDARD_INPUT, IntakeError, read
from reader.library.problems import Problem
from reader.library.store import Store
from reader.messages import message
from reader.model import Article, ArticleId, Kind, Script
from reader.structure.datelines import without_dateline

_PART = "listed"
_CLAUSE_END = re.compile(r"[，。！？；：,.!?;:\n]")
_CLAUSE_LENGTH = 20


@dataclass(frozen=True, slots=True)
class Summary:
    """An article in a list."""

    article_id: ArticleId
    """The article."""
    path: str | None
    """The file it is in."""
    title: str | None
    """The headline, None for an article without one."""
    first_clause: str
    """The beginning of its text, which an article without a title is known by."""
    published: str | None
    """ISO 8601, as far as the page says."""
    origin_source: str | None
    """The paper or site that published it first."""
    length: int
    """Code points of the article without furniture."""
    script: Script | None = None
    """The script that its words are in; None for one without Chinese."""
    published_script: Script | None = None
    """The script that the article was published in."""

    @property
    def listed_title(self) -> str:
        """The title, or what stands for it."""
        return self.title or message("article.untitled", clause=self.first_clause)

    def in_script(self, script: Script | None = None) -> Summary:
        """The same with its words in a script; None for the one that the article was published in."""
        wanted, published = script or self.published_script, self.published_script
        if wanted is None or wanted is self.script or published is None:
            return self
        from reader.script.conversion import convert  # its tables are not needed where words are shown as they are

        title, source = (text and convert(text, wanted, published) for text in (self.title, self.origin_source))
        clause = convert(self.first_clause, wanted, published)
        return replace(self, title=title, origin_source=source, first_clause=clause, script=wanted)


def summarise(article: Article) -> Summary:
    """What a list shows of an article, in the characters of its page."""
    return Summary(
        article_id=article.id,
        path=article.origin.path,
        title=article.title,
        first_clause=first_clause(article),
        published=article.published.value if article.published else None,
        origin_source=article.origin_source,
        length=sum(len(p.text) for p in article.paragraphs if p.kind is not Kind.FURNITURE),
        script=article.script,
        published_script=article.published_script,
    )


def first_clause(article: Article) -> str:
    """How the text of an article begins behind its dateline, in the characters of its page."""
    own = (p for p in article.paragraphs if p.kind is Kind.BODY)
    other = (p for p in article.paragraphs if p.kind is not Kind.FURNITURE)
    text = next((p.text for p in chain(own, other)), "")
    return _shortened(_CLAUSE_END.split(without_dateline(text.strip()), maxsplit=1)[0])


def _shortened(clause: str) -> str:
    """A clause, cut with … where it is long."""
    return clause if len(clause) <= _CLAUSE_LENGTH else clause[:_CLAUSE_LENGTH] + "…"


def summary_of(path: str, store: Store) -> Summary | Problem:
    """What a list shows of a file's article, in the script it was published in.

    What was kept of it holds while the file is as it was; else it is read anew.
    """
    if path == STANDARD_INPUT:
        return _read(path)
    place = str(Path(path).absolute())
    try:
        known = Path(path).stat()
    except (OSError, ValueError):
        return _read(path)
    article_id = store.article_of(place, known.st_size, known.st_mtime_ns)
    if article_id is not None and (body := store.derived(article_id, _PART)) is not None:
        return _from_stored(article_id, path, body)
    found = _read(path)
    if isinstance(found, Summary):
        body = json.dumps({k: v for k, v in asdict(found).items() if k not in ("article_id", "path")})
        store.keep_derived(found.article_id, _PART, body)
        store.keep_file(place, known.st_size, known.st_mtime_ns, found.article_id)
    return found


def _from_stored(article_id: ArticleId, path: str, body: str) -> Summary:
    """A summary that was kept."""
    fields = json.loads(body)
    for name in ("script", "published_script"):
        fields[name] = fields[name] and Script(fields[name])
    return Summary(article_id, path, **fields)


def _read(path: str) -> Summary | Problem:
    """The summary of a file that is read now."""
    try:
        return summarise(read(path)).in_script()
    except IntakeError as error:
        return error.problem
