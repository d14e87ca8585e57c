"""What a flattened line opens with: site, path, headline, and the bar that says when and by whom it was put up.

Everything here works on the `simplify` form of one line.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from reader.lexicons.places import find_places
from reader.lexicons.words import frequency
from reader.model import Span
from reader.model.patterns import pattern
from reader.restoration.layout.bar_items import BarItem, Item, opens_item, read_items
from reader.restoration.layout.bridges import runs_through_word
from reader.restoration.layout.lines import is_heading_like, is_prose, opens_report
from reader.restoration.layout.marks import HANZI, SPACES, left_open

_HEAD = 200
"""The bar starts within so many code points."""
_HEADLINE = 90
"""No headline is longer, in code points."""
_LEAST = 6
"""A headline between two things that are glued to it is not shorter, in code points."""
_REST = 20
"""What stands under a bar has at least this many code points."""
_MEDIUM_LENGTH = 12
"""No medium before a day is longer, in code points."""

_NAME_LENGTH = 8
"""A longer last phrase of a headline with a medium at its end may have that glued to it, in code points."""
_PHRASE = 4
"""Such a phrase is not shorter."""

_SIGN = rf"(?:[{SPACES}]*(?:[-=]?>+(?:[{SPACES}]>)?|»|›|→)[{SPACES}]*|[{SPACES}]+/[{SPACES}]+)"
_STEP = rf"[^{SPACES}>»›→/。,!?;、«‹<“”()]{{1,16}}"
_PATH = pattern(rf"(?:[^{SPACES}>»›→/。,:«‹]{{2,8}}:[{SPACES}]*)?{_STEP}(?:{_SIGN}{_STEP})*{_SIGN}")
_LOOSE_PATH = pattern(
    rf"(?:{HANZI}{{2,8}}:[{SPACES}]*)?{HANZI}{{2,6}}(?:[{SPACES}]+[-|/→][{SPACES}]+{HANZI}{{2,6}})+[{SPACES}]+[-|/→][{SPACES}]+"
)
"""Steps set apart by signs that also stand elsewhere."""
_POSITION = pattern(rf"(?:您?(?:现在|当前|目前)?(?:的|所在的?|所处的?)?位置|当前栏目)[::](?=[{SPACES}]*{HANZI})")
"""What a path is announced with."""
_TOOLS = pattern(
    rf"(?:[【\[](?:打印|关闭|收藏|分享|纠错|推荐|字[体号][^【】\[\]]{{0,12}}|大[{SPACES}]?中[{SPACES}]?小)(?:本页|窗口)?[】\]][{SPACES}]*)+"
)
"""Buttons over a headline."""
_CHANNEL = pattern(
    "(?:时政|社会|教育|经济|财经|文化|科技|体育|国内|国际|健康|民生|本地|理论|评论|法治|文旅|党建|要闻|图片|新闻)频道"
    f"[{SPACES}]*|正文[{SPACES}]*(?={HANZI})"
)
"""The channel of a site over a headline."""
_STEP_WORD = pattern(
    "(?:(?:时政|社会|教育|经济|财经|文化|科技|体育|国内|国际|健康|民生|本地|图片|视频|评论|理论|法治|文旅|专题|要闻)(?:新闻|要闻|频道|资讯|动态)|正文|详情|新闻|时政|要闻|本地|地方|民生|经济|社会|教育|健康|专题|图片|视频|理论|评论|公告|政策|财经|文旅|法治|国内|国际|文化|科技|体育|党建|资讯|动态|即时)"
)
_WHOLE_STEP = pattern(rf"(?!{HANZI}{{0,8}}(?:记者|通讯员)){HANZI}{{2,8}}(?=[{SPACES}])")
_STEP_LENGTH = 4
"""A longer last step that begins with the word of a channel has a headline glued to that word, in code points."""
_SITE = pattern(
    rf"(?:(?:[a-z.]+[{SPACES}])*(?:{HANZI}|·){{2,12}}?(?:网|在线|之窗|网站|信息港|热线|之声|客户端|电视台|融媒体?中心|新闻|日报|晚报)"
    rf"(?:[{SPACES}]+(?:www\.)?[a-z]+\.[a-z.]+)?(?=[{SPACES}])"
    rf"|{HANZI}{{2,4}}(?:新闻|政务|日报|政府)网(?![络站友民讯消记报上点页格])(?=[“《]|{HANZI}))(?![{SPACES}]*[>»›→/\d])"
)
"""The name of a site before a headline."""
_ONLINE = pattern(rf"(?P<name>{HANZI}{{2,3}}?)在线(?=[“《]|{HANZI})")
"""The name of a site that may also be the words of a headline."""
_MEDIUM = pattern(
    f"(?:[日晚早晨时快周商]报|新闻|参考报|都市报|[报网社台刊]|在线|发布|客户端|频道|办公[室厅]|委员会|宣传部|中心|人民政府|研究室|融媒)(?:[{SPACES}][a-z.]+)?$"
)
_AGENCY = pattern(
    "(?:新华社|中新社|中央社|新华每日电讯|新华网|人民网|央视网|央广网|中新网|光明网|环球网|海外网|中国网|中国新闻网|中国经济网|中国青年网|国际在线"
    "|人民日报|光明日报|经济日报|工人日报|农民日报|法治日报|科技日报|解放军报|中国青年报|中国日报|经济参考报|参考消息|学习时报|环球时报|新京报"
    "|澎湃新闻|界面新闻|封面新闻|红星新闻|央视新闻|联合报|中国时报|自由时报|工商时报|经济日报|大公报|文汇报|明报)$"
)
_HEADLINE_BEFORE_REPORT = pattern(
    rf"(?:{HANZI}|[{SPACES}]|[“”《》、,:!·—-]){{6,60}}?"
    rf"(?=(?:新华社|中新社|本报|本刊|本台|人民网|央视网|中新网)(?:{HANZI}|\d){{0,14}}[讯电]"
    rf"(?:[ (]|记者{HANZI}{{2,4}}报道)"
    rf"|[(〔【]{HANZI}{{0,8}}?记者{HANZI}{{2,8}}?(?:[/、]?{HANZI}{{2,3}})?(?:\d{{1,2}}日)?(?:电|讯|报道|报导)[)〕】])"
)
_COLUMN = pattern(rf"(?:【[^【】]{{2,12}}】|·[^·]{{2,12}}·)(?P<gap>[{SPACES}]+)(?=.{{{_LEAST}}})")
"""The name of a column before a headline."""
_LOCAL_MEDIUM = pattern(
    rf"(?:中国)?{HANZI}{{2}}[省市县区]?(?:[日晚晨时早]报|都市报|新闻网|(?<=中国..)网|(?:广播)?电视台|融媒|发布|(?:人民)?政府(?:办公室)?|宣传部)$"
)
"""A medium named after a place of two characters."""
_GAP = pattern(f"[{SPACES}]+")
_FIRST_WORDS = pattern(rf"(?:{HANZI}|\d){{5}}")
_JOINT = pattern("[,;:]|[和与及跟或、]$")
"""What a headline that a report repeats does not hold, or does not end with."""
_RUNNING_END = pattern("[于在从至到自是的和与为将,、;:(《“]$")
"""How words before a day inside a sentence end."""
_RUNNING_START = pattern("(?P<mark>[,。、;:)》”])|[在于至许左前后起止的为与和年月日时分]")
"""How a sentence goes on behind a day or a name."""
_PRINTED_DAY = pattern(rf"(?:\d\d:\d\d(?::\d\d)?[{SPACES}])?(?:19|20)\d\d(?:-|/)\d")
"""A day as no sentence writes it."""
_TELLING = pattern("了解|获悉|得知|从|看到|见到|采访|走[进访]|来到|说|表示|发现|跟随|注意到|报道|摄")
"""What names in a sentence are followed by."""


class Masthead(NamedTuple):
    """What stands over the text of a flattened line."""

    breaks: dict[Span, str]
    """The gaps, or the places without one, that divide it, each with its reason."""
    end: int
    """Where what it does not explain starts."""


def read_masthead(text: str) -> Masthead:
    """Site, path, headline and bar that a line opens with.

    A headline stays with what it is glued to where nothing tells them apart.

    >>> line = "首页 > 时政老街开出新书店 2022-03-04 来源:滨海日报本报讯(记者 王玮)老街上新开了一家书店,市民纷纷前来。"
    >>> found = read_masthead(line)
    >>> [line[gap.end:][:4] for gap in sorted(found.breaks)], line[found.end:][:3]
    (['老街开出', '2022', '本报讯('], '本报讯')
    """
    breaks: dict[Span, str] = {}
    start, known = _over_headline(text, breaks)
    bar = next(_bars(text, start), None)
    if bar is None:
        if repeated := _repeated_start(text, start):
            breaks[Span(repeated, repeated)] = "layout.heading"
            return Masthead(breaks, repeated)
        report = _HEADLINE_BEFORE_REPORT.match(text, start)
        if report and text[report.end() - 1] not in SPACES:
            breaks[Span(report.end(), report.end())] = "layout.dateline"
            start = report.end()
        return Masthead(breaks, start if known else 0)
    bar_start, items = bar
    _divide_headline(text, start, bar_start, items, breaks, known=known)
    end = items[-1].end
    for left, right in pairwise(items):
        if left.end is not None and _are_apart(left, right):
            breaks[Span(left.end, right.start)] = "layout.date_bar"
    if end is None:
        sentence = text.find("。", items[-1].start)
        return Masthead(breaks, sentence if sentence > 0 else len(text))
    behind = _gap_at(text, end)
    if len(text) - behind.end >= _REST:
        breaks[behind] = "layout.date_bar"
    return Masthead(breaks, behind.end)


def _repeated_start(text: str, start: int) -> int | None:
    """Where a report that opens with the first words of its headline is glued to it.

    >>> _repeated_start("滨河大桥昨天正式合龙滨河大桥昨天合龙,市民等了三年。工程比计划提前了一个月。", 0)
    10
    """
    words = text[start : start + _LEAST - 1]
    at = text.find(words, start + 2 * _LEAST - 2, start + _HEADLINE)
    headline = text[start:at]
    if at < 0 or not _FIRST_WORDS.fullmatch(words) or not is_headline(headline) or _JOINT.search(headline):
        return None
    return at if is_prose(text[at : at + _HEAD]) else None


def _are_apart(left: BarItem, right: BarItem) -> bool:
    """Whether two parts of a bar are lines of their own: tools, writers, and what cannot be read otherwise."""
    glued = right.start == left.end and right.item in (Item.SOURCE, Item.PEOPLE)
    alone = (Item.TOOL, Item.WRITERS)
    return glued or right.end is None or right.item in alone or left.item in alone


def _over_headline(text: str, breaks: dict[Span, str]) -> tuple[int, bool]:
    """Where the headline starts behind a site and a path, and whether that is certain."""
    start = 0
    if site := _site_end(text):
        start = _gap_at(text, site).end
        breaks[Span(site, start)] = "layout.path"
    for words in (_TOOLS, _CHANNEL):
        if button := words.match(text, start):
            start = button.end()
            breaks[Span(len(text[:start].rstrip(SPACES)), start)] = "layout.path"
    path = _LOOSE_PATH.match(text, start) or _PATH.search(text, start, start + 100)
    if path is None or path.start() > start + _HEADLINE:
        return start, True
    if path.start() > start:
        over = len(text[: path.start()].rstrip(SPACES))
        parted = over < path.start()
        if position := _POSITION.search(text, start, path.end()):
            over = len(text[: position.start()].rstrip(SPACES))
            parted, gap = True, Span(over, position.start())
        else:
            gap = Span(over, path.start())
        if not parted or "。" in text[start:over]:
            return start, True
        if over > start:
            breaks[gap] = "layout.path"
    last = _last_step_end(text, path.end())
    if last is None:
        return path.end(), False
    behind = _gap_at(text, last)
    breaks[behind] = "layout.path"
    return behind.end, True


def _site_end(text: str) -> int | None:
    """Where the name of a site ends that the line opens with."""
    if site := _SITE.match(text):
        return site.end()
    online = _ONLINE.match(text)
    if online is None:
        return None
    named = not frequency(online["name"]) or any(True for kind in "市县区" for _ in find_places(online["name"] + kind))
    return online.end() if named else None


def _last_step_end(text: str, start: int) -> int | None:
    """Where the last step of a path ends, which a headline may be glued to."""
    whole = _WHOLE_STEP.match(text, start)
    if whole and len(whole.group()) <= _STEP_LENGTH:
        return whole.end()
    word = _STEP_WORD.match(text, start)
    if word and not runs_through_word(word.group(), text[word.end() :]):
        return word.end()
    return whole.end() if whole else None


def _bars(text: str, start: int) -> Iterator[tuple[int, list[BarItem]]]:
    """Where a bar starts behind what could be a headline, with what it says."""
    end = min(len(text), start + _HEAD)
    stop = text.find("。", start, end)
    for at in range(start, end if stop < 0 else stop):
        if not opens_item(text, at):
            continue
        items = read_items(text, at)
        if items and _is_bar(text, start, at, items):
            yield at, items
            return


def _is_bar(text: str, start: int, at: int, items: list[BarItem]) -> bool:
    """Whether items are a bar under a headline, and not the day or the name in a sentence."""
    headline = text[start:at].rstrip(SPACES)
    least = 2 if start + len(headline) < at else _LEAST
    if headline and (len(headline) < least or not is_headline(headline)):
        return False
    end = items[-1].end
    if end is None and len(items) == 1:
        return False
    kinds = {found.item for found in items}
    labelled = bool(kinds & {Item.SOURCE, Item.LABELLED_DAY})
    goes_on = _RUNNING_START.match(text, end) if end is not None else None
    printed = items[0].item is Item.DAY and _PRINTED_DAY.match(text, at) is not None
    if goes_on and (goes_on.lastgroup == "mark" or not (labelled or printed)):
        return False
    if labelled or printed:
        return True
    if Item.DAY in kinds:
        parted = at == 0 or text[at - 1] in SPACES or not headline or (text[at] == "(" and "——" in headline)
        follows = end is not None and (end == len(text) or text[end] in SPACES or opens_report(text[end : end + 60]))
        return (len(kinds) > 1 or (parted and follows)) if not headline else parted or len(kinds) > 1 or follows
    if Item.WRITERS not in kinds or end is None or _TELLING.match(text, end):
        return False
    return bool(headline) or end == len(text) or text[end] in SPACES or opens_report(text[end : end + 60])


def _divide_headline(
    text: str, start: int, bar_start: int, items: list[BarItem], breaks: dict[Span, str], *, known: bool
) -> None:
    """Set the break between headline and bar, before the medium that the bar opens with."""
    headline = text[start:bar_start].rstrip(SPACES)
    if not headline or not known:
        if headline:
            breaks[Span(start + len(headline), bar_start)] = "layout.date_bar"
        return
    over = _over_title(headline)
    for cut in over:
        breaks[Span(start + len(headline[: cut.start].rstrip(SPACES)), start + cut.end)] = "layout.path"
    if over:
        start, headline = start + over[-1].end, headline[over[-1].end :]
    if Item.SOURCE not in {found.item for found in items}:
        end = items[-1].end
        medium = _medium_start(headline, glued=end is None or (end < len(text) and text[end] not in SPACES))
        if medium is None:
            return
        if medium < len(headline):
            headline_end = len(headline[:medium].rstrip(SPACES))
            if headline_end:
                breaks[Span(start + headline_end, start + medium)] = "layout.date_bar"
            return
    breaks[Span(start + len(headline), bar_start)] = "layout.date_bar"


def _over_title(headline: str) -> list[Span]:
    """Gaps behind the name of a column, and around the headline as the window of the browser repeats it."""
    if column := _COLUMN.match(headline):
        return [Span(*column.span("gap"))]
    for length in range(len(headline) // 2, _LEAST - 1, -1):
        if headline.endswith(headline[:length]):
            again = Span(len(headline) - length, len(headline) - length)
            behind = _gap_at(headline, length)
            return [again] if behind.end >= again.start or behind.end == length else [behind, again]
    return []


def _medium_start(headline: str, *, glued: bool) -> int | None:
    """Where the medium before a day starts; the length of the headline where there is none, None where it is unknown.

    Args:
        headline: What stands before the day.
        glued: Whether no spaces stand between the parts of the page.
    """
    gaps = [gap.end() for gap in _GAP.finditer(headline)]
    last = gaps[-1] if gaps else 0
    if agency := _AGENCY.search(headline):
        return agency.start()
    if not _MEDIUM.search(headline):
        return len(headline)
    if not glued:
        named = _LOCAL_MEDIUM.search(headline, last) if len(headline) - last > _NAME_LENGTH else None
        if named and named.start() - last >= _PHRASE:
            return named.start()
        return last if len(headline) - last <= _MEDIUM_LENGTH else None
    named = _LOCAL_MEDIUM.search(headline)
    if named and not 0 < named.start() < _LEAST and not runs_through_word(headline[: named.start()], named.group()):
        return named.start()
    return None


def is_headline(text: str) -> bool:
    """Whether words before a date bar are a headline, which may be longer than a heading and may ask.

    >>> is_headline("全区召开大会 部署重点任务"), is_headline("会议提出,"), is_headline("活动于")
    (True, False, False)
    """
    if _RUNNING_END.search(text) or left_open(text):
        return False
    return is_heading_like(text.rstrip("!?")) or (len(text) <= _HEADLINE and "。" not in text)


def _gap_at(text: str, offset: int) -> Span:
    found = _GAP.match(text, offset)
    return Span(offset, found.end() if found else offset)
