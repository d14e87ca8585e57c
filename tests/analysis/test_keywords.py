"""Keywords name what an article is about, and every one has its places."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.keywords import MOST_KEYWORDS, find_keywords
from reader.library.intake import read_bytes
from reader.model import Article, Kind, Passage, Slogan, SloganKind
from tests.articles import article_of_lines

LINES = (
    "河道长制在清源县全面推行，清源县二十名河道长走上岗位。",
    "河道长要做到“八项承诺”，清源县为河道长配备了巡河终端，巡河终端能够及时上报问题。",
    "“八项承诺”写在清源县的公示牌上，但是因为经费不足，一些河道长还没有巡河终端。",
)


def article_of(*lines: str, kinds: tuple[Kind, ...] = ()) -> Article:
    return article_of_lines(lines, kinds)


def words_of(article: Article) -> list[str]:
    return [keyword.text for keyword in find_keywords(article)]


def test_what_stands_together_is_one_keyword() -> None:
    words = words_of(article_of(*LINES))
    assert {"清源县", "巡河终端", "八项承诺"} <= set(words)
    assert "终端" not in words


def test_function_words_plain_words_numbers_and_single_characters_are_none() -> None:
    words = words_of(article_of(*LINES, "2022年3月，该县进行了50次检查，加强了工作。因为如此，所以我们应当努力。"))
    assert not {"因为", "但是", "进行", "加强", "工作", "一些", "2022", "50", "次", "县", "我们"} & set(words)
    assert all(len(word) > 1 for word in words)


def test_policy_terms_are_kept_whole() -> None:
    text = "推动高质量发展，坚持全面从严治党，高质量发展是首要任务。"
    assert {"高质量发展", "全面从严治党"} <= set(words_of(article_of(text)))


def test_keywords_are_given_in_the_script_of_the_page() -> None:
    words = words_of(article_of("營商環境是城市的名片，優化營商環境要靠營商環境專班。"))
    assert words[0] == "營商環境"


def test_every_mention_is_counted_in_its_place() -> None:
    article = article_of(*LINES)
    for keyword in find_keywords(article):
        assert keyword.count == len(keyword.mentions)
        assert keyword.text in {article.text_of(mention) for mention in keyword.mentions}
        assert list(keyword.mentions) == sorted(keyword.mentions)


def test_bylines_and_furniture_are_not_looked_at() -> None:
    article = article_of("环保督察组进驻。", "广告位招租广告位招租", kinds=(Kind.BODY, Kind.FURNITURE))
    assert not any("招租" in word for word in words_of(article))


def test_a_word_of_the_headline_counts_more() -> None:
    kinds = (Kind.TITLE, Kind.BODY)
    plain = {word.text: word.score for word in find_keywords(article_of("湿地保护", "湿地里有候鸟。"))}
    headed = {word.text: word.score for word in find_keywords(article_of("湿地保护", "湿地里有候鸟。", kinds=kinds))}
    assert headed["湿地"] > plain["湿地"]
    assert headed["候鸟"] == plain["候鸟"]


@pytest.mark.parametrize(
    ("lines", "kept", "left_out"),
    [
        # What a clause does to a thing is no part of its name.
        (("市长会见老挝副总理。", "他会见老挝副总理一行。"), {"老挝副总理"}, {"会见老挝副总理", "会见"}),
        (("会议审议国务院议案。", "代表审议国务院议案。"), {"国务院议案"}, {"审议国务院", "审议国务院议案"}),
        (("企业提出申请。", "居民提出申请，街道受理申请书。"), {"申请书"}, {"提出申请", "居民提出申请"}),
        (("建设社会主义现代化国家，建设社会主义现代化国家。",), set(), {"建设社会主义现代化国家"}),
        # Counts and ordinals that end a run.
        (("设专员二人，专员二人由院长派任。",), {"专员"}, {"专员二人"}),
        (("第三版刊登城市更新。", "第三版又载城市更新。"), {"城市更新"}, {"第三版"}),
        # Who reported, and the number of a document.
        (
            ("本报讯（记者 段利勇 张鑫）湿地公园开园。", "本报记者段利勇报道，湿地公园。"),
            {"湿地公园"},
            {"段利勇", "张鑫"},
        ),
        (("根据国办发〔2016〕19号精神，公开政务信息。",), {"政务信息"}, {"国办发"}),
        # A name and its short form are one, in the name's words; a name of a person is not cut.
        (("市南区召开大会，市南区动员，市南先行。",), {"市南区"}, {"市南"}),
        (("李家超今日发表讲话，李家超表示，李家超介绍施政报告。",), {"李家超"}, {"李家"}),
        # Bodies and traditional characters.
        (("經濟部推動淨零轉型，經濟部輔導產業。",), {"經濟部"}, set()),
    ],
)
def test_names_are_kept_whole_and_free_of_what_stands_around_them(
    lines: tuple[str, ...], kept: set[str], left_out: set[str]
) -> None:
    words = set(words_of(article_of(*lines)))
    assert kept <= words
    assert not left_out & words


def test_words_of_a_set_phrase_alone_are_no_keywords() -> None:
    article = article_of("全力以赴“案无积卷、事不过夜”。", "河道长巡河，河道长上岗。")
    slogan = Slogan("案无积卷、事不过夜", SloganKind.QUOTED, (Passage(0, 5, 14),), ("案无积卷、事不过夜",))
    assert "积卷" not in {keyword.text for keyword in find_keywords(article, (slogan,))}
    assert "河道长" in {keyword.text for keyword in find_keywords(article, (slogan,))}


@given(st.lists(st.text(alphabet="市南区作风能力提升的，。a1 (\ufffd\u3000𠀀", max_size=40), max_size=4))
@settings(max_examples=60, deadline=None)
def test_any_text_gives_at_most_so_many_with_scores_in_order(lines: list[str]) -> None:
    found = find_keywords(article_of(*(line or "空" for line in lines)))
    assert len(found) <= MOST_KEYWORDS
    assert [word.score for word in found] == sorted((word.score for word in found), reverse=True)


def test_the_samples_name_their_subjects() -> None:
    from reader.library.locations import samples

    expected = {"000": "作风能力提升", "001": "城市更新", "002": "擂臺比武", "003": "作風提升", "004": "作风兴市"}
    for path in samples():
        assert expected[path.name[:3]] in words_of(read_bytes(path.read_bytes())), path.name
