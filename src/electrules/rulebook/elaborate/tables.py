"""Tables: a subject and pieces, each of which concludes a value, a decision, or that nothing arises."""

from __future__ import annotations

from attrs import evolve

from ...syntax.written import (
    Absent,
    Always,
    Award,
    Besides,
    ByReference,
    Cap,
    Decides,
    Ensures,
    Flat,
    Floor,
    MayOnly,
    Must,
    MustBe,
    MustExceed,
    MustFall,
    OnlyAmong,
    Ranks,
    Step,
    Table,
)
from ...tree.nodes import Expr, NotApplicable
from .awards import Limits, awarded, concluding, decided
from .conditions import both
from .pieces import Made, Placed, pieces_of
from .rankings import ranking
from .scales import ANY, Scales, World, leans_on_others, worlds
from .scope import Scope


def concluded(table: Table, guarded: tuple[Expr, ...], scope: Scope) -> tuple[Made, ...]:
    """The rules of the pieces of *table* that conclude a value."""
    if leans_on_others(table):
        parted = worlds(table, scope)
        if parted:
            return tuple(rule for world in parted for rule in _in_world(table, (*guarded, *world.holds), scope, world))
    return _in_world(table, guarded, scope)


def _in_world(table: Table, guarded: tuple[Expr, ...], scope: Scope, world: World = ANY) -> tuple[Made, ...]:
    """The rules of the pieces of *table* for the events of *world*."""
    pieces = pieces_of(table, scope.here, scope)
    limits = Limits((each.piece for each in pieces), scope)
    scales = Scales(table, pieces, guarded, limits, scope, world=world)
    said = len(scope.said)
    made = tuple(rule for each in pieces if (rule := _made(each, guarded, limits, scales, scope)) is not None)
    if len(scope.said) == said:  # what is wrong may be why nothing is bounded
        limits.check(scope)
    return made


def _made(placed: Placed, guarded: tuple[Expr, ...], limits: Limits, scales: Scales, scope: Scope) -> Made | None:
    """The rule of one piece; None where it concludes nothing, or what is wrong with it was said."""
    piece, scope = placed.piece, evolve(scope.at(placed.citation), holding=guarded)
    value: Expr | None = None
    match piece:
        case Flat() | Step():
            return scales.made(placed)
        case Award() | Decides() | Absent() | Ranks():
            term = concluding(piece.term, scope)
        case Cap() | Floor():  # bounds of the others
            return None
        case Always() | ByReference() | Ensures() | Must() | MayOnly() | OnlyAmong() | Besides() | MustFall() | MustExceed() | MustBe():
            return None
    if term is None:
        return None
    match piece:
        case Award():
            given = awarded(piece, term, limits, scope)
            value = given.expr if given is not None else None
        case Decides():
            value = decided(piece, term, limits, scope)
        case Ranks():
            value = ranking(piece, term, scope)
        case Absent():
            value = NotApplicable(citation=scope.citation)
    return Made(term.id, both(guarded, scope), value, placed.place) if value is not None else None
