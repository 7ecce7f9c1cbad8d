"""Plans under the law that ships: article 10 of 85/2015/QH13, before and after the law of 2025."""

from __future__ import annotations

import pytest

from electrules.elections import plan

PARTS = {f"P{place}": 1_000 * place for place in range(1, 11)}


@pytest.mark.parametrize("on", ["2016-05-22", "2021-05-23", "2026-03-15"])
@pytest.mark.parametrize(("body", "most"), [("National Assembly", 3), ("people's council", 5)])
def test_what_a_constituency_may_elect(law, on, body, most):
    made = plan(law, PARTS, 10, body=body, on=on)
    assert made.sizes == tuple(range(1, most + 1)) and max(each.seats for each in made.constituencies) <= most
    assert [str(each) for each in made.citations] == ["khoản 4 Điều 10 của 85/2015/QH13"]
    assert made.findings and all((each.ok, each.severity) == (True, "must") for each in made.findings)


def test_what_the_article_leaves_to_others_is_said(law):
    made = plan(law, PARTS, 10, body="National Assembly", on="2021-05-23")
    assert {(each.citation.article, each.citation.clause) for each in made.open} == {("10", "1"), ("10", "2"), ("10", "3")}


def test_before_the_law_that_the_rulebook_holds_it_is_unread(law):
    assert plan(law, PARTS, 10, body="National Assembly", on="2011-05-22").outcome == "unread"
