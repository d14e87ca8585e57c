"""What was wrong with the arguments, in the language of the program."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile, zip_longest

import click

from reader.messages import LANGUAGES, choose_language, message


def choose_language_early(arguments: Sequence[str]) -> None:
    """Speak the language that `--language` names, so that what is wrong before or behind it is said in it too."""
    options = list(takewhile(lambda argument: argument != "--", arguments))
    for argument, after in zip_longest(options, options[1:], fillvalue=""):
        name, joined, value = argument.partition("=")
        language = value if joined else after
        if name == "--language" and language in LANGUAGES:
            choose_language(language)


def usage_sentence(error: click.ClickException) -> str:
    """What was wrong, as one sentence; what has none here is said as click says it."""
    match error:
        case click.NoSuchOption():
            return message("cli.wrong.option", name=error.option_name)
        case click.MissingParameter(param=click.Parameter() as parameter):
            return message("cli.wrong.argument", name=_name(parameter))
        case click.BadParameter(param=click.Parameter() as parameter):
            return message("cli.wrong.value", name=_name(parameter), detail=error.message)
        case click.BadOptionUsage():
            return message("cli.wrong.use", name=error.option_name)
    return error.format_message()


def command_of(error: click.ClickException) -> str:
    """The command whose help says how it is used."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    return context.command_path if context is not None else "policy-reader"


class SpokenChoice(click.Choice[str]):
    """One of several words; another one is refused in the language spoken."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word itself."""
        if value not in self.choices:
            self.fail(message("cli.wrong.choice", value=value, choices=", ".join(self.choices)), param, ctx)
        return value


def _name(parameter: click.Parameter) -> str:
    """An option or argument as it is written on the command line."""
    return parameter.opts[0] if isinstance(parameter, click.Option) else parameter.human_readable_name
