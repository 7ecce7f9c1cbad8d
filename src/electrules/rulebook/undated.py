"""Deadlines that can never be counted: from an event that no provision dates and whose real day no fact tells."""

from __future__ import annotations

from collections.abc import Iterator

from ..corpus.rewrite import deadline_of
from ..diagnostics.diagnostic import Diagnostic, diagnose
from ..source.span import Span
from ..tree.nodes import TimeLimit
from .law import Law
from .said import Said


def undated(law: Law) -> Iterator[Diagnostic]:
    """Every limit whose day is counted from what nothing concludes and no fact tells."""
    told = {term.done for term in law.terms.values() if term.done is not None}
    for said in law.elaboration.every():
        for limit in said.limits:
            anchor = law.terms.get(limit.anchor) if limit.anchor is not None else None
            dated = limit.first is not None or limit.last is not None
            if dated and anchor is not None and anchor.role == "conclusion" and anchor.id not in law.index.concluding and anchor.id not in told:
                names = anchor.name("vi"), anchor.name("en")
                yield diagnose("ER0523", _where(limit, said), name=names)


def _where(limit: TimeLimit, said: Said) -> Span:
    """Where the anchor of *limit* is written: the whole version where it was taken over from another place."""
    for statement in said.version.statements:
        deadline = deadline_of(statement)
        if deadline is not None and deadline.at.anchor is not None and deadline.at.anchor.term.id == limit.anchor:
            return deadline.at.anchor.span
    return said.version.span
