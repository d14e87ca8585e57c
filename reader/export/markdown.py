"""Articles as Markdown (CommonMark), in which no character of the article is taken for a sign of the format."""

from __future__ import annotations

import re

from reader.model import Article, Kind, Paragraph

_ANYWHERE = re.compile(r"[\\`*_\[\]<>&~|]")
_AT_START = re.compile(r"^(\s*)(#|[-+=](?=\s|$|[-+=]))")
_ORDINAL = re.compile(r"^(\s*\d+)([.)])(?=\s|$)")


def article_markdown(article: Article, *, furniture: bool = False) -> str:
    """The title as heading 1, headings inside as heading 2, captions in italics; furniture only if asked for."""
    blocks: list[str] = []
    titled = False
    for paragraph in article.paragraphs:
        if paragraph.kind is Kind.FURNITURE and not furniture:
            continue
        blocks.append(_block(paragraph, titled=titled))
        titled = titled or paragraph.kind is Kind.TITLE
    return "\n\n".join(blocks) + "\n"


def escape_markdown(text: str) -> str:
    r"""A text that Markdown shows as it is.

    >>> escape_markdown("[b]粗*体*"), escape_markdown("1. 总则"), escape_markdown("# 一"), escape_markdown("增长1.5%")
    ('\\[b\\]粗\\*体\\*', '1\\. 总则', '\\# 一', '增长1.5%')
    """
    text = _ANYWHERE.sub(lambda found: "\\" + found[0], text)
    text = _ORDINAL.sub(r"\1\\\2", text)
    return _AT_START.sub(r"\1\\\2", text)


def _block(paragraph: Paragraph, *, titled: bool) -> str:
    """One paragraph; its spaces at the ends go, since four of them would make it code."""
    text = escape_markdown(paragraph.text.strip())
    match paragraph.kind:
        case Kind.TITLE:
            return f"**{text}**" if titled else f"# {text}"
        case Kind.HEADING:
            return f"## {text}"
        case Kind.CAPTION:
            return f"*{text}*"
        case Kind.FURNITURE:
            return f"> {text}"
        case _:
            return text
