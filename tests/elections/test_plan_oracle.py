"""Plans are the best that going through every partition finds; and the laws that hold for every plan, however large."""

from __future__ import annotations

import constituency_law
import pytest
from divide import best_plans, hangs_together, measure
from hypothesis import given, settings
from hypothesis import strategies as st

from electrules import FactErrors
from electrules.elections import plan

pytestmark = pytest.mark.slow

DAY = "2021-05-23"
LAWS = {
    sizes: constituency_law.law(national=words)
    for sizes, words in {
        (1, 2, 3): "từ 3 đại biểu trở xuống",
        (1, 2, 3, 4, 5): "từ 5 đại biểu trở xuống",
        (2, 3): "từ 2 đến 3 đại biểu",
    }.items()
}


@st.composite
def questions(draw, most):
    """Parts with people, seats, perhaps neighbours, perhaps how many constituencies."""
    names = [f"P{place}" for place in range(draw(st.integers(1, most)))]
    people = {name: draw(st.one_of(st.integers(0, 9), st.integers(1, 5_000))) for name in names}
    people[draw(st.sampled_from(names))] += 1
    pairs = [(a, b) for place, a in enumerate(names) for b in names[:place]]
    adjacent = draw(st.one_of(st.none(), st.sets(st.sampled_from(pairs)) if pairs else st.just(set())))
    number = draw(st.one_of(st.none(), st.none(), st.integers(1, len(names))))
    return people, draw(st.integers(1, 3 * len(names))), draw(st.sampled_from(sorted(LAWS))), adjacent, number


def asked(question):
    people, seats, sizes, adjacent, number = question
    return plan(LAWS[sizes], people, seats, body="National Assembly", on=DAY, adjacent=adjacent, constituencies=number)


@settings(max_examples=150, deadline=None)
@given(questions(5))
def test_no_partition_is_better(question):
    people, seats, sizes, adjacent, number = question
    wanted = best_plans(people, seats, sizes, adjacent, number)
    if wanted is None:
        with pytest.raises(FactErrors) as raised:
            asked(question)
        assert [each.code for each in raised.value.diagnostics] == ["ER0623"]
        return
    made = asked(question)
    assert (made.measure, made.squares) == wanted[0]
    assert (made.method, made.proved, made.tie) == ("exact", True, len(wanted[1]) > 1)
    assert frozenset((frozenset(each.parts), each.seats) for each in made.constituencies) in wanted[1]


@st.composite
def large(draw):
    """More parts than can be gone through, each next to the one before and to one that is drawn."""
    count = draw(st.integers(61, 90))
    people = {f"P{place}": draw(st.integers(1, 20_000)) for place in range(count)}
    pairs = [(f"P{place}", f"P{other}") for place in range(1, count) for other in {place - 1, draw(st.integers(0, place - 1))}]
    return people, draw(st.integers(count // 5, 2 * count)), (1, 2, 3), draw(st.sampled_from([None, pairs])), None


@settings(max_examples=6, deadline=None)
@given(st.one_of(questions(9), large()), st.randoms(use_true_random=False))
def test_what_holds_for_every_plan(question, random):
    people, seats, sizes, adjacent, number = question
    try:
        made = asked(question)
    except FactErrors:
        return
    parts = [part for each in made.constituencies for part in each.parts]
    assert sorted(parts) == sorted(people)
    assert sum(each.seats for each in made.constituencies) == seats
    assert all(each.seats in sizes and each.people == sum(people[part] for part in each.parts) for each in made.constituencies)
    assert number is None or len(made.constituencies) == number
    assert adjacent is None or all(hangs_together(each.parts, adjacent) for each in made.constituencies)
    assert (made.measure, made.squares) == measure(people, seats, [(each.parts, each.seats) for each in made.constituencies])
    assert all(each.ok for each in made.findings) and made.findings
    shuffled, turned = list(people.items()), adjacent
    random.shuffle(shuffled)
    if adjacent is not None:
        turned = [(b, a) for a, b in adjacent]
        random.shuffle(turned)
    again = asked((dict(shuffled), seats, sizes, turned, number))
    assert (again.constituencies, again.method, again.tie) == (made.constituencies, made.method, made.tie)


def test_a_cap_that_is_raised_never_makes_the_best_plan_worse():
    people = {"A": 310, "B": 270, "C": 190, "D": 150, "E": 120, "F": 95, "G": 60}
    capped = [plan(LAWS[sizes], people, 9, body="National Assembly", on=DAY) for sizes in ((2, 3), (1, 2, 3), (1, 2, 3, 4, 5))]
    found = [(each.measure, each.squares) for each in capped]
    assert found == sorted(found, reverse=True) and all(each.proved for each in capped)
