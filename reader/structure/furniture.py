"""Lines that a page puts around an article, seen one by one on the `simplify` form."""

from __future__ import annotations

import re

from reader.restoration.layout.marks import HANZI, WORD, ends_sentence

_CRUMBS = re.compile(r"[^>»›→。]{1,20}(?:\s*(?:>{1,2}|»|›|→)\s*[^>»›→。]{1,30}){1,6}")
_POSITION = re.compile(r"(?:您?(?:的|当前|现在|所在)+(?:的)?位置|首页\s*[>»›→|])")
_BAR_WORDS = re.compile(
    "字号|字体|大字|小字|大中小|放大|缩小|默认|打印|收藏|分享|转发|转播|微博|微信|朋友圈|朋友|好友|空间|qq|新浪|腾讯|搜狐|网易|凤凰|豆瓣"
    "|百度|人人网|开心网|天涯|领英|评论|点赞|举报|投诉|纠错|复制|链接|网址|关闭|本页|窗口|按钮|返回|首页|顶部|顶端|目录|列表|上一[篇页条]"
    "|下一[篇页条]|扫一扫|二维码|登录|注册|用户|客户端|手机|下载|立即|打开|app|更多|我要|投稿|订阅|关注|阅读|浏览|点击|次数|人气|来源"
    "|进入|退出|模式|无障碍|长者|助手|说明|反馈|设为|加入|专题|听新闻|收听|语音|朗读|播放|自动|开关|全文|查看|展开|一键|平台|选择|其他|电子邮件|邮箱|facebook|twitter|到|与|的|次|人"
)
_BAR_ALONE = re.compile(
    "听新闻|打印|收藏|分享|转发|首页|登录|注册|点赞|评论|大字|字号|举报|纠错|下载|客户端|投稿|微博|微信|关闭|顶部"
)
"""Words of which one is enough."""
_BAR_COUNT = re.compile(r"[赞踩顶]\s*\(?\d*\)?")
"""How many readers liked a page."""
_BAR_REST = re.compile(r"[\W\d_a-z]+")
_NEIGHBOUR = re.compile(r"(?:上|下|前|后)一(?:篇|页|条|则)\s*[::]")
_RELATED_WORDS = re.compile(
    "相关|新闻|推荐|阅读|热门|精彩|延伸|更多|最新|猜你|喜欢|大家|都在看|图片|视频|栏目|精粹|排行榜?|热点|专题|链接|文章|报道|资讯|内容"
    "|评论|热评|热图|焦点|视觉|精华|精选|随机|今日|本周|头条|要闻|编辑|点击|往期|回顾|热搜|热词|您可能|感兴趣|为您|站内搜索|心情"
)
_NOTICES = (
    re.compile("版权(?:声明|所有|均?归|与免责)|著作权归|copyright|all rights reserved"),
    re.compile("免责声明|特此声明|不代表本|仅代表作者|不承担|(?:信息|储存|存储).{0,4}服务。?$|用户上传|文责自负"),
    re.compile("侵权|侵犯.{0,6}权"),
    re.compile("未经.{0,12}(?:授权|许可|同意)|书面授权|不得.{0,8}转载"),
    re.compile("转载[请须时、或及]|转载的|注明.{0,4}(?:来源|出处)|保留.{0,6}(?:版权|出处)"),
    re.compile("凡.{0,6}注明|本网站?(?:注明|转载|所|刊登|不)|本站(?:所有|转载|不|内容)"),
    re.compile("icp[备证]|公网安备|许可证|举报(?:电话|邮箱|中心)|客服电话"),
    re.compile("请.{0,6}联系|联系我们|及时.{0,4}删除|联系.{0,6}删除"),
    re.compile("(?:以上|如上|本文|上述)内容(?:为|由|来|系|仅)|(?:综合)?整理发布|文章来源"),
    re.compile(
        "扫.{0,6}二维码|扫一扫.{0,6}(?:手机|打开|关注|下载)|关注.{0,10}公众号|下载.{0,8}客户端|搜索.{0,4}公众号"
    ),
)
_OPERATORS = re.compile("(?:主办|承办|协办|主管|技术支持|版权所有|网站标识码|地址|邮编|电话|传真|邮箱)(?:单位)?[::]")
_NOTICE_DENSITY = 150
"""A notice speaks of another of its topics at least once in so many code points."""
_NOTICE_START = re.compile(
    r"[\[(【*※]?\s*(?:(?:版权|免责|特别|郑重|本[网站])声明\s*[::】\])]|版权所有|凡本[网站报]|copyright)"
)
_OF_ITSELF = re.compile(
    "本[网站报刊文页平台]|凡|如有|如需|敬请|请[联注及勿]|copyright|©|(?:版权|独家)所有|版权均?归|(?:以上|如上|上述)内容"
    "|未经.{0,12}(?:不得|禁止)|须经|文章来源"
)
"""What a notice says of its own page, and an article about rights does not."""
_TOLD = re.compile(r"\d[多余]?(?:件|起|项|家|次|户|处|场|[万亿%])|近年来|今年以来")
"""What an article on rights and complaints tells, and a notice does not."""
_TEASER_END = re.compile(r"(?:\.{3}|…)\s*(?:[\[【(]?(?:详细|详情|查看|阅读|更多|全文).{0,6})?$")
_WORDY = re.compile(f"(?:{HANZI}|[…—*])|[a-z]{{4}}")
_WORD = re.compile(f"{WORD}+")


def is_breadcrumb(text: str) -> bool:
    """Whether a line is the path of the page within its site.

    >>> is_breadcrumb("中国西藏网 > 即时新闻 > 地方"), is_breadcrumb("当前位置:首页"), is_breadcrumb("3 > 2")
    (True, True, False)
    """
    if _POSITION.match(text) and not ends_sentence(text):
        return True
    return len(text) <= 80 and _CRUMBS.fullmatch(text) is not None and len(_WORD.sub("", text)) < len(text) - 4


def is_bar(text: str) -> bool:
    """Whether a line holds nothing but what one clicks on: sizes, sharing, printing, the next article.

    >>> is_bar("分享到: 微信 qq空间 打印"), is_bar("下一篇:全市大会召开"), is_bar("微信群里话民生")
    (True, True, False)
    """
    if _NEIGHBOUR.match(text) or not _WORD.search(text):
        return len(text) <= 120 and not text.startswith(("…", "——"))
    if len(text) > 60 or ends_sentence(text):
        return False
    if _BAR_COUNT.fullmatch(text):
        return True
    words = _BAR_WORDS.findall(text)
    rest = _BAR_REST.sub("", _BAR_WORDS.sub("", text))
    told = len(words) >= 2 or _BAR_ALONE.search(text) is not None
    return told and len(rest) <= (1 if len(text) >= 6 else 0)


def is_link_row(text: str) -> bool:
    """Whether a line is a row of links: many short pieces between bars or gaps, no sentence.

    >>> is_link_row("黎城县| 凤山县| 江北区| 包头市| 余江县"), is_link_row("聚力强势 奋勇争先")
    (True, False)
    """
    if "。" in text or ends_sentence(text) or "," in text:
        return False
    pieces = [piece.strip() for piece in re.split(r"[|·丨]|\s+", text) if piece.strip()]
    bars = text.count("|") + text.count("丨")
    if bars >= 3 or (bars >= 1 and len(pieces) >= 4):
        return sum(map(len, pieces)) <= 12 * len(pieces)
    return len(pieces) >= 5 and sum(map(len, pieces)) <= 5 * len(pieces)


def is_notice(text: str) -> bool:
    """Whether a line speaks of rights, sources and ways to reach the site.

    >>> is_notice("版权声明:凡注明来源的作品,转载须注明。"), is_notice("要加强版权保护,打击侵权。")
    (True, False)
    """
    kinds = sum(pattern.search(text) is not None for pattern in _NOTICES)
    if _NOTICE_START.match(text):
        return kinds >= 1
    if _TOLD.search(text):
        return False
    return kinds >= 2 and len(text) <= _NOTICE_DENSITY * kinds and _OF_ITSELF.search(text) is not None


def is_imprint(text: str) -> bool:
    """Whether a line below an article speaks of the site at all; inside one it may be the topic.

    >>> is_imprint("主办:区人民政府 承办:办公室"), is_imprint("扫描二维码关注我们的公众号"), is_imprint("特此通知")
    (True, True, False)
    """
    if len(_OPERATORS.findall(text)) >= 2:
        return True
    return _TOLD.search(text) is None and any(pattern.search(text) for pattern in _NOTICES)


def is_related_head(text: str) -> bool:
    """Whether a line opens a list of other articles.

    >>> is_related_head("新闻推荐"), is_related_head("相关阅读:"), is_related_head("新闻发布")
    (True, True, False)
    """
    if not 3 <= len(text) <= 14:
        return False
    words = _RELATED_WORDS.findall(text)
    return len(words) >= 2 and not re.sub(r"[\W_]|日周|[/]", "", _RELATED_WORDS.sub("", text))


def is_teaser(text: str) -> bool:
    """Whether a line is the beginning of another article, broken off.

    >>> is_teaser("藤县农信社为不误农时,多岗位密切配合,跟踪办..."), is_teaser("全面复工……")
    (True, False)
    """
    return _TEASER_END.search(text) is not None and not text.endswith("……") and len(text) > 12


def is_furniture(text: str) -> bool:
    """Whether a line shows by itself that it is no part of an article.

    >>> is_furniture("a+ a-"), is_furniture("……"), is_furniture("2022")
    (True, False, True)
    """
    if len(text) <= 30 and not _WORDY.search(text):
        return True
    return is_breadcrumb(text) or is_bar(text) or is_link_row(text)
