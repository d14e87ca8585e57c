"""Every sentence is used somewhere, every one that is used is there, and its places are filled in."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

from reader.messages import sentences

PACKAGE = Path(__file__).resolve().parents[1] / "reader"
SENTENCES = sentences("zh")
KEYS = {re.sub(r"\.(one|other)$", "", key) for key in SENTENCES}


def _calls() -> Iterator[tuple[str, ast.Call]]:
    """Each call of `message` and `Reason.of`, with what stands before the key that it names."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                match node.func:
                    case ast.Name(id="message"):
                        yield "", node
                    case ast.Attribute(value=ast.Name(id="Reason"), attr="of"):
                        yield "reason.", node


def _keys(key: ast.expr) -> Iterator[str]:
    """Patterns for the keys that an expression may give: a place that is filled in may hold anything."""
    match key:
        case ast.Constant(value=str(text)):
            yield re.escape(text)
        case ast.JoinedStr(values=parts):
            yield "".join(re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+" for part in parts)
        case ast.IfExp(body=one, orelse=other):
            yield from _keys(one)
            yield from _keys(other)


CALLS = [(re.escape(before) + key, call) for before, call in _calls() for key in _keys(call.args[0])]


def test_every_key_that_is_asked_for_is_there() -> None:
    assert len(CALLS) > 100
    assert {asked for asked, _ in CALLS if not any(re.fullmatch(asked, key) for key in KEYS)} == set()


def test_every_sentence_is_asked_for() -> None:
    asked = re.compile("|".join({key for key, _ in CALLS if key != r"reason\..+"}))
    explaining = PACKAGE / "export" / "reasons.py"
    literal = {
        f"reason.{code}"
        for path in ((PACKAGE / "restoration").rglob("*.py"), [explaining])
        for code in re.findall(r'"([a-z_]+\.[a-z_]+)"', "".join(each.read_text(encoding="utf-8") for each in path))
    }
    named = set(re.findall(r'f"([a-z_]+\.){', explaining.read_text(encoding="utf-8"))) - {"reason."}
    spoken = {key for key in KEYS if asked.fullmatch(key) or key.startswith(tuple(named))}
    assert KEYS - spoken - literal == set()


def test_every_place_of_a_sentence_is_filled_in() -> None:
    for asked, call in CALLS:
        given = {keyword.arg for keyword in call.keywords}
        if ".+" in asked or None in given:
            continue
        for key, sentence in SENTENCES.items():
            if re.fullmatch(asked + r"(\.one|\.other)?", key):
                places = {name for _, name, _, _ in string.Formatter().parse(sentence) if name}
                assert places <= given, f"{key}, {ast.unparse(call)}"
