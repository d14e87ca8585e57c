"""Who may import whom, beyond the order of the layers that import-linter holds."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "reader"


def _imports(path: Path) -> set[str]:
    """The top-level packages that a module imports anywhere in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found.add(node.module.split(".")[0])
    return found


IMPORTS = {path.relative_to(PACKAGE).as_posix(): _imports(path) for path in sorted(PACKAGE.rglob("*.py"))}
BUILDER = "lexicons/build.py"


@pytest.mark.parametrize(
    ("package", "module"), [("jieba", "analysis/segmentation.py"), ("opencc", "script/dictionaries.py")]
)
def test_one_module_alone_imports_a_heavy_package(package: str, module: str) -> None:
    assert {name for name, imports in IMPORTS.items() if package in imports} - {BUILDER} == {module}


def test_only_the_screen_imports_textual_and_rich() -> None:
    below = {name for name, imports in IMPORTS.items() if imports & {"textual", "rich"} and not name.startswith("tui/")}
    assert below == set()


def test_only_the_command_line_imports_click() -> None:
    assert {name for name, imports in IMPORTS.items() if "click" in imports and not name.startswith("cli/")} == set()


def test_the_model_needs_nothing_but_the_standard_library() -> None:
    import sys

    foreign = {
        (name, package)
        for name, imports in IMPORTS.items()
        if name.startswith("model/")
        for package in imports - {"reader"}
        if package not in sys.stdlib_module_names
    }
    assert foreign == set()


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_is_no_longer_than_400_lines_unless_it_says_why(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    docstring = ast.get_docstring(ast.parse(source)) or ""
    assert len(source.splitlines()) <= 400 or "400 lines" in docstring
