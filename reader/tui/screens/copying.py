"""Selecting and copying."""

from __future__ import annotations

from functools import partial

from reader.messages import message
from reader.model import Passage, Script, Span
from reader.tui.quotation import citation, quoted_text, with_source
from reader.tui.screens.opening import Opening
from reader.tui.widgets.text_view_motions import Motion
from reader.tui.widgets.text_view_selection import is_ideograph, word_at
from reader.typesetting import sentence_at


def segmented_word(text: str, offset: int) -> Span:
    """The word of the language that holds an offset; of letters, digits and marks, the run of their kind."""
    if not text or not is_ideograph(text[min(offset, len(text) - 1)]):
        return word_at(text, offset)
    from reader.analysis.segmentation import cut  # takes longer to load than the first picture

    sentence = sentence_at(text, offset)
    words = (word.shifted(sentence.start) for word in cut(text[sentence.start : sentence.end]))
    return next((word for word in words if word.start <= offset < word.end), Span(offset, offset + 1))


class Copying(Opening):
    """The part of the reading screen that copies."""

    def action_select(self) -> None:
        """Select the word at the cursor, then its sentence, then its paragraph, then nothing."""
        self.text.focus()
        self.text.select_more()

    def action_extend(self, motion: str) -> None:
        """Move one end of the selection."""
        self.text.move(Motion(motion))

    def action_other_end(self) -> None:
        """Let the other end of the selection move."""
        self.text.select_other_end()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that change a selection do something else while the keys do not select."""
        if action in ("extend", "other_end"):
            return self.text.has_focus and self.text.is_selecting
        return super().check_action(action, parameters)

    @property
    def chosen_passages(self) -> tuple[Passage, ...]:
        """What is selected in the text view, else the sentence that the reader is in."""
        sentence = self.text.sentence
        return self.text.selected_passages() or ((sentence,) if sentence else ())

    def action_copy(self, cited: bool) -> None:
        """Copy what is chosen as it is shown, or with its source in the script it was published in."""
        if self.article is None or not self.chosen_passages:
            self.notify(message("notice.nothing_to_copy"))
        elif cited:
            self.app.copy_to_clipboard(self._cited())
        else:
            self.app.copy_to_clipboard(quoted_text(self.chosen_passages, self.text.document.shown))

    def _cited(self) -> str:
        """What is chosen, with its source."""
        assert self.article is not None
        passages = self.chosen_passages
        if self.page is not None:
            pairs = [
                (self.page.to_article(p.place), self.page.to_article(p.place._replace(offset=p.end))) for p in passages
            ]
            passages = tuple(
                Passage(start.paragraph, start.offset, end.offset)
                for start, end in pairs
                if start.paragraph == end.paragraph and start.offset < end.offset
            )
        script: Script | None = None if self.as_on_page else self.article.published_script
        text = quoted_text(passages, partial(self.text_in, script))
        page_script = self.article.script
        source = self.words_in(script, citation(self.article, passages))
        return with_source(
            self.article, passages, text, source, converted=script is not None and script is not page_script
        )
