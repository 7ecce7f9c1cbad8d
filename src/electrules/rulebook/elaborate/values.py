"""Values: as-written arithmetic into typed expressions, with units and ranges worked out as far as they are known."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import ceil, floor

from attrs import evolve, frozen

from ...source.span import Span
from ...syntax.written import Chain, ClockValue, DayValue, Duration, PartOf, Quantity, Rounded, TermValue, Word, WrittenValue
from ...tree.nodes import Arithmetic, Expr, Literal, Round, Shift
from ...tree.types import Clock, Day, Number, Term, Type
from ...values.number import number_in_both
from .names import DAYS, Names, listed, term_name, type_name, unit_name
from .narrow import narrowed
from .scope import Scope

SHIFTS = ("day", "month", "year")
_SIGNS = {"+": "+", "-": "−", "*": "×", "/": "÷"}


@frozen
class Typed:
    """An expression, its type (of numbers: with the range in which it surely lies), and what messages call it."""

    expr: Expr
    type: Type
    name: Names
    span: Span


def value(written: WrittenValue, scope: Scope) -> Typed | None:
    """The typed expression of a written value; None where it could not be made, which was said."""
    match written:
        case Quantity():
            return quantity(written, scope)
        case Duration(number, unit):
            return Typed(literal(number, unit, scope), Number(number, number, unit, number.denominator == 1), number_in_both(number), written.span)
        case DayValue(day):
            return Typed(Literal(day, citation=scope.citation), Day(), (day.isoformat(), day.isoformat()), written.span)
        case ClockValue(time):
            return Typed(Literal(time, citation=scope.citation), Clock(), (time.isoformat("minutes"),) * 2, written.span)
        case TermValue(word):
            term = scope.term(word)
            return Typed(scope.read(term), narrowed(term, scope.holding), term_name(term), written.span) if term else None
        case PartOf(share, of, percent):
            whole = value(of, scope)
            vi, en = number_in_both(share * 100)
            name = (f"{vi} %", f"{en} %") if percent else (str(share), str(share))
            part = Typed(literal(share, "", scope), Number(share, share, "", share.denominator == 1), name, written.span)
            return _combined("*", part, whole, scope, written.span) if whole else None
        case Rounded(of, mode):
            inner = value(of, scope)
            return _rounded(inner, mode, scope, written.span) if inner else None
        case Chain(first, rest):
            return _chain(first, rest, scope)


def quantity(written: Quantity, scope: Scope) -> Typed:
    """A number with its unit."""
    unit = written.unit.id if written.unit else ""
    number = written.number
    return Typed(literal(number, unit, scope), Number(number, number, unit, number.denominator == 1), number_in_both(number), written.span)


def literal(number: Fraction, unit: str, scope: Scope) -> Literal:
    """A number as a node: whole where it is whole."""
    return Literal(number.numerator if number.denominator == 1 else number, unit, citation=scope.citation)


def constant(typed: Typed) -> Fraction | None:
    """The number that *typed* is whatever the facts, if it is one."""
    if isinstance(typed.expr, Literal) and isinstance(typed.type, Number):
        return typed.type.least
    return None


def same_unit(a: Typed, b: Typed, scope: Scope, span: Span) -> bool:
    """Whether two numbers have one unit, or *a* counts a part of what *b* counts; says so if not."""
    assert isinstance(a.type, Number)
    assert isinstance(b.type, Number)
    if b.type.unit in (a.type.unit, *scope.words.wholes.get(a.type.unit, ())):
        return True
    scope.say("ER0503", span, what=a.name, found=unit_name(scope.lexicon, a.type.unit), other=b.name, wanted=unit_name(scope.lexicon, b.type.unit))
    return False


def wrong_type(typed: Typed, wanted: Names, scope: Scope) -> None:
    """Say that *typed* is of the wrong type."""
    scope.say("ER0502", typed.span, what=typed.name, found=type_name(typed.type), wanted=wanted)


# ------------------------------------------------------------------ arithmetic


def _chain(first: WrittenValue, rest: tuple[tuple[str, WrittenValue | Word], ...], scope: Scope) -> Typed | None:
    total = value(first, scope)
    for op, each in rest:
        operand = _times(each, scope) if isinstance(each, Word) else value(each, scope)
        if total is None or operand is None:
            return None
        total = _combined("*" if op == "each" else op, total, operand, scope, total.span.to(operand.span))
    return total


def _times(unit: Word, scope: Scope) -> Typed | None:
    """How many there are of *unit*, as a bare number: what "for each" multiplies by."""
    term = counted(unit.id, unit.span, scope)
    if term is None:
        return None
    many = Typed(scope.read(term), narrowed(term, scope.holding), term_name(term), unit.span)
    one = Typed(literal(Fraction(1), unit.id, scope), Number(Fraction(1), Fraction(1), unit.id), number_in_both(Fraction(1)), unit.span)
    bare = _combined("/", many, one, scope, unit.span)
    assert bare is not None
    assert isinstance(bare.type, Number)
    assert isinstance(term.type, Number)
    return evolve(bare, name=many.name, type=evolve(bare.type, whole=term.type.whole))


def counted(unit: str, span: Span, scope: Scope) -> Term | None:
    """The one fact that is counted in *unit*; says so where there is none, or more than one."""
    facts = scope.words.reading(span.path).facts.get(unit) or scope.words.facts.get(unit, ())
    if len(facts) == 1:
        return facts[0]
    words = unit_name(scope.lexicon, unit)
    if facts:
        names = [term_name(each) for each in facts]
        scope.say("ER0506", span, words=words, candidates=listed(names), expected=tuple(each[scope.lang == "en"] for each in names))
    elif concluded := scope.words.conclusions.get(unit, ()):
        scope.say("ER0506", span, words=words, candidates=listed([term_name(each) for each in concluded]), case="concluded")
    else:
        scope.say("ER0506", span, words=words, case="none")
    return None


def _combined(op: str, a: Typed, b: Typed, scope: Scope, span: Span) -> Typed | None:
    """One operation; both its sides were typed."""
    name = (f"{a.name[0]} {_SIGNS[op]} {b.name[0]}", f"{a.name[1]} {_SIGNS[op]} {b.name[1]}")
    if isinstance(a.type, Day):
        return _on_day(op, a, b, name, scope, span)
    for side in (a, b):
        if not isinstance(side.type, Number):
            wrong_type(side, type_name(Number(None, None)), scope)
            return None
    assert isinstance(a.type, Number)
    assert isinstance(b.type, Number)
    if op in "+-":
        unit = shared_unit(a.type.unit, b.type.unit, scope)
        if unit is None:
            same_unit(a, b, scope, span)
            return None
    else:
        if b.type.unit and (op == "/" or a.type.unit) and not (op == "/" and a.type.unit == b.type.unit):
            of_b, of_a = unit_name(scope.lexicon, b.type.unit), unit_name(scope.lexicon, a.type.unit)
            scope.say("ER0503", b.span, what=b.name, found=of_b, other=a.name, wanted=of_a, case="quotient" if op == "/" else "product")
            return None
        unit = "" if op == "/" and b.type.unit else a.type.unit or b.type.unit
    if op == "/" and constant(b) == 0:
        scope.say("ER0504", b.span, what=b.name, value="0", least="1", most="∞")
        return None
    whole = op != "/" and a.type.whole and b.type.whole
    least, most = _RANGES[op](a.type, b.type)
    return Typed(_joined(op, a.expr, b.expr, scope), Number(least, most, unit, whole), name, span)


def shared_unit(a: str, b: str, scope: Scope) -> str | None:
    """The unit in which both are counted: their own, that of the whole of which one is a part, or of which both are."""
    of_a, of_b = ((each, *scope.words.wholes.get(each, ())) for each in (a, b))
    if a in of_b:
        return a
    both = [each for each in of_a if each in of_b]
    return both[0] if len(both) == 1 else None


def _joined(op: str, a: Expr, b: Expr, scope: Scope) -> Arithmetic:
    """`a op b`; a run of one operation is one node, since it is worked out from the left anyway."""
    if isinstance(a, Arithmetic) and a.op == op:
        return evolve(a, parts=(*a.parts, b))
    return Arithmetic(op, (a, b), citation=scope.citation)


def _on_day(op: str, a: Typed, b: Typed, name: Names, scope: Scope, span: Span) -> Typed | None:
    """A day and a length of time, or the days between two days."""
    if op == "-" and isinstance(b.type, Day):
        return Typed(Arithmetic("-", (a.expr, b.expr), citation=scope.citation), Number(None, None, "day"), name, span)
    number = constant(b)
    if op not in "+-" or not isinstance(b.type, Number) or b.type.unit not in SHIFTS or number is None or number.denominator != 1:
        wrong_type(b, DAYS, scope)
        return None
    return Typed(Shift(a.expr, int(number if op == "+" else -number), b.type.unit, citation=scope.citation), Day(), name, span)


def _rounded(inner: Typed, mode: str, scope: Scope, span: Span) -> Typed | None:
    if not isinstance(inner.type, Number):
        wrong_type(inner, type_name(Number(None, None)), scope)
        return None
    least = None if inner.type.least is None else Fraction(floor(inner.type.least))
    most = None if inner.type.most is None else Fraction(ceil(inner.type.most))
    return Typed(Round(inner.expr, mode, citation=scope.citation), evolve(inner.type, least=least, most=most, whole=True), inner.name, span)


Bounds = tuple[Fraction | None, Fraction | None]


def _sum(a: Number, b: Number) -> Bounds:
    return _both(a.least, b.least, lambda x, y: x + y), _both(a.most, b.most, lambda x, y: x + y)


def _difference(a: Number, b: Number) -> Bounds:
    return _both(a.least, b.most, lambda x, y: x - y), _both(a.most, b.least, lambda x, y: x - y)


def _product(a: Number, b: Number) -> Bounds:
    if a.least is None or b.least is None or a.least < 0 or b.least < 0:
        if None in (a.least, a.most, b.least, b.most):
            return None, None
        ends = [x * y for x in (a.least, a.most) for y in (b.least, b.most)]  # type: ignore[operator]
        return min(ends), max(ends)
    return a.least * b.least, _both(a.most, b.most, lambda x, y: x * y)


def _quotient(a: Number, b: Number) -> Bounds:
    if b.least is None or b.least <= 0 or a.least is None or a.least < 0:
        return None, None
    return (Fraction(0) if b.most is None else a.least / b.most), (None if a.most is None else a.most / b.least)


def _both(a: Fraction | None, b: Fraction | None, make: Callable[[Fraction, Fraction], Fraction]) -> Fraction | None:
    return None if a is None or b is None else make(a, b)


_RANGES: dict[str, Callable[[Number, Number], Bounds]] = {"+": _sum, "-": _difference, "*": _product, "/": _quotient}
