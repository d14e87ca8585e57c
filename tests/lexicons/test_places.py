"""Names of places and verbs are those of the dictionary they were taken from."""

from __future__ import annotations

import marisa_trie
import pytest

from reader.lexicons import build
from reader.lexicons.places import find_places
from reader.lexicons.tables import DATA


@pytest.mark.parametrize(("name", "expected"), [("places", build.places), ("verbs", build.verbs)])
def test_the_packaged_table_is_what_the_dictionary_says(name: str, expected: object) -> None:
    assert callable(expected)
    assert set(marisa_trie.Trie().mmap(str(DATA / f"{name}.marisa"))) == expected()


def test_the_longest_name_is_found() -> None:
    text = "山东省青岛市市南区的老旧小区和开发区"
    assert [text[start:end] for start, end in find_places(text)] == ["山东省", "青岛市", "市南区"]
