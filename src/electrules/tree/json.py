"""Trees as versioned JSON: written, read back equal, and described by a JSON Schema made from the node classes.

A node is an object whose "node" is the name of its class; a type likewise, under "type". Citations stand once, in a
table, and nodes point into it. Numbers are whole or text ("1/3"), days ISO, times "07:00". Reading refuses whatever
does not fit, and never evaluates or imports anything.
"""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeAlias, Union, cast, get_args, get_origin, get_type_hints

from attrs import fields, has

from ..diagnostics.errors import ElectrulesError
from ..limits import TREE_DEPTH
from ..source.citation import PARTS, Citation
from ..values.number import whole, within_magnitude
from ..values.time import read_clock, read_iso, read_moment, write_clock
from . import nodes
from . import types as kinds
from .nodes import EXPR_CLASSES, NODE_CLASSES, Interpretation, Node, Value
from .types import Clock, Day, ListOf, Member, Moment, Number, OneOf, Picked, Record, Term, Text, Unit, YesNo
from .walk import below, depth

if TYPE_CHECKING:
    from .tree import Tree

VERSION = 1
TYPE_CLASSES = (YesNo, Number, Day, Clock, Moment, OneOf, Text, ListOf)
PLAIN_CLASSES = (Member, Picked, Record, Term, Unit, Interpretation)
TAGGED: dict[str, type] = {each.__name__: each for each in (*NODE_CLASSES, *TYPE_CLASSES)}
AMENDMENTS = 50
"""Amendments of amendments of amendments …"""

_FRACTION = re.compile(r"-?[0-9]{1,100}/[0-9]{1,100}")

Json: TypeAlias = Any


class MalformedTree(ElectrulesError):
    """A text that is no evaluation tree: *where* in it, and what is wrong there."""

    def __init__(self, where: str, what: str) -> None:
        self.where = where
        self.what = what
        super().__init__(f"{where or 'tree'}: {what}")


# -------------------------------------------------------------------- writing


def tree_to_dict(tree: Tree) -> dict[str, Json]:
    """*tree* as JSON-ready data."""
    writer = _Writer()
    for top in tops(tree):
        for node in reversed(list(below(top))):
            writer.written[id(node)] = writer.write(node, type(node))
    body = {each.name: writer.write(getattr(tree, each.name), hint) for each, hint in described(type(tree)) if each.name != "version"}
    return {"version": VERSION, "citations": writer.table, **body}


def tops(tree: Tree) -> list[Node]:
    """The outermost nodes of *tree* that have others below them."""
    return [*tree.definitions, *tree.requirements, *tree.limits, *tree.constraints]


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


# -------------------------------------------------------------------- reading


def tree_from_dict(class_: type[Tree], data: object) -> Tree:
    """The tree that `tree_to_dict` wrote; raises `MalformedTree` for anything else."""
    reader = _Reader()
    top = reader.mapping(data, "")
    if top.get("version") != VERSION or isinstance(top.get("version"), bool):
        raise MalformedTree("version", f"must be {VERSION}")
    reader.read_table(top.get("citations", []))
    rest = {key: value for key, value in top.items() if key not in ("version", "citations")}
    reader.read_from_below(rest)
    tree = cast("Tree", reader.build(class_, rest, ""))
    check(tree)
    return tree


class _Reader:
    """Scratch state of one reading: the table of citations, and the objects built so far, the deepest first."""

    def __init__(self) -> None:
        self.citations: list[Citation] = []
        self.amendments: list[int] = []
        self.built: dict[int, object] = {}

    def read_from_below(self, top: Mapping[str, Json]) -> None:
        """Build every object that says its kind, the deepest first, so that no depth of input is a depth of calls."""
        found: list[tuple[Mapping[str, Json], str]] = []
        stack: list[tuple[Json, str, int]] = [(top, "", 0)]
        while stack:
            here, where, depth = stack.pop()
            if depth > 4 * TREE_DEPTH:
                raise MalformedTree(where[:200], "is nested too deep")
            if isinstance(here, list):
                stack.extend((each, f"{where}[{place}]", depth + 1) for place, each in enumerate(here) if isinstance(each, (list, dict)))
            elif isinstance(here, Mapping):
                if isinstance(here.get("node"), str) or isinstance(here.get("type"), str):
                    found.append((here, where))
                stack.extend((each, f"{where}.{key}"[-400:], depth + 1) for key, each in here.items() if isinstance(each, (list, dict)))
        for entry, where in reversed(found):
            self.built[id(entry)] = self.tagged((), entry, where)

    def mapping(self, data: object, where: str) -> Mapping[str, Json]:
        if not isinstance(data, Mapping) or not all(isinstance(key, str) for key in data):
            raise MalformedTree(where, "must be an object")
        return data

    def read_table(self, table: object) -> None:
        if not isinstance(table, list):
            raise MalformedTree("citations", "must be a list")
        for place, entry in enumerate(table):
            where = f"citations[{place}]"
            entry = self.mapping(entry, where)
            unknown = set(entry) - {"instrument", "amended_by", *PARTS}
            parts = {key: self.text(value, f"{where}.{key}") for key, value in entry.items() if key != "amended_by"}
            amended = entry.get("amended_by", [])
            if unknown or "instrument" not in parts or not isinstance(amended, list):
                raise MalformedTree(where, "must name an instrument and a place in it")
            self.citations.append(Citation(**parts, amended_by=tuple([self.cited(each, where) for each in amended])))
            self.amendments.append(1 + max((self.amendments[each] for each in amended), default=0))
            if self.amendments[-1] > AMENDMENTS:
                raise MalformedTree(where, "is amended by what is amended, too many times over")

    def cited(self, data: object, where: str) -> Citation:
        if not isinstance(data, int) or isinstance(data, bool) or not 0 <= data < len(self.citations):
            raise MalformedTree(where, "must point to an earlier citation of the table")
        return self.citations[data]

    def text(self, data: object, where: str) -> str:
        if not isinstance(data, str):
            raise MalformedTree(where, "must be text")
        return data

    def build(self, class_: type, data: Mapping[str, Json], where: str) -> object:
        """An object of *class_* from its fields."""
        found = {}
        known = {each.name: hint for each, hint in described(class_)}
        for key, value in data.items():
            if key not in known:
                raise MalformedTree(f"{where}.{key}"[:400], f"is no field of {class_.__name__}")
            found[key] = self.read(known[key], value, f"{where}.{key}" if where else key)
        try:
            return class_(**found)
        except TypeError:
            raise MalformedTree(where, f"a field of {class_.__name__} is missing") from None

    def read(self, hint: object, data: object, where: str) -> object:
        """A value of the type *hint*."""
        if get_origin(hint) in (Union, types.UnionType):
            return self.one_of(get_args(hint), data, where)
        if get_origin(hint) is tuple:
            return self.several(hint, data, where)
        simple = SIMPLE.get(cast("type", hint))
        if simple is not None:
            return simple(self, data, where)
        entry = self.mapping(data, where)
        return self.tagged((hint,), entry, where) if tag(hint) else self.build(cast("type", hint), entry, where)

    def one_of(self, choices: tuple[object, ...], data: object, where: str) -> object:
        if data is None and type(None) in choices:
            return None
        rest = tuple(each for each in choices if each is not type(None))
        if Fraction in rest and str in rest:
            return self.value(data, where)
        if len(rest) == 1:
            return self.read(rest[0], data, where)
        return self.tagged(rest, self.mapping(data, where), where)

    def tagged(self, choices: tuple[object, ...], entry: Mapping[str, Json], where: str) -> object:
        """An object that says its kind, which must be one of *choices* (none: any)."""
        built = self.built.get(id(entry))
        if built is None:
            key = "node" if "node" in entry else "type"
            name = entry.get(key)
            class_ = TAGGED.get(name) if isinstance(name, str) else None
            if class_ is None or (class_ in TYPE_CLASSES) != (key == "type"):
                raise MalformedTree(where, f'must say its "{key}", one that there is')
            built = self.build(class_, {each: value for each, value in entry.items() if each != key}, where)
        if choices and type(built) not in choices:
            raise MalformedTree(where, f"{type(built).__name__} may not stand here")
        return built

    def several(self, hint: object, data: object, where: str) -> tuple[object, ...]:
        args = get_args(hint)
        if not isinstance(data, list):
            raise MalformedTree(where, "must be a list")
        many = len(args) == 2 and args[1] is Ellipsis
        if not many and len(data) != len(args):
            raise MalformedTree(where, f"must have {len(args)} items")
        each_hint = (args[0],) * len(data) if many else args
        return tuple([self.read(of, each, f"{where}[{place}]") for place, (of, each) in enumerate(zip(each_hint, data, strict=True))])

    def value(self, data: object, where: str, depth: int = 0) -> Value:
        """A value: yes/no, text, a number, a day, a time, or several."""
        if isinstance(data, (bool, str)):
            return data
        if isinstance(data, int):
            return cast("int", self.exact(data, where))
        if isinstance(data, list) and depth < 10:
            return tuple([self.value(each, where, depth + 1) for each in data])
        if isinstance(data, Mapping) and len(data) == 1:
            ((kind, text),) = data.items()
            if kind == "number":
                return whole(self.exact(text, where))
            if kind == "day":
                return self.day(text, where)
            if kind == "time":
                return self.clock(text, where)
            if kind == "moment" and isinstance(text, str) and (moment := read_moment(text)) is not None:
                return moment
        raise MalformedTree(where, "is no value")

    def exact(self, data: object, where: str) -> Fraction | int:
        if isinstance(data, int) and not isinstance(data, bool) and within_magnitude(data):
            return data
        if isinstance(data, str) and _FRACTION.fullmatch(data):
            over, under = map(int, data.split("/"))
            if under and within_magnitude(found := Fraction(over, under)):
                return found
        raise MalformedTree(where, "must be a whole number or a fraction like 1/3")

    def fraction(self, data: object, where: str) -> Fraction:
        return Fraction(self.exact(data, where))

    def integer(self, data: object, where: str) -> int:
        found = self.exact(data, where)
        if not isinstance(found, int):
            raise MalformedTree(where, "must be whole")
        return found

    def yes_no(self, data: object, where: str) -> bool:
        if not isinstance(data, bool):
            raise MalformedTree(where, "must be true or false")
        return data

    def day(self, data: object, where: str) -> date:
        found = read_iso(data) if isinstance(data, str) else None
        if found is None:
            raise MalformedTree(where, "must be a day like 2021-05-23")
        return found

    def clock(self, data: object, where: str) -> time:
        found = read_clock(data) if isinstance(data, str) else None
        if found is None:
            raise MalformedTree(where, "must be a time of day like 07:00")
        return found


SIMPLE: dict[type, Callable[[_Reader, object, str], object]] = {
    str: _Reader.text,
    int: _Reader.integer,
    bool: _Reader.yes_no,
    Fraction: _Reader.fraction,
    date: _Reader.day,
    time: _Reader.clock,
    Citation: _Reader.cited,
}


def tag(hint: object) -> bool:
    """Whether objects of the class *hint* say their kind."""
    return getattr(hint, "__name__", "") in TAGGED


def check(tree: Tree) -> None:
    """Refuse a tree that mentions terms it does not declare, or fields with words that mean nothing."""
    terms = {term.id: term for term in tree.terms}
    if any(not names for term in tree.terms for names in term.names):
        raise MalformedTree("terms", "every term needs a name in both languages")
    for top in tops(tree):
        if depth(top) > TREE_DEPTH:
            raise MalformedTree(type(top).__name__, "is nested too deep")
        for node in below(top):
            if isinstance(node, (nodes.Fact, nodes.Decision)) and (node.term not in terms or terms[node.term].role == "conclusion"):
                raise MalformedTree(node.term, "is no fact of this tree")
            for name, allowed in WORDS.get(type(node), {}).items():
                if getattr(node, name) not in allowed:
                    raise MalformedTree(type(node).__name__, f"{name} must be one of {', '.join(allowed)}")
            if isinstance(node, nodes.Scale) and node.step <= 0:
                raise MalformedTree("Scale", "step must be positive")
            if isinstance(node, nodes.Round) and node.to <= 0:
                raise MalformedTree("Round", "to must be positive")
            if isinstance(node, (nodes.Arithmetic, nodes.Extreme)) and not node.parts:
                raise MalformedTree(type(node).__name__, "needs parts")
            if isinstance(node, nodes.Distribute):
                check_distribution(node)
            if isinstance(node, nodes.Rank) and (not node.by or not node.named or any(order not in ("high", "low") for _, order in node.by)):
                raise MalformedTree("Rank", "needs the field that names a record, and fields in order, each high or low")
    if tree.event is not None and tree.event not in terms:
        raise MalformedTree("event", "is no fact of this tree")


def check_distribution(node: nodes.Distribute) -> None:
    """Refuse a distribution that leaves open what its floor is, or how its units are named."""
    if (node.floor is None) != (not node.reading):
        raise MalformedTree("Distribute", "a floor needs its reading, and a reading its floor")
    if node.reading == "raise" and (node.method != "largest remainder" or node.cap is not None):
        raise MalformedTree("Distribute", 'reading "raise" is of largest remainder without caps')
    if bool(node.named) != bool(node.weighed):
        raise MalformedTree("Distribute", "records need both named and weighed")
    if bool(node.drawn) != (node.tie == "drawn"):
        raise MalformedTree("Distribute", 'drawn names go with the tie rule "drawn"')


STATUS = ("official", "secondary", "unconfirmed", "derived")
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
    nodes.Requirement: {"force": ("must", "should", "must not"), "status": STATUS},
    nodes.TimeLimit: {
        "bound": ("latest", "earliest", "exactly", "within", "until", "at once", "before", "after"),
        "unit": ("day", "working day", "hour", "month", "year"),
        "force": ("must", "must not", "may"),
        "status": STATUS,
    },
    nodes.Licence: {"status": STATUS},
    nodes.WeeklyRest: {"status": STATUS},
    nodes.DaysOff: {"status": STATUS},
    nodes.Rule: {"status": STATUS},
    nodes.Blocker: {"status": STATUS},
    nodes.Silence: {"kind": ("meant", "unread", "contradiction"), "status": STATUS},
    nodes.Constraint: {"status": STATUS},
    nodes.Principle: {"kind": ("rank", "later")},
}


# --------------------------------------------------------------------- schema


def schema(class_: type[Tree]) -> dict[str, Json]:
    """The JSON Schema (draft 2020-12) of a tree, made from the node classes."""
    definitions: dict[str, Json] = {
        "exact": {"anyOf": [{"type": "integer"}, {"type": "string", "pattern": "^-?[0-9]+/[0-9]+$"}]},
        "value": {
            "anyOf": [
                {"type": ["boolean", "string", "integer"]},
                {"type": "array", "items": {"$ref": "#/$defs/value"}},
                *({"type": "object", "properties": {key: of}, "required": [key], "additionalProperties": False} for key, of in MARKED.items()),
            ]
        },
        "citation": {"type": "integer", "minimum": 0, "description": "a place in the table of citations"},
        "expr": {"anyOf": [{"$ref": f"#/$defs/{each.__name__}"} for each in EXPR_CLASSES]},
        "type": {"anyOf": [{"$ref": f"#/$defs/{each.__name__}"} for each in TYPE_CLASSES]},
    }
    for each in (*NODE_CLASSES, *TYPE_CLASSES, *PLAIN_CLASSES):
        definitions[each.__name__] = described_object(each)
    top = described_object(class_)
    table = {part: {"type": "string"} for part in ("instrument", *PARTS)} | {"amended_by": {"type": "array", "items": {"$ref": "#/$defs/citation"}}}
    top["properties"] = {
        "version": {"const": VERSION},
        "citations": {"type": "array", "items": {"type": "object", "properties": table, "required": ["instrument"], "additionalProperties": False}},
        **top["properties"],
    }
    top["required"] = ["version", "citations", *top["required"]]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "electrules evaluation tree", **top, "$defs": definitions}


MARKED: dict[str, Json] = {
    "number": {"$ref": "#/$defs/exact"},
    "day": {"type": "string", "format": "date"},
    "time": {"type": "string", "pattern": "^[0-9]{2}:[0-9]{2}$"},
    "moment": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$"},
}


def described_object(class_: type) -> dict[str, Json]:
    """The schema of one class."""
    from attrs import NOTHING

    properties: dict[str, Json] = {}
    required = []
    if class_.__name__ in TAGGED:
        key = "type" if class_ in TYPE_CLASSES else "node"
        properties[key] = {"const": class_.__name__}
        required.append(key)
    for each, hint in described(class_):
        properties[each.name] = of_hint(hint)
        words = WORDS.get(class_, {}).get(each.name)
        if words:
            properties[each.name] = {"enum": list(words)}
        if each.default is NOTHING:
            required.append(each.name)
    text = (class_.__doc__ or "").strip().partition("\n")[0]
    return {"type": "object", "description": text, "properties": properties, "required": required, "additionalProperties": False}


def of_hint(hint: object) -> Json:
    """The schema of one type."""
    if get_origin(hint) in (Union, types.UnionType):
        choices = get_args(hint)
        rest = tuple(each for each in choices if each is not type(None))
        if Fraction in rest and str in rest:
            inner: Json = {"$ref": "#/$defs/value"}
        elif len(rest) > 1:
            inner = {"$ref": "#/$defs/type" if rest[0] in TYPE_CLASSES else "#/$defs/expr"}
        else:
            inner = of_hint(rest[0])
        return {"anyOf": [inner, {"type": "null"}]} if len(rest) < len(choices) else inner
    if get_origin(hint) is tuple:
        args = get_args(hint)
        if len(args) == 2 and args[1] is Ellipsis:
            return {"type": "array", "items": of_hint(args[0])}
        return {"type": "array", "prefixItems": [of_hint(each) for each in args], "minItems": len(args), "maxItems": len(args)}
    simple: dict[object, Json] = {
        str: {"type": "string"},
        int: {"type": "integer"},
        bool: {"type": "boolean"},
        Fraction: {"$ref": "#/$defs/exact"},
        date: {"type": "string", "format": "date"},
        time: MARKED["time"],
        Citation: {"$ref": "#/$defs/citation"},
    }
    if hint in simple:
        return simple[hint]
    assert has(cast("type", hint))
    return {"$ref": f"#/$defs/{cast('type', hint).__name__}"}
