"""Notes: how a provision is known, and the interpretations that it relies on."""

from __future__ import annotations

from collections.abc import Iterable

from ...syntax.written import Known, Reading, Statement
from ...tree.nodes import Interpretation
from ...tree.status import Status, weakest


def status_of(statements: Iterable[Statement]) -> Status:
    """The weakest way of knowing that *statements* confess; unmarked where they say nothing."""
    said = [each.status for each in statements if isinstance(each, Known)]
    return weakest(said) if said else "unmarked"


def readings(statements: Iterable[Statement], surface: str) -> tuple[Interpretation, ...]:
    """The interpretations among *statements* that are written in *surface*."""
    return tuple(Interpretation(each.statement, each.source, each.surface or surface) for each in statements if isinstance(each, Reading))
