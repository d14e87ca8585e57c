"""Everything the reader can do: the binding, the footer, the palette and the help page come from here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding

from reader.messages import message

FULL_WIDTH = {
    "/": "、／",
    "?": "？",
    "[": "【",
    "]": "】",
    "{": "｛「",
    "}": "｝」",
    "(": "（",
    ")": "）",
    "<": "《",
    ">": "》",
    "comma": "，",
    ":": "：",
}
"""Half-width keys and what arrives instead while a Chinese input method is on."""

KEY_NAMES = {
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "space": "Space",
    "tab": "Tab",
    "enter": "Enter",
    "escape": "Esc",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "comma": ",",
}
"""Keys that are named, not typed, as they are shown."""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the reader can do."""

    id: str
    """Its name; the sentence `command.<id>` says what it does."""
    keys: tuple[str, ...]
    """The keys that do it, the one to show first; half-width."""
    group: str
    """The part of the help page it stands in; the sentence `command.group.<group>` is its heading."""
    action: str
    """The action of the reading screen, with its arguments."""
    while_selecting: bool = False
    """Whether it is there only while the keys select; its keys do something else at other times."""

    @property
    def label(self) -> str:
        """What it does, in the reader's language."""
        return message(f"command.{self.id}")

    @property
    def shown_key(self) -> str:
        """Its first key, as people write it."""
        return key_name(self.keys[0])

    @property
    def bound_keys(self) -> tuple[str, ...]:
        """All its keys, with what an input method sends instead.

        >>> Command("find", ("/",), "find", "find").bound_keys
        ('/', '、', '／')
        """
        return tuple(key for one in self.keys for key in (one, *FULL_WIDTH.get(one, "")))


def key_name(key: str) -> str:
    """A key as people write it.

    >>> key_name("ctrl+f"), key_name("alt+left"), key_name("pagedown"), key_name("G")
    ('Ctrl+F', 'Alt+←', 'PgDn', 'G')
    """
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    name = KEY_NAMES.get(last, last.upper() if modifiers else last)
    return "+".join([modifier.capitalize() for modifier in modifiers] + [name])


COMMANDS: tuple[Command, ...] = (
    Command("row_down", ("j", "down"), "move", "move('row_down')"),
    Command("row_up", ("k", "up"), "move", "move('row_up')"),
    Command("page_down", ("space", "pagedown"), "move", "move('page_down')"),
    Command("page_up", ("pageup", "b"), "move", "move('page_up')"),
    Command("top", ("g", "home"), "move", "move('start')"),
    Command("bottom", ("G", "end"), "move", "move('end')"),
    Command("next_paragraph", ("}",), "move", "move('paragraph_next')"),
    Command("previous_paragraph", ("{",), "move", "move('paragraph_previous')"),
    Command("next_sentence", (")",), "move", "move('sentence_next')"),
    Command("previous_sentence", ("(",), "move", "move('sentence_previous')"),
    Command("next_heading", (">",), "move", "move('heading_next')"),
    Command("previous_heading", ("<",), "move", "move('heading_previous')"),
    Command("next_article", ("]",), "move", "open_neighbour(1)"),
    Command("previous_article", ("[",), "move", "open_neighbour(-1)"),
    Command("next_doubt", ("u",), "move", "next_doubt(1)"),
    Command("previous_doubt", ("U",), "move", "next_doubt(-1)"),
    Command("go_to_paragraph", (":",), "move", "go_to_paragraph"),
    Command("back", ("ctrl+o", "alt+left"), "move", "back"),
    Command("forward", ("alt+right",), "move", "forward"),
    Command("set_mark", ("m",), "move", "set_mark"),
    Command("go_to_mark", ("'",), "move", "go_to_mark"),
    Command("find", ("/",), "search", "find"),
    Command("next_match", ("n",), "search", "next_match(1)"),
    Command("previous_match", ("N",), "search", "next_match(-1)"),
    Command("search_all", ("ctrl+f",), "search", "search_all"),
    Command("toggle_script", ("s",), "look", "toggle_script"),
    Command("choose_script", ("S",), "look", "choose_script"),
    Command("original", ("r",), "look", "original"),
    Command("refuse", ("x",), "look", "refuse"),
    Command("highlighting", ("h",), "look", "highlighting"),
    Command("watch", ("w", "W"), "look", "watch"),
    Command("furniture", ("f",), "look", "furniture"),
    Command("wider", ("+", "="), "look", "measure(2)"),
    Command("narrower", ("-",), "look", "measure(-2)"),
    Command("theme", ("t",), "look", "theme"),
    Command("focus_mode", ("z",), "look", "focus_mode"),
    Command("next_column", ("tab",), "columns", "column(1)"),
    Command("previous_column", ("shift+tab",), "columns", "column(-1)"),
    Command("articles", ("a",), "columns", "toggle_articles"),
    Command("panel", ("p",), "columns", "toggle_panel"),
    Command("show_slogans", ("1",), "columns", "show_tab('slogans')"),
    Command("show_mechanisms", ("2",), "columns", "show_tab('mechanisms')"),
    Command("show_figures", ("3",), "columns", "show_tab('figures')"),
    Command("show_keywords", ("4",), "columns", "show_tab('keywords')"),
    Command("show_contents", ("5",), "columns", "show_tab('contents')"),
    Command("show_repairs", ("6",), "columns", "show_tab('repairs')"),
    Command("dates", ("d",), "columns", "dates"),
    Command("order_repairs", ("o",), "columns", "order_repairs"),
    Command("panel_row", ("enter",), "columns", "panel_row"),
    Command("copy", ("y",), "copy", "copy(False)"),
    Command("copy_with_source", ("Y",), "copy", "copy(True)"),
    Command("select", ("v",), "select", "select"),
    Command("word_next", ("w",), "select", "extend('word_next')", while_selecting=True),
    Command("word_previous", ("b",), "select", "extend('word_previous')", while_selecting=True),
    Command("character_next", ("right",), "select", "extend('character_next')", while_selecting=True),
    Command("character_previous", ("left",), "select", "extend('character_previous')", while_selecting=True),
    Command("other_end", ("o",), "select", "other_end", while_selecting=True),
    Command("settings", ("comma",), "program", "settings"),
    Command("leave", ("escape",), "program", "leave"),
    Command("help", ("?",), "program", "help"),
    Command("palette", ("ctrl+p",), "program", "palette"),
    Command("quit", ("q",), "program", "app.quit"),
)
"""Every command, in the order of the help page."""

TEXT_COMMANDS: tuple[Command, ...] = tuple(one for one in COMMANDS if one.group in ("move", "copy", "select", "look"))
"""What is done with the text, and waits for one."""

FOOTER: tuple[str, ...] = (
    *("find", "toggle_script", "copy", "next_column", "original", "highlighting", "search_all", "next_article"),
    *("copy_with_source", "palette"),
)
"""What the footer shows, by name, as far as there is room; help and quit follow at any width."""

REPAIR_KEYS: tuple[str, ...] = ("refuse", "order_repairs")
"""What the footer shows first while the repairs are looked at."""

GROUPS: tuple[str, ...] = tuple(dict.fromkeys(command.group for command in COMMANDS))
"""The groups in the order of the help page."""


def bindings(commands: Iterable[Command] = COMMANDS) -> list[Binding]:
    """What Textual is told about the keys of these commands.

    The descriptions are names: footer and help page look the sentences up when they are drawn. Of two commands with one
    key the first is asked first, so that those that are there only at times come before the others.
    """
    return [
        Binding(",".join(command.bound_keys), command.action, command.id, show=False, id=command.id)
        for command in sorted(commands, key=lambda one: not one.while_selecting)
    ]
