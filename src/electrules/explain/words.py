"""The words of explanations, from the table words.toml, filled without reading what is filled in."""

from __future__ import annotations

from collections.abc import Mapping

from ..resources import table_of
from ..values.wording import filled


def table() -> Mapping[str, Mapping[str, str]]:
    """Every wording, by its name and language."""
    return table_of(__name__)


def word(name: str, lang: str, /, **slots: object) -> str:
    """The wording *name* in *lang*; what fills its slots is never read as a template."""
    return filled(table()[name][lang], slots)


def has(name: str) -> bool:
    """Whether there is a wording *name*."""
    return name in table()


def listed(parts: list[str], joint: str, lang: str) -> str:
    """*parts* as a phrase: "a, b hoặc c"; *joint* names the last joint ("or", "and")."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {word(joint, lang)} {parts[-1]}"


def written_in(other: str, here: str, lang: str, wording: str = "written") -> str:
    """A note that words are in the language *other*, where a reader expects *here*; nothing where it is not known."""
    return word(wording, lang, language=word(f"language.{other}", lang)) if other != here and has(f"language.{other}") else ""
