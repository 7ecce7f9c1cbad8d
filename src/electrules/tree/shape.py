"""What the JSON of a tree is made of: the classes of its objects, their fields with their types, the words that a field may hold.

A node is an object whose "node" is the name of its class; a type likewise, under "type". Citations stand once, in a
table, and nodes point into it. Numbers are whole or text ("1/3"), days ISO, times "07:00".
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any, TypeAlias, get_args, get_type_hints

from attrs import fields

from ..source.citation import Citation
from . import nodes
from . import types as kinds
from .nodes import NODE_CLASSES, Interpretation
from .types import Member, Picked, Record, Term, Type, Unit

VERSION = 1
TYPE_CLASSES: tuple[type[Type], ...] = get_args(Type)
PLAIN_CLASSES = (Member, Picked, Record, Term, Unit, Interpretation)
TAGGED: dict[str, type] = {each.__name__: each for each in (*NODE_CLASSES, *TYPE_CLASSES)}
"""The classes whose objects say their kind, by name."""


WORDS: dict[type, dict[str, tuple[str, ...]]] = {
    nodes.Compare: {"op": ("<", "<=", ">", ">=", "=", "!=")},
    nodes.Arithmetic: {"op": ("+", "-", "*", "/")},
    nodes.Extreme: {"which": ("least", "greatest")},
    nodes.Round: {"mode": ("down", "up", "half up", "half even")},
    nodes.Scale: {"partial": ("whole", "begun", "share")},
    nodes.Shift: {"unit": ("day", "month", "year", "hour")},
    nodes.Distribute: {
        "method": ("largest remainder", "d'hondt", "sainte-laguë", "huntington-hill", "adams", "dean"),
        "reading": ("", "minimum", "base", "raise"),
        "tie": ("report", "larger", "smaller", "order", "drawn"),
    },
    nodes.Requirement: {"force": ("must", "should", "must not")},
    nodes.TimeLimit: {
        "bound": ("latest", "earliest", "exactly", "within", "until", "at once", "before", "after"),
        "unit": ("day", "working day", "hour", "month", "year"),
        "force": ("must", "must not", "may"),
    },
    nodes.Silence: {"kind": ("meant", "unread", "contradiction")},
    nodes.Principle: {"kind": ("rank", "later")},
}
"""The words that the text fields of a class may hold, where they are few."""

Json: TypeAlias = Any


def described(class_: type) -> tuple[tuple[Any, object], ...]:
    """The fields of a class with their types."""
    known = _described.get(class_)
    if known is None:
        annotated = type(class_.__name__, (), {"__annotations__": {each.name: each.type for each in fields(class_)}})
        names = {**vars(kinds), **vars(nodes), "Citation": Citation, "date": date, "Fraction": Fraction}
        hints = get_type_hints(annotated, globalns=names)
        known = _described[class_] = tuple((each, hints[each.name]) for each in fields(class_))
    return known


_described: dict[type, tuple[tuple[Any, object], ...]] = {}
