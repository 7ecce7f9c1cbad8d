"""`distribute` against every distribution that the definitions admit, for each method, reading and bound."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

import apportion
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from electrules import FactErrors
from electrules.elections import distribute
from electrules.evaluate.distribute import METHODS

DIVISORS = [each for each in METHODS if each != "largest remainder"]
WAYS = [(method, reading) for method in METHODS for reading in ("minimum", "base", "raise") if reading != "raise" or method == "largest remainder"]


@st.composite
def problems(draw, reading):
    """A small house: few units, weights that are often equal, in proportion or zero, bounds that often bind."""
    count = draw(st.integers(1, 4))
    weights = draw(st.lists(st.one_of(st.integers(0, 6), st.integers(0, 40), st.fractions(0, 5, max_denominator=3)), min_size=count, max_size=count))
    seats = draw(st.integers(0, 9))
    lows = draw(st.lists(st.integers(0, 3), min_size=count, max_size=count))
    highs = draw(st.lists(st.none() | st.integers(0, 6), min_size=count, max_size=count)) if reading != "raise" else [None] * count
    return seats, weights, lows, highs


def given_to(method, seats, weights, lows, highs, reading, tie=None):
    names = [f"u{number}" for number in range(len(weights))]
    caps = {name: high for name, high in zip(names, highs) if high is not None}
    made = distribute(seats, dict(zip(names, weights)), method=method, floor=dict(zip(names, lows)), floor_reading=reading, cap=caps or None, tie=tie)
    return made, names


@pytest.mark.parametrize(("method", "reading"), WAYS)
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_what_the_definitions_admit(method, reading, data):
    problem = data.draw(problems(reading))
    admitted = set(apportion.distributions(method, *problem, reading))
    if not admitted:
        with pytest.raises(FactErrors) as raised:
            given_to(method, *problem, reading)
        assert {said.code for said in raised.value.diagnostics} <= {"ER0617", "ER0618", "ER0619"}
        return
    made, names = given_to(method, *problem, reading)
    sure = tuple(made.seats.values())
    assert list(made.seats) == names
    if made.tie is None:
        assert admitted == {sure}
        return
    tied, left = made.tie
    assert 0 < left < len(tied) and sum(sure) + left == problem[0]
    assert all(min(each[place] for each in admitted) == number for place, number in enumerate(sure))
    contenders = {names[place] for place in range(len(names)) if len({each[place] for each in admitted}) > 1}
    assert set(tied) == contenders and len(admitted) == comb(len(tied), left)


def comb(n, k):
    return 1 if k in (0, n) else comb(n - 1, k - 1) + comb(n - 1, k)


@pytest.mark.parametrize(("method", "reading"), WAYS)
@given(data=st.data())
@settings(max_examples=25, deadline=None)
def test_a_tie_rule_picks_among_what_is_admitted(method, reading, data):
    problem = data.draw(problems(reading))
    admitted = set(apportion.distributions(method, *problem, reading))
    if not admitted:
        return
    plain, names = given_to(method, *problem, reading)
    lot = data.draw(st.permutations(names))
    for tie in ("order", lot):
        made, _ = given_to(method, *problem, reading, tie)
        assert made.tie is None and tuple(made.seats.values()) in admitted
    weights = dict(zip(names, problem[1]))
    for tie, sign in (("larger", 1), ("smaller", -1)):
        made, _ = given_to(method, *problem, reading, tie)
        if made.tie is None:
            assert tuple(made.seats.values()) in admitted
        else:
            assert len({weights[name] for name in made.tie[0]}) == 1
        if plain.tie is not None:
            got = [sign * weights[name] for name in plain.tie[0] if made.seats[name] > plain.seats[name]]
            lacked = [sign * weights[name] for name in plain.tie[0] if made.seats[name] == plain.seats[name]]
            assert not got or not lacked or min(got) >= max(lacked)


# ------------------------------------------------------------------ known laws

houses = st.dictionaries(st.text("abcdefgh", min_size=1, max_size=2), st.integers(1, 10**30), min_size=1, max_size=30)


@pytest.mark.parametrize("method", DIVISORS)
@given(weights=houses, seats=st.integers(0, 600), floor=st.integers(0, 2))
@settings(max_examples=20, deadline=None)
def test_house_monotone(method, weights, seats, floor):
    seats += floor * len(weights)
    for reading in ("minimum", "base"):
        less, more = (distribute(each, weights, method=method, floor=floor, floor_reading=reading, tie="order").seats for each in (seats, seats + 1))
        assert all(less[name] <= more[name] for name in weights)


@given(weights=houses, seats=st.integers(0, 10**20))
@settings(max_examples=60, deadline=None)
def test_largest_remainder_keeps_the_quota(weights, seats):
    made = distribute(seats, weights, method="largest remainder", tie="order")
    total = sum(weights.values())
    for name, weight in weights.items():
        assert floor(Fraction(seats * weight, total)) <= made.seats[name] <= ceil(Fraction(seats * weight, total))


@pytest.mark.parametrize("method", METHODS)
@given(weights=houses, seats=st.integers(0, 10**25), data=st.data())
@settings(max_examples=30, deadline=None)
def test_nothing_is_lost_scale_and_order_do_not_matter(method, weights, seats, data):
    made = distribute(seats, weights, method=method)
    assert sum(made.seats.values()) + (made.tie[1] if made.tie else 0) == seats
    turned = dict(data.draw(st.permutations(list(weights.items()))))
    scale = data.draw(st.sampled_from([2, Fraction(1, 7), 10**9]))
    again = distribute(seats, {name: weight * scale for name, weight in turned.items()}, method=method)
    assert again.seats == made.seats
    assert (again.tie is None) == (made.tie is None) and (made.tie is None or (set(again.tie[0]), again.tie[1]) == (set(made.tie[0]), made.tie[1]))


@pytest.mark.parametrize("method", DIVISORS)
@given(weights=houses, seats=st.integers(0, 400))
@settings(max_examples=30, deadline=None)
def test_the_divisor_said_gives_the_seats(method, weights, seats):
    made = distribute(seats, weights, method=method)
    if made.tie is not None or made.divisor is None:
        assert made.tie is not None or seats == 0 or seats < len(weights)
        return
    for name, weight in weights.items():
        quotient = Fraction(weight) / made.divisor
        n = floor(quotient)
        power = 2 if method == "huntington-hill" else 1
        assert made.seats[name] == n + (quotient**power > apportion.after(method, n))


@given(weights=houses, seats=st.integers(1, 400))
@settings(max_examples=30, deadline=None)
def test_the_quota_said_gives_the_whole_parts(weights, seats):
    made = distribute(seats, weights, method="largest remainder")
    assert made.quota == Fraction(sum(weights.values()), seats)
