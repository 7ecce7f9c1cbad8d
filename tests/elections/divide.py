"""What a plan is, straight from the definition, by trying every partition: small cases only, and no line shared with the package."""

from __future__ import annotations

from fractions import Fraction
from itertools import product


def partitions(items):
    """Every way to put *items* into groups."""
    if not items:
        yield []
        return
    first, *rest = items
    for groups in partitions(rest):
        yield [[first], *groups]
        for place, group in enumerate(groups):
            yield [*groups[:place], [first, *group], *groups[place + 1 :]]


def hangs_together(group, adjacent):
    """Whether one can walk from the first of *group* to all others over pairs of neighbours."""
    reached, todo = {group[0]}, [group[0]]
    while todo:
        here = todo.pop()
        for other in group:
            if other not in reached and ((here, other) in adjacent or (other, here) in adjacent):
                reached.add(other)
                todo.append(other)
    return len(reached) == len(group)


def measure(people, seats, groups):
    """The largest deviation of people per deputy from the mean, then the sum of squares; *groups* are pairs of parts and seats."""
    mean = Fraction(sum(people.values()), seats)
    off = [abs(Fraction(sum(people[part] for part in parts), size) / mean - 1) for parts, size in groups]
    return max(off), sum(each * each for each in off)


def best_plans(people, seats, sizes, adjacent=None, number=None):
    """The least measure, and all plans that have it with as few constituencies as can be; None where there is no plan."""
    best, found = None, set()
    for groups in partitions(sorted(people)):
        if number is not None and len(groups) != number:
            continue
        if adjacent is not None and not all(hangs_together(group, adjacent) for group in groups):
            continue
        for given in product(sizes, repeat=len(groups)):
            if sum(given) != seats:
                continue
            here = (measure(people, seats, list(zip(groups, given))), len(groups))
            if best is None or here < best:
                best, found = here, set()
            if here == best:
                found.add(frozenset((frozenset(parts), size) for parts, size in zip(groups, given)))
    return None if best is None else (best[0], found)
