"""The command line; it imports the screen only when it opens it."""

from reader.cli.importing import without_collection

__all__ = ["main"]


def main() -> None:
    """Start the program with the arguments of the process."""
    with without_collection():
        from reader.cli.commands import main as run
    run()
