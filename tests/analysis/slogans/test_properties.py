"""What holds for the slogans of any text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.slogans import find_slogans
from reader.analysis.slogans.candidates import key_of
from reader.analysis.slogans.lines import find_quotations
from reader.script.folding import simplify
from tests.analysis.slogans.articles import article_of

_PIECES = [
    *"“”‘’「」、，。：；！（）—\n",
    "四个一",
    "三种精神",
    "担当精神",
    "转作风",
    "强能力",
    "抓落实",
    "坚持",
    "的",
    "机制",
    "就是",
]
_SETS = [
    "“敢”字当头",
    "“六条铁规”的前三条",
    "后三条",
    "“三查三改”即",
    "查思想",
    "改问题",
    "只有实干，才能兴邦",
    "以实干论英雄、以实绩论高下",
    "产业、人才三大战略机遇",
    "“板凳会”",
    "打造开放新高地、文化新高地、生态新高地",
    "必须真抓实干",
    "五个必须",
    "## 一、项目攻坚年：",
    "“‘红色管家’进楼”行动",
    "通过“一口受理”由专人办理",
]
TEXTS = st.lists(
    st.sampled_from([*_PIECES, *_SETS, "开展", "行动", "一是", "“双十”", "聚焦", "2", "a"]), max_size=40
).map("".join)


@settings(max_examples=600)
@given(TEXTS)
def test_every_mention_and_member_is_a_stretch_of_the_text(text: str) -> None:
    article = article_of(text)
    for slogan in find_slogans(article):
        passages = [*slogan.mentions, *slogan.says, *(p for m in slogan.members for p in m.says)]
        for passage in passages:
            assert 0 <= passage.start < passage.end <= len(article.paragraphs[passage.paragraph].text)
        for member in slogan.members:
            assert member.passage is None or article.text_of(member.passage) == member.text


@settings(max_examples=600)
@given(TEXTS)
def test_a_mention_stands_inside_its_outer_quotation_marks(text: str) -> None:
    article = article_of(text)
    for slogan in find_slogans(article):
        for words in [slogan.text, *(article.text_of(mention) for mention in slogan.mentions)]:
            assert not (words[0] in "“「" and words[-1] in "”」" and words.count(words[0]) == 1)


@settings(max_examples=600)
@given(TEXTS)
def test_slogans_are_distinct_and_in_the_order_of_their_first_mention(text: str) -> None:
    slogans = find_slogans(article_of(text))
    firsts = [slogan.mentions[0] for slogan in slogans]
    assert firsts == sorted(firsts)
    assert all(slogan.forms[0] == slogan.text for slogan in slogans)
    names = [(slogan.kind, key_of(simplify(slogan.text))) for slogan in slogans]
    assert len(set(names)) == len(names)


@settings(max_examples=600)
@given(TEXTS)
def test_keys_tell_the_slogans_of_an_article_apart(text: str) -> None:
    keys = [slogan.key for slogan in find_slogans(article_of(text))]
    assert all(keys)
    assert len(set(keys)) == len(keys)


@settings(max_examples=600)
@given(TEXTS)
def test_complete_means_that_as_many_members_are_stated_as_declared(text: str) -> None:
    for slogan in find_slogans(article_of(text)):
        assert not slogan.complete or len(slogan.members) == slogan.declared


@settings(max_examples=600)
@given(TEXTS)
def test_quotations_lie_inside_one_another_or_apart(text: str) -> None:
    quotations = find_quotations(text)
    for one in quotations:
        for other in quotations:
            assert (
                one is other
                or not one.span.overlaps(other.span)
                or one.span.covers(other.span)
                or other.span.covers(one.span)
            )
