"""What the program has to say, for some seconds, in rows of its own under the columns.

Not a toast over the text: Textual cuts what lies on top at the edges of what lies under it, and a Chinese character on
such an edge is lost.
"""

from __future__ import annotations

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget

from reader.tui.widgets.list_rows import ListRow, set_row


class NoticeBar(Widget):
    """One notice at a time; hidden while there is none."""

    DEFAULT_CSS = """
    NoticeBar { height: auto; display: none; padding: 0 1; background: $primary-muted; color: $foreground; }
    NoticeBar.-open { display: block; }
    NoticeBar.-warning { text-style: bold; background: $warning-muted; }
    NoticeBar.-error { text-style: bold; background: $error-muted; }
    NoticeBar:ansi, NoticeBar:nocolor { text-style: reverse; }
    """

    notice: reactive[str] = reactive("", layout=True)
    """What is said."""

    _timer: Timer | None = None

    def show(self, notice: str, severity: str, seconds: float) -> None:
        """Say something for some seconds."""
        self.notice = notice
        self.set_class(severity == "warning", "-warning")
        self.set_class(severity == "error", "-error")
        self.add_class("-open")
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(seconds, self.dismiss)

    def dismiss(self) -> None:
        """Say nothing."""
        self.remove_class("-open")

    def _rows(self, width: int) -> list[str]:
        rows = [row for line in self.notice.split("\n") for row in set_row(ListRow(line), width, wrap=True)]
        return ["".join(text for text, _ in row) for row in rows]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Rows that the notice needs."""
        return len(self._rows(width))

    def render(self) -> RenderResult:
        """The notice, broken by Chinese rules."""
        return Content("\n".join(self._rows(self.size.width)))

    def on_click(self) -> None:
        """Say nothing any more."""
        self.dismiss()
