"""An article and a digest in which every field is filled, for the exports."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from reader.model import (
    Article,
    Basis,
    Bound,
    Certainty,
    Decoded,
    Digest,
    Edit,
    Figure,
    FigureKind,
    Keyword,
    Kind,
    Measured,
    Member,
    Origin,
    Paragraph,
    PartialDate,
    Passage,
    Published,
    Reason,
    Restored,
    Script,
    Segment,
    Slogan,
    SloganKind,
    Span,
    Status,
)

SOURCE = "網(wǎng)信\n=提振士气*372亿元\n会?明\n首页"
EDITS = (
    Edit(1, 7, "", "annotation", Reason.of("layout.stray")),
    Edit(
        22,
        23,
        "議說",
        "shift",
        Reason.of("layout.wrapped", width="30"),
        Certainty.LIKELY,
        (Span(0, 1),),
    ),
)


def full_article() -> Article:
    """An article with every kind of paragraph that the exports tell apart."""
    restored = Restored(Decoded(SOURCE, (Segment(0, 0, len(SOURCE.encode()), "utf-8"),)), EDITS)
    kinds = (Kind.TITLE, Kind.BODY, Kind.CAPTION, Kind.FURNITURE)
    paragraphs, start = [], 0
    for kind, line in zip(kinds, restored.text.split("\n"), strict=True):
        paragraphs.append(Paragraph(kind, line, (Span(start, start + len(line)),)))
        start += len(line) + 1
    return Article(
        id="0" * 64,
        title="網信",
        subtitle="副题",
        kicker="引题",
        origin_source="人民日报",
        republished_by="中国西藏网",
        page="10",
        author="王玮",
        editor="甲",
        published=Published("2022-11-07", ("year",)),
        republished=Published("2022-11-07T15:35:00"),
        script=Script.TRADITIONAL,
        published_script=Script.SIMPLIFIED,
        paragraphs=tuple(paragraphs),
        restored=restored,
        origin=Origin("页\udcff.txt"),
        reported_from="拉萨",
        document_number="国发〔2021〕4号",
        places={"title": (Span(0, 8),)},
    )


def full_digest() -> Digest:
    """Findings of that article with every field filled somewhere."""
    words = Passage(1, 1, 5)
    return Digest(
        article_id="0" * 64,
        slogans=(
            Slogan(
                text="=提振士气",
                kind=SloganKind.NUMBERED,
                mentions=(words,),
                forms=("提振士气",),
                members=(
                    Member("提振", Basis.STATED, Passage(1, 1, 3)),
                    Member("攻坚", Basis.LEXICON, None),
                ),
                declared=2,
                says=(words,),
                proposed_by="市委",
                lexicon_source="市委一号文件，2024年",
                key="提振士气",
            ),
        ),
        figures=(
            Figure(
                text="372亿元",
                passage=Passage(1, 6, 11),
                kind=FigureKind.MONEY,
                value=Decimal("3.72E+10"),
                upper=Decimal("-1"),
                unit="元",
                bound=Bound.OVER,
                measured=Measured("士气", (Passage(1, 3, 5),)),
                of="全区",
                period="今年以来",
                compared="同比",
                status=Status.DONE,
                resolved="2022/2023",
            ),
            Figure("三分之一", words, FigureKind.RATIO, Fraction(1, 3)),
            Figure("3月3日", words, FigureKind.DATE, PartialDate("XXXX-03-03")),
        ),
        keywords=(Keyword("士气", 1, 0.5, (Passage(1, 3, 5),)),),
    )
