"""Narrow: the range of a number where the condition under which it is used holds, as far as comparisons with numbers tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import ceil, floor

from attrs import evolve

from ...tree.nodes import All, Bracket, Compare, Conclusion, Expr, Fact, Literal
from ...tree.operators import FLIPPED
from ...tree.types import Number, Term, Type

Bound = tuple[str, Fraction]
"""A comparison with a number: "<", "<=", ">", ">=" or "="."""


def narrowed(term: Term, holding: Iterable[Expr]) -> Type:
    """The type of *term* where all of *holding* hold; as declared where they leave it nothing."""
    type_ = term.type
    if not isinstance(type_, Number):
        return type_
    lows, highs = [type_.least], [type_.most]
    for op, number in (bound for each in holding for bound in _bounds(each, term.id)):
        if op in (">", ">=", "="):
            lows.append(_next(number, 1) if op == ">" and type_.whole else number)
        if op in ("<", "<=", "="):
            highs.append(_next(number, -1) if op == "<" and type_.whole else number)
    least = max((each for each in lows if each is not None), default=None)
    most = min((each for each in highs if each is not None), default=None)
    return type_ if least is not None and most is not None and least > most else evolve(type_, least=least, most=most)


def _bounds(expr: Expr, term: str) -> Iterator[Bound]:
    """What *expr*, which holds, says of *term* by itself."""
    match expr:
        case All(parts):
            for each in parts:
                yield from _bounds(each, term)
        case Bracket(Fact(id) | Conclusion(id), least, over, most, under) if id == term:
            if least is not None:
                yield ">" if over else ">=", least
            if most is not None:
                yield "<" if under else "<=", most
        case Compare(op, Fact(id) | Conclusion(id), Literal(int() | Fraction() as number)) if id == term and op != "!=":
            yield op, Fraction(number)
        case Compare(op, Literal(int() | Fraction() as number), Fact(id) | Conclusion(id)) if id == term and op != "!=":
            yield FLIPPED[op], Fraction(number)
        case _:
            return


def _next(number: Fraction, step: int) -> Fraction:
    """The next whole number above (*step* 1) or below (-1) *number*."""
    return Fraction(floor(number) + 1 if step > 0 else ceil(number) - 1)
