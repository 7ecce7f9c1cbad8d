"""The best plan that can be found: begun, improved, divided anew, and where there are few parts searched through to the end."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from .plan_exact import Search
from .plan_improve import improved
from .plan_problem import Group, Problem, bits, in_line, key
from .plan_redivide import redivided
from .plan_start import starts

EXACT_PARTS = 60
"""Parts up to which every plan is gone through, if the work suffices."""

EXACT_WORK = 100_000
"""Constituencies, with their seats, that are weighed before the search gives up."""

LOCAL_WORK = 90_000
"""Changes that are weighed, over all plans that are begun."""

ANEW = 3
"""Plans of which the worst constituencies are divided anew."""

ANEW_WORK = 100_000
"""Constituencies that are weighed for that, over all of them."""


@frozen
class Found:
    """The best plan found; *proved*: none is better. *tie*: whether others are as good (None: not known)."""

    groups: tuple[Group, ...]
    proved: bool
    complete: bool
    tie: bool | None


def find_plan(problem: Problem) -> Found:
    """The best plan that can be found within the work that is allowed; the problem has one."""
    begun = list(starts(problem))
    better = [improved(problem, each, LOCAL_WORK // len(begun)) for each in begun]
    best = sorted(better, key=lambda each: key(problem, each))[:ANEW]
    first = min((redivided(problem, each, ANEW_WORK // len(best)) for each in best), key=lambda each: key(problem, each))
    if len(problem.names) > EXACT_PARTS:
        worst = key(problem, first)[0]
        return Found(tuple(in_line(first)), worst == 0, complete=False, tie=True if exchangeable(problem, first) else None)
    search = Search(problem, first, EXACT_WORK)
    complete = search.run()
    proved = complete or search.best[0] == 0
    tie = True if search.tie or exchangeable(problem, search.groups) else False if complete else None
    return Found(tuple(in_line(search.groups)), proved, complete, tie)


def exchangeable(problem: Problem, groups: Sequence[Group]) -> bool:
    """Whether two parts of as many people may change places, so that another plan is as good."""
    if problem.near is not None:
        return False
    where = {part: place for place, (parts, _) in enumerate(groups) for part in bits(parts)}
    for part in range(len(problem.names) - 1):
        if problem.people[part] == problem.people[part + 1] and where[part] != where[part + 1]:
            one, other = groups[where[part]], groups[where[part + 1]]
            if one[1] != other[1] or one[0].bit_count() > 1 or other[0].bit_count() > 1:
                return True
    return False
