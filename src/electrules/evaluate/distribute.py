"""A `Distribute` node with the values of its parts: what it comes to, or what stands in its way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from math import isqrt, lcm

from attrs import frozen

from ..limits import MAGNITUDE
from ..tree.nodes import Distribute, Expr, Fact, Value
from .outcome import NO_VALUE, TooWide, Without
from .share import DIVISORS, Divisors, Shares, by_divisors, by_lifting, by_remainders, cut, multiplier

REMAINDERS = "largest remainder"
METHODS = (REMAINDERS, *DIVISORS)
READINGS = ("minimum", "base", "raise")
TIES = ("report", "larger", "smaller", "order", "drawn")


@frozen
class Problem:
    """What a `Distribute` shares out, in whole numbers: *weights* are so many parts of *scale*; a cap is None where there is none."""

    node: Distribute
    seats: int
    names: tuple[str, ...]
    weights: tuple[int, ...]
    scale: int
    floors: tuple[int, ...]
    caps: tuple[int | None, ...]


def inputs(node: Distribute) -> tuple[Expr, ...]:
    """The parts of *node* that have values, in the order of its fields."""
    return tuple(each for each in (node.seats, node.weights, node.floor, node.cap) if each is not None)


def distributed(node: Distribute, values: Sequence[Value]) -> Value | Without:
    """The value of *node* from those of its `inputs`: (name, seats) of each unit, names tied, seats open; none where something stands in its way."""
    problem = problem_of(node, values)
    if problem is None or obstacle(problem) is not None:
        return NO_VALUE
    shares = with_ties_broken(problem, shared(problem))
    return tuple(zip(problem.names, shares.sure, strict=True)), tuple(problem.names[place] for place in shares.tied), shares.open


# ------------------------------------------------------------- reading values


def problem_of(node: Distribute, values: Sequence[Value]) -> Problem | None:
    """What *node* shares out for the *values* of its `inputs`; None where that cannot be made out."""
    seats, listed, *bounds = values
    if not is_formed(node) or not is_count(seats) or not isinstance(listed, tuple):
        return None
    units = units_of(node, listed)
    names = tuple([name for name, _ in units]) if units is not None else ()
    scale = common([weight for _, weight in units]) if units is not None else None
    if units is None or scale is None or len(set(names)) < len(names):
        return None
    floors = bounded(bounds.pop(0), names, 0) if node.floor is not None else (0,) * len(names)
    caps = bounded(bounds.pop(0), names, None) if node.cap is not None else (None,) * len(names)
    if floors is None or caps is None:
        return None
    weights = tuple([weight.numerator * (scale // weight.denominator) for _, weight in units])
    return Problem(node, seats, names, weights, scale, floors, caps)  # type: ignore[arg-type]


def is_formed(node: Distribute) -> bool:
    """Whether the words of *node* mean something together."""
    if node.method not in METHODS or node.tie not in TIES or node.reading not in (READINGS if node.floor is not None else ("",)):
        return False
    return node.reading != "raise" or (node.method == REMAINDERS and node.cap is None)


def units_of(node: Distribute, listed: Sequence[Value]) -> list[tuple[str, int | Fraction]] | None:
    """The name and weight of each unit, in pairs."""
    units = []
    for each in listed if not node.named else fields_of(node, listed):
        if not isinstance(each, tuple) or len(each) != 2:
            return None
        name, weight = each
        if type(name) is not str or type(weight) not in (int, Fraction) or weight < 0:
            return None
        units.append((name, weight))
    return units


def fields_of(node: Distribute, records: Sequence[Value]) -> Iterator[tuple[object, object]]:
    """The two fields of each record that say name and weight; a list that leaves one out is not known well enough."""
    for each in records:
        fields = dict(each) if isinstance(each, tuple) and all(isinstance(part, tuple) and len(part) == 2 for part in each) else {}
        if node.named in fields and node.weighed in fields and None in (fields[node.named], fields[node.weighed]):
            raise TooWide(frozenset((node.weights.term,)) if isinstance(node.weights, Fact) else frozenset())
        yield fields.get(node.named), fields.get(node.weighed)


def is_count(value: object) -> bool:
    """Whether *value* is a number of seats."""
    return type(value) is int and value >= 0


def common(weights: Iterable[int | Fraction]) -> int | None:
    """The common denominator of *weights*, if it is one to compute with."""
    scale = 1
    for weight in weights:
        if type(weight) is not int:
            scale = lcm(scale, weight.denominator)
            if scale >= MAGNITUDE:
                return None
    return scale


def bounded(value: Value, names: Sequence[str], otherwise: int | None) -> tuple[int | None, ...] | None:
    """The bound of each unit from one for all, or from pairs of a name and a bound; *otherwise* for those not named."""
    if is_count(value):
        return (value,) * len(names)  # type: ignore[return-value]
    if not isinstance(value, tuple) or not all(isinstance(each, tuple) and len(each) == 2 and is_count(each[1]) for each in value):
        return None
    given: dict[object, int] = dict(value)
    if len(given) < len(value) or not given.keys() <= set(names):
        return None
    return tuple([given.get(name, otherwise) for name in names])


# ------------------------------------------------------------------- sharing


def obstacle(problem: Problem) -> str | None:
    """What makes *problem* impossible: "empty", "crossed" (a cap below its floor), "floors", "weights", "caps", "lifted"; None: nothing."""
    floors, caps, seats = problem.floors, problem.caps, problem.seats
    if not problem.names:
        return "empty"
    if any(cap is not None and cap < floor for floor, cap in zip(floors, caps, strict=True)):
        return "crossed"
    if sum(floors) > seats:
        return "floors"
    if sum(floors) < seats and not any(problem.weights):
        return "weights"
    most = room(problem)
    if most is not None and most < seats:
        return "caps"
    if problem.node.reading == "raise" and lifted(problem) > seats:
        return "lifted"
    return None


def room(problem: Problem) -> int | None:
    """How many seats the caps allow, to units without weight only their floors; None for any number."""
    most = [floor if not weight else cap for weight, floor, cap in zip(problem.weights, problem.floors, problem.caps, strict=True)]
    known = [each for each in most if each is not None]
    return sum(known) if len(known) == len(most) else None


def lifted(problem: Problem) -> int:
    """What the floors of those below them and the whole parts of the others come to."""
    return sum(by_lifting(problem.seats, problem.weights, problem.floors).sure) if any(problem.weights) else sum(problem.floors)


def shared(problem: Problem) -> Shares:
    """Who gets how many seats of a *problem* that nothing stands in the way of, and who is left tied."""
    seats, weights, floors, caps = problem.seats, problem.weights, problem.floors, problem.caps
    reading, method = problem.node.reading, DIVISORS.get(problem.node.method)
    if reading == "raise":
        return by_lifting(seats, weights, floors)
    base = floors if reading == "base" else (0,) * len(floors)
    seats, floors, caps = beside(problem)
    found = by_remainders(seats, weights, floors, caps) if method is None else by_divisors(method, seats, weights, floors, caps)
    return Shares(tuple([each + more for each, more in zip(found.sure, base, strict=True)]), found.tied, found.open) if any(base) else found


def beside(problem: Problem) -> tuple[int, tuple[int, ...], tuple[int | None, ...]]:
    """The seats that the method shares out, with its floors and caps: beside floors given first (reading "base"), only the rest."""
    seats, floors, caps = problem.seats, problem.floors, problem.caps
    if problem.node.reading != "base":
        return seats, floors, caps
    left = tuple([None if cap is None else cap - floor for floor, cap in zip(floors, caps, strict=True)])
    return seats - sum(floors), (0,) * len(floors), left


def with_ties_broken(problem: Problem, shares: Shares) -> Shares:
    """*shares* with the open seats given as the tie rule says; what it does not separate stays tied."""
    tied, left = shares.tied, shares.open
    match problem.node.tie:
        case "larger" | "smaller" as which:
            sign = 1 if which == "larger" else -1
            first, tied, left = cut(left, [(sign * problem.weights[place], place) for place in tied])
        case "order":
            first, tied, left = list(tied[:left]), (), 0
        case "drawn":
            turns = {name: turn for turn, name in enumerate(problem.node.drawn)}
            drawn = sorted((turns[problem.names[place]], place) for place in tied if problem.names[place] in turns)
            first = [place for _, place in drawn[:left]]
            left -= len(first)
            tied = tuple([place for place in tied if place not in first]) if left else ()
        case _:
            return shares
    given = set(first)
    return Shares(tuple([each + (place in given) for place, each in enumerate(shares.sure)]), tied, left)


# ------------------------------------------------- what a clerk works it out with


@frozen
class Reached:
    """What divides the weights so that the seats come out.

    All is of the whole weights of the problem. Of largest remainder *over* and *under*: weight × over : under is the quotient of each. Of a method of
    divisors *low* and *high* (None: without end): any divisor between them will do, their squares of Huntington and Hill; equal, they are the tie.
    Both are None where no divisor does, for some have a first seat by their weight alone, or there was nothing to divide.
    """

    over: int | None = None
    under: int | None = None
    low: Fraction | None = None
    high: Fraction | None = None


def reached(problem: Problem) -> Reached:
    """What divides the weights of *problem*."""
    method = DIVISORS.get(problem.node.method)
    if problem.node.reading == "raise":
        return Reached(problem.seats, sum(problem.weights)) if any(problem.weights) else Reached()
    seats, floors, caps = beside(problem)
    if method is None:
        over, under = multiplier(seats, problem.weights, floors, caps)
        return Reached(over, under) if over else Reached()
    return between(problem, floors, caps)


def between(problem: Problem, floors: Sequence[int], caps: Sequence[int | None]) -> Reached:
    """The last quotient that takes a seat and the first that does not, before ties are broken."""
    method, shares = DIVISORS[problem.node.method], shared(problem)
    base = problem.floors if problem.node.reading == "base" else (0,) * len(floors)
    won: list[Fraction | None] = []
    lost: list[Fraction | None] = []
    for place, (weight, floor, cap, own) in enumerate(zip(problem.weights, floors, caps, base, strict=True)):
        n = shares.sure[place] - own
        if n > floor:
            won.append(quotient(method, Fraction(weight), n - 1))
        if weight and n != cap:
            lost.append(quotient(method, Fraction(weight), n))
    finite = [each for each in lost if each is not None]
    if len(finite) < len(lost) or not (won or lost):
        return Reached()
    low = max(finite, default=Fraction(0))
    high = low if shares.tied else min((each for each in won if each is not None), default=None)
    return Reached(low=low, high=high)


def quotient(method: Divisors, weight: Fraction, n: int) -> Fraction | None:
    """The quotient of the seat after *n*; None for one that comes before all others."""
    under = method.under(n)
    return weight**method.power * method.over(n) / under if under else None


def divisor_of(found: Reached, power: int) -> Fraction | None:
    """A divisor that does: the one of a tie, else the one with fewest digits; None where none does, or that of a tie is a root."""
    if found.low is None:
        return None
    if found.low != found.high:
        return roundest(found.low, found.high, power)
    number = Fraction(root(Fraction(found.low.numerator), power), root(Fraction(found.low.denominator), power))
    return number if number**power == found.low else None


def roundest(low: Fraction, high: Fraction | None, power: int) -> Fraction:
    """The number with fewest digits whose *power* lies between *low* and *high*, neither included."""
    unit = Fraction(10) ** len(str(int(low if high is None else high)))
    while True:
        number = (root(low / unit**power, power) + 1) * unit
        if high is None or number**power < high:
            return number
        unit /= 10


def root(value: Fraction, power: int) -> int:
    """The whole part of the first or second root of *value*."""
    return int(value) if power == 1 else isqrt(int(value))
