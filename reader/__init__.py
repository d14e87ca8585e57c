"""policy-reader: give damaged Chinese policy news back as it was published, and read it in a terminal.

    import reader

    article = reader.read("page.txt")
    digest = reader.digest(article)
    reader.clean("網(wǎng)絡強國")

Offsets are code points. Nothing heavy is loaded before it is needed.
"""

from pathlib import Path

from reader.model import Article, Digest

__all__ = ["Article", "Digest", "clean", "digest", "read"]


def read(path: str | Path, encoding: str | None = None) -> Article:
    """The article in a text file, or in standard input for `-`.

    Args:
        path: The file.
        encoding: The codec to use; None for the one in which the text reads best.

    Raises:
        OSError: There is no article to be had from it; the message is one sentence that names the file.
    """
    from reader.library import intake

    return intake.read(path, encoding)


def digest(article: Article, *, words: bool = True) -> Digest:
    """The slogans, figures and keywords of an article.

    Args:
        article: The article as it was read.
        words: Look for keywords too, which loads the dictionary the first time.
    """
    from reader.analysis.digest import digest as digest_of

    return digest_of(article, words=words)


def clean(text: str) -> str:
    """A text without its damage: the cleaned text with everything the page holds, one paragraph on a line.

    What is not damaged stays as it is, and what the page put around an article is kept.
    """
    from reader.model import Decoded
    from reader.restoration.passes import restore

    return restore(Decoded(text, ())).text
