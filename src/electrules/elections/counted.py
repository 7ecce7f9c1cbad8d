"""The counts of a constituency as they are given: read, with what cannot be read kept beside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from numbers import Rational

from attrs import field, frozen

from ..diagnostics.diagnostic import Diagnostic, diagnose
from ..diagnostics.errors import FactErrors
from ..diagnostics.names import said_of_name
from ..evaluate.facts import exactly
from ..evaluate.quote import shown
from ..source.text import fold_key, nearest, nfc
from ..values.time import in_range, read_iso

COUNTS = ("listed voters", "voters who voted", "ballots issued", "ballots collected", "valid ballots", "invalid ballots")
"""The counts of the minutes, as terms of the law call them."""

LISTED, VOTED, ISSUED, COLLECTED, VALID, INVALID = range(6)
VI = {
    "listed voters": "số cử tri trong danh sách",
    "voters who voted": "số cử tri tham gia bỏ phiếu",
    "ballots issued": "số phiếu phát ra",
    "ballots collected": "số phiếu thu vào",
    "valid ballots": "số phiếu hợp lệ",
    "invalid ballots": "số phiếu không hợp lệ",
    "body": "cơ quan được bầu",
    "round": "vòng bầu cử",
    "seats": "số đại biểu",
    "candidates": "người ứng cử",
    "areas": "khu vực bỏ phiếu",
    "area": "khu vực",
    "row": "dòng",
    "votes": "số phiếu bầu",
    "name": "họ tên",
    "born": "ngày sinh",
}
"""What each is called in Vietnamese."""

ALSO = {
    "body": ("body to be elected",),
    "seats": ("deputies to be elected", "số đại biểu được ấn định"),
    "area": ("polling area", "khu vực bỏ phiếu"),
    "name": ("full name", "họ và tên"),
}
"""What each is called besides, as by the terms of the law."""

BODIES = {
    "National Assembly": ("Quốc hội", "National Assembly election", "cuộc bầu Quốc hội"),
    "people's council": ("Hội đồng nhân dân", "HĐND", "council", "people's council election", "cuộc bầu Hội đồng nhân dân"),
}
ROUNDS = {
    "first": ("first election", "lần đầu", "bầu cử đầu tiên", "cuộc bầu cử đầu tiên"),
    "extra": ("extra election", "bầu cử thêm", "cuộc bầu cử thêm"),
    "re-run": ("bầu cử lại", "cuộc bầu cử lại do thiếu cử tri", "re-run for low turnout"),
    "re-run after annulment": ("bầu cử lại sau khi hủy kết quả", "cuộc bầu cử lại do hủy kết quả"),
}
PROBLEMS = 100
"""Problems of one table that are said."""

TOP = ("body", "round", "seats", *COUNTS, "candidates", "areas")
OF_CANDIDATE = ("name", "born", "votes")
OF_AREA = ("area", "row", *COUNTS, "votes")


@frozen
class Candidate:
    """A candidate as given; what is missing or wrong is None."""

    name: str | None
    born: date | None
    votes: object
    raw_born: object = None


@frozen(eq=False)
class Counted:
    """The counts of a constituency as given: numbers unchecked, *areas* read as they are gone through. *strange*: names that mean nothing here."""

    body: str | None
    round: str | None
    seats: object
    counts: tuple[object, ...]
    candidates: tuple[Candidate, ...] | None
    areas: Iterable[Mapping[str, object]] | None = field(repr=False)
    strange: tuple[str, ...] = ()


def whole_of(given: object) -> object:
    """*given* as an `int` where it is a whole number of any exact class, as libraries for tables have their own; else as it is."""
    if type(given) is int or isinstance(given, bool) or not isinstance(given, Rational | Decimal):
        return given
    exact = exactly(given)
    return exact if type(exact) is int else given


def names_of(english: Iterable[str]) -> dict[str, str]:
    """Each name by its writings."""
    return {fold_key(each): name for name in english for each in (name, VI.get(name, name), *ALSO.get(name, ()))}


_TOP, _CANDIDATE, _AREA = names_of(TOP), names_of(OF_CANDIDATE), names_of(OF_AREA)


def area_field(name: object) -> str | None:
    """Which field of an area is meant by *name*."""
    return _AREA.get(fold_key(name)) if isinstance(name, str) and len(name) <= 200 else None


def top_field(name: object) -> str | None:
    """Which field of a constituency is meant by *name*."""
    return _TOP.get(fold_key(name)) if isinstance(name, str) and len(name) <= 200 else None


def counted(given: object) -> Counted:
    """What *given* says; raises `FactErrors` where it is no table, or the body or round is none."""
    if not isinstance(given, Mapping):
        raise FactErrors([diagnose("ER0602", fact="counts", name="counts", value=shown(given), case="records")])
    problems: list[Diagnostic] = []
    fields, strange, twice = _fields(given, _TOP)
    problems += [diagnose("ER0607", fact=name, name=name, other=meant) for name, meant in twice]
    body = _one_of(fields.get("body"), BODIES, "body", problems)
    round_ = _one_of(fields.get("round"), ROUNDS, "round", problems)
    candidates = _candidates(fields.get("candidates"), strange)
    named = ((each.name, f"candidates[{place}].name") for place, each in enumerate(candidates or ()) if each.name is not None)
    problems += [odd for name, where in named if (odd := said_of_name(name, where)) is not None]
    if problems:
        raise FactErrors(problems)
    areas = fields.get("areas")
    readable = areas is None or (isinstance(areas, Iterable) and not isinstance(areas, str | Mapping))
    return Counted(
        body,
        round_,
        fields.get("seats"),
        tuple(fields.get(name) for name in COUNTS),
        candidates,
        areas if readable else (),  # type: ignore[arg-type]
        tuple(strange if readable else (*strange, "areas")),
    )


def _fields(given: Mapping[str, object], names: Mapping[str, str]) -> tuple[dict[str, object], list[str], list[tuple[str, str]]]:
    """The fields of *given* by their English names, the names that mean nothing, and those that mean a field already given, with that field."""
    found: dict[str, object] = {}
    strange: list[str] = []
    twice: list[tuple[str, str]] = []
    for key, value in given.items():
        name: object = key  # what is given may be called anything
        meant = names.get(fold_key(name)) if isinstance(name, str) and len(name) <= 200 else None
        if meant is None:
            strange.append(shown(name))
        elif meant in found:
            twice.append((shown(name), meant))
        else:
            found[meant] = value
    return found, strange, twice


def _one_of(given: object, words: Mapping[str, tuple[str, ...]], name: str, problems: list[Diagnostic]) -> str | None:
    if given is None:
        return None
    every = {fold_key(each): word for word, others in words.items() for each in (word, *others)}
    found = every.get(fold_key(given)) if isinstance(given, str) and len(given) <= 200 else None
    if found is None:
        near = nearest(given, every) if isinstance(given, str) else ()
        problems.append(diagnose("ER0606", fact=name, name=name, value=shown(given), expected=tuple(words), suggestion=near[0] if near else None))
    return found


def _candidates(given: object, strange: list[str]) -> tuple[Candidate, ...] | None:
    if not isinstance(given, list | tuple):
        return None
    found = []
    for place, each in enumerate(given):
        if not isinstance(each, Mapping):
            found.append(Candidate(None, None, None))
            continue
        fields, unknown, twice = _fields(each, _CANDIDATE)
        strange += [f"candidates[{place}].{name}" for name in (*unknown, *(name for name, _ in twice))]
        name, born = fields.get("name"), fields.get("born")
        found.append(Candidate(nfc(name) if isinstance(name, str) and name.strip() else None, _day(born), fields.get("votes"), born))
    return tuple(found)


def _day(given: object) -> date | None:
    day = read_iso(given) if isinstance(given, str) else given
    return day if type(day) is date and in_range(day) else None


def area_rows(counted_: Counted) -> Iterator[tuple[Mapping[str, object], tuple[str, ...]]]:
    """The fields of each area by their English names, and the names that mean nothing; raises `FactErrors` for names that look like others."""
    odd: list[Diagnostic] = []
    for number, row in enumerate(counted_.areas or (), start=1):
        given: object = row
        found, strange, twice = _fields(given if isinstance(given, Mapping) else {}, _AREA)
        name = found.get("area")
        if isinstance(name, str) and (said := said_of_name(name, f"areas[{number}].area")) is not None and len(odd) < PROBLEMS:
            odd.append(said)
        yield found, (*strange, *(name for name, _ in twice))
    if odd:
        raise FactErrors(odd)
