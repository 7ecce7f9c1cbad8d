"""Plans to begin with: parts dealt out by size, or, where only neighbours go together, a tree of neighbours cut again and again."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import heapify, heappop, heappush

from .plan_problem import Group, Problem, bits

TRIES = 12
"""Numbers of constituencies that are tried."""

PARTS = 6_000
"""Parts of all plans begun together; the more parts, the fewer plans."""

FINE = 10**9


def starts(problem: Problem) -> Iterator[list[Group]]:
    """A plan for each number of constituencies that is tried."""
    for number in tried(problem.numbers, max(2, min(TRIES, PARTS // len(problem.names)))):
        yield dealt(problem, number) if problem.near is None else cut(problem, number)


def tried(numbers: tuple[int, ...], tries: int) -> tuple[int, ...]:
    """The *numbers* of constituencies for which a plan is sought: the smaller they are, the closer together."""
    places = [0, *(1 << power for power in range(len(numbers).bit_length()))]
    able = [place for place in places if place < len(numbers)]
    step = -(-len(able) // tries)
    return tuple(numbers[place] for place in able[::step])


def even(problem: Problem, number: int) -> list[int]:
    """The seats in so many constituencies, as alike as the law lets them be."""
    found, left = [], problem.seats
    for more in range(number, 0, -1):
        able = [size for size in problem.sizes if size <= left and problem.ways[left - size] >> (more - 1) & 1]
        size = min(able, key=lambda each: (abs(each * more - left), -each))
        found.append(size)
        left -= size
    return found


def dealt(problem: Problem, number: int) -> list[Group]:
    """Each part, the largest first, to the constituency that lacks most people for its seats."""
    sizes = even(problem, number)
    parts = [0] * number
    lacking = [(-size * problem.total, place) for place, size in enumerate(sizes)]
    heapify(lacking)
    empty = number
    for part, people in enumerate(problem.people):
        aside = []
        lack, place = heappop(lacking)
        while parts[place] and empty == len(problem.people) - part:  # as many parts left as constituencies without any
            aside.append((lack, place))
            lack, place = heappop(lacking)
        empty -= not parts[place]
        parts[place] |= 1 << part
        for each in (*aside, (lack + people * problem.seats, place)):
            heappush(lacking, each)
    return list(zip(parts, sizes, strict=True))


# ------------------------------------------------------------ neighbours only


def cut(problem: Problem, number: int) -> list[Group]:
    """A plan of so many constituencies, each of which hangs together."""
    found: list[Group] = []
    todo = [(problem.whole, number, problem.seats)]
    while todo:
        parts, number, seats = todo.pop()
        if number == 1:
            found.append((parts, seats))
        else:
            todo += halves(problem, parts, number, seats)
    return found


Half = tuple[int, int, int]
"""Parts, how many constituencies they become, and the seats of these."""


def halves(problem: Problem, parts: int, number: int, seats: int) -> tuple[Half, Half]:
    """Where *parts* are cut in two: if it can be about in the middle, and so that people and seats fit."""
    pieces = problem.pieces(parts)
    people = problem.count(parts)
    sides = branches(problem, parts) if len(pieces) == 1 else [(piece, problem.count(piece)) for piece in pieces]
    best: tuple[tuple[bool, int], tuple[Half, Half]] | None = None
    for side, inside in sides:
        here, there = side.bit_count(), (parts ^ side).bit_count()
        limits = (here, max(1, len(pieces) - 1), there)
        shared = split(problem, seats, number, (seats * inside // people) if people else seats // 2, limits)
        if shared is None:
            continue
        k, s = shared
        off = max(deviation(problem, inside, s), deviation(problem, people - inside, seats - s))
        rank = (4 * min(s, seats - s) < seats, off)
        if best is None or rank < best[0]:
            best = rank, ((side, k, s), (parts ^ side, number - k, seats - s))
    assert best is not None  # a plan of this many constituencies exists, and a leaf or a piece can always be one of them
    return best[1]


def deviation(problem: Problem, people: int, seats: int) -> int:
    """How far several constituencies together are from the mean."""
    return abs(people * problem.seats - seats * problem.total) * FINE // seats


def split(problem: Problem, seats: int, number: int, ideal: int, limits: tuple[int, int, int]) -> tuple[int, int] | None:
    """How many constituencies and seats one side gets: seats as near as can be to *ideal*, constituencies in step with them.

    *limits*: the parts on this side, the fewest constituencies and the parts on the other.
    """
    here, few, there = limits
    least, most = max(1, number - there), min(here, number - few)
    smallest, largest = problem.sizes[0], problem.sizes[-1]
    low = max(smallest * least, seats - largest * (number - least))
    high = min(largest * most, seats - smallest * (number - most))
    for s in outward(ideal, low, high):
        for k in outward(s * number // seats, max(least, -(-s // largest)), min(most, s // smallest)):
            if problem.ways[s] >> k & 1 and problem.ways[seats - s] >> (number - k) & 1:
                return k, s
    return None


def outward(ideal: int, low: int, high: int) -> Iterator[int]:
    """The numbers from *low* to *high*, those nearest to *ideal* first."""
    ideal = min(max(ideal, low), high)
    for away in range(max(high - ideal, ideal - low) + 1):
        yield from (each for each in dict.fromkeys((ideal + away, ideal - away)) if low <= each <= high)


def branches(problem: Problem, parts: int) -> list[tuple[int, int]]:
    """What hangs on each joint of a tree of neighbours, breadth first from an end of *parts*, with its people."""
    assert problem.near is not None
    order, over = spread(problem, parts, parts & -parts)
    order, over = spread(problem, parts, 1 << order[-1])  # the last that was reached is far out: the tree is long, its cuts are many
    below = {part: 1 << part for part in order}
    people = {part: problem.people[part] for part in order}
    for part in reversed(order[1:]):
        below[over[part]] |= below[part]
        people[over[part]] += people[part]
    return [(below[part], people[part]) for part in order[1:]]


def spread(problem: Problem, parts: int, first: int) -> tuple[list[int], dict[int, int]]:
    """*parts* in the order in which they are reached from *first*, and from where."""
    assert problem.near is not None
    order = [first.bit_length() - 1]
    seen, over = first, {}
    for part in order:
        fresh = problem.near[part] & parts & ~seen
        seen |= fresh
        for each in bits(fresh):
            over[each] = part
            order.append(each)
    return order, over
