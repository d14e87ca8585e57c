"""The watch list on the screen: read when an article is opened, looked for, added to and taken from."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on, work
from textual.message import Message

from reader.analysis.watching import Sighting, Watched, Watcher
from reader.library.watch_list import add_watched, remove_watched
from reader.messages import message
from reader.model import Article
from reader.script.folding import fold
from reader.tui.panel_rows import Finding, Tab
from reader.tui.screens.columns import Columns

LONGEST_WORD = 40
"""Code points of a watched word that is taken from the text."""


class Watching(Columns):
    """The part of the reading screen that watches for the reader's own words."""

    @dataclass
    class WatchedFound(Message):
        """An article was looked through for the words of the watch list."""

        article: Article
        """The article."""
        watcher: Watcher
        """The list."""
        sightings: tuple[Sighting, ...]
        """What of it stands in the article."""
        problems: tuple[str, ...]
        """A sentence for each thing of the list that was left out, when it has been read anew."""

    def find_watched(self, article: Article) -> None:
        """Read the list where its file has changed, and look for its words; off the event loop."""
        watcher, problems = self.watch_file.current()
        self.post_message(self.WatchedFound(article, watcher, watcher.find(article), problems))

    @work(thread=True, exclusive=True, group="watch", exit_on_error=False, description="watched words")
    def _find_again(self, article: Article) -> None:
        """Look for the words of the list after it was changed."""
        self.find_watched(article)

    @on(WatchedFound)
    def _watched_found(self, event: WatchedFound) -> None:
        self.watcher = event.watcher
        if event.article is self.article:
            self.sightings = event.sightings
        if event.problems:
            self.notify("\n".join(event.problems), severity="warning")

    def action_watch(self) -> None:
        """Watch the selected word or the one of the panel's row from now on; one that is watched, no more."""
        entry = self._entry_here()
        if entry is None:
            self.notify(message("notice.watch.no_word"))
        elif len(entry.text) > LONGEST_WORD:
            self.notify(message("notice.watch.too_long", count=LONGEST_WORD))
        else:
            same = (entry.is_pattern, fold(entry.text))
            known = next((one for one in self.watcher.entries if (one.is_pattern, fold(one.text)) == same), None)
            self._change(entry, known)

    def _entry_here(self) -> Watched | None:
        """The word that is meant: that of the panel's row, else what is selected in one paragraph."""
        rows = self.panel.rows
        if rows.has_focus and self.panel.tab is Tab.KEYWORDS:
            target = rows.rows[rows.cursor].target if rows.rows else None
            if isinstance(target, Finding) and target.watched is not None:
                return target.watched
            if isinstance(target, Finding) and self.article is not None:
                return Watched(self.article.text_of(target.passages[0]))
            return None
        selected = self.text.selected_passages()
        if len(selected) != 1:
            return None
        paragraph, start, end = selected[0]
        word = self.text.document.text(paragraph)[start:end].strip()
        return Watched(word) if word else None

    def _change(self, entry: Watched, known: Watched | None) -> None:
        """Put an entry on the list, or take it off where it is known."""
        path = self.watch_file.path
        try:
            if known is None:
                add_watched(path, entry)
            else:
                remove_watched(path, known.text, is_pattern=known.is_pattern)
        except (OSError, ValueError) as problem:
            self.notify(message("error.watch.write", path=path, problem=problem), severity="error")
            return
        self.notify(message(f"notice.watch.{'removed' if known else 'added'}", text=entry.text))
        if self.article is not None:
            self._find_again(self.article)
