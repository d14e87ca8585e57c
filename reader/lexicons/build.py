"""Generate the packaged tables from the packages they come from: `python -m reader.lexicons.build`.

Readings come from pypinyin's data, words from jieba's dictionary and a list of newer ones, variants from opencc's
dictionaries. The tables are compared with those packages in a test, so that a new release of one of them shows up
there.
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterable
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

import marisa_trie

from reader.lexicons.tables import DATA
from reader.lexicons.weighing import page_lines, page_weights


def package_folder(name: str) -> Path:
    """The folder of an installed package, without importing it."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"{name} is needed to build the tables: pip install 'policy-reader[test]'")
    return Path(spec.origin).parent


def readings() -> dict[str, list[str]]:
    """Character to its readings, the most usual one first."""
    from pypinyin.pinyin_dict import pinyin_dict

    return {
        chr(code): [unicodedata.normalize("NFC", reading) for reading in value.split(",")]
        for code, value in pinyin_dict.items()
    }


def word_counts() -> dict[str, int]:
    """Word, simplified and lower case, to its count in jieba's dictionary, or in `modern_words` where that is more."""
    counts: dict[str, int] = {}
    with (package_folder("jieba") / "dict.txt").open(encoding="utf-8") as lines:
        for line in lines:
            word, count, *_ = line.split(" ")
            counts[word.lower()] = max(counts.get(word.lower(), 0), int(count))
    for word, least in modern_words().items():
        counts[word] = max(counts.get(word, 0), least)
    return counts


def modern_words() -> dict[str, int]:
    """Words that came up after jieba's texts were counted, with the least count of each (`modern_words.toml`)."""
    classes = tomllib.loads((Path(__file__).parent / "modern_words.toml").read_text(encoding="utf-8"))
    return {
        word: kind["count"]
        for kind in reversed(classes.values())
        for topic in kind.keys() - {"count"}
        for word in kind[topic].split()
    }


def verbs() -> set[str]:
    """Words of two characters or more that jieba's dictionary tags as verbs and not as nouns too."""
    with (package_folder("jieba") / "dict.txt").open(encoding="utf-8") as lines:
        tagged = (line.rstrip("\n").split(" ") for line in lines)
        return {word.lower() for word, _, tag in tagged if tag == "v" and len(word) > 1}


def total_count() -> int:
    """All counts of jieba's dictionary together."""
    with (package_folder("jieba") / "dict.txt").open(encoding="utf-8") as lines:
        return sum(int(line.split(" ")[1]) for line in lines)


_BUILDING_TAGS = {"c", "p", "d", "r", "m", "mq", "q", "u", "y", "e", "o", "f", "t", "ad"}
"""jieba's tags of words that build sentences, count or date."""


def function_words() -> list[str]:
    """Words of two characters and more that jieba's dictionary marks as building sentences, counting or dating."""
    found = set()
    with (package_folder("jieba") / "dict.txt").open(encoding="utf-8") as lines:
        for line in lines:
            word, _, tag = line.split()
            if tag in _BUILDING_TAGS and len(word) > 1:
                found.add(word)
    return sorted(found)


def places() -> set[str]:
    """Names of provinces, cities, districts, counties and towns in jieba's dictionary.

    Some are tagged as other nouns there (市南区); those count when what stands before 市, 区 or 县 is no usual word.
    """
    kinds = ("省", "自治区", "市", "区", "县", "州", "旗", "镇", "乡", "街道")
    with (package_folder("jieba") / "dict.txt").open(encoding="utf-8") as lines:
        tags = {word: (int(count), tag) for word, count, tag in (line.rstrip("\n").split(" ") for line in lines)}
    named = {w for w, (_, tag) in tags.items() if tag == "ns" and (len(w) > 2 or w[-1] == "县") and w.endswith(kinds)}
    nouns = {w for w, (_, tag) in tags.items() if tag in ("n", "nr", "nrt", "nz") and len(w) == 3 and w[-1] in "市区县"}
    named |= {word for word in nouns if tags.get(word[:2], (0, ""))[0] < 50}
    usual = ("都市", "城市", "郊区", "地区", "户区", "老城区", "旧城区", "主城区", "市辖区")
    return {word for word in named if not word.endswith(usual)}


def opencc_pairs(name: str) -> Iterable[tuple[str, list[str]]]:
    """The entries of one of opencc's dictionaries: what is replaced, and the candidates for it."""
    path = package_folder("opencc") / "dictionary" / f"{name}.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        key, _, values = line.partition("\t")
        if values:
            yield key, values.split(" ")


def reviewed() -> dict[str, Any]:
    """What is reviewed by hand over opencc's tables (`variants.toml`)."""
    return tomllib.loads((Path(__file__).parent / "variants.toml").read_text(encoding="utf-8"))


def _narrow() -> dict[str, str]:
    """Full-width forms, capitals and the ideographic space to half-width lower case, one code point to one."""
    wide = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {"\u3000": " ", "\u00a0": " "}
    small = {c: c.lower() for c in map(chr, range(0x41, 0x250)) if len(c.lower()) == 1 and c.lower() != c}
    return small | _compatible() | {key: value.lower() for key, value in wide.items()}


def _compatible() -> dict[str, str]:
    """Compatibility ideographs and radicals, as PDF files hold them, to the characters they show."""
    codes = (*range(0x2E80, 0x2FE0), *range(0xF900, 0xFB00), *range(0x2F800, 0x2FA20))
    shown = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in codes}
    return {old: new for old, new in shown.items() if old != new and len(new) == 1}


def simplify_table() -> dict[str, str]:
    """The `simplify` form: Simplified, half-width, lower case, one code point to one."""
    table = {old: new[0] for old, new in opencc_pairs("TSCharacters") if len(old) == len(new[0]) == 1}
    table |= reviewed()["simplify"] | _narrow()
    return {old: table.get(new, new) for old, new in table.items() if table.get(new, new) != old}


def variant_links() -> Iterable[tuple[str, str]]:
    """Pairs of characters that are variants of each other."""
    parted = {frozenset(pair) for pair in reviewed()["fold"]["part"]}
    for name in ("STCharacters", "TSCharacters", "TWVariants", "HKVariants"):
        for old, candidates in opencc_pairs(name):
            yield from ((old, new) for new in candidates if frozenset((old, new)) not in parted)
    for characters in reviewed()["fold"]["join"]:
        yield from pairwise(characters)
    yield from reviewed()["simplify"].items()


def fold_table() -> dict[str, str]:
    """The `fold` form: one representative for each class of variants, half-width, lower case."""
    simplify = simplify_table()
    parent: dict[str, str] = {}

    def root(character: str) -> str:
        while parent.setdefault(character, character) != character:
            character = parent[character]
        return character

    for old, new in variant_links():
        if len(old) == len(new) == 1:
            parent[root(old)] = root(new)
    classes: dict[str, set[str]] = {}
    for character in parent:
        classes.setdefault(root(character), set()).add(character)
    table: dict[str, str] = {}
    for members in classes.values():
        plain = [c for c in members if c not in simplify]
        chosen = min(plain or members)
        table |= {character: chosen for character in members if character != chosen}
    return table | {old: table.get(new, new) for old, new in _narrow().items()}


def variants_of_the_standards() -> dict[str, str]:
    """Traditional characters that the usage of Taiwan or Hong Kong puts in the place of OpenCC's, and those."""
    names = ("HKVariants", "TWVariants")
    return {old: new[0] for name in names for old, new in opencc_pairs(name) if old != new[0]}


def script_characters() -> tuple[str, str]:
    """The characters that stand in Simplified text only, and those that stand in Traditional text only."""
    to_traditional = dict(opencc_pairs("STCharacters"))
    to_simplified = dict(opencc_pairs("TSCharacters"))
    variants = variants_of_the_standards()
    traditional = set(variants) | set(variants.values()) | {c for new in to_traditional.values() for c in new}
    simplified = {old for old, new in to_traditional.items() if old not in new} - traditional
    only = {old for old, new in to_simplified.items() if old not in new} - set(to_traditional)
    return "".join(sorted(simplified)), "".join(sorted(only))


def choices() -> dict[str, list[str]]:
    """Simplified characters that have several Traditional ones, and which."""
    return {old: new for old, new in opencc_pairs("STCharacters") if len(new) > 1}


def spellings(least_count: int = 10) -> dict[str, str]:
    """How words of two to four characters are written in Traditional, where a character leaves a choice.

    Args:
        least_count: Rarer words of jieba's dictionary are left out.
    """
    several = set(choices())
    phrases = {old: new[0] for old, new in opencc_pairs("STPhrases")}
    characters = {old: new[0] for old, new in opencc_pairs("STCharacters")}
    longest = max(map(len, phrases))

    def traditional(word: str) -> str:
        pieces, at = [], 0
        while at < len(word):
            size = next((n for n in range(min(longest, len(word) - at), 1, -1) if word[at : at + n] in phrases), 1)
            piece = word[at : at + size]
            pieces.append(phrases[piece] if size > 1 else characters.get(piece, piece))
            at += size
        return "".join(pieces)

    found = {
        word: traditional(word)
        for word, count in word_counts().items()
        if 2 <= len(word) <= 4 and count >= least_count and not several.isdisjoint(word)
    }
    return {word: spelled for word, spelled in found.items() if len(spelled) == len(word)}


def _write_characters(name: str, table: dict[str, str]) -> None:
    keys = sorted(table)
    lines = "".join(keys), "".join(table[key] for key in keys)
    (DATA / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Write every table into the package."""
    DATA.mkdir(exist_ok=True)
    encoded = {character: ",".join(values).encode() for character, values in readings().items()}
    marisa_trie.BytesTrie(sorted(encoded.items())).save(str(DATA / "readings.marisa"))
    counts = ((word, (count,)) for word, count in sorted(word_counts().items()))
    marisa_trie.RecordTrie("<I", counts).save(str(DATA / "words.marisa"))
    marisa_trie.Trie(sorted(places())).save(str(DATA / "places.marisa"))
    marisa_trie.Trie(sorted(verbs())).save(str(DATA / "verbs.marisa"))
    _write_characters("simplify", simplify_table())
    _write_characters("fold", fold_table())
    (DATA / "functions.txt").write_text(" ".join(function_words()) + "\n", encoding="utf-8")
    (DATA / "scripts.txt").write_text("\n".join(script_characters()) + "\n", encoding="utf-8")
    weights = page_weights(page_lines("page"), page_lines("article"))
    weighed = "\n".join(f"{word} {weight}" for word, weight in weights.items())
    (DATA / "page_words.txt").write_text(weighed + "\n", encoding="utf-8")
    spelled = spellings() | {character: "".join(found) for character, found in choices().items()}
    pairs = sorted((word, value.encode()) for word, value in spelled.items())
    marisa_trie.BytesTrie(pairs).save(str(DATA / "spellings.marisa"))


if __name__ == "__main__":
    main()
