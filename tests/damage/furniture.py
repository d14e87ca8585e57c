"""What sites put around an article, made up anew for each page."""

from __future__ import annotations

import random
from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple


class Role(StrEnum):
    """What a line of a page is."""

    TITLE = "title"
    BYLINE = "byline"
    """Date, source and author: kept as metadata."""
    HEADING = "heading"
    BODY = "body"
    CAPTION = "caption"
    FURNITURE = "furniture"


class Line(NamedTuple):
    """A line of a page as it was published."""

    role: Role
    text: str


_PLACES = "江河湖山海川林云安宁阳平州原泉城岭溪"
_FIRST = "临清永新东西南北长高石金白青德广宁武昌怀"
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜"
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉萍红建国志永海燕春梅文浩宇晨欣怡"
_SITES = ("{p}新闻网", "{p}在线", "中国{p}网", "{p}日报网", "{p}政务网", "{p}市人民政府网站", "{p}之声", "大{p}网")
_PAPERS = ("{p}日报", "{p}晚报", "{p}都市报", "新华社", "{p}发布", "{p}市政府办公室", "中国{p}报")
_CHANNELS = (
    *("新闻", "时政", "要闻", "本地", "民生", "经济", "社会", "教育", "健康"),
    *("专题", "图片", "视频", "理论", "评论", "公告", "政策", "财经", "文旅", "法治"),
)
_TOPICS = (
    "{p}市召开重点项目推进会",
    "{p}区今年计划改造老旧小区{n}个",
    "{p}：小柑橘结出“致富果”",
    "图解｜一张图看懂{p}民生实事",
    "{p}县{n}名干部下沉一线",
    "夜读｜慢下来，也是一种本事",
    "{p}入选全国试点城市名单",
    "{p}机场新增{n}条国际航线",
    "住建部门解读既有住宅加装电梯新政",
    "{p}市民请注意，这{n}条公交线路有调整",
)


def place(rng: random.Random) -> str:
    """A made-up name of a place."""
    return rng.choice(_FIRST) + rng.choice(_PLACES)


def person(rng: random.Random) -> str:
    """A made-up name of a person."""
    return rng.choice(_SURNAMES) + "".join(rng.choice(_GIVEN) for _ in range(rng.choice((1, 2, 2))))


def site(rng: random.Random) -> str:
    """A made-up name of a site."""
    return rng.choice(_SITES).format(p=place(rng))


def paper(rng: random.Random) -> str:
    """A made-up name of a source."""
    return rng.choice(_PAPERS).format(p=place(rng))


def topic(rng: random.Random) -> str:
    """The headline of another article."""
    return rng.choice(_TOPICS).format(p=place(rng), n=rng.randint(3, 90))


def day(rng: random.Random) -> str:
    """A day in one of the ways that bars write it."""
    year, month, date = rng.randint(2012, 2026), rng.randint(1, 12), rng.randint(1, 28)
    forms = (f"{year}-{month:02}-{date:02}", f"{year}年{month}月{date}日", f"{year}/{month:02}/{date:02}")
    return rng.choice(forms)


def moment(rng: random.Random) -> str:
    """A day with a time."""
    hour, minute, second = rng.randint(0, 23), rng.randint(0, 59), rng.randint(0, 59)
    return f"{day(rng)} {hour:02}:{minute:02}" + rng.choice(("", f":{second:02}"))


def _breadcrumbs(rng: random.Random) -> list[Line]:
    sign = rng.choice((" > ", ">", " >> ", " › ", " / ", " » "))
    crumbs = [rng.choice((site(rng), "首页")), *rng.sample(_CHANNELS, rng.randint(1, 2)), *rng.choice(((), ("正文",)))]
    return [Line(Role.FURNITURE, rng.choice(("", "当前位置：", "您的位置：", "您现在的位置: ")) + sign.join(crumbs))]


def _channel_bar(rng: random.Random) -> list[Line]:
    return [Line(Role.FURNITURE, rng.choice((" ", " | ", "  ")).join(rng.sample(_CHANNELS, rng.randint(5, 12))))]


def _reader_controls(rng: random.Random) -> list[Line]:
    bars = (
        "字号：大 中 小",
        "【字体：大 中 小】",
        "A+ A-",
        "打印 收藏 分享",
        "我要听 00:00 / 03:25",
        "【打印本页】【关闭窗口】",
    )
    return [Line(Role.FURNITURE, rng.choice(bars))]


def _date_bar(rng: random.Random) -> list[Line]:
    bars = (
        f"{moment(rng)} 来源：{paper(rng)}",
        f"发布时间：{moment(rng)}来源：{paper(rng)}",
        f"来源：{paper(rng)} 作者：{person(rng)} 发布时间：{day(rng)}",
        f"{paper(rng)} {moment(rng)}",
        f"时间：{moment(rng)}　来源：{paper(rng)}　编辑：{person(rng)}",
        f"{moment(rng)}　　{site(rng)}　　浏览：{rng.randint(10, 99999)}次",
        f"发布日期：{day(rng)} | 来源：{paper(rng)} | 点击数：{rng.randint(10, 9999)}",
        f"更新时间：{moment(rng)} 文章来源：{site(rng)}",
        f"{day(rng)} 第{rng.randint(1, 12):02}版：{rng.choice(_CHANNELS)}",
    )
    return [Line(Role.BYLINE, rng.choice(bars))]


def _author(rng: random.Random) -> list[Line]:
    bars = (f"本报记者 {person(rng)}", f"记者 {person(rng)} 通讯员 {person(rng)} {person(rng)}", f"（{person(rng)}）")
    return [Line(Role.BYLINE, rng.choice(bars))]


def _editor(rng: random.Random) -> list[Line]:
    bars = (
        f"（责编：{person(rng)}、{person(rng)}）",
        f"责任编辑：{person(rng)}",
        f"编辑：{person(rng)}　校对：{person(rng)}　审核：{person(rng)}",
        f"【责任编辑:{person(rng)}】",
        f"[责任编辑：{person(rng)}]",
    )
    return [Line(Role.FURNITURE, rng.choice(bars))]


def _notice(rng: random.Random) -> list[Line]:
    name = site(rng)
    notices = (
        f"版权声明：凡注明“来源：{name}”的所有作品，版权归{name}所有，未经书面授权不得转载、摘编或利用其它方式使用。",
        f"声明：转载此文是出于传递更多信息之目的，若有来源标注错误或侵犯了您的合法权益，请作者持权属证明与{name}联系，我们将及时更正、删除，谢谢。",
        "免责声明：本网转载内容不代表本站立场，其真实性请读者自行核实。",
        f"本网站所刊登的各种新闻信息，均为{name}版权所有，未经协议授权禁止下载使用。",
        f"Copyright © 2009-2024 {name} 版权所有 ICP备{rng.randint(10000000, 99999999)}号",
        f"违法和不良信息举报电话：0{rng.randint(300, 999)}-{rng.randint(2000000, 8999999)}",
    )
    return [Line(Role.FURNITURE, text) for text in rng.sample(notices, rng.randint(1, 3))]


def _share(rng: random.Random) -> list[Line]:
    bars = (
        "分享到：微信 新浪微博 QQ空间 QQ好友",
        "扫一扫在手机打开当前页",
        "【打印】【收藏】【关闭】",
        f"点赞 {rng.randint(0, 300)} 收藏 {rng.randint(0, 90)} 转发",
        f"关注“{place(rng)}发布”微信公众号，获取更多资讯",
        "分享让更多人看到",
    )
    return [Line(Role.FURNITURE, text) for text in rng.sample(bars, rng.randint(1, 2))]


def _neighbours(rng: random.Random) -> list[Line]:
    first, second = rng.choice((("上一篇：", "下一篇："), ("上一条:", "下一条:"), ("< 上一篇 ", "> 下一篇 ")))
    return [Line(Role.FURNITURE, first + topic(rng)), Line(Role.FURNITURE, second + rng.choice((topic(rng), "没有了")))]


def _related(rng: random.Random) -> list[Line]:
    heading = rng.choice(
        ("相关新闻", "相关阅读", "推荐阅读", "热门推荐", "延伸阅读：", "猜你喜欢", "24小时热榜", "更多>>")
    )
    sign = rng.choice(("", "· ", "• ", "[{}] "))
    topics = [topic(rng) for _ in range(rng.randint(3, 7))]
    return [Line(Role.FURNITURE, t) for t in (heading, *(sign.format(rng.choice(_CHANNELS)) + t for t in topics))]


def _teaser(rng: random.Random) -> list[Line]:
    where = place(rng)
    text = f"本报讯（记者{person(rng)}）{day(rng)}，记者从{where}市有关部门获悉，{topic(rng)}，预计年内完成……"
    return [
        Line(Role.FURNITURE, topic(rng)),
        Line(Role.FURNITURE, text + rng.choice(("[详细]", "查看全文", "【详情】"))),
    ]


def _reading_mode(rng: random.Random) -> list[Line]:
    bars = ("退出阅读模式", "您已进入阅读模式 点此退出", "展开全文", "点击查看全文", "阅读全文", "返回顶部", "加载更多")
    return [Line(Role.FURNITURE, rng.choice(bars))]


def _advertisement(rng: random.Random) -> list[Line]:
    lines = (
        f"{place(rng)}装修公司哪家好？免费量房 热线400-{rng.randint(100, 999)}-{rng.randint(1000, 9999)}",
        "广告",
        "点击下载客户端，新用户立减20元",
        f"限时特惠！{place(rng)}温泉酒店双人套餐仅需{rng.randint(99, 599)}元 点击购买>>",
    )
    return [Line(Role.FURNITURE, text) for text in rng.sample(lines, rng.randint(1, 2))]


def link_farm(rng: random.Random) -> list[Line]:
    """A row of names that link to other farms."""
    sign = rng.choice(("| ", " | ", "|", " "))
    names = [place(rng) + rng.choice("县市区旗") for _ in range(rng.randint(20, 80))]
    return [Line(Role.FURNITURE, sign.join(names) + sign.strip())]


def _pager(rng: random.Random) -> list[Line]:
    last = rng.randint(2, 5)
    numbers = " ".join(str(number) for number in range(1, last + 1))
    return [
        Line(Role.FURNITURE, rng.choice((f"{numbers} 下一页 尾页", f"上一页 {numbers} 下一页", f"第1页 / 共{last}页")))
    ]


def _tags(rng: random.Random) -> list[Line]:
    words = rng.sample(_CHANNELS, rng.randint(2, 4))
    return [
        Line(
            Role.FURNITURE, rng.choice(("标签：", "关键词：", "Tags: ", "本文标签：")) + rng.choice(" ,、").join(words)
        )
    ]


def _comments(rng: random.Random) -> list[Line]:
    bars = (
        f"网友评论 {rng.randint(0, 300)}条",
        "文明上网理性发言，请遵守新闻评论服务协议",
        "发表评论 登录 | 注册",
        f"已有{rng.randint(0, 999)}人参与",
        "我要纠错",
    )
    return [Line(Role.FURNITURE, text) for text in rng.sample(bars, rng.randint(1, 3))]


def _colophon(rng: random.Random) -> list[Line]:
    where = place(rng)
    bars = (
        f"主办：{where}市人民政府办公室　承办：{where}市数据局",
        f"网站标识码：{rng.randint(1000000000, 9999999999)}",
        f"{rng.choice(_FIRST)}公网安备 {rng.randint(10000000000, 99999999999)}号",
        f"地址：{where}市人民路{rng.randint(1, 300)}号 邮编：{rng.randint(100000, 999999)}",
        "网站地图 | 关于我们 | 联系我们 | 隐私声明",
        "建议使用1920×1080分辨率浏览本站",
    )
    return [Line(Role.FURNITURE, text) for text in rng.sample(bars, rng.randint(1, 4))]


Make = Callable[[random.Random], list[Line]]
TOP: dict[str, Make] = {
    "channel bar": _channel_bar,
    "breadcrumbs": _breadcrumbs,
    "advertisement": _advertisement,
}
"""What stands over a headline."""
UNDER_TITLE: dict[str, Make] = {"date bar": _date_bar, "reader controls": _reader_controls, "author": _author}
"""What stands between headline and text."""
BOTTOM: dict[str, Make] = {
    "editor": _editor,
    "pager": _pager,
    "tags": _tags,
    "reading mode": _reading_mode,
    "share": _share,
    "neighbours": _neighbours,
    "related": _related,
    "teaser": _teaser,
    "comments": _comments,
    "notice": _notice,
    "colophon": _colophon,
    "advertisement": _advertisement,
}
"""What stands under a text."""


def caption(rng: random.Random) -> Line:
    """The text of a picture, or the credit of one, as it stands between paragraphs."""
    texts = (
        f"■{topic(rng)}。",
        f"图为{place(rng)}市改造后的老旧小区。本报记者 {person(rng)} 摄",
        f"▲工作人员在{place(rng)}区政务服务中心为群众办理业务。（{person(rng)} 摄）",
        f"（来源：{paper(rng)}）",
        f"{place(rng)}镇的果农在采摘柑橘。{person(rng)} 摄",
    )
    return Line(Role.CAPTION, rng.choice(texts))


def draw_around(makes: dict[str, Make], rng: random.Random, share: float = 0.5) -> list[Line]:
    """Some kinds of furniture in the order in which pages have them."""
    return [line for make in makes.values() if rng.random() < share for line in make(rng)]
