"""Thresholds: the values of a fact at which an answer can change, each with the provisions that set it."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor

from attrs import frozen

from ..evaluate.evaluate import compare
from ..limits import LEAVES
from ..source.citation import Citation
from ..tree.nodes import All, Bracket, Compare, Expr, Fact, Literal, Not, Rule, Scale, Value
from ..tree.operators import FLIPPED
from ..tree.types import Number, Term
from .build import Parts
from .mention import nodes_in


@frozen
class Threshold:
    """The least *value* of a fact from which the answer can be another, and the provisions that say so."""

    value: Value
    citations: tuple[Citation, ...]

    @property
    def citation(self) -> Citation:
        """The first provision that says so."""
        return self.citations[0]


def thresholds(parts: Parts, fact: Term, on: date | None = None) -> tuple[Threshold, ...]:
    """Where what *parts* conclude can change as *fact* grows, from the least; of questions asked `on` a day, what cannot speak then is left out."""
    found: dict[Value, dict[Citation, None]] = {}
    whole = isinstance(fact.type, Number) and fact.type.whole
    limits = (fact.type.least, fact.type.most) if isinstance(fact.type, Number) else (None, None)
    for definition in parts.definitions:
        for rule in definition.rules:
            if on is not None and parts.event is not None and _is_over(rule, parts.event, on):
                continue
            for node in nodes_in(rule):
                for value in _starts(node, fact.id, whole, limits[1]):
                    if limits[0] is None or not isinstance(value, int | Fraction) or limits[0] < value <= (value if limits[1] is None else limits[1]):
                        found.setdefault(value, {})[_cited(node, rule)] = None
    return tuple(Threshold(value, tuple(found[value])) for value in sorted(found))


def _is_over(rule: Rule, event: str, on: date) -> bool:
    """Whether the condition on the event under which *rule* speaks fails on the day *on*."""
    parts = rule.condition.parts if isinstance(rule.condition, All) else (rule.condition,)
    return any(_fails(part, event, on) for part in parts)


def _fails(part: Expr, event: str, on: date) -> bool:
    match part:
        case Not(Compare(op, Fact(term), Literal(value))) if term == event:
            return compare(op, on, value)
        case Compare(op, Fact(term), Literal(value)) if term == event:
            return not compare(op, on, value)
        case _:
            return False


def _cited(node: object, rule: Rule) -> Citation:
    return getattr(node, "citation", None) or rule.citation


def _starts(node: object, fact: str, whole: bool, most: Fraction | None) -> list[Value]:
    """The least values of the pieces into which *node* cuts the fact."""
    match node:
        case Bracket(Fact(term), low, over, high, under) if term == fact:
            ends = [(low, over), (high, not under)]
            return [_start(end, after, whole) for end, after in ends if end is not None]
        case Compare(op, Fact(term), Literal(value)) if term == fact:
            return _compared(op, value, whole)
        case Compare(op, Literal(value), Fact(term)) if term == fact:
            return _compared(FLIPPED[op], value, whole)
        case Scale(Fact(term)) if term == fact and node.partial != "share":
            return _steps(node, whole, most)
        case _:
            return []


def _start(end: Fraction, after: bool, whole: bool) -> Value:
    """The first value of what begins at (*after*: behind) *end*."""
    if whole:
        return floor(end) + 1 if after else ceil(end)
    return end.numerator if end.denominator == 1 else end


def _compared(op: str, value: Value, whole: bool) -> list[Value]:
    if isinstance(value, date):
        return [each for each, wanted in ((value, op in ("<", ">=", "=", "!=")), (value + timedelta(days=1), op in ("<=", ">", "=", "!="))) if wanted]
    if isinstance(value, bool) or not isinstance(value, int | Fraction):
        return []
    end = Fraction(value)
    return [_start(end, after, whole) for after, wanted in ((False, op in ("<", ">=", "=", "!=")), (True, op in ("<=", ">", "=", "!="))) if wanted]


def _steps(scale: Scale, whole: bool, most: Fraction | None) -> list[Value]:
    """The values at which a scale takes a further step, up to its cap."""
    count = LEAVES
    if scale.cap is not None and scale.gain > 0:
        count = min(count, max(0, ceil((scale.cap - scale.base) / scale.gain)))
    if most is not None:
        count = min(count, max(0, floor((most - scale.above) / scale.step) + 1))
    begun = scale.partial == "begun"
    return [_start(scale.above + scale.step * (step - begun), begun, whole) for step in range(1, count + 1)]
