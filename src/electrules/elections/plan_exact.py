"""Branch and bound: every way to form the constituency of the largest part left, then the same with the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .plan_problem import Group, Key, Measure, Problem, in_line, key

CRITERIA = 3
"""What decides between plans, of what `key` tells: the largest deviation, the squares, the number of constituencies; the rest is order alone."""


class Search:
    """One search from a plan *first* for at most *work* constituencies: *best* and *groups* are the best, *tie*: another is as good."""

    def __init__(self, problem: Problem, first: Sequence[Group], work: int) -> None:
        self.problem = problem
        self.groups: list[Group] = in_line(first)
        self.best: Key = key(problem, self.groups)
        self.tie = False
        self.work = work
        self.mean = problem.mean[0] * problem.scale
        self.alike = [self._alike(part) for part in range(len(problem.names))]

    def _alike(self, part: int) -> int:
        """The parts that may stand for *part*: of as many people, where all are neighbours."""
        people = self.problem.people
        same = sum(1 << other for other, each in enumerate(people) if each == people[part]) if self.problem.near is None else 0
        return same & ~(1 << part)

    def run(self) -> bool:
        """Go through all plans that may be as good; whether the work sufficed."""
        self._extend(self.problem.whole, self.problem.seats, [], 0, 0)
        return self.work > 0

    def _extend(self, rest: int, seats: int, made: list[Group], worst: int, squares: int) -> None:
        """All plans that begin with *made*."""
        problem = self.problem
        if not rest:
            self._complete(made)
            return
        for parts, people in self._grown(rest, seats):
            left = rest ^ parts
            pieces: list[int] | None = None
            for size in problem.sizes:
                if size > seats:
                    break
                self.work -= 1
                if self.work <= 0:
                    return
                off = problem.deviation(people, size)
                so_far = max(worst, off), squares + off * off
                if not self._hopeful(so_far):
                    continue
                pieces = problem.pieces(left) if pieces is None else pieces
                if self._fits(pieces, seats - size, len(made) + 1):
                    self._extend(left, seats - size, [*made, (parts, size)], *so_far)

    def _hopeful(self, so_far: Measure) -> bool:
        """Whether what has come to *so_far* may still be as good as the best: the squares only count where the worst are alike."""
        return so_far[0] < self.best[0] or so_far <= self.best[:2]

    def _complete(self, made: list[Group]) -> None:
        found = key(self.problem, made)
        if found[:CRITERIA] < self.best[:CRITERIA]:
            self.tie = False
        elif found[:CRITERIA] > self.best[:CRITERIA] or found == self.best:
            return
        else:
            self.tie = True
        if found < self.best:
            self.best, self.groups = found, made

    def _fits(self, pieces: list[int], seats: int, made: int) -> bool:
        """Whether the rest can be made up at all, and as good as the best: each piece needs its seats."""
        problem = self.problem
        parts = sum(piece.bit_count() for piece in pieces)
        asked = problem.constituencies
        least, most = (len(pieces), parts) if asked is None else (max(len(pieces), asked - made), min(parts, asked - made))
        if not problem.may(seats, least, most):
            return False
        low = high = 0
        for piece in pieces:
            fewest, greatest = self._seats_for(piece, seats)
            if fewest > greatest:
                return False
            low, high = low + fewest, high + greatest
        return low <= seats <= high

    def _seats_for(self, piece: int, seats: int) -> tuple[int, int]:
        """The fewest and most seats with which the constituencies of *piece* can all be as near to the mean as the worst of the best plan."""
        problem, best = self.problem, self.best[0]
        people = problem.count(piece) * problem.mean[1] * problem.scale
        fewest = max(problem.sizes[0], -(-people // (self.mean + best)))
        greatest = min(seats, problem.sizes[-1] * piece.bit_count())
        return fewest, min(greatest, people // (self.mean - best)) if best < self.mean else greatest

    def _grown(self, rest: int, seats: int) -> Iterator[Group]:
        """Every set that hangs together and holds the first part of *rest*, with its people: those that are neither too many nor too few."""
        problem = self.problem
        first = rest & -rest
        stack = [(first, problem.touching(first) & rest & ~first, 0, problem.count(first), problem.count(rest))]
        while stack:
            parts, edge, shut, people, able = stack.pop()
            most = min(problem.sizes[-1], seats) * (self.mean + self.best[0])
            least = problem.sizes[0] * (self.mean - self.best[0])
            if people * problem.mean[1] * problem.scale > most or able * problem.mean[1] * problem.scale < least:
                continue
            yield parts, people
            branches = []
            while edge:
                low = edge & -edge
                part = low.bit_length() - 1
                shut |= low
                edge ^= low
                grown = edge | (problem.touching(low) & rest & ~parts & ~shut)
                branches.append((parts | low, grown, shut, people + problem.people[part], able))
                same = self.alike[part] & edge  # which of the same size goes where makes no difference: the first goes first
                shut, edge = shut | same, edge ^ same
                able -= problem.people[part] * (1 + same.bit_count())
            stack += reversed(branches)
