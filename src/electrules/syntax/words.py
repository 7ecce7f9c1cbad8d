"""The words of declarations and of the lines that part a file into blocks, in each surface."""

from __future__ import annotations

import tomllib
from functools import cache

from attrs import frozen

from ..languages import LANGS
from ..resources import read_text
from ..source.text import fold_key


@frozen
class DeclarationWords:
    """The words of declarations and block lines in one surface."""

    words: dict[str, str]
    noise: frozenset[str]


@cache
def words_of(surface: str) -> DeclarationWords:
    """From grammars/declarations.toml."""
    table = tomllib.loads(read_text("grammars/declarations.toml"))
    return DeclarationWords(table[surface], frozenset(table["noise"][surface]))


def yes_or_no(word: str) -> bool | None:
    """Whether *word* says yes or no, in either language; None if neither."""
    for surface in LANGS:
        words = words_of(surface).words
        if fold_key(word) in (words["yes"], words["no"]):
            return fold_key(word) == words["yes"]
    return None
