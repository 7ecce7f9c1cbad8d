"""How an expression moves with one fact while everything else stays: up, down, not at all, or no one knows."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from ..tree.nodes import Arithmetic, Bracket, Compare, Expr, Extreme, Fact, Round, Scale, Shift
from .evaluate import evaluate
from .piece import is_single

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
            if len(moving) > 1:
                return None
            signs = [sign(part, here) for part in (first, *rest) if part is not moving[0]]
            divides = op == "/" and moving[0] is not first  # its zero was cut out, so that it has one sign
            return turned(slope(moving[0], fact, here), turned(product(signs), -1 if divides else 1))
        case Round(of) | Shift(of):
            return slope(of, fact, here)
        case Scale(of, gain=gain):
            return turned(slope(of, fact, here), (gain > 0) - (gain < 0))
        case _:
            return None


Line: TypeAlias = tuple[Fraction, ...]
"""A sum of powers of a fact, by their factors: that of the number itself first."""

Quotient: TypeAlias = tuple[Line, Line]
"""What is divided, and by what."""


def quotient(expr: Expr, fact: str, here: Case) -> Quotient | None:
    """*expr* as powers of *fact* divided by powers of it; None where it is not made of the four operations."""
    if fact not in here.ready.facts_in(expr):
        value = evaluate(expr, here.inner)
        return (trimmed((value,)), ONE) if isinstance(value, (int, Fraction)) and not isinstance(value, bool) else None
    match expr:
        case Fact():
            return (Fraction(0), Fraction(1)), ONE
        case Arithmetic(op, parts):
            total = quotient(parts[0], fact, here)
            for part in parts[1:]:
                other = quotient(part, fact, here)
                if total is None or other is None:
                    return None
                total = joined(op, total, other)
            return total
        case _:
            return None


ONE: Line = (Fraction(1),)
POWERS = 8
"""Powers of a fact beyond which nothing is worked out."""


def joined(op: str, a: Quotient, b: Quotient) -> Quotient | None:
    """Two quotients added, subtracted, multiplied or divided."""
    if max(map(len, (*a, *b))) > POWERS:
        return None
    if op == "*":
        return times(a[0], b[0]), times(a[1], b[1])
    if op == "/":
        return (times(a[0], b[1]), times(a[1], b[0])) if b[0] else None
    over = (a[0], b[0]) if a[1] == b[1] else (times(a[0], b[1]), times(b[0], a[1]))
    under = a[1] if a[1] == b[1] else times(a[1], b[1])
    return added(*over, -1 if op == "-" else 1), under


def times(a: Line, b: Line) -> Line:
    """The product of two sums of powers."""
    found = [Fraction(0)] * (len(a) + len(b))
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            found[i + j] += x * y
    return trimmed(found)


def added(a: Line, b: Line, by: int) -> Line:
    """*a* and *b* times *by* added."""
    return trimmed([(a[each] if each < len(a) else 0) + by * (b[each] if each < len(b) else 0) for each in range(max(len(a), len(b)))])


def trimmed(found: Sequence[Fraction | int]) -> Line:
    """Without the highest powers that are not there; empty for nothing."""
    last = max((place for place, each in enumerate(found) if each), default=-1)
    return tuple(Fraction(each) for each in found[: last + 1])


def line(expr: Expr, fact: str, here: Case) -> tuple[Fraction, Fraction] | None:
    """*expr* as a straight line in *fact*: (gain, base); None where it is none."""
    found = quotient(expr, fact, here)
    if found is None or len(found[0]) > 2 or len(found[1]) != 1:
        return None
    base, gain = (*found[0], Fraction(0), Fraction(0))[:2]
    return gain / found[1][0], base / found[1][0]


def gains(expr: Expr, here: Case) -> dict[str, Fraction] | None:
    """How much *expr* grows with each open fact, where it grows with all of them in straight lines; None where it does not."""
    box = here.box
    assert box is not None
    if all(is_single(box[fact]) for fact in here.ready.facts_in(expr)):
        return {} if isinstance(evaluate(expr, here.inner), (int, Fraction)) else None
    match expr:
        case Fact(fact):
            return {fact: Fraction(1)}
        case Arithmetic("+" | "-" as op, parts):
            total: dict[str, Fraction] = {}
            for place, part in enumerate(parts):
                found = gains(part, here)
                if found is None:
                    return None
                for fact, gain in found.items():
                    total[fact] = total.get(fact, Fraction(0)) + (-gain if op == "-" and place else gain)
            return total
        case Arithmetic(op, (first, *rest)):
            moving = [part for part in (first, *rest) if not all(is_single(box[fact]) for fact in here.ready.facts_in(part))]
            if len(moving) > 1 or (op == "/" and moving[0] is not first):
                return None
            found, factor = gains(moving[0], here), Fraction(1)
            for part in (first, *rest):
                value = evaluate(part, here.inner) if part is not moving[0] else 1
                if found is None or not isinstance(value, (int, Fraction)) or (op == "/" and not value):
                    return None
                factor = factor * value if op == "*" else factor / value
            return {fact: gain * factor for fact, gain in (found or {}).items()}
        case _:
            return None


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
