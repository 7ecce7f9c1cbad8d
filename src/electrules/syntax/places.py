"""References to places, read from lexemes: small to large inside sentences, large to small in headings."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from ..resources import read_text
from ..source.span import NOWHERE, Span
from .written import Reference, Word

if TYPE_CHECKING:
    from .lex import Lexer
from .token import Lexeme

SMALL_TO_LARGE = ("sentence", "paragraph", "point", "clause", "article", "annex")


@frozen
class PlaceWords:
    """The words with which one surface refers to places."""

    parts: dict[str, str]  # folded word(s) -> part
    names: dict[str, str]  # part -> word for the printer
    plurals: dict[str, str]
    several: frozenset[str]
    this: str
    this_before: bool
    instrument: str
    and_: str
    articles: frozenset[str]


@cache
def place_words(surface: str) -> PlaceWords:
    """The words of *surface*, from grammars/references.toml."""
    table = tomllib.loads(read_text("grammars/references.toml"))[surface]
    parts = {word: part for part, words in table["parts"].items() for word in words}
    names = {part: words[0] for part, words in table["parts"].items()}
    plurals = {part: words[-1] for part, words in table["parts"].items()}
    several, this, instrument = frozenset(table["several"]), table["this"][0], table["instrument"][0]
    return PlaceWords(parts, names, plurals, several, this, table["this_before"], instrument, table["and"], frozenset(table["articles"]))


@cache
def point_letters() -> str:
    """The letters of points in their order, from grammars/references.toml."""
    letters: str = tomllib.loads(read_text("grammars/references.toml"))["letters"]
    return letters


def starting_words(surface: str) -> frozenset[str]:
    """The first words with which a reference may begin."""
    words = place_words(surface)
    first = {word.split()[0] for word in words.parts} | set(words.several)
    return frozenset(first | {words.this} if words.this_before else first)


_LETTERS = re.compile("[a-zđ]{1,2}[0-9]?")
"""The letter of a point: "điểm đ", "điểm a1", but no word."""


class _Reader:
    """Scratch state of reading one reference or list of references."""

    def __init__(self, pieces: Sequence[Lexeme], index: int, words: PlaceWords, text: str, lexer: Lexer | None = None) -> None:
        self.lexer = lexer
        self.pieces = pieces
        self.at = index
        self.words = words
        self.text = text

    def peek(self, ahead: int = 0) -> str:
        at = self.at + ahead
        return self.pieces[at].text if at < len(self.pieces) else ""

    def part(self) -> str | None:
        """The part whose word(s) stand here, stepping over them."""
        two = f"{self.peek()} {self.peek(1)}"
        if two in self.words.parts:
            self.at += 2
            return self.words.parts[two]
        name = self.words.parts.get(self.peek())
        if name is not None:
            self.at += 1
        return name

    def value(self, part: str) -> str | None:
        piece = self.pieces[self.at] if self.at < len(self.pieces) else None
        if piece is None:
            return None
        if piece.kind == "number" and len(piece.text) <= 6 and piece.text[0].isdigit() and piece.text.isalnum():
            self.at += 1
            return piece.text
        if piece.kind == "word" and (_LETTERS.fullmatch(piece.text) if part == "point" else part == "annex" and len(piece.text) <= 5):
            self.at += 1
            return piece.text
        return None

    def step(self) -> list[tuple[str, str]] | None:
        """One part with its value(s), such as "điểm a, b và c" or "khoản này"; None if none stands here."""
        start = self.at
        if self.peek() in self.words.several:
            self.at += 1
        if self.words.this_before and self.peek() == self.words.this:
            self.at += 1
            part = self.part()
            if part is None:
                self.at = start
                return None
            return [(part, "this")]
        part = self.part()
        if part is None:
            self.at = start
            return None
        if not self.words.this_before and self.peek() == self.words.this:
            self.at += 1
            return [(part, "this")]
        first = self.value(part)
        if first is None:
            self.at = start
            return None
        values = [(part, first)]
        while True:
            back = self.at
            if self.peek() not in (",", self.words.and_):
                break
            self.at += 1
            more = self.value(part)
            if more is None or (part == "point" and len(more) > 1 and not more[-1].isdigit()):
                self.at = back
                break
            values.append((part, more))
        return values

    def reference(self) -> list[Reference] | None:
        """A reference, or the several that "các điểm a, b" makes."""
        begun = self.at
        heads = self.step()
        if heads is None:
            return None
        found: dict[str, str] = {}
        part = heads[0][0]
        while True:
            back = self.at
            if self.peek() == "," or (self.words.this_before and self.peek() == self.words.instrument):  # "điểm b, khoản 1, Điều 18"
                self.at += 1
            more = self.step()
            if more is None or len(more) > 1 or SMALL_TO_LARGE.index(more[0][0]) <= SMALL_TO_LARGE.index(part):
                self.at = back
                break
            part = more[0][0]
            found[part] = more[0][1]
        instrument, issuer = None, None
        if self.peek() == self.words.instrument:
            back = self.at
            self.at += 1
            instrument, issuer = self.named()
            if instrument is None:
                self.at = back
        span = Span("", self.pieces[begun].start, self.pieces[self.at - 1].end)
        return [_reference({**found, head: value}, instrument, issuer, span) for head, value in heads]

    def named(self) -> tuple[str | None, Word | None]:
        """The instrument that stands here, by its number or by its name in quotation marks, with its issuer where it is named."""
        if self.at >= len(self.pieces):
            return None, None
        piece = self.pieces[self.at]
        if piece.kind == "instrument":
            self.at += 1
            return self.text[piece.start : piece.end], self.issuer()
        if piece.kind == "quote":
            closing = next((at for at in range(self.at + 1, len(self.pieces)) if self.pieces[at].kind == "quote"), None)
            if closing is not None:
                self.at = closing + 1
                return self.text[piece.end : self.pieces[closing].start], self.issuer()
        return None, None

    def issuer(self) -> Word | None:
        """The authority that "của" names after an instrument."""
        if self.lexer is None or self.peek() != self.words.instrument:
            return None
        at = self.at + (2 if self.peek(1) in self.words.articles else 1)
        word, steps = self.lexer.authority(self.pieces, at)
        self.at = at + steps if word is not None else self.at
        return word


def read_places(lexer: Lexer, pieces: Sequence[Lexeme], index: int) -> tuple[tuple[Reference, ...], int]:
    """The reference(s) that stand at *index*, joined by "và" or a comma, and how many lexemes they take (0: none)."""
    reader = _Reader(pieces, index, place_words(lexer.surface), lexer.text, lexer)
    first = reader.reference()
    if first is None:
        return (), 0
    found = list(first)
    while True:
        back = reader.at
        if reader.peek() not in (",", reader.words.and_):
            break
        reader.at += 1
        start = reader.at
        if start < len(pieces) and pieces[start].kind == "instrument":
            instrument, issuer = reader.named()
            found.append(Reference(instrument, issuer=issuer, span=Span("", pieces[start].start, pieces[reader.at - 1].end)))
            continue
        more = reader.reference()
        if more is None:
            reader.at = back
            break
        found += more
    return tuple(evolve(each, span=Span(lexer.path, each.span.start, each.span.end)) for each in _shared(found)), reader.at - index


def read_instrument(lexer: Lexer, pieces: Sequence[Lexeme], index: int) -> tuple[Reference | None, int]:
    """The whole instrument that is named at *index*, and how many lexemes that takes."""
    reader = _Reader(pieces, index, place_words(lexer.surface), lexer.text, lexer)
    instrument, issuer = reader.named()
    if instrument is None:
        return None, 0
    return Reference(instrument, issuer=issuer, span=lexer.span(pieces[index].start, pieces[reader.at - 1].end)), reader.at - index


def _shared(found: list[Reference]) -> list[Reference]:
    """In "điểm a khoản 1 và điểm b khoản 2 Điều 5" the article holds for both; in "khoản 1 và Điều 3" it is another place."""
    last = found[-1]
    head = min((index for index, part in enumerate(SMALL_TO_LARGE) if getattr(last, part) is not None), default=len(SMALL_TO_LARGE))
    done = []
    for each in found:
        largest = max((SMALL_TO_LARGE.index(part) for part in SMALL_TO_LARGE if getattr(each, part) is not None), default=len(SMALL_TO_LARGE))
        alike = largest >= head
        fill = {part: getattr(last, part) for part in SMALL_TO_LARGE[largest + 1 :] if alike and getattr(each, part) is None}
        if alike and each.instrument is None and last.instrument is not None:
            fill |= {"instrument": last.instrument, "issuer": last.issuer}
        done.append(evolve(each, **fill) if each is not last else each)
    return done


def written_heading(place: Reference, surface: str) -> str:
    """*place* as a heading names it, large to small."""
    names = place_words(surface).names
    parts = ((part, getattr(place, part)) for part in reversed(SMALL_TO_LARGE))
    return " ".join(f"{names[part]} {value}" for part, value in parts if value is not None)


def read_heading(pieces: Sequence[Lexeme], surface: str, text: str) -> Reference | None:
    """The place that a line names, large to small, if the line is a heading and nothing else."""
    reader = _Reader(pieces, 0, place_words(surface), text)
    found: dict[str, str] = {}
    smallest = len(SMALL_TO_LARGE)
    while reader.at < len(pieces):
        step = reader.step()
        if step is None or len(step) > 1 or step[0][1] == "this" or SMALL_TO_LARGE.index(step[0][0]) >= smallest:
            return None
        smallest = SMALL_TO_LARGE.index(step[0][0])
        found[step[0][0]] = step[0][1]
    return _reference(found) if found else None


def _reference(parts: Mapping[str, str], instrument: str | None = None, issuer: Word | None = None, span: Span = NOWHERE) -> Reference:
    """The reference that names these parts."""
    annex, article, clause, point, paragraph, sentence = (parts.get(each) for each in reversed(SMALL_TO_LARGE))
    return Reference(instrument, annex, article, clause, point, paragraph, sentence, issuer, span=span)
