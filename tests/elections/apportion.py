"""What a distribution is, straight from the definitions, by trying everything: small cases only, and no line shared with the package."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import floor as down

NOTHING = "nothing"
"""Where the definitions admit no distribution at all."""


def after(method, n):
    """The divisor of the seat after *n*, squared for Huntington and Hill (so that it is rational)."""
    return {
        "d'hondt": Fraction(n + 1),
        "sainte-laguë": n + Fraction(1, 2),
        "huntington-hill": Fraction(n * (n + 1)),
        "adams": Fraction(n),
        "dean": Fraction(n * (n + 1)) / (n + Fraction(1, 2)),
    }[method]


def claim(method, weight, n):
    """How strong the claim of a unit with *n* seats to one more is, so that claims can be compared."""
    divisor = after(method, n)
    strength = Fraction(weight) ** (2 if method == "huntington-hill" else 1)
    return (1, Fraction(weight)) if divisor == 0 else (0, strength / divisor)


def vectors(seats, lows, highs):
    """All ways to give *seats* so that each has at least its low and at most its high."""
    spans = [range(low, min(high, seats) + 1) for low, high in zip(lows, highs)]
    return [each for each in product(*spans) if sum(each) == seats]


def fair(method, weights, lows, highs, given):
    """Nobody has a seat to which another has a stronger claim (Balinski and Young's min-max inequality, within the bounds)."""
    taken = [claim(method, w, n - 1) for w, n, low in zip(weights, given, lows) if n > low and w]
    wanting = [claim(method, w, n) for w, n, high in zip(weights, given, highs) if n < high and w]
    return not taken or not wanting or min(taken) >= max(wanting)


def by_divisors(method, seats, weights, lows, highs):
    highs = [low if not w else high for w, low, high in zip(weights, lows, highs)]
    return [each for each in vectors(seats, lows, highs) if fair(method, weights, lows, highs, each)]


def exact(seats, weights, lows, highs):
    """The numbers x × weight, held between the bounds, that add up to *seats*: every choice of who is held is tried."""
    for held in product(["low", "free", "high"], repeat=len(weights)):
        fixed = sum(low if how == "low" else high for how, low, high in zip(held, lows, highs) if how != "free")
        free = sum(w for how, w in zip(held, weights) if how == "free")
        if free == 0 and fixed != seats:
            continue
        xs = (
            [Fraction(seats - fixed, 1) / free]
            if free
            else [Fraction(n, 1) / w for w, *bounds in zip(weights, lows, highs) if w for n in bounds] or [Fraction(0)]
        )
        for x in xs:
            numbers = [min(max(x * w, low), high) for w, low, high in zip(weights, lows, highs)]
            if sum(numbers) == seats:
                return numbers
    return None


def largest_fractions(seats, numbers, able):
    """Whole parts, then one more for each of some set of those *able* to it, such that nobody outside has a larger fraction."""
    wholes = [down(each) for each in numbers]
    left = seats - sum(wholes)
    fractions = [each - whole for each, whole in zip(numbers, wholes)]
    found = []
    for more in product((0, 1), repeat=len(numbers)):
        if sum(more) != left or any(one and not can for one, can in zip(more, able)):
            continue
        inside = [f for f, one in zip(fractions, more) if one]
        outside = [f for f, one, can in zip(fractions, more, able) if not one and can]
        if not inside or not outside or min(inside) >= max(outside):
            found.append(tuple(whole + one for whole, one in zip(wholes, more)))
    return found


def by_remainders(seats, weights, lows, highs):
    numbers = exact(seats, weights, lows, highs)
    return [] if numbers is None else largest_fractions(seats, numbers, [each.denominator != 1 for each in map(Fraction, numbers)])


def by_raising(seats, weights, lows):
    quotas = [Fraction(seats * w, 1) / sum(weights) for w in weights]
    able = [quota >= low for quota, low in zip(quotas, lows)]
    return largest_fractions(seats, [quota if can else Fraction(low) for quota, can, low in zip(quotas, able, lows)], able)


def distributions(method, seats, weights, lows, highs, reading):
    """Every distribution that the definitions admit: one, or one for each way to settle a tie; none where it is impossible."""
    highs = [seats if high is None else high for high in highs]
    if not weights or sum(lows) > seats or any(high < low for low, high in zip(lows, highs)):
        return []
    if not any(weights):
        return [tuple(lows)] if sum(lows) == seats else []
    way = by_remainders if method == "largest remainder" else lambda *rest: by_divisors(method, *rest)
    if reading == "raise":
        return by_raising(seats, weights, lows)
    if reading == "base":
        rest = way(seats - sum(lows), weights, [0] * len(lows), [high - low for low, high in zip(lows, highs)])
        return [tuple(low + more for low, more in zip(lows, each)) for each in rest]
    return way(seats, weights, lows, highs)
