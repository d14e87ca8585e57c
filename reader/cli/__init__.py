"""The command line; it imports the screen only when it opens it."""

from reader.cli.commands import main

__all__ = ["main"]
