"""The types that everything else speaks in: frozen, and with nothing but the standard library."""

from reader.model.article import Article, ArticleId, Kind, Origin, Paragraph, Published, digested
from reader.model.digest import Digest, Keyword
from reader.model.edits import (
    LOST_CHARACTER,
    Certainty,
    Edit,
    Reason,
    apply_edits,
    check_disjoint,
    compose,
    without_overlaps,
)
from reader.model.figure import (
    Bound,
    Figure,
    FigureKind,
    Measured,
    PartialDate,
    Status,
    Value,
    number_text,
)
from reader.model.restored import Restored
from reader.model.script import Script
from reader.model.slogan import Basis, Member, Slogan, SloganKind
from reader.model.source import Decoded, Segment
from reader.model.spans import Passage, Place, Span, join_spans

__all__ = [
    "LOST_CHARACTER",
    "Article",
    "ArticleId",
    "Basis",
    "Bound",
    "Certainty",
    "Decoded",
    "Digest",
    "Edit",
    "Figure",
    "FigureKind",
    "Keyword",
    "Kind",
    "Measured",
    "Member",
    "Origin",
    "Paragraph",
    "PartialDate",
    "Passage",
    "Place",
    "Published",
    "Reason",
    "Restored",
    "Script",
    "Segment",
    "Slogan",
    "SloganKind",
    "Span",
    "Status",
    "Value",
    "apply_edits",
    "check_disjoint",
    "compose",
    "digested",
    "join_spans",
    "number_text",
    "without_overlaps",
]
