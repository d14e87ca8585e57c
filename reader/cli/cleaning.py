"""policy-reader clean: articles as they were published."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import click

from reader.cli.articles import Batch
from reader.cli.output import write
from reader.cli.spoken import (
    SpokenCommand,
    SpokenOption,
    encoding_option,
    format_option,
    language_option,
    library_option,
)
from reader.cli.usage import SpokenChoice
from reader.export.visible import visible
from reader.library.intake import STANDARD_INPUT
from reader.library.problems import Problem
from reader.model import Article, Script

if TYPE_CHECKING:
    from reader.export.json import Json

RULE = "\n---\n\n"
"""What stands between two articles in Markdown."""


@click.command("clean", cls=SpokenCommand, help="clean")
@format_option("text", "markdown", "json")
@click.option("--script", type=SpokenChoice([script.value for script in Script]), cls=SpokenOption, help="script")
@click.option("--explain", is_flag=True, cls=SpokenOption, help="explain")
@click.option("--furniture", is_flag=True, cls=SpokenOption, help="furniture")
@encoding_option
@library_option
@language_option
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
def clean(
    form: str,
    script: str | None,
    explain: bool,
    furniture: bool,
    encoding: str | None,
    library: str | None,
    paths: tuple[str, ...],
) -> int:
    """Print articles without their damage."""
    batch = Batch(paths, encoding, library)
    target = Script(script) if script else None
    if form == "json":
        from reader.export.json import CLEAN_SCHEMA, json_document

        for piece in json_document(CLEAN_SCHEMA, _documents(batch, target)):
            write(piece)
    else:
        print_articles(batch, form, target, explain=explain, furniture=furniture)
    return batch.exit_code


def print_articles(
    batch: Batch, form: str = "text", script: Script | None = None, *, explain: bool = False, furniture: bool = False
) -> None:
    """Print articles as `text` or `markdown`, each with its edits where they are to be explained."""
    from reader.export.explained import explained_for_people, explained_for_programs
    from reader.export.fields import fields_text
    from reader.export.markdown import article_markdown
    from reader.export.text import article_text

    export = article_markdown if form == "markdown" else article_text
    explained = explained_for_people if sys.stdout.isatty() else explained_for_programs
    for index, article in enumerate(batch.articles()):
        if form == "markdown":
            write(RULE if index else "")
        elif batch.is_several:
            write("\n" * bool(index) + f"──────── {visible(article.origin.path or STANDARD_INPUT)}\n\n")
        write(_writer(article, script)(export(article, furniture=furniture)))
        if explain:
            write("\n" + _writer(article, script)(fields_text(article)))
            for line in explained(article):
                write(line + "\n")


def _documents(batch: Batch, script: Script | None) -> Iterator[Json | Problem]:
    from reader.export.json import clean_json

    for found in batch.each():
        yield found if isinstance(found, Problem) else clean_json(found, _writer(found, script))


def _writer(article: Article, script: Script | None) -> Callable[[str], str]:
    """What turns the words of an article into the script asked for."""
    if script is None:
        return str
    from reader.script.conversion import convert

    return lambda text: convert(text, script, article.published_script)
