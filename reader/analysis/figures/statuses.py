"""Whether what a figure counts has happened, is under way, expected, planned or required."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from reader.analysis.figures.quantity import Quantity
from reader.analysis.figures.setting import Paper
from reader.analysis.figures.words import cut, phrase_words
from reader.lexicons.clauses import clause_words
from reader.lexicons.verbs import is_verb
from reader.model import Bound, FigureKind, Status

# Each alternative begins with a character, looking back only behind it: the engine skips to those characters.
_AHEAD = (
    (
        Status.EXPECTED,
        re.compile(
            r"预计|预期(?!寿命|目标|管理)|预测|有望|估计|达产后(?!的)|建成后(?!的)|投产后(?!的)|投用后(?!的)|竣工后(?!的)|完工后(?!的)|达效后(?!的)|可(?=实现|形成|新增|带动|吸纳|年产|安排|提供|创造)"
        ),
    ),
    (
        Status.PLANNED,
        re.compile(
            r"将(?!近|军|领|士)|力争(?!上游)|计划(?=[投新建总在到将于实完开改用造种招引发培推举办拨])|打算|想(?=[租买建办投扩])|拟(?=[投新建于在发安实开按])(?!定于)|争取(?=[到在实完于])"
            r"|目标[是为]|到(?<![\u4e00-\u9fff]到)[^,。;]{0,4}年(?:底|末)?(?=[,\u4e00-\u9fff])|预期目标"
        ),
    ),
    (
        Status.REQUIRED,
        re.compile(
            r"必须|应当|不得|应(?=[由在于按自])|须(?=[在于经由按自])|确保|严禁|不准|要求(?=[,:])|要(?<![主需重纲摘提概次紧]要)(?!求|看到|清醒|认识到|知道|紧|么)"
        ),
    ),
)
_NOW = (
    (Status.UNDER_WAY, re.compile(r"正在|在建|推进中|进行中|施工中|办理中")),
    (
        Status.DONE,
        re.compile(
            r"已(?!故)|累计|完成|实现|达到|突破|建成(?!后)|竣工(?!后)|了(?![解])|共(?<![公总一]共)(?![同建享识产治青和])|截[至止]|取得|提拔|晋升|召开|促成|发现|提出"
            r"|举办|举行|新增|选派|出动|去年(?<![比较]去年)(?!同期)|前年(?<![比较]前年)(?!同期)|今年以来|先后|过去"
        ),
    ),
)
_CHANGED = (
    Status.DONE,
    re.compile(
        r"缩短[至到]|压缩[至到]|增[至到]|升[至到]|降[至到]|减[至到]|扩大到|增长|增加(?!值)|下降|下跌|上涨|上升|提高(?!到)|减少"
    ),
)
"""What has changed is said of its own clause only."""
_SPAN_AHEAD = re.compile(r"(?:未来|今后|过去|近|最近|用)$")
_SAID_ANEW = re.compile(r"已(?!故)|正在|目前|当前|截[至止]|了(?=[,;])|[,;]今年以来")
_REGULAR = re.compile(
    r"每[一半两三\d]?个?[年月周季天日](?!度?(?:已|共|累计))[^,。;]{0,12}(?:次|至少|召开|开展|组织|举办)"
)
"""What is done again and again is neither done nor planned."""
_DOING = clause_words("heads") - clause_words("nominal")
_REACH = 30
"""Code points of a clause in which its verb is looked for."""
_WILL_DO = clause_words("coming")
_CLAUSE_END = re.compile(r"[,;:。!?…]")
_GONE = re.compile(r"去年|前年|(?:19|20)\d{2}年|以来|过去|上月|昨|前[两二三]?个?季度|上半年|截[至止]|[一1]季度")
"""Times that have passed when a paper speaks of them without a word of the future."""
_STATIVE = re.compile(
    r"总投资|占地|位于|地处|海拔|面积|全长|可|能|每|拥有|共有|设有|寿命|平均|占|居住|优于|承担|规模|补贴|标准|价格|人口|民族|要|前的|应|属|相距|距"
)
"""What is so and has not come about."""
_AIM = re.compile(r"的[^,。;]{0,6}?(?:目标|任务)(?=[,。;、]|$)")
"""Behind a figure this makes it what is aimed at: 800亿斤的总体目标."""
_ALREADY = re.compile(r"已|累计|截[至止]|先后|目前|去年|过去|正在|在建|了(?!解)")
"""What a notice or regulation needs to say for a figure to be done."""
_OF_SPEECH = ("方面", "部分", "板块", "层面", "字")
"""Units of what is said; nothing of it happens."""
_DAYS = re.compile(r"[天日时]数")
"""Nouns of days and hours that were counted, not of how long something takes."""
_BINDING = (Paper.RULES, Paper.PLANS)
"""Papers that say what is to be done."""
_LIMITS = (Bound.AT_MOST, Bound.AT_LEAST, Bound.UNDER)
_LIMITING = re.compile(r"限(?:领|额|购|时)?$|最多|最高|最低|至少|原则上|不得")
_TIMELESS = (FigureKind.DATE, FigureKind.TIME, FigureKind.VERSION, FigureKind.ANGLE)


@dataclass(frozen=True)
class StatusMarks:
    """The words of a paragraph that say whether something has happened, read once."""

    text: str
    """The paragraph in the `simplify` form."""
    paper: Paper = Paper.NEWS
    """What kind of paper it is in."""

    @cached_property
    def _ahead(self) -> list[tuple[int, Status]]:
        return _found(self.text, _AHEAD)

    @cached_property
    def _now(self) -> list[tuple[int, Status]]:
        return _found(self.text, _NOW)

    @cached_property
    def _changed(self) -> list[tuple[int, Status]]:
        return _found(self.text, (_CHANGED,))

    @cached_property
    def _said_anew(self) -> list[int]:
        return [match.start() for match in _SAID_ANEW.finditer(self.text)]

    @cached_property
    def _clause_starts(self) -> list[int]:
        return [0, *(match.end() for match in _CLAUSE_END.finditer(self.text))]

    def status_of(self, quantity: Quantity, sentence_start: int, period: str | None = None) -> Status | None:
        """The status that the words of its sentence before a figure give it.

        The clause of the figure speaks first. 将 and its like govern the whole list that follows: an earlier clause
        decides where the clause itself says nothing of the future and nothing says anew what is done.
        """
        if quantity.kind in _TIMELESS or self.is_threshold(quantity):
            return None
        number = quantity.number_start
        if quantity.kind is FigureKind.DURATION and _SPAN_AHEAD.search(self.text, max(0, number - 2), number):
            return None
        if _AIM.match(self.text, quantity.end):
            return Status.PLANNED
        clause_start = self._clause_starts[bisect_right(self._clause_starts, number) - 1]
        at, ahead = _last_before(self._ahead, number)
        if ahead is Status.EXPECTED and ";" in self.text[at:number]:
            ahead = None
        if ahead and at >= sentence_start:
            anew = bisect_left(self._said_anew, number) - 1
            if at >= clause_start or anew < 0 or self._said_anew[anew] <= at:
                return ahead
        if quantity.kind is FigureKind.FREQUENCY:
            return Status.REQUIRED if self.paper in _BINDING and quantity.bound in _LIMITS else None
        if _REGULAR.search(self.text, max(clause_start, number - _REACH), number):
            return None
        if self.paper in _BINDING and not _ALREADY.search(self.text, clause_start, number):
            return self._of_paper(quantity, clause_start, period)
        at, changed = _last_before(self._changed, number)
        if at >= clause_start:
            return changed
        at, now = _last_before(self._now, number)
        goes_on = at >= clause_start or _has_verb(self.text[max(clause_start, number - _REACH) : number])
        if at >= sentence_start and goes_on:
            return now
        return self._of_paper(quantity, clause_start, period)

    def is_threshold(self, quantity: Quantity) -> bool:
        """Whether a figure only says how large the things behind it are: 30亿元以上的大项目."""
        if quantity.kind in (FigureKind.COUNT, FigureKind.PERCENT, FigureKind.DURATION):
            return False
        ends = self.text[quantity.end - 2 : quantity.end] in ("以上", "以下")
        return ends and self.text[quantity.end : quantity.end + 1] >= "\u4e00"

    def _of_paper(self, quantity: Quantity, clause_start: int, period: str | None) -> Status | None:
        """The status that the kind of paper, the time or the verb of the clause gives where no word says it."""
        clause = self.text[max(clause_start, quantity.number_start - _REACH) : quantity.number_start]
        if self.paper in _BINDING:
            return self._of_order(quantity, clause)
        is_counted = self.paper is Paper.PAST and _DAYS.search(clause) is not None
        if (quantity.kind is FigureKind.DURATION and not is_counted) or quantity.unit in _OF_SPEECH:
            return None
        if self.paper is Paper.PAST or (period is not None and _GONE.search(period)):
            return Status.DONE
        if self.paper is Paper.NEWS and not clause.endswith("的") and not _STATIVE.search(clause) and _has_verb(clause):
            return Status.DONE
        return None

    def _of_order(self, quantity: Quantity, clause: str) -> Status | None:
        """A limit is required; what a notice or plan says besides is planned."""
        within = quantity.kind is FigureKind.DURATION and self.text.startswith("内", quantity.end)
        if within or quantity.bound in _LIMITS or _LIMITING.search(clause):
            return Status.REQUIRED
        if self.paper is Paper.PLANS and quantity.kind is not FigureKind.DURATION:
            return Status.PLANNED
        return None


def _has_verb(clause: str) -> bool:
    """Whether a clause says what is done, so that an earlier clause may say when; 总投资80亿元 only states a level."""
    return clause.startswith("其中") or any(is_verb(word) or word in _DOING for word in phrase_words(clause))


def _last_before(marks: list[tuple[int, Status]], offset: int) -> tuple[int, Status | None]:
    index = bisect_left(marks, offset, key=lambda mark: mark[0]) - 1
    return marks[index] if index >= 0 else (-1, None)


def _found(text: str, table: tuple[tuple[Status, re.Pattern[str]], ...]) -> list[tuple[int, Status]]:
    """Where the words of a table stand, in reading order."""
    found = [
        (match.start(), status)
        for status, pattern in table
        for match in pattern.finditer(text)
        if match[0] not in ("将", "要") or _governs_verb(text, match.end())
    ]
    return sorted(found, key=lambda mark: mark[0])


def _governs_verb(text: str, end: int) -> bool:
    """Whether 将 or 要 stands before a verb, not before an object (将服务渗透到)."""
    words = cut(text[end : end + 8])
    return bool(words) and (is_verb(words[0]) or words[0] in _WILL_DO or words[0][:2] in _WILL_DO)
