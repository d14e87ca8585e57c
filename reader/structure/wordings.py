"""How much a line speaks as pages do around their articles, where no rule knows it: its words weighed, and its form.

The words say most; numbers behind them, bars, gaps and brackets add, and what makes a line one of an article takes
away. Only lines over and under the text are weighed: inside an article the words of pages may be its topic. Lines are
seen on the `simplify` form.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from reader.lexicons.chrome import chrome_pattern
from reader.lexicons.page_words import page_weight, words_of
from reader.model.patterns import pattern
from reader.restoration.layout.lines import is_list_item
from reader.restoration.layout.marks import HANZI
from reader.structure.bars import is_number_to_call

_LONGEST = 60
"""A longer line is a sentence, whatever its words are, in code points."""
_COUNTED = pattern(rf"(?:{HANZI}{{1,4}}\s*[(]?\d+[)]?[\s|]*)+")
_PARTED = pattern(r"\S(?:\s*[|·丨/]\s*|\s{2,})\S")
_BRACKETED = pattern(r"(?:[\[【(][^\[\]【】()]{1,16}[\]】)]\s*){2,}")
_REACHED = chrome_pattern(r"[^:]{0,6}(?:联系|<contacts>)[^:]{0,6}:|[^:]{2,8}机构:|[^:]{2,12}:[\d\s()-]{3,}$")
"""Ways to reach somebody, which notices end with."""
_LABELLED = pattern(r"[\[【][^\]】]+[\]】]\s*[^\[【\s]")
"""A label in brackets before what it stands for."""
_QUOTED = pattern(r"“[^”]{5,}”")
_DATED = pattern(r"(?:19|20)\d\d年|\d{1,2}月\d{1,2}日|〔\d{4}〕")
_ENOUGH = 0.5
"""A line that weighs less may well be a headline."""
_GAP = pattern(r"[\s|·丨]+")
_SAYS = 4
"""A piece between gaps may be a name up to so many code points."""
_SET_OFF = 0.5
"""What the form of a bar adds."""


def _weight(words: Sequence[str]) -> float:
    """What words weigh, each as much as it is long."""
    return sum(page_weight(word) * len(word) for word in words) / sum(map(len, words)) if words else 0.0


def _says_more(text: str) -> bool:
    """Whether a piece between gaps is long enough to say something, and is no tool."""
    return any(len(piece) > _SAYS and _weight(words_of(piece)) < 0 for piece in _GAP.split(text))


_FEATURES: tuple[tuple[str, Callable[[str], bool], float], ...] = (
    ("words with the number of those who used them", lambda text: _COUNTED.fullmatch(text) is not None, _SET_OFF),
    ("pieces parted by bars or gaps", lambda text: _PARTED.search(text) is not None, _SET_OFF),
    ("beside tools something that is none", _says_more, -1.0),
    ("nothing but brackets", lambda text: _BRACKETED.fullmatch(text) is not None, _SET_OFF),
    ("a sentence", lambda text: text[-1] in "。;", -2.0),
    ("a clause", lambda text: text[-1] in ",、:", -1.0),
    ("an item of a list", is_list_item, -2.0),
    ("whom to ask", lambda text: is_number_to_call(text) or _REACHED.match(text) is not None, -4.0),
    ("what a label in brackets is for", lambda text: _LABELLED.match(text) is not None, -1.5),
    ("what somebody said", lambda text: _QUOTED.search(text) is not None, -1.0),
    ("a day or a number of a document", lambda text: _DATED.search(text) is not None, -1.0),
)
"""What the form of a line adds to the weight of its words, and what for."""


@lru_cache(maxsize=2_000)
def wording(text: str) -> float:
    """How much a line speaks as pages do: above 1 surely, about 0 not at all.

    >>> wording("脱水模式 打赏 只看楼主") > 0.5, wording("夯实农业基础") < 0, wording("他点了分享。") < 0
    (True, True, True)
    """
    words = words_of(text) if len(text) <= _LONGEST else []
    return _weight(words) + sum(added for _, holds, added in _FEATURES if holds(text)) if words else 0.0


def excess(text: str) -> float:
    """How much more a line speaks as pages do than headlines may; not above 0 for a headline.

    >>> excess("只看楼主 倒序") > 0, excess("网上办事不用跑") > 0
    (True, False)
    """
    return wording(text) - _ENOUGH
