"""The version of everything that leads from bytes to findings."""

from __future__ import annotations

from functools import cache
from pathlib import Path

DERIVING = ("model", "lexicons", "script", "restoration", "structure", "analysis")
"""The packages whose code and tables what is derived depends on."""


@cache
def derivation_version() -> str:
    """A name for the restoration and analysis of this installation; another one whenever either changes.

    Made from the sources themselves, so that nobody has to remember to count it up; of tables, which are large and
    come from sources, only the size counts.
    """
    from hashlib import sha256  # loads OpenSSL

    package = Path(__file__).resolve().parent.parent
    state = sha256()
    for folder in DERIVING:
        for path in sorted((package / folder).rglob("*")):
            if path.suffix in {".py", ".toml"}:
                state.update(path.read_bytes())
            elif path.is_file() and "__pycache__" not in path.parts:
                state.update(f"{path.name} {path.stat().st_size}".encode())
    return state.hexdigest()[:16]
