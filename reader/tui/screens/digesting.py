"""Looking for the findings of an article off the event loop."""

from __future__ import annotations

from dataclasses import dataclass, replace

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from reader.library.search import fold_article
from reader.model import Article, Digest, Script
from reader.tui.responsiveness import keep_loaded
from reader.tui.screens.watching import Watching

DIGEST_SECONDS = 0.01
"""How long the text is left to the reader before findings are looked for, so that keys are obeyed at once."""

SHORT = 10_000
"""Code points of an article whose findings are shown all at once; those of a longer one come before its keywords."""


def _load_conversion() -> None:
    """Have the dictionaries of both directions ready, so that the first change of script is as quick as every other."""
    from reader.script.conversion import convert_anew  # most of a second

    convert_anew("发展", Script.TRADITIONAL, Script.SIMPLIFIED)
    convert_anew("發展", Script.SIMPLIFIED, Script.TRADITIONAL)


class Digesting(Watching):
    """The part of the reading screen that gets findings."""

    @dataclass
    class Digested(Message):
        """Findings of an article are there."""

        article: Article
        """The article."""
        digest: Digest
        """Its findings."""

    def digest_again(self, article: Article) -> None:
        """Look for the findings of an article that is new or was built anew, when it has been drawn."""

        def drawn() -> None:
            self.set_timer(DIGEST_SECONDS, lambda: self._digest(article) if article is self.article else None)

        self.call_after_refresh(drawn)

    @work(thread=True, exclusive=True, group="digest", exit_on_error=False, description="findings")
    def _digest(self, article: Article) -> None:
        """Look for slogans and figures, and then for keywords, which need the dictionary."""
        # The description stands for one that Textual would make of the whole article, as every worker's here does.
        from reader.analysis.digest import digest  # costs as much as all else before the first text
        from reader.analysis.keywords import find_keywords

        self.find_watched(article)
        found = digest(article, words=False)
        if get_current_worker().is_cancelled:
            return
        if sum(len(paragraph.text) for paragraph in article.paragraphs) > SHORT:
            self.post_message(self.Digested(article, found))
        self.post_message(self.Digested(article, replace(found, keywords=find_keywords(article, found.slogans))))
        fold_article(article)
        _load_conversion()
        keep_loaded()

    @on(Digested)
    def _digested(self, event: Digested) -> None:
        if event.article is self.article:
            self.digest = event.digest
