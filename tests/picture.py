"""Make the picture of the README from a real run: python -m tests.picture"""

from __future__ import annotations

import asyncio
import re
import tempfile
from pathlib import Path

from reader.library.locations import samples
from reader.library.settings import Settings, Theme
from reader.library.store import Store
from reader.messages import choose_language
from reader.tui.app import ReaderApp

PICTURE = Path(__file__).resolve().parents[1] / "screen.svg"
COLUMNS, ROWS = 120, 36

SHOWN = ["j", "j", "enter"]
"""Keys that open the third slogan of the first sample to its members."""

SETTLED_SECONDS = 2.0
"""Time in which findings arrive, and what was jumped to stops standing out."""

_FONTS = re.compile(r"@font-face \{.*?\}\s*|<!--.*?-->\s*", re.DOTALL)


async def draw() -> str:
    """The screen on the first sample, a slogan opened to its members, as SVG that loads nothing from elsewhere."""
    choose_language("zh")
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "library.sqlite3") as store:
        app = ReaderApp([str(path) for path in samples()], store, Settings(language="zh", theme=Theme.DARK))
        async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
            for keys in ([], ["1"], SHOWN, ["escape"]):
                await pilot.press(*keys)
                await pilot.pause(SETTLED_SECONDS)
                await app.workers.wait_for_complete()
            return _FONTS.sub("", app.export_screenshot(title="policy-reader"))


if __name__ == "__main__":
    PICTURE.write_text(asyncio.run(draw()), encoding="utf-8")
