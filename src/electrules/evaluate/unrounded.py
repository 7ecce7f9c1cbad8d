"""Unrounded: where a rounded value meets a number, told of what is rounded."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor


def unrounded(op: str, number: Fraction, mode: str, to: Fraction) -> Iterator[tuple[Fraction, str]]:
    """The comparisons (bound, ">" or ">=") of a value that tell, together, how it compares with *number* once rounded to multiples of *to*."""
    steps = number / to
    match op:
        case ">=" | "<":
            reached = [ceil(steps)]
        case ">" | "<=":
            reached = [floor(steps) + 1]
        case _:
            reached = [int(steps), int(steps) + 1] if steps.denominator == 1 else []
    for count in reached:
        bound, beyond = _reaches(count, mode)
        yield bound * to, ">" if beyond else ">="


def _reaches(count: int, mode: str) -> tuple[Fraction, bool]:
    """From where on a value is rounded to *count* or more, and whether only beyond that."""
    half = Fraction(1, 2)
    match mode:
        case "down":
            return Fraction(count), False
        case "up":
            return Fraction(count - 1), True
        case "half up":
            return count - half, False
        case _:  # a half goes to the even number
            return count - half, count % 2 == 1
