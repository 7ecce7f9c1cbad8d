"""Transitions: what a version says, under the conditions on the event that transitions put on it."""

from __future__ import annotations

from typing import TypeVar

from attrs import evolve

from ...corpus.version import Guard
from ...tree.nodes import Any, Expr, Not, Requirement, Rule, TimeLimit
from ..said import Said
from .conditions import both, condition
from .notes import readings, status_of
from .references import Borrowed
from .scope import Scope

R = TypeVar("R", Rule, Requirement, TimeLimit)


def guarded(said: Said, guards: tuple[Guard, ...], scope: Scope) -> Said:
    """*said* under the conditions that transitions put on the event."""
    for each in guards:
        said = _under(said, each, lowered(each, scope), scope)
    return said


def lowered(each: Guard, scope: Scope) -> Expr:
    """The condition on the event that a transition sets, read where the transition stands."""
    there = evolve(scope, here=each.here, citation=each.citation.said_in(scope.lang), applied=None)
    holds = condition(each.condition, there)
    return Not(holds, citation=there.citation) if each.negated else holds


def _under(said: Said, each: Guard, event: Expr, scope: Scope) -> Said:
    """What one transition leaves: all under its condition, or only what concludes its term; a version kept alive cites it.

    What it keeps alive is known no better than the transition; the new text would speak without it, and does not rest on it.
    """
    also = (each.citation.said_in(scope.lang),) if each.negated else ()
    kept = Borrowed(scope.citation, (), status_of(each.notes), readings(each.notes, each.surface))
    home = kept if each.negated else Borrowed(scope.citation)

    def under(made: R) -> R:
        return evolve(
            made,
            condition=both((event, made.condition), scope),
            also=made.also + also,
            status=home.worst(made.status),
            interpretations=home.readings(made.interpretations),
        )

    def rule(made: Rule) -> Rule:
        return made if each.term is not None and made.term != each.term else under(made)

    silences = tuple(
        evolve(made, condition=both((event, made.condition), scope)) if each.term in (None, made.term) else made for made in said.silences
    )
    rules = tuple(map(rule, said.rules))
    if each.term is not None:
        if not each.negated:
            return evolve(said, rules=rules, silences=silences)
        rules = tuple(made for made in rules if made.term == each.term)
        return Said(
            said.version,
            rules,
            silences=tuple(made for made in silences if made.term == each.term),
            arrows=said.arrows,
            excused=said.excused,
            copies=said.copies,
        )
    return evolve(
        said,
        rules=rules,
        silences=silences,
        requirements=tuple(map(under, said.requirements)),
        limits=tuple(map(under, said.limits)),
        constraints=tuple(evolve(made, condition=either_not((event,), made.condition, scope)) for made in said.constraints),
        barring=tuple(evolve(made, blocker=evolve(made.blocker, condition=both((event, made.blocker.condition), scope))) for made in said.barring),
    )


def either_not(parts: tuple[Expr, ...], holds: Expr, scope: Scope) -> Expr:
    """Where all *parts* hold, so does *holds*."""
    if not parts:
        return holds
    return Any((Not(both(parts, scope), citation=scope.citation), holds), citation=scope.citation)
