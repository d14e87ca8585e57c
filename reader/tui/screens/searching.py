"""Finding in the text, and searching all articles."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from reader.library.catalogue import Summary
from reader.library.intake import IntakeError, read
from reader.library.search import find_in
from reader.messages import message
from reader.model import Article, Script
from reader.tui.screens.listing import Listing
from reader.tui.screens.state import ReadingState
from reader.tui.search_rows import hit_rows
from reader.tui.widgets.find_bar import FindBar
from reader.tui.widgets.list_rows import ListRow
from reader.tui.widgets.sidebar import Listed, Sidebar
from reader.tui.widgets.text_view_document import Mark


class Searching(Listing):
    """The part of the reading screen that finds."""

    @dataclass
    class SearchFound(Message):
        """Articles have been searched."""

        query: str
        """What for."""
        rows: tuple[ListRow, ...]
        """What was found so far."""

        def can_replace(self, message: Message) -> bool:
            """Whether the message that waits is out of date."""
            return isinstance(message, Searching.SearchFound)

    # In the text

    def action_find(self) -> None:
        """Type what to find in the text; from the list of articles, what to filter it by."""
        if self.sidebar.has_focus_within:
            self.sidebar.field.focus()
        else:
            self.find_bar.open()

    @on(FindBar.QueryTyped)
    def _query_typed(self, event: FindBar.QueryTyped) -> None:
        """Mark what matches, and go to the first match from where the reader is."""
        self.query_text = event.query
        self.find_again()
        if self.hits:
            self.hit = bisect_left(self.hits, self.text.top_place) % len(self.hits)

    @on(FindBar.QuerySubmitted)
    def _query_submitted(self) -> None:
        self.text.focus()

    def find_again(self) -> None:
        """Find the same in the text that is shown now."""
        article, page = self.article, self.page
        found = find_in(article, self.query_text) if article is not None else []
        if article is not None and page is not None:
            found = [there for passage in found for there in page.passages_of(article.source_span(passage))]
        if tuple(found) != self.hits:
            self.set_reactive(ReadingState.hit, -1)
            self.hits = tuple(found)
        current = self.hits[self.hit : self.hit + 1] if self.hit >= 0 else ()
        self.text.set_marks({Mark.HIT: self.hits, Mark.CURRENT_HIT: current})
        self._count_hits()

    def watch_hit(self, hit: int) -> None:
        """Go to it."""
        self._count_hits()
        if 0 <= hit < len(self.hits):
            self.text.set_marks({Mark.CURRENT_HIT: [self.hits[hit]]})
            self.text.go_to(self.hits[hit].place)

    def _count_hits(self) -> None:
        if not self.query_text.strip():
            self.find_bar.count = ""
        elif not self.hits:
            self.find_bar.count = message("ui.no_match")
        else:
            self.find_bar.count = message("ui.matches", number=self.hit + 1, count=len(self.hits))

    # In all articles

    def action_search_all(self) -> None:
        """Type what to search all articles for."""
        self.show_column("articles")
        self.sidebar.searching = True
        self.sidebar.field.focus()

    @on(Sidebar.SearchTyped)
    def _search_typed(self, event: Sidebar.SearchTyped) -> None:
        if event.query.strip():
            self._search(event.query, self.listed, self.script)
        else:
            self.workers.cancel_group(self, "search")
            self.sidebar.show_hits(())

    @work(thread=True, exclusive=True, group="search", exit_on_error=False, description="search")
    def _search(self, query: str, listed: tuple[Listed, ...], script: Script | None) -> None:
        """Search one article after the other, and show what is found as it is."""
        worker = get_current_worker()
        rows: list[ListRow] = []
        for one in listed:
            article = self._article_of(one)
            if worker.is_cancelled:
                return
            if article is None or not isinstance(one.summary, Summary):
                continue
            hits, shown = find_in(article, query), script or article.published_script
            new = list(hit_rows(one.path, one.summary.listed_title, article, hits, shown, self.watcher))
            if new:
                rows += new
                self.post_message(self.SearchFound(query, tuple(rows)))
        if not rows:
            self.post_message(self.SearchFound(query, (ListRow(message("ui.nothing_found"), look="dim"),)))

    def _article_of(self, listed: Listed) -> Article | None:
        """An article that has been read, else read now; None where there is none."""
        if listed.path not in self.read_articles and listed.article_id is not None:
            try:
                return read(listed.path, refused=self.store.refusals)
            except IntakeError:
                return None
        return self.read_articles.get(listed.path)

    @on(SearchFound)
    def _search_found(self, event: SearchFound) -> None:
        if self.sidebar.searching and event.query == self.sidebar.field.value:
            self.sidebar.show_hits(event.rows)
