"""What a distribution came to, and all that it takes to work it out again."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property

from attrs import field, frozen

from ..evaluate.distribute import Problem, Reached, beside, divisor_of, inputs, problem_of, reached
from ..evaluate.share import DIVISORS
from ..tree.nodes import Distribute, Literal
from ..values.number import whole
from ..values.value import plain


@frozen(eq=False)
class Distribution:
    """The *seats* of each unit in the order given; those open in a *tie* (names, seats between them) are in nobody's number."""

    seats: dict[str, int]
    tie: tuple[tuple[str, ...], int] | None
    node: Distribute = field(repr=False)
    lang: str = field(default="vi", repr=False)

    @cached_property
    def problem(self) -> Problem:
        """What was shared out, in whole numbers."""
        found = problem_stated(self.node)
        assert found is not None
        return found

    @property
    def method(self) -> str:
        """The method, by its name."""
        return self.node.method

    @cached_property
    def quota(self) -> int | Fraction | None:
        """Of largest remainder: the weight of one seat among the units that no floor or cap holds; None where all are held, and of divisors."""
        found = self._reached
        return whole(Fraction(found.under, found.over * self.problem.scale)) if found.over and found.under else None

    @cached_property
    def divisor(self) -> int | Fraction | None:
        """Of a method of divisors: one that gives these seats (of a tie: the only one); None where there is none, or that of a tie is a root."""
        method = DIVISORS.get(self.method)
        found = divisor_of(self._reached, method.power) if method is not None else None
        return None if found is None else whole(found / self.problem.scale)

    @cached_property
    def _reached(self) -> Reached:
        return reached(self.problem)

    def text(self, lang: str | None = None) -> str:
        """The table from which a clerk can work the distribution out again."""
        from ..explain.distribution import distribution_lines

        return "\n".join(distribution_lines(self.problem, lang or self.lang))

    def __str__(self) -> str:
        return self.text()

    def to_dict(self) -> dict[str, object]:
        """JSON-ready; exact numbers as int or "1/3"."""
        problem, node = self.problem, self.node
        units = [
            {"name": name, "weight": plain(whole(Fraction(weight, problem.scale))), "floor": floor, "cap": cap, "seats": self.seats[name]}
            for name, weight, floor, cap in zip(self.seats, problem.weights, problem.floors, problem.caps, strict=True)
        ]
        return {
            "version": 1,
            "method": node.method,
            "seats": problem.seats,
            "floor_reading": node.reading or None,
            "distributed": beside(problem)[0],
            "tie_rule": None if node.tie == "report" else node.tie,
            "tie": None if self.tie is None else {"names": list(self.tie[0]), "open": self.tie[1]},
            "quota": plain(self.quota),
            "divisor": plain(self.divisor),
            "units": units,
        }


def problem_stated(node: Distribute) -> Problem | None:
    """What a *node* of literals shares out; None where its weights have no common denominator to compute with."""
    return problem_of(node, [each.value for each in inputs(node) if isinstance(each, Literal)])
