"""Articles and digests as plain text for people."""

from __future__ import annotations

from collections.abc import Iterator

from reader.messages import message
from reader.model import Article, Basis, Digest, Figure, Kind, Member, Slogan, number_text


def article_text(article: Article, *, furniture: bool = False) -> str:
    """The paragraphs with a blank line between them; furniture is left out unless it is asked for."""
    kept = (p.text for p in article.paragraphs if furniture or p.kind is not Kind.FURNITURE)
    return "\n\n".join(kept) + "\n"


def digest_text(digest: Digest) -> str:
    """The findings under their headings, one on a line, members under their slogan."""
    parts = [
        (message("cli.slogans", count=len(digest.slogans)), [line for s in digest.slogans for line in _slogan(s)]),
        (message("cli.figures", count=len(digest.figures)), [_figure(figure) for figure in digest.figures]),
        (message("cli.keywords", count=len(digest.keywords)), [f"{k.text}  ×{k.count}" for k in digest.keywords]),
    ]
    return "\n".join("\n".join([heading, *(f"  {line}" for line in lines), ""]) for heading, lines in parts)


def _slogan(slogan: Slogan) -> Iterator[str]:
    """The slogan with how many of its members the text states, then each member."""
    state = ""
    if slogan.declared is not None:
        state = f"  {slogan.stated}/{slogan.declared}{' ✓' if slogan.complete else ''}"
    yield f"{slogan.text}{state}  ×{len(slogan.mentions)}"
    for member in slogan.members:
        yield f"  {_member(member)}"
    if slogan.lexicon_source:
        yield f"  {message('slogan_source.lexicon', source=slogan.lexicon_source)}"


def _member(member: Member) -> str:
    """A member; one that the text does not state says so."""
    if member.basis is Basis.STATED:
        return f"· {member.text}"
    return f"? {member.text}  ({message(f'cli.basis.{member.basis}')})"


def _figure(figure: Figure) -> str:
    """The words of the figure, what it comes to, what is measured, whose, when."""
    value = number_text(figure.value) + (f"–{number_text(figure.upper)}" if figure.upper is not None else "")
    exact = f"{figure.bound or '='} {value}{' ' + figure.unit if figure.unit else ''}"
    about = (figure.measured.text if figure.measured else None, figure.of, figure.period, figure.compared)
    return "  ".join([figure.text, exact, *(text for text in about if text)])
