"""What the reading screen knows, and the widgets that show it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from textual.containers import Vertical
from textual.message import Message
from textual.reactive import reactive
from textual.screen import Screen

from reader.analysis.watching import Sighting, Watcher
from reader.library.ahead import ReadAhead
from reader.library.anchors import Anchor, anchor_place
from reader.library.catalogue import first_clause
from reader.library.settings import Settings
from reader.library.store import Store
from reader.library.watch_list import WatchFile, watch_file
from reader.messages import message
from reader.model import Article, Digest, Edit, Passage, Place, Script
from reader.tui.documents import SourcePage, words_in
from reader.tui.trail import Trail
from reader.tui.widgets.find_bar import FindBar
from reader.tui.widgets.panel import Panel
from reader.tui.widgets.sidebar import Listed, Sidebar
from reader.tui.widgets.text_view import TextView


class ReadingState(Screen[None]):
    """State and short ways to the widgets, which the parts of the reading screen share."""

    @dataclass
    class SettingsChanged(Message):
        """The reader has set something."""

        settings: Settings
        """All that is set now."""

    listed: reactive[tuple[Listed, ...]] = reactive((), init=False)
    """The files in the order of the list."""
    article: reactive[Article | None] = reactive(None, init=False)
    """The article that is open."""
    digest: reactive[Digest | None] = reactive(None, init=False)
    """Its findings; None until they are there."""
    watcher: reactive[Watcher] = reactive(Watcher(), init=False)
    """The reader's own words and patterns."""
    sightings: reactive[tuple[Sighting, ...]] = reactive((), init=False)
    """What of them stands in the article."""
    script: reactive[Script | None] = reactive(None, init=False)
    """The script that articles are shown in; None for the one each was published in."""
    as_on_page: reactive[bool] = reactive(False, init=False)
    """Whether characters are shown as they stand on the page, whatever `script` says."""
    highlighting: reactive[bool] = reactive(True, init=False)
    """Whether findings are set apart in the text."""
    original: reactive[bool] = reactive(False, init=False)
    """Whether the source text is shown, with its repairs marked."""
    edit: reactive[Edit | None] = reactive(None, init=False)
    """The repair that is looked at in the original."""
    hits: reactive[tuple[Passage, ...]] = reactive((), init=False)
    """Where the text has what is looked for."""
    hit: reactive[int] = reactive(-1, init=False)
    """Index of the hit that was gone to last; -1 for none."""

    def __init__(
        self, paths: tuple[str, ...], store: Store, settings: Settings, ahead: ReadAhead | None = None
    ) -> None:
        """Make the screen.

        Args:
            paths: Files and folders to read.
            store: What the reader did in earlier runs.
            settings: What the reader has set.
            ahead: The first article, which is being read elsewhere.
        """
        super().__init__()
        self.paths = paths
        """Files and folders to read."""
        self.store = store
        """Keeps what the reader does."""
        self.settings = settings
        """What the reader has set."""
        self.ahead = ahead
        """The first article, which is being read elsewhere."""
        self.path: str | None = None
        """The file of the open article."""
        self.wanted_path: str | None = None
        """The file that is being opened."""
        self.wanted_place: Place | Anchor | None = None
        """Where to go in it; None for where the reader was."""
        self.all_listed = False
        """Whether `listed` holds every file."""
        self.read_articles: dict[str, Article] = {}
        """Articles that have been read, by file."""
        self.early_keys: list[str] = []
        """Keys that were pressed before the first article was there."""
        self.query_text = ""
        """What is looked for in the text."""
        self.noted: tuple[Article, Place] | None = None
        """Where the reader was when last asked."""
        self.kept: tuple[Article, Place] | None = None
        """Where the store has it that the reader was."""
        self.taken_together: tuple[int, ...] = ()
        """Paragraphs that were last taken back from the furniture at once."""
        self.ended: Article | None = None
        """The article whose end was reached since it was opened."""
        self.watch_file = WatchFile(watch_file())
        """The file of the watch list."""
        self.trail = Trail()
        """Where the reader has jumped from and to."""
        self.page: SourcePage | None = None
        """The source of the open article in lines, while it is shown."""
        self.set_reactive(ReadingState.script, settings.script)
        self.set_reactive(ReadingState.highlighting, settings.highlighting)

    @property
    def text(self) -> TextView:
        """The text."""
        return self.query_one(TextView)

    @property
    def sidebar(self) -> Sidebar:
        """The articles."""
        return self.query_one(Sidebar)

    @property
    def middle(self) -> Vertical:
        """The column of the text."""
        return self.query_one("#middle", Vertical)

    @property
    def panel(self) -> Panel:
        """The findings."""
        return self.query_one(Panel)

    @property
    def find_bar(self) -> FindBar:
        """The field for finding in the text."""
        return self.query_one(FindBar)

    @property
    def shown_script(self) -> Script | None:
        """The script that the text is shown in; None for an article that has no Chinese."""
        if self.article is None:
            return None
        if self.as_on_page or self.original:
            return self.article.script
        return self.script or self.article.published_script

    @property
    def drawn_script(self) -> Script | None:
        """The script that the text is turned into; None for the characters of the page."""
        return None if self.as_on_page or self.original else self.shown_script

    def text_in(self, script: Script | None, paragraph: int, start: int, end: int) -> str:
        """A stretch of the open article in a script; None for the characters of the page."""
        assert self.article is not None
        return self.words_in(script, self.article.paragraphs[paragraph].text[start:end])

    def words_in(self, script: Script | None, words: str) -> str:
        """Words of the open article in a script; None for the characters of the page."""
        return words_in(self.article, script, words) if self.article is not None else words

    @property
    def article_place(self) -> Place | None:
        """Where the reader is in the article, also while its source is shown."""
        if self.article is None or not self.article.paragraphs:
            return None
        top = self.text.top_place
        return self.page.to_article(top) if self.page is not None else top

    @property
    def article_cursor(self) -> Place | None:
        """Where the cursor is in the article, also while its source is shown."""
        if self.article_place is None:
            return None
        return self.page.to_article(self.text.cursor) if self.page is not None else self.text.cursor

    @property
    def listed_title(self) -> str:
        """What the open article is called, in the script that its text is shown in."""
        article = self.article
        if article is None:
            return ""
        if article.title:
            return self.words_in(self.drawn_script, article.title)
        return message("article.untitled", clause=self.words_in(self.drawn_script, first_clause(article)))

    def note_place(self) -> None:
        """Take down where the reader is, for `keep_place`."""
        place = self.article_place
        self.noted = (self.article, place) if self.article is not None and place is not None else None

    def keep_place(self) -> None:
        """Keep where the reader is, for the next time; writes only what has changed."""
        if self.noted is not None and self.noted != self.kept:
            article, place = self.kept = self.noted
            self.store.keep_place(article.id, anchor_place(article, place))

    def keep_settings(self, **changes: object) -> None:
        """Keep something that the reader has set."""
        self.settings = replace(self.settings, **changes)  # type: ignore[arg-type]
        self.store.keep_settings(self.settings)
        self.post_message(self.SettingsChanged(self.settings))
