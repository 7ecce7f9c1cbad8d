"""Transitions: what a version says, under the conditions on the event that transitions put on it."""

from __future__ import annotations

from typing import Protocol, TypeVar

from attrs import evolve

from ...corpus.place import spoken
from ...corpus.version import Guard
from ...source.span import Span
from ...syntax.written import Convention
from ...tree.nodes import Any, Expr, Not, Requirement, Rule, TimeLimit
from ..said import Barring, Confined, Said
from .conditions import both, condition
from .notes import readings, status_of
from .references import Borrowed
from .scope import Scope

R = TypeVar("R", Rule, Requirement, TimeLimit)


class Under(Protocol):
    """Puts what a version says under the condition of a transition."""

    def __call__(self, made: R) -> R:
        """*made* under the condition."""


def guarded(said: Said, guards: tuple[Guard, ...], scope: Scope) -> Said:
    """What a version says, under the conditions that transitions put on the event; what cannot be under one is refused."""
    for each in guards:
        _unconditional(said, each, scope)
    return conditioned(said, guards, scope)


def conditioned(said: Said, guards: tuple[Guard, ...], scope: Scope) -> Said:
    """*said* under the conditions that transitions put on the event."""
    for each in guards:
        said = _under(said, each, lowered(each, scope), scope)
    return said


def _unconditional(said: Said, each: Guard, scope: Scope) -> None:
    """What cannot be under a condition on the event is refused where the transition stands: it would go on speaking for all events."""
    plain = said.rankings or said.principles or said.rest or said.licensed or said.powers
    convention = any(isinstance(one, Convention) for one in said.version.statements)
    if plain or convention:
        place = spoken(said.version.address)
        scope.say("ER0524", written_at(each), place=place, transition=spoken(each.citation.address), places=(said.version.span,))


def written_at(each: Guard) -> Span | None:
    """Where the condition of a transition is written."""
    pending: list[object] = [each.condition]
    for one in pending:
        found = getattr(one, "span", None)
        if isinstance(found, Span):
            return found
        pending.extend(getattr(one, "parts", ()))
    return None


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

    if each.term is not None:
        return _on_one_matter(said, each.term, each.negated, event, under, scope)
    return evolve(
        said,
        rules=tuple(map(under, said.rules)),
        silences=tuple(evolve(made, condition=both((event, made.condition), scope)) for made in said.silences),
        requirements=tuple(map(under, said.requirements)),
        limits=tuple(map(under, said.limits)),
        constraints=tuple(evolve(made, condition=either_not((event,), made.condition, scope)) for made in said.constraints),
        confined=tuple((evolve(made, condition=either_not((event,), made.condition, scope)), to) for made, to in said.confined),
        barring=tuple(_barring(made, event, scope) for made in said.barring),
    )


def _on_one_matter(said: Said, matter: str, kept: bool, event: Expr, under: Under, scope: Scope) -> Said:
    """What a transition on one conclusion, event or body leaves: of what it *kept* alive only what concerns that one, of the new text all."""
    rules = tuple(under(made) if made.term == matter else made for made in said.rules if made.term == matter or not kept)
    silences = tuple(
        evolve(made, condition=both((event, made.condition), scope)) if made.term == matter else made
        for made in said.silences
        if made.term == matter or not kept
    )
    requirements = tuple(under(made) if made.subject == matter else made for made in said.requirements if made.subject == matter or not kept)
    limits = tuple(under(made) if made.event == matter else made for made in said.limits if made.event == matter or not kept)
    own, others = Confined(matter), Confined(matter, but=True)
    constraints = tuple((evolve(made, condition=either_not((event,), made.condition, scope)), own) for made in said.constraints)
    barring = tuple(evolve(_barring(made, event, scope), confined=own) for made in said.barring if made.confined is None)
    if not kept:
        constraints += tuple((made, others) for made in said.constraints)
        barring += tuple(evolve(made, confined=others) for made in said.barring if made.confined is None)
    barring += tuple(_barring(made, event, scope) for made in said.barring if made.confined == own)
    barring += tuple(made for made in said.barring if made.confined is not None and made.confined != own and not kept)
    here = tuple((evolve(made, condition=either_not((event,), made.condition, scope)), to) for made, to in said.confined if to == own)
    there = tuple(each for each in said.confined if each[1] != own and not kept)
    every = evolve(
        said,
        rules=rules,
        silences=silences,
        requirements=requirements,
        limits=limits,
        constraints=(),
        confined=constraints + here + there,
        barring=barring,
    )
    return every if not kept else evolve(every, not_codable=(), reduced=())


def _barring(made: Barring, event: Expr, scope: Scope) -> Barring:
    return evolve(made, blocker=evolve(made.blocker, condition=both((event, made.blocker.condition), scope)))


def either_not(parts: tuple[Expr, ...], holds: Expr, scope: Scope) -> Expr:
    """Where all *parts* hold, so does *holds*."""
    if not parts:
        return holds
    return Any((Not(both(parts, scope), citation=scope.citation), holds), citation=scope.citation)
