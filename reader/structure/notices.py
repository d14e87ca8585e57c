"""What a site says of itself: rights, sources, ways to reach it, who runs it. Seen on the `simplify` form."""

from __future__ import annotations

from reader.lexicons.chrome import chrome_pattern
from reader.model.patterns import pattern

_TOPICS = tuple(
    map(
        chrome_pattern,
        (
            r"版\s*权\s*所\s*有|<notice_rights>",
            r"<notice_views>|仅供参考|(?:信息|储存|存储|发布).{0,4}(?:服务|平台)。?$",
            "<notice_infringement>",
            r"未经.{0,12}授\s*权|书\s*面\s*授\s*权|<notice_permission>",
            "<notice_reprint>",
            "<notice_scope>",
            r"<notice_register>|许可证[a-z\d]",
            "<notice_reach>",
            "<notice_origin>",
            "<notice_follow>",
        ),
    )
)
"""What notices speak of."""
_HINT = chrome_pattern("<notice_hints>")
"""Without one of these a line is no notice; one look for all of them spares a look for each topic."""
_OPERATORS = chrome_pattern("(?:<operators>)(?:单位)?[::]")
_RUN_BY = pattern(r"\s(?:主办|承办|主管|主管主办|技术支持|版权所有)$")
_CONTACT = chrome_pattern("(?:<contacts>)(?:单位)?[::]")
_PER_NOTICE = 150
"""A notice speaks of another of its topics at least once in so many code points."""
_START = pattern(
    r"[\[(【*※◎]?\s*(?:(?:版权|免责|特别|郑重|风险|本[网站报])(?:声明|提示|免责声明)\s*[::】\])]|版\s*权\s*所\s*有(?![者的人]|,\s?(?:是|不是|就))|凡(?:本[网站报]|注[明有]|署|标注|来源)|copyright|©|&copy;)"
)
_TITLE = pattern(r"[^。,]{0,12}(?:版权|免责)[^。,]{0,8}(?:声明|条款|须知|提示)")
_OF_ITSELF = chrome_pattern(r"<notice_itself>|(?:版权|独家)\s*所\s*有|未\s*经.{0,12}(?:不得|禁止)")
"""What a notice says of its own page, and an article about rights does not."""
_TOLD = pattern(
    r"\d[多余]?(?:件|起|项|家|次|户|处|场|[万亿%])|近年来|今年以来|记者|[一-鿿]{2}(?:表示|指出|认为|介绍|强调)[,:]|“[^”]{4,200}”"
)
"""What an article on rights and complaints tells, and a notice does not."""
_CODE = pattern(r"(?:icp[备证]|网安备|许可证)[^,。]{0,6}\d{3,}|icp备[^,。]{0,6}\d|标识码\s*[::]?[a-z]{0,2}\d{5,}")
"""The number under which a site is registered."""
_FAREWELL = pattern(
    "^(?:以上|上述|如上)(?:就是|便是|即是|是|为|内容)[^。]{0,80}(?:全部|相关|所有)?内容|希望[对能][^。]{0,16}帮助。?$"
)
"""How a site ends what it copied."""
_SERVICE = chrome_pattern(
    r"^您?访问的链接即将离开|^本文(?:来自|转载自|首发于|经授权)[^。]{2,46}$|^今天是.{4,30}(?:星期|欢迎)|对[^。]{0,20}(?:留言|评论|用户)[^。]{0,30}(?:权利|删除)"
    r"|<notice_service>"
)
"""What a site asks of those who use it."""
_MIRROR = chrome_pattern("<mirrors>")


_PICTURES = pattern(
    r"\W?(?:本文|文中|文内|以上|本版|本组)(?:所有)?(?:图片|照片|配图|视频|图文)均?(?:由|来自|来源)[^。,]{2,24}[。)]?"
)
"""Where the pictures of a page are from, told under it."""


_SENTENCE_END = pattern("[。!?]")
_TEXT_BEFORE = 3
"""A line that speaks of something else for so many sentences first is text that a notice was glued to."""


def is_notice(text: str) -> bool:
    """Whether a line speaks of rights, sources and ways to reach the site.

    >>> is_notice("版权声明:凡注明来源的作品,转载须注明。"), is_notice("要加强版权保护,打击侵权。")
    (True, False)
    >>> is_notice("本文图片由县委宣传部提供"), is_notice("本组图片由三名摄影家历时三年拍成,今天展出。")
    (True, False)
    """
    if _PICTURES.fullmatch(text):
        return True
    if not _HINT.search(text) or is_text_first(text):
        return False
    if text[0] == "“" and text.count("“") > text.count("”"):
        text = text[1:]
    if _FAREWELL.search(text) or (_SERVICE.search(text) and len(text) <= 200 and not _TOLD.search(text)):
        return True
    kinds = topics(text)
    if _START.match(text):
        return kinds >= 1 and (_TOLD.search(text) is None or kinds >= 3)
    if _CODE.search(text) and len(text) <= 200 and "。" not in text:
        return True
    itself = _OF_ITSELF.search(text)
    if kinds < 2 or itself is None or len(text) > _PER_NOTICE * kinds:
        return False
    return _TOLD.search(text) is None


def is_notice_title(text: str) -> bool:
    """Whether a line is the title of a notice, under which its points stand.

    >>> is_notice_title("大众网版权与免责声明"), is_notice_title("版权声明不是一纸空文。")
    (True, False)
    """
    return ("版权" in text or "免责" in text) and _TITLE.fullmatch(text.rstrip(":")) is not None


def topics(text: str) -> int:
    """Of how many of its topics a notice speaks here."""
    if not _HINT.search(text):
        return 0
    return sum(topic.search(text) is not None for topic in _TOPICS)


_PRESS = chrome_pattern("<press>|(?:广告|发行|总编室|值班)[部热]?[电线话]?[::]")
"""What a paper says of itself at the foot of its page; two of them are an imprint."""


def is_imprint(text: str) -> bool:
    """Whether a line below an article speaks of the site at all; inside one it may be the topic.

    >>> is_imprint("主办:区人民政府 承办:办公室"), is_imprint("扫描二维码关注我们的公众号"), is_imprint("特此通知")
    (True, True, False)
    """
    if _RUN_BY.search(text) and len(text) <= 40:
        return True
    if len(text) <= 160 and len({found.group() for found in _PRESS.finditer(text)}) >= 2 and "。" not in text:
        return True
    operators = len(_OPERATORS.findall(text))
    if operators >= 2 or (operators and _CONTACT.search(text)):
        return True
    if is_notice_title(text) or (_MIRROR.search(text) and _TOLD.search(text) is None):
        return True
    return _TOLD.search(text) is None and topics(text) > 0 and not is_text_first(text)


def is_text_first(text: str) -> bool:
    """Whether a line speaks of something else for several sentences before anything of a notice stands in it.

    >>> is_text_first("您见过吗?见过。什么时候能通?明年。某电视台版权所有"), is_text_first("版权所有。不得转载。")
    (True, False)
    """
    found = _HINT.search(text)
    return found is not None and len(_SENTENCE_END.findall(text, 0, found.start())) >= _TEXT_BEFORE
