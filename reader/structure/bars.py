"""What one clicks on around an article: its path, sizes, sharing, printing, counters, the next article, rows of links.

Lines are seen one by one on the `simplify` form.
"""

from __future__ import annotations

import re

from reader.lexicons.chrome import chrome_pattern, chrome_words
from reader.lexicons.surnames import DOUBLE, SINGLE
from reader.model.patterns import pattern
from reader.restoration.layout.marks import HANZI, WORD, ends_sentence

_CRUMBS = pattern(r"[^>»›→。]{1,20}(?:\s*(?:>{1,2}|»|›|→)\s*[^>»›→。]{0,30}){1,6}")
_STEPS = pattern(r"[^/_|·。,>»›→\s-]{2,16}(?:\s*[/_|·-]\s*[^/_|·。,>»›→\s-]{2,16}){1,5}")
_STEP_ENDS = pattern(r"首页|正文$|(?:查看|浏览)内容$|详情页?$")
"""What a path that is parted by other marks than arrows begins or ends with."""
_POSITION = pattern(r"(?:您?(?:的|当前|现在|所在|所处)+(?:的)?位置|(?:网站)?首页\s*[>»›→|])")
_COUNTED = r"[大小]?字号|第\s?\d+\s?页|共\s?\d+\s?页"
_BAR_WORDS = chrome_pattern(f"<tools>|{_COUNTED}")
_OUTER_WORDS = chrome_pattern(f"<site>|<tools>|{_COUNTED}")
"""What also stands in headings of articles."""
_BAR_ALONE = chrome_pattern(r"<sure_tools>|第\s?\d+\s?页")
"""Words of which one is enough."""
_NAMED_TENTHS = 8
"""So many tenths of the pieces of a list of people begin with a family name."""
_PLACE_ENDS = frozenset("省市县区旗州盟镇乡网")
_NUMBER_TO_CALL = pattern(rf"{HANZI}{{2,10}}(?:热线|电话)\s*[::]\s*[\d()、 -]{{3,40}}")
"""A number to call, which texts name as well."""
_BAR_COUNT = chrome_pattern(r"(?:<counts>)\s*[::]?\s*[(]?\d*[万w+]*[)]?")
"""How many readers saw or liked a page."""
_SIZES = pattern(rf"(?<!{HANZI})[大中小默]{{1,3}}(?!{HANZI})")
_BAR_REST = pattern(r"[\W\d_a-z]+")
_NEIGHBOUR = pattern(
    r"[\W_]*(?:阅读)?(?:上|下|前|后)一(?:篇|页|条|则|版|个|节|章)(?:文章|新闻)?[\s>]*(?:[::]|(?<=[\s>])(?=\S))"
)
_LABELS = chrome_pattern(
    r"[#*·•●【\[\s]*(?:<page_labels>)\s*[】\]]?\s*[::]|(?:<table_labels>)\s+\S|(?:国内)?(?:统一)?刊号\s*[::]?\s*(?:cn|issn)"
)
"""Labels of what the site keeps about the page."""
_SITE = chrome_pattern(
    rf"(?:{HANZI}{{2,4}}(?:发布|在线|热线|论坛)|{HANZI}{{2,8}}官方(?:微信|微博|账号|网站)|{HANZI}{{2,8}}(?:<site_names>))"
    r"(?:官方账号|官方微信|官方微博|客户端|数字报|网|社)?(?:\s?电子版)?(?:\s*(?:今天|昨天|关注))?"
)
_NUMBERS = pattern(r"[-+]?\d+(?:\.\d+)?[%‰]?(?:[,;|\t ]+[-+]?\d+(?:\.\d+)?[%‰]?)+")
_ORIGINAL = pattern(rf"(?:原创|转载)\s+{HANZI}{{2,6}}(?:\s+\S{{2,12}})?")
"""Whose account put the page up, as a platform writes it."""
_ROLE = rf"(?:{HANZI}{{0,4}}(?:<crew>)人?|<crew_alone>)"
_CREW = chrome_pattern(rf"(?:{_ROLE}[\s::|/丨]+{HANZI}{{2,6}}(?:[、\s]+|$))+")
_HASHTAGS = pattern(rf"(?:#{WORD}{{2,20}}#?\s*)+(?:\d+\s?[个篇条次])?")
_NO_LINK = pattern(r"[:=\"\[]|\d(?:元|人|个|块|斤)|\b[a-d]\.")
"""What a row of a form, a price list, a program or a choice of answers has between its gaps."""
_WORD = pattern(f"{WORD}+")


def is_breadcrumb(text: str) -> bool:
    """Whether a line is the path of the page within its site.

    >>> is_breadcrumb("中国西藏网 > 即时新闻 > 地方"), is_breadcrumb("当前位置:首页"), is_breadcrumb("3 > 2")
    (True, True, False)
    >>> is_breadcrumb("首页 / 时政 / 正文"), is_breadcrumb("北京-上海")
    (True, False)
    """
    if ends_sentence(text) or len(text) > 80 or "<" in text or "!" in text or "→“" in text:
        return False
    if _POSITION.match(text):
        return True
    if _STEPS.fullmatch(text) and len(text) <= 40:
        return _STEP_ENDS.search(text) is not None
    arrows = _CRUMBS.fullmatch(text) is not None and len(_WORD.sub("", text)) < len(text) - 4
    return arrows and not re.search(r"\d\s*>\s*\d", text) and "," not in text


def is_neighbour(text: str) -> bool:
    """Whether a line leads to the article before or behind this one.

    >>> is_neighbour("下一篇:全市大会召开"), is_neighbour("下一篇写什么,还没有想好。")
    (True, False)
    """
    return len(text) <= 120 and _NEIGHBOUR.match(text) is not None


def is_bar(text: str) -> bool:
    """Whether a line holds nothing but what one clicks on: sizes, sharing, printing, counters.

    >>> is_bar("分享到: 微信 qq空间 打印"), is_bar("微信群里话民生"), is_bar("浏览次数: 12 次 字体:[大 中 小]")
    (True, False, True)
    """
    if not _could_be_bar(text):
        return False
    if _BAR_COUNT.fullmatch(text) and (text[0] in "赞踩顶" or any(character.isdigit() for character in text)):
        return True
    return _BAR_ALONE.search(text) is not None and _left_over(text, _BAR_WORDS) <= (1 if len(text) >= 6 else 0)


def is_outer_bar(text: str) -> bool:
    """Whether a line over or under an article holds the words of a site; inside one it may be a heading.

    >>> is_outer_bar("意见反馈"), is_outer_bar("隐私政策声明"), is_outer_bar("全市政策宣讲")
    (True, True, False)
    """
    if not _could_be_bar(text) or len(_OUTER_WORDS.findall(text)) < 2:
        return False
    return _left_over(text, _OUTER_WORDS) <= (1 if len(text) >= 8 else 0)


def _could_be_bar(text: str) -> bool:
    if is_number_to_call(text):
        return False
    return len(text) <= 60 and "“" not in text and (text[-1] in "!?" or not ends_sentence(text.rstrip(".")))


def is_number_to_call(text: str) -> bool:
    """Whether a line is a number to call with its name, which documents give as well as sites.

    >>> is_number_to_call("监督电话:0531-87654321"), is_number_to_call("热线:诚招代理")
    (True, False)
    """
    return _NUMBER_TO_CALL.fullmatch(text) is not None


def foreign_length(text: str) -> int:
    """How many code points of a line are none of the words of a site, what stands in quotation marks left aside.

    >>> foreign_length("扫一扫分享到微信"), foreign_length("扫一扫二维码 村务一目了然")
    (0, 6)
    """
    return _left_over(re.sub("“[^”]*”|「[^」]*」", "", text), _OUTER_WORDS)


def _left_over(text: str, words: re.Pattern[str]) -> int:
    """How many code points of a line are neither words of bars nor numbers, marks and Latin letters."""
    return len(_BAR_REST.sub("", _SIZES.sub("", words.sub(" ", text))))


def is_loose_bar(text: str) -> bool:
    """Whether a line is a button or a channel where it stands among others; alone it may be a heading.

    >>> is_loose_bar("视频"), is_loose_bar("视频产业报告")
    (True, False)
    """
    return len(text) <= 12 and re.sub(r"[\W\d_]+", "", text) in chrome_words("buttons")


def is_label(text: str) -> bool:
    """Whether a line holds what the site keeps about the page: tags, the class, the index number.

    >>> is_label("标签: 改革 党建"), is_label("#项目建设#"), is_label("分类施策")
    (True, True, False)
    """
    if len(text) > 80 or ends_sentence(text):
        return False
    return (
        _LABELS.match(text) is not None
        or _is_wide_label(text)
        or any(form.fullmatch(text) for form in (_HASHTAGS, _ORIGINAL))
    )


def _is_wide_label(text: str) -> bool:
    """Whether a line begins with such a label whose characters are set apart."""
    return text[1:2] == " " and _LABELS.match(re.sub(r"\s", "", text)) is not None


def is_crew(text: str) -> bool:
    """Whether a line names those who made the page, with or without colons.

    >>> is_crew("编辑 冯斌洋 审核 冯华"), is_crew("编辑部的故事")
    (True, False)
    """
    return len(text) <= 80 and _CREW.fullmatch(text) is not None


def is_site_name(text: str) -> bool:
    """Whether a line is the name of a site or a medium and nothing else.

    >>> is_site_name("怀远都市报"), is_site_name("青石县融媒体中心"), is_site_name("青石县办起了报社")
    (True, True, False)
    """
    return len(text) <= 24 and _SITE.fullmatch(text) is not None


def is_link_row(text: str) -> bool:
    """Whether a line is a row of links: many short pieces between bars or gaps, no sentence.

    >>> is_link_row("黎城县| 凤山县| 江北区| 包头市| 余江县"), is_link_row("聚力强势 奋勇争先")
    (True, False)
    >>> is_link_row("出 席:李 华 王建国 孙 宁"), is_link_row("周一 红烧肉12元 菜心5元 米饭1元 茶")
    (False, False)
    """
    if "。" in text or ends_sentence(text) or "," in text:
        return False
    pieces = [piece.strip() for piece in re.split(r"[|·丨]|\s+", text) if piece.strip()]
    bars = text.count("|") + text.count("丨")
    if bars >= 3 or (bars >= 1 and len(pieces) >= 4):
        return sum(map(len, pieces)) <= 12 * len(pieces)
    lengths = [len(piece) for piece in pieces]
    return len(pieces) >= 5 and sum(lengths) <= 5 * len(pieces) and max(lengths) <= 6 and not _NO_LINK.search(text)


def is_row_of_numbers(text: str) -> bool:
    """Whether a line holds several numbers as the row of a table does.

    >>> is_row_of_numbers("2021,1219.5,8.4%"), is_row_of_numbers("2021-03-04 09:15"), is_row_of_numbers("12")
    (True, False, False)
    """
    return len(re.split(r"[,;|\t ]+", text)) > 1 and _NUMBERS.fullmatch(text) is not None


def is_row_of_names(text: str) -> bool:
    """Whether the pieces of a row are names of people as a list of an article has them, some set wide.

    >>> is_row_of_names("李建国 王 芳 张玉兰 赵志强 刘伟"), is_row_of_names("黎城县 凤山县 江北区 包头市 余江县")
    (True, False)
    """
    if re.search(r"[|丨·\d]", text):
        return False
    pieces = re.sub(rf"(?<!{HANZI})({HANZI})\s+({HANZI})(?!{HANZI})", r"\1\2", text).split()
    people = [piece for piece in pieces if 2 <= len(piece) <= 4 and piece[-1] not in _PLACE_ENDS]
    named = [piece for piece in people if piece[0] in SINGLE or piece[:2] in DOUBLE]
    return len(named) * 10 >= len(pieces) * _NAMED_TENTHS


def is_channel_row(text: str) -> bool:
    """Whether a line is a row of the channels of a site.

    >>> is_channel_row("文旅 新闻 教育 公告 视频"), is_channel_row("教育 科技 人才")
    (True, False)
    """
    pieces = re.split(r"[\s|丨·/]+", text.strip(" |")) if len(text) <= 160 else []
    if len(pieces) < 2 or max(map(len, pieces)) > 6:
        return False
    channels = sum(is_loose_bar(piece) or piece in chrome_words("channels") for piece in pieces)
    return channels >= (2 if "首页" in pieces else 4) and channels * 2 >= len(pieces)
