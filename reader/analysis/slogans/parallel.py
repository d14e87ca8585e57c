"""Runs of equal build: in quotation marks, side by side, in one clause, in headlines, over headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.analysis.slogans.builds import are_alike, are_equally_long, is_run, shared_from_left, shared_from_right
from reader.analysis.slogans.candidates import Candidate, run_of, stated_parts
from reader.analysis.slogans.lines import (
    MARKS,
    Line,
    Quotation,
    bare,
    coordinated,
    split_highest,
    split_span,
)
from reader.analysis.slogans.numbered import is_number_name
from reader.analysis.slogans.words import (
    ACTS,
    FAULT_AFTER,
    FAULT_PART,
    INTRODUCTION,
    NAMES_AFTER,
    PEOPLE,
    SPOKEN,
    VERBS,
)
from reader.lexicons.terms import plain_verbs
from reader.lexicons.words import frequency
from reader.model import SloganKind, Span

LONGEST_RUN = 24
"""Parts of a run at most."""
_SPEECH = 16
"""Code points from which a quotation may be speech that holds formulations itself."""
_BETWEEN = re.compile(r"[”’」』](?:、|,|和|与|及|以及)?[“‘「『]")
_SPOKEN_RUN = re.compile(r"[你您吗呢吧啊呀哦嘛。!?…《]")
"""What stands in speech, and not in a run; 我 may stand in a run."""
_STRESSED = re.compile(rf"^([^{MARKS}]{{0,3}})[“‘「『]([^{MARKS}]{{1,5}})[”’」』]([^{MARKS}]{{1,6}})$")
"""A part that sets a word apart by marks: 以“学”定向, 甘坐“冷板凳”的定力."""
_ITEM = re.compile(r"[一二三四五六七八九十]+[是要]|第[一二三四五六七八九十]|其[一二三四]")
"""How a part begins that is one of a numbered list."""
_DATE = re.compile(r"[\d·.一二三四五六七八九十]+")
"""A day that an event is called by: 4·18."""
_TAIL = re.compile(
    r"的|等|各|之|正|已|将|都|是|,|、|。|;|:|!|\?|\)|”|’|」|』|——|…|成为|为[主重目核抓载导引基根支契要先本]|氛围|上|中|并|和|$"
)


def adjacent_groups(line: Line) -> Iterator[list[Quotation]]:
    """Quotations that follow each other with nothing or 、 between them, two or more."""
    group: list[Quotation] = []
    for depth in (0, 1) if len(line.quotations) > 1 else ():
        for quotation in (q for q in line.quotations if q.depth == depth):
            if group and not _BETWEEN.fullmatch(line.text, group[-1].end, quotation.start):
                if len(group) > 1:
                    yield group
                group = []
            group.append(quotation)
        if len(group) > 1:
            yield group
        group = []


def adjacent_sets(line: Line) -> Iterator[Candidate]:
    """Three or more quotations of equal build side by side: “日日学”“周周练”“月月比”."""
    for group in (whole[:LONGEST_RUN] for whole in adjacent_groups(line)):
        if NAMES_AFTER.match(line.text, group[-1].end + 1):
            continue
        for size in range(len(group), 2, -1):
            runs = [group[start : start + size] for start in range(len(group) - size + 1)]
            run = next((r for r in runs if is_set([line.words(q.span) for q in r])), None)
            if run:
                yield run_of(line, [q.span for q in run])
                break


def is_set(texts: Sequence[str]) -> bool:
    """Whether quoted words are of equal build and do not merely name kinds of people."""
    if any(map(SPOKEN.search, texts)):
        return False
    return (
        are_alike(texts)
        and sum(map(is_number_name, texts)) < 2
        and not all(text[-1] in PEOPLE | {"号"} for text in texts)
    )


def quoted_run(line: Line, quotation: Quotation) -> Candidate | None:
    """The parallel formulation that a quotation is: two or more parts of equal length, and of equal build if long."""
    span = quotation.span
    ended = line.text[span.end - 1] in "。!"
    if ended:
        span = Span(span.start, span.end - 1)
    words = line.words(span)
    parts = _parts_of(line, span)
    texts = [_BRACKETED.sub("", line.words(part)) for part in parts]
    equal = len({*map(len, texts)}) == 1
    is_verse = (
        len(texts) == 2
        and equal
        and len(texts[0]) in (4, 5)
        and line.text[span.end] == "。"
        and not SPOKEN.search(words)
    )
    if ended and not (is_verse or is_run(texts) or (equal and are_alike(texts))):
        return None
    if len(parts) < 2 or _SPOKEN_RUN.search(words) or _DATE.fullmatch(words) or _NAMED_PLACE.search(words):
        return None
    called = (
        line.text[quotation.end + 1 : quotation.end + 2] == "的" and 3 < len(parts) <= 8 and max(map(len, texts)) <= 10
    )
    if not are_equally_long(texts) and not _nearly_equal(texts) and not called:
        return None
    if len(parts) == 2 and max(map(len, texts)) > 8 and not are_alike(texts):
        return None
    if max(map(len, texts)) > 16 or (len(words) > 60 and not are_alike(texts)):
        return None
    return Candidate(SloganKind.PARALLEL, (line.passage(span),), words, stated_parts(line, parts))


_NAMED_PLACE = re.compile(r"·[^·]*[馆店园街展节杯奖赛季坊厅]$")
"""How the name of a place or an event ends that · divides: 文旅融合·消费馆."""


def _parts_of(line: Line, span: Span) -> list[Span]:
    """The parts of a quotation; where 与 joins the last two of equal length, these too."""
    parts = [bare(line.text, part) for part in split_highest(line.text, span)]
    last = coordinated(line.text, parts[-1]) if len(parts) > 1 else []
    return [*parts[:-1], *last] if len({part.length for part in (*parts[:-1], *last)}) == 1 else parts


_BRACKETED = re.compile(r"\([^()]*\)")
"""What a part adds in brackets: 一窗(端)受理."""


def _nearly_equal(texts: Sequence[str]) -> bool:
    """Whether quoted parts are a run but for their last, or differ by two characters and repeat one in its place."""
    if len(texts) > 3 and sum(map(len, texts)) <= 24 and is_run(texts[:-1]):
        return True
    lengths = [len(text) for text in texts]
    if len(texts) > 2 and 4 <= lengths[0] <= 8 and len(set(lengths[:-1])) == 1:
        return True
    inside = set.intersection(*({*text[1:-1]} for text in texts))
    return len(texts) > 2 and max(lengths) - min(lengths) <= 2 and bool(shared_from_right(texts) or inside)


def headline_runs(line: Line) -> Iterator[Candidate]:
    """Two or more parts of equal length that make up a headline or a part of it, between blanks or 、."""
    if not line.is_headline:
        return
    whole = Span(0, len(line.text))
    for stretch in (*split_span(line.text, whole, ":—【】"), *split_span(line.text, whole, ":—,;【】")):
        parts = [bare(line.text, part) for part in split_highest(line.text, stretch)][:LONGEST_RUN]
        for size in range(len(parts), 1, -1):
            run = next((r for r in _windows(parts, size) if _is_headline_run([line.words(p) for p in r])), None)
            if run and size < len(parts) and line.text[run[0].end] == "、" and not are_alike([*map(line.words, run)]):
                break
            if run:
                yield run_of(line, run)
                break


def _windows(parts: list[Span], size: int) -> Iterator[list[Span]]:
    return (parts[start : start + size] for start in range(len(parts) - size + 1))


def _is_headline_run(texts: Sequence[str]) -> bool:
    length = len(texts[0])
    if not 3 <= length <= 12 or any(len(text) != length for text in texts) or any(map(SPOKEN.search, texts)):
        return False
    if all("称" in text for text in texts):
        return False
    if any(text[0] < "一" and text[0] not in MARKS for text in texts) or (length > _LONG and not are_alike(texts)):
        return False
    return len(texts) > 2 or not _is_one_sentence(*texts)


def _is_one_sentence(first: str, second: str) -> bool:
    """Whether the second half of a headline says what the first half, its subject, does: 小小打火机 打出大市场."""
    continues = second[:2] in ACTS or bool(_CONTINUING.match(second))
    return continues and not (first[:2] in ACTS | plain_verbs() or first[0] in VERBS or _CONTINUING.match(first))


_LONG = 8
"""Code points of the parts of a headline from which they must repeat something."""
_CONTINUING = re.compile(r"[全助奋着合]力|[打走跑闯拓奏绘]出|[赋助]能|促进|带动|迎来|成为")
"""How the second half of a headline begins that goes on about the first."""


def clause_runs(line: Line) -> Iterator[Candidate]:
    """Three or more parts of equal build in running text, between 、 or commas."""
    for separator, stop in (("、", ",。;:!?()—…"), (",", "。;:!?()—…")):
        for stretch in _running_text(line, stop) if line.text.count(separator) > 1 else ():
            if line.text.count(separator, *stretch) > 1:
                yield from _runs(line, split_span(line.text, stretch, separator))


def _running_text(line: Line, stop: str) -> Iterator[Span]:
    """Stretches of the paragraph, and of speech quoted in it, between marks that end a run."""
    yield from split_span(line.text, Span(0, len(line.text)), stop)
    for quotation in line.quotations:
        if quotation.depth == 0 and quotation.span.length > _SPEECH:
            yield from split_span(line.text, quotation.span, stop)


def _runs(line: Line, parts: list[Span]) -> Iterator[Candidate]:
    """The longest runs among the parts of a stretch, from left to right."""
    start = 0
    while start + 3 <= len(parts):
        first, *others = (line.words(part) for part in parts[start : start + 3])
        if others[0] == others[1] or first.endswith(others[1]):
            start += 1
            continue
        found = None
        end = start + 3
        while end <= min(len(parts), start + LONGEST_RUN):
            run = _fitted(line, parts[start:end])
            if run is None and found is not None:
                break
            if run is not None:
                found = run
            elif end > start + 3:
                break
            end += 1
        if found is None:
            start += 1
            continue
        if len(found) > 3 and found[0].start > parts[start].start and _closer_without_first(line, found):
            found = found[1:]
            start += 1
        if not _lists_faults(line, found) and not _SINCE.match(line.text, found[0].start):
            yield run_of(line, found)
        start += len(found)


_SINCE = re.compile(r"[从第]|自(?![己我觉主强立信])")
"""How a list of dates, places or ordinals begins."""


def _closer_without_first(line: Line, run: Sequence[Span]) -> bool:
    """Whether the parts behind one that was cut share a character that it does not have."""
    texts = [line.words(part) for part in run]
    return not (shared_from_left(texts) or shared_from_right(texts)) and bool(
        shared_from_left(texts[1:]) or shared_from_right(texts[1:])
    )


def _fitted(line: Line, parts: Sequence[Span]) -> list[Span] | None:
    """Parts with what leads up to the first and follows the last cut off, if they are then of equal build."""
    first, *middle, last = parts
    length = middle[0].length
    if not 2 <= length <= 14 or min(first.length, last.length) < length - 1:
        return None
    if any(abs(part.length - length) > 1 for part in middle):
        return None
    inside = [_unstressed(line.words(part)) for part in middle]
    if any(map(_UNFIT.search, inside)):
        return None
    sizes = (length, length + 1, length - 1)
    tails = [tail for tail in sizes if 2 <= tail <= last.length and line.text[last.start + tail - 1] not in "的了等地"]
    for head in sizes if tails else ():
        if not 2 <= head <= first.length:
            continue
        fitting = [tail for tail in tails if _may_end(line.text, first, last, head, tail)]
        opening = Span(first.end - head, first.end)
        if not fitting or not _may_begin(line.text, first, opening, head != length):
            continue
        beginning = _unstressed(line.words(opening))
        for tail in () if _UNFIT.search(beginning) else fitting:
            run = [opening, *middle, Span(last.start, last.start + tail)]
            texts = [beginning, *inside, _unstressed(line.words(run[-1]))]
            if _UNFIT.search(texts[-1]) or _goes_on_listing(line.text, run) or _counts(texts) or _are_items(texts):
                continue
            if is_run(texts) or _stress_alike([line.words(part) for part in run]):
                return run
    return None


_UNFIT = re.compile(f"[{MARKS}、()《》]")
"""What stands in no part of a run, a stressed word aside."""


def _unstressed(words: str) -> str:
    """A part without the marks around a word that it sets apart."""
    return _STRESSED.sub(r"\1\2\3", words) if _UNFIT.search(words) else words


def _may_begin(text: str, first: Span, opening: Span, is_resized: bool) -> bool:
    """Whether the first part may begin where it is cut, or where it is a character longer or shorter than the next."""
    start = opening.start
    is_cut = start > first.start
    if (is_cut or is_resized) and text[start] in "的地得了把将让使中被是要须":
        known = opening.length <= 6 and text.startswith(("中国", "中华"), start)
        if not known and text[start : start + 2] not in ACTS:
            return False
    if is_cut and text[start - 1] in "和与及" and text[first.end] == ",":
        return False
    return not (is_cut and _cuts_badly(text, start))


def _goes_on_listing(text: str, run: Sequence[Span]) -> bool:
    """Whether commas part a run whose last part goes on: with a list of its own, or, if it is long, with its noun."""
    after = text[run[-1].end : run[-1].end + 1]
    return text[run[0].end] == "," and (after == "、" or (after == "的" and run[-1].length > _LONG))


def _stress_alike(texts: Sequence[str]) -> bool:
    """Whether every part sets a word apart in the same place and goes on alike: “闯”的精神, “创”的劲头."""
    if len(set(texts)) < len(texts):
        return False
    frames = {(match[1], len(match[2]), match[3][0]) if (match := _STRESSED.match(text)) else None for text in texts}
    return len(frames) == 1 and None not in frames


def _cuts_badly(text: str, start: int) -> bool:
    """Whether a cut parts a word, unless a verb that introduces ends there: 做到|底数清."""
    return splits_a_word(text, start) and not INTRODUCTION.search(text, max(0, start - 8), start)


def _are_items(texts: Sequence[str]) -> bool:
    """Whether parts are numbered one by one: 一是…, 二是…"""
    return all(_ITEM.match(text) for text in texts[:2])


def _counts(texts: Sequence[str]) -> bool:
    """Whether parts are about quantities and dates: 于2004年开始, 历经近20年."""
    return sum(_DIGIT.search(text) is not None for text in texts) > 1


_DIGIT = re.compile(r"\d")


def splits_a_word(text: str, place: int) -> bool:
    """Whether a cut would part two characters that belong together: 生物|技术."""
    across = frequency(text[place - 1 : place + 1])
    return across > 0 and across > max(frequency(text[max(0, place - 2) : place]), frequency(text[place : place + 2]))


def _may_end(text: str, first: Span, last: Span, head: int, tail: int) -> bool:
    """Whether the last part may end after `tail` characters: before a mark or a link, or after a word."""
    end = last.start + tail
    if _TAIL.match(text, end):
        return True
    if tail > _LONG:
        return False
    same = text[first.end - head] == text[last.start]
    if head != tail or frequency(text[end - 1 : end + 1]) > 0:
        return False
    repeated = text[first.end - head : first.end - head + 2] == text[last.start : last.start + 2]
    known = (
        tail == 3 or repeated or text[end - 1] == text[first.end - 1] or (same and frequency(text[end - 2 : end]) > 0)
    )
    return known and (frequency(text[end : end + 2]) > 0 or text[end] in VERBS)


def _lists_faults(line: Line, run: Sequence[Span]) -> bool:
    """Whether a run lists problems rather than aims."""
    if FAULT_AFTER.match(line.text, run[-1].end):
        return True
    start = run[0].start
    introduced = INTRODUCTION.search(line.text[max(0, start - 8) : start])
    clause = re.split(r"[,。;:!?]", line.text[max(0, start - _DEMANDED) : start])[-1]
    blamed = _BLAMING.search(clause) and all(re.search("[不没难未]", line.words(part)) for part in run)
    if blamed and not introduced:
        return True
    return not introduced and not _DEMANDING.search(clause) and all(FAULT_PART.match(line.words(part)) for part in run)


_BLAMING = re.compile(r"(?:存在|发现|出现|针对|防止|避免|杜绝|克服|整治|纠治)[^,。;]{0,12}$")
"""What makes a list of what is not so a list of faults: 发现认定不清楚、证据不确凿."""
_DEMANDED = 16
"""Code points before a run in which a word demands it."""
_DEMANDING = re.compile(r"确保|保证|做到|务求|务必|坚决|必须|始终|绝")
"""What makes a list of what is not done a demand: 确保执行不偏向、不变通、不走样."""
