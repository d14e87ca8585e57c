"""Settings that no key of their own changes, as rows to choose from."""

from __future__ import annotations

from dataclasses import dataclass, fields

from reader.library.settings import AmbiguousWidth, CopyWay, Settings, Theme
from reader.messages import LANGUAGES, message
from reader.tui.widgets.list_rows import ListRow
from reader.typesetting import PageStyle


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a setting can have."""

    name: str
    """The field of `Settings`."""
    value: str | int | None
    """The value; None where nothing is set."""

    @property
    def label(self) -> str:
        """The value, in the reader's language."""
        if self.name == "margin_cells":
            return message("setting.columns", count=self.value)
        return message(f"setting.{self.name}.{'auto' if self.value is None else str(self.value).lower()}")


CHOICES: tuple[Choice, ...] = (
    *(Choice("language", value) for value in (None, *LANGUAGES)),
    *(Choice("theme", value) for value in Theme),
    *(Choice("line_rows", value) for value in (0, 1)),
    *(Choice("paragraph_rows", value) for value in (0, 1)),
    *(Choice("margin_cells", value) for value in (0, 2, 4, 8, 16)),
    *(Choice("hanging_cells", value) for value in (0, 1, 2)),
    *(Choice("justified", value) for value in (False, True)),
    *(Choice("spaced", value) for value in (False, True)),
    *(Choice("copy_way", value) for value in CopyWay),
    *(Choice("ambiguous_width", value) for value in AmbiguousWidth),
)
"""Every value of every such setting, those of one setting together."""


def setting_rows(settings: Settings) -> list[ListRow]:
    """A row for each value under the name of its setting; those that hold now are marked."""
    rows: list[ListRow] = []
    name = None
    for choice in CHOICES:
        if choice.name != name:
            name = choice.name
            rows.append(ListRow(message(f"setting.name.{name}"), look="open"))
        holds = getattr(settings, name) == choice.value
        rows.append(ListRow(choice.label, aside="✓" if holds else "", indent=2, target=choice))
    return rows


def page_style(settings: Settings) -> PageStyle:
    """How text is to be set, as far as it is a setting."""
    return PageStyle(**{field.name: getattr(settings, field.name) for field in fields(PageStyle)})
