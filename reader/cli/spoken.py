"""Commands and options whose help is a sentence of `messages`, looked up when it is shown."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from typing import Any, TypeVar

import click

from reader.cli.layout import LaidOutContext
from reader.cli.output import output_errors
from reader.cli.usage import SpokenChoice
from reader.messages import LANGUAGES, choose_language, message

Command = TypeVar("Command", bound=Callable[..., Any])


class Spoken:
    """Something whose help is given as a key under `cli.help`."""

    @property
    def help(self) -> str | None:
        """The sentence in the language spoken now."""
        return message(f"cli.help.{self._help_key}") if self._help_key else None

    @help.setter
    def help(self, key: str | None) -> None:
        self._help_key = key


class SpokenCommand(Spoken, click.Command):
    """A command whose help is spoken and laid out."""

    context_class = LaidOutContext

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option --help, which says what it does in the same language."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = message("cli.help.help")
        return option

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take the arguments apart; options such as --help print what they have to say here."""
        with output_errors():
            return super().parse_args(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options under their heading."""
        options = [parameter for parameter in self.get_params(ctx) if isinstance(parameter, click.Option)]
        records = [option.get_help_record(ctx) for option in options]
        with formatter.section(message("cli.headings.options")):
            formatter.write_dl([record for record in records if record is not None])


class SpokenOption(Spoken, click.Option):
    """An option whose help is spoken."""


class SpokenGroup(SpokenCommand, click.Group):
    """Commands under one name."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands, each with the whole sentence on what it does."""
        super().format_options(ctx, formatter)
        with formatter.section(message("cli.headings.commands")):
            formatter.write_dl([(name, self.commands[name].help or "") for name in self.list_commands(ctx)])


class OpeningGroup(SpokenGroup):
    """Commands, and a default one for arguments that begin with none of them."""

    default = "open"
    """The command that stands behind paths; it is not listed."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the default command before arguments that name none; after `--` everything is a path."""
        _, paths, _ = self.make_parser(ctx).parse_args(list(args))
        options = args[: len(args) - len(paths)]
        parted = options[-1:] == ["--"]
        if parted:
            options.pop()
        if parted or not paths or paths[0] not in self.list_commands(ctx):
            args = [*options, self.default, *(["--"] if parted else []), *paths]
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands that can be named."""
        return [name for name in super().list_commands(ctx) if name != self.default]


def language_option(command: Command) -> Command:
    """The option --language, which holds for the help behind it too."""

    def choose(ctx: click.Context, option: click.Parameter, chosen: str | None) -> str | None:
        if chosen is not None:
            choose_language(chosen)
        return chosen

    return click.option(
        "--language",
        type=SpokenChoice(LANGUAGES),
        callback=choose,
        is_eager=True,
        expose_value=False,
        cls=SpokenOption,
        help="language",
    )(command)


def format_option(*forms: str) -> Callable[[Command], Command]:
    """The option --format, one of several forms of which the first is the usual one."""
    return click.option("--format", "form", type=SpokenChoice(forms), default=forms[0], cls=SpokenOption, help="format")


def encoding_option(command: Command) -> Command:
    """The option --encoding, which gives the name of a text codec as Python spells it."""

    def check(ctx: click.Context, option: click.Parameter, name: str | None) -> str | None:
        if name is None:
            return None
        try:
            found = codecs.lookup(name)
            "".encode(found.name)
        except (LookupError, ValueError):
            raise click.BadParameter(message("cli.no_encoding", name=name), ctx, option) from None
        return found.name

    return click.option("--encoding", metavar="NAME", callback=check, cls=SpokenOption, help="encoding")(command)


def library_option(command: Command) -> Command:
    """The option --library, which may stand before or after the command's name."""

    def inherit(ctx: click.Context, option: click.Parameter, file: str | None) -> str | None:
        before: str | None = ctx.find_root().params.get("library")
        return before if file is None else file

    return click.option("--library", metavar="FILE", callback=inherit, cls=SpokenOption, help="library")(command)
