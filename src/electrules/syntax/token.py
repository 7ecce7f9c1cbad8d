"""Lexemes, the pieces of folded text, and tokens, what the grammar reads."""

from __future__ import annotations

import re

from ..source.span import Span
from .written import Reference


class Token:
    """A token as Lark wants it: *type* is the terminal, *value* what the token means."""

    __slots__ = ("span", "type", "value")
    # Lark reads these of the last token when a text ends early
    line = column = end_line = end_column = start_pos = end_pos = None

    def __init__(self, type: str, value: object, span: Span) -> None:
        self.type = type
        self.value = value
        self.span = span

    @property
    def places(self) -> tuple[Reference, ...]:
        """What the token of a reference names."""
        assert isinstance(self.value, tuple)
        return self.value


class Lexeme:
    """A piece of folded text: *kind* is word, number, day, iso, clock, share, instrument, string, mark, quote, or bad."""

    __slots__ = ("end", "kind", "start", "text")

    def __init__(self, kind: str, text: str, start: int, end: int) -> None:
        self.kind = kind
        self.text = text
        self.start = start
        self.end = end


_LEXEME = re.compile(
    r"""(?:\s++|\#[^\n\r]*+)*+(?:
    (?P<word>[^\W\d_][^\W_]*(?:-[^\W_]+)*)
    |(?P<instrument>[0-9]+(?:/[0-9]{4})?/(?=[^\W\d_])[^\W_]+(?:-[^\W_]+)*)
    |(?P<day>[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}(?![\w/]))|(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2}(?![\w-]))
    |(?P<clock>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?!:?\w)|[0-9]{1,2}[hg][0-9]{2}(?![^\W_]))|(?P<share>[0-9]+/[0-9]+(?![\w/]))
    |(?P<number>(?:(?<![\w)])-(?=[0-9]))?[0-9]+(?:[.,][0-9]+)*(?:[^\W\d_]?(?![^\W_])|(?=[^\W\d_]{2})))
    |(?P<mark>[:;,.()%|])|(?P<quote>["“”])|(?P<bad>\S)|(?P<end>\Z))""",
    re.VERBOSE | re.DOTALL,
)


def lexemes(folded: str, start: int, end: int) -> list[Lexeme]:
    """The lexemes of *folded* from *start* to *end*; white space and comments left out."""
    found = []
    for match in _LEXEME.finditer(folded, start, end):
        kind = match.lastgroup
        assert kind is not None
        if kind == "end":  # a comment that ends a block is never tried again as words
            break
        first, last = match.span(kind)
        found.append(Lexeme(kind, match[kind], first, last))
    return found
