"""Moving: motions, marks, back and forward, from the text to the panel and back."""

from __future__ import annotations

from functools import partial

from textual import on

from reader.library.anchors import anchor_place
from reader.library.catalogue import Summary
from reader.library.store import Mark
from reader.messages import message
from reader.model import Place
from reader.tui.panel_rows import finding_at
from reader.tui.screens.copying import Copying
from reader.tui.screens.picker import Picker
from reader.tui.search_rows import paragraph_rows
from reader.tui.trail import Stop
from reader.tui.widgets.list_rows import ListRow
from reader.tui.widgets.panel import Panel
from reader.tui.widgets.text_view_motions import Motion


class Walking(Copying):
    """The part of the reading screen that goes from place to place."""

    # In the text

    def action_move(self, motion: str) -> None:
        """Move in the text, wherever the keys go."""
        wanted = Motion(motion)
        if wanted in (Motion.START, Motion.END, Motion.HEADING_NEXT, Motion.HEADING_PREVIOUS):
            self.leave_stop()
        self.text.move(wanted)

    def action_go_to_paragraph(self) -> None:
        """Choose a paragraph by its number or its words."""
        place = self.article_place
        if self.article is not None and place is not None:
            rows_for = partial(paragraph_rows, self.article, self.drawn_script, place.paragraph)
            picker = Picker(message("command.go_to_paragraph"), rows_for, placeholder=message("ui.paragraph_number"))
            self.app.push_screen(picker, self._paragraph_chosen)

    def _paragraph_chosen(self, chosen: object) -> None:
        if isinstance(chosen, int):
            self.leave_stop()
            self.go_to_place(Place(chosen, 0))

    # Back, forward, marks

    def action_back(self) -> None:
        """Go back to where the last jump began."""
        if (here := self.stop) is not None:
            self.trail, there = self.trail.back(here)
            self._go_to_stop(there)

    def action_forward(self) -> None:
        """Go forward again."""
        if (here := self.stop) is not None:
            self.trail, there = self.trail.forward(here)
            self._go_to_stop(there)

    def _go_to_stop(self, stop: Stop | None) -> None:
        if stop is None:
            self.notify(message("notice.no_further"), timeout=2)
        elif stop.path == self.path:
            there = self.page.from_article(stop.place) if self.page is not None else stop.place
            self.text.show_top(there)
            self.text.put_cursor(there)
        else:
            self.open_path(stop.path, stop.place)

    def action_set_mark(self) -> None:
        """Give the present place a letter."""
        if self.article_place is not None:
            self.app.push_screen(
                Picker(message("ui.mark.set"), lambda _: self._mark_rows(), letters=True), self._mark_named
            )

    def _mark_rows(self) -> list[ListRow]:
        """The marks that there are."""
        titles = {one.article_id: one for one in self.listed}
        rows = []
        for mark in self.store.marks():
            listed = titles.get(mark.article_id)
            title = listed.summary.listed_title if listed and isinstance(listed.summary, Summary) else ""
            look = "plain" if listed else "dim"
            rows.append(ListRow(f"{mark.name}  {mark.anchor.quote}", detail=title, look=look, target=mark))
        return rows or [ListRow(message("ui.mark.none"), look="dim")]

    def _mark_named(self, answer: object) -> None:
        name = answer.name if isinstance(answer, Mark) else answer
        place = self.article_place
        if isinstance(name, str) and self.article is not None and place is not None:
            self.store.set_mark(Mark(name, self.article.id, anchor_place(self.article, place)))
            self.notify(message("notice.marked", name=name), timeout=2)

    def action_go_to_mark(self) -> None:
        """Choose a mark to go to."""
        self.app.push_screen(
            Picker(message("ui.mark.go"), lambda _: self._mark_rows(), letters=True), self._mark_chosen
        )

    def _mark_chosen(self, answer: object) -> None:
        if answer is None:
            return
        mark = answer if isinstance(answer, Mark) else next((m for m in self.store.marks() if m.name == answer), None)
        path = next((one.path for one in self.listed if mark and one.article_id == mark.article_id), None)
        if mark is None or path is None:
            self.notify(message("notice.no_mark"))
            return
        self.jump_to(path, mark.anchor)

    def action_dates(self) -> None:
        """List dates among the figures, or leave them out."""
        self.panel.toggle_dates()

    # Between text and panel

    @on(Panel.PassageChosen)
    def _passage_chosen(self, event: Panel.PassageChosen) -> None:
        """Show a passage in the text; a panel over the text makes room, unless there is more to read in it."""
        self.leave_stop()
        self.flash_in_text(event.passage)
        if not self.has_class("-wide") and not event.opens:
            self.to_text()

    def action_panel_row(self) -> None:
        """Go to the panel's row for what stands here; in the original, refuse the repair."""
        if self.original:
            self.action_refuse()
            return
        if self.article is None or not self.article.paragraphs:
            return
        sentence = self.text.sentence
        places = [Place(sentence.paragraph, at) for at in range(sentence.start, sentence.end)] if sentence else []
        shown, watched = self.panel.tab, self.sightings
        findings = (
            finding_at(self.article, self.digest, place, shown, watched) for place in (self.text.cursor, *places)
        )
        found = next((finding for finding in findings if finding), None)
        if found is None:
            self.notify(message("notice.nothing_here"), timeout=2)
        else:
            self.open_panel()
            self.panel.show_finding(*found)
