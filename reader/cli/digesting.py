"""policy-reader digest: the slogans, figures and keywords of articles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from reader.cli.articles import Batch
from reader.cli.output import write
from reader.cli.spoken import (
    SpokenCommand,
    encoding_option,
    format_option,
    language_option,
    library_option,
)
from reader.library.problems import Problem

if TYPE_CHECKING:
    from reader.export.json import Json


@click.command("digest", cls=SpokenCommand, help="digest")
@format_option("text", "csv", "json")
@encoding_option
@library_option
@language_option
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
def digest(form: str, encoding: str | None, library: str | None, paths: tuple[str, ...]) -> int:
    """Print what was found in articles."""
    from reader.analysis.digest import digest as digest_of
    from reader.export.csv import csv_header, digest_csv
    from reader.export.json import DIGEST_SCHEMA, json_document
    from reader.export.text import digest_text
    from reader.library.catalogue import summarise

    batch = Batch(paths, encoding, library)
    if form == "json":
        for piece in json_document(DIGEST_SCHEMA, _documents(batch)):
            write(piece)
    elif form == "csv":
        write(csv_header())
        for article in batch.articles():
            write(digest_csv(article, digest_of(article)))
    else:
        for index, article in enumerate(batch.articles()):
            write("\n" * bool(index) + f"{summarise(article).listed_title}\n\n{digest_text(digest_of(article))}")
    return batch.exit_code


def _documents(batch: Batch) -> Iterator[Json | Problem]:
    from reader.analysis.digest import digest as digest_of
    from reader.export.json import digest_json

    for found in batch.each():
        yield found if isinstance(found, Problem) else digest_json(found, digest_of(found))
