"""The leaf categories of the grammar: each is one token, made into a value or a word."""

from __future__ import annotations

from collections.abc import Callable

from .token import Token
from .written import Word

# category -> terminals of which it is one
LEAVES: dict[str, tuple[str, ...]] = {
    "number": ("NUMBER",),
    "percent": ("PERCENT",),
    "share": ("SHARE",),
    "day": ("DAY",),
    "clock": ("CLOCK",),
    "string": ("STRING",),
    "free": ("FREE",),
    "letter": ("LETTER",),
    "opening": ("OPENING",),
    "closing": ("CLOSING",),
    "quote": ("QUOTE",),
    "reference": ("ONEPLACE", "NUMBERED"),
    "references": ("ONEPLACE", "PLACES", "NUMBERED"),
    "instrument": ("NUMBERED",),
    "unit": ("UNIT",),
    "term": ("TERM",),
    "flag": ("FLAG",),
    "yes": ("YES",),
    "no": ("NO",),
    "member": ("MEMBER",),
    "verb": ("VERB",),
    "absent": ("ABSENT",),
    "authority": ("AUTHORITY",),
    "actor": ("AUTHORITY", "BODY"),
    "body": ("BODY",),
}

KINDS = {
    "UNIT": "unit",
    "TERM": "term",
    "FLAG": "flag",
    "YES": "flag",
    "NO": "flag",
    "MEMBER": "member",
    "VERB": "verb",
    "ABSENT": "absent",
    "AUTHORITY": "authority",
    "BODY": "body",
}


def leaf(category: str) -> Callable[[Token], object]:
    """What makes the value of a token of *category*."""
    if category == "reference":
        return lambda token: token.places[0]
    if category == "references":
        return lambda token: token.value
    if category == "instrument":
        return lambda token: token.places[0].instrument
    if category in ("opening", "closing", "quote"):
        return lambda token: token
    if LEAVES[category][0] in KINDS:
        return lambda token: Word(KINDS[token.type], str(token.value), span=token.span)
    return lambda token: token.value
