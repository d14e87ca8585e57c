"""Starting the program on the screen."""

from __future__ import annotations

from collections.abc import Sequence

from reader.library.ahead import ReadAhead
from reader.library.store import Store
from reader.messages import choose_language, chosen_language
from reader.tui.app import ReaderApp
from reader.tui.responsiveness import stay_responsive


def run(paths: Sequence[str], store: Store, ahead: ReadAhead | None = None) -> int:
    """Read articles on the screen.

    Args:
        paths: Files and folders.
        store: What the reader did in earlier runs.
        ahead: The first article, which is being read elsewhere.

    Returns:
        The exit code.
    """
    settings = store.settings()
    if settings.language is not None and chosen_language() is None:  # else one was asked for
        choose_language(settings.language)
    stay_responsive()
    app = ReaderApp(paths, store, settings, ahead=ahead)
    app.run()
    return app.return_code or 0
