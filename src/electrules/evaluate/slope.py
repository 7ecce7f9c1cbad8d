"""How an expression moves with one fact while everything else stays: up, down, not at all, or no one knows."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from ..tree.nodes import Arithmetic, Bracket, Compare, Expr, Extreme, Fact, Round, Scale, Shift
from .evaluate import evaluate

if TYPE_CHECKING:
    from .view import Case


def rises_or_falls(expr: Expr, fact: str, here: Case) -> bool:
    """Whether the result of *expr* moves one way only as *fact* grows, so that equal results lie side by side."""
    match expr:
        case Compare(_, left, right):
            return together([slope(left, fact, here), turned(slope(right, fact, here), -1)]) is not None
        case Bracket(of):
            return slope(of, fact, here) is not None
        case _:
            return slope(expr, fact, here) is not None


def slope(expr: Expr, fact: str, here: Case) -> int | None:
    """1 where *expr* never falls as *fact* grows, -1 where it never rises, 0 where it does neither, None where that is not plain."""
    if fact not in here.ready.facts_in(expr):
        return 0
    match expr:
        case Fact():
            return 1
        case Arithmetic("+", parts) | Extreme(_, parts):
            return together([slope(part, fact, here) for part in parts])
        case Arithmetic("-", (first, *rest)):
            return together([slope(first, fact, here), *(turned(slope(part, fact, here), -1) for part in rest)])
        case Arithmetic(op, (first, *rest)):
            moving = [part for part in (first, *rest) if fact in here.ready.facts_in(part)]
            if len(moving) > 1 or (op == "/" and moving[0] is not first):
                return None
            signs = [sign(part, here) for part in (first, *rest) if part is not moving[0]]
            return turned(slope(moving[0], fact, here), product(signs))
        case Round(of) | Shift(of):
            return slope(of, fact, here)
        case Scale(of, gain=gain):
            return turned(slope(of, fact, here), (gain > 0) - (gain < 0))
        case _:
            return None


def line(expr: Expr, fact: str, here: Case) -> tuple[Fraction, Fraction] | None:
    """*expr* as a straight line in *fact*: (gain, base); None where it is none."""
    if fact not in here.ready.facts_in(expr):
        value = evaluate(expr, here.inner)
        return (Fraction(0), Fraction(value)) if isinstance(value, (int, Fraction)) else None
    match expr:
        case Fact():
            return Fraction(1), Fraction(0)
        case Arithmetic(op, parts):
            lines = [line(part, fact, here) for part in parts]
            total = lines[0]
            for each in lines[1:]:
                if total is None or each is None:
                    return None
                total = joined(op, total, each)
            return total
        case _:
            return None


def joined(op: str, a: tuple[Fraction, Fraction], b: tuple[Fraction, Fraction]) -> tuple[Fraction, Fraction] | None:
    """Two lines added, subtracted, or one of them stretched by a number."""
    if op == "+":
        return a[0] + b[0], a[1] + b[1]
    if op == "-":
        return a[0] - b[0], a[1] - b[1]
    if op == "*" and not b[0]:
        return a[0] * b[1], a[1] * b[1]
    if op == "*" and not a[0]:
        return a[1] * b[0], a[1] * b[1]
    return (a[0] / b[1], a[1] / b[1]) if op == "/" and not b[0] and b[1] else None


def sign(expr: Expr, here: Case) -> int | None:
    """The sign of an expression without open facts."""
    value = evaluate(expr, here.inner)
    return (value > 0) - (value < 0) if isinstance(value, (int, Fraction)) else None


def together(slopes: list[int | None]) -> int | None:
    """The slope of a sum of parts."""
    moving = {each for each in slopes if each != 0}
    return 0 if not moving else moving.pop() if len(moving) == 1 else None


def turned(slope_: int | None, by: int | None) -> int | None:
    """A slope times a sign."""
    return None if slope_ is None or by is None else slope_ * by


def product(signs: list[int | None]) -> int | None:
    """The sign of a product."""
    total = 1
    for each in signs:
        if each is None:
            return None
        total *= each
    return total
