"""Pieces: the parts of a table, where each stands, and the condition that all of them share."""

from __future__ import annotations

from attrs import evolve, frozen

from ...corpus.rewrite import placed_pieces
from ...source.citation import Address, Citation
from ...syntax.written import BarePiece, Lettered, Matches, Piece, Table
from ...tree.nodes import All, Expr
from .conditions import condition, subject
from .scope import Scope


@frozen
class Made:
    """A piece as a rule: what it concludes, where, and the pieces that it builds on."""

    term: str
    condition: Expr
    value: Expr
    place: Address
    builds_on: tuple[Citation, ...] = ()


@frozen
class Placed:
    """A piece without its letter, where it stands, and how an answer cites it."""

    piece: BarePiece
    place: Address
    citation: Citation


def guard(table: Table, scope: Scope) -> tuple[Expr, ...]:
    """The parts of the condition under which *table* speaks, without its brackets."""
    parts: tuple[Expr, ...] = ()
    if table.subject is not None:
        parts = _taken_apart(subject(table.subject, scope))
    elif scope.applied is not None:
        parts = _taken_apart(scope.applied.subject)
    if table.within is not None:
        parts = (*parts, condition(Matches(None, (table.within,), False, span=table.within.span), scope))
    if table.when is not None:
        parts = (*parts, *_taken_apart(condition(table.when, scope)))
    return parts


def _taken_apart(expr: Expr) -> tuple[Expr, ...]:
    return expr.parts if isinstance(expr, All) else (expr,)


def bare(piece: Piece) -> BarePiece:
    """*piece* without its letter."""
    while isinstance(piece, Lettered):
        piece = piece.piece
    return piece


def cited(place: Address, scope: Scope) -> Citation:
    """*place*, inside the provision that is elaborated, as an answer cites it."""
    return scope.citation if place == scope.here else evolve(scope.citation, clause=place.clause, point=place.point)


def pieces_of(table: Table, at: Address, scope: Scope) -> tuple[Placed, ...]:
    """The pieces of *table*, which stands *at* a place."""
    return tuple(Placed(bare(piece), place, cited(place, scope)) for place, piece in placed_pieces(table, at))
