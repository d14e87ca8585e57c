"""The words that tell a formulation from other words: classes of the language, all simplified."""

from __future__ import annotations

import re

from reader.lexicons.formulations import policy_words
from reader.model import SloganKind

NUMERAL = "一二两双三四五六七八九十百"
"""Characters that name a number in a formulation."""

CLASSIFIER = "个大种条项张件道步位场组类批支"
"""Classifiers between the number and the noun of a numbered formulation."""

HEADS: dict[SloganKind, tuple[str, ...]] = {
    SloganKind.MECHANISM: (
        *("机制", "制度", "模式", "工作法", "方法", "做法", "办法", "平台", "专班", "清单", "服务", "体系", "政策"),
        *("审批", "措施", "举措", "改革", "通道", "窗口"),
    ),
    SloganKind.CAMPAIGN: (
        *(
            "年",
            "行动",
            "活动",
            "工程",
            "战略",
            "倡议",
            "计划",
            "攻坚战",
            "攻坚",
            "专项",
            "教育",
            "竞赛",
            "提升",
            "大会",
        ),
    ),
    SloganKind.GOAL: ("目标", "愿景", "定位", "样板", "格局"),
    SloganKind.QUOTED: (
        *("精神", "理念", "要求", "标尺", "作风", "导向", "方针", "原则", "思路", "思想", "意识", "责任", "信念"),
        *("品质", "传统", "风尚", "口号", "号召", "主张", "标准", "经验", "使命", "担当", "追求", "准则", "共识"),
        *("文风", "会风", "学风", "家风", "政风", "行风", "信条", "家训", "誓言", "主题"),
        *("方略", "布局", "重任", "新理念", "决战", "发展道路", "道路", "发展形势"),
    ),
}
"""Nouns of policy that follow a quoted formulation, or close a name, and the kind they make it."""

HEAD_KIND = {head: kind for kind, heads in HEADS.items() for head in heads}
"""Each of those nouns with its kind."""

_HEADS = "|".join(sorted(HEAD_KIND, key=len, reverse=True))

HEAD_AFTER = re.compile(rf"(?P<lead>[^,。、;:!?“”‘’「」『』《》()]{{0,6}}?)(?:{_HEADS})*(?P<head>{_HEADS})")
"""A noun of policy soon after a quotation, in its clause; of a compound (服务理念) the last one."""

STRONG_HEAD_AFTER = re.compile(
    r"[^,。、的了;:!?“”‘’「」『』《》()]{0,12}?(?:(?P<mechanism>模式|机制|工作法)|(?P<campaign>专项行动|系列行动|行动计划|行动(?![员者])|工程(?![师院])))"
)
"""A noun that makes even two characters before it a name, some words on in its clause."""

HEAD_WITHIN = re.compile(
    r"(?:机制|制度|模式|工作法|平台|专班|清单|(?:提升|攻坚|提振|落实|建设|服务|突破|改革|创新|主题|整治|推进|深化|巩固|见效)年|(?:生产|宣传|活动|服务|读书|消费|文化|安全|质量|主题|科普|教育)[月周]|行动|工程|活动|战略|倡议|计划|经验|精神)$"
)
"""A noun that closes a name inside its marks."""

INTRODUCTION = re.compile(
    r"(?:发起|确立|坚持|落实|推行|推进|实施|开展|开设|践行|弘扬|提出|建立|推广|启动|贯彻|创新|实行|试行|做到|树立|树牢|发扬|倡导|秉持|秉承|按照|"
    r"遵循|深化|设立|推出|健全|完善|争创|强化|增强|坚定|捍卫|牢记|力争|实现|构建|提倡|奉行|恪守|"
    r"拥护|领悟|紧扣|提振|喊出|高举|一定要|牢固树立)(?:了|好|起|并|和)?$"
)
"""A verb that puts a formulation forward, right before it."""

STRONG_INTRODUCTION = re.compile(
    r"(?:(?:推行|设立|试行|启动|推出|开展|实施)[^,。;:、“”]{1,8}|推行|实施|开展|开设|践行|弘扬|实行|试行|启动|推广|设立|推出|倡导|一定要|首创|全面推进|探索)(?:了|好|起)?$"
)
"""A verb that lets even three characters count."""

REJECTION = re.compile(
    r"(?:破除|克服|不搞|整治|纠治|反对|防止|杜绝|摒除|摒弃|遏制|打击|解决|惩治|避免|拒绝|所谓|谓|称|称作|称之为|称为|誉为|叫|叫做|叫作|名为|取名|"
    r"绰号|外号|俗称|简称|号称|当作|甘做|甘当|既当|也当|争当|勇当|敢当|成为|变成|变|像|如同|好比|防范|应对|警惕|宣布|声称|持续升级的)(?:的|了|是|为)?$"
)
"""Words before a quotation that make it a name, a scare word or a fault."""

NAME_AFTER = re.compile(
    r"号|杯|奖|展(?!开|现|示)|台风|导弹|卫星|飞船|火箭|公司|集团|品牌|船|舰|油田|气田|大气田|铁路|列车|班列|直升机|系统|软件|栏目|节目|频道|"
    r"网站|杂志|酒店|医院|学校|大学|协会|学会|基金会|论坛|晚会|颁奖|书店|组合|代表队|事故|事件|病毒|管道|隧道|称号|荣誉|得主|获得者|"
    r"奖章|字|一词|二字|两字|等字样|热线|客户端|小程序|公众号|仓库|势力|勋章|第[一二三四五六七八九十\d]+[季届期]|界别|委员|会议|峰会|座谈会|对话会|研讨会|发布会|边会|国际|磋商|"
    r"企业|分子|民主峰会|问题|乱象|陋习|心态|顽疾|现象|病|痛点|】|全国|之称|美誉|新闻|演出|演唱会|音乐|电影|图书|一书|文(?![风化明])|美术|摄影"
)
"""What follows the name of a thing, an event or an honour, or a fault, rather than a formulation."""

NAMES_AFTER = re.compile(r"等?(?:[一二两三四五六七八九十]|\d+|几|多)+[款部首幅家座所艘颗支]")
"""What follows the names of several products or works."""

SPEECH_BEFORE = re.compile(r"(?:说|道|称|表示|指出|强调|介绍|认为|写道|问|喊|答|坦言|告诉|感慨|回忆|[:—])[,:]?$")
"""What comes before words that somebody speaks."""

SPOKEN = re.compile(r"[我你您他她咱俺吗呢吧啊呀哦嘛了]|[。!?…]|这[个样些是]|那[个样些是]|没想到|《")
"""What stands in speech, and not in a formulation."""

CAMPAIGNS = policy_words("campaigns")
"""Names of campaigns that are words of the language: 开门红."""

SYSTEM = re.compile(r"[^某分部会]{1,4}[^某分部会]制$")
"""A name that ends in 制, a system: 河长制."""

PERIODS = "日周旬月季年"
"""Characters that say how often something is done at the start of a part: 周调度, 月通报."""

VERDICTS = re.compile(
    r"(?:到位|到底|见效|达标|清零|归零|在前|在先|为先|为要|为王|为本|第一|优先|至上|有力|有效|有序|过硬|领先|满意)$"
)
"""Words at the end of a part that say how something is or should be."""

FEELINGS = "感心力劲气神情风态势度"
"""Characters that end the name of an attitude: 只争朝夕的使命感."""

OUTCOMES = "量质效能级速力位面链绩优益险负压本值"
"""Characters that name what an act of one character changes: 减量, 提质, 增效."""

METAPHORS = policy_words("metaphors")
"""Figures of speech and turns that are common property: no formulations."""

ABBREVIATIONS = re.compile(
    rf"[{NUMERAL}]+$|(?:两会|三农|五卅|三北|两岸|两院|两委|三甲|三军|八一|百姓|双[方边向].{0, 3})$"
)
"""Short for a meeting, a plan, a region: 两会, 十四五."""

MEASURE = re.compile(
    r"[年月日天周岁时分秒点元斤吨米里亩千万亿倍成度届期号楼层环线路块版]|平[方米]|公[里斤顷尺吨分]|小时|世纪|季度|国|地|省市|方$"
)
"""What after a number makes it a quantity, a date or a name."""

POLICY_NOUNS = (
    *(
        "战略机遇",
        "战略",
        "机遇",
        "精神",
        "军规",
        "工程",
        "行动",
        "理念",
        "意识",
        "自信",
        "目标",
        "攻坚战",
        "体系",
        "原则",
        "要求",
        "标准",
    ),
    *(
        "机制",
        "制度",
        "作风",
        "纪律",
        "品牌",
        "治理",
        "中心",
        "高地",
        "战役",
        "革命",
        "定位",
        "计划",
        "举措",
        "倡议",
        "攻坚",
        "提升",
        "任务",
    ),
    *(
        "格局",
        "法宝",
        "规律",
        "本领",
        "改革",
        "政策",
        "先行区",
        "支柱",
        "引擎",
        "保障",
        "变革",
        "责任",
        "担当",
        "导向",
        "主张",
        "能力",
        "模式",
        "保卫战",
        "优势",
        "抓手",
        "路径",
        "铁律",
    ),
)
"""Nouns that make a list closed by a count a formulation."""

FAULT_AFTER = re.compile(
    r"[^,。;]{0,4}(?:问题|现象|弊端|短板|困难|难题|顽疾|乱象|陋习|不足|因素|矛盾|困境|风险|行为|犯罪|发展[“「]中阻梗)|成为[^,。]{0,4}阻"
)
"""What follows a list of faults."""

FAULT_PART = re.compile(r"[不慢乱假虚懒散软浮庸]|没|难以|缺")
"""How each part of a list of faults begins."""

PEOPLE = frozenset("将员人家手兵师长者民生星匠雄")
"""Characters that end the name of a kind of people."""

VERBS = frozenset(
    "比敢多不全大再更真勇能会要重抓促讲有无为以让善干做建强转提保稳扩增补破立优改惠利守知明尊学用爱护防控治查找树定聚谋创争当向从靠先"
    "早快严实深细常勤廉公见壮长说亮列谈打顺经练察议评看听问办解化融兴富美降调惩补拓畅引育选留服送访走进入出搭助联通化解清减去退管放督察"
    "问奖晒赛着想延投栽买卖讨拼冲攻坚谁敬崇共同互自越既可宜始永只勿莫唯必担带领夯激聚凝促扬弘铸严除肃反纠闯抗冲拼润守兴应抢占攀探"
)
"""Characters that open a part with an act or a manner."""

TURNS = frozenset("变转换成为进连见")
"""Verbs inside a part that join what was and what is: 资源变资产."""

ACTS = policy_words("acts")
"""Words of two characters that say what is done."""

MANNERS = frozenset("大不更最要重为年字先快再同共之敢愿肯")
"""Characters inside a part that say how, in a shared place."""

MERITS = frozenset("强精硬严好优高实正清廉新活美富净畅快稳准深明浓足佳密广厚牢细亮绿旺顺公安齐全")
"""Characters at the end of a part that praise: 政治强, 业务精."""

QUALITIES = policy_words("qualities")
"""Words of two characters that praise what stands before them: 过硬, 优良."""

MUTUAL = frozenset("共互同")
"""Characters that say that an act is done together."""

FRAMES = frozenset("在以向为让把朝用靠")
"""Prepositions that may open every part of a run with the same verb at its end: 向书本学习, 向实践学习."""

HEARTS = frozenset("心力手情步")
"""Characters that make a word say how something is done: 放心投资, 合力攻坚."""

PREDICATES = frozenset("大更最不再得之一")
"""Characters that open a shared ending which says something, rather than names it."""

OPENERS = re.compile(
    r"(?:我国|我们|打好|打赢|全面|大力|切实|牢固|扎实|始终|着力|加快|深入|努力|进一步|一体|继续|必须|要|将|以|让|把|使|用|对|在|为|向|坚持|按照|通过|围绕|聚焦|抢抓|"
    r"抓住|把握|弘扬|发扬|提振|践行|落实|推进|实施|开展|培育|打造|构建|形成|实现|提升|强化|增强|做到|树立|重点|突出|紧盯|瞄准|包括|统筹|"
    r"争创|建设|推动|搭建|建立|设立|开设|立足|持续|健全|完善|成立|抓好|做好|以及|和|与|是|即|:|——|传承|紧扣|紧紧|坚定|促进|了|这|积极|主动|推行|贯彻|秉持|秉承)+"
)
"""What leads up to a list without being part of its first item."""

FOCUS = re.compile(r"聚焦|围绕|瞄准|紧扣|针对|紧盯|着眼于?|从")
"""Verbs whose objects a numbered formulation is likely to stand for."""
