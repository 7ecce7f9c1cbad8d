"""Notes: how a provision is known, and the interpretations that it relies on."""

from __future__ import annotations

from collections.abc import Iterable

from ...syntax.written import Known, Reading, Statement
from ...tree.nodes import Interpretation

CONFIDENCE = ("derived", "official", "secondary", "unconfirmed")
"""How well a provision may be known, the best first."""


def status_of(statements: Iterable[Statement]) -> str:
    """The worst confidence that *statements* confess; official where they say nothing."""
    said = [each.status for each in statements if isinstance(each, Known)]
    return max(said, key=CONFIDENCE.index, default="official")


def readings(statements: Iterable[Statement], surface: str) -> tuple[Interpretation, ...]:
    """The interpretations among *statements* that are written in *surface*."""
    return tuple(Interpretation(each.statement, each.source, surface) for each in statements if isinstance(each, Reading))
