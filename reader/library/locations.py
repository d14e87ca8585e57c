"""Where things are: the reader's own folders, and the sample articles."""

from __future__ import annotations

import os
from pathlib import Path

APPLICATION = "policy-reader"
"""The name of the folders under the platform's own."""

PROVENANCE = "provenance.toml"
"""The file beside the sample articles that says where each comes from."""


def data_folder() -> Path:
    """Where the library is kept; `POLICY_READER_DATA` names another folder."""
    return _folder("DATA", "user_data_path")


def config_folder() -> Path:
    """Where what the reader writes by hand is kept; `POLICY_READER_CONFIG` names another folder."""
    return _folder("CONFIG", "user_config_path")


def cache_folder() -> Path:
    """Where what can be computed again is kept; `POLICY_READER_CACHE` names another folder."""
    return _folder("CACHE", "user_cache_path")


def _folder(name: str, platform: str) -> Path:
    """The folder that the environment names, else the platform's; it need not exist."""
    if named := os.environ.get(f"POLICY_READER_{name}"):
        return Path(named)
    import platformdirs

    found: Path = getattr(platformdirs, platform)(APPLICATION, appauthor=False)
    return found


def library_file() -> Path:
    """The library that is used where none is named."""
    return data_folder() / "library.sqlite3"


def seeds_folder() -> Path:
    """The folder of the sample articles: in the package where it was installed, else beside it.

    Raises:
        FileNotFoundError: It is in neither place.
    """
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "seeds", package.parent / "seeds"):
        if (folder / PROVENANCE).is_file():
            return folder
    raise FileNotFoundError(f"no folder seeds with {PROVENANCE} in or beside {package}")


def samples() -> tuple[Path, ...]:
    """The sample articles, sorted by name."""
    return tuple(sorted(seeds_folder().glob("*.txt")))
