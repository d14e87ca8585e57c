"""Approximating and bounding words before and after a number."""

from __future__ import annotations

import re

from reader.model import Bound

_BEFORE = {
    Bound.OVER: "超过 超 逾 高于 多于 大于 超出",
    Bound.AT_LEAST: "至少 最少 起码 不下于 不下",
    Bound.ABOUT: "约 大约 大概 大致",
    Bound.NEARLY: "近 将近 接近 几近 几乎",
    Bound.UNDER: "不到 不足 低于 少于 小于 未到 未满 不满",
    Bound.AT_MOST: "不超 至多 最多",
}
_WORDS = {word: bound for bound, words in _BEFORE.items() for word in words.split()}
_DENIED = {
    "超过": Bound.AT_MOST,
    "高于": Bound.AT_MOST,
    "多于": Bound.AT_MOST,
    "大于": Bound.AT_MOST,
    "低于": Bound.AT_LEAST,
    "少于": Bound.AT_LEAST,
    "小于": Bound.AT_LEAST,
}
_WORDS |= {
    f"不{modal}{word}": bound for word, bound in _DENIED.items() for modal in ("", "得", "能", "应", "宜", "可", "会")
}
_WORDS |= {f"{never}{word}": bound for word, bound in _DENIED.items() for never in ("未", "没", "没有", "从未")}
_PREFIX = re.compile(rf"(?P<word>{'|'.join(sorted(_WORDS, key=len, reverse=True))})(?:达|达到|于)? ?$")
_PART_OF_WORD = {
    "近": "最附邻靠亲临逼就迫远相新",
    "约": "节签预合条契违邀誓特缔公制",
    "超": "赶反高",
    "不到": "达找得看做想遇见听感收意争",
}
"""Characters that make another word with the bounding word: 最近, 节约, 争不到."""
_VERBS_BEFORE = re.compile(r"(?P<word>(?:突破|超过|超出)了?|约(?:占|为|合|有|达|需)|约占[^,。;:]{1,16}的|达不到) ?$")
_VERB_BOUNDS = {"突": Bound.OVER, "超": Bound.OVER, "达": Bound.UNDER}
"""Bounds of those verbs by their first character."""
_LAST_OF_BOUND = frozenset(word[-1] for word in _WORDS) | frozenset("达到于破了占为合有需的 ")
"""Last characters of the words before a number that bound it."""
_FIRST_OF_SUFFIX = frozenset("及含以之左上许开")
_SUFFIX = re.compile(
    r"(?P<at_least>(?:及|含)?以上|之上)|(?P<at_most>(?:及|含)?以下(?!简)|以内|之内)|(?P<about>左右|上下(?!班|游|游戏)|许(?![多可诺]))"
    r"|(?P<over>开外)"
)
_SUFFIX_BOUNDS = {
    "at_least": Bound.AT_LEAST,
    "at_most": Bound.AT_MOST,
    "about": Bound.ABOUT,
    "over": Bound.OVER,
}
_BEFORE_VERB = re.compile(r"(?P<least>至少|最少|起码)|(?P<most>至多|最多)(?!的)")
"""Before a verb these bound the number behind it: 至少抽检一次."""
_VERB = re.compile(r"[\u4e00-\u9fff]{1,6}")
_STANDARD = re.compile(r"不(?:得|应|能|宜)?(?P<word>高于|超过|多于|低于|少于)[^,。;:\d]{1,8}的$")
"""Before a share these bound it by what it is a share of: 不高于市场价的七折."""
_LIMIT = re.compile(r"的[\u4e00-\u9fff]{2,4}?(?:以内|之内)")
"""Behind a number this makes it a limit: 335亿元的限额以内."""
_VERB_REACH = 20
"""Code points before a number within which a verb that bounds it is looked for."""
_REACH = 6
"""Code points before a number within which a bounding word is looked for."""


def bound_before(text: str, start: int) -> tuple[int, Bound | None]:
    """Where the figure begins with the bounding word before its number, and what that word says.

    >>> bound_before("竣工投入使用超140部", 7), bound_before("节约3亿元", 2)
    ((6, <Bound.OVER: '>'>), (2, None))
    """
    if text[start - 1 : start] not in _LAST_OF_BOUND:
        return start, _bound_of_verb(text, start)
    window = text[max(0, start - _REACH) : start]
    found = _PREFIX.search(window)
    if found:
        word = found["word"]
        at = start - len(window) + found.start()
        if text[at - 1 : at] not in tuple(_PART_OF_WORD.get(word, "")) or at == 0:
            return at, _WORDS[word]
    verb = _VERBS_BEFORE.search(text, max(0, start - _VERB_REACH), start)
    if verb:
        return start, _VERB_BOUNDS.get(verb["word"][0], Bound.ABOUT)
    if standard := _STANDARD.search(text, max(0, start - _VERB_REACH), start):
        return start, _DENIED[standard["word"]]
    return start, _bound_of_verb(text, start)


def _bound_of_verb(text: str, start: int) -> Bound | None:
    """What a word before the verb of a number says of it.

    >>> _bound_of_verb("每月至少抽检一次", 6), _bound_of_verb("最多的一次", 3)
    (<Bound.AT_LEAST: '>='>, None)
    """
    low = max(0, start - _REACH)
    if text.find("少", low, start) < 0 and text.find("多", low, start) < 0 and text.find("起码", low, start) < 0:
        return None
    found = _BEFORE_VERB.search(text, low, start)
    if found is None or not _VERB.fullmatch(text, found.end(), start) or text[start - 1] == "的":
        return None
    return Bound.AT_LEAST if found["least"] else Bound.AT_MOST


def bound_after(text: str, end: int) -> tuple[int, Bound | None]:
    """Where the figure ends with the bounding word after its unit, and what that word says.

    >>> bound_after("30亿元以上的大项目", 4)
    (6, <Bound.AT_LEAST: '>='>)
    """
    if text.startswith("的", end) and _LIMIT.match(text, end):
        return end, Bound.AT_MOST
    found = _SUFFIX.match(text, end) if text[end : end + 1] in _FIRST_OF_SUFFIX else None
    return (found.end(), _SUFFIX_BOUNDS[str(found.lastgroup)]) if found else (end, None)
