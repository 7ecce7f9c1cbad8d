"""Records of people given for a count: how many hold each office, and whether somebody is named twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import define, field, frozen

from ..diagnostics.diagnostic import Diagnostic, diagnose
from ..diagnostics.names import said_of_name
from ..limits import MENDED
from ..source.text import fold_key, nearest
from ..tree.types import Term
from .quote import shown

FIELDS = {
    "name": ("name", "tên", "họ tên", "họ và tên"),
    "office": ("office", "chức vụ"),
    "born": ("born", "ngày sinh"),
    "gender": ("gender", "giới tính"),
    "ethnicity": ("ethnicity", "dân tộc"),
    "party member": ("party member", "đảng viên"),
    "deputy before": ("deputy before", "đã là đại biểu"),
    "organisation": ("organisation", "cơ quan", "đơn vị công tác", "nơi công tác"),
}
"""What may be said of a person, in either language."""
Person = dict[str, object]
_FIELD = {fold_key(name): field for field, names in FIELDS.items() for name in names}


@frozen
class People:
    """How many of those listed are counted by each term, and what is wrong with the list."""

    held: Mapping[str, int]
    problems: tuple[Diagnostic, ...]
    persons: tuple[Person, ...] = ()


def read_people(of: Term, name: str, given: Sequence[object], offices: Mapping[str, Term]) -> People:
    """The records *given* for the count *of*, by the *name* used; *offices* are the terms counted among it, by all their names."""
    plain = {fold_key(each) for each in ("", getattr(of.type, "unit", ""), *of.names[0], *of.names[1])}
    problems: list[Diagnostic] = []
    held = {term.id: 0 for term in offices.values()}
    seen: dict[str, _Namesakes] = {}
    persons: list[Person] = []
    for place, each in enumerate(given):
        at = f"{name}[{place}]"
        person = _person(at, each, problems)
        persons.append(person)
        office = person.get("office")
        posted = bool(offices) and isinstance(office, str) and fold_key(office) not in plain  # where the law counts no posts an office is only said
        term = _office(at, str(office), offices, problems) if posted else None
        if term is not None:
            held[term.id] += 1
        who = person.get("name")
        if isinstance(who, str):
            twin = seen.setdefault(fold_key(who), _Namesakes()).twin(at, person)
            if twin is not None:
                problems.append(diagnose("ER0622", fact=at, name=at, other=twin, person=shown(who)))
    return People(held, tuple(problems), tuple(persons))


def _person(at: str, given: object, problems: list[Diagnostic]) -> Person:
    """One record by the names of its fields."""
    if not isinstance(given, Mapping):
        problems.append(diagnose("ER0602", fact=at, name=at, value=shown(given), case="record"))
        return {}
    found: Person = {}
    said: dict[str, str] = {}
    for key, value in given.items():
        field = _FIELD.get(fold_key(key)) if isinstance(key, str) else None
        where = f"{at}.{shown(key)}"
        if field is None:
            near = nearest(key, _FIELD) if isinstance(key, str) and len(problems) < MENDED else ()
            problems.append(diagnose("ER0601", fact=where, name=where, expected=near, suggestion=near[0] if near else None))
        elif field in said:
            problems.append(diagnose("ER0607", fact=where, name=where, other=f"{at}.{said[field]}"))
        elif field in ("name", "office") and value is not None and not isinstance(value, str):
            problems.append(diagnose("ER0602", fact=where, name=where, value=shown(value), case="text"))
        elif isinstance(value, str) and (odd := said_of_name(value, where)) is not None:
            problems.append(odd)
        elif value is not None:
            said[field] = key
            found[field] = value
    return found


def _office(at: str, office: str, offices: Mapping[str, Term], problems: list[Diagnostic]) -> Term | None:
    """The term that counts *office*."""
    found = offices.get(fold_key(office))
    if found is None:
        known = dict.fromkeys(each for term in offices.values() for names in term.names for each in names[:1])
        near = nearest(office, known) if len(problems) < MENDED else ()
        where = f"{at}.office"
        problems.append(
            diagnose("ER0606", fact=where, name=where, value=shown(office), expected=near or tuple(known), suggestion=near[0] if near else None)
        )
    return found


@define
class _Namesakes:
    """Those of one name gone through so far: where each stands, by what is said of them.

    Two are one person where nothing that is said of both tells them apart. They are looked up by what they say, not
    compared one by one: a list may be long.
    """

    said: dict[tuple[str, ...], list[tuple[dict[str, str], str]]] = field(factory=dict)
    places: dict[tuple[tuple[str, ...], tuple[str, ...]], dict[tuple[str, ...], str]] = field(factory=dict)

    def twin(self, at: str, person: Person) -> str | None:
        """Where somebody stands who may be the *person* that stands *at*, who is remembered."""
        told = {each: fold_key(str(person[each])) for each in FIELDS if each not in ("name", "office") and each in person}
        fields = tuple(told)
        found = [self.at(others, tuple(each for each in others if each in told)).get(_values(told, others)) for others in self.said]
        self.said.setdefault(fields, []).append((told, at))
        for (others, common), by in self.places.items():
            if others == fields:
                by.setdefault(_values(told, common), at)
        return next((each for each in found if each is not None), None)

    def at(self, fields: tuple[str, ...], common: tuple[str, ...]) -> dict[tuple[str, ...], str]:
        """Where the first of those stands of whom *fields* are said, by what is said in the *common* ones."""
        if (fields, common) not in self.places:
            self.places[fields, common] = {}
            for told, at in self.said[fields]:
                self.places[fields, common].setdefault(_values(told, common), at)
        return self.places[fields, common]


def _values(told: Mapping[str, str], fields: Sequence[str]) -> tuple[str, ...]:
    """What is said in *fields*, of those that are said."""
    return tuple(told[each] for each in fields if each in told)
