"""Trees written as versioned JSON, each citation once."""

from __future__ import annotations

from datetime import date, datetime, time
from fractions import Fraction
from typing import TYPE_CHECKING, get_args

from ..source.citation import PARTS, Citation
from ..values.number import whole
from ..values.time import write_clock
from .nodes import Value
from .shape import TAGGED, TYPE_CLASSES, VERSION, Json, described
from .walk import below, tops

if TYPE_CHECKING:
    from .tree import Tree


def tree_to_dict(tree: Tree) -> dict[str, Json]:
    """*tree* as JSON-ready data."""
    writer = _Writer()
    for top in tops(tree):
        for node in reversed(list(below(top))):
            writer.written[id(node)] = writer.write(node, type(node))
    body = {each.name: writer.write(getattr(tree, each.name), hint) for each, hint in described(type(tree)) if each.name != "version"}
    return {"version": VERSION, "citations": writer.table, **body}


class _Writer:
    """Scratch state of one writing: the table of citations, and the nodes written so far, the deepest first."""

    def __init__(self) -> None:
        self.table: list[Json] = []
        self.places: dict[Citation, int] = {}
        self.written: dict[int, Json] = {}

    def write(self, value: object, hint: object) -> Json:
        if id(value) in self.written:
            return self.written[id(value)]
        if isinstance(value, Citation):
            return self.cite(value)
        if value is None or isinstance(value, (bool, str)):
            return value
        if hint is Value or hint == Value:
            return self.value(value)
        if isinstance(value, (int, Fraction)):
            return number(value)
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, time):
            return write_clock(value)
        if isinstance(value, tuple):
            return [self.write(each, item) for each, item in zip(value, items(hint, len(value)), strict=True)]
        found: dict[str, Json] = {}
        if type(value).__name__ in TAGGED:
            found["type" if isinstance(value, TYPE_CLASSES) else "node"] = type(value).__name__
        for each, of in described(type(value)):
            part = getattr(value, each.name)
            if not (part == each.default and each.name != "value"):
                found[each.name] = self.write(part, of)
        return found

    def value(self, value: object) -> Json:
        """A value, marked where JSON has no form of its own for it."""
        match value:
            case bool() | str():
                return value
            case int():
                return value
            case Fraction():
                return {"number": number(value)}
            case datetime():
                return {"moment": value.isoformat(timespec="minutes")}
            case date():
                return {"day": value.isoformat()}
            case time():
                return {"time": value.strftime("%H:%M")}
            case tuple():
                return [self.value(each) for each in value]
            case _:
                raise TypeError(f"no value: {value!r}")

    def cite(self, citation: Citation) -> int:
        """The place of *citation* in the table."""
        if citation not in self.places:
            entry: dict[str, Json] = {part: getattr(citation, part) for part in ("instrument", *PARTS) if getattr(citation, part) is not None}
            if citation.issued_by is not None:
                entry["issuer"] = list(citation.issued_by)
            if citation.namesake is not None:
                entry["namesake"] = list(citation.namesake)
            if citation.amended_by:
                entry["amended_by"] = [self.cite(each) for each in citation.amended_by]
            self.places[citation] = len(self.table)
            self.table.append(entry)
        return self.places[citation]


def number(value: int | Fraction) -> int | str:
    """An exact number: whole, or text."""
    value = whole(value)
    return value if isinstance(value, int) else f"{value.numerator}/{value.denominator}"


def items(hint: object, length: int) -> tuple[object, ...]:
    """The types of the items of a tuple."""
    args = get_args(hint)
    if len(args) == 2 and args[1] is Ellipsis:
        return (args[0],) * length
    return args if len(args) == length else (Value,) * length
