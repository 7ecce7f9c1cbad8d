"""The law that ships: every text of it is walked to the end, quickly."""

from __future__ import annotations

import pytest

from electrules.consistency import check_term
from electrules.consistency.walk import Period, walk

pytestmark = pytest.mark.slow

PARTS = 6
"""The terms are spread over as many tests, so that workers share them."""


def test_seats_have_no_gap_and_no_conflict_but_declared_silences(law) -> None:
    found = check_term(law, "seats")
    assert not [each.text("en") for each in found if each.kind in ("gap", "conflict") and each.verdict != "proved"]
    assert any(each.kind == "silence" for each in found)


@pytest.mark.parametrize("part", range(PARTS))
def test_every_term_is_decided(law, part) -> None:
    for term in sorted({each.id for each in law.terms.values() if each.role in ("conclusion", "body")})[part::PARTS]:
        assert not [each.text("en") for each in check_term(law, term) if each.verdict == "not decided"], term


def test_one_text_of_seats_is_walked_in_few_cases(law) -> None:
    tree = law.tree("seats", on="2021-05-23")
    walked = walk(tree, Period(tree.on, tree.on))
    assert walked.leaves and len(walked.leaves) < 2_000  # benchmarks/ has the time


def test_an_election_that_is_past_makes_no_rule_dead(law) -> None:
    assert not [each.text("en") for each in check_term(law, "seats") if each.kind == "dead rule"]
