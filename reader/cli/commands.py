"""The program: its commands, and how it ends."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from reader.cli.cleaning import clean
from reader.cli.digesting import digest
from reader.cli.opening import open_screen
from reader.cli.output import OutputError, abandon, complain, flush, prepare_streams
from reader.cli.spoken import OpeningGroup, SpokenOption, language_option, library_option
from reader.cli.usage import choose_language_early, command_of, usage_sentence
from reader.cli.watching import watch
from reader.messages import message

INTERRUPTED = 130
"""Exit code after ctrl+c, as shells have it."""


def _print_version(ctx: click.Context, option: click.Parameter, wanted: bool) -> None:
    """Print the version and end."""
    if wanted and not ctx.resilient_parsing:
        from importlib.metadata import version  # slow to import

        click.echo(f"policy-reader {version('policy-reader')}")
        ctx.exit()


@click.group(
    cls=OpeningGroup,
    help="program",
    options_metavar="[OPTIONS]",
    subcommand_metavar="[PATH… | COMMAND]",
)
@library_option
@language_option
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    cls=SpokenOption,
    help="version",
)
def program(library: str | None) -> None:
    """Read Chinese policy news in the terminal."""


program.add_command(clean)
program.add_command(digest)
program.add_command(open_screen)
program.add_command(watch)


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments say; the exit code is 0, 1 where some file failed, 2 for a usage error."""
    prepare_streams()
    choose_language_early(arguments)
    try:
        with program.make_context("policy-reader", list(arguments)) as context:
            code = program.invoke(context)
        flush()
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as error:
        complain(message("cli.usage", detail=usage_sentence(error)))
        complain(message("cli.hint", command=command_of(error)))
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        complain(message("cli.stopped"))
        return INTERRUPTED
    except BrokenPipeError:
        abandon(sys.stdout)
        return 0
    except OutputError as error:
        abandon(sys.stdout)
        complain(message("cli.no_output", cause=error))
        return 1
    return int(code or 0)


def main() -> None:
    """Start the program with the arguments of the process."""
    sys.exit(run(sys.argv[1:]))
