"""The law that ships: every text of it is walked to the end, quickly."""

from __future__ import annotations

from time import perf_counter

import pytest

from electrules import load
from electrules.consistency import check_term
from electrules.consistency.walk import Period, walk


@pytest.fixture(scope="module")
def shipped():
    return load()


def test_seats_have_no_gap_and_no_conflict_but_declared_silences(shipped) -> None:
    found = check_term(shipped, "seats")
    assert not [each.text("en") for each in found if each.kind in ("gap", "conflict") and each.verdict != "proved"]
    assert any(each.kind == "silence" for each in found)


def test_every_term_is_decided(shipped) -> None:
    for term in [each.id for each in shipped.terms.values() if each.role in ("conclusion", "body")]:
        assert not [each.text("en") for each in check_term(shipped, term) if each.verdict == "not decided"], term


def test_one_text_of_seats_takes_less_than_a_second(shipped) -> None:
    tree = shipped.tree("seats", on="2021-05-23")
    start = perf_counter()
    walked = walk(tree, Period(tree.on, tree.on))
    assert walked.leaves
    assert perf_counter() - start < 1


def test_an_election_that_is_past_makes_no_rule_dead(shipped) -> None:
    assert not [each.text("en") for each in check_term(shipped, "seats") if each.kind == "dead rule"]
