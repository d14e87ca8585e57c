"""What a site says of itself: rights, sources, ways to reach it, who runs it. Seen on the `simplify` form."""

from __future__ import annotations

from reader.model.patterns import pattern

_RIGHTS = (
    pattern("版\\s*权(?:声明|\\s*所\\s*有|均?归|与免责)|版权均?属|著作权归|copyright|all rights reserved|©|&copy;"),
    pattern(
        "免责(?:声明|条款)|特[此别]声明|郑重声明|不代表[^。]{0,12}(?:观点|立场|赞同|意见)|不代表本|(?:不|仅)(?:代表|表明|反映)[^。]{0,10}(?:作者|个人|用户|网友|观点|立场|看法|意见)|仅供[^。]{0,8}(?:表达|参考)|不承担|概不负责|(?:信息|储存|存储|发布).{0,4}(?:服务|平台)。?$"
        "|用户上传|文责自负|仅供参考|仅供.{0,6}学习"
    ),
    pattern("侵权|侵犯.{0,6}权|侵害.{0,6}权"),
    pattern(
        "未经.{0,12}(?:授\\s*权|许可|同意)|非经授权|书\\s*面\\s*授\\s*权|不得.{0,8}转载|禁止.{0,6}(?:转载|使用|复制)"
    ),
    pattern(
        "(?:转载|转发|刊用|引用)[^。]{0,12}[请须时、或及务]|转载的|(?:严禁|谢绝|拒绝)[^。]{0,6}转载|注明.{0,4}(?:来源|出处)|保留.{0,6}(?:版权|出处)|原文出处"
    ),
    pattern(
        "凡.{0,6}注明|本网站?(?:注明|转载|所|刊登|不|联系|将)|本站(?:所有|转载|不|内容)|(?:本|该)(?:公众号|平台|文(?:观点|为|系|由|章来源))"
    ),
    pattern(
        "icp[备证]|公网安备|网安备|备案(?:序)?号|许可证[a-z号\\d]|许可证\\(|网站标识码|举报(?:电话|邮箱|中心|热线)|客服(?:电话|热线)"
    ),
    pattern(
        "请.{0,12}联系|联系我们|(?:及时|立即|马上|予以|进行).{0,6}(?:删除|处理|撤除)|联系.{0,8}(?:删除|处理)|告知.{0,4}删除|删除处理"
    ),
    pattern(
        "(?:以上|如上|本文|上述)内容(?:为|由|来|系|仅)|(?:综合|编辑)?整理(?:编辑)?发布|文章来源|(?:文章|图片|内容|素材|信息)[^。,]{0,4}(?:来源于?|来自|源自|源于)(?:互联)?网络"
    ),
    pattern(
        "扫.{0,6}二维码|扫[一码].{0,12}(?:手机|打开|关注|下载|分享)|关注.{0,16}公众号|下载.{0,12}(?:客户端|app)|搜索.{0,4}公众号"
    ),
)
_HINT = pattern(
    "[权载版备©扫删]|声明|许可|同意|禁止|举报|客服|联系|注明|转发|刊用|引用|公众号|客户端|app|来[源自]|源[于自]|仅供|仅代表|不代表|不承担|概不|自负|上传|服务|平台|本站|本网|该文|本文|[以如]上|上述|希望|登录后|注册后"
    "|邮箱|必填|今天是|欢迎|隐私|cookie|javascript|浏览器|[爆报]料|copyright|reserved|icp|网安|标识码|处理|书\\s*面|搜索|整理|原文|告知|仅|表明|反映|权利|文明|分辨率|严禁|谢绝|copy;"
)
"""Without one of these a line is no notice; one look for all of them spares a look for each topic."""
_OPERATORS = pattern(
    "(?:主办|承办|协办|主管|技术支持|版权所有|网站标识码|备案序?号|运[行营]维护|维护|制作)(?:单位)?[::]"
)
_RUN_BY = pattern(r"\s(?:主办|承办|主管|主管主办|技术支持|版权所有)$")
_CONTACT = pattern("(?:地址|邮编|邮政编码|电话|传真|邮箱|热线|qq|e-?mail)(?:单位)?[::]")
_PER_NOTICE = 150
"""A notice speaks of another of its topics at least once in so many code points."""
_START = pattern(
    r"[\[(【*※◎]?\s*(?:(?:版权|免责|特别|郑重|风险|本[网站报])(?:声明|提示|免责声明)\s*[::】\])]|版\s*权\s*所\s*有|凡(?:本[网站报]|注[明有]|署|标注|来源)|copyright|©|&copy;)"
)
_TITLE = pattern(r"[^。,]{0,12}(?:版权|免责)[^。,]{0,8}(?:声明|条款|须知)")
_OF_ITSELF = pattern(
    "本(?:网|站|报|刊|文|页|平台|公众号|号|内容)|凡|该文|如有|如需|若有|敬请|请[联注及勿务]|务经|copyright|©|(?:版权|独家)\\s*所\\s*有|版权均?(?:归|属)|(?:以上|如上|上述)内容"
    "|未\\s*经.{0,12}(?:不得|禁止)|须经|文章来源|原创文章|违者|严禁转载"
)
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
_SERVICE = pattern(
    "^您?访问的链接即将离开|^本文(?:来自|转载自|首发于|经授权)[^。]{2,46}$|(?:隐私[权政]|cookie|javascript|浏览器)[^。]{0,30}(?:规范|政策|使用|功能|启用|体验|版本|升级)|(?:登录|注册)后(?:才能|方可|发表|可|即可)?[^。]{0,8}(?:评论|留言|查看|发表|收藏)|^今天是.{4,30}(?:星期|欢迎)|欢迎(?:访问|光临|来到)|对[^。]{0,20}(?:留言|评论|用户)[^。]{0,30}(?:权利|删除)|文明(?:发言|上网)|(?:最佳|建议使用)[^。]{0,30}(?:分辨率|浏览)|邮箱[^。]{0,6}不会被?公开|必填项|[爆报]料[^。]{0,40}(?:登录|拨打|热线|邮箱|微信|客户端)"
)
"""What a site asks of those who use it."""
_MIRROR = pattern("镜像|刊用本|(?:申请|入驻)[^。]{0,8}(?:号|平台)|社媒平台|爆料|报料|新闻线索|(?:新闻|广告)热线")


_PICTURES = pattern(
    r"\W?(?:本文|文中|文内|以上|本版|本组)(?:所有)?(?:图片|照片|配图|视频|图文)均?(?:由|来自|来源)[^。,]{2,24}[。)]?"
)
"""Where the pictures of a page are from, told under it."""


def is_notice(text: str) -> bool:
    """Whether a line speaks of rights, sources and ways to reach the site.

    >>> is_notice("版权声明:凡注明来源的作品,转载须注明。"), is_notice("要加强版权保护,打击侵权。")
    (True, False)
    >>> is_notice("本文图片由县委宣传部提供"), is_notice("本组图片由三名摄影家历时三年拍成,今天展出。")
    (True, False)
    """
    if _PICTURES.fullmatch(text):
        return True
    if not _HINT.search(text):
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
    return _TITLE.fullmatch(text.rstrip(":")) is not None


def topics(text: str) -> int:
    """Of how many of its topics a notice speaks here."""
    if not _HINT.search(text):
        return 0
    return sum(right.search(text) is not None for right in _RIGHTS)


_PRESS = pattern(
    "社址|邮编|刊号|邮发代号|(?:广告|发行|总编室|值班)[部热]?[电线话]?[::]|(?:零售|月价|年价|定价)|印务|印刷厂?|印报"
)
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
    return _TOLD.search(text) is None and topics(text) > 0
