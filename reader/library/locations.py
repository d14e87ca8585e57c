"""Where things are: the reader's own folder, and the sample articles."""

from __future__ import annotations

import os
from pathlib import Path

APPLICATION = "policy-reader"
"""The name of the folder under the platform's own."""

PROVENANCE = "provenance.toml"
"""The file beside the sample articles that says where each comes from."""


def data_folder() -> Path:
    """Where the library is kept: the folder that `POLICY_READER_DATA` names, else the platform's. It need not exist."""
    if named := os.environ.get("POLICY_READER_DATA"):
        return Path(named)
    import platformdirs

    return platformdirs.user_data_path(APPLICATION, appauthor=False)


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
