"""What a list of articles shows of each, without reading again what has not changed."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path

from reader.library.intake import STANDARD_INPUT, IntakeError, read
from reader.library.problems import Problem
from reader.library.store import Store
from reader.messages import message
from reader.model import Article, ArticleId, Kind

_PART = "summary"
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

    @property
    def listed_title(self) -> str:
        """The title, or what stands for it."""
        return self.title or message("article.untitled", clause=self.first_clause)


def summarise(article: Article) -> Summary:
    """What a list shows of an article."""
    body = [p.text for p in article.paragraphs if p.kind is not Kind.FURNITURE]
    text = next((p.text for p in article.paragraphs if p.kind is Kind.BODY), body[0] if body else "")
    return Summary(
        article_id=article.id,
        path=article.origin.path,
        title=article.title,
        first_clause=_CLAUSE_END.split(text.strip(), maxsplit=1)[0][:_CLAUSE_LENGTH],
        published=article.published.value if article.published else None,
        origin_source=article.origin_source,
        length=sum(map(len, body)),
    )


def summary_of(path: str, store: Store) -> Summary | Problem:
    """What a list shows of a file's article: what was kept of it while the file is as it was, else read anew."""
    if path == STANDARD_INPUT:
        return _read(path)
    place = str(Path(path).absolute())
    try:
        known = Path(path).stat()
    except (OSError, ValueError):
        return _read(path)
    article_id = store.article_of(place, known.st_size, known.st_mtime_ns)
    if article_id is not None and (body := store.derived(article_id, _PART)) is not None:
        return Summary(article_id, path, **json.loads(body))
    found = _read(path)
    if isinstance(found, Summary):
        body = json.dumps({k: v for k, v in asdict(found).items() if k not in ("article_id", "path")})
        store.keep_derived(found.article_id, _PART, body)
        store.keep_file(place, known.st_size, known.st_mtime_ns, found.article_id)
    return found


def _read(path: str) -> Summary | Problem:
    """The summary of a file that is read now."""
    try:
        return summarise(read(path))
    except IntakeError as error:
        return error.problem
