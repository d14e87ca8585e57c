"""The articles, and the field that filters and searches them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Input

from reader.analysis.watching import Watcher
from reader.library.catalogue import Summary
from reader.library.problems import Problem
from reader.messages import message
from reader.model import ArticleId, Place
from reader.script.folding import fold
from reader.tui.search_rows import SearchHit, watched_marks
from reader.tui.widgets.list_rows import ListRow
from reader.tui.widgets.row_list import RowList

UNREAD = "*"
"""Stands beside an article that was never opened."""

READ = "✓"
"""Stands beside an article whose end was reached."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A file in the list of articles."""

    path: str
    """The file as it was named."""
    summary: Summary | Problem
    """What is known of its article, or why there is none."""
    unread: bool
    """Whether it was never opened."""
    read: bool = False
    """Whether its end was reached."""

    @property
    def article_id(self) -> ArticleId | None:
        """The article, None where the file holds none."""
        return self.summary.article_id if isinstance(self.summary, Summary) else None


def article_row(listed: Listed, watcher: Watcher | None = None) -> ListRow:
    """Title, watched words marked, over date and source; a file that failed with the reason."""
    summary = listed.summary
    if isinstance(summary, Problem):
        return ListRow(summary.sentence, look="dim", detail=message("ui.failed"), target=listed)
    facts = ((summary.published or "").partition("T")[0], summary.origin_source or "")
    return ListRow(
        summary.listed_title,
        aside=UNREAD if listed.unread else READ if listed.read else "",
        detail=" · ".join(fact for fact in facts if fact) or message("ui.no_source"),
        look="strong" if listed.unread else "plain",
        marks=watched_marks(watcher, summary.listed_title),
        target=listed,
    )


def matches(listed: Listed, typed: str) -> bool:
    """Whether title, date or source hold what was typed, whatever its script, width and case."""
    row = article_row(listed)
    return fold(typed) in fold(f"{row.text}\n{row.detail}")


class SearchField(Input):
    """Where the reader types; the arrow keys move in the list under it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "list(1)", show=False),
        Binding("up", "list(-1)", show=False),
    ]

    @dataclass
    class Stepped(Message):
        """The cursor of the list is to move while the typing goes on."""

        rows: int
        """By how many rows."""

    def action_list(self, rows: int) -> None:
        """Move in the list."""
        self.post_message(self.Stepped(rows))


class Sidebar(Vertical):
    """The list of articles; while all are searched, what was found in them."""

    DEFAULT_CSS = """
    Sidebar { background: $surface; padding: 0 1; }
    Sidebar > SearchField { border: none; height: 1; padding: 0; background: $panel; margin-bottom: 1; }
    Sidebar > #hits { display: none; }
    Sidebar.-searching > #articles { display: none; }
    Sidebar.-searching > #hits { display: block; }
    """

    listed: reactive[tuple[Listed, ...]] = reactive((), init=False)
    """The articles in their order."""
    watcher: reactive[Watcher] = reactive(Watcher(), init=False)
    """The words that are marked in titles."""
    current: reactive[ArticleId | None] = reactive(None, init=False)
    """The article that is open."""
    searching: reactive[bool] = reactive(False, init=False)
    """Whether the field searches all articles instead of filtering their list."""

    @dataclass
    class ArticlePicked(Message):
        """An article was chosen in the list."""

        path: str
        """Its file."""

    @dataclass
    class SearchTyped(Message):
        """All articles are to be searched."""

        query: str
        """What for; empty to stop."""

    @dataclass
    class HitPicked(Message):
        """A place that was found in an article was chosen."""

        path: str
        """Its file."""
        place: Place
        """Where the hit begins."""
        query: str
        """What was searched for."""

    def compose(self) -> ComposeResult:
        """The field over the list."""
        yield SearchField(placeholder=message("ui.filter"), compact=True, select_on_focus=True)
        yield RowList(fixed_height=2, id="articles")
        yield RowList(id="hits")

    @property
    def field(self) -> SearchField:
        """The field."""
        return self.query_one(SearchField)

    @property
    def articles(self) -> RowList:
        """The list of articles."""
        return self.query_one("#articles", RowList)

    @property
    def hits(self) -> RowList:
        """The list of what was found."""
        return self.query_one("#hits", RowList)

    @property
    def shown_list(self) -> RowList:
        """The list under the field."""
        return self.hits if self.searching else self.articles

    def watch_listed(self) -> None:
        """List the articles that the field lets through."""
        self._filter()

    def watch_watcher(self) -> None:
        """Mark the words of another list."""
        self._filter()

    def watch_current(self) -> None:
        """Put the cursor on the open article."""
        self._filter()

    def watch_searching(self, searching: bool) -> None:
        """Change what the field does."""
        self.set_class(searching, "-searching")
        self.field.placeholder = message("ui.search_all" if searching else "ui.filter")
        self.field.value = ""

    def _filter(self) -> None:
        typed = "" if self.searching else self.field.value
        shown = [listed for listed in self.listed if not typed or matches(listed, typed)]
        cursor = next((i for i, listed in enumerate(shown) if listed.article_id == self.current), 0)
        self.articles.show_rows([article_row(listed, self.watcher) for listed in shown], cursor, keep_scroll=True)

    def show_hits(self, rows: Sequence[ListRow]) -> None:
        """List what was found in all articles."""
        first = next((i for i, row in enumerate(rows) if isinstance(row.target, SearchHit)), 0)
        self.hits.show_rows(rows, first)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if self.searching:
            self.post_message(self.SearchTyped(event.value))
        else:
            self._filter()

    @on(SearchField.Stepped)
    def _step(self, event: SearchField.Stepped) -> None:
        event.stop()
        self.shown_list.action_step(event.rows)

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        event.stop()
        self.shown_list.action_choose()

    @on(RowList.RowChosen)
    def _choose(self, event: RowList.RowChosen) -> None:
        event.stop()
        target = event.row.target
        if isinstance(target, Listed) and target.article_id is not None:
            self.post_message(self.ArticlePicked(target.path))
        elif isinstance(target, SearchHit):
            self.post_message(self.HitPicked(target.path, target.passage.place, self.field.value))
