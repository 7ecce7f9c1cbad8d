"""The law of results: what each state of it says, its contradiction, and comparisons of facts with any values."""

from __future__ import annotations

import pytest

from shipped import law


def test_the_contradiction_of_re_runs_and_results_is_found_in_the_law_of_2015() -> None:
    for event, articles in (("sending of the provincial National Assembly minutes", {"83"}), ("publication of the council results", {"85", "86"})):
        found = [each for each in law().check(event) if each.kind == "contradiction" and each.verdict == "refuted"]
        assert found and all(each.reason for each in found)
        assert {cited.article for each in found for cited in each.citations} == articles | {"79", "80"}


@pytest.mark.parametrize("term", ["recognition of the result", "compulsory re-run", "by-election to the council"])
def test_comparisons_of_facts_with_too_many_values_are_proved(term: str) -> None:
    assert {each.verdict for each in law().check(term)} == {"proved"}
    answer = law().ask(term, {}, on="2021-05-23")
    assert answer.outcome == "unknown" and len(answer.missing) >= 2


def test_a_by_election_counts_from_its_own_day() -> None:
    rows = [each for each in law().calendar("2022-06-12", kind="by-election") if each.citation.article == "93"]
    assert {each.date.isoformat() for each in rows if each.date} >= {
        "2022-06-15",
        "2022-06-17",
        "2022-06-19",
        "2022-06-22",
        "2022-06-27",
        "2022-07-02",
    }
    assert any(each.window and each.window[0].isoformat() == "2022-06-02" for each in rows)


def test_complaints_on_results_appear_once_the_publication_is_told() -> None:
    def rows(**told: object) -> list[str]:
        return [each.date.isoformat() for each in law().calendar("2021-05-23", **told) if each.citation.article == "87" and each.date]

    assert rows() == []
    assert rows(done={"publication of the National Assembly results": "2021-06-10"}) == ["2021-06-15", "2021-07-15"]


def test_an_early_opening_ends_the_campaign_earlier() -> None:
    def end(**told: object) -> str:
        (found,) = [each for each in law().calendar("2021-05-23", **told) if each.event_in("en") == "end of the election campaign"]
        return f"{found.date} {found.time}"

    assert end() == "2021-05-22 07:00:00"
    assert end(done={"opening of voting": "2021-05-23T05:00"}) == "2021-05-22 05:00:00"
