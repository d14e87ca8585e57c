"""Family names of Chinese people, in the `simplify` form."""

from __future__ import annotations

SINGLE = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑罗梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方"
    "白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤赖温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳"
    "甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳阳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑"
    "景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝封官谈匡鞠惠荆乐冀郁胥南班储芮宿尉"
    "东占尧伏诸亓肇逄蔺靖亢郗弓漆"
)
"""Names of one character (source: the order of the household register statistics, completed by hand)."""

DOUBLE = frozenset(
    [
        "欧阳",
        "上官",
        "司马",
        "诸葛",
        "皇甫",
        "尉迟",
        "公孙",
        "慕容",
        "司徒",
        "令狐",
        "夏侯",
        "东方",
        "端木",
        "长孙",
        "宇文",
        "南宫",
        "赫连",
        "澹台",
        "闻人",
        "第五",
        "西门",
        "呼延",
        "独孤",
    ]
)
"""Names of two characters."""


def has_surname(name: str) -> bool:
    """Whether a word of two to four characters starts like the full name of a person.

    >>> has_surname("王小明"), has_surname("欧阳小明"), has_surname("的小明"), has_surname("王家新村")
    (True, True, False, False)
    """
    if name[:2] in DOUBLE and 3 <= len(name) <= 4:
        return True
    return name[:1] in SINGLE and 2 <= len(name) <= 3
