"""Restoration against damage done forward: what a page determines comes back, what is lost is said to be lost."""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import LOST_CHARACTER, Decoded, Origin, Restored, Span, apply_edits, check_disjoint
from reader.restoration.decoding import decode
from reader.restoration.passes import byte_passes, carry_out, restore
from reader.structure.articles import build_article
from tests.damage.conversion import in_traditional
from tests.damage.furniture import Line
from tests.damage.judging import Judge, Tally
from tests.damage.layouts import draw_layout, draw_one_line, draw_wrapped
from tests.damage.pages import KINDS, Page, character_farm, gbk_farm, locked_page
from tests.damage.texts import Article, own_articles

Farm = Callable[..., Page]
OWN = own_articles()
NOTED = "农谚与方言"
"""The text with genuine phonetic notes, and with verse."""
TABLED = "统计公报"
"""The text with a table, whose rows are no more than rows of names and numbers once all is one line."""
SOUND = ("folded, lines", "one line", "wrapped", "cut sentences", "furniture")
MISREAD = [name for name in KINDS if " as " in name and "big5" not in name]
HAZARDS = (
    *("？！", "！！！", "？", "……", "——", "“？”", "“‘内’外”", "…?", "!", "~", "·", "（〇）", "＋", "ＡＢＣ"),
    *("（GDP）", "（B超）", "（app）", "（LED）", "(APP)", "C++", "A/B", "R&D", "AT&T", "T+1", "naïve", "í", "5G"),
    *("3:2", "15:35:00", "2.0", "1,234", "50%", "30m³", "H₂O", "￥5", "$5", "3·15", "x^2+y_1", "〔2022〕35号"),
    *("№5", "①", "㎡", "℃", "Ⅲ", "β", "α粒子", "→", "■", "※", "<5", ">3", "&", "[1]", "{x}", "`ls`", "a_b"),
    *("user@example.com", "https://example.com/a?b=c&d=e", "#标签#"),
)
"""What looks like damage and is none."""
SEEDS = st.integers(0, 2**32).map(random.Random)


def examples(count: int) -> settings:
    """As many examples as `count` of a hundred of the profile's."""
    return settings(max_examples=max(1, count * settings().max_examples // 100))


@st.composite
def articles(draw: st.DrawFn, but: Collection[str] = ()) -> Article:
    """A headline and some paragraphs of one of the texts with hazards."""
    title, *others = OWN[draw(st.sampled_from(sorted(OWN.keys() - set(but))))]
    start = draw(st.integers(0, max(0, len(others) - 6)))
    return (title, *others[start : start + draw(st.integers(5, 14))])


@st.composite
def hazardous(draw: st.DrawFn) -> Article:
    """An article with hazards inside its sentences."""
    title, *others = draw(articles())
    lines = []
    for role, text in others:
        at = draw(st.integers(0, len(text)))
        lines.append(Line(role, text[:at] + draw(st.sampled_from(HAZARDS)) + text[at:]))
    return (title, *lines)


def pages(kinds: Sequence[str], but: Collection[str] = ()) -> st.SearchStrategy[Page]:
    return st.builds(lambda name, article, rng: KINDS[name](article, rng), st.sampled_from(kinds), articles(but), SEEDS)


@st.composite
def farm_pages(draw: st.DrawFn, but: Collection[str] = ()) -> Page:
    """A page of a site that annotates only what conversion changes, in lines, on one line or wrapped."""
    article, rng = draw(articles(but)), draw(SEEDS)
    layout = draw(st.sampled_from((draw_layout, draw_one_line, draw_wrapped)))(rng)
    return draw(st.sampled_from((gbk_farm, character_farm)))(article, rng, layout, even=True)


def cleaned(page: Page) -> Restored:
    return restore(decode(page.bytes))


def counted(page: Page) -> Tally:
    return Judge(page, cleaned(page)).repairs()


@examples(40)
@given(farm_pages())
def test_what_bytes_and_readings_determine_comes_back(page: Page) -> None:
    counts = counted(page)
    assert counts["recoverable exact"] == counts["recoverable"]


@examples(40)
@given(farm_pages(but=[NOTED]))
def test_nothing_is_wrong_that_is_not_marked(page: Page) -> None:
    counts = counted(page)
    assert counts["lost exact"] + counts["lost marked"] == counts["lost"]
    assert (counts["wrong certain"], counts["wrong likely"], counts["wrong lost"]) == (0, 0, 0)


@examples(30)
@given(farm_pages())
def test_every_annotation_goes(page: Page) -> None:
    counts = counted(page)
    assert counts["annotations removed"] == counts["annotations"]


@examples(20)
@given(SEEDS, st.sampled_from((gbk_farm, character_farm)))
def test_genuine_phonetic_notes_stay_on_annotated_pages(rng: random.Random, damage: Farm) -> None:
    page = damage(OWN[NOTED], rng, draw_layout(rng), even=True)
    text = cleaned(page).text.replace("(", "（").replace(")", "）")
    assert [note for note in ("瘥（chài）", "薅（hāo）", "甪（lù）") if note not in text] == []


@examples(40)
@given(pages([*SOUND, "clean"]))
def test_sound_text_keeps_every_character(page: Page) -> None:
    judge = Judge(page, cleaned(page))
    assert judge.alignment.differences == ()
    assert all(e.fix.startswith("layout") or e.fix == "punctuation" for e in judge.restored.edits)


@examples(20)
@given(articles(), st.booleans())
def test_a_clean_article_is_left_as_it_is(article: Article, traditional: bool) -> None:
    text = "\n".join(in_traditional(line.text) if traditional else line.text for line in article)
    assert [e for e in restore(Decoded(text, ())).edits if not e.fix.startswith("layout")] == []


@examples(60)
@given(hazardous(), st.booleans())
def test_hazards_inside_clean_sentences_are_left_as_they_are(article: Article, traditional: bool) -> None:
    text = "\n".join(in_traditional(line.text) if traditional else line.text for line in article)
    restored = restore(Decoded(text, ()))
    assert "".join(restored.text.split()) == "".join(text.split())


@examples(20)
@given(st.builds(locked_page, articles(), SEEDS))
def test_what_two_misreadings_destroyed_is_shown_as_lost(page: Page) -> None:
    restored = cleaned(page)
    assert "锟斤拷" not in restored.text
    assert not page.lost or LOST_CHARACTER in restored.text
    counts = Judge(page, restored).repairs()
    assert (counts["wrong certain"], counts["wrong likely"]) == (0, 0)


@examples(40)
@given(
    st.one_of(
        farm_pages(but=[NOTED]),
        pages([*SOUND, "entities", "clean"], but=[NOTED]),
        pages(["folded, lines", "furniture", "entities", "clean"]),
    )
)
def test_cleaning_again_changes_nothing(page: Page) -> None:
    """Verse in a flattened page is left out: the gaps that told its lines apart are gone from the cleaned text."""
    once = cleaned(page).text
    assert restore(Decoded(once, ())).edits == ()


@examples(20)
@given(pages([*KINDS]), st.data())
def test_an_edit_can_be_undone_alone(page: Page, data: st.DataObject) -> None:
    restored = cleaned(page)
    if restored.edits:
        index = data.draw(st.integers(0, len(restored.edits) - 1))
        edit, span = restored.edits[index], restored.replacement_span(index)
        before = restored.source.text[edit.start : edit.end]
        expected = restored.text[: span.start] + before + restored.text[span.end :]
        assert restored.without(edit).text == expected


@examples(20)
@given(pages([*KINDS]))
def test_offsets_map_both_ways(page: Page) -> None:
    restored = cleaned(page)
    source, at, done = restored.source.text, 0, 0
    for index, edit in enumerate(restored.edits):
        span = restored.replacement_span(index)
        assert restored.text[at : span.start] == source[done : edit.start]
        assert restored.from_source(edit.span) == span or edit.start == edit.end
        if span.start > at:
            last = Span(span.start - 1, span.start)
            assert restored.to_source(last) == Span(edit.start - 1, edit.start)
            assert restored.from_source(restored.to_source(last)) == last
        at, done = span.end, edit.end
    assert restored.text[at:] == source[done:]


@examples(20)
@given(pages([*KINDS]))
def test_edits_put_together_do_what_the_passes_did_one_after_the_other(page: Page) -> None:
    source = decode(page.bytes)
    text = source.text
    for find in byte_passes(source.text):
        edits = tuple(find(text))
        check_disjoint(edits, len(text))
        text = apply_edits(text, edits)
    assert carry_out(source, byte_passes(source.text)).text == text


@examples(20)
@given(pages(["entities", "mixed encodings"]))
def test_entities_and_mixed_encodings_come_back_whole(page: Page) -> None:
    assert Judge(page, cleaned(page)).alignment.differences == ()


@examples(40)
@given(pages(MISREAD, but=[NOTED]))
def test_text_read_in_the_wrong_encoding_comes_back_but_for_what_is_lost(page: Page) -> None:
    judge = Judge(page, cleaned(page))
    assert judge.repairs()["wrong certain"] == 0
    assert judge.characters()["errors unexcused"] == 0


@examples(30)
@given(pages([*SOUND, "clean"], but=[TABLED]))
def test_no_paragraph_of_an_article_is_called_furniture(page: Page) -> None:
    restored = cleaned(page)
    judge = Judge(page, restored)
    judge.structure(build_article(restored, "", Origin()))
    assert [fault for fault in judge.faults if "called furniture" in fault and not fault.startswith("title")] == []


@examples(30)
@given(pages([*KINDS]))
def test_every_character_is_in_a_paragraph(page: Page) -> None:
    restored = cleaned(page)
    article = build_article(restored, "", Origin())
    told = [i for paragraph in article.paragraphs for span in paragraph.spans for i in range(*span)]
    assert told == sorted(set(told))
    assert {i for i, c in enumerate(restored.text) if not c.isspace()} <= set(told)


@examples(100)
@given(st.text(alphabet="?!,。”網絡(wǎng)ā\ue0e3笔蠀/p>\n&;9\ufffd\x00锟斤拷Ã¤", max_size=80))
def test_no_text_makes_it_fail(text: str) -> None:
    restored = restore(Decoded(text, ()))
    assert restored.source.text == text
    assert build_article(restored, "", Origin()).restored is restored


@pytest.mark.parametrize(
    ("kind", "most"),
    [
        ("gbk farm, lines", 0.005),
        ("gbk farm, one line", 0.015),
        ("character farm, lines", 0.005),
        ("character farm, one line", 0.015),
    ],
)
def test_few_characters_of_damaged_articles_are_wrong_after_repair(kind: str, most: float) -> None:
    total: Tally = Tally()
    for name in sorted(OWN.keys() - {NOTED}):
        for seed in range(3):
            page = KINDS[kind](OWN[name], random.Random(f"{name} {seed}"))
            total += Judge(page, cleaned(page)).characters()
    assert total["errors before"] > 0.3 * total["characters"]
    assert total["errors after"] <= most * total["characters"]
