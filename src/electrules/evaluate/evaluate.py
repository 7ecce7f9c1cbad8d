"""The meaning of an expression: one total evaluator, one short case for each node.

It is told of one completion of the facts and knows no other: that some facts may be open is a matter of the view
(`view.py`), which is asked wherever a fact is tested or a value is made, and of the loop around it (`settle.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from fractions import Fraction
from typing import TYPE_CHECKING, assert_never

from ..tree.nodes import (
    All,
    Among,
    Any,
    Arithmetic,
    At,
    Bracket,
    Compare,
    Conclusion,
    Count,
    Decision,
    Distribute,
    Expr,
    Extreme,
    Fact,
    Field,
    HasValue,
    Literal,
    Not,
    NotApplicable,
    Rank,
    Round,
    Scale,
    Shift,
    Unread,
    Value,
    Weekday,
    WorkingShift,
)
from ..values.number import rounded, whole, within_magnitude
from ..values.time import shifted as shifted_day
from .distribute import distributed, inputs
from .outcome import DOES_NOT_ARISE, LACKING, NO_VALUE, NOT_READ, Refused, Result, TooWide, Varies, Varying, Without, worse
from .piece import as_number
from .rank import ranked
from .working import working_shift

if TYPE_CHECKING:
    from .view import Case


def evaluate(expr: Expr, here: Case) -> Result:
    """Work out *expr*; this function is the meaning of the language."""
    match expr:
        case All(parts):
            return both_ways(evaluate, parts, here, decisive=False)
        case Any(parts):
            return both_ways(evaluate, parts, here, decisive=True)
        case Fact(term):
            seen = here.decided(expr)
            return existing_value(term, seen) if term in here.ready.outside else seen.value(term)
        case Among(of, members):
            value = evaluate(of, here.decided(expr))
            if isinstance(value, Without) and isinstance(of, Fact):  # what does not exist on the day is surely none of the others
                return value if here.decided(expr).value(of.term) in members else False
            return value if isinstance(value, LACKING) else value in members
        case Not(of):
            return denied(of, here)
        case Bracket(of, least, over, most, under):
            value = evaluate(of, here.decided(expr))
            return value if isinstance(value, LACKING) else lies_between(value, least, over, most, under)
        case Compare(op, left, right):
            assumed = here.assumption(expr) if here.assumed else None
            if assumed is not None:
                return assumed
            values = every((left, right), here.decided(expr))
            return values if isinstance(values, Without) else compare(op, *values)
        case Literal(value):
            return value
        case Conclusion(term):
            return concluded(term, here)
        case HasValue(term):
            return has_value(term, here)
        case Scale(of):
            value = evaluate(of, here.decided(expr))
            return value if isinstance(value, LACKING) else scale(expr, value)
        case Arithmetic(op, parts):
            values = every(parts, here.decided(expr))
            return values if isinstance(values, Without) else arithmetic(op, values)
        case Extreme(which, parts):
            values = every(parts, here.decided(expr))
            return values if isinstance(values, Without) else (min if which == "least" else max)(values)
        case Round(of, mode, to):
            value = evaluate(of, here.decided(expr))
            return value if isinstance(value, LACKING) else bounded(rounded(as_number(value), mode, to))
        case Shift(of, count, unit):
            value = evaluate(of, here.decided(expr))
            return value if isinstance(value, LACKING) else shifted(value, count, unit)
        case At(of, clock):
            value = evaluate(of, here.decided(expr))
            return value if isinstance(value, LACKING) else datetime.combine(value, clock)  # type: ignore[arg-type]
        case WorkingShift(of, count):
            value = evaluate(of, here.decided(expr))
            return value if isinstance(value, LACKING) else working_shift(value, count, here.ready.tree.rest) or NO_VALUE  # type: ignore[arg-type]
        case Weekday(of):
            value = evaluate(of, here.decided(expr))
            return value if isinstance(value, LACKING) else value.isoweekday()  # type: ignore[union-attr]
        case Count(of):
            value = evaluate(of, here.decided(expr))
            return value if isinstance(value, LACKING) else how_many(value, expr, here.decided(expr))
        case Field(name):
            return here.field(name)
        case Distribute():
            values = every(inputs(expr), here.decided(expr))
            return values if isinstance(values, Without) else distributed(expr, values)
        case Rank(of, places):
            values = every((of, places), here.decided(expr))
            return values if isinstance(values, Without) else ranked(expr, *values)
        case Decision(term, _, _, least, most):
            return within_bounds(expr, here.decided(expr).value(term))
        case NotApplicable():
            return DOES_NOT_ARISE
        case Unread():
            return NOT_READ
        case _:
            assert_never(expr)


def without(value: Result) -> Without:
    """*value*, which has none, as what stops an operation."""
    return value if isinstance(value, Without) else Without("not_applicable")


def denied(expr: Expr, here: Case) -> Result:
    """What *not expr* is. A denial reaches what it denies: of what does not exist no rule may speak by what it is not either."""
    match expr:
        case All(parts):
            return both_ways(denied, parts, here, decisive=True)
        case Any(parts):
            return both_ways(denied, parts, here, decisive=False)
        case Not(of):
            return evaluate(of, here)
        case Among(of, members):
            value = evaluate(of, here.decided(expr))
            return value if isinstance(value, LACKING) else value not in members
        case _:
            value = evaluate(expr, here)
            return value if isinstance(value, LACKING) else not value


def both_ways(read: Callable[[Expr, Case], Result], parts: Sequence[Expr], here: Case, *, decisive: bool) -> Result:
    """`and` (*decisive*: no) and `or` (yes): one decisive part decides, whatever the others; else the worst that has no value."""
    worst: Without | None = None
    for part in parts:
        value = read(part, here)
        if value is decisive:
            return decisive
        if isinstance(value, LACKING):
            worst = worse(worst, without(value))
    return worst or (not decisive)


def every(parts: Sequence[Expr], here: Case) -> list[Value] | Without:
    """The values of all *parts*, or the worst that has none."""
    worst: Without | None = None
    values = []
    for part in parts:
        value = evaluate(part, here)
        if isinstance(value, LACKING):
            worst = worse(worst, without(value))
        values.append(value)
    return worst or values  # type: ignore[return-value]


def concluded(term: str, here: Case) -> Result:
    """The value of a concluded term, or its outcome where it has none."""
    outcome = here.outcome(term)
    if outcome.kind != "answered":
        return Without(outcome.kind, (term,))
    if isinstance(outcome.value, Varies):
        raise Varying(outcome.value.facts)
    here.use(term)
    return outcome.value  # type: ignore[return-value]


def existing_value(term: str, here: Case) -> Result:
    """The value of a fact; a member of a list that does not exist on the day is none that a rule could speak of."""
    value = here.value(term)
    gone = here.ready.outside.get(term)
    return Without("gap") if gone is not None and value in gone else value


def has_value(term: str, here: Case) -> bool | Without:
    """Whether a concluded term is answered; nobody knows of what is unread."""
    outcome = here.outcome(term)
    if outcome.kind == "unread":
        return Without("unread", (term,))
    if isinstance(outcome.value, Varies) and outcome.value.doubtful:
        raise TooWide(outcome.value.facts)
    if outcome.kind != "gap":
        here.use(term)
    return outcome.kind == "answered"


def lies_between(value: Value, least: Fraction | None, over: bool, most: Fraction | None, under: bool) -> bool:
    """Whether *value* lies in a bracket; an end that is `over` or `under` is excluded."""
    number = as_number(value)
    if least is not None and (number < least or (over and number == least)):
        return False
    return most is None or number < most or (not under and number == most)


def compare(op: str, left: Value, right: Value) -> bool:
    """How two values stand to each other."""
    match op:
        case "=":
            return left == right
        case "!=":
            return left != right
        case "<":
            return left < right  # type: ignore[operator]
        case "<=":
            return left <= right  # type: ignore[operator]
        case ">":
            return left > right  # type: ignore[operator]
        case ">=":
            return left >= right  # type: ignore[operator]
        case _:
            raise ValueError(f"{op!r} compares nothing")


def scale(tier: Scale, value: Value) -> Result:
    """Base, plus the gain of the steps above the threshold, under the cap."""
    total = tier.base + tier.gain * steps(tier, value)
    return bounded(total if tier.cap is None else min(total, tier.cap))


def steps(tier: Scale, value: Value) -> int | Fraction:
    """How many steps of *tier* lie between its threshold and *value*, a begun one as the tier says."""
    beyond = as_number(value) - tier.above
    if beyond <= 0:
        return 0
    match tier.partial:
        case "whole":
            return beyond // tier.step
        case "begun":
            return -(-beyond // tier.step)
        case _:
            return Fraction(beyond) / tier.step


def arithmetic(op: str, values: Sequence[Value]) -> Result:
    """Exact arithmetic from the left; the difference of two days is their distance in days."""
    total = values[0]
    for value in values[1:]:
        if isinstance(total, date) or isinstance(value, date):
            found = on_days(op, total, value)
            if isinstance(found, Without):
                return found
            total = found
        elif op == "+":
            total = total + value  # type: ignore[operator]
        elif op == "-":
            total = total - value  # type: ignore[operator]
        elif op == "*":
            total = total * value  # type: ignore[operator]
        elif op != "/":
            raise ValueError(f"{op!r} is no operation")
        elif value == 0:
            return NO_VALUE
        else:
            total = Fraction(total) / value  # type: ignore[arg-type, operator]
    return total if isinstance(total, date) else bounded(total)  # type: ignore[arg-type]


def on_days(op: str, left: Value, right: Value) -> date | int | Without:
    """A day and a number of days, or the distance of two days."""
    if isinstance(left, date) and isinstance(right, date):
        return (left - right).days
    day, days = (left, right) if isinstance(left, date) else (right, left)
    if not isinstance(days, int):  # a part of a day leads to no day
        return NO_VALUE
    return shifted(day, -days if op == "-" else days, "day")


def bounded(number: int | Fraction) -> int | Fraction | Without:
    """*number* in its plain form; none beyond all limits."""
    return whole(number) if within_magnitude(number) else NO_VALUE


def shifted(value: Value, count: int, unit: str) -> date | Without:
    """The day some days, months or years on; in a month without that day, the last of it."""
    assert isinstance(value, date)
    return shifted_day(value, count, unit, "last") or NO_VALUE


def how_many(records: Value, expr: Count, here: Case) -> Result:
    """How many of *records* satisfy the condition of *expr*."""
    assert isinstance(records, tuple)
    looked_in = frozenset((expr.of.term,)) if isinstance(expr.of, Fact) else frozenset()
    total = 0
    worst: Without | None = None
    for record in records:
        value = evaluate(expr.where, here.looking_at(record, looked_in))
        if isinstance(value, LACKING):
            worst = worse(worst, without(value))
        elif value:
            total += 1
    return worst or total


def within_bounds(decision: Decision, value: Value) -> Value:
    """What an authority decided, within the bounds that the provision sets."""
    number = as_number(value) if not isinstance(value, (str, bool, tuple)) else None
    if number is not None and not lies_between(value, decision.least, False, decision.most, False):
        raise Refused(decision)
    return value
