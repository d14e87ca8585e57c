"""Where a noun phrase begins and ends in the words of a clause."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.analysis.figures.quantity import Quantity
from reader.analysis.figures.words import phrase_words
from reader.lexicons.clauses import clause_words
from reader.lexicons.units import units
from reader.lexicons.verbs import is_verb
from reader.model import FigureKind

LINKS = clause_words("links")
SUBJECT_LINKS = clause_words("predicates")
_STOP = clause_words("edges")
ALSO_VERBS = clause_words("heads")
_NOMINAL = clause_words("nominal")
_ACTS = clause_words("acts")
_TAKING_OBJECTS = ("把", "用", "由")
"""Right behind these stands no predicate: 把抽检资源的60%."""
_STANDING = re.compile(r"在[校读建册职岗营园押训编保住]")
"""Before a noun these say what the counted are at: 在校学生."""
_SPECIAL = ("专项", "日常", "联合", "集中", "例行")
"""Before a verb these make it the name of an action: 专项抽检."""
_UPON = ("检查", "排查", "走访", "慰问", "查封", "查处", "表彰", "抽查", "督查", "处罚", "约谈", "曝光")
"""What is done to units and so is no name of one: 检查单位48家."""
_DEALINGS = (
    "办理",
    "审批",
    "申请",
    "申报",
    "报名",
    "登记",
    "审核",
    "审查",
    "受理",
    "检验",
    "验收",
    "报批",
    "评审",
    "备案",
    "招标",
)
_COURSE = ("环节", "时限", "材料", "流程", "程序", "周期", "手续", "费用", "事项", "时间", "条件")
"""Behind a dealing these make a noun with it: 办理环节, 申请材料."""
_ATTRIBUTIVE = ("相关", "有关")
"""Adjectives that the word table holds as verbs: 相关提案."""
_BOTH = _NOMINAL | {"组织"}
"""Words of doing that stand at the end of a name too: 慈善组织."""
_INTRANSITIVE = clause_words("intransitive")
_FOLLOWING = clause_words("following")
_GOVERNORS = frozenset(("为", "对", "向", "给", "让", "帮助", "助力"))
"""Before a noun these leave the verb behind it a verb: 为企业挽回损失."""
_PER_HEAD = ("户均", "人均", "平均")
"""Behind the counted these begin what each of them has: 2600户农户户均增收."""
ATTRIBUTED = ("人口", "人员", "人数", "面积", "里程", "额", "量", "率", "数", "费", "值", "度", "对象", "时长")
"""Before these a verb says of what kind they are: 常住人口, 执行额."""
_AUXILIARY = ("组织", "开展", "帮助", "计划", "参与", "进行", "负责", "推动", "加强", "继续", "协调")
"""Verbs that take another verb: 组织检修农机具."""
_EVENTS = ("活动", "项目", "工程", "服务", "措施", "政策", "标准", "技术", "运动", "展览", "课程", "赛事", "产品")
"""Nouns that verbs limit as well: 消夏避暑文旅活动."""
_OF_EVENTS = ("项", "场", "个", "次", "条", "款", "类", "种")
_ABSTRACT = (
    "时间",
    "时限",
    "周期",
    "价格",
    "标准",
    "水平",
    "效率",
    "比例",
    "占比",
    "比重",
    "规模",
    "速度",
    "能力",
)
"""Before these a verb behind a noun says of what kind they are: 企业开办时间."""
_DETERMINER = re.compile(r"[一这那每某]")
"""With a measure word behind it this begins a noun phrase: 每亩, 这个."""
_PRAISED = ("重点", "文明", "先进", "优秀", "示范", "百强", "劳动模范")
"""Behind 全国 or 全省 these make it part of a title: 全国重点文物保护单位."""
_YEARLY = ("年", "月", "日", "年均", "月均", "日均")
"""Before a noun these say of what time it is: 年均降水量."""
ATTRIBUTE_ENDS = ("级", "型", "式", "性", "制", "类")
"""Ends of attributes that the word table holds as verbs: 处级."""
_DONE_BEFORE = ("已", "共", "累计", "先后", "已经", "已累计", "均已")
_JOINS = frozenset("和及与或")
_PERSON_END = tuple("众员者民")
PLACE_END = ("省", "市", "区", "县", "州", "镇", "乡", "村", "局", "部", "委")
"""Ends of names that act and do not limit: 城阳区提拔."""
TIMES = ("次", "趟", "回", "遍")
"""Units of how often something happens; a verb behind them is what the one before them does: 网格员两次上门."""
_OF_ACTIVITY = ("次", "场", "轮", "期", "项", "场次")
"""Units of what is done."""
_DOERS = ("名", "位", "人", "户", "家")
"""Units of those who do something: 45家企业申报专利."""
PERSONAL_UNITS = ("人", "户", "次", "人次", "名", "位", "起", "例")


def only_links(text: str) -> bool:
    """Whether the words between a noun and a number say only how much: 累计下降.

    >>> only_links("累计下降"), only_links("改造小区")
    (True, False)
    """
    return all(word in LINKS or word in SUBJECT_LINKS or word in _STOP for word in phrase_words(text))


def only_doing(text: str) -> bool:
    """Whether the words between two figures of one list say only what was done: 、改造提升.

    >>> only_doing("、改造提升"), only_doing("、绿化荒山")
    (True, False)
    """
    return all(
        word in LINKS or word in _STOP or word in "、," or word in ALSO_VERBS or is_predicate(word)
        for word in phrase_words(text)
    )


def measured_of_each(words: Sequence[str]) -> int:
    """Code points at the end of a noun that name what is measured of the counted: 降雨量 in 36个乡镇降雨量超过200毫米.

    >>> measured_of_each(("乡镇", "降雨量")), measured_of_each(("行政", "村"))
    (3, 0)
    """
    return len(words[-1]) if len(words) > 1 and _is_rate(words[-1]) else 0


def ends_in_doing(words: Sequence[str]) -> bool:
    """Whether the last word says what the noun before it does: 开行 in 中欧班列开行1488列.

    >>> ends_in_doing(("中欧班列", "开行")), ends_in_doing(("小区", "改造"))
    (True, False)
    """
    return len(words) > 1 and words[-1] in ALSO_VERBS and words[-1] not in _BOTH and _is_noun(words[-2])


def words_of_doing(parts: Sequence[str]) -> int:
    """How many words at the end say that something was done to the subject: 已开展 in 活动已开展60余场."""
    length = 0
    while length < len(parts) and (is_predicate(parts[-1 - length]) or parts[-1 - length] in ALSO_VERBS):
        length += 1
    adverb = length < len(parts) and parts[-1 - length] in _DONE_BEFORE
    return length + 1 if length and adverb else 0


def noun_words_backward(parts: list[str], *, subject: bool) -> list[str]:
    """The words of the noun phrase that ends a list of words, in reading order."""
    taken: list[str] = []
    skipped = len(parts)
    for at in range(len(parts) - 1, -1, -1):
        if at >= skipped:
            continue
        word, before = parts[at], parts[at - 1] if at else ""
        if word in "”’" and (opened := _opening_before(parts, at)) is not None and taken:
            taken[:0] = parts[opened : at + 1]
            skipped = opened
            continue
        is_edge = _is_edge(word, before, taken)
        if is_edge or word[0].isdigit() or (word == "计划" and (not before or before in _STOP)):
            break
        if is_predicate(word) and _governs_noun(parts, at, taken, subject=subject):
            break
        taken.insert(0, word)
    taken = _behind_verb(taken, parts)
    while taken and (taken[0] in _JOINS or (not subject and is_leading_verb(taken))):
        taken.pop(0)
    return taken


def _governs_noun(parts: Sequence[str], at: int, taken: Sequence[str], *, subject: bool) -> bool:
    """Whether a verb is the predicate, so that the noun phrase begins behind it, and not a limit of the noun."""
    word, before = parts[at], parts[at - 1] if at else ""
    if taken and before in _TAKING_OBJECTS:
        return False
    if taken and (word in _INTRANSITIVE or _STANDING.fullmatch(word) or _is_course(word, taken[0])):
        return False
    if not taken:
        return not subject and word not in _NOMINAL and not _ends_compound(parts[:at])
    if not before and taken[0] not in _YEARLY and _is_rate(taken[-1]) and word not in LINKS and word not in ALSO_VERBS:
        return False
    if taken[0] in ATTRIBUTED or (taken[0] in _ABSTRACT and _is_noun(before)):
        return False
    if len(taken) == 1 and word not in LINKS and _is_outer_verb(before):
        return False
    if not {word, taken[0]} & _NOMINAL and not _is_rate(taken[-1]) and _is_ungoverned(parts[:at]):
        return True
    if taken[0] in _JOINS or before == "的" or (word in _NOMINAL and is_predicate(before)):
        return False
    if _modifies(before) and _GOVERNORS.isdisjoint(parts[max(0, at - 4) : max(0, at - 1)]):
        return False
    return not (subject and not before and len(taken) < 2)


def _is_edge(word: str, before: str, taken: Sequence[str]) -> bool:
    """Whether a noun phrase begins behind a word."""
    if word == "有效" and taken and not is_predicate(taken[0]):
        return False
    if word in _YEARLY and taken:
        return False
    if word[0] == "全" and taken and taken[0].startswith(_PRAISED):
        return False
    if len(word) == 2 and _DETERMINER.match(word) and (unit := units().get(word[1])) and not unit.digits:
        return True
    return word in _STOP and not (word == "中" and taken and not before)


def _is_outer_verb(word: str) -> bool:
    """Whether a word governs the verb and noun behind it, which are one name then: 新增 before 停车泊位."""
    return word not in _STOP and word not in _AUXILIARY and (is_predicate(word) or word in ALSO_VERBS)


def _is_rate(word: str) -> bool:
    """Whether a noun is a share or amount, which a verb limits: 签约服务覆盖率."""
    return word.endswith(("率", "额", "量", "度", "数", "值", *_ABSTRACT))


def _opening_before(parts: Sequence[str], closing: int) -> int | None:
    """Where the quotation begins that a closing mark ends."""
    for at in range(closing - 1, max(-1, closing - 12), -1):
        if parts[at] in "“‘":
            return at
    return None


def _is_ungoverned(parts: Sequence[str]) -> bool:
    """Whether a clause so far is only a subject, so that the verb behind it is its predicate: 村里 in 村里流转土地."""
    if not parts or not _is_noun(parts[-1]):
        return False
    return not any(
        is_predicate(word) or word in ALSO_VERBS or word in _GOVERNORS or word in "的把将被" for word in parts
    )


def _behind_verb(taken: list[str], parts: Sequence[str]) -> list[str]:
    """The object where the words are subject, verb and object: 企业节约成本."""
    outer = parts[: len(parts) - len(taken)]
    governed = bool(outer) and outer[-1] in _GOVERNORS
    if any(is_predicate(word) or word in ALSO_VERBS for word in outer[-2:]):
        return taken
    for at in range(len(taken) - 2, 0, -1):
        follows = taken[at + 1]
        if taken[at] not in ALSO_VERBS or taken[at] in _NOMINAL or follows in _NOMINAL or "的" in taken[at + 1 :]:
            continue
        if governed and _is_noun(follows):
            return taken[at + 1 :]
        if (
            _is_noun(taken[at - 1])
            and _is_noun(follows)
            and not follows.startswith((*_FOLLOWING, *ATTRIBUTED, *_ABSTRACT))
        ):
            return taken[at + 1 :]
    return taken


def is_leading_verb(words: Sequence[str]) -> bool:
    """Whether the first of the words governs the others: 改造 in 改造老旧小区, not in 改造项目."""
    if len(words) < 2 or words[0] not in ALSO_VERBS or _is_course(*words[:2]):
        return len(words) > 1 and words[0].startswith("新") and words[0][1:] in _ACTS
    return words[1] not in _FOLLOWING or (words[1] == "单位" and words[0] in _UPON)


def _is_course(word: str, following: str) -> bool:
    """Whether a verb says whose steps or papers the noun behind it names: 办理环节."""
    return word in _DEALINGS and following in _COURSE


def is_predicate(word: str) -> bool:
    """Whether a word is a verb or two verbs in one: 投入使用."""
    if word.endswith(ATTRIBUTE_ENDS):
        return False
    if word.startswith("新") and word[1:] in _ACTS:
        return True
    if is_verb(word) or len(word) != 4 or not is_verb(word[:2]):
        return is_verb(word)
    return is_verb(word[2:]) or (word[2:] in ALSO_VERBS and word[2:] not in _BOTH)


def _modifies(before: str) -> bool:
    """Whether the word before a verb is a noun that it belongs to: 住宅 in 住宅加装电梯."""
    is_place = len(before) > 2 and before.endswith(PLACE_END)
    return _is_noun(before) and not is_place and not before.endswith(_PERSON_END)


def _is_noun(word: str) -> bool:
    """Whether a word is none of those that join, bound or govern a noun phrase."""
    if not word or word in _STOP or word in LINKS or word in ALSO_VERBS or is_predicate(word):
        return False
    return word[0] >= "\u4e00"


def _ends_compound(before: Sequence[str]) -> bool:
    """Whether a verb behind these words is the head of a compound: 演出 in 文化惠民演出."""
    if before and is_predicate(before[-1]):
        before = before[:-1]
    return bool(before) and _is_noun(before[-1])


def noun_length_forward(parts: Sequence[str], quantity: Quantity) -> int:
    """Code points of the noun phrase that begins a list of words."""
    length = 0
    if parts and quantity.unit in TIMES and is_verb(parts[0]) and parts[0] not in _NOMINAL:
        return 0
    if quantity.unit in _OF_EVENTS and _names_event(parts):
        return sum(map(len, parts))
    if parts and parts[0] == "地" and quantity.kind is FigureKind.AREA:
        return 1
    for at, word in enumerate(parts):
        following = parts[at + 1] if at + 1 < len(parts) else ""
        if word in _STOP or word in _PER_HEAD or word[0].isdigit() or (word in LINKS and not length):
            break
        if word in _JOINS and (not length or not following or is_verb(following) or following[0] == "最"):
            break
        is_last = not following and at > 0 and parts[at - 1] in _ATTRIBUTIVE
        is_attribute = word in _NOMINAL and (is_last or following in _NOMINAL or _is_noun(following))
        if len(word) == 1 and following in ("了", "出", "着"):
            break
        if length and len(word) == 4 and word[:2] in _STOP:
            break
        if word == "计划" and (length or not following):
            break
        is_attribute = is_attribute or word[2:] in _FOLLOWING or (at > 0 and parts[at - 1] in _SPECIAL)
        if is_verb(word) and not is_attribute and (length or _begins_predicate(following, quantity)):
            break
        if length and word in LINKS and not _is_noun(following):
            break
        is_head = word in ALSO_VERBS and not _is_activity(word, quantity)
        if length and is_head and not (_is_noun(following) or following in _NOMINAL):
            break
        if length and is_head and quantity.unit in _DOERS and word not in _BOTH and following not in _FOLLOWING:
            break
        length += len(word)
    return length


def _names_event(parts: Sequence[str]) -> bool:
    """Whether all the words to the end of the clause are the name of something that is done or offered."""
    if not 1 < len(parts) <= 6 or parts[-1] not in _EVENTS:
        return False
    return not any(word in _STOP or word in LINKS or word in ALSO_VERBS or word in _AUXILIARY for word in parts[:-1])


def _is_activity(word: str, quantity: Quantity) -> bool:
    """Whether a word of action is what is counted: 两次耕地保护巡查."""
    return quantity.unit in _OF_ACTIVITY and word in _NOMINAL


def _begins_predicate(following: str, quantity: Quantity) -> bool:
    """Whether a verb behind the unit says what happens to the counted, not of what kind they are."""
    return not following or quantity.unit in PERSONAL_UNITS or following in _STOP or is_verb(following)
