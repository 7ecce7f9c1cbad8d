"""Recorded cases come back from TOML as they were; what is no file of cases is refused."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, time
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from electrules import Rulebook, load
from electrules.cases import Case, CaseResult, Expected
from electrules.cases.recorded import Unreadable, recorded_cases, recorded_text
from electrules.cases.run import differences
from electrules.limits import FIRST_DAY, LAST_DAY
from electrules.source.citation import Citation

names = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=20)
ratios = st.fractions(max_denominator=1000).filter(lambda number: number.denominator > 1)
values = st.one_of(st.booleans(), st.integers(-(10**40), 10**40), ratios, st.dates(FIRST_DAY, LAST_DAY), names.filter(lambda text: "/" not in text))
citations = st.builds(Citation, st.just("1/2020/QH14"), st.sampled_from(["1", "6a"]), st.sampled_from([None, "2"]), amended_by=st.just(()))
expectations = st.builds(
    Expected,
    st.sampled_from(["answered", "unknown", "gap"]),
    st.none() | values,
    st.none() | names,
    st.lists(names, max_size=3).map(tuple),
    st.lists(citations, max_size=2).map(tuple),
)
cases = st.builds(
    Case,
    name=names,
    term=names,
    facts=st.dictionaries(names, values, max_size=4),
    on=st.dates(FIRST_DAY, LAST_DAY),
    expected=st.none() | expectations,
    path=st.just("a.luat"),
    line=st.just(0),
    recorded=st.just(True),
    instead_of=st.none() | expectations,
)


@given(st.lists(cases, max_size=3))
@settings(max_examples=100, deadline=None)
def test_what_is_recorded_is_read_back(every: list[Case]) -> None:
    again = recorded_cases(recorded_text(every), "a.luat")
    assert [(each.name, each.term, dict(each.facts), each.on, each.expected, each.instead_of) for each in again] == [
        (each.name, each.term, dict(each.facts), each.on, each.expected, each.instead_of) for each in every
    ]
    assert [each.line for each in again] == sorted(each.line for each in again) and all(each.line > 0 for each in again)


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_any_other_text_is_refused_in_one_way(text: str) -> None:
    with suppress(Unreadable):
        recorded_cases(text, "a.luat")


@pytest.mark.parametrize("value", [time(7, 0), (1, 2), ("a", "b")])
def test_times_and_lists(value: object) -> None:
    case = Case("n", "t", {"f": value}, date(2020, 1, 1), None, "a.luat", 1)
    (again,) = recorded_cases(recorded_text([case]), "a.luat")
    assert again.facts == {"f": value}


def test_what_differs_is_named(law: Rulebook) -> None:
    answer = law.ask("seats", {"kind": "province", "mountainous": False, "highland": False, "population": 1_000_000}, on="2021-05-23")
    right = Expected("answered", 50, "deputy", (), answer.citations)
    assert differences(answer, right) == ()
    assert differences(answer, None) == ("expected",)
    assert differences(answer, Expected("gap")) == ("outcome",)
    assert differences(answer, Expected("answered", 51)) == ("value",)
    assert differences(answer, Expected("answered", True)) == ("value",)
    assert differences(answer, Expected("answered", Fraction(1, 2), "person")) == ("value", "unit")
    assert differences(answer, Expected("answered", under=(Citation("77/2015/QH13", "18", "1", "a"),))) == ("under",)
    assert differences(answer, Expected("answered", under=(Citation("77/2015/QH13", "18", "1", "b"),))) == ()


def test_the_cases_of_the_rulebook_say_both_languages() -> None:
    law = load(text='language: English\n\ncase "few"\n  Given: kind is province; asked for seats on 2021-05-23; then 50 deputies.\n')
    (result,) = [each for each in law.test() if each.case.path == "<text>"]
    assert isinstance(result, CaseResult) and not result.ok and result.answer is not None and result.answer.outcome == "unknown"
    assert "FAILS" in result.text("en") and "KHÔNG ĐẠT" in result.text("vi") and str(result) == result.text("vi")
    assert result.to_dict()["wrong"] == ["outcome"] and result.case.expected == Expected("answered", 50, "deputy")
