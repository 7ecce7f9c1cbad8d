"""What could stand instead: only what the grammar lets stand there is suggested."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import copy

from attrs import frozen
from lark import Lark
from lark.exceptions import UnexpectedToken
from lark.parsers.lalr_interactive_parser import InteractiveParser

from ..source.text import nearest
from .grammar import Surface
from .lexicon import Lexicon
from .table import MARKS
from .token import Token

FEW = 8
"""Terminals of which one that mends the sentence is taken to be the one that was meant."""

GUESSED = 5
"""Letters of a word that is likened to all that is declared, where the grammar says nothing of its place."""


@frozen
class Point:
    """The parser between two tokens, without making anything of them."""

    parser: InteractiveParser

    def after(self, tokens: Iterable[Token]) -> Point | None:
        """The parser after *tokens*, or None where it cannot take one of them."""
        parser: InteractiveParser = self.parser.copy(deepcopy_values=False)  # type: ignore[no-untyped-call]
        try:
            for token in tokens:
                parser.feed_token(token)  # type: ignore[arg-type]  # our tokens have what the parser reads of Lark's
        except UnexpectedToken:
            return None
        return Point(parser)

    def accepts(self) -> frozenset[str]:
        """The terminals that may come next."""
        return frozenset(self.parser.accepts())  # type: ignore[no-untyped-call]

    def ends(self) -> bool:
        """Whether nothing more need come."""
        return "$END" in self.accepts()


def beginning(lark: Lark, start: str) -> Point:
    """The parser before the first token of a *start*."""
    parser = lark.parse_interactive([], start=start)
    bare = copy(parser.parser_state.parse_conf)
    bare.callbacks = {}
    parser.parser_state.parse_conf = bare
    return Point(parser)


def repair(point: Point, tokens: list[Token], surface: Surface, found: str) -> str | None:
    """What to write for *found*, the first of *tokens*, so that all of them are read: the one word or mark that it takes, or None.

    Where much could follow, a keyword that fits may mean something else than was meant: only a mark is put in there.
    """
    mends: dict[str, bool] = {}  # what to write, and whether it stands in the place of what was found
    signs = {terminal: sign for sign, terminal in MARKS.items()}
    accepted = point.accepts()
    for terminal in accepted:
        words = signs.get(terminal) or (surface.words.get(terminal) if len(accepted) <= FEW else None)
        taken = point.after([Token(terminal, words, tokens[0].span)]) if words else None
        if taken is None or words is None:
            continue
        instead = terminal not in signs or tokens[0].type in signs  # a mark stands for no word
        for rest, text in ((tokens, f"{words} {found}"), *(((tokens[1:], words),) if instead else ())):
            after = taken.after(rest)
            if after is not None and after.ends():
                mends[text] = text == words
    # "là" is rather a part of "nghĩa là" than a slip for "khi"
    fitting = [text for text, instead in mends.items() if instead and f" {found} " in f" {text} "] if len(mends) > 1 else list(mends)
    return fitting[0] if len(fitting) == 1 else None


def likely(unknown: str, before: list[Token], start: Point, lexicon: Lexicon, name: str, text: str) -> tuple[str, ...]:
    """The names and keywords for which *unknown* may be a slip where it stands, each as it would be written there.

    *before* are the tokens of the statement up to it, *text* is the folded file that they are of.
    """
    here = start.after(before)
    accepted = here.accepts() if here else frozenset()
    fitting = [words for words, terminal in lexicon.candidates(name) if terminal in accepted]
    fitting += _joined(before, start, lexicon, name, text)
    if here or fitting:
        return nearest(unknown, fitting)
    return lexicon.nearest(unknown, name) if len(unknown) >= GUESSED else ()


def _joined(before: list[Token], start: Point, lexicon: Lexicon, name: str, text: str) -> Iterator[str]:
    """The ends of phrases whose beginning was read as the last token ("thì cứ thêm đủ" after "thì")."""
    earlier = start.after(before[:-1]) if before else None
    if earlier is None:
        return
    accepted = earlier.accepts()
    beginning = " ".join(text[before[-1].span.start : before[-1].span.end].split()) + " "
    for words, terminal in lexicon.candidates(name):
        if terminal in accepted and words.startswith(beginning):
            yield words.removeprefix(beginning)
