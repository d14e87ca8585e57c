"""Opening articles: reading files off the event loop, and showing them where the reader was."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events, on, work
from textual.binding import Binding
from textual.message import Message
from textual.worker import Worker, WorkerState

from reader.library.anchors import Anchor, find_place
from reader.library.intake import IntakeError, apply_refusals, find_files, read
from reader.library.problems import Problem
from reader.library.resuming import first_path
from reader.messages import message
from reader.model import Article, Place
from reader.tui.commands import TEXT_COMMANDS, bindings
from reader.tui.screens.judging import Judging
from reader.tui.screens.listing import Listing
from reader.tui.trail import Stop
from reader.tui.widgets.sidebar import Sidebar

FIRST_PICTURE_SECONDS = 0.1
"""How long the first picture waits for its text, so that no empty one is drawn before it."""

KEPT_KEYS = frozenset(one.key for one in Binding.make_bindings(bindings(TEXT_COMMANDS)))
"""Keys that wait for the text when they are pressed before it is there."""

KEPT_ARTICLES = 64
"""How many articles stay in memory after they were left."""


class Opening(Judging):
    """The part of the reading screen that gets articles."""

    @dataclass
    class ArticleRead(Message):
        """A file was read."""

        path: str
        """The file."""
        article: Article
        """Its article."""

    @dataclass
    class ArticleFailed(Message):
        """A file could not be read."""

        problem: Problem
        """Why."""

    def on_mount(self) -> None:
        """Open the article that was read last, else the first."""
        if self.store.problem is not None:
            self.notify(self.store.problem.sentence, severity="warning")
        ahead = self.ahead
        first = ahead.path if ahead is not None else first_path(self.paths, self.store)
        if (
            ahead is not None
            and ahead.is_ready_within(FIRST_PICTURE_SECONDS)
            and (article := self._take_ahead(ahead.path)) is not None
        ):
            self._show_article(ahead.path, article)
        elif first is not None:
            self.open_path(first)
        else:
            self.list_files()
        self.set_interval(5, self.keep_place)

    def on_unmount(self) -> None:
        """Keep the place for the next start."""
        self.keep_place()

    def on_key(self, event: events.Key) -> None:
        """Keep keys for the text that is being read, and press them when it is there."""
        if self.article is None and self.wanted_path is not None and event.key in KEPT_KEYS:
            event.stop()
            event.prevent_default()
            self.early_keys.append(event.key)

    def _press_early_keys(self) -> None:
        early, self.early_keys = self.early_keys, []
        for key in early:
            self.app.call_later(self.app.simulate_key, key)  # a key that this screen sent would end here

    # Files

    @on(Listing.ArticlesListed)
    def _list(self, event: Listing.ArticlesListed) -> None:
        self.all_listed = event.complete
        self.listed = event.listed
        if self.article is not None:  # its reading may be newer than what was looked up for the list
            self.relist(self.article.id, ended=self.ended is self.article)
        if self.wanted_path is None and self.article is None:
            first = next((one.path for one in self.listed if one.article_id), None)
            if first is not None:
                self.open_path(first)

    # Articles

    def open_path(self, path: str, place: Place | Anchor | None = None) -> None:
        """Open the article of a file, at a place or where the reader was."""
        self.wanted_path, self.wanted_place = path, place
        if path in self.read_articles:
            self._show_article(path, self.read_articles[path])
        else:
            self._read(path)

    def jump_to(self, path: str, place: Place | Anchor | None) -> None:
        """Go to a place in an article, so that `back` leads here again."""
        self.leave_stop()
        if path != self.path:
            self.open_path(path, place)
        elif self.article is not None:
            found = find_place(self.article, place) if isinstance(place, Anchor) else place
            if found is not None:
                self.go_to_place(found)

    def leave_stop(self) -> None:
        """Remember the present place as one to come back to."""
        if (here := self.stop) is not None:
            self.trail = self.trail.left(here)

    @property
    def stop(self) -> Stop | None:
        """The present place."""
        place = self.article_place
        return Stop(self.path, place) if self.path is not None and place is not None else None

    @work(thread=True, exclusive=True, group="open", exit_on_error=False)
    def _read(self, path: str) -> None:
        """Read a file, without the repairs that were refused."""
        try:
            article = self._take_ahead(path) or read(path, refused=self.store.refusals)
        except IntakeError as error:
            self.post_message(self.ArticleFailed(error.problem))
        else:
            self.post_message(self.ArticleRead(path, article))

    def _take_ahead(self, path: str) -> Article | None:
        """The article of a file that was read ahead, without the repairs that were refused."""
        ahead = self.ahead
        article = ahead.take() if ahead is not None and ahead.path == path else None
        refused = self.store.refusals(article.id) if article is not None else ()
        return apply_refusals(article, refused) if article is not None and refused else article

    @on(ArticleFailed)
    def _failed(self, event: ArticleFailed) -> None:
        self.notify(event.problem.sentence, severity="error")
        if self.wanted_path == event.problem.path:
            self.wanted_path = None
        if not self.listed:
            self.list_files()

    @on(ArticleRead)
    def _read_done(self, event: ArticleRead) -> None:
        if event.path == self.wanted_path:
            self._show_article(event.path, event.article)

    def _show_article(self, path: str, article: Article) -> None:
        """Show an article where the reader was in it, or at the place that is wanted."""
        again = path == self.path and self.article is not None
        if not again:
            self.keep_place()
        self.read_articles[path] = article
        while len(self.read_articles) > KEPT_ARTICLES:
            self.read_articles.pop(next(iter(self.read_articles)))
        wanted = self.wanted_place or self.store.place(article.id)
        place = find_place(article, wanted) if isinstance(wanted, Anchor) else wanted
        self.path, self.wanted_path, self.wanted_place = path, None, None
        self.digest, self.sightings = None, ()
        self.article = article
        self.show_taken_back()
        self.show_text(place or Place(0, 0))
        self.note_place()
        self.digest_again(article)
        self.call_after_refresh(self._note_opened, path, article)
        self.call_after_refresh(self._press_early_keys)

    def _note_opened(self, path: str, article: Article) -> None:
        """Keep that the article was opened, and see to the list."""
        self.store.note_opened(article.id, path)
        self.relist(article.id)
        self.ended = None  # its end may have been seen before it counted as opened
        self.note_end()
        self.sidebar.current = article.id
        if not self.listed:
            self.list_files()

    def note_end(self) -> None:
        """Keep that the end of the article was reached, once while it is open."""
        article = self.article
        if article is None or article is self.ended or self.original or not self.text.is_at_end:
            return
        self.ended = article
        self.store.note_read(article.id)
        self.relist(article.id, ended=True)

    @on(Worker.StateChanged)
    def _worker_changed(self, event: Worker.StateChanged) -> None:
        """Say when something failed off the event loop."""
        if event.state is WorkerState.ERROR:
            self.notify(message("notice.worker_failed", what=str(event.worker.error)), severity="error")

    def go_to_place(self, place: Place) -> None:
        """Go to a place of the article, also while its source is shown."""
        self.text.go_to(self.page.from_article(place) if self.page is not None else place)

    # From the list

    @on(Sidebar.ArticlePicked)
    def _picked(self, event: Sidebar.ArticlePicked) -> None:
        self.jump_to(event.path, None)
        self.to_text()

    @on(Sidebar.HitPicked)
    def _hit_picked(self, event: Sidebar.HitPicked) -> None:
        """Go to the hit, with everything marked that was searched for."""
        self.jump_to(event.path, event.place)
        self.query_text = event.query
        self.find_bar.set_query(event.query)
        self.to_text()

    def action_open_neighbour(self, by: int) -> None:
        """Open the article after or before this one in the list."""
        paths = [one.path for one in self.listed if one.article_id is not None]
        if not self.all_listed:
            paths = [path for path in find_files(self.paths) if isinstance(path, str)]
        if self.path in paths:
            index = paths.index(self.path) + by
            if 0 <= index < len(paths):
                self.leave_stop()
                self.open_path(paths[index])
                return
        self.notify(message("notice.no_more_articles"))
