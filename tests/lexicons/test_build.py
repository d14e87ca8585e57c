"""The packaged tables are what the packages they come from say."""

from __future__ import annotations

from reader.lexicons import build
from reader.lexicons.page_words import page_weight
from reader.lexicons.readings import readings_of
from reader.lexicons.spellings import choices, script_characters, spelling_of
from reader.lexicons.tables import character_table
from reader.lexicons.terms import function_words
from reader.lexicons.weighing import page_lines, page_weights
from reader.lexicons.words import words
from reader.script.folding import simplify


def test_readings_are_those_of_pypinyin() -> None:
    for character, expected in build.readings().items():
        assert readings_of(character) == frozenset(expected), character


def test_words_are_those_of_jieba_and_the_modern_ones() -> None:
    assert {word: count for word, (count,) in words().items()} == build.word_counts()


def test_a_modern_word_has_at_least_the_count_of_its_class_and_keeps_a_higher_one() -> None:
    counts = {word: count for word, (count,) in words().items()}
    assert all(counts[word] >= least for word, least in build.modern_words().items())
    assert (counts["微信"], counts["开发区"]) == (1500, 3667)


def test_character_tables_are_those_of_opencc() -> None:
    for name, table in (("simplify", build.simplify_table()), ("fold", build.fold_table())):
        assert character_table(name) == {ord(old): new for old, new in table.items()}


def test_spellings_are_those_of_opencc_for_the_words_of_jieba() -> None:
    for word, expected in build.spellings().items():
        assert spelling_of(word) == expected, word
    assert choices() == {character: "".join(found) for character, found in build.choices().items()}


def test_no_character_is_of_one_script_and_of_the_other() -> None:
    simplified, traditional = script_characters()
    assert ("".join(sorted(simplified)), "".join(sorted(traditional))) == build.script_characters()
    assert simplified.isdisjoint(traditional)


def test_function_words_are_those_that_jieba_marks() -> None:
    built = set(build.function_words())
    assert function_words() <= built
    assert {"因为", "我们"} <= function_words()
    assert not {"改革", "两会", "大连"} & function_words()


def test_weights_of_words_of_pages_are_counted_on_the_lines_of_the_table() -> None:
    weights = page_weights(page_lines("page"), page_lines("article"))
    assert {word: page_weight(word) for word in weights} == weights
    assert len(weights) > 1000


def test_lines_of_pages_stand_as_lines_are_seen_and_keep_no_numbers() -> None:
    lines = [line for kind in ("page", "article") for block in page_lines(kind) for line in block]
    assert [line for line in lines if simplify(line) != line or not line.strip()] == []
    assert [line for line in lines if set(line) & set("123456789")] == []
