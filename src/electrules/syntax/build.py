"""What the parser calls: each row of the table becomes a node, with the span of what was read."""

from __future__ import annotations

from collections.abc import Callable

import attrs
from attrs import evolve

from ..source.span import Span
from . import written
from .leaves import LEAVES, leaf
from .table import Element, Part, Row
from .token import Token

_TUPLES = frozenset(
    {
        "actors",
        "amended_by",
        "consent",
        "contents",
        "days",
        "divided",
        "facts",
        "members",
        "missing",
        "parts",
        "pieces",
        "posts",
        "references",
        "rest",
        "targets",
        "terms",
        "text",
        "unless",
    }
)


def valued(child: object, category: str) -> object:
    """The value of a child: a token's own, a node as it is."""
    if not isinstance(child, Token):
        return child
    if category in LEAVES:
        return leaf(category)(child)
    return leaf(child.type.lower())(child)


def maker(row: Row, elements: tuple[Element, ...]) -> Callable[[list[object]], object]:
    """The callback of one pattern of *row*: children in, node out."""
    parts = tuple((index, each.role, each.category) for index, each in enumerate(elements) if isinstance(each, Part))
    make = _MAKERS.get(row.makes) or getattr(written, row.makes)
    given = {**_absent(make), **dict(row.given)}

    def build(children: list[object]) -> object:
        fields = dict(given)
        for index, role, category in parts:
            value = valued(children[index], category)
            fields[role] = (value,) if role in _TUPLES and not isinstance(value, tuple) else value
        return make(**fields, span=_span(children))

    return build


def _absent(make: object) -> dict[str, object]:
    """What a field is whose part the pattern does not have."""
    if not (isinstance(make, type) and attrs.has(make)):
        return {}
    fields = (each for each in attrs.fields(make) if each.default is attrs.NOTHING)
    return {each.name: () if each.name in _TUPLES else None for each in fields}


def _span(children: list[object]) -> Span:
    first, last = children[0], children[-1]
    while isinstance(first, tuple):
        first = next(each for each in first if not isinstance(each, str))
    while isinstance(last, tuple):
        last = last[-1]
    start: Span = first.span  # type: ignore[attr-defined]
    end: Span = last.span  # type: ignore[attr-defined]
    return Span(start.path, start.start, end.end)


def _pair(op: str, value: written.WrittenValue | written.Word, span: Span) -> tuple[str, written.WrittenValue | written.Word]:
    return (op, value)


def _group(of: written.Condition, span: Span) -> written.Condition:
    return evolve(of, span=span)


def _exactly(value: written.WrittenValue, span: Span) -> written.Range:
    return written.Range(value, False, value, False, span=span)


def _stated(value: written.WrittenValue, span: Span, term: written.Word | None = None) -> written.Bounded:
    return written.Bounded(term, _exactly(value, span), span=span)


def _ended(statement: written.Statement, span: Span) -> written.Statement:
    return statement


def _quoted(opening: Token, statements: tuple[written.Statement, ...], closing: Token, span: Span) -> tuple[written.Statement, ...]:
    return statements


def _wording(opening: Token, words: object, closing: Token, span: Span) -> object:
    return words


def _provision(statements: tuple[written.Statement, ...], span: Span) -> tuple[written.Statement, ...]:
    return statements


def _header(span: Span, **fields: object) -> written.Header:
    return written.Header(**fields, span=span)  # type: ignore[arg-type]


def _case(span: Span, **fields: object) -> written.Case:
    fields.setdefault("facts", ())
    return written.Case(name="", **fields, span=span)  # type: ignore[arg-type]


def _either(parts: tuple[written.Condition, ...], span: Span) -> written.Condition:
    """A bare member after "loại là xã hoặc" belongs to that list."""
    merged: list[written.Condition] = []
    for part in parts:
        before = merged[-1] if merged else None
        bare = isinstance(part, written.Matches) and part.term is None and not part.negated
        if bare and isinstance(before, written.Matches | written.LiesIn):
            merged[-1] = evolve(before, members=before.members + part.members, span=before.span.to(part.span))  # type: ignore[union-attr]
        else:
            merged.append(part)
    return merged[0] if len(merged) == 1 else written.Either(tuple(merged), span=span)


def _of_rulebook(statement: written.OfRulebook, span: Span) -> written.OfRulebook:
    return statement


def _rulebook(statements: tuple[written.OfRulebook, ...], span: Span) -> written.Rulebook:
    return written.Rulebook(statements, span=span)


_MAKERS: dict[str, Callable[..., object]] = {
    "pair": _pair,
    "group": _group,
    "Exactly": _exactly,
    "Stated": _stated,
    "ended": _ended,
    "quoted": _quoted,
    "wording": _wording,
    "Provision": _provision,
    "Header": _header,
    "Case": _case,
    "toldofrulebook": _of_rulebook,
    "rulebook": _rulebook,
    "Either": _either,
}
