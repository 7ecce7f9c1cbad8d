"""Findings: kept or not, by how much it is missed, what is missing to say so."""

from __future__ import annotations

from fractions import Fraction

import pytest
from attrs import evolve

from electrules.evaluate import require
from electrules.tree.nodes import All, Any, Arithmetic, Bracket, Compare, Fact, Literal, Not, Requirement

from .law import cite, is_kind, tree_of

SHARE = Arithmetic("*", (Literal(Fraction(35, 100)), Fact("population")))


def finding(claim, facts, condition=None, force="must", others=()):
    requirement = Requirement("it", "list", condition or All(()), claim, force, cite(1))
    return require(evolve(tree_of(), requirements=(requirement, *others)), facts)[0]


def amounts(claim, **facts):
    found = finding(claim, facts)
    return found.ok, found.shortfall, found.excess


def test_a_share_is_compared_exactly_with_the_total_held_fixed():
    assert amounts(Compare(">=", Fact("units"), SHARE), units=21, population=62) == (False, 1, 0)
    assert amounts(Compare(">=", Fact("units"), SHARE), units=22, population=62) == (True, 0, 0)
    divided = Compare(">=", Arithmetic("/", (Fact("units"), Fact("population"))), Literal(Fraction(35, 100)))
    assert amounts(divided, units=20, population=62) == (False, 2, 0)
    assert amounts(Compare("<=", SHARE, Fact("units")), units=20, population=62) == (False, 2, 0)


@pytest.mark.parametrize(
    ("op", "units", "found"),
    [
        (">=", 8, (False, 2, 0)),
        (">", 8, (False, 3, 0)),
        ("<=", 12, (False, 0, 2)),
        ("<", 12, (False, 0, 3)),
        ("=", 8, (False, 2, 0)),
        ("=", 13, (False, 0, 3)),
        ("!=", 10, (False, 0, 0)),
        (">=", 10, (True, 0, 0)),
    ],
)
def test_comparisons_with_ten(op, units, found):
    assert amounts(Compare(op, Fact("units"), Literal(10)), units=units) == found


def test_brackets_and_several_claims():
    between = Bracket(Fact("units"), Fraction(21), False, Fraction(31), False)

    assert amounts(between, units=20) == (False, 1, 0)
    assert amounts(between, units=40) == (False, 0, 9)
    assert amounts(All((between, Compare(">=", Fact("units"), Literal(25)))), units=20) == (False, 5, 0)
    assert amounts(Any((Compare(">=", Fact("units"), Literal(25)), Compare("<=", Fact("units"), Literal(18)))), units=20) == (False, 0, 2)
    assert amounts(Not(Compare(">", Fact("units"), Literal(25))), units=30) == (False, 0, 5)
    assert amounts(Fact("upland"), upland=False) == (False, 0, 0)


def test_of_several_ways_to_keep_it_only_those_that_count_say_how_many():
    either = Any((Fact("upland"), Compare(">=", Fact("units"), Literal(25))))

    assert amounts(either, units=20, upland=False) == (False, 5, 0)
    assert amounts(either, units=20, upland=True) == (True, 0, 0)
    assert amounts(Any((Fact("upland"), Not(Fact("upland")))), upland=True) == (True, 0, 0)
    assert amounts(Any((Fact("upland"),)), upland=False) == (False, 0, 0)


def test_must_not_and_should():
    assert finding(Compare(">", Fact("units"), Literal(2)), {"units": 5}, force="must not").excess == 3
    assert finding(Fact("upland"), {"upland": False}, force="must not").ok is True
    assert finding(Fact("upland"), {"upland": False}, force="should").severity == "should"


def test_partial_facts_give_unknown_findings():
    found = finding(Compare(">=", Fact("units"), Literal(10)), {})

    assert (found.outcome, found.ok, found.shortfall, found.excess) == ("unknown", None, None, None)
    assert [each.id for each in found.missing] == ["units"]


def test_shortfall_is_none_where_completions_do_not_agree():
    found = finding(Compare(">=", Fact("units"), Fact("population")), {"population": 5000})

    assert (found.ok, found.shortfall, found.excess) == (False, None, None)


def test_a_condition_that_fails_is_not_applicable():
    found = finding(Fact("upland"), {"kind": "ward"}, condition=is_kind("province"))

    assert (found.outcome, found.ok, found.shortfall) == ("not_applicable", None, None)
    assert found.citation == cite(1)


def test_an_exception_takes_a_requirement_away():
    exception = Requirement("waiver", "list", Fact("upland"), All(()), "must", cite(2), excepts=("it",), is_exception=True)
    claim = Compare(">=", Fact("units"), Literal(10))

    assert finding(claim, {"units": 5, "upland": True}, others=(exception,)).outcome == "not_applicable"
    assert finding(claim, {"units": 5, "upland": False}, others=(exception,)).shortfall == 5
    assert finding(claim, {"units": 5}, others=(exception,)).outcome == "unknown"


def test_the_keys_of_a_finding():
    found = finding(Compare(">=", Fact("units"), SHARE), {"units": 21, "population": 62}).to_dict()

    assert found["ok"] is False
    assert (found["shortfall"], found["excess"], found["severity"], found["outcome"]) == (1, 0, "must", "answered")
