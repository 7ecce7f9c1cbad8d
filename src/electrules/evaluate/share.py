"""The methods of distribution, on whole numbers only: who gets how many seats, and who is left tied for the rest.

Every comparison is of integers: fractions of one denominator by their numerators, quotients by their product with a
number so fine that different ones stay different and equal ones equal. No step is taken for each seat, so that a large
house costs what a small one does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from heapq import heapify, heappop, heappush

from attrs import frozen

Caps = Sequence[int | None]


@frozen
class Shares:
    """*sure*: the seats of each unit that no tie touches; *tied*: the places of those that are equally entitled to one of *open* further seats."""

    sure: tuple[int, ...]
    tied: tuple[int, ...] = ()
    open: int = 0


@frozen
class Divisors:
    """A method of divisors: the seat after *n* seats has the quotient (weight ^ *power*) × *over*(n) : *under*(n); under 0 it comes first."""

    power: int
    over: Callable[[int], int]
    under: Callable[[int], int]


DIVISORS = {
    "d'hondt": Divisors(1, lambda _: 1, lambda n: n + 1),
    "sainte-laguë": Divisors(1, lambda _: 2, lambda n: 2 * n + 1),
    "huntington-hill": Divisors(2, lambda _: 1, lambda n: n * (n + 1)),
    "adams": Divisors(1, lambda _: 1, lambda n: n),
    "dean": Divisors(1, lambda n: 2 * n + 1, lambda n: 2 * n * (n + 1)),
}
"""Of Huntington and Hill the squares of the quotients, which are never roots."""


def multiplier(seats: int, weights: Sequence[int], floors: Sequence[int], caps: Caps) -> tuple[int, int]:
    """The x, as a numerator and a denominator, for which the numbers x × weight, held between floor and cap, add up to *seats*.

    Where somebody is not held, these are the seats left for all who are not, and their weight.
    """
    turns = []
    held, free = sum(floors), 0
    if not held and all(cap is None for cap in caps):
        return (seats, sum(weights)) if any(weights) else (0, 1)
    fine = max(weights) ** 2
    for weight, floor, cap in zip(weights, floors, caps, strict=True):
        if weight:
            turns.append((floor * fine // weight, floor, weight, False))
            if cap is not None:
                turns.append((cap * fine // weight, cap, weight, True))
    turns.sort()
    for _, bound, weight, leaves in turns:
        if held * weight + free * bound >= seats * weight:
            return (seats - held, free) if free else (bound, weight)
        held, free = (held + bound, free - weight) if leaves else (held - bound, free + weight)
    return (seats - held, free) if free else (0, 1)


def by_remainders(seats: int, weights: Sequence[int], floors: Sequence[int], caps: Caps) -> Shares:
    """Whole parts first, then the largest fractions of those that are not held by floor or cap."""
    over, under = multiplier(seats, weights, floors, caps)
    sure, rests = [], []
    for place, (weight, floor, cap) in enumerate(zip(weights, floors, caps, strict=True)):
        whole, rest = divmod(over * weight, under)
        if whole < floor or (cap is not None and whole >= cap):
            sure.append(floor if whole < floor else cap)
        else:
            sure.append(whole)
            rests.append((rest, place))
    return topped_up(sure, seats, rests)  # type: ignore[arg-type]


def by_lifting(seats: int, weights: Sequence[int], floors: Sequence[int]) -> Shares:
    """Quotas of the whole; who is below its floor gets the floor, and what is left goes to the largest fractions of the others."""
    total = sum(weights) or 1
    sure, rests = [], []
    for place, (weight, floor) in enumerate(zip(weights, floors, strict=True)):
        whole, rest = divmod(seats * weight, total)
        sure.append(max(whole, floor))
        if whole >= floor:
            rests.append((rest, place))
    return topped_up(sure, seats, rests)


def topped_up(sure: list[int], seats: int, rests: Sequence[tuple[int, int]]) -> Shares:
    """The seats that are left, one each to the largest of *rests* (a fraction and its place); equal ones at the end of them are tied."""
    left = seats - sum(sure)
    if left <= 0:
        return Shares(tuple(sure))
    first, tied, still = cut(left, rests)
    for place in first:
        sure[place] += 1
    return Shares(tuple(sure), tied, still)


def cut(left: int, claims: Iterable[tuple[int, int]]) -> tuple[list[int], tuple[int, ...], int]:
    """The places of the *left* largest *claims*; of those, equal to others that come too late, the places, and how many there is room for."""
    ranked = sorted(claims, key=lambda each: -each[0])
    last = ranked[left - 1][0] if 0 < left <= len(ranked) else None
    if last is None or left == len(ranked) or ranked[left][0] != last:
        return [place for _, place in ranked[:left]], (), 0
    first = [place for claim, place in ranked if claim > last]
    return first, tuple(place for claim, place in ranked if claim == last), left - len(first)


def by_divisors(method: Divisors, seats: int, weights: Sequence[int], floors: Sequence[int], caps: Caps) -> Shares:
    """The highest quotients take the seats, from the floors up to the caps.

    All quotients beyond that of a divisor that nearly fills the house are taken at once; the few that are wanting, or
    too many, one by one, the highest (the lowest) first.
    """
    over, under = multiplier(seats, weights, floors, caps)
    found = []
    for weight, floor, cap in zip(weights, floors, caps, strict=True):
        n = over * weight // under
        n += method.over(n) * (over * weight) ** method.power > method.under(n) * under**method.power
        found.append(max(floor, n if cap is None else min(n, cap)))
    short = seats - sum(found)
    quotient = quotients(method, weights, max(found) + max(short, 0) + 1)
    if short > 0:
        heap = [(-quotient(place, n), place) for place, n in enumerate(found) if weights[place] and n != caps[place]]
        heapify(heap)
        for _ in range(short):
            _, place = heappop(heap)
            found[place] += 1
            if found[place] != caps[place]:
                heappush(heap, (-quotient(place, found[place]), place))
    elif short < 0:
        heap = [(quotient(place, n - 1), place) for place, n in enumerate(found) if n > floors[place]]
        heapify(heap)
        for _ in range(-short):
            _, place = heappop(heap)
            found[place] -= 1
            if found[place] > floors[place]:
                heappush(heap, (quotient(place, found[place] - 1), place))
    return parted(found, quotient, weights, floors, caps)


def quotients(method: Divisors, weights: Sequence[int], most: int) -> Callable[[int, int], int]:
    """The quotient of the seat after *n* (at most *most*) seats of the unit at a place, as a whole number.

    Such numbers are equal where the quotients are, and otherwise in their order. Two quotients differ by at least 1 : (the product of
    what they are divided by), so the square of the largest of these is fine enough.
    """
    over, under = method.over, method.under
    fine = under(most) ** 2
    raised = weights if method.power == 1 else [weight * weight for weight in weights]
    first = max(raised) * over(most) * fine

    def quotient(place: int, n: int) -> int:
        divisor = under(n)
        return raised[place] * over(n) * fine // divisor if divisor else first + weights[place]

    return quotient


def parted(found: list[int], quotient: Callable[[int, int], int], weights: Sequence[int], floors: Sequence[int], caps: Caps) -> Shares:
    """What was *found*, without the seats whose quotient is also that of a seat that came too late."""
    won = {place: quotient(place, n - 1) for place, n in enumerate(found) if n > floors[place]}
    lost = {place: quotient(place, n) for place, n in enumerate(found) if weights[place] and n != caps[place]}
    if not won or not lost or (last := min(won.values())) > max(lost.values()):
        return Shares(tuple(found))
    taken = [place for place, each in won.items() if each == last]
    for place in taken:
        found[place] -= 1
    return Shares(tuple(found), tuple(sorted([*taken, *(place for place, each in lost.items() if each == last)])), len(taken))
