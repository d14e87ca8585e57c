"""What is mended in OpenCC's conversion: word borders, single words, surnames, usual forms, and 着."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from reader.lexicons.words import frequency

_PATH = Path(__file__).parent / "overlay.toml"

_ROLES = (
    "记者|通讯员|作者|编辑|责编|摄影|书记|主任|局长|区长|县长|市长|院长|校长|同志|主席|部长|代表|教授|经理|队长|村民|叫"
)
_NAME_ENDS = r"(?=[\u4e00-\u9fff]{1,2}(?:[\s）)】、，,。；;：:/]|$))"

_WRITING = r"(?<![显名原巨专译论编卓昭合遗拙所])(?:(?<!署)|(?<=部署))著(?![作名称者述书录])(?!有《)(?!于世)"
_ZHUO = re.compile(f"著(?=[力眼手急陆落迷火实装色想])|(?<=[随沿朝味绕跟趁冒])著|{_WRITING}")
"""著 where Simplified writes 着: everywhere but in writing books and being known."""


@cache
def tables() -> dict[str, dict[str, str]]:
    """The tables of `overlay.toml` by name: `traditional`, `simplified`, `usual`, `taiwan`, `surnames`."""
    return tomllib.loads(_PATH.read_text(encoding="utf-8"))


@cache
def _surname() -> re.Pattern[str]:
    return re.compile(f"(?:{_ROLES})[ \u3000]?([{''.join(tables()['surnames'])}]){_NAME_ENDS}")


@cache
def _simplified_words() -> re.Pattern[str]:
    return re.compile("|".join(sorted(tables()["simplified"], key=len, reverse=True)))


@cache
def _taiwan_words() -> re.Pattern[str]:
    return re.compile("|".join(sorted(tables()["taiwan"], key=len, reverse=True)))


@cache
def _usual() -> dict[int, str]:
    return {ord(old): new for old, new in tables()["usual"].items()}


def mend_surnames(simplified: str, traditional: str) -> str:
    """Give surnames after a role their own character.

    >>> mend_surnames("（记者于晓）", "（記者於曉）"), mend_surnames("记者于昨日，", "記者於昨日，")
    ('（記者于曉）', '記者於昨日，')
    """
    mended = list(traditional)
    for found in _surname().finditer(simplified):
        at = found.start(1)
        given = re.match(r"[\u4e00-\u9fff]{1,2}", simplified[at + 1 :])
        if given and len(given[0]) == 2 and frequency(given[0]):
            continue
        mended[at] = tables()["surnames"][found[1]]
    return "".join(mended)


def mend_simplified(text: str) -> str:
    """Finish what the dictionaries leave open on the way to Simplified.

    >>> mend_simplified("著力计画，向著名著作"), mend_simplified("本土著力, 显著")
    ('着力计划，向著名著作', '本土着力, 显著')
    """
    words = tables()["simplified"]
    return _ZHUO.sub("着", _simplified_words().sub(lambda found: words[found[0]], text))


def to_usual_forms(text: str) -> str:
    """The usual Traditional forms in the place of OpenCC's standard.

    >>> to_usual_forms("爲羣衆纔啓")
    '為群眾才啟'
    """
    return text.translate(_usual())


def to_taiwan(text: str) -> str:
    """What Taiwan writes otherwise, over its variants.

    >>> to_taiwan("平臺、臺賬")
    '平台、臺帳'
    """
    words = tables()["taiwan"]
    return _taiwan_words().sub(lambda found: words[found[0]], text)
