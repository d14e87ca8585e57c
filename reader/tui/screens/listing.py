"""Listing the files that are to be read, off the event loop."""

from __future__ import annotations

from dataclasses import dataclass, replace
from time import monotonic

from textual import work
from textual.message import Message
from textual.worker import get_current_worker

from reader.library.catalogue import Summary, summary_of
from reader.library.intake import find_files
from reader.library.problems import Problem
from reader.model import ArticleId
from reader.tui.screens.digesting import Digesting
from reader.tui.widgets.sidebar import Listed

LISTED_SECONDS = 0.1
"""Time between two updates of the list while files are looked through."""


class Listing(Digesting):
    """The part of the reading screen that lists articles."""

    @dataclass
    class ArticlesListed(Message):
        """Files have been looked through."""

        listed: tuple[Listed, ...]
        """All that were found so far."""
        complete: bool
        """Whether there are no more."""

    @work(thread=True, exclusive=True, group="list", exit_on_error=False)
    def list_files(self) -> None:
        """Look through all files, and list them as they are met; when they are listed already, once all are there."""
        worker = get_current_worker()
        script, again = self.script, self.all_listed
        opened = self.store.readings()
        found: list[Listed] = []
        due = monotonic() + LISTED_SECONDS
        for path in find_files(self.paths):
            summary = path if isinstance(path, Problem) else summary_of(path, self.store)
            article_id = None if isinstance(summary, Problem) else summary.article_id
            reading = opened.get(article_id) if article_id is not None else None
            shown = summary.in_script(script) if isinstance(summary, Summary) else summary
            ended = reading is not None and reading.read_at is not None
            found.append(Listed(summary.path or "", shown, reading is None, ended))
            if worker.is_cancelled:
                return
            if monotonic() > due and not again:
                self.post_message(self.ArticlesListed(tuple(found), complete=False))
                due = monotonic() + LISTED_SECONDS
        self.post_message(self.ArticlesListed(tuple(found), complete=True))

    def relist(self, article_id: ArticleId, *, ended: bool = False) -> None:
        """Show in the list that an article was opened, and whether its end was reached."""
        self.listed = tuple(
            replace(one, unread=False, read=one.read or ended) if one.article_id == article_id else one
            for one in self.listed
        )
