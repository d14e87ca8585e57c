"""What one clicks on around an article: its path, sizes, sharing, printing, counters, the next article, rows of links.

Lines are seen one by one on the `simplify` form.
"""

from __future__ import annotations

import re

from reader.lexicons.surnames import DOUBLE, SINGLE
from reader.model.patterns import pattern
from reader.restoration.layout.marks import HANZI, WORD, ends_sentence

_CRUMBS = pattern(r"[^>»›→。]{1,20}(?:\s*(?:>{1,2}|»|›|→)\s*[^>»›→。]{0,30}){1,6}")
_STEPS = pattern(r"[^/_|·。,>»›→\s-]{2,16}(?:\s*[/_|·-]\s*[^/_|·。,>»›→\s-]{2,16}){1,5}")
_STEP_ENDS = pattern(r"首页|正文$|(?:查看|浏览)内容$|详情页?$")
"""What a path that is parted by other marks than arrows begins or ends with."""
_POSITION = pattern(r"(?:您?(?:的|当前|现在|所在|所处)+(?:的)?位置|(?:网站)?首页\s*[>»›→|])")
_WORDS = (
    "[大小]?字号|第\\s?\\d+\\s?页|共\\s?\\d+\\s?页|尾页|末页|上页|下页|我要听|听全文|加载更多|让更多人看到|热门|字体|字型|大字|小字|大中小|正体|繁体|简体|放大|缩小|默认|超大|转载|标准|打印|列印|收藏|存新闻|分享|转发|转播|转推|微博|微信|朋友圈|朋友|好友|空间|qq|新浪|腾讯"
    "|搜狐|网易|凤凰|豆瓣|百度|人人网|开心网|天涯|领英|评论|留言|点赞|点踩|讨论区|举报|投诉|纠错|复制|链接"
    "|网址|关闭|本页|此页|页面|当前页|窗口|按钮|返回|回到|回上一?页?|回首页|页首|首页|主页|顶部|顶端"
    "|底部|目录|列表|导航|扫一扫|扫码|二维码|登录|注册|用户名?|密码|账号|客户端|触屏版|手机版|电脑版|网页版|移动端|手机|下载|立即|打开|app|更多|我要|我来说两句|投稿|订阅"
    "|关注|阅读|浏览|点击|查看|次数|人数|人气|热度|访问量|浏览量|点击量|阅读量|阅读数|点击率|播放量|来源|进入|退出|模式|无障碍|长者|助手|说明|反馈|意见|建议|设为|加入|专题|听新闻|收听|语音|朗读|播放"
    "|暂停|倍速|自动|开关|全文|展开|收起|一键|平台|选择|其他|电子邮件|邮件|邮箱|facebook|twitter|report|到|与|的|至|用|次|人|我|参与|互动|跟贴|跟帖"
    "|回复|发表|发布|搜索|检索|站内|智能问答|繁简|切换|英文版|english|视力保护色|护眼|夜间|背景色|赞一下|打赏|赏|喜欢|在看|继续|剩余|加载|换一换|网友|上一[篇页条版则]|下一[篇页条版则]"
    "|前一[篇页条]|后一[篇页条]|没有了|快速|通道|热线|最新|新闻|保存|本文|文章|原文|内容|在线|站点|地图|网站"
    "|办公|政务|浏览器|帮助|中心|报料|爆料|版面|全屏|截图|海报|生成|微语|空白|您|你|已|点此|点这里|点我"
    "|此处|这里"
)
_BAR_WORDS = pattern(_WORDS)
_OUTER_WORDS = pattern(
    _WORDS + "|申请|添加|赞同了?|该|订阅号|公众号|服务号|小程序|视频号|抖音|快手|头条号"
    "|官方|个人中心|会员|忘记|验证码|昵称|匿名"
    "|表情|图文|附件|档案|资料|点阅|回|预览|推荐|推介|搜寻|热搜|隐私权?|私隐|政策|声明"
    "|条款|协议|免责|版权|联系|关于|我们|招聘|英才|广告|合作|商务|法律|友情|rss|wap|支持|日期|按|检索"
    "|[上下本]期|版面图|标题|连播|弹幕|发送|简介|清单|直播间?|回放|上页|下页|末页|尾页|共|第|跳转|转到"
    "|报道|友善"
    "|请输入|输入|关键字|关键词|相关|信息|没有|暂无|视频|图片|语言|数字报|电子报|快报|概况|单位|公开|指南|年报"
    "|依申请|投诉|监督|信箱|常见|问题|问答|解答|双语|词汇|主要|区块|跳到|略过|字级|反映|设定|设置|不显示|隐藏|显示|访客"
    "|您是|位|在此|热榜|小时|文榜|编辑|精选|查询|目前|当前|完|欢迎|访问|使用"
)
"""What stands in bars, and in headings of articles too."""
_BAR_ALONE = pattern(
    "听新闻|我要听|尾页|第\\s?\\d+\\s?页|加载更多|打印|列印|收藏|分享|转发|首页|主页|登录|注册|点赞|评论|大字|小字|字号|字体|举报|纠错|下载|客户端|投稿|微博|微信|关闭|顶部|扫一扫|二维码|视力保护|触屏版"
    "|无障碍|长者|智能问答|换一换|跟贴|跟帖|打赏|留言|倍速|参与互动|(?:访问|浏览|点击|阅读|播放)(?:量|数|次数|率)|回上|页首|听全文|页面|存新闻|版面|上一|下一"
)
"""Words of which one is enough."""
_LOOSE = pattern(
    "^(?:视频|直播|图片|图集|图说|财经|时政|社会|国际|国内|娱乐|体育|军事|科技|教育|健康|汽车|房产|旅游"
    "|文化|理论|评论|观点|专题|要闻|快讯|推荐|热点|热评|热榜|更多|搜索|关于我|博文目录|开心|难过|飘过|感动"
    "|愤怒|无聊|鲜花|握手|雷人|路过|鸡蛋|邀请|大|中|小|大中小|小大|踩|顶|赞|讚|收起|发表|发布|回复|展开"
    "|播放|暂停|加载中|正在加载|完|end|theend|tags|政策解读|解读|特别声明|声明|版权声明|免责声明"
    "|网站声明|热搜|往期"
    "|更多精彩|规范|追踪我们|看更多|android版|iphone版|pc版|关注|已关注|私信|微信|qq|新闻|资讯"
    "|论坛|博客|繁体|简体|正体简体|分类|阅读|点击|下载|附件下载|相关附件|打开|取消|确定|确认|提交|听报道|言论|听|放大|缩小|默认|标准|特|特大|超大|标清|高清|超清|复制链接|复制|本周|本月|本日|订阅|发布于|未知来源|昵称"
    "|邮箱|网址|验证码|添加评论|上一期|下一期|发送|弹幕|简介|最热|最新|易|获取授权|跳转|回上页|即时|热门|政治"
    "|昨日新闻|新闻资料库|新闻数据库|english|党政机关)$"
)
"""Words that are a button or a channel only among others."""
_CHANNEL = pattern(
    "新闻|时政|要闻|本地|地方|民生|经济|社会|教育|健康|专题|图片|视频|理论|评论|公告|政策|财经|文旅|法治"
    "|国际|国内|体育|娱乐|科技|军事|汽车|房产|旅游|文化|直播|首页|公示|党建|互动|服务|政务|三农|乡村|人物"
    "|美食|生活|艺术|历史"
)
"""Names of channels, which a row of them repeats from site to site."""
_NAMED_TENTHS = 8
"""So many tenths of the pieces of a list of people begin with a family name."""
_PLACE_ENDS = frozenset("省市县区旗州盟镇乡网")
_BAR_COUNT = pattern(
    r"(?:[赞踩顶讚]|赞同|点赞|推荐|分享|转发|回复|喜欢|在看|阅读|评论|浏览|点击|查看|收藏|转载|人气|热度|播放)\s*[::]?\s*[(]?\d*[万w+]*[)]?"
)
"""How many readers saw or liked a page."""
_SIZES = pattern(rf"(?<!{HANZI})[大中小默]{{1,3}}(?!{HANZI})")
_BAR_REST = pattern(r"[\W\d_a-z]+")
_NEIGHBOUR = pattern(r"[\W_]*(?:阅读)?(?:上|下|前|后)一(?:篇|页|条|则|版)(?:文章|新闻)?[\s>]*(?:[::]|(?<=[\s>])(?=\S))")
_LABELS = pattern(
    r"[#*·●【\[]*(?:(?:文章|本文|热门)?(?:标签|关键[字词]|tags?)|分类|归类|栏目|所属(?:栏目|分类)|索引号|主题分类|发布机构|成文日期|发文机关|发文字号|公开(?:方式|形式)"
    r"|(?:发布|供稿|来稿)单位|信息分类|有效性|生成日期|体裁分类|(?:本文|原文)(?:链接|地址|网址|标题)|ip属地|字数|(?:相关)?热词(?:搜索)?)\s*[】\]]?\s*[::]"
)
"""Labels of what the site keeps about the page."""
_SITE = pattern(
    rf"(?:{HANZI}{{2,4}}(?:发布|在线|热线|论坛)|{HANZI}{{2,8}}官方(?:微信|微博|账号|网站)|{HANZI}{{2,8}}(?:日报|晚报|晨报|早报|时报|商报|都市报|导报|新闻网|信息网|资讯网|大众网|生活网|融媒体中心|融媒|数字报|信息港|客户端|官方账号|的博客"
    rf"|部门网站|政府网站|(?:门户|官方)?网站|电视台|广播电视台|通讯社|新闻社))(?:官方账号|官方微信|官方微博|客户端|数字报|网|社)?(?:\s?电子版)?(?:\s*(?:今天|昨天|关注))?"
)
_NUMBERS = pattern(r"[-+]?\d+(?:\.\d+)?[%‰]?(?:[,;|\t ]+[-+]?\d+(?:\.\d+)?[%‰]?)+")
_ORIGINAL = pattern(rf"(?:原创|转载)\s+{HANZI}{{2,6}}(?:\s+\S{{2,12}})?")
"""Whose account put the page up, as a platform writes it."""
_ROLE = (
    rf"(?:{HANZI}{{0,4}}(?:编辑|编审|编导|审核|审读|校对|校审|审校|监制|统筹|策划|摄影|摄像|记者|通讯员)人?|责编|美编|主编|版式|组版|[一二三初复终]审"
    r"|来源|作者|撰稿人?|供稿|审稿)"
)
_CREW = pattern(rf"(?:{_ROLE}[\s::|/丨]+{HANZI}{{2,6}}(?:[、\s]+|$))+")
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
    return len(text) <= 60 and "“" not in text and (text[-1] in "!?" or not ends_sentence(text))


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
    return len(text) <= 12 and _LOOSE.match(re.sub(r"[\W\d_]+", "", text)) is not None


def is_label(text: str) -> bool:
    """Whether a line holds what the site keeps about the page: tags, the class, the index number.

    >>> is_label("标签: 改革 党建"), is_label("#项目建设#"), is_label("分类施策")
    (True, True, False)
    """
    if len(text) > 80 or ends_sentence(text):
        return False
    return _LABELS.match(text) is not None or any(form.fullmatch(text) for form in (_HASHTAGS, _ORIGINAL))


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
    return len(pieces) >= 5 and sum(map(len, pieces)) <= 5 * len(pieces) and not _NO_LINK.search(text)


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
    channels = sum(is_loose_bar(piece) or _CHANNEL.fullmatch(piece) is not None for piece in pieces)
    return channels >= (2 if "首页" in pieces else 4) and channels * 2 >= len(pieces)
