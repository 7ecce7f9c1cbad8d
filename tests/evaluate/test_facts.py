"""Facts at the door: what is taken, what is refused, with which words."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from electrules.diagnostics.errors import FactErrors
from electrules.evaluate import check_facts

from .law import ON, TERMS


def codes(facts, **options):
    try:
        check_facts(TERMS, facts, ON, **options)
    except FactErrors as refused:
        for each in refused.diagnostics:
            assert each.message("vi") and each.message("en") and each.to_dict()
            assert "…" not in each.message("en") or "{" not in each.message("en")
        return [each.code for each in refused.diagnostics]
    return []


def known(facts, **options):
    found = check_facts(TERMS, facts, ON, **options)
    found.pop("election day")
    return found


@pytest.mark.parametrize("value", [3, Fraction(3), Decimal(3), Decimal("3.000"), Decimal("3E+0")])
def test_exact_numbers_are_taken(value):
    assert known({"units": value}) == {"units": 3}
    assert type(known({"units": value})["units"]) is int


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"populaton": 1}, "ER0601"),
        ({"seats": 1}, "ER0601"),
        ({3: 1}, "ER0601"),
        ({"population": "5"}, "ER0602"),
        ({"population": None}, "ER0602"),
        ({"population": float("nan")}, "ER0602"),
        ({"population": [1]}, "ER0602"),
        ({"upland": 1}, "ER0602"),
        ({"upland": "yes"}, "ER0602"),
        ({"motto": 3}, "ER0602"),
        ({"people": 3}, "ER0602"),
        ({"people": ["A"]}, "ER0602"),
        ({"people": [{"nam": "A"}]}, "ER0601"),
        ({"people": [{"age": 200}]}, "ER0605"),
        ({"population": 1904532.0}, "ER0603"),
        ({"population": 0.5}, "ER0603"),
        ({"population": True}, "ER0604"),
        ({"population": -1}, "ER0605"),
        ({"population": 10**5000}, "ER0605"),
        ({"population": Fraction(1, 3)}, "ER0605"),
        ({"population": Decimal("1E+999999999")}, "ER0605"),
        ({"population": Decimal("1E-999999999")}, "ER0605"),
        ({"population": Decimal("NaN")}, "ER0605"),
        ({"population": Decimal("Infinity")}, "ER0605"),
        ({"kind": "provinse"}, "ER0606"),
        ({"kind": 3}, "ER0602"),
        ({"kind": "province", "LOẠI": "tỉnh"}, "ER0607"),
        ({"election day": "2021-05-24"}, "ER0608"),
        ({"posted": "2021-W10-1"}, "ER0612"),
        ({"posted": "20210523"}, "ER0612"),
        ({"posted": "2021-02-29"}, "ER0612"),
        ({"posted": datetime(2021, 5, 23, tzinfo=UTC)}, "ER0612"),
        ({"posted": "1799-12-31"}, "ER0612"),
        ({"opens": "7 am"}, "ER0612"),
    ],
)
def test_what_is_refused(facts, code):
    assert codes(facts) == [code]


def test_all_problems_are_said_at_once():
    assert codes({"kind": "x", "population": 1.5, "nothing": 1, "upland": 0}) == ["ER0606", "ER0603", "ER0601", "ER0602"]


def test_nearest_names_and_exact_forms_are_suggested():
    with pytest.raises(FactErrors) as refused:
        check_facts(TERMS, {"populaton": 1, "units": 3.0, "share": 0.35}, ON)

    assert [each.suggestion for each in refused.value.diagnostics] == ["population", "3", 'Decimal("0.35")']


def test_days_and_times():
    assert known({"posted": "2021-05-23", "opens": "07:00"}) == {"posted": date(2021, 5, 23), "opens": time(7)}
    assert check_facts(TERMS, {"election day": date(2021, 5, 23)}, ON) == {"election day": ON}
    assert check_facts(TERMS, {}, ON) == {"election day": ON}


def test_text_numbers_only_where_a_file_forces_it():
    facts = {"population": "400000 people", "share": "1/3", "units": "3", "upland": "có"}

    assert known(facts, text_numbers=True) == {"population": 400_000, "share": Fraction(1, 3), "units": 3, "upland": True}
    assert codes({"population": "400000 deputies"}, text_numbers=True) == ["ER0611"]
    assert codes({"population": "400.000"}, text_numbers=True) == ["ER0205"]  # to some four hundred thousand, to others four hundred
    assert known({"share": "0.25"}, text_numbers=True) == {"share": Fraction(1, 4)}
    assert codes({"share": "1/0"}, text_numbers=True) == ["ER0602"]
    assert codes({"population": "9" * 5000}, text_numbers=True) == ["ER0602"]


def test_the_decimal_context_of_the_host_never_matters():
    with localcontext() as context:
        context.prec = 2
        assert known({"population": Decimal(1904532)}) == {"population": 1904532}


def test_old_and_new_tone_placement_are_one():
    assert known({"loại": "tỉnh"}) == known({"Loa\u0323i": "ti\u0309nh"})


anything = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.decimals(),
    st.fractions(),
    st.text(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.binary(),
)
named = st.one_of(st.sampled_from([name for term in TERMS for names in term.names for name in names]), st.text(), st.integers())


@settings(max_examples=200, deadline=None)
@given(
    st.dictionaries(
        named,
        st.recursive(anything, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3), max_leaves=4),
        max_size=5,
    )
)
def test_nothing_but_fact_errors_escapes(facts):
    for text_numbers in (False, True):
        codes(facts, text_numbers=text_numbers)
