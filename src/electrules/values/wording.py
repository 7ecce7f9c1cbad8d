"""Wordings with slots: what fills a slot is never read as a template."""

from __future__ import annotations

import re
from collections.abc import Mapping

SLOT = re.compile(r"\{([a-z]+)(?:\|([^|{}]+)\|([^|{}]+))?\}")
"""A slot {name} or, before words that follow a number, {name|case|cases}."""


def filled(template: str, slots: Mapping[str, object]) -> str:
    """*template* with its slots filled."""

    def fill(slot: re.Match[str]) -> str:
        said = str(slots.get(slot[1], "…"))
        return said if slot[2] is None else f"{said} {slot[2] if said == '1' else slot[3]}"

    return SLOT.sub(fill, template)
