"""Advertising before, after and between the paragraphs of an article, seen on the `simplify` form."""

from __future__ import annotations

import re

from reader.lexicons.chrome import chrome_pattern
from reader.model.patterns import pattern
from reader.restoration.layout.marks import ends_sentence
from reader.structure.bars import foreign_length

_WARES = tuple(
    map(
        chrome_pattern,
        (
            "<wares_chance>",
            "<wares_entry>",
            r"<wares_gift>|送\d+元",
            r"<wares_sale>|仅需\d",
            "<wares_shop>",
            r"<wares_cures>|\d天见效",
            "<wares_money>",
            "<wares_jobs>",
            "<wares_games>",
            r"<wares_contact>|(?:热线|电话|咨询)[::]?\s*(?:400|0\d{2,3}-|1[3-9]\d)|400-?\d{3,4}",
            r"^\W*推荐\W{1,2}(?=.*(?:点击|免费|哪家))|赞助(?:商)?(?:广告|链接|内容)?$|^(?:\W*)广告(?:\W|$)|推广(?:链接|信息)$",
        ),
    )
)
"""Kinds of wares; the last is what says that it is advertising."""
_ASKED = pattern("[^,。“”]{2,16}哪家(?:医院|公司)?(?:好|强|便宜|专业|靠谱)(?:[?][^,。]{0,20})?")
"""What an advertisement asks."""
_CALLS = pattern(
    r"[\W\d_]*(?:微信|手机|立即|马上|赶快|快来)?(?:(?:长按|点击|点)(?:识别|下方|上方|蓝字|这里|此处|下载|关注|查看|进入|链接|右上角|\"|“|扫)|识别(?:下方|图中)?二维码|扫码(?:下载|关注|加|进群|领|添加)|扫一扫|扫描(?:下方|上方|二维码)"
    r"|关注[^,。]{0,12}(?:公众号|微信|微博|抖音|我们)|下载[^,。]{0,10}(?:客户端|app)|打开[^,。]{0,10}(?:app|客户端)|轻触|记得[点加]|添加[^,。]{0,6}微信|想爆料|喜欢[^,。]{0,8}[吗?]|订阅[^,。]{0,8}电子报|欢迎(?:关注|留言|订阅|投稿|转发)|支持[^,。]{1,12}[,,]?下载|点分享|点收藏|点点?赞|点在看)"
)
_MORE = pattern(
    "更多(?:精彩|资讯|内容|详情|信息|新闻|消息|报道|视频)[^,。!?]{0,8}?(?:敬?请)?(?:关注|登[录陆]|进入|访问|点击|查看|搜索|扫码|下载)[^,。!?]{1,24}"
)
"""Where the site has more to read."""
_CALL_OBJECT = chrome_pattern("<call_objects>")
_CALL_WORDS = chrome_pattern("<call_words>")
"""Words of calls that are not those of bars."""
_WARNING = chrome_pattern("<warnings>")
_CALLS_BEHIND = pattern(
    r"(?:点[我此]|按此|立即|马上)(?:前往)?(?:下载|安装|加入|订阅|看更多|报名)(?:app|客户端)?\W*$|[,,]订阅电子报$"
)
"""How a call ends that names its wares first."""
_NAME_LENGTH = 5
"""What is left of a call is the name of the site, at most so many code points."""
_REPORTED = chrome_pattern("<reported>")
"""What an article about such wares says of them."""
_LONGEST = 100
"""No advertisement of one line is longer, in code points."""
_SHARE = 0.2
"""The part of an advertisement that is the words of its wares, at the least."""


def is_advertising(text: str) -> bool:
    """Whether a line offers something for money: it names the wares and calls, and tells nothing.

    >>> is_advertising("澳门某娱乐城官网:注册即送88元,手机版下载入口"), is_advertising("警方打掉一个彩票投注团伙")
    (True, False)
    """
    if len(text) > _LONGEST or "。" in text:
        return False
    if len(set(_WARNING.findall(text))) > 1:
        return True
    if _REPORTED.search(text):
        return False
    named = [found.group() for ware in _WARES for found in ware.finditer(text)]
    kinds = sum(ware.search(text) is not None for ware in _WARES)
    if _WARES[-1].search(text) and (kinds > 1 or len(text) <= 8):
        return True
    if _ASKED.fullmatch(text):
        return True
    if ends_sentence(text) and text[-1] != "!":
        return False
    return (kinds >= 2 or len(named) >= 3) and sum(map(len, named)) >= _SHARE * len(text)


def is_call(text: str) -> bool:
    """Whether a line calls on the reader to scan, follow or download.

    >>> is_call("长按识别二维码关注我们"), is_call("扫一扫,就能看到每一笔开支。")
    (True, False)
    >>> is_call("更多资讯请关注“黑土地日报”官方微信"), is_call("更多游客进入乡村")
    (True, False)
    """
    if len(text) > _LONGEST or "。" in text or _REPORTED.search(text):
        return False
    if _MORE.fullmatch(text) or _CALLS_BEHIND.search(text):
        return True
    if len(text) > 40 and not re.search("热线|客户端|app|线索", text):
        return False
    if text[-1] in "。”" or not _CALLS.match(text) or not _CALL_OBJECT.search(text):
        return False
    return foreign_length(_CALL_WORDS.sub("", text)) <= _NAME_LENGTH
