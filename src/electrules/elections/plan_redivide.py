"""The worst constituency divided anew with one or two others, each time the best way there is, as long as that helps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from .plan_exact import Search
from .plan_problem import Group, Problem, bits

MOST_PARTS = 16
"""Parts that are divided anew together."""

ONCE = 3_000
"""Constituencies that are weighed in one go."""


def redivided(problem: Problem, groups: Sequence[Group], work: int) -> list[Group]:
    """*groups* after all that helps, for at most *work* constituencies weighed."""
    found = list(groups)
    helps = True
    while helps and work > 0:
        off = [problem.deviation(problem.count(parts), seats) for parts, seats in found]
        worst = max(range(len(found)), key=off.__getitem__)
        helps = False
        for others in companions(problem, found, worst):
            chosen = [found[place] for place in (worst, *others)]
            anew, used = divided(problem, chosen)
            work -= used
            if problem.measure(anew) < problem.measure(chosen):
                found = [group for place, group in enumerate(found) if place not in (worst, *others)] + anew
                helps = True
            if helps or work <= 0:
                break
    return found


def companions(problem: Problem, groups: Sequence[Group], worst: int) -> Iterator[tuple[int, ...]]:
    """One or two others that may be divided anew with the worst: next to it, and not too many parts together."""
    sizes = [parts.bit_count() for parts, _ in groups]
    around = problem.touching(groups[worst][0])
    beside = [place for place, (parts, _) in enumerate(groups) if place != worst and parts & around]
    for count in (1, 2):
        for others in combinations(beside, count):
            if sizes[worst] + sum(sizes[place] for place in others) <= MOST_PARTS:
                yield others


def divided(problem: Problem, groups: Sequence[Group]) -> tuple[list[Group], int]:
    """The best way to divide the parts of *groups* among as many seats that is found, and the work that it took."""
    places = sorted(part for parts, _ in groups for part in bits(parts))
    now = {part: place for place, part in enumerate(places)}
    near = None if problem.near is None else tuple(inside(problem.near[part], now) for part in places)
    names, people = tuple(problem.names[part] for part in places), tuple(problem.people[part] for part in places)
    number = None if problem.constituencies is None else len(groups)
    part_of = Problem(names, people, sum(seats for _, seats in groups), problem.sizes, number, near, problem.mean)
    search = Search(part_of, [(inside(parts, now), seats) for parts, seats in groups], ONCE)
    search.run()
    anew = [(sum(1 << places[place] for place in bits(parts)), seats) for parts, seats in search.groups]
    return anew, ONCE - search.work


def inside(parts: int, now: dict[int, int]) -> int:
    """*parts* as those of a smaller question, without what lies outside it."""
    return sum(1 << now[part] for part in bits(parts) if part in now)
