"""Records of people given for a count: how many hold each office, and whether somebody is named twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import frozen

from ..diagnostics.diagnostic import Diagnostic, diagnose
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
    seen: dict[str, list[tuple[str, Person]]] = {}
    persons: list[Person] = []
    for place, each in enumerate(given):
        at = f"{name}[{place}]"
        person = _person(at, each, problems)
        persons.append(person)
        office = person.get("office")
        term = _office(at, office, offices, problems) if isinstance(office, str) and fold_key(office) not in plain else None
        if term is not None:
            held[term.id] += 1
        who = person.get("name")
        if isinstance(who, str):
            key = fold_key(who)
            twin = next((other for other, before in seen.get(key, ()) if _alike(before, person)), None)
            if twin is not None:
                problems.append(diagnose("ER0622", fact=at, name=at, other=twin, person=shown(who)))
            seen.setdefault(key, []).append((at, person))
    return People(held, tuple(problems), tuple(persons))


def _person(at: str, given: object, problems: list[Diagnostic]) -> Person:
    """One record by the names of its fields."""
    if not isinstance(given, Mapping):
        problems.append(diagnose("ER0602", fact=at, name=at, value=shown(given), case="records"))
        return {}
    found: Person = {}
    said: dict[str, str] = {}
    for key, value in given.items():
        field = _FIELD.get(fold_key(key)) if isinstance(key, str) else None
        where = f"{at}.{shown(key)}"
        if field is None:
            near = nearest(key, _FIELD) if isinstance(key, str) else ()
            problems.append(diagnose("ER0601", fact=where, name=where, expected=near, suggestion=near[0] if near else None))
        elif field in said:
            problems.append(diagnose("ER0607", fact=where, name=where, other=f"{at}.{said[field]}"))
        elif field in ("name", "office") and value is not None and not isinstance(value, str):
            problems.append(diagnose("ER0602", fact=where, name=where, value=shown(value), case="text"))
        elif value is not None:
            said[field] = key
            found[field] = value
    return found


def _office(at: str, office: str, offices: Mapping[str, Term], problems: list[Diagnostic]) -> Term | None:
    """The term that counts *office*."""
    found = offices.get(fold_key(office))
    if found is None:
        known = dict.fromkeys(each for term in offices.values() for names in term.names for each in names[:1])
        near = nearest(office, known)
        where = f"{at}.office"
        problems.append(
            diagnose("ER0606", fact=where, name=where, value=shown(office), expected=near or tuple(known), suggestion=near[0] if near else None)
        )
    return found


def _alike(a: Person, b: Person) -> bool:
    """Whether nothing that is said of both tells two namesakes apart."""
    return all(fold_key(str(a[each])) == fold_key(str(b[each])) for each in a if each != "office" and each in b)
