"""What expressions come to, exactly."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from electrules import FactErrors
from electrules.tree.nodes import Arithmetic, Compare, Count, Definition, Extreme, Fact, Field, Literal, Round, Rule, Scale, Shift, Weekday

from .law import cite, tree_of, value_of

PEOPLE = [{"name": "A", "woman": True, "age": 34}, {"name": "B", "woman": False, "age": 50}, {"name": "C", "woman": True, "age": 21}]


def tier(partial, cap=None, gain=1):
    return Scale(Fact("units"), Fraction(10), Fraction(4), Fraction(gain), Fraction(5), cap, partial)


@pytest.mark.parametrize(
    ("partial", "units", "value"),
    [
        ("whole", 0, 5),
        ("whole", 10, 5),
        ("whole", 13, 5),
        ("whole", 14, 6),
        ("begun", 10, 5),
        ("begun", 11, 6),
        ("begun", 14, 6),
        ("begun", 15, 7),
        ("share", 12, Fraction(11, 2)),
        ("share", 14, 6),
    ],
)
def test_a_partial_step_counts_as_the_rule_says(partial, units, value):
    assert value_of(tier(partial), units=units) == value


@pytest.mark.parametrize("partial", ["whole", "begun", "share"])
def test_settling_a_scale_cuts_at_every_step(partial):
    """Every leaf has one value, and together they have those of all numbers."""
    from electrules.evaluate import cases

    scale = tier(partial, Fraction(8))
    law = tree_of(Definition("answer", (Rule("r", "answer", Compare("<=", Fact("units"), Literal(60)), scale, cite(1)),)))

    leaves = cases(law).allowed

    for leaf in leaves:
        piece = leaf.box["units"]
        assert {value_of(scale, units=number) for number in {piece.least, min(piece.most, 60)} if leaf.outcome == "answered"} <= {leaf.value}
    assert {leaf.value for leaf in leaves} - {None} == {value_of(scale, units=number) for number in range(61)}


def test_exact_arithmetic():
    assert value_of(Arithmetic("/", (Literal(1), Literal(3)))) == Fraction(1, 3)
    assert value_of(Arithmetic("*", (Arithmetic("/", (Literal(1), Literal(3))), Literal(3)))) == 1
    assert value_of(Arithmetic("-", (Literal(5), Literal(2), Literal(1)))) == 2
    assert value_of(Arithmetic("/", (Literal(1), Fact("units"))), units=0) == "conflict"
    assert value_of(Extreme("greatest", (Literal(5), Fact("units"))), units=7) == 7


@pytest.mark.parametrize(("mode", "value"), [("down", 2), ("up", 3), ("half up", 3), ("half even", 2)])
def test_rounding(mode, value):
    assert value_of(Round(Literal(Fraction(5, 2)), mode)) == value


def test_a_number_beyond_all_limits_has_no_value():
    huge = Literal(2**200)

    assert value_of(Arithmetic("*", (huge, huge))) == "conflict"


def test_days():
    day = Literal(date(2020, 1, 31))

    assert value_of(Shift(day, 1, "month")) == date(2020, 2, 29)
    assert value_of(Shift(day, -31, "day")) == date(2019, 12, 31)
    assert value_of(Shift(Literal(date(2020, 2, 29)), 1, "year")) == date(2021, 2, 28)
    assert value_of(Weekday(Fact("election day"))) == 7
    assert value_of(Arithmetic("-", (Fact("election day"), Literal(date(2021, 2, 7))))) == 105
    assert value_of(Arithmetic("-", (Fact("election day"), Literal(105)))) == date(2021, 2, 7)
    with pytest.raises(FactErrors) as raised:
        value_of(Shift(Literal(date(2199, 12, 31)), 1, "day"))
    assert [each.code for each in raised.value.diagnostics] == ["ER0630"]


def test_records_are_counted():
    women = Count(Fact("people"), Field("woman"))
    adults = Count(Fact("people"), Compare(">=", Fact("age"), Fact("units")))

    assert value_of(women, people=PEOPLE) == 2
    assert value_of(adults, people=PEOPLE, units=34) == 2
    assert value_of(women) == "unknown"
    assert value_of(women, people=[{"name": "A"}]) == "unknown"


def test_a_share_of_an_open_total_is_cut_where_it_changes():
    """35 % of the units, with the units open: two facts in one comparison, one of them known."""
    rule = Rule("r", "answer", Compare(">=", Fact("units"), Arithmetic("*", (Literal(Fraction(35, 100)), Fact("population")))), Literal(1), cite(1))
    other = Rule("s", "answer", Compare("<", Fact("units"), Arithmetic("*", (Literal(Fraction(35, 100)), Fact("population")))), Literal(2), cite(2))
    law = tree_of(Definition("answer", (rule, other)))

    assert law.ask({"population": 62, "units": 22}).value == 1
    assert law.ask({"population": 62, "units": 21}).value == 2
    assert [each.id for each in law.ask({"population": 62}).missing] == ["units"]
    assert law.ask({"population": 3000}).value == 2


def test_numbers_that_need_not_be_whole_are_cut_exactly():
    rules = (
        Rule("under", "answer", Compare("<", Fact("share"), Literal(Fraction(1, 2))), Literal(1), cite(1)),
        Rule("half", "answer", Compare("=", Arithmetic("*", (Fact("share"), Literal(2))), Literal(1)), Literal(2), cite(2)),
        Rule("over", "answer", Compare(">", Fact("share"), Literal(Fraction(1, 2))), Literal(3), cite(3)),
    )
    law = tree_of(Definition("answer", rules))

    from electrules.evaluate import cases

    assert [leaf.value for leaf in cases(law).leaves] == [1, 2, 3]
    assert law.ask({"share": Fraction(1, 2)}).value == 2
    assert law.ask({"share": Fraction(1, 3)}).value == 1
