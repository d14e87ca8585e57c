"""Texts for the tests of typesetting: made by hand to hold every rule, and generated."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from reader.model import Kind

PROSE = (
    "“热情服务、有诺必践”——这是来自办事企业的点赞（2022年11月7日15:35）。截至目前，全区累计受理既有住宅加装电梯344部，"
    "竣工投入使用超140部，开工在建100余部……《人民日报》第10版报道：投资372亿元，同比增长5.2%—6.1%，面积284万平方米！"
    "近日，GDP达到1,234.5亿元；COVID-19期间，“互联网+政务”App下载20多万次，详见https://www.example.com/a/b?c=1，"
    "三分之一的项目（含‘一口受理’“最多跑一次”）已落地？！"
)

PIECES = st.sampled_from(
    [
        *'中华人民共和国市南区的是了一二十百万第年，。、；：？！…—·“”‘’（）《》【】()/-" \u3000',
        *["——", "……", "12", "3.5%", "1,234", "GDP", "word", "亿元", "平方米", "http://a.b/c?d=e"],
        *["e\u0301", "👨\u200d👩\u200d👧", "🇨🇳", "葛\U000e0100", "한", "\u1112\u1161\u11ab", "ก็", "\u200b", "\x1b"],
    ]
)


def texts(max_size: int = 120) -> st.SearchStrategy[str]:
    """Texts in which every rule of typesetting meets every other."""
    return st.lists(PIECES, max_size=max_size).map("".join)


@dataclass(frozen=True)
class Paragraphs:
    """Paragraphs as they are stored."""

    paragraphs: tuple[tuple[Kind, str], ...]

    @property
    def count(self) -> int:
        return len(self.paragraphs)

    def kind(self, paragraph: int) -> Kind:
        return self.paragraphs[paragraph][0]

    def text(self, paragraph: int) -> str:
        return self.paragraphs[paragraph][1]

    def shown(self, paragraph: int, start: int, end: int) -> str:
        return self.paragraphs[paragraph][1][start:end]


def body(*texts: str) -> Paragraphs:
    """Body paragraphs."""
    return Paragraphs(tuple((Kind.BODY, text) for text in texts))
