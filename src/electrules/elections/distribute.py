"""`distribute`: seats over units by a method that the caller names. It checks what it is given, builds one node of the tree and evaluates it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import lru_cache

from ..diagnostics.diagnostic import Diagnostic, diagnose
from ..diagnostics.errors import FactErrors
from ..diagnostics.names import said_of_name
from ..evaluate.distribute import METHODS, READINGS, REMAINDERS, Problem, lifted, obstacle, room
from ..evaluate.evaluate import evaluate
from ..evaluate.facts import read_number_fact
from ..evaluate.quote import shown
from ..evaluate.view import without_facts
from ..limits import MAGNITUDE
from ..source.text import fold_key, nearest, nfc, plain_key
from ..tree.nodes import Distribute, Literal
from ..tree.types import Number
from ..values.number import number_in_both
from .distribution import Distribution, problem_stated

COUNT = Number(Fraction(0), None)
WEIGHT = Number(Fraction(0), None, whole=False)
TIES = ("larger", "smaller", "order")
Bound = int | Mapping[str, int] | None


def distribute(
    seats: int,
    weights: Mapping[str, object],
    *,
    method: str,
    floor: Bound = None,
    floor_reading: str | None = None,
    cap: Bound = None,
    tie: str | Iterable[str] | None = None,
    lang: str = "vi",
) -> Distribution:
    """*seats* over the units of *weights* by *method*; raises `FactErrors` with all that is wrong with what is given.

    *floor* and *cap* are one number for all units or one for each by name; *floor_reading* says what a floor is: "minimum" (a bound on the
    result), "base" (given first, the rest by whole weights) or "raise" (those below are lifted). *tie* is None (it is reported),
    "larger" or "smaller" (weight), "order" (of the units), or the names in the order drawn. *lang* is the language of texts and errors.
    """
    given = _Given()
    node = given.node(seats, weights, method, floor, floor_reading, cap, tie)
    if given.problems or node is None:
        raise FactErrors(given.problems).said_in(lang)
    value = evaluate(node, without_facts())
    if not isinstance(value, tuple):
        raise FactErrors([impossible(problem_stated(node))]).said_in(lang)
    shares, tied, left = value
    seats_of = {name: number for name, (_, number) in zip(weights, shares, strict=True)}
    if not tied:
        return Distribution(seats_of, None, node, lang)
    spelt = {name: given for given, (name, _) in zip(weights, shares, strict=True)}
    return Distribution(seats_of, (tuple(spelt[name] for name in tied), left), node, lang)


@lru_cache(maxsize=16_384)  # the same units are distributed over again and again
def writings(name: str) -> tuple[str, str]:
    """What all writings of a name share, and this one in its normal form."""
    return fold_key(name), nfc(name)


class _Given:
    """Scratch state of one reading: the units by what their writings share, and all that is wrong; never leaves this file."""

    def __init__(self) -> None:
        self.units: dict[str, str] = {}
        self.problems: list[Diagnostic] = []

    def say(self, code: str, fact: str, /, **data: str | tuple[str, str]) -> None:
        """Say *code* of what is called *fact*."""
        self.problems.append(diagnose(code, fact=fact, **data))  # type: ignore[arg-type]

    def node(self, seats: object, weights: object, method: object, floor: object, reading: object, cap: object, tie: object) -> Distribute | None:
        """The node that says what is asked for; None after saying why there is none."""
        count = self.number(COUNT, "seats", seats)
        pairs = self.weights(weights)
        how = one_of(method, METHODS)
        if how is None:
            self.no_such("method", method, METHODS)
        read = self.reading(how, reading, floor, cap)
        low, high = self.bound("floor", floor), self.bound("cap", cap)
        which, drawn = self.tie(tie)
        if self.problems or how is None or count is None:
            return None
        return Distribute(Literal(count), Literal(pairs), how, low, read if low is not None else "", high, which, drawn)

    def number(self, type_: Number, name: str, given: object) -> int | Fraction | None:
        """*given* as an exact number that is not negative, or None after saying why not."""
        if type(given) is int and 0 <= given < MAGNITUDE:
            return given
        if given is None:
            self.say("ER0602", name, name=name, value="None", case="number")
            return None
        value, problems = read_number_fact(type_, name, given)
        self.problems += problems
        return value

    def weights(self, given: object) -> tuple[tuple[str, int | Fraction], ...]:
        """The units with their weights, in their order."""
        if not isinstance(given, Mapping):
            wanted = ("một bảng tên đơn vị và trọng số", "a mapping of the names of units to weights")
            self.say("ER0602", "weights", name="weights", value=shown(given), wanted=wanted)
            return ()
        pairs = []
        for name, weight in given.items():
            if not isinstance(name, str):
                self.say("ER0602", shown(name), name="weights", value=shown(name), case="text")
                continue
            key, spelt = writings(name)
            odd = said_of_name(name, "weights")
            if odd is not None:
                self.problems.append(odd)
            elif not key:
                self.say("ER0614", name, name=spelt, case="blank")
            elif key in self.units:
                self.say("ER0614", name, name=spelt, other=self.units[key])
            else:
                self.units[key] = spelt
                number = self.number(WEIGHT, name, weight)
                pairs.append((spelt, 0 if number is None else number))
        return tuple(pairs)

    def unit(self, name: object, where: str) -> str | None:
        """The name of the unit called *name*, as it is spelt in the weights; None after saying that there is none."""
        found = self.units.get(writings(name)[0]) if isinstance(name, str) else None
        if found is None:
            text = name if isinstance(name, str) else shown(name)
            near = nearest(text, self.units.values())
            said = diagnose("ER0615", fact=where, name=text, where=where, expected=near, suggestion=near[0] if near else None)
            self.problems.append(said)
        return found

    def bound(self, where: str, given: object) -> Literal | None:
        """A floor or cap: one for all, or one for each unit named."""
        if given is None:
            return None
        if not isinstance(given, Mapping):
            number = self.number(COUNT, where, given)
            return Literal(0 if number is None else number)
        bounds: dict[str, int | Fraction] = {}
        for name, each in given.items():
            unit, number = self.unit(name, where), self.number(COUNT, f"{where}: {shown(name)}", each)
            if unit in bounds:
                self.say("ER0614", where, name=shown(name), other=unit or "")
            elif unit is not None and number is not None:
                bounds[unit] = number
        return Literal(tuple(bounds.items()))

    def reading(self, method: str | None, given: object, floor: object, cap: object) -> str:
        """What the floor is; a floor without its reading is refused."""
        if given is None:
            if floor is not None:
                self.say("ER0616", "floor_reading", what="floor_reading", value="None", case="needed")
            return ""
        found = one_of(given, READINGS)
        if found is None:
            self.no_such("floor_reading", given, READINGS)
        elif found == "raise" and ((method is not None and method != REMAINDERS) or cap is not None):
            self.say("ER0616", "floor_reading", what="floor_reading", value=found, case="raise")
        return found or ""

    def tie(self, given: object) -> tuple[str, tuple[str, ...]]:
        """The tie rule, and the names in the order drawn."""
        if given is None:
            return "report", ()
        if isinstance(given, str) or not isinstance(given, Iterable):
            found = one_of(given, TIES)
            if found is None:
                self.no_such("tie", given, TIES)
            return found or "report", ()
        drawn: dict[str, None] = {}
        for name in given:
            unit = self.unit(name, "tie")
            if unit in drawn:
                self.say("ER0614", "tie", name=shown(name), other=unit or "")
            elif unit is not None:
                drawn[unit] = None
        return ("drawn", tuple(drawn)) if drawn else ("report", ())

    def no_such(self, what: str, given: object, words: tuple[str, ...]) -> None:
        """Say that *given* is none of *words*, and which may be meant."""
        near = nearest(given, words) if isinstance(given, str) else ()
        said = diagnose("ER0616", fact=what, what=what, value=shown(given), expected=words, suggestion=near[0] if near else None)
        self.problems.append(said)


def one_of(given: object, words: tuple[str, ...]) -> str | None:
    """Which of *words* is meant, in any normal form and case, with or without its marks."""
    if not isinstance(given, str) or len(given) > 100:
        return None
    wanted = plain_key(given)
    return next((word for word in words if plain_key(word) == wanted), None)


def impossible(problem: Problem | None) -> Diagnostic:
    """Why nothing comes of *problem* (None: its weights have no common denominator to compute with)."""
    if problem is None:
        return diagnose("ER0619", fact="weights", seats="", case="fine")
    seats = number_in_both(problem.seats)
    match obstacle(problem):
        case "empty":
            return diagnose("ER0619", fact="weights", seats=seats, case="empty")
        case "weights":
            return diagnose("ER0619", fact="weights", seats=number_in_both(problem.seats - sum(problem.floors)))
        case "floors":
            return diagnose("ER0617", fact="floor", floors=number_in_both(sum(problem.floors)), seats=seats)
        case "lifted":
            return diagnose("ER0617", fact="floor", floors=number_in_both(lifted(problem)), seats=seats, case="lifted")
        case "crossed":
            unit, low, high = next(
                (name, low, high)
                for name, low, high in zip(problem.names, problem.floors, problem.caps, strict=True)
                if high is not None and high < low
            )
            return diagnose("ER0618", fact="cap", name=unit, caps=number_in_both(high), seats=number_in_both(low), case="crossed")
        case _:
            return diagnose("ER0618", fact="cap", name="", caps=number_in_both(room(problem) or 0), seats=seats)
