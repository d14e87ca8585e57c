"""The program works from a wheel, from an editable install and from the bare checkout, with its sample articles."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

from reader.library.locations import samples

ROOT = Path(__file__).resolve().parents[1]
WHERE = "from reader.library.locations import samples; print(*samples(), sep='\\n')"


def _run(*command: str | Path, cwd: Path, **environment: str) -> str:
    """What a process prints; nothing of this process's Python settings reaches it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**kept, "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def _build(folder: Path, kind: str) -> Path:
    """The wheel that `build_wheel` or `build_editable` of the build backend makes of the checkout."""
    _run(sys.executable, "-c", f"from hatchling.build import {kind}; {kind}({str(folder)!r})", cwd=ROOT)
    return next(folder.glob("*.whl"))


def _environment(folder: Path) -> Path:
    """A new environment that finds the dependencies of this one after its own packages."""
    _run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder.parent)
    packages = next(folder.glob("lib/python*/site-packages"))
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder / "bin"


def _installed(tmp_path: Path, kind: str) -> Path:
    """The folder of programs of an environment in which the project is installed, without the network."""
    wheel = _build(tmp_path / "dist", kind)
    programs = _environment(tmp_path / "environment")
    pip: list[str | Path] = [sys.executable, "-m", "pip", "--python", programs / "python", "install", "--quiet"]
    _run(*pip, "--no-index", "--no-deps", "--force-reinstall", "--no-compile", wheel, cwd=tmp_path)
    return programs


@pytest.mark.skipif(sys.platform == "win32", reason="the layout of an environment is another one")
@pytest.mark.parametrize("kind", ["build_wheel", "build_editable"])
def test_an_installed_program_reads_its_samples(tmp_path: Path, kind: str) -> None:
    programs = _installed(tmp_path, kind)
    found = [Path(line) for line in _run(programs / "python", "-c", WHERE, cwd=tmp_path).splitlines()]
    inside = tmp_path / "environment" if kind == "build_wheel" else ROOT
    assert all(path.is_relative_to(inside) for path in found)
    assert [path.read_bytes() for path in found] == [path.read_bytes() for path in samples()]
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert _run(programs / "policy-reader", "--version", cwd=tmp_path) == f"policy-reader {version}\n"
    own = {"POLICY_READER_DATA": str(tmp_path / "data")}
    assert "六种精神" in _run(programs / "policy-reader", "clean", found[0], cwd=tmp_path, **own)
    assert '"errors": []' in _run(programs / "python", "-m", "reader", "clean", "--format=json", found[3], cwd=tmp_path)


def test_the_bare_checkout_reads_its_samples(tmp_path: Path) -> None:
    found = _run(sys.executable, "-c", WHERE, cwd=tmp_path, PYTHONPATH=str(ROOT)).splitlines()
    assert [Path(path).parent for path in found] == [ROOT / "seeds"] * 5
    assert "六种精神" in _run(sys.executable, "-m", "reader", "clean", found[0], cwd=tmp_path, PYTHONPATH=str(ROOT))


def test_the_wheel_holds_the_package_its_data_and_nothing_else(tmp_path: Path) -> None:
    names = zipfile.ZipFile(_build(tmp_path, "build_wheel")).namelist()
    package = [name.removeprefix("reader/") for name in names if name.startswith("reader/")]
    wanted = [
        path.relative_to(ROOT / "reader").as_posix()
        for path in (ROOT / "reader").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    ]
    seeds = [f"seeds/{path.name}" for path in (ROOT / "seeds").iterdir()]
    assert sorted(package) == sorted([*wanted, *seeds])
    assert {name.split("/")[0].split("-")[0] for name in names} == {"reader", "policy_reader"}
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_source_distribution_holds_what_the_tests_need(tmp_path: Path) -> None:
    _run(sys.executable, "-c", f"from hatchling.build import build_sdist; build_sdist({str(tmp_path)!r})", cwd=ROOT)
    with tarfile.open(next(tmp_path.glob("*.tar.gz"))) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames()}
    wanted = {"README.md", "screen.svg", "CHANGELOG.md", "LICENSE", "pyproject.toml", ".ci/run", ".ci/requirements.txt"}
    assert wanted | {"tests/test_packaging.py", "seeds/provenance.toml", "reader/py.typed"} <= names


def test_every_dependency_says_why_it_is_there() -> None:
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    listed = [index for index, line in enumerate(lines) if line.startswith('  "') and ("=" in line or "[" in line)]
    unexplained = [lines[i] for i in listed if "policy-reader[" not in lines[i] and not lines[i - 1].startswith("  #")]
    assert len(listed) > 15 and unexplained == []


def test_the_pinned_requirements_cover_every_dependency_and_name_no_index() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    wanted += [name for name in project["optional-dependencies"]["dev"] if not name.startswith("policy-reader")]
    pinned = (ROOT / ".ci" / "requirements.txt").read_text(encoding="utf-8")
    names = {name.split(">")[0].split("=")[0].split("[")[0].lower() for name in wanted}
    assert {name for name in names if f"\n{name}==" not in pinned} == set()
    assert "http" not in pinned and "index" not in pinned.replace("--no-emit-index-url", "")
    entries = [line for line in pinned.splitlines() if line and line[0] not in " #"]
    assert all("==" in line and line.endswith("\\") for line in entries)
