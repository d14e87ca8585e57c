"""Whole screens at fixed sizes, drawn once as the terminal gets them and compared row by row."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.messages import choose_language
from reader.tui.app import ReaderApp

PICTURES = Path(__file__).resolve().parent / "pictures"
"""What each screen looked like when it was last looked at; a file that is missing is written, and the test fails."""


def drawn(app: ReaderApp) -> str:
    """The screen as text."""
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips) + "\n"


@pytest.mark.parametrize(
    ("name", "size", "language", "keys"),
    [
        ("three-columns", (120, 24), "zh", ("1", "enter")),
        ("narrow-figures", (40, 12), "zh", ("3",)),
        ("repairs-in-english", (80, 24), "en", ("6",)),
    ],
)
async def test_the_screen_looks_as_it_was_last_seen(
    name: str, size: tuple[int, int], language: str, keys: tuple[str, ...], make_app: Callable[..., ReaderApp]
) -> None:
    choose_language(language)
    app = make_app()
    async with app.run_test(size=size) as pilot:
        for pressed in ((), keys):
            await pilot.press(*pressed)
            for _ in range(2):
                await pilot.pause(0.2)
                await app.workers.wait_for_complete()
        await pilot.pause()
        found = drawn(app)
    kept = PICTURES / f"{name}.txt"
    if not kept.exists():
        PICTURES.mkdir(exist_ok=True)
        kept.write_text(found, encoding="utf-8")
        pytest.fail(f"{kept.name} was missing and has been written: look at it")
    assert found == kept.read_text(encoding="utf-8")
