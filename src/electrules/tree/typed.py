"""What kind of value each expression of a tree has: whatever does not fit together is refused before anything is evaluated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, time
from typing import TypeAlias, assert_never

from . import nodes
from .nodes import Expr, Value
from .types import Clock, Day, ListOf, Moment, Number, OneOf, Record, Term, Text, Type, YesNo
from .walk import children

Kind: TypeAlias = str
"""What values have in common that may be compared with each other; `ANY` fits everything."""

YES_NO, NUMBER, DAY, MOMENT, TIME, WORD, RECORDS, ANY = "yes or no", "number", "day", "moment", "time of day", "text", "list", ""
EVERY = (YES_NO, NUMBER, DAY, MOMENT, TIME, WORD, RECORDS)
ORDERED = (NUMBER, DAY, MOMENT, TIME)
Fields: TypeAlias = Mapping[str, Kind]

NO_FIELDS: Fields = {}
"""Those of an expression that looks at no record."""


class IllTyped(Exception):
    """Something that does not fit: the *node* in which it stands, and *what* is wrong."""

    def __init__(self, node: str, what: str) -> None:
        self.node = node
        self.what = what


def kind_of_type(type_: Type) -> Kind:
    """The kind of the values of a type."""
    match type_:
        case YesNo():
            return YES_NO
        case Number():
            return NUMBER
        case Day():
            return DAY
        case Clock():
            return TIME
        case Moment():
            return MOMENT
        case OneOf() | Text():
            return WORD
        case ListOf():
            return RECORDS


def kind_of_value(value: Value) -> Kind:
    """The kind of a value."""
    kinds: tuple[tuple[type, Kind], ...] = ((bool, YES_NO), (str, WORD), (datetime, MOMENT), (date, DAY), (time, TIME), (tuple, RECORDS))
    return next((kind for class_, kind in kinds if isinstance(value, class_)), NUMBER)


class Typing:
    """The kinds of the expressions of one tree, worked out from the leaves up."""

    def __init__(self, terms: Mapping[str, Term]) -> None:
        self.terms = terms
        self.kinds: dict[tuple[int, int], Kind] = {}
        self.kept: list[object] = []

    def must_be(self, expr: Expr, *wanted: Kind) -> None:
        """Refuse *expr* unless it is one of *wanted*."""
        found = self.of(expr)
        if found != ANY and found not in wanted:
            raise IllTyped(type(expr).__name__, f"is {article(found)}, not {' or '.join(map(article, wanted))}")

    def of(self, expr: Expr) -> Kind:
        """The kind of *expr*; the deepest parts are seen to first, so that no depth is a depth of calls."""
        return self._of(expr, NO_FIELDS)

    def _of(self, expr: Expr, fields: Fields) -> Kind:
        stack: list[tuple[nodes.Node, Fields, bool]] = [(expr, fields, False)]
        while stack:
            here, its, ready = stack.pop()
            if ready:
                self.kinds[id(here), id(its)] = self.kind(here, lambda part, its=its: self.kinds[id(part), id(its)], its)  # type: ignore[arg-type, misc]
                continue
            if (id(here), id(its)) in self.kinds:
                continue
            stack.append((here, its, True))
            if isinstance(here, nodes.Count):
                inside = self.fields(here)
                self.kept.append(inside)
                stack.append((here.of, its, False))
                self.inside(here, inside)
            else:
                stack.extend((each, its, False) for each in children(here))
        return self.kinds[id(expr), id(fields)]

    def inside(self, count: nodes.Count, fields: Fields) -> None:
        """Refuse a count whose condition is none."""
        if self._of(count.where, fields) not in (YES_NO, ANY):
            raise IllTyped("Count", "where must be yes or no")

    def fields(self, count: nodes.Count) -> Fields:
        """The fields of the records that a count looks at."""
        term = self.terms.get(count.of.term) if isinstance(count.of, nodes.Fact) else None
        if term is None or not isinstance(term.type, ListOf):
            raise IllTyped("Count", "counts a list of records that is a fact")
        return {name: kind_of_type(type_) for name, type_ in term.type.of.fields}

    def kind(self, expr: Expr, of: Callable[[Expr], Kind], fields: Fields) -> Kind:
        """The kind of *expr*, whose parts are *of* theirs."""

        def need(part: Expr, *wanted: Kind) -> Kind:
            if of(part) not in (*wanted, ANY):
                raise IllTyped(type(expr).__name__, f"{type(part).__name__} in it is {article(of(part))}, not {' or '.join(map(article, wanted))}")
            return of(part)

        match expr:
            case nodes.Literal(value):
                return kind_of_value(value)
            case nodes.Fact(term):
                return fields[term] if term in fields else kind_of_type(self.terms[term].type)
            case nodes.Decision(term):
                return kind_of_type(self.terms[term].type)
            case nodes.Conclusion(term):
                return kind_of_type(self.terms[term].type)
            case nodes.Field(name):
                if name not in fields:
                    raise IllTyped("Field", f"{name!r} is no field of the records that are looked at")
                return fields[name]
            case nodes.HasValue():
                return YES_NO
            case nodes.Not(part):
                need(part, YES_NO)
                return YES_NO
            case nodes.All(parts) | nodes.Any(parts):
                for part in parts:
                    need(part, YES_NO)
                return YES_NO
            case nodes.Among(part):
                need(part, WORD)
                return YES_NO
            case nodes.Compare(op, left, right):
                self.alike(expr, (left, right), of, any_kind=op in ("=", "!="))
                return YES_NO
            case nodes.Bracket(part):
                need(part, NUMBER, DAY, TIME)
                return YES_NO
            case nodes.Scale(part) | nodes.Round(part):
                need(part, NUMBER)
                return NUMBER
            case nodes.Arithmetic(op, parts):
                return reckoned(expr, op, [of(part) for part in parts])
            case nodes.Extreme(_, parts):
                return self.alike(expr, parts, of, any_kind=False)
            case nodes.Shift(part, _, unit):
                return need(part, MOMENT) if unit == "hour" else need(part, DAY, MOMENT)
            case nodes.At(part):
                need(part, DAY, MOMENT)
                return MOMENT
            case nodes.WorkingShift(part):
                return need(part, DAY)
            case nodes.Weekday(part):
                need(part, DAY)
                return NUMBER
            case nodes.Count(part):
                need(part, RECORDS)
                return NUMBER
            case nodes.Distribute(seats, weights, _, floor, _, cap):
                need(seats, NUMBER)
                need(weights, RECORDS)
                for bound in (floor, cap):
                    if bound is not None:
                        need(bound, NUMBER, RECORDS)
                return RECORDS
            case nodes.Rank(part, places):
                need(part, RECORDS)
                need(places, NUMBER)
                return RECORDS
            case nodes.NotApplicable() | nodes.Unread():
                return ANY
            case _:
                assert_never(expr)

    def alike(self, expr: Expr, parts: Iterable[Expr], of: Callable[[Expr], Kind], *, any_kind: bool) -> Kind:
        """The one kind of *parts*, which must have an order unless *any_kind* will do."""
        found = {of(part) for part in parts} - {ANY}
        if len(found) > 1 or (found and not any_kind and not found <= set(ORDERED)):
            raise IllTyped(type(expr).__name__, f"cannot hold {' and '.join(sorted(map(article, found)))} against each other")
        return found.pop() if found else ANY


def reckoned(expr: Expr, op: str, kinds: list[Kind]) -> Kind:
    """What comes of reckoning with *kinds*, from the left: numbers, a day and a number of days, or the distance of two days."""
    total = kinds[0]
    for each in kinds[1:]:
        pair = (total, each)
        if ANY in pair:
            total = total or each
        elif pair == (NUMBER, NUMBER) or (op in ("+", "-") and pair in ((DAY, NUMBER), (MOMENT, NUMBER))):
            continue
        elif op == "+" and pair in ((NUMBER, DAY), (NUMBER, MOMENT)):
            total = each
        elif op == "-" and pair == (DAY, DAY):
            total = NUMBER
        else:
            raise IllTyped(type(expr).__name__, f"cannot reckon {article(total)} {op} {article(each)}")
    if total not in (NUMBER, DAY, MOMENT, ANY):
        raise IllTyped(type(expr).__name__, f"cannot reckon with {article(total)}")
    return total


def article(kind: Kind) -> str:
    """A kind as a phrase."""
    return kind if kind == YES_NO else f"a {kind}"


def bad_types(terms: Iterable[Term]) -> Iterator[tuple[str, str]]:
    """What is wrong with the types of *terms*: the id of the term, and what."""
    by_id = {term.id: term for term in terms}
    for term in by_id.values():
        if isinstance(term.type, Moment) and term.role != "conclusion":
            yield term.id, "a moment is always concluded"
        for type_ in _every(term.type):
            yield from ((term.id, what) for what in _wrong(type_, by_id))


def _every(type_: Type) -> Iterator[Type]:
    yield type_
    if isinstance(type_, ListOf):
        for _, each in type_.of.fields:
            yield from _every(each)


def _wrong(type_: Type, terms: Mapping[str, Term]) -> Iterator[str]:
    match type_:
        case Number(least, most):
            if least is not None and most is not None and least > most:
                yield "its range ends before it begins"
            elif type_.whole and least is not None and most is not None and -(-least // 1) > most // 1:
                yield "no whole number lies in its range"
        case OneOf(members, _, binding):
            ids = [each.id for each in members]
            if not ids or len(set(ids)) < len(ids):
                yield "a list needs members, each once"
            if binding is not None:
                other = terms.get(binding[0])
                if other is None or not isinstance(other.type, OneOf) or not set(binding[1]) <= {each.id for each in other.type.members}:
                    yield "its list is bound to what is no list, or to none of its members"
        case ListOf(Record(_, fields)):
            if len({name for name, _ in fields}) < len(fields):
                yield "a record has two fields of one name"
        case _:
            pass
