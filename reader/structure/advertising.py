"""Advertising before, after and between the paragraphs of an article, seen on the `simplify` form."""

from __future__ import annotations

import re

from reader.model.patterns import pattern
from reader.restoration.layout.marks import ends_sentence
from reader.structure.bars import foreign_length

_WARES = (
    pattern(
        "彩票|投注|娱乐城|博彩|百家乐|棋牌|体彩|时时彩|六合彩|真人|电子游艺|老虎机|赌场|葡京|威尼斯人|pk10|快三|竞彩|足彩"
    ),
    pattern(
        "(?:体育|娱乐|游戏|直播)(?:平台|官网|app)|官方?网站?|官方(?:app|下载|入口)|网址|入口|登录页|手机版|app下载|下载app|安卓版?|苹果版"
    ),
    pattern(
        "注册(?:即|就)?送|充值|返利|返水|彩金|首充|礼包|红包|优惠券|代金券|领券|秒杀|特价|折扣|包邮|限时|免费(?:领|送|试)|领取|开户|送\\d+元"
    ),
    pattern(
        "仅需\\d|立减|满减|现价|原价|特惠|惠民价|抢购|点击购买|立即(?:购买|抢购|领取|咨询|申请|预约|注册)|下单|团购|套餐|新用户|买一送一|清仓|甩卖"
    ),
    pattern(
        "哪家(?:好|强|便宜)|最低价|正品保?证?|旗舰店|选购|官方店|全网|装修|报价|免费(?:获取|量房|试听|咨询|设计|评估|检测|报价|上门|试用|体验课)|一对一|名师|包过|提分|量房"
    ),
    pattern(
        "祖传|秘方|老中医|腰椎间盘|颈椎病|不再复发|偏方|一招|专治|根治|无效退款|壮阳|减肥|丰胸|祛斑|治疗仪|药到病除|三天见效|\\d天见效|妇科|男科|不孕|前列腺|牛皮癣|白癜风|医院哪家好|哪家医院好"
    ),
    pattern("股票代码|荐股|牛股|炒股群|内幕消息|日赚|月入|兼职|刷单|贷款|信用卡套现|办证|刻章|发票|小额|放款|理财顾问"),
    pattern("急招|急聘|直招|微信同号|高薪|诚聘|包吃住|包食宿|月薪|底薪|招聘热线|本地招聘|日结"),
    pattern("手游|私服|传奇|页游|网游|游戏大全|攻略|外挂|开服|新服"),
    pattern(
        "加(?:我)?微信|微信号|加群|qq群|咨询(?:热线|电话|qq)|(?:加盟|订购|服务|招商|代理|客服)(?:热线|电话)|诚招(?:代理|加盟)|(?:热线|电话|咨询)[::]?\\s*(?:400|0\\d{2,3}-|1[3-9]\\d)|400-?\\d{3,4}"
    ),
    pattern(
        "^\\W*推荐\\W{1,2}(?=.*(?:点击|免费|哪家))|赞助(?:商)?(?:广告|链接|内容)?$|^(?:\\W*)广告(?:\\W|$)|推广(?:链接|信息)$"
    ),
)
_ASKED = pattern("[^,。“”]{2,16}哪家(?:医院|公司)?(?:好|强|便宜|专业|靠谱)(?:[?][^,。]{0,20})?")
"""What an advertisement asks."""
_CALLS = pattern(
    r"[\W\d_]*(?:微信|手机|立即|马上|赶快|快来)?(?:(?:长按|点击|点)(?:识别|下方|上方|蓝字|这里|此处|下载|关注|查看|进入|链接|右上角|\"|“|扫)|识别(?:下方|图中)?二维码|扫码(?:下载|关注|加|进群|领|添加)|扫一扫|扫描(?:下方|上方|二维码)"
    r"|关注[^,。]{0,12}(?:公众号|微信|微博|抖音|我们)|下载[^,。]{0,10}(?:客户端|app)|打开[^,。]{0,10}(?:app|客户端)|轻触|记得[点加]|添加[^,。]{0,6}微信|想爆料|喜欢[^,。]{0,8}[吗?]|订阅[^,。]{0,8}电子报|欢迎(?:关注|留言|订阅|投稿|转发)|支持[^,。]{1,12}[,,]?下载|点分享|点收藏|点点?赞|点在看)"
)
_MORE = pattern(
    "更多(?:精彩|资讯|内容|详情|信息|新闻|消息|报道|视频)[^,。!?]{0,8}?(?:敬?请)?(?:关注|登[录陆]|进入|访问|点击|查看|搜索|扫码|下载)[^,。!?]{1,24}",
    re.IGNORECASE,
)
"""Where the site has more to read."""
_CALL_OBJECT = pattern(
    "我们|本(?:网|报|站|公众号)|公众号|二维码|客户端|app|名片|蓝字|红包|微信|抖音|微博|领取|视频|链接|查看|更多|专题|频道|下载|关注|新闻线索|热线|分享|电子报|留言|点赞|点?在看|收藏"
)
_CALL_WORDS = pattern(
    "长按|识别|蓝字|名片|红包|领取|新人|专属|福利|体验|更佳|更好|更流畅|每日|大额|优惠券|即时|掌握|国内外|头条|大事|免费|获取|资讯|精彩|了解|详情|欢迎|最新|消息|我们|粉丝|群|线索|提供|一下|安排|点个?|为|加油|哦|吧|啦|呀|吗|这篇|请|按|讨论|拨打|热线|诚邀|进群|交流|留言|方式|下方|上方|图中|右上角|星标|设置?|置顶"
)
"""Words of calls that are not those of bars."""
_NAME_LENGTH = 5
"""What is left of a call is the name of the site, at most so many code points."""
_REPORTED = pattern(
    "打击|警惕|骗局|骗|查处|整治|案|赌博|非法|违法|违规|涉嫌|警方|警惕|提醒|治理|规范|查获|监管|专项|严禁|禁止|曝光|犯罪|受害|群众|居民|村民|企业|部门|工作|服务站|表示|介绍|说|消息\\(|新闻联播|了[,。]"
)
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
    if len(text) > _LONGEST or "。" in text or _REPORTED.search(text):
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
    if _MORE.fullmatch(text):
        return True
    if len(text) > 40 and not re.search("热线|客户端|app|线索", text):
        return False
    if text[-1] in "。”" or not _CALLS.match(text) or not _CALL_OBJECT.search(text):
        return False
    return foreign_length(_CALL_WORDS.sub("", text)) <= _NAME_LENGTH
