"""What a plan is asked with, read whatever it is: names, people, neighbours, how many constituencies."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from fractions import Fraction

from attrs import frozen

from ..diagnostics.diagnostic import Diagnostic, diagnose
from ..diagnostics.names import said_of_name
from ..evaluate.facts import read_number_fact
from ..evaluate.quote import shown
from ..limits import PLANNED
from ..source.text import fold_key, nearest, nfc, plain_key
from ..tree.types import Number
from ..values.number import number_in_both

BODIES = {"National Assembly": ("National Assembly", "Quốc hội"), "people's council": ("people's council", "Hội đồng nhân dân", "HĐND")}
"""Who is elected, in either language."""

PEOPLE = Number(Fraction(0), None)
COUNT = Number(Fraction(1), None)
PAIRS = 2 * PLANNED**2


@frozen(eq=False)
class Asked:
    """What is asked for, as far as it could be read, and all that is wrong with it. *near* are pairs of places of parts; None: all are neighbours."""

    body: str
    names: tuple[str, ...]
    people: tuple[int, ...]
    seats: int
    constituencies: int | None
    near: tuple[tuple[int, int], ...] | None
    problems: tuple[Diagnostic, ...]


def read(parts: object, seats: object, body: object, adjacent: object, constituencies: object) -> Asked:
    """What is given, as one question."""
    reader = _Reader()
    who = reader.body(body)
    pairs = reader.parts(parts)
    number = reader.count("seats", seats)
    wanted = None if constituencies is None else reader.count("constituencies", constituencies)
    near = None if adjacent is None else reader.near(adjacent)
    if not reader.problems:
        reader.together(pairs, number)
    return Asked(who, tuple(name for name, _ in pairs), tuple(people for _, people in pairs), number, wanted, near, tuple(reader.problems))


class _Reader:
    """Scratch state of one reading; never leaves this file."""

    def __init__(self) -> None:
        self.places: dict[str, tuple[int, str]] = {}
        self.problems: list[Diagnostic] = []

    def number(self, type_: Number, name: str, given: object) -> int:
        """A whole number, or 0 after saying why not."""
        if given is None:
            self.problems.append(diagnose("ER0602", fact=name, name=name, value="null", case="number"))
            return 0
        value, problems = read_number_fact(type_, name, given)
        self.problems += problems
        return int(value or 0)

    def count(self, name: str, given: object) -> int:
        """A whole number from 1 on."""
        return self.number(COUNT, name, given)

    def body(self, given: object) -> str:
        """Who is elected."""
        wanted = plain_key(given) if isinstance(given, str) and len(given) < 100 else None
        found = next((body for body, names in BODIES.items() if wanted in [plain_key(each) for each in names]), None)
        if found is None:
            names = [name for names in BODIES.values() for name in names]
            near = nearest(given, names) if isinstance(given, str) else ()
            said = diagnose("ER0606", fact="body", name="body", value=shown(given), expected=names, suggestion=near[0] if near else None)
            self.problems.append(said)
        return found or next(iter(BODIES))

    def parts(self, given: object) -> list[tuple[str, int]]:
        """The parts with their people."""
        if not isinstance(given, Mapping):
            wanted = ("một bảng tên và số dân của các phần", "a mapping of the names of parts to their people")
            self.problems.append(diagnose("ER0602", fact="parts", name="parts", value=shown(given), wanted=wanted))
            return []
        if len(given) > PLANNED:
            self.problems.append(too_many(len(given)))
            return []
        pairs: list[tuple[str, int]] = []
        for name, people in given.items():
            if not isinstance(name, str):
                self.problems.append(diagnose("ER0602", fact=shown(name), name="parts", value=shown(name), case="text"))
                continue
            key, spelt, odd = fold_key(name), nfc(name), said_of_name(name, "parts")
            if odd is not None:
                self.problems.append(odd)
            elif not key:
                self.problems.append(diagnose("ER0614", fact=name, name=spelt, other="", case="blank"))
            elif key in self.places:
                self.problems.append(diagnose("ER0614", fact=name, name=spelt, other=self.places[key][1]))
            else:
                self.places[key] = len(pairs), spelt
                pairs.append((spelt, self.number(PEOPLE, name, people)))
        return pairs

    def near(self, given: object) -> tuple[tuple[int, int], ...]:
        """The pairs of neighbours, by the places of the parts."""
        found = set()
        for pair in self.pairs(given):
            if not isinstance(pair, (tuple, list)) or len(pair) != 2:
                wanted = ("hai tên", "two names")
                self.problems.append(diagnose("ER0602", fact="adjacent", name="adjacent", value=shown(pair), wanted=wanted))
                continue
            a, b = (self.place(each) for each in pair)
            if a is not None and a == b:
                self.problems.append(diagnose("ER0614", fact="adjacent", name=shown(pair[0]), other=shown(pair[1])))
            elif a is not None and b is not None:
                found.add((min(a, b), max(a, b)))
        return tuple(sorted(found))

    def pairs(self, given: object) -> Iterator[object]:
        """The pairs in a list of pairs, or in a mapping of names to the names of their neighbours."""
        wanted = ("một danh sách cặp tên", "a list of pairs of names")
        if not isinstance(given, Collection) or isinstance(given, (str, bytes)) or len(given) > PAIRS:
            self.problems.append(diagnose("ER0602", fact="adjacent", name="adjacent", value=shown(given), wanted=wanted))
            return
        if not isinstance(given, Mapping):
            yield from given
            return
        for name, others in given.items():
            if isinstance(others, (list, tuple, set, frozenset)):
                yield from ((name, other) for other in others)
            else:
                self.problems.append(diagnose("ER0602", fact="adjacent", name="adjacent", value=shown(others), wanted=wanted))

    def place(self, name: object) -> int | None:
        """Where a part stands that is named; None after saying that there is none."""
        found = self.places.get(fold_key(name)) if isinstance(name, str) else None
        if found is not None:
            return found[0]
        near = nearest(name, (spelt for _, spelt in self.places.values())) if isinstance(name, str) else ()
        said = diagnose(
            "ER0615", fact="adjacent", name=shown(name), where="adjacent", expected=near, suggestion=near[0] if near else None, case="part"
        )
        self.problems.append(said)
        return None

    def together(self, pairs: Iterable[tuple[str, int]], seats: int) -> None:
        """What may be wrong with readable parts and seats."""
        people = [each for _, each in pairs]
        if seats > PLANNED:
            self.problems.append(too_many(seats))
        if not people:
            self.problems.append(diagnose("ER0619", fact="parts", seats=number_in_both(seats), case="parts"))
        elif not any(people):
            self.problems.append(diagnose("ER0619", fact="parts", seats=number_in_both(seats), case="people"))


def too_many(given: int) -> Diagnostic:
    """More than a plan is made for."""
    return diagnose("ER0623", fact="parts", given=number_in_both(given), most=number_in_both(PLANNED), case="large")
