"""What holds of the law of seats, whatever the facts: sentences that a lawyer can read."""

from __future__ import annotations

import functools
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import electrules
from electrules.testing import facts
from shipped import law

DAYS = ("2016-05-22", "2021-05-23", "2025-04-01", "2026-03-15")
MOST = {"2016-05-22": 105, "2021-05-23": 95, "2025-04-01": 125, "2026-03-15": 125}
TERMS = ("seats", "vice chairs of the council", "vice chairs of the people's committee")
AN_GIANG = {"kind": "province", "name": "An Giang", "population": 1_904_532, "mountainous": False, "highland": False, "island": False}

quick = settings(max_examples=40, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))


@functools.cache
def drawn(term, day, partial=False):
    return facts(law(), term, day, partial=partial)


questions = st.tuples(st.sampled_from(TERMS), st.sampled_from(DAYS)).flatmap(
    lambda asked: st.tuples(st.just(asked[0]), st.just(asked[1]), drawn(*asked, partial=True))
)


def units(day, **fixed):
    """Units as `ask` takes them on *day*, whole but for a decision."""
    return drawn("seats", day).map(lambda unit: {name: value for name, value in {**unit, **fixed}.items() if name != "decided number of deputies"})


def ask(term, unit, day):
    return law().ask(term, unit, on=day)


def test_every_case_that_lies_with_the_law_comes_out_as_written():
    failed = [each.text("en") for each in law().test() if not each.ok]
    assert len(law().cases) > 400
    assert not failed


def test_an_giang_elects_62_in_2021_and_68_before():
    new, old = ask("seats", AN_GIANG, "2021-05-23"), ask("seats", AN_GIANG, "2016-05-22")
    assert (new.value, new.unit, new.citations[0].article, new.citations[0].clause, new.citations[0].point) == (62, "deputy", "18", "1", "b")
    assert [each.instrument for each in new.citations[0].amended_by] == ["47/2019/QH14"]
    assert (old.value, old.status) == (68, "unconfirmed")


def test_a_province_of_400_000_people_elects_50_by_point_a_or_by_point_b():
    answer = ask("seats", {"kind": "province", "population": 400_000}, "2021-05-23")
    assert (answer.outcome, answer.value) == ("answered", 50)
    assert {each.point for each in answer.citations} >= {"a", "b"}


@pytest.mark.parametrize("day", DAYS)
@quick
@given(data=st.data())
def test_the_number_never_leaves_its_cap(day, data):
    answer = ask("seats", data.draw(units(day)), day)
    assert answer.value is None or 15 <= answer.value <= MOST[day]


@pytest.mark.parametrize("day", DAYS)
@quick
@given(data=st.data())
def test_more_people_never_means_fewer_deputies(day, data):
    unit = data.draw(units(day))
    more = unit | {"population": data.draw(st.integers(unit["population"], 20_000_000))}
    before, after = ask("seats", unit, day), ask("seats", more, day)
    if before.outcome == after.outcome == "answered":
        assert before.value <= after.value


@quick
@given(unit=units("2021-05-23"))
def test_the_amended_scale_is_never_above_the_old(unit):
    before, after = ask("seats", unit, "2021-05-22"), ask("seats", unit, "2021-05-23")
    if before.outcome == after.outcome == "answered":
        # A mountain commune of two thousand people and one had 25, has 19: everywhere the new number is the smaller or the same.
        assert after.value <= before.value


@quick
@given(question=questions)
def test_every_answer_cites_something_in_force_or_kept_alive_by_a_transition(question):
    term, day, known = question
    answer = ask(term, known, day)
    if answer.outcome == "answered":
        assert any(law().versions(each.address) for each in answer.citations)
        on = date.fromisoformat(day)
        spans = [span for each in answer.citations for version in law().versions(each.address) for span in law().days_of(version)]
        assert any(first <= on and (last is None or on < last) for first, last in spans)


@quick
@given(question=questions)
def test_a_fact_becoming_known_changes_no_decided_outcome(question):
    term, day, known = question
    answer = ask(term, known, day)
    for name in list(known)[:4]:
        try:
            less = ask(term, {key: value for key, value in known.items() if key != name}, day)
        except electrules.FactErrors:
            continue  # a name off the list is refused while the kind of unit is not known
        if less.outcome != "unknown":
            assert (less.outcome, less.value, less.unit) == (answer.outcome, answer.value, answer.unit)


@quick
@given(question=questions)
def test_something_is_missing_exactly_when_the_outcome_is_unknown(question):
    term, day, known = question
    answer = ask(term, known, day)
    assert bool(answer.missing) == (answer.outcome == "unknown")
    assert not {each.id for each in answer.missing} & set(known)


@quick
@given(question=questions)
def test_the_order_of_facts_changes_nothing(question):
    term, day, known = question
    assert ask(term, known, day) == ask(term, dict(reversed(known.items())), day)


@pytest.mark.parametrize("day", DAYS)
@quick
@given(data=st.data())
def test_where_the_law_is_silent_it_says_so(day, data):
    answer = ask("seats", data.draw(units(day)), day)
    assert answer.outcome != "conflict"
    if answer.outcome == "gap":
        assert any(type(each).__name__ == "Silence" for each in answer.sources)


@quick
@given(unit=units("2021-05-23", kind="rural district"), count=st.integers(30, 60), decided=st.integers(0, 40))
def test_a_district_of_30_communes_waits_for_the_standing_committee(unit, count, decided):
    unit = unit | {"kind": "rural district", "commune-level units": count, "class of unit": "class I", "name": "X"}
    waits = ask("seats", unit, "2021-05-23")
    assert (waits.outcome, waits.awaits[0].most) == ("unknown", 40)
    assert ask("seats", unit | {"decided number of deputies": decided}, "2021-05-23").value == decided


@pytest.mark.parametrize(("day", "refused"), [("2016-05-22", 46), ("2021-05-23", 41), ("2025-04-01", 41)])
def test_a_decision_above_the_ceiling_is_refused(day, refused):
    unit = {"kind": "rural district", "commune-level units": 30, "decided number of deputies": refused}
    with pytest.raises(electrules.FactErrors):
        ask("seats", unit, day)
    assert ask("seats", unit | {"decided number of deputies": refused - 1}, day).value == refused - 1
