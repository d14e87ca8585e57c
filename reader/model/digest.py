"""What was found in one article."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model.article import ArticleId
from reader.model.figure import Figure
from reader.model.slogan import Slogan
from reader.model.spans import Passage


@dataclass(frozen=True, slots=True)
class Keyword:
    """A word that stands out against the background of the language."""

    text: str
    """The word in the script of the text."""
    count: int
    """How often it stands in the article."""
    score: float
    """How much it stands out; higher is more."""
    mentions: tuple[Passage, ...]
    """Where it stands, in reading order."""


@dataclass(frozen=True, slots=True)
class Digest:
    """The findings of one article; every one has a place in it."""

    article_id: ArticleId
    """The article they were found in."""
    slogans: tuple[Slogan, ...]
    """In the order of their first mention."""
    figures: tuple[Figure, ...]
    """In reading order."""
    keywords: tuple[Keyword, ...]
    """Highest score first; empty until words are asked for."""
