"""The main screen: articles, text and findings side by side."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from reader.export.reasons import explanation
from reader.export.repairs import change_sentence
from reader.messages import message
from reader.model import Article, Edit
from reader.tui.commands import REPAIR_KEYS, Command, bindings
from reader.tui.documents import FOUND_MARKS
from reader.tui.palette import help_rows, palette_rows
from reader.tui.panel_rows import Tab
from reader.tui.screens.copying import segmented_word
from reader.tui.screens.picker import Picker
from reader.tui.screens.walking import Walking
from reader.tui.widgets.find_bar import FindBar
from reader.tui.widgets.key_line import KeyLine
from reader.tui.widgets.notice_bar import NoticeBar
from reader.tui.widgets.panel import Panel
from reader.tui.widgets.sidebar import Sidebar
from reader.tui.widgets.status_line import StatusLine
from reader.tui.widgets.text_view import TextView


class ReadingScreen(Walking):
    """Three columns where there is room for them, the text alone where there is not."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings()]
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (40, "-narrow"), (80, "-medium"), (110, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (10, "-high")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        """Columns over the status line and the keys."""
        with Horizontal(id="columns"):
            yield Sidebar().data_bind(ReadingScreen.listed, ReadingScreen.watcher)
            with Vertical(id="middle"):
                yield TextView()
                yield FindBar()
            yield Panel().data_bind(
                ReadingScreen.article, ReadingScreen.digest, ReadingScreen.watcher, ReadingScreen.sightings
            )
        yield NoticeBar()
        yield StatusLine()
        yield KeyLine()
        yield Static(Content(message("ui.too_small")), id="too-small")

    def on_mount(self) -> None:
        """Take over what was set in an earlier run."""
        self._set_text()

    def _set_text(self) -> None:
        self.set_page()
        self.text.hidden_marks = frozenset() if self.highlighting else FOUND_MARKS
        self.text.words = segmented_word
        self.text.focus()

    async def show_anew(self) -> None:
        """Make every widget again, in the language and for the widths that hold now; what is shown stays."""
        top, cursor = self.text.top_place, self.text.cursor
        tab, state = self.panel.tab, self.panel.state
        with self.app.batch_update():
            await self.recompose()
            self._set_text()
            self.panel.tab, self.panel.state = tab, state
            self.sidebar.current = self.article.id if self.article else None
            self.show_text()
            self.text.show_top(top)
            self.text.set_reactive(TextView.cursor, cursor)
            if self.query_text:
                self.find_bar.set_query(self.query_text)
            self.show_status()

    # What the status line says

    @on(TextView.PlaceChanged)
    def _place_changed(self, event: TextView.PlaceChanged) -> None:
        self.note_place()
        self.note_end()
        if self.page is not None:
            self.edit = self.page.edit_at(event.cursor)
        self.show_status()

    def watch_article(self, article: Article | None) -> None:
        """Say which article it is."""
        self.sidebar.current = article.id if article else None
        self.call_after_refresh(self.show_status)

    def watch_script(self) -> None:
        """Say which script it is."""
        self.show_status()

    def watch_as_on_page(self) -> None:
        """Say that the page's own characters are shown."""
        self.show_status()

    def watch_original(self) -> None:
        """Say that the source is shown."""
        self.show_status()

    def watch_edit(self) -> None:
        """Say what the repair did."""
        self.show_status()

    def show_status(self) -> None:
        """Say what is shown and how far the reader is."""
        article = self.article
        status = self.query_one(StatusLine)
        if article is None:
            return
        if self.page is not None and self.edit is not None:
            status.subject = self._repair_fact(article, self.edit)
            edits = self.page.edits
            number = edits.index(self.edit) + 1 if self.edit in edits else 0
            status.facts = (message("ui.original"), message("ui.repair_number", number=number, count=len(edits)))
            return
        facts = [self._script_fact(article), self._percent()]
        if self.shown_script is article.published_script and article.is_machine_converted:
            facts.append(message("ui.script.should_be"))
        if self.original:
            facts.insert(0, message("ui.original"))
        status.subject = self.listed_title
        status.facts = tuple(fact for fact in facts if fact)

    def _repair_fact(self, article: Article, edit: Edit) -> str:
        """What a repair did and why, and whether it is refused."""
        source = article.restored.source.text
        refused = [message("ui.refused")] if edit in article.restored.refused else []
        return " · ".join([*refused, change_sentence(edit, source), explanation(edit, source)])

    def _script_fact(self, article: Article) -> str:
        """The script that is shown, and whether it is not the one of the page."""
        shown = self.shown_script
        if shown is None:
            return ""
        name = message(f"script.{shown}")
        if self.as_on_page or self.original:
            return message("ui.script.as_on_page", script=name)
        if shown is not article.published_script:
            return message("ui.script.converted", script=name)
        return name

    def _percent(self) -> str:
        """How far the reader is, in hundredths of the rows."""
        last = self.text.max_scroll_y
        return f"{round(100 * self.text.scroll_y / last)}%" if last else "100%"

    # What the keys do here

    @on(events.DescendantFocus)
    @on(Panel.TabShown)
    def _keys_go_elsewhere(self) -> None:
        """Show the keys for repairs first while repairs are looked at."""
        repairs = self.panel.tab is Tab.REPAIRS and self.panel.rows.has_focus
        self.query_one(KeyLine).first = REPAIR_KEYS if repairs else ()

    # The program

    def action_leave(self) -> None:
        """Leave whatever is open: search, find, selection, original, a column over the text."""
        self.query_one(NoticeBar).dismiss()
        if self.sidebar.searching:
            self.sidebar.searching = False
        elif self.sidebar.field.has_focus and self.sidebar.field.value:
            self.sidebar.field.value = ""
            return
        elif self.find_bar.is_open:
            self.find_bar.close()
        elif self.text.has_focus and self.text.selected_passages():
            self.text.select()
        elif self.text.has_focus and self.original:
            self.action_original()
        elif self.text.has_focus and self.settings.focus_mode:
            self.action_focus_mode()
        self.to_text()

    def action_palette(self) -> None:
        """Choose a command by typing."""
        picker = Picker(message("command.palette"), palette_rows, placeholder=message("ui.palette"))
        self.app.push_screen(picker, self._run_command)

    def action_help(self) -> None:
        """List all commands with their keys."""
        picker = Picker(message("command.help"), help_rows, placeholder=message("ui.palette"))
        self.app.push_screen(picker, self._run_command)

    async def _run_command(self, chosen: object) -> None:
        if isinstance(chosen, Command):
            await self.run_action(chosen.action)
