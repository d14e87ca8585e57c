"""How the text is shown: script, original, highlighting, furniture, measure, theme."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from textual import on

from reader.library.settings import MEASURE_CELLS
from reader.messages import message
from reader.model import Article, Passage, Place, Script
from reader.tui.documents import FOUND_MARKS, SourcePage, article_marks
from reader.tui.screens.picker import Picker
from reader.tui.screens.searching import Searching
from reader.tui.setting_rows import Choice, page_style, setting_rows
from reader.tui.themes import next_theme
from reader.tui.widgets.list_rows import ListRow
from reader.tui.widgets.text_view import TextView
from reader.tui.widgets.text_view_document import Mark, MarkIndex, ParagraphsDocument

AS_ON_PAGE = "page"
"""Stands for the characters of the page among the scripts to choose from."""


class Showing(Searching):
    """The part of the reading screen that decides how the text looks."""

    _marked: tuple[tuple[object, ...], Mapping[Mark, MarkIndex]] | None = None
    """What was marked last, and in what."""

    def show_text(self, place: Place | None = None) -> None:
        """Give the text view what it shows now.

        Args:
            place: A place of the article to go to; None to keep what is at the top, and the cursor.
        """
        article = self.article
        if article is None:
            return
        cursor = place or self.article_cursor
        place = place or self.article_place
        self.text.set_marks(dict.fromkeys(Mark, ()))
        if self.original:
            self.page = SourcePage(article)
            there = self.page.from_article(place) if place else None
            self.text.set_document(self.page.document(), there)
        else:
            self.page, there = None, place
            self.text.set_document(ParagraphsDocument.of_article(article, shown=self._shown), place)
            self.text.set_marks(self._found_marks(article))
        if cursor is not None:
            self.text.put_cursor(self.page.from_article(cursor) if self.page else cursor)
        self.edit = self.page.edit_at(self.text.cursor) if self.page else None
        self.find_again()
        self.panel.in_script = partial(self.words_in, self.drawn_script)

    def _shown(self, paragraph: int, start: int, end: int) -> str:
        return self.text_in(self.drawn_script, paragraph, start, end)

    def _found_marks(self, article: Article) -> Mapping[Mark, MarkIndex]:
        """What is marked in the article; found anew only when something of it has changed."""
        found = (article, self.digest, self.sightings)
        if self._marked is None or any(one is not kept for one, kept in zip(found, self._marked[0], strict=True)):
            marks = article_marks(*found)
            self._marked = found, {mark: MarkIndex(mark, passages) for mark, passages in marks.items()}
        return self._marked[1]

    def watch_digest(self) -> None:
        """Mark what has been found."""
        if self.article is not None and not self.original:
            self.text.set_marks(self._found_marks(self.article))

    def watch_sightings(self) -> None:
        """Mark the words of the watch list."""
        self.watch_digest()

    # Script

    def action_toggle_script(self) -> None:
        """From Simplified to Traditional or back."""
        article, shown = self.article, self.shown_script
        if article is None or shown is None:
            return
        own = article.published_script
        traditional = own if own is not None and own.is_traditional else Script.TRADITIONAL
        self._set_script(Script.SIMPLIFIED if shown.is_traditional else traditional)

    def action_settings(self) -> None:
        """Choose the language, the theme, how text is set, the way of copying, the width of ambiguous characters."""
        picker = Picker(message("command.settings"), lambda _: setting_rows(self.settings), cursor=1)
        self.app.push_screen(picker, self._setting_chosen)

    def _setting_chosen(self, chosen: object) -> None:
        if isinstance(chosen, Choice):
            self.keep_settings(**{chosen.name: chosen.value})
            self.set_page()
            self.notify(message("notice.setting_kept"))

    def action_choose_script(self) -> None:
        """Choose among all scripts."""
        rows = [ListRow(message(f"script.{script}"), target=script) for script in Script]
        rows.append(ListRow(message("ui.script.page"), target=AS_ON_PAGE))
        targets = [row.target for row in rows]
        shown = AS_ON_PAGE if self.as_on_page else self.shown_script
        cursor = targets.index(shown) if shown in targets else 0
        picker = Picker(message("command.choose_script"), lambda _: rows, cursor=cursor)
        self.app.push_screen(picker, self._script_chosen)

    def _script_chosen(self, chosen: object) -> None:
        if isinstance(chosen, Script):
            self._set_script(chosen)
        elif chosen == AS_ON_PAGE:
            self.as_on_page = True
            self.original = False
            self.show_text()

    def _set_script(self, script: Script) -> None:
        """Show articles in a script; one that is the article's own is not held against the next article."""
        own = self.article.published_script if self.article else None
        self.as_on_page = False
        self.original = False
        self.script = None if script is own else script
        self.keep_settings(script=self.script)
        self.show_text()
        self.list_files()

    # Original

    def action_original(self) -> None:
        """Show the source with its repairs marked, or the article again, at the same place."""
        self.original = not self.original
        self.show_text()

    def action_next_match(self, by: int) -> None:
        """Go to the next match or the one before, around the ends; in the original without a query, to a repair."""
        if self.original and not self.query_text:
            self.step_edit(by)
        elif self.hits:
            self.hit = (self.hit + by) % len(self.hits)
        else:
            self.notify(message("ui.no_match" if self.query_text else "notice.nothing_to_find"), timeout=2)

    def step_edit(self, by: int) -> None:
        """Look at the next repair of the original, or at the one before."""
        edits = self.page.edits if self.page else ()
        if self.page is None or not edits:
            return
        index = edits.index(self.edit) + by if self.edit in edits else 0
        self.edit = edits[index % len(edits)]
        passage = next(self.page.passages_of(self.edit.span), None)
        if passage is not None:
            self.text.flash(passage)
        else:
            self.text.go_to(self.page.place_of(self.edit.start))

    @on(TextView.PassageClicked)
    def _clicked(self, event: TextView.PassageClicked) -> None:
        if self.page is not None:
            self.edit = self.page.edit_at(event.place)

    # Looks

    def set_page(self) -> None:
        """Set text as the reader wants it, and let it stand alone where that is wanted."""
        self.text.measure_cells = self.settings.measure_cells
        self.text.page_style = page_style(self.settings)
        self.set_class(self.settings.focus_mode, "-focus")

    def action_highlighting(self) -> None:
        """Set findings apart in the text, or stop that."""
        self.highlighting = not self.highlighting
        self.keep_settings(highlighting=self.highlighting)

    def watch_highlighting(self, highlighting: bool) -> None:
        """Draw with or without the findings."""
        self.text.hidden_marks = frozenset() if highlighting else FOUND_MARKS

    def action_furniture(self) -> None:
        """Show what the page put around the article, or fold it away."""
        if not self.text.rows.folds.any_furniture:
            self.notify(message("notice.no_furniture"))
        self.text.toggle_furniture()

    def action_measure(self, by: int) -> None:
        """Let rows be longer or shorter by some characters."""
        wanted = min(self.text.measure_cells, self.text.text_cells if by < 0 else MEASURE_CELLS[-1]) + 2 * by
        cells = max(MEASURE_CELLS[0], min(MEASURE_CELLS[-1], wanted))
        self.text.measure_cells = cells
        self.keep_settings(measure_cells=cells)
        self.notify(message("notice.measure", characters=cells // 2), timeout=2)

    def action_theme(self) -> None:
        """The next of the themes."""
        self.keep_settings(theme=next_theme(self.app.theme))

    def flash_in_text(self, passage: Passage) -> None:
        """Go to a passage of the article and let it stand out, also while the source is shown."""
        if self.page is None or self.article is None:
            self.text.flash(passage)
            return
        source = self.article.source_span(passage)
        there = next(self.page.passages_of(source), None)
        self.text.flash(there or Passage(*self.page.place_of(source.start), self.page.place_of(source.start).offset))
