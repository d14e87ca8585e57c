"""The small app that the start is measured against: a list of the five names beside the first sample as it is."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Footer, Header, Label, ListItem, ListView, Static

SEEDS = sorted((Path(__file__).resolve().parents[1] / "seeds").glob("*.txt"))


class SmallApp(App[None]):
    BINDINGS: ClassVar[list[BindingType]] = [("q", "quit", "Quit")]
    CSS = "ListView { width: 30; dock: left; }"

    def compose(self) -> ComposeResult:
        yield Header()
        yield ListView(*(ListItem(Label(path.name)) for path in SEEDS))
        yield VerticalScroll(Static(SEEDS[0].read_text(encoding="utf-8"), markup=False))
        yield Footer()


if __name__ == "__main__":
    SmallApp().run()
