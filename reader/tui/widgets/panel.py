"""The findings of the article, in tabs beside the text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from reader.analysis.watching import Sighting, Watcher
from reader.messages import message
from reader.model import Article, Digest, Passage
from reader.tui.panel_rows import Finding, PanelState, Tab, WatchState, panel_rows
from reader.tui.repair_rows import Listing, Repairs
from reader.tui.widgets.list_rows import ListRow
from reader.tui.widgets.row_list import RowList


class TabLine(Widget):
    """The names of the tabs, on as many rows as they need."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"tab-line--tab", "tab-line--current"}

    DEFAULT_CSS = """
    TabLine {
        height: auto;
        & > .tab-line--tab { color: $text-muted; }
        & > .tab-line--current { color: $primary; text-style: bold underline; }
    }
    """

    tab: reactive[Tab] = reactive(Tab.SLOGANS, layout=True)
    """The tab that is shown."""

    @dataclass
    class TabPicked(Message):
        """The name of a tab was clicked."""

        tab: Tab
        """The tab."""

    def _rows(self, width: int) -> list[list[tuple[Tab, str]]]:
        """The names, parted into rows that fit."""
        rows: list[list[tuple[Tab, str]]] = [[]]
        used = 0
        for tab in Tab:
            name = message(f"ui.tab.{tab}")
            if rows[-1] and used + cell_len(name) > width:
                rows.append([])
                used = 0
            rows[-1].append((tab, name))
            used += cell_len(name) + 1
        return rows

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """Rows that the names need."""
        return len(self._rows(width))

    def render(self) -> Content:
        """The names, the current one set apart."""
        lines = []
        for row in self._rows(self.size.width):
            names = [
                Content.styled(name, self.get_visual_style(f"tab-line--{'current' if tab is self.tab else 'tab'}"))
                for tab, name in row
            ]
            lines.append(Content(" ").join(names))
        return Content("\n").join(lines)

    def on_click(self, event: events.Click) -> None:
        """Pick the tab whose name was clicked."""
        rows = self._rows(self.size.width)
        done = 0
        for tab, name in rows[event.y] if event.y < len(rows) else ():
            if done <= event.x < done + cell_len(name):
                self.post_message(self.TabPicked(tab))
            done += cell_len(name) + 1


def _as_it_is(text: str) -> str:
    return text


class Panel(Vertical):
    """Slogans, mechanisms, figures, keywords, contents and repairs of the article."""

    DEFAULT_CSS = """
    Panel { background: $surface; padding: 0 1; }
    Panel > TabLine { margin-bottom: 1; }
    """

    article: reactive[Article | None] = reactive(None, init=False)
    """The article whose findings are shown."""
    digest: reactive[Digest | None] = reactive(None, init=False)
    """Its findings; None until they are there."""
    tab: reactive[Tab] = reactive(Tab.SLOGANS, init=False)
    """The tab that is shown."""
    state: reactive[PanelState] = reactive(PanelState(), init=False)
    """What of it is open."""

    watcher: reactive[Watcher] = reactive(Watcher(), init=False)
    """The reader's own words and patterns."""
    sightings: reactive[tuple[Sighting, ...]] = reactive((), init=False)
    """What of them stands in the article."""
    in_script: reactive[Callable[[str], str]] = reactive(lambda: _as_it_is, init=False)
    """Gives words in the script that the text is shown in, in equal length."""

    @dataclass
    class PassageChosen(Message):
        """A row was chosen that stands for a passage."""

        passage: Passage
        """Where to go."""
        opens: bool
        """Whether the row was opened by that and is to be read further."""

    @dataclass
    class TabShown(Message):
        """Another tab is shown."""

        tab: Tab
        """The tab."""

    @dataclass
    class RefusalAsked(Message):
        """Repairs are to be refused, or made again where all of them are refused; so is what furniture is."""

        repairs: Repairs
        """The repairs, or the paragraphs."""

    def compose(self) -> ComposeResult:
        """The names of the tabs over the rows of one."""
        yield TabLine()
        yield RowList(id="findings")

    @property
    def rows(self) -> RowList:
        """The list of the shown tab."""
        return self.query_one("#findings", RowList)

    def on_mount(self) -> None:
        """Start with nothing chosen."""
        self._chosen: tuple[Finding | None, int] = (None, 0)

    def watch_article(self, before: Article | None, article: Article | None) -> None:
        """Show the new article's rows; those of the same article without a repair keep their cursor."""
        same = before is not None and article is not None and before.id == article.id
        listing = self.state.listing if same else Listing(in_reading_order=self.state.listing.in_reading_order)
        self.state = replace(self.state, opened=frozenset(), listing=listing)
        self._show(keep=same)

    def watch_digest(self) -> None:
        """Show what has been found."""
        self._show(keep=True)

    def watch_watcher(self) -> None:
        """Show how many words are watched."""
        self._show(keep=True)

    def watch_sightings(self) -> None:
        """Show what of the watch list stands in the article."""
        self._show(keep=True)

    def watch_in_script(self) -> None:
        """Show the rows in another script."""
        self._show(keep=True)

    def watch_tab(self, tab: Tab) -> None:
        """Show the rows of another tab."""
        self.query_one(TabLine).tab = tab
        self._show(keep=False)
        self.post_message(self.TabShown(tab))

    def watch_state(self) -> None:
        """Show what has been opened."""
        self._show(keep=True)

    def _show(self, *, keep: bool) -> None:
        if not self.is_mounted:
            return
        watch = WatchState(len(self.watcher.entries), self.sightings)
        rows = panel_rows(self.tab, self.article, self.digest, self.state, watch) if self.article else []
        if self.tab is not Tab.REPAIRS:  # those show what stands on the page
            rows = [self._in_script(row) for row in rows]
        self.rows.show_rows(rows, self.rows.cursor if keep else 0, keep_scroll=keep)

    def _in_script(self, row: ListRow) -> ListRow:
        """A row in the script that the text is shown in."""
        text, aside, detail = map(self.in_script, (row.text, row.aside, row.detail))
        return replace(row, text=text, aside=aside, detail=detail)

    @on(TabLine.TabPicked)
    def _pick(self, event: TabLine.TabPicked) -> None:
        event.stop()
        self.tab = event.tab

    @on(RowList.RowChosen)
    def _choose(self, event: RowList.RowChosen) -> None:
        """Open or close a slogan, and go where the row points; each time to the next of its places."""
        event.stop()
        finding = event.row.target
        if isinstance(finding, Repairs):
            self._choose_repairs(finding)
        if not isinstance(finding, Finding):
            return
        opens = finding.slogan is not None and finding.slogan not in self.state.opened
        if finding.slogan is not None:
            self.state = replace(self.state, opened=self.state.opened ^ {finding.slogan})
        if finding.passages and (opens or finding.slogan is None):
            before, times = self._chosen
            self._chosen = (finding, times + 1 if before == finding else 0)
            passage = finding.passages[self._chosen[1] % len(finding.passages)]
            self.post_message(self.PassageChosen(passage, opens))

    def _choose_repairs(self, repairs: Repairs) -> None:
        """Open or close a section or a group, or go to the place of a repair."""
        if self.article is None:
            return
        if repairs.opens is not None:
            self._list(changed=self.state.listing.changed ^ {repairs.opens})
        elif (passage := repairs.passage(self.article)) is not None:
            self.post_message(self.PassageChosen(passage, opens=False))

    def _list(self, **changes: object) -> None:
        """List the repairs in another way."""
        self.state = replace(self.state, listing=replace(self.state.listing, **changes))  # type: ignore[arg-type]

    def show_finding(self, tab: Tab, finding: Finding | Repairs) -> None:
        """Put the cursor on the row that stands for a finding, which is opened when it is a slogan."""
        self.tab = tab
        if isinstance(finding, Repairs):
            self._open_repair(finding)
            return
        if finding.slogan is not None:
            self.state = replace(self.state, opened=self.state.opened | {finding.slogan})
        elif tab is Tab.FIGURES and not any(row.target == finding for row in self.rows.rows):
            self.state = replace(self.state, dates=True)
        found = next((i for i, row in enumerate(self.rows.rows) if row.target == finding), 0)
        self.rows.cursor = found

    def _open_repair(self, repairs: Repairs) -> None:
        """Open what a repair is listed under, and put the cursor on its row."""
        if self.article is not None:
            listing = self.state.listing.showing(repairs, self.article.restored.source.text)
            self.state = replace(self.state, listing=listing)
        self.rows.cursor = next((i for i, row in enumerate(self.rows.rows) if row.target == repairs), 0)

    def refuse_at_cursor(self) -> None:
        """Ask for the refusal of what stands at the cursor."""
        rows = self.rows.rows
        target = rows[self.rows.cursor].target if rows else None
        if isinstance(target, Repairs):
            self.post_message(self.RefusalAsked(target))

    def toggle_dates(self) -> None:
        """Show dates among the figures, or leave them out."""
        self.tab = Tab.FIGURES
        self.state = replace(self.state, dates=not self.state.dates)

    def order_repairs(self) -> None:
        """List repairs in the order of the text, or in sections."""
        self.tab = Tab.REPAIRS
        self._list(in_reading_order=not self.state.listing.in_reading_order)

    def show_taken_back(self, paragraphs: frozenset[int]) -> None:
        """List these paragraphs as taken back from the furniture."""
        self._list(taken_back=paragraphs)
