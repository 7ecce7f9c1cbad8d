"""Wordings with slots: what fills a slot is never read as a template."""

from __future__ import annotations

import re
from collections.abc import Mapping

SHORT = 4
"""Letters of the shortest third person ("does"); "is", "has" and "was" are verbs of their own."""

SLOT = re.compile(r"\{([a-z]+)(?:\|([^|{}]+)\|([^|{}]+))?\}")
"""A slot {name} or, before words that follow a number, {name|case|cases}."""


def base_form(verb: str) -> str:
    """The English verb of which *verb* is the third person ("belongs", "carries", "teaches"); "" where it is none."""
    if not verb.endswith("s") or verb.endswith("ss") or len(verb) < SHORT:
        return ""
    if verb.endswith("ies"):
        return f"{verb[:-3]}y"
    return verb[:-2] if verb.endswith(("shes", "ches", "sses", "xes", "oes")) else verb[:-1]


def filled(template: str, slots: Mapping[str, object]) -> str:
    """*template* with its slots filled."""

    def fill(slot: re.Match[str]) -> str:
        said = str(slots.get(slot[1], "…"))
        return said if slot[2] is None else f"{said} {slot[2] if said == '1' else slot[3]}"

    return SLOT.sub(fill, template)
