"""Lines that belong together: sentences cut by a blank line, and hard wraps."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from reader.lexicons.words import frequency
from reader.model import Edit, Reason
from reader.model.patterns import pattern
from reader.restoration.layout.bar_items import Item, opens_item, read_items
from reader.restoration.layout.bridges import splits_word
from reader.restoration.layout.lines import (
    DAY_BAR,
    HEADING_LENGTH,
    Line,
    find_stanzas,
    is_caption,
    is_credit,
    is_dateline,
    is_heading_like,
    is_list_item,
    is_prose,
    is_table_row,
    is_verse,
    read_lines,
)
from reader.restoration.layout.marks import (
    CANNOT_START,
    HANZI,
    OPENERS,
    SPACES,
    closes,
    ends_sentence,
    first_mark,
    left_open,
)
from reader.restoration.layout.records import find_records
from reader.restoration.layout.rounds import find_in_rounds
from reader.restoration.layout.wraps import NOTICE, Wrap, find_wrap

_CUT_MARK = Reason.of("layout.cut_mark")
_CUT_WORD = Reason.of("layout.cut_word")
_CUT_QUOTATION = Reason.of("layout.cut_quotation")
_CUT_SENTENCE = Reason.of("layout.cut_sentence")
_UNCLOSED = frozenset(OPENERS + "、")
"""Marks with which no line ends."""
_STOPS = ";:—…-"
"""After these a line may end although no sentence does: items of a list follow."""
_BROKEN_OFF = pattern(r"(?:\.{3}|…).{0,8}$")
_CANNOT_BEGIN = pattern("的(?![确士卢])|了(?![解不却然断如无结])|们")
"""Particles that no sentence begins with, unless they are part of a word."""
_REFERRED = pattern(
    r"[({][^)}]{1,3}[)}](?:项|目|款|[、和或至到])|第[^条章节编款]{1,5}[条章节编款](?![ \u3000])|\d+、\d"
)
"""A number that is spoken of and opens no item."""
_COUNTING = pattern("[一二三四五六七八九十]是")
"""An item that may also stand inside a sentence."""
_DANGLING = frozenset("和与及或将把被从对向由的以并同")
"""No heading ends in these, unless they are part of a word."""
_LINKING = pattern(
    "(?:围绕|按照|根据|关于|对于|由于|因为|随着|以及|依照|依据|为了|尤其是|不仅|而且|并且|或者|其中|如果|只要|虽然|但是|因此)$"
)
"""Nor in these."""
_ARTICLE = pattern(r"第[〇零一二三四五六七八九十百\d]{1,5}条\s")
_TITLE_END = pattern("(?:通知|意见|办法|规定|条例|报告|讲话|公告|决定|方案|细则|准则|批复|函)$")
_OFFERED = pattern("下载|注册|点击|登录|官网|热线|电话|扫码|二维码|关注|优惠|客服|微信")
"""Words of advertising and of contacts, which end without a mark."""
_RUNNING = pattern("[,。]")
"""Marks of running text, which a dash may go on."""
_TELEPHONE_END = pattern(r"(?<!\d)(?:\d{3,4}-)?\d{3,4}-?\d{4}$")
_BAR_LENGTH = 60
"""A bar over a text is not longer, in code points."""
_NOTE = 60
"""Advertising and contacts are not longer, in code points."""
_ROUNDS = 4
"""Breaks are looked for at most so many times."""
_CLAUSE = 30
"""An article of a law that is longer is a sentence, not a heading, in code points."""
_REMEMBERED = 2000
"""How far back an open quotation is looked for, in code points."""
_PATH = pattern(r"[^>›»。]{1,16}[>›»][^>›»。]{1,16}[>›»]|位置:")
"""Where a page stands in its site."""
_CHANNELS = pattern(rf"(?:{HANZI}{{1,4}}[{SPACES}|]+){{3,}}{HANZI}{{1,4}}")
"""A row of channels over an article."""
_LATIN_SENTENCE = pattern('[A-Za-z]{2}[.!?][)"]?$')
_LATIN_STOPS = ',.;:!?)"'
_LATIN_END = pattern('[A-Za-z0-9][,.;:!?)"]{0,2}$')
_LATIN_START = pattern('[("]?[A-Za-z0-9]')
_ADDRESS_END = pattern(r"(?:://|www\.|@|[a-z0-9]\.)[a-z0-9./_?=&%#@-]*$")


def find_joins(text: str) -> list[Edit]:
    """Breaks inside a sentence, each replaced by nothing, or by a space between two Latin words.

    Lists, verse, tables, programs, headings and captions are left alone. Breaks are looked for anew while some
    are found, because a joined line tells more about its neighbours than its parts did.
    """
    return find_in_rounds(_joins, text, _ROUNDS)


def _joins(text: str) -> list[Edit]:
    lines = read_lines(text)
    if len(lines) < 2:
        return []
    records = find_records(text)
    wrap = find_wrap(lines)
    stanzas = find_stanzas(lines)
    edits: list[Edit] = []
    so_far = ""
    for index, (line, following) in enumerate(pairwise(lines)):
        reason = None
        if not (
            (wrap is None and ends_sentence(line.written)) or records.at(line.start) or records.at(following.start)
        ):
            so_far = so_far or line.text
            in_stanza = stanzas[index] and stanzas[index + 1]
            reason = _join_reason(so_far, line, following, wrap, in_stanza)
        if reason is None:
            so_far = ""
            continue
        glue = " " if _are_words(line, following, wrap) else ""
        edits.append(Edit(line.end, following.start, glue, "layout.join", reason))
        so_far = so_far[-_REMEMBERED:] + glue + following.text
    return edits


def _are_words(line: Line, following: Line, wrap: Wrap | None) -> bool:
    """Whether a space stood between two Latin words at a break, not a cut inside a word or an address."""
    if not _LATIN_END.search(line.written[-3:]) or not _LATIN_START.match(following.written):
        return False
    if _ADDRESS_END.search(line.text[-60:]) or (line.text[-1].isdigit() and following.text[0].isdigit()):
        return False
    return line.text[-1] in _LATIN_STOPS or wrap is None or not wrap.exact


def _join_reason(so_far: str, line: Line, following: Line, wrap: Wrap | None, in_stanza: bool) -> Reason | None:
    """Why two lines belong together, `so_far` being the paragraph that the first one ends; None when they do not."""
    reason = _sentence_reason(so_far, line, following, wrap, in_stanza)
    if reason is None or is_table_row(line.written) or is_table_row(following.written):
        return None
    if following.blank_before and _LATIN_SENTENCE.search(line.written[-5:]):
        return None
    return None if _are_of_site(line.text, following.text) else reason


def _are_of_site(text: str, below: str) -> bool:
    """Whether one of two lines is what a page sets around its text: paths, channels, offers, buttons, a bar over it."""
    if _PATH.search(text[:_NOTE]):
        return True
    around = _CHANNELS.fullmatch(text) is not None or _is_offer(text) or _is_bar_over_text(text, below)
    return around or _is_tools(text) or _is_tools(below)


def _sentence_reason(so_far: str, line: Line, following: Line, wrap: Wrap | None, in_stanza: bool) -> Reason | None:
    """Why two lines are parts of a sentence or of a paragraph, if they are parts of a text at all."""
    if wrap and wrap.indented and wrap.starts_paragraph(following) and line.text[-1] not in ",、":
        return None
    in_stanza = in_stanza and not (wrap and wrap.proved)
    if wrap and not in_stanza and _is_wrapped(line, following, wrap):
        return Reason.of("layout.wrapped", width=wrap.width)
    cut = cut_reason(so_far, following.text)
    return None if in_stanza and line.text[-1] == "," else cut


def _is_wrapped(line: Line, following: Line, wrap: Wrap) -> bool:
    """Whether the width of the page alone broke the text between two lines."""
    if not wrap.is_full(line, following) or wrap.starts_paragraph(following):
        return False
    opens_anew = _opens_anew if not wrap.marked else _stands_apart
    if opens_anew(line.text, following.text):
        return False
    return wrap.proved or not is_verse(line.text, following.text)


def _stands_apart(before: str, after: str) -> bool:
    """Whether a line is a bar or a caption, although the page marks no paragraph there."""
    return _is_whole_bar(after) or DAY_BAR.fullmatch(after) is not None or (ends_sentence(before) and is_caption(after))


def _opens_anew(before: str, after: str) -> bool:
    """Whether a line is an item, a caption or the start of a report, although the one before it is full."""
    if NOTICE.match(after) and ends_sentence(before):
        return True
    if is_dateline(after) or DAY_BAR.match(after) or (ends_sentence(before) and is_caption(after)):
        return True
    if not is_list_item(after) or _REFERRED.match(after) or (after.startswith("——") and _RUNNING.search(before)):
        return False
    return ends_sentence(before) or before[-1] in _STOPS + ")]" or not _COUNTING.match(after)


def _is_bar_over_text(text: str, below: str) -> bool:
    """Whether a line is a whole bar and running text stands below, not the rest of the bar."""
    return is_prose(below) and _is_whole_bar(text) and not ends_sentence(text)


@lru_cache(maxsize=256)
def _is_tools(text: str) -> bool:
    """Whether a line is nothing but buttons."""
    items = read_items(text, 0) if len(text) <= _BAR_LENGTH else []
    return items != [] and items[-1].end == len(text) and all(one.item is Item.TOOL for one in items)


def _is_offer(text: str) -> bool:
    """Whether a line is advertising that ends in a telephone number."""
    return len(text) <= _NOTE and _TELEPHONE_END.search(text) is not None and _OFFERED.search(text) is not None


def _is_bar(text: str) -> bool:
    """Whether a line says who wrote or when, as bars over a text do."""
    return len(text) <= _BAR_LENGTH and opens_item(text, 0)


def _is_whole_bar(text: str) -> bool:
    """Whether a line is nothing but a bar over a text.

    >>> _is_whole_bar("本报记者 王玮"), _is_whole_bar("2月17日上午,王玮")
    (True, False)
    """
    return _is_bar(text) and (items := read_items(text, 0)) != [] and items[-1].end == len(text)


def _is_bracketed_notice(text: str) -> bool:
    """Whether a line is a notice or a credit in brackets, as it stands under an article."""
    return text[0] in "([【" and text[-1] in ")]】" and NOTICE.match(text, 1) is not None


def cut_reason(before: str, after: str) -> Reason | None:
    """Why what stands in two lines must be one sentence, in the simplified form; None when it need not.

    >>> cut_reason("与“严、真、细、实、", "快”要求一脉相承。").code
    'layout.cut_mark'
    >>> cut_reason("同志们:", "现在,我作报告。") is None
    True
    """
    if ends_sentence(before) or before[-1] == "\ufffd":
        return None
    if before[-1] in _UNCLOSED or (after[0] in CANNOT_START and not after.startswith("![")):
        return None if is_list_item(after) else _CUT_MARK
    reason = _CUT_MARK if before[-1] == "," else _cut_inside(before, after)
    return None if reason is None or is_list_item(after) or _are_whole(before, after) else reason


def _are_whole(before: str, after: str) -> bool:
    """Whether two lines are verse, or one of them is a credit, a notice or a bar."""
    if is_verse(before, after) or is_credit(before) or _is_bracketed_notice(after):
        return True
    return _is_bar(before) and (is_dateline(after) or _is_whole_bar(before))


def _cut_inside(before: str, after: str) -> Reason | None:
    """Why lines between which no mark tells must be one sentence."""
    if before[-1] in _STOPS or after[0] in "…—":
        return None
    if _CANNOT_BEGIN.match(after) or _dangles(before) or splits_word(before, after):
        return _CUT_WORD
    opened = left_open(before[-_REMEMBERED:])
    if opened and closes(opened, first_mark(after)):
        return _CUT_QUOTATION
    if (after[0] == "《" and before[-1] == "了") or (after[-1] == ";" and is_list_item(before)):
        return _CUT_SENTENCE
    return _CUT_SENTENCE if _goes_on(after) and _is_left_off(before) else None


def _dangles(text: str) -> bool:
    """Whether a line ends in a word that something must follow.

    >>> _dangles("编制土地利用总体规划和"), _dangles("社会安定祥和")
    (True, False)
    """
    if _LINKING.search(text[-3:]):
        return True
    return text[-1] in _DANGLING and not frequency(text[-2:]) and not frequency(text[-3:])


def _is_left_off(text: str) -> bool:
    """Whether a line is running text that just stops, not broken off on purpose (…[详细])."""
    if (is_dateline(text) and text[-1] != ")") or (_ARTICLE.match(text) and len(text) > _CLAUSE):
        return True
    long = len(text) > HEADING_LENGTH and "、" in text and " " not in text and not _TITLE_END.search(text[-2:])
    return (
        (long or is_prose(text))
        and not is_caption(text)
        and text[-1] not in ")]】"
        and not _BROKEN_OFF.search(text[-12:])
    )


def _goes_on(text: str) -> bool:
    """Whether a line can be the rest of a sentence: it ends as a sentence and is nothing else."""
    return (
        (text[-1] == ";" or ends_sentence(text) or is_prose(text))
        and not is_dateline(text)
        and not NOTICE.match(text)
        and not is_heading_like(text)
        and not is_caption(text)
    )
