"""A plan made better step by step: a part moved, two exchanged, a seat moved, as long as that helps."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain

from attrs import frozen

from .plan_problem import Group, Measure, Problem, bits

SHARES = 8
"""Ways to share the seats of two constituencies that are weighed; of more, those nearest to their people."""

Trial = tuple[Measure, int, int, Group, Group]
"""What two constituencies come to when they are changed: the measure of the whole, which they are, and what they become."""


def improved(problem: Problem, groups: Sequence[Group], work: int) -> list[Group]:
    """*groups* after all steps that help, worst constituencies first; at most *work* changes are weighed."""
    state = State(problem, tuple(groups))
    while work > 0:
        step, work = next_step(state, work)
        if step is None:
            break
        _, a, b, one, other = step
        changed = list(state.groups)
        changed[a], changed[b] = one, other
        state = State(problem, tuple(changed))
    return list(state.groups)


@frozen(eq=False, slots=False)
class State:
    """A plan with what its steps are reckoned from."""

    problem: Problem
    groups: tuple[Group, ...]

    @cached_property
    def people(self) -> list[int]:
        return [self.problem.count(parts) for parts, _ in self.groups]

    @cached_property
    def off(self) -> list[int]:
        return [self.problem.deviation(people, seats) for people, (_, seats) in zip(self.people, self.groups, strict=True)]

    @cached_property
    def order(self) -> list[int]:
        """The constituencies, those furthest from the mean first."""
        return sorted(range(len(self.groups)), key=lambda place: (-self.off[place], place))

    @cached_property
    def measure(self) -> Measure:
        return self.off[self.order[0]], sum(each * each for each in self.off)

    def beside(self, a: int, b: int) -> Measure:
        """The measure of all but two constituencies."""
        worst = next((self.off[place] for place in self.order[:3] if place not in (a, b)), 0)
        return worst, self.measure[1] - self.off[a] ** 2 - self.off[b] ** 2


def next_step(state: State, work: int) -> tuple[Trial | None, int]:
    """The best step that changes the worst constituency that any step helps, and what is left of the work."""
    for rank, a in enumerate(state.order):
        if not state.off[a]:
            break
        best: Trial | None = None
        around = state.problem.touching(state.groups[a][0])
        for b in state.order[rank + 1 :]:
            if not around & state.groups[b][0]:
                continue
            for trial, keeps in trials(state, a, b):
                work -= 1
                if trial[0] < (state.measure if best is None else best[0]) and keeps():
                    best = trial
                if work <= 0:
                    return best, work
        if best is not None:
            return best, work
    return None, work


def trials(state: State, a: int, b: int) -> Iterator[tuple[Trial, Keeps]]:
    """Every change between two constituencies, with the best seats for it, and what tells whether both still hang together."""
    problem = state.problem
    (ours, seats), (theirs, more) = state.groups[a], state.groups[b]
    near, far = problem.touching(theirs), problem.touching(ours)
    shares = [(s, seats + more - s) for s in problem.sizes if seats + more - s in problem.allowed]
    rest = state.beside(a, b)
    gives = list(bits(ours & near)) if ours.bit_count() > 1 else []
    takes = list(bits(theirs & far)) if theirs.bit_count() > 1 else []
    moves = chain(
        [(0, 0)],
        ((1 << part, 0) for part in gives),
        ((0, 1 << part) for part in takes),
        (
            (1 << x, 1 << y)
            for x in bits(ours & near if problem.near is None else ours)
            for y in bits(theirs)
            if problem.people[x] != problem.people[y]
        ),
    )
    for given, taken in moves:
        shift = problem.count(taken) - problem.count(given)
        here, there = state.people[a] + shift, state.people[b] - shift
        worst, squares, s, t = min(
            (max(one, other), one * one + other * other, s, t)
            for s, t in near_share(shares, here, there)
            for one, other in [(problem.deviation(here, s), problem.deviation(there, t))]
        )
        measure = max(worst, rest[0]), rest[1] + squares
        left, right = ours ^ given | taken, theirs ^ taken | given
        yield (measure, a, b, (left, s), (right, t)), Keeps(problem, left, right)


def near_share(shares: list[tuple[int, int]], here: int, there: int) -> list[tuple[int, int]]:
    """The ways to share seats that are worth weighing for so many people: all, where they are few."""
    if len(shares) <= SHARES or not here + there:
        return shares
    ideal = sum(shares[0]) * here // (here + there)
    place = bisect(shares, (ideal,))
    return shares[max(0, place - SHARES // 2) : place + SHARES // 2] or shares[-1:]


@frozen(eq=False)
class Keeps:
    """Whether what two constituencies would become hangs together; asked only where the change helps."""

    problem: Problem
    left: int
    right: int

    def __call__(self) -> bool:
        return self.problem.hangs_together(self.left) and self.problem.hangs_together(self.right)
