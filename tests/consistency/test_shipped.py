"""The law that ships: every text of it is walked to the end, quickly."""

from __future__ import annotations

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


def test_one_text_of_seats_is_walked_in_few_cases(shipped) -> None:
    tree = shipped.tree("seats", on="2021-05-23")
    walked = walk(tree, Period(tree.on, tree.on))
    assert walked.leaves and len(walked.leaves) < 2_000  # benchmarks/ has the time


def test_an_election_that_is_past_makes_no_rule_dead(shipped) -> None:
    assert not [each.text("en") for each in check_term(shipped, "seats") if each.kind == "dead rule"]
