"""The command line; it imports the screen only when it opens it."""


def main() -> None:
    """Start the program."""
