"""What a whole article says of its figures before any sentence does: the place, the year, the kind of paper."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from reader.lexicons.places import find_places
from reader.lexicons.words import words

_HEADLINES = 3
"""Paragraphs at the beginning among which the headline and its lines are."""
_LONGEST_HEADING = 45
"""Code points of a paragraph that may be a heading."""
_PLACE = re.compile(
    r"(?:^|(?<=[^\u4e00-\u9fff\d“‘\"'])|(?<=[在年]))(?![年月日])[\u4e00-\u9fff]{2,3}?[省市区县镇乡村旗](?!委|政府|长|级|民|场|城)"
)
_NO_PLACE = re.compile(
    r"[无在全我本该各城先某新老农社地景校园街小辖]|.*(?:城市|都市|超市|股市|夜市|开发区|示范区|先进村|贫困.|自治区|特区|市区|城区|新区|高新区|社区|农村|地区|小区|园区|景区|山区|灾区)$"
)
_YEAR = re.compile(r"(?:19|20)\d{2}年(?:度(?!假))?")
_LEADING_TIME = re.compile(
    r"(?P<when>(?:19|20)\d{2}年|过去[一五]年|去年|今年(?:以来|上半年)?|[上下]半年|前三季度|[一1]季度)[,是来]"
)
_ITEM = re.compile(r"——|[(（][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十]是")
_SECTION = re.compile(r"[一二三四五六七八九十]+、|第[一二三四五六七八九十]+部分")
_PAST = re.compile(r"公报|年报|回顾|总结|(?:执行|完成|落实|推进)情况")
_TO_DO = re.compile(r"(?:打算|安排|计划|谋划|思路|目标|任务|草案|下一步|举措|预期)")
"""What heads a section that says what is to be done."""
_DEMANDS = re.compile(r"要求|规定")
"""What heads a section that says what must be done."""
_ISSUER = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{2,3}?[省市区县旗])[\u4e00-\u9fff]{0,14}?(?:局|委|厅|政府|办公室|中心|委员会)关于"
)
"""The body at the head of a paper that it is issued by."""
_RULES = re.compile(r"(?:规定|办法|条例|规则|细则|准则|守则)(?:[(（《][^)）》]*[)）》]?)?$")
_PLANS = re.compile(r"(?:通知|通告|公告|方案|规划|计划|意见|措施)(?:[(（《][^)）》]*[)）》]?)?$")
_PROFILE = re.compile(r"概况|简介|概览|县情|市情|区情|村情|百科")


class Paper(Enum):
    """What kind of paper an article is, as far as it bears on whether its figures have happened."""

    PAST = "past"
    """A bulletin or a report of what was done."""
    RULES = "rules"
    """Regulations."""
    PLANS = "plans"
    """A notice, plan or scheme of what is to be done."""
    PROFILE = "profile"
    """A description of a place as it is."""
    NEWS = "news"
    """Any other."""


@dataclass(frozen=True)
class Setting:
    """What the headline and the headings of an article say of the figures below them."""

    texts: Sequence[str]
    """The digested paragraphs in the `simplify` form."""

    @cached_property
    def _headlines(self) -> list[str]:
        return [text for text in self.texts[:_HEADLINES] if _is_heading(text)]

    @cached_property
    def paper(self) -> Paper:
        """What kind of paper the headline names."""
        marks = ((_PROFILE, Paper.PROFILE), (_PAST, Paper.PAST), (_RULES, Paper.RULES), (_PLANS, Paper.PLANS))
        found = (
            paper
            for pattern, paper in marks
            for line in self._headlines
            if pattern.search(line) and not _SECTION.match(line)
        )
        return next(found, Paper.NEWS)

    @cached_property
    def place(self) -> str | None:
        """The place whose paper it is, in the `simplify` form; None where the headline names none."""
        for line in self._headlines:
            named = [line[start:end] for start, end in find_places(line) if not splits_word(line, start)]
            named += [match[0] for match in _PLACE.finditer(line)]
            for name in named:
                if not _NO_PLACE.match(name) and self._is_spoken_of(name):
                    return name
            if (issuer := _ISSUER.match(line)) and not _NO_PLACE.match(issuer["place"]):
                return issuer["place"]
        if any("政府工作报告" in line for line in self._headlines) and any("我国" in text for text in self.texts):
            return "我国"
        return None

    def _is_spoken_of(self, name: str) -> bool:
        """Whether the text below the headline speaks of a place by its name or its kind."""
        short, whole = name[:-1], "全" + name[-1]
        return any(short in text or whole in text for text in self.texts[1:])

    @cached_property
    def periods(self) -> list[str | None]:
        """For each paragraph when its figures hold that say nothing of it themselves."""
        paper_year = next(
            (found[0] for line in self._headlines if self.paper is Paper.PAST and (found := _YEAR.search(line))), None
        )
        section, lead = paper_year, None
        periods: list[str | None] = []
        for text in self.texts:
            if _is_heading(text) and not _ITEM.match(text):
                found = _YEAR.search(text)
                if found and (_PAST.search(text) or _TO_DO.search(text)):
                    section = found[0]
                elif _TO_DO.search(text) or _DEMANDS.search(text):
                    section = None
                elif _SECTION.match(text):
                    section = paper_year
                lead = None
            elif not _ITEM.match(text):
                opening = _LEADING_TIME.match(text)
                lead = opening["when"] if opening else None
            periods.append(lead if lead and _ITEM.match(text) else section)
        return periods

    @cached_property
    def papers(self) -> list[Paper]:
        """For each paragraph the kind of paper that its section makes it: what a report plans is planned."""
        paper, papers = self.paper, []
        for number, text in enumerate(self.texts):
            if number and _SECTION.match(text) and _is_heading(text):
                ahead = _PAST.search(text) is None and self.paper in (Paper.PAST, Paper.NEWS)
                paper = self.paper
                if ahead and _DEMANDS.search(text):
                    paper = Paper.RULES
                elif ahead and _TO_DO.search(text):
                    paper = Paper.PLANS
            papers.append(paper)
        return papers


def _is_heading(text: str) -> bool:
    return len(text) <= _LONGEST_HEADING and "。" not in text and not text.endswith((":", ";", ","))


def splits_word(text: str, start: int) -> bool:
    """Whether a word of the dictionary crosses an offset: 振兴 in 振兴县域经济."""
    return start > 0 and text[start - 1 : start + 1] in words()
