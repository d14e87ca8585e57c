"""What the text says of a formulation, of its members, and who put it forward."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from reader.analysis.slogans.candidates import Part
from reader.analysis.slogans.lines import MARKS, Line, clauses
from reader.analysis.slogans.numbered import value_of
from reader.lexicons.formulations import related_words
from reader.lexicons.words import frequency
from reader.model import Passage, Span

_SHORTEST = 6
"""Code points that a clause needs to explain something."""
_LOOKED_AT = 12
"""Mentions that are read for an explanation."""
_MOST = 3
"""Sentences at most."""
_PROPOSING = re.compile(r"创新提出|提出|倡导|倡议|立下|推出|首创|喊出|确立|定下")
_LEAD = re.compile(r"(?:这是|会上|随后|当时|日前|近日|由|据|早在\d+年|是)*")
_PROPOSER = re.compile(
    r"(?P<who>[\u4e00-\u9fff]{1,12}?(?:省委|市委|区委|县委|委员会|党中央|中央|国务院|政府|集团|公司|大学|街道|总书记|书记|部门|省|市|区|县|镇|乡|局|委|部|院|办)(?:书记|市长|县长|区长|局长|主任|主要负责人)?)"
)
_EXPLAINING = re.compile(r"即|就是|是指|指的是|也就是|由|通过|实现|倒逼|意味着|包括|旨在|核心是|要求")
_ACTING = re.compile(
    r"(?:[\u4e00-\u9fff]{0,8}(?:由|将|把(?![控握关脉])|通过|让|只需|即可|可以?|实行|做到|归并|整合|压缩|缩短|全程|统一|每[周月季年天日个名])|"
    r"对|为|以|按|从|凡是?|变|倒逼|实现|做到|发现|解决|避免|方便|帮助|居民|群众|企业)"
)
"""How a clause goes on that says what is done under a name."""
_DEFINING = re.compile(
    r"(?:机制|制度|模式|工作法|活动|行动|工程|平台|服务)?(?:,?(?:即|就是|是指|指的是|也就是)|是(?!全|我|一)|有\d+[^,。;]*$)"
)
_HOW = re.compile(r"(?:可?统一)?(?:将(?=[^,]*[交由归入到给送纳])|把(?![控握关脉])|由|通过)|可统一")
_SET_UP = re.compile(
    r"(?:建立|健全|推行|实行|试行|创新|打造|搭建|组建|成立|探索|推出|公布|制定|设立|构建|首创|推广|开设|开展|实施|启动|提出|"
    r"落实|践行)(?:了|起|并推广)?[^,。;]{0,14}$"
)
"""What stands before a way of working where a sentence introduces it."""
_CALLED_A_WAY = re.compile(r"[”’」』]?(?:工作|服务|管理)?(?:机制|制度|模式|工作法|平台|做法|办法|服务|行动|活动)")
"""What makes any formulation before it a way of working."""
_ASKED = re.compile(r"[”’」』]?[?？]")
_ANSWER = re.compile(r"[^。!?;:]{0,12}(?:就是|是指|即|意思是|简单说|说白了)")
"""How a sentence begins that answers 何为“板凳会”?"""
_ONLY_NAMED = re.compile(
    r"[^,。;]*(?:会|会议|大会|以来|期间|精神|[中上下时后]|之际|契机|主体|相关|方案|小组|办公室|部署|意见|决定|通知)$"
)
"""What follows the name in its clause where the sentence is about something else: 行动大会."""
_REPORTING = re.compile(
    r"(?:[\u4e00-\u9fff]{0,12}(?:强调|指出|表示|召开|介绍|要求|认为))|近日|日前|今年|去年|截至|重点围绕|全面推进|同时|此外|\d+[年月日]|并推|先后"
)
"""How a clause begins that reports something else."""
_AWAY = 200
"""Code points before and behind a formulation in which its explanation stands."""
_STOP = frozenset("的一是在和了有不为要以与对中上下大人到等就也都而及其于之将把被从向所并各以、,。;:!?“”‘’()《》 ")


def says_of(
    mentions: Sequence[Passage], lines: dict[int, Line], loosely: bool, others: Sequence[Passage] = ()
) -> tuple[Passage, ...]:
    """The clauses that explain a formulation where it is named; none where it is only named.

    Args:
        mentions: Where it stands.
        lines: The paragraphs by index.
        loosely: Take what is done and how, about the name of a way of working, for an explanation too.
        others: Where other formulations stand; a clause that names one is about that one. Sorted.
    """
    found: list[Passage] = []
    for mention in mentions[:_LOOKED_AT]:
        line = lines[mention.paragraph]
        is_way = loosely or bool(_CALLED_A_WAY.match(line.text, mention.end))
        if not line.is_headline and (span := _explanation(line, mention, is_way, others)):
            passage = line.passage(span)
            if passage not in found:
                found.append(passage)
        if len(found) == _MOST:
            break
    return tuple(found)


def _explanation(line: Line, mention: Passage, loosely: bool, others: Sequence[Passage]) -> Span | None:
    """The clauses of a sentence that explain a formulation: its own if it says how, and those that go on about it."""
    whole = line.sentence_at(mention.start)
    sentence = Span(max(whole.start, mention.start - _AWAY), min(whole.end, mention.end + _AWAY))
    pieces = [p for p in clauses(line.text, sentence, ",:;。!?—") if line.words(p).strip(MARKS)]
    own = next((n for n, piece in enumerate(pieces) if piece.start <= mention.start < piece.end), None)
    if own is None:
        return None
    if _ASKED.match(line.text, mention.end) and _ANSWER.match(line.text, whole.end):
        answer = line.sentence_at(whole.end)
        return _without_marks(line.text, Span(answer.start, min(answer.end - 1, answer.start + _AWAY)))
    start = _beginning(line, pieces[own], mention, loosely)
    freely = loosely and _is_set_up(line.text, pieces[own], mention)
    end = start
    for clause in pieces[own + 1 :]:
        if clause.start < mention.end:
            continue
        first = end is None
        if _names_another(line, clause, mention, others, freely) or _REPORTING.match(line.text, clause.start):
            break
        if first and not (freely or _explains(line, clause, loosely) or _is_predicate(line.text, clause, mention)):
            break
        start, end = clause.start if start is None else start, clause.end
    if start is None:
        return None
    stop = pieces[own].end if end is None or end == start else end
    if freely and stop >= pieces[-1].end:
        stop = _continued(line, sentence.end, mention, others) or stop
    return _without_marks(line.text, Span(start, max(stop, mention.end)))


def _continued(line: Line, end: int, mention: Passage, others: Sequence[Passage]) -> int | None:
    """Where the next sentence ends, if it has no subject of its own and so goes on about what was introduced."""
    if end >= len(line.text) or not _GOING_ON.match(line.text, end):
        return None
    sentence = line.sentence_at(end)
    if sentence.length > _AWAY or _names_another(line, sentence, mention, others, False):
        return None
    return sentence.end - 1


_GOING_ON = re.compile(
    r"组织|通过|由|将|把|按照?|凡是?|每[周月季年天日]|只需|只要|全程|统一|该(?:机制|制度|平台|模式|活动|行动|工程|工作法|专班)"
)
"""How a sentence goes on about what the one before introduced."""


def _beginning(line: Line, clause: Span, mention: Passage, loosely: bool) -> int | None:
    """Where a clause begins to explain what it names, as in 将材料交由中心“一口受理”; None if it only names it."""
    after = line.text[mention.end : clause.end].lstrip("”’」』")
    if _DEFINING.match(after) and (len(after) >= _SHORTEST or after.startswith("有")):
        return clause.start
    if loosely and line.text.startswith("对", clause.start) and _is_set_up(line.text, clause, mention):
        return clause.start
    if (
        loosely
        and (how := _HOW.search(line.text, clause.start, mention.start))
        and mention.start - how.end() >= _SHORTEST
    ):
        return how.start()
    return None


def _is_set_up(text: str, clause: Span, mention: Passage) -> bool:
    """Whether a clause introduces a way of working, so that the sentence goes on about it: 打造“…平台”,…"""
    before = text[clause.start : mention.start].rstrip(MARKS)
    after = text[mention.end : clause.end].lstrip(MARKS).partition("、")[0]
    return bool(_SET_UP.search(before)) and len(after) <= _HEAD and not _ONLY_NAMED.match(after)


def _is_predicate(text: str, clause: Span, mention: Passage) -> bool:
    """Whether a clause says what the words right before it are: ‘擂台比武’,是比拼,更是交流."""
    return text.startswith("是", clause.start) and not text[mention.end : clause.start].strip(MARKS + ",")


def _names_another(line: Line, clause: Span, mention: Passage, others: Sequence[Passage], freely: bool) -> bool:
    """Whether a clause is about another formulation; one that it opens with may say what the introduced one is."""
    low = bisect_left(others, line.passage(clause))
    return any(
        other.paragraph == line.index
        and other.start < clause.end
        and not mention.span.overlaps(other.span)
        and not (freely and other.start - clause.start <= _APPOSED)
        for other in others[low : low + 1]
    )


_HEAD = 10
"""Code points at most of what a way of working is called behind its name: 审批改革新措施."""
_APPOSED = 2
"""Code points at most before a formulation that stands in apposition: 变“"""


def _explains(line: Line, clause: Span, loosely: bool) -> bool:
    if not (_EXPLAINING.match(line.text, clause.start) or (loosely and _ACTING.match(line.text, clause.start))):
        return False
    return sum(character not in MARKS for character in line.words(clause)) >= _SHORTEST


def _without_marks(text: str, span: Span) -> Span:
    """A stretch without blanks before it, and without a quotation mark whose partner is not in it."""
    start, end = span
    while start < end and (text[start] in " ”’」』" or (text[start] == "“" and "”" not in text[start:end])):
        start += 1
    if end < len(text) and text[end] in "”’」』" and text.count("“", start, end) > text.count("”", start, end):
        end += 1
    return Span(start, end)


def proposer_of(mentions: Sequence[Passage], lines: dict[int, Line]) -> Passage | None:
    """Who put a formulation forward: the subject of 提出, 立下 or 倡导 in its sentence."""
    for mention in mentions[:_LOOKED_AT]:
        line = lines[mention.paragraph]
        start = max(line.sentence_at(mention.start).start, mention.start - 160)
        acts = list(_PROPOSING.finditer(line.text, max(start, mention.start - 80), mention.start))
        if not acts:
            continue
        before = list(clauses(line.text, Span(start, acts[-1].start()), ",。:;—“”"))
        if not before:
            continue
        clause = before[-1]
        lead = _LEAD.match(line.text, clause.start, clause.end)
        start = max(lead.end() if lead else clause.start, line.text.rfind("的", clause.start, clause.end) + 1)
        who = _PROPOSER.match(line.text, start, clause.end)
        if who:
            return line.passage(Span(*who.span("who")))
    return None


def with_glosses(parts: tuple[Part, ...], mentions: Sequence[Passage], lines: dict[int, Line]) -> tuple[Part, ...]:
    """Members with the clauses that explain them, paired by shared words and characters, never by position."""
    if any(part.says for part in parts) or len(parts) < 2:
        return parts
    places = [part.passage for part in parts if part.passage]
    candidates = _gloss_clauses(places, mentions, lines)
    if not candidates:
        return parts
    texts = [lines[passage.paragraph].words(passage.span) for passage in candidates]
    paired: dict[int, int] = {}
    for members, clauses_here in _blocks(len(parts), candidates, lines):
        here = pair([parts[n].text for n in members], [texts[n] for n in clauses_here])
        paired |= {members[number]: clauses_here[place] for number, place in here.items()}
    if len(paired) * 2 < len(parts):
        return parts  # a chance resemblance or two is no explanation of the set
    return tuple(
        replace(part, says=(candidates[paired[number]],)) if number in paired else part
        for number, part in enumerate(parts)
    )


_BLOCK = re.compile(r"(?P<side>前|后)(?P<number>[一二两三四五六七八九十]{1,3})[条个项种句点]")


def _blocks(count: int, candidates: Sequence[Passage], lines: dict[int, Line]) -> list[tuple[range, list[int]]]:
    """Members and the clauses that can explain them: those between 前六条 and 后六条 explain the first six.

    Without such words every clause can explain every member.
    """
    heads = [
        (match, candidate_paragraph)
        for candidate_paragraph in dict.fromkeys(passage.paragraph for passage in candidates)
        for match in _BLOCK.finditer(lines[candidate_paragraph].text)
    ]
    blocks: list[tuple[range, list[int]]] = []
    for place, (match, paragraph) in enumerate(heads):
        size = min(value_of(match["number"]) or 0, count)
        after = heads[place + 1] if place + 1 < len(heads) else None
        stop = (after[1], after[0].start()) if after else (candidates[-1].paragraph + 1, 0)
        inside = [
            n
            for n, c in enumerate(candidates)
            if (paragraph, match.start()) <= (c.paragraph, c.end) and (c.paragraph, c.start) < stop
        ]
        blocks.append((range(size) if match["side"] == "前" else range(count - size, count), inside))
    if sum(len(members) for members, _ in blocks) == count and len(blocks) > 1:
        return blocks
    return [(range(count), list(range(len(candidates))))]


def _gloss_clauses(places: Sequence[Passage], mentions: Sequence[Passage], lines: dict[int, Line]) -> list[Passage]:
    """Clauses between semicolons behind the name of the set, in the paragraphs that name it."""
    named: dict[int, Passage] = {}
    for mention in mentions:
        if not lines[mention.paragraph].is_headline:
            named.setdefault(mention.paragraph, mention)
    found = []
    for mention in list(named.values())[:_LOOKED_AT]:
        line = lines[mention.paragraph]
        taken = [place for place in (*places, mention) if place.paragraph == mention.paragraph]
        for clause in clauses(line.text, Span(mention.end, min(len(line.text), mention.end + 1500)), ";。:!?"):
            inside = any(place.start < clause.end and clause.start < place.end for place in taken)
            if clause.length >= _SHORTEST and not inside and clause.start > mention.end:
                found.append(line.passage(clause))
    return found[:80]


_CERTAIN = 1.9
"""Evidence that pairs a clause with a member: two characters that only these two share, or a word."""
_WEAK = 0.9
"""Evidence that pairs them where the order of the certain pairs does not speak against it."""


def pair(members: Sequence[str], texts: Sequence[str]) -> dict[int, int]:
    """Members to the clause that shares most with each, one clause to one member; none without evidence.

    >>> pair(["有求必应", "有错必纠"], ["直面错误,及时纠偏", "需求要快速回应"])
    {0: 1, 1: 0}
    """
    grams = [_grams(member) for member in members]
    clause_grams = [_grams(text) for text in texts]
    among_members = _counts(grams)
    among_texts = _counts(clause_grams)
    meanings = [_meanings(member) for member in members]
    clause_meanings = [_meanings(text, shortest=2) for text in texts]
    scores = []
    for number, member in enumerate(grams):
        for place, text in enumerate(clause_grams):
            score = sum(len(gram) / among_members[gram] / among_texts[gram] for gram in member & text)
            score += 2 * len(meanings[number] & clause_meanings[place])
            if score >= _WEAK:
                scores.append((-score, number, place))
    paired: dict[int, int] = {}
    for score, number, place in sorted(scores):
        free = number not in paired and place not in paired.values()
        if free and (-score >= _CERTAIN or _keeps_order(number, place, paired)):
            paired[number] = place
    return paired


def _keeps_order(number: int, place: int, paired: dict[int, int]) -> bool:
    """Whether a pair stands between the nearest pairs before and after it."""
    before = max((known for known in paired if known < number), default=None)
    after = min((known for known in paired if known > number), default=None)
    if before is None or after is None:
        return False
    return paired[before] < place < paired[after]


_LONGEST_WORD = max(map(len, related_words()))


def _meanings(text: str, shortest: int = 1) -> set[str]:
    """The groups of related words that a text touches, with words of `shortest` characters and more."""
    sizes = range(shortest, _LONGEST_WORD + 1)
    words = {text[start : start + size] for size in sizes for start in range(len(text) - size + 1)}
    return {group for word in words for group in related_words().get(word, ())}


def _grams(text: str) -> set[str]:
    """Characters that mean something, and words of two."""
    pairs = {a + b for a, b in pairwise(text) if a not in _STOP and b not in _STOP}
    return {character for character in text if character not in _STOP} | {pair for pair in pairs if frequency(pair)}


def _counts(sets: Sequence[set[str]]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for grams in sets:
        for gram in grams:
            counts[gram] = counts.get(gram, 0) + 1
    return counts
