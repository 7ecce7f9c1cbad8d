"""The natural languages of rules and of what is said. What there is in both stands as a pair, in this order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

T = TypeVar("T")

LANGS: Final = ("vi", "en")


def place_of(lang: str) -> int:
    """Where *lang* stands in a pair."""
    return LANGS.index(lang)


def in_both(say: Callable[[str], T]) -> tuple[T, T]:
    """What *say* says in each language."""
    vi, en = map(say, LANGS)
    return vi, en
