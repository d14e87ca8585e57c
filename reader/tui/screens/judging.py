"""Judging what cleaning did: refusing repairs and furniture, and going from one doubtful place to the next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from textual import on, work
from textual.message import Message

from reader.export.reasons import explanation
from reader.export.repairs import change_sentence
from reader.library.anchors import anchor_place, find_place
from reader.library.intake import apply_refusals
from reader.library.refusals import Refusal, paragraphs_taken_back
from reader.messages import message
from reader.model import Article, Kind, Passage, Place
from reader.tui.documents import doubtful_passages
from reader.tui.panel_rows import Tab, edit_at
from reader.tui.repair_rows import Repairs
from reader.tui.screens.showing import Showing
from reader.tui.widgets.panel import Panel

DOUBT_SECONDS = 12.0
"""How long it is said what was inferred at a doubtful place."""


class Judging(Showing):
    """The part of the reading screen that takes back what cleaning did."""

    @dataclass
    class ArticleRebuilt(Message):
        """An article was built anew after something was refused or wanted again."""

        before: Article
        """The article as it was."""
        after: Article
        """The article as it is."""

    def action_refuse(self) -> None:
        """Refuse what is looked at, or want it again: a row of the panel, a repair, a paragraph of furniture."""
        if self.panel.rows.has_focus and self.panel.tab is Tab.REPAIRS:
            self.panel.refuse_at_cursor()
        elif (here := self._judged_here()) is not None:
            self.judge(here)
        else:
            self.notify(message("notice.refuse_where"))

    def _judged_here(self) -> Repairs | None:
        """The repair at the cursor, or the furniture there: the whole run while it is folded."""
        if self.article is None or not self.article.paragraphs:
            return None
        if self.original:
            return Repairs((self.edit,)) if self.edit is not None else None
        cursor = self.text.cursor
        if self.article.paragraphs[cursor.paragraph].kind is Kind.FURNITURE:
            folds = self.text.rows.folds
            folded = folds.is_folded(cursor.paragraph)
            run = tuple(folds.run_of(cursor.paragraph)) if folded else (cursor.paragraph,)
            return Repairs(paragraphs=run)
        if cursor.paragraph in self.taken_back:
            together = self.taken_together if cursor.paragraph in self.taken_together else (cursor.paragraph,)
            return Repairs(paragraphs=together)
        edit = edit_at(self.article, cursor)
        return Repairs((edit,)) if edit is not None else None

    @property
    def taken_back(self) -> frozenset[int]:
        """Indexes of the paragraphs that the reader took back from the furniture."""
        return self.panel.state.listing.taken_back

    @on(Panel.RefusalAsked)
    def _refusal_asked(self, event: Panel.RefusalAsked) -> None:
        self.judge(event.repairs)

    def judge(self, repairs: Repairs) -> None:
        """Refuse repairs or furniture from now on; what is refused altogether already is wanted again."""
        if repairs.edits:
            self._judge_edits(repairs)
        elif repairs.paragraphs:
            self._judge_furniture(repairs.paragraphs)
        if self.article is not None:
            self._rebuild(self.article)

    def _judge_edits(self, repairs: Repairs) -> None:
        """Refuse those that are not refused yet, else make all of them again."""
        assert self.article is not None
        restored = self.article.restored
        refused = frozenset(restored.refused)
        wanted = [edit for edit in repairs.edits if edit not in refused]
        refusals = [Refusal.of(edit, restored) for edit in wanted or repairs.edits]
        if wanted:
            self.store.refuse(self.article.id, refusals)
        else:
            self.store.accept(self.article.id, refusals)
        what = change_sentence(repairs.edits[0], restored.source.text)
        self.notify(message("notice.refused" if wanted else "notice.made_again", count=len(refusals), what=what))

    def _judge_furniture(self, paragraphs: tuple[int, ...]) -> None:
        """Take paragraphs back that are furniture, else give all of them back to it."""
        assert self.article is not None
        article = self.article
        furniture = [i for i in paragraphs if article.paragraphs[i].kind is Kind.FURNITURE]
        if furniture:
            self.store.refuse(article.id, [Refusal.of_furniture(article, index) for index in furniture])
            self.taken_together = tuple(furniture)
        else:
            self.store.accept(article.id, [Refusal.of_furniture(article, index) for index in paragraphs])
        name = "taken_back" if furniture else "given_back"
        self.notify(message(f"notice.{name}", count=len(furniture or paragraphs)))

    @work(thread=True, exclusive=True, group="rebuild", exit_on_error=False, description="rebuilding")
    def _rebuild(self, article: Article) -> None:
        """Build the article anew without what is refused."""
        self.post_message(self.ArticleRebuilt(article, apply_refusals(article, self.store.refusals(article.id))))

    @on(ArticleRebuilt)
    def _rebuilt(self, event: ArticleRebuilt) -> None:
        """Show the article as it is now, the same words at the top and at the cursor."""
        before, after = event.before, event.after
        if self.article is not before or self.path is None:
            return
        top, cursor = self.text.top_place, self.text.cursor
        if self.page is None:
            top, cursor = (find_place(after, anchor_place(before, place)) or place for place in (top, cursor))
        self.read_articles[self.path] = after
        self.article = after
        self.show_taken_back()
        self.show_text()
        self.text.show_top(top)
        self.text.put_cursor(cursor)
        if self.page is not None:
            self.edit = self.page.edit_at(cursor)
        self.digest_again(after)

    def show_taken_back(self) -> None:
        """Let the panel know which paragraphs of the article the reader took back."""
        if self.article is not None:
            refused = self.store.refusals(self.article.id)
            self.panel.show_taken_back(paragraphs_taken_back(self.article, refused))

    # Doubtful places

    def action_next_doubt(self, by: int) -> None:
        """Go to the next character that was inferred or lost, or the one before, around the ends; say why it is so."""
        article = self.article
        if article is None:
            return
        doubts = doubtful_passages(article)
        if not doubts:
            self.notify(message("notice.no_doubt"))
            return
        starts = [passage.place for passage in doubts]
        here = self.article_cursor or Place(0, 0)
        index = bisect_right(starts, here) if by > 0 else bisect_left(starts, here) - 1
        index %= len(doubts)
        self.flash_in_text(doubts[index])
        self._say_doubt(doubts[index], index + 1, len(doubts))

    def _say_doubt(self, passage: Passage, number: int, count: int) -> None:
        """Say what was repaired at a doubtful place, and why."""
        assert self.article is not None
        edit = edit_at(self.article, passage.place)
        if edit is not None:
            source = self.article.restored.source.text
            what = message("repairs.and").join([change_sentence(edit, source), explanation(edit, source)])
            self.notify(message("notice.doubt", number=number, count=count, what=what), timeout=DOUBT_SECONDS)

    def action_order_repairs(self) -> None:
        """List repairs in the order of the text, or in sections."""
        self.action_show_tab(Tab.REPAIRS)
        self.panel.order_repairs()
