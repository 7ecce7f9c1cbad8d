"""What a plan is sought for, in whole numbers: parts with their people, seats, the numbers of seats that one constituency may have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cached_property
from math import lcm

from attrs import frozen

from ..source.text import fold_key

Group = tuple[int, int]
"""A constituency: the set of its parts as bits, and its seats."""

Measure = tuple[int, int]
"""The largest deviation, and the sum of the squares of all; see `Problem.deviation` for the unit."""


@frozen(eq=False, slots=False)
class Problem:
    """Parts in the order of working: those of most people first, then by name. *near* are the neighbours of each, as bits; None: all are.

    *of* are the people and seats of the whole of which these parts are some.
    """

    names: tuple[str, ...]
    people: tuple[int, ...]
    seats: int
    sizes: tuple[int, ...]
    constituencies: int | None = None
    near: tuple[int, ...] | None = None
    of: tuple[int, int] | None = None

    @cached_property
    def mean(self) -> tuple[int, int]:
        """People and seats of the whole."""
        return (self.total, self.seats) if self.of is None else self.of

    @cached_property
    def whole(self) -> int:
        """All parts."""
        return (1 << len(self.names)) - 1

    @cached_property
    def total(self) -> int:
        """All people."""
        return sum(self.people)

    @cached_property
    def allowed(self) -> frozenset[int]:
        """The numbers of seats that one constituency may have."""
        return frozenset(self.sizes)

    @cached_property
    def scale(self) -> int:
        """What all numbers of seats divide, so that deviations are whole."""
        return lcm(*self.sizes) if self.sizes else 1

    @cached_property
    def ways(self) -> tuple[int, ...]:
        """For each number of seats, from how many constituencies it can be made up, as bits."""
        found = [1]
        for seats in range(1, self.seats + 1):
            made = 0
            for size in self.sizes:
                if size > seats:
                    break
                made |= found[seats - size] << 1
            found.append(made)
        return tuple(found)

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """How many constituencies a plan may have; none: there is no plan."""
        least = len(self.pieces(self.whole))
        most = min(len(self.names), self.seats)
        asked = range(least, most + 1) if self.constituencies is None else (self.constituencies,)
        return tuple(number for number in asked if least <= number <= most and self.ways[self.seats] >> number & 1)

    def may(self, seats: int, least: int, most: int) -> bool:
        """Whether *seats* can be made up from some number of constituencies from *least* to *most*."""
        return least <= most and bool(self.ways[seats] >> least & ((1 << (most - least + 1)) - 1))

    def count(self, parts: int) -> int:
        """The people of *parts*."""
        return sum(self.people[part] for part in bits(parts))

    def deviation(self, people: int, seats: int) -> int:
        """How far people per deputy are from the mean: as a part of it, this : (people of the whole × `scale`)."""
        return abs(people * self.mean[1] - seats * self.mean[0]) * (self.scale // seats)

    def measure(self, groups: Sequence[Group]) -> Measure:
        """What is to be least."""
        found = [self.deviation(self.count(parts), seats) for parts, seats in groups]
        return max(found, default=0), sum(each * each for each in found)

    def share(self, deviation: int, power: int = 1) -> Fraction:
        """A deviation (or its square: *power* 2) as a part of the mean."""
        return Fraction(deviation, (self.mean[0] * self.scale) ** power)

    # -------------------------------------------------------------- neighbours

    def touching(self, parts: int) -> int:
        """Everything next to one of *parts*."""
        if self.near is None:
            return self.whole
        found = 0
        for part in bits(parts):
            found |= self.near[part]
        return found

    def pieces(self, parts: int) -> list[int]:
        """*parts* as sets that hang together."""
        if self.near is None:
            return [parts] if parts else []
        found = []
        while parts:
            piece = self.reach(parts)
            found.append(piece)
            parts ^= piece
        return found

    def reach(self, parts: int) -> int:
        """Those of *parts* that hang together with the first of them."""
        if self.near is None:
            return parts
        piece, fresh = 0, parts & -parts
        while fresh:
            piece |= fresh
            fresh = self.touching(fresh) & parts & ~piece
        return piece

    def hangs_together(self, parts: int) -> bool:
        """Whether one can go from any of *parts* to any other within them."""
        return self.near is None or self.reach(parts) == parts


def bits(parts: int) -> Iterator[int]:
    """The parts in a set, in the order of working."""
    while parts:
        low = parts & -parts
        yield low.bit_length() - 1
        parts ^= low


def in_order(names: Sequence[str], people: Sequence[int]) -> list[int]:
    """The order of working: most people first, then by name, so that the order in which parts are given changes nothing."""
    return sorted(range(len(names)), key=lambda place: (-people[place], fold_key(names[place]), names[place]))


Key = tuple[int, int, int, tuple[int, ...], tuple[int, ...]]


def key(problem: Problem, groups: Sequence[Group]) -> Key:
    """What is to be least, and what decides between plans as good: fewer constituencies, then the larger parts in the earlier ones."""
    ordered = in_line(groups)
    labels = [0] * len(problem.names)
    for number, (parts, _) in enumerate(ordered):
        for part in bits(parts):
            labels[part] = number
    worst, squares = problem.measure(ordered)
    return worst, squares, len(ordered), tuple(labels), tuple(seats for _, seats in ordered)


def in_line(groups: Sequence[Group]) -> list[Group]:
    """The constituencies in the order of their first parts."""
    return sorted(groups, key=lambda group: group[0] & -group[0])
