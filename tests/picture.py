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

_FONTS = re.compile(r"@font-face \{.*?\}\s*|<!--.*?-->\s*", re.DOTALL)


async def draw() -> str:
    """The screen on the first sample, once everything has been found, as SVG that loads nothing from elsewhere."""
    choose_language("zh")
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "library.sqlite3") as store:
        app = ReaderApp([str(path) for path in samples()], store, Settings(language="zh", theme=Theme.DARK))
        async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
            await pilot.pause()
            await app.workers.wait_for_complete()
            await pilot.pause()
            return _FONTS.sub("", app.export_screenshot(title="policy-reader"))


if __name__ == "__main__":
    PICTURE.write_text(asyncio.run(draw()), encoding="utf-8")
