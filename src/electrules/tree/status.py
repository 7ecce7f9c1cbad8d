"""How a provision is known, and the weakest of several ways."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal, TypeAlias

Status: TypeAlias = Literal["official", "secondary", "unconfirmed", "unmarked"]
"""How a provision is known: read in an official text; agreed by several secondary sources; from one source or memory; nobody has said."""

Marked: TypeAlias = Literal[Status, "derived"]
"""The same of a rule: "derived" is what rests on no provision of its own, as that nothing is required where nothing applies."""

STATUS: Final[tuple[Marked, ...]] = ("derived", "official", "secondary", "unconfirmed", "unmarked")
"""From the most certain."""


def weakest(found: Iterable[Marked]) -> Status:
    """The weakest of the statuses *found*: "official" where there is none, since nothing doubtful was relied on."""
    worst: Marked = max(found, key=STATUS.index, default="official")
    return "official" if worst == "derived" else worst
