"""Trees read from JSON: whatever does not fit is refused, and nothing is evaluated or imported."""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Mapping
from datetime import date, time
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, Union, cast, get_args, get_origin

from ..languages import LANGS
from ..limits import TREE_DEPTH
from ..source.citation import PARTS, Citation
from ..values.number import whole, within_magnitude
from ..values.time import read_clock, read_iso, read_moment
from .nodes import Value
from .shape import TAGGED, TYPE_CLASSES, VERSION, Json, described
from .sound import MalformedTree, check

if TYPE_CHECKING:
    from .tree import Tree

AMENDMENTS = 50
"""Amendments of amendments of amendments …"""

_FRACTION = re.compile(r"-?[0-9]{1,100}/[0-9]{1,100}")


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
            unknown = set(entry) - {"instrument", "issuer", "namesake", "amended_by", *PARTS}
            parts = {key: self.text(value, f"{where}.{key}") for key, value in entry.items() if key in ("instrument", *PARTS)}
            issuer, namesake = (self.names(entry.get(key), f"{where}.{key}") for key in ("issuer", "namesake"))
            amended = entry.get("amended_by", [])
            if unknown or "instrument" not in parts or not isinstance(amended, list):
                raise MalformedTree(where, "must name an instrument and a place in it")
            by = tuple([self.cited(each, where) for each in amended])
            self.citations.append(Citation(**parts, namesake=namesake, amended_by=by, issued_by=issuer))
            self.amendments.append(1 + max((self.amendments[each] for each in amended), default=0))
            if self.amendments[-1] > AMENDMENTS:
                raise MalformedTree(where, "is amended by what is amended, too many times over")

    def names(self, data: object, where: str) -> tuple[str, str] | None:
        """The names of an issuer in both languages, where they are given."""
        if data is None:
            return None
        if not isinstance(data, list) or len(data) != len(LANGS):
            raise MalformedTree(where, "must be the names of the issuer, in Vietnamese and in English")
        vi, en = (self.text(each, where) for each in data)
        return vi, en

    def cited(self, data: object, where: str) -> Citation:
        if not isinstance(data, int) or isinstance(data, bool) or not 0 <= data < len(self.citations):
            raise MalformedTree(where, "must point to an earlier citation of the table")
        return self.citations[data]

    def text(self, data: object, where: str) -> str:
        if not isinstance(data, str):
            raise MalformedTree(where, "must be text")
        return data

    def word(self, choices: tuple[str, ...], data: object, where: str) -> str:
        if data not in choices or not isinstance(data, str):
            raise MalformedTree(where, f"must be one of {', '.join(choices)}")
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
        if get_origin(hint) is Literal:
            return self.word(get_args(hint), data, where)
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
