"""The table of constructs, read: each row's class, category and patterns, ready for grammar, lexer and printer."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from typing import TypeAlias

from attrs import frozen

from ..languages import LANGS
from ..resources import read_text

MARKS = {":": "COLON", ";": "SEMICOLON", ",": "COMMA", ".": "STOP", "(": "OPEN", ")": "CLOSE"}


@frozen
class Keyword:
    """Words of the language itself, folded, as one token."""

    words: str


@frozen
class Mark:
    """A punctuation mark."""

    sign: str


@frozen
class Part:
    """A part of a pattern: the field *role*, of a *category*; a list where *least* is 1 or 2, parted by *separator*."""

    role: str
    category: str
    least: int = 0
    separator: Keyword | Mark | None = None


@frozen
class Noise:
    """A word that carries no meaning ("a", "that"), for the printer alone."""

    word: str


Element: TypeAlias = Keyword | Mark | Part | Noise


@frozen
class Pattern:
    """One way to say a construct in one surface."""

    elements: tuple[Element, ...]

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts, in the order in which they are said."""
        return tuple(each for each in self.elements if isinstance(each, Part))


@frozen
class Row:
    """One construct: it *makes* a node in a *category*; *given* are fields that the words themselves say."""

    makes: str
    category: str
    given: tuple[tuple[str, object], ...]
    vi: tuple[Pattern, ...]
    en: tuple[Pattern, ...]
    reads_only: bool = False
    prefer: tuple[tuple[str, int], ...] = ()

    def patterns(self, surface: str) -> tuple[Pattern, ...]:
        """The patterns of a surface, the canonical first."""
        return self.en if surface == "en" else self.vi


@frozen
class Table:
    """All constructs, and which categories pass others through."""

    rows: tuple[Row, ...]
    passes: tuple[tuple[str, str], ...]  # (category, the category passed through)


_ELEMENT = re.compile(r"\{[^}]*\}|[:;,.()]|[^\s:;,.(){}]+")
_PART = re.compile(r"(\w+):(\w+)(?:(\*{1,2})(.*))?")


def _pattern(text: str) -> Pattern:
    elements: list[Element] = []
    words: list[str] = []

    def close() -> None:
        if words:
            elements.append(Keyword(" ".join(words)))
            words.clear()

    for said in _ELEMENT.findall(text):
        if said[0] == "{":
            close()
            elements.append(_part(said[1:-1]))
        elif said in MARKS:
            close()
            elements.append(Mark(said))
        elif said == "~":
            close()
        else:
            words.append(said)
    close()
    return Pattern(tuple(elements))


def _part(text: str) -> Element:
    found = _PART.fullmatch(text)
    if found is None:
        return Noise(text)
    role, category, stars, separator = found.groups()
    if not stars:
        return Part(role, category)
    between: Keyword | Mark | None = None
    if separator:
        between = Mark(separator) if separator in MARKS else Keyword(separator)
    return Part(role, category, len(stars), between)


def _given(entries: Mapping[str, object]) -> tuple[tuple[str, object], ...]:
    return tuple((name, Fraction(str(value)) if name == "share" else value) for name, value in entries.items())


@cache
def constructs() -> Table:
    """The table that ships with the package."""
    rows: list[Row] = []
    passes: list[tuple[str, str]] = []
    for entry in tomllib.loads(read_text("grammars/constructs.toml"))["row"]:
        if "passes" in entry:
            passes += [(entry["in"], each) for each in entry["passes"]]
            continue
        vi, en = (tuple(_pattern(text) for text in entry[surface]) for surface in LANGS)
        given, prefer = _given(entry.get("set", {})), tuple(entry.get("prefer", {}).items())
        rows.append(Row(entry["makes"], entry["in"], given, vi, en, entry.get("reads_only", False), prefer))
    return Table(tuple(rows), tuple(passes))


@cache
def keywords(surface: str) -> tuple[str, ...]:
    """Every keyword of a surface, separators of lists among them."""
    found: dict[str, None] = {}
    for row in constructs().rows:
        for pattern in row.patterns(surface):
            for element in pattern.elements:
                if isinstance(element, Keyword):
                    found[element.words] = None
                elif isinstance(element, Part) and isinstance(element.separator, Keyword):
                    found[element.separator.words] = None
    return tuple(found)


@cache
def free_keywords(surface: str) -> frozenset[str]:
    """The keywords after whose colon free text stands."""
    found = set()
    for row in constructs().rows:
        for pattern in row.patterns(surface):
            for before, mark, after in zip(pattern.elements, pattern.elements[1:], pattern.elements[2:], strict=False):
                if isinstance(before, Keyword) and mark == Mark(":") and isinstance(after, Part) and after.category == "free":
                    found.add(before.words)
    return frozenset(found)


@cache
def keyword_terminals(surface: str) -> dict[str, str]:
    """The terminal of each keyword of a surface."""
    taken: dict[str, str] = {}
    for words in keywords(surface):
        plain = "".join(c for c in unicodedata.normalize("NFD", words.replace("đ", "d")) if c.isascii() and (c.isalnum() or c == " "))
        name = "K_" + plain.upper().replace(" ", "_")
        while name in taken.values():
            name += "_"
        taken[words] = name
    return taken
